import { expect, test } from "vitest";
import { type Files, gate } from "./gate.ts";

/**
 * Texts that try to make a month of $150 pass base's limit of $100 by the way they are written, rather than by an
 * edit of a control. A clip costs 5 s × $0.15 = $0.75: base has 100 of them, $75, and each attack 200 or more.
 */
const BASE = `version: 1
budget: { monthly: 100 }
workloads:
  c: { provider: acme, model: acme-1, output: { duration: 5s, resolution: 720p, audio: true }, volume: { per_month: 100 } }
`;
const head = (workloads: string, settings = "budget: { monthly: 100 }"): string => `version: 1\n${settings}\nworkloads:\n${workloads}\n`;
const clip = (volume: string, more = ""): string =>
  `{ provider: acme, model: acme-1, output: { duration: 5s, resolution: 720p, audio: true }, volume: { ${volume} }${more} }`;
const DEAR = `  c: ${clip("per_month: 200")}`;

test.each<[string, string | Files]>([
  ["a second document after the first", `${BASE}---\n${head(DEAR)}`],
  ["the dear document first", `${head(DEAR)}---\n${BASE}`],
  ["an end of the document before the workloads", BASE.replace("workloads:", "...\nworkloads:")],
  ["the limit by an anchor that is raised elsewhere", head(DEAR, "fx: { EUR: &m 1000 }\nbudget: { monthly: *m }")],
  ["a merge key in the budget", head(DEAR, "budget: { <<: { monthly: 9000 } }")],
  ["a limit in quotes", head(DEAR, 'budget: { monthly: "100000" }')],
  ["a limit in hexadecimal", head(DEAR, "budget: { monthly: 0xFFFFF }")],
  ["a limit of infinity", head(DEAR, "budget: { monthly: .inf }")],
  ["a limit that is no number", head(DEAR, "budget: { monthly: .nan }")],
  ["a limit of nothing", head(DEAR, "budget: { monthly: null }")],
  ["a negative limit", head(DEAR, "budget: { monthly: -1 }")],
  ["the key budget in other letters", head(DEAR, "Budget: { monthly: 9000 }")],
  ["the key budget with a letter that looks like one", head(DEAR, "b\u0443dget: { monthly: 9000 }")],
  ["the key budget with a blank that is not seen", head(DEAR, "budget\u200b: { monthly: 9000 }")],
  ["the key budget twice", head(DEAR, "budget: { monthly: 9000 }\nbudget: { monthly: 100 }")],
  ["the workloads twice, the cheap ones last", `${head(DEAR)}workloads:\n  c: ${clip("per_month: 1")}\n`],
  ["the workload twice, the cheap one last", head(`${DEAR}\n  c: ${clip("per_month: 1")}`)],
  ["a volume below nothing beside the dear one", head(`${DEAR}\n  d: ${clip("per_month: -100")}`)],
  ["a volume of nothing in words", head(`  c: ${clip("per_month: zero")}`)],
  ["takes of nothing", head(`  c: ${clip("per_month: 200", ", takes: 0")}`)],
  ["takes below one", head(`  c: ${clip("per_month: 400", ", takes: 0.2")}`)],
  ["a duration of nothing", head(DEAR.replace("5s", "0s"))],
  ["a duration below nothing", head(DEAR.replace("5s", "-5s"))],
  ["a count of outputs that is no whole number", head(DEAR.replace("duration: 5s", "duration: 5s, count: 1.9"))],
  [
    "all jobs fail and nobody pays",
    head(`  c: ${clip("per_month: 200", ", reliability: { outcomes: { provider_error: 100% }, billed: { provider_error: 0% } }")}`),
  ],
  ["a price below nothing by contract", head(`  c: ${clip("per_month: 200", ", price: { usd: -1, per: clip }")}`)],
  ["a price of nothing by contract", head(`  c: ${clip("per_month: 200", ", price: { usd: 0, per: clip }")}`)],
  ["a discount of more than all", head(DEAR, "budget: { monthly: 100 }\naccounts: { acme: { discount: 200% } }")],
  ["a discount in the defaults of a workload", head(DEAR, "budget: { monthly: 100 }\ndefaults: { price: { usd: 0.001, per: clip } }")],
  [
    "the volume by defaults",
    head(
      `  c: { provider: acme, model: acme-1, output: { duration: 5s, resolution: 720p, audio: true } }`,
      "budget: { monthly: 100 }\ndefaults: { volume: { per_month: 200 } }",
    ),
  ],
  ["a workload under __proto__", head(`  __proto__: ${clip("per_month: 200")}\n  c: ${clip("per_month: 100")}`)],
  ["settings under __proto__", head(DEAR, "__proto__: { budget: { monthly: 9000 } }\nbudget: {}")],
  ["a tag that makes the workload another type", head(`  c: !!set ${clip("per_month: 200")}`)],
  ["a tag that makes a number of clips a text", head(`  c: ${clip("per_month: !!str 200")}`)],
  ["a volume by the day", head(`  c: ${clip("per_day: 7")}`)],
  ["another currency with a rate of its own", head(DEAR, "currency: EUR\nfx: { EUR: 1000 }\nbudget: { monthly: 100 }")],
  ["a byte order mark before all", { "video-budget.yml": `\ufeff${head(DEAR)}` }],
  ["carriage returns that hide the rest of a line", head(DEAR).replaceAll("\n", "\r")],
  [
    "the dear workload in a file that is included",
    { "video-budget.yml": head(`  d: &d ${clip("per_month: 1")}`, "budget: { monthly: 100 }\ninclude: [x.yml]"), "x.yml": head(DEAR, "budget: {}") },
  ],
  ["itself included by another way of writing its path", { "video-budget.yml": head(DEAR, "budget: { monthly: 100 }\ninclude: [./a/../video-budget.yml]") }],
])("%s", async (_, files) => {
  const result = await gate({ "video-budget.yml": BASE }, typeof files === "string" ? { "video-budget.yml": files } : files);
  expect(["fail", "invalid", "unpriced"]).toContain(result.verdict);
});
