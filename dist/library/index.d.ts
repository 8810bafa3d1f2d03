import type { Report, ScanReport, Workload } from "./schema-types.js";
export type { Report, ScanReport, Workload } from "./schema-types.js";
export type { CheckManifestsOptions as CheckOptions, ScanPathsOptions as ScanOptions, WorkloadEstimate as Estimate };
export { checkManifests as check, scanPaths as scan };
type CheckManifestsOptions = {
    /** What to compare with, as `check --base` takes it: a git ref, or a file. */
    base?: string;
    /** Further price files; later files win. */
    prices?: readonly string[];
    /** The day prices are looked up for, UTC, as YYYY-MM-DD; default: today. */
    date?: string;
    /** The folder that paths are relative to; default: the working directory. */
    cwd?: string;
    /** How many months to show, that of the date included, 1 to 60; default: 12 where anything varies by month, else none. */
    months?: number;
};
/**
 * What `video-budget check` says of manifests on disk.
 * @param manifests paths or patterns; none: the usual manifest of the folder
 * @returns the report of `--format json`. Over budget is a verdict, and not thrown
 * @throws Error for what the command line would call wrong usage: a manifest that is not there, a base that git does not know, `months` below 1 or above 60
 */
declare function checkManifests(manifests: readonly string[], options?: CheckManifestsOptions): Promise<Report>;
type ScanPathsOptions = Pick<CheckManifestsOptions, "cwd" | "date" | "prices"> & {
    /** Paths to leave out, as globs. */
    ignore?: readonly string[];
};
/**
 * What `video-budget scan` says of code on disk, compared with the manifests of the working directory.
 * @param paths folders or files; none: all of the working directory @returns the report of `--format json`
 * @throws Error if a path is not there
 */
declare function scanPaths(paths?: readonly string[], options?: ScanPathsOptions): Promise<ScanReport>;
/** A workload's entry of a report, its currency, the day of its prices, and what is wrong with it or worth knowing. */
type WorkloadEstimate = Report["workloads"][number] & Pick<Report, "currency" | "date" | "problems">;
/**
 * What one workload costs a month, without a file: `estimate({ provider: "vertex", model: "veo-3.1-fast-generate-001", volume: { per_month: 350 } })`.
 * `figures` is null if a key cannot be read or the price is not known; `status` and `problems` say why. It is never 0 for that.
 * @param workload as a manifest writes it @throws Error if `workload` is no object
 */
export declare function estimate(workload: Workload, options?: {
    date?: string;
}): Promise<WorkloadEstimate>;
