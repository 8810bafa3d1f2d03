import { type Dirent, existsSync, readdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import type { Reader } from "../gather.ts";
import { globOf, globRoot } from "../notation/glob.ts";
import { LinkError } from "../notation/link-target.ts";

/**
 * Reads files of the working tree. Paths are relative to `cwd`.
 * @param inside the folders in which files named by a manifest must be after links are followed
 * @throws an error of node:fs, except for a missing file
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
      if (isCircle(at)) throw new LinkError(path, linkTarget(at), "circle");
      const target = real(at);
      if (!isInside(target)) throw new LinkError(path, linkTarget(at), "outside");
      return relative(from, target).replaceAll(sep, "/");
    },
    contains: (path) => isInside(resolve(from, path)) || isInside(real(resolve(cwd, path))),
  };
}

/** The root of the git repository that contains a folder, or the folder itself if there is none. */
export function repositoryOf(folder: string): string {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(resolve(at, ".git"))) return at;
    if (dirname(at) === at) return resolve(folder);
  }
}

/** The files that match a pattern. Only folders that can contain a match are entered. A link to a folder is not followed. */
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

/** The target that a link names. For a file below a linked folder, the path that it leads to. */
function linkTarget(path: string): string {
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

/** A path with its links followed. Parts that do not exist stay as they are. */
function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : resolve(real(parent), path.slice(parent.length).replace(/^[\\/]+/, ""));
  }
}

/** Error codes that mean that no file has a name: nothing has it, a folder has it, or no file can have it. */
const MISSING = new Set<unknown>(["ENOENT", "ENOTDIR", "EISDIR", "ENAMETOOLONG", "ERR_INVALID_ARG_VALUE"]);

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && MISSING.has(error.code);
}
