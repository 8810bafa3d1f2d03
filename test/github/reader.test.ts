import { expect, test } from "vitest";
import { blobReader } from "../../src/github/blobs.ts";
import type { Client } from "../../src/github/client.ts";
import { treeReader } from "../../src/github/reader.ts";

/** A commit with one file that the listing gives this size, and whose contents are these. */
function commitWith(size: number, content: string): Client {
  const getTree = async (): Promise<object> => ({ data: { truncated: false, tree: [{ path: "a.yml", mode: "100644", type: "blob", sha: "b1", size }] } });
  const getBlob = async (): Promise<object> => ({ data: { content, encoding: "base64" } });
  return { octokit: { rest: { git: { getTree, getBlob } } }, owner: "studio", repo: "films", ofApp: true } as unknown as Client;
}

test("an answer without contents for a nonempty file is an error, never an empty manifest", async () => {
  const client = commitWith(11, "");
  const reader = await treeReader(client, "c1", { fetch: blobReader(client), maxBytes: 100 });
  await expect(reader.read("a.yml")).rejects.toThrow("none of the 11 bytes of b1");
});

test("an empty file is read as empty", async () => {
  const client = commitWith(0, "");
  const reader = await treeReader(client, "c1", { fetch: blobReader(client), maxBytes: 100 });
  expect(await reader.read("a.yml")).toHaveLength(0);
});
