import { expect, test } from "vitest";
import { gateOne } from "../control/gate.ts";

/** A clip is 5 s × $0.15 = $0.75: from 100 to 120 clips a month the change adds $15.00, 20% of $75.00. */
const manifest = (per_month: number, budget: object): object => ({
  version: 1,
  budget: { monthly: 1000, ...budget },
  workloads: { c: { provider: "acme", model: "acme-1", output: { duration: 5, resolution: "720p", audio: true }, volume: { per_month } } },
});

test.each([
  { budget: { warn_increase: { share: "10%" } }, verdict: "warn", reasons: [["increase-warned", 7.5]], why: "20% is above 10%, $7.50" },
  { budget: { warn_increase: { share: "20%" } }, verdict: "pass", reasons: [], why: "20% itself is not above it" },
  { budget: { warn_increase: { amount: 14.99 } }, verdict: "warn", reasons: [["increase-warned", 14.99]], why: "$15.00 is above $14.99" },
  {
    budget: { warn_increase: { share: "10%" }, max_increase: { share: "15%" } },
    verdict: "fail",
    reasons: [["increase-exceeded", 11.25]],
    why: "a failure replaces the warning",
  },
])("$budget: $why", async ({ budget, verdict, reasons }) => {
  const result = await gateOne(manifest(100, budget), manifest(120, budget));
  expect([result.verdict, result.reasons.map(({ code, limit }) => [code, limit?.toNumber()])]).toEqual([verdict, reasons]);
});
