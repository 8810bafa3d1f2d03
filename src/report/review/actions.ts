import { membersOf } from "../../budget/members.ts";
import { type Reason, VERDICTS } from "../../budget/reason.ts";
import { type Remedy, remedyOf } from "../../budget/remedy.ts";
import type { Review } from "../../review/result.ts";
import { code } from "../layout/escape.ts";
import { count, formatMoney, percent, quantity } from "../layout/format.ts";
import { list } from "../words/args.ts";
import { inFull, isOfSeveral, reasonSentence } from "../words/messages.ts";
import { scopeName } from "../words/reasons.ts";

/** Errors named one by one among the required actions; the rest is counted. */
const NAMED = 5;

/** One reason of the verdict, and what to do about it. */
export type Action = { reason: Reason; says: string; todo: readonly string[] };

/**
 * What has to be done for the verdict to be better, concrete and computed, worst first; nothing for a pass.
 * @param errorsFollow whether the report lists every error anyway, so that they are not named here
 */
export function requiredActions(review: Review, errorsFollow: boolean): Action[] {
  const rank = (reason: Reason): number => VERDICTS.indexOf(reason.level);
  return review.reasons
    .filter(({ level }) => level !== "pass")
    .sort((a, b) => rank(a) - rank(b))
    .map((reason) => ({ reason, says: reasonSentence(reason, review.currency, isOfSeveral(review.from.head)), todo: todo(reason, review, errorsFollow) }));
}

function todo(reason: Reason, review: Review, errorsFollow: boolean): string[] {
  const { args, scope, limit, value } = reason;
  switch (reason.code) {
    case "invalid":
      return errorsFollow ? [] : errors(review);
    case "limits-unread":
      return ["Repair the limits in a change of its own that adds nothing to the month."];
    case "budget-exceeded":
      if (args["under"] === "base") return [overLimit(reason, review, "or get the limit raised on the base branch first")];
      return [
        overLimit(
          reason,
          review,
          `or raise the limit${scope === "total" || scope === null ? " `budget.monthly`" : ` of ${scopeName(scope)}`}${inFile(reason.file, review)}`,
        ),
      ];
    case "increase-exceeded":
      return [
        overLimit(
          reason,
          review,
          args["under"] === "base" ? "or get more allowed on the base branch first" : `or raise \`budget.max_increase\`${inFile(reason.file, review)}`,
        ),
      ];
    case "budget-near":
      return limit && value ? [`Nothing yet: ${formatMoney(limit.minus(value), review.currency)} a month is left.`] : [];
    case "increase-warned":
      return ["Make sure that the increase is meant; it is within what may be added."];
    case "unpriced":
      return [
        `Give ${Array.isArray(args["workloads"]) && args["workloads"].length > 1 ? "them" : "it"} a \`price\`, add a price file under \`prices:\`, or count without ${Array.isArray(args["workloads"]) && args["workloads"].length > 1 ? "them" : "it"} with \`policy.unknown_price: warn\`.`,
      ];
    case "stale-price":
      return [`Compare the price of ${list(args, "workloads")} with its source; where it no longer holds, give it in a price file of your own.`];
    case "retires-soon":
    case "may-retire":
      return review.problems
        .filter(({ code: id }) => id === reason.code)
        .slice(0, NAMED)
        .map(inFull);
    case "manifest-removed":
      return ["Make sure that the manifest is meant to go; nothing holds its budget from then on."];
    case "own-price":
      return ["Compare it with its source: nothing else holds it."];
    case "repricing":
      return ["Compare the new prices with their sources; where they are agreed to, `video-budget lock` writes them down."];
    case "no-manifest":
      return ["Write one: `video-budget init`."];
    case "manifest-new":
    case "controls-changed":
    case "overridden":
      return [];
    case "pre-existing":
      return ["It needs nothing from this change."];
  }
}

/** Which manifest, where there are several. */
function inFile(file: string, { from }: Review): string {
  return isOfSeveral(from.head) ? ` in ${code(file)}` : "";
}

function errors({ problems }: Review): string[] {
  const all = problems.filter(({ severity, code: id }) => severity === "error" && id !== "stale-price");
  const named = all.slice(0, NAMED).map((problem) => `${code(`${problem.file}:${problem.line}`)} ${inFull(problem)}`);
  return all.length > NAMED ? [...named, `And ${count(all.length - NAMED, "more error")}, listed below.`] : named;
}

function overLimit(reason: Reason, review: Review, alternative: string): string {
  const { currency, from, workloads, controls, budgets } = review;
  const { under } = reason.args;
  // What the other judgement holds may be other members, at other prices.
  const isShown =
    under === undefined ||
    under === controls?.stands ||
    budgets.some(({ file, scope, head }) => file === reason.file && scope === reason.scope && reason.value !== null && head?.eq(reason.value));
  const remedy = isShown ? remedyOf(reason, membersOf(reason.file, reason.scope ?? "total", from.head, from.now), workloads, from.distributions) : null;
  if (!remedy) return `Bring it down, ${alternative}.`;
  const { excess, driver } = remedy;
  const part = driver.isIncrease
    ? `adds the most, ${formatMoney(driver.contributes, currency)}`
    : `is the largest part, ${formatMoney(driver.contributes, currency)}`;
  return `That is ${formatMoney(excess, currency)} too much. ${code(driver.name)}${inFile(driver.file, review)} ${part}: ${change(remedy)}, ${alternative}.`;
}

function change({ volume, driver }: Remedy): string {
  const name = code(driver.name);
  if (!volume) return `even without it the rest is too much, so cut ${name} and others`;
  if (volume.to === null || volume.from === null) return `cut the ${code(volume.key)} of ${name} by at least ${percent(Math.ceil(volume.cut * 100) / 100)}`;
  return `set ${code(volume.key)} of ${name} to at most ${quantity(volume.to)} (now ${quantity(volume.from)})`;
}
