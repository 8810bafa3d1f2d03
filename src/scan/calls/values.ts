import type { Vocabulary } from "../detect/vocabulary.ts";
import { isModelKey } from "../roles/role.ts";
import { segmentEnd } from "../tokens/around.ts";
import { type Token, tokenAt } from "../tokens/tokenize.ts";
import { type Code, givenTo, spend } from "./code.ts";

/** What decides the model of a call. `ids`: the tokens of ids in the file. `dynamic`: a description of what decides it at run time, such as `env VIDEO_MODEL`. */
export type ModelSource = { ids: readonly number[]; dynamic: string | null };

const DEEPEST = 4;
/** At most this many tokens of a value are read, about a map of two hundred models. */
const LONGEST = 3000;

/** A range of tokens, by its first and its last. */
export type Stretch = readonly [first: number, last: number];
/** The values of a file, and the vocabulary that recognizes ids. */
export type KnownValues = { code: Code; vocabulary: Vocabulary };

/** Follows the value of an expression through the file: constants, defaults, conditional values, values of a map. */
export function modelSource([first, last]: Stretch, { code, vocabulary }: KnownValues, depth = 0): ModelSource {
  const { tokens } = code;
  const ids: number[] = [];
  let dynamic: string | null = null;
  for (let at = first; at <= last && at < first + LONGEST && spend(code, 1); at++) {
    const token = tokenAt(tokens, at);
    if (token.kind === "string" && !isName(at, tokens) && isId(token.text, vocabulary)) ids.push(at);
  }
  const variable = environmentName(tokens, first, last);
  if (variable) dynamic = `env ${variable}`;
  if (ids.length > 0) return { ids, dynamic };
  const [root, name] = namesIn(tokens, first, last);
  if (root && root !== name && code.given.has(root)) {
    const found = modelOfName(root, [first, last], { code, vocabulary }, depth + 1);
    if (found.ids.length > 0) return found;
  }
  if (!name) return { ids, dynamic: dynamic ?? "an expression" };
  const found = modelOfName(name, [first, last], { code, vocabulary }, depth);
  return found.ids.length > 0 || dynamic === null ? found : { ids, dynamic };
}

/** The model in the value of a name. The range is where the name is used. */
export function modelOfName(name: string, [first, last]: Stretch, known: KnownValues, depth = 0): ModelSource {
  const { code } = known;
  if (depth >= DEEPEST) return { ids: [], dynamic: `variable ${name}` };
  let dynamic: string | null = null;
  // The nearest assignment before the use comes first. An assignment inside the range itself does not count.
  const ids: number[] = [];
  for (const place of placesOf(name, first, code)) {
    if (place >= first && place <= last) continue;
    if (!spend(code, 20)) break;
    const found = modelSource([place, segmentEnd(code.tokens, place)], known, depth + 1);
    if (found.dynamic?.startsWith("env ")) dynamic ??= found.dynamic;
    ids.push(...found.ids);
    // A variable has the value of its last assignment. A field may be set in several objects, so all their values count.
    if (ids.length > 0 && !isField(place, code.tokens)) break;
  }
  if (ids.length > 0) return { ids: [...new Set(ids)], dynamic };
  return { ids: [], dynamic: dynamic ?? `${isDeclaredHere(name, code) ? "variable" : "parameter"} ${name}` };
}

/** Whether a string is a key: of an object, or to an entry as in `MODELS["fast"]`. */
function isName(at: number, tokens: readonly Token[]): boolean {
  const [before, after] = [tokens[at - 1]?.text, tokens[at + 1]?.text];
  if (after === "=>" || (after === ":" && before !== "?")) return true;
  return before === "[" && after === "]" && tokens[at - 2]?.kind === "word" && tokens[at - 2]?.line === tokens[at]?.line;
}

function placesOf(name: string, at: number, code: Code): number[] {
  const nearest = givenTo(name, at, code);
  return [...new Set([nearest, ...(code.given.get(name) ?? [])])].filter((place) => place >= 0);
}

function isField(place: number, tokens: readonly Token[]): boolean {
  const opening = tokens[tokenAt(tokens, place).up]?.text;
  return (opening === "{" || opening === "[") && tokens[place - 1]?.text !== "=";
}

function isDeclaredHere(name: string, { given }: Code): boolean {
  return given.has(name);
}

function isId(text: string, vocabulary: Vocabulary): boolean {
  const found = vocabulary.identify(text);
  return found !== null && found.strength !== "not-video";
}

/** The variable that an expression reads: `process.env.X`, `os.getenv("X")`, `os.environ["X"]`, `env('X')`, `ENV["X"]`; null if none. */
export function environmentName(tokens: readonly Token[], first: number, last: number): string | null {
  for (let at = first; at <= last; at++) {
    if (!/^(env|environ|getenv|ENV|getEnv|get_env|GetEnvironmentVariable|var|Getenv|LookupEnv)$/.test(tokens[at]?.text ?? "")) continue;
    for (let next = at + 1; next <= Math.min(last, at + 4); next++) {
      const { kind, text } = tokenAt(tokens, next);
      if (/^[A-Z][A-Z0-9_]{2,}$/.test(text) && (kind === "word" || kind === "string")) return text;
    }
  }
  return null;
}

/** The first and the last name of a path: `config` and `model` of `config.model`, only `model` of `self.model`, only `MODELS` of `MODELS[key]`. */
function namesIn(tokens: readonly Token[], first: number, last: number): [string | null, string | null] {
  const names: string[] = [];
  for (let at = first; at <= last; at++) {
    const token = tokenAt(tokens, at);
    if (token.kind === "string") {
      const inside = /\{\$?(?:this\.|self\.)?([A-Za-z_$][\w$]*(?:\.\w+)*)/.exec(token.text)?.[1];
      if (inside && names.length === 0) names.push(...inside.split("."));
      break;
    }
    if (token.kind !== "word") {
      if (token.text === "[" || token.text === "(") break;
      continue;
    }
    if (/^(await|new|return|self|this|str|String|f|const|let|as|string|\$this)$/.test(token.text)) continue;
    names.push(token.text);
    const link = tokens[at + 1]?.text;
    if (link !== "." && link !== "->" && link !== "?." && link !== "::") break;
  }
  return [names[0] ?? null, names.at(-1) ?? null];
}

/** A name and the tokens of its value: `duration: 5`, `duration=5`, `"duration" => 5`, `payload["duration"] = 5`. */
export type Pair = { name: string; first: number; last: number };

const SIGNS = new Set([":", "=", "=>"]);
const MOST_PAIRS = 300;

/** All pairs in a range, at any depth, and in the objects that it refers to: `json=payload`, `**kwargs`, `...input`, `JSON.stringify(body)`. */
export function pairsOf(first: number, last: number, code: Code, depth = 0): Pair[] {
  const { tokens } = code;
  const pairs: Pair[] = [];
  for (let at = first; at <= last && pairs.length < MOST_PAIRS && spend(code, 1); at++) {
    const token = tokenAt(tokens, at);
    const next = tokens[at + 1];
    const isName = token.kind === "word" || token.kind === "string";
    if (isName && next && SIGNS.has(next.text) && at < last && tokens[at - 1]?.text !== "?") {
      const end = Math.min(segmentEnd(tokens, at + 2), last);
      pairs.push({ name: token.text, first: at + 2, last: end });
      continue;
    }
    if (token.kind !== "word" || depth >= 3 || /^(true|false|True|False|None|null|self|this|await|JSON|json|stringify|dumps)$/.test(token.text)) continue;
    const before = tokens[at - 1]?.text ?? "";
    const after = next?.text ?? "";
    const isShort = (before === "{" || before === ",") && (after === "," || after === "}");
    if (isShort) pairs.push({ name: token.text, first: at, last: at });
    if (before === "." || after === "." || after === "(" || after === "=") continue;
    pairs.push(...objectPairs(token.text, at, code, depth));
  }
  return pairs;
}

/** The pairs of a named object, including those that later lines add to it. */
function objectPairs(name: string, at: number, code: Code, depth: number): Pair[] {
  const { tokens } = code;
  const place = givenTo(name, at, code);
  const pairs: Pair[] = [];
  if (place >= 0) {
    const end = segmentEnd(tokens, place);
    const opens =
      tokens[place]?.text === "{" ||
      tokens[place]?.text === "[" ||
      tokens
        .slice(place, place + 6)
        .some(
          ({ text }, index) =>
            text === "(" &&
            index > 0 &&
            /^(dict|\w*Config|\w*Params|\w*Request|\w*Options|stringify|dumps|Map|StringContent)$/.test(tokens[place + index - 1]?.text ?? ""),
        );
    if (opens) pairs.push(...pairsOf(place, end, code, depth + 1));
    else pairs.push(...returnedPairs(place, end, code, depth + 1));
  }
  for (const index of placesBefore(name, at, code)) {
    // `payload["duration"] = 5`, `payload.duration = 5`, `form.append("seconds", "4")`
    const key = tokens[index + 2];
    if (!key) continue;
    if (tokens[index + 1]?.text === "[" && key.kind === "string" && tokens[index + 4]?.text === "=")
      pairs.push({ name: key.text, first: index + 5, last: segmentEnd(tokens, index + 5) });
    else if (tokens[index + 1]?.text === "." && key.kind === "word" && tokens[index + 3]?.text === "=")
      pairs.push({ name: key.text, first: index + 4, last: segmentEnd(tokens, index + 4) });
    else if (
      tokens[index + 1]?.text === "." &&
      /^(append|set|put|Add)$/.test(key.text) &&
      tokens[index + 4]?.kind === "string" &&
      tokens[index + 5]?.text === ","
    ) {
      const close = tokens[index + 3]?.pair ?? -1;
      if (close > 0) pairs.push({ name: tokens[index + 4]?.text ?? "", first: index + 6, last: close - 1 });
    }
  }
  return pairs;
}

/** The places of a name in the 600 tokens before a place. */
function placesBefore(name: string, at: number, code: Code): number[] {
  const places = code.placesOf(name);
  const found: number[] = [];
  // Binary search for the last place before `at`.
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as number) < at) low = middle + 1;
    else high = middle;
  }
  for (let index = low - 1; index >= 0 && at - (places[index] as number) <= 600 && spend(code, 1); index--) found.unshift(places[index] as number);
  return found;
}

/** The pairs of the object that a function of the file returns: `payload = self.build(prompt)`. */
function returnedPairs(first: number, last: number, code: Code, depth: number): Pair[] {
  const { tokens } = code;
  let open = first;
  while (open <= last && tokens[open]?.text !== "(" && spend(code, 1)) open++;
  const name = tokens[open - 1]?.text;
  if (open > last || tokens[open]?.text !== "(" || name === undefined || tokens[open - 1]?.kind !== "word") return [];
  const head =
    code
      .placesOf(name)
      .find((at) => spend(code, 1) && /^(def|function|func|fn|fun|private|public|async)$/.test(tokens[at - 1]?.text ?? "") && tokens[at + 1]?.text === "(") ??
    -1;
  for (let at = head; head >= 0 && at < tokens.length && at < head + 600 && spend(code, 1); at++) {
    if (at > head && /^(def|function|func|fn)$/.test(tokens[at]?.text ?? "")) break;
    if (tokens[at]?.text === "return" && tokens[at + 1]) return pairsOf(at + 1, segmentEnd(tokens, at + 1), code, depth);
  }
  return [];
}

/** The pair with the model: one of these names, or else any usual name for a model. */
export function modelPair(pairs: readonly Pair[], names: readonly string[]): Pair | undefined {
  return pairs.find(({ name }) => names.includes(name)) ?? pairs.find(({ name }) => isModelKey(name));
}
