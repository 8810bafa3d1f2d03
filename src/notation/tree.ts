/** A map of a YAML or JSON text whose values have not been checked yet. */
export type Tree = { [key: string]: unknown };

export function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The map at a key of a value; an empty map if there is none. */
export function treeAt(value: unknown, key: string): Tree {
  const found = isTree(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return isTree(found) ? found : {};
}

/** A copy of a tree with a value at a path. Missing maps on the way are added. The given tree is not changed. */
export function withValue(tree: Tree, [key = "", ...rest]: readonly string[], value: unknown): Tree {
  return { ...tree, [key]: rest.length === 0 ? value : withValue(treeAt(tree, key), rest, value) };
}
