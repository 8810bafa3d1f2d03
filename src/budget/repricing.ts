import { sumOf } from "../lock/repricing.ts";
import type { JudgeInput } from "./judge-input.ts";
import type { Reason } from "./reason.ts";

const LEVELS = { note: "pass", warn: "warn", fail: "fail" } as const;

/**
 * Reports, by manifest, the prices that changed since the lock and their effect on the monthly cost of the remaining workloads. Base's
 * policy decides whether that fails; for a new manifest, its own policy does. A lower price counts as a change, too.
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
