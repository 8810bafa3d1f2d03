import type { Client } from "./client.ts";

/** For this many days, a removed file still counts with its last contents. */
const DAYS = 90;

/** The commit that removed a file, its day, and its parents, which may still have the file. */
export type Removal = { commit: string; day: string; parents: readonly string[] };

/**
 * Finds the commit that removed a file from the branch within the last 90 days, with one request. The day is that of the commit, which its
 * author can choose. That can only shorten the time for which the file counts.
 * @param tip a commit without the file
 * @param now milliseconds since 1970
 * @returns null if the file never existed or was removed earlier; "unread" if GitHub does not answer
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
