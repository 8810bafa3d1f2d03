import { diskReader } from "../files/disk.ts";
import { type Gathered, gather, type Reader } from "../gather.ts";
import type { Client } from "../github/client.ts";
import type { Context } from "../github/context.ts";
import { InputError, type Inputs } from "../github/inputs.ts";
import { findManifests, inFolder, type Wanted } from "../github/manifests.ts";
import { TreeTruncatedError, treeReader } from "../github/reader.ts";
import { renamesOf } from "../github/renames.ts";
import { type Sides, sidesOf } from "../github/sides.ts";
import { MANIFEST_NAMES } from "../manifest/names.ts";
import { MAX_BYTES } from "../yaml/read.ts";
import { outsidePrices } from "./notices.ts";

/** Both sides as the review takes them, and the commits they were read at (null: the working tree). */
export type Read = { head: Gathered; base: Gathered | null; renamed: ReadonlyMap<string, string>; sides: Sides | null };

/**
 * Reads what is to be compared. A pull request or a group of the merge queue is read through the API,
 * so that it needs no checkout and runs nothing of the pull request. Other events compare nothing, and
 * read the checkout if the manifest is in it: a step before may have written it.
 * @param snapshot of the built-in price book
 * @throws InputError, and the errors of the API and of node:fs
 */
export async function readSides(client: Client, context: Context, inputs: Inputs, snapshot: string): Promise<Read> {
  if (!context.pull && !context.group && context.workspace) {
    const disk = diskReader(context.workspace, [context.workspace]);
    const roots = await findManifests(wanted(inputs), disk, null);
    if (roots.head.length > 0) return { head: await gather(disk, roots.head, snapshot, priceFiles(inputs, disk)), base: null, renamed: new Map(), sides: null };
  }
  const sides = await sidesOf(client, context);
  try {
    return { ...(await readCommits(client, context, inputs, snapshot, sides)), sides };
  } catch (error) {
    if (error instanceof TreeTruncatedError) return { head: truncated(error, inputs), base: null, renamed: new Map(), sides };
    throw error;
  }
}

async function readCommits(client: Client, { pull }: Context, inputs: Inputs, snapshot: string, sides: Sides): Promise<Omit<Read, "sides">> {
  const options = { cache: new Map(), maxBytes: MAX_BYTES };
  const [now, before] = await Promise.all([treeReader(client, sides.head, options), sides.base === null ? null : treeReader(client, sides.base, options)]);
  const roots = await findManifests(wanted(inputs), now, before);
  const prices = priceFiles(inputs, now);
  const head = await gather(now, roots.head, snapshot, prices);
  if (!before || sides.base === null) return { head, base: null, renamed: roots.renamed };
  const files = head.manifests.map(({ file }) => file).filter((file) => !roots.renamed.has(file));
  const found = await renamesOf(client, files, now, before, { head: sides.head, base: sides.base, pull: pull?.number ?? null });
  const renamed = new Map([...found, ...roots.renamed]);
  const olds = roots.head.flatMap((root) => renamed.get(root) ?? []);
  return { head, base: await gather(before, [...new Set([...roots.base, ...olds])], snapshot, prices), renamed };
}

function wanted({ manifest, workingDirectory }: Inputs): Wanted {
  return { named: manifest, usual: MANIFEST_NAMES, folder: workingDirectory };
}

function priceFiles({ prices, workingDirectory }: Inputs, reader: Reader): string[] {
  const paths = prices.map((path) => inFolder(workingDirectory, path));
  for (const [index, path] of paths.entries()) if (!reader.contains(path)) throw new InputError(outsidePrices(prices[index] ?? path));
  return paths;
}

/** Nothing is known of a commit that GitHub lists in part, so nothing is said of it but that. */
function truncated({ sha }: TreeTruncatedError, { manifest }: Inputs): Gathered {
  const file = manifest[0] ?? MANIFEST_NAMES[0];
  return {
    roots: [],
    manifests: [],
    includes: new Map(),
    prices: new Map(),
    files: new Map(),
    problems: [{ code: "tree-truncated", severity: "error", file, path: [], args: { sha } }],
  };
}
