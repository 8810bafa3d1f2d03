import { expect, test } from "vitest";
import { pricingOf } from "../../src/engine/pricing.ts";
import { parseManifest } from "../../src/manifest/parse.ts";
import { type Knob, knobsOf } from "../../src/page/knobs.ts";
import { bookOfFiles } from "../in-memory.ts";

/** 720p with any length on a step, 1080p only with 8 s, sound only at 720p. */
const BOOK = bookOfFiles({
  provider: "acme",
  name: "Acme",
  models: [
    {
      id: "steps",
      modes: ["text-to-video"],
      accepts: { duration: { min: 2, max: 10, step: 2 }, resolution: ["720p", "1080p"], audio: [true, false] },
      defaults: { duration: 4, resolution: "720p", audio: false },
      cases: [{ when: { resolution: "1080p" }, accepts: { duration: [8], audio: [false] } }],
      prices: [{ source: "https://acme.example", checked: "2026-11-01", confidence: "provider", charges: [{ meter: "second", usd: 0.1 }] }],
    },
    {
      id: "fives",
      modes: ["text-to-video"],
      accepts: { duration: [5, 10], resolution: ["480p"] },
      defaults: { duration: 5, resolution: "480p" },
      prices: [{ source: "https://acme.example", checked: "2026-11-01", confidence: "provider", charges: [{ meter: "second", usd: 0.2 }] }],
    },
    { id: "unpriced", modes: ["text-to-video"], prices: [], notes: "By contract." },
  ],
});

function knobs(workload: object): Map<string, Knob> {
  const base = { provider: "acme", model: "steps", volume: { per_month: 100 } };
  const manifest = parseManifest("m.yml", Buffer.from(JSON.stringify({ version: 1, workloads: { a: { ...base, ...workload } } })));
  const [declared] = manifest.workloads;
  if (!declared?.keys) throw new Error(JSON.stringify(manifest.problems));
  return new Map(knobsOf(declared.keys, pricingOf(manifest, BOOK, "2026-11-28")).map((knob) => [knob.id, knob]));
}

const turned = (workload: object, id: string, value: number | string): unknown =>
  knobs(workload)
    .get(id)
    ?.set(value as never);

test("a workload has controls for fields with a choice, and offers priced models that can do the same", () => {
  expect([...knobs({}).keys()]).toEqual(["model", "volume", "takes", "duration", "resolution", "audio"]);
  const model = knobs({}).get("model");
  expect(model?.kind === "choice" && model.options.map(({ value }) => value)).toEqual(["acme/steps", "acme/fives"]);
  expect([...knobs({ model: "fives", output: { frames: 120 } }).keys()]).not.toContain("duration");
  expect([...knobs({ price: { usd: 1, per: "clip" } }).keys()]).not.toContain("model");
});

/** The keys that setting the volume to a middle amount writes, limited to what a manifest accepts. */
test.each([
  ["a number", 100, 2e12, 1e12],
  // A middle of 200, √(100 × 400): p90 is twice that and may be 1e12, p10 is half of it and at least 1e-6.
  ["a range by quantiles, up", { p10: 100, p90: 400 }, 2e12, { p10: 2.5e11, p90: 1e12 }],
  ["a range by quantiles, down", { p10: 2e-6, p90: 8e-6 }, 0, { p10: 1e-6, p90: 4e-6 }],
  ["a range around the likely value", { low: 50, likely: 100, high: 400 }, 1e12, { low: 1.25e11, likely: 2.5e11, high: 1e12 }],
  ["a range whose lowest value is the likely one", { low: 100, likely: 100, high: 200 }, 123.4567891, { low: 123.4567891, likely: 123.4567891, high: 246.914 }],
  ["a range whose highest value is the likely one", { low: 50, likely: 100, high: 100 }, 123.4563, { low: 61.7282, likely: 123.4563, high: 123.4563 }],
])("a volume stays within what a manifest accepts: %s", (_, per_month, value, expected) => {
  const turn = knobs({ volume: { per_month } }).get("volume");
  const [edit] = turn?.kind === "number" ? turn.set(value).keys : [];
  const written = edit?.value as number | Record<string, number>;
  if (typeof written === "number") expect(written).toBe(expected);
  else for (const [key, amount] of Object.entries(expected)) expect(written[key]).toBeCloseTo(amount, 7);
  expect(() => knobs({ volume: { per_month: written } })).not.toThrow();
});

test.each([
  ["a length is set to the nearest step", {}, "duration", 6.9, [["output", "duration", "6s"]]],
  ["a length is limited to the range", {}, "duration", 50, [["output", "duration", "10s"]]],
  [
    "a resolution also changes values that the model does not accept with it",
    { output: { duration: "4s", audio: true } },
    "resolution",
    "1080p",
    [
      ["output", "resolution", "1080p"],
      ["output", "duration", "8s"],
      ["output", "audio", false],
    ],
  ],
  [
    "a model gets the nearest values that it accepts, the longer of two equally near lengths",
    { output: { duration: "8s", resolution: "1080p" } },
    "model",
    "acme/fives",
    [
      ["model", "fives"],
      ["output", "duration", "10s"],
      ["output", "resolution", "480p"],
    ],
  ],
  ["a number of clips is set", {}, "volume", 250, [["volume", "per_month", 250]]],
  [
    "a range of clips keeps its shape",
    { volume: { per_day: { low: 10, likely: 20, high: 60 } } },
    "volume",
    40,
    [["volume", "per_day", { low: 20, likely: 40, high: 120 }]],
  ],
  [
    "a range of quantiles keeps its shape around its median",
    { volume: { per_week: { p10: 10, p90: 40 } } },
    "volume",
    10,
    [["volume", "per_week", { p10: 5, p90: 20 }]],
  ],
  [
    "the acceptance rate is set",
    { takes: { until_kept: { acceptance: 0.5, max: 4 } } },
    "acceptance",
    0.25,
    [["takes", { until_kept: { acceptance: 0.25, max: 4 } }]],
  ],
  ["takes are at least 1", {}, "takes", 0.2, [["takes", 1]]],
] as const)("%s", (_, workload, id, value, keys) => {
  expect((turned(workload, id, value) as { keys: unknown }).keys).toEqual(keys.map((one) => ({ path: one.slice(0, -1), value: one.at(-1) })));
});
