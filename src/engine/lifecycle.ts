import { daysBetween } from "../notation/date.ts";
import type { Model, Price } from "../prices/book.ts";
import { retiredSince } from "../prices/find.ts";
import type { Problem } from "../problem.ts";
import type { WorkloadPlace } from "./no-price.ts";
import type { Pricing } from "./pricing.ts";

/** The warning begins this many days before a model retires. */
const RETIRES_SOON_DAYS = 60;

/** The warning begins this many days before the earliest day that the maker announced. */
const MAY_RETIRE_DAYS = 30;

/**
 * Reports a model that is retired on `date`, or that soon will or may be. `status.retires` is the first day on which it cannot be used.
 * `status.may_retire` is the earliest such day that was announced; from then on, it is unknown whether calls fail.
 */
export function lifecycleProblems(id: string, model: Model, date: string, { file, name }: WorkloadPlace): Problem[] {
  const { status } = model;
  const path = ["workloads", name, "model"];
  const next = { successor: status.successor ?? null, alternatives: [...(status.alternatives ?? [])] };
  const announced = status.may_retire === undefined ? null : { day: status.may_retire, left: daysBetween(date, status.may_retire) };
  const may: Problem[] =
    announced && announced.left <= MAY_RETIRE_DAYS
      ? [{ code: "may-retire", severity: "warning", file, path, args: { id, date: announced.day, days: announced.left, ...next } }]
      : [];
  if (status.retires === undefined) return may;
  const left = daysBetween(date, status.retires);
  const args = { id, date: status.retires, days: left, ...next };
  if (retiredSince(model, date) !== null) return [{ code: "retired", severity: "error", file, path, args }];
  return left <= RETIRES_SOON_DAYS ? [{ code: "retires-soon", severity: "warning", file, path, args }] : may;
}

/** The problem of a price that was last checked longer ago than the manifest's policy allows. */
export function staleProblem(id: string, { checked, source }: Price, { manifest, date }: Pricing, { file, name }: WorkloadPlace): Problem {
  const severity = { note: "note", warn: "warning", fail: "error" } as const;
  const { stale_price, price_max_age_days } = manifest.settings.policy;
  const days = daysBetween(checked, date);
  return {
    code: "stale-price",
    severity: severity[stale_price],
    file,
    path: ["workloads", name, "model"],
    args: { id, checked, days, max: price_max_age_days, source },
  };
}
