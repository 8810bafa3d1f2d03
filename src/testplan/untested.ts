import type { Exposure } from "../risk/exposure.ts";
import { isTested, type TestPlan, testPlan } from "./plan.ts";

/** Several reports are made of one side, and the plan is the same in each. */
const plans = new WeakMap<Exposure, TestPlan>();

/** What it takes to test the workloads of a side that have a price and no evidence at all. */
export function untestedOf(side: Exposure): TestPlan {
  let plan = plans.get(side);
  if (!plan) {
    plan = testPlan(
      side.estimates.filter(({ keys, status }) => keys !== null && status === "priced" && !isTested(keys)),
      side.pricing,
    );
    plans.set(side, plan);
  }
  return plan;
}
