import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";

/**
 * `npm run soak`: runs the random tests at full length. It runs every end-to-end test with the built action on Node 24, 1,000 random schedules of
 * faults against the action's bundle, 100,000 corrupted manifests and price files, 1,000 settings of the what-if page, forty times as many examples
 * of every property, 600 simulated job logs, and the simulation of 420 workloads, 280 months and 40 joint months job by job. It takes about
 * 45 minutes on two cores. Each run has a new seed, which is printed. `SCHEDULES=200 FUZZ=20000 TIMES=2 LOGS=200 SEEDS=2 JOINT=12 SEED=7` changes
 * numbers and seed. `PARTS=model,joint` runs only these parts.
 */
const SCHEDULES = Number(process.env["SCHEDULES"] ?? "1000");
const FUZZ = Number(process.env["FUZZ"] ?? "100000");
const SETTINGS = Number(process.env["SETTINGS"] ?? "1000");
const TIMES = Number(process.env["TIMES"] ?? "40");
const LOGS = Number(process.env["LOGS"] ?? "200");
const SEEDS = Number(process.env["SEEDS"] ?? "14");
const JOINT = Number(process.env["JOINT"] ?? "40");
const SEED = process.env["SEED"] ?? String(randomInt(2 ** 31));
const folder = mkdtempSync(join(tmpdir(), "video-budget-soak-"));

/** The path of a file that the tests of a part write. */
function at(file: string): string {
  return join(folder, file);
}

/** Milliseconds until a batch of corrupted inputs counts as hanging. The run's folder is then kept; the input at fault is the last in `tmp/video-budget-fuzz`. */
const PATIENCE = 60_000 + FUZZ * 100;

/** Milliseconds until one property counts as hanging. */
const PROPERTY = 60_000 * TIMES;

/** The time limit of a test in a simulation: an hour. */
const LONG = "--testTimeout=3600000";

/** A part of the soak. `tries` and `well` are printed; `details` prints more from the file `log` that its tests write. */
type Part = { tries: string; well: string; args: string[]; env: Record<string, string>; log?: string; details?: (text: string) => void };

const PARTS: Record<string, Part> = {
  steps: { tries: "Every end-to-end test with the built action", well: "all pass", args: ["test/e2e"], env: { E2E: "bundle" } },
  schedules: {
    tries: `${SCHEDULES} schedules of faults`,
    well: "all as promised",
    log: "schedules.jsonl",
    details: faults,
    // Schedules mostly wait for the next retry, so many run at the same time.
    args: ["test/e2e/bundle/schedules.test.ts", `--maxConcurrency=${5 * availableParallelism()}`],
    env: { SCHEDULES_LOG: at("schedules.jsonl"), SCHEDULES: String(SCHEDULES) },
  },
  fuzz: { tries: `${FUZZ} spoiled inputs`, well: "all end in a report", args: ["test/fuzz"], env: { FUZZ: String(FUZZ) } },
  page: {
    tries: `${SETTINGS} settings of the what-if page`,
    well: "all as the command line says",
    args: ["test/page/settings.test.ts"],
    env: { SETTINGS: String(SETTINGS), HANG: String(60 + 2 * SETTINGS) },
  },
  properties: {
    tries: `Properties of the model, ${TIMES} times as many examples, and every price file in an editor`,
    well: "all hold",
    args: ["test/properties", "test/schema.test.ts", `--testTimeout=${PROPERTY + 60_000}`],
    env: { TIMES: String(TIMES), PATIENCE: String(PROPERTY) },
  },
  logs: {
    tries: `${LOGS} simulated logs of each kind`,
    well: "their intervals hold",
    args: ["test/joblog/simulated", "--testTimeout=1800000", "--hookTimeout=1800000"],
    env: { LOGS: String(LOGS) },
  },
  model: {
    tries: `${30 * SEEDS} workloads walked through job by job, and months of ${20 * SEEDS}`,
    well: "the model agrees",
    log: "model.json",
    details: errors,
    args: ["test/risk/simulation/simulation.test.ts", LONG],
    env: { SEEDS: String(SEEDS), MODEL_LOG: at("model.json") },
  },
  joint: {
    tries: `${JOINT} joint months and their accounts`,
    well: "the model agrees",
    log: "joint.json",
    details: errorsOfJoint,
    args: ["test/risk/simulation/joint.test.ts", LONG],
    env: { JOINT: String(JOINT), JOINT_LOG: at("joint.json") },
  },
};

print(`Seed ${SEED}: SEED=${SEED} npm run soak tries the same again.`);
const asked = process.env["PARTS"]?.split(",") ?? Object.keys(PARTS);
const unknown = asked.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) throw new Error(`No such part: ${unknown.join(", ")}. The parts are ${Object.keys(PARTS).join(", ")}`);
let isWell = true;
for (const name of asked) {
  const { tries, well, args, env, log, details } = PARTS[name] as Part;
  const started = Date.now();
  const passes = await vitest(args, env);
  print(`${tries}: ${passes ? well : "FAILED"}, ${minutes(started)}`);
  if (log && details && existsSync(at(log))) details(readFileSync(at(log), "utf8"));
  isWell &&= passes;
}
process.exitCode = isWell ? 0 : 1;
if (isWell) rmSync(folder, { recursive: true });
else print(`What the tests wrote is kept in ${folder}`);

/** A figure of the model beside that of the simulation. `z`: their difference in standard errors of the simulation. */
type Compared = { name: string; what: string; model: number; simulated: number; z: number };

/** Prints how far the model's figures are from the simulation's, and the three largest differences. With a correct model, 95% are within 1.96 standard errors. */
function errors(text: string): void {
  const all = JSON.parse(text) as Compared[];
  const within = (limit: number): string => `${((100 * all.filter(({ z }) => Math.abs(z) <= limit).length) / all.length).toFixed(1)}%`;
  print(`  ${all.length} figures; within 1 standard error: ${within(1)} (68.3%), within 1.96: ${within(1.96)} (95.0%), within 3: ${within(3)} (99.7%)`);
  for (const { name, what, model: ours, simulated, z } of all.sort((a, b) => Math.abs(b.z) - Math.abs(a.z)).slice(0, 3)) {
    print(`  ${z.toFixed(2)} standard errors: ${what} of ${name}, ${ours.toPrecision(6)} and ${simulated.toPrecision(6)} in the walk`);
  }
}

/** Prints the same for joint months. Then, for packs that expire, it prints the cost of packs bought over years beside the steady month. */
function errorsOfJoint(text: string): void {
  const { all, purchases } = JSON.parse(text) as {
    all: Compared[];
    purchases: { model: number; paid: number; covered: number; error: number; expire: boolean }[];
  };
  errors(JSON.stringify(all));
  for (const { model: ours, paid, covered, error } of purchases.filter(({ expire }) => expire)) {
    const apart = (amount: number): string => `${((100 * (amount - ours)) / ours).toFixed(2)}%`;
    print(
      `  a steady month of packs that expire, ${ours.toPrecision(6)}: bought over years ${apart(covered)} on days with a pack, ${apart(paid)} on all days (±${((100 * error) / ours).toFixed(2)}%)`,
    );
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
