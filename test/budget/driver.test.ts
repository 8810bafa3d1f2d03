import { expect, test } from "vitest";
import { driverOf } from "../../src/budget/driver.ts";
import { membersOf } from "../../src/budget/members.ts";
import { reviewOne } from "../in-memory.ts";

/** $0.75 a clip. */
const manifest = (volumes: Record<string, number>): object => ({
  version: 1,
  budget: { monthly: 50 },
  workloads: Object.fromEntries(
    Object.entries(volumes).map(([name, per_month]) => [name, { provider: "acme", model: "acme-1", output: { audio: true }, volume: { per_month } }]),
  ),
});

test.each([
  {
    name: "the one with the largest increase, even if another costs more: $75 less $15",
    base: { a: 200, b: 20 },
    head: { a: 200, b: 100 },
    driver: ["b", true, 60],
  },
  { name: "the most expensive one, if no cost increased: 200 × $0.75", base: { a: 200, b: 120 }, head: { a: 200, b: 100 }, driver: ["a", false, 150] },
])("the workload that drives a limit is $name", async ({ base, head, driver }) => {
  const { from, workloads } = await reviewOne(manifest(head), manifest(base));
  const found = driverOf(membersOf("video-budget.yml", "total", from.head, from.now), workloads);
  expect([found?.head.name, found?.isIncrease, found?.contributes.toNumber()]).toEqual(driver);
});
