import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";

/**
 * `npm run soak`: in full what every test run does a little of. 1,000 random schedules of faults against the
 * action's bundle, then 100,000 spoiled manifests and price files; some half an hour on two cores.
 * `SCHEDULES=200 FUZZ=20000 SEED=7` changes how many, and which.
 */
const SCHEDULES = Number(process.env["SCHEDULES"] ?? "1000");
const FUZZ = Number(process.env["FUZZ"] ?? "100000");
const log = join(mkdtempSync(join(tmpdir(), "video-budget-soak-")), "schedules.jsonl");

/** A spoiled input that hangs would keep its process for ever, and be the last in the folder video-budget-fuzz of temporary files. In milliseconds. */
const PATIENCE = 60_000 + FUZZ * 100;

const started = Date.now();
// Schedules mostly wait for the next try.
const schedules = await vitest(["test/e2e/schedules.test.ts", `--maxConcurrency=${5 * availableParallelism()}`], {
  SCHEDULES_LOG: log,
  SCHEDULES: String(SCHEDULES),
});
print(`${SCHEDULES} schedules of faults: ${schedules ? "all as promised" : "FAILED"}, ${minutes(started)}`);
if (existsSync(log)) faults(readFileSync(log, "utf8"));
const next = Date.now();
const fuzz = await vitest(["test/fuzz"], { FUZZ: String(FUZZ) });
print(`${FUZZ} spoiled inputs: ${fuzz ? "all end in a report" : "FAILED"}, ${minutes(next)}`);
process.exitCode = schedules && fuzz ? 0 : 1;

function vitest(args: string[], env: Record<string, string>): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(process.execPath, ["node_modules/vitest/vitest.mjs", "run", "--reporter=dot", ...args], {
      stdio: "inherit",
      env: { ...process.env, ...env },
    });
    const watch = setTimeout(() => child.kill("SIGKILL"), Math.max(PATIENCE, SCHEDULES * 60_000));
    child.on("close", (code) => {
      clearTimeout(watch);
      done(code === 0);
    });
  });
}

type Run = { at: number; struck: number; outcome: "right" | "refused" | "unread"; took: number; requests: number };

/** What the schedules met, and what became of it. */
function faults(lines: string): void {
  const runs = lines
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Run);
  const struck = (some: readonly Run[]): number => some.reduce((sum, run) => sum + run.struck, 0);
  const of = (outcome: Run["outcome"]): Run[] => runs.filter((run) => run.outcome === outcome);
  print(`  ${runs.length} runs of the action met ${struck(runs)} faults`);
  print(`  ${struck(of("right"))} of them survived: one right comment, in ${of("right").length} runs`);
  print(`  ${struck(of("refused"))} cost the comment, which a notice said, in ${of("refused").length} runs; verdict and exit state were right`);
  print(`  ${struck(of("unread"))} kept the commits from being read, which failed the step, in ${of("unread").length} runs`);
  const calm = runs.filter(({ struck: faulty, at }) => faulty === 0 && at > 0).map(({ requests }) => requests);
  print(`  requests of a run that updates its comment and met no fault: ${Math.min(...calm)} to ${Math.max(...calm)}`);
}

function minutes(since: number): string {
  return `${((Date.now() - since) / 60_000).toFixed(1)} minutes`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
