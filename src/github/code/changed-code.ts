import type { BlobReader, FileOfCommit } from "../blobs.ts";
import { httpStatusOf } from "../client.ts";
import type { TreeReader } from "../reader.ts";

/** A file of code at one commit. */
export type CodeFile = { path: string; content: Uint8Array };

/** Decides what is code. All functions judge by the path, except `isWorth`, which searches the contents. */
export type CodeKinds = {
  /** Whether a path is a code file. */
  isCode: (path: string) => boolean;
  /** Whether a path lists the libraries of its folder. Such a file is evidence of providers, not code. */
  isPackageList: (path: string) => boolean;
  /** Whether a file contains a word of a detector. If none does, nothing more is requested. */
  isWorth: (file: CodeFile) => boolean;
  /** The largest file to read, in bytes. */
  largest: number;
};

/**
 * The code that a change touches, on both sides, with the package lists around it. `unread`: files that could not be read. `others`: base's
 * code files that were not read, because the change does not touch them or head has no call in them.
 */
export type ChangedCode = {
  head: readonly CodeFile[];
  base: readonly CodeFile[];
  others: readonly OtherFile[];
  unread: readonly { files: readonly string[]; why: "too-many" | "too-large" | "api" }[];
};

/** A code file of base. `unchanged`: head has the same contents. */
export type OtherFile = FileOfCommit & { unchanged: boolean };

/** The most changed code files to read, and their most bytes together. A query takes 100 files or 1 MB. */
export const MOST_CODE = 300;
const MOST_BYTES = 8_000_000;
/** The most package lists to read, the nearest first, and the most deleted files, which may have moved. */
const MOST_LISTS = 20;
const MOST_LOST = 100;

/**
 * The code that differs between two commits. The differing files are known from the two file lists that were already read. Their
 * contents are fetched, head's first. Only if one of them contains a word of a detector, base's contents and the package lists are
 * fetched too. Without a change of code there is no request; for up to 100 files in 1 MB, each of the two steps is one query.
 * A failure of the API does not fail the run: the report says what was not read.
 */
export async function changedCode(head: TreeReader, base: TreeReader, fetch: BlobReader, kinds: CodeKinds): Promise<ChangedCode> {
  const isOwn = ({ path, isLink }: FileOfCommit & { isLink: boolean }): boolean => !isLink && kinds.isCode(path) && !kinds.isPackageList(path);
  const changed = [...head.files.values()].filter((file) => isOwn(file) && base.blobs.get(file.path) !== file.blob);
  const { wanted, left, large } = within(changed, kinds.largest);
  const unread = [
    ...(left.length > 0 ? [{ files: left, why: "too-many" } as const] : []),
    ...(large.length > 0 ? [{ files: large, why: "too-large" } as const] : []),
  ];
  if (wanted.length === 0) return { head: [], base: [], others: [], unread };
  const now = await contents(wanted, fetch);
  const missing = [...unread, ...(now.failed.length > 0 ? [{ files: now.failed, why: "api" } as const] : [])];
  const worth = now.read.filter(kinds.isWorth);
  if (worth.length === 0) return { head: [], base: [], others: [], unread: missing };

  const paths = worth.map(({ path }) => path);
  const lost = [...base.files.values()].filter((file) => isOwn(file) && !head.blobs.has(file.path)).slice(0, MOST_LOST);
  const before = [...paths.flatMap((path) => base.files.get(path) ?? []), ...lost].filter(({ size, isLink }) => !isLink && size <= kinds.largest);
  const lists = (side: TreeReader): FileOfCommit[] => listsAround(paths, side, kinds);
  const [old, headLists, baseLists] = await Promise.all([contents(before, fetch), contents(lists(head), fetch), contents(lists(base), fetch)]);
  // If head's version of a changed file was not read, it is unknown which calls it lost.
  const done = new Set([...old.read.map(({ path }) => path), ...missing.flatMap(({ files }) => files)]);
  const others = [...base.files.values()]
    .filter((file) => isOwn(file) && file.size > 0 && !done.has(file.path))
    .map(({ path, blob, size }) => ({ path, blob, size, unchanged: head.blobs.get(path) === blob }));
  return { head: [...worth, ...headLists.read], base: [...old.read, ...baseLists.read], others, unread: missing };
}

/** The files to read (`wanted`), those beyond the limits of a run (`left`), and those that are too large (`large`). */
function within(files: readonly FileOfCommit[], largest: number): { wanted: FileOfCommit[]; left: string[]; large: string[] } {
  const wanted: FileOfCommit[] = [];
  const left: string[] = [];
  const large: string[] = [];
  let bytes = 0;
  for (const file of files) {
    if (file.size > largest) large.push(file.path);
    else if (wanted.length >= MOST_CODE || bytes + file.size > MOST_BYTES) left.push(file.path);
    else {
      wanted.push(file);
      bytes += file.size;
    }
  }
  return { wanted, left, large };
}

/** Contents of files, and the names of those that GitHub did not return. @throws any error that is not an answer of the API */
async function contents(files: readonly FileOfCommit[], fetch: BlobReader): Promise<{ read: CodeFile[]; failed: string[] }> {
  const read: CodeFile[] = [];
  const failed: string[] = [];
  await Promise.all(
    files.map(async (file) => {
      try {
        read.push({ path: file.path, content: await fetch(file) });
      } catch (error) {
        if (!httpFailure(error)) throw error;
        failed.push(file.path);
      }
    }),
  );
  const order = ({ path }: { path: string }, { path: other }: { path: string }): number => (path < other ? -1 : 1);
  return { read: read.sort(order), failed: failed.sort() };
}

/** Whether an error comes from a request: an error response, or no response at all. */
export function httpFailure(error: unknown): boolean {
  return httpStatusOf(error) !== null || (error instanceof Error && "status" in error);
}

/** Package lists in the folders above some files, then those of other folders, the shortest paths first. */
function listsAround(paths: readonly string[], { files }: TreeReader, { isPackageList, largest }: CodeKinds): FileOfCommit[] {
  const lists = [...files.values()].filter(({ path, isLink, size }) => !isLink && size <= largest && isPackageList(path));
  const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);
  const isAbove = (path: string): boolean => paths.some((one) => one.startsWith(folderOf(path)));
  const rank = (path: string): number => (isAbove(path) ? 0 : 1000) + path.split("/").length;
  return lists.sort((a, b) => rank(a.path) - rank(b.path) || (a.path < b.path ? -1 : 1)).slice(0, MOST_LISTS);
}
