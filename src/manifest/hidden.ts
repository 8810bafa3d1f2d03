import type { Problem, ProblemCode } from "../problem.ts";

/** Problems of a whole file: nothing that it declares is known. */
const WHOLE_FILE: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  "file-missing",
  "file-too-large",
  "not-utf8",
  "yaml-syntax",
  "too-many-aliases",
  "not-a-map",
  "no-workloads",
  "not-indented",
  "outside-repository",
  "tree-truncated",
  "too-many-files",
]);

/** Keys of a manifest that contain workloads, or files that declare some. */
const WORKLOAD_SECTIONS: readonly unknown[] = ["workloads", "include"];

/**
 * Whether a problem of a manifest hides workloads, so that the report cannot list them: the file could not be read, its
 * `workloads` or `include` has the wrong type, or one of these two keys is misspelled.
 * A missing price file hides a price, but no workload.
 */
export function hidesWorkloads({ code, path, args }: Problem): boolean {
  const [top] = path;
  if (top === "prices") return false;
  if (WHOLE_FILE.has(code) || top === "include") return code !== "include-matches-nothing" && code !== "include-cycle";
  if (path.length !== 1) return false;
  return WORKLOAD_SECTIONS.includes(top) || (code === "unknown-key" && WORKLOAD_SECTIONS.includes(args["nearest"]));
}
