import { merge } from "../manifest/merge.ts";
import type { DeclaredWorkload, ManifestFile } from "../manifest/parse.ts";
import { brokenRules } from "../manifest/rules.ts";
import { workloadKeys } from "../manifest/schema.ts";
import type { Problem } from "../problem.ts";

type Tree = Record<string, unknown>;

/** A manifest prepared for the comparison with a log. A workload that lacks only what a log measures has keys. `unplanned`: workloads without a volume. */
export type ManifestForLogs = {
  manifest: ManifestFile;
  unplanned: ReadonlySet<string>;
  problems: readonly Problem[];
};

/** Problems that matter only for an estimate. A log shows the latency itself. */
const MEASURED = new Set<Problem["code"]>(["behaviour-without-latency"]);

/**
 * Accepts a manifest without a latency, a volume or a budget, which a comparison with a log does not need. Every other problem remains.
 * @param problems all problems of the manifest
 */
export function manifestForLogs(manifest: ManifestFile, problems: readonly Problem[]): ManifestForLogs {
  const { workloads: written, defaults } = (manifest.yaml.value ?? {}) as { workloads?: Tree; defaults?: unknown };
  const unplanned = new Set<string>();
  const mended = new Set<string>();
  const workloads = manifest.workloads.map((workload): DeclaredWorkload => {
    if (workload.keys) return workload;
    const merged = merge(defaults, written?.[workload.name]) as Tree;
    if (typeof merged !== "object" || merged === null) return workload;
    const hasVolume = merged["volume"] !== undefined;
    const result = workloadKeys.safeParse(hasVolume ? merged : { ...merged, volume: { per_month: 0 } });
    if (!result.success || brokenRules(result.data).some(({ code }) => !MEASURED.has(code))) return workload;
    if (!hasVolume) unplanned.add(workload.name);
    mended.add(workload.name);
    return { ...workload, keys: result.data };
  });
  const isMended = ({ path, code, args }: Problem): boolean =>
    (path[0] === "workloads" && mended.has(String(path[1]))) || (path[0] === "defaults" && (MEASURED.has(code) || args["key"] === "volume"));
  return {
    manifest: { ...manifest, workloads },
    unplanned,
    problems: mended.size === 0 ? problems : problems.filter((problem) => problem.file !== manifest.file || !isMended(problem)),
  };
}
