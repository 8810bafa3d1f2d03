const require_program = require("./program.cjs");
const require_json = require("./json2.part.cjs");
const require_findings = require("./findings.part.cjs");
// lib/src/report/export/sarif.js
const LEVELS = {
	error: "error",
	warning: "warning",
	notice: "note"
};
/**
* The findings as SARIF 2.1.0, for code scanning: one run with a rule for each code that occurs and a result for each finding.
* @param groups are added to the properties of the run
*/
function toSarif(review, groups) {
	const findings = require_findings.reportFindings(review);
	const rules = [...new Set(findings.map(({ code }) => code))].sort();
	const log = {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [{
			tool: { driver: {
				name: "Video Budget",
				semanticVersion: require_program.VERSION,
				...require_program.ACTION !== null && { informationUri: `https://github.com/OWNER/video-budget` },
				rules: rules.map((id) => ({
					id,
					name: pascal(id),
					shortDescription: { text: id.replaceAll("-", " ") }
				}))
			} },
			columnKind: "utf16CodeUnits",
			results: findings.map((finding) => resultOf(finding, rules.indexOf(finding.code))),
			properties: {
				verdict: review.verdict,
				...groups && { groups: groups.map(require_json.groupJson) }
			}
		}]
	};
	return `${JSON.stringify(log, null, 2)}\n`;
}
function resultOf({ code, key, level, line, column, message, ...rest }, ruleIndex) {
	return {
		ruleId: code,
		ruleIndex,
		level: LEVELS[level],
		message: { text: message },
		locations: [{ physicalLocation: {
			artifactLocation: { uri: uriOf(require_findings.pathOf(rest)) },
			region: {
				startLine: line,
				startColumn: column
			}
		} }],
		partialFingerprints: { "videoBudget/v1": key }
	};
}
/** A path as a relative URI. Each segment is escaped; the slashes stay. */
function uriOf(path) {
	return path.replace(/\p{Cs}/gu, "�").split("/").map((part) => encodeURIComponent(part)).join("/");
}
/** The form that SARIF requires for a rule's name: `budget-exceeded` becomes `BudgetExceeded`. */
function pascal(code) {
	return code.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());
}
exports.toSarif = toSarif;
