import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { problemExamples } from "../../scripts/problem-examples.ts";
import { problemPages } from "../../scripts/problem-pages.ts";
import { readPrices } from "../../src/prices/read.ts";
import { hint, sentence } from "../../src/report/words/messages.ts";
import { PROBLEMS } from "../../src/report/words/problems.ts";
import { locateAll } from "../../src/yaml/locate.ts";
import { readYaml } from "../../src/yaml/read.ts";

/** Price files with one problem each; those of manifests are run by test/problems.test.ts. */
const examples = problemExamples();

test("no two examples share a name, and each code's page example is the one with its name", () => {
  const names = examples.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test.each(examples.filter(({ kind }) => kind === "prices"))("$name reports its problem with place and message", async ({ folder, file, golden }) => {
  const text = readFileSync(`${folder}/${file}`);
  const yaml = readYaml(file, text);
  const problems = locateAll(readPrices(yaml).problems, new Map([[file, yaml]]));
  expect([...new Set(problems.map(({ code }) => code))]).toEqual([/^# expect: (.*)$/m.exec(String(text))?.[1]]);
  const words = problems.map((problem) => `${file}:${problem.line}:${problem.column}: ${problem.severity}: ${sentence(problem)}\n  ${hint(problem)}\n`);
  await expect(words.join("")).toMatchFileSnapshot(`../../${golden}`);
});

test("docs/problems.md is what the build writes", () => {
  expect(readFileSync("docs/problems.md", "utf8")).toBe(problemPages());
});

test("docs/problems.md has each code once, as a heading to link to", () => {
  const headings = [...readFileSync("docs/problems.md", "utf8").matchAll(/^### (.*)$/gm)].map(([, code]) => code);
  expect(headings).toEqual(Object.keys(PROBLEMS));
});
