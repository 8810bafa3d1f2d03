import prices from "video-budget/prices.json" with { type: "json" };
import { requireMonthCount } from "../notation/month.ts";
import { writtenBook } from "../prices/written-book.ts";
import { toJson } from "../report/review/json.ts";
import { reviewText } from "../review/review-text.ts";
import type { Report } from "./schema-types.ts";

export type { Report, Workload } from "./schema-types.ts";

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
export async function checkFiles(input: CheckFilesInput): Promise<Report> {
  if (input.months !== undefined) requireMonthCount(input.months);
  const book = writtenBook((index) => prices[index]);
  return JSON.parse(toJson(await reviewText({ ...input, book }))) as Report;
}
