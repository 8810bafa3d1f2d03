import { decimal } from "../../money/decimal.ts";
import { formatMoney } from "../../report/layout/format.ts";
import type { Review } from "../../review/result.ts";
import { idOf } from "../edits.ts";
import type { Month, monthBars } from "../month.ts";

type Months = ReturnType<typeof monthBars>;

/** Monthly costs as bars. The bar is the mean, the band over it is P10 to P90, and the thin bar below is the plan to compare with. Workloads share one scale; the total has its own. */
export function MonthChart({ months, before, review }: { months: Months; before: Months; review: Review }) {
  const earlier = new Map(before.workloads.map((one) => [idOf(one), one.month]));
  const limits = review.budgets.filter(({ scope }) => scope === "total").map(({ limit }) => limit.toNumber());
  const limit = limits.length === 1 ? (limits[0] ?? null) : null;
  const scale = most(months.workloads.flatMap((one) => [one.month, earlier.get(idOf(one)) ?? null]));
  const whole = Math.max(most([months.total, before.total]), limit ?? 0);
  return (
    <figure class="chart" aria-labelledby="chart-caption">
      <figcaption id="chart-caption">
        Monthly cost by workload: the expected cost, the band from P10 to P90, and the other plan below.
        {limit !== null && " The line at the total is its limit."}
      </figcaption>
      <ul>
        {months.workloads.map((one) => (
          <Bar
            key={idOf(one)}
            name={one.name}
            month={one.month}
            before={earlier.get(idOf(one)) ?? null}
            scale={scale}
            limit={null}
            currency={review.currency}
          />
        ))}
        <Bar
          name={months.isComplete ? "Total" : "Total of priced workloads"}
          month={months.total}
          before={before.total}
          scale={whole}
          limit={limit}
          currency={review.currency}
        />
      </ul>
    </figure>
  );
}

type BarProps = { name: string; month: Month | null; before: Month | null; scale: number; limit: number | null; currency: string };

/** One row of the chart. Its text states what the bar shows, so the bar is hidden from screen readers. */
export function Bar({ name, month, before, scale, limit, currency }: BarProps) {
  const at = (amount: number): number => (scale > 0 ? Math.max(0, (amount / scale) * 100) : 0);
  const money = (amount: number): string => formatMoney(decimal(amount), currency);
  return (
    <li>
      <span class="bar-name">{name}</span>
      <span class="bar-words">
        {month ? money(month.expected) : "no price"}
        {month && month.p90 > month.p10 && ` (${money(month.p10)} to ${money(month.p90)})`}
        {limit !== null && `, limit ${money(limit)}`}
      </span>
      <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
        {month && <rect class="bar" x="0" y="1" width={at(month.expected)} height="7" />}
        {month && month.p90 > month.p10 && <rect class="band" x={at(month.p10)} y="3" width={at(month.p90) - at(month.p10)} height="3" />}
        {before && <rect class="before" x="0" y="9" width={at(before.expected)} height="2" />}
        {limit !== null && <rect class="limit" x={Math.min(99.6, at(limit))} y="0" width="0.4" height="12" />}
      </svg>
    </li>
  );
}

/** The largest amount in a chart of these months. */
export function most(months: readonly (Month | null)[]): number {
  return Math.max(0, ...months.flatMap((month) => (month ? [month.expected, month.p90] : [])));
}
