import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestCase } from "vitest/node";
import type { Reporter } from "vitest/reporters";
import { placesOf, RUN_FOLDER } from "./running.ts";

/** A test that runs this many seconds is named, and after twice as many its process is ended, so that the run ends. */
const HANG = Number(process.env["HANG"] ?? "150");

/**
 * Says which test hangs. A test that waits forever ends by vitest's own limit of time; one that blocks its
 * process cannot be reached from inside, and neither can its process tell: it is watched from outside.
 */
export class HangReporter implements Reporter {
  #folder = "";
  readonly #ended = new Set<string>();
  readonly #named = new Set<string>();
  #watch: NodeJS.Timeout | undefined;
  #keeps = false;

  onInit(): void {
    this.#folder = mkdtempSync(join(tmpdir(), "video-budget-tests-"));
    // Set before the test processes start, so that they inherit it. What tests write to the temporary folder is removed with the run's.
    process.env[RUN_FOLDER] = this.#folder;
    process.env["TMPDIR"] = join(this.#folder, "tmp");
    mkdirSync(placesOf(this.#folder));
    mkdirSync(process.env["TMPDIR"]);
    process.once("exit", () => {
      if (!this.#keeps) rmSync(this.#folder, { recursive: true, force: true, maxRetries: 3 });
    });
  }

  onTestRunStart(): void {
    this.#watch = setInterval(() => this.#look(), 5000);
  }

  onTestCaseResult(test: TestCase): void {
    this.#ended.add(`${test.module.relativeModuleId} > ${test.fullName}`);
  }

  onTestRunEnd(): void {
    clearInterval(this.#watch);
  }

  #look(): void {
    const places = placesOf(this.#folder);
    for (const pid of readdirSync(places)) {
      const file = join(places, pid);
      const seconds = (Date.now() - statSync(file).mtimeMs) / 1000;
      const [test = ""] = readFileSync(file, "utf8").split("\0");
      if (seconds < HANG || this.#ended.has(test)) continue;
      if (!this.#named.has(test)) process.stderr.write(`\nStill running after ${Math.round(seconds)} s: ${test}\n`);
      this.#named.add(test);
      if (seconds < 2 * HANG) continue;
      process.stderr.write(`\nHangs, and its process is ended: ${test}\nWhat it wrote is kept in ${this.#folder}\n`);
      this.#keeps = true;
      rmSync(file);
      try {
        process.kill(Number(pid), "SIGKILL");
      } catch {
        // The process has already ended.
      }
    }
  }
}
