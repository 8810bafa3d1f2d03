import { type Decimal, ZERO } from "../money/decimal.ts";

/**
 * The fewest jobs that together prove every claim, and of these the cheapest: exact, since there are few claims.
 * @returns positions in `jobs`; claims that no job proves are left out
 */
export function minimumSetCover<Claim>(claims: readonly Claim[], jobs: readonly { proves: ReadonlySet<Claim>; cost: Decimal }[]): number[] {
  const provable = claims.filter((claim) => jobs.some(({ proves }) => proves.has(claim)));
  const masks = jobs.map(({ proves }) => provable.reduce((mask, claim, bit) => (proves.has(claim) ? mask | (1 << bit) : mask), 0));
  const all = (1 << provable.length) - 1;
  // By set of claims, the best choice of jobs that proves at least these.
  const best = new Map<number, { chosen: number[]; cost: Decimal }>([[0, { chosen: [], cost: ZERO }]]);
  for (let proved = 0; proved < all; proved++) {
    const known = best.get(proved);
    if (!known) continue;
    for (const [index, mask] of masks.entries()) {
      const next = proved | mask;
      const other = best.get(next);
      const cost = known.cost.plus(jobs[index]?.cost ?? ZERO);
      const size = known.chosen.length + 1;
      if (next !== proved && (!other || size < other.chosen.length || (size === other.chosen.length && cost.lt(other.cost))))
        best.set(next, { chosen: [...known.chosen, index], cost });
    }
  }
  return best.get(all)?.chosen ?? [];
}
