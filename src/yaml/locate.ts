import { isAlias, isMap, isPair, isScalar, isSeq, type Node, type Pair, type YAMLMap } from "yaml";
import type { Problem } from "../problem.ts";
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

/** Pairs by key, so that 10,000 problems in one map are not 10,000 walks over it. */
const indexes = new WeakMap<YAMLMap, Map<string, Pair>>();

/**
 * Line and column of a problem: of its value, of its key where the key itself is at fault, or of the
 * nearest thing above it that exists. A file that never became a tree has only its first line.
 */
export function locate(file: YamlFile | undefined, { path, at, offset }: Pick<Problem, "path" | "at" | "offset">): Place {
  const position = offset ?? offsetOf(file?.document?.contents ?? null, path, at);
  const { line, col } = file && file.lines.lineStarts.length > 0 ? file.lines.linePos(position) : { line: 1, col: 1 };
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

function offsetOf(root: Node | null, path: Problem["path"], at: Problem["at"]): number {
  let node: Node | null = root;
  let offset = root?.range?.[0] ?? 0;
  for (const [depth, key] of path.entries()) {
    if (isMap(node)) {
      const pair = pairOf(node, String(key));
      if (!pair) return offset;
      const keyNode = pair.key as Node;
      const valueNode = pair.value as Node | null;
      const last = depth === path.length - 1;
      // A map is shown by its key, which people look for, rather than by its first entry.
      const shown = (last && at === "key") || !valueNode?.range || isMap(valueNode) || isSeq(valueNode) ? keyNode : valueNode;
      offset = shown.range?.[0] ?? offset;
      node = valueNode;
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(key)];
      node = isPair(item) ? null : (item as Node | null);
      offset = node?.range?.[0] ?? offset;
    } else {
      return offset;
    }
    // An anchor's content belongs to another place: the alias is where this file says it here.
    if (isAlias(node)) return offset;
  }
  return offset;
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  let index = indexes.get(map);
  if (!index) {
    index = new Map(map.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : String(pair.key), pair]));
    indexes.set(map, index);
  }
  return index.get(key);
}
