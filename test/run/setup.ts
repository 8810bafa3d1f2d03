import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeEach } from "vitest";
import { placesOf, RUN_FOLDER } from "./running.ts";

/**
 * How every property runs: with one seed, so that runs are repeatable; `npm run soak` takes another each
 * time, and `SEED=7` any. A property that takes this long is a hang, and one that fails is made smaller only until then:
 * either way it ends, before vitest's own time is up, in a report with the seed and the path to try it again.
 */
fc.configureGlobal({
  seed: Number(process.env["SEED"] ?? "20261122"),
  interruptAfterTimeLimit: Number(process.env["PATIENCE"] ?? "45000"),
  markInterruptAsFailure: true,
});

/** The factor for the number of examples of slow properties; `npm run soak` sets it. */
export const TIMES = Number(process.env["TIMES"] ?? "1");

/** Which test a process is at, for the reporter: a test that blocks its process cannot report it. */
const folder = process.env[RUN_FOLDER];
if (folder) {
  beforeEach(({ task }) => {
    writeFileSync(join(placesOf(folder), String(process.pid)), `${task.file.name} > ${task.fullTestName}`);
  });
}
