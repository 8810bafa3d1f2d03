import { getOrInsert } from "../memory/get-or-insert.ts";
import { ownText } from "../memory/own-text.ts";
import { newSum, type Sum } from "../memory/sum.ts";

/** What can differ between what was billed and what was expected: a closed list. */
export const KINDS = [
  "DURATION",
  "RESOLUTION",
  "UNIT_PRICE",
  "DOUBLE_BILLED",
  "FAILED_JOB_BILLED",
  "FAILED_JOB_CREDITED",
  "GHOST",
  "NOT_ENDED",
  "UNBILLED",
  "ADJUSTMENT",
  "OUT_OF_PLAN",
  "VOLUME",
  "DUPLICATE_POLLING",
] as const;
export type Kind = (typeof KINDS)[number];

/** Kinds whose amount is of a month, and no part of what the log was billed. */
export const MONTHLY: ReadonlySet<Kind> = new Set<Kind>(["VOLUME", "DUPLICATE_POLLING"]);

/** One difference. Amounts are in the reporting currency; `delta` is billed less expected. */
export type Finding = {
  kind: Kind;
  /** "" where it is about a day, a workload or a month, and not about one job. */
  job_id: string;
  request_id: string;
  workload: string | null;
  /** The UTC day of the job or row, days since 1970; NaN if it has none. */
  day: number;
  /** Null if there is no exchange rate for it. */
  delta: number | null;
  /** Of the newest days of the billing, which may still change. */
  provisional: boolean;
  /** What its sentence says. */
  args: Readonly<Record<string, string | number>>;
  /** What the record's owner wrote beside it, as JSON; "" where nothing is. */
  metadata: string;
};

/** What one job differs in. */
export type Difference = Pick<Finding, "kind" | "args"> & { delta: number };

/** A finding about no single job. */
export function findingOf(kind: Kind, workload: string | null, delta: number | null, args: Finding["args"]): Finding {
  return { kind, job_id: "", request_id: "", workload, day: Number.NaN, delta, provisional: false, args, metadata: "" };
}

/** Findings up to a number, and of all of them how many and how much, by kind. */
export type Findings = {
  /** @param jobs that it stands for: a group of jobs that are alike has one */
  add: (finding: Finding, jobs: number) => void;
  list: () => readonly Finding[];
  totals: () => readonly { kind: Kind; count: number; delta: number | null; listed: number }[];
  /** The sum of all differences without their signs, so that opposite ones do not cancel; those of a month and those that wait for a row are in none. */
  unexplained: () => number;
};

/** @param most findings of each kind that are kept: a wrong price in a manifest makes one of every job */
export function findingsUpTo(most: number): Findings {
  const found: Finding[] = [];
  const byKind = new Map<Kind, { count: number; delta: Sum; unknown: boolean; kept: number; listed: number }>();
  const absolute = newSum();
  return {
    add(finding, jobs) {
      const { kind, delta, provisional } = finding;
      const total = getOrInsert(byKind, kind, () => ({ count: 0, delta: newSum(), unknown: false, kept: 0, listed: 0 }));
      total.count += jobs;
      if (delta === null) total.unknown = true;
      else total.delta.add(delta);
      if (delta !== null && !MONTHLY.has(kind) && !(provisional && kind === "UNBILLED")) absolute.add(Math.abs(delta));
      if (total.kept >= most) return;
      total.kept++;
      total.listed += jobs;
      found.push(kept(finding));
    },
    list: () => found,
    totals: () =>
      KINDS.flatMap((kind) => {
        const total = byKind.get(kind);
        return total ? [{ kind, count: total.count, delta: total.unknown ? null : total.delta.total(), listed: total.listed }] : [];
      }),
    unexplained: absolute.total,
  };
}

/** A finding whose texts are its own, and no pieces of the log. */
export function kept(finding: Finding): Finding {
  const args = Object.fromEntries(Object.entries(finding.args).map(([name, value]) => [name, typeof value === "string" ? ownText(value) : value]));
  return { ...finding, job_id: ownText(finding.job_id), request_id: ownText(finding.request_id), args };
}
