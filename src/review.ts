import { judge, type WorkloadLine } from "./budget/judge.ts";
import type { Override } from "./budget/override.ts";
import type { Reason, Verdict } from "./budget/reason.ts";
import type { BudgetLine } from "./budget/rules.ts";
import { verdictOf } from "./budget/verdict.ts";
import { type Compared, compare } from "./compare/compare.ts";
import { combine } from "./control/combine.ts";
import type { Control } from "./control/control.ts";
import { dearerOf } from "./control/dearer.ts";
import type { Held } from "./control/held.ts";
import type { Gathered } from "./gather.ts";
import type { Book } from "./prices/book.ts";
import type { Distributions } from "./risk/distributions.ts";
import { type Exposure, exposureOf } from "./risk/exposure.ts";
import type { Figures } from "./risk/figures.ts";
import type { AccountLine } from "./risk/ledger.ts";
import { type Located, locateAll } from "./yaml/locate.ts";

/** Everything a report says, as data. Money is exact and in `currency`; only `report/` rounds and words it. */
export type Review = {
  verdict: Verdict;
  reasons: readonly Reason[];
  currency: string;
  date: string;
  prices: { snapshot: string; oldest_checked: string | null; stale: number };
  /** What head was compared with; `new`: no manifest stands at base. */
  compared: "nothing" | "base" | "new";
  total: { complete: boolean; head: Figures | null; base: Figures | null };
  budgets: readonly BudgetLine[];
  accounts: readonly AccountLine[];
  workloads: readonly WorkloadLine[];
  problems: readonly Located[];
  /** Where the change edits what rules over it, and so was judged twice: which judgement this is, the worse one. */
  controls: { changed: readonly Control[]; stands: "own" | "base" } | null;
  /** Where it fails and base's policy has an override: whether there is one. */
  override: Override | null;
  /** What it was made from: to find the line of a workload, the members of a scope, and a source that is ours. */
  from: { head: Gathered; now: Exposure; book: Book; distributions: Distributions };
};

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
  held?: Held | null;
};

/**
 * The whole program: texts → manifests → list prices → comparison → budgets → verdict.
 * Reading, git, GitHub, the clock and all wording are outside of it.
 */
export function review(input: ReviewInput): Review {
  const own = judged(input);
  const { held, book, date, distributions } = input;
  if (!held) return own;
  const head = dearerOf(held, book, date, distributions);
  return combine(own, judged({ ...input, head, renamed: held.renamed }), held.changed);
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
  const { budgets, reasons, problems } = judge({ head, base, now, before, workloads, compared, renamed, distributions });

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
function isUntouched({ head: now, base: before }: Compared, head: Gathered, base: Gathered | null): boolean {
  if (!now || !before || now.keys || before.keys) return true;
  return JSON.stringify(writtenOf(now, head)) === JSON.stringify(writtenOf(before, base));
}

function writtenOf({ file, name }: { file: string; name: string }, side: Gathered | null): unknown {
  const { workloads, defaults } = (side?.files.get(file)?.value ?? {}) as { workloads?: Record<string, unknown>; defaults?: unknown };
  return [workloads?.[name], defaults];
}
