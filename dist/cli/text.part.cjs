const require_rolldown_runtime = require("./rolldown-runtime.part.cjs");
const require_program = require("./program.cjs");
const require_rows = require("./rows.part.cjs");
const require_words = require("./words.part.cjs");
// lib/src/report/rollup/text.js
var import_picocolors = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_program.require_picocolors(), 1);
/** A roll-up for a terminal or a pipe. No line is wider than `width` columns. */
function rollUpText(rolled, { width, color }) {
	const paint = import_picocolors.default.createColors(color);
	const { verdict, currency, reasons, notices, problems } = rolled;
	const title = verdict === "pass" && rolled.budgets.length === 0 ? "no limit is set" : require_program.VERDICT_WORDS[verdict].title;
	const said = [
		...problems.map((problem) => `${problem.severity} at ${require_program.inert(problem.file)}:${problem.line}:${problem.column}: ${require_program.inFull(problem)}`),
		...reasons.map((reason) => require_program.reasonSentence(reason, currency)),
		...notices.map(require_words.noticeSentence)
	];
	const tables = require_rows.tablesOf(rolled, require_program.inert).flatMap((table) => [
		"",
		paint.bold(table.title),
		...require_program.columns(table.titles.map((one) => one.endsWith(":") ? {
			title: one.slice(0, -1),
			align: "right"
		} : { title: one }), table.rows, width, paint.dim)
	]);
	return `${[
		...require_program.wrap(`${verdict.toUpperCase()}: ${title}`, width).map(paint.bold),
		...require_program.wrap(require_words.sentenceOf(rolled), width),
		...tables,
		...said.length > 0 ? ["", ...said.flatMap((text) => require_program.wrap(`- ${text}`, width, "  "))] : [],
		...require_words.methodLines(rolled).flatMap((text) => ["", ...require_program.wrap(text, width).map(paint.dim)])
	].join("\n")}\n`;
}
exports.rollUpText = rollUpText;
