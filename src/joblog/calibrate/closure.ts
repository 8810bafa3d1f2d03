import type { Gathered } from "../../gather.ts";
import type { Book } from "../../prices/book.ts";
import type { Problem } from "../../problem.ts";
import { exposureOf } from "../../risk/exposure.ts";
import type { Distributions } from "../../stats/distributions.ts";
import type { Observed } from "../measure/observed.ts";
import { clipPace, coveredDays } from "../measure/volume.ts";
import type { Plan } from "../plan.ts";

/**
 * The billed amount of a workload in the log, and the patched manifest's estimate for the same clips, in the reporting currency. `mix`: the
 * list price of the log's requests divided by that of the request that the manifest declares; above 1 if the log's clips are more expensive.
 */
export type Closure = { billed: number; manifest: number; mix: number };

/** A patch is refused if its estimate differs from its own log by more than this share. */
export const MOST_OFF = 0.05;
/** A log can only be compared if at least this share of its jobs has a cost. */
const LEAST_COSTED = 0.95;

/**
 * Estimates the log's own days with the patched manifest: the expected cost of one clip, times the clips in the log, times `mix`. The planned
 * volume is not used.
 * @returns `closures` by the workload's index in the plan, null if costs of the log or a price are missing; `refused`: the errors of the
 *   patched manifest
 */
export function closureOf(
  patched: Gathered,
  { book, date, plan, observed, distributions }: { book: Book; date: string; plan: Plan; observed: readonly Observed[]; distributions: Distributions },
): { closures: ReadonlyMap<number, Closure | null>; refused: readonly Problem[] } {
  const { estimates, problems } = exposureOf(patched, book, { date, after: 0 }, distributions);
  const covered = coveredDays(observed);
  const closures = new Map<number, Closure | null>();
  for (const { index, file, name } of plan.workloads) {
    const seen = observed[index] as Observed;
    if (seen.jobs === 0) continue;
    const { risk, job } = estimates.find((one) => one.file === file && one.name === name) ?? {};
    const price = job?.amount.toNumber() ?? 0;
    const mix = price > 0 && seen.listed.jobs > 0 ? seen.listed.amount / seen.listed.jobs / price : 1;
    const costed = Object.values(seen.outcomes).reduce((sum, one) => sum + one.costed, 0);
    const clips = clipPace(seen, covered);
    if (!risk || costed < LEAST_COSTED * seen.jobs) {
      closures.set(index, null);
      continue;
    }
    const { figures, jobs } = risk;
    const [planned, logged] = clips ? [jobs.clips, clips.count] : [jobs.submitted, seen.jobs];
    const manifest = planned > 0 ? (figures.expected.toNumber() / planned) * logged * mix : Number.NaN;
    const billed = [...seen.days.values()].reduce((sum, { cost }) => sum + cost.total(), 0) * (seen.jobs / costed);
    closures.set(index, Number.isFinite(manifest) ? { billed, manifest, mix } : null);
  }
  return { closures, refused: problems.filter(({ severity }) => severity === "error") };
}

/** The share by which the patched manifest's estimate differs from the log. */
export function offBy({ billed, manifest }: Pick<Closure, "billed" | "manifest">): number {
  return billed === 0 ? (manifest === 0 ? 0 : 1) : Math.abs(manifest / billed - 1);
}
