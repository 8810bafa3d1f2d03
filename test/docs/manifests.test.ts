import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { rankModels } from "../../src/catalog/rank.ts";
import { loadBook } from "../../src/files/book.ts";
import { readPrices } from "../../src/prices/read.ts";
import { toJson } from "../../src/report/review/json.ts";
import { PARTS } from "../../src/risk/waterfall.ts";
import { readYaml } from "../../src/yaml/read.ts";
import { reviewFiles } from "../in-memory.ts";
import { blocksOf, type Check, checksOf, edited, manifestsOf, PAGES, type Shown } from "./pages.ts";

/** Every manifest of the documentation through the built-in book on a fixed day, and every figure that the text quotes of it. */
const book = loadBook("dist/cli");
const date = "2026-11-22";

type Report = { verdict: string; problems: { severity: string; code: string; message: string }[] } & Record<string, unknown>;

async function reportOf({ block, file, files }: Shown, edits: Check["edits"] = []): Promise<Report> {
  return JSON.parse(toJson(await reviewFiles({ ...files, [file]: edited(block.text, edits) }, { roots: [file], book, date })));
}

const TOTALS = ["expected", "p50", "p90", "p95", "sd", "list", "cash"];

/** The figure that a check names: one of the total, of the first workload, a part of the waterfall, or a path of the report. */
function figureOf(report: Report, what: string): unknown {
  const at = (path: string): unknown => path.split(".").reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], report);
  if (TOTALS.includes(what)) return at(`total.head.${what}`);
  if ((PARTS as readonly string[]).includes(what)) {
    const waterfall = at("workloads.0.waterfall") as { part: string; monthly: number }[];
    return waterfall.find(({ part }) => part === what)?.monthly ?? 0;
  }
  if (what === "job") return at("workloads.0.job_price");
  if (what === "wanted") return at("workloads.0.per_wanted");
  if (what === "over") return at("budgets.0.probability_over");
  if (what === "used") return at("budgets.0.used");
  if (what === "first_month") return at("accounts.0.first_month");
  if (what === "problem") return report.problems.map(({ code }) => code);
  return at(what);
}

/** A file that lists reports of other repositories is for roll-up, and has no workloads. */
const manifests = PAGES.flatMap(manifestsOf).filter(({ block }) => !/^include_reports:/m.test(block.text));
const checks = PAGES.flatMap(checksOf);
const named = (at: { page: string; line: number }): string => `${at.page}:${at.line}`;

test("the pages have manifests and figures to check", () => {
  expect(manifests.length).toBeGreaterThan(25);
  expect(checks.length).toBeGreaterThan(80);
});

describe.each(manifests.map((shown) => [named(shown.block), shown] as const))("the manifest at %s", (_, shown) => {
  test("has no error and prices every workload", async () => {
    const report = await reportOf(shown);
    expect(report.problems.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([]);
    expect(["pass", "warn", "fail"]).toContain(report.verdict);
  });
});

test.each(checks.map((check) => [`${named(check)} ${check.what} ${check.value}`, check] as const))("%s", async (_, check) => {
  const above = manifestsOf(check.page).filter(({ block }) => block.line < check.line);
  const shown = above.at(-1);
  if (!shown) throw new Error("no manifest stands above this figure");
  const actual = figureOf(await reportOf(shown, check.edits), check.what);
  const number = /^-?\d+(\.(\d+))?(%?)$/.exec(check.value);
  if (number) {
    const [, , decimals = "", percent] = number;
    const stated = Number.parseFloat(check.value) / (percent ? 100 : 1);
    const half = (0.5 * 10 ** -decimals.length) / (percent ? 100 : 1);
    expect(Math.abs(Number(actual) - stated), `it is ${String(actual)}`).toBeLessThanOrEqual(half * 1.000001);
    // 1,008.00 in the text is 1008 here; a decrease may be written without its sign.
    expect(check.beside.replaceAll(",", "")).toContain(check.value.replace(/^-/, "").replace("%", ""));
  } else if (Array.isArray(actual)) expect(actual).toContain(check.value);
  else expect(String(actual)).toBe(check.value);
});

const priceFiles = PAGES.flatMap(blocksOf).filter(({ language, text }) => language === "yaml" && /^provider: /m.test(text) && /^models:/m.test(text));

test.each(priceFiles.map((block) => [named(block), block] as const))("the price file at %s is valid", (_, { text }) => {
  expect(readPrices(readYaml("prices/example.yml", new TextEncoder().encode(text))).problems).toEqual([]);
});

test("the page on image and text counts the models of the book correctly", () => {
  const rank = (mode: "text-to-video" | "image-to-video") =>
    new Map(rankModels(book, { mode, duration: 5 }, { date, rates: new Map() }, book.slugs).ranked.map((one) => [one.id, one]));
  const [text, image] = [rank("text-to-video"), rank("image-to-video")];
  const differences = [...image].flatMap(([id, one]) => (text.has(id) ? [one.amount.minus(text.get(id)?.amount ?? 0).toNumber()] : []));
  const charged = differences.filter((one) => one !== 0);
  const page = readFileSync("docs/cookbook/image-or-text.md", "utf8");
  expect(page).toContain(`Of the ${differences.length} models of the book`);
  expect(page).toContain(`${charged.length} charge for the image`);
  expect(page).toContain(`at most $${Math.max(...charged)} a job`);
});

test("the page on cost states how the book's prices are spread", () => {
  const { ranked } = rankModels(book, { mode: "text-to-video", duration: 8 }, { date, rates: new Map() }, book.slugs);
  // `comfy/ray-3.2` is priced as an edit, which is not meant by text-to-video.
  const amounts = ranked.filter(({ defaults }) => defaults["task"] !== "edit").map(({ amount }) => amount);
  const at = (share: number): string => `$${amounts[Math.floor(amounts.length * share)]?.toFixed(2)}`;
  const page = readFileSync("docs/cookbook/cost.md", "utf8");
  expect(page).toContain(`ranks ${amounts.length} models for 8 seconds`);
  expect(page).toContain(`half of them charge ${at(0.5)} or less, one in ten ${at(0.1)} or less, and one in ten more than ${at(0.9)}`);
});
