import { type Decimal, ZERO } from "../money/decimal.ts";

/**
 * The smallest set of jobs that proves every claim, and the cheapest of that size. The search is exact, which is feasible because there are few claims.
 * @returns indexes into `jobs`; claims that no job proves are ignored
 */
export function minimumSetCover<Claim>(claims: readonly Claim[], jobs: readonly { proves: ReadonlySet<Claim>; cost: Decimal }[]): number[] {
  const provable = claims.filter((claim) => jobs.some(({ proves }) => proves.has(claim)));
  const masks = jobs.map(({ proves }) => provable.reduce((mask, claim, bit) => (proves.has(claim) ? mask | (1 << bit) : mask), 0));
  const all = (1 << provable.length) - 1;
  // The best choice of jobs for each set of proved claims, as a bit mask.
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
