import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { diskReader } from "../../src/files/disk.ts";

function folder(...paths: string[]): string {
  const root = mkdtempSync(join(tmpdir(), "video-budget-disk-"));
  for (const path of paths) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), "");
  }
  return root;
}

const root = folder("v.yml", "a/v.yml", "a/b/v.yml", "a/.c/v.yml", "node_modules/x/v.yml", ".git/v.yml", "other/w.yml");

test.each<[string, string[]]>([
  ["**/v.yml", ["a/.c/v.yml", "a/b/v.yml", "a/v.yml", "v.yml"]],
  ["*/v.yml", ["a/v.yml"]],
  ["a/*/v.yml", ["a/.c/v.yml", "a/b/v.yml"]],
  ["{a,other}/*.yml", ["a/v.yml", "other/w.yml"]],
  ["nowhere/**/v.yml", []],
  ["v.yml/*", []],
])("%s finds the matching files", async (pattern, expected) => {
  expect(await diskReader(root, ["."]).glob([pattern])).toEqual(expected);
});

test("patterns can reach above the folder, and can start at the root of the disk", async () => {
  const reader = diskReader(join(root, "a"), [".."]);
  expect(await reader.glob(["../other/*.yml"])).toEqual(["../other/w.yml"]);
  expect(await reader.glob([`${root}/other/*`])).toEqual([`${root}/other/w.yml`]);
});

test("a link to a folder above is not entered", async () => {
  const looped = folder("a/v.yml");
  symlinkSync("..", join(looped, "a/up"));
  expect(await diskReader(looped, ["."]).glob(["**/v.yml"])).toEqual(["a/v.yml"]);
});

test.each(["nothing.yml", "a", "v.yml/x", "x".repeat(70_000), "a\u0000b"])("%.20s is not a file", async (path) => {
  expect(await diskReader(root, ["."]).read(path)).toBeNull();
});
