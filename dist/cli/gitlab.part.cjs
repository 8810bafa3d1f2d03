const require_findings = require("./findings.part.cjs");
// lib/src/report/export/gitlab.js
/** What breaks the verdict is major, what warns minor. */
const SEVERITIES = {
	error: "major",
	warning: "minor",
	notice: "info"
};
/** The findings as GitLab's Code Quality report, a list; fingerprints stay the same where a line moves. */
function toGitlab(review) {
	const all = require_findings.reportFindings(review).map(({ code, key, level, line, message, ...rest }) => ({
		description: message,
		check_name: code,
		fingerprint: key,
		severity: SEVERITIES[level],
		location: {
			path: require_findings.pathOf(rest),
			lines: { begin: line }
		}
	}));
	return `${JSON.stringify(all, null, 2)}\n`;
}
exports.toGitlab = toGitlab;
