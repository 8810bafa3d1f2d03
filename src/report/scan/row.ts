import type { Decimal } from "../../money/decimal.ts";
import type { CodeFinding, ScanResult } from "../../scan/finding.ts";

/**
 * A finding with the list price of one job in USD (null if unknown), the day since which its model is retired (null if it is not), and the
 * workloads that declare it.
 */
export type ScanRow = { finding: CodeFinding; job_price: Decimal | null; retired: string | null; declared_by: readonly string[] };
export type Scanned = Pick<ScanResult, "files" | "ignored" | "left_out"> & { rows: readonly ScanRow[] };
