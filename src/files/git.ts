import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Reader } from "../gather.ts";
import { globOf } from "../notation/glob.ts";
import { followLinks } from "../notation/links.ts";

const run = promisify(execFile);

/** What git answered instead of doing it; `args` is the command. */
export class GitError extends Error {
  override name = "GitError";
  readonly args: readonly string[];
  constructor(args: readonly string[], said: string) {
    super(said);
    this.args = args;
  }
}

/** The commit that a ref and HEAD have in common: what this branch started from. @throws GitError */
export async function localMergeBase(ref: string, cwd: string): Promise<string> {
  // `--end-of-options`, so that a ref is never read as an option.
  const sha = await git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`], cwd);
  return (await git(["merge-base", sha.trim(), "HEAD"], cwd)).trim();
}

/**
 * Reads files of one commit. Paths are relative to `cwd`. Symbolic links are followed inside the repository, as in the
 * working tree, and never out of it; submodules are not files. @throws GitError
 */
export async function gitReader(sha: string, cwd: string): Promise<Reader> {
  const prefix = (await git(["rev-parse", "--show-prefix"], cwd)).trim();
  const depth = prefix.split("/").length - 1;
  const listed = await git(["ls-tree", "-r", "-z", "--full-tree", sha], cwd);
  const blobs = new Map<string, { blob: string; isLink: boolean }>();
  for (const entry of listed.split("\0")) {
    const [, mode, blob, path] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
    if (/^1[02]0/.test(mode ?? "") && blob && path !== undefined) blobs.set(path, { blob, isLink: mode === "120000" });
  }
  const contents = async (blob: string): Promise<Buffer> =>
    (await run("git", ["cat-file", "blob", blob], { cwd, encoding: "buffer", maxBuffer: MAX_BUFFER })).stdout;
  const targetOf = async (path: string): Promise<string | null> => {
    const file = blobs.get(path);
    return file?.isLink ? (await contents(file.blob)).toString("utf8") : null;
  };
  const real = async (path: string): Promise<string | null> => (path.startsWith("/") ? null : followLinks(prefix + path, targetOf));
  return {
    async read(path) {
      const file = blobs.get((await real(path)) ?? "");
      return file ? contents(file.blob) : null;
    },
    async glob(patterns) {
      const { matches } = globOf(patterns);
      return [...blobs.keys()]
        .map((path) => relative(path, prefix, depth))
        .filter(matches)
        .sort();
    },
    contains: async (path) => (await real(path)) !== null,
  };
}

/** By today's path, the path at `sha` of files that were renamed since, in the working tree. @throws GitError */
export async function renamesSince(sha: string, cwd: string): Promise<Map<string, string>> {
  const prefix = (await git(["rev-parse", "--show-prefix"], cwd)).trim();
  const depth = prefix.split("/").length - 1;
  const fields = (await git(["diff", "--no-ext-diff", "--find-renames", "--diff-filter=R", "--name-status", "-z", sha], cwd)).split("\0");
  const renames = new Map<string, string>();
  for (let i = 0; i + 2 < fields.length; i += 3)
    renames.set(relative(fields[i + 2] as string, prefix, depth), relative(fields[i + 1] as string, prefix, depth));
  return renames;
}

/** 64 MiB: far above a manifest, and above the listing of a very large repository. */
const MAX_BUFFER = 64 * 1024 * 1024;

async function git(args: readonly string[], cwd: string): Promise<string> {
  try {
    return (await run("git", [...args], { cwd, maxBuffer: MAX_BUFFER })).stdout;
  } catch (error) {
    const { stderr = "", message } = error as { stderr?: string; message: string };
    throw new GitError(args, stderr.trim() || message);
  }
}

/** A path of the repository as seen from a folder in it. */
function relative(path: string, prefix: string, depth: number): string {
  return path.startsWith(prefix) ? path.slice(prefix.length) : "../".repeat(depth) + path;
}
