import { mostUsed } from "../../budget/most-used.ts";
import type { Verdict } from "../../budget/reason.ts";
import type { Review } from "../../review/result.ts";
import { formatMoney, percent } from "../layout/format.ts";

/** An unknown or unpriced estimate is gray. */
const COLORS: Readonly<Record<Verdict, string>> = { pass: "brightgreen", warn: "yellow", fail: "red", unpriced: "lightgrey", invalid: "lightgrey" };

/**
 * The monthly cost and the highest share of a budget in use, as JSON for the endpoint badge of shields.io:
 * `$748.05 a month, 150% of budget`. An unknown monthly cost is "unknown", in gray.
 */
export function toBadge({ total, currency, budgets, verdict }: Review): string {
  const most = mostUsed(budgets);
  const least = total.complete ? "" : "at least ";
  const used = most?.used == null ? "" : `, ${most.complete ? "" : "at least "}${percent(most.used)} of budget`;
  const message = total.head ? `${least}${formatMoney(total.head.expected, currency)} a month${used}` : "unknown";
  const color = total.head ? COLORS[verdict] : "lightgrey";
  return `${JSON.stringify({ schemaVersion: 1, label: "video budget", message, color })}\n`;
}
