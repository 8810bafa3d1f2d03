import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runWith } from "./in-process.ts";
import { folderOf } from "./run.ts";

const schema = (...args: string[]) => runWith("dist/cli", folderOf({}), ["schema", ...args]);

test("prints the schema of manifests, or the one that is named", async () => {
  const ran = await schema();
  expect([ran.code, ran.stdout]).toEqual([0, readFileSync("schema/manifest.schema.json", "utf8")]);
  expect(JSON.parse((await schema("report")).stdout).title).toBe("A video-budget report");
});

test("--path says where the file is", async () => {
  const { stdout } = await schema("prices", "--path");
  expect(stdout).toMatch(/schema\/prices\.schema\.json\n$/);
  expect(existsSync(stdout.trim())).toBe(true);
});

test("a name that is none is answered with those there are", async () => {
  const ran = await schema("manifests");
  expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining("manifest, prices, report, reconcile, calibrate, rollup, scan, detector")]);
});
