import { describe, expect, test } from "vitest";
import type { LineEdit } from "../../src/levers/line-edit.ts";
import { lineEdit } from "../../src/levers/line-edit.ts";
import { reviewFiles } from "../in-memory.ts";

/** What an edit does to the lines of a manifest. */
async function edited(text: string, path: string, to: unknown): Promise<LineEdit | null> {
  const { from } = await reviewFiles({ "video-budget.yml": text });
  return lineEdit(from.head, { file: "video-budget.yml", workload: "a", path, from: null, to });
}

const BLOCK = `version: 1
workloads:
  a:
    provider: acme
    model: acme-1 # the small one
    output: { duration: 10s }
    volume:
      per_month: 100
  b: { provider: acme, model: acme-1, volume: { per_month: 5 } }
`;

describe("the edit of a key", () => {
  test("replaces its line and keeps the rest of the line", async () => {
    expect(await edited(BLOCK, "model", "acme-credits")).toEqual({
      file: "video-budget.yml",
      line: 5,
      before: ["    model: acme-1 # the small one"],
      after: ["    model: acme-credits # the small one"],
    });
    expect(await edited(BLOCK, "volume.per_month", 40)).toMatchObject({ line: 8, before: ["      per_month: 100"], after: ["      per_month: 40"] });
    expect(await edited(BLOCK, "output.duration", 5)).toMatchObject({ line: 6, after: ["    output: { duration: 5 }"] });
  });

  test("adds a missing key after a line", async () => {
    expect(await edited(BLOCK, "takes", 1)).toMatchObject({ line: 8, before: ["      per_month: 100"], after: ["      per_month: 100", "    takes: 1"] });
    expect(await edited(BLOCK, "output.audio", false)).toMatchObject({ line: 6, after: ["    output: { duration: 10s, audio: false }"] });
  });

  test("keeps double quotes, so that JSON stays JSON", async () => {
    const json = JSON.stringify({ version: 1, workloads: { a: { provider: "acme", model: "acme-1", volume: { per_month: 5 } } } });
    expect(await edited(json, "model", "acme-credits")).toMatchObject({ line: 1, after: [json.replace("acme-1", "acme-credits")] });
  });

  test("is the same in a file with Windows line ends", async () => {
    expect(await edited(BLOCK.replaceAll("\n", "\r\n"), "volume.per_month", 40)).toMatchObject({
      line: 8,
      before: ["      per_month: 100"],
      after: ["      per_month: 40"],
    });
  });

  test("does not exist if another workload would change too, or if an alias is in the way", async () => {
    const shared = BLOCK.replace("output: {", "output: &long {").replace("volume: { per_month: 5 }", "output: *long, volume: { per_month: 5 }");
    expect(await edited(shared, "output.duration", 5)).toBeNull();
    const alias = BLOCK.replace("version: 1", "version: 1\nx-long: &long { duration: 10s }").replace("output: { duration: 10s }", "output: *long");
    expect(await edited(alias, "output.duration", 5)).toBeNull();
  });
});
