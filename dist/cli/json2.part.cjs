const require_rolldown_runtime = require("./rolldown-runtime.part.cjs");
const require_program = require("./program.cjs");
const require_json = require("./json.part.cjs");
// lib/src/report/review/to-date-json.js
/** The month to date as JSON data. */
function toDateJson(all) {
	const { month, days, past, covered, uncovered, provisional, files, spent, outside, undated, bad, total, band, off, limits } = all;
	return {
		month,
		days: {
			month: days,
			past,
			covered,
			uncovered,
			provisional
		},
		files,
		jobs: {
			billed: spent.jobs,
			priced: spent.priced,
			unknown: spent.unknown,
			unreadable: bad
		},
		outside: some(outside),
		undated: some(undated),
		total: progress(total),
		band: band && {
			low: require_program.round(band.low),
			high: require_program.round(band.high),
			of_volume: band.isOfVolume
		},
		off,
		limits: limits.map(({ file, scope, limit, left, passed, passed_on, ...rest }) => ({
			file,
			scope,
			limit: require_program.round(limit),
			...progress(rest),
			left: require_program.round(left),
			passed,
			passed_on
		}))
	};
}
function progress({ billed, planned, plan, projected, at_pace, pace, complete }) {
	const money = (amount) => amount && require_program.round(amount);
	return {
		complete,
		billed: require_program.round(billed),
		planned: money(planned),
		plan: money(plan),
		projected: money(projected),
		at_pace: money(at_pace),
		pace
	};
}
function some({ jobs, billed, unknown }) {
	return {
		jobs,
		billed,
		unknown
	};
}
// lib/src/report/review/json.js
var json_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ toJson: () => toJson });
/**
* The report as JSON, `video-budget/report@1`. Keys are in the order of `schema.ts`, and the same review gives the same bytes. Money is a
* number in `currency` for a month, unless its name says otherwise. An unknown value is null, never 0.
*/
function toJson(review, { groups, commits } = {}) {
	const { currency, total } = review;
	const untested = untestedIn(review);
	const report = {
		schema: "video-budget/report@1",
		verdict: review.verdict,
		reasons: review.reasons.map((reason) => ({
			code: reason.code,
			file: reason.file,
			scope: reason.scope,
			limit: moneyOf(reason.limit),
			value: moneyOf(reason.value),
			figure: reason.figure,
			message: require_program.reasonSentence(reason, currency, require_program.isOfSeveral(review.from.head)),
			levers: (reason.levers?.() ?? []).map((one) => lever(one, reason, review))
		})),
		...review.override && { override: override(review.override) },
		...commits && { commits },
		currency,
		date: review.date,
		prices: {
			snapshot: review.prices.snapshot,
			oldest_checked: review.prices.oldest_checked,
			stale: review.prices.stale
		},
		total: {
			complete: total.complete,
			if_volume_as_planned: review.from.now.estimates.some(require_program.hasSingleVolume),
			head: figures(total.head),
			base: figures(total.base),
			delta: delta(require_program.deltaOf(total, review.workloads)),
			repricing: moneyOf(total.repricing)
		},
		budgets: review.budgets.map((line) => ({
			file: line.file,
			scope: line.scope,
			limit: require_program.round(line.limit),
			figure: line.figure,
			head: moneyOf(line.head),
			base: moneyOf(line.base),
			undelivered: moneyOf(line.undelivered),
			complete: line.complete,
			used: line.used === null ? null : significant(line.used),
			probability_over: line.probability_over === null ? null : significant(line.probability_over),
			if_volume_as_planned: line.if_volume_as_planned,
			verdict: line.verdict,
			pre_existing: line.pre_existing
		})),
		...review.plan && {
			months: review.plan.months.map(monthPlan),
			first_over: review.plan.first_over
		},
		...review.toDate && { to_date: toDateJson(review.toDate) },
		accounts: review.accounts.map(account),
		...groups && { groups: groups.map(groupJson) },
		workloads: review.workloads.map((line) => workload(line, currency, untested(line.head))),
		undeclared: review.code?.undeclared.map(({ finding, undeclared, job_price }) => require_json.findingJson({
			finding: {
				...finding,
				places: undeclared
			},
			job_price,
			declared_by: []
		})) ?? null,
		problems: review.problems.map((problem) => ({
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
function lever(one, reason, review) {
	const { workload, file, path, from, to, monthly, total, verdict, also } = one;
	return {
		file,
		workload,
		path,
		from,
		to,
		monthly: require_program.round(monthly),
		total: require_program.round(total),
		verdict,
		also: also && {
			file: also.file,
			workload: also.workload,
			path: also.path,
			from: also.from,
			to: also.to,
			total: require_program.round(also.total),
			verdict: also.verdict
		},
		text: require_program.leverText(one, reason, review)
	};
}
/** One month of the plan against its limits. */
function monthPlan({ month, complete, figures: all, limits, retired }) {
	return {
		month,
		complete,
		figures: figures(all),
		limits: limits.map(({ file, scope, limit, head, verdict }) => ({
			file,
			scope,
			limit: require_program.round(limit),
			value: moneyOf(head),
			verdict
		})),
		retired
	};
}
/** Who overrode a failing change, and when; or why the override does not count. */
function override(given) {
	const granted = given.state === "granted" ? given : null;
	const refused = given.state === "refused" ? given : null;
	return {
		state: given.state,
		label: given.rule.label,
		by: granted?.by ?? refused?.by ?? null,
		at: granted?.at ?? null,
		commit: granted?.commit ?? null,
		refused: refused?.why ?? null
	};
}
function groupJson({ by, value, workloads, complete, ...group }) {
	return {
		by,
		value,
		workloads,
		complete,
		figures: figures(group.figures),
		base_figures: figures(group.base_figures)
	};
}
/** How a provider is paid. If no use has a price, only the fees are known. */
function account(line) {
	const known = (amount) => amount !== null && (line.complete || line.priced) ? require_program.round(amount) : null;
	return {
		provider: line.provider,
		complete: line.complete,
		usage: known(line.usage),
		trial: known(line.trial),
		prepaid: known(line.prepaid),
		bundle_remainder: known(line.bundle_remainder),
		fees: line.fees && require_program.round(line.fees),
		cash: known(line.cash),
		first_month: known(line.first_month)
	};
}
/** One workload: its request is head's, or base's if it was removed; figures name their side. */
function workload(line, currency, untested) {
	const { change, head, base, changes, pre_existing, repriced } = line;
	const shown = head ?? base;
	const risk = head?.risk ?? null;
	const clips = risk?.jobs.clips ?? 0;
	return {
		file: shown.file,
		name: shown.name,
		tags: shown.keys?.tags ?? {},
		change,
		provider: shown.keys?.provider ?? null,
		model: shown.keys?.model ?? null,
		mode: shown.mode ?? shown.keys?.mode ?? null,
		status: shown.status,
		pre_existing,
		job_price: risk && moneyOf(head?.job?.amount ?? null),
		list_monthly: risk && moneyOf(risk.figures.list),
		figures: figures(risk?.figures ?? null),
		base_figures: figures(base?.risk?.figures ?? null),
		weeks_held: head?.keys?.reliability.evidence?.weeks ?? null,
		per_take: risk && clips > 0 ? require_program.round(require_program.amount(risk.figures.expected.toNumber() / (clips * risk.jobs.takes))) : null,
		per_wanted: risk && clips > 0 ? require_program.round(require_program.amount(risk.figures.expected.toNumber() / clips)) : null,
		jobs: risk && jobs(risk.jobs),
		waterfall: risk ? waterfall(risk.waterfall, risk.figures.expected) : [],
		changes: [...addUp(changes, require_program.workloadDelta(line), ({ path, from, to }, amount) => ({
			path,
			from,
			to,
			monthly: amount
		})), ...repriced ? [{
			path: "price",
			from: require_program.round(repriced.was),
			to: moneyOf(repriced.now),
			monthly: moneyOf(repriced.monthly)
		}] : []],
		price: head ? price(head, currency) : null,
		assumptions: [...head?.assumptions() ?? [], ...untested].map((one) => ({
			code: one.code,
			text: require_program.assumptionText(one),
			path: one.field,
			monthly: require_program.round(one.monthly)
		}))
	};
}
/** An assumption for each workload without evidence, with the cost of its test. Other reports have one note for all workloads instead. */
function untestedIn({ from: { now }, currency }) {
	const key = ({ file, name }) => JSON.stringify([file, name]);
	const tests = new Map(require_program.untestedOf(now).workloads.map((one) => [key(one), one.cost]));
	return (head) => {
		const cost = head && tests.get(key(head));
		return cost ? [{
			code: "untested",
			field: "reliability.evidence",
			value: require_program.formatMoney(cost, currency),
			monthly: require_program.ZERO
		}] : [];
	};
}
function jobs({ submitted, billed, duplicates, status_requests, undelivered_requests }) {
	return {
		submitted: significant(submitted),
		billed: significant(billed),
		duplicates: significant(duplicates),
		status_requests: status_requests === null ? null : significant(status_requests),
		undelivered_requests: significant(undelivered_requests)
	};
}
/** The parts of a monthly cost, rounded so that they add up to the shown total. */
function waterfall(parts, expected) {
	const shown = exactRows(require_program.PARTS.map((part) => parts[part]), expected);
	return require_program.PARTS.map((part, index) => ({
		part,
		monthly: shown[index]
	}));
}
function price({ source, job, keys, file, request }, currency) {
	if (!job) return null;
	const amounts = exactRows(job.terms.map(({ amount }) => amount), job.amount);
	return {
		id: source?.id ?? `${keys?.provider}/${keys?.model}`,
		bound: job.bound,
		charges: job.terms.map((term, index) => ({
			formula: require_program.formula(term, currency, request),
			amount: amounts[index]
		})),
		source: source?.source ?? file,
		checked: source?.checked ?? null,
		confidence: source?.confidence ?? "contract"
	};
}
/** Rows whose `monthly` amounts add up to the total. If the total or an amount is unknown, each known amount is rounded by itself. */
function addUp(rows, total, shown) {
	const known = rows.flatMap(({ monthly }) => monthly ?? []);
	if (total === null || known.length < rows.length) return rows.map((row) => shown(row, moneyOf(row.monthly)));
	const amounts = exactRows(known, total);
	return rows.map((row, index) => shown(row, amounts[index]));
}
function exactRows(amounts, total) {
	return require_program.rowsThatAddUp(amounts, total.round(6, 1), 6).map(require_program.round);
}
function figures(all) {
	if (!all) return null;
	const { list, expected, sd, p10, p50, p90, p95, cash } = all;
	return {
		list: require_program.round(list),
		expected: require_program.round(expected),
		sd: require_program.round(sd),
		p10: require_program.round(p10),
		p50: require_program.round(p50),
		p90: require_program.round(p90),
		p95: require_program.round(p95),
		cash: require_program.round(cash)
	};
}
function delta(all) {
	if (!all) return null;
	const { expected, p50, p90, p95, share } = all;
	return {
		expected: require_program.round(expected),
		p50: require_program.round(p50),
		p90: require_program.round(p90),
		p95: require_program.round(p95),
		percent: share === null ? null : significant(share * 100)
	};
}
function moneyOf(amount) {
	return amount === null ? null : require_program.round(amount);
}
/** Rounds rates and shares to 9 significant digits, which are the same on every machine. */
function significant(value) {
	return Number(value.toPrecision(9));
}
Object.defineProperty(exports, "groupJson", {
	enumerable: true,
	get: function() {
		return groupJson;
	}
});
Object.defineProperty(exports, "json_exports", {
	enumerable: true,
	get: function() {
		return json_exports;
	}
});
Object.defineProperty(exports, "toJson", {
	enumerable: true,
	get: function() {
		return toJson;
	}
});
