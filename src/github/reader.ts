import type { Reader } from "../gather.ts";
import { globOf } from "../notation/glob.ts";
import type { Client } from "./client.ts";

/** A reader of one commit that also knows every file of it: blob by path. */
export type TreeReader = Reader & { blobs: ReadonlyMap<string, string> };

/** GitHub listed only part of a commit (above some 100,000 files or 7 MB): what is not listed may be there. */
export class TreeTruncatedError extends Error {
  override name = "TreeTruncatedError";
  readonly sha: string;
  constructor(sha: string) {
    super(`GitHub lists only part of the files of ${sha}`);
    this.sha = sha;
  }
}

/** Contents by blob, shared by both sides, so that an unchanged file is fetched once. */
export type BlobCache = Map<string, Promise<Uint8Array>>;

/**
 * Reads files of one commit through the API, as data: nothing is checked out. One request lists the
 * commit, and each file read is one more. Symbolic links and submodules are never files.
 * @param maxBytes a larger file is refused when it is parsed, by its size: its contents are not fetched
 * @throws TreeTruncatedError, the errors of the API
 */
export async function treeReader(client: Client, sha: string, { cache, maxBytes }: { cache: BlobCache; maxBytes: number }): Promise<TreeReader> {
  const { octokit, owner, repo } = client;
  const { data } = await octokit.rest.git.getTree({ owner, repo, tree_sha: sha, recursive: "true" });
  if (data.truncated) throw new TreeTruncatedError(sha);
  const files = new Map<string, { blob: string; size: number }>();
  const refused = new Set<string>();
  for (const { path, mode, type, sha: blob, size } of data.tree) {
    if (type === "blob" && mode !== SYMLINK) files.set(path, { blob, size: size ?? 0 });
    else if (type !== "tree") refused.add(path);
  }
  return {
    blobs: new Map([...files].map(([path, { blob }]) => [path, blob])),
    async read(path) {
      const file = files.get(path);
      if (!file) return null;
      if (file.size > maxBytes) return new Uint8Array(file.size);
      const known = cache.get(file.blob) ?? fetchBlob(client, file);
      cache.set(file.blob, known);
      return known;
    },
    follow: async (path) => path,
    async glob(patterns) {
      const { matches } = globOf(patterns);
      return [...files.keys()].filter(matches).sort();
    },
    contains(path) {
      const parts = path.split("/");
      if (path.startsWith("/") || parts.includes("..")) return false;
      return !parts.some((_, index) => refused.has(parts.slice(0, index + 1).join("/")));
    },
  };
}

const SYMLINK = "120000";

/** By the blob and not by the path: the contents API ends at 1 MB. */
async function fetchBlob({ octokit, owner, repo }: Client, { blob, size }: { blob: string; size: number }): Promise<Uint8Array> {
  const { data } = await octokit.rest.git.getBlob({ owner, repo, file_sha: blob });
  const bytes = Buffer.from(data.content, data.encoding === "base64" ? "base64" : "utf8");
  // An answer without contents is not an empty manifest.
  if (bytes.length === 0 && size > 0) throw Object.assign(new Error(`the answer has none of the ${size} bytes of ${blob}`), { status: 502 });
  return bytes;
}
