import * as z from "zod";
import { date } from "../notation/date.ts";
import type { Problem } from "../problem.ts";
import { readYaml, type YamlFile } from "../yaml/read.ts";

/** The default name of the lock file. */
export const LOCK_NAME = "video-budget.lock";

/** The format of a lock. It is created when a lock is read, because most runs read none. */
function lockFile() {
  const locked = z.strictObject({
    id: z.string(),
    from: date.nullable(),
    source: z.string(),
    job_price: z.number().nonnegative().nullable(),
    asked: z.record(z.string(), z.unknown()),
  });
  return z.strictObject({
    schema: z.literal("video-budget/lock@1"),
    date,
    snapshot: z.string(),
    workloads: z.record(z.string(), z.record(z.string(), locked)),
  });
}

/**
 * The price of one workload when the lock was written. `from`: the first day of the dated price; null for a price without a date.
 * `job_price`: the cost of one job in the manifest's currency; null if there was no price. `asked`: everything in the manifest
 * that determines the price of a job, so that an edit is not mistaken for a price change.
 */
export type LockedPrice = Lock["workloads"][string][string];

/** The prices of one day, by manifest (its path from the lock's folder) and workload. `snapshot`: that of the price book. */
export type Lock = z.output<ReturnType<typeof lockFile>>;

/** A lock, or the first problem that makes it unreadable. */
export type ReadLock = { yaml: YamlFile } & ({ lock: Lock } | { wrong: Pick<Problem, "path" | "offset" | "args"> });

/** Reads a lock. It is JSON, which is YAML, too, so the YAML reader can tell the line of a problem. */
export function readLock(file: string, bytes: Uint8Array): ReadLock {
  const yaml = readYaml(file, bytes);
  const [problem] = yaml.problems;
  if (problem) {
    const { path, offset, args, code } = problem;
    return { yaml, wrong: { path, ...(offset !== undefined && { offset }), args: { why: String(args["detail"] ?? args["key"] ?? code) } } };
  }
  const result = lockFile().safeParse(yaml.value);
  if (result.success) return { yaml, lock: result.data };
  const [issue] = result.error.issues;
  const path = (issue?.path ?? []).map((key) => (typeof key === "symbol" ? String(key) : key));
  return { yaml, wrong: { path, args: { why: issue?.message ?? "", key: path.join(".") } } };
}

/** A lock as text. Its keys are sorted, so that two locks of the same prices have the same bytes. */
export function lockText(lock: Lock): string {
  return `${JSON.stringify(inOrder(lock), null, 2)}\n`;
}

/** Plain data with the keys of every map sorted. Keys whose value is undefined are left out. */
export function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, inOrder(one)]));
}
