import type { LeverEdit } from "../budget/reason.ts";
import type { Gathered } from "../gather.ts";
import { type DeclaredWorkload, parseWorkload } from "../manifest/parse.ts";
import type { WorkloadKeys } from "../manifest/schema.ts";
import { isTree, treeAt, withValue } from "../notation/tree.ts";

/** A workload with edited keys. `keys`: all of its keys after the edits. `tops`: the top-level keys that the edits change. */
export type EditedWorkload = { file: string; name: string; tops: ReadonlySet<string>; keys: WorkloadKeys };

/**
 * The workloads that edits name, read as if the edits were in their files, with the files' defaults.
 * @returns null if an edited workload cannot be read
 */
export function editedWorkloads(side: Gathered, edits: readonly LeverEdit[]): EditedWorkload[] | null {
  const found: EditedWorkload[] = [];
  for (const { file, workload: name } of new Map(edits.map((edit) => [`${edit.file}\n${edit.workload}`, edit])).values()) {
    const tree = side.files.get(file)?.value;
    const own = treeAt(treeAt(tree, "workloads"), name);
    const ownEdits = edits.filter((edit) => edit.file === file && edit.workload === name);
    const written = ownEdits.reduce((all, { path, to }) => withValue(all, path.split("."), to), own);
    const { keys } = parseWorkload({ file, name, own: written, defaults: isTree(tree) ? tree["defaults"] : undefined });
    if (!keys) return null;
    found.push({ file, name, keys, tops: new Set(ownEdits.map(({ path }) => path.split(".")[0] as string)) });
  }
  return found;
}

/**
 * A side with workloads edited in memory. Only the top-level keys that the edits change are taken, so that everything else stays as it
 * is, including what the base branch's settings decide. A contract price is dropped if the provider or the model changes, unless the
 * edited workload has one.
 */
export function withEdited(side: Gathered, edited: readonly EditedWorkload[]): Gathered {
  const after = (one: DeclaredWorkload): DeclaredWorkload => {
    const edit = edited.find(({ file, name }) => file === one.file && name === one.name);
    return edit ? afterEdit(one, edit) : one;
  };
  return { ...side, manifests: side.manifests.map((manifest) => ({ ...manifest, workloads: manifest.workloads.map(after) })) };
}

/** One workload after an edit, as in `withEdited`. */
export function afterEdit(one: DeclaredWorkload, edit: EditedWorkload): DeclaredWorkload {
  if (!one.keys) return one;
  const taken = Object.entries(edit.keys).filter(([key]) => edit.tops.has(key));
  const { price, ...rest } = one.keys;
  const isOther = edit.tops.has("provider") || edit.tops.has("model");
  const kept = isOther ? edit.keys.price : price;
  return { ...one, keys: { ...rest, ...(kept && { price: kept }), ...Object.fromEntries(taken) } };
}
