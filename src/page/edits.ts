import { isTree, type Tree } from "../notation/tree.ts";
import { type KeysSet, keySetter } from "../yaml/set-keys.ts";

/** Sets a key of a workload to a value. `path` is relative to the workload: `["output", "duration"]`. */
export type KeyEdit = { path: readonly string[]; value: unknown };

/** Identifies a workload by its manifest's path and its name. */
export type WorkloadId = { file: string; name: string };

/** The edits of a plan, by workload (`idOf`). The texts of the manifests are not changed. */
export type Edits = ReadonlyMap<string, WorkloadEdits>;
export type WorkloadEdits = WorkloadId & { keys: ReadonlyMap<string, KeyEdit> };

/** A workload's key in a map. */
export function idOf({ file, name }: WorkloadId): string {
  return JSON.stringify([file, name]);
}

/** Adds edits to earlier ones. For the same key, the later edit wins. */
export function withEdits(edits: Edits, { file, name }: WorkloadId, more: readonly KeyEdit[]): Edits {
  const id = idOf({ file, name });
  const keys = new Map(edits.get(id)?.keys);
  for (const edit of more) keys.set(JSON.stringify(edit.path), edit);
  return new Map(edits).set(id, { file, name, keys });
}

/** The keys of a workload's edits as a tree. */
export function editTree({ keys }: Pick<WorkloadEdits, "keys">): Tree {
  return [...keys.values()].reduce<Tree>((tree, { path, value }) => over(tree, nested(path, value)), {});
}

/** Merges two trees: maps are merged key by key, and for any other value the upper tree wins. */
export function over(lower: Tree, upper: Tree): Tree {
  const merged = new Map(Object.entries(lower));
  for (const [key, value] of Object.entries(upper)) {
    const below = merged.get(key);
    merged.set(key, isTree(below) && isTree(value) ? over(below, value) : value);
  }
  return Object.fromEntries(merged);
}

/**
 * The manifest's text with its edits. Every other byte stays as it is, including comments, order and spaces.
 * @param set sets keys in this text. Pass the same one for several edits, so that the text is parsed once.
 */
export function editedText(text: string, file: string, edits: Edits, set = keySetter(text)): KeysSet {
  const own = [...edits.values()].filter((one) => one.file === file && one.keys.size > 0);
  if (own.length === 0) return { text };
  return set(own.map((one) => ({ workloads: { [one.name]: editTree(one) } })));
}

function nested([key, ...rest]: readonly string[], value: unknown): Tree {
  if (key === undefined) throw new Error("A key that is set has a name.");
  return { [key]: rest.length === 0 ? value : nested(rest, value) };
}
