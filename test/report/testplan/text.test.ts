import { marked, type Tokens } from "marked";
import { describe, expect, test } from "vitest";
import { decimal } from "../../../src/money/decimal.ts";
import { widthOf } from "../../../src/report/layout/wrap.ts";
import { testPlanMarkdown, testPlanText } from "../../../src/report/testplan/text.ts";
import { numbersInWords } from "../../../src/report/testplan/words.ts";
import { planOf } from "../../joblog/acme-jobs.ts";
import { HOSTILE, liveTokens } from "../hostile.ts";

test.each([
  [[3], "job 3"],
  [[1, 2], "jobs 1 and 2"],
  [[1, 2, 3, 5], "jobs 1–3 and 5"],
  [[1, 3, 5, 6, 7, 8], "jobs 1, 3 and 5–8"],
])("the job numbers %j are %s", (numbers, words) => {
  expect(numbersInWords(numbers)).toBe(words);
});

describe.each(HOSTILE.filter((one) => one.trim() !== "").map((one) => [one.slice(0, 30), one]))("a manifest that says %j", (_, evil) => {
  const report = () =>
    planOf(
      {
        clip: { model: evil, output: { duration: 4, resolution: evil, quality: evil }, options: { [evil]: evil }, tier: evil, price: { usd: 1, per: "clip" } },
      },
      { settings: { accounts: { acme: { trial: 1 } } } },
    );

  test("shows it as text in Markdown and keeps its tables", async () => {
    const markdown = testPlanMarkdown(await report());
    expect(markdown).toContain("$1.00");
    expect(liveTokens(markdown, (raw) => /^\*\*1\.\*\*$/.test(raw))).toEqual([]);
    expect(markdown).not.toMatch(/<!--|-->|^\s*::|##\[|[\u202a-\u202e\u2066-\u2069\u200b]/m);
    const tables = marked.lexer(markdown).filter((token): token is Tokens.Table => token.type === "table");
    expect(tables.map(({ header, rows }) => [header.length, rows.map((row) => row.length)])).toEqual([[11, [11]]]);
  });

  test("shows it on a terminal without control characters, in lines that fit", async () => {
    const text = testPlanText(await report(), { width: 60, color: false });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what must not be there
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]|^\s*::/m);
    expect(text.split("\n").filter((line) => widthOf(line) > 60)).toEqual([]);
  });
});

test("the title says so if every workload has evidence or if the limit allows no job", async () => {
  const evidence = { model: "acme-1", reliability: { evidence: { moderated: { k: 0, n: 9 } } } };
  const titles = await Promise.all([planOf({ a: evidence }), planOf({ a: { model: "acme-1" } }, { limits: { budget: decimal(0) } })]);
  expect(titles.map((one) => testPlanText(one, { width: 100, color: false }).split("\n")[0])).toEqual([
    "Test plan: every workload has evidence already",
    "Test plan: the limit allows no job, of 1 job in all",
  ]);
});

test("without an exchange rate, the plan says so and calls no job expensive", async () => {
  // $0.75 a job is far below 5 of the other currency, so it cannot be compared with $5.
  const report = await planOf({ a: { model: "acme-1" } }, { limits: { warnAbove: null } });
  expect([
    report.dear,
    testPlanText(report, { width: 100, color: false }).includes("Which jobs are dear is not said: there is no exchange rate for USD."),
  ]).toEqual([[], true]);
});
