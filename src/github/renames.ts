import { type Client, isMissing } from "./client.ts";
import type { TreeReader } from "./reader.ts";

/**
 * Base's path of each file that head has under another one. The same contents are the same file; of
 * what was moved and edited at once, GitHub knows (it looks for files that are at least half alike),
 * and is only asked where base lost a file of the same kind.
 * @param files head's manifests and price files
 * @throws the errors of the API
 */
export async function renamesOf(
  client: Client,
  files: readonly string[],
  head: TreeReader,
  base: TreeReader,
  sides: { head: string; base: string; pull: number | null },
): Promise<Map<string, string>> {
  const fresh = files.filter((path) => head.blobs.has(path) && !base.blobs.has(path));
  const lost = [...base.blobs.keys()].filter((path) => /\.ya?ml$/i.test(path) && !head.blobs.has(path));
  const renamed = new Map<string, string>();
  for (const path of fresh) {
    const same = lost.filter((old) => base.blobs.get(old) === head.blobs.get(path) && ![...renamed.values()].includes(old));
    const before = same.find((old) => old.endsWith(`/${nameOf(path)}`) || old === nameOf(path)) ?? same[0];
    if (before !== undefined) renamed.set(path, before);
  }
  const unknown = fresh.filter((path) => !renamed.has(path));
  if (unknown.length === 0 || lost.length === renamed.size) return renamed;
  for (const { filename, previous_filename: before } of await changedFiles(client, sides)) {
    if (before !== undefined && unknown.includes(filename) && lost.includes(before) && ![...renamed.values()].includes(before)) renamed.set(filename, before);
  }
  return renamed;
}

type Changed = { filename: string; previous_filename?: string | undefined };

/** A pull request lists up to 3,000 files; a comparison, all that the merge queue has, the first 300. */
async function changedFiles({ octokit, owner, repo }: Client, { head, base, pull }: { head: string; base: string; pull: number | null }): Promise<Changed[]> {
  try {
    if (pull !== null) return await octokit.paginate(octokit.rest.pulls.listFiles, { owner, repo, pull_number: pull, per_page: 100 });
    const { data } = await octokit.rest.repos.compareCommitsWithBasehead({ owner, repo, basehead: `${base}...${head}`, per_page: 1 });
    return data.files ?? [];
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
