import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, resolve, sep } from "node:path";
import type { Reader } from "../gather.ts";

/**
 * Reads files of the working tree. Paths are relative to `cwd`.
 * @param inside folders that files named by a manifest must lie in, links followed
 * @throws the error of node:fs, except for a file that is not there
 */
export function diskReader(cwd: string, inside: readonly string[]): Reader {
  const roots = inside.map((folder) => real(resolve(cwd, folder)));
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
      const { glob } = await import(/* webpackMode: "eager" */ "tinyglobby");
      const found = await glob([...patterns], {
        cwd,
        dot: true,
        onlyFiles: true,
        expandDirectories: false,
        followSymbolicLinks: false,
        ignore: ["**/node_modules/**", "**/.git/**"],
      });
      return found.map((path) => path.replaceAll("\\", "/")).sort();
    },
    contains(path) {
      const target = real(resolve(cwd, path));
      return roots.some((root) => target === root || target.startsWith(root.endsWith(sep) ? root : root + sep));
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

/** A path with its links followed, as far as it exists. */
function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : resolve(real(parent), path.slice(parent.length).replace(/^[\\/]+/, ""));
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
