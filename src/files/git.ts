import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Reader } from "../gather.ts";
import { globOf } from "../notation/glob.ts";
import { followLinks } from "../notation/link-target.ts";

const run = promisify(execFile);

/** A git command that failed, with git's message. `args`: the arguments of the command. */
export class GitError extends Error {
  override name = "GitError";
  readonly args: readonly string[];
  constructor(args: readonly string[], said: string) {
    super(said);
    this.args = args;
  }
}

/** The merge base of a ref and HEAD: the commit from which this branch started. @throws GitError */
export async function localMergeBase(ref: string, cwd: string): Promise<string> {
  // Outside a repository this fails with git's own message. Otherwise the ref would be reported as missing.
  await git(["rev-parse", "--git-dir"], cwd);
  // `--end-of-options`, so that a ref is never read as an option.
  const sha = await git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`], cwd).catch(() => {
    throw new GitError(["rev-parse", ref], "git knows no such commit");
  });
  return (
    await git(["merge-base", sha.trim(), "HEAD"], cwd).catch(() => {
      throw new GitError(["merge-base", ref], "it and HEAD have no commit in common here");
    })
  ).trim();
}

/** Short names of branches, remote branches and tags: `main`, `origin/main`, `v1`. Empty if git fails. */
export async function refNames(cwd: string): Promise<string[]> {
  const listed = await git(["for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/remotes", "refs/tags"], cwd).catch(() => "");
  return listed.split("\n").filter((name) => name !== "");
}

/** Reads files of one commit. Paths are relative to `cwd`; submodules are not files. @throws GitError */
export async function gitReader(sha: string, cwd: string): Promise<Reader> {
  const prefix = (await git(["rev-parse", "--show-prefix"], cwd)).trim();
  const depth = prefix.split("/").length - 1;
  const listed = await git(["ls-tree", "-r", "-z", "--full-tree", sha], cwd);
  const blobs = new Map<string, string>();
  const links = new Map<string, string>();
  for (const entry of listed.split("\0")) {
    const [, mode, blob, path] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
    if (!blob || path === undefined) continue;
    if (mode?.startsWith("100")) blobs.set(relative(path, prefix, depth), blob);
    else if (mode === SYMLINK) links.set(path, blob);
  }
  const contents = async (blob: string): Promise<Buffer> =>
    (await run("git", ["cat-file", "blob", blob], { cwd, encoding: "buffer", maxBuffer: MAX_BUFFER })).stdout;
  const targetOf = async (path: string): Promise<string | null> => {
    const blob = links.get(path);
    return blob === undefined ? null : (await contents(blob)).toString("utf8");
  };
  return {
    async read(path) {
      const blob = blobs.get(path);
      return blob === undefined ? null : contents(blob);
    },
    follow: async (path) => relative(await followLinks(prefix + path, targetOf), prefix, depth),
    async glob(patterns) {
      const { matches } = globOf(patterns);
      const linked = [...links.keys()].map((path) => relative(path, prefix, depth));
      return [...blobs.keys(), ...linked].filter(matches).sort();
    },
    contains: (path) => !path.startsWith("/") && path.split("/").filter((part) => part === "..").length <= depth,
  };
}

/** Files that were renamed since a commit, in the working tree: from their new path to their path at `sha`. @throws GitError */
export async function renamesSince(sha: string, cwd: string): Promise<Map<string, string>> {
  const prefix = (await git(["rev-parse", "--show-prefix"], cwd)).trim();
  const depth = prefix.split("/").length - 1;
  const fields = (await git(["diff", "--no-ext-diff", "--find-renames", "--diff-filter=R", "--name-status", "-z", sha], cwd)).split("\0");
  const renames = new Map<string, string>();
  for (let i = 0; i + 2 < fields.length; i += 3)
    renames.set(relative(fields[i + 2] as string, prefix, depth), relative(fields[i + 1] as string, prefix, depth));
  return renames;
}

/** The mode of a symbolic link in a git tree. Its blob is the path that the link names. */
const SYMLINK = "120000";

/** 64 MiB: far above any manifest, and above the list of files of a very large repository. */
const MAX_BUFFER = 64 * 1024 * 1024;

async function git(args: readonly string[], cwd: string): Promise<string> {
  try {
    return (await run("git", [...args], { cwd, maxBuffer: MAX_BUFFER })).stdout;
  } catch (error) {
    const { stderr = "", message } = error as { stderr?: string; message: string };
    throw new GitError(args, (stderr.trim() || message).split("\n")[0] ?? "");
  }
}

/** A path from the root of the repository, made relative to a folder. @param prefix the folder, with a slash at its end @param depth how many folders deep it is */
function relative(path: string, prefix: string, depth: number): string {
  return path.startsWith(prefix) ? path.slice(prefix.length) : "../".repeat(depth) + path;
}
