import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * The `uses:` value by which a workflow runs the checkout in a folder: owner/repository of its GitHub remote, at the tag
 * `v<major>` if the checkout has it. Otherwise it is at the current commit, if a branch of the remote contains that. Null if
 * the folder is not a checkout, has no remote on GitHub, or is at a commit that was never pushed.
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

/** owner/repository of an address at github.com (https, ssh or git); null for any other host. */
export function githubRepository(address: string): string | null {
  const match = /^(?:(?:https?|ssh|git):\/\/(?:[^@/]+@)?github\.com\/|(?:[^@/]+@)?github\.com:)([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/i.exec(address);
  return match?.[1] ?? null;
}
