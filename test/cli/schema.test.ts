import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runWith } from "./in-process.ts";
import { folderOf } from "./run.ts";

const schema = (...args: string[]) => runWith("dist/cli", folderOf({}), ["schema", ...args]);

test("schema prints the schema of manifests, or the one that is named", async () => {
  const ran = await schema();
  expect([ran.code, ran.stdout]).toEqual([0, readFileSync("schema/manifest.schema.json", "utf8")]);
  expect(JSON.parse((await schema("report")).stdout).title).toBe("A video-budget report");
});

test("schema --path prints the file's path", async () => {
  const { stdout } = await schema("prices", "--path");
  expect(stdout).toMatch(/schema\/prices\.schema\.json\n$/);
  expect(existsSync(stdout.trim())).toBe(true);
});

test("an unknown schema is answered with the names of all schemas", async () => {
  const ran = await schema("manifests");
  expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining("manifest, prices, report, reconcile, calibrate, rollup, scan, detector")]);
});
