import { expect, test } from "vitest";
import { hint, sentence } from "../../src/report/words/messages.ts";
import { ACME, bookOfFiles, reviewFiles } from "../in-memory.ts";

/** Open sells more than the book lists; acme-1 is Acme's. */
const OPEN = { provider: "open", name: "Open", unlisted_models: "it serves more endpoints than are listed", models: [] };
const others = (count: number): object[] => Array.from({ length: count }, (_, index) => ({ provider: `seller-${index}`, name: "Seller", models: [] }));

async function saidOf(workload: object, ...more: object[]): Promise<{ says: string; fix: string | null }> {
  const text = { version: 1, workloads: { clip: { volume: { per_month: 1 }, ...workload } } };
  const { problems } = await reviewFiles({ "video-budget.yml": text }, { book: bookOfFiles(ACME, OPEN, ...more) });
  const [problem] = problems;
  if (!problem) throw new Error("There is no problem.");
  return { says: sentence(problem), fix: hint(problem) };
}

test("an id at a seller that does not list it is reported with the provider that sells it", async () => {
  const { says, fix } = await saidOf({ provider: "open", model: "acme-1" });
  expect(says).toContain("The price book has no entry for `open/acme-1`");
  expect(fix).toContain("`acme` sells a model of this id: if that is where you buy it, name it as `provider`.");
});

test("a misspelt provider is reported with the near name alone", async () => {
  const { says, fix } = await saidOf({ provider: "acne", model: "acme-1" }, ...others(20));
  expect(says).toBe("`clip`: The price book has no provider `acne`.");
  expect(fix).toContain("Did you mean `acme`?");
  expect((await saidOf({ provider: "xyzzy", model: "acme-1" }, ...others(20))).says).toContain("it has `acme`, `open`, `seller-0`");
});
