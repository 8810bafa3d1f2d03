import { expect, test } from "vitest";
import { providerCalled } from "../../src/prices/provider-names.ts";

const SLUGS = { slugs: ["google", "vertex", "d-id", "fal", "minimax"] };

test.each([
  ["gemini", "google"],
  ["Vertex AI", "vertex"],
  ["fal.ai", "fal"],
  ["D_ID", "d-id"],
  ["hailuo", "minimax"],
  // A provider that is not in the book is never named.
  ["sora", null],
  ["constructor", null],
])("the provider %s is %s", (name, slug) => {
  expect(providerCalled(name, SLUGS)).toBe(slug);
});
