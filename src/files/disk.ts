import { type Dirent, existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { dirname, resolve, sep } from "node:path";
import type { Reader } from "../gather.ts";
import { globOf, globRoot } from "../notation/glob.ts";

/**
 * Reads files of the working tree. Paths are relative to `cwd`.
 * @param inside folders that files named by a manifest must lie in, links followed
 * @throws the error of node:fs, except for a file that is not there
 */
export function diskReader(cwd: string, inside: readonly string[]): Reader {
  const roots = inside.flatMap((folder) => real(resolve(cwd, folder)) ?? []);
  return {
    async read(path) {
      try {
        // At once: a run reads few files, and a thread to read them takes longer to start.
        return readFileSync(resolve(cwd, path));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    async glob(patterns) {
      return [...new Set(patterns.flatMap((pattern) => filesThatMatch(pattern, cwd)))].sort();
    },
    async contains(path) {
      const target = real(resolve(cwd, path));
      return target !== null && roots.some((root) => target === root || target.startsWith(root.endsWith(sep) ? root : root + sep));
    },
  };
}

/** The folder of the git repository that a folder lies in, or the folder itself outside of one. */
export function repositoryOf(folder: string): string {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(resolve(at, ".git"))) return at;
    if (dirname(at) === at) return resolve(folder);
  }
}

/** Files below the folder that a pattern begins in, entering only folders that it reaches. A link to a folder is not followed. */
function filesThatMatch(pattern: string, cwd: string): string[] {
  const glob = globOf([pattern]);
  const found: string[] = [];
  const folders = [globRoot(pattern)];
  for (const folder of folders) {
    for (const entry of entriesOf(resolve(cwd, folder))) {
      const path = folder === "" || folder.endsWith("/") ? folder + entry.name : `${folder}/${entry.name}`;
      if (!entry.isDirectory()) {
        if (glob.matches(path)) found.push(path);
      } else if (glob.reaches(path)) folders.push(path);
    }
  }
  return found;
}

/** Nothing of a folder that is not there; one that may not be read is an error, for it may hold workloads. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** A path with its links followed, as far as it exists; null where they lead round in a circle. */
function real(path: string): string | null {
  try {
    return realpathSync(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ELOOP") return null;
    const parent = dirname(path);
    const above = parent === path ? path : real(parent);
    return above === null || parent === path ? above : resolve(above, path.slice(parent.length).replace(/^[\\/]+/, ""));
  }
}

/** What the system says of a name that no file has: none is there, a folder is, or no file could be called so. */
const MISSING = new Set<unknown>(["ENOENT", "ENOTDIR", "EISDIR", "ENAMETOOLONG", "ERR_INVALID_ARG_VALUE"]);

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && MISSING.has(error.code);
}
