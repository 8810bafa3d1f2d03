import { isMap, isScalar, type Node, type Pair, parseDocument, stringify, type YAMLMap } from "yaml";

/** Keys and what is to stand there: a map for more keys, anything else for a value. */
export type Tree = { [key: string]: unknown };

type Splice = { from: number; to: number; text: string; depth: number };

/**
 * Sets keys in a YAML text and leaves every other byte of it as it is, comments and spaces included: a value is
 * replaced where it stands, and a key that is missing is added behind the last one of its map.
 * @returns the text, or the path of a key that cannot be set: an alias or another kind of value stands there
 */
export function spliceYaml(text: string, trees: readonly Tree[]): { text: string } | { stuck: readonly string[] } {
  const splices: Splice[] = [];
  const { contents } = parseDocument(text);
  for (const tree of trees) {
    const stuck = isMap(contents) ? collect(contents, tree, [], text, splices) : [];
    if (stuck) return { stuck };
  }
  // From the end, so that places stay; of two at one place the inner one comes to stand first.
  splices.sort((a, b) => b.from - a.from || a.depth - b.depth);
  return { text: splices.reduce((all, { from, to, text: put }) => all.slice(0, from) + put + all.slice(to), text) };
}

function collect(map: YAMLMap, tree: Tree, path: readonly string[], text: string, splices: Splice[]): readonly string[] | null {
  const missing: Tree = {};
  for (const [key, value] of Object.entries(tree)) {
    const pair = map.items.find((one) => isScalar(one.key) && String(one.key.value) === key) as Pair<Node, Node | null> | undefined;
    if (!pair) {
      missing[key] = value;
      continue;
    }
    const stuck = set(pair, value, [...path, key], text, splices);
    if (stuck) return stuck;
  }
  if (Object.keys(missing).length > 0) splices.push(insertion(map, missing, path.length, text));
  return null;
}

function set(
  { key, value: node }: Pair<Node, Node | null>,
  value: unknown,
  path: readonly string[],
  text: string,
  splices: Splice[],
): readonly string[] | null {
  const depth = path.length;
  const isEmpty = node === null || (isScalar(node) && node.value === null);
  if (isTree(value) && isMap(node)) return collect(node, value, path, text, splices);
  if (isEmpty) {
    const colon = text.indexOf(":", key.range?.[1] ?? 0);
    splices.push({ from: colon + 1, to: colon + 1, text: ` ${flow(value)}`, depth });
    return null;
  }
  // A map for a number, or a number for a map, is for a person to decide.
  if (isTree(value) || !isScalar(node) || !node.range) return path;
  splices.push({ from: node.range[0], to: node.range[1], text: flow(value), depth });
  return null;
}

/** New keys behind the last one of a map, written as the map is. */
function insertion(map: YAMLMap, keys: Tree, depth: number, text: string): Splice {
  const last = map.items.at(-1) as Pair<Node, Node | null> | undefined;
  if (map.flow || !last) {
    const inside = Object.entries(keys).map(([key, value]) => `${key}: ${flow(value)}`);
    const close = text.lastIndexOf("}", (map.range?.[1] ?? 1) - 1);
    const end = last ? endOf(last) : close;
    return { from: end, to: last ? end : close, text: last ? `, ${inside.join(", ")}` : ` ${inside.join(", ")} `, depth };
  }
  const start = (map.items[0]?.key as Node | undefined)?.range?.[0] ?? 0;
  const indent = start - (text.lastIndexOf("\n", start - 1) + 1);
  const newline = text.indexOf("\n", Math.max(endOf(last) - 1, 0));
  const at = newline === -1 ? text.length : newline;
  return { from: at, to: at, text: `\n${blockLines(keys, indent).join("\n")}`, depth };
}

/** Where a pair's value ends, or its key where it has none. */
function endOf({ key, value }: Pair<Node, Node | null>): number {
  if (isMap(value) && !value.flow && value.items.length > 0) return endOf(value.items.at(-1) as Pair<Node, Node | null>);
  return value?.range?.[1] ?? key.range?.[1] ?? 0;
}

/** Keys on lines of their own; a map of plain values stays on one line, as people write counts. */
export function blockLines(tree: Tree, indent: number): string[] {
  const space = " ".repeat(indent);
  return Object.entries(tree).flatMap(([key, value]) =>
    isTree(value) && Object.values(value).some(isTree) ? [`${space}${key}:`, ...blockLines(value, indent + 2)] : [`${space}${key}: ${flow(value)}`],
  );
}

function flow(value: unknown): string {
  if (!isTree(value)) return stringify(value, { lineWidth: 0 }).trimEnd();
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${key}: ${flow(inner)}`)
    .join(", ")} }`;
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
