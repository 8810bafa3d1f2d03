const require_sync = require("./sync.part.cjs");
const require_program = require("./program.cjs");
const require_round = require("./round.part.cjs");
// lib/src/report/export/csv.js
/** Columns of the table, in order. Money is a month in `currency`, `job_price` that of one job; `jobs` are submissions a month. */
const COLUMNS = [
	"file",
	"name",
	"provider",
	"model",
	"mode",
	"tags",
	"job_price",
	"jobs",
	"list",
	"expected",
	"p50",
	"p90",
	"base",
	"delta",
	"status",
	"change",
	"currency"
];
/**
* One row a workload, for a spreadsheet. What is not known is an empty cell, and `status` says why; it is never 0.
* A removed workload has no month, its `base` and its `delta`. Texts that a spreadsheet would take for a formula begin with an apostrophe.
* @param by adds a column `group`: the workload's value of it, empty if it has none
*/
function toCsv({ workloads, currency, compared }, by) {
	const rows = workloads.map((line) => {
		const { head, base, change } = line;
		const shown = head ?? base;
		const figures = head?.risk?.figures;
		const isCompared = compared === "base";
		return {
			...identity(shown),
			job_price: moneyCell(head?.risk ? head.job?.amount : null),
			jobs: head?.risk ? Number(head.risk.jobs.submitted.toPrecision(9)) : "",
			list: moneyCell(figures?.list),
			expected: moneyCell(figures?.expected),
			p50: moneyCell(figures?.p50),
			p90: moneyCell(figures?.p90),
			base: moneyCell(isCompared ? base?.monthly : null),
			delta: moneyCell(isCompared ? moved(line) : null),
			status: shown.status,
			change,
			currency,
			group: by ? cellText(by.valueOf(shown) ?? "") : ""
		};
	});
	return require_sync.stringify(rows, {
		header: true,
		columns: [...COLUMNS, ...by ? ["group"] : []],
		escape_formulas: true
	});
}
/** What tells a workload apart, as cells. */
function identity({ file, name, keys, mode }) {
	const tags = Object.entries(keys?.tags ?? {}).map(([key, value]) => `${key}=${value}`);
	return {
		file: cellText(file),
		name: cellText(name),
		provider: cellText(keys?.provider ?? ""),
		model: cellText(keys?.model ?? ""),
		mode: cellText(mode ?? keys?.mode ?? ""),
		tags: cellText(tags.join("; "))
	};
}
/** A text of a manifest on one line of a cell. */
function cellText(text) {
	return require_program.inert(text, 1e3);
}
/** Money with at most 6 decimals; what is not known is empty. */
function moneyCell(money) {
	return money ? require_round.round(money) : "";
}
/** What an untouched workload adds is nothing, where it has a price. */
function moved(line) {
	return line.change === "same" ? line.head?.monthly ? require_program.ZERO : null : require_program.workloadDelta(line);
}
exports.cellText = cellText;
exports.moneyCell = moneyCell;
exports.toCsv = toCsv;
