const require_program = require("./program.cjs");
const require_words = require("./words.part.cjs");
// lib/src/report/rollup/rows.js
/** The tables of a roll-up, for text and for Markdown. @param name makes a name from a report safe to show */
function tablesOf(rolled, name) {
	return [
		repositories(rolled, name),
		budgets(rolled),
		...groups(rolled, name)
	].filter(({ rows }) => rows.length > 0);
}
function repositories({ entries, each, currency }, name) {
	return {
		title: "Repositories",
		titles: [
			"Repository",
			"State",
			"Of",
			"Workloads:",
			"Monthly cost:",
			"P90:"
		],
		rows: entries.map((entry) => {
			const one = each.get(entry);
			const day = entry.read?.date ?? "";
			return [
				name(entry.repository),
				require_words.stateOf(entry),
				day,
				one ? require_program.quantity(one.workloads) : "unknown",
				...amounts(one, currency)
			];
		})
	};
}
function budgets({ budgets: lines, currency }) {
	return {
		title: "Budgets",
		titles: [
			"Budget",
			"State",
			"Projected:",
			"Limit:",
			"Used:"
		],
		rows: lines.map(({ scope, verdict, head, complete, limit, used, figure }) => [
			require_program.scopeName(scope),
			verdict === "pass" ? "within budget" : verdict === "warn" ? "close" : require_program.VERDICT_WORDS[verdict].title,
			head === null ? "unknown" : `${complete ? "" : "≥ "}${require_program.formatMoney(head, currency)}${figure === "expected" ? "" : ` (${figure.toUpperCase()})`}`,
			require_program.formatMoney(limit, currency),
			used === null ? "unknown" : `${complete ? "" : "≥ "}${require_program.percent(used)}`
		])
	};
}
function groups({ groups: all, currency }, name) {
	return [...new Set(all.map(({ by }) => by))].map((by) => ({
		title: `By ${name(by)}`,
		titles: [
			by.startsWith("tag:") ? "Value" : by.charAt(0).toUpperCase() + by.slice(1),
			"Workloads:",
			"Monthly cost:",
			"P90:"
		],
		rows: all.filter((group) => group.by === by).map((group) => [
			group.value === null ? "(none)" : name(group.value),
			require_program.quantity(group.workloads),
			...amounts(group, currency)
		])
	}));
}
/** The monthly cost and its P90, or "unknown" for both. */
function amounts(one, currency) {
	if (!one?.figures) return ["unknown", "unknown"];
	const least = one.complete ? "" : "≥ ";
	return [`${least}${require_program.formatMoney(one.figures.expected, currency)}`, `${least}${require_program.formatMoney(one.figures.p90, currency)}`];
}
Object.defineProperty(exports, "tablesOf", {
	enumerable: true,
	get: function() {
		return tablesOf;
	}
});
