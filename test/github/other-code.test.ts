import { describe, expect, test } from "vitest";
import { blobName, type FileOfCommit } from "../../src/github/blobs.ts";
import type { Client } from "../../src/github/client.ts";
import type { OtherFile } from "../../src/github/code/changed-code.ts";
import { type OtherSources, otherCode } from "../../src/github/code/other-code.ts";
import { unlikeliness } from "../../src/scan/paths/likely.ts";

const textOf = (path: string): string => `// ${path}\nveo\n`;
const fileOf = (path: string, text = textOf(path)): OtherFile => {
  const bytes = Buffer.from(text);
  return { path, blob: blobName(bytes, 40), size: bytes.length, unchanged: true };
};

/** All rounds over these files, from an API that has their texts, and what was asked for. */
async function rounds(files: readonly OtherFile[], more: Partial<OtherSources> = {}, withoutQueries = false) {
  const texts = new Map(files.map(({ path, blob }) => [blob, textOf(path)]));
  const asked = { queries: 0, alone: [] as string[] };
  const graphql = async (query: string): Promise<object> => {
    asked.queries++;
    if (withoutQueries) throw new Error("no GraphQL here");
    const fields = [...query.matchAll(/(b\d+): object\(oid: "(\w+)"\)/g)];
    return { repository: Object.fromEntries(fields.map(([, name = "", blob = ""]) => [name, { text: texts.get(blob), isTruncated: false }])) };
  };
  const fetch = async ({ path }: FileOfCommit): Promise<Uint8Array> => {
    asked.alone.push(path);
    return Buffer.from(textOf(path));
  };
  const client = { octokit: { graphql }, owner: "studio", repo: "films", ofApp: true } as unknown as Client;
  const sources: OtherSources = { client, fetch, local: () => null, isWorth: () => true, rank: unlikeliness, largest: 1_500_000, ...more };
  const found = [];
  for await (const round of otherCode(files, sources)) found.push(round);
  return { found, asked, paths: found.map(({ files: read }) => read.map(({ path }) => path)), left: found.map(({ left }) => left) };
}

const many = (count: number): OtherFile[] => Array.from({ length: count }, (_, index) => fileOf(`src/${String(index).padStart(4, "0")}.ts`));

describe("unchanged code of base", () => {
  test("is requested in queries of 100 files, the likeliest first", async () => {
    const { paths, left, asked } = await rounds([...many(150), fileOf("src/video/clip.ts"), fileOf("package/settings.json"), fileOf("lib/generate.ts")]);
    expect([asked.queries, left, paths[0]?.slice(0, 2), paths[1]?.at(-1)]).toEqual([
      2,
      [53, 0],
      ["src/video/clip.ts", "lib/generate.ts"],
      "package/settings.json",
    ]);
  });

  // 1 + 2 + 3 + 4 queries of 100 files.
  test("is limited to 1,000 files in 10 queries, and the rest is counted", async () => {
    const { left, asked } = await rounds(many(1_050));
    expect([asked.queries, left, asked.alone]).toEqual([10, [950, 750, 450, 50], []]);
  });

  test("is requested file by file if no query returned it whole, for five files at most", async () => {
    const large = many(7).map((file) => ({ ...file, size: 300_000 }));
    const { left, asked } = await rounds([...large, { ...fileOf("src/huge.ts"), size: 2_000_000 }]);
    expect([asked.queries, asked.alone.length, left]).toEqual([0, 5, [3]]);
  });

  test("is counted if the API does not return it, and not requested file by file", async () => {
    const { left, asked } = await rounds(many(20), {}, true);
    expect([asked.queries, asked.alone, left]).toEqual([1, [], [20]]);
  });

  test("is read from a checkout that has it, without a request", async () => {
    const { left, asked, paths } = await rounds(many(1_050), { local: ({ path }) => (path.endsWith("7.ts") ? null : Buffer.from(textOf(path))) });
    // 105 of 1,050 names end in 7.
    expect([asked.queries, left, paths[0]?.length]).toEqual([2, [105, 5, 0], 945]);
    expect((await rounds(many(1_050), { local: ({ path }) => Buffer.from(textOf(path)) })).asked.queries).toBe(0);
  });

  test("is not kept if it contains no word of a detector", async () => {
    const { left, paths } = await rounds(many(3), { isWorth: ({ path }) => path === "src/0001.ts" });
    expect([left, paths]).toEqual([[0], [["src/0001.ts"]]]);
  });
});
