import { expect, test } from "vitest";
import { tableRow } from "../../../src/report/layout/table.ts";

test("text in a cell cannot end its column or its row", () => {
  expect(tableRow(["a|b", "c\r\nd"])).toBe("| a\\|b | c d |");
});
