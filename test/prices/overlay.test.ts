import { describe, expect, test } from "vitest";
import type { Provider } from "../../src/prices/book.ts";
import { findModel } from "../../src/prices/find.ts";
import { overlay } from "../../src/prices/overlay.ts";
import { ACME, bookOfFiles } from "../in-memory.ts";

const BOOK = bookOfFiles({ ...ACME, pricing_urls: ["https://acme.example"], jobs: { billed: { moderated: "yes", cancelled: "no" }, retention: "2 days" } });
const price = (usd: number) => ({ source: "contract", checked: "2026-11-01", confidence: "provider", charges: [{ meter: "clip", usd }] });
const file = (rest: object): Provider => bookOfFiles({ provider: "acme", name: "Ours", models: [], ...rest }).provider("acme") as Provider;
const over = (...files: Provider[]): Provider => overlay(BOOK, files, "sha256:over").provider("acme") as Provider;

describe("a price file over the book", () => {
  test("adds its models and keeps the book's", () => {
    const provider = over(file({ models: [{ id: "acme-1", modes: ["text-to-video"], prices: [price(3)] }] }));
    expect(provider.models.map(({ id }) => id)).toEqual(["acme-1", "acme-credits", "acme-secret", "acme-0"]);
    expect(findModel(provider, "acme-1")?.prices[0]?.source).toBe("contract");
  });

  test("keeps the account, addresses and jobs that it does not set", () => {
    const known = BOOK.provider("acme") as Provider;
    const provider = over(file({}));
    expect([provider.account, provider.pricing_urls, provider.jobs, provider.name]).toEqual([known.account, known.pricing_urls, known.jobs, "Ours"]);
  });

  test("overrides what it sets, for jobs field by field", () => {
    const provider = over(file({ account: { credit: { usd: 0.5 } }, pricing_urls: ["https://ours.example"], jobs: { billed: { moderated: "no" } } }));
    expect([provider.account, provider.pricing_urls]).toEqual([{ credit: { usd: "0.5" } }, ["https://ours.example"]]);
    expect(provider.jobs).toEqual({ billed: { moderated: { value: 0 }, cancelled: { value: 0 } }, completion: {}, retention: "2 days" });
  });

  test("takes over an alias from the book's model", () => {
    const provider = over(file({ models: [{ id: "new", aliases: ["acme"], modes: ["text-to-video"], prices: [price(3)] }] }));
    expect([findModel(provider, "acme")?.id, findModel(provider, "acme-1")?.aliases]).toEqual(["new", []]);
  });

  test("wins over an earlier file, model by model", () => {
    const one = file({
      models: [
        { id: "x", modes: ["text-to-video"], prices: [price(1)] },
        { id: "y", modes: ["text-to-video"], prices: [price(1)] },
      ],
    });
    const two = file({ models: [{ id: "x", modes: ["text-to-video"], prices: [price(2)] }] });
    const amount = (id: string) => findModel(over(one, two), id)?.prices[0]?.charges[0]?.amount;
    expect([amount("x"), amount("y")]).toEqual([
      { unit: "USD", value: "2" },
      { unit: "USD", value: "1" },
    ]);
  });
});
