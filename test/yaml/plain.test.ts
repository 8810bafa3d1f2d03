import { expect, test } from "vitest";
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { readPlain, type Spot } from "../../src/yaml/plain.ts";
import { readYaml } from "../../src/yaml/read.ts";
import { corpus } from "../fuzz/corpus.ts";
import { mutate, randomOf } from "../fuzz/mutate.ts";

/** Spoiled texts that are tried of each seed. */
const COUNT = Number(process.env["FUZZ"] ?? "1000");
const SEED = Number(process.env["SEED"] ?? "20261122");

/** Offsets of a tree of the library, in the shape of spots. */
function spotsOf(node: unknown): Spot {
  const start = (node as Node).range?.[0] as number;
  if (isMap(node)) {
    return {
      start,
      names: node.items.map(({ key }) => String(isScalar(key) ? key.value : key)),
      keys: node.items.map(({ key }) => (key as Node).range?.[0] as number),
      values: node.items.map(({ value }) => spotsOf(value)),
    };
  }
  return isSeq(node) ? { start, items: node.items.map(spotsOf) } : start;
}

/** What the library reads of a text, by the same settings; null where it finds fault with it. */
function byLibrary(text: string) {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  return document.errors.length > 0 ? null : { value: document.toJS() as unknown, root: spotsOf(document.contents), lineStarts: lines.lineStarts };
}

/** Whether the text was read without the library; if so, tree, places and lines must be the library's. */
function agrees(text: string): boolean {
  const plain = readPlain(text);
  if (!plain) return false;
  const library = byLibrary(text);
  const { lineStarts } = readYaml("m.yml", Buffer.from(text)).lines;
  expect({ ...plain, lineStarts, keys: JSON.stringify(plain.value) }, JSON.stringify(text)).toEqual({ ...library, keys: JSON.stringify(library?.value) });
  return true;
}

test("every manifest and price file that is read without the library has the library's tree, places and lines", () => {
  const seeds = corpus();
  const read = seeds.filter(({ text }) => agrees(text));
  const examples = seeds.filter(({ name }) => name.startsWith("examples"));
  expect(read.length).toBeGreaterThan(50);
  expect(read.filter((seed) => examples.includes(seed)).length).toBeGreaterThan(examples.length * 0.7);
});

test("so has every spoiled one", () => {
  const seeds = corpus().flatMap(({ kind, text }) => (kind === "manifest" && text.length < 3000 ? [text] : []));
  const random = randomOf(SEED);
  const one = (): string => seeds[Math.floor(random() * seeds.length)] as string;
  const read = Array.from({ length: COUNT }, () => agrees(mutate(one(), one(), random)));
  expect(read.filter(Boolean).length).toBeGreaterThan(COUNT / 50);
});

const PIECES = [
  "a",
  "b",
  "key",
  ":",
  ": ",
  " ",
  "  ",
  "\n",
  "\n  ",
  "\n    ",
  "- ",
  "-",
  "{ ",
  " }",
  "{",
  "}",
  "[",
  "]",
  ", ",
  ",",
  "#",
  " # c",
  '"',
  "'",
  "1",
  "0x1f",
  "-3",
  ".5",
  "1e3",
  "1.",
  "null",
  "~",
  "true",
  "<<",
  "&x",
  "*x",
  "!t",
  "|",
  ">",
  "---",
  "...",
  "?",
  "%",
  "@",
  "\\",
  "\t",
  "é",
  "😀",
  "\n# c\n",
  "''",
  "__proto__",
  "0o7",
  ".inf",
  "=",
  "+1",
  "-",
  "5%",
  "$7",
];

test("so has every text made of the signs of YAML", () => {
  const random = randomOf(SEED + 1);
  let read = 0;
  for (let i = 0; i < 20 * COUNT; i++) {
    const length = 1 + Math.floor(random() * 9);
    const pieces = Array.from({ length }, () => PIECES[Math.floor(random() * PIECES.length)]);
    if (agrees(`k: ${pieces.join("")}`) || agrees(pieces.join(""))) read++;
  }
  expect(read).toBeGreaterThan(COUNT / 10);
});

test.each([
  ["an anchor", "a: &x 1\nb: *x\n"],
  ["a tag", "a: !!str 1\n"],
  ["a value of several lines", "a: one\n  two\n"],
  ["a block of text", "a: |\n  one\n"],
  ["a key that stands twice", "a: 1\na: 2\n"],
  ["a key without a value", "a:\nb: 1\n"],
  ["braces over several lines", "a: {\n b: 1 }\n"],
  ["a tab", "a:\t1\n"],
  ["two documents", "a: 1\n---\nb: 1\n"],
  ["escapes", 'a: "\\n"\n'],
])("%s is for the library", (_, text) => expect(readPlain(text)).toBeNull());
