import { getOrInsert } from "../memory/get-or-insert.ts";
import { modelOf, type PlannedWorkload } from "../plan.ts";
import { nearestExpected } from "../reconcile/compare-job.ts";
import { type Finding, findingOf } from "../reconcile/finding.ts";
import { near, TOLERANCE } from "../reconcile/near.ts";
import type { Tally } from "../reconcile/tally.ts";
import { addTo, type BillHours, byDay, type Expected, type ModelHours, nothing } from "./bill-days.ts";
import type { Billed } from "./billing.ts";
import { workloadOfRow } from "./row-workload.ts";

/** A model's bill rows by their days. */
type ModelRows = { workload: PlannedWorkload; rows: Map<string, Billed> };

/** A model's name in findings, and the workload to which they belong. */
type Named = { sku: string; workload: PlannedWorkload };

/** The difference on one day or span of days, before shifts between neighboring days are removed. */
type DayDifference = { from: number; day: number; delta: number; finding: Finding; jobs: number };

/** Possible time zones of bills, in hours ahead of UTC. */
const ZONES = Array.from({ length: 27 }, (_, i) => i - 12);
/** A bill counts as being in another time zone than UTC if that leaves less than this share of the differences. */
const EXPLAINED = 0.5;

/**
 * Compares bill rows without a job id with the jobs of their model and days. The days are in the time zone that fits best; rows of a month
 * are compared with that month. Neighboring days whose differences cancel are only shifted and count as no difference.
 */
export function compareByDay(hours: BillHours, tally: Tally): void {
  const all = hours.all();
  const { models, isLumped } = rowsByModel(tally);
  const expected = isLumped ? lumped([...all.values()]) : all;
  const zone = zoneOf(models, expected);
  tally.shift.zone = zone;
  for (const model of new Set([...models.keys(), ...expected.keys()])) {
    const found = compareModel(model, { hours: expected.get(model), rows: models.get(model) }, zone, tally);
    const { left, shifted } = withoutShifts(found);
    tally.shift.days += shifted;
    for (const { finding, jobs } of left) tally.find(finding, Math.max(1, jobs));
  }
}

/** Bill rows by model. If a row names no model and the plan has several, all rows and jobs of a day are combined. */
function rowsByModel(tally: Tally): { models: Map<string, ModelRows>; isLumped: boolean } {
  const { plan, bill } = tally;
  const rows = bill?.rest() ?? [];
  const models = new Map<string, ModelRows>();
  const only = new Set(plan.workloads.map(modelOf)).size === 1;
  const isLumped = !only && rows.some(({ about }) => about === "");
  for (const row of rows) {
    const workload = only && row.about === "" ? plan.workloads[0] : isLumped ? (workloadOfRow(plan, row) ?? plan.workloads[0]) : workloadOfRow(plan, row);
    if (!workload) {
      unknownModel(row, tally);
      continue;
    }
    const of = getOrInsert(models, isLumped ? "" : modelOf(workload), () => ({ workload, rows: new Map() }));
    const key = `${row.from} ${row.day}`;
    const known = of.rows.get(key);
    const sum = known && {
      ...known,
      amount: known.amount + row.amount,
      seconds: known.seconds + row.seconds,
      requests: known.requests + row.requests,
    };
    of.rows.set(key, sum ?? row);
  }
  return { models, isLumped };
}

function lumped(all: readonly ModelHours[]): ReadonlyMap<string, ModelHours> {
  const [first] = all;
  if (!first) return new Map();
  const hours = new Map<number, Expected>();
  for (const model of all) for (const [hour, one] of model.hours) addTo(getOrInsert(hours, hour, nothing), one);
  return new Map([["", { model: "", workload: first.workload, hours }]]);
}

/** Handles a row whose model no workload uses. In a provider's own bill it is out of plan. A bill of everything in an account has many such rows, which do not count. */
function unknownModel(row: Billed, tally: Tally): void {
  if (tally.bill?.isOfEverything()) {
    tally.outside(1, row.amount);
    return;
  }
  tally.paid(row.amount);
  tally.find({ ...findingOf("OUT_OF_PLAN", null, row.amount, { why: "model", what: row.sku }), day: row.day }, 1);
}

/** The time zone of the bill's days, in hours ahead of UTC: the one that leaves the smallest differences. UTC stays unless another leaves less than half of its differences. */
function zoneOf(models: ReadonlyMap<string, ModelRows>, expected: ReadonlyMap<string, ModelHours>): number {
  const left = (ahead: number): number => {
    let sum = 0;
    for (const [model, { rows }] of models) {
      const hours = expected.get(model);
      const days = hours ? byDay(hours, ahead) : new Map<number, Expected>();
      for (const { from, day, amount } of rows.values()) {
        if (from !== day || Number.isNaN(amount)) continue;
        const range = days.get(day)?.range ?? { low: 0, high: 0 };
        const due = nearestExpected(range, amount);
        if (!near(amount, due)) sum += Math.abs(amount - due);
      }
    }
    return sum;
  };
  const utc = left(0);
  if (utc === 0) return 0;
  const [best = 0] = ZONES.map((ahead) => [ahead, left(ahead)] as const)
    .sort(([a, x], [b, y]) => x - y || Math.abs(a) - Math.abs(b))
    .map(([ahead, rest]) => (rest < EXPLAINED * utc ? ahead : 0));
  return best;
}

function compareModel(
  model: string,
  { hours, rows }: { hours: ModelHours | undefined; rows: ModelRows | undefined },
  zone: number,
  tally: Tally,
): DayDifference[] {
  const found: DayDifference[] = [];
  const days = hours ? byDay(hours, zone) : new Map<number, Expected>();
  const name = model === "" ? "all models" : model;
  for (const row of rows?.rows.values() ?? []) {
    const jobs = nothing();
    for (const [day, one] of days) {
      if (!(row.from === day || (day >= row.from && day <= row.day) || (Number.isNaN(day) && Number.isNaN(row.day)))) continue;
      addTo(jobs, one);
      days.delete(day);
    }
    if (!tally.covers(row.from, row.day)) {
      tally.outside(1, row.amount);
      if (jobs.jobs > 0) tally.uncovered(jobs.jobs, jobs.range.low, false);
    } else found.push(...compareRow({ sku: name, workload: (rows as ModelRows).workload }, row, jobs, tally));
  }
  for (const [day, jobs] of days)
    found.push(...withoutRow({ sku: name, workload: (hours as ModelHours).workload, hasRows: rows !== undefined }, day, jobs, tally));
  return found.sort((a, b) => a.from - b.from);
}

/** Compares one row, for a day or a month, with its jobs. */
function compareRow({ sku, workload }: Named, row: Billed, { jobs, range, seconds }: Expected, tally: Tally): DayDifference[] {
  const { from, day, amount } = row;
  if (Number.isNaN(amount)) {
    tally.coverage.details.unreadable(jobs);
    tally.coverage.aside("unreadable", jobs, Number.NaN, range.low);
    return [];
  }
  const due = nearestExpected(range, amount);
  tally.paid(amount);
  tally.due(due);
  tally.coverage.compared.add(jobs, amount);
  if (near(amount, due)) return [];
  const isLength = !Number.isNaN(row.seconds) && seconds > 0 && !near(row.seconds, seconds);
  const args = { sku, from, day, jobs, billed: amount, expected: due, requests: row.requests };
  const kind = jobs === 0 ? "GHOST" : isLength ? "DURATION" : "UNIT_PRICE";
  const finding = {
    ...findingOf(kind, workload.name, amount - due, { ...args, sku: jobs === 0 ? row.sku || sku : sku, ...(isLength && { asked: seconds, got: row.seconds }) }),
    day,
    provisional: tally.isProvisional(day),
  };
  return [{ from, day, delta: amount - due, finding, jobs }];
}

/** Handles the jobs of a day without a bill row. */
function withoutRow({ sku, workload, hasRows }: Named & { hasRows: boolean }, day: number, { jobs, range }: Expected, tally: Tally): DayDifference[] {
  if (!hasRows || !tally.isBilledDay(day)) {
    tally.uncovered(jobs, range.low, tally.isBilledDay(day));
    return [];
  }
  const provisional = tally.isProvisional(day);
  if (range.low > 0 && provisional) {
    tally.coverage.details.awaited.add(jobs, range.low);
    tally.coverage.aside("provisional", jobs, Number.NaN, range.low);
  } else {
    tally.due(range.low);
    tally.coverage.compared.add(jobs, 0);
  }
  if (range.low === 0) return [];
  const args = { sku, from: day, day, jobs, expected: range.low, billed: 0 };
  const finding = { ...findingOf("UNBILLED", workload.name, -range.low, args), day, provisional };
  return [{ from: day, day, delta: -range.low, finding, jobs }];
}

/** Removes runs of days whose differences cancel, because a job was billed on the next day. */
function withoutShifts(found: readonly DayDifference[]): { left: DayDifference[]; shifted: number } {
  const left: DayDifference[] = [];
  let shifted = 0;
  for (let at = 0; at < found.length; ) {
    const length = lengthOfShift(found, at);
    if (length === 0) left.push(found[at] as DayDifference);
    else shifted += length;
    at += Math.max(1, length);
  }
  return { left, shifted };
}

/** The number of days, starting with one, whose differences cancel; 0 if they do not. */
function lengthOfShift(found: readonly DayDifference[], at: number): number {
  let [sum, most] = [0, 0];
  for (let next = at; next < found.length; next++) {
    const one = found[next] as DayDifference;
    const isDay = one.from === one.day && !one.finding.provisional;
    if (!isDay || (next > at && one.day !== (found[next - 1] as DayDifference).day + 1)) return 0;
    sum += one.delta;
    most = Math.max(most, Math.abs(one.delta));
    if (next > at && Math.abs(sum) <= TOLERANCE * most + 1e-9) return next - at + 1;
  }
  return 0;
}
