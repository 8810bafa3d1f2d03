import type { Distributions } from "../../stats/distributions.ts";
import { type Draws, drawsOf, POINTS } from "../../stats/draws.ts";
import { hasMesh, meshOf } from "../../stats/parts.ts";
import type { ExactMonth } from "./exact-month.ts";
import { type Mixture, mixtureOf, sorted } from "./mixture.ts";
import { byValue, inOneOrder } from "./order.ts";
import { asOne, cumulantsByFormula, noPoints, onFirstUse, type Points, sharedByFormula, withVariationWithin } from "./points.ts";
import type { Cumulants } from "./takes.ts";
import type { WorkloadDistribution } from "./workload-distribution.ts";

/** The distribution of the monthly cost of some workloads together, in the reporting currency. */
export type TotalDistribution = {
  mean: number;
  sd: number;
  /** The amount that the month's cost stays at or below with probability p, 0 < p < 1. */
  quantile: (p: number) => number;
  /** The probability (0–1) that the month's cost is above an amount. */
  above: (amount: number) => number;
  /** E[(month − amount)⁺]: the mean cost above an amount. */
  excess: (amount: number) => number;
};

/** The sorted points of group k are read in steps of MULTIPLIER^k, modulo 1,024 (a Korobov lattice rule), so that the groups are independent. */
const MULTIPLIER = 237;

/**
 * How many groups are added up draw by draw: the ones with the largest variance. The sum of all others is close to normal, so its
 * cumulants are enough. 1,024 points cannot fill more dimensions, and would correlate groups that share nothing.
 */
const PAIRED = 3;

/**
 * The distribution of the sum of workloads. Workloads that share an unknown form a group, and are added up draw by draw. Groups are
 * independent: their variances add up, and the draws of the widest groups are combined in different orders. Each figure is computed
 * on first use, because most reports show one quantile of a total and none of a single workload. Where formulas give the cumulants of a
 * group, it is drawn only if it is one of the widest: a thousand workloads with a volume of their own need not be drawn.
 */
export function totalDistributionOf(members: readonly WorkloadDistribution[], distributions: Distributions): TotalDistribution {
  return new SumOfWorkloads(members, distributions);
}

/** A class, because a thousand workloads have a distribution each, and one object is smaller than a function for every figure. */
class SumOfWorkloads implements TotalDistribution {
  private readonly members: readonly WorkloadDistribution[];
  private readonly distributions: Distributions;
  private groups: readonly Summand[] | null = null;
  private mixture: Mixture | null = null;

  constructor(members: readonly WorkloadDistribution[], distributions: Distributions) {
    this.members = members;
    this.distributions = distributions;
  }

  get mean(): number {
    return this.inGroups().reduce((sum, { cumulants }) => sum + cumulants[0], 0);
  }

  get sd(): number {
    return Math.sqrt(this.inGroups().reduce((sum, { cumulants }) => sum + cumulants[1], 0));
  }

  quantile(p: number): number {
    const month = this.exactly();
    if (month) return quantileOf(month, p);
    const amount = this.mixed().quantile(p, this.sd);
    // On a lattice, the smooth distribution is evaluated half a step above each amount. So a quantile goes back half a step, then up to the next multiple.
    const step = this.step();
    return step === null ? amount : step * Math.ceil(amount / step - 0.5);
  }

  above(amount: number): number {
    const month = this.exactly();
    if (month) return 1 - shareUpTo(month, amount);
    const step = this.step();
    return 1 - this.mixed().cdf(step === null ? amount : step * (Math.floor(amount / step + 1e-9) + 0.5));
  }

  excess(amount: number): number {
    const month = this.exactly();
    return month ? excessOf(month, amount) : this.mixed().excess(amount);
  }

  private inGroups(): readonly Summand[] {
    this.groups ??= inOrder(
      grouped(this.members)
        .map((group) => pointsOf(group, this.distributions))
        .map((points) => ({ points, cumulants: points.byFormula ? cumulantsByFormula(points.byFormula) : overall(points) })),
    );
    return this.groups;
  }

  private mixed(): Mixture {
    this.mixture ??= mixtureOf(paired(this.inGroups()), this.distributions);
    return this.mixture;
  }

  /** For a small month, quantiles and chances come from the exact chance of every amount. */
  private exactly(): ExactMonth | null {
    const [only] = this.members;
    return only && this.members.length === 1 ? only.exact() : null;
  }

  /** If every amount is a multiple of one amount, that amount; null if not, or if nothing is uncertain. */
  private step(): number | null {
    const [only] = this.members;
    return only && this.members.length === 1 && only.lattice !== null && this.sd > 0 ? only.lattice : null;
  }
}

/** The distribution of a month plus a certain amount: it is moved by the amount, and is not wider. */
export function shifted(total: TotalDistribution, by: number): TotalDistribution {
  return {
    get mean() {
      return total.mean + by;
    },
    get sd() {
      return total.sd;
    },
    quantile: (p) => total.quantile(p) + by,
    above: (amount) => total.above(amount - by),
    excess: (amount) => total.excess(amount - by),
  };
}

/**
 * The groups in descending order of their variance, so that neither the order nor the names of workloads decide which draws are combined.
 * Most groups differ in it, so their points need not be compared.
 */
function inOrder(groups: readonly Summand[]): readonly Summand[] {
  return groups.toSorted(({ points: a, cumulants: [meanOfA, varianceOfA, thirdOfA] }, { points: b, cumulants: [meanOfB, varianceOfB, thirdOfB] }) => {
    return varianceOfB - varianceOfA || meanOfB - meanOfA || thirdOfB - thirdOfA || byValue(a, b);
  });
}

/** The points of a group, and their cumulants over all of them. */
type Summand = { points: Points; cumulants: Cumulants };

/** Whether a group has a point for each draw. Only draws have cumulants that are known without the points. */
function isDrawn({ points }: Summand): boolean {
  return points.byFormula !== undefined || points.mean.length > 1;
}

type Group = { names: string[]; members: WorkloadDistribution[] };

/** Groups of workloads that share an unknown, directly or through others. Workloads that depend on no unknown form one group. */
function grouped(members: readonly WorkloadDistribution[]): (readonly WorkloadDistribution[])[] {
  const alone = members.filter(({ variables }) => variables.length === 0);
  const groupOf = new Map<string, Group>();
  for (const member of members) {
    if (member.variables.length === 0) continue;
    const touched = [...new Set(member.variables.flatMap((name) => groupOf.get(name) ?? []))];
    // The largest group absorbs the others. The group of a workload at least doubles whenever the workload moves, so it moves a few times at most.
    const [largest = { names: [], members: [] }, ...others] = touched.sort((a, b) => b.members.length + b.names.length - a.members.length - a.names.length);
    for (const { names, members: moved } of others) {
      for (const name of names) addName(name, largest, groupOf);
      for (const one of moved) largest.members.push(one);
    }
    for (const name of member.variables) if (groupOf.get(name) !== largest) addName(name, largest, groupOf);
    largest.members.push(member);
  }
  return [...(alone.length > 0 ? [alone] : []), ...[...new Set(groupOf.values())].map((group) => group.members)];
}

function addName(name: string, group: Group, groupOf: Map<string, Group>): void {
  groupOf.set(name, group);
  group.names.push(name);
}

/** The cumulants of a group at each draw of its unknowns. */
function pointsOf(members: readonly WorkloadDistribution[], distributions: Distributions): Points {
  const unknowns = new Map(members.map(({ variables }) => [variables.join(), variables]));
  const names = [...new Set([...unknowns.keys()].sort().flatMap((joined) => unknowns.get(joined) ?? []))];
  // If all unknowns are rates, a mesh of their values is used. If one is a volume, all are drawn.
  const isOfRates = hasMesh(names.length) && members.every(({ rates, variables }) => rates === variables.length);
  const unknown = (name: string): Draws => (isOfRates ? meshOf : drawsOf)(names.indexOf(name), names.length, distributions);
  const months = members.map((member) => member.points(member.variables.map(unknown)));
  const [only] = months;
  if (only && months.length === 1) return only.within ? withVariationWithin(only, months) : only;
  const summed = (): Points => {
    const sum = noPoints(names.length === 0 ? 1 : POINTS);
    const ordered = inOneOrder(months);
    for (const points of ordered) add(sum, points, 1);
    return withVariationWithin(sum, ordered);
  };
  const byFormula = sharedByFormula(months);
  return byFormula ? onFirstUse(summed, byFormula) : summed();
}

/** One list of points for all groups together; the groups come in descending order of their variance. */
function paired(groups: readonly Summand[]): Points {
  const [only] = groups;
  if (only && groups.length === 1) return only.points;
  const uncertain = groups.filter(isDrawn);
  const sum = noPoints(uncertain.length === 0 ? 1 : POINTS);
  let order = 1;
  for (const { points } of uncertain.slice(0, PAIRED)) {
    add(sum, uncertain.length === 1 ? points : sorted(points), order);
    order = (order * MULTIPLIER) % POINTS;
  }
  const others = noPoints(1);
  for (const { cumulants } of [...uncertain.slice(PAIRED), ...groups.filter((one) => !isDrawn(one))]) add(others, asOne(cumulants), 1);
  add(sum, others, 1);
  return sum;
}

/** Adds the points of a group to the sum, in steps of `order`. A group of one point is added to all points. */
function add(sum: Points, { mean, variance, third }: Points, order: number): void {
  const { length } = mean;
  for (let point = 0; point < sum.mean.length; point++) {
    const from = length === 1 ? 0 : (point * order) % length;
    sum.mean[point] = (sum.mean[point] as number) + (mean[from] as number);
    sum.variance[point] = (sum.variance[point] as number) + (variance[from] as number);
    sum.third[point] = (sum.third[point] as number) + (third[from] as number);
  }
}

/** The mean, the variance and the third central moment of the month over all points, computed once. */
const known = new WeakMap<Points, Cumulants>();

/** The cumulants over all points, from job luck within points and differences between points: the law of total cumulance. */
function overall(points: Points): Cumulants {
  const found = known.get(points);
  if (found) return found;
  const { mean, variance, third } = points;
  const { length } = mean;
  let middle = 0;
  for (let point = 0; point < length; point++) middle += mean[point] as number;
  middle /= length;
  let [within, between, skewed] = [0, 0, 0];
  for (let point = 0; point < length; point++) {
    const apart = (mean[point] as number) - middle;
    within += variance[point] as number;
    between += apart * apart;
    skewed += (third[point] as number) + apart * (3 * (variance[point] as number) + apart * apart);
  }
  // Rounding can leave a certain month with a variance just below 0, which has no square root.
  const worked: Cumulants = [middle, Math.max(0, within / length + between / length), skewed / length];
  known.set(points, worked);
  return worked;
}

/** The rounding error of a sum of chances. */
const ROUNDING = 1e-12;

function quantileOf({ step, from, upTo }: ExactMonth, p: number): number {
  return step * (from + upTo.findIndex((share) => share >= p - ROUNDING));
}

function shareUpTo({ step, from, upTo }: ExactMonth, amount: number): number {
  const k = Math.floor(amount / step + 1e-9) - from;
  return k < 0 ? 0 : k >= upTo.length ? 1 : (upTo[k] as number);
}

function excessOf({ step, from, upTo }: ExactMonth, amount: number): number {
  return upTo.reduce((sum, share, k) => sum + (share - (upTo[k - 1] ?? 0)) * Math.max(0, step * (from + k) - amount), 0);
}
