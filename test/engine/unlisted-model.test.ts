import { expect, test } from "vitest";
import { estimateManifest } from "../../src/engine/estimate.ts";
import { pricingOf } from "../../src/engine/pricing.ts";
import { parseManifest } from "../../src/manifest/parse.ts";
import { bookOf } from "../../src/prices/book.ts";
import { readPrices } from "../../src/prices/read.ts";
import { hint, sentence } from "../../src/report/words/messages.ts";
import { readYaml } from "../../src/yaml/read.ts";

/** Two sellers of one model: the first sells more than is listed, the second's list is whole. */
const seller = (slug: string, more: string): string => `
provider: ${slug}
name: ${slug}
${more}
spellings: { prefixes: [${slug}/], version_marks: [":"] }
models:
  - id: kling-v2.6-pro
    modes: [text-to-video]
    prices: [{ source: https://x.example, checked: 2026-11-01, confidence: provider, charges: [{ meter: clip, usd: 1 }] }]
    examples: [{ request: {}, usd: 1, source: https://x.example, notes: one clip }]
`;
const providers = [seller("open", "unlisted_models: it sells more; give a price"), seller("closed", "")].map((text) => {
  const { provider, problems } = readPrices(readYaml("prices/x.yml", Buffer.from(text)));
  expect(problems).toEqual([]);
  if (!provider) throw new Error("The price file of this test does not hold to the grammar.");
  return provider;
});

function said(provider: string, model: string): [string, string, string | null] {
  const manifest = { version: 1, workloads: { w: { provider, model, volume: { per_month: 1 } } } };
  const parsed = parseManifest("m.yml", Buffer.from(JSON.stringify(manifest)));
  const [estimate] = estimateManifest(pricingOf(parsed, bookOf(providers, ""), "2026-11-22"));
  const [problem] = estimate?.problems ?? [];
  return problem ? [estimate?.status ?? "", sentence(problem), hint(problem)] : [estimate?.status ?? "", "", null];
}

test.each<[string, string, string, RegExp, RegExp]>([
  // A model of the book, with prefixes and versions around its id.
  ["open", "open/kling-v2.6-pro:1f2e", "priced", /^$/, /./],
  ["closed", "kling-v2.6-pro:1f2e", "priced", /^$/, /./],
  // An unlisted Kling, a misspelt one, a family without a listed model, a name that does not look like a video model.
  [
    "open",
    "kling-v9",
    "unpriced",
    /no entry for `open\/kling-v9`, by its name of the family Kling: it sells more; give a price\. It is not counted as 0/,
    /^Give/,
  ],
  ["open", "kling-v2.6-prp", "unpriced", /family Kling/, /^[Dd]id you mean `kling-v2\.6-pro`\? Otherwise give/],
  ["open", "sora-2", "unpriced", /family Sora/, /^Give/],
  ["open", "acme/text-to-video", "unpriced", /, a video model by its name: /, /^Give/],
  ["open", "invoices", "unpriced", /no entry for `open\/invoices`: it sells more/, /^Give/],
  ["closed", "veo-9", "invalid", /no model `veo-9` of `closed`, by its name of the family Veo\.$/, /If the provider sells it, give the workload a `price`\./],
  ["closed", "kling-v2.6-prp", "invalid", /no model `kling-v2\.6-prp` of `closed`\.$/, /^[Dd]id you mean `kling-v2\.6-pro`\?/],
])("a model that the book does not list: %s, %s is %s", (provider, model, status, says, advises) => {
  const [found, words, advice] = said(provider, model);
  expect(found).toBe(status);
  expect(words).toMatch(says);
  if (words !== "") expect(advice).toMatch(advises);
});
