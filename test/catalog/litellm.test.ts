import { describe, expect, test } from "vitest";
import { compareAgainst } from "../../src/catalog/litellm.ts";
import { type LitellmEntry, videoEntries } from "../../src/catalog/litellm-file.ts";
import { rates } from "../../src/money/convert.ts";
import { ACME, bookOfFiles } from "../in-memory.ts";

/** The small book under a name that the other list has, too. */
const BOOK = bookOfFiles({ ...ACME, provider: "openai" }, { provider: "self-hosted", name: "Own", models: [] });
const MARKET = { date: "2026-11-22", rates: rates({}) };

function compare(entries: Record<string, object>, providers: readonly string[] = BOOK.slugs) {
  const json = Object.fromEntries(Object.entries(entries).map(([key, entry]) => [key, { mode: "video_generation", litellm_provider: "openai", ...entry }]));
  return compareAgainst(BOOK, videoEntries(json) as LitellmEntry[], providers, MARKET);
}

const shown = (rows: ReturnType<typeof compare>["same"]) =>
  rows.map(({ resolution, theirs, ours, request }) => [resolution, Number(theirs), Number(ours), request["audio"]]);

describe("a model that both lists have", () => {
  // acme-1: $0.15 a second with sound, which is its default; $0.10 silent; twice that at 1080p.
  test("a price for all resolutions is compared with every resolution in our book", () => {
    const { same, differs } = compare({ "openai/acme-1": { output_cost_per_second: 0.15 } });
    expect([shown(same), shown(differs)]).toEqual([[["720p", 0.15, 0.15, true]], [["1080p", 0.15, 0.3, true]]]);
  });

  test("a price for one resolution is compared only with that resolution", () => {
    const { same, differs } = compare({ acme: { output_cost_per_second: 0.15, output_cost_per_second_1080p: 0.31 } });
    expect([shown(same), shown(differs)]).toEqual([[["720p", 0.15, 0.15, true]], [["1080p", 0.31, 0.3, true]]]);
  });

  test("prices that all match a silent clip are compared without sound", () => {
    const { same, differs } = compare({ "acme-1": { output_cost_per_second_720p: 0.1, output_cost_per_second_1080p: 0.2 } });
    expect([shown(same), differs]).toEqual([
      [
        ["720p", 0.1, 0.1, false],
        ["1080p", 0.2, 0.2, false],
      ],
      [],
    ]);
  });

  test("one sound setting applies to all resolutions of a comparison", () => {
    // 0.30 is 1080p with sound; 0.10 is 720p without: one of them differs, whichever sound it is.
    const { same, differs } = compare({ "acme-1": { output_cost_per_second_720p: 0.1, output_cost_per_second_1080p: 0.3 } });
    expect([shown(same), shown(differs)]).toEqual([[["1080p", 0.3, 0.3, true]], [["720p", 0.1, 0.15, true]]]);
  });

  test("exact pixel sizes map to their resolution class", () => {
    const { same } = compare({ "acme-1": { output_cost_per_video_per_second: 0.15, supported_resolutions: ["1280x720", "720x1280"] } });
    expect(shown(same)).toEqual([["720p", 0.15, 0.15, true]]);
  });

  test("credits are converted at the account's value", () => {
    const { same } = compare({ "acme-credits": { output_cost_per_second: 0.1 } });
    expect(same).toMatchObject([{ id: "openai/acme-credits", source: "https://acme.example/credits", checked: "2026-01-01" }]);
  });
});

test("models of their list alone are named, models of ours alone are counted, and others have a reason", () => {
  const against = compare({
    "acme-0": { output_cost_per_second: 1 },
    "acme-secret": { output_cost_per_second: 1 },
    "acme-1": { output_cost_per_token: 1 },
    "acme-credits": { output_cost_per_second_4k: 0.2 },
    "acme-9": { output_cost_per_second: 2 },
    "x/y": { litellm_provider: "unheard_of", output_cost_per_second: 3 },
  });
  expect(against.notCompared.map(({ key, reason }) => [key, reason])).toEqual([
    ["acme-0", "retired"],
    ["acme-secret", "unpriced"],
    ["acme-1", "no-rate-of-theirs"],
  ]);
  // The book does not say which resolutions acme-credits makes: its price is for all.
  expect(shown(against.differs)).toEqual([["4k", 0.2, 0.1, undefined]]);
  expect(against.theirsOnly.map(({ key, provider }) => [key, provider])).toEqual([
    ["acme-9", "openai"],
    ["x/y", null],
  ]);
  // Of the two models with a price in force, both are named.
  expect(against.oursOnly).toBe(0);
});

test("a resolution that our model does not make is not compared", () => {
  expect(compare({ "acme-1": { output_cost_per_second_4k: 0.5 } }).notCompared).toEqual([
    { key: "acme-1", id: "openai/acme-1", resolution: "4k", reason: "not-accepted", field: "resolution", value: "4k" },
  ]);
});

test("a comparison of chosen providers ignores other and unknown sellers", () => {
  const entries = { "acme-1": { output_cost_per_second: 0.15 }, "x/y": { litellm_provider: "unheard_of" } };
  expect(compare(entries, ["self-hosted"])).toEqual({ same: [], differs: [], theirsOnly: [], notCompared: [], oursOnly: 0 });
  expect(compare(entries, ["openai"])).toMatchObject({ theirsOnly: [], oursOnly: 1 });
});
