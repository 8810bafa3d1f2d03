const require_program = require("./program.cjs");
const require_rollup = require("./rollup.part.cjs");
const require_words = require("./words.part.cjs");
// lib/src/report/rollup/json.js
/** A roll-up as JSON, `video-budget/rollup@1`. Keys are in the order of `schema.ts`. An unknown value is null, never 0. */
function rollUpJson(rolled) {
	const { currency, entries, each } = rolled;
	const dates = [...new Set(entries.flatMap(({ read }) => read?.date ?? []))].sort();
	const report = {
		schema: "video-budget/rollup@1",
		verdict: rolled.verdict,
		reasons: rolled.reasons.map((reason) => ({
			code: reason.code,
			file: reason.file,
			scope: reason.scope,
			limit: reason.limit && require_program.round(reason.limit),
			value: reason.value && require_program.round(reason.value),
			figure: reason.figure,
			message: require_program.reasonSentence(reason, currency)
		})),
		notices: rolled.notices.map((notice) => ({
			code: notice.code,
			level: notice.level,
			repository: notice.repository,
			message: require_words.noticeSentence(notice)
		})),
		currency,
		dates: {
			oldest: dates[0] ?? null,
			newest: dates.at(-1) ?? null
		},
		repositories: entries.map((entry) => {
			const one = each.get(entry);
			return {
				repository: entry.repository,
				owner: entry.owner,
				report: entry.report,
				state: entry.state,
				verdict: entry.read?.verdict ?? null,
				date: entry.read?.date ?? null,
				currency: entry.read?.currency ?? null,
				snapshot: entry.read?.prices.snapshot ?? null,
				...one && require_rollup.isCounted(entry) ? sum(one) : {
					workloads: null,
					complete: false,
					quantiles: null,
					figures: null
				}
			};
		}),
		total: sum(rolled.total),
		budgets: rolled.budgets.map((line) => ({
			file: line.file,
			scope: line.scope,
			limit: require_program.round(line.limit),
			figure: line.figure,
			head: line.head && require_program.round(line.head),
			undelivered: line.undelivered && require_program.round(line.undelivered),
			complete: line.complete,
			used: line.used === null ? null : Number(line.used.toPrecision(9)),
			probability_over: line.probability_over === null ? null : Number(line.probability_over.toPrecision(9)),
			verdict: line.verdict
		})),
		groups: rolled.groups.map((group) => ({
			by: group.by,
			value: group.value,
			...sum(group)
		})),
		problems: rolled.problems.map((problem) => ({
			code: problem.code,
			severity: problem.severity,
			message: require_program.sentence(problem),
			file: problem.file,
			line: problem.line,
			column: problem.column,
			hint: require_program.hint(problem)
		}))
	};
	return `${JSON.stringify(report, null, 2)}\n`;
}
function sum({ workloads, complete, quantiles, figures }) {
	if (!figures) return {
		workloads,
		complete,
		quantiles: null,
		figures: null
	};
	const { list, expected, sd, p10, p50, p90, p95, cash } = figures;
	return {
		workloads,
		complete,
		quantiles,
		figures: {
			list: require_program.round(list),
			expected: require_program.round(expected),
			sd: require_program.round(sd),
			p10: require_program.round(p10),
			p50: require_program.round(p50),
			p90: require_program.round(p90),
			p95: require_program.round(p95),
			cash: require_program.round(cash)
		}
	};
}
exports.rollUpJson = rollUpJson;
