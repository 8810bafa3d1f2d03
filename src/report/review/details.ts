import type { Estimate } from "../../engine/estimate.ts";
import { round } from "../../money/round.ts";
import { isUndated } from "../../prices/dated.ts";
import type { Review } from "../../review/result.ts";
import { inert } from "../layout/escape.ts";
import { count, formatMoney, formatPrice, jobPrice, signedMoney } from "../layout/format.ts";
import { inYaml } from "../layout/value.ts";
import { formula } from "../words/formula.ts";
import { assumptionText } from "../words/messages.ts";
import { checkedDay } from "../words/trust.ts";
import { distribution, levers, riskLines, waterfallLines } from "./risk-lines.ts";

/** The calculation of one workload's cost, as lines of text for a terminal. */
export type Detail = { title: string; lines: readonly string[] };

/** Formula, source, assumptions and edits of every workload of head. */
export function details(review: Review): Detail[] {
  return review.workloads.flatMap((line) => (line.head ? [{ title: inert(line.head.name), lines: detailOf(line, review.currency) }] : []));
}

function detailOf({ change, head, changes }: Review["workloads"][number], currency: string): string[] {
  if (!head) return [];
  const { job, plan, list, monthly, source, assumptions, request, risk } = head;
  const varies = risk !== null && (risk.process !== null || risk.totalDistribution !== null);
  return [
    ...(job?.terms ?? []).map((term) => `${formula(term, currency, request)} = ${formatPrice(term.amount, currency)}`),
    ...(job && plan
      ? [
          `${jobsFormula(plan)} × ${jobPrice(job.amount, currency)} = ${list && risk ? `${formatMoney(list, currency)} a month${varies ? " at list price" : ""}` : "unpriced"}`,
        ]
      : []),
    ...(varies && !risk.process && monthly ? [`${formatMoney(monthly, currency)} a month expected`] : []),
    ...(risk?.process ? [...riskLines(risk), ...waterfallLines(risk, currency), ...distribution(risk, head.keys, currency)] : []),
    ...(source
      ? [
          `Price: ${inert(source.source, 200)}${source.checked === null ? "" : `, ${isUndated(source.checked) ? "" : "checked "}${checkedDay(source.checked)}`} (${source.confidence})`,
        ]
      : []),
    ...assumptions().map(
      (one) => `${assumptionText(one)}${round(one.monthly) === 0 ? "" : ` It costs ${formatMoney(one.monthly, currency)} a month more than the cheapest.`}`,
    ),
    ...levers(head, currency).map((line) => `What to declare next: ${line}`),
    ...(change === "added" ? ["New in this change."] : []),
    ...(change === "added" ? [] : changes).map(
      ({ path, from, to, monthly: moved }) => `Changed: ${inert(path)}${edit(from, to)}${moved === null ? "" : `, ${signedMoney(moved, currency)} a month`}`,
    ),
  ];
}

/** The jobs of a month as a product: `40 clips × 2 takes`, divided by the outputs of a job if there are several. */
export function jobsFormula({ clips, takes, count: outputs }: NonNullable<Estimate["plan"]>): string {
  return `${count(clips, "clip")} × ${count(takes, "take")}${outputs === 1 ? "" : ` / ${count(outputs, "output")} of a job`}`;
}

/** The old and the new value of an edit: ` 60 → 400`. Empty if the edit is not a single value. */
export function edit(from: unknown, to: unknown): string {
  if (from === null && to === null) return "";
  return ` ${inert(inYaml(from), 80)} → ${inert(inYaml(to), 80)}`;
}
