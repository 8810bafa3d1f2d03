import { sumOf } from "../lock/repricing.ts";
import type { JudgeInput } from "./judge-input.ts";
import type { Reason } from "./reason.ts";

const LEVELS = { note: "pass", warn: "warn", fail: "fail" } as const;

/**
 * Prices that changed since the lock, by manifest, and what they add to the monthly cost of the workloads that remain. Base's policy decides
 * the effect; a new manifest's own policy decides for it. A lower price counts as a change too.
 */
export function repricingReasons({ head, base, compared, workloads, renamed, repricing }: JudgeInput): Reason[] {
  if (!repricing) return [];
  return head.manifests.flatMap(({ file, settings }): Reason[] => {
    const moved = workloads.flatMap((one) => (one.head?.file === file && one.repriced ? [one.repriced] : []));
    if (moved.length === 0) return [];
    const before = base?.manifests.find((other) => other.file === (renamed.get(file) ?? file));
    const policy = compared === "base" && before ? before.settings.policy : settings.policy;
    return [
      {
        code: "repricing",
        level: LEVELS[policy.repricing],
        file,
        scope: null,
        limit: null,
        value: sumOf(moved),
        figure: "expected",
        args: { workloads: moved.map(({ name }) => name), since: repricing.since, lock: repricing.file },
      },
    ];
  });
}
