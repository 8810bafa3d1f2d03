import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { estimateManifest, pricingOf } from "../../src/engine/estimate.ts";
import { parseManifest } from "../../src/manifest/parse.ts";
import { decimal } from "../../src/money/decimal.ts";
import { bookOf, type Provider } from "../../src/prices/book.ts";
import { readPrices } from "../../src/prices/read.ts";
import { readYaml } from "../../src/yaml/read.ts";

/** Every built-in price file: its schema, its checks, and the published totals it must reproduce. */
const files = readdirSync("prices").filter((file) => file.endsWith(".yml"));
const read = new Map(files.map((file) => [file, readPrices(readYaml(`prices/${file}`, readFileSync(`prices/${file}`)))]));

describe.each(files)("prices/%s", (file) => {
  const { written, provider, problems } = read.get(file) as ReturnType<typeof readPrices>;

  test("holds to the grammar", () => {
    expect(problems.filter(({ severity }) => severity === "error").map(({ code, path, args }) => `${code} at ${path.join(".")}: ${JSON.stringify(args)}`)).toEqual([]);
    expect(`${provider?.provider}.yml`).toBe(file);
  });

  const examples = (written?.models ?? []).flatMap((model) =>
    (model.examples ?? []).map((example, index) => ({ model, example, name: `${model.id} ${index}` })),
  );
  test.each(examples)("reproduces $name: $example.request", ({ model, example }) => {
    const date = example.date ?? (model.status?.retires === undefined ? "2026-11-22" : dayBefore(model.status.retires));
    const result = priceOf(provider as Provider, model.id, example.request, date, example.currency);
    if (example.usd !== undefined) expect(result.usd, result.problems).toBe(Number(example.usd));
    if (example.credits !== undefined) expect(result.credits, result.problems).toBe(Number(example.credits));
    if (example.amount !== undefined) expect(result.usd, result.problems).toBe(Number(example.amount));
    expect([example.usd, example.credits, example.amount].some((total) => total !== undefined), "an example without a total proves nothing").toBe(true);
  });

  test("has an example for every priced model", () => {
    const without = (written?.models ?? []).filter(({ prices, examples }) => prices.length > 0 && !examples?.length).map(({ id }) => id);
    expect(without).toEqual([]);
  });
});

function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

/** A total in another currency is compared in that currency: one unit of it counts as one dollar. */
function priceOf(provider: Provider, model: string, request: object, date: string, currency?: string): { usd?: number; credits?: number; problems: string } {
  const { account, ...rest } = request as { account?: object };
  const manifest = {
    version: 1,
    policy: { unknown_price: "warn" },
    fx: currency === undefined ? {} : { [currency]: 1 },
    accounts: account ? { [provider.provider]: account } : {},
    workloads: { w: { provider: provider.provider, model, volume: { per_month: 1 }, ...rest } },
  };
  const parsed = parseManifest("m.yml", Buffer.from(JSON.stringify(manifest)));
  const [estimate] = estimateManifest(pricingOf(parsed, bookOf([provider], ""), date));
  const problems = JSON.stringify([...parsed.problems, ...(estimate?.problems ?? [])]);
  const credit = account ? undefined : provider.account?.credit?.usd;
  if (!estimate?.job) return { problems };
  const usd = estimate.job.amount;
  return {
    usd: Number(usd.round(9)),
    ...(credit !== undefined && { credits: Number(usd.div(decimal(credit).div(provider.account?.credit?.per ?? 1)).round(6)) }),
    problems,
  };
}
