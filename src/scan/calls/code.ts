import { keyOf } from "../tokens/around.ts";
import { type Token, tokenAt } from "../tokens/tokenize.ts";

/** A file's tokens, and the values that it assigns to each name. The scanner knows no more about values, because it runs no code. */
export type Code = {
  tokens: readonly Token[];
  /** The lines of the file, each cut after `LONGEST_LINE` characters. They show what surrounds a call. */
  lines: readonly string[];
  /** By name, the token at which each value assigned to it starts: after `=`, `:=`, `:` or `=>`. */
  given: ReadonlyMap<string, readonly number[]>;
  /** Names of functions and classes that the file defines. */
  defined: ReadonlySet<string>;
  /** Tokens that are this word or string, or a template of only this name: `${URL}`. */
  placesOf: (name: string) => readonly number[];
  /** The remaining steps for following names. When they are used up, no more names are followed and the file is reported as `tangled`. */
  work: { left: number };
};

const LONGEST_LINE = 301;
/** Steps for a file, and for each of its tokens. Files of 29 repositories that make video need fewer than 20,000 and 5. */
const STEPS = 500_000;
const STEPS_A_TOKEN = 20;

/** Spends steps. @returns false if the file has none left; then the value of a name counts as unknown */
export function spend({ work }: Code, steps: number): boolean {
  work.left -= steps;
  return work.left >= 0;
}

const DEFINES = new Set(["def", "function", "func", "fn", "fun", "class"]);
const GIVES = new Set(["=", ":=", ":", "=>"]);

export function codeOf(tokens: readonly Token[], text: string): Code {
  const given = new Map<string, number[]>();
  for (let at = 1; at < tokens.length - 1; at++) {
    const sign = tokenAt(tokens, at);
    if (sign.kind !== "punct" || !GIVES.has(sign.text)) continue;
    const key = keyOf(tokens, at + 1);
    const name = tokens[key]?.text;
    if (name === undefined || key >= at || name.length > 80) continue;
    const places = given.get(name);
    if (!places) given.set(name, [at + 1]);
    else if (places.length < 100 && places.at(-1) !== at + 1) places.push(at + 1);
  }
  const defined = new Set(tokens.flatMap(({ text: name }, at) => (DEFINES.has(tokens[at - 1]?.text ?? "") ? [name] : [])));
  const lines = text.split("\n").map((line) => (line.length > LONGEST_LINE ? line.slice(0, LONGEST_LINE) : line));
  let places: ReadonlyMap<string, readonly number[]> | undefined;
  const placesOf = (name: string): readonly number[] => {
    places ??= placesByName(tokens);
    return places.get(name) ?? [];
  };
  return { tokens, lines, given, defined, placesOf, work: { left: STEPS + STEPS_A_TOKEN * tokens.length } };
}

function placesByName(tokens: readonly Token[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  const add = (name: string, at: number): void => {
    const known = places.get(name);
    if (!known) places.set(name, [at]);
    else if (known.at(-1) !== at) known.push(at);
  };
  for (const [at, { kind, text }] of tokens.entries()) {
    if (kind === "punct" || text.length > 200) continue;
    add(text, at);
    const template = kind === "string" ? /^\$?\{+\$?(?:this\.|self\.|\$this->)?([\w$]+)\}+(\?.*)?$/.exec(text)?.[1] : undefined;
    if (template !== undefined) add(`{${template}}`, at);
  }
  return places;
}

/** The token at which a name's value starts: the last assignment before `at`, or else the first after it; -1 if there is none. */
export function givenTo(name: string, at: number, { given }: Code): number {
  const places = given.get(name) ?? [];
  return places.findLast((place) => place < at) ?? places[0] ?? -1;
}

/** The arguments of a call, each as its first and last token. @param open the token of the opening parenthesis */
export function argumentsOf(code: Code, open: number): [number, number][] {
  const { tokens } = code;
  const close = tokens[open]?.pair ?? -1;
  const found: [number, number][] = [];
  let first = open + 1;
  for (let at = open + 1; at < close && spend(code, 1); at++) {
    const token = tokenAt(tokens, at);
    if (token.text === "," && token.kind === "punct" && token.up === open) {
      found.push([first, at - 1]);
      first = at + 1;
    } else if (token.pair > at) at = token.pair;
  }
  if (close > first) found.push([first, close - 1]);
  return found;
}

/** Replaces the name at the start of a template by its constant text: `${BASE}/v1` with `const BASE = "https://x.y"` becomes `https://x.y/v1`. */
export function expanded(text: string, at: number, code: Code): string {
  return text.replace(/^\$?\{+\$?(?:this\.|self\.|\$this->)?([\w$]+)\}+/, (whole, name: string) => {
    const place = [name, `$${name}`].map((one) => givenTo(one, at, code)).find((one) => one >= 0) ?? -1;
    const value = constantText(place, code);
    return value === null || value === text ? whole : value;
  });
}

/** The URL or path that a value is, or that it falls back to: `os.getenv("X", "https://…")`. Null if there is none. */
export function constantText(place: number, { tokens }: Code): string | null {
  if (place < 0) return null;
  const line = tokens[place]?.line ?? 0;
  for (let at = place; at < tokens.length && at < place + 14 && (tokens[at]?.line ?? 0) <= line + 3; at++) {
    const token = tokenAt(tokens, at);
    if (token.kind === "string" && /^https?:\/\/|^\//.test(token.text)) return token.text;
    if (token.text === ";") break;
  }
  return null;
}
