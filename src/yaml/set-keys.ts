import { isMap, isScalar, type Node, type Pair, parseDocument, type YAMLMap } from "yaml";
import { isTree, type Tree } from "../notation/tree.ts";
import { appendKeys, type Splice, spliced } from "./edit.ts";
import { readYaml } from "./read.ts";
import { blockLines, flowEntries, flowText } from "./tree.ts";

type Path = readonly string[];

/** A text, and the edits collected so far. */
type Draft = { text: string; splices: Splice[] };

/** The text with keys set, or the path of a key that cannot be set because its value is an alias or of another kind. */
export type KeysSet = { text: string } | { stuck: Path };

/**
 * Sets keys in a YAML text and leaves every other byte as it is, comments and spaces included. A value is replaced in
 * place, and a missing key is added after the last one of its map. The result is parsed again, to check that it has
 * the wanted values.
 */
export function setKeys(text: string, trees: readonly Tree[]): KeysSet {
  return keySetter(text)(trees);
}

/** Like `setKeys`, for several edits of one text, which is parsed once. */
export function keySetter(text: string): (trees: readonly Tree[]) => KeysSet {
  const { contents } = parseDocument(text);
  return (trees) => {
    const draft: Draft = { text, splices: [] };
    for (const tree of trees) {
      const stuck = isMap(contents) ? collect(contents, tree, [], draft) : [];
      if (stuck) return { stuck };
    }
    const edited = spliced(text, draft.splices);
    const { value } = readYaml("", new TextEncoder().encode(edited));
    for (const tree of trees) {
      const stuck = unsaid(value, tree, []);
      if (stuck) return { stuck };
    }
    return { text: edited };
  };
}

/** The path of the first key whose value is not the meant one; null if there is none. */
function unsaid(value: unknown, meant: unknown, path: Path): Path | null {
  if (!isTree(meant)) return JSON.stringify(value) === JSON.stringify(meant) ? null : path;
  if (!isTree(value)) return path;
  for (const [key, inner] of Object.entries(meant)) {
    const at = unsaid(value[key], inner, [...path, key]);
    if (at) return at;
  }
  return null;
}

function collect(map: YAMLMap, tree: Tree, path: Path, draft: Draft): Path | null {
  const missing: Tree = {};
  for (const [key, value] of Object.entries(tree)) {
    const pair = map.items.find((one) => isScalar(one.key) && String(one.key.value) === key) as Pair<Node, Node | null> | undefined;
    if (!pair) {
      missing[key] = value;
      continue;
    }
    const stuck = set(pair, value, [...path, key], draft);
    if (stuck) return stuck;
  }
  if (Object.keys(missing).length === 0) return null;
  draft.splices.push({ ...appendKeys(draft.text, map, (columns) => blockLines(missing, columns), flowEntries(missing)), depth: path.length });
  return null;
}

function set({ key, value: node }: Pair<Node, Node | null>, value: unknown, path: Path, { text, splices }: Draft): Path | null {
  const depth = path.length;
  const isEmpty = node === null || (isScalar(node) && node.value === null);
  if (isTree(value) && isMap(node)) return collect(node, value, path, { text, splices });
  if (isEmpty) {
    const colon = text.indexOf(":", key.range?.[1] ?? 0);
    splices.push({ from: colon + 1, to: colon + 1, text: ` ${flowText(value)}`, depth });
    return null;
  }
  // A person must decide whether a map may replace a number, or a number a map.
  if (isTree(value) || !isScalar(node) || !node.range) return path;
  // A text in double quotes keeps them, because a manifest may be JSON.
  const put = typeof value === "string" && node.type === "QUOTE_DOUBLE" ? JSON.stringify(value) : flowText(value);
  splices.push({ from: node.range[0], to: node.range[1], text: put, depth });
  return null;
}
