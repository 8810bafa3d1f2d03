import type { Review } from "../../review/result.ts";
import { pathOf, reportFindings } from "./findings.ts";

/** What breaks the verdict is major, what warns minor. */
const SEVERITIES = { error: "major", warning: "minor", notice: "info" } as const;

/** The findings as GitLab's Code Quality report, a list; fingerprints stay the same where a line moves. */
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
