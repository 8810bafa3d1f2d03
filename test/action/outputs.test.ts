import { expect, test } from "vitest";
import { outputsOf } from "../../src/action/outputs.ts";
import { reviewOne } from "../in-memory.ts";

/** 5 seconds of acme-1 without sound cost 5 × $0.10 = $0.50. */
const clips = (per_month: number) => ({ provider: "acme", model: "acme-1", output: { duration: 5, audio: false }, volume: { per_month } });

test("outputs have the total's figures and the limit with the highest use", async () => {
  const budget = { monthly: 1000, scopes: { small: { match: { workload: "b" }, monthly: 150 }, none: { match: { workload: "a" }, monthly: 100000 } } };
  const head = { version: 1, budget, workloads: { a: clips(1000), b: clips(250) } }; // $500 + $125
  const base = { version: 1, budget, workloads: { a: clips(1000), b: clips(200) } }; // $500 + $100
  expect(outputsOf(await reviewOne(head, base))).toEqual({
    verdict: "warn",
    "monthly-expected": "625",
    "monthly-p90": "625",
    "monthly-delta": "25",
    "repricing-monthly": "",
    budget: "150",
    "budget-used-percent": "83.33",
    "unpriced-count": "0",
    "undeclared-count": "",
    "badge-json": '{"schemaVersion":1,"label":"video budget","message":"$625.00 a month, 83% of budget","color":"yellow"}',
  });
});

test("an unknown value is empty, never 0", async () => {
  const secret = { provider: "acme", model: "acme-secret", volume: { per_month: 10 } };
  expect(outputsOf(await reviewOne({ version: 1, workloads: { a: secret, b: secret } }))).toEqual({
    verdict: "unpriced",
    "monthly-expected": "",
    "monthly-p90": "",
    "monthly-delta": "",
    "repricing-monthly": "",
    budget: "",
    "budget-used-percent": "",
    "unpriced-count": "2",
    "undeclared-count": "",
    "badge-json": '{"schemaVersion":1,"label":"video budget","message":"unknown","color":"lightgrey"}',
  });
});

test("an exceeded limit of 0 ranks first and has no percentage", async () => {
  const budget = { monthly: 1000, scopes: { frozen: { match: { workload: "a" }, monthly: 0 } } };
  expect(outputsOf(await reviewOne({ version: 1, budget, workloads: { a: clips(1900) } }))).toMatchObject({
    verdict: "fail",
    budget: "0",
    "budget-used-percent": "",
  });
});
