import type { Spent } from "../../actuals/actuals.ts";
import type { Progress, ToDate } from "../../actuals/to-date.ts";
import type { Decimal } from "../../money/decimal.ts";
import { round } from "../../money/round.ts";

/** The month to date as JSON data. */
export function toDateJson(all: ToDate): object {
  const { month, days, past, covered, uncovered, provisional, files, spent, outside, undated, bad, total, band, off, limits } = all;
  return {
    month,
    days: { month: days, past, covered, uncovered, provisional },
    files,
    jobs: { billed: spent.jobs, priced: spent.priced, unknown: spent.unknown, unreadable: bad },
    outside: some(outside),
    undated: some(undated),
    total: progress(total),
    band: band && { low: round(band.low), high: round(band.high), of_volume: band.isOfVolume },
    off,
    limits: limits.map(({ file, scope, limit, left, passed, passed_on, ...rest }) => ({
      file,
      scope,
      limit: round(limit),
      ...progress(rest),
      left: round(left),
      passed,
      passed_on,
    })),
  };
}

function progress({ billed, planned, plan, projected, at_pace, pace, complete }: Progress): object {
  const money = (amount: Decimal | null): number | null => amount && round(amount);
  return { complete, billed: round(billed), planned: money(planned), plan: money(plan), projected: money(projected), at_pace: money(at_pace), pace };
}

function some({ jobs, billed, unknown }: Spent): object {
  return { jobs, billed, unknown };
}
