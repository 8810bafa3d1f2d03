import { type Client, isMissing } from "./client.ts";
import type { Pull, RunContext } from "./context.ts";

/**
 * The commits that are compared; no base: nothing is. `tip`: the tip of the base branch, which rules over
 * the change, where that is another commit than base.
 */
export type Sides = { head: string; base: string | null; tip?: string };

/**
 * Which two commits a run compares.
 *
 * Of a pull request, head is GitHub's test merge and base its first parent, the tip of the base branch:
 * totals then include what others merged, and the difference is this pull request's own. Where there is
 * no test merge (a conflict, or before it is made) it is the head and what the two
 * branches have in common. A group of the merge queue brings its own pair. Other events have no base.
 * @throws the errors of the API
 */
export async function sidesOf(client: Client, { event, sha, pull, group }: Pick<RunContext, "event" | "sha" | "pull" | "group">): Promise<Sides> {
  if (group) return { head: group.headSha, base: group.baseSha };
  if (!pull) return { head: sha, base: null };
  // Under pull_request_target and workflow_run GITHUB_SHA is the default branch, and only the pull request may know the merge.
  const merge = event === "pull_request" ? sha : pull.mergeSha;
  const parents = merge === null ? [] : await parentsOf(client, merge);
  const [first, second] = parents;
  if (merge !== null && parents.length === 2 && first !== undefined && second === pull.headSha) return { head: merge, base: first };
  return { head: pull.headSha, base: await remoteMergeBase(client, pull.baseSha, pull.headSha) };
}

/**
 * The tip of the base branch of this moment. A run that is started again is for the same test merge, and
 * others may have changed the budget since.
 * @returns null where GitHub does not know the branch
 * @throws the errors of the API
 */
export async function tipOf({ octokit, owner, repo }: Client, { baseRef }: Pick<Pull, "baseRef">): Promise<string | null> {
  if (baseRef === null) return null;
  try {
    return (await octokit.rest.git.getRef({ owner, repo, ref: `heads/${baseRef}` })).data.object.sha;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function parentsOf({ octokit, owner, repo }: Client, commit: string): Promise<string[]> {
  try {
    const { data } = await octokit.rest.git.getCommit({ owner, repo, commit_sha: commit });
    return data.parents.map(({ sha }) => sha);
  } catch (error) {
    // A test merge that is no longer kept.
    if (isMissing(error)) return [];
    throw error;
  }
}

/** What two branches have in common; of unrelated ones, the base itself. */
export async function remoteMergeBase({ octokit, owner, repo }: Client, base: string, head: string): Promise<string> {
  try {
    const { data } = await octokit.rest.repos.compareCommitsWithBasehead({ owner, repo, basehead: `${base}...${head}`, per_page: 1 });
    return data.merge_base_commit.sha;
  } catch (error) {
    if (isMissing(error)) return base;
    throw error;
  }
}
