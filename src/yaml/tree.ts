import { stringify } from "yaml";
import { isTree, type Tree } from "../notation/tree.ts";
import { indent } from "./edit.ts";

/** Each key on a line of its own. A map of plain values stays on one line, as people write counts: `{ k: 1, n: 20 }`. */
export function blockLines(tree: Tree, columns: number): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    isTree(value) && Object.values(value).some(isTree)
      ? [`${indent(columns)}${flowText(key)}:`, ...blockLines(value, columns + 2)]
      : [`${indent(columns)}${flowText(key)}: ${flowText(value)}`],
  );
}

/** Each key as `key: value`, to be joined on one line. */
export function flowEntries(tree: Tree): string[] {
  return Object.entries(tree).map(([key, value]) => `${flowText(key)}: ${flowText(value)}`);
}

/** A value on one line, `{ k: 1, n: 20 }` or `[a.py, b.py]`. A text is quoted if it would end an entry: `"a, b"`. */
export function flowText(value: unknown): string {
  if (isTree(value)) return `{ ${flowEntries(value).join(", ")} }`;
  if (Array.isArray(value)) return `[${value.map(flowText).join(", ")}]`;
  return stringify([value], { collectionStyle: "flow", flowCollectionPadding: false, lineWidth: 0 }).trim().slice(1, -1);
}
