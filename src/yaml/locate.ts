import type { Problem } from "../problem.ts";
import type { YamlNode } from "./compose.ts";
import type { YamlFile } from "./read.ts";

/** A position in a file. Both numbers count from 1. */
export type Place = { line: number; column: number };

/** A problem and its position. */
export type Located = Problem & Place;

/**
 * Adds positions to problems, and sorts them by file, in the order of reading, and by position.
 * @param placed further problems, which have a position already
 */
export function locateAll(problems: readonly Problem[], files: ReadonlyMap<string, YamlFile>, placed: readonly Located[] = []): Located[] {
  const order = new Map([...files.keys()].map((file, index) => [file, index]));
  return [...problems.map((problem) => ({ ...problem, ...locate(files.get(problem.file), problem) })), ...placed].sort(
    (a, b) => (a.file === b.file ? 0 : (order.get(a.file) ?? -1) - (order.get(b.file) ?? -1)) || a.line - b.line || a.column - b.column,
  );
}

/** The start of each line of a file, in characters. It is computed when the first position in the file is needed. */
const lineStarts = new WeakMap<YamlFile, readonly number[]>();

/**
 * The line and column of a problem: of its value, of its key if the key itself is at fault, or of the nearest parent
 * that exists. In a file that is not YAML, it is the first line, unless the problem has an offset.
 */
export function locate(file: YamlFile | undefined, { path, at, offset }: Pick<Problem, "path" | "at" | "offset">): Place {
  return file ? placeOf(offset ?? offsetOf(file.root, path, at), file) : { line: 1, column: 1 };
}

function placeOf(offset: number, file: YamlFile): Place {
  const starts = lineStarts.get(file) ?? lineStartsOf(file.text);
  lineStarts.set(file, starts);
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: offset - (starts[low] as number) + 1 };
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
  return starts;
}

function offsetOf(root: YamlNode | null, path: Problem["path"], at: Problem["at"]): number {
  let node = root;
  let offset = root?.start ?? 0;
  for (const [depth, key] of path.entries()) {
    const value = node && valueIn(node, String(key));
    if (!value) return offset;
    const isLast = depth === path.length - 1;
    const isNested = value.kind === "map" || value.kind === "list";
    // The position of a map is that of its key, which people look for, not of its first entry.
    offset = node?.kind === "map" && ((isLast && at === "key") || isNested) ? value.keyStart : value.start;
    // The content of an anchor is elsewhere in the file, so the position is that of the alias.
    if (value.kind === "alias") return offset;
    node = value;
  }
  return offset;
}

/** The values of a map or list by key or index, if it has many: a manifest may have a thousand workloads, each with a problem. */
const byKey = new WeakMap<YamlNode, ReadonlyMap<string, YamlNode>>();

/** A map or list with more values is indexed. */
const MANY = 20;

/** The value of a key, or of an index as text. If a key is defined twice, the second definition counts. */
function valueIn(node: YamlNode, key: string): YamlNode | undefined {
  const known = byKey.get(node);
  if (known) return known.get(key);
  let walked = 0;
  for (let one = node.last; one; one = one.before) {
    if (String(one.key) === key) return one;
    if (++walked > MANY) break;
  }
  if (walked <= MANY) return undefined;
  const index = new Map<string, YamlNode>();
  for (let one = node.last; one; one = one.before) if (!index.has(String(one.key))) index.set(String(one.key), one);
  byKey.set(node, index);
  return index.get(key);
}
