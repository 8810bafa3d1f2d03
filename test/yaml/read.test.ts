import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { locate } from "../../src/yaml/locate.ts";
import { readYaml, type YamlFile } from "../../src/yaml/read.ts";

/** The same text read by the library that edits YAML, an independent implementation. */
function byEditor(text: string): { value: unknown; places: Map<string, string> } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, stringKeys: true });
  const places = new Map<string, string>();
  const at = (offset: number): string => `${lines.linePos(offset).line}:${lines.linePos(offset).col}`;
  const visit = (node: Node | null, path: (string | number)[], key?: Node): void => {
    const shown = key && (!node?.range || isMap(node) || isSeq(node)) ? key : node;
    if (path.length > 0 && shown?.range) places.set(JSON.stringify(path), at(shown.range[0]));
    if (isAlias(node)) return;
    if (isMap(node)) for (const pair of node.items) if (isScalar(pair.key)) visit(pair.value as Node, [...path, String(pair.key.value)], pair.key);
    if (isSeq(node)) for (const [index, item] of node.items.entries()) visit(item as Node, [...path, index]);
  };
  visit(document.contents, []);
  return { value: document.toJS({ maxAliasCount: 10_000 }), places };
}

function read(text: string): YamlFile {
  return readYaml("m.yml", Buffer.from(text));
}

const FILES = ["prices", "detectors"].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".yml"))
    .map((name) => `${folder}/${name}`),
);
const EXAMPLES = readdirSync("examples", { recursive: true })
  .map((name) => `examples/${name}`)
  .filter((name) => name.endsWith(".yml"));

test.each([...FILES, ...EXAMPLES])("%s has the values and places of the other library", (file) => {
  const text = readFileSync(file, "utf8");
  const [ours, theirs] = [read(text), byEditor(text)];
  expect(ours.problems).toEqual([]);
  expect(ours.value).toEqual(theirs.value);
  const placeOf = (path: string): string => {
    const { line, column } = locate(ours, { path: JSON.parse(path) });
    return `${path} ${line}:${column}`;
  };
  expect([...theirs.places.keys()].map(placeOf).join("\n")).toBe([...theirs.places].map((one) => one.join(" ")).join("\n"));
});

test.each<[text: string, value: unknown]>([
  ["", null],
  ["# nothing\n", null],
  ["a:\nb: ~\nc: null\nd: ''\n", { a: null, b: null, c: null, d: "" }],
  ["a: yes\nb: on\nc: True\nd: FALSE\n", { a: "yes", b: "on", c: true, d: false }],
  ["a: 0o17\nb: 0x1F\nc: 017\nd: 1_000\ne: -.5\nf: 1e3\ng: +3\n", { a: 15, b: 31, c: 17, d: "1_000", e: -0.5, f: 1000, g: 3 }],
  ["a: .inf\nb: -.INF\n", { a: Number.POSITIVE_INFINITY, b: Number.NEGATIVE_INFINITY }],
  ["a: 2026-11-28\nb: 16:9\nc: 12:30:45\n", { a: "2026-11-28", b: "16:9", c: "12:30:45" }],
  ["a: !!str 5\nb: !!int '5'\nc: !own x\nd: !!int x\n", { a: "5", b: 5, c: "x", d: "x" }],
  ["1.0: a\ntrue: b\n~: c\n0x10: d\n'q': e\n", { "1.0": "a", true: "b", "~": "c", "0x10": "d", q: "e" }],
  ["<<: { a: 1 }\nb: 2\n", { "<<": { a: 1 }, b: 2 }],
  ["a: |\n  one\n  two\nb: >-\n  one\n  two\nc: \"x\\ty\\u00e9\"\nd: 'it''s'\n", { a: "one\ntwo\n", b: "one two", c: "x\tyé", d: "it's" }],
  ["a: &x { b: 1 }\nc: *x\nd: &y e\nf: [*y, *x]\n", { a: { b: 1 }, c: { b: 1 }, d: "e", f: ["e", { b: 1 }] }],
  ["%YAML 1.2\n---\na: 1\n...\n", { a: 1 }],
  ["{a: 1, b: [2, {c: 3}], d: }", { a: 1, b: [2, { c: 3 }], d: null }],
  ["- a\n-\n- - b\n  - c\n", ["a", null, ["b", "c"]]],
  ["text", "text"],
])("%j is read like by the other library", (text, value) => {
  expect(read(text)).toMatchObject({ problems: [] });
  expect(read(text).value).toEqual(value);
  expect(byEditor(text).value).toEqual(value);
});

test("`__proto__` is a key like any other", () => {
  const value = read("__proto__: { polluted: true }\na: 1\n").value as object;
  expect(Object.keys(value)).toEqual(["__proto__", "a"]);
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test.each([
  ["the second of two equal keys", "a:\n  - b: 1\n    b: 2\n", [["duplicate-key", ["a", 0, "b"], 3, 5]]],
  [
    "every repeated key",
    "a: 1\na: 2\nb: { c: 1, c: 2 }\na: 3\n",
    [
      ["duplicate-key", ["a"], 2, 1],
      ["duplicate-key", ["b", "c"], 3, 12],
      ["duplicate-key", ["a"], 4, 1],
    ],
  ],
  ["an alias without an anchor", "a: 1\nb: *x\n", [["yaml-syntax", [], 2, 4]]],
  ["an anchor that contains itself", "a: &x\n  - *x\n", [["yaml-syntax", [], 2, 5]]],
  ["a map as a key", "a:\n  ? { b: 1 }\n  : 2\n", [["yaml-syntax", [], 2, 5]]],
  ["a second document", "a: 1\n---\nb: 2\n", [["yaml-syntax", [], 2, 1]]],
  ["levels in levels", `a: ${"[".repeat(120)}${"]".repeat(120)}\n`, [["yaml-syntax", [], 1, 103]]],
])("%s is an error at its place", (_, text, expected) => {
  const file = read(text);
  expect(file.problems.map((problem) => [problem.code, problem.path, ...Object.values(locate(file, problem))])).toEqual(expected);
});

test("repeated anchors multiply: ten of ten of ten of ten of ten are an anchor bomb", () => {
  const levels = Array.from(
    { length: 5 },
    (_, level) => `l${level}: &l${level} [${Array.from({ length: 10 }, () => (level === 0 ? "x" : `*l${level - 1}`)).join(", ")}]`,
  );
  // 10 + 110 + 1,110 + 11,110 uses.
  expect(read(levels.join("\n")).problems).toMatchObject([{ code: "too-many-aliases", args: { max: 10_000 } }]);
  expect(read(levels.slice(0, 4).join("\n")).problems).toEqual([]);
});

test.each([20, 21, 100])("among %d keys or items, each is found, and of a key that is defined twice the second", (count) => {
  const keys = Array.from({ length: count }, (_, index) => `  k${index}: ${index}\n`);
  const items = Array.from({ length: count }, (_, index) => `  - ${index}\n`);
  const file = read(`map:\n${keys.join("")}list:\n${items.join("")}twice:\n${keys.join("")}  k3: again\n`);
  const lineOf = (...path: (string | number)[]): number => locate(file, { path }).line;
  for (let index = 0; index < count; index++) {
    expect([lineOf("map", `k${index}`), lineOf("list", index)]).toEqual([2 + index, 3 + count + index]);
  }
  expect([lineOf("twice", "k3"), lineOf("twice", "k2"), lineOf("map", "none"), lineOf("list", count)]).toEqual([4 + 3 * count, 6 + 2 * count, 1, 2 + count]);
});

test.each(["*undef\n---\n- b\n", "a: *undef\n---\nb: 1\n"])("a second document is reported before any other error: %j", (text) => {
  expect(read(text).problems.map(({ code, args }) => [code, args["kind"]])).toEqual([["yaml-syntax", "documents"]]);
});
