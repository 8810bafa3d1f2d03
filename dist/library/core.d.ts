import type { Report } from "./schema-types.js";
export type { Report, Workload } from "./schema-types.js";
/** Files by their paths, with forward slashes, from one root. */
export type Files = Readonly<Record<string, string>>;
export type CheckFilesInput = {
    /** Every file that the manifests may name: manifests, what they include, price files. */
    files: Files;
    /** The manifests to report on; paths of `files`. */
    manifests: readonly string[];
    /** The same files before the change. Left out: nothing is compared. A manifest that is not in it is new. */
    base?: Files;
    /** The day prices are looked up for, UTC, as YYYY-MM-DD. */
    date: string;
    /** How many months to show, that of the date included, 1 to 60. Left out: 12 where anything varies by month, else none. */
    months?: number;
};
/**
 * What `video-budget check` says of files that are given as text. Reads no file, no clock and no network, and runs in a browser.
 * What is wrong with a manifest is in the report (`problems`, `verdict`), and not thrown.
 * @returns the report of `--format json`
 * @throws RangeError if `months` is no whole number from 1 to 60
 */
export declare function checkFiles(input: CheckFilesInput): Promise<Report>;
