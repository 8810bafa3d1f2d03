const require_findings = require("./findings.part.cjs");
// lib/src/report/export/gitlab.js
/** GitLab's severity for each level. */
const SEVERITIES = {
	error: "major",
	warning: "minor",
	notice: "info"
};
/** The findings as GitLab's Code Quality report. A fingerprint stays the same if the line moves. */
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
