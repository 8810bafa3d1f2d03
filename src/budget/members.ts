import { type Gathered, reach } from "../gather.ts";
import { merge } from "../manifest/merge.ts";
import type { Match } from "../manifest/schema.ts";
import { isTree } from "../notation/tree.ts";
import type { Exposure } from "../risk/exposure.ts";
import type { WorkloadCost } from "../risk/workload-cost.ts";
import { covers } from "./scope.ts";

/** The workloads that count toward a limit. `unread`: a file that may have further ones could not be read, so any sum is a lower bound. */
export type Members = { estimates: readonly WorkloadCost[]; unread: boolean };

/**
 * The workloads that count toward a manifest's budget: its own and those it includes, each once. A workload that could
 * not be read counts in every scope that it may belong to.
 */
export function setOf(file: string, side: Gathered, exposure: Exposure, match: Match = {}): Members {
  const files = reach(side.includes, file);
  const within = exposure.estimates.filter((one) => files.has(one.file));
  const estimates = within.filter((one) => (one.keys ? covers(match, one) : mayCover(match, one, side)));
  return { estimates, unread: estimates.some(({ keys }) => keys === null) || [...files].some((one) => exposure.hidden.has(one)) };
}

/** The workloads that count toward one limit of a manifest: `total`, or the name of a scope. */
export function membersOf(file: string, scope: string, side: Gathered, exposure: Exposure): readonly WorkloadCost[] {
  const scopes = side.manifests.find((manifest) => manifest.file === file)?.settings.budget.scopes ?? {};
  return setOf(file, side, exposure, Object.hasOwn(scopes, scope) ? scopes[scope]?.match : {}).estimates;
}

/**
 * Whether a scope may cover a workload that could not be read. Only an explicit key that differs excludes it.
 * `model` is not compared, because a model has aliases that only the price book knows.
 */
function mayCover(match: Match, { file, name }: WorkloadCost, side: Gathered): boolean {
  const written = writtenOf(file, name, side);
  const { provider, mode, tags } = written ?? {};
  const isOther = (value: unknown, wanted: readonly string[] | undefined): boolean =>
    wanted !== undefined && typeof value === "string" && !wanted.includes(value);
  if (isOther(name, match.workload) || isOther(provider, match.provider) || isOther(mode, match.mode)) return false;
  if (!written || (tags !== undefined && !isTree(tags))) return true;
  return Object.entries(match.tags ?? {}).every(([tag, values]) => {
    const value = tags && Object.hasOwn(tags, tag) ? tags[tag] : "";
    return typeof value === "object" || values.includes(String(value));
  });
}

/** A workload as written, with its defaults merged; undefined if it is no map or is in another file. */
function writtenOf(file: string, name: string, side: Gathered): Record<string, unknown> | undefined {
  const tree = side.files.get(file)?.value;
  if (!isTree(tree) || !isTree(tree["workloads"]) || !Object.hasOwn(tree["workloads"], name)) return undefined;
  const written = merge(tree["defaults"], tree["workloads"][name]);
  return isTree(written) ? written : undefined;
}
