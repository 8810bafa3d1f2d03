const require_rolldown_runtime = require("./rolldown-runtime.part.cjs");
const require_program = require("./program.cjs");
const require_job_logs = require("./job-logs.part.cjs");
const require_bad_records = require("./bad-records.part.cjs");
let node_path = require("node:path");
// lib/src/joblog/reconcile/verdict.js
/** At least this share of the money must be compared for a verdict. */
const LEAST_MATCHED = .5;
/**
* The verdict of a reconciliation. It is never `as-expected` if too little was compared.
* @param tolerance the share of the expected cost that may stay unexplained, 0–1
*/
function reconcileVerdict({ compared, matched, unexplained }, tolerance) {
	if (compared.jobs === 0 || matched < LEAST_MATCHED) return "not-compared";
	return unexplained > tolerance ? "differs" : "as-expected";
}
/** The exit code of a verdict. */
const RECONCILE_EXITS = {
	"as-expected": 0,
	differs: 1,
	"not-compared": 2
};
// lib/src/report/joblog/findings.js
var import_picocolors = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_program.require_picocolors(), 1);
/** The name of each kind of finding, as a cause of the difference. */
const CAUSES = {
	DURATION: "another length billed than asked for",
	ROUNDED_UP: "lengths billed as the next multiple",
	RESOLUTION: "another resolution billed than asked for",
	UNIT_PRICE: "another price for the same job",
	DOUBLE_BILLED: "one job billed more than once",
	FAILED_JOB_BILLED: "failed jobs billed",
	FAILED_JOB_CREDITED: "failed jobs credited that are billed by policy",
	GHOST: "billed, and no such job in the log",
	NOT_ENDED: "jobs that have not ended in the log",
	UNBILLED: "jobs that nobody billed",
	ADJUSTMENT: "rows of the bill that name no job",
	OUT_OF_PLAN: "jobs of what the manifest does not have",
	VOLUME: "more or fewer jobs than declared",
	DUPLICATE_POLLING: "more status requests than one client sends"
};
/** How a job ended according to its record. A sentence for a provider must not claim more. */
const ENDS = {
	provider_error: "failed (`provider_error`)",
	moderated: "was blocked by moderation",
	invalid: "was refused as invalid",
	timed_out: "ended as `timed_out`",
	cancelled: "was cancelled",
	unknown: "was given up by the client, its end unseen,"
};
/** One finding as a sentence to send to the provider's support. @param quote makes names of the log safe to show */
function findingSentence(finding, currency, quote) {
	const { job_id, request_id, args, provisional } = finding;
	const alike = Number(args["alike"] ?? 1);
	const delta = (finding.delta ?? 0) / alike;
	const named = (name) => String(args[name] ?? "");
	const number = (name) => Number(args[name] ?? 0);
	const cash = (amount) => require_program.formatMoney(require_program.decimal(amount), currency);
	const seconds = (name) => `${require_program.quantity(number(name))} s`;
	const job = `Job ${quote(job_id)}${request_id === "" ? "" : ` (request ${quote(request_id)})`}`;
	const many = `${quote(named("sku"))}, ${require_program.count(number("jobs"), "job")} on ${Number.isFinite(number("day")) ? require_program.dateOfDay(number("day")) : "an unknown day"}`;
	const difference = `${cash(Math.abs(delta))} ${delta < 0 ? "less" : "more"} than expected`;
	const others = alike > 1 ? ` ${require_program.count(alike - 1, "further job")} ${alike === 2 ? "is" : "are"} alike: ${cash(Math.abs(delta * alike))} in all.` : "";
	const late = provisional ? " The newest three days of billing are provisional: this may still change." : "";
	const sentence = () => {
		switch (finding.kind) {
			case "DURATION": return job_id === "" ? `${many}: ${seconds("asked")} were asked for and ${seconds("got")} billed, ${difference} (${cash(number("expected"))}).` : `${job} asked for ${seconds("asked")} and was billed for ${seconds("got")}: ${difference}. It was billed ${cash(number("billed"))}, not ${cash(number("expected"))}.`;
			case "RESOLUTION": return `${job} asked for ${quote(named("asked"))} and was billed as ${quote(named("got"))}: ${difference}. It was billed ${cash(number("billed"))}, not ${cash(number("expected"))}.`;
			case "UNIT_PRICE": return job_id === "" ? `${many}: ${cash(number("billed"))} billed, ${difference} (${cash(number("expected"))}).` : `${job} was billed ${cash(number("billed"))}; by the published price it is ${cash(number("expected"))}: ${difference}. ${shownOf(args, quote)}`;
			case "DOUBLE_BILLED": return `${job} has ${require_program.count(number("charges"), "charge")} of the same amount in the billing, ${cash(number("billed"))} in all; one is ${cash(number("expected"))}: ${difference}.`;
			case "FAILED_JOB_BILLED": return `${job} ${ENDS[named("status")] ?? "did not succeed"} and was billed ${cash(number("billed"))}; by policy such a job costs ${cash(number("expected"))}.${named("status") === "unknown" ? "" : ` Please credit ${cash(delta)}.`}`;
			case "FAILED_JOB_CREDITED": return `${job} ${ENDS[named("status")] ?? "did not succeed"} and was billed ${cash(number("billed"))}; by policy such a job costs ${cash(number("expected"))}.`;
			case "GHOST": return `${job_id === "" ? `${quote(named("sku"))}${Number.isFinite(number("day")) ? ` on ${require_program.dateOfDay(number("day"))}` : ""}` : job} was billed ${cash(number("billed"))}, and ${job_id === "" ? "our log has no job of it" : "no job in our log has this id"}. Please say which request made it.`;
			case "NOT_ENDED": return args["billed"] === void 0 ? `${job} has not ended in our log since ${named("since")}: its end was lost, or it hangs. Ask for its status again.` : `${job} was billed ${cash(number("billed"))}, and has not ended in our log${named("since") === "" ? "" : ` since ${named("since")}`}: its end was lost. Ask for its status again.`;
			case "ADJUSTMENT": return `${require_program.count(number("rows"), "row")} of the billing ${number("rows") === 1 ? "names" : "name"} no job (refunds, adjustments): ${require_program.signedMoney(require_program.decimal(Number(number("billed").toPrecision(12))), currency)} in all.`;
			case "UNBILLED": return job_id === "" ? `${many}: nothing was billed; ${cash(number("expected"))} was expected.` : `${job} has no row in the billing; ${cash(number("expected"))} was expected.`;
			case "OUT_OF_PLAN": return `${args["jobs"] === void 0 ? "The billing is" : `${require_program.count(number("jobs"), "job")}${named("example") === "" ? "" : ` (the first is ${quote(named("example"))})`} ${number("jobs") === 1 ? "is" : "are"}`} ${args["what"] === "" ? `of a ${named("why")} without a name` : `for the ${named("why")} ${quote(named("what"))}`}, which the manifest does not have: ${finding.delta === null ? "what is billed of it is not all known, and" : cash(delta)} is in no budget.`;
			case "VOLUME": return `${require_program.count(number("jobs"), named("unit"))} in ${require_program.quantity(Number(number("days").toPrecision(3)))} days are ${require_program.quantity(Math.round(number("per_month")))} a month; the manifest plans ${require_program.quantity(Math.round(number("declared")))} (${require_program.percent(number("declared") === 0 ? 1 : Math.abs(number("per_month") / number("declared") - 1))} ${delta < 0 ? "fewer" : "more"}, ${require_program.signedMoney(require_program.decimal(delta), currency)} a month).`;
			case "DUPLICATE_POLLING": return `${require_program.count(number("jobs"), "job")} had ${require_program.quantity(Number(number("sent").toPrecision(3)))} status requests each; one client that polls as declared sends ${require_program.quantity(Number(number("planned").toPrecision(3)))}. More than one process seems to poll the same job.${finding.delta === null ? " What they cost is unknown: there is no exchange rate for it." : ""}`;
		}
	};
	return sentence() + others + late;
}
/** States what the record or the bill shows of the job's length and resolution, and the other possible causes of the difference. */
function shownOf(args, quote) {
	const [length, resolution, could] = [
		"length",
		"resolution",
		"could"
	].map((name) => String(args[name] ?? ""));
	if (length !== "" && resolution !== "") return "Length and resolution are as asked for.";
	const known = length !== "" ? `The length is as asked for (${length}); ` : resolution !== "" ? `The resolution is as asked for (${quote(resolution)}); ` : "";
	const unknown = length === "" && resolution === "" ? "what length and resolution were billed" : length === "" ? "what length was billed" : "what resolution was billed";
	return `${known}${known === "" ? unknown.replace("what", "What") : unknown} is not shown. It is one of: another unit price${could === "" ? "" : `, ${could}`}.`;
}
/** A cause in one sentence: since when, which jobs, the ratio of billed to expected, and the amount. @param quote makes names of the log safe to show */
function causeSentence(cause, currency, quote) {
	const { kind, workload, what, ratio, from, to, jobs, of, delta, examples } = cause;
	const money = delta === null ? "an unknown amount" : require_program.signedMoney(require_program.decimal(Number(delta.toPrecision(12))), currency);
	const [first] = examples;
	if (require_job_logs.MONTHLY.has(kind) || (kind === "ADJUSTMENT" || kind === "OUT_OF_PLAN") && examples.length === 1 && first) return findingSentence(first, currency, quote);
	if (jobs === 1 && first) return findingSentence(first, currency, quote);
	const since = from === null ? "" : from === to ? `on ${from}` : `from ${from}`;
	const which = of > 0 && jobs >= of ? "every job" : of > 0 ? `${require_program.quantity(jobs)} of ${require_program.quantity(of)} jobs` : require_program.count(jobs, "job");
	const by = ratio === null ? "" : ` × ${require_program.quantity(Number(ratio.toPrecision(3)))}`;
	const where = workload === null ? "" : `${quote(workload)}: `;
	const whatFor = what === "" ? "" : ` (${kind === "RESOLUTION" ? what.split(" → ").map(quote).join(" → ") : kind === "DURATION" || kind === "ROUNDED_UP" ? what : quote(what)})`;
	return `${where}${[since, which].filter((text) => text !== "").join(" ")}${by}, ${CAUSES[kind]}${whatFor}: ${money}.`;
}
// lib/src/report/joblog/not-compared.js
/** The jobs and bill rows that could not be compared: a sentence for each reason, and what to do about it. */
function notComparedLines({ details, notCompared, currency }) {
	const cash = (amount) => require_program.formatMoney(require_program.decimal(Number(amount.toPrecision(12))), currency);
	const { pending, ambiguous, unpriced, late, outside, uncovered, awaited, unreadable } = details;
	const of = (why) => notCompared.find((one) => one.why === why);
	const [uncosted, unseen] = [of("no-cost"), of("outcome-unknown")];
	const one = (jobs, line) => jobs > 0 ? [line()] : [];
	return [
		...one(ambiguous.jobs, () => `${require_program.count(ambiguous.jobs, "job")} (${cash(ambiguous.money)}) could belong to several workloads and ${is(ambiguous.jobs)} not compared: give each record a \`workload\`, or name the field that has it with --map workload=FIELD.`),
		...[...unpriced].map(([name, { jobs, money: paid }]) => `${require_program.count(jobs, "job")} (${cash(paid)}) of ${require_program.code(name)} ${is(jobs)} not compared: the price book has no price for them.`),
		...one(uncosted?.jobs ?? 0, () => `${require_program.count(uncosted?.jobs ?? 0, "job")} ${uncosted?.jobs === 1 ? "says" : "say"} no cost and ${is(uncosted?.jobs ?? 0)} not compared (${cash(uncosted?.listed ?? 0)} by the price book): log it, or give the provider's bill with --billing.`),
		...one(unseen?.jobs ?? 0, () => `${require_program.count(unseen?.jobs ?? 0, "job")} ${unseen?.jobs === 1 ? "was" : "were"} given up by the client, and nothing tells how ${unseen?.jobs === 1 ? "it" : "they"} ended: what was billed (${cash(unseen?.billed ?? 0)}) is kept and not compared.`),
		...one(unreadable, () => `${require_program.count(unreadable, "job")} ${unreadable === 1 ? "has a bill" : "have bills"} that cannot be read or that ${is(unreadable)} in a currency without a rate in \`fx\`: not compared.`),
		...one(awaited.jobs, () => `${require_program.count(awaited.jobs, "job")} of the newest three days of billing (${cash(awaited.money)}) ${awaited.jobs === 1 ? "has" : "have"} no row yet and ${is(awaited.jobs)} not counted.`),
		...one(outside.jobs, () => `${require_program.count(outside.jobs, "billing row")} (${cash(outside.money)}) ${is(outside.jobs)} of days or models that the log does not cover.`),
		...one(uncovered.jobs, () => `${require_program.count(uncovered.jobs, "job")} (${cash(uncovered.money)} by the price book) ${is(uncovered.jobs)} of days or models that the bill does not cover.`),
		...one(pending, () => `${require_program.count(pending, "job")} had not ended and ${is(pending)} not counted.`),
		...one(late, () => `${require_program.count(late, "record")} came out of order: duplicates of them may be missed. Sort a log of this size by submitted_at.`)
	];
}
/** How a bill was matched with the log, if it was not simply by ids and days. */
function joinLines({ join, shift }, quote) {
	if (join === null) return [];
	const shifted = shift.zone === 0 ? [] : [`The bill's days are those of UTC${shift.zone > 0 ? "+" : "−"}${require_program.quantity(Math.abs(shift.zone))}: they are compared with the log's jobs of these.`];
	const netted = shift.days === 0 ? [] : [`${require_program.count(shift.days, "day")} differ only by what is billed on the day beside: they add up to nothing, and are no difference.`];
	if (join.by === "job") return join.rule === "exact" ? [] : [`The ids of the bill are those of the log ${{
		exact: "",
		case: "without regard to case",
		prefix: "without what stands before them",
		"case-and-prefix": "without what stands before them, and without regard to case"
	}[join.rule]}: they were compared so.`];
	return [
		...{
			nameless: [],
			common: [`${quote(join.id)} is the id of most rows of the bill, so an account's or a project's and no job's: the bill is compared by day and model.`],
			foreign: [`No id of the bill (such as ${quote(join.id)}) is one of the log's: the bill is compared by day and model.`]
		}[join.why],
		...shifted,
		...netted
	];
}
function is(number) {
	return number === 1 ? "is" : "are";
}
// lib/src/report/joblog/reconcile.js
/** At most this many causes are shown; `verbose` shows all. */
const SHOWN = 20;
/** At most this many jobs are shown for one cause. */
const JOBS = 3;
function verdictOfReport({ reconciled, tolerance }) {
	return reconcileVerdict(reconciled, tolerance);
}
/** The report for a terminal: the verdict, the sums, the causes, and the jobs of each cause as sentences for the provider. */
function reconcileText(reconciliation, { width, color, verbose }) {
	const paint = import_picocolors.default.createColors(color);
	const { reconciled, bad } = reconciliation;
	const verdict = verdictOfReport(reconciliation);
	const tint = verdict === "as-expected" ? paint.green : verdict === "differs" ? paint.red : paint.yellow;
	const rows = causeRows(reconciled, verbose, require_program.inert);
	const table = rows.length === 0 ? [] : require_program.columns([
		{ title: "Cause" },
		{
			title: "",
			drop: 1
		},
		{
			title: "Jobs",
			align: "right"
		},
		{
			title: "Difference",
			align: "right"
		}
	], rows, width, paint.dim);
	return `${[
		...require_program.wrap(headline(reconciliation), width).map((line) => paint.bold(tint(line))),
		...require_program.wrap(sums(reconciled), width),
		...block(table),
		...block(causeLines(reconciled, verbose, require_program.inert).flatMap((line) => require_program.wrap(line, width, line.startsWith("  ") ? "    " : "  "))),
		...block(doubled(reconciled, verbose, require_program.inert).flatMap((line) => require_program.wrap(line, width, "  "))),
		...block([...joinLines(reconciled, require_program.inert), ...notComparedLines(reconciled)].flatMap((line) => require_program.wrap(line, width, "  "))),
		...block(require_bad_records.badRecordsText(bad).flatMap((line) => require_program.wrap(line, width, "    ")))
	].join("\n")}\n`;
}
/** The same report as Markdown: a table of causes, and their jobs below. */
function reconcileMarkdown(reconciliation, verbose) {
	const { reconciled, bad } = reconciliation;
	const rows = causeRows(reconciled, verbose, require_program.code).map(([kind, words, ...rest]) => require_program.tableRow([`${require_program.code(kind)} ${words}`, ...rest]));
	return `${[
		`### ${headline(reconciliation)}`,
		"",
		sums(reconciled),
		...block(rows.length === 0 ? [] : [...require_program.tableHead([
			"Cause",
			"Jobs:",
			"Difference:"
		]), ...rows]),
		...block(causeLines(reconciled, verbose, require_program.code)),
		...block(doubled(reconciled, verbose, require_program.code)),
		...block([...joinLines(reconciled, require_program.code), ...notComparedLines(reconciled)]),
		...block(bad.count === 0 ? [] : [
			"```text",
			...require_bad_records.badRecordsText(bad),
			"```"
		])
	].join("\n")}\n`;
}
/** Notes for a person on standard error beside the JSON: how the bill was read, and what no figure or list contains. */
function reconcileNotes({ reconciled, bad }) {
	return [
		...joinLines(reconciled, require_program.inert),
		...notComparedLines(reconciled),
		...unlisted(reconciled),
		...require_bad_records.badRecordsText(bad)
	];
}
function block(lines) {
	return lines.length > 0 ? ["", ...lines] : [];
}
/** The verdict with its figures. It never says "as expected" if too little was compared. */
function headline(report) {
	const { reconciled, tolerance } = report;
	const { jobs, unexplained, compared, expected, matched, currency, billed, notCompared } = reconciled;
	switch (verdictOfReport(report)) {
		case "not-compared": {
			const listed = notCompared.reduce((sum, one) => sum + one.listed, 0);
			const price = listed > 0 ? `; by the price book the jobs cost ${cash(listed, currency)}` : "";
			if (jobs === 0 && billed === 0) return "Nothing was compared: no job of the log has ended";
			if (compared.jobs === 0) return `Nothing was compared: ${require_program.count(jobs, "job")}, and nothing to compare them with${price}`;
			return `Not compared: only ${require_program.percent(matched)} of the money could be${price}`;
		}
		case "differs": return `${require_program.percent(unexplained)} of the expected cost is unexplained (${signed(compared.billed - expected, currency)} in all), more than the ${require_program.percent(tolerance)} allowed`;
		case "as-expected": return unexplained === 0 ? `Billed as expected${matched < 1 ? `, as far as it was compared (${require_program.percent(matched)} of the money)` : ""}` : `Billed as expected, within ${require_program.percent(unexplained)} (${signed(compared.billed - expected, currency)} in all)${matched < 1 ? `, as far as it was compared (${require_program.percent(matched)} of the money)` : ""}`;
	}
}
function sums({ jobs, compared, expected, currency, days }) {
	const period = (name, of) => of === null ? [] : [`${name} ${of[0] === of[1] ? of[0] : `${of[0]} to ${of[1]}`}`];
	const both = [...period("log", days.log), ...period("bill", days.bill)].join(", ");
	return `${require_program.quantity(compared.jobs)} of ${require_program.count(jobs, "job")} compared: ${cash(compared.billed, currency)} billed, ${cash(expected, currency)} expected${both === "" ? "" : ` (${both})`}.`;
}
/** An amount as text. Amounts are sums of floating-point numbers, so the last digits are noise and are rounded away. */
function cash(amount, currency) {
	return require_program.formatMoney(require_program.decimal(cents(amount)), currency);
}
function signed(amount, currency) {
	return require_program.signedMoney(require_program.decimal(cents(amount)), currency);
}
function cents(amount) {
	const rounded = Number(amount.toFixed(9));
	return Object.is(rounded, -0) ? 0 : rounded;
}
function causeRows({ causes, currency }, verbose, quote) {
	return (verbose ? causes : causes.slice(0, SHOWN)).map(({ kind, what, jobs, delta, workload }) => [
		kind,
		`${CAUSES[kind]}${workload === null ? "" : `, ${quote(workload)}`}${what === "" ? "" : `, ${quote(what)}`}`,
		require_program.quantity(jobs),
		delta === null ? "unknown" : `${signed(delta, currency)}${require_job_logs.MONTHLY.has(kind) ? " a month" : ""}`
	]);
}
/** Each cause as a list item with its first jobs below it. The most expensive come first, at most 20 of them. */
function causeLines({ causes, currency }, verbose, quote) {
	const shown = verbose ? causes : causes.slice(0, SHOWN);
	const rest = causes.length - shown.length;
	return [...shown.flatMap((cause) => [`- ${cause.kind}: ${causeSentence(cause, currency, quote)}${late(cause)}`, ...jobsOf(cause, currency, verbose, quote)]), ...rest > 0 ? [`- ${require_program.count(rest, "more cause")} (--verbose shows them, --findings FILE has every job)`] : []];
}
function late({ provisional, jobs }) {
	return provisional && jobs > 1 ? " The newest three days of billing are provisional: this may still change." : "";
}
function jobsOf({ examples, jobs, kind }, currency, verbose, quote) {
	if (jobs === 1 || kind === "OUT_OF_PLAN" || kind === "ADJUSTMENT" || require_job_logs.MONTHLY.has(kind)) return [];
	const shown = examples.slice(0, verbose ? examples.length : JOBS);
	const rest = jobs - shown.length;
	return [...shown.map((finding) => `  - ${findingSentence(finding, currency, quote)}`), ...rest > 0 ? [`  - ${require_program.quantity(rest)} more`] : []];
}
function doubled({ duplicates, duplicated, currency }, verbose, quote) {
	if (duplicated.count === 0) return [];
	const shown = verbose ? duplicates : duplicates.slice(0, SHOWN);
	const rest = duplicated.count - shown.length;
	const why = {
		certain: "the same idempotency key",
		likely: "sent again while the first was running, after the client's patience",
		possible: "both ran at once"
	};
	return [
		`${require_program.count(duplicated.count, "job")} did the work of another, for ${cash(duplicated.wasted, currency)} (expected and billed, so no part of the difference):`,
		...shown.map(({ first, second, confidence, wasted }) => `- ${quote(second)} repeats ${quote(first)}, ${confidence}: ${why[confidence]}; ${cash(wasted, currency)} wasted`),
		...rest > 0 ? [`- ${require_program.quantity(rest)} more`] : []
	];
}
function unlisted({ totals, duplicates, duplicated }) {
	const rest = duplicated.count - duplicates.length;
	return [...totals.filter(({ count: all, listed: kept }) => all > kept).map(({ kind, count: all, listed: kept }) => `${kind}: ${require_program.quantity(all - kept)} more are counted and not listed (--list).`), ...rest > 0 ? [`${require_program.count(rest, "duplicate")} more are counted and not listed (--list).`] : []];
}
// lib/src/report/joblog/reconcile-json.js
/** The report as JSON, `video-budget/reconcile@1`. Money is a number in the reporting currency with 6 decimals. */
function reconcileJson(reconciliation) {
	const { reconciled, bad } = reconciliation;
	const { currency, jobs, billed, expected, compared, notCompared, days, matched, unexplained, causes, findings, duplicates, details } = reconciled;
	const report = {
		schema: "video-budget/reconcile@1",
		verdict: verdictOfReport(reconciliation),
		jobs,
		bad_records: bad.count,
		billed: moneyOf(billed),
		expected: moneyOf(expected),
		compared: {
			jobs: compared.jobs,
			billed: moneyOf(compared.billed)
		},
		not_compared: withUnread(notCompared, Math.max(0, bad.count - details.unreadable)).map(({ why, jobs: number, billed: paid, listed }) => ({
			why,
			jobs: number,
			billed: paid === null ? null : moneyOf(paid),
			listed: moneyOf(listed)
		})),
		days,
		matched_share: Number(matched.toPrecision(9)),
		unexplained_share: Number(unexplained.toPrecision(9)),
		causes: causes.map((cause) => ({
			kind: cause.kind,
			workload: cause.workload,
			ratio: cause.ratio === null ? null : Number(cause.ratio.toPrecision(4)),
			from: cause.from,
			to: cause.to,
			jobs: cause.jobs,
			delta: cause.delta === null ? null : moneyOf(cause.delta),
			message: causeSentence(cause, currency, require_program.code)
		})),
		findings: findings.map((finding) => ({
			kind: finding.kind,
			job_id: finding.job_id === "" ? null : finding.job_id,
			request_id: finding.request_id === "" ? null : finding.request_id,
			workload: finding.workload,
			delta: finding.delta === null ? null : moneyOf(finding.delta),
			message: findingSentence(finding, currency, require_program.code)
		})),
		duplicates: duplicates.map(({ first, second, confidence, wasted }) => ({
			first,
			second,
			confidence,
			wasted: moneyOf(wasted)
		})),
		notes: joinLines(reconciled, require_program.code)
	};
	return `${JSON.stringify(report, null, 2)}\n`;
}
/** Adds the records that could not be read to those that were not compared. */
function withUnread(notCompared, bad) {
	if (bad === 0) return notCompared;
	const known = notCompared.find(({ why }) => why === "unreadable");
	if (known) return notCompared.map((one) => one === known ? {
		...one,
		jobs: one.jobs + bad
	} : one);
	return [...notCompared, {
		why: "unreadable",
		jobs: bad,
		billed: null,
		listed: 0
	}];
}
function moneyOf(amount) {
	return require_program.round(require_program.decimal(Number(amount.toPrecision(15))));
}
const COLUMNS = [
	"kind",
	"workload",
	"job_id",
	"request_id",
	"day",
	"delta",
	"currency",
	"message",
	"metadata"
];
/** All kept findings as CSV, to send to a provider or to sort in a spreadsheet. */
function findingsCsv({ reconciled: { findings, currency } }) {
	const rows = findings.map((finding) => [
		...placeOf(finding),
		finding.delta ?? "",
		currency,
		findingSentence(finding, currency, require_program.inert),
		finding.metadata
	]);
	return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}
function placeOf({ kind, workload, job_id, request_id, day }) {
	return [
		kind,
		workload ?? "",
		job_id,
		request_id,
		Number.isFinite(day) ? require_program.dateOfDay(day) : ""
	];
}
/** A CSV cell (RFC 4180). A text that a spreadsheet would take for a formula begins with an apostrophe. */
function cell(value) {
	if (typeof value === "number") return String(Number(value.toFixed(6)));
	const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(text) ? `"${text.replaceAll("\"", "\"\"")}"` : text;
}
// lib/src/cli/logs/reconcile.js
/** `video-budget reconcile`: compares billed with expected cost, job by job. @returns 0 if as expected, 1 if it differs, 2 if too little was compared. @throws UsageError, I/O errors */
async function reconcile(logs, options, terminal) {
	const { reconciled, bad } = await require_job_logs.readLogs(logs, options, terminal);
	const { format, tolerance, verbose, findings } = options;
	const reconciliation = {
		reconciled,
		bad,
		tolerance
	};
	if (format === "json") for (const note of reconcileNotes(reconciliation)) terminal.process.stderr.write(`${note}\n`);
	const report = format === "json" ? reconcileJson(reconciliation) : format === "markdown" ? reconcileMarkdown(reconciliation, verbose) : reconcileText(reconciliation, {
		...terminal,
		verbose
	});
	if (findings !== void 0) {
		await require_program.replace((0, node_path.resolve)(terminal.cwd, findings), findingsCsv(reconciliation), terminal.process.pid);
		terminal.process.stderr.write(`Findings written to ${findings}\n`);
	}
	await require_program.write(report, options, terminal);
	return RECONCILE_EXITS[verdictOfReport(reconciliation)];
}
exports.reconcile = reconcile;
