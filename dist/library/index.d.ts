import type { Report, ScanReport, Workload } from "./schema-types.js";
export type { Report, ScanReport, Workload } from "./schema-types.js";
export type { CheckManifestsOptions as CheckOptions, ScanPathsOptions as ScanOptions, WorkloadEstimate as Estimate };
export { checkManifests as check, scanPaths as scan };
type CheckManifestsOptions = {
    /** The base to compare with, as for `check --base`: a git ref or a file. */
    base?: string;
    /** Additional price files; later files win. */
    prices?: readonly string[];
    /** The day (UTC) whose prices apply, as YYYY-MM-DD. Default: today. */
    date?: string;
    /** The folder that paths are relative to. Default: the working directory. */
    cwd?: string;
    /** The number of months to show, from 1 to 60, starting with the month of `date`. Default: 12 if anything varies by month, otherwise none. */
    months?: number;
};
/**
 * Checks manifests on disk, as `video-budget check` does.
 * @param manifests paths or glob patterns; if empty, the default manifest of the folder
 * @returns the report of `--format json`. A plan over budget is a verdict and is not thrown
 * @throws Error for wrong usage: a manifest that does not exist, a base that git does not know, `months` below 1 or above 60
 */
declare function checkManifests(manifests: readonly string[], options?: CheckManifestsOptions): Promise<Report>;
type ScanPathsOptions = Pick<CheckManifestsOptions, "cwd" | "date" | "prices"> & {
    /** Paths to leave out, as globs. */
    ignore?: readonly string[];
};
/**
 * Scans code on disk, as `video-budget scan` does, and compares it with the manifests of the working directory.
 * @param paths folders or files; if empty, the whole working directory
 * @returns the report of `--format json`
 * @throws Error if a path does not exist
 */
declare function scanPaths(paths?: readonly string[], options?: ScanPathsOptions): Promise<ScanReport>;
/** A workload's entry in a report, with the currency, the day of its prices, and the problems found in it. */
type WorkloadEstimate = Report["workloads"][number] & Pick<Report, "currency" | "date" | "problems">;
/**
 * Estimates the monthly cost of one workload, without a file: `estimate({ provider: "vertex", model: "veo-3.1-fast-generate-001", volume: { per_month: 350 } })`.
 * `figures` is null, never 0, if a key cannot be read or the price is unknown; `status` and `problems` say why.
 * @param workload the workload as in a manifest
 * @throws Error if `workload` is not an object
 */
export declare function estimate(workload: Workload, options?: {
    date?: string;
}): Promise<WorkloadEstimate>;
