import { readFileSync } from "node:fs";
import picomatch from "picomatch";
import { expect, test } from "vitest";

/** The entry that SchemaStore's catalog is asked to take, once the project is published. */
test("the SchemaStore entry points to the manifest's schema and matches the default manifest paths", () => {
  const [entry, ...more] = JSON.parse(readFileSync(".github/schemastore.json", "utf8")) as {
    name: string;
    description: string;
    fileMatch: string[];
    url: string;
  }[];
  expect(more).toEqual([]);
  expect(Object.keys(entry ?? {})).toEqual(["name", "description", "fileMatch", "url"]);
  const { $id } = JSON.parse(readFileSync("schema/manifest.schema.json", "utf8")) as { $id: string };
  expect(entry?.url).toBe($id);
  for (const path of ["video-budget.yml", "video-budget.yaml", ".github/video-budget.yml"])
    expect(entry?.fileMatch.some((pattern) => picomatch(pattern)(path.split("/").at(-1) ?? ""))).toBe(true);
  // SchemaStore asks for a description of a few words, and a name without "schema" in it.
  expect(entry?.name).not.toMatch(/schema/i);
});
