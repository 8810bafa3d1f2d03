import { type Client, isMissing } from "./client.ts";
import type { TreeReader } from "./reader.ts";

/**
 * Base's path of each renamed file of head. A file with equal contents is the same file. For files that were moved and edited, GitHub's list of
 * renames is used (it finds files that are at least half equal), but only if head lost a file of the same kind.
 * @param files head's manifests
 * @throws errors of the API
 */
export async function renamesOf(files: readonly string[], head: TreeReader, base: TreeReader, changed: () => Promise<Changed[]>): Promise<Map<string, string>> {
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
  for (const { filename, previous_filename: before } of await changed()) {
    if (before !== undefined && unknown.includes(filename) && lost.includes(before) && ![...renamed.values()].includes(before)) renamed.set(filename, before);
  }
  return renamed;
}

/**
 * The new paths of base's manifests that head no longer reads.
 * @param lost base's manifests that head reads neither at their own path nor at a known new one
 * @returns base's path by head's path
 * @throws errors of the API
 */
export async function movedTo(lost: readonly string[], head: TreeReader, base: TreeReader, changed: () => Promise<Changed[]>): Promise<Map<string, string>> {
  const gone = lost.filter((path) => base.blobs.has(path) && !head.blobs.has(path));
  const moved = new Map<string, string>();
  for (const path of gone) {
    const same = [...head.blobs.keys()].filter((now) => head.blobs.get(now) === base.blobs.get(path) && !base.blobs.has(now) && !moved.has(now));
    const now = same.find((one) => nameOf(one) === nameOf(path)) ?? same[0];
    if (now !== undefined) moved.set(now, path);
  }
  const found = new Set(moved.values());
  if (gone.length === found.size) return moved;
  for (const { filename, previous_filename: before } of await changed()) {
    if (before !== undefined && gone.includes(before) && !found.has(before) && head.blobs.has(filename)) moved.set(filename, before);
  }
  return moved;
}

export type Changed = { filename: string; previous_filename?: string | undefined };

/**
 * The files that differ between two commits, requested once, on first use. A pull request lists up to 3,000 files. A comparison of commits, the
 * only way in the merge queue, lists the first 300.
 * @throws errors of the API, when the returned function is called
 */
export function changedFiles(client: Client, sides: { head: string; base: string; pull: number | null }): () => Promise<Changed[]> {
  let asked: Promise<Changed[]> | undefined;
  return () => {
    asked ??= ask(client, sides);
    return asked;
  };
}

async function ask({ octokit, owner, repo }: Client, { head, base, pull }: { head: string; base: string; pull: number | null }): Promise<Changed[]> {
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
