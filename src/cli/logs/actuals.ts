import { readLog } from "../../files/job-log.ts";
import { actualsReader } from "../../joblog/actuals/actuals-reader.ts";
import { collector } from "../../joblog/collect.ts";
import { logPlanOf } from "../../joblog/plan.ts";
import { badRecordsText } from "../../report/joblog/bad-records.ts";
import { inert } from "../../report/layout/escape.ts";
import type { Review } from "../../review/result.ts";
import { withActuals } from "../../review/with-actuals.ts";
import { type Terminal, UsageError } from "../terminal.ts";

/**
 * Adds the month to date from job logs and bills to a report. If the manifest has errors, nothing is compared and the report shows the errors.
 * @throws UsageError if a file has no usable record; I/O errors
 */
export async function withBilled(review: Review, paths: readonly string[], { cwd, process }: Terminal): Promise<Review> {
  const { head, book } = review.from;
  const plan = logPlanOf(head, book, review.date);
  if (plan.problems.length > 0 || plan.workloads.length === 0) {
    process.stderr.write("--actuals is left out: it needs a manifest without errors that has a workload.\n");
    return review;
  }
  const reader = actualsReader(plan, review.date);
  const logs = collector();
  for (const path of paths) {
    const taken = await logs.collect(path, (sink) => readLog(path, cwd, () => process.stdin, sink), reader.file(path));
    if (taken === 0)
      throw new UsageError([`--actuals ${inert(path)}: nothing of it can be read as jobs or as a bill.`, ...badRecordsText(logs.bad())].join("\n"));
  }
  const bad = logs.bad();
  for (const note of badRecordsText(bad)) process.stderr.write(`${note}\n`);
  return withActuals(review, reader.result(bad.count));
}
