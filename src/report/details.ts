import type { Estimate } from "../engine/estimate.ts";
import type { Review } from "../review.ts";
import { chain, distribution, levers, waterfallLines } from "./chain.ts";
import { inert } from "./escape.ts";
import { count, jobPrice, money, price, signedMoney } from "./format.ts";
import { formula } from "./formula.ts";
import { assumptionText } from "./messages.ts";
import { inYaml } from "./value.ts";

/** How one workload comes to its figure, as lines of text for a terminal. */
export type Detail = { title: string; lines: readonly string[] };

/** Formula, source, assumptions and edits of every workload that head has. */
export function details(review: Review): Detail[] {
  return review.workloads.flatMap((line) => (line.head ? [{ title: inert(line.head.name), lines: detailOf(line, review.currency) }] : []));
}

function detailOf({ change, head, changes }: Review["workloads"][number], currency: string): string[] {
  if (!head) return [];
  const { job, plan, list, source, assumptions, request, risk } = head;
  return [
    ...(job?.terms ?? []).map((term) => `${formula(term, currency, request)} = ${price(term.amount, currency)}`),
    ...(job && plan
      ? [
          `${jobsOf(plan)} × ${jobPrice(job.amount, currency)} = ${list && risk ? `${money(list, currency)} a month${risk.process ? " at list price" : ""}` : "unpriced"}`,
        ]
      : []),
    ...(risk?.process ? [...chain(risk), ...waterfallLines(risk, currency), ...distribution(risk, currency)] : []),
    ...(source ? [`Price: ${inert(source.source, 200)}${source.checked === null ? "" : `, checked ${source.checked}`} (${source.confidence})`] : []),
    ...assumptions.map(
      (one) => `${assumptionText(one)}${one.monthly.eq(0) ? "" : ` It costs ${money(one.monthly, currency)} a month more than the cheapest.`}`,
    ),
    ...levers(head, currency).map((line) => `What would matter most to declare: ${line}`),
    ...(change === "added" ? ["New in this change."] : []),
    ...(change === "added" ? [] : changes).map(
      ({ path, from, to, monthly: moved }) => `Changed: ${inert(path)}${edit(from, to)}${moved === null ? "" : `, ${signedMoney(moved, currency)} a month`}`,
    ),
  ];
}

/** Clips wanted, takes of each, and outputs of one job where there are several: the jobs of a month as a product. */
export function jobsOf({ clips, takes, count: outputs }: NonNullable<Estimate["plan"]>): string {
  return `${count(clips, "clip")} × ${count(takes, "take")}${outputs === 1 ? "" : ` / ${count(outputs, "output")} of a job`}`;
}

/** From what to what; nothing where an edit is no single value. */
export function edit(from: unknown, to: unknown): string {
  if (from === null && to === null) return "";
  return ` ${inert(inYaml(from), 80)} → ${inert(inYaml(to), 80)}`;
}
