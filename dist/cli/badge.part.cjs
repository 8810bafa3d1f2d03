const require_program = require("./program.cjs");
// lib/src/report/export/badge.js
/** What is not known is grey. */
const COLORS = {
	pass: "brightgreen",
	warn: "yellow",
	fail: "red",
	unpriced: "lightgrey",
	invalid: "lightgrey"
};
/**
* The month and the share of the budget that is used most, as the JSON that shields.io draws a badge of
* (its endpoint badge): `$748.05 a month, 150% of budget`. A month that nobody knows is "unknown", in grey.
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
