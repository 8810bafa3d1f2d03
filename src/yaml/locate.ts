import type { Problem } from "../problem.ts";
import type { YamlNode } from "./compose.ts";
import type { YamlFile } from "./read.ts";

/** A place in a file, both counted from 1. */
export type Place = { line: number; column: number };

/** A problem and where it is. */
export type Located = Problem & Place;

/**
 * Problems with their places, by file in the order the files were read, and in file order.
 * @param placed further ones, whose place is not that of their path
 */
export function locateAll(problems: readonly Problem[], files: ReadonlyMap<string, YamlFile>, placed: readonly Located[] = []): Located[] {
  const order = new Map([...files.keys()].map((file, index) => [file, index]));
  return [...problems.map((problem) => ({ ...problem, ...locate(files.get(problem.file), problem) })), ...placed].sort(
    (a, b) => (order.get(a.file) ?? -1) - (order.get(b.file) ?? -1) || a.line - b.line || a.column - b.column,
  );
}

/** Where each line of a file starts, in characters; worked out when the first place in it is asked for. */
const lineStarts = new WeakMap<YamlFile, readonly number[]>();

/**
 * Line and column of a problem: of its value, of its key where the key itself is at fault, or of the
 * nearest thing above it that exists. A file that is no YAML has only its first line.
 */
export function locate(file: YamlFile | undefined, { path, at, offset }: Pick<Problem, "path" | "at" | "offset">): Place {
  return file ? placeOf(offset ?? offsetOf(file.root, path, at), file) : { line: 1, column: 1 };
}

function placeOf(offset: number, file: YamlFile): Place {
  const starts = lineStarts.get(file) ?? [0, ...Array.from(file.text.matchAll(/\n/g), ({ index }) => index + 1)];
  lineStarts.set(file, starts);
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: offset - (starts[low] as number) + 1 };
}

function offsetOf(root: YamlNode | null, path: Problem["path"], at: Problem["at"]): number {
  let node = root;
  let offset = root?.start ?? 0;
  for (const [depth, key] of path.entries()) {
    const entry = node?.entries?.get(String(key));
    if (entry) {
      const { keyStart, value } = entry;
      const last = depth === path.length - 1;
      // A map is shown by its key, which people look for, rather than by its first entry.
      offset = (last && at === "key") || value.entries || value.items ? keyStart : value.start;
      node = value;
    } else {
      const item: YamlNode | undefined = node?.items?.[Number(key)];
      if (!item) return offset;
      offset = item.start;
      node = item;
    }
    // An anchor's content belongs to another place: the alias is where this file says it here.
    if (node.isAlias) return offset;
  }
  return offset;
}
