import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { providersOf } from "../../src/prices/find.ts";
import { builtInBook } from "../run/built-in.ts";
import { type Priced, priceOf } from "./price-of.ts";

/**
 * Totals that others published for concrete requests, compared with the whole book: examples.json.
 * `date` is the day the total was seen and the day it is priced for; the first of the month or the year where no more is known.
 * A total is of one job, or of `request.volume` jobs where that is given.
 * A page that states dollars beside yuan makes two rows: one for each of the two platforms (`region`).
 */
type Example = {
  id: string;
  provider: string;
  model: string;
  request: object;
  usd?: number;
  credits?: number;
  amount?: number;
  currency?: string;
  billed?: { meter: string; quantity: number };
  /** In the unit of the total; absent: exact. */
  tolerance?: number;
  source: string;
  via?: string;
  date: string;
} & ({ state: "reproduced" } | Unmet);

type Unmet = { state: "differs" | "missing"; because: string; judged: string; reason: string };
type Gap = Example & Unmet;

/**
 * The number of rows by state. If a row starts or stops matching, change its state in examples.json and this table.
 * differs: the book gives another figure, for the reason that the row states. missing: the book cannot price the request.
 */
const COUNTS = {
  reproduced: 247,
  "differs: conflicting-source": 19,
  "missing: not-offered": 4,
  "missing: unknown-model": 1,
  "missing: unknown-provider": 1,
};

/** The book's problem for a request that it cannot price, by the reason of the row. */
const PROBLEMS: Record<string, string> = { "not-offered": "not-accepted", "unknown-model": "unpriced", "unknown-provider": "unknown-provider" };

const examples = JSON.parse(readFileSync("test/prices/examples.json", "utf8")) as Example[];
const providers = providersOf(builtInBook());
const inState = (state: Example["state"]): Example[] => examples.filter((example) => example.state === state);

describe("published totals of jobs", () => {
  test.each(inState("reproduced"))("$id is reproduced: $provider $model $request", (example) => {
    const priced = priceOf(providers, example);
    for (const { of, published, got } of totals(example, priced)) {
      expect(got, `${of}: ${priced.problems}`).toBeDefined();
      expect(distance(got as number, published), `${of}: ${got} for ${published}`).toBeLessThanOrEqual(example.tolerance ?? 0);
    }
  });

  test.each(inState("differs"))("$id differs: $provider $model $request", (example) => {
    const priced = priceOf(providers, example);
    expect(priced.status, priced.problems).toBe("priced");
    const differs = totals(example, priced).some(({ published, got }) => distance(got as number, published) > (example.tolerance ?? 0));
    expect(differs, "it matches now: make it `reproduced`").toBe(true);
  });

  test.each(inState("missing") as Gap[])("$id cannot be priced: $provider $model $request", (example) => {
    const priced = priceOf(providers, example);
    expect(["invalid", "unpriced"], "it has a price now: make it `reproduced` or `differs`").toContain(priced.status);
    expect(priced.problems).toContain(`"code":"${PROBLEMS[example.because]}"`);
  });

  test("are counted by state and reason", () => {
    const counts: Record<string, number> = {};
    for (const example of examples) {
      const kind = example.state === "reproduced" ? example.state : `${example.state}: ${example.because}`;
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
    expect(counts).toEqual(COUNTS);
  });

  test("each have an id, a total, a source and a day", () => {
    expect(new Set(examples.map(({ id }) => id)).size).toBe(examples.length);
    for (const example of examples) {
      expect(totals(example).length, example.id).toBeGreaterThan(0);
      expect(example.source, example.id).toMatch(/^https:\/\/\S+$/);
      expect(example.date, example.id).toMatch(/^20\d\d-\d\d-\d\d$/);
      if (example.state === "reproduced") continue;
      expect(example.judged, example.id).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(example.reason.length, example.id).toBeGreaterThan(20);
    }
  });

  test("are rounded by at most half a cent or half a percent", () => {
    for (const example of examples) {
      if (example.tolerance === undefined) continue;
      const [total] = totals(example);
      const most = total?.of === "credits" ? 0.005 * total.published : 0.005;
      expect(example.tolerance, example.id).toBeLessThanOrEqual(most);
    }
  });
});

/** The totals that a row states, each with the book's figure. */
function totals(example: Example, priced?: Priced): { of: string; published: number; got: number | undefined }[] {
  const { usd, credits, amount, billed } = example;
  return [
    { of: "usd", published: usd, got: priced?.month?.usd },
    { of: "credits", published: credits, got: priced?.month?.credits },
    { of: "amount", published: amount, got: priced?.month?.usd },
    { of: "billed", published: billed?.quantity, got: priced?.quantities[billed?.meter ?? ""] },
  ].filter((total): total is { of: string; published: number; got: number | undefined } => total.published !== undefined);
}

/** The distance of two decimals, without binary rounding errors. */
function distance(a: number, b: number): number {
  return Number(Math.abs(a - b).toFixed(9));
}
