import { isOverLimit } from "../../../budget/is-over-limit.ts";
import type { MonthPlan } from "../../../budget/months.ts";
import { mostUsed } from "../../../budget/most-used.ts";
import type { Review } from "../../../review/result.ts";
import type { Section } from "../../layout/assemble.ts";
import { type Column, columns } from "../../layout/columns.ts";
import { code } from "../../layout/escape.ts";
import { formatMoney, percent } from "../../layout/format.ts";
import { tableHead, tableRow } from "../../layout/table.ts";
import { isOfSeveral } from "../../words/messages.ts";
import { scopeName, VERDICT_WORDS } from "../../words/reasons.ts";

const TITLES = ["Month", "Expected:", "P90:", "Tightest limit", "Used:", "State"];

/** The coming months compared with their limits. Empty if every month equals this one. */
export function monthsSection(review: Review): Section[] {
  const { plan } = review;
  if (!plan) return [];
  const rows = plan.months.map((one) => {
    const [month = "", expected = "", p90 = "", limit = "", share = "", state = ""] = cells(one, review);
    const limitUsed = share === "" ? limit : `${share} of ${limit}`;
    return tableRow([`${expected}<br>P90\u00a0${p90}`, `${month}${state === "" ? "" : ` ${state}`}<br>${limitUsed}`]);
  });
  const before = [`**Months ahead**: ${summary(review)}`, "", ...tableHead(["Expected:", "Month and its tightest limit"])];
  const after = notes(review).flatMap((note) => ["", note]);
  return [{ before, rows, after, noun: "month", asRow: (text) => tableRow([text, ""]) }];
}

/** The same section for a terminal. */
export function monthLines(review: Review, width: number, dim: (text: string) => string): string[] {
  const { plan } = review;
  if (!plan) return [];
  const titles = TITLES.map((title): Column => (title.endsWith(":") ? { title: title.slice(0, -1), align: "right" } : { title }));
  const table = columns(
    titles,
    plan.months.map((month) => cells(month, review)),
    width,
    dim,
  );
  return [...table, summary(review), ...notes(review)];
}

function cells({ month, figures, complete, limits, retired }: MonthPlan, review: Review): string[] {
  const { currency } = review;
  const least = complete ? "" : "≥ ";
  const amount = (of: "expected" | "p90"): string => (figures ? `${least}${formatMoney(figures[of], currency)}` : "unknown");
  const most = mostUsed(limits);
  const states = retired.length > 0 ? ["model retired"] : [];
  const limitCells = most
    ? [
        `${isOfSeveral(review.from.head) ? `${code(most.file)} ` : ""}${scopeName(most.scope)}, ${formatMoney(most.limit, currency)}`,
        most.used === null ? "unknown" : `${most.complete ? "" : "≥ "}${percent(most.used)}`,
        [
          most.verdict === "pass"
            ? "within budget"
            : most.verdict === "warn"
              ? "close"
              : most.head && isOverLimit(most.head, most.limit)
                ? "over"
                : VERDICT_WORDS[most.verdict].title,
          ...states,
        ].join(", "),
      ]
    : ["none", "", states.join(", ")];
  return [month, amount("expected"), amount("p90"), ...limitCells];
}

function summary({ plan }: Review): string {
  if (!plan) return "";
  if (plan.first_over !== null) return `the first month over a limit is ${plan.first_over}.`;
  const isKnown = plan.months.every(({ complete }) => complete);
  const hasLimits = plan.months.some(({ limits }) => limits.length > 0);
  if (!hasLimits) return "no limit is set.";
  return isKnown ? "No month is over a limit." : "No month is known to be over a limit, but not every month is known.";
}

/** A note for each month in which a model retires. */
function notes({ plan }: Review): string[] {
  const [first, ...later] = plan?.months ?? [];
  const gone = new Set(first?.retired ?? []);
  return later.flatMap(({ month, retired }) => {
    const now = retired.filter((name) => !gone.has(name));
    for (const name of now) gone.add(name);
    return now.length === 0 ? [] : [`In ${month} the model of ${now.map((name) => code(name)).join(", ")} retires. Its cost is unknown from then on.`];
  });
}
