import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readPrices } from "../../src/prices/read.ts";
import { readYaml } from "../../src/yaml/read.ts";
import { priceOf } from "./price-of.ts";

const [, text = ""] = /```yaml\n(# yaml-language-server[\s\S]*?)```/.exec(readFileSync("prices/README.md", "utf8")) ?? [];
const { written, provider, problems } = readPrices(readYaml("prices/acme.yml", Buffer.from(text)));

test("the file that prices/README.md starts from follows the grammar", () => {
  expect(problems).toEqual([]);
  expect(written?.models[0]?.examples?.length).toBe(1);
});

test("the prices of that file are read correctly", () => {
  const total = (output: object, options: object = {}): number | undefined =>
    provider ? priceOf([provider], { provider: "acme", model: "acme", request: { output, options }, date: "2026-11-22" }).job?.usd : undefined;
  expect(total({ duration: 8, resolution: "1080p" })).toBe(1.2); // 8 s × 15 credits × $0.01, the example
  expect(total({})).toBe(0.5); // the defaults: 5 s × 10 credits
  expect(total({ audio: false }, { style: "film" })).toBe(0.6); // 5 s × 8 credits × 1.5
  expect(total({ duration: 5, resolution: "1080p" })).toBeUndefined(); // 1080p is of 8 s
});
