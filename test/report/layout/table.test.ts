import { expect, test } from "vitest";
import { tableRow } from "../../../src/report/layout/table.ts";

test("a cell ends neither its column nor its row", () => {
  expect(tableRow(["a|b", "c\r\nd"])).toBe("| a\\|b | c d |");
});
