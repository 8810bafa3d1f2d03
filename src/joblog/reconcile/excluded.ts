import { getOrInsert } from "../memory/get-or-insert.ts";
import { newSum, type Sum } from "../memory/sum.ts";

/** Jobs or rows, and what they come to in the reporting currency. */
export type Some = { jobs: number; money: number };

/** What could not be held against anything, and is said beside the figures. */
export type Excluded = {
  /** Not ended yet. */
  pending: number;
  /** Neither they nor the billing say what they cost. */
  uncosted: number;
  /** Out of order, so that a duplicate of them may have been missed. */
  late: number;
  /** Could belong to several workloads: what was billed of them is unexplained. */
  ambiguous: Some;
  /** By workload that the price book has no price for: what was billed of them is unexplained. */
  unpriced: ReadonlyMap<string, Some>;
  /** Billing rows of days that the log does not cover, and of no job. */
  outside: Some;
  /** Jobs of the newest days that no row bills yet, and what was expected of them. */
  awaited: Some;
};

type Counter = { add: (jobs: number, money: number) => void; value: () => Some };

/** Counts what is set aside. */
export type ExcludedCounters = Record<"ambiguous" | "outside" | "awaited", Counter> & {
  unpriced: (workload: string) => Counter;
  pending: (jobs: number) => void;
  uncosted: (jobs: number) => void;
  value: (late: number) => Excluded;
};

export function excludedCounters(): ExcludedCounters {
  let [pending, uncosted] = [0, 0];
  const [ambiguous, outside, awaited] = [counter(), counter(), counter()];
  const unpriced = new Map<string, Counter>();
  return {
    ambiguous,
    outside,
    awaited,
    unpriced: (workload) => getOrInsert(unpriced, workload, counter),
    pending: (jobs) => {
      pending += jobs;
    },
    uncosted: (jobs) => {
      uncosted += jobs;
    },
    value: (late) => ({
      pending,
      uncosted,
      late,
      ambiguous: ambiguous.value(),
      outside: outside.value(),
      awaited: awaited.value(),
      unpriced: new Map([...unpriced].map(([name, one]) => [name, one.value()])),
    }),
  };
}

function counter(): Counter {
  let jobs = 0;
  const money: Sum = newSum();
  return {
    add(more, amount) {
      jobs += more;
      if (!Number.isNaN(amount)) money.add(amount);
    },
    value: () => ({ jobs, money: money.total() }),
  };
}
