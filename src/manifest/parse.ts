import type { Problem } from "../problem.ts";
import { issuesToProblems } from "../yaml/issue.ts";
import { readYaml, type YamlFile } from "../yaml/read.ts";
import { merge } from "./merge.ts";
import { brokenRules } from "./rules.ts";
import { manifestSettings, type Settings, WORKLOAD_NAME, type WorkloadKeys, workloadKeys } from "./schema.ts";

/** One manifest: its settings, and its workloads in file order. */
export type ManifestFile = {
  file: string;
  settings: Settings;
  workloads: readonly DeclaredWorkload[];
  problems: readonly Problem[];
  yaml: YamlFile;
};

/** A workload as declared. `keys` is null where it has a problem: it is listed, and never priced. */
export type DeclaredWorkload = { file: string; name: string; keys: WorkloadKeys | null };

type Tree = Record<string, unknown>;

/**
 * Reads a manifest. Every problem is reported; a setting or a workload with a problem does not stop
 * the others: the setting falls back to its default, the workload has `keys: null`.
 * @param file its path, as problems name it
 */
export function parseManifest(file: string, bytes: Uint8Array): ManifestFile {
  const yaml = readYaml(file, bytes);
  if (yaml.problems.length > 0) return { file, settings: fallback({}), workloads: [], problems: yaml.problems, yaml };
  if (!isTree(yaml.value)) {
    const problem: Problem = { code: "not-a-map", severity: "error", file, path: [], args: { empty: yaml.value === null || yaml.value === undefined } };
    return { file, settings: fallback({}), workloads: [], problems: [problem], yaml };
  }
  const { settings, problems } = parseSettings(file, yaml.value);
  const workloads = parseWorkloads(file, yaml.value, settings);
  return { file, settings, workloads: workloads.declared, problems: distinct([...problems, ...workloads.problems]), yaml };
}

/** zod compiles a schema on first use, which pays from some hundred workloads on and delays a smaller file. */
const COMPILE_FROM = 500;
const INTERPRET = { jitless: true } as const;

function parseSettings(file: string, tree: Tree): { settings: Settings; problems: Problem[] } {
  const result = manifestSettings.safeParse(tree, INTERPRET);
  if (result.success) return { settings: result.data, problems: [] };
  const problems = issuesToProblems(result.error.issues, manifestSettings, tree, file, []);
  const broken = new Set(problems.map((problem) => problem.path[0]));
  return { settings: fallback(Object.fromEntries(Object.entries(tree).filter(([key]) => !broken.has(key)))), problems };
}

function fallback(sound: Tree): Settings {
  return manifestSettings.parse({ ...sound, version: 1 }, INTERPRET);
}

function parseWorkloads(file: string, tree: Tree, settings: Settings): { declared: DeclaredWorkload[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const { defaults, workloads } = tree;
  if (defaults !== undefined) {
    const result = workloadKeys.partial().safeParse(defaults, INTERPRET);
    if (!result.success) problems.push(...issuesToProblems(result.error.issues, workloadKeys, defaults, file, ["defaults"]));
  }
  if (workloads === undefined) {
    if (settings.include.length === 0 && tree["include"] === undefined) problems.push({ code: "no-workloads", severity: "error", file, path: [], args: {} });
    return { declared: [], problems };
  }
  if (!isTree(workloads)) {
    problems.push({
      code: "wrong-value",
      severity: "error",
      file,
      path: ["workloads"],
      args: { value: Array.isArray(workloads) ? "a list" : String(workloads), expected: "map" },
    });
    return { declared: [], problems };
  }
  const names = Object.keys(workloads);
  const context = names.length < COMPILE_FROM ? INTERPRET : {};
  const declared = names.map((name): DeclaredWorkload => {
    const found = parseWorkload(file, name, workloads[name], defaults, context);
    problems.push(...found.problems);
    return { file, name, keys: found.keys };
  });
  return { declared, problems };
}

function parseWorkload(
  file: string,
  name: string,
  own: unknown,
  defaults: unknown,
  context: { jitless?: true },
): { keys: WorkloadKeys | null; problems: Problem[] } {
  const at = ["workloads", name];
  if (!WORKLOAD_NAME.test(name)) {
    return { keys: null, problems: [{ code: "wrong-value", severity: "error", file, path: at, at: "key", args: { value: name, expected: "workload-name" } }] };
  }
  if (!isTree(own)) {
    return {
      keys: null,
      problems: [{ code: "wrong-value", severity: "error", file, path: at, args: { value: own === null ? null : String(own), expected: "map" } }],
    };
  }
  const merged = merge(defaults, own);
  const result = workloadKeys.safeParse(merged, context);
  const problems = result.success
    ? brokenRules(result.data).map(({ code, path, args }): Problem => ({ code, severity: "error", file, path: [...at, ...path], args }))
    : issuesToProblems(result.error.issues, workloadKeys, merged, file, at);
  return {
    keys: result.success && problems.length === 0 ? result.data : null,
    problems: problems.map((problem) => ({ ...problem, path: declaredPath(problem.path, own, defaults) })),
  };
}

/** A key that a workload inherits stands in `defaults`, and that is where it must be changed. */
function declaredPath(path: Problem["path"], own: Tree, defaults: unknown): Problem["path"] {
  const inner = path.slice(2);
  return inner.length > 0 && !has(own, inner) && has(defaults, inner) ? ["defaults", ...inner] : path;
}

function has(tree: unknown, path: Problem["path"]): boolean {
  let found = tree;
  for (const key of path) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, key)) return false;
    found = (found as Tree)[key];
  }
  return true;
}

/** Ten workloads that inherit one wrong default are one problem. */
function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [`${problem.code} ${JSON.stringify(problem.path)}`, problem])).values()];
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
