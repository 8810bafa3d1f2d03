import type { Problem, ProblemCode } from "../problem.ts";

/** Problems of a file as a whole: nothing of what it declares is known. */
const UNREAD: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
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
const HOLDING: readonly unknown[] = ["workloads", "include"];

/**
 * Whether a problem of a manifest hides workloads that nothing else of the report lists: the file could not
 * be read, its `workloads` or `include` have the wrong type, or a misspelled key stands for one of them.
 * A missing price file hides a price, but no workload.
 */
export function hidesWorkloads({ code, path, args }: Problem): boolean {
  const [top] = path;
  if (top === "prices") return false;
  if (UNREAD.has(code) || top === "include") return code !== "include-matches-nothing" && code !== "include-cycle";
  if (path.length !== 1) return false;
  return HOLDING.includes(top) || (code === "unknown-key" && HOLDING.includes(args["nearest"]));
}
