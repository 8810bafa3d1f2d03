import type { WorkloadCost } from "../risk/workload-cost.ts";

/** The key that workloads are grouped by; `text` is as typed, such as `tag:team`. */
export type GroupBy = { text: string; valueOf: (workload: WorkloadCost) => string | null };

/** Reads a key: `provider`, `model`, `mode`, or `tag:KEY`. @returns null for any other text */
export function groupByOf(text: string): GroupBy | null {
  const [, key] = /^tag:(.+)$/s.exec(text) ?? [];
  if (key !== undefined) return { text, valueOf: ({ keys }) => (keys && Object.hasOwn(keys.tags, key) ? (keys.tags[key] ?? null) : null) };
  switch (text) {
    case "provider":
      return { text, valueOf: ({ keys }) => keys?.provider ?? null };
    case "model":
      return { text, valueOf: ({ keys }) => keys?.model ?? null };
    case "mode":
      return { text, valueOf: ({ mode, keys }) => mode ?? keys?.mode ?? null };
    default:
      return null;
  }
}
