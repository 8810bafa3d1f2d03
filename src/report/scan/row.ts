import type { Decimal } from "../../money/decimal.ts";
import type { CodeFinding, ScanResult } from "../../scan/finding.ts";

/** A finding with what one clip costs, in USD (null: not known), and the workloads that declare it. */
export type ScanRow = { finding: CodeFinding; job_price: Decimal | null; declared_by: readonly string[] };
export type Scanned = Pick<ScanResult, "files" | "ignored" | "left_out"> & { rows: readonly ScanRow[] };
