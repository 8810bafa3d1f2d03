import { expect, test } from "vitest";
import { reviewFiles } from "../in-memory.ts";

/** 3,000 problems take seconds. A comparison of each with all others took minutes, which exceeds this timeout. */
const PATIENCE = 60_000;
const many = (count: number, line: (index: number) => string): string =>
  `version: 1\nworkloads:\n${Array.from({ length: count }, (_, index) => `  w${index}: { ${line(index)}, volume: { per_month: 1 } }\n`).join("")}`;

test.each<[string, (index: number) => string, string]>([
  ["unknown providers", (index) => `provider: nobody-${index}, model: m`, "invalid"],
  ["unknown models", (index) => `provider: acme, model: unknown-${index}`, "invalid"],
  ["workloads", () => "provider: acme, model: acme-1, output: { duration: 5, resolution: 720p, audio: true }", "pass"],
])(
  "a manifest with 3,000 %s is reviewed in time",
  async (_, line, verdict) => {
    const result = await reviewFiles({ "video-budget.yml": many(3_000, line) });
    expect([result.verdict, result.workloads.length]).toEqual([verdict, 3_000]);
  },
  PATIENCE,
);

test("more than 200 scopes are a problem, because each is compared with every workload", async () => {
  const scopes = Array.from({ length: 201 }, (_, index) => `s${index}: { match: { provider: acme }, monthly: 1 }`).join(", ");
  const result = await reviewFiles({
    "video-budget.yml": many(1, () => "provider: acme, model: acme-1").replace("\n", `\nbudget: { scopes: { ${scopes} } }\n`),
  });
  expect(result.problems.map(({ code, path, args }) => [code, path.join("."), args["expected"]])).toContainEqual(["wrong-value", "budget.scopes", "scopes"]);
});
