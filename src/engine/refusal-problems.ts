import { isAccepted, listedValues } from "../prices/accepts.ts";
import type { Model } from "../prices/book.ts";
import type { Problem } from "../problem.ts";
import { lengthsNear } from "./length.ts";
import { manifestPath } from "./manifest-path.ts";
import type { WorkloadPlace } from "./no-price.ts";
import type { JobPrice, NoPrice } from "./price.ts";
import { refusals } from "./refusals.ts";
import type { Request } from "./request.ts";

/** How to price the workload with another length. `at`: its request with another duration in seconds. `price`: the price of a request in `currency`. */
export type AcceptedInstead = { at: (duration: number) => Request; price: (request: Request) => JobPrice | NoPrice | null; currency: string };

/** A workload's place, and its model as `provider/model`. */
type Asking = WorkloadPlace & { id: string };

/** A problem for each field of a request that the model does not accept, with the values that it accepts. */
export function refusalProblems(request: Request, model: Model, asking: Asking, accepted: AcceptedInstead): Problem[] {
  const { id, file, name } = asking;
  const at = ["workloads", name];
  const { refused, unknown } = refusals(request, model);
  return [
    ...unknown.map(
      (option): Problem => ({
        code: "unknown-option",
        severity: "error",
        file,
        path: [...at, "options", option],
        at: "key",
        args: { id, value: option, allowed: optionsOf(model) },
      }),
    ),
    ...refused.map(({ field, value, allowed }): Problem => {
      // The plan is a setting of the account, not of the workload.
      const path = field === "plan" ? ["accounts", id.split("/", 1)[0] as string, "plan"] : [...at, ...manifestPath(field)];
      return {
        code: "not-accepted",
        severity: "error",
        file,
        path,
        args: {
          id,
          field: field === "plan" ? "plan" : manifestPath(field).join("."),
          value,
          allowed,
          ...(field === "duration" && typeof value === "number" && nextLength(request, model, value, accepted)),
        },
      };
    }),
    ...autoProblems(request, model, asking),
  ];
}

/**
 * The next longer clip that the model makes for the same request, and the price of its job. That is the billed price if the provider rounds
 * the length up. Empty if there is no such clip or no price.
 */
function nextLength(request: Request, model: Model, seconds: number, { at, price, currency }: AcceptedInstead): Problem["args"] {
  if (!request.given.has("duration") || request.given.has("segments")) return {};
  const { longer } = lengthsNear(model, seconds, at);
  const other = longer === undefined ? undefined : at(longer);
  if (longer === undefined || !other || refusals(other, model).refused.length > 0) return {};
  const job = price(other);
  return job === null || "no" in job ? {} : { next: longer, next_price: job.amount.toFixed(), next_bound: job.bound, currency };
}

function autoProblems(request: Request, { accepts }: Model, { id, file, name }: Asking): Problem[] {
  const { duration } = accepts;
  if (!request.auto || (duration && isAccepted(duration, "auto"))) return [];
  const allowed = duration?.kind === "range" ? `${duration.min} to ${duration.max}` : listedValues(duration);
  return [
    {
      code: "not-accepted",
      severity: "error",
      file,
      path: ["workloads", name, "output", "duration"],
      args: { id, field: "output.duration", value: "auto", allowed },
    },
  ];
}

function optionsOf({ accepts }: Model): string[] {
  return Object.keys(accepts).filter((field) => manifestPath(field)[0] === "options");
}
