import { type Decimal, ZERO } from "../../../money/decimal.ts";
import type { Review } from "../../../review/result.ts";
import type { Section } from "../../layout/assemble.ts";
import { code, inert } from "../../layout/escape.ts";
import { count, formatMoney } from "../../layout/format.ts";
import { doubtsOf } from "../../words/trust.ts";
import { rowsOf } from "../rows.ts";

/** At most this many models are named; the others are counted. */
const NAMED = 8;

type Doubted = { id: string; doubts: readonly string[]; monthly: Decimal };

/** Models with a less certain price and the monthly cost that depends on it, always visible, the most expensive first. Empty if there are none. */
export function trustSection(review: Review): Section[] {
  const rows = lines(review, code).map((line) => `- ${line}`);
  return rows.length === 0 ? [] : [{ before: ["**Less certain prices**", ""], rows, after: [], noun: "price", asRow: (text) => `- ${text}` }];
}

/** The same list as lines of text. */
export function trustLines(review: Review): string[] {
  return lines(review, (text) => inert(text));
}

function lines(review: Review, quote: (text: string) => string): string[] {
  const all = doubted(review);
  const shown = all.slice(0, NAMED).map(({ id, doubts, monthly }) => `${quote(id)}: ${formatMoney(monthly, review.currency)} a month, ${doubts.join(", ")}`);
  return all.length > NAMED ? [...shown, `and ${count(all.length - NAMED, "more model")}`] : shown;
}

/** Uses the rounded amounts of the table, so that both show the same figures. */
function doubted(review: Review): Doubted[] {
  const found = new Map<string, Doubted>();
  for (const { line, monthly } of rowsOf(review).rows) {
    const { head } = line;
    if (!head?.source || !head.job || !head.monthly || !monthly) continue;
    const doubts = doubtsOf(head.source, review.date);
    if (doubts.length === 0) continue;
    const { id } = head.source;
    found.set(id, { id, doubts, monthly: (found.get(id)?.monthly ?? ZERO).plus(monthly) });
  }
  return [...found.values()].sort((a, b) => b.monthly.cmp(a.monthly));
}
