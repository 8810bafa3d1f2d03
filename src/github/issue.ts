import { type Client, isMissing } from "./client.ts";
import { whoAmI } from "./comment.ts";

/** What became of the issue. */
export type KeptIssue = { state: "opened" | "updated" | "closed"; url: string } | { state: "none" };

/** The first line of the issue, hidden: which gate keeps it. */
function markerOf(tag: string): string {
  return `<!-- video-budget-repricing:${encodeURIComponent(tag)} -->`;
}

type Issue = { number: number; url: string; author: string; body: string };

/**
 * Keeps one open issue by tag: opens it where there is something to say, updates it in place, and closes it where there is nothing any
 * more. Of several that a race left behind, the oldest stays. Only issues of the token's own author are touched.
 * @param text what there is to say, or null
 * @throws the errors of the API; what a refused issue means is up to the caller
 */
export async function keepIssue(client: Client, tag: string, title: string, text: string | null): Promise<KeptIssue> {
  const { octokit, owner, repo } = client;
  const [known, ...others] = await ownIssues(client, tag);
  const close = async (issue: Issue): Promise<void> => {
    await octokit.rest.issues.update({ owner, repo, issue_number: issue.number, state: "closed" });
  };
  for (const other of others) await close(other);
  if (text === null) {
    if (!known) return { state: "none" };
    await close(known);
    return { state: "closed", url: known.url };
  }
  const body = `${markerOf(tag)}\n${text}`;
  if (known) {
    try {
      if (known.body !== body) await octokit.rest.issues.update({ owner, repo, issue_number: known.number, title, body });
      return { state: "updated", url: known.url };
    } catch (error) {
      // Deleted in this moment: it is written anew.
      if (!isMissing(error)) throw error;
    }
  }
  const { data } = await octokit.rest.issues.create({ owner, repo, title, body });
  return { state: "opened", url: data.html_url };
}

/** Open issues with the tag that the token's owner wrote, the oldest first. Pull requests are listed with issues, and are none. */
async function ownIssues(client: Client, tag: string): Promise<Issue[]> {
  const { octokit, owner, repo } = client;
  const all = await octokit.paginate(octokit.rest.issues.listForRepo, { owner, repo, state: "open", per_page: 100 });
  const marked = all
    .filter(({ pull_request, body }) => !pull_request && body?.split(/\r?\n/, 1)[0] === markerOf(tag))
    .map(({ number, html_url, user, body }): Issue => ({ number, url: html_url, author: user?.login ?? "", body: body ?? "" }));
  if (marked.length === 0) return [];
  const author = await whoAmI(client, new Set(marked.map((issue) => issue.author)));
  return marked.filter((issue) => issue.author === author).sort((a, b) => a.number - b.number);
}
