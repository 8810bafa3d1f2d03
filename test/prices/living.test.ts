import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { describe, expect, test } from "vitest";
import { findModel, providersOf } from "../../src/prices/find.ts";
import { PAGES } from "../docs/pages.ts";
import { builtInBook } from "../run/built-in.ts";

/**
 * Recommended models work: no page, example, default or successor names a model that
 * retires within 90 days. The days are counted from the newest reading of the book, so that a commit
 * passes or fails the same way forever, and each new reading looks further ahead.
 */
const DAYS = 90;
const providers = providersOf(builtInBook());
const newest = providers
  .flatMap(({ models }) => models.flatMap(({ prices }) => prices.map(({ checked }) => checked)))
  .sort()
  .at(-1) as string;
const horizon = new Date(Date.parse(newest) + DAYS * 86_400_000).toISOString().slice(0, 10);

/** The day a model retires, where it is in the book and that day is before the horizon. */
function retirementOf(provider: string, model: string): string | null {
  const seller = providers.find((one) => one.provider === provider);
  const retires = seller && findModel(seller, model)?.status.retires;
  return retires !== undefined && retires <= horizon ? retires : null;
}

/** `provider: google`, then `model: veo-3.1`, on the next line or the same; and `google/veo-3.1`. */
function dyingIn(text: string): string[] {
  const pairs = [
    ...text.matchAll(/provider["']?: ["']?([\w.-]+)["']?[\s,]+["']?model["']?: ["']?([^\s"',}]+)/g),
    ...text.matchAll(/\b([a-z][\w.-]*)\/([\w./:-]*\w)/g),
  ];
  const flags = [...text.matchAll(/--provider ([\w.-]+) --model (\S+)/g)];
  return [...pairs, ...flags].flatMap(([, provider = "", model = ""]) => {
    const day = retirementOf(provider, model);
    return day === null ? [] : [`${provider}/${model} (${day})`];
  });
}

test("the search finds a retired model in each notation", () => {
  const forms = [
    "provider: google\n    model: veo-3.1-generate-preview",
    "{ provider: google, model: veo-3.1 }",
    "`google/veo-3.1-generate-preview`",
    "--provider google --model veo-3.1",
  ];
  expect(forms.map((text) => dyingIn(text).length)).toEqual([1, 1, 1, 1]);
});

const files = [...PAGES.filter((page) => page !== "docs/problems.md" && page !== "CHANGELOG.md"), ...globSync(["examples/**/*.yml", "src/**/*.ts"])].sort();

test.each(files)("%s names no model that retires soon", (file) => {
  expect(dyingIn(readFileSync(file, "utf8"))).toEqual([]);
});

describe("successors and alternatives of retired models do not retire soon", () => {
  test.each(providers.map((one) => [one.provider, one] as const))("%s", (slug, { models }) => {
    const offered = models.flatMap(({ id, status }) =>
      [...(status.successor === undefined ? [] : [`${slug}/${status.successor}`]), ...(status.alternatives ?? [])].map((name) => ({ id, name })),
    );
    const dying = offered.filter(({ name }) => retirementOf(name.slice(0, name.indexOf("/")), name.slice(name.indexOf("/") + 1)) !== null);
    expect(dying).toEqual([]);
  });
});
