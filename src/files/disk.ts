import { type Dirent, existsSync, readdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import type { Reader } from "../gather.ts";
import { globOf, globRoot } from "../notation/glob.ts";
import { LinkError } from "../notation/link-target.ts";

/**
 * Reads files of the working tree. Paths are relative to `cwd`.
 * @param inside folders that files named by a manifest must lie in, links followed
 * @throws the error of node:fs, except for a file that is not there
 */
export function diskReader(cwd: string, inside: readonly string[]): Reader {
  const roots = inside.map((folder) => real(resolve(cwd, folder)));
  const from = real(resolve(cwd));
  const isInside = (target: string): boolean => roots.some((root) => target === root || target.startsWith(root.endsWith(sep) ? root : root + sep));
  return {
    async read(path) {
      try {
        // Reads synchronously: a run reads few files, and starting a thread for them takes longer.
        return readFileSync(resolve(cwd, path));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    async glob(patterns) {
      return [...new Set(patterns.flatMap((pattern) => filesThatMatch(pattern, cwd)))].sort();
    },
    async follow(path) {
      const at = resolve(cwd, path);
      if (isCircle(at)) throw new LinkError(path, heldBy(at), "circle");
      const target = real(at);
      if (!isInside(target)) throw new LinkError(path, heldBy(at), "outside");
      return relative(from, target).replaceAll(sep, "/");
    },
    contains: (path) => isInside(resolve(from, path)) || isInside(real(resolve(cwd, path))),
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

/** A missing folder has no entries. An unreadable one is an error, because it may contain workloads. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** What a link holds; of a file below a link to a folder, where it leads. */
function heldBy(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return real(path);
  }
}

function isCircle(path: string): boolean {
  try {
    return realpathSync(path) === "";
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ELOOP";
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

/** What the system says of a name that no file has: none is there, a folder is, or no file could be called so. */
const MISSING = new Set<unknown>(["ENOENT", "ENOTDIR", "EISDIR", "ENAMETOOLONG", "ERR_INVALID_ARG_VALUE"]);

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && MISSING.has(error.code);
}
