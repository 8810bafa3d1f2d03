import { getOrInsert } from "../memory/get-or-insert.ts";
import { newSum, type Sum } from "../memory/sum.ts";

/**
 * Why a job or a bill row was not compared. `no-cost`: neither the record nor a bill has its cost. `no-price`: there is no price to expect.
 * `not-covered`: the other side does not have its day or model. `provisional`: it is so new that its row may still come. `unreadable`: the
 * billed amount cannot be read, or its currency has no rate. `outcome-unknown`: nobody observed how the job ended.
 */
export const NOT_COMPARED = ["no-cost", "no-price", "not-covered", "provisional", "unreadable", "outcome-unknown"] as const;
export type WhyNot = (typeof NOT_COMPARED)[number];

/** A number of jobs or rows, and their amount in the reporting currency. */
export type Some = { jobs: number; money: number };

/** The jobs or rows that were not compared for one reason. `billed`: their bill, null if unknown. `listed`: the list price of the jobs. Both in the reporting currency. */
export type NotComparedShare = { why: WhyNot; jobs: number; billed: number | null; listed: number };

/** Details for the notes of a report. */
export type Details = {
  /** Jobs that have not ended and are in no bill. */
  pending: number;
  /** Jobs that could belong to several workloads. */
  ambiguous: Some;
  /** Jobs of workloads without a price, by workload. */
  unpriced: ReadonlyMap<string, Some>;
  /** Bill rows whose days or models the log does not have. */
  outside: Some;
  /** Jobs whose days or models the bill does not have, with their expected bill. */
  uncovered: Some;
  /** Jobs of the newest days without a bill row yet, with their expected bill. */
  awaited: Some;
  /** Jobs whose row cannot be read or is in a currency without a rate. */
  unreadable: number;
  /** Jobs out of order, whose duplicates may have been missed. */
  late: number;
};

export type Counter = { add: (jobs: number, money: number) => void; value: () => Some };

/** Counts what was compared, and what was not and why. Money is in the reporting currency, NaN if unknown. */
export type Coverage = {
  compared: Counter;
  aside: (why: WhyNot, jobs: number, billed: number, listed: number) => void;
  /** Sets aside jobs or rows of days that only one side has. They do not count in `matched`. */
  elsewhere: (jobs: number, billed: number, listed: number) => void;
  details: Record<"ambiguous" | "outside" | "uncovered" | "awaited", Counter> & {
    unpriced: (workload: string) => Counter;
    pending: (jobs: number) => void;
    unreadable: (jobs: number) => void;
  };
  asides: () => NotComparedShare[];
  /**
   * The share (0–1) of the money that was compared, on the days that both sides have; without any money, the share of the jobs. Jobs without
   * a bill count at their list price. With a log of one week and a bill of four weeks, the other three weeks do not count.
   */
  matched: () => number;
  value: (late: number) => Details;
};

export function coverageOf(): Coverage {
  const compared = counter();
  const asides = new Map<WhyNot, { jobs: number; billed: Sum; known: boolean; listed: Sum }>();
  const unmatched = { jobs: 0, worth: newSum() };
  const setAside = (why: WhyNot, jobs: number, billed: number, listed: number): void => {
    const one = getOrInsert(asides, why, () => ({ jobs: 0, billed: newSum(), known: false, listed: newSum() }));
    one.jobs += jobs;
    if (!Number.isNaN(billed)) {
      one.billed.add(billed);
      one.known = true;
    }
    if (!Number.isNaN(listed)) one.listed.add(listed);
  };
  const [ambiguous, outside, uncovered, awaited] = [counter(), counter(), counter(), counter()];
  const unpriced = new Map<string, Counter>();
  let [pending, unreadable] = [0, 0];
  return {
    compared,
    aside(why, jobs, billed, listed) {
      setAside(why, jobs, billed, listed);
      unmatched.jobs += jobs;
      const worth = Number.isNaN(billed) ? listed : billed;
      if (!Number.isNaN(worth)) unmatched.worth.add(Math.abs(worth));
    },
    elsewhere: (jobs, billed, listed) => setAside("not-covered", jobs, billed, listed),
    details: {
      ambiguous,
      outside,
      uncovered,
      awaited,
      unpriced: (workload) => getOrInsert(unpriced, workload, counter),
      pending: (jobs) => {
        pending += jobs;
      },
      unreadable: (jobs) => {
        unreadable += jobs;
      },
    },
    asides: () =>
      NOT_COMPARED.flatMap((why) => {
        const one = asides.get(why);
        return one ? [{ why, jobs: one.jobs, billed: one.known ? one.billed.total() : null, listed: one.listed.total() }] : [];
      }),
    matched() {
      const { jobs, money } = compared.value();
      const rest = unmatched.worth.total();
      if (money + rest > 0) return money / (money + rest);
      return jobs === 0 ? 0 : jobs / (jobs + unmatched.jobs);
    },
    value: (late) => ({
      pending,
      late,
      unreadable,
      ambiguous: ambiguous.value(),
      outside: outside.value(),
      uncovered: uncovered.value(),
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
