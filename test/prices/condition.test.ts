import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accepts, beats, holds, isSubset, matcher, type NumberRange, type Scalar } from "../../src/prices/condition.ts";
import { condition } from "../../src/prices/normalise.ts";

describe("a condition wins if it accepts a strict subset of the other's requests", () => {
  test.each([
    [{ audio: true }, {}, true],
    [{}, { audio: true }, false],
    [{ audio: true, resolution: "1080p" }, { audio: true }, true],
    [{ resolution: "1080p" }, { resolution: ["720p", "1080P"] }, true],
    [{ resolution: ["720p", "1080p"] }, { resolution: ["1080p", "4k"] }, false],
    [{ duration: 5 }, { duration: { min: 1, max: 10 } }, true],
    [{ duration: { above: 5, max: 10 } }, { duration: { min: 5 } }, true],
    [{ duration: { min: 5, max: 10 } }, { duration: { above: 5 } }, false],
    [{ audio: true }, { audio: true }, false],
    [{ "input.video": true }, {}, true],
  ])("%j wins over %j: %s", (a, b, expected) => {
    expect(beats(condition(a), condition(b))).toBe(expected);
  });
});

test("`true` for an input means any of it, `false` none", () => {
  const fields = (seconds: number) => (field: string) => (field === "input.video" ? seconds : undefined);
  expect([holds(condition({ "input.video": true }), fields(3)), holds(condition({ "input.video": true }), fields(0))]).toEqual([true, false]);
  expect([holds(condition({ "input.video": false }), fields(3)), holds(condition({ "input.video": false }), fields(0))]).toEqual([false, true]);
});

test("an unset field is named, unless another field already rules the condition out", () => {
  expect(holds(condition({ tier: "batch" }), () => undefined)).toEqual({ needs: "tier" });
  expect(holds(condition({ tier: "batch", audio: true }), (field) => (field === "audio" ? false : undefined))).toBe(false);
});

/** Compared with the definition, over a small set of values. */
test("a subset accepts no value that the other does not", () => {
  const world = [0, 1, 2, 3, 4, 5, 6];
  const range: fc.Arbitrary<NumberRange> = fc.record({ min: fc.nat(6), max: fc.nat(6), above: fc.nat(6), below: fc.nat(6) }, { requiredKeys: [] });
  const any = fc
    .oneof(fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 4 }), range)
    .map((written) => matcher("duration", written as Scalar[] | NumberRange));
  const inWorld = (one: ReturnType<typeof matcher>): number[] => [...world, 0.5, 1.5, 2.5, 3.5, 4.5, 5.5].filter((value) => accepts(one, value));
  fc.assert(
    fc.property(any, any, (a, b) => {
      const [mine, theirs] = [inWorld(a), inWorld(b)];
      if (isSubset({ duration: a }, { duration: b })) expect(mine.every((value) => theirs.includes(value))).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
