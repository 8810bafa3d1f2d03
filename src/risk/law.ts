import type { WorkloadKeys } from "../manifest/schema.ts";
import { attempt } from "./attempt.ts";
import { type Clip, type Cumulants, clip } from "./clip.ts";
import type { Demand } from "./demand.ts";
import type { Distributions } from "./distributions.ts";
import { month } from "./month.ts";
import { type Draws, through } from "./outer.ts";
import { type Chances, capped, FAILURES, type Failure, outcomesOf, type Process } from "./process.ts";
import { type Take, take } from "./take.ts";

/** The month of one workload as a random amount: known up to its shared unknowns, and exact given them. */
export type Law = {
  /** The unknowns it depends on, by names that other workloads may share: rates first, then volume. */
  variables: readonly string[];
  /** How many of them are rates. */
  rates: number;
  /** Its cumulants at each draw of those; one point where there are none. In the reporting currency. */
  points: (draws: readonly Draws[]) => readonly Cumulants[];
  /** The step that the month comes in, where every job costs a multiple of one amount. */
  lattice: number | null;
};

/** The law of a month about which nothing is uncertain. */
export function fixedLaw(monthly: number): Law {
  return { variables: [], rates: 0, points: () => [[monthly, 0, 0]], lattice: null };
}

/** One take and one clip wanted, at given chances. */
export function unitOf(process: Process, chances: Chances): { take: Take; clip: Clip } {
  const first = attempt(outcomesOf(chances, process), process.watching);
  const worse = process.later(chances);
  const later = worse === chances ? first : attempt(outcomesOf(worse, process), process.watching);
  const one = take(first, later, process.attempts);
  return { take: one, clip: clip(one, process.takes) };
}

/**
 * The law of a month: clips wanted, in groups of `count` that one job makes.
 * @param name of the workload, with its file: volumes of different workloads are different unknowns unless they share a driver
 */
export function lawOf(
  process: Process,
  demand: Demand,
  { provider, reliability, volume }: WorkloadKeys,
  count: number,
  name: string,
  distributions: Distributions,
): Law {
  const rates = FAILURES.flatMap((failure) => {
    const counted = reliability.evidence?.[failure];
    return counted ? [{ failure, ...counted }] : [];
  });
  const variables = [
    ...rates.map(({ failure, k, n }) => `${provider} ${failure} ${k}/${n}`),
    ...(demand.draw ? [volume.driver === undefined ? `volume ${name}` : `driver ${volume.driver}`] : []),
  ];
  const known = rates.length === 0 ? unitOf(process, process.first).clip.cost : null;
  const worked = new Map<string, readonly Cumulants[]>();
  return {
    variables,
    rates: rates.length,
    lattice: latticeOf(process, demand, count),
    points: (draws) => {
      const id = draws.map((one) => one.id).join();
      const points = worked.get(id) ?? pointsAt(draws);
      worked.set(id, points);
      return points;
    },
  };

  function pointsAt(draws: readonly Draws[]): readonly Cumulants[] {
    if (variables.length === 0) return [month(known as Cumulants, demand.luck(demand.mean / count))];
    const drawnRates = rates.map(({ k, n }, i) => through(draws[i] as Draws, (u) => distributions.betaQuantile(u, k + 0.5, n - k + 0.5), distributions));
    const clips = demand.draw?.(draws[rates.length] as Draws, distributions);
    const { length } = (draws[0] as Draws).uniform;
    return Array.from({ length }, (_, point) => {
      const cost = known ?? unitOf(process, drawn(process.first, rates, drawnRates, point)).clip.cost;
      return month(cost, demand.luck((clips ? (clips[point] as number) : demand.mean) / count));
    });
  }
}

function drawn(first: Chances, rates: readonly { failure: Failure }[], values: readonly Float64Array[], point: number): Chances {
  const chances: Record<Failure, number> = { ...first };
  rates.forEach(({ failure }, i) => {
    chances[failure] = (values[i] as Float64Array)[point] as number;
  });
  return capped(chances);
}

/** Billed shares are read to this many decimals. */
const DECIMALS = 1e6;

/**
 * Job price × the greatest common divisor of the shares that a job can bill: a month is a multiple of it
 * where clips come in whole numbers and no status request is billed.
 */
function latticeOf({ first, later, billed, watching }: Process, { whole }: Demand, count: number): number | null {
  const { jobPrice, statusPrice, cancel } = watching;
  if (!whole || count !== 1 || statusPrice > 0 || jobPrice <= 0) return null;
  const worse = later(first);
  const shares = FAILURES.filter((failure) => first[failure] > 0 || worse[failure] > 0).map(billed);
  if (cancel && cancel.success > 0) shares.push(cancel.billed);
  const step = shares.reduce((divisor, share) => gcd(divisor, Math.round(share * DECIMALS)), DECIMALS) / DECIMALS;
  return step < 0.001 ? null : jobPrice * step;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
