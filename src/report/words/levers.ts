import type { LeverEdit, LimitLever, Reason } from "../../budget/reason.ts";
import type { Review } from "../../review/result.ts";
import { code } from "../layout/escape.ts";
import { formatMoney } from "../layout/format.ts";
import { inYaml } from "../layout/value.ts";
import { isOfSeveral } from "./messages.ts";

/** A lever and its effect on the report, as one paragraph. */
export function leverText(lever: LimitLever, reason: Reason, { currency, from }: Review): string {
  const { kind, monthly, total, holds, also } = lever;
  const several = isOfSeveral(from.head);
  const month = formatMoney(total, currency);
  const saved = formatMoney(monthly.abs(), currency);
  const loss = also === null ? QUALITY[kind] : [...new Set([QUALITY[kind], QUALITY[also.kind]])].join("");
  const where = `${code(lever.path)} of ${code(lever.workload)}${several ? ` in ${code(lever.file)}` : ""}`;
  const end =
    holds === "none"
      ? `${month}, still over`
      : holds === "limit"
        ? `${month}, within ${limitOf(reason)}, but another limit is still exceeded`
        : `${month}, within budget`;
  const both = also ? ` If you also set ${edit(also, several)}, it is ${formatMoney(also.total, currency)}, within budget.` : "";
  if (kind === "revert")
    return `Undo this change's edit of ${where}: ${shown(lever.from)} costs ${saved} a month more than ${shown(lever.to)}. At ${shown(lever.to)}, the monthly cost is ${end}.${both}${loss}`;
  return `Set ${edit(lever, several)}. It saves ${saved}; the monthly cost is then ${end}.${both}${loss}`;
}

/** The key and its new value, as the words after "set". */
function edit({ file, workload, path, from, to }: LeverEdit, several: boolean): string {
  return `${code(path)} of ${code(workload)}${several ? ` in ${code(file)}` : ""} to ${shown(to)} (now ${shown(from)})`;
}

function shown(value: unknown): string {
  return code(inYaml(value), 80);
}

function limitOf({ code: id }: Reason): string {
  return id === "increase-exceeded" ? "what may be added" : "this limit";
}

/** The note for a lever that changes the look of a clip in a way that nobody has compared. */
const NOT_COMPARED = " Quality was not compared.";
const QUALITY: Readonly<Record<LimitLever["kind"], string>> = {
  revert: "",
  audio: "",
  duration: "",
  takes: "",
  count: "",
  resolution: NOT_COMPARED,
  tier: "",
  provider: NOT_COMPARED,
  model: NOT_COMPARED,
  volume: "",
};
