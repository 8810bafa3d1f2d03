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

describe("one model of both lists", () => {
  // acme-1: $0.15 a second with sound, which is its default; $0.10 silent; twice that at 1080p.
  test("a price for every resolution is compared with each that ours makes", () => {
    const { same, differs } = compare({ "openai/acme-1": { output_cost_per_second: 0.15 } });
    expect([shown(same), shown(differs)]).toEqual([[["720p", 0.15, 0.15, true]], [["1080p", 0.15, 0.3, true]]]);
  });

  test("a price for one resolution is compared with that one alone", () => {
    const { same, differs } = compare({ acme: { output_cost_per_second: 0.15, output_cost_per_second_1080p: 0.31 } });
    expect([shown(same), shown(differs)]).toEqual([[["720p", 0.15, 0.15, true]], [["1080p", 0.31, 0.3, true]]]);
  });

  test("if all prices are those of a silent clip, it is one", () => {
    const { same, differs } = compare({ "acme-1": { output_cost_per_second_720p: 0.1, output_cost_per_second_1080p: 0.2 } });
    expect([shown(same), differs]).toEqual([
      [
        ["720p", 0.1, 0.1, false],
        ["1080p", 0.2, 0.2, false],
      ],
      [],
    ]);
  });

  test("no agreement is picked out of one resolution against the others", () => {
    // 0.30 is 1080p with sound; 0.10 is 720p without: one of them differs, whichever sound it is.
    const { same, differs } = compare({ "acme-1": { output_cost_per_second_720p: 0.1, output_cost_per_second_1080p: 0.3 } });
    expect([shown(same), shown(differs)]).toEqual([[["1080p", 0.3, 0.3, true]], [["720p", 0.1, 0.15, true]]]);
  });

  test("exact sizes are those of a class", () => {
    const { same } = compare({ "acme-1": { output_cost_per_video_per_second: 0.15, supported_resolutions: ["1280x720", "720x1280"] } });
    expect(shown(same)).toEqual([["720p", 0.15, 0.15, true]]);
  });

  test("credits are worth what the account says", () => {
    const { same } = compare({ "acme-credits": { output_cost_per_second: 0.1 } });
    expect(same).toMatchObject([{ id: "openai/acme-credits", source: "https://acme.example/credits", checked: "2026-01-01" }]);
  });
});

test("what only they have is listed, what only we have is counted, and the rest says why", () => {
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

test("a resolution that ours does not make is not compared", () => {
  expect(compare({ "acme-1": { output_cost_per_second_4k: 0.5 } }).notCompared).toEqual([
    { key: "acme-1", id: "openai/acme-1", resolution: "4k", reason: "not-accepted", field: "resolution", value: "4k" },
  ]);
});

test("of some providers alone, neither others nor unknown sellers are looked at", () => {
  const entries = { "acme-1": { output_cost_per_second: 0.15 }, "x/y": { litellm_provider: "unheard_of" } };
  expect(compare(entries, ["self-hosted"])).toEqual({ same: [], differs: [], theirsOnly: [], notCompared: [], oursOnly: 0 });
  expect(compare(entries, ["openai"])).toMatchObject({ theirsOnly: [], oursOnly: 1 });
});
