import type { Distributions } from "../../stats/distributions.ts";
import { drawsOf, POINTS } from "../../stats/draws.ts";
import { type Mixture, mixtureOf } from "./mixture.ts";
import { inOneOrder } from "./order.ts";
import { noPoints, type Points, type WorkloadDistribution } from "./workload-distribution.ts";

/** How the month of some workloads together can turn out, in the reporting currency. */
export type TotalDistribution = {
  mean: number;
  sd: number;
  /** The amount that the month stays at or below with probability p, 0 < p < 1. */
  quantile: (p: number) => number;
  /** The probability, 0–1, that the month is above an amount. */
  above: (amount: number) => number;
  /** E[(month − amount)⁺]: what is spent beyond an amount, on average. */
  excess: (amount: number) => number;
};

/** Of sorted points, a later group's are read in this order (a Korobov lattice rule), so that groups are independent of each other. */
const MULTIPLIER = 237;

/**
 * Groups that are paired draw by draw. Beside the widest few, the sum of all others is close to normal, and its
 * cumulants say enough; 1,024 points cannot fill more dimensions, and would tie groups together that share nothing.
 */
const PAIRED = 3;

/**
 * The sum of workloads. Those that share an unknown are summed draw by draw; groups that share none are
 * independent: their variances add, and the draws of the widest are paired in different orders.
 */
export function totalDistributionOf(members: readonly WorkloadDistribution[], distributions: Distributions): TotalDistribution {
  const groups = inOrder(grouped(members).map((group) => pointsOf(group, distributions)));
  const mean = groups.reduce((sum, points) => sum + average(points.mean), 0);
  const variance = groups.reduce((sum, points) => sum + varianceOf(points), 0);
  const lattice = members.length === 1 ? (members[0]?.lattice ?? null) : null;
  return withQuantiles(mixtureOf(paired(groups), distributions), mean, Math.sqrt(variance), lattice);
}

/** The same month, and an amount beside it that is certain: it moves the distribution and does not widen it. */
export function shifted({ mean, sd, quantile, above, excess }: TotalDistribution, by: number): TotalDistribution {
  return {
    mean: mean + by,
    sd,
    quantile: (p) => quantile(p) + by,
    above: (amount) => above(amount - by),
    excess: (amount) => excess(amount - by),
  };
}

/** Groups by how far they spread, so that neither the order nor the names of workloads decide which draws are paired. */
function inOrder(groups: readonly Points[]): readonly Points[] {
  return inOneOrder(groups)
    .map((points) => ({ points, variance: varianceOf(points) }))
    .sort((a, b) => b.variance - a.variance)
    .map(({ points }) => points);
}

/** Workloads that share an unknown, directly or through others, in groups; those that depend on none are one group. */
function grouped(members: readonly WorkloadDistribution[]): (readonly WorkloadDistribution[])[] {
  let groups: { names: Set<string>; members: WorkloadDistribution[] }[] = [];
  const seen = new Set<string>();
  for (const member of members) {
    const isNew = member.variables.length > 0 && member.variables.every((name) => !seen.has(name));
    for (const name of member.variables) seen.add(name);
    const touches = isNew
      ? []
      : groups.filter(({ names }) => (member.variables.length === 0 ? names.size === 0 : member.variables.some((name) => names.has(name))));
    const merged = {
      names: new Set([...touches.flatMap(({ names }) => [...names]), ...member.variables]),
      members: [...touches.flatMap((group) => group.members), member],
    };
    if (touches.length > 0) groups = groups.filter((group) => !touches.includes(group));
    groups.push(merged);
  }
  return groups.map((group) => group.members);
}

/** The cumulants of a group at each draw of its unknowns. */
function pointsOf(members: readonly WorkloadDistribution[], distributions: Distributions): Points {
  const unknowns = new Map(members.map(({ variables }) => [variables.join(), variables]));
  const names = [...new Set([...unknowns.keys()].sort().flatMap((joined) => unknowns.get(joined) ?? []))];
  const months = members.map((member) => member.points(member.variables.map((name) => drawsOf(names.indexOf(name), names.length, distributions))));
  const sum = noPoints(names.length === 0 ? 1 : POINTS);
  for (const points of inOneOrder(months)) add(sum, points, 1);
  return sum;
}

/** One list of points for all groups together, the widest first. */
function paired(groups: readonly Points[]): Points {
  const uncertain = groups.filter(({ mean }) => mean.length > 1);
  const sum = noPoints(uncertain.length === 0 ? 1 : POINTS);
  let order = 1;
  for (const points of uncertain.slice(0, PAIRED)) {
    add(sum, uncertain.length === 1 ? points : byMean(points), order);
    order = (order * MULTIPLIER) % POINTS;
  }
  for (const points of [...uncertain.slice(PAIRED), ...groups.filter(({ mean }) => mean.length === 1)]) add(sum, asOne(points), 1);
  return sum;
}

/** The same points, from the least mean to the greatest. */
function byMean({ mean, variance, third }: Points): Points {
  const order = [...mean.keys()].sort((a, b) => (mean[a] as number) - (mean[b] as number));
  const sorted = (values: Float64Array): Float64Array => Float64Array.from(order, (point) => values[point] as number);
  return { mean: sorted(mean), variance: sorted(variance), third: sorted(third) };
}

/** Cumulants of a mixture of points, as one point. */
function asOne(points: Points): Points {
  const { mean, variance, third } = points;
  const one = noPoints(1);
  const middle = average(mean);
  one.mean[0] = middle;
  one.variance[0] = varianceOf(points);
  one.third[0] = average(mean.map((m, point) => (third[point] as number) + (m - middle) * (3 * (variance[point] as number) + (m - middle) ** 2)));
  return one;
}

/** Adds a group's points in an order of its own; a group of one point is added to all. */
function add(sum: Points, { mean, variance, third }: Points, order: number): void {
  const { length } = mean;
  for (let point = 0; point < sum.mean.length; point++) {
    const from = length === 1 ? 0 : (point * order) % length;
    sum.mean[point] = (sum.mean[point] as number) + (mean[from] as number);
    sum.variance[point] = (sum.variance[point] as number) + (variance[from] as number);
    sum.third[point] = (sum.third[point] as number) + (third[from] as number);
  }
}

function average(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** Job luck within points, and what differs between them. */
function varianceOf({ mean, variance }: Points): number {
  const middle = average(mean);
  return average(variance) + average(mean.map((one) => (one - middle) ** 2));
}

function withQuantiles(mixture: Mixture, mean: number, sd: number, lattice: number | null): TotalDistribution {
  const onLattice = lattice !== null && sd > 0;
  return {
    mean,
    sd,
    // On a lattice the distribution function is read half a step on, so a quantile is the next multiple after half a step back.
    quantile: (p) => (onLattice ? lattice * Math.ceil(mixture.quantile(p, sd) / lattice - 0.5) : mixture.quantile(p, sd)),
    above: (amount) => 1 - mixture.cdf(onLattice ? lattice * (Math.floor(amount / lattice + 1e-9) + 0.5) : amount),
    excess: (amount) => mixture.excess(amount),
  };
}
