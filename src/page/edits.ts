import { isTree, type Tree } from "../notation/tree.ts";
import { type KeysSet, keySetter } from "../yaml/set-keys.ts";

/** A key of a workload set to another value. `path` is relative to the workload: `output`, `duration`. */
export type KeyEdit = { path: readonly string[]; value: unknown };

/** A workload, by its manifest and name. */
export type WorkloadId = { file: string; name: string };

/** What is edited of a plan: by workload (`idOf`), its keys by path. The texts themselves are as they were. */
export type Edits = ReadonlyMap<string, WorkloadEdits>;
export type WorkloadEdits = WorkloadId & { keys: ReadonlyMap<string, KeyEdit> };

/** One text for a workload, to be the key of a map. */
export function idOf({ file, name }: WorkloadId): string {
  return JSON.stringify([file, name]);
}

/** Further edits over earlier ones; of one key the later counts. */
export function withEdits(edits: Edits, { file, name }: WorkloadId, more: readonly KeyEdit[]): Edits {
  const id = idOf({ file, name });
  const keys = new Map(edits.get(id)?.keys);
  for (const edit of more) keys.set(JSON.stringify(edit.path), edit);
  return new Map(edits).set(id, { file, name, keys });
}

/** The tree of keys that edits set. */
export function editTree({ keys }: Pick<WorkloadEdits, "keys">): Tree {
  return [...keys.values()].reduce<Tree>((tree, { path, value }) => over(tree, nested(path, value)), {});
}

/** A tree over another one: maps are merged, of all else the upper wins. */
export function over(lower: Tree, upper: Tree): Tree {
  const merged = new Map(Object.entries(lower));
  for (const [key, value] of Object.entries(upper)) {
    const below = merged.get(key);
    merged.set(key, isTree(below) && isTree(value) ? over(below, value) : value);
  }
  return Object.fromEntries(merged);
}

/**
 * The manifest's text with its edits, and every other byte as it was: comments, order and spaces stay.
 * @param set sets keys of the text: the same for many edits, so that it is parsed once
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
