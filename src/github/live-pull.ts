import type { Client } from "./client.ts";
import type { Pull } from "./context.ts";

/**
 * The pull request in its current state. An event keeps its old state even if the run is started again: after a change of the base branch, it
 * would still name the old branch, with that branch's limits. Only the head stays that of the event, because the check is for that commit.
 * @throws errors of the API
 */
export async function livePull({ octokit, owner, repo }: Client, pull: Pull): Promise<Pull> {
  const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: pull.number });
  const { base, head, merge_commit_sha: merge, comments, review_comments: reviewComments } = data;
  const isFork = head.repo?.full_name.toLowerCase() !== `${owner}/${repo}`.toLowerCase();
  const live = { headSha: head.sha, mergeSha: merge ?? null, comments: comments ?? null, reviewComments: reviewComments ?? null, isFork };
  return { ...pull, baseSha: base.sha, baseRef: base.ref, live };
}

/** Whether a pull request still has a head; null if GitHub does not say. */
export async function isHeadOf({ octokit, owner, repo }: Client, number: number, headSha: string): Promise<boolean | null> {
  try {
    return (await octokit.rest.pulls.get({ owner, repo, pull_number: number })).data.head.sha === headSha;
  } catch (error) {
    if (!(error instanceof Error && "status" in error)) throw error;
    return null;
  }
}
