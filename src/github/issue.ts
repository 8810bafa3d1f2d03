import { type Client, isMissing } from "./client.ts";
import { whoAmI } from "./comment.ts";

/** The result for the issue. */
export type KeptIssue = { state: "opened" | "updated" | "closed"; url: string } | { state: "none" };

/** The hidden first line of the issue, which identifies it by the tag. */
function markerOf(tag: string): string {
  return `<!-- video-budget-repricing:${encodeURIComponent(tag)} -->`;
}

type Issue = { number: number; url: string; author: string; body: string };

/**
 * Keeps one open issue per tag: opens it if there is a text, updates it in place, and closes it if there is no text. If two runs at the same
 * time opened several, the oldest stays. Only issues of the token's own author are touched.
 * @param text the text of the issue; null closes it
 * @throws errors of the API; the caller decides what a refused issue means
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
      // It was deleted in the meantime, so it is created again.
      if (!isMissing(error)) throw error;
    }
  }
  const { data } = await octokit.rest.issues.create({ owner, repo, title, body });
  return { state: "opened", url: data.html_url };
}

/** Open issues with the tag that the token's owner wrote, the oldest first. GitHub also lists pull requests, which are left out. */
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
