import { describe, expect, test } from "vitest";
import { sentence } from "../../src/report/words/messages.ts";
import { reviewOne } from "../in-memory.ts";

/** The messages about one workload of Acme: clips of 5 or 10 s, × $0.15 with sound and × 2 at 1080p. */
async function said(output: object, manifest: object = {}, workload: object = {}): Promise<string[]> {
  const { problems } = await reviewOne({
    version: 1,
    ...manifest,
    workloads: { w: { provider: "acme", model: "acme-1", volume: { per_month: 1 }, output, ...workload } },
  });
  return problems.filter(({ code }) => code === "not-accepted").map((problem) => sentence(problem).replace(/^.* accepts `/, "`"));
}

describe("a length that the model does not make", () => {
  // 10 s × $0.15.
  test("is reported with the price of the next length up", async () =>
    expect(await said({ duration: 7 })).toEqual(["`5` and `10`. The next length up, 10 s, is priced at $1.50 a job."]));
  // 5 s × $0.10 × 2, as the rest of the request asks for it.
  test("is reported with the price at the request's own resolution and sound", async () =>
    expect(await said({ duration: 4, resolution: "1080p", audio: false })).toEqual(["`5` and `10`. The next length up, 5 s, is priced at $1.00 a job."]));
  // 10 s × $0.15 less 10%; in euros at $1.25 each.
  test("is reported with a price in the manifest's currency, less the account's discount", async () => {
    expect(await said({ duration: 7 }, { accounts: { acme: { discount: "10%" } } })).toEqual([
      "`5` and `10`. The next length up, 10 s, is priced at $1.35 a job.",
    ]);
    expect(await said({ duration: 7 }, { currency: "EUR", fx: { EUR: 1.25 } })).toEqual([
      "`5` and `10`. The next length up, 10 s, is priced at EUR 1.20 a job.",
    ]);
  });
  test("above the longest has no next length", async () => expect(await said({ duration: 11 })).toEqual(["`5` and `10`."]));
  test("has no next price if something else is refused, too, or if the workload has its own price", async () => {
    expect(await said({ duration: 7, resolution: "4k" })).toEqual(["`5` and `10`.", "`720p` and `1080p`."]);
    expect(await said({ duration: 7 }, {}, { price: { usd: 1, per: "clip" } })).toEqual(["`5` and `10`."]);
    expect(await said({ segments: [3, 4] })).toEqual(["`5` and `10`."]);
  });
});

test("an option that is named like a property of every JavaScript object is unknown like any other", async () => {
  const codes = async (options: object): Promise<string[]> => {
    const { problems } = await reviewOne({
      version: 1,
      workloads: { w: { provider: "acme", model: "acme-1", volume: { per_month: 1 }, options } },
    });
    return problems.filter(({ path }) => path.includes("options")).map(({ code, path }) => `${code} ${path.at(-1)}`);
  };
  const [zoom = ""] = await codes({ zoom: 1 });
  expect(zoom).toMatch(/ zoom$/);
  for (const name of ["constructor", "toString", "valueOf", "hasOwnProperty"]) expect(await codes({ [name]: 1 })).toEqual([zoom.replace("zoom", name)]);
});
