import { type BlobReader, queriesOf, readTogether } from "../blobs.ts";
import type { Client } from "../client.ts";
import { type CodeFile, httpFailure, type OtherFile } from "./changed-code.ts";

/** The files of one round, and how many files are still unread. */
export type Round = { files: readonly (CodeFile & { unchanged: boolean })[]; left: number };

export type OtherSources = {
  client: Client;
  fetch: BlobReader;
  /** A file of the checkout with exactly these contents; null if there is none. */
  local: (file: OtherFile) => Uint8Array | null;
  /** Whether a file contains a word of a detector. Other files are dropped. */
  isWorth: (file: CodeFile) => boolean;
  /** The rank of a path; a lower rank means that a call is more likely. */
  rank: (path: string) => number;
  /** The largest file to request, in bytes. */
  largest: number;
};

/** The number of queries in each round, 10 in all. */
const ROUNDS = [1, 2, 3, 4];
/** The most files that are fetched one by one, because they are too large for a query. */
const MOST_ALONE = 5;
/** The most bytes to keep of a checkout. */
const MOST_BYTES = 100_000_000;

/**
 * Reads the code of base that a change does not touch, in rounds, while the caller requests the next: first files of the checkout,
 * without a request, then the most likely paths, 100 files or 1 MB in a query. At most 10 queries and 5 single files, which is about 1,000 files.
 */
export async function* otherCode(others: readonly OtherFile[], sources: OtherSources): AsyncGenerator<Round> {
  const { client, local, isWorth, rank } = sources;
  const worth = (files: readonly (CodeFile & { unchanged: boolean })[]): typeof files => files.filter(isWorth);
  const { read, missing } = fromCheckout(others, local, isWorth);
  let left = missing.length;
  if (left < others.length) yield { files: read, left };

  const wanted = missing.sort((first, second) => rank(first.path) - rank(second.path) || (first.path < second.path ? -1 : 1));
  const queries = queriesOf(wanted);
  for (const many of ROUNDS) {
    const round = queries.splice(0, many);
    if (round.length === 0) break;
    const answers = await Promise.all(round.map((query) => readTogether(client, query)));
    const files = round.flat().flatMap(({ path, blob, unchanged }) => {
      const content = answers.map((answer) => answer.get(blob)).find((bytes) => bytes !== undefined);
      return content ? [{ path, content, unchanged }] : [];
    });
    left -= files.length;
    yield { files: worth(files), left };
  }
  const alone = await readAlone(wanted, sources);
  if (alone.length > 0) yield { files: worth(alone), left: left - alone.length };
}

function fromCheckout(
  others: readonly OtherFile[],
  local: OtherSources["local"],
  isWorth: OtherSources["isWorth"],
): { read: (CodeFile & { unchanged: boolean })[]; missing: OtherFile[] } {
  const read: (CodeFile & { unchanged: boolean })[] = [];
  const missing: OtherFile[] = [];
  let bytes = 0;
  for (const file of others) {
    const content = bytes > MOST_BYTES ? null : local(file);
    if (content === null) missing.push(file);
    else if (isWorth({ path: file.path, content })) {
      read.push({ path: file.path, content, unchanged: file.unchanged });
      bytes += content.length;
    }
  }
  return { read, missing };
}

/** The most likely files that are too large for a query. @throws any error that is not an answer of the API */
async function readAlone(wanted: readonly OtherFile[], { fetch, largest }: OtherSources): Promise<(CodeFile & { unchanged: boolean })[]> {
  const queried = new Set(queriesOf(wanted).flat());
  const some = wanted.filter((file) => !queried.has(file) && file.size <= largest).slice(0, MOST_ALONE);
  const read = await Promise.all(
    some.map(async (file) => {
      try {
        return [{ path: file.path, content: await fetch(file), unchanged: file.unchanged }];
      } catch (error) {
        if (!httpFailure(error)) throw error;
        return [];
      }
    }),
  );
  return read.flat();
}
