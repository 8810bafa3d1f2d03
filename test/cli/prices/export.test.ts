import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { forLitellm, pricesInForce } from "../../../src/catalog/export.ts";
import { compareAgainst } from "../../../src/catalog/litellm.ts";
import { videoEntries } from "../../../src/catalog/litellm-file.ts";
import { loadBook } from "../../../src/files/book.ts";
import { rates } from "../../../src/money/convert.ts";
import { litellmJson } from "../../../src/report/catalog/export.ts";
import { bookFolder, runWith } from "../in-process.ts";
import { folderOf } from "../run.ts";

const PRICE = { source: "https://acme.example/pricing", checked: "2026-11-01", confidence: "provider" };
const model = (id: string, charges: object[], more: object = {}): object => ({ id, modes: ["text-to-video"], prices: [{ ...PRICE, charges }], ...more });
const RESOLUTIONS = { accepts: { resolution: ["720p", "1080p"] } };
const BOOK = {
  provider: "runway",
  name: "Runway",
  account: { credit: { usd: 0.01 } },
  models: [
    model("flat", [{ meter: "second", usd: 0.1 }]),
    model(
      "sized",
      [
        { meter: "second", usd: 0.1 },
        { meter: "second", usd: 0.2, when: { resolution: "1080p" } },
      ],
      RESOLUTIONS,
    ),
    model(
      "factor",
      [
        { meter: "second", credits: 5 },
        { factor: 2, when: { resolution: "1080p" } },
      ],
      RESOLUTIONS,
    ),
    model("sound", [
      { meter: "second", usd: 0.1 },
      { meter: "second", usd: 0.2, when: { audio: true } },
    ]),
    model("token", [{ meter: "token", usd: 7, per: 1_000_000 }]),
    model("step", [{ meter: "second", usd: 0.1, min: 5 }]),
    model("unknown", [{ meter: "second", amount: "unknown" }]),
  ],
};

const exported = (...args: string[]) => runWith(bookFolder(BOOK), folderOf({}), ["prices", "export", "--date", "2026-11-28", ...args]);

describe("prices export --for litellm", () => {
  test("exports prices per second and resolution, and names other models with the reason", async () => {
    const { code, stdout, stderr } = await exported("--for", "litellm");
    const entry = { litellm_provider: "runwayml", mode: "video_generation", source: "https://acme.example/pricing" };
    expect([code, JSON.parse(stdout)]).toEqual([
      0,
      {
        "runwayml/flat": { ...entry, output_cost_per_second: 0.1 },
        "runwayml/sized": { ...entry, output_cost_per_second_720p: 0.1, output_cost_per_second_1080p: 0.2, supported_resolutions: ["720p", "1080p"] },
        // 5 credits × $0.01, and twice that.
        "runwayml/factor": { ...entry, output_cost_per_second_720p: 0.05, output_cost_per_second_1080p: 0.1, supported_resolutions: ["720p", "1080p"] },
      },
    ]);
    expect(stderr).toBe(`3 models exported; 4 have prices that the format cannot say:
  runway/sound: depends on more than the resolution (audio)
  runway/token: not billed by the second of output (token)
  runway/step: has a minimum, a step or included units
  runway/unknown: an amount of it is unknown
`);
  });

  test("the built-in book, exported and read back, has no differences", () => {
    const book = loadBook("dist/cli");
    const date = "2026-11-28";
    const { rows, notSaid } = forLitellm(book, date);
    expect(rows.length + notSaid.length).toBe(pricesInForce(book, date).length);
    expect(rows.length).toBeGreaterThan(20);
    const against = compareAgainst(book, videoEntries(JSON.parse(litellmJson({ rows, notSaid }))) ?? [], book.slugs, { date, rates: rates({}) });
    expect([against.differs, against.theirsOnly]).toEqual([[], []]);
    expect(against.same.length).toBeGreaterThan(20);
  });
});

test("--for csv has a row for each charge, with its condition, source and day", async () => {
  const { stdout } = await exported("--for", "csv");
  const rows = parse(stdout, { columns: true }) as Record<string, string>[];
  expect(rows).toHaveLength(10);
  expect(rows.find(({ model, when }) => model === "sized" && when !== "")).toMatchObject({
    provider: "runway",
    kind: "charge",
    meter: "second",
    amount: "0.2",
    unit: "USD",
    per: "1",
    when: "resolution = 1080p",
    checked: "2026-11-01",
  });
  expect(rows.filter(({ kind, amount }) => kind === "factor" || amount === "unknown").map(({ model, amount }) => [model, amount])).toEqual([
    ["factor", "2"],
    ["unknown", "unknown"],
  ]);
});

test("--for json has every price in force in full", async () => {
  const { schema, prices } = JSON.parse((await exported("--for", "json")).stdout);
  expect([schema, prices.length, prices[0].price.source]).toEqual(["video-budget/prices-export@1", 7, "https://acme.example/pricing"]);
});
