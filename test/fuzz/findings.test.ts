import { expect, test } from "vitest";
import { ACME, bookOfFiles, reviewFiles } from "../in-memory.ts";

/** Bugs that corrupted inputs found, each reduced. More are in `test/compare/mixes.test.ts` and `test/problems/file/alias-inside-itself.yml`. */
const workload = (volume: string): string => `version: 1\nworkloads:\n  clip: { provider: acme, model: acme-1, volume: ${volume} }\n`;

test.each(["{ per_month: 1e+308 }", "{ per_day: { low: 1, likely: 2, high: 1e308 } }", "{ per_month: { p10: 1e-300, p90: 1 } }", "{ per_month: .inf }"])(
  "a volume too large or too small to multiply is out of range: %s",
  async (volume) => {
    const { verdict, problems } = await reviewFiles({ "video-budget.yml": workload(volume) });
    expect(verdict).toBe("invalid");
    expect(problems.map(({ severity, path }) => [severity, path.slice(0, 3).join(".")])).toEqual([["error", "workloads.clip.volume"]]);
  },
);

test("the widest volume in range has a monthly cost", async () => {
  const { verdict, total } = await reviewFiles({ "video-budget.yml": workload("{ per_month: { p10: 0.000001, p90: 1000000000000 } }") });
  expect([verdict, total.head?.expected.gt(0)]).toEqual(["pass", true]);
});

test.each(["toString", "constructor", "__proto__", "hasOwnProperty"])("a fee named %s costs nothing if the manifest does not declare it", async (name) => {
  const book = bookOfFiles({ ...ACME, account: { ...ACME.account, fees: [{ name, usd: 5, every: "month" }] } });
  const { accounts } = await reviewFiles({ "video-budget.yml": workload("{ per_month: 1 }") }, { book });
  expect(accounts.map(({ fees }) => fees?.toNumber())).toEqual([0]);
});

test.each(["client: { max_attempts: 9007199254740991 }", "takes: { until_kept: { acceptance: 50%, max: 9007199254740991 } }"])(
  "an excessive number of tries is out of range and is not computed one by one: %s",
  async (keys) => {
    const { problems } = await reviewFiles({ "video-budget.yml": workload(`{ per_month: 100 }, ${keys}, reliability: { outcomes: { provider_error: 3% } }`) });
    expect(problems.map(({ code, args }) => [code, args["max"]])).toEqual([["out-of-range", 1000]]);
  },
);
