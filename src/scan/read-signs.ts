import { evidenceOf } from "./detect/evidence.ts";
import type { Vocabulary } from "./detect/vocabulary.ts";
import type { FileFacts } from "./file/facts.ts";
import { isPackageList } from "./paths/path-kind.ts";
import { languageOf } from "./tokens/language.ts";
import { tokenize } from "./tokens/tokenize.ts";

/** A longer line counts as data. */
const LONGEST_LINE = 2000;
const LINE_END = 10;

/**
 * The facts of a file with signs of a provider (libraries, hosts, keys) but without an id or a call: only evidence, for calls in other
 * files. Only the lines with a sign are tokenized, so that a repository whose every file imports `openai` costs little more than a search.
 */
export function readSigns(path: string, bytes: Uint8Array, vocabulary: Vocabulary): FileFacts {
  const language = languageOf(path);
  const tokens = language ? tokenize(linesWithSigns(bytes, vocabulary), language).tokens : [];
  const evidence = evidenceOf(tokens, vocabulary.detectors.values(), isPackageList(path));
  return { path, evidence, aliases: [], imports: new Set(), sightings: [], sends: [], open: [], hints: [], giveUpAfter: null, ignored: [], leftOut: [] };
}

function linesWithSigns(bytes: Uint8Array, { words: { signs } }: Vocabulary): string {
  const lines: string[] = [];
  for (let at = signs.next(bytes, 0); at >= 0; ) {
    const start = bytes.lastIndexOf(LINE_END, at) + 1;
    const found = bytes.indexOf(LINE_END, at);
    const end = found < 0 ? bytes.length : found;
    if (end - start <= LONGEST_LINE) lines.push(decoder.decode(bytes.subarray(start, end)));
    at = signs.next(bytes, end);
  }
  return lines.join("\n");
}

const decoder = new TextDecoder();
