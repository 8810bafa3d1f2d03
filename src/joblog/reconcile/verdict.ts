/** The verdict of a reconciliation. `not-compared`: nothing, or less than half of the money, could be compared. */
export type ReconcileVerdict = "as-expected" | "differs" | "not-compared";

/** At least this share of the money must be compared for a verdict. */
const LEAST_MATCHED = 0.5;

/**
 * The verdict of a reconciliation. It is never `as-expected` if too little was compared.
 * @param tolerance the share of the expected cost that may stay unexplained, 0–1
 */
export function reconcileVerdict(
  { compared, matched, unexplained }: { compared: { jobs: number }; matched: number; unexplained: number },
  tolerance: number,
): ReconcileVerdict {
  if (compared.jobs === 0 || matched < LEAST_MATCHED) return "not-compared";
  return unexplained > tolerance ? "differs" : "as-expected";
}

/** The exit code of a verdict. */
export const RECONCILE_EXITS: Readonly<Record<ReconcileVerdict, 0 | 1 | 2>> = { "as-expected": 0, differs: 1, "not-compared": 2 };
