/**
 * What some jobs or rows of a bill cost, in the reporting currency. `priced`: jobs whose record says no cost, counted at their price.
 * `unknown`: jobs or rows of which it is not known what they cost, or not all of it: `billed` is then a lower bound.
 */
export type Spent = { billed: number; jobs: number; priced: number; unknown: number };

/** What was spent by UTC day, days since 1970, on one workload, or on one of several that nobody can tell apart: keys of `workloadId`. */
export type SpentOn = { among: readonly string[]; days: ReadonlyMap<number, Spent> };

/** Logs of jobs and bills, read for one month. */
export type Actuals = {
  files: readonly string[];
  spent: readonly SpentOn[];
  /** UTC days that a file has, the days between its first and its last included. */
  covered: ReadonlySet<number>;
  /** Days of a bill that are so new that rows may still come. */
  provisional: ReadonlySet<number>;
  /** What is of no workload of the manifests: it counts nowhere. */
  outside: Spent;
  /** What cannot be placed on days of the month: without a day, or of a row that began before the month. */
  undated: Spent;
  /** Records that could not be read. */
  bad: number;
};

export function nothingSpent(): Spent {
  return { billed: 0, jobs: 0, priced: 0, unknown: 0 };
}

export function workloadId({ file, name }: { file: string; name: string }): string {
  return `${file}\n${name}`;
}
