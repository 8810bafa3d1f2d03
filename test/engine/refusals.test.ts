import { describe, expect, test } from "vitest";
import { sentence } from "../../src/report/words/messages.ts";
import { reviewOne } from "../in-memory.ts";

/** What is said of one workload of Acme: clips of 5 or 10 s, × $0.15 with sound and × 2 at 1080p. */
async function said(output: object, manifest: object = {}, workload: object = {}): Promise<string[]> {
  const { problems } = await reviewOne({
    version: 1,
    ...manifest,
    workloads: { w: { provider: "acme", model: "acme-1", volume: { per_month: 1 }, output, ...workload } },
  });
  return problems.filter(({ code }) => code === "not-accepted").map((problem) => sentence(problem).replace(/^.* accepts `/, "`"));
}

describe("a length that is not made", () => {
  // 10 s × $0.15.
  test("is answered with the price of the next length up", async () =>
    expect(await said({ duration: 7 })).toEqual(["`5` and `10`. The next length up, 10 s, is priced at $1.50 a job."]));
  // 5 s × $0.10 × 2, as the rest of the request asks for it.
  test("and with the request's own size and sound", async () =>
    expect(await said({ duration: 4, resolution: "1080p", audio: false })).toEqual(["`5` and `10`. The next length up, 5 s, is priced at $1.00 a job."]));
  // 10 s × $0.15 less 10%; in euros at $1.25 each.
  test("in the manifest's money, less the account's discount", async () => {
    expect(await said({ duration: 7 }, { accounts: { acme: { discount: "10%" } } })).toEqual([
      "`5` and `10`. The next length up, 10 s, is priced at $1.35 a job.",
    ]);
    expect(await said({ duration: 7 }, { currency: "EUR", fx: { EUR: 1.25 } })).toEqual([
      "`5` and `10`. The next length up, 10 s, is priced at EUR 1.20 a job.",
    ]);
  });
  test("has no next length above the longest", async () => expect(await said({ duration: 11 })).toEqual(["`5` and `10`."]));
  test("nor where the job would be refused for something else too, or has a price of its own", async () => {
    expect(await said({ duration: 7, resolution: "4k" })).toEqual(["`5` and `10`.", "`720p` and `1080p`."]);
    expect(await said({ duration: 7 }, {}, { price: { usd: 1, per: "clip" } })).toEqual(["`5` and `10`."]);
    expect(await said({ segments: [3, 4] })).toEqual(["`5` and `10`."]);
  });
});
