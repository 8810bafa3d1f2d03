import { describe, expect, test } from "vitest";
import { findingsOf, upkeepOf } from "../../src/catalog/upkeep.ts";
import { ACME, bookOfFiles } from "../in-memory.ts";

const DAY = "2026-11-22";
const at = (checked: string, rest: object = {}) => ({
  source: "https://b.example",
  checked,
  confidence: "provider",
  charges: [{ meter: "clip", usd: 1 }],
  ...rest,
});
const model = (id: string, prices: object[], status: object = {}) => ({ id, modes: ["text-to-video"], prices, status });
const look = (models: object[], { date = DAY, maxAge = 180, ahead = 90 } = {}) => {
  const book = bookOfFiles(ACME, { provider: "b", name: "B", models });
  return upkeepOf(book, ["b"], date, { maxAge, ahead });
};

describe("prices that are too old", () => {
  test("are those checked more than 180 days ago, without retired and unpriced models", () => {
    const upkeep = upkeepOf(bookOfFiles(ACME), ["acme"], DAY, { maxAge: 180, ahead: 90 });
    expect([upkeep.models, upkeep.prices]).toEqual([4, 3]);
    // From 2026-01-01 to 2026-11-22: 30 days left of January, then 28, 31, 30, 31, 30, 31, 31, 30, 31 and 22.
    expect(upkeep.stale).toEqual([
      { provider: "acme", id: "acme/acme-credits", checked: "2026-01-01", days: 325, confidence: "third-party", source: "https://acme.example/credits" },
    ]);
  });

  test("are sorted from the oldest; exactly 180 days is not old", () => {
    const models = [model("day", [at("2026-05-26")]), model("limit", [at("2026-05-26")]), model("older", [at("2025-05-26")])];
    expect(look(models).stale.map(({ id }) => id)).toEqual(["b/older"]);
    expect(look(models, { maxAge: 179 }).stale.map(({ id, days }) => [id, days])).toEqual([
      ["b/older", 545],
      ["b/day", 180],
      ["b/limit", 180],
    ]);
  });

  test("are judged by the price in force alone", () => {
    expect(look([model("m", [at("2024-01-01", { to: "2026-11-01" }), at("2026-11-01", { from: "2026-11-01" })])]).stale).toEqual([]);
  });
});

describe("upcoming events", () => {
  const kinds = (models: object[], options = {}) => look(models, options).coming.map(({ id, kind, date, days }) => [id, kind, date, days]);

  test("are retirements, price ends, price changes and promotions, the next first", () => {
    const promotion = [
      { meter: "clip", usd: 1 },
      { factor: 0.5, from: "2026-01-01", to: "2026-12-01" },
    ];
    expect(
      kinds([
        model("leaves", [at(DAY)], { retires: "2027-02-20", successor: "next" }),
        model("ends", [at(DAY, { to: "2026-12-22" })]),
        model("changes", [at(DAY, { to: "2026-12-02" }), at(DAY, { from: "2026-12-02" })]),
        model("cheap", [at(DAY, { charges: promotion })]),
        model("stays", [at(DAY)]),
      ]),
    ).toEqual([
      ["b/cheap", "promotion-ends", "2026-12-01", 9],
      ["b/changes", "price-changes", "2026-12-02", 10],
      ["b/ends", "price-ends", "2026-12-22", 30],
      ["b/leaves", "retires", "2027-02-20", 90],
    ]);
  });

  test("keep an announced earliest day once it is past; an exact day replaces it", () => {
    expect(
      kinds([
        model("perhaps", [at(DAY)], { may_retire: "2026-12-02" }),
        model("past", [at(DAY)], { may_retire: "2026-11-01" }),
        model("known", [at(DAY)], { may_retire: "2026-12-02", retires: "2026-12-12" }),
      ]),
    ).toEqual([
      ["b/past", "may-retire", "2026-11-01", -21],
      ["b/perhaps", "may-retire", "2026-12-02", 10],
      ["b/known", "retires", "2026-12-12", 20],
    ]);
  });

  test("exclude what is beyond the horizon", () => {
    expect(kinds([model("leaves", [at(DAY)], { retires: "2027-02-21" })])).toEqual([]);
    expect(kinds([model("leaves", [at(DAY)], { retires: "2027-02-21" })], { ahead: 91 })).toHaveLength(1);
  });

  test("include a price that ended without a successor, which no manifest can use", () => {
    expect(kinds([model("lapsed", [at(DAY, { to: "2026-11-01" })]), model("secret", [])])).toEqual([["b/lapsed", "price-ends", "2026-11-01", -21]]);
  });
});

describe("retired models", () => {
  test("that other models name as successors come first and are findings", () => {
    const upkeep = look([
      model("first", [at(DAY)], { retires: "2026-01-01" }),
      model("gone", [at(DAY)], { retires: DAY, successor: "now" }),
      model("now", [at(DAY)], { alternatives: ["acme/acme-0", "b/gone"] }),
      model("old", [at(DAY)], { retires: "2026-12-01", successor: "gone" }),
    ]);
    expect(upkeep.retired).toEqual([
      { id: "b/gone", date: DAY, successor: "now", named_by: ["b/now", "b/old"] },
      { id: "b/first", date: "2026-01-01", successor: null, named_by: [] },
    ]);
    // The advice that leads to b/gone, and the retirement of b/old in nine days.
    expect(findingsOf(upkeep)).toBe(2);
  });
});
