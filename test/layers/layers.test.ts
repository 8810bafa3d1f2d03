import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { globSync } from "tinyglobby";
import { describe, expect, test } from "vitest";
import { circles, crowded, homonyms, impurities, layerFaults, orphans, riddles, unused } from "./rules.ts";
import type { Sources } from "./source.ts";
import { CALENDAR, IMPURE, LAYERS } from "./table.ts";

function read(...globs: string[]): Sources {
  return new Map(
    globSync(globs)
      .sort()
      .map((file) => [file, readFileSync(file, "utf8")]),
  );
}

const SRC = read("src/**/*.{ts,tsx,cts}");

describe("the sources", () => {
  test("import only what the table of layers allows", () => expect(layerFaults(SRC)).toEqual([]));
  test("have no circular import, types included", () => expect(circles(SRC)).toEqual([]));
  test("use no random numbers and no clock in pure folders", () => expect(impurities(SRC)).toEqual([]));
  test("have no folder with too many files", () => expect(crowded([...SRC.keys(), ...globSync(["scripts/**", "test/**"])])).toEqual([]));
  test("give every exported name one meaning", () => expect(homonyms(read("{src,scripts}/**/*.{ts,tsx,cts}"))).toEqual([]));
  test("use names that say what they name", () => expect(riddles(read("{src,scripts,test}/**/*.{ts,tsx,cts}"))).toEqual([]));
  test("have no file that nothing imports", () => expect(orphans(read("{src,scripts}/**/*.{ts,tsx,cts}"))).toEqual([]));
  test("export nothing that no code uses", () => expect(unused(read("{src,scripts}/**/*.{ts,tsx,cts}"))).toEqual([]));
});

describe("the table", () => {
  test("is sorted: a layer imports only from lines above its own", () => {
    const order = Object.keys(LAYERS);
    const upward = order.flatMap((layer, index) => LAYERS[layer]?.imports.filter((name) => order.indexOf(name) >= index || !order.includes(name)));
    expect(upward).toEqual([]);
  });

  test("names only layers that exist", () => {
    const layers = Object.keys(LAYERS);
    expect(
      layers.filter((layer) => ![...SRC.keys()].some((file) => file === `src/${layer}` || file === `src/${layer}.ts` || file.startsWith(`src/${layer}/`))),
    ).toEqual([]);
  });

  test("treats as impure the folders that Biome exempts", () => {
    const { overrides } = JSON.parse(readFileSync("biome.json", "utf8")) as { overrides: { includes: string[] }[] };
    expect(overrides[0]?.includes).toEqual(["src/**", ...IMPURE.map((folder) => `!src/${folder}/**`), `!src/${CALENDAR}`]);
  });
});

/** Each rule is violated once in files of this test, to prove that it finds the fault. */
describe("the rules find", () => {
  const files = (texts: Record<string, string>): Sources => new Map(Object.entries(texts));

  test.each([
    [
      "an import of a higher layer",
      "src/money/a.ts",
      'import { b } from "../control/control.ts";',
      ":1: imports ../control/control.ts; money may import big.js",
    ],
    ["an import of a type", "src/money/a.ts", '// one\nimport type { B } from "../report/b.ts";', ":2: imports ../report/b.ts; money may import big.js"],
    [
      "an import over several lines",
      "src/review/a.ts",
      'import {\n  b,\n} from "../github/client.ts";',
      ":3: imports ../github/client.ts; review may import money",
    ],
    ["a re-export", "src/problem.ts", 'export { b } from "./yaml/read.ts";', ":1: imports ./yaml/read.ts; problem may import nothing"],
    [
      "a dynamic import",
      "src/budget/a.ts",
      'const b = await import(/* eager */ "../prices/read.ts");',
      ":1: imports ../prices/read.ts; budget may import money",
    ],
    ["an import without names", "src/files/a.ts", 'import "../budget/judge.ts";', ":1: imports ../budget/judge.ts; files may import notation, gather"],
    ["an import of a library", "src/engine/a.ts", 'import { z } from "zod/v4";', ":1: imports zod/v4; engine may import money"],
    ["an import of the file system", "src/risk/a.ts", 'import { readFileSync } from "node:fs";', ":1: imports node:fs; risk may import money"],
    ["an import of another entry point", "src/cli/a.ts", 'import { read } from "../action/read.ts";', ":1: imports ../action/read.ts; cli may import money"],
    [
      "an import of the price book outside the file that may read it",
      "src/files/a.ts",
      'import type { Book } from "../prices/book.ts";',
      ":1: imports ../prices/book.ts",
    ],
  ])("%s", (_, file, text, said) => {
    expect(layerFaults(files({ [file]: text }))).toEqual([expect.stringContaining(`${file}${said}`)]);
  });

  test("a folder without a line in the table", () => {
    expect(layerFaults(files({ "src/drawer/a.ts": "" }))).toEqual(["src/drawer/a.ts: no line of test/layers/table.ts is about it"]);
  });

  test("no fault in an allowed import or in one inside a comment or a text", () => {
    const text = '/* import { b } from "../cli/b.ts"; */\nimport type { Problem } from "../problem.ts";\nconst c = `\nimport d from "../cli/d.ts"`;\n';
    expect(layerFaults(files({ "src/yaml/a.ts": text.replace("`\nimport", "`import") }))).toEqual([]);
  });

  test("a circle of types", () => {
    const circle = {
      "src/risk/a.ts": 'import type { B } from "./b.ts";',
      "src/risk/b.ts": 'import { c } from "./c.ts";',
      "src/risk/c.ts": 'export { a } from "./a.ts";',
    };
    expect(circles(files(circle))).toEqual(["src/risk/a.ts → src/risk/b.ts → src/risk/c.ts → src/risk/a.ts"]);
  });

  test("a random number", () => {
    expect(impurities(files({ "src/risk/a.ts": "\nconst a = Math.random();", "src/github/a.ts": "const a = Math.random();" }))).toEqual([
      expect.stringMatching(/^src\/risk\/a\.ts:2: Math\.random/),
    ]);
  });

  test("the clock, outside the one file with a calendar", () => {
    const text = "const a = new Date(day);\nconst b = Date.UTC(2026, 0);\nconst c = new Date();\nconst d = Date.now();";
    expect(impurities(files({ "src/notation/date.ts": text }))).toEqual([
      expect.stringMatching(/^src\/notation\/date\.ts:3: new Date\(\)/),
      expect.stringMatching(/^src\/notation\/date\.ts:4: Date\.now/),
    ]);
  });

  test("a folder with too many files", () => {
    const drawer = Array.from({ length: 21 }, (_, index) => `src/risk/${index}.ts`);
    expect(crowded([...drawer, "src/risk/model/a.ts"])).toEqual(["src/risk: 21 files; at most 20, then subfolders"]);
    expect(crowded(drawer.slice(1))).toEqual([]);
  });

  test("a name with two meanings", () => {
    const two = {
      "src/risk/a.ts": "export type Plan = 1;\nexport const Plan = 1;",
      "src/budget/a.ts": "\nexport function Plan() {}",
      "src/cli/a.ts": 'export { Plan } from "x";',
    };
    expect(homonyms(files(two))).toEqual(["Plan: src/risk/a.ts:1, src/budget/a.ts:2"]);
  });

  test("a name that says nothing", () => {
    const names = { "src/risk/held-costs.ts": "export const plainCosts = 1;\nexport function isExplained() {}" };
    expect(riddles(files(names))).toEqual([
      "src/risk/held-costs.ts: its name says nothing to a stranger",
      "src/risk/held-costs.ts:1: plainCosts says nothing to a stranger",
    ]);
  });

  test("a section that no report lists", () => {
    const orphan = { "src/report/a.ts": "/** Lists fxSection. */\n\nexport function fxSection() {}\nexport function used() {}", "src/report/b.ts": "used();" };
    expect(unused(files(orphan))).toEqual(["src/report/a.ts:3: nothing uses fxSection"]);
  });

  test("a file that nothing imports", () => {
    const lost = { "src/risk/a.ts": "export const scaled = 1;", "src/cli/index.ts": "const scaled = 2;\nprint(scaled);" };
    expect(orphans(files(lost))).toEqual(["src/risk/a.ts: nothing imports it"]);
  });

  test("a global that a pure folder must get as a parameter, through Biome", () => {
    const globals = ["Date", "process", "fetch", "console", "setTimeout", "performance", "crypto"];
    const text = globals.map((name) => `export const the_${name} = ${name};\n`).join("");
    const lines = globals.map((_name, index) => index + 1);
    expect(lint({ "src/money/it.ts": text, "src/gather.ts": text, "src/files/it.ts": text }, "style/noRestrictedGlobals")).toEqual([
      ...lines.map((line) => `src/gather.ts:${line}`),
      ...lines.map((line) => `src/money/it.ts:${line}`),
    ]);
  });

  test("a function with more than four parameters, through Biome", () => {
    const text = "export const four = (a: 1, b: 1, c: 1, d: 1) => [a, b, c, d];\nexport const five = (a: 1, b: 1, c: 1, d: 1, e: 1) => [a, b, c, d, e];\n";
    expect(lint({ "src/cli/it.ts": text, "scripts/it.ts": text, "test/it.ts": text }, "complexity/useMaxParams")).toEqual([
      "scripts/it.ts:2",
      "src/cli/it.ts:2",
      "test/it.ts:2",
    ]);
  });

  test("a function of more than 60 lines, through Biome", () => {
    const text = `export function most() {\n${"f();\n".repeat(60)}}\nexport function more() {\n${"f();\n".repeat(61)}}\n`;
    expect(lint({ "src/risk/it.ts": text, "scripts/it.ts": text }, "complexity/noExcessiveLinesPerFunction")).toEqual([
      "scripts/it.ts:63",
      "src/risk/it.ts:63",
    ]);
  });

  /** The places in these files where Biome reports a rule, with this repository's settings. */
  function lint(texts: Record<string, string>, rule: string): string[] {
    const root = mkdtempSync(join(tmpdir(), "layers-"));
    const { vcs: _, ...settings } = JSON.parse(readFileSync("biome.json", "utf8")) as { vcs: unknown };
    writeFileSync(join(root, "biome.json"), JSON.stringify(settings));
    for (const [file, text] of Object.entries(texts)) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    const { stdout } = spawnSync(resolve("node_modules/.bin/biome"), ["lint", "--reporter=github", "--max-diagnostics=none"], { cwd: root, encoding: "utf8" });
    const found = [...stdout.matchAll(/title=lint\/([^,]+),file=([^,]+),line=(\d+)/g)].filter(([, title]) => title === rule);
    rmSync(root, { recursive: true });
    const from = `${basename(root)}/`;
    return found.map(([, , file = "", line]) => `${file.slice(file.indexOf(from) + from.length)}:${line}`).sort();
  }
});
