import { expect, test } from "vitest";
import { jobPriceOf } from "../../src/scan/job-price.ts";
import { builtInBook } from "../run/built-in.ts";
import { scanned } from "./scan.ts";

const book = builtInBook();
const market = { date: "2026-11-22", rates: new Map() };
const call = (input: string): string =>
  `import { fal } from "@fal-ai/client";\nawait fal.subscribe("fal-ai/kling-video/v2.6/pro/text-to-video", { input: { ${input} } });\n`;
const priceOf = (files: Readonly<Record<string, string>>): number | null => {
  const [finding] = scanned(files).findings;
  const price = finding && jobPriceOf(finding, book, market);
  return price ? Number(price) : null;
};

// fal lists this model at $0.14 a second with sound, which is its default, and at $0.07 without: prices/fal.yml.
test.each<[string, Readonly<Record<string, string>>, number]>([
  ["5 s with the default sound", { "a.ts": call('duration: "5"') }, 0.7],
  ["5 s without sound", { "a.ts": call('duration: "5", generate_audio: false') }, 0.35],
  ["5 s in one place and 10 s in another, at the higher price", { "a.ts": call('duration: "5"'), "b.ts": call('duration: "10"') }, 1.4],
])("the price of one job is calculated: %s", (_, files, expected) => {
  expect(priceOf(files)).toBe(expected);
});

test("the price of a job of an unpriced model is unknown, never 0", () => {
  expect(priceOf({ "a.ts": call("x: 1").replace("v2.6", "v9.9") })).toBeNull();
});
