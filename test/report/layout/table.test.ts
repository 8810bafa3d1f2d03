import { expect, test } from "vitest";
import { tableRow } from "../../../src/report/layout/table.ts";

test("a percentage does not break in a cell", () => {
  expect(tableRow(["$4.00", "107 % of `a %` and 5 s"])).toBe("| $4.00 | 107\u00a0% of `a %` and 5 s |");
});

test("a cell ends neither its column nor its row", () => {
  expect(tableRow(["a|b", "c\r\nd"])).toBe("| a\\|b | c d |");
});
