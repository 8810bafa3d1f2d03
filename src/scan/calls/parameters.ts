import type { Detector } from "../detect/detector.ts";
import { PARAMETERS, type Parameter, type ParameterName } from "../finding.ts";
import { type Token, tokenAt } from "../tokens/tokenize.ts";
import { type Code, spend } from "./code.ts";
import { type FlagValue, flagValues } from "./prompt-flags.ts";
import type { Pair } from "./values.ts";

/** Common names in APIs for the manifest's parameters. A detector may add more. */
const USUAL: Readonly<Record<ParameterName, readonly string[]>> = {
  duration: ["duration", "durationSeconds", "duration_seconds", "seconds", "n_seconds", "video_length", "videoDuration", "video_duration"],
  resolution: ["resolution", "size", "video_size", "quality"],
  aspect_ratio: ["aspect_ratio", "aspectRatio", "ratio"],
  audio: ["generate_audio", "generateAudio", "enable_audio", "enableAudio", "with_audio", "audio", "sound"],
  count: ["num_videos", "numberOfVideos", "number_of_videos", "sampleCount", "sample_count", "n_variants", "n"],
};

/** The parameters of a job, from the pairs of a call or from those beside an id. A parameter that no pair names is `not-sent`. */
export function parametersOf(pairs: readonly Pair[], file: string, code: Code, detector: Detector | undefined): Partial<Record<ParameterName, Parameter>> {
  const found: Partial<Record<ParameterName, Parameter>> = {};
  for (const parameter of PARAMETERS) {
    const names = [...(detector?.arguments[parameter] ?? []), ...USUAL[parameter]];
    if (!spend(code, pairs.length)) break;
    const candidates = pairs.filter(({ name }) => names.includes(name));
    const asked = { parameter, file, code };
    const read = candidates.map((pair) => readValue(pair, asked)).filter((one) => one !== null);
    const flags = detector?.prompt_flags[parameter] ?? [];
    if (read.length === 0 && flags.length > 0) read.push(...flagValues(pairs, flags, code).map((value) => readFlag(value, asked)));
    const best = read.find(({ from }) => from === "literal") ?? read.find(({ from }) => from === "default") ?? read[0];
    found[parameter] = best ?? { value: null, from: "not-sent", file: null, line: null };
  }
  const { width, height } = { width: pairs.find(({ name }) => name === "width"), height: pairs.find(({ name }) => name === "height") };
  if (found.resolution?.from === "not-sent" && width && height) {
    const sides = [width, height].map((pair) => literalAt(pair, code));
    const line = code.tokens[width.first]?.line ?? null;
    const both = sides.every((side) => typeof side === "number" || /^\d+$/.test(String(side)));
    found.resolution = both ? { value: sides.join("x"), from: "literal", file, line } : { value: null, from: "dynamic", file, line };
  }
  return found;
}

/** The value of a flag. `--dur 5` is a literal; in `--dur {seconds}`, the value of the name is looked up in the file. */
function readFlag({ written, at }: FlagValue, asked: Asked): Parameter {
  const { parameter, file, code } = asked;
  const { line } = tokenAt(code.tokens, at);
  const name = /^\$?\{+\$?(?:\w+\.)*(\w+)\}+$/.exec(written)?.[1];
  if (name !== undefined) return named(name, at, asked, 0);
  const value = normalised({ kind: "string", text: written }, parameter);
  return value === undefined ? { value: null, from: "dynamic", file, line } : { value, from: "literal", file, line };
}

function literalAt({ first, last }: Pair, { tokens }: Code): string | number | null {
  const token = tokens[first];
  if (!token || first !== last) return null;
  return token.kind === "number" ? Number(token.text) : token.kind === "string" ? token.text : null;
}

/** The parameter to look for, and the file to search. */
type Asked = { parameter: ParameterName; file: string; code: Code };

/** @returns null for a value that cannot be this parameter: a list of allowed values, an object, a sentence */
function readValue({ first, last }: Pair, asked: Asked, depth = 0): Parameter | null {
  const { parameter, file, code } = asked;
  const { tokens } = code;
  const [from, to] = unwrapped(first, last, tokens);
  const token = tokens[from];
  if (!token || to < from) return null;
  const line = token.line;
  const dynamic: Parameter = { value: null, from: "dynamic", file, line };
  if (from === to) {
    if (token.kind === "word" && !/^(true|false|True|False|None|null|nil)$/.test(token.text))
      return depth < 3 ? named(token.text, from, asked, depth) : dynamic;
    if (token.kind === "string" && /[{$%]/.test(token.text)) return dynamic;
    const value = normalised(token, parameter);
    return value === undefined ? null : { value, from: "literal", file, line };
  }
  if (token.text === "{" || token.text === "[") return null;
  const sign = tokens[to - 1]?.text ?? "";
  if (["||", "??", "or", ":-", "?:"].includes(sign)) return fallback(to, asked) ?? dynamic;
  // `data.get("duration", 5)`
  const close = tokens[to];
  if (
    close?.text === ")" &&
    tokens[to - 2]?.text === "," &&
    close.pair >= 0 &&
    /^(get|getenv|getattr|pop|env|fetch)$/.test(tokens[close.pair - 1]?.text ?? "")
  ) {
    return fallback(to - 1, asked) ?? dynamic;
  }
  // `self.duration`, `Settings.duration`: the value that the file assigns to that name.
  const isPath = tokens.slice(from, to + 1).every(({ kind, text }) => kind === "word" || text === "." || text === "->" || text === "?.");
  if (isPath && depth < 3) {
    const root = tokens[from]?.text ?? "";
    if (/^(self|this|\$this)$/.test(root) || /^[A-Z]/.test(root)) return named(tokens[to]?.text ?? "", from, asked, depth);
  }
  return dynamic;
}

function fallback(at: number, { parameter, file, code: { tokens } }: Asked): Parameter | null {
  const value = tokens[at] && normalised(tokens[at], parameter);
  return value === undefined ? null : { value, from: "default", file, line: tokens[at]?.line ?? null };
}

/** The value that the file assigns to a name. The value of a constant counts as a literal, that of a function's parameter as a default. */
function named(name: string, at: number, asked: Asked, depth: number): Parameter {
  const { file, code } = asked;
  const { tokens } = code;
  const dynamic: Parameter = { value: null, from: "dynamic", file, line: tokens[at]?.line ?? null };
  // A value that contains the name itself does not count: `seconds=str(seconds)`.
  const places = (code.given.get(name) ?? []).filter((one) => one > at || endOfValue(one, tokens) < at);
  const place = places.findLast((one) => one < at) ?? places[0] ?? -1;
  if (place < 0 || place === at || depth >= 3) return dynamic;
  const end = endOfValue(place, tokens);
  if (place <= at && at <= end) return dynamic;
  const found = readValue({ name, first: place, last: end }, asked, depth + 1);
  if (!found || found.value === null) return dynamic;
  const inHead = tokens[tokenAt(tokens, place).up]?.text === "(" || tokens[place - 1]?.text === ":";
  return inHead && found.from === "literal" ? { ...found, from: "default" } : found;
}

function endOfValue(place: number, tokens: readonly Token[]): number {
  const { up, line } = tokenAt(tokens, place);
  let end = place;
  for (let at = place + 1; at < tokens.length && at < place + 40; at++) {
    const token = tokenAt(tokens, at);
    if (token.text === "," || token.text === ";" || token.text === ")" || token.text === "}" || token.text === "]" || token.line !== line || token.up !== up)
      break;
    end = token.pair > at ? token.pair : at;
    at = end;
  }
  return end;
}

/** Strips type conversions: `String(5)`, `str(duration)`, `int("5")`, `5 as const`. */
function unwrapped(first: number, last: number, tokens: readonly Token[]): [number, number] {
  let [from, to] = [first, last];
  for (let round = 0; round < 3; round++) {
    const open = from + 1;
    if (
      /^(String|str|int|float|Number|parseInt|parseFloat|to_string|Some|bool|Boolean)$/.test(tokens[from]?.text ?? "") &&
      tokens[open]?.text === "(" &&
      tokens[open]?.pair === to
    )
      [from, to] = [open + 1, to - 1];
    else break;
  }
  if (tokens[to]?.text === "const" && tokens[to - 1]?.text === "as") to -= 2;
  if (tokens[to]?.kind === "word" && tokens[to - 1]?.text === "as") to -= 2;
  return [from, to];
}

/** The value in the manifest's form (a duration in seconds); undefined if it is not a value of this parameter. */
function normalised({ kind, text }: Pick<Token, "kind" | "text">, parameter: ParameterName): string | number | boolean | undefined {
  switch (parameter) {
    case "duration": {
      const seconds = /^(\d{1,4}(?:\.\d+)?)\s?(?:s|sec|seconds)?$/.exec(text)?.[1];
      return seconds === undefined ? undefined : Number(seconds);
    }
    case "count":
      return /^\d{1,3}$/.test(text) ? Number(text) : undefined;
    case "audio":
      if (/^(true|on|yes)$/i.test(text)) return true;
      return /^(false|off|no)$/i.test(text) ? false : undefined;
    case "aspect_ratio": {
      if (kind !== "string") return undefined;
      return /^\d{1,4}(\.\d+)?:\d{1,4}$/.test(text) ? text : undefined;
    }
    case "resolution": {
      const size = /^(\d{3,4})[x*:×](\d{3,4})$/i.exec(text);
      if (size) return `${size[1]}x${size[2]}`;
      return /^\d{3,4}p$|^[248]k$|^(hd|fhd|sd|standard|high)$/i.test(text) ? text.toLowerCase() : undefined;
    }
  }
}
