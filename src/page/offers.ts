import type { ClipRequest } from "../catalog/clip-request.ts";
import { type Ranking, rankModels } from "../catalog/rank.ts";
import type { Pricing } from "../engine/pricing.ts";
import type { WorkloadCost } from "../risk/workload-cost.ts";

/** Ranks all models for one clip of a workload, at list price in USD; null if the length of the clip is unknown. */
export function offersFor({ mode, request }: Pick<WorkloadCost, "mode" | "request">, { book, date, rates }: Pricing): Ranking | null {
  const said = (field: string): string | undefined => {
    const value = request?.given.has(field) ? request.fields.get(field) : undefined;
    return typeof value === "string" ? value : undefined;
  };
  const duration = request?.fields.get("duration");
  if (!request || mode === undefined || typeof duration !== "number" || duration <= 0) return null;
  const [resolution, ratio, audio] = [said("resolution"), said("aspect_ratio"), request.given.has("audio") ? request.fields.get("audio") : undefined];
  const ask: ClipRequest = {
    mode,
    duration,
    ...(resolution !== undefined && { resolution }),
    ...(typeof audio === "boolean" && { audio }),
    ...(ratio !== undefined && { aspect_ratio: ratio }),
  };
  return rankModels(book, ask, { date, rates });
}
