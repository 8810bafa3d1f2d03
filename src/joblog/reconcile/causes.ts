import { dateOfDay } from "../../notation/date.ts";
import { getOrInsert } from "../memory/get-or-insert.ts";
import { newSum, type Sum } from "../memory/sum.ts";
import { type Finding, KINDS, type Kind, kept } from "./finding.ts";

/** The kinds of causes: those of findings, and `ROUNDED_UP`, which only several jobs together show. */
export const CAUSE_KINDS = [...KINDS, "ROUNDED_UP"] as const;
export type CauseKind = (typeof CAUSE_KINDS)[number];

/** A common cause of differences: findings of the same kind and workload, with the same ratio and direction. */
export type Cause = {
  kind: CauseKind;
  workload: string | null;
  /** What distinguishes it from other causes of its kind: `720p → 1080p`, a status, a model; "" if nothing does. */
  what: string;
  /** Billed divided by expected; null if nothing was expected, or if its jobs differ. */
  ratio: number | null;
  /** The first and last UTC day, YYYY-MM-DD; null if none of its jobs has a time. */
  from: string | null;
  to: string | null;
  jobs: number;
  /** The number of its workload's successful jobs with a known cost since `from`, for comparison with `jobs`; 0 if the cause is not about such jobs. */
  of: number;
  /** Billed minus expected, in the reporting currency; null if unknown. */
  delta: number | null;
  provisional: boolean;
  /** Its first findings. */
  examples: readonly Finding[];
};

/** Groups findings by their cause. */
export type Causes = {
  add: (finding: Finding, jobs: number) => void;
  /** Every cause, the most expensive first. @param since gives the number of a workload's successful jobs with a known cost on a day or later */
  list: (since: (workload: string, day: number) => number) => Cause[];
};

type Gathered = {
  first: Finding;
  what: string;
  ratio: number;
  jobs: number;
  delta: Sum;
  unknown: boolean;
  from: number;
  to: number;
  provisional: boolean;
  /** For jobs that were billed for a rounded-up length: up to two of the requested lengths. */
  lengths: Set<number>;
  examples: Finding[];
};

/** At most this many findings of each cause are kept as examples. */
const EXAMPLES = 20;
/** Ratios within this relative distance count as equal. A cost of $0.50 that is rounded to a cent is off by up to 1%. */
const CLOSE = 0.012;
/** Beyond this many causes, all others are combined, because a log in which every job has its own ratio has no common cause. */
const MOST = 5000;

/** Seconds. Lengths are often rounded up to a multiple of this, because clips are often sold in steps of 5 s. */
const ROUNDED_TO = 5;
/** It takes this many different lengths to show that lengths are rounded up. One alone may be any mistake. */
const LEAST_LENGTHS = 2;

/** Kinds whose findings are grouped by their ratio. */
const BY_RATIO: ReadonlySet<Kind> = new Set<Kind>(["DURATION", "RESOLUTION", "UNIT_PRICE", "DOUBLE_BILLED"]);
/** Kinds about the price of successful jobs, for which a report can say "every job". */
const OF_SUCCESSES: ReadonlySet<Kind> = BY_RATIO;

export function causesIn(): Causes {
  const all = new Map<string, Gathered>();
  return {
    add(finding, jobs) {
      const what = whatOf(finding);
      const ratio = ratioOf(finding);
      const sign = Math.sign(finding.delta ?? 0);
      const group = `${finding.kind}\n${finding.workload ?? ""}\n${what}\n${sign}`;
      const place = Number.isNaN(ratio) || isRounded(finding) ? "" : ratio.toFixed(3);
      const key = `${group}\n${place}`;
      const at = getOrInsert(all, all.has(key) || all.size < MOST ? key : group, () => newCause(finding, what, ratio));
      at.jobs += jobs;
      if (finding.delta === null) at.unknown = true;
      else at.delta.add(finding.delta);
      if (finding.day < at.from) at.from = finding.day;
      if (finding.day > at.to) at.to = finding.day;
      at.provisional &&= finding.provisional;
      if (isRounded(finding) && at.lengths.size < LEAST_LENGTHS) at.lengths.add(Number(finding.args["asked"]));
      if (at.examples.length < EXAMPLES) at.examples.push(kept(finding));
    },
    list: (since) =>
      merged([...all.values()])
        .map((one) => causeOf(one, since))
        .sort((a, b) => weight(b) - weight(a) || order(a, b)),
  };
}

function newCause(first: Finding, what: string, ratio: number): Gathered {
  const times = { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY };
  return { first: kept(first), what, ratio, jobs: 0, delta: newSum(), unknown: false, ...times, provisional: true, lengths: new Set(), examples: [] };
}

/** Whether a job was billed for its requested length rounded up to 5 s. */
function isRounded({ kind, args }: Finding): boolean {
  return kind === "DURATION" && Number(args["got"]) === Math.ceil(Number(args["asked"]) / ROUNDED_TO) * ROUNDED_TO;
}

function whatOf(finding: Finding): string {
  const { kind, args } = finding;
  if (isRounded(finding)) return `rounded up to ${ROUNDED_TO} s`;
  if (kind === "RESOLUTION") return `${String(args["asked"])} → ${String(args["got"])}`;
  if (kind === "FAILED_JOB_BILLED" || kind === "FAILED_JOB_CREDITED") return String(args["status"]);
  return kind === "OUT_OF_PLAN" ? String(args["what"]) : "";
}

function ratioOf({ kind, args }: Finding): number {
  const expected = Number(args["expected"]);
  return BY_RATIO.has(kind) && expected > 0 ? Number(args["billed"]) / expected : Number.NaN;
}

/** Merges causes whose ratios differ by no more than the rounding of costs explains. */
function merged(causes: readonly Gathered[]): Gathered[] {
  const groups = new Map<string, Gathered[]>();
  for (const one of causes) {
    const key = `${one.first.kind}\n${one.first.workload ?? ""}\n${one.what}\n${Math.sign(one.first.delta ?? 0)}`;
    getOrInsert(groups, key, () => []).push(one);
  }
  return [...groups.values()].flatMap((group) => {
    const sorted = group.sort((a, b) => a.ratio - b.ratio);
    const result: Gathered[] = [];
    for (const one of sorted) {
      const before = result.at(-1);
      if (before && one.what === before.what && Math.abs(one.ratio - before.ratio) <= CLOSE * before.ratio) join(before, one);
      else result.push(one);
    }
    return result;
  });
}

function join(into: Gathered, one: Gathered): void {
  into.ratio = (into.ratio * into.jobs + one.ratio * one.jobs) / (into.jobs + one.jobs);
  into.jobs += one.jobs;
  into.delta.add(one.delta.total());
  into.unknown ||= one.unknown;
  into.from = Math.min(into.from, one.from);
  into.to = Math.max(into.to, one.to);
  into.provisional &&= one.provisional;
  for (const length of one.lengths) into.lengths.add(length);
  into.examples = [...into.examples, ...one.examples].slice(0, EXAMPLES);
}

function causeOf(one: Gathered, since: (workload: string, day: number) => number): Cause {
  const { kind, workload } = one.first;
  const isRule = one.lengths.size >= LEAST_LENGTHS;
  const hasDays = Number.isFinite(one.from);
  return {
    kind: isRule ? "ROUNDED_UP" : kind,
    workload,
    what: one.lengths.size > 0 && !isRule ? "" : one.what,
    ratio: Number.isNaN(one.ratio) || isRule ? null : one.ratio,
    from: hasDays ? dateOfDay(one.from) : null,
    to: hasDays ? dateOfDay(one.to) : null,
    jobs: one.jobs,
    of: hasDays && workload !== null && OF_SUCCESSES.has(kind) ? since(workload, one.from) : 0,
    delta: one.unknown ? null : one.delta.total(),
    provisional: one.provisional,
    examples: one.examples,
  };
}

function weight({ delta }: Cause): number {
  // Rounded, because sums of the same amounts in another order differ in their last digits.
  return delta === null ? Number.POSITIVE_INFINITY : Number(Math.abs(delta).toPrecision(9));
}

function order(a: Cause, b: Cause): number {
  if (Math.sign(a.delta ?? 0) !== Math.sign(b.delta ?? 0)) return (b.delta ?? 0) - (a.delta ?? 0);
  const key = ({ kind, workload, what, from }: Cause): string => `${kind} ${workload ?? ""} ${what} ${from ?? ""}`;
  return key(a) < key(b) ? -1 : 1;
}
