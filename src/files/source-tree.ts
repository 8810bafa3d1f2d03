import { execFileSync } from "node:child_process";
import { closeSync, constants, fstatSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** A file of a scanned folder. `bytes` reads it, and gives null if that fails. */
export type TreeFile = { path: string; bytes: () => Uint8Array | null };

/** Folders without files of the repository's own. */
const CLOSED = new Set([".git", "node_modules", ".hg", ".svn"]);

/**
 * The files of folders, and single files. In a git repository, git lists a folder, so that files in `.gitignore` are left out.
 * @param root the folder that all paths are relative to
 * @throws an error of node:fs if a path is missing
 */
export function sourceTree(paths: readonly string[], root: string): TreeFile[] {
  const found = new Map<string, TreeFile>();
  for (const path of paths) {
    const full = join(root, path);
    const names = statSync(full).isDirectory() ? (listedByGit(full) ?? walked(full)) : [full];
    for (const name of names) {
      const own = relative(root, name).split(sep).join("/");
      found.set(own, { path: own, bytes: () => fileBytes(name) });
    }
  }
  return [...found.values()].sort((first, second) => (first.path < second.path ? -1 : 1));
}

function listedByGit(folder: string): string[] | null {
  try {
    const options = { cwd: folder, maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] as ("ignore" | "pipe")[] };
    const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"], options).toString("utf8");
    const names = listed.split("\0").filter((name) => name !== "");
    return names.length > 0 ? names.map((name) => join(folder, name)) : null;
  } catch {
    return null;
  }
}

function walked(folder: string): string[] {
  const found: string[] = [];
  const open = [folder];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const entry of readdirSync(next, { withFileTypes: true })) {
      const name = `${next}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!CLOSED.has(entry.name)) open.push(name);
      } else if (entry.isFile()) found.push(name);
    }
  }
  return found;
}

/** A link is not followed, and a pipe is opened without waiting for a writer. Windows has neither flag. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

function isLink(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ELOOP";
}

let buffer = Buffer.allocUnsafe(1 << 20);

/**
 * Reads a file into a shared buffer with three system calls. The caller must copy what it keeps. Null if the file cannot be read.
 * A link counts as an empty file: its target is read under its own name, or is not part of the repository.
 */
export function fileBytes(path: string): Uint8Array | null {
  let file: number;
  try {
    file = openSync(path, FLAGS);
  } catch (error) {
    return isLink(error) ? buffer.subarray(0, 0) : null;
  }
  try {
    let size = readSync(file, buffer, 0, buffer.length, 0);
    if (size === buffer.length) {
      const all = fstatSync(file).size;
      if (all > buffer.length) buffer = Buffer.allocUnsafe(all + 1);
      size = readSync(file, buffer, 0, buffer.length, 0);
    }
    return buffer.subarray(0, size);
  } catch {
    return null;
  } finally {
    closeSync(file);
  }
}
