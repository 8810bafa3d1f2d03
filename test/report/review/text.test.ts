import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { widthOf, wrap } from "../../../src/report/layout/wrap.ts";
import { toText } from "../../../src/report/review/text.ts";
import { reviewOne } from "../../in-memory.ts";
import { brandNew, hostile, many, overBudget, passing, preExisting, withErrors } from "../reviews.ts";

const PLAIN = { color: false, verbose: false };
const lines = (text: string): string[] => text.split("\n");
/** The columns of a line. Printable ASCII has one each, and most lines contain nothing else. */
const columns = (line: string): number => (/^[ -~]*$/.test(line) ? line.length : stringWidth(line));

describe.each(Object.entries({ overBudget, brandNew, passing, withErrors, preExisting }))("%s", (name, make) => {
  test.each([100, 40])("is the golden text at %d columns", async (width) => {
    await expect(toText(await make(), { ...PLAIN, width, verbose: width === 100 })).toMatchFileSnapshot(`golden/${name}-${width}.txt`);
  });
});

describe.each(Object.entries({ overBudget, brandNew, passing, withErrors, preExisting, hostile, many: () => many(60, 30) }))("%s", (_, make) => {
  test.each([40, 60, 80, 100, 120, 200])("has no line wider than %d columns and contains only text", async (width) => {
    for (const verbose of [false, true]) {
      const text = toText(await make(), { ...PLAIN, width, verbose });
      expect(lines(text).filter((line) => columns(line) > width)).toEqual([]);
      expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      expect(text).not.toMatch(/^\s*::|##\[| $/m);
    }
  });

  test("colors add nothing but color", async () => {
    const review = await make();
    const painted = toText(review, { color: true, verbose: true, width: 100 });
    expect(painted).toContain(ESCAPE);
    expect(painted.replaceAll(COLOUR, "")).toBe(toText(review, { color: false, verbose: true, width: 100 }));
  });
});

test("the first line is the verdict, in capitals and in words", async () => {
  expect(lines(toText(await overBudget(), { ...PLAIN, width: 100 }))[0]).toBe("FAIL: over budget");
  expect(lines(toText(await passing(), { ...PLAIN, width: 100 }))[0]).toBe("PASS: within budget");
});

test("rows sum to the total, and amounts are aligned", async () => {
  const text = toText(await overBudget(), { ...PLAIN, width: 120 });
  // Workload, model, clips, takes, a job, a month, change; 600 + 75 + 73.05 = 748.05 and 525 + 73.05 − 75 = 523.05.
  expect(text).toMatch(/^teaser +acme\/acme-1 +100 +2 +\$3\.00 +\$600\.00 +\+\$525\.00$/m);
  expect(text).toMatch(/^steady +acme\/acme-1 +100 +1 +\$0\.75 +\$75\.00$/m);
  expect(text).toMatch(/^fresh \(new\) +acme\/acme-credits +122 +1 +\$0\.60 +\$73\.05 +\+\$73\.05$/m);
  expect(text).toMatch(/^gone \(removed\) +acme\/acme-1 +100 +1 +\$0\.75 +-\$75\.00$/m);
  expect(text).toMatch(/^Total +\$748\.05 +\+\$523\.05$/m);
  const ends = lines(text)
    .filter((line) => /^(teaser|fresh|gone|Total)/.test(line))
    .map((line) => line.length);
  expect(new Set(ends).size).toBe(1);
});

test("a problem is file:line:column: severity: message, with its fix below", async () => {
  const text = toText(await withErrors(), { ...PLAIN, width: 200 });
  expect(text).toMatch(/^video-budget\.yml:12:12: error: `typo`: The price book has no model `acne-1` of `acme`\.\n {2}Did you mean `acme-1`\?/m);
});

test("an unpriced workload is marked as such, and the total as a lower bound", async () => {
  const text = toText(await withErrors(), { ...PLAIN, width: 100 });
  expect(text).toMatch(/^secret \(new\) .* unpriced +unknown$/m);
  expect(text).toMatch(/^old \(new\) .* retired +unknown$/m);
  expect(text).toMatch(/^Total +≥ \$75\.00 +unknown$/m);
  // "between $0.00 and" is what a failed job may bill.
  expect(text.replace("between $0.00 and", "")).not.toContain("$0.00");
});

test("a bar is as full as its budget is used", async () => {
  // 60% of 20 cells are 12; more than all is all.
  expect(toText(await overBudget(), { ...PLAIN, width: 100 })).toMatch(/^growth {2}█{12}░{8} +60% {2}\$600\.00 of \$1,000\.00$/m);
  expect(toText(await overBudget(), { ...PLAIN, width: 100 })).toMatch(/^total {3}█{20} +150% {2}\$748\.05 of \$500\.00$/m);
});

test("with many workloads, the largest and the changed are listed and the others are one line; --verbose lists all", async () => {
  const review = await many(60, 0);
  const text = toText(review, { ...PLAIN, width: 100 });
  // 61 workloads of $75: 39 are listed, 22 are $1,650.
  expect(text.match(/^w\d+ /gm)?.length ?? 0).toBeLessThanOrEqual(39);
  expect(text).toMatch(/^22 others .*\$1,650\.00/m);
  expect(toText(review, { ...PLAIN, width: 100, verbose: true }).match(/^w\d+ /gm)).toHaveLength(60);
});

test("of one kind of warning ten are listed and the others counted; every error is listed, and --verbose lists all", async () => {
  // A timeout of 100 s where one job in twenty takes longer than 180 s gets a warning.
  const late = { client: { timeout: "100s", on_timeout: "resubmit", max_attempts: 2 }, reliability: { latency: { p50: "60s", p95: "180s" } } };
  const workload = (model: string): object => ({ provider: "acme", model, volume: { per_month: 100 }, ...late });
  const named = (count: number, model: string): object => Object.fromEntries(Array.from({ length: count }, (_, i) => [`${model}-${i}`, workload(model)]));
  const review = await reviewOne({ version: 1, workloads: { ...named(13, "acme-1"), ...named(12, "acne-1") } });
  const [brief, whole] = [false, true].map((verbose) => toText(review, { ...PLAIN, width: 200, verbose }));
  expect(brief?.match(/: warning: /g)).toHaveLength(10);
  expect(brief?.match(/: error: /g)).toHaveLength(12);
  expect(brief).toContain("\n3 more warnings like these; --verbose lists all.\n");
  expect(whole?.match(/: warning: /g)).toHaveLength(13);
  expect(whole).not.toContain("more warnings");
});

const ESCAPE = "\u001b[";
const COLOUR = new RegExp(`${ESCAPE.replace("[", "\\[")}\\d+m`, "g");

describe("the width of text", () => {
  test.each(["plain", "影片 clip", "カタカナ", "한국어", "naïve é", "😀 ok", "ｆｕｌｌ", "█░≥≤…×", "e\u0301"])("of %s is that of a library", (text) =>
    expect(widthOf(text)).toBe(stringWidth(text)),
  );

  test("breaks a word only if the word alone is too long", () => {
    expect(wrap("one two three", 9)).toEqual(["one two", "three"]);
    expect(wrap("abcdefghij kl", 4)).toEqual(["abcd", "efgh", "ij", "kl"]);
    expect(wrap("used 150%", 8)).toEqual(["used", "150%"]);
    expect(wrap("a b c d", 3, "  ")).toEqual(["a b", "  c", "  d"]);
    expect(wrap("影片影片", 3)).toEqual(["影", "片", "影", "片"]);
    expect(wrap("", 10)).toEqual([""]);
  });
});

describe("the table of changes", () => {
  const at = (volume: number, takes: number): object => ({
    version: 1,
    workloads: {
      teaser: { provider: "acme", model: "acme-1", volume: { per_month: volume }, takes },
      other: { provider: "acme", model: "acme-1", volume: { per_month: 5 } },
    },
  });

  test("shows each edit's value before and after, and what it adds", async () => {
    // 60 × 5 s × $0.15 = $45 → 400 × $0.75 = $300: +$255.
    const text = toText(await reviewOne(at(400, 1), at(60, 1)), { ...PLAIN, width: 80, verbose: false });
    expect(text).toContain("What changed\n- teaser: volume.per_month 60 → 400: +$255.00\n");
  });

  test("drops an unchanged column before one that shows the cause", async () => {
    const titles = async (head: object): Promise<string | undefined> =>
      toText(await reviewOne(head, at(60, 1)), { ...PLAIN, width: 50, verbose: false })
        .split("\n")
        .find((line) => line.startsWith("Workload"));
    expect(await titles(at(60, 2))).toMatch(/ Takes /);
    expect(await titles(at(70, 1))).not.toMatch(/ Takes /);
  });

  test("counts more than ten changed workloads, and lists all with --verbose", async () => {
    // 40 workloads, 30 of them changed.
    const review = await many(40, 30);
    const lines = async (verbose: boolean): Promise<string[]> =>
      (toText(review, { ...PLAIN, width: 100, verbose }).split("What changed\n")[1] ?? "").split("\n\n")[0]?.split("\n") ?? [];
    expect((await lines(false)).at(-1)).toBe("- and 20 more changed workloads");
    expect(await lines(false)).toHaveLength(11);
    expect(await lines(true)).toHaveLength(30);
  });
});
