import type { BudgetLine } from "../../budget/rules.ts";
import type { Review } from "../../review/result.ts";
import { formatMoney, percent, signedMoney, signedPercent } from "../layout/format.ts";
import { reasonSentence } from "../words/messages.ts";
import { scopeName, VERDICT_WORDS } from "../words/reasons.ts";
import { rowsOf } from "./rows.ts";

/** The first two things a reader sees: the verdict in words, and one sentence of figures. Inert Markdown, without marks of its own but code spans. */
export function headline(review: Review): { sign: string; title: string; sentence: string } {
  const words = VERDICT_WORDS[review.verdict];
  const isOld = review.verdict === "warn" && review.budgets.some(({ pre_existing }) => pre_existing);
  const title = review.verdict === "pass" && review.budgets.length === 0 ? "no limit is set" : isOld ? "over budget at base already" : words.title;
  if (review.override?.state === "granted") return { sign: "⚠️", title: `${title}, and let through`, sentence: sentenceOf(review) };
  return { sign: words.sign, title, sentence: sentenceOf(review) };
}

function sentenceOf(review: Review): string {
  const own = review.reasons.filter(({ code }) => code === "own-price").slice(0, 1);
  return [figures(review), used(review), ...own.map((reason) => reasonSentence(reason, review.currency))].join(" ").trim();
}

function figures(review: Review): string {
  const { total, currency, compared } = review;
  if (!total.head) return "No workload has a usable price: the month is not known.";
  if (review.workloads.length === 0) return "There are no workloads.";
  const range = total.head.sd.eq(0) ? "" : ` (P90 ${formatMoney(total.head.p90, currency)})`;
  const month = `${total.complete ? "" : "at least "}${formatMoney(total.head.expected, currency)} a month${range}`;
  if (compared === "new") return `A new manifest, projected at ${month}.`;
  if (compared === "nothing") return `Projected: ${month}.`;
  const { delta } = rowsOf(review);
  if (!delta) return `Projected: ${month}; what this change adds is not fully known.`;
  if (delta.expected.eq(0)) return `Projected: ${month}, unchanged.`;
  const share = delta.share === null ? "" : ` (${signedPercent(delta.share)})`;
  return `Projected: ${month}, ${signedMoney(delta.expected, currency)}${share} against base.`;
}

function used({ budgets, currency, compared }: Review): string {
  const most = mostUsed(budgets);
  if (!most || most.used === null) return budgets.length === 0 ? "No budget is declared." : "";
  const budget = compared === "new" ? "Its own budget" : "Budget";
  const name = most.scope === "total" ? budget : `${budget} ${scopeName(most.scope)}`;
  const figure = most.figure === "expected" || most.probability_over === null ? "" : ` at ${most.figure.toUpperCase()}`;
  const chance = most.probability_over === null ? "" : `; chance of going over: ${chanceOf(most.probability_over)}`;
  return `${name}: ${most.complete ? "" : "at least "}${percent(most.used)} of ${formatMoney(most.limit, currency)} used${figure}${chance}.`;
}

/** A probability as people read it: never 0 % or 100 % of what the model holds possible. */
export function chanceOf(probability: number): string {
  if (probability < 0.001) return "under 0.1 %";
  return probability > 0.999 ? "over 99.9 %" : percent(probability);
}

/** The limit that is used most; undefined where none is known. */
export function mostUsed(budgets: readonly BudgetLine[]): BudgetLine | undefined {
  return [...budgets].filter(({ used: share }) => share !== null).sort((a, b) => (b.used ?? 0) - (a.used ?? 0))[0];
}
