import { createHash } from "node:crypto";
import type { Client } from "./client.ts";

/** A file of a commit: its path, the Git hash of its contents, and their size in bytes. */
export type FileOfCommit = { path: string; blob: string; size: number };

/** The most files that a run reads through the API. Each may be a request, and a workflow's token has 1,000 an hour. */
export const MOST_FILES = 200;

/** Thrown if more files are wanted than a run may read. `files`: how many were wanted. */
export class TooManyFilesError extends Error {
  override name = "TooManyFilesError";
  readonly files: number;
  constructor(files: number) {
    super(`${files} files are wanted, and at most ${MOST_FILES} are read`);
    this.files = files;
  }
}

/** Fewer files than this are fetched one by one. */
const TOGETHER_FROM = 5;

/** The most files and bytes in one query. GraphQL truncates a text at half a megabyte. */
const TOGETHER = 100;
const TOGETHER_BYTES = 1_000_000;
const LONGEST_TEXT = 250_000;

/** Reads the contents of a file of either side. @throws TooManyFilesError, errors of the API */
export type BlobReader = (file: FileOfCommit) => Promise<Uint8Array>;

type Wanted = FileOfCommit & { resolve: (bytes: Uint8Array) => void; reject: (error: unknown) => void };

/**
 * Fetches contents by their Git hash, each only once: a file that is equal on both sides needs one request. Files that are requested at
 * the same moment are fetched together, up to 100 small files in a query. A file that the answer lacks, or whose contents do not match
 * the hash, is fetched by itself. A path on both sides counts as one file. If too many files are wanted, none is fetched.
 * @param most the most paths to read
 */
export function blobReader(client: Client, most: number = MOST_FILES): BlobReader {
  const known = new Map<string, Promise<Uint8Array>>();
  const paths = new Set<string>();
  let waiting: Wanted[] = [];

  async function flush(): Promise<void> {
    const wanted = waiting;
    waiting = [];
    if (paths.size > most) return wanted.forEach(({ reject }) => void reject(new TooManyFilesError(paths.size)));
    const got = wanted.length < TOGETHER_FROM ? new Map<string, Uint8Array>() : await together(client, wanted);
    for (const one of wanted) {
      const bytes = got.get(one.blob);
      if (bytes) one.resolve(bytes);
      else fetchBlob(client, one).then(one.resolve, one.reject);
    }
  }

  return (file) => {
    paths.add(file.path);
    const before = known.get(file.blob);
    if (before && paths.size <= most) return before;
    const asked = new Promise<Uint8Array>((resolve, reject) => {
      if (waiting.length === 0) setImmediate(() => void flush());
      waiting.push({ ...file, resolve, reject });
    });
    known.set(file.blob, asked);
    return asked;
  };
}

/** The contents of many files by Git hash. Files that the answer lacks or truncates are missing. */
async function together(client: Client, wanted: readonly FileOfCommit[]): Promise<Map<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  for (const batch of queriesOf(wanted)) for (const [blob, bytes] of await readTogether(client, batch)) found.set(blob, bytes);
  return found;
}

/** Groups files into queries of 100 files or 1 MB. A file that is too large for a query is in none. */
export function queriesOf<File extends FileOfCommit>(wanted: readonly File[]): File[][] {
  const queries: File[][] = [];
  let bytes = TOGETHER_BYTES;
  for (const file of wanted) {
    if (file.size > LONGEST_TEXT || !/^[0-9a-f]{40,64}$/.test(file.blob)) continue;
    if (bytes >= TOGETHER_BYTES || queries.at(-1)?.length === TOGETHER) {
      queries.push([]);
      bytes = 0;
    }
    queries.at(-1)?.push(file);
    bytes += file.size;
  }
  return queries;
}

/** Runs one query of `queriesOf`. @returns contents by Git hash; files that the answer lacks are missing and are not requested again */
export async function readTogether(client: Client, query: readonly FileOfCommit[]): Promise<Map<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  for (const text of await textsOf(client, query)) {
    const bytes = Buffer.from(text, "utf8");
    for (const length of [40, 64]) found.set(blobName(bytes, length), bytes);
  }
  return found;
}

type Texts = { repository: Record<string, { text?: string | null; isTruncated?: boolean } | null> | null };

/** If a query fails, its files are fetched one by one. */
async function textsOf({ octokit, owner, repo }: Client, batch: readonly FileOfCommit[]): Promise<string[]> {
  const fields = batch.map(({ blob }, index) => `b${index}: object(oid: "${blob}") { ... on Blob { text isTruncated } }`);
  const query = `query($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { ${fields.join(" ")} } }`;
  try {
    const { repository } = await octokit.graphql<Texts>(query, { owner, repo, request: { retries: 0 } });
    return Object.values(repository ?? {}).flatMap((object) => (object && !object.isTruncated && typeof object.text === "string" ? [object.text] : []));
  } catch {
    return [];
  }
}

/** The Git hash of contents. @param digits 40 for SHA-1, 64 for SHA-256 */
export function blobName(bytes: Uint8Array, digits: number): string {
  return createHash(digits === 40 ? "sha1" : "sha256")
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest("hex");
}

/** Fetches one file by its hash, because the API that takes a path is limited to 1 MB. */
async function fetchBlob({ octokit, owner, repo }: Client, { blob, size }: FileOfCommit): Promise<Uint8Array> {
  const { data } = await octokit.rest.git.getBlob({ owner, repo, file_sha: blob });
  const bytes = Buffer.from(data.content, data.encoding === "base64" ? "base64" : "utf8");
  // An answer without contents is not an empty manifest.
  if (bytes.length === 0 && size > 0) throw Object.assign(new Error(`the answer has none of the ${size} bytes of ${blob}`), { status: 502 });
  return bytes;
}
