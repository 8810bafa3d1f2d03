import type { Decimal } from "../money/decimal.ts";
import type { Arg } from "../problem.ts";
import type { FigureName } from "../risk/figures.ts";

/** What a report can conclude, worst first. */
export const VERDICTS = ["invalid", "fail", "unpriced", "warn", "pass"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Why a verdict is what it is. The sentence of each code is in `report/words/messages.ts`. */
export type Reason = {
  code: ReasonCode;
  /** `pass`: it is said, and changes no verdict. */
  level: Verdict;
  file: string;
  /** `total`, or the name of a scope of the budget; null where the reason is no limit. */
  scope: string | null;
  limit: Decimal | null;
  value: Decimal | null;
  figure: FigureName | null;
  args: Readonly<Record<string, Arg>>;
  /** Of a limit that fails: single edits after which it holds, the least loss first; worked out when first asked for, since many runs print none. Absent where nothing fails. */
  levers?: () => readonly LimitLever[];
};

/** One key of a workload given another value; `from` is what counts now, also where it is a default. */
export type LeverEdit = { file: string; workload: string; path: string; from: unknown; to: unknown };

/** What is given up, the least first: what this change asks for, sound nobody asked for, …, and last the number of clips. */
export const LEVER_KINDS = ["revert", "audio", "duration", "takes", "count", "resolution", "tier", "provider", "model", "volume"] as const;
export type LeverKind = (typeof LEVER_KINDS)[number];

/** An edit, and what the whole report says after it. Money is a month, in the reporting currency. */
export type LimitLever = LeverEdit & {
  kind: LeverKind;
  /** What the edit adds to the month: below 0. */
  monthly: Decimal;
  /** The expected month after it. */
  total: Decimal;
  verdict: Verdict;
  /** Whether the limit holds then, and every other that fails with it: `all`; the limit alone; or not even that. */
  holds: "all" | "limit" | "none";
  /** Where no single edit is enough: a second one with which it is, and what the report says after both. */
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
