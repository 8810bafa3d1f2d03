import type { Gathered } from "../gather.ts";
import { type Distributions, loadDistributions, NO_DISTRIBUTIONS } from "../stats/distributions.ts";
import { isCertain } from "./is-certain.ts";

/** What a review of these sides computes with: the library, or nothing if no workload declares anything uncertain. */
export async function distributionsFor(...sides: readonly (Gathered | null)[]): Promise<Distributions> {
  const uncertain = sides.some((side) => side?.manifests.some(({ workloads }) => workloads.some(({ keys }) => keys && !isCertain(keys))));
  return uncertain ? loadDistributions() : NO_DISTRIBUTIONS;
}
