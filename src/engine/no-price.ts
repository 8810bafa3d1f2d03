import type { WorkloadKeys } from "../manifest/schema.ts";
import type { Meant } from "../prices/recognise.ts";
import type { Problem } from "../problem.ts";
import { manifestPath } from "./manifest-path.ts";
import type { NoPrice } from "./price.ts";

/** Where a workload is declared: its manifest and its name. */
export type WorkloadPlace = { file: string; name: string };

/** The problem of a known model without a usable price. @param why the reason, for the message */
export function unpriced({ provider, model }: WorkloadKeys, { file, name }: WorkloadPlace, why: string): Problem {
  return { code: "unpriced", severity: "warning", file, path: ["workloads", name, "model"], args: { id: `${provider}/${model}`, why } };
}

/**
 * The problem of a model that the provider may sell but that the book does not list. `family` and `nearest`: what the id resembles.
 * `elsewhere`: providers that have a model with this id.
 */
export function unlistedModel(keys: WorkloadKeys, place: WorkloadPlace, meant: Meant & { why: string; elsewhere: readonly string[] }): Problem {
  const problem = unpriced(keys, place, meant.why);
  return { ...problem, args: { ...problem.args, listed: false, family: meant.family, nearest: meant.nearest, elsewhere: meant.elsewhere } };
}

/** The problem of a price that is only known as a lower bound. */
export function lowerBound({ provider, model }: WorkloadKeys, { file, name }: WorkloadPlace): Problem {
  return { code: "lower-bound", severity: "warning", file, path: ["workloads", name, "model"], args: { id: `${provider}/${model}` } };
}

/** Why a request has no price, as a problem: an error if an edit of the manifest can fix it, otherwise a warning. */
export function noPriceProblem(reason: NoPrice, id: string, keys: WorkloadKeys, { file, name }: WorkloadPlace): Problem {
  const at = ["workloads", name];
  switch (reason.no) {
    case "field":
      return {
        code: "field-needed",
        severity: "error",
        file,
        path: [...at, ...manifestPath(reason.field)],
        args: { id, field: manifestPath(reason.field).join(".") },
      };
    case "offer":
      return { code: "not-offered", severity: "error", file, path: [...at, "output"], args: { id, request: describe(keys) } };
    case "amount":
      return { code: "unpriced", severity: "warning", file, path: [...at, "model"], args: { id, why: "unknown-amount" } };
    case "credit":
      return { code: "unpriced", severity: "warning", file, path: [...at, "model"], args: { id, why: "unknown-credit" } };
    case "rate":
      return { code: "no-exchange-rate", severity: "warning", file, path: [...at, "model"], args: { id, currency: reason.currency } };
  }
}

function describe({ mode, output }: WorkloadKeys): string {
  return Object.entries({ mode, ...output })
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key} ${String(value)}`]))
    .join(", ");
}
