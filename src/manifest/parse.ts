import { nearest } from "../notation/nearest.ts";
import { isTree, type Tree } from "../notation/tree.ts";
import type { Arg, Problem } from "../problem.ts";
import { issuesToProblems } from "../yaml/issue.ts";
import { readYaml, type YamlFile } from "../yaml/read.ts";
import { limitsAnything } from "./limits.ts";
import { merge } from "./merge.ts";
import { INTERPRET, readKeys } from "./read-keys.ts";
import { brokenRules } from "./rules.ts";
import { settingsOf, without } from "./salvage.ts";
import { manifestSettings, type Settings, WORKLOAD_NAME, type WorkloadKeys, workloadKeys } from "./schema.ts";

/** One manifest: its settings, and its workloads in file order. */
export type ManifestFile = {
  file: string;
  settings: Settings;
  /** Whether every stated limit could be read. If not, `settings.budget` has only the readable ones. */
  limitsRead: boolean;
  workloads: readonly DeclaredWorkload[];
  problems: readonly Problem[];
  yaml: YamlFile;
};

/** A workload as declared. `keys` is null if it has a problem: it is listed, and never priced. */
export type DeclaredWorkload = { file: string; name: string; keys: WorkloadKeys | null };

/**
 * Reads a manifest and reports every problem. A setting or a workload with a problem does not stop the others: the valid
 * settings apply, and only this workload has `keys: null`.
 * @param file its path, as problems name it
 */
export function parseManifest(file: string, bytes: Uint8Array): ManifestFile {
  const yaml = readYaml(file, bytes);
  const unread = (problems: readonly Problem[]): ManifestFile => ({
    file,
    settings: settingsOf(undefined),
    limitsRead: false,
    workloads: [],
    problems,
    yaml,
  });
  if (yaml.problems.some(({ code }) => code !== "duplicate-key")) return unread(yaml.problems);
  if (!isTree(yaml.value)) {
    return unread([{ code: "not-a-map", severity: "error", file, path: [], args: { empty: yaml.value === null || yaml.value === undefined } }]);
  }
  const twice = yaml.problems.map(({ path }) => path);
  const { settings, limitsRead, problems } = parseSettings(file, yaml.value, twice);
  const workloads = parseWorkloads(file, yaml.value, settings, twice);
  return { file, settings, limitsRead, workloads: workloads.declared, problems: distinct([...yaml.problems, ...problems, ...workloads.problems]), yaml };
}

/** @param twice paths of keys that are defined twice. Neither of the two values counts */
function parseSettings(file: string, tree: Tree, twice: readonly Problem["path"][]): { settings: Settings; limitsRead: boolean; problems: Problem[] } {
  const own = without(tree, twice);
  const result = manifestSettings.safeParse(own, INTERPRET);
  const problems = result.success ? [] : withoutIndentation(issuesToProblems(result.error.issues, { schema: manifestSettings, value: own, file, at: [] }), own);
  const settings = result.success ? result.data : settingsOf(own);
  return {
    settings,
    limitsRead: areLimitsRead(settings, [...problems, ...twice.map((path) => ({ code: "duplicate-key" as const, path, args: {} }))]),
    problems,
  };
}

/** If `workloads:` is empty, the first unknown key that contains a map is probably its first workload, indented one level too little. */
function withoutIndentation(problems: readonly Problem[], tree: Tree): Problem[] {
  const unknown = problems.filter(({ code, path }) => code === "unknown-key" && path.length === 1 && isTree(tree[String(path[0])]));
  const [first] = tree["workloads"] === null ? unknown : [];
  if (!first) return [...problems];
  const key = String(first.path[0]);
  const others = problems.filter((problem) => !unknown.includes(problem));
  return [...others, { ...first, code: "not-indented", args: { key, under: "workloads" } }];
}

/**
 * Whether no problem removes a limit. An unknown key may be a misspelled limit. But `montly: 5` beside a valid `monthly`
 * removes none.
 */
function areLimitsRead({ budget }: Settings, problems: readonly Pick<Problem, "code" | "path" | "args">[]): boolean {
  const hasLimit = limitsAnything(budget);
  return problems.every(({ code, path, args }) => {
    const meant = path[0] === "budget" || (path.length === 1 && (args["nearest"] === "budget" || args["inside"] === "budget"));
    return !meant || (code === "unknown-key" && hasLimit);
  });
}

function parseWorkloads(
  file: string,
  tree: Tree,
  settings: Settings,
  twice: readonly Problem["path"][],
): { declared: DeclaredWorkload[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const { defaults, workloads } = tree;
  if (defaults !== undefined) {
    const result = workloadKeys.partial().safeParse(defaults, INTERPRET);
    if (!result.success) problems.push(...issuesToProblems(result.error.issues, { schema: workloadKeys, value: defaults, file, at: ["defaults"] }));
  }
  if (workloads === undefined) {
    const misspelt = Object.keys(tree).some((key) => nearest(key, ["workloads"]) !== null);
    if (!misspelt && settings.include.length === 0 && tree["include"] === undefined)
      problems.push({ code: "no-workloads", severity: "error", file, path: [], args: {} });
    return { declared: [], problems };
  }
  if (!isTree(workloads)) {
    const isOutside = workloads === null && Object.keys(tree).some((key) => !Object.hasOwn(manifestSettings.shape, key) && isTree(tree[key]));
    if (!isOutside)
      problems.push({
        code: "wrong-value",
        severity: "error",
        file,
        path: ["workloads"],
        args: { value: Array.isArray(workloads) ? "a list" : (workloads as Arg), expected: "map" },
      });
    return { declared: [], problems };
  }
  // If `workloads` is defined twice, only one of the two is in the tree, and it is unknown which was meant.
  if (twice.some((path) => path.length === 1 && path[0] === "workloads")) return { declared: [], problems };
  const ambiguous = new Set(twice.flatMap(([top, name]) => (top === "workloads" && name !== undefined ? [String(name)] : [])));
  const isAmbiguous = twice.some(([top]) => top === "defaults");
  const outside = notIndented(workloads);
  if (outside) problems.push({ code: "not-indented", severity: "error", file, path: ["workloads", outside.key], at: "key", args: outside });
  const names = Object.keys(workloads).filter((name) => !outside || !Object.hasOwn(workloadKeys.shape, name));
  const declared = names.map((name): DeclaredWorkload => {
    if (name === outside?.under) return { file, name, keys: null };
    const found = parseWorkload({ file, name, own: workloads[name], defaults });
    problems.push(...found.problems);
    return { file, name, keys: isAmbiguous || ambiguous.has(name) ? null : found.keys };
  });
  return { declared, problems };
}

/** Finds a workload whose keys are not indented: it is empty, and at least two workload keys are in the place of names. */
function notIndented(workloads: Tree): { key: string; under: string } | null {
  const names = Object.keys(workloads);
  const under = names.find((name) => workloads[name] === null && !Object.hasOwn(workloadKeys.shape, name));
  const [key, second] = names.filter((name) => Object.hasOwn(workloadKeys.shape, name));
  return under !== undefined && key !== undefined && second !== undefined ? { key, under } : null;
}

/** A workload as the file has it, before validation. `defaults`: those of the same file. */
export type UnreadWorkload = { file: string; name: string; own: unknown; defaults: unknown };

/** Reads one workload of a manifest; `keys` is null if it has a problem. */
export function parseWorkload({ file, name, own, defaults }: UnreadWorkload): { keys: WorkloadKeys | null; problems: Problem[] } {
  const at = ["workloads", name];
  if (!WORKLOAD_NAME.test(name)) {
    return { keys: null, problems: [{ code: "wrong-value", severity: "error", file, path: at, at: "key", args: { value: name, expected: "workload-name" } }] };
  }
  if (!isTree(own)) {
    return {
      keys: null,
      problems: [{ code: "wrong-value", severity: "error", file, path: at, args: { value: Array.isArray(own) ? "a list" : (own as Arg), expected: "map" } }],
    };
  }
  const merged = merge(defaults, own);
  const keys = readKeys(merged);
  const problems = keys
    ? brokenRules(keys).map(({ code, path, args }): Problem => ({ code, severity: "error", file, path: [...at, ...path], args }))
    : issuesToProblems(workloadKeys.safeParse(merged, INTERPRET).error?.issues ?? [], { schema: workloadKeys, value: merged, file, at });
  return {
    keys: problems.length === 0 ? keys : null,
    problems: problems.map((problem) => ({ ...problem, path: declaredPath(problem.path, own, defaults) })),
  };
}

/**
 * A manifest with one workload changed. The other workloads keep their key objects.
 * @returns null if the manifest has a problem or would get one. A problem may concern other workloads, so the whole text must be read
 */
export function redeclared(manifest: ManifestFile, name: string, own: unknown): ManifestFile | null {
  const { file, yaml, problems } = manifest;
  const defaults = isTree(yaml.value) ? yaml.value["defaults"] : undefined;
  const found = parseWorkload({ file, name, own, defaults });
  if (problems.length > 0 || found.problems.length > 0) return null;
  return { ...manifest, workloads: manifest.workloads.map((one) => (one.name === name ? { ...one, keys: found.keys } : one)) };
}

/** A key that a workload inherits is in `defaults`, and that is where it must be changed. */
function declaredPath(path: Problem["path"], own: Tree, defaults: unknown): Problem["path"] {
  const inner = path.slice(2);
  return inner.length > 0 && !has(own, inner) && has(defaults, inner) ? ["defaults", ...inner] : path;
}

function has(tree: unknown, path: Problem["path"]): boolean {
  let found = tree;
  for (const key of path) {
    if (!isTree(found) || !Object.hasOwn(found, String(key))) return false;
    found = found[key];
  }
  return true;
}

/** Ten workloads that inherit one wrong default are one problem. */
function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [`${problem.code} ${JSON.stringify(problem.path)}`, problem])).values()];
}
