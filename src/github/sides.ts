import { type Client, isMissing } from "./client.ts";
import type { Pull, RunContext } from "./context.ts";

/**
 * The commits to compare. `base` is null if nothing is compared. `tip`: the tip of the base branch, whose settings apply to the change, if it is
 * a different commit from base.
 */
export type Sides = { head: string; base: string | null; tip?: string };

/**
 * Decides which two commits a run compares.
 *
 * For a pull request, head is GitHub's test merge and base is its first parent, a commit of the base branch. Totals then include what others
 * merged, and the difference is this pull request's own. A test merge with the tip of the base branch is preferred to one with an older commit
 * of it. One with another branch is never used; an event can have such a merge from before its base branch was changed. Without a test merge
 * (a conflict, or it does not exist yet), head is the head commit and base is the merge base. A group of the merge queue has its own pair.
 * Other events have no base.
 * @throws errors of the API
 */
export async function sidesOf(client: Client, { event, sha, pull, group }: Pick<RunContext, "event" | "sha" | "pull" | "group">): Promise<Sides> {
  if (group) return { head: group.headSha, base: group.baseSha };
  if (!pull) return { head: sha, base: null };
  const tip = (await tipOf(client, pull)) ?? pull.baseSha;
  const under = (sides: { head: string; base: string }): Sides => (sides.base === tip ? sides : { ...sides, tip });
  // For pull_request_target and workflow_run, GITHUB_SHA is the default branch, so only the pull request itself can name the test merge.
  const made = [event === "pull_request" ? sha : pull.mergeSha, pull.live?.mergeSha ?? null].filter((merge) => merge !== null);
  const older: { head: string; base: string }[] = [];
  for (const head of new Set(made)) {
    const [base, second, ...others] = await parentsOf(client, head);
    if (base === undefined || second !== pull.headSha || others.length > 0) continue;
    if (base === tip) return { head, base };
    older.unshift({ head, base });
  }
  for (const sides of older) if (await isOn(client, sides.base, tip)) return under(sides);
  return under({ head: pull.headSha, base: await remoteMergeBase(client, tip, pull.headSha) });
}

/** The current tip of the base branch; null if GitHub does not know the branch. */
async function tipOf({ octokit, owner, repo }: Client, { baseRef }: Pick<Pull, "baseRef">): Promise<string | null> {
  if (baseRef === null) return null;
  try {
    return (await octokit.rest.git.getRef({ owner, repo, ref: `heads/${baseRef}` })).data.object.sha;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Whether a commit is the tip of a branch or an ancestor of it; false if GitHub finds no common history. */
async function isOn({ octokit, owner, repo }: Client, commit: string, tip: string): Promise<boolean> {
  try {
    const { data } = await octokit.rest.repos.compareCommitsWithBasehead({ owner, repo, basehead: `${commit}...${tip}`, per_page: 1 });
    return data.merge_base_commit.sha === commit;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

async function parentsOf({ octokit, owner, repo }: Client, commit: string): Promise<string[]> {
  try {
    const { data } = await octokit.rest.git.getCommit({ owner, repo, commit_sha: commit });
    return data.parents.map(({ sha }) => sha);
  } catch (error) {
    // GitHub no longer keeps this test merge.
    if (isMissing(error)) return [];
    throw error;
  }
}

/** The merge base of two branches; for unrelated histories, the base itself. */
export async function remoteMergeBase({ octokit, owner, repo }: Client, base: string, head: string): Promise<string> {
  try {
    const { data } = await octokit.rest.repos.compareCommitsWithBasehead({ owner, repo, basehead: `${base}...${head}`, per_page: 1 });
    return data.merge_base_commit.sha;
  } catch (error) {
    if (isMissing(error)) return base;
    throw error;
  }
}
