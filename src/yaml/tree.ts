import { stringify } from "yaml";
import { isTree, type Tree } from "../notation/tree.ts";
import { indent } from "./edit.ts";

/** Keys on lines of their own; a map of plain values stays on one line, as people write counts. */
export function blockLines(tree: Tree, columns: number): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    isTree(value) && Object.values(value).some(isTree)
      ? [`${indent(columns)}${key}:`, ...blockLines(value, columns + 2)]
      : [`${indent(columns)}${key}: ${flowText(value)}`],
  );
}

/** `key: value` of each key, to stand on one line. */
export function flowEntries(tree: Tree): string[] {
  return Object.entries(tree).map(([key, value]) => `${key}: ${flowText(value)}`);
}

/** A value on one line: `{ k: 1, n: 20 }`. */
export function flowText(value: unknown): string {
  return isTree(value) ? `{ ${flowEntries(value).join(", ")} }` : stringify(value, { lineWidth: 0 }).trimEnd();
}
