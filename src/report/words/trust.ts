import type { PriceSource } from "../../engine/estimate.ts";
import { daysBetween } from "../../notation/date.ts";
import { isUndated } from "../../prices/dated.ts";
import { count } from "../layout/format.ts";

/** The day a price was checked, or that its page bears none: `undated (2026)`. */
export function checkedDay(checked: string): string {
  return isUndated(checked) ? `undated (${checked.slice(0, 4)})` : checked;
}

/** Why a price is to be trusted less than its seller's own page of these months: nothing for one that is not. @param date the day of the report, UTC */
export function doubtsOf({ confidence, checked, stale }: Pick<PriceSource, "confidence" | "checked" | "stale">, date: string): string[] {
  const who = confidence === "third-party" || confidence === "inferred" ? [confidence] : [];
  if (checked === null) return who;
  if (isUndated(checked)) return [...who, "undated"];
  return [...who, ...(stale ? [`checked ${count(daysBetween(checked, date), "day")} ago`] : [])];
}
