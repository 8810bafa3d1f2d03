import { parse, stringify } from "yaml";

/** A source of numbers from 0 up to 1 that a seed repeats (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Unexpected values, each of which has broken some parser. */
const ODD = [
  "null",
  "~",
  '""',
  "[]",
  "{}",
  "[[]]",
  "{ a: 1 }",
  "true",
  "-1",
  "0",
  "-0",
  "1e309",
  "1e-320",
  "9007199254740993",
  "0x1F",
  "0o17",
  "1_000",
  ".inf",
  "-.inf",
  ".nan",
  "12:30:45",
  "2026-02-30",
  "0000-00-00",
  "99999-01-01",
  "!!binary aGk=",
  "!!float 1",
  "!!set { a }",
  "!<tag:x> 1",
  "&a [*a]",
  "*nothing",
  "<<",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "'\\u0000'",
  '"\\u0000\\ud800"',
  "-1s",
  "1e9s",
  "999999999999999999999999999999h",
  "NaN%",
  "-5%",
  "1000000%",
  "1/0",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: as a workflow would write it
  "${{ github.token }}",
  "::error::x",
  "🎬".repeat(200),
  "x".repeat(10_000),
  "|",
  ">-",
  "? a",
  "{ low: 3, likely: 2, high: 1 }",
  "{ low: .nan, likely: .inf, high: -1 }",
  "[1, 2, 3, 4, 5, 6, 7, 8, 9]",
];

/** The same as data, for trees. */
const ODD_VALUES: readonly unknown[] = [
  null,
  "",
  [],
  {},
  true,
  false,
  -1,
  0,
  1e308,
  Number.MIN_VALUE,
  Number.MAX_SAFE_INTEGER,
  Number.POSITIVE_INFINITY,
  Number.NaN,
  "1e400",
  "0.1.2",
  "2026-13-45",
  "8s",
  "1080p",
  "x".repeat(10_000),
  "__proto__",
  [[[[]]]],
  { low: 3, likely: 2, high: 1 },
  { low: 0, likely: 0, high: 0 },
  "\u202e\u0000<!-- -->",
];

type Random = () => number;

/** One to four corruptions of a text, each of another kind; lines of `other` can be inserted. */
export function mutate(text: string, other: string, random: Random): string {
  let result = text;
  const times = 1 + Math.floor(random() * 4);
  for (let time = 0; time < times; time++) result = pick(WAYS, random)(result, other, random);
  return result;
}

type Way = (text: string, other: string, random: Random) => string;

const WAYS: readonly Way[] = [
  // Bytes.
  (text, _, random) => spliced(text, at(text, random), 1, String.fromCharCode(Math.floor(random() * 256))),
  (text, _, random) => spliced(text, at(text, random), 1 + Math.floor(random() * 5), ""),
  (text, _, random) =>
    spliced(
      text,
      at(text, random),
      0,
      pick(["\t", " ", "\n", ":", "-", "[", "{", "}", "]", '"', "'", "#", "&", "*", "!", "|", "%", "@", "`", "\u0000", "\ufeff", "\u2028"], random),
    ),
  (text, _, random) => text.slice(0, at(text, random)),
  // Lines.
  onLines((lines, random) => swap(lines, index(lines, random), index(lines, random))),
  onLines((lines, random) => void lines.splice(index(lines, random), 1)),
  onLines((lines, random) => void lines.splice(index(lines, random), 0, lines[index(lines, random)] ?? "")),
  onLines((lines, random) => {
    const line = index(lines, random);
    lines[line] = random() < 0.5 ? ` ${lines[line]}` : (lines[line] ?? "").replace(/^ {1,2}/, "");
  }),
  (text, other, random) => {
    const lines = text.split("\n");
    const lent = other.split("\n");
    const from = index(lent, random);
    lines.splice(index(lines, random), 0, ...lent.slice(from, from + 1 + Math.floor(random() * 4)));
    return lines.join("\n");
  },
  // Keys and values, as text.
  onLines((lines, random) => {
    const line = index(lines, random);
    lines[line] = (lines[line] ?? "").replace(/^(\s*(?:- )?[\w.-]+:).*$/, (_, key: string) => `${key} ${pick(ODD, random)}`);
  }),
  onLines((lines, random) => {
    const [one, two] = [index(lines, random), index(lines, random)];
    const key = (line: string): string => /^\s*(?:- )?([\w.-]+):/.exec(line)?.[1] ?? "";
    const [a, b] = [key(lines[one] ?? ""), key(lines[two] ?? "")];
    if (a !== "" && b !== "") lines[one] = (lines[one] ?? "").replace(`${a}:`, `${b}:`);
  }),
  (text, _, random) => {
    const numbers = [...text.matchAll(/\d+(\.\d+)?/g)];
    const number = numbers[Math.floor(random() * numbers.length)];
    return number ? spliced(text, number.index, number[0].length, pick(ODD, random)) : text;
  },
  // Trees.
  onTree((holder, key, random) => {
    holder[key] = structuredClone(pick(ODD_VALUES, random));
  }),
  onTree((holder, key) => {
    delete holder[key];
  }),
  onTree((holder, key, random) => {
    const keys = Object.keys(holder);
    const other = keys[Math.floor(random() * keys.length)] ?? key;
    [holder[key], holder[other]] = [holder[other], holder[key]];
  }),
  onTree((holder, key, random) => {
    const value = holder[key];
    delete holder[key];
    Object.defineProperty(holder, pick(["__proto__", "constructor", "x", "", "0", "1e3", "workloads", "models"], random), {
      value,
      enumerable: true,
      configurable: true,
    });
  }),
  onTree((holder, key) => {
    holder[key] = [holder[key]];
  }),
  onTree((holder, key) => {
    holder[key] = { [key]: holder[key] };
  }),
];

function onLines(change: (lines: string[], random: Random) => void): Way {
  return (text, _, random) => {
    const lines = text.split("\n");
    change(lines, random);
    return lines.join("\n");
  };
}

type Holder = Record<string, unknown>;

/** Changes one place of the file's tree and writes it again; a text that is no longer valid YAML is unchanged. */
function onTree(change: (holder: Holder, key: string, random: Random) => void): Way {
  return (text, _, random) => {
    try {
      const tree = parse(text, { maxAliasCount: 100, logLevel: "silent" }) as unknown;
      const places = placesOf(tree);
      if (places.length === 0) return text;
      const { holder, key } = pick(places, random);
      change(holder, key, random);
      return stringify(tree);
    } catch {
      return text;
    }
  };
}

function placesOf(tree: unknown, depth = 0): { holder: Holder; key: string }[] {
  if (typeof tree !== "object" || tree === null || depth > 20) return [];
  return Object.entries(tree).flatMap(([key, value]) => [{ holder: tree as Holder, key }, ...placesOf(value, depth + 1)]);
}

function spliced(text: string, from: number, remove: number, insert: string): string {
  return text.slice(0, from) + insert + text.slice(from + remove);
}

function at(text: string, random: Random): number {
  return Math.floor(random() * (text.length + 1));
}

function index(items: readonly unknown[], random: Random): number {
  return Math.floor(random() * items.length);
}

function swap(items: string[], one: number, other: number): void {
  [items[one], items[other]] = [items[other] ?? "", items[one] ?? ""];
}

function pick<T>(items: readonly T[], random: Random): T {
  return items[Math.floor(random() * items.length)] as T;
}
