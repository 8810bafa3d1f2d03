import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";

/**
 * `npm run soak`: runs the random tests at full length. It runs every end-to-end test with the built action on Node 24, 1,000 random schedules of
 * faults against the action's bundle, 100,000 corrupted manifests and price files, 1,000 settings of the what-if page, forty times as many examples
 * of every property, 600 simulated job logs, and the simulation of 420 workloads, 280 months and 40 joint months job by job. It takes about
 * 45 minutes on two cores. Each run has a new seed, which is printed. `SCHEDULES=200 FUZZ=20000 TIMES=2 LOGS=200 SEED=7` changes numbers and seed.
 */
const SCHEDULES = Number(process.env["SCHEDULES"] ?? "1000");
const FUZZ = Number(process.env["FUZZ"] ?? "100000");
const SETTINGS = Number(process.env["SETTINGS"] ?? "1000");
const TIMES = Number(process.env["TIMES"] ?? "40");
const LOGS = Number(process.env["LOGS"] ?? "200");
const SEED = process.env["SEED"] ?? String(randomInt(2 ** 31));
const log = join(mkdtempSync(join(tmpdir(), "video-budget-soak-")), "schedules.jsonl");

/** Milliseconds until a batch of corrupted inputs counts as hanging. The input at fault is then the last one in the temporary folder video-budget-fuzz. */
const PATIENCE = 60_000 + FUZZ * 100;

/** Milliseconds until one property counts as hanging. */
const PROPERTY = 60_000 * TIMES;

print(`Seed ${SEED}: SEED=${SEED} npm run soak tries the same again.`);
const first = Date.now();
const steps = await vitest(["test/e2e"], { E2E: "bundle" });
print(`Every end-to-end test with the built action: ${steps ? "all pass" : "FAILED"}, ${minutes(first)}`);
const started = Date.now();
// Schedules mostly wait for the next retry, so many run at the same time.
const schedules = await vitest(["test/e2e/bundle/schedules.test.ts", `--maxConcurrency=${5 * availableParallelism()}`], {
  SCHEDULES_LOG: log,
  SCHEDULES: String(SCHEDULES),
});
print(`${SCHEDULES} schedules of faults: ${schedules ? "all as promised" : "FAILED"}, ${minutes(started)}`);
if (existsSync(log)) faults(readFileSync(log, "utf8"));
const next = Date.now();
const fuzz = await vitest(["test/fuzz"], { FUZZ: String(FUZZ) });
print(`${FUZZ} spoiled inputs: ${fuzz ? "all end in a report" : "FAILED"}, ${minutes(next)}`);
const page = Date.now();
const settings = await vitest(["test/page/settings.test.ts"], { SETTINGS: String(SETTINGS), HANG: String(60 + 2 * SETTINGS) });
print(`${SETTINGS} settings of the what-if page: ${settings ? "all as the command line says" : "FAILED"}, ${minutes(page)}`);
const last = Date.now();
const properties = await vitest(["test/properties", "test/schema.test.ts", `--testTimeout=${PROPERTY + 60_000}`], {
  TIMES: String(TIMES),
  PATIENCE: String(PROPERTY),
});
print(`Properties of the model, ${TIMES} times as many examples, and every price file in an editor: ${properties ? "all hold" : "FAILED"}, ${minutes(last)}`);
const since = Date.now();
const coverage = await vitest(["test/joblog/simulated", "--testTimeout=1800000", "--hookTimeout=1800000"], { LOGS: String(LOGS) });
print(`${LOGS} simulated logs of each kind: ${coverage ? "their intervals hold" : "FAILED"}, ${minutes(since)}`);
const walk = Date.now();
const folder = mkdtempSync(join(tmpdir(), "video-budget-soak-"));
const [modelLog, jointLog] = [join(folder, "model.json"), join(folder, "joint.json")];
const model = await vitest(["test/risk/simulation/simulation.test.ts", "--testTimeout=3600000"], { SEEDS: "14", MODEL_LOG: modelLog });
print(`420 workloads walked through job by job, and months of 280: ${model ? "the model agrees" : "FAILED"}, ${minutes(walk)}`);
if (existsSync(modelLog)) errors(modelLog);
const together = Date.now();
const joint = await vitest(["test/risk/simulation/joint.test.ts", "--testTimeout=3600000"], { JOINT: "40", JOINT_LOG: jointLog });
print(`40 joint months and their accounts: ${joint ? "the model agrees" : "FAILED"}, ${minutes(together)}`);
if (existsSync(jointLog)) errors(jointLog);
process.exitCode = steps && schedules && fuzz && settings && properties && coverage && model && joint ? 0 : 1;

/** A figure of the model beside that of the simulation. `z`: their difference in standard errors of the simulation. */
type Compared = { name: string; what: string; model: number; simulated: number; z: number };

/** Prints how far the model's figures are from the simulation's, and the three largest differences. With a correct model, 95% are within 1.96 standard errors. */
function errors(file: string): void {
  const all = JSON.parse(readFileSync(file, "utf8")) as Compared[];
  const within = (limit: number): string => `${((100 * all.filter(({ z }) => Math.abs(z) <= limit).length) / all.length).toFixed(1)}%`;
  print(`  ${all.length} figures; within 1 standard error: ${within(1)} (68.3%), within 1.96: ${within(1.96)} (95.0%), within 3: ${within(3)} (99.7%)`);
  for (const { name, what, model: ours, simulated, z } of all.sort((a, b) => Math.abs(b.z) - Math.abs(a.z)).slice(0, 3)) {
    print(`  ${z.toFixed(2)} standard errors: ${what} of ${name}, ${ours.toPrecision(6)} and ${simulated.toPrecision(6)} in the walk`);
  }
}

function vitest(args: string[], env: Record<string, string>): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(process.execPath, ["node_modules/vitest/vitest.mjs", "run", "--reporter=dot", ...args], {
      stdio: "inherit",
      // A batch of corrupted inputs may take longer than any test of a usual run.
      env: { ...process.env, SEED, HANG: "3600", ...env },
    });
    const watch = setTimeout(() => child.kill("SIGKILL"), Math.max(PATIENCE, SCHEDULES * 60_000));
    child.on("close", (code) => {
      clearTimeout(watch);
      done(code === 0);
    });
  });
}

type Run = { at: number; struck: number; outcome: "right" | "refused" | "unread"; took: number; requests: number };

/** Prints the faults in the schedules, and their outcomes. */
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
