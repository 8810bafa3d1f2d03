import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { commit, folderOf, git } from "../cli/run.ts";
import { blocksOf } from "./pages.ts";

/** The GitLab component, as GitLab reads it: a header with inputs, and the configuration that they are put into. */
const text = readFileSync("templates/video-budget.yml", "utf8");
const [header, body] = parseAllDocuments(text).map((document) => document.toJS());
const inputs = header.spec.inputs as Record<string, { default?: unknown; type?: string }>;
const [, configuration = ""] = text.split(/^---$/m);
const BLOCK = /\$\[\[ inputs\.([\w-]+) \]\]/;
// biome-ignore lint/suspicious/noExplicitAny: a file of any shape
type Json = Record<string, any>;

/** What GitLab does with its blocks, in the configuration as parsed: a value that is one block keeps the input's type. */
function filled(given: Record<string, string>, value: unknown = body): Json {
  if (Array.isArray(value)) return value.map((one) => filled(given, one)) as unknown as Json;
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [filled(given, key), filled(given, inner)]));
  if (typeof value !== "string") return value as Json;
  const whole = BLOCK.exec(value)?.[0] === value;
  const text = value.replace(new RegExp(BLOCK, "g"), (_, name: string) => given[name] ?? String(inputs[name]?.default));
  return (whole && (text === "true" || text === "false") ? text === "true" : text) as unknown as Json;
}

describe("templates/video-budget.yml", () => {
  test("has a header that contains only inputs with defaults and known keys", () => {
    expect([Object.keys(header), Object.keys(header.spec), Object.keys(body)]).toEqual([["spec"], ["inputs"], ["$[[ inputs.job-name ]]"]]);
    for (const input of Object.values(inputs)) {
      expect(["description", "default", "type", "options", "regex"]).toEqual(expect.arrayContaining(Object.keys(input)));
      expect(input.default).toBeDefined();
      expect(typeof input.default).toBe(input.type ?? "string");
    }
  });

  test("uses every declared input and no other", () => {
    const used = [...configuration.matchAll(new RegExp(BLOCK, "g"))].map(([, name]) => name);
    expect([...new Set(used)].sort()).toEqual(Object.keys(inputs).sort());
  });

  test("contains the job that the recipe shows in full", () => {
    const recipe = blocksOf("docs/recipes.md").find(({ text }) => text.startsWith("# .gitlab-ci.yml\nvideo-budget:"));
    const { script: _, variables: __, ...shown } = parse(recipe?.text ?? "")["video-budget"];
    expect(filled({})["video-budget"]).toMatchObject(shown);
  });

  test("has the inputs that the recipe uses", () => {
    const recipe = blocksOf("docs/recipes.md").find(({ text }) => text.startsWith("# .gitlab-ci.yml\ninclude:"));
    const { include } = parse(recipe?.text ?? "") as { include: { remote: string; inputs: object }[] };
    expect(include[0]?.remote).toMatch(/\/v1\/templates\/video-budget\.yml$/);
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(include[0]?.inputs ?? {})));
  });
});

const manifest = (clips: number): string =>
  `version: 1\nbudget: { monthly: 400 }\nworkloads:\n  teaser: { provider: runway, model: gen4_turbo, output: { duration: 5s }, volume: { per_month: ${clips} } }\n`;

test.each([
  ["within budget", 1000, 0], // 1,000 × 5 s × 5 credits × $0.01 = $250 of $400
  ["over budget", 2000, 1], // $500
])("its script exits as the check does on a merge request %s", (_, clips, code) => {
  const folder = folderOf({});
  git(folder, "init", "-q");
  commit(folder, { "ads/video-budget.yml": manifest(900) });
  const base = git(folder, "rev-parse", "HEAD").trim();
  commit(folder, { "ads/video-budget.yml": manifest(clips) });
  const job = filled({ manifest: "*/video-budget.yml" })["video-budget"] as { script: string[]; variables: Record<string, string>; allow_failure: boolean };
  expect(job.allow_failure).toBe(false);
  expect(job.script).toHaveLength(1);
  const script = (job.script[0] as string).replace('npx --yes "video-budget@$VIDEO_BUDGET_VERSION"', `"${process.execPath}" "${resolve("dist/cli/index.js")}"`);
  const env = { PATH: process.env["PATH"], HOME: folder, ...job.variables, CI_MERGE_REQUEST_DIFF_BASE_SHA: base };
  const ran = spawnSync("bash", ["--norc", "-euc", script], { cwd: folder, env, encoding: "utf8" });
  expect([ran.status, ran.stderr]).toEqual([code, "Report written to gl-code-quality-report.json\n"]);
  expect(existsSync(join(folder, "gl-code-quality-report.json"))).toBe(true);
  const findings = JSON.parse(readFileSync(join(folder, "gl-code-quality-report.json"), "utf8")) as { location: { path: string }; severity: string }[];
  expect(findings.some(({ location }) => location.path === "ads/video-budget.yml")).toBe(code === 1);
});
