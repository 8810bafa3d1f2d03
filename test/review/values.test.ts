import { expect, test } from "vitest";
import { sentence } from "../../src/report/words/messages.ts";
import { reviewOne } from "../in-memory.ts";

const workload = (more: object): object => ({ version: 1, workloads: { a: { provider: "acme", model: "acme-1", volume: { per_month: 1 }, ...more } } });

test.each<[string, object, RegExp]>([
  ["a duration", workload({ reliability: { latency: { p50: "1e9s", p95: 5 } } }), /a duration: a number of seconds/],
  ["a share", workload({ reliability: { outcomes: { moderated: "3 percent" } } }), /a share from 0 to 1/],
  ["a number of jobs", workload({ reliability: { evidence: { moderated: { k: 1, n: Number.MAX_SAFE_INTEGER } } } }), /9007199254740991/],
  ["a path of 70,000 characters", { ...workload({}), include: ["a".repeat(70_000)] }, /a path of at most 4,096 characters/],
  ["a price file's path of 70,000 characters", { ...workload({}), prices: [`${"a/".repeat(35_000)}p.yml`] }, /a path of at most 4,096 characters/],
])("%s that is invalid is a problem with a message", async (_, manifest, words) => {
  const { verdict, problems } = await reviewOne(manifest);
  expect([verdict, problems.length]).toEqual(["invalid", 1]);
  const said = problems.map(sentence).join(" ");
  expect(said).toMatch(words);
  expect(said).not.toMatch(/pattern|\\d|\^\(/);
});

test("the largest accepted number of jobs can be simulated", async () => {
  const { total } = await reviewOne(workload({ reliability: { evidence: { moderated: { k: 1, n: 1e9 } } } }));
  expect(total.head?.p90.gte(0)).toBe(true);
});
