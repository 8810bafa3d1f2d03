import type { ToDate } from "../actuals/to-date.ts";
import type { WorkloadLine } from "../budget/judge-input.ts";
import type { MonthsAhead } from "../budget/months.ts";
import type { Override } from "../budget/override.ts";
import type { Reason, Verdict } from "../budget/reason.ts";
import type { BudgetLine } from "../budget/rules.ts";
import type { Control } from "../control/control.ts";
import type { CodeReview } from "../declared/result.ts";
import type { Gathered } from "../gather.ts";
import type { Repricing } from "../lock/repricing.ts";
import type { Decimal } from "../money/decimal.ts";
import type { Book } from "../prices/book.ts";
import type { Exposure, PaidAccount } from "../risk/exposure.ts";
import type { Figures } from "../risk/figures.ts";
import type { Distributions } from "../stats/distributions.ts";
import type { Located } from "../yaml/locate.ts";

/** A limit that a change edits. `base`: base's limit; `own`: the proposed one. Each has the verdict under it; null if that side has no such limit. */
export type EditedLimit = { file: string; scope: string; base: LimitUnder | null; own: LimitUnder | null };
export type LimitUnder = { limit: Decimal; currency: string; verdict: Verdict };

/** The whole report as data. Money is exact and in `currency`; only `report/` rounds it and writes sentences. */
export type Review = {
  verdict: Verdict;
  reasons: readonly Reason[];
  currency: string;
  date: string;
  prices: { snapshot: string; oldest_checked: string | null; stale: number };
  /** What head was compared with. `new`: base has no manifest. */
  compared: "nothing" | "base" | "new";
  /** `comparable`: whether every file that differs could be read on both sides. If not, the difference is unknown. */
  total: {
    complete: boolean;
    head: Figures | null;
    base: Figures | null;
    comparable: boolean;
    /** What price changes since the lock add to the monthly cost. `base` and `head` both include it. Null without a lock, or if unknown. */
    repricing: Decimal | null;
  };
  /** Price changes since the lock; null if there is no readable lock. */
  repricing: Repricing | null;
  budgets: readonly BudgetLine[];
  /** Month by month; null if it was not requested and nothing varies. */
  plan: MonthsAhead | null;
  /** The month so far, as it was billed; null if no log or bill was given. */
  toDate: ToDate | null;
  accounts: readonly PaidAccount[];
  workloads: readonly WorkloadLine[];
  problems: readonly Located[];
  /** Set if the change edits its own controls and so was judged twice. `stands`: which judgment this is, the worse one. */
  controls: { changed: readonly Control[]; stands: "own" | "base"; limits: readonly EditedLimit[] } | null;
  /** The comparison of code with the manifests; null if no code was read. */
  code: CodeReview | null;
  /** If the verdict fails and base's policy allows an override: its state. */
  override: Override | null;
  /** The inputs of the report, to find the line of a workload, the members of a scope, and sources of the repository. */
  from: { head: Gathered; now: Exposure; book: Book; distributions: Distributions };
};
