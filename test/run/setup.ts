import { closeSync, constants, fstatSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeEach } from "vitest";
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

/**
 * Which test a process is at, for the reporter: a test that blocks its process cannot report it. The file stays open, because to open it
 * for each of 7,800 tests takes a millisecond each; NUL fills up what a longer name left.
 */
const folder = process.env[RUN_FOLDER];
if (folder) {
  const place = openSync(join(placesOf(folder), String(process.pid)), constants.O_RDWR | constants.O_CREAT);
  let longest = fstatSync(place).size;
  beforeEach(({ task }) => {
    const name = Buffer.from(`${task.file.name} > ${task.fullTestName}`);
    longest = Math.max(longest, name.length);
    writeSync(place, Buffer.concat([name, Buffer.alloc(longest - name.length)]), 0, longest, 0);
  });
  afterAll(() => closeSync(place));
}
