import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { expect, test } from "vitest";
import * as z from "zod";
import { SETTINGS } from "../../src/control/control.ts";
import { manifestSchema, manifestSettings } from "../../src/manifest/schema.ts";
import { REASONS } from "../../src/report/words/reasons.ts";
import { bookFolder, runWith } from "../cli/in-process.ts";
import { ACME } from "../in-memory.ts";
import { withoutComments } from "../layers/source.ts";

/** What a new key, command or reason needs besides its code: a test fails if something was forgotten. */
const textOf = (files: readonly string[]): string => files.map((file) => readFileSync(file, "utf8")).join("\n");
const wordsOf = (text: string): Set<string> => new Set(text.match(/\w+/g));
const SCHEMA = "src/manifest/schema.ts";

/** Every key of a JSON Schema, at any depth; the names under `properties` are keys, all else is grammar. */
function keysOf(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([name, value]) =>
    name === "properties" ? Object.entries(value as object).flatMap(([key, inner]) => [key, ...keysOf(inner)]) : keysOf(value),
  );
}

const keys = [...new Set(keysOf(z.toJSONSchema(manifestSchema(), { io: "input" })))].sort();

test("every manifest key is on a page of docs/manifest", () => {
  const said = wordsOf(textOf(["docs/manifest.md", ...globSync("docs/manifest/*.md")]));
  expect(keys.length).toBeGreaterThan(80);
  expect(keys.filter((key) => !said.has(key))).toEqual([]);
});

test("no manifest key is accepted and then read by nobody", () => {
  // A message that names a key does not read it.
  const read = wordsOf(withoutComments(textOf(globSync("src/**/*.ts", { ignore: [SCHEMA, "src/report/**"] }))));
  expect(keys.filter((key) => !read.has(key))).toEqual([]);
});

test("every setting is a control, which the base branch decides", () => {
  const settings = Object.keys(manifestSettings.shape).filter((key) => !["version", "defaults", "workloads"].includes(key));
  expect([...SETTINGS].sort()).toEqual(settings.sort());
});

test("every command is in the README's table", async () => {
  const book = bookFolder(ACME);
  const commandsOf = async (...parents: string[]): Promise<string[]> => {
    const { stdout } = await runWith(book, ".", [...parents, "--help"]);
    const list = /^Commands:\n((?: {2}.*\n?)+)/m.exec(stdout)?.[1] ?? "";
    const names = [...list.matchAll(/^ {2}([a-z-]+)/gm)].map(([, name = ""]) => name).filter((name) => name !== "help");
    const inner = await Promise.all(names.map((name) => (parents.length > 0 ? [] : commandsOf(name))));
    return names.flatMap((name, index) => (inner[index]?.length ? (inner[index] as string[]) : [[...parents, name].join(" ")]));
  };
  const commands = await commandsOf();
  expect(commands).toEqual(expect.arrayContaining(["check", "prices search"]));
  const readme = readFileSync("README.md", "utf8");
  expect(commands.filter((command) => !new RegExp(`^\\| \`video-budget ${command}[ \`]`, "m").test(readme))).toEqual([]);
});

test("every reason of a verdict has its line in docs/reasons.md, and a test that meets it", () => {
  const lines = [...readFileSync("docs/reasons.md", "utf8").matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code]) => code);
  expect(lines.sort()).toEqual(Object.keys(REASONS).sort());
  const tests = textOf(globSync("test/{budget,control,declared,review,e2e,action,cli}/**/*.test.ts"));
  expect(Object.keys(REASONS).filter((code) => !tests.includes(`"${code}"`))).toEqual([]);
});

/** Reasons that a setting of the manifest cannot turn off, or that only warn whatever it says. */
const WITHOUT_EVASION = ["actuals-over", "budget-exceeded-later", "increase-warned", "limits-unread", "may-retire", "no-manifest", "retires-soon"];

test("every other reason has a test in which a change edits the setting at the same time", () => {
  const evasions = textOf(globSync(["test/control/*.test.ts", "test/e2e/gate/*.test.ts"]));
  expect(Object.keys(REASONS).filter((code) => !WITHOUT_EVASION.includes(code) && !evasions.includes(`"${code}"`))).toEqual([]);
});

test("docs/guides.md names only tests that exist", () => {
  const named = [...readFileSync("docs/guides.md", "utf8").matchAll(/\*Forgotten:\* "([^"]+)"/g)].map(([, title = ""]) => title);
  const tests = textOf(globSync("test/**/*.test.ts"));
  expect(named.length).toBeGreaterThan(4);
  expect(named.filter((title) => !tests.includes(title))).toEqual([]);
});
