import { getOrInsert } from "../memory/get-or-insert.ts";
import { ownText } from "../memory/own-text.ts";
import { newSum, type Sum } from "../memory/sum.ts";

/** All kinds of differences between billed and expected amounts. */
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

/** Kinds whose amount is per month and not a part of the log's bill. */
export const MONTHLY: ReadonlySet<Kind> = new Set<Kind>(["VOLUME", "DUPLICATE_POLLING"]);

/** One difference. Amounts are in the reporting currency; `delta` is billed minus expected. */
export type Finding = {
  kind: Kind;
  /** "" if the finding is about a day, a workload or a month and not about one job. */
  job_id: string;
  request_id: string;
  workload: string | null;
  /** The UTC day of the job or row, days since 1970; NaN if it has none. */
  day: number;
  /** Null if it is unknown because there is no exchange rate. */
  delta: number | null;
  /** Whether it is on one of the newest days of the bill, which may still change. */
  provisional: boolean;
  /** The arguments of its sentence. */
  args: Readonly<Record<string, string | number>>;
  /** The record's `metadata` as JSON; "" if there is none. */
  metadata: string;
};

/** One difference of a job. */
export type Difference = Pick<Finding, "kind" | "args"> & { delta: number };

/** A finding that is not about a single job. */
export function findingOf(kind: Kind, workload: string | null, delta: number | null, args: Finding["args"]): Finding {
  return { kind, job_id: "", request_id: "", workload, day: Number.NaN, delta, provisional: false, args, metadata: "" };
}

/** The first findings of each kind, and the number and sum of all findings by kind. */
export type Findings = {
  /** @param jobs the number of equal jobs that the finding stands for */
  add: (finding: Finding, jobs: number) => void;
  list: () => readonly Finding[];
  totals: () => readonly { kind: Kind; count: number; delta: number | null; listed: number }[];
  /** The sum of the absolute differences, so that opposite ones do not cancel. It leaves out monthly kinds, and jobs whose bill row may still come. */
  unexplained: () => number;
};

/** @param most how many findings of each kind are kept. It is limited, because a wrong price in a manifest makes one for every job */
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

/** A finding whose texts are copied, so that they do not keep the log in memory. */
export function kept(finding: Finding): Finding {
  const args = Object.fromEntries(Object.entries(finding.args).map(([name, value]) => [name, typeof value === "string" ? ownText(value) : value]));
  return { ...finding, job_id: ownText(finding.job_id), request_id: ownText(finding.request_id), args };
}
