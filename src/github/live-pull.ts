import type { Client } from "./client.ts";
import type { Pull } from "./context.ts";

/**
 * The pull request as it is now. An event keeps what was true when it was made, also where its run is
 * started again: a pull request opened against another branch would keep that branch, with its limits,
 * after its base was changed. Only the head stays the event's, since the check is for that commit.
 * @throws the errors of the API
 */
export async function livePull({ octokit, owner, repo }: Client, pull: Pull): Promise<Pull> {
  const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: pull.number });
  return { ...pull, baseSha: data.base.sha, baseRef: data.base.ref, liveMergeSha: data.merge_commit_sha ?? null };
}
