import { useMemo, useState } from "preact/hooks";
import type { Review } from "../../review/result.ts";
import { aheadOfPlan } from "../ahead.ts";
import { Bar, most } from "./month-chart.tsx";

/** Twelve months, each compared with its limit. They are calculated only when the section is open, because that prices the plan twelve times. */
export function MonthsAheadChart({ review }: { review: Review }) {
  const [isOpen, setOpen] = useState(false);
  const months = useMemo(() => (isOpen ? aheadOfPlan(review, 12) : []), [isOpen, review]);
  const scale = Math.max(most(months.map(({ total }) => total)), ...months.map(({ limit }) => limit ?? 0));
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Twelve months ahead, at today's prices</summary>
      <ul class="chart">
        {months.map(({ month, total, limit }) => (
          <Bar key={month} name={month} month={total} before={null} scale={scale} limit={limit} currency={review.currency} />
        ))}
      </ul>
    </details>
  );
}
