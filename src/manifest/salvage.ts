import { isTree, type Tree } from "../notation/tree.ts";
import { manifestSettings, type Settings } from "./schema.ts";

type Path = readonly (string | number)[];

/** The most rounds. Each removes keys that the one before made invalid: first the limit of a scope, then the scope without a limit. */
const MOST_ROUNDS = 20;

/**
 * The settings of a manifest with errors. Only the invalid keys are removed, so that the other keys apply:
 * `{ monthly: 100, montly: 5 }` keeps the 100. A scope whose limit is not an amount is removed as a whole.
 * @param written the manifest as a tree; anything else has the default settings
 */
export function settingsOf(written: unknown): Settings {
  let tree: Tree = isTree(written) ? { ...written, version: 1 } : { version: 1 };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const result = manifestSettings.safeParse(tree, { jitless: true });
    if (result.success) return result.data;
    tree = without(
      tree,
      result.error.issues.flatMap((issue): Path[] => {
        const at = issue.path as Path;
        return issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...at, key]) : [at];
      }),
    );
  }
  return manifestSettings.parse({ version: 1 }, { jitless: true });
}

/** A copy of a tree without the values at some paths. If a path does not exist, its nearest existing parent is removed. */
export function without(tree: Tree, paths: readonly Path[]): Tree {
  const copy = structuredClone({ ...tree, workloads: undefined, defaults: undefined });
  // The last item of a list is removed first, so that the others keep their indexes.
  for (const path of [...paths].sort((a, b) => Number(b.at(-1)) - Number(a.at(-1)) || 0)) remove(copy, path);
  const { workloads: _, defaults: __, ...settings } = copy;
  return { ...settings, ...("workloads" in tree && { workloads: tree["workloads"] }), ...("defaults" in tree && { defaults: tree["defaults"] }) };
}

function remove(from: unknown, path: Path): void {
  let last = path.length - 1;
  for (; last >= 0; last--) {
    const holder = path.slice(0, last).reduce((found: unknown, key) => (isObject(found) && Object.hasOwn(found, key) ? found[key] : undefined), from);
    const key = path[last] as string;
    if (!isObject(holder) || !Object.hasOwn(holder, key)) continue;
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
    return;
  }
}

function isObject(value: unknown): value is Record<string | number, unknown> {
  return typeof value === "object" && value !== null;
}
