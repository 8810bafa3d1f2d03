import { join } from "node:path";

/** The variable that names the folder of a run of tests. */
export const RUN_FOLDER = "VIDEO_BUDGET_TEST_RUN";

/** The folder in which each test process writes its current test. @param run the folder of the run */
export function placesOf(run: string): string {
  return join(run, "at");
}
