/**
 * What some jobs, or rows of a bill, cost. `billed`: in the reporting currency. `priced`: how many jobs have no cost in their record and
 * count at their price. `unknown`: how many jobs or rows have an unknown or incomplete cost; `billed` is then a lower bound.
 */
export type Spent = { billed: number; jobs: number; priced: number; unknown: number };

/** What was spent by UTC day (days since 1970-01-01) on one workload, or on one of several that cannot be told apart. `among`: their `workloadId`s. */
export type SpentOn = { among: readonly string[]; days: ReadonlyMap<number, Spent> };

/** What job logs and bills say about one month. */
export type Actuals = {
  files: readonly string[];
  spent: readonly SpentOn[];
  /** The UTC days that a file covers: from its first to its last day. */
  covered: ReadonlySet<number>;
  /** Days of a bill that are so recent that more rows may be added. */
  provisional: ReadonlySet<number>;
  /** What belongs to no workload of the manifests. It counts toward nothing. */
  outside: Spent;
  /** What cannot be assigned to days of the month: it has no day, or its row began before the month. */
  undated: Spent;
  /** Records that could not be read. */
  bad: number;
};

export function nothingSpent(): Spent {
  return { billed: 0, jobs: 0, priced: 0, unknown: 0 };
}

/** The id of a workload in actuals: its file and its name. */
export function workloadId({ file, name }: { file: string; name: string }): string {
  return `${file}\n${name}`;
}
