import type { Watching } from "./attempt.ts";
import type { Demand } from "./demand.ts";
import { type Chances, type JobProcess, outcomesOf } from "./process.ts";
import type { Cumulants, Takes } from "./takes.ts";
import { addProduct, addScaled, addUnits, chancesIn, compound, geometric, noWave, power, type Wave } from "./waves.ts";

/** The distribution of a month whose amounts are multiples of `step`, in the reporting currency: `upTo[k]` is the chance of (from + k) × step or less. */
export type ExactMonth = { step: number; from: number; upTo: Float64Array };

/** With fewer clips than this, the possible amounts of a month are far apart, so their chances are enumerated. */
const FEW_CLIPS = 12;

/** A month with more skewness than this is far from normal, so it is enumerated too. For all others, three moments give chances to within a few thousandths. */
const SKEWED = 0.4;

/** A month with more possible amounts than this is not enumerated. */
const MOST_AMOUNTS = 1024;

/** The most work for one month: amounts × values of the luck that the attempts of a request share. */
const MOST_WORK = 100_000;

/** The width of the amounts that are enumerated, in standard deviations. The month lies outside them with a chance of about 1e-20. */
const WIDTH = 24;

/**
 * The exact chance of every amount of a small month. Five clips cost $1 each, and one in ten fails and is not billed: the month costs
 * $5 with a chance of 0.9⁵ = 59%. With so few jobs, an approximation by three moments is off by several percent.
 * @param step the amount that every bill is a multiple of, in the reporting currency
 * @param cumulants of the cost of one clip wanted
 * @returns null if three moments are accurate enough, or if the month has too many amounts
 */
export function exactMonth(process: JobProcess, demand: Demand, step: number, [mean, variance, third]: Cumulants): ExactMonth | null {
  const { mean: clips, poisson } = demand;
  const { watching, luck, takes, attempts } = process;
  const deviation = Math.sqrt(clips * (variance + (poisson ? mean * mean : 0)));
  const skewness = (clips * (third + (poisson ? mean * (3 * variance + mean * mean) : 0))) / deviation ** 3;
  // If the month is certain, rounding leaves a deviation near 0, or NaN.
  if (!(deviation > 1e-7 * clips * mean) || (clips >= FEW_CLIPS && Math.abs(skewness) <= SKEWED)) return null;
  const sd = deviation / step;
  const longest = attempts * mostJobs(takes) * (watching.jobPrice / step);
  const size = 2 ** Math.ceil(Math.log2(Math.max(64, WIDTH * sd + 4 * longest)));
  if (!(size <= MOST_AMOUNTS) || size * luck.length > MOST_WORK) return null;
  const clip = noWave(size);
  for (const { weight, requests } of luck) addScaled(clip, clipWave(process, { watching: { ...watching, requests }, step, size }), weight);
  const chances = chancesIn(poisson ? compound(clip, clips) : power(clip, clips));
  const from = Math.max(0, Math.floor((clips * mean) / step - size / 2));
  const upTo = new Float64Array(size);
  let sum = 0;
  for (let k = 0; k < size; k++) {
    sum += chances[(from + k) % size] as number;
    upTo[k] = Math.min(1, sum);
  }
  return { step, from, upTo };
}

function mostJobs(takes: Takes): number {
  return typeof takes === "number" ? Math.ceil(takes) : takes.max;
}

/** What one submission bills, as waves: if the client does not retry, if it retries, and if the output arrives. The events are those of `Attempt`. */
type Submission = { last: Wave; retry: Wave; delivered: Wave };

/** How the client watches, the step between amounts, and the number of amounts. */
type Scale = { watching: Watching; step: number; size: number };

function submission(process: JobProcess, chances: Chances, { watching, step, size }: Scale): Submission {
  const { requests, whenLate, cancel, unseen, ackLoss, jobPrice } = watching;
  const [done] = requests.seen;
  const unwatched = 1 - done * (1 - unseen);
  const cancelled = cancel ? (1 - done) * cancel.success : 0;
  const all = { last: noWave(size), retry: noWave(size), delivered: noWave(size) };
  const bills = noWave(size);
  const late = whenLate === "retry" ? all.retry : all.last;
  for (const { chance, billed, retry, delivers, instant } of outcomesOf(chances, process)) {
    if (chance === 0) continue;
    const units = unitsOf(billed, jobPrice, step);
    addUnits(bills, units, chance);
    const seen = instant ? chance : chance * done * (1 - unseen);
    addUnits(!delivers && retry ? all.retry : all.last, units, seen);
    if (delivers) addUnits(all.delivered, units, seen);
    if (instant) continue;
    if (unwatched > 0) addUnits(late, units, chance * (unwatched - cancelled));
    if (cancel && cancelled > 0) addUnits(late, unitsOf(cancel.billed, jobPrice, step), chance * cancelled);
  }
  if (ackLoss === 0) return all;
  const ghosts = geometric(bills, ackLoss);
  const and = (wave: Wave): Wave => addProduct(noWave(size), wave, ghosts);
  return { last: and(all.last), retry: and(all.retry), delivered: and(all.delivered) };
}

function unitsOf(share: number, jobPrice: number, step: number): number {
  return Math.round((share * jobPrice) / step);
}

/** What one clip wanted bills, with all its takes and their attempts, as a wave. */
function clipWave(process: JobProcess, scale: Scale): Wave {
  const { first, takes, attempts } = process;
  const { size } = scale;
  const worse = process.later(first);
  const one = submission(process, first, scale);
  const later = worse === first ? one : submission(process, worse, scale);
  let cost = addUnits(noWave(size), 0, 1);
  let delivered = noWave(size);
  for (let left = attempts; left > 0; left--) {
    const next = left === 1 ? one : later;
    delivered = addProduct(addScaled(noWave(size), next.delivered, 1), next.retry, delivered);
    cost = addProduct(addScaled(noWave(size), next.last, 1), next.retry, cost);
  }
  if (typeof takes === "number") {
    const whole = power(cost, Math.floor(takes));
    const share = takes - Math.floor(takes);
    return share === 0 ? whole : addProduct(addScaled(noWave(size), whole, 1 - share), whole, cost, share);
  }
  const kept = addScaled(noWave(size), delivered, takes.acceptance);
  const discarded = addScaled(addScaled(noWave(size), cost, 1), kept, -1);
  let clip = addUnits(noWave(size), 0, 1);
  for (let left = takes.max; left > 0; left--) clip = addProduct(addScaled(noWave(size), kept, 1), discarded, clip);
  return clip;
}
