import type { Client } from "./client.ts";
import type { Pull, RunContext } from "./context.ts";

/**
 * The pull request that a `workflow_run` follows, in its current state. A run for a fork does not name its pull request, and its artifacts are
 * under the fork's control. Only the commit, its branch and its repository are trusted, because GitHub itself puts them into the event.
 * @returns null if not exactly one open pull request has that head, or if its branch or fork was deleted
 * @throws errors of the API
 */
export async function pullOfRun(
  { octokit, owner, repo }: Client,
  { headSha, headBranch, headRepository }: NonNullable<RunContext["follows"]>,
): Promise<Pull | null> {
  if (headBranch === null || headRepository === null) return null;
  const [login = ""] = headRepository.split("/");
  const open = await octokit.paginate(octokit.rest.pulls.list, { owner, repo, state: "open", head: `${login}:${headBranch}`, per_page: 100 });
  const [pull, ...others] = open.filter(({ head }) => head.sha === headSha && head.ref === headBranch && head.repo?.full_name === headRepository);
  if (!pull || others.length > 0) return null;
  const event = { at: null, labelled: null, pushedAt: null };
  return { number: pull.number, headSha, baseSha: pull.base.sha, mergeSha: pull.merge_commit_sha ?? null, baseRef: pull.base.ref, event };
}
