import { useMemo, useState } from "preact/hooks";
import { formatMoney, jobPrice } from "../../report/layout/format.ts";
import { sentence } from "../../report/words/messages.ts";
import type { Review } from "../../review/result.ts";
import type { WorkloadCost } from "../../risk/workload-cost.ts";
import { idOf } from "../edits.ts";
import { knobsOf, type Turn } from "../knobs.ts";
import { offersFor } from "../offers.ts";
import { KnobControl } from "./knob-control.tsx";
import { RankingTable } from "./ranking-table.tsx";

type Props = { cost: WorkloadCost; review: Review; isEdited: boolean; onTurn: (turn: Turn) => void };

/** One workload: its monthly cost, its controls, and the price of the same clip with other models. */
export function WorkloadPanel({ cost, review, isEdited, onTurn }: Props) {
  const { keys, file, name, job, risk, status } = cost;
  const pricing = review.from.now.pricing.get(file);
  const problems = review.problems.filter((one) => one.file === file && one.path[0] === "workloads" && one.path[1] === name);
  const id = idOf(cost);
  // An unchanged workload keeps the same `keys` object, so its controls are not built again.
  const controls = useMemo(
    () =>
      keys &&
      pricing && (
        <fieldset>
          <legend class="unseen">Controls of {name}</legend>
          {knobsOf(keys, pricing).map((knob) => (
            <KnobControl key={knob.id} knob={knob} scope={id.replaceAll(/[^\w.-]/g, "_")} onTurn={onTurn} />
          ))}
        </fieldset>
      ),
    [keys, pricing?.manifest.settings, pricing?.book],
  );
  return (
    <article aria-labelledby={`name ${id}`.replaceAll(" ", "-")}>
      <h3 id={`name ${id}`.replaceAll(" ", "-")}>
        {name} {isEdited && <span class="edited">edited</span>}
      </h3>
      <p class="figures">
        <strong>{risk ? `${formatMoney(risk.figures.expected, review.currency)} a month` : `no price: ${status}`}</strong>
        {job && risk && ` · ${jobPrice(job.amount, review.currency)} a job`}
        {keys && ` · ${keys.provider}`}
        {review.from.head.manifests.length > 1 && ` · ${file}`}
      </p>
      {problems.length > 0 && (
        <ul class="problems">
          {problems.map((problem) => (
            <li key={sentence(problem)}>
              {problem.severity}: {sentence(problem)}
            </li>
          ))}
        </ul>
      )}
      {controls ?? <p>This workload has errors, so it has no controls.</p>}
      {keys && pricing && <Others cost={cost} review={review} />}
    </article>
  );
}

/** All models for this workload's clip. They are ranked only when the section is open, because that goes through the whole price book. */
function Others({ cost, review }: { cost: WorkloadCost; review: Review }) {
  const [isOpen, setOpen] = useState(false);
  const pricing = review.from.now.pricing.get(cost.file);
  const ranking = isOpen && pricing ? offersFor(cost, pricing) : null;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Other models for the same clip</summary>
      {isOpen &&
        (ranking ? (
          <RankingTable ranking={ranking} current={cost.source?.id ?? null} />
        ) : (
          <p>The length of the clip is unknown, so other models cannot be compared.</p>
        ))}
    </details>
  );
}
