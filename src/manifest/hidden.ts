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

/** Keys of a manifest under which workloads stand, or files that declare some. */
const HOLDING: readonly unknown[] = ["workloads", "include"];

/**
 * Whether a problem of a manifest hides workloads that nothing else of the report lists: the file could not
 * be read, its `workloads` or `include` are no such thing, or are there under a name that is nearly theirs.
 * A price file that is missing hides a price, and no workload.
 */
export function hidesWorkloads({ code, path, args }: Problem): boolean {
  const [top] = path;
  if (top === "prices") return false;
  if (UNREAD.has(code) || top === "include") return code !== "include-matches-nothing" && code !== "include-cycle";
  if (path.length !== 1) return false;
  return HOLDING.includes(top) || (code === "unknown-key" && HOLDING.includes(args["nearest"]));
}
