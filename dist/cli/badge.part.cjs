const require_program = require("./program.cjs");
// lib/src/report/export/badge.js
/** An unknown or unpriced estimate is gray. */
const COLORS = {
	pass: "brightgreen",
	warn: "yellow",
	fail: "red",
	unpriced: "lightgrey",
	invalid: "lightgrey"
};
/**
* The monthly cost and the highest share of a budget in use, as JSON for the endpoint badge of shields.io:
* `$748.05 a month, 150% of budget`. An unknown monthly cost is "unknown", in gray.
*/
function toBadge({ total, currency, budgets, verdict }) {
	const most = require_program.mostUsed(budgets);
	const least = total.complete ? "" : "at least ";
	const used = most?.used == null ? "" : `, ${most.complete ? "" : "at least "}${require_program.percent(most.used)} of budget`;
	const message = total.head ? `${least}${require_program.formatMoney(total.head.expected, currency)} a month${used}` : "unknown";
	const color = total.head ? COLORS[verdict] : "lightgrey";
	return `${JSON.stringify({
		schemaVersion: 1,
		label: "video budget",
		message,
		color
	})}\n`;
}
exports.toBadge = toBadge;
