import type { Distributions } from "../../stats/distributions.ts";
import { type Draws, drawsOf, POINTS } from "../../stats/draws.ts";
import { hasMesh, meshOf } from "../../stats/parts.ts";
import type { ExactMonth } from "./exact-month.ts";
import { type Mixture, mixtureOf, sorted } from "./mixture.ts";
import { once } from "./once.ts";
import { inOneOrder } from "./order.ts";
import { noPoints, type Points, withApart } from "./points.ts";
import type { Cumulants } from "./takes.ts";
import type { WorkloadDistribution } from "./workload-distribution.ts";

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
 * independent: their variances add, and the draws of the widest are paired in different orders. Each figure is worked out
 * when it is first asked for: most reports show one quantile of a total, and none of a single workload.
 */
export function totalDistributionOf(members: readonly WorkloadDistribution[], distributions: Distributions): TotalDistribution {
  const groups = once(() => inOrder(grouped(members).map((group) => pointsOf(group, distributions))));
  const lattice = members.length === 1 ? (members[0]?.lattice ?? null) : null;
  const mean = once(() => groups().reduce((sum, points) => sum + overall(points)[0], 0));
  const sd = once(() => Math.sqrt(groups().reduce((sum, points) => sum + overall(points)[1], 0)));
  const mixture = once(() => mixtureOf(paired(groups()), distributions));
  const [only] = members;
  return withExact(members.length === 1 && only ? only.exact : () => null, withQuantiles(mixture, mean, sd, lattice));
}

/** The same month, and an amount beside it that is certain: it moves the distribution and does not widen it. */
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

/** Groups by how far they spread, so that neither the order nor the names of workloads decide which draws are paired. */
function inOrder(groups: readonly Points[]): readonly Points[] {
  return inOneOrder(groups).toSorted((a, b) => overall(b)[1] - overall(a)[1]);
}

type Group = { names: string[]; members: WorkloadDistribution[] };

/** Workloads that share an unknown, directly or through others, in groups; those that depend on none are one group. */
function grouped(members: readonly WorkloadDistribution[]): (readonly WorkloadDistribution[])[] {
  const alone = members.filter(({ variables }) => variables.length === 0);
  const groupOf = new Map<string, Group>();
  for (const member of members) {
    if (member.variables.length === 0) continue;
    const touched = [...new Set(member.variables.flatMap((name) => groupOf.get(name) ?? []))];
    // The largest takes the others in, so that a workload moves only into groups twice as large.
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
  // Rates alone are worked out; volumes are drawn, and what they are drawn with.
  const isOfRates = hasMesh(names.length) && members.every(({ rates, variables }) => rates === variables.length);
  const unknown = (name: string): Draws => (isOfRates ? meshOf : drawsOf)(names.indexOf(name), names.length, distributions);
  const months = members.map((member) => member.points(member.variables.map(unknown)));
  const [only] = months;
  if (only && months.length === 1) return only.apart ? withApart(only, months) : only;
  const sum = noPoints(names.length === 0 ? 1 : POINTS);
  const ordered = inOneOrder(months);
  for (const points of ordered) add(sum, points, 1);
  return withApart(sum, ordered);
}

/** One list of points for all groups together, the widest first. */
function paired(groups: readonly Points[]): Points {
  const uncertain = groups.filter(({ mean }) => mean.length > 1);
  const sum = noPoints(uncertain.length === 0 ? 1 : POINTS);
  let order = 1;
  for (const points of uncertain.slice(0, PAIRED)) {
    add(sum, uncertain.length === 1 ? points : sorted(points), order);
    order = (order * MULTIPLIER) % POINTS;
  }
  const others = noPoints(1);
  for (const points of [...uncertain.slice(PAIRED), ...groups.filter(({ mean }) => mean.length === 1)]) add(others, asOne(points), 1);
  add(sum, others, 1);
  return sum;
}

/** Cumulants of a mixture of points, as one point. */
function asOne(points: Points): Points {
  const one = noPoints(1);
  [one.mean[0], one.variance[0], one.third[0]] = overall(points);
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

/** Of points, the mean, the variance and the third central moment of the month: each is worked out once. */
const known = new WeakMap<Points, Cumulants>();

/** Job luck within points, and what differs between them: by the laws of total variance and of total third cumulance. */
function overall(points: Points): Cumulants {
  const found = known.get(points) ?? points.overall?.();
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
  // Rounding can leave a month that is certain with a variance just below 0, which no standard deviation has.
  const worked: Cumulants = [middle, Math.max(0, within / length + between / length), skewed / length];
  known.set(points, worked);
  return worked;
}

function withQuantiles(mixture: () => Mixture, mean: () => number, sd: () => number, lattice: number | null): TotalDistribution {
  const isOnLattice = once(() => lattice !== null && sd() > 0);
  return {
    get mean() {
      return mean();
    },
    get sd() {
      return sd();
    },
    // On a lattice the distribution function is read half a step on, so a quantile is the next multiple after half a step back.
    quantile: (p) => (lattice !== null && isOnLattice() ? lattice * Math.ceil(mixture().quantile(p, sd()) / lattice - 0.5) : mixture().quantile(p, sd())),
    above: (amount) => 1 - mixture().cdf(lattice !== null && isOnLattice() ? lattice * (Math.floor(amount / lattice + 1e-9) + 0.5) : amount),
    excess: (amount) => mixture().excess(amount),
  };
}

/** What a chance may be off by where it is summed up. */
const ROUNDING = 1e-12;

/** Of a small month, quantiles and chances by the chance of every amount. */
function withExact(exact: () => ExactMonth | null, total: TotalDistribution): TotalDistribution {
  return {
    get mean() {
      return total.mean;
    },
    get sd() {
      return total.sd;
    },
    quantile: (p) => {
      const month = exact();
      return month ? month.step * (month.from + month.upTo.findIndex((share) => share >= p - ROUNDING)) : total.quantile(p);
    },
    above: (amount) => {
      const month = exact();
      return month ? 1 - shareUpTo(month, amount) : total.above(amount);
    },
    excess: (amount) => {
      const month = exact();
      return month ? excessOf(month, amount) : total.excess(amount);
    },
  };
}

function shareUpTo({ step, from, upTo }: ExactMonth, amount: number): number {
  const k = Math.floor(amount / step + 1e-9) - from;
  return k < 0 ? 0 : k >= upTo.length ? 1 : (upTo[k] as number);
}

function excessOf({ step, from, upTo }: ExactMonth, amount: number): number {
  return upTo.reduce((sum, share, k) => sum + (share - (upTo[k - 1] ?? 0)) * Math.max(0, step * (from + k) - amount), 0);
}
