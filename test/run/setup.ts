import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeEach } from "vitest";
import { placesOf, RUN_FOLDER } from "./running.ts";

/**
 * Settings for all properties. The seed is fixed, so that runs are repeatable; `npm run soak` takes a new one each time, and `SEED=7` sets one. A
 * property that runs longer than the limit counts as hanging, and a failing one is shrunk only until then. Either way it ends before vitest's
 * own timeout, with the seed and the path to repeat it.
 */
fc.configureGlobal({
  seed: Number(process.env["SEED"] ?? "20261122"),
  interruptAfterTimeLimit: Number(process.env["PATIENCE"] ?? "45000"),
  markInterruptAsFailure: true,
});

/** The factor for the number of examples of slow properties; `npm run soak` sets it. */
export const TIMES = Number(process.env["TIMES"] ?? "1");

/** Records the current test of the process for `hang.ts`, because a test in an endless loop cannot report itself. */
const folder = process.env[RUN_FOLDER];
if (folder) {
  beforeEach(({ task }) => {
    writeFileSync(join(placesOf(folder), String(process.pid)), `${task.file.name} > ${task.fullTestName}`);
  });
}
