import { join } from "node:path";
import { expect, test } from "vitest";
import { growthOfYoungObjects } from "../../src/cli/young-objects.ts";
import { folderOf } from "./run.ts";

test("only a file of more than 32 kB gives young objects more room", () => {
  const folder = folderOf({ "small.yml": "x".repeat(32_768), "large.yml": "x".repeat(32_769) });
  const growth = (...named: string[]): number => growthOfYoungObjects(named.map((name) => (name.endsWith(".yml") ? join(folder, name) : name)));
  expect([growth(), growth("small.yml"), growth("--format", "json"), growth(folder), growth("missing.yml"), growth("x".repeat(10_000))]).toEqual(
    Array.from({ length: 6 }, () => 16),
  );
  expect([growth("large.yml"), growth("--format", "json", "small.yml", "large.yml")]).toEqual([32, 32]);
});
