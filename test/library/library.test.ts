import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { folderOf, videoBudget } from "../cli/run.ts";
import { blocksOf } from "../docs/pages.ts";

/** The package as users install it: imported by name in another project. */
const project = folderOf({ "package.json": '{ "type": "module" }' });
mkdirSync(join(project, "node_modules"));
symlinkSync(resolve("."), join(project, "node_modules", "video-budget"));

const STUDIO = "examples/studio/video-budget.yml";
const DAY = "2026-11-28";

function run(script: string, cwd = project): string {
  writeFileSync(join(project, "script.mjs"), script);
  return execFileSync(process.execPath, [join(project, "script.mjs")], { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}
const printed = (expression: string): string =>
  `import * as node from "video-budget"; import * as core from "video-budget/core";\nconsole.log(JSON.stringify(${expression}, null, 2));`;

/** The value of each expression, as `--format json` would print it; one process works out all of them. */
function values(...expressions: readonly string[]): string[] {
  const texts = expressions.map((expression) => `JSON.stringify(${expression}, null, 2)`);
  return (JSON.parse(run(printed(`[${texts.join(", ")}]`))) as string[]).map((text) => `${text}\n`);
}

describe("the library", () => {
  test("exports exactly these names", () => {
    expect(JSON.parse(run(printed("[Object.keys(node).sort(), Object.keys(core).sort()]")))).toEqual([["check", "estimate", "scan"], ["checkFiles"]]);
  });

  test("returns the same bytes as --format json, from disk and from text", async () => {
    const { stdout } = await videoBudget(["check", STUDIO, "--date", DAY, "--format", "json"]);
    const files = JSON.stringify({ [STUDIO]: readFileSync(STUDIO, "utf8") });
    const [fromDisk, fromText] = values(
      `await node.check(["${STUDIO}"], { date: "${DAY}", cwd: ${JSON.stringify(resolve("."))} })`,
      `await core.checkFiles({ files: ${files}, manifests: ["${STUDIO}"], date: "${DAY}" })`,
    );
    expect(fromDisk).toBe(stdout);
    expect(fromText).toBe(stdout);
  });

  test("shows as many months as --months, and refuses the same values", async () => {
    const { stdout } = await videoBudget(["check", STUDIO, "--date", DAY, "--months", "3", "--format", "json"]);
    expect(JSON.parse(stdout).months).toHaveLength(3);
    const given = `files: ${JSON.stringify({ [STUDIO]: readFileSync(STUDIO, "utf8") })}, manifests: ["${STUDIO}"], date: "${DAY}"`;
    const refused = `await Promise.all([node.check([], { months: 0 }), core.checkFiles({ ${given}, months: 61 })].map((one) => one.catch(({ name }) => name)))`;
    const [fromDisk, fromText, names = ""] = values(
      `await node.check(["${STUDIO}"], { date: "${DAY}", months: 3, cwd: ${JSON.stringify(resolve("."))} })`,
      `await core.checkFiles({ ${given}, months: 3 })`,
      refused,
    );
    expect(fromDisk).toBe(stdout);
    expect(fromText).toBe(stdout);
    expect(JSON.parse(names)).toEqual(["RangeError", "RangeError"]);
  });

  test("prices a workload without a file, and never as 0 if the price is unknown", () => {
    const known = `{ provider: "vertex", model: "veo-3.1-fast-generate-001", output: { duration: "8s", resolution: "1080p" }, volume: { per_month: 350 }, takes: 2 }`;
    const unknown = `{ provider: "vertex", model: "veo-99", volume: { per_month: 350 } }`;
    const broken = `{ provider: "vertex", model: "veo-3.1-fast-generate-001", volume: { per_month: "5k" } }`;
    const [priced, unpriced, unread] = values(...[known, unknown, broken].map((one) => `await node.estimate(${one}, { date: "${DAY}" })`)).map(
      (text) => JSON.parse(text) as unknown,
    );
    // 350 clips × 2 takes × 8 s × $0.12.
    expect(priced).toMatchObject({ status: "priced", figures: { expected: 672 }, currency: "USD" });
    expect(unpriced).toMatchObject({ figures: null, problems: [{ code: "unknown-model" }] });
    expect(unread).toMatchObject({ figures: null });
  });

  test("scans code with the result of --format json", async () => {
    const call = `import { fal } from "@fal-ai/client";\nexport const make = () => fal.subscribe("fal-ai/veo3.1/fast", { input: { prompt: "a" } });\n`;
    const cwd = folderOf({ "src/make.ts": call });
    const { stdout } = await videoBudget(["scan", "--date", DAY, "--format", "json"], { cwd });
    expect(JSON.parse(stdout).findings).toMatchObject([{ provider: "fal", model: "fal-ai/veo3.1/fast", declared_by: [] }]);
    expect(run(printed(`await node.scan([], { date: "${DAY}", cwd: ${JSON.stringify(cwd)} })`))).toBe(stdout);
  });

  test("throws usage errors of the command line as a sentence", () => {
    const said = run(printed(`await node.check(["none.yml"], { base: "no-such-ref" }).catch(({ message }) => message)`));
    expect(JSON.parse(said)).toContain("no-such-ref");
  });
});

test("video-budget/core imports no module of Node", () => {
  const seen = new Set<string>();
  const outside: string[] = [];
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, from, late] of readFileSync(`dist/library/${file}`, "utf8").matchAll(/^(?:import|export)\b[^;]*?from\s*"([^"]+)"|\bimport\(\s*"([^"]+)"/gm)) {
      const name = (from ?? late) as string;
      if (name.startsWith("./")) visit(name.slice(2));
      else outside.push(name);
    }
  };
  visit("core.js");
  expect(seen.size).toBeGreaterThan(1);
  expect(outside).toEqual(["video-budget/prices.json"]);
});

/** The type checker's output for a file of the project. */
function checked(name: string, text: string, flags: readonly string[] = []): string {
  writeFileSync(join(project, name), text);
  const fixed = ["--noEmit", "--singleThreaded", "--strict", "--module", "nodenext", "--target", "es2023", "--allowImportingTsExtensions", "--skipLibCheck"];
  const types = ["--types", "node", "--typeRoots", resolve("node_modules/@types")];
  try {
    return execFileSync(resolve("node_modules/.bin/tsc"), [...fixed, ...types, ...flags, join(project, name)], { cwd: project, encoding: "utf8" });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

test("the types compile with the strictest settings and need no other package", () => {
  const use = `import { check, estimate, type CheckOptions, type Estimate, type Report, type Workload } from "video-budget";
import { checkFiles, type Files } from "video-budget/core";
const workload: Workload = { provider: "fal", model: "x", volume: { per_month: 1 } };
const options: CheckOptions = { base: "main", months: 12 };
const files: Files = { "a.yml": "" };
const sure: Promise<Report>[] = [check([], options), checkFiles({ files, manifests: ["a.yml"], date: "2026-11-28", months: 3 })];
const one: Promise<Estimate> = estimate(workload);
// @ts-expect-error: a volume is an object.
const wrong: Workload = { provider: "fal", model: "x", volume: 350 };
export { one, sure, wrong };
`;
  expect(checked("use.ts", use, ["--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess"])).toBe("");
  for (const name of ["index", "core", "schema-types"]) expect(readFileSync(`dist/library/${name}.d.ts`, "utf8")).not.toMatch(/from "(?!\.\/)/);
});

test("the types equal those of the sources in both directions", () => {
  const same = `import type { Report, ScanReport, Workload } from "video-budget";
import type * as source from ${JSON.stringify(resolve("src/library/schema-types.ts"))};
declare const report: [Report, source.Report];
const reports: [source.Report, Report] = report;
declare const scans: [ScanReport, source.ScanReport];
const scanned: [source.ScanReport, ScanReport] = scans;
declare const workload: source.Workload;
const workloads: Workload = workload;
export { reports, scanned, workloads };
`;
  expect(checked("same.ts", same)).toBe("");
});

describe("the examples of docs/library.md", () => {
  const examples = blocksOf("docs/library.md").filter(({ language }) => language === "js");

  test.each([
    ["prices a workload", "672\n"],
    ["checks a manifest", /^(?:pass|warn|fail) \d/],
    ["compares two texts", "fail 192\n"],
  ])("run: %s", (_, expected) => {
    const example = examples.shift();
    const said = run(example?.text ?? "", resolve("."));
    if (typeof expected === "string") expect(said).toBe(expected);
    else expect(said).toMatch(expected);
  });
});
