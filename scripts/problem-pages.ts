import { readFileSync } from "node:fs";
import type { Problem, ProblemCode } from "../src/problem.ts";
import { hint, sentence } from "../src/report/words/messages.ts";
import { PROBLEMS } from "../src/report/words/problems.ts";
import { type ProblemExample, problemExamples } from "./problem-examples.ts";

/** Problems that no small file can show: how they arise, and an instance of each. */
const TOLD: Partial<Record<ProblemCode, { how: string; problem: Pick<Problem, "args" | "path"> }>> = {
  "file-too-large": {
    how: "A manifest or price file of more than 5 MiB.",
    problem: { path: [], args: { bytes: 6_000_000, max: 5_242_880 } },
  },
  "not-utf8": { how: "A file that an editor saved as Latin-1, or as UTF-16 without its byte order mark.", problem: { path: [], args: {} } },
  "lock-unreadable": {
    how: "A `video-budget.lock` that was edited by hand. It is an error for the change that edited it, and a warning for every other change.",
    problem: { path: ["date"], args: { why: "Invalid input: expected string, received number", key: "date" } },
  },
  "lock-unknown-workload": {
    how: "A workload that was removed since `video-budget lock` ran.",
    problem: { path: ["workloads"], args: { workloads: ["video-budget.yml: teaser"] } },
  },
  "lock-outdated": {
    how: "A workload that was added, or whose duration was edited, since `video-budget lock` ran.",
    problem: { path: ["workloads"], args: { workloads: ["teaser"] } },
  },
  "undeclared-call": {
    how: "Code that calls a model that no workload of the nearest manifest above it declares.",
    problem: { path: [], args: { provider: "fal", model: "fal-ai/veo3/fast", dynamic: null, job_price: 1.2, more: 0, near: null, elsewhere: null } },
  },
  "model-drift": {
    how: "Code in a workload's `code` that calls another model, and no longer the workload's own.",
    problem: { path: [], args: { key: "model", workload: "teaser", manifest: "video-budget.yml", code: "fal/fal-ai/veo3", declared: "fal/fal-ai/veo3/fast" } },
  },
  "parameter-drift": {
    how: "A call with `duration: 10`, declared by a workload with `duration: 5s`.",
    problem: { path: [], args: { key: "duration", workload: "teaser", manifest: "video-budget.yml", code: 10, declared: 5 } },
  },
  "unused-workload": {
    how: "A workload whose provider and model no code under its manifest calls.",
    problem: { path: ["workloads", "teaser"], args: {} },
  },
  "scan-incomplete": {
    how: "A pull request that changes more than 300 files of code.",
    problem: { path: [], args: { count: 41, files: ["src/zoom.ts"], why: "too-many" } },
  },
  "pace-off-plan": {
    how: "`check --actuals` with a log of 20 days of November that cost $500, and a plan of $300 a month.",
    problem: {
      path: ["budget"],
      args: { month: "2026-11", covered: 20, off: "above", pace: 750, bound: 330, plan: 300, is_of_volume: false, complete: true, currency: "USD" },
    },
  },
  "unprintable-path": {
    how: "A manifest whose name contains a line break, an escape or another control character.",
    problem: { path: [], args: { value: "team\nbudget.yml" } },
  },
  "tree-truncated": {
    how: "A repository with so many files that GitHub's API lists only a part of them, and a `manifest` input with a pattern.",
    problem: { path: [], args: {} },
  },
  "too-many-files": {
    how: "A pull request in a repository whose `manifest` input, or `include`, matches 1,500 files.",
    problem: { path: [], args: { files: 1500, max: 200 } },
  },
  "manifest-returned": {
    how: "A pull request that adds a manifest that an earlier one removed.",
    problem: { path: [], args: { commit: "1a2b3c4", day: "2026-11-20" } },
  },
  "mixed-currencies": {
    how: "Two manifests in one report: the first has `currency: EUR`, the second `currency: USD`.",
    problem: { path: ["currency"], args: { value: "USD", expected: "EUR" } },
  },
  "history-unread": { how: "A pull request with a new manifest, while GitHub does not answer.", problem: { path: [], args: {} } },
};

/** The headings of groups of problems, by the first code of each group in the table's order. */
const GROUPS: Partial<Record<ProblemCode, string>> = {
  "file-missing": "The file as text",
  "unknown-key": "The file as a manifest",
  "unknown-provider": "The manifest against the price book",
  "lock-unreadable": "The price lock and calls in code",
  "silent-cost": "Settings that nobody chose",
  "timeout-in-tail": "Timeouts, completion and failures",
  "price-overlap": "A price file on its own",
};

/**
 * The page of every problem: a file that causes it, the message, and the fix; made from the
 * table of problems and the files of their tests. A problem without an example stops the build.
 */
export function problemPages(): string {
  const codes = Object.keys(PROBLEMS) as ProblemCode[];
  const examples = new Map(problemExamples().map((example) => [example.name, example]));
  const sections = codes.flatMap((code) => {
    const group = GROUPS[code];
    return [...(group === undefined ? [] : [`## ${group}`, ""]), `### ${code}`, "", ...partsOf(code, examples.get(code))];
  });
  return `${[
    "# Every problem",
    "",
    "<!-- Generated by `npm run build` from the table of problems and test/problems/. Edits are lost. -->",
    "",
    "Each problem has a code, a place (file, line and column), a sentence and, if needed, a fix. An `error` makes the verdict `invalid`. A `warning` or a `note` names something to check. An unknown price has its own verdict, `unpriced`. All problems of a file are reported at once, and a workload with a problem does not stop the others. Tests run the examples with the date 2026-11-22.",
    "",
    ...sections,
  ]
    .join("\n")
    .trimEnd()}\n`;
}

function partsOf(code: ProblemCode, example: ProblemExample | undefined): string[] {
  const told = TOLD[code];
  if (told) {
    const problem: Problem = { code, severity: "error", file: "", ...told.problem };
    return [told.how, "", ...quoted([{ said: `${sentence(problem)}`, todo: hint(problem) }])];
  }
  if (!example) throw new Error(`No example of the problem ${code}: write ${code}.yml in a folder of test/problems/`);
  const { folder, file, golden } = example;
  const text = readFileSync(`${folder}/${file}`, "utf8");
  const shown = text.replace(/^# expect: .*\n/gm, "");
  const first = text.split("\n").length - shown.split("\n").length;
  const others = [...shown.matchAll(/files\/([\w.-]+\.yml)/g)].map(([path]) => path);
  return [
    ...fenced(shown),
    ...others.flatMap((path) => ["with", "", ...fenced(`# ${path}\n${readFileSync(`${folder}/${path}`, "utf8")}`)]),
    ...quoted(saidOf(golden, first)),
  ];
}

type Said = { said: string; todo: string | null };

/** The messages in a golden file, with line numbers as the page counts them. */
function saidOf(path: string, shift: number): Said[] {
  const lines = readFileSync(path, "utf8").trimEnd().split("\n");
  return lines.flatMap((line, index) => {
    if (line.startsWith("  ")) return [];
    const [, at = "", column = "", severity = "", rest = ""] = /^[^:]*:(\d+):(\d+): (\w+): (.*)$/.exec(line) ?? [];
    const todo = lines[index + 1]?.trim() ?? "null";
    return [{ said: `${severity} at line ${Math.max(1, Number(at) - shift)}, column ${column}: ${rest}`, todo: todo === "null" ? null : todo }];
  });
}

function quoted(all: readonly Said[]): string[] {
  return all.flatMap(({ said, todo }) => [`> ${said}${todo === null ? "" : ` *${capital(todo)}*`}`, ""]);
}

function fenced(text: string): string[] {
  // A file with invalid YAML is shown as plain text, so that nobody takes it for an example to copy.
  return ["```text", text.trimEnd(), "```", ""];
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
