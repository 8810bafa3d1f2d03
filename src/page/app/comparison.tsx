import type { Decimal } from "../../money/decimal.ts";
import { formatMoney, signedMoney } from "../../report/layout/format.ts";
import { isOfSeveral, reasonSentence } from "../../report/words/messages.ts";
import type { Review } from "../../review/result.ts";
import type { Figures } from "../../risk/figures.ts";

const ROWS: readonly [figure: keyof Figures, label: string][] = [
  ["expected", "Expected"],
  ["p50", "P50: half of all months stay below"],
  ["p90", "P90: nine of ten months stay below"],
  ["list", "At list price, without failures"],
  ["cash", "Paid in a steady month"],
];

/** The figures of two plans side by side, and the budget's reasons for the current one. */
export function Comparison({ review, kept, isWritten }: { review: Review; kept: Review; isWritten: boolean }) {
  const { currency } = review;
  return (
    <>
      <div class="scroll">
        <table>
          <caption>Monthly cost in {currency}</caption>
          <thead>
            <tr>
              <th scope="col">Figure</th>
              <th scope="col" class="number">
                {isWritten ? "As written" : "As kept"}
              </th>
              <th scope="col" class="number">
                Now
              </th>
              <th scope="col" class="number">
                Difference
              </th>
            </tr>
          </thead>
          <tbody>
            {ROWS.map(([figure, label]) => (
              <Row key={figure} label={label} before={kept.total.head?.[figure] ?? null} now={review.total.head?.[figure] ?? null} currency={currency} />
            ))}
            <tr>
              <th scope="row">Verdict</th>
              <td class="number">{kept.verdict}</td>
              <td class="number">
                <strong class={`verdict ${review.verdict}`}>{review.verdict}</strong>
              </td>
              <td />
            </tr>
          </tbody>
        </table>
      </div>
      {!review.total.complete && <p>Some workloads have no price. The figures include only those that have one.</p>}
      {review.reasons.length > 0 && (
        <ul>
          {review.reasons.map((reason) => (
            <li key={`${reason.code} ${reason.file} ${reason.scope}`}>{reasonSentence(reason, currency, isOfSeveral(review.from.head))}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Row({ label, before, now, currency }: { label: string; before: Decimal | null; now: Decimal | null; currency: string }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td class="number">{before ? formatMoney(before, currency) : "unknown"}</td>
      <td class="number">{now ? formatMoney(now, currency) : "unknown"}</td>
      <td class="number">{before && now ? signedMoney(now.minus(before), currency) : "unknown"}</td>
    </tr>
  );
}
