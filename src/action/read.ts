import { rebased } from "../control/rebase.ts";
import { gatherUnderBase, type UnderBase } from "../control/under-base.ts";
import { diskReader } from "../files/disk.ts";
import { type Gathered, gather, type Reader } from "../gather.ts";
import { blobReader, MOST_FILES, TooManyFilesError } from "../github/blobs.ts";
import type { Client } from "../github/client.ts";
import type { RunContext } from "../github/context.ts";
import { InputError, type Inputs } from "../github/inputs.ts";
import { findManifests, inFolder, present, type Wanted } from "../github/manifests.ts";
import { type TreeReader, TreeTruncatedError, treeReader } from "../github/reader.ts";
import { changedFiles, movedTo, renamesOf } from "../github/renames.ts";
import { type Sides, sidesOf } from "../github/sides.ts";
import { isEdited, type LockFiles } from "../lock/applied-lock.ts";
import { LOCK_NAME } from "../lock/lock-file.ts";
import { MANIFEST_NAMES } from "../manifest/names.ts";
import type { Book } from "../prices/book.ts";
import type { Problem } from "../problem.ts";
import { MAX_BYTES } from "../yaml/read.ts";
import { outsideLock, outsidePrices } from "./notices.ts";
import { withReturned } from "./returned.ts";

/** Both sides for the review, and the commits from which they were read (null for the working tree). */
export type Read = {
  head: Gathered;
  base: Gathered | null;
  renamed: ReadonlyMap<string, string>;
  underBase: UnderBase | null;
  lock: LockFiles | null;
  sides: Sides | null;
  /** The files of both commits; null if no commits are compared. */
  trees: { head: TreeReader; base: TreeReader } | null;
};

/** A run of the action, and the built-in price book. */
export type Run = { client: Client; context: RunContext; inputs: Inputs; book: Book };

/**
 * Reads what is to be compared. A pull request or a group of the merge queue is read through the API,
 * so that it needs no checkout and runs no code of the pull request. Other events compare nothing. They
 * read the checkout if it has the manifest, because an earlier step may have written it.
 * @param sides the commits to compare; default: those of the run
 * @throws InputError, and errors of the API and of node:fs
 */
export async function readSides(run: Run, sides?: Sides): Promise<Read> {
  const { client, context, inputs, book } = run;
  const alone = { base: null, renamed: new Map(), underBase: null, lock: null, trees: null };
  if (!context.pull && !context.group && context.workspace) {
    const disk = diskReader(context.workspace, [context.workspace]);
    const roots = await findManifests(wanted(inputs), disk, null);
    if ((await present(roots.head, disk)).length > 0)
      return {
        ...alone,
        head: await gather(disk, roots.head, book.snapshot, { prices: priceFiles(inputs, disk) }),
        lock: await lockOf(inputs, disk, disk),
        sides: null,
      };
  }
  const compared = sides ?? (await sidesOf(client, context));
  try {
    return { ...(await readCommits(run, compared)), sides: compared };
  } catch (error) {
    if (error instanceof TreeTruncatedError) return { ...alone, head: unread({ code: "tree-truncated", args: { sha: error.sha } }, inputs), sides: compared };
    if (error instanceof TooManyFilesError)
      return { ...alone, head: unread({ code: "too-many-files", args: { files: error.files, max: MOST_FILES } }, inputs), sides: compared };
    throw error;
  }
}

async function readCommits({ client, context: { pull }, inputs, book }: Run, sides: Sides): Promise<Omit<Read, "sides">> {
  const builtIn = book.snapshot;
  const options = { fetch: blobReader(client), maxBytes: MAX_BYTES };
  const tree = (sha: string | null | undefined): Promise<TreeReader> | null => (sha == null ? null : treeReader(client, sha, options));
  const [now, common, tip] = await Promise.all([treeReader(client, sides.head, options), tree(sides.base), tree(sides.tip)]);
  const older = await findManifests(wanted(inputs), now, common, tip);
  // Base may be older than the branch's first manifest: a manifest that base lacks may be at the tip and is then not new.
  const isFirst = tip !== null && older.head.length > 0 && older.base.length === 0;
  const before = isFirst ? tip : common;
  const roots = isFirst ? await findManifests(wanted(inputs), now, tip) : older;
  const prices = priceFiles(inputs, now);
  const asIs = await gather(now, roots.head, builtIn, { prices });
  if (!before || sides.base === null)
    return { head: asIs, base: null, renamed: roots.renamed, underBase: null, lock: await lockOf(inputs, now, now), trees: null };

  const changed = changedFiles(client, { head: sides.head, base: isFirst && sides.tip ? sides.tip : sides.base, pull: pull?.number ?? null });
  const files = asIs.manifests.map(({ file }) => file).filter((file) => !roots.renamed.has(file));
  const found = await renamesOf(files, now, before, changed);
  const renamed = new Map([...found, ...roots.renamed]);
  const olds = roots.head.flatMap((root) => renamed.get(root) ?? []);
  const fresh = roots.head.filter((root) => now.blobs.has(root) && !renamed.has(root) && ![before, tip].some((side) => side?.blobs.has(root)));
  const returned = await withReturned(client, { base: before, tip: sides.tip ?? sides.base, fresh }, options);
  const stood = await gather(returned.reader, [...new Set([...roots.base, ...olds, ...returned.files])], builtIn, { prices });
  const withWord = (side: Gathered): Gathered => ({ ...side, problems: [...side.problems, ...returned.problems] });
  const told = withWord(asIs);
  const ruling = tip && tip !== before && (await gather(tip, stood.roots, builtIn, { prices }));
  const [head, base] = ruling ? [rebased(told, stood, ruling, renamed), rebased(stood, stood, ruling, new Map())] : [told, stood];

  // A manifest of base that head no longer reads is searched for, so that moving it does not escape its budget.
  const read = new Set(asIs.manifests.map(({ file }) => renamed.get(file) ?? file));
  const moved = await movedTo(
    stood.manifests.map(({ file }) => file).filter((file) => !read.has(file)),
    now,
    before,
    changed,
  );
  const renamedForBase = new Map([...found, ...roots.underBase.renamed, ...moved]);
  const rootsForBase = [...new Set([...roots.underBase.head, ...moved.keys()])];
  const lock = await lockOf(inputs, now, before);
  const editedLock = lock && isEdited(lock) ? lock.file : null;
  const underBase = await gatherUnderBase({ reader: now, roots: rootsForBase, book, prices, head, base, renamed: renamedForBase, editedLock });
  // If the change does not edit the lock, the lock at the tip of base applies, like every control.
  const newer = lock && editedLock === null && tip ? await lockOf(inputs, tip, tip) : lock;
  return {
    head,
    base,
    renamed,
    underBase: underBase && { ...underBase, side: withWord(underBase.side) },
    lock: newer,
    trees: { head: now, base: common ?? before },
  };
}

/** The lock of two sides; null if neither has one. @throws InputError if it lies outside of the repository */
async function lockOf({ lock, workingDirectory }: Inputs, head: Reader, base: Reader): Promise<LockFiles | null> {
  const file = inFolder(workingDirectory, lock ?? LOCK_NAME);
  if (!head.contains(file) || !base.contains(file)) {
    if (lock !== null) throw new InputError(outsideLock(lock));
    return null;
  }
  const [own, applied] = await Promise.all([head.read(file), base.read(file)]);
  return own || applied ? { file, applied, head: own } : null;
}

function wanted({ manifest, workingDirectory }: Inputs): Wanted {
  return { named: manifest, usual: MANIFEST_NAMES, folder: workingDirectory };
}

function priceFiles({ prices, workingDirectory }: Inputs, reader: Reader): string[] {
  const paths = prices.map((path) => inFolder(workingDirectory, path));
  for (const [index, path] of paths.entries()) if (!reader.contains(path)) throw new InputError(outsidePrices(prices[index] ?? path));
  return paths;
}

/** A commit that was read only in part gets no figures, only this problem. */
function unread(problem: Pick<Problem, "code" | "args">, { manifest }: Inputs): Gathered {
  const file = manifest[0] ?? MANIFEST_NAMES[0];
  return {
    roots: [],
    manifests: [],
    includes: new Map(),
    prices: new Map(),
    shared: [],
    files: new Map(),
    problems: [{ ...problem, severity: "error", file, path: [] }],
  };
}
