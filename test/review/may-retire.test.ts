import { expect, test } from "vitest";
import type { Review } from "../../src/review/result.ts";
import { ACME, bookOfFiles, reviewFiles } from "../in-memory.ts";

/** acme-1 is announced to go on 2026-12-01 at the earliest; the reviews are of 2026-11-22. */
const book = bookOfFiles({ ...ACME, models: ACME.models.map((model) => (model.id === "acme-1" ? { ...model, status: { may_retire: "2026-12-01" } } : model)) });
const manifest = (clips: number): object => ({ version: 1, workloads: { clip: { provider: "acme", model: "acme-1", volume: { per_month: clips } } } });
const look = (clips: number, before?: number): Promise<Review> =>
  reviewFiles({ "video-budget.yml": manifest(clips) }, { book, ...(before !== undefined && { base: { "video-budget.yml": manifest(before) } }) });
const said = ({ verdict, reasons, workloads }: Review): unknown[] => [verdict, reasons.map(({ code }) => code), workloads[0]?.head?.monthly?.toNumber()];

test("an announced earliest retirement warns without a base and on changed workloads; the price stays", async () => {
  // 5 s × $0.15 = $0.75 a clip.
  expect(said(await look(100))).toEqual(["warn", ["may-retire"], 75]);
  expect(said(await look(200, 100))).toEqual(["warn", ["may-retire"], 150]);
  expect(said(await look(100, 100))).toEqual(["pass", [], 75]);
});
