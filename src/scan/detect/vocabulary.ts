import type { Book } from "../../prices/book.ts";
import { findModel } from "../../prices/find.ts";
import type { Detector, Detectors } from "./detector.ts";
import { type Identifier, identifier } from "./identify.ts";
import { type WordSearch, wordSearch } from "./word-search.ts";

export type CallPattern = { detector: Detector; model: number | string; alone: boolean };
/** `fixed`: the number of characters in the path that are not a placeholder for an id. */
export type PathPattern = { detector: Detector; pattern: RegExp; fixed: number };

/**
 * Words to search for in the bytes of a file, to decide whether it must be tokenized. `anchors`: stems of ids, names of calls and long
 * paths; one of them is enough. `signs`: hosts, libraries and keys, which show the provider but also occur in many files that make no
 * video. `paths`: short paths such as `/videos`, which count only beside a sign. `any`: anchors and signs.
 */
export type SearchWords = { any: WordSearch; anchors: WordSearch; signs: WordSearch; paths: WordSearch };

/** The knowledge of the detectors and the price book, in the form that a scan needs. */
export type Vocabulary = Identifier & {
  words: SearchWords;
  detectors: ReadonlyMap<string, Detector>;
  /** By the last word of the dotted name. */
  calls: ReadonlyMap<string, readonly (CallPattern & { name: string })[]>;
  isPriced(provider: string, model: string): boolean;
  paths: readonly PathPattern[];
  polls: readonly PathPattern[];
};

/** Prepares the vocabulary of a scan. @param notVideoHere ids that make no video in this repository */
export function vocabularyOf(detectors: Detectors, book: Book, notVideoHere: readonly string[] = []): Vocabulary {
  return {
    ...lookupsOf(detectors),
    ...identifier(detectors, book, notVideoHere),
    isPriced: (slug, id) => {
      const provider = book.provider(slug);
      return provider !== undefined && findModel(provider, id) !== undefined;
    },
  };
}

type Lookups = Pick<Vocabulary, "words" | "detectors" | "calls" | "paths" | "polls">;

/** Cached by detectors, because a review scans several times: both sides of the change, and the unchanged files. */
const lookups = new WeakMap<Detectors, Lookups>();

function lookupsOf(detectors: Detectors): Lookups {
  const { providers, families } = detectors;
  const made = lookups.get(detectors) ?? {
    words: wordsOf(providers, families.families),
    detectors: new Map(providers.map((one) => [one.provider, one])),
    calls: callsOf(providers),
    paths: patternsOf(providers, ({ paths }) => paths, true),
    polls: patternsOf(providers, ({ polls }) => polls, false),
  };
  lookups.set(detectors, made);
  return made;
}

function callsOf(providers: readonly Detector[]): Vocabulary["calls"] {
  const calls = new Map<string, (CallPattern & { name: string })[]>();
  for (const detector of providers) {
    for (const { name, model, alone } of detector.calls) {
      const last = name.split(".").at(-1) as string;
      calls.set(last, [...(calls.get(last) ?? []), { name, detector, model, alone }]);
    }
  }
  return calls;
}

function patternsOf(providers: readonly Detector[], list: (detector: Detector) => readonly string[], ends: boolean): PathPattern[] {
  return providers.flatMap((detector) =>
    list(detector).map((path) => ({ detector, pattern: pathPattern(path, ends), fixed: path.replace(/\{model\}|\*/g, "").length })),
  );
}

/** The fixed part of a path with at least this many characters is enough to read a file. */
const LONG_PATH = 16;
/** The fixed part of a path with at most this many characters is too common to search for. */
const SHORT_PATH = 6;

function wordsOf(providers: readonly Detector[], families: Detectors["families"]["families"]): SearchWords {
  const anchors = families.flatMap(({ stems }) => stems);
  const signs: string[] = [];
  const short: string[] = [];
  for (const { hosts, packages, switches, env, calls, paths } of providers) {
    const names = hosts.map((host) => host.replace(/^[.-]/, ""));
    const parts = paths.map(longestPart);
    // If a path has no distinctive part, only the host gives a call away.
    (parts.some(({ length }) => length <= SHORT_PATH) ? anchors : signs).push(...names);
    signs.push(...Object.values(packages).flat(), ...switches, ...env);
    for (const { name } of calls) anchors.push(...spellings(name));
    for (const part of parts) if (part.length > SHORT_PATH) (part.length >= LONG_PATH ? anchors : short).push(part);
  }
  return { any: wordSearch([...anchors, ...signs]), anchors: wordSearch(anchors), signs: wordSearch(signs), paths: wordSearch(short) };
}

/** Words to search for a dotted name, which may be split over lines: its longest part, or if that is short the whole name with `.` and with `->`. */
function spellings(name: string): string[] {
  const longest = name.split(".").reduce((found, part) => (part.length > found.length ? part : found), "");
  return longest.length >= 10 ? [longest] : [name, name.replaceAll(".", "->")];
}

/** A path such as `/videos/*` as a pattern. `*` matches one segment; `{model}` captures an id of any number of segments. */
function pathPattern(path: string, ends: boolean): RegExp {
  const text = path
    .split(/(\{model\}|\*)/)
    .map((part) => (part === "{model}" ? "(?<model>[^?#\\s]+?)" : part === "*" ? "[^/?#]+" : part.replace(/[.+?^$()[\]\\|]/g, "\\$&")))
    .join("");
  return new RegExp(ends ? `${text}/?(?:[?#].*)?$` : text);
}

function longestPart(path: string): string {
  return path.split(/\{model\}|\*/).reduce((longest, part) => (part.length > longest.length ? part : longest), "");
}
