import { expect, test } from "vitest";
import { writeBook } from "../../scripts/write-book.ts";
import { modelNames } from "../../src/prices/find.ts";
import { normalise } from "../../src/prices/normalise.ts";
import { priceFile } from "../../src/prices/schema.ts";
import { writtenBook } from "../../src/prices/written-book.ts";
import { ACME } from "../in-memory.ts";

const entries = JSON.parse(writeBook([normalise(priceFile.parse(ACME))]).json) as unknown[];

test("the names of a provider's models are known without reading their entries", () => {
  const asked: number[] = [];
  const book = writtenBook((index) => {
    asked.push(index);
    return entries[index];
  });
  const acme = book.provider("acme");
  expect(acme && modelNames(acme)).toEqual(["acme-1", "acme", "acme-credits", "acme-secret", "acme-0"]);
  // The head, and the provider.
  expect(asked).toEqual([0, 1]);
});

test("a copied provider with other models has their names", () => {
  const acme = writtenBook((index) => entries[index]).provider("acme");
  const [first] = acme?.models ?? [];
  expect(acme && first && modelNames({ ...acme, models: [first] })).toEqual(["acme-1", "acme"]);
});
