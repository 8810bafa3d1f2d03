import { describe, expect, test } from "vitest";
import { membersOf } from "../../src/budget/members.ts";
import { type Remedy, remedyOf } from "../../src/budget/remedy.ts";
import type { Review } from "../../src/review/result.ts";
import { reviewOne } from "../in-memory.ts";

/** $0.75 a clip. */
const clip = { provider: "acme", model: "acme-1", output: { duration: 5, resolution: "720p", audio: true } };
const manifest = (monthly: number, volumes: Record<string, object>): object => ({
  version: 1,
  budget: { monthly },
  workloads: Object.fromEntries(Object.entries(volumes).map(([name, volume]) => [name, { ...clip, volume }])),
});

const remedy = ({ reasons, workloads, from }: Review): Remedy | null => {
  const reason = reasons.find(({ limit }) => limit !== null);
  return reason ? remedyOf(reason, membersOf(reason.file, reason.scope ?? "total", from.head, from.now), workloads, from.distributions) : null;
};

describe("a limit that is broken", () => {
  test.each([
    // $225 of $200: $25 too much are 33.3 of b's 200 clips; 166 fit.
    { volumes: { a: { per_month: 100 }, b: { per_month: 200 } }, monthly: 200, name: "b", key: "volume.per_month", from: 200, to: 166 },
    // Exactly on the limit is allowed: 150 × $0.75 = $112.50 and $75 are $187.50.
    { volumes: { a: { per_month: 100 }, b: { per_month: 200 } }, monthly: 187.5, name: "b", key: "volume.per_month", from: 200, to: 150 },
    // 4 a day are 121.75 a month, $91.3125; $60 are 2.628 a day.
    { volumes: { a: { per_day: 4 } }, monthly: 60, name: "a", key: "volume.per_day", from: 4, to: 2.6 },
  ])("$monthly: $name from $from to at most $to", async ({ volumes, monthly, name, key, from, to }) => {
    const found = remedy(await reviewOne(manifest(monthly, volumes)));
    expect([found?.driver.name, found?.driver.isIncrease, found?.volume]).toEqual([name, false, { key, from, to, cut: expect.any(Number) as number }]);
  });

  test("taking the advice satisfies it, and one clip more does not", async () => {
    const at = async (per_month: number): Promise<string> => (await reviewOne(manifest(200, { a: { per_month: 100 }, b: { per_month } }))).verdict;
    expect([await at(166), await at(167)]).toEqual(["warn", "fail"]);
  });

  test("an uncertain volume is cut by a share: $25 of $150", async () => {
    const found = remedy(await reviewOne(manifest(125, { a: { per_month: { low: 100, likely: 200, high: 300 } } })));
    expect(found?.volume).toEqual({ key: "volume.per_month", from: null, to: null, cut: expect.closeTo(25 / 150, 9) as number });
  });

  test("where the P90 is held, cutting by that share brings the P90 under the limit, and by 1 % less does not", async () => {
    const at = (share: number): Promise<Review> => {
      const volume = { per_month: { low: 100 * share, likely: 200 * share, high: 600 * share } };
      return reviewOne({ ...manifest(220, { a: volume, b: { per_month: 50 } }), budget: { monthly: 220, figure: "p90" } });
    };
    const whole = await at(1);
    const cut = remedy(whole)?.volume?.cut ?? Number.NaN;
    expect([whole.verdict, (await at(1 - cut)).verdict, (await at((1 - cut) * 1.01)).verdict]).toEqual(["fail", "warn", "fail"]);
  });

  test("no volume of one workload is enough where the others break it alone", async () => {
    const found = remedy(await reviewOne(manifest(50, { a: { per_month: 100 }, b: { per_month: 110 } })));
    expect([found?.driver.name, found?.excess.toNumber(), found?.volume]).toEqual(["b", 107.5, null]);
  });

  test("what the change adds most drives it, even where another is larger", async () => {
    const found = remedy(
      await reviewOne(manifest(200, { a: { per_month: 200 }, b: { per_month: 100 } }), manifest(200, { a: { per_month: 200 }, b: { per_month: 20 } })),
    );
    // b went from $15 to $75; $25 less than $75 are 66.7 clips.
    expect([found?.driver.name, found?.driver.isIncrease, found?.driver.contributes.toNumber(), found?.volume?.to]).toEqual(["b", true, 60, 66]);
  });
});

test("a limit that holds needs no remedy", async () => {
  const near = await reviewOne(manifest(80, { a: { per_month: 100 } }));
  expect([near.verdict, remedy(near)]).toEqual(["warn", null]);
});
