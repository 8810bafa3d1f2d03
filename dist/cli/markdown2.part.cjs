const require_program = require("./program.cjs");
const require_rows = require("./rows.part.cjs");
const require_words = require("./words.part.cjs");
// lib/src/report/rollup/markdown.js
/** A roll-up as Markdown, for a job summary or an issue. */
function rollUpMarkdown(rolled) {
	const { verdict, currency, reasons, notices, problems } = rolled;
	const { sign, title } = require_program.VERDICT_WORDS[verdict];
	const said = [
		...problems.map((problem) => `${problem.severity} at ${require_program.code(`${problem.file}:${problem.line}:${problem.column}`, 200)}: ${require_program.inFull(problem)}`),
		...reasons.map((reason) => require_program.reasonSentence(reason, currency)),
		...notices.map(require_words.noticeSentence)
	];
	return `${[
		`### ${sign} All repositories: ${verdict === "pass" && rolled.budgets.length === 0 ? "no limit is set" : title}`,
		"",
		require_words.sentenceOf(rolled),
		...said.length > 0 ? ["", ...said.map((text) => `- ${text}`)] : [],
		...require_rows.tablesOf(rolled, require_program.code).flatMap((table) => [
			"",
			`**${table.title}**`,
			"",
			...require_program.tableHead(table.titles),
			...table.rows.map(require_program.tableRow)
		]),
		...require_words.methodLines(rolled).flatMap((text) => ["", `<sub>${text}</sub>`])
	].join("\n")}\n`;
}
exports.rollUpMarkdown = rollUpMarkdown;
