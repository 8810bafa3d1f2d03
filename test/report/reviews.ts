import type { Review } from "../../src/review/result.ts";
import { reviewFiles, reviewOne } from "../in-memory.ts";
import { HOSTILE } from "./hostile.ts";

/**
 * Reviews that the renderers are tried on. All figures can be worked out by hand: acme-1 costs $0.15 a
 * second with sound ($0.10 without), twice that at 1080p; acme-credits 10 credits a second, $0.012 each in Pack 1.
 */

/** Tests only read a review, so each is made once for all tests of a process. */
function once(make: () => Promise<Review>): () => Promise<Review> {
  let made: Promise<Review> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const clip = { provider: "acme", model: "acme-1", volume: { per_month: 100 } };

const base = `version: 1
budget: { monthly: 500 }
workloads:
  teaser:
    provider: acme
    model: acme-1
    output: { duration: 5 }
    volume: { per_month: 100 }
  gone: { provider: acme, model: acme-1, volume: { per_month: 100 } }
  steady: { provider: acme, model: acme-1, volume: { per_month: 100 } }
`;

const head = `version: 1
budget:
  monthly: 500
  max_increase: { amount: 50 }
  scopes:
    growth: { match: { tags: { team: growth } }, monthly: 1000 }
accounts:
  acme: { pack: Pack 1 }
workloads:
  teaser:
    provider: acme
    model: acme-1
    output: { duration: 10, resolution: 1080p }
    volume: { per_month: 100 }
    takes: 2
    tags: { team: growth }
  steady: { provider: acme, model: acme-1, volume: { per_month: 100 } }
  fresh:
    provider: acme
    model: acme-credits
    volume: { per_day: 4 }
    client: { max_attempts: 3 }
`;

/**
 * A pull request over budget. teaser: 200 jobs × 10 s × $0.15 × 2 = $600, was $75. fresh: 4 × 30.4375 × 5 s ×
 * 10 × $0.012 = $73.05. steady $75. gone was $75. Together $748.05, was $225: +$523.05.
 */
export const overBudget = once(() => reviewOne(head, base));

/** The same manifest as a new one: $748.05 without a comparison. */
export const brandNew = once(() => reviewFiles({ "video-budget.yml": head }, { base: {} }));

/** One workload of $75 under a budget of $100: 75%. Nothing is compared. */
export const passing = once(() =>
  reviewOne({
    version: 1,
    budget: { monthly: 100 },
    workloads: { clip: { ...clip, mode: "text-to-video", output: { duration: 5, resolution: "720p", audio: true } } },
  }),
);

const broken = `version: 1
budget: { monthly: 500 }
workloads:
  steady: { provider: acme, model: acme-1, volume: { per_month: 100 } }
  secret: { provider: acme, model: acme-secret, volume: { per_month: 10 } }
  old:
    provider: acme
    model: acme-0
    volume: { per_month: 10 }
  typo:
    provider: acme
    model: acne-1
    volume: { per_month: 10 }
  wrong:
    provider: acme
    model: acme-1
    output: { duration: soon }
    volume: { per_month: 10 }
`;

/** $75 that is known, beside a workload without a price, one retired, one of an unknown model and one with a wrong value. */
export const withErrors = once(() => reviewOne(broken, { version: 1, budget: { monthly: 500 }, workloads: { steady: clip } }));

/** Already over on the base branch and unchanged: $75 over a limit of $50, and a retired model. */
export const preExisting = once(() => {
  const both = { version: 1, budget: { monthly: 50 }, workloads: { steady: clip, old: { ...clip, model: "acme-0" } } };
  return reviewOne({ ...both, workloads: { ...both.workloads, free: { ...clip, volume: { per_month: 0 } } } }, both);
});

/** Many small workloads, of two manifests, of which `changed` are more expensive than at base. */
export const many = (number: number, changed: number): Promise<Review> => {
  const key = `${number} ${changed}`;
  const review = made.get(key) ?? reviewMany(number, changed);
  made.set(key, review);
  return review;
};

/** Thousands of workloads take seconds. */
const made = new Map<string, Promise<Review>>();

const reviewMany = (number: number, changed: number): Promise<Review> => {
  const workloads = (takes: number): object =>
    Object.fromEntries(Array.from({ length: number }, (_, index) => [`w${index}`, { ...clip, takes: index < changed ? takes : 1, tags: { index } }]));
  return reviewFiles(
    {
      "a/video-budget.yml": { version: 1, budget: { monthly: 10 }, workloads: workloads(1.001) },
      "b/video-budget.yml": { version: 1, workloads: { other: clip } },
    },
    {
      base: {
        "a/video-budget.yml": { version: 1, budget: { monthly: 10 }, workloads: workloads(1) },
        "b/video-budget.yml": { version: 1, workloads: { other: clip } },
      },
      roots: ["a/video-budget.yml", "b/video-budget.yml"],
    },
  );
};

/** A hostile text at every place of a manifest or a price file: names, models, tags, notes, scopes, keys, options, sources, paths. */
export const hostile = once(() => {
  const texts = HOSTILE.filter((text) => !/\ud800/.test(text));
  const workloads = Object.fromEntries([
    ...texts.map((text) => [text, clip]),
    ...texts.map((text, index) => [
      `model-${index}`,
      { ...clip, model: text || "x", notes: text, tags: { [text]: text, team: text }, options: { [text]: text } },
    ]),
    ...texts.map((text, index) => [`contract-${index}`, { ...clip, provider: text || "x", price: { usd: 1, per: "clip" }, notes: text }]),
    ...texts.map((text, index) => [`key-${index}`, { ...clip, [text]: 1, mode: text }]),
    ...texts.map((_, index) => [`listed-${index}`, { ...clip, provider: "evil", model: `evil-${index}` }]),
    ...texts.map((text, index) => [`edited-${index}`, { ...clip, output: { quality: text || "x" }, tags: { a: text } }]),
  ]);
  const scopes = Object.fromEntries(texts.map((text) => [text, { match: { tags: { a: text } }, monthly: 1 }]));
  const evil = {
    provider: "evil",
    name: "<b>evil</b>",
    unlisted_models: "see https://evil.example @octocat <b>",
    models: texts.map((text, index) => ({
      id: `evil-${index}`,
      aliases: [`alias ${text}`],
      modes: ["text-to-video"],
      accepts: { duration: [5], [`option ${text}`]: [text || "x"] },
      defaults: { duration: 5 },
      notes: text || "x",
      prices: [{ source: text || "x", checked: "2026-01-01", confidence: "inferred", notes: text || "x", charges: [{ meter: "second", usd: 0.1 }] }],
    })),
  };
  const file = "a `b` <c> @octocat.yml";
  const old = Object.fromEntries(texts.map((text, index) => [`edited-${index}`, { ...clip, tags: { a: `was ${text}` } }]));
  return reviewFiles(
    { [file]: JSON.stringify({ version: 1, budget: { monthly: 1, scopes }, prices: ["evil.yml"], workloads }), "evil.yml": JSON.stringify(evil) },
    { base: { [file]: JSON.stringify({ version: 1, workloads: old }) }, roots: [file] },
  );
});
