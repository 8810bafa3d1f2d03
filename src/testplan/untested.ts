import type { Exposure } from "../risk/exposure.ts";
import { isTested, type TestPlan, testPlan } from "./plan.ts";

/** Cached by side, because several reports need the same plan. */
const plans = new WeakMap<Exposure, TestPlan>();

/** The test plan of the workloads that have a price and no evidence. */
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
