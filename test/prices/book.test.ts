import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Provider } from "../../src/prices/book.ts";
import { readPrices } from "../../src/prices/read.ts";
import { readYaml } from "../../src/yaml/read.ts";
import { builtInBook } from "../run/built-in.ts";
import { priceOf } from "./price-of.ts";

/** Every built-in price file: its schema, its checks, and the published totals it must reproduce. */
const files = readdirSync("prices").filter((file) => file.endsWith(".yml"));
const read = new Map(files.map((file) => [file, readPrices(readYaml(`prices/${file}`, readFileSync(`prices/${file}`)))]));

describe.each(files)("the price file prices/%s", (file) => {
  const { written, provider, problems } = read.get(file) as ReturnType<typeof readPrices>;

  test("follows the grammar", () => {
    expect(
      problems.filter(({ severity }) => severity === "error").map(({ code, path, args }) => `${code} at ${path.join(".")}: ${JSON.stringify(args)}`),
    ).toEqual([]);
    expect(`${provider?.provider}.yml`).toBe(file);
  });

  const examples = (written?.models ?? []).flatMap((model) =>
    (model.examples ?? []).map((example, index) => ({ model, example, name: `${model.id} ${index}` })),
  );
  test.each(examples)("reproduces $name: $example.request", ({ model, example }) => {
    const date = example.date ?? (model.status?.retires === undefined ? "2026-11-22" : dayBefore(model.status.retires));
    const result = priceOf([provider as Provider], { ...example, provider: written?.provider ?? "", model: model.id, date });
    if (example.usd !== undefined) expect(result.job?.usd, result.problems).toBe(Number(example.usd));
    if (example.credits !== undefined) expect(result.job?.credits, result.problems).toBe(Number(example.credits));
    if (example.amount !== undefined) expect(result.job?.usd, result.problems).toBe(Number(example.amount));
    expect(
      [example.usd, example.credits, example.amount].some((total) => total !== undefined),
      "an example without a total proves nothing",
    ).toBe(true);
  });

  test("has an example for every priced model", () => {
    const without = (written?.models ?? []).filter(({ prices, examples }) => prices.length > 0 && !examples?.length).map(({ id }) => id);
    expect(without).toEqual([]);
  });
});

test("the built book equals the price files", () => {
  const book = builtInBook();
  const written = [...read.values()].flatMap(({ provider }) => provider ?? []);
  expect(book.slugs).toEqual(written.map(({ provider }) => provider));
  for (const provider of written) expect({ ...book.provider(provider.provider) }).toEqual(provider);
});

function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
