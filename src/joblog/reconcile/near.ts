/** Amounts that differ by less than this share are the same. */
export const TOLERANCE = 0.005;

/** Whether two amounts are the same except for what rounding does to them. */
export function near(one: number, other: number): boolean {
  return Math.abs(one - other) <= TOLERANCE * Math.max(Math.abs(one), Math.abs(other)) + 1e-9;
}
