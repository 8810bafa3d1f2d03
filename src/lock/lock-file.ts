import * as z from "zod";
import { date } from "../notation/date.ts";
import type { Problem } from "../problem.ts";
import { readYaml, type YamlFile } from "../yaml/read.ts";

/** The default name of the lock. */
export const LOCK_NAME = "video-budget.lock";

const locked = z.strictObject({
  id: z.string(),
  from: date.nullable(),
  source: z.string(),
  job_price: z.number().nonnegative().nullable(),
  asked: z.record(z.string(), z.unknown()),
});

const lockFile = z.strictObject({
  schema: z.literal("video-budget/lock@1"),
  date,
  snapshot: z.string(),
  workloads: z.record(z.string(), z.record(z.string(), locked)),
});

/**
 * What one workload was priced with when the lock was written. `from`: first day of the dated price, null for one without.
 * `job_price`: of one job, in the manifest's currency; null if there was no price. `asked`: all that the manifest says and
 * that determines the price of a job, so that an edit is not mistaken for a price change.
 */
export type LockedPrice = z.output<typeof locked>;

/** The prices of a day: by manifest (its path seen from the lock's folder) and workload. `snapshot` is the price book's. */
export type Lock = z.output<typeof lockFile>;

/** A lock, or where and why it cannot be read: the first thing that is wrong with it. */
export type ReadLock = { yaml: YamlFile } & ({ lock: Lock } | { wrong: Pick<Problem, "path" | "offset" | "args"> });

/** Reads a lock. JSON is YAML too, so that what is wrong has a line. */
export function readLock(file: string, bytes: Uint8Array): ReadLock {
  const yaml = readYaml(file, bytes);
  const [problem] = yaml.problems;
  if (problem) {
    const { path, offset, args, code } = problem;
    return { yaml, wrong: { path, ...(offset !== undefined && { offset }), args: { why: String(args["detail"] ?? args["key"] ?? code) } } };
  }
  const result = lockFile.safeParse(yaml.value);
  if (result.success) return { yaml, lock: result.data };
  const [issue] = result.error.issues;
  const path = (issue?.path ?? []).map((key) => (typeof key === "symbol" ? String(key) : key));
  return { yaml, wrong: { path, args: { why: issue?.message ?? "", key: path.join(".") } } };
}

/** A lock as text: keys in one order, so that two locks of the same prices are the same bytes. */
export function lockText(lock: Lock): string {
  return `${JSON.stringify(inOrder(lock), null, 2)}\n`;
}

/** Plain data with the keys of every map in one order; keys without a value are left out. */
export function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, inOrder(one)]));
}
