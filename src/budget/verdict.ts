import { type Reason, VERDICTS, type Verdict } from "./reason.ts";

/** The worst level of the reasons; a pass if there are none. */
export function verdictOf(reasons: readonly Pick<Reason, "level">[]): Verdict {
  return VERDICTS.find((verdict) => reasons.some(({ level }) => level === verdict)) ?? "pass";
}

/** The exit code of the command line: 0 pass or warn, 1 over budget, 2 invalid or unpriced; 3 is reserved for bugs and I/O errors. */
export function exitCode(verdict: Verdict): 0 | 1 | 2 {
  if (verdict === "fail") return 1;
  return verdict === "invalid" || verdict === "unpriced" ? 2 : 0;
}
