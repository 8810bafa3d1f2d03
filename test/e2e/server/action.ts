import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as core from "@actions/core";
import { parse } from "yaml";
import { act } from "../../../src/action/action.ts";
import { dataFolder } from "../../run/built-in.ts";
import { RUN_FOLDER } from "../../run/running.ts";
import { type Event, type GitHub, TOKENS } from "./github.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");

/** Where Node keeps the compiled bundle, for hundreds of runs of it. */
const CODE = join(tmpdir(), "video-budget-e2e-code");

/** What the runner sees of one step. */
export type Step = {
  code: number | null;
  stdout: string;
  stderr: string;
  /** Workflow commands of the output: `error`, `warning`, `notice` and whatever else it would obey. */
  commands: Command[];
  outputs: Record<string, string>;
  summary: string;
  report: Report;
  /** Milliseconds that the process took. */
  took: number;
};

export type Command = { name: string; properties: Record<string, string>; message: string };

/** The part of the report that these tests look at; the report's own tests check its whole form. */
export type Report = {
  schema: string;
  verdict: string;
  reasons: { code: string; scope: string | null; value: number | null }[];
  total: { complete: boolean; head: { expected: number } | null; base: { expected: number } | null; delta: { expected: number } | null };
  workloads: { file: string; name: string; change: string; status: string; figures: { expected: number } | null }[];
  problems: { code: string; severity: string; file: string; line: number }[];
  budgets: { scope: string; pre_existing: boolean }[];
};

export type Options = {
  inputs?: Readonly<Record<string, string>>;
  token?: string;
  /** Its id is 4,710 + its number by default: ids rise over all workflows. */
  run?: { number: number; attempt?: number; id?: number };
  /** The checkout; none by default, since none is needed. */
  workspace?: string;
  env?: Readonly<Record<string, string>>;
  /** As a GHES is asked: with a path in the address of its API. */
  ghes?: boolean;
  /** The Node that the bundle runs on: 24 by default. */
  node?: string;
};

/**
 * Runs the action as the runner does: inputs with the defaults of action.yml, event file, and a folder of its own. With
 * E2E=bundle it is the built action in a process of its own on Node 24; otherwise it is the sources in this process, which has
 * read and compiled them and waits a hundredth of GitHub's pace: a tenth of the time.
 */
export function runAction(github: GitHub, event: Event, options: Options = {}): Promise<Step> {
  return stepOf(process.env["E2E"] === "bundle" ? bundled : inProcess, github, event, options);
}

/** Runs the built action as a step on Node 24, at GitHub's pace. */
export function runBundle(github: GitHub, event: Event, options: Options = {}): Promise<Step> {
  return stepOf(bundled, github, event, options);
}

type Run = (env: Record<string, string>, cwd: string, options: Options) => Promise<Ended>;

async function stepOf(run: Run, github: GitHub, event: Event, options: Options): Promise<Step> {
  const folder = mkdtempSync(join(tmpdir(), "video-budget-e2e-"));
  const file = (name: string, content = ""): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const token = options.token ?? TOKENS.workflow;
  const [outputs, summary] = [file("output"), file("summary")];
  const environment = {
    PATH: process.env["PATH"] ?? "",
    // Where a step without RUNNER_TEMP writes its reports.
    TMPDIR: tmpdir(),
    ...inputsOf(token, options.inputs ?? {}),
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_API_URL: `${github.proxy.url}${options.ghes ? "/api/v3" : ""}`,
    GITHUB_SERVER_URL: "https://github.example",
    GITHUB_REPOSITORY: "studio/films",
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: file("event.json", JSON.stringify(event.payload)),
    GITHUB_SHA: event.sha,
    GITHUB_RUN_ID: String(options.run?.id ?? 4710 + (options.run?.number ?? 1)),
    GITHUB_RUN_NUMBER: String(options.run?.number ?? 1),
    GITHUB_RUN_ATTEMPT: String(options.run?.attempt ?? 1),
    GITHUB_WORKSPACE: options.workspace ?? mkdtempSync(join(folder, "workspace-")),
    GITHUB_OUTPUT: outputs,
    GITHUB_STEP_SUMMARY: summary,
    RUNNER_TEMP: folder,
    NODE_COMPILE_CACHE: CODE,
    ...options.env,
  };
  const started = performance.now();
  const { code, stdout, stderr } = await run(environment, folder, options);
  const took = performance.now() - started;
  const read = outputsOf(readFileSync(outputs, "utf8"));
  const path = read["report-json"];
  return {
    code,
    stdout,
    stderr,
    commands: commandsOf(stdout),
    outputs: read,
    summary: readFileSync(summary, "utf8"),
    report: path ? (JSON.parse(readFileSync(path, "utf8")) as Report) : ({} as Report),
    took,
  };
}

const { inputs } = parse(readFileSync(join(ROOT, "action.yml"), "utf8")) as { inputs: Record<string, { default?: string }> };

/** The runner sets every declared input: as given, by its default, or empty. */
function inputsOf(token: string, given: Readonly<Record<string, string>>): Record<string, string> {
  for (const name of Object.keys(given)) if (!(name in inputs)) throw new Error(`action.yml declares no input ${name}`);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how action.yml writes it
  const value = (name: string): string => (given[name] ?? inputs[name]?.default ?? "").replace("${{ github.token }}", token);
  return Object.fromEntries(Object.keys(inputs).map((name) => [`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`, value(name)]));
}

type Ended = Pick<Step, "code" | "stdout" | "stderr">;

function bundled(env: Record<string, string>, cwd: string, { node = node24() }: Options): Promise<Ended> {
  const bundle = join(ROOT, "dist", "action", "index.js");
  if (!existsSync(bundle)) throw new Error("dist/action/index.js is not built: npm run build");
  return new Promise((resolve, reject) => {
    const child = spawn(node, [bundle], { env, cwd, stdio: ["ignore", "pipe", "pipe"] });
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => {
      stdout += chunk.toString("utf8");
    });
    child.stderr.on("data", (chunk: Buffer) => {
      stderr += chunk.toString("utf8");
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}

let isRunning = false;

/** One run at a time: the environment, the output and the exit code are the process's. */
async function inProcess(env: Record<string, string>): Promise<Ended> {
  if (isRunning) throw new Error("Two runs at once need processes of their own: test/e2e/bundle.");
  isRunning = true;
  const bundle = dataFolder("action");
  const [outer, { exitCode }] = [{ ...process.env }, process];
  const { write } = process.stdout;
  const said: string[] = [];
  replaceEnv(env);
  // The summary is written to the file that the first run named.
  Object.assign(core.summary, { _filePath: undefined });
  process.stdout.write = (chunk: string | Uint8Array): boolean => said.push(String(chunk)) > 0;
  process.exitCode = 0;
  try {
    await act(bundle);
    return { code: Number(process.exitCode), stdout: said.join(""), stderr: "" };
  } finally {
    process.stdout.write = write;
    process.exitCode = exitCode;
    replaceEnv(outer);
    isRunning = false;
  }
}

function replaceEnv(env: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
}

let found: string | undefined;

/** The Node that GitHub runs the action with; `NODE24` names one that is there, else npm fetches it once, and tells its place once a run. */
export function node24(): string {
  const run = process.env[RUN_FOLDER];
  if (run === undefined) throw new Error("Node 24 is looked for once a run of vitest");
  const told = join(run, "node24");
  found ??= process.env["NODE24"] ?? (existsSync(told) ? readFileSync(told, "utf8") : undefined);
  if (found) return found;
  const exec = ["exec", "--yes", "--ignore-scripts=false", "--package=node@24", "--", "node", "-p", "process.execPath"];
  found = execFileSync("npm", exec, { encoding: "utf8", cwd: tmpdir() }).trim();
  // A file that another process reads meanwhile is whole.
  writeFileSync(`${told}-${process.pid}`, found);
  renameSync(`${told}-${process.pid}`, told);
  return found;
}

/** What the runner would take as a command: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function commandsOf(stdout: string): Command[] {
  const decode = (text: string): string =>
    text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%25", "%");
  return stdout.split(/\r?\n/).flatMap((line) => {
    const [, name, properties = "", message = ""] = /^\s*::([\w-]+)(?: (.*?))?::(.*)$/.exec(line) ?? [];
    if (name === undefined) return [];
    const pairs = properties
      .split(",")
      .filter(Boolean)
      .map((pair) => pair.split(/=(.*)/s));
    return [{ name, properties: Object.fromEntries(pairs.map(([key = "", value = ""]) => [key, decode(value)])), message: decode(message) }];
  });
}

function outputsOf(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/^([\w-]+)<<(.+)\r?\n([\s\S]*?)\r?\n?^\2$/gm)].map(([, name = "", , value = ""]) => [name, value]));
}
