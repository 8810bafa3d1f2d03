import { describe, expect, test } from "vitest";
import { decimal } from "../../src/money/decimal.ts";
import { testPlan } from "../../src/testplan/plan.ts";
import { jobsIn, planOf } from "../joblog/acme-jobs.ts";

describe("the fewest and shortest jobs that prove a price", () => {
  test("use a length between steps to show unit price, rounding and resolution at once: 4.1 s bill 5 × $0.10", async () => {
    const report = await planOf({ clip: { model: "steps", output: { duration: 8, resolution: "720p" } } });
    expect(jobsIn(report)).toEqual([[4.1, 0.5, "unit-price rounding resolution", "clip"]]);
  });

  test("stay below a minimum to prove it, and above it for the rounding: 1 s bills 4, 4.1 s bill 5", async () => {
    const report = await planOf({ clip: { model: "steps", output: { duration: 2, resolution: "720p" } } });
    expect(jobsIn(report)).toEqual([
      [1, 0.4, "unit-price minimum resolution", "clip"],
      [4.1, 0.5, "unit-price rounding resolution", "clip"],
    ]);
    expect(report.plan.total.toNumber()).toBe(0.9);
  });

  test("leave the length out in one job of a workload that does; a default between steps needs no other job", async () => {
    const plain = await planOf({ clip: { model: "steps", output: { resolution: "720p" } } });
    expect(jobsIn(plain)).toEqual([
      [4.1, 0.5, "unit-price rounding resolution", "clip"],
      [5, 0.5, "unit-price resolution default-duration", "clip"],
    ]);
    const odd = await planOf({ clip: { model: "odd-default", output: { resolution: "720p" } } });
    expect(jobsIn(odd)).toEqual([[5.2, 0.6, "unit-price rounding resolution default-duration", "clip"]]);
    expect(odd.plan.jobs[0]?.keys.output).toEqual({ resolution: "720p" });
  });

  test.each([
    // 4.5 s: down bills 4, all else 5 or 4.5. At 4.1 s nearest would bill 4 too.
    { model: "down", seconds: 4.5, cost: 0.4, proves: "unit-price rounding resolution" },
    // Only halves are accepted: 4.5 s distinguish rounding up from rounding down and from no rounding; nearest also bills 5.
    { model: "halves", seconds: 4.5, cost: 0.5, proves: "unit-price rounding" },
    // Whole seconds are never rounded. The shortest is below the minimum, which 8 s do not use.
    { model: "whole", seconds: 1, cost: 0.4, proves: "unit-price" },
    // 1 s is 1.5 credits, billed as 2: rounding down or none would bill less, nearest the same. A credit is $0.01.
    { model: "total", seconds: 1, cost: 0.02, proves: "unit-price rounding resolution" },
  ])("are for $model: $seconds s for $$cost", async ({ model, seconds, cost, proves }) => {
    expect(jobsIn(await planOf({ clip: { model, output: { duration: 8 } } })).map((job) => job.slice(0, 2))).toEqual([[seconds, cost]]);
    const resolution = proves.includes("resolution") ? { resolution: "720p" } : {};
    expect(jobsIn(await planOf({ clip: { model, output: { duration: 8, ...resolution } } }))[0]?.[2]).toBe(proves);
  });

  test("stay on the workload's own rate: 20 s at $0.08 are tested from 10 s on, 10.1 s bill 11", async () => {
    const report = await planOf({
      long: { model: "tiers", output: { duration: 20, resolution: "720p" } },
      short: { model: "tiers", output: { duration: 8, resolution: "720p" } },
    });
    expect(jobsIn(report)).toEqual([
      [4.1, 0.5, "unit-price rounding resolution", "short"],
      [10.1, 0.88, "unit-price rounding resolution", "long"],
    ]);
  });

  test("shorten the input, too: 12 s of sound become 5.1 s, which bill 10 × $0.02", async () => {
    const report = await planOf({ dub: { model: "dub", mode: "lip-sync", input: { audio: 12 } } });
    expect(jobsIn(report).map((job) => job.slice(1))).toEqual([[0.2, "unit-price rounding", "dub"]]);
    expect(report.plan.jobs[0]?.keys.input).toEqual({ audio: [5.1] });
  });

  test("keep frames, segments and lengths that the model chooses, or take the shortest allowed", async () => {
    const report = await planOf({
      auto: { model: "free-length", output: { duration: "auto" } },
      cuts: { model: "steps", output: { segments: [3, 4.5], resolution: "720p" } },
    });
    // 2 s × $0.10; 7.5 s bill 8.
    expect(jobsIn(report)).toEqual([
      [2, 0.2, "unit-price", "auto"],
      [7.5, 0.8, "unit-price rounding resolution", "cuts"],
    ]);
  });

  test("keep the declared length for a contract price of an unlisted model: 8 s × $0.05", async () => {
    const report = await planOf({ clip: { model: "by-contract", output: { duration: 8 }, price: { usd: 0.05, per: "second" } } });
    expect(jobsIn(report)).toEqual([[8, 0.4, "unit-price", "clip"]]);
  });
});

describe("shared test jobs", () => {
  test("prove one price once for any length and volume; each resolution, sound and mode has its own", async () => {
    const report = await planOf({
      a: { model: "steps", output: { duration: 8, resolution: "720p" } },
      b: { model: "steps", output: { duration: 20, resolution: "720p" }, volume: { per_day: 3 }, takes: 2 },
      c: { model: "steps", output: { duration: 8, resolution: "1080p" } },
      sound: { model: "acme-1", output: { duration: 10, resolution: "720p", audio: true } },
      silent: { model: "acme", output: { duration: 10, resolution: "720p", audio: false } },
      animated: { model: "acme-1", mode: "image-to-video", output: { duration: 5, resolution: "720p", audio: false } },
    });
    // 5 × $0.10; 5 × $0.10 for each mode; 5 × $0.10 × 1.5; 5 × $0.15.
    expect(jobsIn(report)).toEqual([
      [4.1, 0.5, "unit-price rounding resolution", "a b"],
      [5, 0.5, "unit-price resolution audio", "silent"],
      [5, 0.5, "unit-price resolution audio", "animated"],
      [4.1, 0.75, "unit-price rounding resolution", "c"],
      [5, 0.75, "unit-price resolution audio", "sound"],
    ]);
    expect(report.plan.total.toNumber()).toBe(3);
    expect(report.plan.workloads.map(({ name, jobs, cost }) => [name, jobs, cost?.toNumber()])).toEqual([
      ["a", [1], 0.5],
      ["b", [1], 0.5],
      ["c", [4], 0.75],
      ["sound", [5], 0.75],
      ["silent", [2], 0.5],
      ["animated", [3], 0.5],
    ]);
  });

  test("follow the workload that leaves a field out, and count for both", async () => {
    const report = await planOf({
      given: { model: "steps", output: { duration: 8, resolution: "720p" } },
      left: { model: "steps", output: { duration: 8 } },
    });
    expect(jobsIn(report)).toEqual([[4.1, 0.5, "unit-price rounding resolution default-resolution", "given left"]]);
    expect(report.plan.jobs[0]).toMatchObject({ like: { name: "left" }, keys: { output: { duration: 4.1 } } });
  });

  test("cost what the account pays: half of $0.75 at a discount of 50%", async () => {
    const [list, discounted] = await Promise.all(
      [{}, { accounts: { acme: { discount: "50%" } } }].map((settings) =>
        planOf({ clip: { model: "acme-1", output: { duration: 5, resolution: "720p", audio: true } } }, { settings }),
      ),
    );
    expect([list?.plan.total.toNumber(), discounted?.plan.total.toNumber()]).toEqual([0.75, 0.375]);
  });
});

describe("workloads without a price or without need for a test", () => {
  test("without a price get a last job that reveals it; invalid and retired workloads get none", async () => {
    const report = await planOf({
      secret: { model: "acme-secret" },
      clip: { model: "acme-credits" },
      typo: { model: "acme-9" },
      old: { model: "acme-0" },
    });
    // 5 s × 10 credits × $0.01.
    expect(jobsIn(report)).toEqual([
      [5, 0.5, "unit-price default-duration", "clip"],
      [undefined, null, "unit-price", "secret"],
    ]);
    expect(report.unable.map(({ name, status }) => [name, status])).toEqual([
      ["typo", "invalid"],
      ["old", "retired"],
    ]);
  });

  test("with evidence are left out, unless all are requested", async () => {
    const evidence = { reliability: { evidence: { provider_error: { k: 1, n: 20 } } } };
    const workloads = { known: { model: "acme-credits", ...evidence }, open: { model: "acme-1", output: { audio: true } } };
    const report = await planOf(workloads);
    expect([report.plan.workloads.map(({ name }) => name), report.tested.map(({ name }) => name)]).toEqual([["open"], ["known"]]);
    const all = await planOf(workloads, { limits: { all: true } });
    expect([all.plan.workloads.map(({ name }) => name), all.tested]).toEqual([["known", "open"], []]);
  });

  test("give an empty plan if nothing needs a test", () => {
    expect(testPlan([], new Map())).toMatchObject({ jobs: [], workloads: [] });
  });
});

describe("the payment of a test plan", () => {
  /** $0.50, $0.75, $1.00, $1.50: 5 s of acme-1, at $0.10 without and $0.15 with sound, twice that at 1080p. */
  const output = (resolution: string, audio: boolean) => ({ model: "acme-1", output: { duration: 5, resolution, audio } });
  const four = { d: output("1080p", true), c: output("1080p", false), b: output("720p", true), a: output("720p", false) };

  test("uses the book's trial for the cheapest jobs: 200 credits of $0.01 cover $0.50 and $0.75", async () => {
    const { trials } = await planOf(four);
    expect(
      trials.map(({ provider, trial, used, fits, beyond, beyondCost }) => [provider, trial?.toNumber(), used.toNumber(), fits, beyond, beyondCost.toNumber()]),
    ).toEqual([["acme", 2, 1.25, [1, 2], [3, 4], 2.5]]);
  });

  test("uses the manifest's trial in the account's unit: 400 credits of a pack at $0.012 are $4.80 and cover all", async () => {
    const { trials } = await planOf(four, { settings: { accounts: { acme: { trial: 400, pack: "Pack 1" } } } });
    expect(trials.map(({ trial, used, fits, beyond }) => [trial?.toNumber(), used.toNumber(), fits, beyond])).toEqual([[4.8, 3.75, [1, 2, 3, 4], []]]);
  });

  test("does not say whether a job of unknown cost fits", async () => {
    const { trials } = await planOf({ ...four, secret: { model: "acme-secret" } });
    expect(trials[0]).toMatchObject({ fits: [1, 2], beyond: [3, 4], unknown: [5] });
  });

  test("leaves out jobs beyond a limit, which are neither run nor paid by a trial", async () => {
    const { within, trials, dear, blind } = await planOf(
      { ...four, secret: { model: "acme-secret" } },
      { limits: { budget: decimal(2.25), warnAbove: decimal(0.75) } },
    );
    expect([within.run.map(({ number }) => number), within.cost.toNumber(), within.out.map(({ number }) => number)]).toEqual([[1, 2, 3], 2.25, [4, 5]]);
    expect([trials[0]?.fits, trials[0]?.beyond, dear]).toEqual([[1, 2], [3], [3]]);
    expect(blind.map(({ jobs, models }) => [jobs, models])).toEqual([[3, ["acme/acme-1"]]]);
  });
});

describe("the limits of a test plan", () => {
  test("are rates that n jobs of a model cannot show: below 1/n, and 1 − 0.05^(1/n) stays possible without a case", async () => {
    const { blind } = await planOf({
      a: { model: "acme-1", output: { audio: true } },
      b: { model: "acme-1", output: { audio: false } },
      c: { model: "acme-credits" },
    });
    // 0.05^(1/2) = 0.2236068.
    expect(blind.map(({ jobs, least, upper }) => [jobs, least, Number(upper.toFixed(4))])).toEqual([
      [1, 1, 0.95],
      [2, 0.5, 0.7764],
    ]);
  });

  test("are the jobs for ± 5 points: 141 at the assumed 10%, 83 at a declared 5%, each at the cheapest test job", async () => {
    const { rates } = await planOf({
      open: { model: "acme-1", output: { duration: 10, resolution: "720p", audio: false } },
      told: { model: "acme-credits", reliability: { outcomes: { provider_error: "5%", moderated: "1%" } } },
      secret: { model: "acme-secret" },
    });
    expect(rates.map(({ name, rate, declared, jobs, cost }) => [name, rate, declared, jobs, cost?.toNumber() ?? null])).toEqual([
      ["open", 0.1, false, 141, 70.5],
      ["told", 0.05, true, 83, 41.5],
      ["secret", 0.1, false, 141, null],
    ]);
  });
});
