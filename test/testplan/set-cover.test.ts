import * as fc from "fast-check";
import { expect, test } from "vitest";
import { decimal } from "../../src/money/decimal.ts";
import { minimumSetCover } from "../../src/testplan/set-cover.ts";

const job = (cost: number, ...proves: string[]) => ({ cost: decimal(cost), proves: new Set(proves) });

test("the smallest cover has fewer jobs first, then a lower cost", () => {
  expect(minimumSetCover(["a", "b"], [job(1, "a"), job(1, "b"), job(9, "a", "b"), job(8, "a", "b")])).toEqual([3]);
  expect(minimumSetCover(["a", "b"], [job(2, "a"), job(1, "a"), job(1, "b")])).toEqual([1, 2]);
});

test("a claim that no job proves is ignored, and no claims need no job", () => {
  expect(minimumSetCover(["a", "z"], [job(1, "a")])).toEqual([0]);
  expect(minimumSetCover([], [job(1, "a")])).toEqual([]);
});

test("no other choice of jobs is smaller, or equally small and cheaper", () => {
  const claims = ["a", "b", "c", "d"];
  const jobs = fc.array(fc.record({ cost: fc.integer({ min: 1, max: 9 }), proves: fc.subarray(claims) }), { minLength: 1, maxLength: 7 });
  fc.assert(
    fc.property(jobs, (some) => {
      const made = some.map(({ cost, proves }) => job(cost, ...proves));
      const wanted = claims.filter((claim) => made.some(({ proves }) => proves.has(claim)));
      const worth = (chosen: readonly number[]): [number, number] => [chosen.length, chosen.reduce((sum, index) => sum + (some[index]?.cost ?? 0), 0)];
      const all = Array.from({ length: 2 ** some.length }, (_, mask) => some.map((_, index) => index).filter((index) => mask & (1 << index)));
      const covering = all.filter((chosen) => wanted.every((claim) => chosen.some((index) => some[index]?.proves.includes(claim))));
      const best = covering.map(worth).sort((a, b) => a[0] - b[0] || a[1] - b[1])[0];
      expect(worth(minimumSetCover(claims, made))).toEqual(best);
    }),
  );
});
