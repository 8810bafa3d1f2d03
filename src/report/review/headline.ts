import { mostUsed } from "../../budget/most-used.ts";
import { round } from "../../money/round.ts";
import type { Review } from "../../review/result.ts";
import { hasSingleVolume } from "../../risk/single-volume.ts";
import { code } from "../layout/escape.ts";
import { formatMoney, percent, signedMoney, signedPercent } from "../layout/format.ts";
import { isOfSeveral, reasonSentence } from "../words/messages.ts";
import { scopeName, VERDICT_WORDS } from "../words/reasons.ts";
import { rowsOf } from "./rows.ts";

/** The verdict in words, and one sentence with the figures. Both are safe Markdown with code spans as the only formatting. */
export function headline(review: Review): { sign: string; title: string; sentence: string } {
  const words = VERDICT_WORDS[review.verdict];
  const isOld = review.verdict === "warn" && review.budgets.some(({ pre_existing }) => pre_existing);
  const title = review.verdict === "pass" && review.budgets.length === 0 ? "no limit is set" : isOld ? "already over budget on the base branch" : words.title;
  if (review.override?.state === "granted") return { sign: "⚠️", title: `${title}, overridden`, sentence: sentenceOf(review) };
  return { sign: words.sign, title, sentence: sentenceOf(review) };
}

/** One sentence with the monthly cost, the most important limit and the probabilities. A second sentence names a price that only this change states. */
function sentenceOf(review: Review): string {
  const own = review.reasons.filter(({ code }) => code === "own-price").slice(0, 1);
  const clauses = [figures(review), used(review), chances(review)].filter((clause) => clause !== "");
  return [`${clauses.join("; ")}.`, ...own.map((reason) => reasonSentence(reason, review.currency))].join(" ");
}

function figures(review: Review): string {
  const { total, currency, compared, from } = review;
  if (!total.head && from.now.hidden.size > 0) return "The manifest could not be read: the monthly cost is unknown";
  if (!total.head) return "No workload has a usable price: the monthly cost is unknown";
  if (review.workloads.length === 0) return "There are no workloads";
  const month = `${total.complete ? "" : "at least "}${formatMoney(total.head.expected, currency)} a month`;
  if (compared === "new") return `A new manifest, projected at ${month}`;
  if (compared === "nothing") return `Projected: ${month}`;
  const { delta } = rowsOf(review);
  if (!delta) return `Projected: ${month}; what this change adds is not fully known`;
  if (round(delta.expected) === 0) return `Projected: ${month}, unchanged`;
  const share = delta.share === null ? "" : ` (${signedPercent(delta.share)})`;
  return `Projected: ${month}, ${signedMoney(delta.expected, currency)}${share} against base`;
}

/** The most important limit. The amount behind its share is added if it differs from the monthly cost named before. */
function used({ budgets, currency, compared, total, from }: Review): string {
  const most = mostUsed(budgets);
  if (!most) return "no budget is declared";
  const budget = compared === "new" ? "its own budget" : "budget";
  const named = most.scope === "total" ? budget : `${budget} ${scopeName(most.scope)}`;
  const name = isOfSeveral(from.head) ? `${named} of ${code(most.file)}` : named;
  const limit = formatMoney(most.limit, currency);
  const figure = most.figure === "expected" ? "" : ` at ${most.figure.toUpperCase()}`;
  const least = most.complete ? "" : "at least ";
  if (most.head === null) return `${name}: how much of ${limit} is used is not known`;
  const amount = `${least}${formatMoney(most.head, currency)}`;
  if (most.used === null) return `${name}: ${amount} of ${limit}${figure}${most.unread ? "; how much more is not known" : " used"}`;
  const isNamed = total.head !== null && [total.head.expected, total.head.p90].some((shown) => most.head?.eq(shown));
  const share = isNamed ? `${least}${percent(most.used)} of ${limit} used` : `${amount} of ${limit} used, ${percent(most.used)}`;
  return `${name}: ${share}${most.probability_over === null ? "" : figure}`;
}

/** The P90 and the probability of exceeding that limit; if both assume the planned volume, the sentence says so once. */
function chances({ total, budgets, currency, from, workloads }: Review): string {
  if (!total.head || workloads.length === 0) return "";
  const most = mostUsed(budgets);
  const p90 =
    round(total.head.sd) === 0
      ? null
      : {
          says: `the P90 is ${total.complete ? "" : "at least "}${formatMoney(total.head.p90, currency)}`,
          isPlanned: from.now.estimates.some(hasSingleVolume),
        };
  const over =
    most?.used == null || most.probability_over === null
      ? null
      : { says: `the chance of going over that budget is ${chanceOf(most.probability_over)}`, isPlanned: most.if_volume_as_planned };
  const both = [p90, over].filter((one) => one !== null);
  if (both.length > 0 && both.every(({ isPlanned }) => isPlanned)) return `if the volume is as planned, ${both.map(({ says }) => says).join(" and ")}`;
  return both.map(({ says, isPlanned }) => `${says}${ifPlanned(isPlanned)}`).join(", ");
}

/** The condition of a quantile or a probability if a volume is a single number. */
export function ifPlanned(isPlanned: boolean): string {
  return isPlanned ? " if the volume is as planned" : "";
}

/** A probability in words: never 0% or 100% if the model considers the event possible. */
export function chanceOf(probability: number): string {
  if (probability < 0.001) return "under 0.1%";
  return probability > 0.999 ? "over 99.9%" : percent(probability);
}
