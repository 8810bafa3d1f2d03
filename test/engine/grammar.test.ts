import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { estimateManifest } from "../../src/engine/estimate.ts";
import { pricingOf } from "../../src/engine/pricing.ts";
import { parseManifest } from "../../src/manifest/parse.ts";
import { bookOf, type Provider } from "../../src/prices/book.ts";
import { normalise } from "../../src/prices/normalise.ts";
import { priceFile } from "../../src/prices/schema.ts";
import { reviewFiles } from "../in-memory.ts";

/** Every known shape of pricing rule; the test cases refer to them by number. */
const SHAPES = [
  "a rate per output second by resolution and audio",
  "another paid option on top",
  "a nonlinear price per clip by duration and resolution, with gaps",
  "a price per clip that also depends on a motion or quality mode",
  "a base clip and a price for each extra second",
  "a first second and a price for each further one",
  "a stepped start, then linear",
  "a fixed fee and a rate",
  "a type of rule that changes with the resolution",
  "flat, whatever the options",
  "bands of duration",
  "tokens from pixels, frames a second and seconds",
  "a token rate by resolution, video among the inputs, audio, service tier",
  "a minimum number of tokens",
  "a coefficient on tokens",
  "frames with an off-by-one",
  "megapixels rounded up",
  "seconds normalised by frames",
  "a threshold that makes the whole job more expensive",
  "input in blocks",
  "a ceiling on inputs, or true fractions",
  "input and output seconds, or one of them",
  "input seconds capped by file",
  "a continuation billed on the final length",
  "a surcharge per input after a free allowance",
  "add-ons",
  "unusual meters: bytes of text, images checked",
  "segments",
  "a minimum and a maximum of the billed quantity",
  "credits whose value depends on the pack, packs that expire",
  "a list of points beside dollars",
  "off-peak prices in their own table",
  "monthly tiers, rented concurrency",
  "GPU seconds",
  "a price by region",
  "dated promotions and retirements",
  "a policy option with a price",
  "an amount per 1, 1,000 or 1,000,000",
  "a hold that is settled on use",
  "minutes rounded to blocks, plans",
  "several outputs of one job",
];

type Try = {
  request: Record<string, unknown>;
  expect: number | "refused" | "unpriced";
  /** What the account pays in a month, of these parts. */
  month?: Record<string, number>;
};

type Case = {
  shape: string;
  shapes: number[];
  source: string;
  note: string;
  charges?: object[];
  accepts?: object;
  media?: { pixels?: object };
  total?: object;
  cases?: object[];
  status?: object;
  account?: object;
  tries?: Try[];
};

const cases = parse(readFileSync("test/engine/grammar.yml", "utf8")) as Case[];

/** Credits and foreign currencies count one to one here, so that a total is in the unit of its charges. */
const FX = { RUB: 1, CNY: 1 };
const CREDIT = { credit: { usd: 1 } };

describe.each(cases.filter(({ tries }) => tries))("$shape", (one) => {
  test.each(one.tries ?? [])("$request → $expect", ({ request, expect: expected }) => {
    expect(total(one, request)).toEqual(expected);
  });

  const monthly = (one.tries ?? []).filter(({ month }) => month);
  if (monthly.length > 0)
    test.each(monthly)("$request → $month a month", async ({ request, month = {} }) => {
      const { date, ...rest } = request;
      const { accounts } = await reviewFiles({ "video-budget.yml": manifestOf(rest) }, { book: bookOf([providerOf(one)], ""), ...dated(date) });
      const line = Object.entries(accounts[0] ?? {}).filter(([part]) => part in month);
      expect(Object.fromEntries(line.map(([part, amount]) => [part, Number(amount)]))).toEqual(month);
    });
});

describe("the shapes of prices", () => {
  test.each(SHAPES.map((shape, index) => [index + 1, shape] as const))("%i has a test case: %s", (number) => {
    expect(cases.filter(({ shapes }) => shapes.includes(number)).length).toBeGreaterThan(0);
  });

  test("have only cases with a shape, an address and a calculation", () => {
    for (const { shape, shapes, source, note } of cases) {
      expect(shapes.length, shape).toBeGreaterThan(0);
      expect(
        shapes.filter((number) => SHAPES[number - 1] === undefined),
        shape,
      ).toEqual([]);
      expect(source, shape).toMatch(/^https:\/\/(?!acme)[\w.-]+\.[a-z]{2,}(\/\S*)?$/);
      expect(note.length, shape).toBeGreaterThan(20);
    }
  });

  test("are all tried, except for cases that are not prices", () => {
    expect(cases.filter(({ tries }) => !tries?.length).map(({ shapes }) => shapes)).toEqual([[39]]);
  });
});

function total(one: Case, { date, ...request }: Record<string, unknown>): number | string {
  const parsed = parseManifest("m.yml", Buffer.from(JSON.stringify(manifestOf(request))));
  expect(parsed.problems).toEqual([]);
  const [estimate] = estimateManifest(pricingOf(parsed, bookOf([providerOf(one)], ""), dated(date).date));
  if (estimate?.status === "invalid" || estimate?.status === "retired") return "refused";
  return estimate?.job ? estimate.job.amount.toNumber() : "unpriced";
}

function dated(date: unknown): { date: string } {
  return { date: typeof date === "string" ? date : "2026-11-22" };
}

function manifestOf({ account, ...request }: Record<string, unknown>): object {
  return {
    version: 1,
    budget: { monthly: 1_000_000 },
    fx: FX,
    policy: { unknown_price: "warn" },
    accounts: account ? { acme: account } : {},
    workloads: { w: { provider: "acme", model: "acme-1", volume: { per_month: 1 }, ...request } },
  };
}

function providerOf(one: Case): Provider {
  return normalise(
    priceFile.parse({
      provider: "acme",
      name: "Acme Video",
      account: one.account ?? CREDIT,
      models: [
        {
          id: "acme-1",
          modes: ["text-to-video", "video-to-video", "extend"],
          accepts: { ...acceptedOf(one), ...one.accepts },
          ...(one.cases && { cases: one.cases }),
          ...(one.media && { media: one.media }),
          ...(one.status && { status: one.status }),
          prices: [{ source: one.source, checked: "2026-11-01", confidence: "provider", charges: one.charges, ...(one.total && { total: one.total }) }],
        },
      ],
    }),
  );
}

/** The model declares each option, tier, quality and resolution that the shape's requests use. */
function acceptedOf({ media, tries = [] }: Case): Record<string, unknown[]> {
  const accepts = new Map<string, Set<unknown>>();
  const add = (name: string, value: unknown): void => {
    if (value !== undefined) accepts.set(name, (accepts.get(name) ?? new Set()).add(value));
  };
  for (const { request } of tries) {
    for (const [name, value] of Object.entries((request["options"] ?? {}) as object)) add(name, value);
    for (const name of ["tier", "region"]) add(name, request[name]);
    const { quality, resolution } = (request["output"] ?? {}) as { quality?: string; resolution?: string };
    add("quality", quality);
    add("resolution", resolution);
  }
  if (media?.pixels) accepts.set("resolution", new Set(Object.keys(media.pixels)));
  return Object.fromEntries([...accepts].map(([name, values]) => [name, [...values]]));
}
