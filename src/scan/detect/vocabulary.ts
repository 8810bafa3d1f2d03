import type { Book } from "../../prices/book.ts";
import { findModel } from "../../prices/find.ts";
import type { Detector, Detectors } from "./detector.ts";
import { type Identifier, identifier } from "./identify.ts";
import { type WordSearch, wordSearch } from "./word-search.ts";

export type CallShape = { detector: Detector; model: number | string; alone: boolean };
/** `fixed`: how many characters of a path are its own, and no id's. */
export type PathShape = { detector: Detector; pattern: RegExp; fixed: number };

/**
 * What is looked for in the bytes of a file, before it is read token by token. `anchors`: stems of ids, names of calls and long paths, each
 * enough to read the file. `signs`: hosts, libraries and keys, which say whose a call is and are in many a file that makes no video.
 * `paths`: short paths, `/videos`, which are calls only beside a sign. `any`: all of them.
 */
export type SearchWords = { any: WordSearch; anchors: WordSearch; signs: WordSearch; paths: WordSearch };

/** All that detectors and book say, in the form that a scan asks. */
export type Vocabulary = Identifier & {
  words: SearchWords;
  detectors: ReadonlyMap<string, Detector>;
  /** By the last word of the dotted name. */
  calls: ReadonlyMap<string, readonly (CallShape & { name: string })[]>;
  isPriced(provider: string, model: string): boolean;
  paths: readonly PathShape[];
  polls: readonly PathShape[];
};

/** @param notVideoHere ids that make no video in this repository */
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

/** Made once for the detectors: a review scans several times, each side and what the change leaves alone. */
const lookups = new WeakMap<Detectors, Lookups>();

function lookupsOf(detectors: Detectors): Lookups {
  const { providers, families } = detectors;
  const made = lookups.get(detectors) ?? {
    words: wordsOf(providers, families.families),
    detectors: new Map(providers.map((one) => [one.provider, one])),
    calls: callsOf(providers),
    paths: shapesOf(providers, ({ paths }) => paths, true),
    polls: shapesOf(providers, ({ polls }) => polls, false),
  };
  lookups.set(detectors, made);
  return made;
}

function callsOf(providers: readonly Detector[]): Vocabulary["calls"] {
  const calls = new Map<string, (CallShape & { name: string })[]>();
  for (const detector of providers) {
    for (const { name, model, alone } of detector.calls) {
      const last = name.split(".").at(-1) as string;
      calls.set(last, [...(calls.get(last) ?? []), { name, detector, model, alone }]);
    }
  }
  return calls;
}

function shapesOf(providers: readonly Detector[], list: (detector: Detector) => readonly string[], ends: boolean): PathShape[] {
  return providers.flatMap((detector) =>
    list(detector).map((path) => ({ detector, pattern: pathPattern(path, ends), fixed: path.replace(/\{model\}|\*/g, "").length })),
  );
}

/** A path of so many characters is no one else's by chance. */
const LONG_PATH = 16;
/** A shorter part of a path stands everywhere. */
const SHORT_PATH = 6;

function wordsOf(providers: readonly Detector[], families: Detectors["families"]["families"]): SearchWords {
  const anchors = families.flatMap(({ stems }) => stems);
  const signs: string[] = [];
  const short: string[] = [];
  for (const { hosts, packages, switches, env, calls, paths } of providers) {
    const names = hosts.map((host) => host.replace(/^[.-]/, ""));
    const parts = paths.map(longestPart);
    // Where a path has no word of its own, the host is all that a call shows.
    (parts.some(({ length }) => length <= SHORT_PATH) ? anchors : signs).push(...names);
    signs.push(...Object.values(packages).flat(), ...switches, ...env);
    for (const { name } of calls) anchors.push(...spellings(name));
    for (const part of parts) if (part.length > SHORT_PATH) (part.length >= LONG_PATH ? anchors : short).push(part);
  }
  return { any: wordSearch([...anchors, ...signs]), anchors: wordSearch(anchors), signs: wordSearch(signs), paths: wordSearch(short) };
}

/** What of a call's dotted name is in a file however it is laid out: its longest part, or for short parts the name, with `.` or `->`. */
function spellings(name: string): string[] {
  const longest = name.split(".").reduce((found, part) => (part.length > found.length ? part : found), "");
  return longest.length >= 10 ? [longest] : [name, name.replaceAll(".", "->")];
}

/** `/videos/*` as a pattern: `*` is one part, `{model}` an id of any number of parts, which is caught. */
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
