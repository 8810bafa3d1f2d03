import type { Scanned, ScanRow } from "./row.ts";

/** The result of a scan as JSON, `video-budget/scan@1`. Amounts are in USD. */
export function scanJson({ files, rows, ignored, left_out }: Scanned): string {
  const counts: Record<string, number> = {};
  for (const { why } of left_out) counts[why] = (counts[why] ?? 0) + 1;
  return `${JSON.stringify({ schema: "video-budget/scan@1", files, findings: rows.map(findingJson), ignored, left_out: counts }, null, 2)}\n`;
}

/** One finding, in the form that scan and report share. */
export function findingJson({ finding: { hints, ...finding }, job_price, declared_by }: Omit<ScanRow, "retired">): object {
  return { ...finding, hints, job_price: job_price === null ? null : Number(job_price.round(6)), declared_by };
}
