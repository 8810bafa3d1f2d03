import { type LimitLever, type Reason, VERDICTS } from "../../budget/reason.ts";
import type { Decimal } from "../../money/decimal.ts";
import { moreThan } from "../../money/more-than.ts";
import type { ProblemCode } from "../../problem.ts";
import type { Review } from "../../review/result.ts";
import { code } from "../layout/escape.ts";
import { count, formatMoney } from "../layout/format.ts";
import { list, size } from "../words/args.ts";
import { leverText } from "../words/levers.ts";
import { inFull, isOfSeveral, reasonSentence } from "../words/messages.ts";
import { scopeName } from "../words/reasons.ts";
import { leverDiff, NAMED_LEVERS } from "./lever-lines.ts";

/** Problems that are errors only because a policy says so. Each has a reason of its own in the verdict. */
export const ERROR_BY_POLICY: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  "stale-price",
  "undeclared-call",
  "model-drift",
  "parameter-drift",
  "silent-cost",
]);

/** At most this many errors are named in the required actions; the others are counted. */
const NAMED = 5;

/**
 * Where the actions are shown. `text`: a report that lists every error anyway, so that the actions do not repeat them. `message`: a short
 * message. `markdown`: a comment, which shows each lever as a diff.
 */
type Form = "text" | "message" | "markdown";

/** One reason of the verdict, and what to do about it. `isRequired`: it must be done now; otherwise it is something to keep in mind. */
export type Action = { reason: Reason; says: string; todo: readonly string[]; isRequired: boolean };

/** Reasons that need no action yet. */
const NOTHING_YET: ReadonlySet<Reason["code"]> = new Set<Reason["code"]>(["budget-near", "budget-exceeded-later"]);

/**
 * The required actions of a report, the worst first. A pass has none.
 */
export function requiredActions(review: Review, form: Form): Action[] {
  const told: Told = new Set();
  const rank = (reason: Reason): number => VERDICTS.indexOf(reason.level);
  return review.reasons
    .filter(({ level }) => level !== "pass")
    .sort((a, b) => rank(a) - rank(b))
    .map((reason) => ({
      reason,
      says: reasonSentence(reason, review.currency, isOfSeveral(review.from.head)),
      todo: todo(reason, { review, told, form }),
      isRequired: !NOTHING_YET.has(reason.code),
    }));
}

/** Levers that an earlier action has already named, because several limits can have the same ones. */
type Told = Set<readonly LimitLever[]>;

type Telling = { review: Review; told: Told; form: Form };

function todo(reason: Reason, telling: Telling): string[] {
  const { args, scope, limit, value } = reason;
  const { review, form } = telling;
  switch (reason.code) {
    case "invalid":
      return form === "text" ? [] : errors(review);
    case "limits-unread":
      return ["Fix the limits in a separate change that adds no cost."];
    case "budget-exceeded":
      if (args["under"] === "base") return overLimit(reason, telling, "or get the limit raised on the base branch first");
      return overLimit(
        reason,
        telling,
        `or raise the limit${scope === "total" || scope === null ? " `budget.monthly`" : ` of ${scopeName(scope)}`}${inFile(reason.file, review)}`,
      );
    case "increase-exceeded":
      return overLimit(
        reason,
        telling,
        args["under"] === "base"
          ? "or get a larger increase allowed on the base branch first"
          : `or raise \`budget.max_increase\`${inFile(reason.file, review)}`,
      );
    case "budget-exceeded-later":
      return ["Nothing to do yet: before that month, plan less for it or raise its limit (`budget.months`)."];
    case "actuals-over":
      return ["Plan less for the rest of the month, or give the month a limit of its own (`budget.months`)."];
    case "budget-near":
      return limit && value ? [`Nothing to do yet: ${leftOf(limit, value, review.currency)}.`] : [];
    case "increase-warned":
      return ["Check that the increase is intended; it is within the allowed increase."];
    case "unpriced":
      return [withoutPrice(size(args, "workloads") > 1 ? "them" : "it")];
    case "stale-price":
      return [`Compare the price of ${list(args, "workloads")} with its source. If it has changed, put the current price in your own price file.`];
    case "retires-soon":
    case "may-retire":
    case "model-drift":
    case "parameter-drift":
    case "scan-incomplete":
    case "silent-cost":
      return review.problems
        .filter(({ code: id }) => id === reason.code)
        .slice(0, NAMED)
        .map(inFull);
    case "manifest-removed":
      return ["Check that the removal is intended; after it, no budget applies."];
    case "own-price":
      return ["Compare it with its source: nothing else confirms it."];
    case "repricing":
      return ["Compare the new prices with their sources. To accept them, run `video-budget lock`."];
    case "undeclared-call":
      return ["Declare it as below, or exclude it with the comment `video-budget: ignore REASON` above the line."];
    case "no-manifest":
      return ["Write one: `video-budget init`."];
    case "manifest-new":
    case "controls-changed":
    case "overridden":
      return [];
    case "pre-existing":
      return ["This change does not need to fix it."];
  }
}

/** What is left of a limit. */
function leftOf(limit: Decimal, value: Decimal, currency: string): string {
  return moreThan(limit, value) ? `${formatMoney(limit.minus(value), currency)} a month is left` : "the limit is used up";
}

function withoutPrice(them: "it" | "them"): string {
  return `Give ${them} a \`price\`, add a price file under \`prices:\`, or leave ${them} out of the total with \`policy.unknown_price: warn\`.`;
}

/** The manifest of a reason, if there are several. */
function inFile(file: string, { from }: Review): string {
  return isOfSeveral(from.head) ? ` in ${code(file)}` : "";
}

function errors({ problems }: Review): string[] {
  const all = problems.filter(({ severity, code: id }) => severity === "error" && !ERROR_BY_POLICY.has(id));
  const named = all.slice(0, NAMED).map((problem) => `${code(`${problem.file}:${problem.line}`)} ${inFull(problem)}`);
  return all.length > NAMED ? [...named, `And ${count(all.length - NAMED, "more error")}, listed below.`] : named;
}

/** States the excess, the edits that remove it, and that the limit could be raised instead. */
function overLimit(reason: Reason, { review, told, form }: Telling, alternative: string): string[] {
  const { limit, value } = reason;
  const levers = reason.levers?.() ?? [];
  const excess = limit && value ? `${formatMoney(value.minus(limit), review.currency)} over. ` : "";
  if (levers.length === 0) return [`${excess}Bring it down, ${alternative}.`];
  if (told.has(levers)) return [`${excess}The same ${levers.length === 1 ? "edit brings" : "edits bring"} it down, ${alternative}.`];
  told.add(levers);
  const enough = levers.some(({ holds }) => holds !== "none");
  const which = levers.length === 1 ? "One edit brings it down" : "Each of these edits alone brings it down";
  const more = levers.length > NAMED_LEVERS ? [`And ${count(levers.length - NAMED_LEVERS, "more edit")}, in the JSON report.`] : [];
  return [
    `${excess}${enough ? which : "No single edit is enough; this one saves the most"}, ${alternative}:`,
    ...levers
      .slice(0, NAMED_LEVERS)
      .map((lever) => [leverText(lever, reason, review), ...(form === "markdown" ? leverDiff(lever, review, "    ") : [])].join("\n")),
    ...more,
  ];
}
