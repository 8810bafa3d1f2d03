import { isAlias, isMap, isScalar, type Node, type Pair, type YAMLMap, type YAMLSeq } from "yaml";

/** What is to be in a text instead of the bytes between two places. `depth`: how deep in the tree; 0 if it is not said. */
export type Splice = { from: number; to: number; text: string; depth?: number };

/** The text with all of them; every other byte of it stays. Of two at one place the deeper, then the later in the list, comes to stand first. */
export function spliced(text: string, splices: readonly Splice[]): string {
  // From the end, so that no edit moves the place of another.
  const ordered = [...splices].sort((a, b) => b.from - a.from || (a.depth ?? 0) - (b.depth ?? 0));
  return ordered.reduce((all, { from, to, text: put }) => all.slice(0, from) + put + all.slice(to), text);
}

export function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf("\n", offset - 1) + 1);
}

export function indent(columns: number): string {
  return " ".repeat(Math.max(0, columns));
}

/** A key of a map given a new value, or put before its first; null if a map or list is there. */
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

/** Keys behind the last one of a map: `block` has them as lines indented by so many columns, `flow` as entries of one line. */
export function behindLast(text: string, map: YAMLMap, block: (columns: number) => readonly string[], flow: readonly string[]): Splice {
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

/** Where a pair's value ends, or its key where it has none. */
function endOf({ key, value }: Pair<Node, Node | null>): number {
  if (isMap(value) && !value.flow && value.items.length > 0) return endOf(value.items.at(-1) as Pair<Node, Node | null>);
  return value?.range?.[1] ?? key.range?.[1] ?? 0;
}

/** How an item is written: on one line, or as a block whose lines after the first are at a column. */
export type Item = { flow: string; block: (column: number) => string };

/** An item put into a list before another one of it, in that one's own indentation; into an empty list as `[…]`. */
export function beforeItem(text: string, list: YAMLSeq, index: number, item: Item): Splice | null {
  const next = list.items[index] as { range?: [number, number, number] } | undefined;
  if (!list.range) return null;
  if (!next) return { from: list.range[0], to: list.range[1], text: `[${item.flow}]` };
  if (!next.range) return null;
  const [start] = next.range;
  if (list.flow) return { from: start, to: start, text: `${item.flow}, ` };
  const [dash, column] = [columnOf(text, list.range[0]), columnOf(text, start)];
  return { from: start, to: start, text: `${item.block(column)}\n${indent(dash)}-${indent(column - dash - 1)}` };
}

/** Another item instead of one that is a map. */
export function insteadOf(text: string, node: YAMLMap, item: Item): Splice | null {
  if (!node.range) return null;
  const [start, end] = node.range;
  const to = start + text.slice(start, end).trimEnd().length;
  return { from: start, to, text: node.flow ? item.flow : item.block(columnOf(text, start)) };
}
