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
  ["a first document with the expensive workload", `${head(DEAR)}---\n${BASE}`],
  ["a document end before the workloads", BASE.replace("workloads:", "...\nworkloads:")],
  ["a limit from an anchor with a higher value", head(DEAR, "fx: { EUR: &m 1000 }\nbudget: { monthly: *m }")],
  ["a merge key in the budget", head(DEAR, "budget: { <<: { monthly: 9000 } }")],
  ["a limit in quotes", head(DEAR, 'budget: { monthly: "100000" }')],
  ["a limit in hexadecimal", head(DEAR, "budget: { monthly: 0xFFFFF }")],
  ["a limit of infinity", head(DEAR, "budget: { monthly: .inf }")],
  ["a limit that is not a number", head(DEAR, "budget: { monthly: .nan }")],
  ["a null limit", head(DEAR, "budget: { monthly: null }")],
  ["a negative limit", head(DEAR, "budget: { monthly: -1 }")],
  ["the key budget with a capital letter", head(DEAR, "Budget: { monthly: 9000 }")],
  ["the key budget with a look-alike letter", head(DEAR, "b\u0443dget: { monthly: 9000 }")],
  ["the key budget with an invisible space", head(DEAR, "budget\u200b: { monthly: 9000 }")],
  ["the key budget twice", head(DEAR, "budget: { monthly: 9000 }\nbudget: { monthly: 100 }")],
  ["the key workloads twice, the cheap one last", `${head(DEAR)}workloads:\n  c: ${clip("per_month: 1")}\n`],
  ["one workload twice, the cheap one last", head(`${DEAR}\n  c: ${clip("per_month: 1")}`)],
  ["a negative volume beside the expensive workload", head(`${DEAR}\n  d: ${clip("per_month: -100")}`)],
  ["a volume that is the word zero", head(`  c: ${clip("per_month: zero")}`)],
  ["0 takes", head(`  c: ${clip("per_month: 200", ", takes: 0")}`)],
  ["less than one take", head(`  c: ${clip("per_month: 400", ", takes: 0.2")}`)],
  ["a duration of 0", head(DEAR.replace("5s", "0s"))],
  ["a negative duration", head(DEAR.replace("5s", "-5s"))],
  ["a fractional count of outputs", head(DEAR.replace("duration: 5s", "duration: 5s, count: 1.9"))],
  [
    "a claim that all jobs fail and none is billed",
    head(`  c: ${clip("per_month: 200", ", reliability: { outcomes: { provider_error: 100% }, billed: { provider_error: 0% } }")}`),
  ],
  ["a negative contract price", head(`  c: ${clip("per_month: 200", ", price: { usd: -1, per: clip }")}`)],
  ["a contract price of 0", head(`  c: ${clip("per_month: 200", ", price: { usd: 0, per: clip }")}`)],
  ["a discount above 100%", head(DEAR, "budget: { monthly: 100 }\naccounts: { acme: { discount: 200% } }")],
  ["a cheap contract price in the defaults", head(DEAR, "budget: { monthly: 100 }\ndefaults: { price: { usd: 0.001, per: clip } }")],
  [
    "a volume in the defaults",
    head(
      `  c: { provider: acme, model: acme-1, output: { duration: 5s, resolution: 720p, audio: true } }`,
      "budget: { monthly: 100 }\ndefaults: { volume: { per_month: 200 } }",
    ),
  ],
  ["a workload under __proto__", head(`  __proto__: ${clip("per_month: 200")}\n  c: ${clip("per_month: 100")}`)],
  ["settings under __proto__", head(DEAR, "__proto__: { budget: { monthly: 9000 } }\nbudget: {}")],
  ["a YAML tag that changes the type of a workload", head(`  c: !!set ${clip("per_month: 200")}`)],
  ["a YAML tag that turns the volume into a string", head(`  c: ${clip("per_month: !!str 200")}`)],
  ["a volume per day", head(`  c: ${clip("per_day: 7")}`)],
  ["another currency with its own exchange rate", head(DEAR, "currency: EUR\nfx: { EUR: 1000 }\nbudget: { monthly: 100 }")],
  ["a byte order mark at the start", { "video-budget.yml": `\ufeff${head(DEAR)}` }],
  ["carriage returns instead of line feeds", head(DEAR).replaceAll("\n", "\r")],
  [
    "the expensive workload in an included file",
    { "video-budget.yml": head(`  d: &d ${clip("per_month: 1")}`, "budget: { monthly: 100 }\ninclude: [x.yml]"), "x.yml": head(DEAR, "budget: {}") },
  ],
  [
    "a manifest that includes itself under another spelling of its path",
    { "video-budget.yml": head(DEAR, "budget: { monthly: 100 }\ninclude: [./a/../video-budget.yml]") },
  ],
])("%s", async (_, files) => {
  const result = await gate({ "video-budget.yml": BASE }, typeof files === "string" ? { "video-budget.yml": files } : files);
  expect(["fail", "invalid", "unpriced"]).toContain(result.verdict);
});
