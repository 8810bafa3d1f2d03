import type { Decimal } from "../money/decimal.ts";
import type { Arg } from "../problem.ts";
import type { FigureName } from "../risk/figures.ts";

/** What a report can conclude, worst first. */
export const VERDICTS = ["invalid", "fail", "unpriced", "warn", "pass"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A reason for the verdict. `report/words/reasons.ts` has the sentence of each code. Money is a monthly amount in the reporting currency. */
export type Reason = {
  code: ReasonCode;
  /** `pass`: the report states it, but it does not change the verdict. */
  level: Verdict;
  file: string;
  /** `total`, or the name of a scope of the budget; null if the reason is not about a limit. */
  scope: string | null;
  limit: Decimal | null;
  value: Decimal | null;
  figure: FigureName | null;
  args: Readonly<Record<string, Arg>>;
  /**
   * For a failing limit: single edits that bring the cost within it. Those that change the result least come first. Computed on first use,
   * because many runs print none. Absent if nothing fails.
   */
  levers?: () => readonly LimitLever[];
};

/** One key of a workload with another value; `from` is the current value, even if it is a default. */
export type LeverEdit = { file: string; workload: string; path: string; from: unknown; to: unknown };

/** The kinds of levers in the order of what they give up, from this change's own increase and sound that nobody chose to the number of clips. */
export const LEVER_KINDS = ["revert", "audio", "duration", "takes", "count", "resolution", "tier", "provider", "model", "volume"] as const;
export type LeverKind = (typeof LEVER_KINDS)[number];

/** An edit, and the result of the whole report after it. Money is a monthly amount in the reporting currency. */
export type LimitLever = LeverEdit & {
  kind: LeverKind;
  /** The change of the monthly cost by the edit; below 0. */
  monthly: Decimal;
  /** The expected monthly cost after the edit. */
  total: Decimal;
  verdict: Verdict;
  /** What is within budget after the edit: `all` failing limits, only this `limit`, or `none`. */
  holds: "all" | "limit" | "none";
  /** If no single edit is enough: a second edit that makes it enough, and the result after both. */
  also: (LeverEdit & { kind: LeverKind; total: Decimal; verdict: Verdict }) | null;
};

export type ReasonCode =
  | "invalid"
  | "limits-unread"
  | "budget-exceeded"
  | "budget-exceeded-later"
  | "actuals-over"
  | "budget-near"
  | "increase-exceeded"
  | "increase-warned"
  | "unpriced"
  | "stale-price"
  | "retires-soon"
  | "may-retire"
  | "manifest-removed"
  | "own-price"
  | "repricing"
  | "undeclared-call"
  | "model-drift"
  | "parameter-drift"
  | "scan-incomplete"
  | "silent-cost"
  | "manifest-new"
  | "controls-changed"
  | "overridden"
  | "no-manifest"
  | "pre-existing";
