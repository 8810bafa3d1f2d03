import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import { decoded } from "../notation/encoding.ts";
import type { Problem } from "../problem.ts";
import { type PlainText, readPlain, type Spot } from "./plain.ts";
import { syntaxProblem } from "./syntax.ts";

/** 5 MiB: far above any real manifest, and small enough that hostile YAML cannot stall a run. */
export const MAX_BYTES = 5 * 1024 * 1024;

/** Uses of anchors before a file counts as an anchor bomb. */
const MAX_ALIASES = 10_000;

/** A file as a tree: its value as plain data, and what is needed to find a line again. */
export type YamlFile = {
  file: string;
  value: unknown;
  /** What was read, to tell whether two files that are no tree are the same. */
  bytes: Uint8Array;
  /** The library's tree; of a plain text it is made when it is asked for. */
  readonly document: Document.Parsed | null;
  /** Of a plain text, where its parts stand; null where `document` says it. */
  spots: Spot | null;
  lines: LineCounter;
  problems: Problem[];
};

/**
 * Reads one YAML file. Of a text that is no YAML the first error is reported; the value is then undefined, but where
 * keys stand twice and nothing else is wrong: what is said beside them can be read.
 */
export function readYaml(file: string, bytes: Uint8Array): YamlFile {
  const lines = new LineCounter();
  const failed = (problem: Omit<Problem, "severity" | "file" | "path">): YamlFile => ({
    file,
    value: undefined,
    bytes,
    document: null,
    spots: null,
    lines,
    problems: [{ severity: "error", file, path: [], ...problem }],
  });
  if (bytes.length > MAX_BYTES) return failed({ code: "file-too-large", args: { bytes: bytes.length, max: MAX_BYTES } });
  const text = decoded(bytes);
  if (text === undefined) return failed({ code: "not-utf8", args: {} });
  const plain = readPlain(text);
  if (plain) return plainFile(plain, text, { file, bytes, lines });
  try {
    const document = parsed(text, lines);
    const read = { file, bytes, document, spots: null, lines };
    if (document.errors.length > 0) return { ...read, value: undefined, problems: [syntaxProblem(document.errors, text, file)] };
    const problems = duplicateKeys(document.contents, file);
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    if (text.includes("*") && holdsItself(value)) return failed({ code: "yaml-syntax", args: { detail: "an alias inside of its own anchor" } });
    return { ...read, value, problems };
  } catch (error) {
    if (error instanceof ReferenceError && /excessive/i.test(error.message)) return failed({ code: "too-many-aliases", args: { max: MAX_ALIASES } });
    if (error instanceof ReferenceError) return failed({ code: "yaml-syntax", args: { detail: error.message } });
    if (error instanceof RangeError) return failed({ code: "yaml-syntax", args: { detail: "nested too deeply" } });
    throw error;
  }
}

function parsed(text: string, lines: LineCounter): Document.Parsed {
  // The library's own check for duplicate keys compares every pair of keys: 10,000 workloads take seconds.
  return parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false, stringKeys: true });
}

function plainFile({ value, root }: PlainText, text: string, { file, bytes, lines }: Pick<YamlFile, "file" | "bytes" | "lines">): YamlFile {
  for (let start = 0; start !== -1; start = after(text, start)) lines.addNewLine(start);
  let document: Document.Parsed | undefined;
  return {
    file,
    value,
    bytes,
    get document() {
      document ??= parsed(text, new LineCounter());
      return document;
    },
    spots: root,
    lines,
    problems: [],
  };
}

/** Where the line after this one starts; −1 at the end. */
function after(text: string, start: number): number {
  const end = text.indexOf("\n", start);
  return end === -1 ? -1 : end + 1;
}

/** Keys that stand twice in one map; the later one is where to look. */
function duplicateKeys(node: unknown, file: string, path: Problem["path"] = []): Problem[] {
  if (isSeq(node)) return node.items.flatMap((item, index) => duplicateKeys(item, file, [...path, index]));
  if (!isMap(node)) return [];
  const seen = new Set<string>();
  return node.items.flatMap(({ key: keyNode, value }) => {
    const key = isScalar(keyNode) ? String(keyNode.value) : "";
    const offset = isScalar(keyNode) ? (keyNode.range?.[0] ?? 0) : 0;
    const repeated: Problem[] = seen.has(key)
      ? [{ code: "duplicate-key", severity: "error", file, path: [...path, key], at: "key", offset, args: { key } }]
      : [];
    seen.add(key);
    return [...repeated, ...duplicateKeys(value, file, [...path, key])];
  });
}

/** Whether a tree is none: `&a [*a]` never ends. What several places share is visited once. */
function holdsItself(value: unknown, above: Set<object> = new Set(), done: Set<object> = new Set()): boolean {
  if (typeof value !== "object" || value === null || done.has(value)) return false;
  if (above.has(value)) return true;
  above.add(value);
  const found = Object.values(value).some((inner) => holdsItself(inner, above, done));
  above.delete(value);
  done.add(value);
  return found;
}
