import { stringify } from "csv-stringify/sync";
import { workloadDelta } from "../../compare/delta.ts";
import { type Decimal, ZERO } from "../../money/decimal.ts";
import { round } from "../../money/round.ts";
import type { GroupBy } from "../../review/group-by.ts";
import type { Review } from "../../review/result.ts";
import type { WorkloadCost } from "../../risk/workload-cost.ts";
import { inert } from "../layout/escape.ts";

/** The columns in order. Money is a monthly cost in `currency`, except `job_price`, the price of one job. `jobs` are submissions a month. */
const COLUMNS = [
  "file",
  "name",
  "provider",
  "model",
  "mode",
  "tags",
  "job_price",
  "jobs",
  "list",
  "expected",
  "p50",
  "p90",
  "base",
  "delta",
  "status",
  "change",
  "currency",
] as const;

/**
 * A table for spreadsheets with one row per workload. An unknown amount is an empty cell, never 0, and `status` says why.
 * A removed workload has only its `base` and its `delta`. A text that a spreadsheet would take for a formula begins with an apostrophe.
 * @param by adds a column `group` with the workload's value of that key; empty if it has none
 */
export function toCsv({ workloads, currency, compared }: Review, by: GroupBy | null): string {
  const rows = workloads.map((line) => {
    const { head, base, change } = line;
    const shown = (head ?? base) as WorkloadCost;
    const figures = head?.risk?.figures;
    const isCompared = compared === "base";
    return {
      ...identity(shown),
      job_price: moneyCell(head?.risk ? head.job?.amount : null),
      jobs: head?.risk ? Number(head.risk.jobs.submitted.toPrecision(9)) : "",
      list: moneyCell(figures?.list),
      expected: moneyCell(figures?.expected),
      p50: moneyCell(figures?.p50),
      p90: moneyCell(figures?.p90),
      base: moneyCell(isCompared ? base?.monthly : null),
      delta: moneyCell(isCompared ? moved(line) : null),
      status: shown.status,
      change,
      currency,
      group: by ? cellText(by.valueOf(shown) ?? "") : "",
    };
  });
  return stringify(rows, { header: true, columns: [...COLUMNS, ...(by ? ["group"] : [])], escape_formulas: true });
}

/** The cells that identify a workload. */
export function identity({ file, name, keys, mode }: WorkloadCost): Record<"file" | "name" | "provider" | "model" | "mode" | "tags", string> {
  const tags = Object.entries(keys?.tags ?? {}).map(([key, value]) => `${key}=${value}`);
  return {
    file: cellText(file),
    name: cellText(name),
    provider: cellText(keys?.provider ?? ""),
    model: cellText(keys?.model ?? ""),
    mode: cellText(mode ?? keys?.mode ?? ""),
    tags: cellText(tags.join("; ")),
  };
}

/** A text of a manifest for a cell, on one line. */
export function cellText(text: string): string {
  return inert(text, 1000);
}

/** Money with at most 6 decimals; an unknown amount is empty. */
export function moneyCell(money: Decimal | null | undefined): number | "" {
  return money ? round(money) : "";
}

/** The change of a workload's monthly cost. An unchanged workload with a price adds 0. */
function moved(line: Review["workloads"][number]): Decimal | null {
  return line.change === "same" ? (line.head?.monthly ? ZERO : null) : workloadDelta(line);
}
