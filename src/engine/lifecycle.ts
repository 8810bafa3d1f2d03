import { daysBetween } from "../notation/date.ts";
import type { Model, Price } from "../prices/book.ts";
import { retiredSince } from "../prices/find.ts";
import type { Problem } from "../problem.ts";
import type { WorkloadPlace } from "./no-price.ts";
import type { Pricing } from "./pricing.ts";

/** A model within this many days of its last day is warned about. */
const RETIRES_SOON_DAYS = 60;

/** A model that is retired on `date`, or soon will be. `status.retires` is the first day it can no longer be used. */
export function lifecycleProblems(id: string, model: Model, date: string, { file, name }: WorkloadPlace): Problem[] {
  const { status } = model;
  if (status.retires === undefined) return [];
  const left = daysBetween(date, status.retires);
  const args = { id, date: status.retires, days: left, successor: status.successor ?? null, alternatives: [...(status.alternatives ?? [])] };
  const path = ["workloads", name, "model"];
  if (retiredSince(model, date) !== null) return [{ code: "retired", severity: "error", file, path, args }];
  return left <= RETIRES_SOON_DAYS ? [{ code: "retires-soon", severity: "warning", file, path, args }] : [];
}

/** A price that was last checked longer ago than the manifest's policy allows. */
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
