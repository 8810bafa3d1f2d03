import { describe, expect, test } from "vitest";
import { findManifests, inFolder, type Roots } from "../../src/github/manifests.ts";
import { readerOf } from "../in-memory.ts";

const USUAL = ["video-budget.yml", "video-budget.yaml", ".github/video-budget.yml"];

/** Finds among files of these names, whatever is in them. */
function find(head: string[], base: string[] | null, { named = [], folder = "" }: { named?: string[]; folder?: string } = {}): Promise<Roots> {
  const reader = (paths: string[]) => readerOf(Object.fromEntries(paths.map((path) => [path, "x"])));
  return findManifests({ named, usual: USUAL, folder }, reader(head), base && reader(base));
}

describe("if the workflow names none", () => {
  test.each<[string, string[], string[] | null, string[], string[], [string, string][]]>([
    ["the first usual name", ["video-budget.yaml", ".github/video-budget.yml"], null, ["video-budget.yaml"], [], []],
    ["on both sides", ["video-budget.yml"], ["video-budget.yml"], ["video-budget.yml"], ["video-budget.yml"], []],
    ["new on head", ["video-budget.yml"], [], ["video-budget.yml"], [], []],
    ["gone from head", [], ["video-budget.yml"], [], ["video-budget.yml"], []],
    ["none at all", [], [], [], [], []],
    [
      "moved to another usual name",
      [".github/video-budget.yml"],
      ["video-budget.yml"],
      [".github/video-budget.yml"],
      ["video-budget.yml"],
      [[".github/video-budget.yml", "video-budget.yml"]],
    ],
    [
      "another in front of base's",
      ["video-budget.yml", ".github/video-budget.yml"],
      [".github/video-budget.yml"],
      ["video-budget.yml"],
      [".github/video-budget.yml"],
      [["video-budget.yml", ".github/video-budget.yml"]],
    ],
  ])("%s", async (_, head, base, heads, bases, renamed) => {
    expect(await find(head, base)).toMatchObject({ head: heads, base: bases, renamed: new Map(renamed) });
  });

  test("by base's rules it is the manifest that base reads, while head has it, and else the one that was moved", async () => {
    const both = await find(["video-budget.yml", ".github/video-budget.yml"], [".github/video-budget.yml"]);
    expect(both.underBase).toEqual({ head: [".github/video-budget.yml"], renamed: new Map() });
    const moved = await find(["video-budget.yml"], [".github/video-budget.yml"]);
    expect(moved.underBase).toEqual({ head: ["video-budget.yml"], renamed: new Map([["video-budget.yml", ".github/video-budget.yml"]]) });
  });

  test("only in the working directory", async () => {
    expect((await find(["video-budget.yml", "apps/web/video-budget.yml"], null, { folder: "apps/web" })).head).toEqual(["apps/web/video-budget.yml"]);
  });
});

describe("if the workflow names some", () => {
  test("paths and globs, each file once, in the order named", async () => {
    const files = ["b/m.yml", "a/m.yml", "root.yml"];
    expect((await find(files, null, { named: ["root.yml", "*/m.yml", "a/m.yml"] })).head).toEqual(["root.yml", "a/m.yml", "b/m.yml"]);
  });

  test("a path that no side has is kept, to be reported; one that only base has is gone", async () => {
    expect((await find(["a.yml"], null, { named: ["a.yml", "lost.yml", "*/none.yml"] })).head).toEqual(["a.yml", "lost.yml"]);
    expect((await find([], null, { named: ["a.yml", "*/none.yml"] })).head).toEqual(["a.yml"]);
    expect((await find([], ["a.yml"], { named: ["a.yml"] })).head).toEqual([]);
    expect((await find([], ["a.yml"], { named: ["a.yml", "lost.yml"] })).head).toEqual(["lost.yml"]);
  });

  test("paths joined by a comma are refused, unless a file has that name", async () => {
    await expect(find(["a.yml", "b.yml"], null, { named: ["a.yml,b.yml"] })).rejects.toThrow(
      '"a.yml,b.yml", which is no file of the repository: write one path a line',
    );
    expect((await find(["a,b.yml"], null, { named: ["a,b.yml"] })).head).toEqual(["a,b.yml"]);
  });

  test("base has those of the same patterns, also those that head lost", async () => {
    expect(await find(["a/m.yml"], ["a/m.yml", "b/m.yml"], { named: ["*/m.yml"] })).toEqual({
      head: ["a/m.yml"],
      base: ["a/m.yml", "b/m.yml"],
      renamed: new Map(),
      underBase: { head: ["a/m.yml"], renamed: new Map() },
    });
  });

  test("a path that may not be read is refused later, not overlooked", async () => {
    expect((await find([], null, { named: ["../outside.yml"] })).head).toEqual(["../outside.yml"]);
  });
});

test.each([
  ["", "a.yml", "a.yml"],
  ["apps/web", "a.yml", "apps/web/a.yml"],
  ["apps/web", "../a.yml", "apps/a.yml"],
  ["apps", "../../a.yml", "../a.yml"],
  ["apps", "/etc/passwd", "/etc/passwd"],
])("in %j, %s is %s", (folder, path, expected) => {
  expect(inFolder(folder, path)).toBe(expected);
});
