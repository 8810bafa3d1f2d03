/**
 * Whether the page that a price was read on bears no date. The book has such a page at the first of January of its year, the earliest day
 * that it can be of: `checked: 2026-01-01` is "some day of 2026", never a day.
 */
export function isUndated(checked: string): boolean {
  return checked.endsWith("-01-01");
}
