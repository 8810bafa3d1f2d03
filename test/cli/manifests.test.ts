import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { manifestsOf } from "../../src/cli/manifests.ts";

const root = realpathSync(mkdtempSync(join(tmpdir(), "video-budget-")));
mkdirSync(join(root, ".git"));
mkdirSync(join(root, "services/api"), { recursive: true });
writeFileSync(join(root, "video-budget.yml"), "version: 1\n");
const from = (folder: string, ...named: string[]) => manifestsOf(named, join(root, folder), { stdin: process.stdin });

test("the nearest manifest above a folder, within the repository, is found and can be read", async () => {
  const { roots, reader } = await from("services/api");
  expect(roots).toEqual(["../../video-budget.yml"]);
  expect([await reader.contains("../../video-budget.yml"), (await reader.read("../../video-budget.yml"))?.length]).toEqual([true, 11]);
});

test("a folder means the manifest in it, and an error says if there is none", async () => {
  expect((await from("", ".")).roots).toEqual(["video-budget.yml"]);
  expect((await from("services", "../")).roots).toEqual(["../video-budget.yml"]);
  await expect(from("", "services")).rejects.toThrow("services is a folder, and none of video-budget.yml,");
});

test("a path has one spelling in the repository, however it is written", async () => {
  expect((await from("services", join(root, "video-budget.yml"))).roots).toEqual(["../video-budget.yml"]);
  expect((await from("", root)).roots).toEqual(["video-budget.yml"]);
});

test("a broken link is the manifest of its folder, so that the report says where it leads", async () => {
  symlinkSync("nowhere.yml", join(root, "services/video-budget.yml"));
  expect((await from("services")).roots).toEqual(["video-budget.yml"]);
});
