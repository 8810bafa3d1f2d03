import { expect, test } from "vitest";
import { type Gathered, gather } from "../../src/gather.ts";
import { redeclared } from "../../src/manifest/parse.ts";
import { type Exposure, exposureOf } from "../../src/risk/exposure.ts";
import { loadDistributions } from "../../src/stats/distributions.ts";
import { bookOfFiles, readerOf } from "../in-memory.ts";

/** A clip costs $1, and $0.50 from 1,000 jobs a month on; the other model always costs $2. */
const prices = (charges: object[]): object[] => [{ source: "https://tiers.example/pricing", checked: "2026-11-01", confidence: "provider", charges }];
const BOOK = bookOfFiles({
  provider: "tiers",
  name: "Tiers",
  models: [
    {
      id: "by-jobs",
      modes: ["text-to-video"],
      prices: prices([
        {
          meter: "clip",
          by: ["monthly_jobs"],
          unit: "usd",
          rows: [
            [{ below: 1000 }, 1],
            [{ min: 1000 }, 0.5],
          ],
        },
      ]),
    },
    { id: "flat", modes: ["text-to-video"], prices: prices([{ meter: "clip", usd: 2 }]) },
  ],
});

const manifest = (first: number, other: number): string =>
  JSON.stringify({
    version: 1,
    workloads: {
      a: { provider: "tiers", model: "by-jobs", volume: { per_month: first } },
      b: { provider: "tiers", model: "by-jobs", volume: { per_month: 600 } },
      c: { provider: "tiers", model: "flat", volume: { per_month: other } },
      d: { provider: "tiers", model: "flat", volume: { per_month: 10 } },
    },
  });
const sideOf = (text: string): Promise<Gathered> => gather(readerOf({ "video-budget.yml": text }), ["video-budget.yml"], BOOK.snapshot);
const withWorkload = (side: Gathered, name: string, own: object): Gathered => ({
  ...side,
  manifests: side.manifests.map((one) => redeclared(one, name, own) ?? one),
});
const priced = async (side: Gathered): Promise<Exposure> => exposureOf(side, BOOK, { date: "2026-11-22", after: 0 }, await loadDistributions());
const shown = ({ estimates }: Exposure): unknown[] =>
  estimates.map(({ name, monthly, request }) => [name, monthly?.toNumber(), request?.fields.get("monthly_jobs")]);

test("an edit of one workload changes another only through the jobs of their model", async () => {
  const side = await sideOf(manifest(300, 5));
  const first = await priced(side);
  // 300 + 600 = 900 jobs, $1 each.
  expect(shown(first)).toEqual([
    ["a", 300, 900],
    ["b", 600, 900],
    ["c", 10, 15],
    ["d", 20, 15],
  ]);
  const more = withWorkload(side, "a", { provider: "tiers", model: "by-jobs", volume: { per_month: 400 } });
  const second = await priced(more);
  // 1,000 jobs, $0.50 each: the unedited `b` costs half.
  expect(shown(second)).toEqual([
    ["a", 200, 1000],
    ["b", 300, 1000],
    ["c", 10, 15],
    ["d", 20, 15],
  ]);
  expect(second.estimates[3]).toBe(first.estimates[3]);
  const third = await priced(withWorkload(more, "c", { provider: "tiers", model: "flat", volume: { per_month: 7 } }));
  expect(shown(third).slice(2)).toEqual([
    ["c", 14, 17],
    ["d", 20, 17],
  ]);
  expect(JSON.stringify(shown(third))).toBe(JSON.stringify(shown(await priced(await sideOf(manifest(400, 7))))));
});

test("costs are calculated again for other months, settings and prices", async () => {
  const text = (more: object): string =>
    JSON.stringify({ version: 1, ...more, workloads: { a: { provider: "tiers", model: "flat", volume: { per_month: 10, growth: "10%" } } } });
  const side = await sideOf(text({}));
  const of = async (after: number, book = BOOK): Promise<number | undefined> =>
    exposureOf(side, book, { date: "2026-11-22", after }, await loadDistributions()).total?.expected.toNumber();
  expect([await of(0), await of(1), await of(0)]).toEqual([20, 22, 20]);
  const moreExpensive = bookOfFiles({
    provider: "tiers",
    name: "Tiers",
    models: [{ id: "flat", modes: ["text-to-video"], prices: prices([{ meter: "clip", usd: 3 }]) }],
  });
  expect([await of(0, moreExpensive), await of(0)]).toEqual([30, 20]);
});
