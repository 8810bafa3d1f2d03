import type { Decimal } from "../../money/decimal.ts";
import type { CodeFinding, ScanResult } from "../../scan/finding.ts";

/**
 * A finding with the price of one clip in USD (null: unknown), the day from which its model can no longer be used (null: it can),
 * and the workloads that declare it.
 */
export type ScanRow = { finding: CodeFinding; job_price: Decimal | null; retired: string | null; declared_by: readonly string[] };
export type Scanned = Pick<ScanResult, "files" | "ignored" | "left_out"> & { rows: readonly ScanRow[] };
