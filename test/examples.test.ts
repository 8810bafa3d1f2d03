import { describe, expect, test } from "vitest";
import { report } from "../src/report/review/schema.ts";
import { videoBudget } from "./cli/run.ts";

/** Every example and the report that it gives, so that neither can drift from the other. */
const examples = ["solo", "studio", "monorepo"];
const formats = { text: "txt", json: "json", markdown: "md" } as const;

describe.each(examples)("examples/%s", (name) => {
  test.each(Object.entries(formats))("prints its report as %s", async (format, ending) => {
    const ran = await videoBudget(["check", `examples/${name}/video-budget.yml`, "--date", "2026-11-22", "--format", format]);
    expect([ran.code, ran.stderr]).toEqual([0, ""]);
    if (format === "json") expect(report.safeParse(JSON.parse(ran.stdout)).error?.issues).toBeUndefined();
    await expect(ran.stdout).toMatchFileSnapshot(`../examples/${name}/report.${ending}`);
  });
});

test("examples/pull-request is over its limits, and its report is the comment", async () => {
  const args = ["check", "examples/pull-request/video-budget.yml", "--base", "examples/pull-request/base.yml", "--date", "2026-11-22", "--format", "markdown"];
  const ran = await videoBudget(args);
  expect([ran.code, ran.stderr]).toEqual([1, ""]);
  await expect(ran.stdout).toMatchFileSnapshot("../examples/pull-request/report.md");
});
