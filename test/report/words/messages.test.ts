import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Reason, ReasonCode } from "../../../src/budget/reason.ts";
import { decimal } from "../../../src/money/decimal.ts";
import type { Problem, ProblemCode } from "../../../src/problem.ts";
import { EXPECTED } from "../../../src/report/words/expected.ts";
import { assumptionText, hint, inFull, reasonSentence, sentence } from "../../../src/report/words/messages.ts";
import { PROBLEMS } from "../../../src/report/words/problems.ts";
import { REASONS } from "../../../src/report/words/reasons.ts";

/** For each problem, arguments as the code that reports it gives them, and what the sentence or its hint must name. */
const CASES: Record<ProblemCode, { args: Problem["args"]; path?: Problem["path"]; says: string[] }> = {
  "file-missing": { args: { file: "a/b.yml" }, says: ["a/b.yml"] },
  "file-too-large": { args: { bytes: 6000000, max: 5242880 }, says: ["6,000,000", "5,242,880"] },
  "not-utf8": { args: {}, says: ["UTF-8"] },
  "yaml-syntax": { args: { detail: "Unresolved alias x" }, says: ["Unresolved alias x"] },
  "duplicate-key": { args: { key: "takes" }, says: ["`takes`"] },
  "too-many-aliases": { args: { max: 10000 }, says: ["10,000"] },
  "not-a-map": { args: { empty: true }, says: ["empty"] },
  "outside-repository": { args: { value: "../x.yml" }, says: ["`../x.yml`"] },
  "unprintable-path": { args: { value: "a\nb.yml" }, says: ["`a\\nb.yml`", "line break"] },
  "manifest-returned": { args: { commit: "1a2b3c4", day: "2026-11-20" }, says: ["`1a2b3c4`", "`2026-11-20`", "90 days"] },
  "history-unread": { args: {}, says: ["90 days"] },
  "too-many-files": { args: { files: 1500, max: 200 }, says: ["1500", "200"] },
  "tree-truncated": { args: { sha: "abc" }, says: ["manifest"] },
  "unknown-key": {
    args: { key: "durations", allowed: ["duration", "fps"], nearest: "duration" },
    says: ["`durations`", "`duration` and `fps`", "did you mean `duration`?"],
  },
  "not-indented": { args: { key: "provider", under: "clip" }, says: ["`provider`", "same level as `clip`"] },
  "missing-key": { args: { key: "model" }, path: ["workloads", "clip", "model"], says: ["`clip`", "`model`"] },
  "wrong-value": {
    args: { value: "soon", expected: "duration" },
    path: ["workloads", "clip", "output", "duration"],
    says: ["`output.duration` is `soon`", "`8s`"],
  },
  "out-of-range": { args: { value: -3, min: 0 }, path: ["workloads", "clip", "takes"], says: ["`takes` is `-3`", "at least 0"] },
  "shares-over-one": { args: { total: 1.2 }, path: ["workloads", "clip", "reliability", "outcomes"], says: ["`1.2`", "`reliability.outcomes`", "1"] },
  "timeout-without-behaviour": { args: { value: 180, allowed: ["resubmit", "give-up"] }, says: ["`180`", "`resubmit` and `give-up`"] },
  "behaviour-without-timeout": { args: { value: "resubmit" }, says: ["`resubmit`", "`timeout`"] },
  "behaviour-without-latency": { args: { value: "resubmit" }, says: ["`resubmit`", "latency"] },
  "one-of": {
    args: { keys: ["per_day", "per_week"], given: ["per_day", "per_week"] },
    path: ["workloads", "clip", "volume"],
    says: ["`volume`", "`per_day` and `per_week`"],
  },
  "not-ascending": { args: { order: "p10 < p90", values: ["9", "3"] }, says: ["`p10 < p90`", "`9` and `3`"] },
  "no-workloads": { args: {}, says: ["`workloads`"] },
  "include-cycle": { args: { value: "b.yml" }, says: ["`b.yml`"] },
  "include-matches-nothing": { args: { value: "services/*.yml" }, says: ["`services/*.yml`"] },
  "mixed-currencies": { args: { value: "EUR", expected: "USD" }, says: ["`EUR`", "`USD`"] },
  "no-exchange-rate": { args: { id: "acme/a", currency: "CNY" }, says: ["`acme/a`", "`CNY`", "`fx: { CNY: … }`"] },
  "scope-matches-nothing": { args: { scope: "growth" }, says: ["`growth`"] },
  "unknown-provider": {
    args: { value: "gogle", nearest: "google", allowed: ["google", "kling"] },
    says: ["`gogle`", "`google` and `kling`", "did you mean `google`?"],
  },
  "unknown-model": { args: { value: "veo-9", provider: "google", nearest: null, elsewhere: ["vertex"] }, says: ["`veo-9`", "`google`", "sold by `vertex`"] },
  "unknown-pack": { args: { value: "Pack 9", allowed: ["Pack 1"], nearest: "Pack 1" }, says: ["`Pack 9`", "`Pack 1`"] },
  "unknown-fee": { args: { value: "avatar", allowed: ["seat"] }, says: ["`avatar`", "`seat`"] },
  "unlisted-with-price": { args: { what: "model", value: "x-1" }, says: ["model", "`x-1`"] },
  retired: {
    args: { id: "openai/sora-2", date: "2026-09-24", days: -59, successor: null, alternatives: ["google/veo-3.1"] },
    says: ["`openai/sora-2`", "`2026-09-24`", "`google/veo-3.1`"],
  },
  "retires-soon": {
    args: { id: "acme/a", date: "2026-12-01", days: 9, successor: "acme-2", alternatives: [] },
    says: ["`acme/a`", "`2026-12-01`", "9 days", "`acme-2`"],
  },
  "may-retire": {
    args: { id: "acme/a", date: "2026-12-01", days: 9, successor: "acme-2", alternatives: [] },
    says: ["`acme/a`", "`2026-12-01`", "9 days", "`acme-2`"],
  },
  "not-accepted": { args: { id: "acme/a", field: "output.duration", value: 7, allowed: [5, 10] }, says: ["`acme/a`", "`output.duration` `7`", "`5` and `10`"] },
  "unknown-option": { args: { id: "acme/a", value: "turbo", allowed: ["hdr"] }, says: ["`turbo`", "`hdr`"] },
  "not-offered": { args: { id: "acme/a", request: "resolution 4k" }, says: ["`acme/a`", "`resolution 4k`"] },
  "field-needed": { args: { id: "acme/a", field: "output.resolution" }, says: ["`acme/a`", "`output.resolution`"] },
  unpriced: { args: { id: "acme/a", why: "Sold by contract." }, says: ["`acme/a`", "Sold by contract.", "not counted as 0"] },
  "lower-bound": { args: { id: "acme/a" }, says: ["`acme/a`", "lower bound"] },
  "stale-price": {
    args: { id: "acme/a", checked: "2026-01-02", days: 324, max: 180, source: "https://acme.example" },
    says: ["`acme/a`", "`2026-01-02`", "324", "180", "https://acme.example"],
  },
  "lock-unreadable": { args: { why: "expected number", key: "date" }, path: ["date"], says: ["`date`", "expected number", "unknown"] },
  "lock-unknown-workload": { args: { workloads: ["a.yml: clip"] }, says: ["`a.yml: clip`", "no manifest"] },
  "lock-outdated": { args: { workloads: ["clip"] }, says: ["`clip`", "unknown"] },
  "undeclared-call": {
    args: { provider: "fal", model: "fal-ai/veo3", dynamic: null, job_price: 0.35, more: 2, near: "teaser", elsewhere: "vertex" },
    says: ["`fal-ai/veo3` at `fal`", "2 more places", "$0.35", "none is in the total", "`teaser` declares this model at `vertex`"],
  },
  "model-drift": { args: { key: "model", workload: "teaser", manifest: "m.yml", code: "fal/a", declared: "fal/b" }, says: ["`fal/a`", "`teaser`", "`fal/b`"] },
  "parameter-drift": { args: { key: "duration", workload: "teaser", manifest: "m.yml", code: 10, declared: 5 }, says: ["`duration` `10`", "`teaser`", "`5`"] },
  "unused-workload": { args: {}, path: ["workloads", "teaser"], says: ["`teaser`", "No call in the code"] },
  "scan-incomplete": { args: { count: 12, files: ["src/a.ts"], why: "too-many" }, says: ["12 files", "at most 300", "`src/a.ts`", "not known"] },
  "count-as-takes": { args: { count: 4, jobs: 100, batches: 25 }, says: ["4 outputs", "100 jobs a month", "25"] },
  "silent-cost": {
    args: { kind: "default", key: "output.audio", from: true, to: false, monthly: 120, currency: "USD" },
    path: ["workloads", "clip", "output", "audio"],
    says: ["`clip`: `output.audio` is not given", "`true`", "`false` costs $120.00 a month less", "Write `output.audio: false`, or `output.audio: true`"],
  },
  "pace-off-plan": {
    args: { month: "2026-11", covered: 20, off: "above", pace: 750, bound: 330, plan: 300, is_of_volume: false, complete: false, currency: "USD" },
    says: ["20 days", "2026-11", "at least $750.00", "more than 10% above the plan, $300.00"],
  },
  "timeout-in-tail": { args: { timeout: 90, p95: 180, cure: 404, monthly: 75.2, currency: "USD" }, says: ["90 s", "180 s", "404 s", "$75.20"] },
  "webhook-without-fallback": { args: { loss: 0.01, monthly: 12, currency: "USD" }, says: ["1%", "$12.00"] },
  "concurrency-too-small": { args: { peak: 260, inFlight: 7.893, concurrency: 5 }, says: ["260", "7.893", "5"] },
  "polling-too-fast": { args: { perSecond: 8, limit: 5, refused: 0.375, interval: 3.2 }, says: ["8 times", "5", "38%", "3.2 s"] },
  "needs-latency": { args: { key: "client.max_wait" }, says: ["`client.max_wait`"] },
  "plan-exceeded": { args: { plan: "Scale", size: 1000, chance: 0.25, beyond: "none" }, says: ["`Scale`", "1,000", "25%"] },
  "near-tier": {
    args: { jobs: 950, edge: 1000, price: 1, beyond: 0.5, currency: "USD" },
    says: ["950 jobs", "$1.00", "$0.50", "1,000 jobs"],
  },
  "evidence-disagrees": {
    args: { outcome: "provider_error", declared: 0.01, k: 10, n: 20, low: 0.299, high: 0.701 },
    says: ["`provider_error`", "1%", "10 of 20", "30%", "70%"],
  },
  "credit-expires": {
    args: { pack: "Pack 1", size: 5000, price: 700, share: 0.9645, monthly: 114.17, currency: "USD", expires: 180, smaller: null },
    says: ["`Pack 1`", "5,000 units", "$700.00", "180 days", "96", "$114.17 a month"],
  },
  "balance-below-a-job": {
    args: { what: "prepaid", balance: "445", worth: 2.11, job: 4.1, currency: "USD", workloads: ["a"] },
    says: ["`445`", "$2.11", "`a`", "$4.10"],
  },
  "no-effect": { args: { key: "volume.driver", why: "single" }, says: ["has no effect", "driver"] },
  "figure-of-plan": { args: { figure: "p90", workloads: ["teaser"] }, says: ["P90", "`teaser`", "uncertainty"] },
  "price-overlap": { args: { id: "a", first: "… to …", second: "2026-01-01 to …" }, says: ["`a`", "2026-01-01"] },
  "price-duplicate": { args: { name: "x", owner: "y" }, says: ["`x`", "`y`"] },
  "price-rivals": { args: { id: "a", requests: ["mode extend"], more: 3 }, says: ["`a`", "`mode extend`", "3 more"] },
  "price-quantity-keys": { args: { id: "a", line: "second of output", keys: ["step", "none"] }, says: ["`a`", "`second of output`", "`step` and `none`"] },
  "price-hole": { args: { id: "a", requests: ["mode extend"], more: 0 }, says: ["`a`", "`mode extend`"] },
  "price-when": { args: { id: "a", field: "resolution", value: ["9k"] }, says: ["`a`", "`resolution`", "`9k`"] },
  "price-default": { args: { id: "a", field: "duration", value: 7 }, says: ["`a`", "`duration`", "`7`"] },
  "price-media": { args: { id: "a", what: "fps" }, says: ["`a`", "`fps`"] },
  "price-units": { args: { id: "a", units: ["USD", "credits"] }, says: ["`a`", "`USD` and `credits`"] },
  "price-out-of-scope": { args: { key: "tiers", topic: "marginal" }, says: ["`tiers`", "marginal tiers"] },
  "price-conditional-meter": { args: { id: "a", lines: ["byte of text"] }, says: ["`a`", "`byte of text`"] },
};

const problem = (code: ProblemCode, args: Problem["args"], path: Problem["path"] = []): Problem => ({ code, severity: "error", file: "m.yml", path, args });

describe.each(Object.entries(CASES) as [ProblemCode, (typeof CASES)[ProblemCode]][])("%s", (code, { args, path, says }) => {
  test("names the value and what is allowed or what to do", () => {
    const words = inFull(problem(code, args, path));
    for (const one of says) expect(words.toLowerCase()).toContain(one.toLowerCase());
    expect(words).not.toMatch(/undefined|\[object|NaN|``|\.\.( |$)/);
    expect(sentence(problem(code, args, path))).toMatch(/^\S.*[.?]$/);
  });

  test("is complete even if an argument is missing", () => {
    for (const words of [sentence(problem(code, {})), hint(problem(code, {})) ?? "."]) expect(words).not.toMatch(/undefined|\[object|^\s*$/);
  });
});

test("every problem has a test case, and every case a problem", () => expect(Object.keys(CASES).sort()).toEqual(Object.keys(PROBLEMS).sort()));

test("unread code of base is not called code of the change", () => {
  expect(inFull({ ...problem("scan-incomplete", { count: 50, files: [], why: "base" }) })).toBe(
    "50 files of code that this change leaves alone were not read: a call that it seems to add may stand there already. Let `actions/checkout` run before the action: it then reads all of base's code without a request.",
  );
});

test("every word that a schema uses for expected values is explained", () => {
  const sources = ["manifest", "prices", "notation", "yaml"].flatMap((folder) =>
    readdirSync(`src/${folder}`).map((file) => readFileSync(`src/${folder}/${file}`, "utf8")),
  );
  const words = new Set(sources.flatMap((source) => [...source.matchAll(/(?:error|expected): "([a-z-]+)"/g)].map(([, word]) => word as string)));
  const types = ["text", "number", "whole-number", "switch", "map", "list", "workload-name"];
  expect([...words].length).toBeGreaterThan(30);
  expect([...words, ...types].filter((word) => !Object.hasOwn(EXPECTED, word))).toEqual([]);
  expect(Object.keys(EXPECTED).filter((word) => ![...words, ...types].includes(word))).toEqual([]);
});

const reason = (code: ReasonCode, more: Partial<Reason> = {}): Reason => ({
  code,
  level: "fail",
  file: "m.yml",
  scope: "total",
  limit: decimal(1500),
  value: decimal("1812.4"),
  figure: "expected",
  args: {},
  ...more,
});

/** For each reason, what its sentence must say. */
const REASON_CASES: Record<ReasonCode, [Partial<Reason>, string]> = {
  invalid: [{ args: { count: 3, what: "errors" } }, "3 errors must be fixed before the estimate is valid."],
  "limits-unread": [
    { scope: null, limit: null, value: null, figure: null },
    "The limits of `m.yml` cannot be read on the base branch, so nobody knows what this change is allowed to cost.",
  ],
  "budget-exceeded": [{ args: { used: 1.2083, complete: true } }, "Total: $1,812.40 a month is over the limit of $1,500.00 (121% of it)."],
  "budget-exceeded-later": [
    { args: { month: "2027-03", used: 1.2, complete: true } },
    "Total: the plan for 2027-03, $1,812.40 a month, is over the limit of $1,500.00 (120% of it).",
  ],
  "budget-near": [
    { scope: "growth", value: decimal(1400), figure: "p90", args: { used: 0.9333, complete: true } },
    "Scope `growth`: $1,400.00 a month (P90) is close to the limit of $1,500.00 (93% of it).",
  ],
  "increase-exceeded": [
    { value: decimal(812), limit: decimal(655), args: { share: 0.25, grown: 0.31 } },
    "This change adds $812.00 a month (+31% of $2,620.00), over the allowed 25% of base ($655.00).",
  ],
  "increase-warned": [
    { value: decimal(812), limit: decimal(500), args: { share: null, grown: null } },
    "This change adds $812.00 a month, above $500.00, the level from which an increase is reported.",
  ],
  unpriced: [{ args: { workloads: ["a", "b"] } }, "No usable price is known for `a` and `b`. They are not counted as 0."],
  "stale-price": [{ args: { workloads: ["a"], days: 180 } }, "The price of `a` was last checked more than 180 days ago."],
  "retires-soon": [{ args: { workloads: ["a"] } }, "The model of `a` retires soon."],
  "may-retire": [{ args: { workloads: ["a"] } }, "The model of `a` may retire soon or be retired already: its maker announced an earliest date."],
  "manifest-removed": [{ args: { file: "m.yml" } }, "This change removes the manifest `m.yml`, and its budget with it."],
  repricing: [
    { value: decimal(100), args: { workloads: ["a"], since: "2026-11-01", lock: "video-budget.lock" } },
    "The price book changed since `video-budget.lock` of 2026-11-01: new prices for `a`, +$100.00 a month.",
  ],
  "own-price": [
    { value: decimal("0.05"), args: { id: "acme/acme-2", workload: "a", from: "acme.yml", line: 7 } },
    "The only price for `acme/acme-2` is the one that this change adds: $0.05 a job, `acme.yml:7`.",
  ],
  "undeclared-call": [
    { args: { calls: ["fal/fal-ai/veo3", "openai/sora-2"] } },
    "The code calls `fal/fal-ai/veo3` and `openai/sora-2`, which no workload declares: its cost is not in the total.",
  ],
  "model-drift": [{ args: { workloads: ["teaser"] } }, "The code calls a different model than `teaser` declares."],
  "parameter-drift": [{ args: { workloads: ["teaser"] } }, "The code requests different clips than `teaser` declares."],
  "scan-incomplete": [{ args: { count: 1 } }, "1 file of code could not be read: what it calls is not known."],
  "actuals-over": [
    { args: { month: "2026-11", billed: "250", passed_on: "2026-11-28", complete: true } },
    "Total: $250.00 billed in 2026-11, and the plan for the rest of it, come to $1,812.40, over the limit of $1,500.00; at this pace it is passed on 2026-11-28.",
  ],
  "silent-cost": [
    { args: { workloads: ["clip"], settings: ["clip: output.audio"], min_monthly: "50" } },
    "Nobody chose `clip: output.audio`: it costs at least $50.00 a month more than another value that is accepted.",
  ],
  "manifest-new": [{}, "The manifest `m.yml` is new: only its own budget applies to it."],
  "controls-changed": [
    { args: { controls: ["budget", "tags of a, b"], stands: "base", verdict: "pass", complete: false } },
    "This change edits its own budget settings (`budget` and `tags of a, b`), so it is checked twice until it is merged, and the worse verdict counts: shown here with the base branch's settings; with its own settings: within budget, at least $1,812.40 a month.",
  ],
  overridden: [
    { args: { by: "@olga", at: "2026-11-22T10:00:00Z", label: "ok`" } },
    "Overridden: `@olga` added the label `okˋ` at 2026-11-22T10:00:00Z, for this commit or a more expensive one.",
  ],
  "no-manifest": [{ file: "", args: { tried: ["a.yml", "b.yml"] } }, "There is no manifest; looked for `a.yml` and `b.yml`."],
  "pre-existing": [
    { args: { used: 1.2, complete: false } },
    "Total: at least $1,812.40 a month is over the limit of $1,500.00, as it already is on the base branch; this change does not add to it.",
  ],
};

test.each(Object.entries(REASON_CASES) as [ReasonCode, [Partial<Reason>, string]][])("the reason %s has words", (code, [more, words]) =>
  expect(reasonSentence(reason(code, more), "USD")).toBe(words),
);

test("a reason that only one of two judgments has says which one", () => {
  const { args, ...near } = reason("budget-near", { args: { used: 0.5, complete: true } });
  const words = "Total: $1,812.40 a month is close to the limit of $1,500.00 (50% of it).";
  expect(reasonSentence({ ...near, args: { ...args, under: "base" } }, "USD")).toBe(`With the base branch's settings: ${words}`);
  expect(reasonSentence({ ...near, args: { ...args, under: "own" } }, "USD")).toBe(`With this change's own settings: ${words}`);
});

test("every reason has a test case", () => expect(Object.keys(REASON_CASES).sort()).toEqual(Object.keys(REASONS).sort()));

test("a problem that already exists on the base branch is called that, even without a limit", () => {
  const none = { scope: null, limit: null, value: null, figure: null };
  expect(reasonSentence(reason("pre-existing", { ...none, args: { count: 1, what: "errors" } }), "USD")).toBe(
    "1 error is already on the base branch, in parts this change does not touch.",
  );
  expect(reasonSentence(reason("pre-existing", { ...none, args: { count: 1, what: "unpriced", workloads: ["x"] } }), "USD")).toBe(
    "No usable price is known for `x`, which this change does not touch.",
  );
});

test.each([
  [{ code: "default-duration", field: "output.duration", value: 8 }, "No duration is given: the provider's default of `8` seconds is priced."],
  [{ code: "default-resolution", field: "output.resolution", value: "720p" }, "No resolution is given: the provider's default, `720p`, is priced."],
  [{ code: "default-audio", field: "output.audio", value: true }, "Sound is not set: the provider's default, `audio: true`, is priced."],
  [{ code: "default-mode", field: "mode", value: "extend" }, "No mode is given: `extend`, the model's first, is priced."],
  [
    { code: "auto-duration", field: "output.duration", value: 15 },
    "The model chooses the length: its longest, `15` seconds, is priced. The real cost is at most this.",
  ],
  [{ code: "dearest-pack", field: "accounts", value: "Pack 1" }, "No pack is declared: credits are priced as in `Pack 1`, the most expensive."],
  [{ code: "something-new", field: "output.fps", value: 24 }, "`output.fps` is not given: `24` is assumed."],
])("the assumption $code has words", (assumption, words) => expect(assumptionText(assumption)).toBe(words));
