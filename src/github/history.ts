import type { Client } from "./client.ts";

/** A file that is gone counts as it last was for so many days. */
const DAYS = 90;

/** The commit that took a file away, its day, and its parents, which may still have the file. */
export type Removal = { commit: string; day: string; parents: readonly string[] };

/**
 * The commit that took a file away, where the branch has lost it within 90 days. One request.
 * The day is that of the commit, which whoever made it can set: it only ever shortens how long the file counts.
 * @param tip a commit without the file
 * @param now milliseconds since 1970
 * @returns null if the file was never there, or is gone longer; "unread" where GitHub does not say
 */
export async function removalOf(
  { octokit, owner, repo }: Client,
  { file, tip, now }: { file: string; tip: string; now: number },
): Promise<Removal | null | "unread"> {
  try {
    const { data } = await octokit.rest.repos.listCommits({ owner, repo, sha: tip, path: file, per_page: 1 });
    const [last] = data;
    if (!last) return null;
    const date = last.commit.committer?.date ?? last.commit.author?.date;
    if (date === undefined) return "unread";
    if (now - Date.parse(date) > DAYS * 86_400_000) return null;
    return { commit: last.sha, day: date.slice(0, 10), parents: last.parents.map(({ sha }) => sha) };
  } catch (error) {
    if (error instanceof Error && "status" in error) return "unread";
    throw error;
  }
}
