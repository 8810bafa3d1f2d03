import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { estimateManifest, pricingOf } from "../../src/engine/estimate.ts";
import { parseManifest } from "../../src/manifest/parse.ts";
import { bookOf } from "../../src/prices/book.ts";
import { normalise } from "../../src/prices/normalise.ts";
import { priceFile } from "../../src/prices/schema.ts";

type Shape = {
  shape: string;
  charges: object[];
  media?: { pixels?: object };
  total?: object;
  cases?: object[];
  account?: object;
  tries: { request: Record<string, unknown>; expect: number | "refused" | "unpriced" }[];
};

const shapes = parse(readFileSync("test/engine/grammar.yml", "utf8")) as Shape[];

/** Credits and foreign currencies count one to one here, so that a total is in the unit of its charges. */
const FX = { RUB: 1, CNY: 1 };
const CREDIT = { credit: { usd: 1 } };

describe.each(shapes)("$shape", (shape) => {
  test.each(shape.tries)("$request → $expect", ({ request, expect: expected }) => {
    expect(total(shape, request)).toEqual(expected);
  });
});

function total(shape: Shape, { account, date, ...request }: Record<string, unknown>): number | string {
  const file = priceFile.parse({
    provider: "acme",
    name: "Acme Video",
    account: shape.account ?? CREDIT,
    models: [
      {
        id: "acme-1",
        modes: ["text-to-video", "video-to-video", "extend"],
        accepts: acceptedOf(shape),
        ...(shape.cases && { cases: shape.cases }),
        ...(shape.media && { media: shape.media }),
        prices: [
          { source: "https://acme.example", checked: "2026-11-01", confidence: "provider", charges: shape.charges, ...(shape.total && { total: shape.total }) },
        ],
      },
    ],
  });
  const manifest = {
    version: 1,
    fx: FX,
    policy: { unknown_price: "warn" },
    accounts: account ? { acme: account } : {},
    workloads: { w: { provider: "acme", model: "acme-1", volume: { per_month: 1 }, ...request } },
  };
  const parsed = parseManifest("m.yml", Buffer.from(JSON.stringify(manifest)));
  expect(parsed.problems).toEqual([]);
  const provider = normalise(file);
  const [estimate] = estimateManifest(pricingOf(parsed, bookOf([provider], ""), (date as string | undefined) ?? "2026-11-22"));
  if (estimate?.status === "invalid") return "refused";
  return estimate?.job ? estimate.job.amount.toNumber() : "unpriced";
}

/** The model declares each option, tier, quality and resolution that the shape's requests use. */
function acceptedOf(shape: Shape): Record<string, unknown[]> {
  const accepts = new Map<string, Set<unknown>>();
  const add = (name: string, value: unknown): void => {
    if (value !== undefined) accepts.set(name, (accepts.get(name) ?? new Set()).add(value));
  };
  for (const { request } of shape.tries) {
    for (const [name, value] of Object.entries((request["options"] ?? {}) as object)) add(name, value);
    for (const name of ["tier", "region"]) add(name, request[name]);
    const { quality, resolution } = (request["output"] ?? {}) as { quality?: string; resolution?: string };
    add("quality", quality);
    add("resolution", resolution);
  }
  if (shape.media?.pixels) accepts.set("resolution", new Set(Object.keys(shape.media.pixels)));
  return Object.fromEntries([...accepts].map(([name, values]) => [name, [...values]]));
}
