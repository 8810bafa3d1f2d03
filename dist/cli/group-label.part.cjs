const require_program = require("./program.cjs");
// lib/src/report/export/group-label.js
/** The name of a group in plain text: `team: growth`, `provider: vertex`, `team: none`. */
function groupLabel({ by, value }) {
	return `${require_program.inert(by.replace(/^tag:/, ""))}: ${value === null ? "none" : require_program.inert(value)}`;
}
Object.defineProperty(exports, "groupLabel", {
	enumerable: true,
	get: function() {
		return groupLabel;
	}
});
