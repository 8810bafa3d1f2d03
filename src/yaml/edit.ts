import { isAlias, isMap, isScalar, type Node, type Pair, type YAMLMap, type YAMLSeq } from "yaml";

/** Replaces the text between two positions, in characters. `depth`: the depth in the tree; 0 by default. */
export type Splice = { from: number; to: number; text: string; depth?: number };

/** Applies all splices; the rest of the text stays as it is. At one position, the text of the deepest splice comes first, then that of the last in the list. */
export function spliced(text: string, splices: readonly Splice[]): string {
  // Splices apply from the end, so that none moves the position of another.
  const ordered = [...splices].sort((a, b) => b.from - a.from || (a.depth ?? 0) - (b.depth ?? 0));
  return ordered.reduce((all, { from, to, text: put }) => all.slice(0, from) + put + all.slice(to), text);
}

export function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf("\n", offset - 1) + 1);
}

export function indent(columns: number): string {
  return " ".repeat(Math.max(0, columns));
}

/** Sets a key of a map to a value. A missing key goes before the first one. Null if the key has a map or a list. */
export function withKey(text: string, map: YAMLMap, key: string, value: string): Splice | null {
  const written = /^(?:https:\/\/[\w./-]+|[\w-]+)$/.test(value) ? value : JSON.stringify(value);
  const found: unknown = map.get(key, true);
  const range = isScalar(found) || isAlias(found) ? found.range : undefined;
  if (range) return { from: range[0], to: range[1], text: written };
  if (found !== undefined || !map.range) return null;
  const start = map.range[0];
  return map.flow
    ? { from: start + 1, to: start + 1, text: ` ${key}: ${written},` }
    : { from: start, to: start, text: `${key}: ${written}\n${indent(columnOf(text, start))}` };
}

/** Adds keys after the last one of a map. @param block the keys as lines, indented by a number of columns @param flow the keys as entries of one line */
export function appendKeys(text: string, map: YAMLMap, block: (columns: number) => readonly string[], flow: readonly string[]): Splice {
  const last = map.items.at(-1) as Pair<Node, Node | null> | undefined;
  if (!last) {
    const close = text.lastIndexOf("}", (map.range?.[1] ?? 1) - 1);
    return { from: close, to: close, text: ` ${flow.join(", ")} ` };
  }
  const end = endOf(last);
  if (map.flow) return { from: end, to: end, text: `, ${flow.join(", ")}` };
  const start = (map.items[0]?.key as Node | undefined)?.range?.[0] ?? 0;
  const newline = text.indexOf("\n", Math.max(end - 1, 0));
  const at = newline === -1 ? text.length : newline;
  return { from: at, to: at, text: `\n${block(columnOf(text, start)).join("\n")}` };
}

/** The end of a pair's value, or of its key if it has no value. */
function endOf({ key, value }: Pair<Node, Node | null>): number {
  if (isMap(value) && !value.flow && value.items.length > 0) return endOf(value.items.at(-1) as Pair<Node, Node | null>);
  return value?.range?.[1] ?? key.range?.[1] ?? 0;
}

/** An item as text: on one line, or as a block whose lines after the first are indented to a column. */
export type Item = { flow: string; block: (column: number) => string };

/** Inserts an item into a list before the one at an index, with the same indentation. An empty list becomes `[…]`. */
export function insertItem(text: string, list: YAMLSeq, index: number, item: Item): Splice | null {
  const next = list.items[index] as { range?: [number, number, number] } | undefined;
  if (!list.range) return null;
  if (!next) return { from: list.range[0], to: list.range[1], text: `[${item.flow}]` };
  if (!next.range) return null;
  const [start] = next.range;
  if (list.flow) return { from: start, to: start, text: `${item.flow}, ` };
  const [dash, column] = [columnOf(text, list.range[0]), columnOf(text, start)];
  return { from: start, to: start, text: `${item.block(column)}\n${indent(dash)}-${indent(column - dash - 1)}` };
}

/** Replaces an item that is a map. */
export function replaceItem(text: string, node: YAMLMap, item: Item): Splice | null {
  if (!node.range) return null;
  const [start, end] = node.range;
  const to = start + text.slice(start, end).trimEnd().length;
  return { from: start, to, text: node.flow ? item.flow : item.block(columnOf(text, start)) };
}
