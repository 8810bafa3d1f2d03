import { describe, expect, test } from "vitest";
import { footnotes } from "../../src/report/review/footnotes.ts";
import type { Review } from "../../src/review/result.ts";
import { bookOfFiles, reviewFiles } from "../in-memory.ts";

/** A job costs $1; `billed` is what the book says of a provider's own errors. */
function monthOf(workload: object, billed?: unknown): Promise<Review> {
  const book = bookOfFiles({
    provider: "t",
    name: "T",
    ...(billed !== undefined && { jobs: { billed: { provider_error: billed } } }),
    models: [
      {
        id: "m",
        modes: ["text-to-video"],
        prices: [{ source: "https://t.example/p", checked: "2026-11-01", confidence: "provider", charges: [{ meter: "job", usd: 1 }] }],
      },
    ],
  });
  const a = { provider: "t", model: "m", volume: { per_month: 100 }, ...workload };
  return reviewFiles({ "video-budget.yml": { version: 1, workloads: { a } } }, { book });
}

describe("a warning that a declared rate disagrees with evidence", () => {
  const both = (declared: number | undefined, k: number, n: number): Promise<Review> =>
    monthOf({
      client: { max_attempts: 3 },
      reliability: {
        ...(declared !== undefined && { outcomes: { provider_error: declared } }),
        evidence: { provider_error: { k, n } },
        billed: { provider_error: true },
      },
    });

  test.each([
    // Wilson's interval of 10 of 20 is 29.9% to 70.1%.
    { declared: 0.01, k: 10, n: 20, warned: 1 },
    { declared: 0.29, k: 10, n: 20, warned: 1 },
    { declared: 0.31, k: 10, n: 20, warned: 0 },
    { declared: 0.75, k: 10, n: 20, warned: 1 },
    { declared: 0.05, k: 1, n: 20, warned: 0 },
    { declared: undefined, k: 10, n: 20, warned: 0 },
  ])("is given only outside the interval: $declared declared and $k of $n counted: $warned warnings", async ({ declared, k, n, warned }) => {
    const { problems } = await both(declared, k, n);
    expect(problems.filter(({ code, severity }) => code === "evidence-disagrees" && severity === "warning")).toHaveLength(warned);
  });

  test("comes with counts from the evidence, named failures, and only the difference of means as uncertainty", async () => {
    const { workloads } = await both(0.01, 10, 20);
    const risk = workloads[0]?.head?.risk;
    if (!risk) throw new Error("no risk");
    // Half of all jobs fail: 1 + 0.5 + 0.25 submissions, and 1 − 0.5³ of takes are delivered.
    expect(risk.jobs.submitted).toBeCloseTo(175, 9);
    expect(risk.jobs.billed).toBeCloseTo(175, 9);
    expect(risk.jobs.delivered).toBeCloseTo(0.875, 9);
    expect(risk.waterfall.failed_billed.toNumber()).toBeCloseTo(50, 9);
    expect(risk.waterfall.retries.toNumber()).toBeCloseTo(37.5, 9);
    expect(risk.waterfall.undelivered.toNumber()).toBeCloseTo(-12.5, 9);
    // E[p + p²] of Beta(10.5, 10.5), of which the variance is 0.25 / 22: 0.75 + 0.25 / 22.
    expect(Math.abs(risk.waterfall.parameter_uncertainty.toNumber() - 100 * (0.25 / 22))).toBeLessThan(1e-6 * 175);
    const alone = (await both(undefined, 10, 20)).workloads[0]?.head?.risk;
    expect(alone?.figures.expected.eq(risk.figures.expected)).toBe(true);
  });
});

describe("the stress line depends on whether provider errors are billed", () => {
  test.each([
    // (1 − 0.1³) / 0.9 = 1.11 submissions a take.
    { billed: "yes", says: ["+$11.00 a month", "+$100.00"] },
    { billed: "no", says: ["not billed", "would add $0.00", "+$100.00"] },
    { billed: "unknown", says: ["between", "+$11.00"] },
    { billed: undefined, says: ["between", "+$11.00"] },
  ])("$billed: $says", async ({ billed, says }) => {
    const line = footnotes(await monthOf({}, billed)).join(" ");
    for (const part of says) expect(line).toContain(part);
  });

  test("the manifest's policy overrides the book's", async () => {
    expect(footnotes(await monthOf({ reliability: { billed: { provider_error: "no" } } }, "yes")).join(" ")).toContain("would add $0.00");
  });
});

describe("the stress line names the most expensive of one more take, a higher resolution and sound, if it exceeds failures", () => {
  /** A job of 5 s at $0.10 a second in 720p, `sharp` times that in 4k, and with sound `loud` times either. */
  const book = (sharp: number, loud: number) =>
    bookOfFiles({
      provider: "t",
      name: "T",
      jobs: { billed: { provider_error: "yes" } },
      models: [
        {
          id: "m",
          modes: ["text-to-video"],
          accepts: { duration: [5], resolution: ["720p", "4k"], audio: [true, false] },
          defaults: { duration: 5, resolution: "720p", audio: false },
          prices: [
            {
              ...{ source: "https://t.example/p", checked: "2026-11-01", confidence: "provider" },
              charges: [
                { meter: "second", usd: 0.1 },
                { factor: sharp, when: { resolution: "4k" } },
                { factor: loud, when: { audio: true } },
              ],
            },
          ],
        },
      ],
    });
  const lineOf = async (sharp: number, loud: number, output: object = {}): Promise<string> => {
    const a = { provider: "t", model: "m", volume: { per_month: 100 }, output };
    return footnotes(await reviewFiles({ "video-budget.yml": { version: 1, workloads: { a } } }, { book: book(sharp, loud) })).join(" ");
  };

  // A month of $50: failures add 11%, $5.50, and a take $50.
  test.each([
    { sharp: 1.5, loud: 1.5, output: {}, says: "One more take of each clip would add more: +$50.00." },
    { sharp: 4, loud: 1.5, output: {}, says: "Resolution `4k` would add more: +$150.00." },
    { sharp: 1.5, loud: 3, output: {}, says: "Sound would add more: +$100.00." },
    // With 4k the month is $200: one more take adds $200, and sound half of that.
    { sharp: 4, loud: 1.5, output: { resolution: "4k" }, says: "One more take of each clip would add more: +$200.00." },
    { sharp: 1.5, loud: 3, output: { audio: true }, says: "One more take of each clip would add more: +$150.00." },
  ])("4k × $sharp, sound × $loud, $output: $says", async ({ sharp, loud, output, says }) => {
    expect(await lineOf(sharp, loud, output)).toContain(says);
  });
});
