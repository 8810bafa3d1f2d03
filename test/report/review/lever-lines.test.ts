import { describe, expect, test } from "vitest";
import { lineSuggestions } from "../../../src/report/review/lever-lines.ts";
import { toMarkdown } from "../../../src/report/review/markdown.ts";
import { reviewFiles, reviewOne } from "../../in-memory.ts";

/** 100 clips of 5 s cost $75, those of 10 s $150. */
const text = (duration: string, budget: string, name = "a"): string => `version: 1
budget: { monthly: ${budget} }
workloads:
  ${name}:
    provider: acme
    model: acme-1
    output:
      duration: ${duration}
    volume: { per_month: 100 }
`;

describe("suggestions of a review", () => {
  test("are one-line edits after which every limit is met", async () => {
    const all = lineSuggestions(await reviewOne(text("10s", "100"), text("5s", "100")));
    const duration = all.find(({ line }) => line === 8);
    expect(duration).toMatchObject({ file: "video-budget.yml" });
    expect(duration?.body).toContain("Each of these edits alone makes the check green.");
    expect(duration?.body).toContain("\n```suggestion\n      duration: 5\n```\n");
    // Default sound costs $0.05 of the $0.15: the edit adds a line after the last one of `output`.
    expect(duration?.body).toContain("\n```suggestion\n      duration: 10s\n      audio: false\n```\n");
    // 100 clips × 10 s × $0.15 = $150; 66 of them are $99.
    expect(all.find(({ line }) => line === 9)?.body).toContain("\n```suggestion\n    volume: { per_month: 66 }\n```\n");
  });

  test("for one line are one suggestion with a block for each edit", async () => {
    const flow = (duration: string): string =>
      `version: 1\nbudget: { monthly: 100 }\nworkloads:\n  a: { provider: acme, model: acme-1, output: { duration: ${duration} }, volume: { per_month: 100 } }\n`;
    const all = lineSuggestions(await reviewOne(flow("10s"), flow("5s")));
    expect(all.map(({ line }) => line)).toEqual([4]);
    expect(all[0]?.body).toContain("Each of these edits alone makes the check green.");
    expect(all[0]?.body.match(/```suggestion/g)?.length).toBeGreaterThan(1);
  });

  test("do not exist if nothing fails or no single edit is enough", async () => {
    expect(lineSuggestions(await reviewOne(text("5s", "100"), text("5s", "100")))).toEqual([]);
    expect(lineSuggestions(await reviewOne(text("10s", "0.01")))).toEqual([]);
  });

  test("do not exist for a line that is not plain text, and neither do diffs", async () => {
    // Comments that end a code block, that a runner obeys, and that reverse the text beside them.
    for (const comment of ["```", "::error::x", "\u202e", "<!-- x -->"]) {
      const review = await reviewOne(text(`10s # ${comment}`, "100"), text("5s", "100"));
      expect(lineSuggestions(review).find(({ line }) => line === 8)).toBeUndefined();
      expect(toMarkdown(review, {})).not.toContain("duration: 5\n");
    }
  });
});

test("the comment has the lines of each lever as a diff", async () => {
  const review = await reviewFiles({ "video-budget.yml": text("10s", "100") }, { base: { "video-budget.yml": text("5s", "100") } });
  expect(toMarkdown(review, {})).toContain("\n\n    ```diff\n    -      duration: 10s\n    +      duration: 5\n    ```\n");
});
