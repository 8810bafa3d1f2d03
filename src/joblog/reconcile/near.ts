/** Amounts that differ by at most this share count as equal. */
export const TOLERANCE = 0.005;

/** Whether two amounts are equal except for rounding. */
export function near(one: number, other: number): boolean {
  return Math.abs(one - other) <= TOLERANCE * Math.max(Math.abs(one), Math.abs(other)) + 1e-9;
}
