import { getOrInsert } from "../memory/get-or-insert.ts";
import { newSum, type Sum } from "../memory/sum.ts";

/**
 * Why a job or a row of a bill was compared with nothing. `no-cost`: neither the record nor a bill says what it cost. `no-price`: nothing
 * says what it should. `not-covered`: of days or models that the other side does not have. `provisional`: so new that its row may still come.
 * `unreadable`: what was billed is not readable, or in a currency without a rate. `outcome-unknown`: nobody saw how it ended.
 */
export const NOT_COMPARED = ["no-cost", "no-price", "not-covered", "provisional", "unreadable", "outcome-unknown"] as const;
export type WhyNot = (typeof NOT_COMPARED)[number];

/** Jobs or rows, and what they come to in the reporting currency. */
export type Some = { jobs: number; money: number };

/** What was set aside for one reason: what was billed of it, null if nobody knows, and what its jobs cost by the price book. */
export type NotComparedShare = { why: WhyNot; jobs: number; billed: number | null; listed: number };

/** What a report says beside the figures. */
export type Details = {
  /** Not ended yet, and in no bill. */
  pending: number;
  /** Could belong to several workloads. */
  ambiguous: Some;
  /** By workload that the price book has no price for. */
  unpriced: ReadonlyMap<string, Some>;
  /** Rows of a bill whose days or models the log does not have. */
  outside: Some;
  /** Jobs of days or models that the bill does not have, at what was expected of them. */
  uncovered: Some;
  /** Jobs of the newest days that no row bills yet, at what was expected of them. */
  awaited: Some;
  /** Jobs whose row cannot be read, or is in a currency without a rate. */
  unreadable: number;
  /** Out of order, so that a duplicate of them may have been missed. */
  late: number;
};

export type Counter = { add: (jobs: number, money: number) => void; value: () => Some };

/** Counts what was compared and what was not, and why. Money in the reporting currency, NaN if it is not known. */
export type Coverage = {
  compared: Counter;
  aside: (why: WhyNot, jobs: number, billed: number, listed: number) => void;
  /** Sets aside what is of days that only one side has: it is no part of what could have been compared. */
  elsewhere: (jobs: number, billed: number, listed: number) => void;
  details: Record<"ambiguous" | "outside" | "uncovered" | "awaited", Counter> & {
    unpriced: (workload: string) => Counter;
    pending: (jobs: number) => void;
    unreadable: (jobs: number) => void;
  };
  asides: () => NotComparedShare[];
  /**
   * The share that was compared, 0–1, of the money of the days that both sides have; of the jobs where there is no money. What was not
   * billed counts at its list price. A log of one week and a bill of four: the other three weeks are in neither part.
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
