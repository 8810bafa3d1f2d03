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
};

export type ReasonCode =
  | "invalid"
  | "limits-unread"
  | "budget-exceeded"
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
  | "manifest-new"
  | "controls-changed"
  | "overridden"
  | "no-manifest"
  | "pre-existing";
