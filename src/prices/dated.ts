/**
 * Whether only the year of a price's page is known. The price book records such a page as of January 1, the
 * earliest day that it can be from. `checked: 2026-01-01` therefore means "some day in 2026".
 */
export function isUndated(checked: string): boolean {
  return checked.endsWith("-01-01");
}
