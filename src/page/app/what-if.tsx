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

/** A plan, and its review without edits. */
export type OpenPlan = { session: Session; written: Review };

const UNTOUCHED: Edits = new Map();

/** Edits of the plan, and the review with them. */
type Variant = { edits: Edits; review: Review };

/** The plan with its controls. It is compared with the plan as written, or with a variant that the user kept. */
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
        <h2 id="plan-heading">Monthly cost</h2>
        <Comparison review={review} kept={kept.review} isWritten={kept.edits === UNTOUCHED} />
        <p class="actions">
          <button type="button" onClick={() => setKept(current)}>
            Compare with this from now on
          </button>
          <button type="button" onClick={() => setCurrent(kept)}>
            Back to the compared plan
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

/** Applies the changes of a control. If they come faster than reviews finish, only the last review is shown. */
function useTurning(
  session: Session,
  current: Variant,
  show: (next: Variant) => void,
  say: (text: string) => void,
): (workload: WorkloadId, turn: Turn) => void {
  const latest = useRef(current.edits);
  // Whether a key can be set depends on its place in the text and not on its value, so each place is checked once.
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
        say(`${text.stuck.join(".")} cannot be changed here: it is a YAML alias or not a plain value.`);
        return;
      }
      for (const place of places) settable.current.add(place);
    }
    latest.current = edits;
    session.reviewOf(edits).then(
      (review) => {
        if (latest.current !== edits) return;
        show({ edits, review });
        const month = review.total.head ? `Expected ${formatMoney(review.total.head.expected, review.currency)} a month` : "No monthly cost";
        const also = moved.map(({ field, value }) => `${field} became ${wordOf(field, value)}`);
        say(`${month}, ${review.verdict}.${also.length > 0 ? ` ${workload.name}: ${also.join(", ")}, because the model accepts no other value here.` : ""}`);
      },
      (error: unknown) => say(`The plan could not be calculated: ${error instanceof Error ? error.message : String(error)}`),
    );
  };
}
