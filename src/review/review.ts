import { judge, type WorkloadLine } from "../budget/judge.ts";
import { verdictOf } from "../budget/verdict.ts";
import { type ComparedWorkload, compare } from "../compare/compare.ts";
import { ownPrices } from "../control/own-price.ts";
import { withRivalPrices } from "../control/rival-prices.ts";
import type { UnderBase } from "../control/under-base.ts";
import type { Gathered } from "../gather.ts";
import type { Book } from "../prices/book.ts";
import { type Exposure, exposureOf } from "../risk/exposure.ts";
import type { Distributions } from "../stats/distributions.ts";
import { locateAll } from "../yaml/locate.ts";
import { combine } from "./combine.ts";
import type { Review } from "./result.ts";

export type ReviewInput = {
  head: Gathered;
  /** Null where nothing is compared; a side with no manifests where the manifest is new. */
  base: Gathered | null;
  /** The built-in price book; each manifest's own price files are laid over it. */
  book: Book;
  /** The day prices are looked up for, UTC, on both sides. */
  date: string;
  /** What the risk model computes with; `NO_DISTRIBUTIONS` where nothing uncertain is declared. */
  distributions: Distributions;
  /** Base's path of each head file that was renamed. */
  renamed: ReadonlyMap<string, string>;
  /** Head under base's controls, where the change edits any. Left out: head is judged under its own alone. */
  underBase?: UnderBase | null;
};

/**
 * The whole program: texts → manifests → list prices → comparison → budgets → verdict.
 * Reading, git, GitHub, the clock and all wording are outside of it.
 */
export function review(input: ReviewInput): Review {
  const own = judged(input);
  const { underBase, book, date, distributions } = input;
  if (!underBase) return own;
  const head = withRivalPrices(underBase, book, date, distributions);
  return combine(own, judged({ ...input, head, renamed: underBase.renamed }), underBase.changed);
}

/** One judgement: both sides priced, compared and held against head's settings. */
function judged({ head, base, book, date, renamed, distributions }: ReviewInput): Review {
  const now: Exposure = exposureOf(head, book, date, distributions);
  const before: Exposure | null = base && exposureOf(base, book, date, distributions);
  const compared = base === null ? "nothing" : base.manifests.length === 0 ? "new" : "base";

  const workloads = compare(now, before, renamed, distributions).map(
    (one): WorkloadLine => ({
      ...one,
      pre_existing: compared === "base" && one.change === "same" && one.head?.status !== "priced" && isUntouched(one, head, base),
    }),
  );
  const { budgets, reasons: held, problems } = judge({ head, base, now, before, workloads, compared, renamed, distributions });
  const reasons = [...held, ...(base && before && compared === "base" ? ownPrices(head, base, now, before) : [])];

  return {
    verdict: verdictOf(reasons),
    reasons,
    currency: now.currency,
    date,
    prices: now.prices,
    compared,
    total: { complete: now.complete, head: now.total, base: compared === "base" ? (before?.total ?? null) : null },
    budgets,
    accounts: now.accounts,
    workloads,
    problems: locateAll(problems, head.files),
    controls: null,
    override: null,
    from: { head, now, book, distributions },
  };
}

/** Of a workload that could not be read on either side there are no keys to compare: its text is. */
function isUntouched({ head: now, base: before }: ComparedWorkload, head: Gathered, base: Gathered | null): boolean {
  if (!now || !before || now.keys || before.keys) return true;
  return JSON.stringify(writtenOf(now, head)) === JSON.stringify(writtenOf(before, base));
}

function writtenOf({ file, name }: { file: string; name: string }, side: Gathered | null): unknown {
  const { workloads, defaults } = (side?.files.get(file)?.value ?? {}) as { workloads?: Record<string, unknown>; defaults?: unknown };
  return [workloads?.[name], defaults];
}
