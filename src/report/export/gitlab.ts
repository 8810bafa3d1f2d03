import type { Review } from "../../review/result.ts";
import { pathOf, reportFindings } from "./findings.ts";

/** GitLab's severity for each level. */
const SEVERITIES = { error: "major", warning: "minor", notice: "info" } as const;

/** The findings as GitLab's Code Quality report. A fingerprint stays the same if the line moves. */
export function toGitlab(review: Review): string {
  const all = reportFindings(review).map(({ code, key, level, line, message, ...rest }) => ({
    description: message,
    check_name: code,
    fingerprint: key,
    severity: SEVERITIES[level],
    location: { path: pathOf(rest), lines: { begin: line } },
  }));
  return `${JSON.stringify(all, null, 2)}\n`;
}
