import { describe, expect, test } from "vitest";
import { findManifests, inFolder, type Roots } from "../../src/github/manifests.ts";
import { readerOf } from "../in-memory.ts";

const USUAL = ["video-budget.yml", "video-budget.yaml", ".github/video-budget.yml"];

/** Finds among files of these names, whatever is in them. */
function find(head: string[], base: string[] | null, { named = [], folder = "" }: { named?: string[]; folder?: string } = {}): Promise<Roots> {
  const reader = (paths: string[]) => readerOf(Object.fromEntries(paths.map((path) => [path, "x"])));
  return findManifests({ named, usual: USUAL, folder }, reader(head), base && reader(base));
}

describe("manifests that the workflow does not name", () => {
  test.each<[string, string[], string[] | null, string[], string[], [string, string][]]>([
    ["the first default name", ["video-budget.yaml", ".github/video-budget.yml"], null, ["video-budget.yaml"], [], []],
    ["on both sides", ["video-budget.yml"], ["video-budget.yml"], ["video-budget.yml"], ["video-budget.yml"], []],
    ["new on head", ["video-budget.yml"], [], ["video-budget.yml"], [], []],
    ["gone from head", [], ["video-budget.yml"], [], ["video-budget.yml"], []],
    ["none at all", [], [], [], [], []],
    [
      "moved to another default name",
      [".github/video-budget.yml"],
      ["video-budget.yml"],
      [".github/video-budget.yml"],
      ["video-budget.yml"],
      [[".github/video-budget.yml", "video-budget.yml"]],
    ],
    [
      "another one before base's",
      ["video-budget.yml", ".github/video-budget.yml"],
      [".github/video-budget.yml"],
      ["video-budget.yml"],
      [".github/video-budget.yml"],
      [["video-budget.yml", ".github/video-budget.yml"]],
    ],
  ])("are chosen from head and base: %s", async (_, head, base, heads, bases, renamed) => {
    expect(await find(head, base)).toMatchObject({ head: heads, base: bases, renamed: new Map(renamed) });
  });

  test("under base's rules are base's manifest if head has it, otherwise the moved one", async () => {
    const both = await find(["video-budget.yml", ".github/video-budget.yml"], [".github/video-budget.yml"]);
    expect(both.underBase).toEqual({ head: [".github/video-budget.yml"], renamed: new Map() });
    const moved = await find(["video-budget.yml"], [".github/video-budget.yml"]);
    expect(moved.underBase).toEqual({ head: ["video-budget.yml"], renamed: new Map([["video-budget.yml", ".github/video-budget.yml"]]) });
  });

  test("are found only in the working directory", async () => {
    expect((await find(["video-budget.yml", "apps/web/video-budget.yml"], null, { folder: "apps/web" })).head).toEqual(["apps/web/video-budget.yml"]);
  });
});

describe("manifests that the workflow names", () => {
  test("can be paths and globs; each file counts once, in the given order", async () => {
    const files = ["b/m.yml", "a/m.yml", "root.yml"];
    expect((await find(files, null, { named: ["root.yml", "*/m.yml", "a/m.yml"] })).head).toEqual(["root.yml", "a/m.yml", "b/m.yml"]);
  });

  test("are kept if neither side has them, to be reported, and gone if only base has them", async () => {
    expect((await find(["a.yml"], null, { named: ["a.yml", "lost.yml", "*/none.yml"] })).head).toEqual(["a.yml", "lost.yml"]);
    expect((await find([], null, { named: ["a.yml", "*/none.yml"] })).head).toEqual(["a.yml"]);
    expect((await find([], ["a.yml"], { named: ["a.yml"] })).head).toEqual([]);
    expect((await find([], ["a.yml"], { named: ["a.yml", "lost.yml"] })).head).toEqual(["lost.yml"]);
  });

  test("cannot be joined by a comma, unless a file has that name", async () => {
    await expect(find(["a.yml", "b.yml"], null, { named: ["a.yml,b.yml"] })).rejects.toThrow(
      '"a.yml,b.yml", which is no file of the repository: write one path a line',
    );
    expect((await find(["a,b.yml"], null, { named: ["a,b.yml"] })).head).toEqual(["a,b.yml"]);
  });

  test("are matched on base with the same patterns, including those that head lost", async () => {
    expect(await find(["a/m.yml"], ["a/m.yml", "b/m.yml"], { named: ["*/m.yml"] })).toEqual({
      head: ["a/m.yml"],
      base: ["a/m.yml", "b/m.yml"],
      renamed: new Map(),
      underBase: { head: ["a/m.yml"], renamed: new Map() },
    });
  });

  test("are kept if their path is not allowed, to be refused later", async () => {
    expect((await find([], null, { named: ["../outside.yml"] })).head).toEqual(["../outside.yml"]);
  });
});

test.each([
  ["", "a.yml", "a.yml"],
  ["apps/web", "a.yml", "apps/web/a.yml"],
  ["apps/web", "../a.yml", "apps/a.yml"],
  ["apps", "../../a.yml", "../a.yml"],
  ["apps", "/etc/passwd", "/etc/passwd"],
])("in folder %j, the path %s is %s", (folder, path, expected) => {
  expect(inFolder(folder, path)).toBe(expected);
});
