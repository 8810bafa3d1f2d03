import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * What a workflow can use of the checkout in a folder: owner/repository of its GitHub remote, at the tag `v<major>` where the
 * checkout has it, else at the commit, if a branch of the remote has that. Null for a folder that is no checkout,
 * has no remote at GitHub, or is at a commit that was never pushed.
 */
export async function actionOfCheckout(folder: string, major: string): Promise<string | null> {
  if (!existsSync(join(folder, ".git"))) return null;
  const answer = async (...args: string[]): Promise<string | null> => {
    try {
      return (await run("git", args, { cwd: folder })).stdout.trim() || null;
    } catch {
      return null;
    }
  };
  const repository = githubRepository((await answer("remote", "get-url", "origin")) ?? "");
  if (repository === null) return null;
  if (await answer("tag", "--list", `v${major}`)) return `${repository}@v${major}`;
  const commit = await answer("rev-parse", "HEAD");
  return commit !== null && (await answer("branch", "--remotes", "--contains", commit)) ? `${repository}@${commit}` : null;
}

/** owner/repository of an address at github.com, by https, ssh or git; null for any other host. */
export function githubRepository(address: string): string | null {
  const match = /^(?:(?:https?|ssh|git):\/\/(?:[^@/]+@)?github\.com\/|(?:[^@/]+@)?github\.com:)([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/i.exec(address);
  return match?.[1] ?? null;
}
