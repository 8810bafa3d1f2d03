import type { Backtest } from "../../joblog/calibrate/backtest.ts";
import { type Closure, offBy } from "../../joblog/calibrate/closure.ts";
import { patchText } from "../../joblog/calibrate/patch.ts";
import { STATUSES } from "../../joblog/records/status.ts";
import { type Calibrated, cannotTellSentence } from "./calibrate.ts";

/** The report as JSON, `video-budget/calibrate@1`. Rates, bounds, mu and sigma have 9 significant digits. A backtest is included if it was requested. */
export function calibrateJson({ calibrations, backtest, closures }: Calibrated): string {
  const report = {
    schema: "video-budget/calibrate@1",
    workloads: calibrations.map((one) => {
      const { workload, n, outcomes, latency, volume, acceptance, attempts, polls, duplicates, unitPrice, edits } = one;
      return {
        name: workload.name,
        n,
        outcomes: Object.fromEntries(
          STATUSES.map((status) => {
            const { k, wilson95, billed } = outcomes[status];
            return [
              status,
              {
                k,
                n: outcomes[status].n,
                rate: significant(outcomes[status].n === 0 ? 0 : k / outcomes[status].n),
                wilson95: wilson95.map(significant),
                billed: { k: billed.k, n: billed.n },
              },
            ];
          }),
        ),
        latency: latency && {
          n: latency.n,
          censored: latency.censored,
          p50: significant(latency.p50),
          p95: significant(latency.p95),
          mu: significant(latency.mu),
          sigma: significant(latency.sigma),
        },
        volume: {
          jobs: volume.jobs,
          days: significant(volume.days),
          per_month: volume.perMonth === null ? null : significant(volume.perMonth),
          declared: volume.declared === null ? null : significant(volume.declared),
          clips: volume.clips && {
            count: volume.clips.count,
            per_month: volume.clips.perMonth === null ? null : significant(volume.clips.perMonth),
            dispersion: significant(volume.clips.dispersion),
            growth: volume.clips.growth === null ? null : significant(volume.clips.growth),
          },
        },
        acceptance: acceptance && { k: acceptance.k, n: acceptance.n },
        attempts: { mean: attempts === null ? null : significant(attempts) },
        polls: polls === null ? null : { mean: significant(polls) },
        duplicates: { certain: duplicates.certain, likely: duplicates.likely },
        unit_price: unitPrice === null ? null : significant(unitPrice),
        patch: patchText(workload.name, edits),
        closure: closureJson(closures.get(workload.index) ?? null),
        cannot_tell: one.cannotTell.map(cannotTellSentence),
      };
    }),
    ...(backtest && { backtest: backtest.result && backtestJson(backtest.result) }),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function closureJson(closure: Closure | null): object | null {
  return closure && { billed: cents(closure.billed), manifest: cents(closure.manifest), off: cents(offBy(closure)) };
}

function backtestJson({ p10, p90, months, hits, weekly }: Backtest): object {
  const weeks = weekly.weeks.map(({ from, billed, within }) => ({ from, billed: cents(billed), within }));
  return {
    weekly: { p10: cents(weekly.p10), p90: cents(weekly.p90), hits: weekly.hits, weeks },
    p10: cents(p10),
    p90: cents(p90),
    hits,
    months: months.map(({ month, billed, within }) => ({ month, billed: cents(billed), within })),
  };
}

function significant(value: number): number {
  return Number(value.toPrecision(9));
}

function cents(value: number): number {
  return Number(value.toFixed(6));
}
