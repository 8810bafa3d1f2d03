import type { Reader } from "../gather.ts";
import { globOf } from "../notation/glob.ts";
import { followLinks, LinkError } from "../notation/link-target.ts";
import type { BlobReader, FileOfCommit } from "./blobs.ts";
import type { Client } from "./client.ts";

/** A reader of one commit that also lists its files: Git hash, size, and whether it is a symbolic link, by path. */
export type TreeReader = Reader & { blobs: ReadonlyMap<string, string>; files: ReadonlyMap<string, FileOfCommit & { isLink: boolean }> };

/** Thrown if GitHub lists only part of a commit (above about 100,000 files or 7 MB), so that an unlisted file may exist. */
export class TreeTruncatedError extends Error {
  override name = "TreeTruncatedError";
  readonly sha: string;
  constructor(sha: string) {
    super(`GitHub lists only part of the files of ${sha}`);
    this.sha = sha;
  }
}

/** How the files of a commit are read. Both sides share `fetch`. A file above `maxBytes` is not fetched and is rejected for its size when it is parsed. */
export type ReadOptions = { fetch: BlobReader; maxBytes: number };

/**
 * Reads files of one commit through the API as data, without a checkout. One request lists the commit. Symbolic links are followed inside the
 * repository, as in a checkout, but never out of it. Submodules are not read.
 * @throws TreeTruncatedError, errors of the API
 */
export async function treeReader(client: Client, sha: string, { fetch, maxBytes }: ReadOptions): Promise<TreeReader> {
  const { octokit, owner, repo } = client;
  const { data } = await octokit.rest.git.getTree({ owner, repo, tree_sha: sha, recursive: "true" });
  if (data.truncated) throw new TreeTruncatedError(sha);
  const files = new Map<string, FileOfCommit & { isLink: boolean }>();
  const modules = new Set<string>();
  for (const { path, mode, type, sha: blob, size } of data.tree) {
    if (type === "blob") files.set(path, { path, blob, size: size ?? 0, isLink: mode === SYMLINK });
    else if (type !== "tree") modules.add(path);
  }
  const targetOf = async (path: string): Promise<string | null> => {
    const file = files.get(path);
    return file?.isLink ? Buffer.from(await fetch(file)).toString("utf8") : null;
  };
  const followed = new Map<string, Promise<string>>();
  const follow = async (path: string): Promise<string> => {
    const to = await followLinks(path, targetOf);
    if (isOfModule(to)) throw new LinkError(path, to, "outside");
    return to;
  };
  /** Whether a path is in a submodule, which is another repository. */
  const isOfModule = (path: string): boolean => path.split("/").some((_, index, parts) => modules.has(parts.slice(0, index + 1).join("/")));
  return {
    files,
    blobs: new Map([...files].map(([path, { blob }]) => [path, blob])),
    async read(path) {
      const file = files.get(path);
      if (!file) return null;
      return file.size > maxBytes ? new Uint8Array(file.size) : fetch(file);
    },
    follow(path) {
      const known = followed.get(path) ?? follow(path);
      followed.set(path, known);
      return known;
    },
    async glob(patterns) {
      const { matches } = globOf(patterns);
      return [...files.keys()].filter(matches).sort();
    },
    contains: (path) => !path.startsWith("/") && !path.startsWith("../") && !isOfModule(path),
  };
}

const SYMLINK = "120000";
