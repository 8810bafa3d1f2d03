import { describe, expect, test } from "vitest";
import { recent } from "../../../src/joblog/memory/window.ts";
import { jobOf, reconcileJobs } from "../logs.ts";

const START = 1_793_491_200;
const take = (id: string, at: number, more: object = {}): Record<string, unknown> =>
  jobOf(id, { request_id: "r", take: 0, prompt_hash: "h", seed: 1, submitted_at: START + at, finished_at: START + at + 300, ...more });

/** The client of the manifest waits 180 s; a second job from 162 s on comes from a timeout. */
test.each([
  ["submitted after the timeout while the first runs", [take("a", 0), take("b", 181)], [["a", "b", "likely"]]],
  ["submitted slightly before the timeout", [take("a", 0), take("b", 163)], [["a", "b", "likely"]]],
  ["both at once", [take("a", 0), take("b", 20)], [["a", "b", "possible"]]],
  ["submitted after the timeout, listed before the first", [take("b", 181), take("a", 0)], [["a", "b", "likely"]]],
  ["not if the first had ended", [take("a", 0), take("b", 301)], []],
  ["of another take", [take("a", 0), take("b", 181, { take: 1 })], []],
  ["with another seed", [take("a", 0), take("b", 181, { seed: 2 })], []],
  ["of another prompt", [take("a", 0), take("b", 181, { prompt_hash: "g" })], []],
  ["of another request", [take("a", 0), take("b", 181, { request_id: "s" })], []],
  [
    "not without take and seed, which may be several takes",
    [take("a", 0, { take: undefined, seed: undefined }), take("b", 181, { take: undefined, seed: undefined })],
    [],
  ],
  ["the first was abandoned and its end is unknown", [take("a", 0, { finished_at: null, gave_up_at: START + 180 }), take("b", 181)], [["a", "b", "likely"]]],
  ["not after the window", [take("a", 0, { finished_at: START + 2000 }), take("b", 901)], []],
  ["not if the second was not billed", [take("a", 0), take("b", 181, { status: "provider_error", cost: 0, billed_seconds: 0 })], []],
  [
    "three times",
    [take("a", 0), take("b", 181), take("c", 362)],
    [
      ["a", "b", "likely"],
      ["b", "c", "likely"],
    ],
  ],
  [
    "one idempotency key billed twice, even after the first ended",
    [take("a", 0, { idempotency_key: "k" }), take("b", 700, { idempotency_key: "k" })],
    [["a", "b", "certain"]],
  ],
  [
    "not if one idempotency key was billed once",
    [take("a", 0, { idempotency_key: "k" }), take("b", 700, { idempotency_key: "k", status: "provider_error", cost: 0 })],
    [],
  ],
])("duplicates of a job: %s", async (_, jobs, expected) => {
  const { duplicates, findings } = await reconcileJobs(jobs);
  expect(duplicates.map(({ first, second, confidence }) => [first, second, confidence])).toEqual(expected);
  expect(findings).toEqual([]);
});

test("the wasted cost is that of the clip that nobody waited for", async () => {
  const high = { resolution: "1080p", billed_resolution: "1080p", cost: 1.2 };
  const seen = await reconcileJobs([take("a", 0, high), take("b", 181)]);
  expect(seen.duplicates[0]?.wasted).toBe(0.8);
  const givenUp = await reconcileJobs([take("a", 0, { ...high, finished_at: null, gave_up_at: START + 180 }), take("b", 181)]);
  expect(givenUp.duplicates[0]?.wasted).toBe(1.2);
});

test("a wider window finds more duplicates", async () => {
  const jobs = [take("a", 0, { finished_at: START + 2000 }), take("b", 901)];
  expect((await reconcileJobs(jobs, {}, ["--window", "20m"])).duplicates).toHaveLength(1);
});

describe("the memory of a long log", () => {
  const kept = (name: string, submitted: number) => ({ name, same: 1, submitted, finished: Number.NaN, gaveUp: false, cost: 1 });
  const key = (i: number) => ({ low: i * 7919, high: i });
  const keptOf = (count: number, timeOf: (i: number) => number, seconds = 900) => {
    const all = recent(seconds, 8);
    for (let i = 0; i < count; i++) all.add(key(i), kept(`j${i}`, timeOf(i)));
    return { all, names: Array.from({ length: count }, (_, i) => all.find(key(i))?.name).filter((name) => name !== undefined) };
  };

  test("keeps the last records, however old they are", () => {
    const { names, all } = keptOf(100, (i) => i * 10_000);
    expect(names).toEqual(["j92", "j93", "j94", "j95", "j96", "j97", "j98", "j99"]);
    expect(all.late()).toBe(0);
  });

  test("keeps all records within the window, however many there are", () => {
    expect(keptOf(1000, (i) => i).names).toHaveLength(901);
    expect(keptOf(1000, (i) => -i).names).toHaveLength(901);
    expect(keptOf(1000, () => 5).names).toHaveLength(1000);
  });

  test("keeps the newest record of a key", () => {
    const { all } = keptOf(20, (i) => i);
    all.add(key(3), kept("again", 21));
    expect([all.find(key(3))?.name, all.find(key(4))?.name, all.find(key(99))]).toEqual(["again", "j4", undefined]);
  });

  test("drops records without a time first", () => expect(keptOf(100, () => Number.NaN).names).toHaveLength(8));

  test("counts records that come too late to be compared", () => {
    const { all } = keptOf(100, (i) => i * 10_000);
    all.add(key(200), kept("late", 50_000));
    expect(all.late()).toBe(1);
  });
});

test("a log that is far out of order is reported", async () => {
  const jobs = Array.from({ length: 10_000 }, (_, i) =>
    jobOf(`j${i}`, { request_id: `r${i}`, take: 0, submitted_at: START + ((i * 7919) % 10_000) * 3600, finished_at: null }),
  );
  const { stderr, jobs: count } = await reconcileJobs(jobs);
  expect(count).toBe(10_000);
  expect(stderr).toMatch(/records came out of order: duplicates of them may be missed/);
});
