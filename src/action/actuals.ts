import * as core from "@actions/core";
import { readLog } from "../files/job-log.ts";
import type { RunContext } from "../github/context.ts";
import { InputError, type Inputs } from "../github/inputs.ts";
import { actualsReader } from "../joblog/actuals/actuals-reader.ts";
import { collector } from "../joblog/collect.ts";
import { logPlanOf } from "../joblog/plan.ts";
import type { Review } from "../review/result.ts";
import { withActuals } from "../review/with-actuals.ts";
import { fileInCheckout } from "./checkout-file.ts";
import { ACTUALS_IGNORED, ACTUALS_LEFT_OUT } from "./notices.ts";

/**
 * Adds the month to date from job logs and bills in the checkout, as `video-budget check --actuals` does. A run for a
 * change has none, because the change did not cause what was billed.
 * @throws InputError if a path leads out of the checkout, or if a file has no usable record; errors of node:fs
 */
export async function withBilledDays(review: Review, { actuals, workingDirectory: folder }: Inputs, { pull, group, workspace }: RunContext): Promise<Review> {
  if (actuals.length === 0) return review;
  if (pull || group || !workspace) {
    core.notice(ACTUALS_IGNORED);
    return review;
  }
  const plan = logPlanOf(review.from.head, review.from.book, review.date);
  if (plan.problems.length > 0 || plan.workloads.length === 0) {
    core.notice(ACTUALS_LEFT_OUT);
    return review;
  }
  const reader = actualsReader(plan, review.date);
  const logs = collector();
  for (const path of actuals) {
    const file = await fileInCheckout("actuals", path, { folder, workspace });
    const taken = await logs.collect(file, (sink) => readLog(file, workspace, () => process.stdin, sink), reader.file(path));
    if (taken === 0) throw new InputError(`Input actuals names ${JSON.stringify(path)}, of which nothing can be read as jobs or as a bill.`);
  }
  return withActuals(review, reader.result(logs.bad().count));
}
