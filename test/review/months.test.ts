import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { report } from "../../src/report/review/schema.ts";
import { bookFolder, runWith } from "../cli/in-process.ts";

/** One model at $0.50 a clip, one that costs $0.80 from 2027-02-01, one that retires on 2027-03-15, one cheaper from the 100th clip on. */
const charge = (usd: number, more: object = {}) => ({ meter: "clip", usd, ...more });
const price = (charges: object[], more: object = {}) => ({ source: "https://acme.example/p", checked: "2026-11-01", confidence: "provider", charges, ...more });
const BOOK = {
  provider: "acme",
  name: "Acme Video",
  models: [
    { id: "flat", modes: ["text-to-video"], prices: [price([charge(0.5)])] },
    { id: "rises", modes: ["text-to-video"], prices: [price([charge(0.5)], { to: "2027-02-01" }), price([charge(0.8)], { from: "2027-02-01" })] },
    { id: "mid", modes: ["text-to-video"], prices: [price([charge(0.8)], { to: "2027-01-20" }), price([charge(0.5)], { from: "2027-01-20" })] },
    { id: "goes", modes: ["text-to-video"], status: { retires: "2027-03-15" }, prices: [price([charge(0.5)])] },
  ],
};
const book = bookFolder(BOOK);
const folder = mkdtempSync(join(tmpdir(), "video-budget-months-"));
const manifest = (model: string, volume: string, budget = ""): string =>
  `version: 1\n${budget === "" ? "" : `budget: ${budget}\n`}workloads:\n  a: { provider: acme, model: ${model}, volume: ${volume} }\n`;

async function check(text: string, { args = [], base }: { args?: string[]; base?: string } = {}) {
  writeFileSync(join(folder, "head.yml"), text);
  if (base !== undefined) writeFileSync(join(folder, "base.yml"), base);
  const all = ["check", "head.yml", "--date", "2026-11-20", ...args, ...(base === undefined ? [] : ["--base", "base.yml"])];
  const ran = await runWith(book, folder, [...all, "--format", "json"]);
  const shown = async (format: string): Promise<string> => (await runWith(book, folder, [...all, "--format", format])).stdout;
  return { ...ran, shown, report: report.parse(JSON.parse(ran.stdout)) };
}
const expected = (all: Awaited<ReturnType<typeof check>>): (number | undefined)[] => all.report.months?.map(({ figures }) => figures?.expected) ?? [];

describe("the months ahead", () => {
  test("grow from the report's month on, and the first month over a limit is named", async () => {
    // 1000 × $0.50 = $500; 10% a month: 550, 605, 665.50. The limit of $600 is passed in the third month.
    const all = await check(manifest("flat", "{ per_month: 1000, growth: 10% }", "{ monthly: 600 }"), { args: ["--months", "4"] });
    expect(expected(all)).toEqual([500, 550, 605, 665.5]);
    expect(all.report.months?.map(({ month }) => month)).toEqual(["2026-11", "2026-12", "2027-01", "2027-02"]);
    expect(all.report.months?.map(({ limits }) => limits[0]?.verdict)).toEqual(["warn", "warn", "fail", "fail"]);
    expect(all.report.months?.[2]?.limits).toEqual([{ file: "head.yml", scope: "total", limit: 600, value: 605, verdict: "fail" }]);
    expect(all.report.first_over).toBe("2027-01");
    expect(all.report.total.head?.expected).toBe(500);
    expect(all.report.budgets[0]).toMatchObject({ head: 500, verdict: "warn" });
  });

  test("warn once for each limit that a later month exceeds", async () => {
    const all = await check(manifest("flat", "{ per_month: 1000, growth: 10% }", "{ monthly: 900 }"));
    expect(all.report.reasons.map(({ code }) => code)).toEqual(["budget-exceeded-later"]);
    // 500 × 1.1^6 = 885.78, × 1.1^7 = 974.36: the seventh month after November.
    expect([all.report.verdict, all.code, all.report.first_over]).toEqual(["warn", 0, "2027-06"]);
    expect(all.report.reasons[0]).toMatchObject({ limit: 900, value: 974.35855 });
  });

  test("have single volumes and single limits", async () => {
    const all = await check(manifest("flat", "{ per_month: 1000, months: { 2026-12: 4000 } }", "{ monthly: 600, months: { 2026-12: 2500 } }"), {
      args: ["--months", "3"],
    });
    expect(expected(all)).toEqual([500, 2000, 500]);
    expect(all.report.months?.map(({ limits }) => limits[0]?.limit)).toEqual([600, 2500, 600]);
    expect(all.report.first_over).toBeNull();
  });

  test("have the prices of their time, here of an increase in February", async () => {
    const all = await check(manifest("rises", "{ per_month: 100 }"));
    // 100 × $0.50 = $50 until January, 100 × $0.80 = $80 from February on.
    expect(expected(all).slice(0, 5)).toEqual([50, 50, 50, 80, 80]);
  });

  test("have the higher price if it changes within the month", async () => {
    const all = await check(manifest("mid", "{ per_month: 100 }"), { args: ["--months", "4"] });
    // $0.80 until the 19th of January: January counts $80, February $50.
    expect(expected(all)).toEqual([80, 80, 80, 50]);
  });

  test("are unknown from the month in which a model retires, and the report says so", async () => {
    const all = await check(manifest("goes", "{ per_month: 100 }", "{ monthly: 100 }"), { args: ["--months", "6"] });
    expect(expected(all)).toEqual([50, 50, 50, 50, undefined, undefined]);
    expect(all.report.months?.map(({ retired }) => retired.length)).toEqual([0, 0, 0, 0, 1, 1]);
    expect(all.report.months?.[4]).toMatchObject({ month: "2027-03", complete: false, figures: null });
    expect(all.report.months?.[4]?.limits[0]).toMatchObject({ value: null, verdict: "unpriced" });
    expect(await all.shown("text")).toContain("In 2027-03 the model of `a` retires");
    expect(await all.shown("markdown")).toContain("In 2027-03 the model of `a` retires");
    expect(await all.shown("markdown")).toContain("not every month is known");
  });
});

describe("the limit on the increase", () => {
  const BASE = manifest("flat", "{ per_month: 1000 }", "{ max_increase: { amount: 100 } }");

  test("applies to the month with the largest increase", async () => {
    // Nothing in November, and (3000 − 1000) × $0.50 = $1,000 in December, over the $100 allowed.
    const all = await check(manifest("flat", "{ per_month: 1000, months: { 2026-12: 3000, 2027-01: 2000 } }", "{ max_increase: { amount: 100 } }"), {
      base: BASE,
    });
    expect(all.report.reasons[0]).toMatchObject({ code: "increase-exceeded", limit: 100, value: 1000 });
    expect(all.report.reasons[0]?.message).toContain("$1,000.00 in 2026-12");
    expect([all.report.verdict, all.code]).toEqual(["fail", 1]);
  });

  test("does not fail for a later limit that base's plan already exceeds, unless the change makes it worse", async () => {
    const growing = manifest("flat", "{ per_month: 1000, growth: 10% }", "{ monthly: 900 }");
    const same = await check(growing, { base: growing });
    expect([same.report.verdict, same.report.reasons, same.report.first_over]).toEqual(["pass", [], "2027-06"]);
    const more = await check(growing.replace("1000", "1001"), { base: growing });
    expect(more.report.reasons.map(({ code }) => code)).toEqual(["budget-exceeded-later"]);
  });

  test("counts what the change adds to a growing plan, not the growth", async () => {
    const growing = (clips: number): string => manifest("flat", `{ per_month: ${clips}, growth: 10% }`, "{ max_increase: { amount: 100 } }");
    // 60 clips more are $30 in November and 30 × 1.1^11 = $85.59 in October: within $100. 80 more are $40 and $114.12.
    expect((await check(growing(1060), { base: growing(1000) })).report.reasons.filter(({ code }) => code === "increase-exceeded")).toEqual([]);
    expect((await check(growing(1080), { base: growing(1000) })).report.reasons[0]).toMatchObject({ code: "increase-exceeded", value: 114.124668 });
  });
});

describe("a constant plan", () => {
  test("shows no months ahead, and the same report in every format", async () => {
    const all = await check(manifest("flat", "{ per_month: 1000, growth: 0% }", "{ monthly: 600 }"));
    expect(all.report).not.toHaveProperty("months");
    expect(all.report).not.toHaveProperty("first_over");
    const without = await check(manifest("flat", "{ per_month: 1000 }", "{ monthly: 600 }"));
    expect(all.stdout).toBe(without.stdout);
    expect(await all.shown("markdown")).toBe(await without.shown("markdown"));
  });

  test("shows as many equal months as requested", async () => {
    const all = await check(manifest("flat", "{ per_month: 1000 }", "{ monthly: 600 }"), { args: ["--months", "3"] });
    expect(expected(all)).toEqual([500, 500, 500]);
    expect(all.report.first_over).toBeNull();
  });

  test.each(["0", "61", "many", "1.5"])("refuses --months %s", async (months) => {
    writeFileSync(join(folder, "head.yml"), manifest("flat", "{ per_month: 1000 }"));
    const { code, stderr } = await runWith(book, folder, ["check", "head.yml", "--months", months]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("1 to 60")]);
  });
});
