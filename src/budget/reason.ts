import type { Decimal } from "../money/decimal.ts";
import type { Arg } from "../problem.ts";
import type { FigureName } from "../risk/figures.ts";

/** What a report can conclude, worst first. */
export const VERDICTS = ["invalid", "fail", "unpriced", "warn", "pass"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Why a verdict is what it is. The sentence of each code is in `report/words/messages.ts`. */
export type Reason = {
  code: ReasonCode;
  /** `pass`: the report states it, but it does not change the verdict. */
  level: Verdict;
  file: string;
  /** `total`, or the name of a scope of the budget; null if the reason is no limit. */
  scope: string | null;
  limit: Decimal | null;
  value: Decimal | null;
  figure: FigureName | null;
  args: Readonly<Record<string, Arg>>;
  /** For a limit that fails: single edits that bring it within the limit, the least loss first. Computed on first use, because many runs print none. Absent if nothing fails. */
  levers?: () => readonly LimitLever[];
};

/** One key of a workload with another value; `from` is the current value, even if it is a default. */
export type LeverEdit = { file: string; workload: string; path: string; from: unknown; to: unknown };

/** What is given up, the least first: what this change asks for, sound that nobody chose, …, and last the number of clips. */
export const LEVER_KINDS = ["revert", "audio", "duration", "takes", "count", "resolution", "tier", "provider", "model", "volume"] as const;
export type LeverKind = (typeof LEVER_KINDS)[number];

/** An edit, and the result of the whole report after it. Money is a monthly amount in the reporting currency. */
export type LimitLever = LeverEdit & {
  kind: LeverKind;
  /** The change of the monthly cost by the edit: below 0. */
  monthly: Decimal;
  /** The expected monthly cost after it. */
  total: Decimal;
  verdict: Verdict;
  /** After the edit: `all` failing limits hold, only this `limit` holds, or `none`. */
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
