import type { Reader } from "../gather.ts";
import type { Client } from "../github/client.ts";
import { removalOf } from "../github/history.ts";
import { type ReadOptions, type TreeReader, treeReader } from "../github/reader.ts";
import type { Problem } from "../problem.ts";

/** Base with restored manifests, and the messages about them. `files`: the restored manifests. */
export type Returned = { reader: Reader; files: readonly string[]; problems: readonly Problem[] };

/** `tip`: the commit of base whose history is read. `fresh`: manifests of head that base does not have under any name. */
type Returning = { base: TreeReader; tip: string; fresh: readonly string[] };

/** The history of at most this many new manifests is read; each costs one request. */
const MOST = 10;

/**
 * Restores manifests in base that this change brings back, as if they had never been removed. Otherwise removing a limit in one
 * pull request and returning without it in the next would escape it. A manifest with a budget of $1,000 that was removed last week and
 * returns with $90,000 is compared with $1,000, with the price files and includes it had then. Files of base are never replaced.
 * @throws errors of the API, other than those of the history itself
 */
export async function withReturned(client: Client, { base, tip, fresh }: Returning, options: ReadOptions): Promise<Returned> {
  const lost: TreeReader[] = [];
  const files: string[] = [];
  const problems: Problem[] = [];
  for (const [index, file] of fresh.entries()) {
    const removal = index < MOST ? await removalOf(client, { file, tip, now: Date.now() }) : "unread";
    if (removal === null) continue;
    const place = { severity: "warning", file, path: [] } as const;
    const before = removal === "unread" ? null : await firstWith(file, removal.parents);
    if (removal === "unread" || before === "unread") problems.push({ ...place, code: "history-unread", args: {} });
    else if (before) {
      lost.push(before);
      files.push(file);
      problems.push({ ...place, code: "manifest-returned", args: { commit: removal.commit.slice(0, 7), day: removal.day } });
    }
  }
  return { reader: lost.length === 0 ? base : over(base, lost, files), files, problems };

  async function firstWith(file: string, commits: readonly string[]): Promise<TreeReader | null | "unread"> {
    try {
      for (const commit of commits) {
        const reader = await treeReader(client, commit, options);
        if (reader.blobs.has(file)) return reader;
      }
      return null;
    } catch (error) {
      if (error instanceof Error && "status" in error) return "unread";
      throw error;
    }
  }
}

/** Reads files of base, and then files that it had before. */
function over(base: TreeReader, lost: readonly TreeReader[], files: readonly string[]): Reader {
  return {
    async read(path) {
      for (const reader of [base, ...lost]) {
        const bytes = await reader.read(path);
        if (bytes) return bytes;
      }
      return null;
    },
    glob: async (patterns) =>
      [...new Set([...(await base.glob(patterns)), ...((await lost[0]?.glob(patterns)) ?? []).filter((path) => files.includes(path))])].sort(),
    follow: (path) => (base.blobs.has(path) ? base : (lost.find(({ blobs }) => blobs.has(path)) ?? base)).follow(path),
    contains: (path) => (base.blobs.has(path) ? [base] : [base, ...lost]).every((reader) => reader.contains(path)),
  };
}
