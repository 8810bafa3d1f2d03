import { describe, expect, test } from "vitest";
import { annotationsOf } from "../../../src/report/review/annotations.ts";
import { reviewOne } from "../../in-memory.ts";
import { hostile, overBudget, passing, preExisting, withErrors } from "../reviews.ts";

const places = (all: { level: string; file: string; line: number; column: number; title: string }[]): unknown[] =>
  all.map(({ level, file, line, column, title }) => [level, file, line, column, title]);

test("an exceeded limit is annotated at the workload that drives it", async () => {
  const { annotations, left } = annotationsOf(await overBudget());
  // `teaser:` is line 10, column 3; it adds the most.
  expect(places(annotations)).toEqual([
    ["error", "video-budget.yml", 10, 3, "Video Budget: Over budget"],
    ["error", "video-budget.yml", 10, 3, "Video Budget: Increase too large"],
    // Sound that nobody chose: 100 × 2 takes × 10 s × ($0.15 − $0.10) × 2 = $200 a month.
    ["notice", "video-budget.yml", 10, 3, "Video Budget: silent cost"],
  ]);
  expect(annotations[0]?.message).toContain("$748.05 a month is over the limit of $500.00");
  expect(annotations[0]?.message).toContain("Set `volume.per_month` of `teaser` to `21` (now `100`)");
  expect(left).toBe(0);
});

test("an exceeded limit without a driving change is annotated at the limit", async () => {
  const text =
    "version: 1\nbudget:\n  monthly: 50\n  scopes:\n    all: { match: { provider: acme }, monthly: 60 }\nworkloads:\n  c: { provider: acme, model: acme-1, volume: { per_month: 100 } }\n";
  expect(places(annotationsOf(await reviewOne(text)).annotations)).toEqual([
    ["error", "video-budget.yml", 3, 12, "Video Budget: Over budget"],
    ["error", "video-budget.yml", 5, 48, "Video Budget: Over budget"],
  ]);
});

test("problems are annotated at their places; notes appear only in the report", async () => {
  const { annotations } = annotationsOf(await withErrors());
  expect(places(annotations)).toEqual([
    ["error", "video-budget.yml", 8, 12, "Video Budget: retired"],
    ["error", "video-budget.yml", 12, 12, "Video Budget: unknown model"],
    ["error", "video-budget.yml", 17, 25, "Video Budget: wrong value"],
    ["warning", "video-budget.yml", 5, 36, "Video Budget: unpriced"],
  ]);
  expect(annotationsOf(await passing()).annotations).toEqual([]);
});

test("a limit already exceeded on the base branch is a warning", async () => {
  const { annotations } = annotationsOf(await preExisting());
  expect(annotations.map(({ level, title }) => [level, title])).toEqual([
    ["warning", "Video Budget: Already over budget on the base branch"],
    ["warning", "Video Budget: retired"],
  ]);
});

describe("the number of annotations", () => {
  test("is at most ten errors and ten warnings, and the rest is counted", async () => {
    const review = await hostile();
    const { annotations, left } = annotationsOf(review);
    const errors = review.problems.filter(({ severity }) => severity === "error").length;
    expect(annotations.filter(({ level }) => level === "error")).toHaveLength(10);
    expect(annotations.filter(({ level }) => level === "warning").length).toBeLessThanOrEqual(10);
    expect(annotations.length + left).toBeGreaterThan(errors);
  });

  test("is larger in a check run", async () => {
    const review = await hostile();
    const { left } = annotationsOf(review);
    const { annotations, left: none } = annotationsOf(review, 100_000);
    expect([annotations.length - annotationsOf(review).annotations.length, none]).toEqual([left, 0]);
  });

  test("a message is one line that no runner reads as a command", async () => {
    for (const { title, message } of annotationsOf(await hostile()).annotations) expect(`${title}${message}`).not.toMatch(/[\p{Cc}\p{Cf}]|::|##\[/u);
  });
});
