const require_sync = require("./sync.part.cjs");
const require_program = require("./program.cjs");
// lib/src/report/export/csv.js
/** The columns in order. Money is a monthly cost in `currency`, except `job_price`, the price of one job. `jobs` are submissions a month. */
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
* A table for spreadsheets with one row per workload. An unknown amount is an empty cell, never 0, and `status` says why.
* A removed workload has only its `base` and its `delta`. A text that a spreadsheet would take for a formula begins with an apostrophe.
* @param by adds a column `group` with the workload's value of that key; empty if it has none
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
/** The cells that identify a workload. */
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
/** A text of a manifest for a cell, on one line. */
function cellText(text) {
	return require_program.inert(text, 1e3);
}
/** Money with at most 6 decimals; an unknown amount is empty. */
function moneyCell(money) {
	return money ? require_program.round(money) : "";
}
/** The change of a workload's monthly cost. An unchanged workload with a price adds 0. */
function moved(line) {
	return line.change === "same" ? line.head?.monthly ? require_program.ZERO : null : require_program.workloadDelta(line);
}
exports.cellText = cellText;
exports.moneyCell = moneyCell;
exports.toCsv = toCsv;
