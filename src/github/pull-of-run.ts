import type { Client } from "./client.ts";
import type { Pull, RunContext } from "./context.ts";

/**
 * The pull request that a `workflow_run` follows, as GitHub's API has it now. A run for a fork names no
 * pull request, and its artifacts are under the fork's control. The only values that are
 * trusted are the commit, its branch and its repository, which GitHub itself puts into the event.
 * @returns null if no open pull request has that head any more, or more than one has it, or its branch or fork is gone
 * @throws the errors of the API
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
