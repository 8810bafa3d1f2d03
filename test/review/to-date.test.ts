import { describe, expect, test } from "vitest";
import { actualsReader } from "../../src/joblog/actuals/actuals-reader.ts";
import { logPlanOf } from "../../src/joblog/plan.ts";
import { toJson } from "../../src/report/review/json.ts";
import { toMarkdown } from "../../src/report/review/markdown.ts";
import { report } from "../../src/report/review/schema.ts";
import { toText } from "../../src/report/review/text.ts";
import { inFull, reasonSentence } from "../../src/report/words/messages.ts";
import type { Review } from "../../src/review/result.ts";
import { withActuals } from "../../src/review/with-actuals.ts";
import { ACME, bookOfFiles, reviewFiles } from "../in-memory.ts";

/** 400 clips of 5 s × $0.15 = $0.75 are $300 a month: $10 on each of the 30 days of November. */
const book = bookOfFiles(ACME);
const clip = { provider: "acme", model: "acme-1", mode: "text-to-video", output: { duration: 5, resolution: "720p", audio: true } };
const workload = { ...clip, volume: { per_month: 400 } };
const manifest = (budget: object = { monthly: 320 }, workloads: object = { clip: workload }): object => ({ version: 1, budget, workloads });

type Records = readonly object[];
async function toDate(files: Readonly<Record<string, Records>>, { head = manifest(), date = "2026-11-21" } = {}): Promise<Review> {
  const review = await reviewFiles({ "video-budget.yml": head }, { book, date });
  const reader = actualsReader(logPlanOf(review.from.head, book, date), date);
  let bad = 0;
  for (const [name, records] of Object.entries(files)) {
    const accept = reader.file(name);
    for (const one of records) if (accept(one) !== null) bad++;
  }
  return withActuals(review, reader.result(bad));
}

const dayIn = (day: number, month = "2026-11"): string => `${month}-${String(day).padStart(2, "0")}`;
let id = 0;
const job = (day: number, more: object = {}, month?: string): object => ({
  job_id: `j${++id}`,
  status: "success",
  submitted_at: `${dayIn(day, month)}T12:00:00Z`,
  ...more,
});
/** One job a day, from a day to another. */
const daily = (from: number, to: number, cost: number, more: object = {}): object[] =>
  Array.from({ length: to - from + 1 }, (_, index) => job(from + index, { cost, ...more }));
const row = (day: number, cost: number, more: object = {}): object => ({ date: dayIn(day), model: "acme-1", cost, ...more });

/** Billed, planned for the same days, projected, at this pace; and whether the total is complete. */
const total = ({ toDate: found }: Review): unknown[] => {
  const { billed, planned, projected, at_pace, complete } = found?.total ?? {};
  return [billed, planned, projected, at_pace].map((one) => one && Number(one.toNumber().toFixed(6))).concat(complete as never);
};
const limits = ({ toDate: found }: Review): unknown[] => found?.limits.map(({ scope, left, passed_on }) => [scope, left.toNumber(), passed_on]) ?? [];

describe("a projection of the month", () => {
  test("has past days as billed and the rest as planned: $13 on each of 20, and $10 on each of 10", async () => {
    const review = await toDate({ "jobs.jsonl": daily(1, 20, 13) });
    // 260 + 100 = 360; 13 × 30 = 390. 24 × 13 = 312 ≤ 320 < 25 × 13 = 325.
    expect(total(review)).toEqual([260, 200, 360, 390, true]);
    expect(limits(review)).toEqual([["total", 60, "2026-11-25"]]);
    expect(review.toDate?.uncovered).toEqual([]);
  });

  test("has planned costs for days without a file, which it names; a day without jobs between covered days is covered", async () => {
    // Covered: 6 to 15, of which 10 has no job. 9 × $13 = $117; 20 other days of $10.
    const review = await toDate({ "jobs.jsonl": daily(6, 15, 13).filter((_, index) => index !== 4) });
    expect(total(review)).toEqual([117, 100, 317, 351, true]);
    const [first, last, number] = [review.toDate?.uncovered[0], review.toDate?.uncovered.at(-1), review.toDate?.uncovered.length];
    expect([first, last, number, review.toDate?.covered]).toEqual(["2026-11-01", "2026-11-20", 10, 10]);
    // 5 × 10 + 117 + 5 × 10 = 217 until the 20th; then 11.7 a day: 103 / 11.7 = 8.8, so on the 9th day from the 21st.
    expect(limits(review)).toEqual([["total", 203, "2026-11-29"]]);
  });

  test("covers no day of a gap between two files", async () => {
    const review = await toDate({ "a.jsonl": daily(1, 3, 10), "b.jsonl": daily(18, 20, 10) });
    expect([review.toDate?.covered, review.toDate?.uncovered.length]).toEqual([6, 14]);
  });

  test("is the plan for a file of another month, and the report says so", async () => {
    const review = await toDate({ "jobs.jsonl": [job(3, { cost: 5 }, "2026-10")] });
    expect(total(review)).toEqual([0, 0, 300, null, true]);
    expect(toMarkdown(review, {})).toContain("no file has any of the 20 days before today.");
  });

  test("uses the plan for today and later, whatever the log has, and a log from before the month covers its first days", async () => {
    const review = await toDate({ "jobs.jsonl": [job(28, { cost: 99 }, "2026-10"), ...daily(20, 22, 13)] });
    expect([review.toDate?.past, review.toDate?.covered]).toEqual([20, 20]);
    // $13 on 20 days of which 19 had no job: 13 + 10 × 10.
    expect(total(review)).toEqual([13, 200, 113, 19.5, true]);
  });

  test("is the plan on the first day of a month", async () => {
    const review = await toDate({ "jobs.jsonl": daily(1, 1, 13) }, { date: "2026-11-01" });
    expect(total(review)).toEqual([0, 0, 300, null, true]);
    expect(limits(review)).toEqual([["total", 320, null]]);
  });

  test("has 29 days for February in a leap year", async () => {
    const review = await toDate({ "jobs.jsonl": [job(1, { cost: 29 }, "2028-02")] }, { date: "2028-02-02" });
    expect([review.toDate?.days, total(review)]).toEqual([29, [29, Number((300 / 29).toFixed(6)), Number((29 + (300 * 28) / 29).toFixed(6)), 841, true]]);
  });
});

describe("an unknown cost makes the total a lower bound", () => {
  test("a job without a cost counts at its price; with an unknown price or outcome it makes the total a lower bound", async () => {
    const review = await toDate({ "jobs.jsonl": [...daily(1, 19, 10), job(20), job(20, { status: "moderated" }), job(20, { status: "pending" })] });
    // The book says nothing of refused prompts: $0 to $0.75.
    expect(total(review)).toEqual([190.75, 200, 290.75, 286.125, false]);
    expect(review.toDate?.spent).toEqual({ billed: 190.75, jobs: 22, priced: 2, unknown: 2 });
    expect(toText(review, { width: 100, color: false, verbose: false })).toContain("≥ $190.75");
  });

  test("a cost in a currency without a rate is unknown", async () => {
    expect(total(await toDate({ "jobs.jsonl": daily(1, 20, 5, { currency: "CHF" }) }))).toEqual([0, 200, 100, 0, false]);
  });

  test("a job that no workload declares is named and counts nowhere", async () => {
    const review = await toDate({ "jobs.jsonl": [...daily(1, 20, 10), job(4, { cost: 77, provider: "acme", model: "acme-9" })] });
    expect([total(review), review.toDate?.outside]).toEqual([[200, 200, 300, 300, true], { billed: 77, jobs: 1, priced: 0, unknown: 0 }]);
  });

  test("a job in two files, or first pending, counts once", async () => {
    const one = job(20, { cost: 10 });
    expect(total(await toDate({ "a.jsonl": [...daily(1, 19, 10), one], "b.jsonl": [one] }))[0]).toBe(200);
  });

  test("a workload without a price has no plan, so the projection is null", async () => {
    const review = await toDate(
      { "jobs.jsonl": daily(1, 20, 10) },
      {
        head: {
          ...manifest({ monthly: 320 }, { clip: { provider: "acme", model: "acme-secret", volume: { per_month: 10 } } }),
          policy: { unknown_price: "warn" },
        },
      },
    );
    expect(total(review)).toEqual([200, null, null, 300, false]);
    expect(review.reasons.map(({ code }) => code)).not.toContain("actuals-over");
  });

  test("a billed cost above a limit is reported even without a plan", async () => {
    const secret = { provider: "acme", model: "acme-secret", volume: { per_month: 10 } };
    const review = await toDate(
      { "jobs.jsonl": daily(1, 20, 20) },
      { head: { ...manifest({ monthly: 320 }, { clip: secret }), policy: { unknown_price: "warn" } } },
    );
    const reason = review.reasons.find(({ code }) => code === "actuals-over");
    expect(reason && [reason.level, reason.value?.toNumber(), reason.args["complete"], reason.args["passed_on"]]).toEqual(["warn", 400, false, "2026-11-17"]);
  });
});

describe("a bill to date", () => {
  test("has rows by day, of which the newest three days are provisional", async () => {
    const rows = Array.from({ length: 20 }, (_, index) => row(index + 1, 13));
    const review = await toDate({ "bill.csv": rows });
    expect([total(review), review.toDate?.provisional]).toEqual([[260, 200, 360, 390, true], 3]);
  });

  test("covers past days with a row of the month to date", async () => {
    const review = await toDate({ "bill.csv": [{ month: "2026-11", model: "acme-1", cost: 250 }] });
    expect([total(review), review.toDate?.covered]).toEqual([[250, 200, 350, 375, true], 20]);
  });

  test("excludes a row of the month before", async () => {
    const review = await toDate({ "bill.csv": [row(1, 10), { date: "2026-10-31", model: "acme-1", cost: 5 }] });
    expect([total(review)[0], review.toDate?.covered]).toEqual([10, 1]);
  });

  test("leaves out a row without a day, and says so", async () => {
    const review = await toDate({ "bill.csv": [row(1, 10), { model: "acme-1", cost: 5 }] });
    expect([total(review)[0], total(review)[4], review.toDate?.undated]).toEqual([10, false, { billed: 5, jobs: 1, priced: 0, unknown: 0 }]);
  });

  test("is lowered by a refund", async () => {
    expect(total(await toDate({ "bill.csv": [...Array.from({ length: 20 }, (_, index) => row(index + 1, 10)), row(5, -4)] }))[0]).toBe(196);
  });
});

describe("limits to date", () => {
  const two = { a: { ...workload, tags: { team: "x" } }, b: { ...workload, tags: { team: "y" } } };
  const scoped = manifest({ monthly: 700, scopes: { x: { match: { tags: { team: "x" } }, monthly: 250 } } }, two);

  test("count a scope's billed workloads, and have the day on which the limit was passed", async () => {
    const files = { "jobs.jsonl": [...daily(1, 20, 13, { workload: "a" }), ...daily(1, 20, 5, { workload: "b" })] };
    const review = await toDate(files, { head: scoped });
    // 19 × 13 = 247 ≤ 250 < 260: on the 20th. Total: 360 of 700, then 18 a day: 540.
    expect(limits(review)).toEqual([
      ["total", 340, null],
      ["x", -10, "2026-11-20"],
    ]);
    // The scope's plan of $300 is already over its $250, so only that is reported.
    expect(review.reasons.map(({ code, scope }) => [code, scope])).toEqual([
      ["budget-near", "total"],
      ["budget-exceeded", "x"],
    ]);
  });

  test("count a job of two possible workloads as a lower bound for a scope and in full for the total", async () => {
    const review = await toDate({ "bill.csv": Array.from({ length: 20 }, (_, index) => row(index + 1, 10)) }, { head: scoped });
    expect(review.toDate?.limits.map(({ scope, billed, complete }) => [scope, billed.toNumber(), complete])).toEqual([
      ["total", 200, true],
      ["x", 0, false],
    ]);
  });

  test("warn and never fail if billed and planned costs exceed them", async () => {
    const review = await toDate({ "jobs.jsonl": daily(1, 20, 13) });
    expect([review.verdict, review.reasons.map(({ code, level }) => [code, level])]).toEqual([
      "warn",
      [
        ["budget-near", "warn"],
        ["actuals-over", "warn"],
      ],
    ]);
    const reason = review.reasons.find(({ code }) => code === "actuals-over");
    expect(reason && reasonSentence(reason, "USD")).toBe(
      "Total: $260.00 billed in 2026-11, and the plan for the rest of it, come to $360.00, over the limit of $320.00; at this pace it is passed on 2026-11-25.",
    );
    expect((await toDate({ "jobs.jsonl": daily(1, 20, 11) })).reasons.map(({ code }) => code)).toEqual(["budget-near"]);
  });
});

describe("the note on the pace", () => {
  const notes = ({ problems }: Review): string[] => problems.flatMap((one) => (one.code === "pace-off-plan" ? [inFull(one)] : []));
  test.each([
    // For a plain volume, a tenth of the plan on each side: $270 to $330, $9 to $11 a day.
    ["just within", 11, []],
    ["above", 11.1, ["At the pace of 20 days 2026-11 comes to $333.00, more than 10% above the plan, $300.00."]],
    ["below", 8.9, ["At the pace of 20 days 2026-11 comes to $267.00, more than 10% below the plan, $300.00."]],
  ])("compares with a tenth of the plan on each side: %s", async (_, cost, expected) => {
    expect(notes(await toDate({ "jobs.jsonl": daily(1, 20, cost) }))).toEqual(
      expected.map((one) => `${one} \`video-budget calibrate\` measures the volume and the rates of the log.`),
    );
  });

  test("compares with P10 and P90 of a declared range", async () => {
    const head = manifest({ monthly: 900 }, { clip: { ...clip, volume: { per_month: { p10: 300, p90: 600 } } } });
    // P90: 600 × $0.75 = $450 a month, $15 a day.
    expect(notes(await toDate({ "jobs.jsonl": daily(1, 20, 14.9) }, { head }))).toEqual([]);
    const above = await toDate({ "jobs.jsonl": daily(1, 20, 15.1) }, { head });
    const p90 = above.total.head?.p90.toNumber() ?? Number.NaN;
    expect(Math.abs(p90 / 450 - 1)).toBeLessThan(0.001);
    expect(notes(above)[0]).toContain(`comes to $453.00, above the P90 of the plan, $${p90.toFixed(2)}.`);
  });

  test("is absent for less than a week, and a lower bound is never below the plan", async () => {
    expect(notes(await toDate({ "jobs.jsonl": daily(1, 6, 90) }))).toEqual([]);
    expect(notes(await toDate({ "jobs.jsonl": daily(1, 7, 90) }))).toHaveLength(1);
    expect(notes(await toDate({ "jobs.jsonl": [...daily(1, 20, 1), job(3, { status: "unknown" })] }))).toEqual([]);
  });
});

/** The limits as a program reads them. */
const limitsOf = (review: Review): object[] => {
  const { to_date } = report.parse(JSON.parse(toJson(review)));
  return to_date?.limits ?? [];
};

describe("reports of the month to date", () => {
  test("keep the JSON schema, and have no to_date without actuals", async () => {
    const review = await toDate({ "jobs.jsonl": daily(6, 20, 13) });
    const written = JSON.parse(toJson(review)) as { to_date: object };
    expect(report.safeParse(written).error?.issues).toBeUndefined();
    expect(written.to_date).toMatchObject({
      month: "2026-11",
      days: { month: 30, past: 20, covered: 15, uncovered: ["2026-11-01", "2026-11-02", "2026-11-03", "2026-11-04", "2026-11-05"], provisional: 0 },
      jobs: { billed: 15, priced: 0, unknown: 0, unreadable: 0 },
      total: { complete: true, billed: 195, planned: 150, plan: 300, projected: 345, at_pace: 390 },
      off: "above",
    });
    expect(JSON.parse(toJson({ ...review, toDate: null }))).not.toHaveProperty("to_date");
  });

  test("say what is billed, what it comes to, and which days no file has", async () => {
    const review = await toDate({ "jobs.jsonl": daily(6, 20, 13) });
    const said = [
      "$195.00 billed on 15 of the 20 days before today; the plan says $150.00 for them.",
      "With the plan for the other 15 days, the month comes to $345.00 (planned: $300.00). At this pace it comes to $390.00.",
      "No file covers 2026-11-01 and 4 more days: what was billed then is unknown, and the plan is counted instead.",
    ];
    for (const text of [toText(review, { width: 400, color: false, verbose: false }), toMarkdown(review, {})])
      for (const one of said) expect(text).toContain(one);
    // 5 × 10 + 15 × 13 = 245 until the 20th; 5 × 13 more are 310, and 6 × 13 are 323.
    expect(toMarkdown(review, {})).toContain("| total | $320.00 | $195.00 | ≤ $125.00 | $345.00 | $390.00 | 2026-11-26 |");
  });

  // $2 a day, of $10 that are planned: the limit of $320 is not passed at this pace.
  test.each([
    ["a week", daily(14, 20, 2), "$60.00 | not this month |", "measured", "not-this-month"],
    ["six days", daily(15, 20, 2), "$60.00 | unknown |", "too-few-days", "unknown"],
    ["one day", daily(20, 20, 2), "$60.00 | unknown |", "too-few-days", "unknown"],
    ["a week with an unknown cost", [...daily(14, 20, 2), job(14, { status: "unknown" })], "≥ $60.00 | unknown |", "lower-bound", "unknown"],
  ])("say from a week on that a limit is not passed, in words and in JSON: %s", async (_, jobs, said, pace, passed) => {
    const review = await toDate({ "jobs.jsonl": jobs });
    expect(toMarkdown(review, {})).toContain(said);
    expect(limitsOf(review)).toMatchObject([{ pace, passed, passed_on: null }]);
  });

  test("distinguish limits passed on a past day, passed at this pace, and without covered days", async () => {
    // $20 a day: $320 are passed on the 17th. $13 a day: 260 on 20 days, and the fifth day more is the 25th.
    expect(limitsOf(await toDate({ "jobs.jsonl": daily(1, 20, 20) }))).toMatchObject([{ pace: "measured", passed: "passed", passed_on: "2026-11-17" }]);
    expect(limitsOf(await toDate({ "jobs.jsonl": daily(1, 20, 13) }))).toMatchObject([{ pace: "measured", passed: "at-pace", passed_on: "2026-11-25" }]);
    expect(limitsOf(await toDate({ "jobs.jsonl": [] }))).toMatchObject([{ pace: "no-day", at_pace: null, passed: "unknown", passed_on: null }]);
  });
});
