/**
 * The repository that the end-to-end tests work on. One price, so that every total can be worked out by
 * hand: a second of acme-1 costs $0.10, so 5 seconds cost $0.50 and 10 seconds $1.00.
 */
export const PRICES = `provider: acme
name: Acme Video
models:
  - id: acme-1
    modes: [text-to-video]
    accepts: { duration: [5, 10], resolution: [720p] }
    defaults: { duration: 5, resolution: 720p }
    prices:
      - from: 2020-01-01
        source: https://acme.example/pricing
        checked: 2026-11-01
        confidence: provider
        charges: [{ meter: second, usd: 0.1 }]
  - id: acme-secret
    modes: [text-to-video]
    prices: []
`;

/** A manifest with a limit of $1,000 a month; each workload is one line. */
export function manifest(workloads: Readonly<Record<string, string>>, settings = ""): string {
  const lines = Object.entries(workloads).map(([name, keys]) => `  ${name}: { provider: acme, model: acme-1, ${keys} }\n`);
  return `version: 1\nbudget: { monthly: 1000 }\nprices: [prices/acme.yml]\n${settings}workloads:\n${lines.join("")}`;
}

export const TEASER = "output: { duration: 5s }, volume: { per_month: 800 }"; // 800 × $0.50 = $400
export const INTRO = "output: { duration: 5s }, volume: { per_month: 100 }"; // 100 × $0.50 = $50
export const LOOP = "output: { duration: 5s }, volume: { per_month: 200 }"; // 200 × $0.50 = $100

/** The manifest on main: $400 + $50 + $100 = $550 a month of $1,000. */
export const BASE = { "video-budget.yml": manifest({ teaser: TEASER, intro: INTRO, loop: LOOP }), "prices/acme.yml": PRICES, "README.md": "# Films\n" };
