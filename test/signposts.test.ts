import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, posix } from "node:path";
import { globSync } from "tinyglobby";
import { expect, test } from "vitest";
import { commentsOf, lineAt } from "./layers/source.ts";

/**
 * A signpost is a file or folder of the repository that a comment or a page names. It has a folder of the root in front
 * (`docs/manifest.md`, `test/problems/`), or is a source or page as seen from src or from beside (`yaml/edit.ts`, `judge.ts`).
 * Files of the reader's repository (`prices/acme.yml`, `jobs.csv`) and patterns do not count.
 */
const NAME = /(?<![\w./@<>*{}$-])(?:\.\.\/)*[\w-][\w./-]*[\w/](?![\w*{<])/g;
const OF_ROOT = /^(?:src|test|scripts|docs|schema|sql|examples)\//;
const OF_SOURCE = /\.(?:ts|cts|sh|md)$/;
/** Files that the readers of docs have or make, which are named like sources. */
const READERS_OWN = new Set(["REPORT.md", "src/zoom.ts"]);
/** A host of the internet that ends like a script. */
const HOSTS = new Set(["ai-gateway.vercel.sh"]);

function deadSignposts(file: string, text: string): string[] {
  const words = file.endsWith(".md") ? text : file.endsWith(".sh") ? text.replace(/^(?!\s*#).*$/gm, "") : commentsOf(text);
  return [...words.matchAll(NAME)]
    .filter(([name]) => (OF_ROOT.test(name) || OF_SOURCE.test(name)) && !READERS_OWN.has(name) && !HOSTS.has(name) && !leads(name, file))
    .map((match) => `${file}:${lineAt(words, match.index)}: ${match[0]} is no file; say it from the root, from src or from beside ${file}`);
}

function leads(name: string, from: string): boolean {
  return ["", "src", dirname(from)].some((folder) => {
    const path = posix.normalize(posix.join(folder, name));
    return existsSync(path) && (!path.endsWith("/") || statSync(path).isDirectory());
  });
}

const WITH_WORDS = ["{src,scripts,test}/**/*.{ts,cts,sh}", "*.md", "docs/**/*.md", "{prices,detectors}/README.md"];

test("every path named in a comment or a page exists", () => {
  const files = globSync(WITH_WORDS, { ignore: ["test/signposts.test.ts"] }).sort();
  expect(files.flatMap((file) => deadSignposts(file, readFileSync(file, "utf8")))).toEqual([]);
});

test.each([
  ["a moved source", "src/problem.ts", "\n/** See yaml/place.ts. */", "src/problem.ts:2: yaml/place.ts"],
  ["a moved neighbor", "src/yaml/a.ts", "// rules (see `judge.ts`)", "src/yaml/a.ts:1: judge.ts"],
  ["a missing page", "docs/start.md", "[more](nowhere.md)", "docs/start.md:1: nowhere.md"],
  ["a missing folder", "CONTRIBUTING.md", "a file in `test/gone/`", "CONTRIBUTING.md:1: test/gone/"],
  ["a missing schema", "docs/start.md", "`schema/gone.schema.json`", "docs/start.md:1: schema/gone.schema.json"],
])("the check finds %s", (_, file, text, said) => {
  expect(deadSignposts(file, text)).toEqual([expect.stringContaining(said)]);
});

test.each([
  ["src/yaml/edit.ts", "/** See locate.ts, `budget/judge.ts`, docs/manifest.md, src/control/ and prices/acme.yml. */"],
  ["src/yaml/edit.ts", 'const a = "nowhere.ts";'],
  ["docs/start.md", "`test/**/*.test.ts`, [the table](../test/layers/table.ts), https://example.com/docs/nowhere.md"],
])("the check accepts names in %s that exist or are not paths", (file, text) => {
  expect(deadSignposts(file, text)).toEqual([]);
});
