import type { Report } from "./schema-types.js";
export type { Report, Workload } from "./schema-types.js";
/** The texts of files by path. Paths have forward slashes and start from one root. */
export type Files = Readonly<Record<string, string>>;
export type CheckFilesInput = {
    /** Every file that a manifest may refer to: the manifests, the manifests that they include, and price files. */
    files: Files;
    /** The manifests to report on, as paths in `files`. */
    manifests: readonly string[];
    /** The same files before the change. Without it, nothing is compared. A manifest that is not in `base` counts as new. */
    base?: Files;
    /** The day (UTC) whose prices apply, as YYYY-MM-DD. */
    date: string;
    /** The number of months to show, from 1 to 60, starting with the month of `date`. Default: 12 if anything varies by month, otherwise none. */
    months?: number;
};
/**
 * Checks files that are given as text, as `video-budget check` does. It uses no disk, no clock and no network, and runs in a browser.
 * Errors in a manifest are in the report (`problems`, `verdict`) and are not thrown.
 * @returns the report of `--format json`
 * @throws RangeError if `months` is not a whole number from 1 to 60
 */
export declare function checkFiles(input: CheckFilesInput): Promise<Report>;
