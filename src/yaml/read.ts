import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import { decoded } from "../notation/encoding.ts";
import type { Problem } from "../problem.ts";
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
  document: Document.Parsed | null;
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
    lines,
    problems: [{ severity: "error", file, path: [], ...problem }],
  });
  if (bytes.length > MAX_BYTES) return failed({ code: "file-too-large", args: { bytes: bytes.length, max: MAX_BYTES } });
  const text = decoded(bytes);
  if (text === undefined) return failed({ code: "not-utf8", args: {} });
  try {
    // The library's own check for duplicate keys compares every pair of keys: 10,000 workloads take seconds.
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false, stringKeys: true });
    if (document.errors.length > 0) return { file, value: undefined, bytes, document, lines, problems: [syntaxProblem(document.errors, text, file)] };
    const problems = duplicateKeys(document.contents, file);
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    if (text.includes("*") && holdsItself(value)) return failed({ code: "yaml-syntax", args: { detail: "an alias inside of its own anchor" } });
    return { file, value, bytes, document, lines, problems };
  } catch (error) {
    if (error instanceof ReferenceError && /excessive/i.test(error.message)) return failed({ code: "too-many-aliases", args: { max: MAX_ALIASES } });
    if (error instanceof ReferenceError) return failed({ code: "yaml-syntax", args: { detail: error.message } });
    if (error instanceof RangeError) return failed({ code: "yaml-syntax", args: { detail: "nested too deeply" } });
    throw error;
  }
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
