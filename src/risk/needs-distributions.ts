import type { Gathered } from "../gather.ts";
import { type Distributions, loadDistributions, NO_DISTRIBUTIONS } from "../stats/distributions.ts";
import { isCertain } from "./is-certain.ts";

/** The distribution functions for a review of these sides. If no workload declares anything uncertain, they are not needed, and throw if called. */
export async function distributionsFor(...sides: readonly (Gathered | null)[]): Promise<Distributions> {
  const uncertain = sides.some((side) => side?.manifests.some(({ workloads }) => workloads.some(({ keys }) => keys && !isCertain(keys))));
  return uncertain ? loadDistributions() : NO_DISTRIBUTIONS;
}
