import type { PriceSource } from "../../engine/estimate.ts";
import { daysBetween } from "../../notation/date.ts";
import { isUndated } from "../../prices/dated.ts";
import { count } from "../layout/format.ts";

/** The day on which a price was checked, or `undated (2026)` if the page states only a year. */
export function checkedDay(checked: string): string {
  return isUndated(checked) ? `undated (${checked.slice(0, 4)})` : checked;
}

/** Reasons to trust a price less than a recent page of its seller. Empty if there are none. @param date the day of the report (UTC) */
export function doubtsOf({ confidence, checked, stale }: Pick<PriceSource, "confidence" | "checked" | "stale">, date: string): string[] {
  const who = confidence === "third-party" || confidence === "inferred" ? [confidence] : [];
  if (checked === null) return who;
  if (isUndated(checked)) return [...who, "undated"];
  return [...who, ...(stale ? [`checked ${count(daysBetween(checked, date), "day")} ago`] : [])];
}
