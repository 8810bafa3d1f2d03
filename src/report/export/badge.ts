import { mostUsed } from "../../budget/most-used.ts";
import type { Verdict } from "../../budget/reason.ts";
import type { Review } from "../../review/result.ts";
import { formatMoney, percent } from "../layout/format.ts";

/** What is not known is grey. */
const COLORS: Readonly<Record<Verdict, string>> = { pass: "brightgreen", warn: "yellow", fail: "red", unpriced: "lightgrey", invalid: "lightgrey" };

/**
 * The month and the share of the budget that is used most, as the JSON that shields.io draws a badge of
 * (its endpoint badge): `$748.05 a month, 150% of budget`. A month that nobody knows is "unknown", in grey.
 */
export function toBadge({ total, currency, budgets, verdict }: Review): string {
  const most = mostUsed(budgets);
  const least = total.complete ? "" : "at least ";
  const used = most?.used == null ? "" : `, ${most.complete ? "" : "at least "}${percent(most.used)} of budget`;
  const message = total.head ? `${least}${formatMoney(total.head.expected, currency)} a month${used}` : "unknown";
  const color = total.head ? COLORS[verdict] : "lightgrey";
  return `${JSON.stringify({ schemaVersion: 1, label: "video budget", message, color })}\n`;
}
