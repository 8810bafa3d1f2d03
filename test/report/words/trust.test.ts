import { expect, test } from "vitest";
import { checkedDay, doubtsOf } from "../../../src/report/words/trust.ts";

/** From 2026-05-01 to 2026-11-22: 31 + 30 + 31 + 31 + 30 + 31 + 21 = 205 days. */
const DAY = "2026-11-22";

test.each([
  [{ confidence: "provider", checked: "2026-11-01", stale: false }, []],
  [{ confidence: "provider", checked: "2026-05-01", stale: true }, ["checked 205 days ago"]],
  [{ confidence: "provider", checked: "2026-01-01", stale: true }, ["undated"]],
  [{ confidence: "third-party", checked: "2026-11-01", stale: false }, ["third-party"]],
  [{ confidence: "inferred", checked: "2026-05-01", stale: true }, ["inferred", "checked 205 days ago"]],
  [{ confidence: "contract", checked: null, stale: false }, []],
] as const)("the trust of a price %j in words", (source, expected) => {
  expect(doubtsOf(source, DAY)).toEqual(expected);
});

test("a page without a date says so and names no day", () => {
  expect([checkedDay("2026-01-01"), checkedDay("2026-01-02")]).toEqual(["undated (2026)", "2026-01-02"]);
});
