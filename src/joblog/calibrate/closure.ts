import type { Gathered } from "../../gather.ts";
import type { Book } from "../../prices/book.ts";
import type { Problem } from "../../problem.ts";
import { exposureOf } from "../../risk/exposure.ts";
import type { Distributions } from "../../stats/distributions.ts";
import type { Observed } from "../measure/observed.ts";
import { clipPace, coveredDays } from "../measure/volume.ts";
import type { Plan } from "../plan.ts";

/**
 * What the log billed of a workload, and what the patched manifest says of the same clips; money in the reporting currency. `mix`: the list
 * price of what the log's jobs asked for over that of the one request that the manifest declares.
 */
export type Closure = { billed: number; manifest: number; mix: number };

/** A patch whose estimate differs from its own log by more than this is refused. */
export const MOST_OFF = 0.05;
/** A log that says the cost of fewer of its jobs cannot be compared with a price. */
const LEAST_COSTED = 0.95;

/**
 * Prices the patched manifest over the log's own days: what it says that one clip costs with all that becomes of its jobs, times the
 * clips that the log has, at the list price of what those asked for. The volume that is planned takes no part.
 * @returns by file and name, null if the log's costs or a price are missing; and what `check` would refuse
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

/** The share by which a patched manifest differs from its own log. */
export function offBy({ billed, manifest }: Pick<Closure, "billed" | "manifest">): number {
  return billed === 0 ? (manifest === 0 ? 0 : 1) : Math.abs(manifest / billed - 1);
}
