import type { Reader } from "../gather.ts";
import type { Client } from "../github/client.ts";
import { removalOf } from "../github/history.ts";
import { type ReadOptions, type TreeReader, treeReader } from "../github/reader.ts";
import type { Problem } from "../problem.ts";

/** Base with what was taken away from it, and what there is to say of that. `files`: manifests that are back. */
export type Returned = { reader: Reader; files: readonly string[]; problems: readonly Problem[] };

/** `tip`: the commit of base whose history is asked for. `fresh`: head's manifests that base has under no name. */
type Returning = { base: TreeReader; tip: string; fresh: readonly string[] };

/** The history of so many new manifests is asked for; each is a request. */
const MOST = 10;

/**
 * Base as it would be if manifests that this change brings back had never been gone: taking a limit away in one pull request and
 * coming back without it in the next frees nothing. A manifest of $1,000 that was removed last week and comes with $90,000 is held
 * to $1,000, with the price files and includes that it had then. Files that base has are never replaced.
 * @throws the errors of the API, other than those of the history itself
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

/** What base has, and beside it what it had. */
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
