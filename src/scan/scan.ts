import { globOf } from "../notation/glob.ts";
import type { Book } from "../prices/book.ts";
import type { Detectors } from "./detect/detector.ts";
import { type Vocabulary, vocabularyOf } from "./detect/vocabulary.ts";
import type { FileFacts } from "./file/facts.ts";
import { mentionsIn } from "./file/mentions.ts";
import type { LeftOutOfScan, ScanOptions, ScanResult, SourceFile } from "./finding.ts";
import { codeFindings } from "./findings.ts";
import { contentKind, pathKind } from "./paths/path-kind.ts";
import { readFacts } from "./read-file.ts";
import { readSigns } from "./read-signs.ts";

/**
 * The scanner's core: finds out from files which models they make video with, by provider and model.
 * A file whose path says that it is a test, a document or a library makes no finding. One pass over the bytes of each other file
 * searches for the words of the detectors, and only files with such a word are tokenized. Nothing is read from disk here: a
 * folder, a git tree or GitHub's API hands the files over. It never throws, whatever the bytes are.
 */
export function scanFiles(files: Iterable<SourceFile>, detectors: Detectors, book: Book, options: ScanOptions = {}): ScanResult {
  const reading: Reading = {
    vocabulary: vocabularyOf(detectors, book, options.models),
    wrappers: new Set((options.calls ?? []).map((call) => call.replace(/\($/, "").trim())),
    facts: [],
    leftOut: [],
  };
  const ignore = options.ignore && options.ignore.length > 0 ? globOf(options.ignore) : null;
  let count = 0;
  for (const file of files) {
    count++;
    if (ignore?.matches(file.path)) reading.leftOut.push({ why: "ignored-path", file: file.path, line: null, text: null });
    else readOne(file, reading);
  }
  const { facts, leftOut, vocabulary } = reading;
  const { findings, left_out } = codeFindings(facts, vocabulary, options.manifests ?? []);
  return {
    files: count,
    findings,
    ignored: facts.flatMap(({ ignored }) => ignored),
    left_out: [...leftOut, ...facts.flatMap((one) => one.leftOut), ...left_out],
  };
}

/** What a scan looks for, and what it has found so far. */
type Reading = { vocabulary: Vocabulary; wrappers: ReadonlySet<string>; facts: FileFacts[]; leftOut: LeftOutOfScan[] };

function readOne({ path, content }: SourceFile, { vocabulary, wrappers, facts, leftOut }: Reading): void {
  const kind = pathKind(path);
  if (kind !== "read" && kind !== "test" && kind !== "doc") {
    leftOut.push({ why: kind, file: path, line: null, text: null });
    return;
  }
  if (content === null) {
    if (kind === "read") leftOut.push({ why: "unreadable", file: path, line: null, text: null });
    return;
  }
  const bytes = typeof content === "string" ? encoder.encode(content) : content;
  const depth = wrappers.size > 0 ? "all" : depthOf(bytes, vocabulary);
  if (depth === "nothing") return;
  if (depth === "signs") {
    if (kind === "read") facts.push(readSigns(path, bytes, vocabulary));
    return;
  }
  // The file contains a word of a detector, so leaving it out must be reported.
  const why = contentKind(path, bytes, decoder.decode(bytes.subarray(0, HEAD)).slice(0, 2000));
  if (why) {
    leftOut.push({ why: why === "too-large" && kind !== "read" ? kind : why, file: path, line: null, text: null });
    return;
  }
  const text = typeof content === "string" ? content : decoder.decode(content);
  if (kind === "read") facts.push(readFacts(path, text, vocabulary, wrappers));
  else leftOut.push(...mentionsIn({ text, line: 1 }, path, kind, vocabulary));
}

/** How much of a file to read: nothing, only the lines with signs of a provider, or all of it. */
function depthOf(bytes: Uint8Array, { words }: Vocabulary): "nothing" | "signs" | "all" {
  const first = words.any.next(bytes, 0);
  if (first < 0) return "nothing";
  if (words.anchors.next(bytes, first) >= 0) return "all";
  return words.paths.next(bytes, 0) >= 0 ? "all" : "signs";
}

/** Bytes to decode for the first 2000 characters, which show the kind of the file. A character has at most 4 bytes in UTF-8. */
const HEAD = 8000;
const encoder = new TextEncoder();
const decoder = new TextDecoder();
