import { readFileSync } from "node:fs";
import { gather } from "../../../src/gather.ts";
import { calibrate } from "../../../src/joblog/calibrate/calibrate.ts";
import type { Calibration } from "../../../src/joblog/calibrate/calibration.ts";
import { closureOf, offBy } from "../../../src/joblog/calibrate/closure.ts";
import { tailOf } from "../../../src/joblog/calibrate/latency-fit.ts";
import { PATCH_PARTS, treeOf } from "../../../src/joblog/calibrate/patch.ts";
import { logPlanOf } from "../../../src/joblog/plan.ts";
import { jobsInto } from "../../../src/joblog/reconcile/accept-records.ts";
import { reconciler } from "../../../src/joblog/reconcile/reconcile.ts";
import { merge } from "../../../src/manifest/merge.ts";
import { exposureOf } from "../../../src/risk/exposure.ts";
import { type Distributions, loadDistributions } from "../../../src/stats/distributions.ts";
import { bookOfFiles, readerOf } from "../../in-memory.ts";
import { manifestOf, type Simulated, simulate, type Team, teamOf } from "./team.ts";

const DATE = "2026-11-22";
const PRICES = { "acme-log.yml": readFileSync("test/joblog/data/acme-log.yml", "utf8") };
const book = bookOfFiles();

/** The measurements of one simulated log, and whether they contain the true values. */
export type Measured = {
  /** Whether the 95% interval of each rate, and of the share of jobs that outlast 240 s, has the true one. */
  intervals: Record<"provider_error" | "moderated" | "tail", boolean>;
  /** Where what was billed in the month after the log lies: below the P10 of the patched manifest, within its band, or above its P90. */
  month: "below" | "within" | "above";
  /** The same of the clips that were wanted, by the volume alone. */
  clips: "below" | "within" | "above";
  growth: number | null;
  /** The share by which the patched manifest differs from its own log. */
  off: number | null;
};

/** Simulates a team's log, calibrates an empty manifest with it, and compares the next month with the result. */
export async function measure(team: Team, seed: number, distributions: Distributions): Promise<Measured> {
  const { records, next } = simulate(team, seed);
  const manifest = manifestOf(team);
  const side = await gather(readerOf({ ...PRICES, "video-budget.yml": manifest }), ["video-budget.yml"], book.snapshot);
  const plan = logPlanOf(side, book, DATE);
  const reconciled = reconciler(plan, { window: 900, most: 10, billing: null, today: 20_779 });
  const accept = jobsInto(reconciled, undefined, new Map());
  for (const record of records) if (accept(record) !== null) throw new Error(`A simulated record cannot be read: ${JSON.stringify(record)}`);
  const { observed } = reconciled.result();
  const [calibration] = calibrate(plan, observed, distributions, { only: new Set(PATCH_PARTS), volume: false });
  if (!calibration) throw new Error("A simulated log has no job.");
  const patched = merge(manifest, treeOf("clips", calibration.edits)) as object;
  const after = await gather(readerOf({ ...PRICES, "video-budget.yml": patched }), ["video-budget.yml"], book.snapshot);
  const { estimates, problems } = exposureOf(after, book, { date: DATE, after: 0 }, distributions);
  const distribution = estimates[0]?.risk?.totalDistribution;
  if (!distribution) throw new Error(`The patched manifest has no distribution: ${JSON.stringify([patched, problems])}`);
  const closure = closureOf(after, { book, date: DATE, plan, observed, distributions }).closures.get(0);
  return {
    intervals: intervalsOf(team, calibration, distributions),
    month: sideOf(next.billed, distribution.quantile(0.1), distribution.quantile(0.9)),
    clips: clipsOf(calibration, next),
    growth: calibration.volume.clips?.growth ?? null,
    off: closure ? offBy(closure) : null,
  };
}

function sideOf(value: number, low: number, high: number): Measured["month"] {
  return value < low ? "below" : value > high ? "above" : "within";
}

function clipsOf({ edits }: Calibration, next: Simulated["next"]): Measured["month"] {
  const value = edits.find(({ path }) => path[0] === "volume" && path[1] === "per_month")?.value;
  const { p10, p90 } = typeof value === "number" ? { p10: value, p90: value } : (value as { p10: number; p90: number });
  return sideOf(next.clips, p10, p90);
}

function intervalsOf({ errors, moderated, latency }: Team, { outcomes, latency: fit }: Calibration, distributions: Distributions): Measured["intervals"] {
  const holds = ([low, high]: readonly [number, number], truth: number): boolean => low <= truth && truth <= high;
  const tail = fit && tailOf(fit, 240, distributions);
  const truth = distributions.normalCdf(-Math.log(240 / latency.median) / latency.sigma);
  return {
    provider_error: holds(outcomes.provider_error.wilson95, errors),
    moderated: holds(outcomes.moderated.wilson95, moderated),
    tail: tail !== null && holds([tail.low, tail.high], truth),
  };
}

/** Shares of some logs, 0–1. */
export type Coverage = {
  intervals: Record<keyof Measured["intervals"], number>;
  month: number;
  below: number;
  above: number;
  clips: number;
  growing: number;
  off: number;
};

/** Measures so many teams of a kind, each with a seed of its own. */
export async function coverageOf(count: number, seed: number, kind: Parameters<typeof teamOf>[1]): Promise<{ coverage: Coverage; logs: Measured[] }> {
  const distributions = await loadDistributions();
  const logs: Measured[] = [];
  for (let i = 0; i < count; i++) logs.push(await measure(teamOf(seed + 2 * i, kind), seed + 2 * i + 1, distributions));
  const share = (is: (log: Measured) => boolean): number => logs.filter(is).length / logs.length;
  const coverage = {
    intervals: {
      provider_error: share(({ intervals }) => intervals.provider_error),
      moderated: share(({ intervals }) => intervals.moderated),
      tail: share(({ intervals }) => intervals.tail),
    },
    month: share(({ month }) => month === "within"),
    below: share(({ month }) => month === "below"),
    above: share(({ month }) => month === "above"),
    clips: share(({ clips }) => clips === "within"),
    growing: share(({ growth }) => (growth ?? 0) > 0),
    off: Math.max(...logs.map(({ off }) => off ?? 0)),
  };
  return { coverage, logs };
}
