import { reach } from "../gather.ts";
import type { ManifestFile } from "../manifest/parse.ts";
import { moreThan } from "../money/more-than.ts";
import { deliveryCostOf } from "../risk/delivery-cost.ts";
import type { JudgeInput } from "./judge-input.ts";
import { setOf } from "./members.ts";
import type { Reason } from "./reason.ts";
import { isSameText } from "./same-text.ts";

/**
 * Reports changes to manifests whose limits cannot be read at base. Such a change is invalid, because the limit is unknown. A change that
 * makes the limits readable and adds no cost is a repair and passes.
 */
export function unreadLimits(all: JudgeInput): Reason[] {
  const { head, base, compared, renamed } = all;
  if (!base || compared !== "base") return [];
  return head.manifests.flatMap((manifest): Reason[] => {
    const { file } = manifest;
    const before = base.manifests.find((other) => other.file === (renamed.get(file) ?? file));
    if (!before || before.limitsRead || !isTouched(file, all) || (manifest.limitsRead && addsNoCost(manifest, before, all))) return [];
    return [{ code: "limits-unread", level: "invalid", file, scope: null, limit: null, value: null, figure: null, args: {} }];
  });
}

function isTouched(file: string, { head, base, workloads, renamed }: JudgeInput): boolean {
  const files = reach(head.includes, file);
  const isWithin = ({ head: now, base: before }: JudgeInput["workloads"][number]): boolean => files.has(now?.file ?? "") || files.has(before?.file ?? "");
  return !base || !isSameText(file, head, base, renamed) || workloads.some((one) => one.change !== "same" && isWithin(one));
}

/** Whether a manifest costs no more than at base. An unknown cost is not known to be less. */
function addsNoCost(manifest: ManifestFile, { file: baseFile }: ManifestFile, { head, base, now, before, distributions }: JudgeInput): boolean {
  if (!base || !before) return false;
  const [set, old] = [setOf(manifest.file, head, now), setOf(baseFile, base, before)];
  const { figure } = manifest.settings.budget;
  const [cost, costAtBase] = [set, old].map(({ estimates, unread }) =>
    unread || estimates.some(({ monthly }) => monthly === null) ? null : deliveryCostOf(estimates, figure, distributions),
  );
  return cost != null && costAtBase != null && !moreThan(cost.amount, costAtBase.amount);
}
