import { expect, test } from "vitest";
import { toJson } from "../../src/report/review/json.ts";
import { toMarkdown } from "../../src/report/review/markdown.ts";
import { report } from "../../src/report/review/schema.ts";
import { toText } from "../../src/report/review/text.ts";
import { type GroupBy, groupByOf } from "../../src/review/group-by.ts";
import { groupsOf } from "../../src/review/groups.ts";
import { reviewOne } from "../in-memory.ts";
import { overBudget } from "../report/reviews.ts";

const by = (text: string): GroupBy => groupByOf(text) as GroupBy;
const clip = { provider: "acme", model: "acme-1", volume: { per_month: 100 } };
const told = (groups: ReturnType<typeof groupsOf>): unknown[] =>
  groups.map(({ value, workloads, complete, figures, base_figures }) => [
    value,
    workloads,
    complete,
    figures?.expected.toNumber() ?? null,
    base_figures?.expected.toNumber() ?? null,
  ]);

test("workloads without the tag are in the group null, at the end", async () => {
  // teaser has the tag only at head: $600. steady $75 and fresh $73.05 have none; at base teaser, gone and steady were $75 each.
  expect(told(groupsOf(await overBudget(), by("tag:team")))).toEqual([
    ["growth", 1, true, 600, 0],
    [null, 2, true, 148.05, 225],
  ]);
});

test.each([
  ["provider", [["acme", 3, true, 748.05, 225]]],
  [
    "model",
    [
      ["acme-1", 2, true, 675, 225],
      ["acme-credits", 1, true, 73.05, 0],
    ],
  ],
])("workloads are grouped by %s", async (text, groups) => {
  expect(told(groupsOf(await overBudget(), by(text)))).toEqual(groups);
});

test("a group without prices has no figures, and a partly priced group is not complete", async () => {
  const secret = { ...clip, model: "acme-secret" };
  const tagged = (team: string, workload: object): object => ({ ...workload, tags: { team } });
  const workloads = { a: tagged("x", clip), b: tagged("x", secret), c: tagged("y", secret) };
  expect(told(groupsOf(await reviewOne({ version: 1, workloads }), by("tag:team")))).toEqual([
    ["y", 1, false, null, null],
    ["x", 2, false, 75, null],
  ]);
});

test("a group of uncertain workloads has its own quantiles, and expected costs of groups sum to the total", async () => {
  const review = await reviewOne({
    version: 1,
    workloads: { a: { ...clip, volume: { per_month: { low: 50, likely: 100, high: 200 } } }, b: clip, c: { ...clip, model: "acme-credits" } },
    accounts: { acme: { pack: "Pack 1" } },
  });
  const groups = groupsOf(review, by("model"));
  expect(groups.reduce((sum, { figures }) => sum + (figures?.expected.toNumber() ?? 0), 0)).toBeCloseTo(review.total.head?.expected.toNumber() ?? 0, 6);
  const [first] = groups;
  expect(first?.figures?.p90.gt(first.figures.expected)).toBe(true);
});

test.each(["", "tag:", "team", "Provider", "tag"])("%j is not a valid group key", (text) => expect(groupByOf(text)).toBeNull());

test("JSON, comment and terminal show groups only on request", async () => {
  const review = await overBudget();
  const groups = groupsOf(review, by("tag:team"));
  const json = JSON.parse(toJson(review, { groups }));
  expect(report.safeParse(json).error?.issues).toBeUndefined();
  expect(json.groups[1]).toMatchObject({ by: "tag:team", value: null, workloads: 2, figures: { expected: 148.05 }, base_figures: { expected: 225 } });
  expect(JSON.parse(toJson(review))).not.toHaveProperty("groups");
  expect(toMarkdown(review, { groups })).toContain("| $148.05<br>P90\u00a0$148.05 | -$76.95 | none<br>2 workloads |");
  expect(toText(review, { groups, width: 80, color: false, verbose: false })).toMatch(/^\(none\) +\$148\.05 +\$148\.05 +-\$76\.95 +2$/m);
});
