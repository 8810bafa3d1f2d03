import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { formatMoney } from "../../report/layout/format.ts";
import type { Review } from "../../review/result.ts";
import { variesByMonth } from "../ahead.ts";
import { type Edits, idOf, type WorkloadId, withEdits } from "../edits.ts";
import { type Turn, wordOf } from "../knobs.ts";
import { monthBars } from "../month.ts";
import type { Session } from "../session.ts";
import { Comparison } from "./comparison.tsx";
import { Manifest } from "./manifest.tsx";
import { MonthChart } from "./month-chart.tsx";
import { MonthsAheadChart } from "./months-ahead.tsx";
import { WorkloadPanel } from "./workload-panel.tsx";

/** A plan that was read, and its review as it is written. */
export type OpenPlan = { session: Session; written: Review };

const UNTOUCHED: Edits = new Map();

/** A plan with its edits. */
type Variant = { edits: Edits; review: Review };

/** The plan, with everything that can be turned; what it is compared with is the plan as written, or as it was kept. */
export function WhatIf({ session, written }: OpenPlan) {
  const [current, setCurrent] = useState<Variant>({ edits: UNTOUCHED, review: written });
  const [kept, setKept] = useState<Variant>(current);
  const [said, setSaid] = useState("");
  const turn = useTurning(session, current, setCurrent, setSaid);
  const { review, edits } = current;
  const months = useMemo(() => monthBars(review), [review]);
  const before = useMemo(() => monthBars(kept.review), [kept]);
  return (
    <>
      <section id="plan" aria-labelledby="plan-heading">
        <h2 id="plan-heading">The month</h2>
        <Comparison review={review} kept={kept.review} isWritten={kept.edits === UNTOUCHED} />
        <p class="actions">
          <button type="button" onClick={() => setKept(current)}>
            Compare with this from now on
          </button>
          <button type="button" onClick={() => setCurrent(kept)}>
            Back to what it is compared with
          </button>
          <button type="button" onClick={() => setCurrent({ edits: UNTOUCHED, review: written })}>
            Back to the manifest
          </button>
        </p>
        <p role="status" class="said">
          {said}
        </p>
        <MonthChart months={months} before={before} review={review} />
        {variesByMonth(review) && <MonthsAheadChart review={review} />}
      </section>
      <section id="workloads" aria-labelledby="workloads-heading">
        <h2 id="workloads-heading">Workloads</h2>
        {review.from.now.estimates.map((cost) => (
          <WorkloadPanel key={idOf(cost)} cost={cost} review={review} isEdited={edits.has(idOf(cost))} onTurn={(one) => turn(cost, one)} />
        ))}
      </section>
      <Manifest session={session} edits={edits} />
    </>
  );
}

/** Follows a slider: of turns that come faster than they are worked out only the last is. */
function useTurning(
  session: Session,
  current: Variant,
  show: (next: Variant) => void,
  say: (text: string) => void,
): (workload: WorkloadId, turn: Turn) => void {
  const latest = useRef(current.edits);
  // Where a key can be set does not go by its value, and is looked up in the text once.
  const settable = useRef(new Set<string>());
  useEffect(() => {
    latest.current = current.edits;
  }, [current]);
  return (workload, { keys, moved }) => {
    if (keys.length === 0) return;
    const edits = withEdits(latest.current, workload, keys);
    const places = keys.map(({ path, value }) => JSON.stringify([workload.file, workload.name, path, typeof value]));
    if (!places.every((place) => settable.current.has(place))) {
      const text = session.textsOf(new Map([...edits].filter(([id]) => id === idOf(workload))));
      if ("stuck" in text) {
        say(`${text.stuck.join(".")} cannot be set here: it is written as an alias, or as something else than a plain value.`);
        return;
      }
      for (const place of places) settable.current.add(place);
    }
    latest.current = edits;
    session.reviewOf(edits).then(
      (review) => {
        if (latest.current !== edits) return;
        show({ edits, review });
        const month = review.total.head ? `Expected ${formatMoney(review.total.head.expected, review.currency)} a month` : "No price for the month";
        const also = moved.map(({ field, value }) => `${field} became ${wordOf(field, value)}`);
        say(`${month}, ${review.verdict}.${also.length > 0 ? ` ${workload.name}: ${also.join(", ")}, since the model accepts nothing else here.` : ""}`);
      },
      (error: unknown) => say(`This could not be worked out: ${error instanceof Error ? error.message : String(error)}`),
    );
  };
}
