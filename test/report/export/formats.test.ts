import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { billingOf } from "../../../src/joblog/bill/billing.ts";
import { billingRowReader } from "../../../src/joblog/bill/billing-row.ts";
import { toBadge } from "../../../src/report/export/badge.ts";
import { toCsv } from "../../../src/report/export/csv.ts";
import { toFocus } from "../../../src/report/export/focus.ts";
import { toGitlab } from "../../../src/report/export/gitlab.ts";
import { toJunit } from "../../../src/report/export/junit.ts";
import { toSarif } from "../../../src/report/export/sarif.ts";
import { toSlack } from "../../../src/report/export/slack.ts";
import { groupByOf } from "../../../src/review/group-by.ts";
import { groupsOf } from "../../../src/review/groups.ts";
import type { Review } from "../../../src/review/result.ts";
import { reviewOne } from "../../in-memory.ts";
import { brandNew, hostile, many, overBudget, passing, preExisting, withErrors } from "../reviews.ts";
import { badge, gitlab, junitFaults, sarif, slack, type XmlElement, xmlOf } from "./formats-of-others.ts";

const team = groupByOf("tag:team");
if (!team) throw new Error("tag:team is a group");
const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { columns: true }) as Record<string, string>[];
const reviews = { overBudget, brandNew, passing, withErrors, preExisting, hostile, many: () => many(200, 150) };

describe.each(Object.entries(reviews))("%s follows its schema", (_, make) => {
  test("as SARIF, GitLab list, badge, JUnit and Slack message", async () => {
    const review = await make();
    const groups = groupsOf(review, team);
    for (const [schema, written] of [
      [sarif, toSarif(review, groups)],
      [gitlab, toGitlab(review)],
      [badge, toBadge(review)],
      [slack, toSlack(review, groups)],
    ] as const)
      expect(schema.safeParse(JSON.parse(written)).error?.issues).toBeUndefined();
    expect(junitFaults(xmlOf(toJunit(review, groups)))).toEqual([]);
    expect(toSlack(review, groups).trim().length).toBeLessThanOrEqual(3000);
  });

  test("as tables with one row a workload and no cell that a spreadsheet runs as a formula", async () => {
    const review = await make();
    const rows = rowsOf(toCsv(review, team));
    expect(rows).toHaveLength(review.workloads.length);
    for (const row of [...rows, ...rowsOf(toFocus(review, team))])
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+@\t\r]|^-(?!\d+(\.\d+)?$)/);
  });
});

describe("the csv export", () => {
  test("has the figures of each workload, and its columns sum to the report's totals", async () => {
    // teaser: 200 jobs of 10 s × $0.15 × 2 = $3.00, was $75; fresh: 121.75 jobs of 5 s × 10 × $0.012; gone was $75.
    const rows = rowsOf(toCsv(await overBudget(), null));
    const cells = (name: string): string[] =>
      ["job_price", "jobs", "list", "expected", "p50", "p90", "base", "delta", "status", "change"].map(
        (key) => rows.find((row) => row["name"] === name)?.[key] ?? "?",
      );
    expect(cells("teaser")).toEqual(["3", "200", "600", "600", "600", "600", "75", "525", "priced", "changed"]);
    expect(cells("fresh")).toEqual(["0.6", "121.75", "73.05", "73.05", "73.05", "73.05", "", "73.05", "priced", "added"]);
    expect(cells("gone")).toEqual(["", "", "", "", "", "", "75", "-75", "priced", "removed"]);
    expect(cells("steady")).toEqual(["0.75", "100", "75", "75", "75", "75", "75", "0", "priced", "same"]);
    expect(rows.reduce((sum, row) => sum + Number(row["delta"]), 0)).toBeCloseTo(523.05, 6);
    expect(rows.find((row) => row["name"] === "teaser")?.["tags"]).toBe("team=growth");
  });

  test("has an empty cell and a status for unknown values, never 0", async () => {
    const rows = rowsOf(toCsv(await withErrors(), null));
    const secret = rows.find((row) => row["name"] === "secret");
    expect([secret?.["expected"], secret?.["job_price"], secret?.["delta"], secret?.["status"]]).toEqual(["", "", "", "unpriced"]);
  });
});

describe("the FOCUS export", () => {
  /** The total usage that our bill reader finds. */
  const billed = (csv: string): { total: number; flaws: unknown[]; currencies: Set<string> } => {
    const { read } = billingRowReader();
    const billing = billingOf();
    const flaws: unknown[] = [];
    const currencies = new Set<string>();
    for (const row of rowsOf(csv)) {
      const one = read(row);
      if (one === null) continue;
      if ("flaw" in one) flaws.push(one);
      else {
        currencies.add(one.currency);
        billing.add(one, one.amount);
      }
    }
    return { total: billing.rest().reduce((sum, { amount }) => sum + amount, 0), flaws, currencies };
  };

  test("has the same total when our bill reader reads it; packs beyond the use are purchases", async () => {
    const review = await overBudget();
    const { total, flaws, currencies } = billed(toFocus(review, null));
    expect([total, flaws, [...currencies]]).toEqual([748.05, [], ["USD"]]);
    const rows = rowsOf(toFocus(review, null));
    // What is paid: use, and what whole packs cost beyond it.
    const paid = rows.reduce((sum, row) => sum + Number(row["BilledCost"]), 0);
    expect(paid).toBeCloseTo(review.total.head?.cash.toNumber() ?? Number.NaN, 5);
    expect(new Set(rows.map((row) => row["x_Forecast"]))).toEqual(new Set(["true"]));
    expect(rows[0]).toMatchObject({ ChargePeriodStart: "2026-11-01T00:00:00Z", ChargePeriodEnd: "2026-12-01T00:00:00Z", ChargeCategory: "Usage" });
  });

  test("has the same total in another currency, to six decimals", async () => {
    const workloads = Object.fromEntries(
      Array.from({ length: 7 }, (_, index) => [`w${index}`, { provider: "acme", model: "acme-1", volume: { per_month: 1 / 3 }, takes: 1 + index / 7 }]),
    );
    const review = await reviewOne({ version: 1, currency: "EUR", fx: { EUR: 1.17 }, workloads } as object);
    const { total, currencies } = billed(toFocus(review, null));
    expect([...currencies]).toEqual(["EUR"]);
    expect(total).toBeCloseTo(review.total.head?.expected.toNumber() ?? Number.NaN, 6);
  });

  test("has no cost for an unpriced workload, which the reader reports", async () => {
    const csv = toFocus(await withErrors(), null);
    expect(rowsOf(csv).find((row) => row["x_Workload"] === "secret")).toMatchObject({ EffectiveCost: "", BilledCost: "", x_Status: "unpriced" });
    const { total, flaws } = billed(csv);
    expect([total, flaws.length]).toEqual([75, 4]);
  });

  test("ends December in January", async () => {
    const review: Review = { ...(await passing()), date: "2026-12-05" };
    expect(rowsOf(toFocus(review, null))[0]).toMatchObject({ ChargePeriodStart: "2026-12-01T00:00:00Z", ChargePeriodEnd: "2027-01-01T00:00:00Z" });
  });
});

test("JUnit has a test for each limit and workload: failures fail, and warnings pass with a message", async () => {
  const cases = (xml: string): XmlElement[] => xmlOf(xml).children.flatMap(({ children }) => children);
  const failing = (xml: string): string[] =>
    cases(xml).flatMap(({ attributes, children }) => (children.some(({ name }) => name === "failure") ? (attributes["name"] ?? []) : []));
  const over = toJunit(await overBudget());
  expect(cases(over).map(({ attributes }) => attributes["name"])).toEqual([
    "budget total",
    "budget growth",
    "workload teaser",
    "workload steady",
    "workload fresh",
    "increase",
  ]);
  expect(failing(over)).toEqual(["budget total", "increase"]);
  expect(failing(toJunit(await withErrors()))).toEqual(expect.arrayContaining(["workload old", "workload typo", "workload wrong"]));
  expect(failing(toJunit(await passing()))).toEqual([]);
  expect(failing(toJunit(await preExisting()))).toEqual([]);
});

test("a finding keeps its fingerprint if its line moves", async () => {
  const prints = (review: Review): string[] => (JSON.parse(toGitlab(review)) as { fingerprint: string }[]).map(({ fingerprint }) => fingerprint);
  const text = "version: 1\nbudget: { monthly: 1 }\nworkloads:\n  clip: { provider: acme, model: acme-1, volume: { per_month: 100 } }\n";
  expect(prints(await reviewOne(text))).toEqual(["budget-exceeded:video-budget.yml:total"]);
  expect(prints(await reviewOne(`# a line above\n\n${text}`))).toEqual(prints(await reviewOne(text)));
});

test("the badge has the monthly cost and its share of the budget; unknown is gray", async () => {
  const of = async (review: Promise<Review>): Promise<[string, string]> => {
    const { message, color } = JSON.parse(toBadge(await review)) as { message: string; color: string };
    return [message, color];
  };
  expect(await of(overBudget())).toEqual(["$748.05 a month, 150% of budget", "red"]);
  expect(await of(passing())).toEqual(["$75.00 a month, 75% of budget", "brightgreen"]);
  expect((await of(withErrors()))[1]).toBe("lightgrey");
  expect((await of(withErrors()))[0]).toMatch(/^at least \$75\.00 a month/);
  const secret = { provider: "acme", model: "acme-secret", volume: { per_month: 10 } };
  expect(await of(reviewOne({ version: 1, workloads: { secret } }))).toEqual(["unknown", "lightgrey"]);
});

test("a Slack message contains no mention and no link", async () => {
  const { blocks } = JSON.parse(toSlack(await hostile())) as { blocks: unknown[] };
  expect(JSON.stringify(blocks)).not.toMatch(/<[!@#h]/);
  const { workloads } = { workloads: { "<!channel>": { provider: "acme", model: "acme-1", volume: { per_month: 1 } } } };
  expect(toSlack(await reviewOne({ version: 1, budget: { monthly: 0.1 }, workloads }))).not.toContain("<!channel>");
});
