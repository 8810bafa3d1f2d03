const require_rolldown_runtime = require("./rolldown-runtime.part.cjs");
const require_program = require("./program.cjs");
const require_json = require("./json2.part.cjs");
let node_path = require("node:path");
let node_fs = require("node:fs");
// lib/src/report/review/explain.js
var import_picocolors = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_program.require_picocolors(), 1);
/**
* Every figure of one workload, for a terminal: the priced request, the price and its source, the monthly cost, assumptions, changes and
* problems.
* @returns null if head has no workload of that name
*/
function explain(review, name, { width, color }) {
	const line = review.workloads.find(({ head }) => head?.name === name);
	if (!line?.head) return null;
	const { head } = line;
	const paint = import_picocolors.default.createColors(color);
	const { currency, from } = review;
	const place = require_program.locate(from.head.files.get(head.file), { path: ["workloads", name] });
	const section = (title, lines) => lines.length === 0 ? [] : [
		"",
		paint.bold(title),
		...lines.flatMap((one) => require_program.wrap(`  ${one}`, width, "    "))
	];
	const own = review.problems.filter(({ file, path }) => file === head.file && path[0] === "workloads" && path[1] === name);
	return `${[
		...require_program.wrap(`${require_program.inert(name)}: ${head.keys ? require_program.inert(`${head.keys.provider}/${head.keys.model}`) : "could not be read"}${head.mode ? `, ${head.mode}` : ""}`, width).map(paint.bold),
		...require_program.wrap(`${require_program.inert(head.file)}:${place.line}:${place.column}, prices of ${review.date}`, width).map(paint.dim),
		...section("Request", head.request && head.keys ? fields(head.request, head.keys) : []),
		...section("Price of one job", pricing(head, currency)),
		...section("Monthly cost", month(head, review)),
		...head.risk ? [
			...section("From a clip to its jobs", require_program.riskLines(head.risk)),
			...section("Where the money goes", require_program.waterfallLines(head.risk, currency)),
			...section("Uncertainty", require_program.distribution(head.risk, head.keys, currency)),
			...section("What to declare next", require_program.levers(head, currency))
		] : [],
		...section("Assumptions", head.assumptions().map((one) => `${require_program.assumptionText(one)}${require_program.round(one.monthly) === 0 ? "" : ` That is ${require_program.formatMoney(one.monthly, currency)} a month more than the cheapest choice.`}`)),
		...section("Since base", changes(line, currency)),
		...section("Since the lock", line.repriced ? [`Its price: ${require_program.jobThenAndNow(line.repriced, currency)} a job${line.repriced.monthly ? `, ${require_program.signedMoney(line.repriced.monthly, currency)} a month` : ""}.`] : []),
		...section("Notes", head.keys?.notes === void 0 ? [] : [require_program.inert(head.keys.notes, 2e3)]),
		...section("Problems", own.flatMap((problem) => [`${problem.file}:${problem.line}:${problem.column}: ${problem.severity}: ${require_program.sentence(problem)}`, ...require_program.hint(problem) === null ? [] : [`  ${require_program.hint(problem)}`]]))
	].join("\n")}\n`;
}
/** Fields that are derived from others and are not shown. */
const DERIVED = /* @__PURE__ */ new Set([
	"frames",
	"megapixels",
	"input.megapixels"
]);
/** The origin of fields that come neither from the workload nor from the model's defaults. */
const ORIGINS = {
	plan: "from the account",
	monthly_jobs: "jobs of this model, over the whole manifest",
	mode: "the model's first"
};
function fields({ fields: all, given, size }, keys) {
	const rows = [...all].filter(([field, value]) => !(field.startsWith("input.") && value === 0 && !isStated(keys, field))).map(([field, value]) => {
		const origin = isStated(keys, field) ? "from the manifest" : field in ORIGINS ? ORIGINS[field] : DERIVED.has(field) ? "follows from the others" : given.has(field) ? "follows from the mode" : "the provider's default";
		const pixels = field === "resolution" && size ? ` (${size[0]}x${size[1]})` : "";
		return {
			field,
			shown: `${require_program.inert(String(value))}${pixels}`,
			origin
		};
	});
	const [names, values] = [Math.max(...rows.map(({ field }) => field.length)), Math.max(...rows.map(({ shown }) => require_program.widthOf(shown)))];
	return rows.map(({ field, shown, origin }) => `${require_program.pad(require_program.inert(field), names)}  ${require_program.pad(shown, Math.min(values, 24))}  ${origin}`);
}
function isStated(keys, field) {
	let found = keys;
	for (const key of require_program.manifestPath(field)) found = require_program.isTree(found) && Object.hasOwn(found, key) ? found[key] : void 0;
	return found !== void 0 && field !== "plan";
}
function pricing({ job, source, request, status }, currency) {
	const bound = {
		exact: "",
		upper: "at most ",
		lower: "at least "
	};
	const confidence = {
		provider: "the provider's own page",
		"third-party": "a third party",
		inferred: "inferred, not stated anywhere",
		contract: "your contract"
	};
	return [
		...job ? job.terms.map((term) => `${require_program.formula(term, currency, request)} = ${require_program.formatPrice(term.amount, currency)}`) : [`There is none: the workload is ${status}.`],
		...job ? [`One job: ${bound[job.bound]}${require_program.jobPrice(job.amount, currency)}`] : [],
		...source ? [`Source: ${require_program.inert(source.source, 300)} (${confidence[source.confidence]})`, ...source.checked === null ? [] : [`Checked: ${require_program.checkedDay(source.checked)}${source.stale ? ", older than the policy allows" : ""}`]] : [],
		...source?.notes === void 0 ? [] : [`Note: ${require_program.inert(source.notes, 2e3)}`]
	];
}
function month({ plan, job, monthly, list, risk }, { currency, total }) {
	if (!plan || !job) return [];
	const jobs = `${require_program.jobsFormula(plan)} = ${require_program.count(plan.jobs, "job")}`;
	if (!monthly || !list || !risk) return [jobs, "Its price is a lower bound and does not count: see the problems."];
	const share = total.head?.expected.gt(0) ? `, ${total.complete ? "" : "at most "}${require_program.percent(monthly.div(total.head.expected).toNumber())} of the total` : "";
	const isList = risk.process === null && monthly.eq(list);
	return [
		jobs,
		`${require_program.count(plan.jobs, "job")} × ${require_program.jobPrice(job.amount, currency)} = ${require_program.formatMoney(list, currency)} a month${isList ? share : " at list price"}`,
		...isList ? [] : [`${require_program.formatMoney(monthly, currency)} a month expected${share}`],
		...plan.clips > 0 ? [`A clip wanted costs ${require_program.jobPrice(monthly.div(plan.clips), currency)}, one take ${require_program.jobPrice(monthly.div(plan.clips * risk.jobs.takes), currency)}`] : []
	];
}
function changes({ change, changes: all, base, head }, currency) {
	if (change === "added") return ["New in this change."];
	if (!base || !head) return [];
	const moved = base.monthly && head.monthly ? `${require_program.formatMoney(base.monthly, currency)} → ${require_program.formatMoney(head.monthly, currency)} a month` : "What it adds is not known.";
	if (change === "same") return ["Unchanged."];
	return [moved, ...all.map(({ path, from, to, monthly }) => `${require_program.inert(path)}${require_program.edit(from, to)}${monthly === null ? "" : `: ${require_program.signedMoney(monthly, currency)}`}`)];
}
// lib/src/cli/explain.js
/**
* `video-budget explain`: every figure of one workload. The argument is a manifest, or the name of a workload of the default manifest. If no workload is
* named and there are several, it lists them.
* @returns the exit code of the workload's own state; 0 for a list. @throws UsageError
*/
async function explainWorkload(argument, options, terminal) {
	const isName = argument !== void 0 && options.workload === void 0 && require_program.WORKLOAD_NAME.test(argument) && !(0, node_fs.existsSync)((0, node_path.resolve)(terminal.cwd, argument));
	const result = await require_program.reviewOf(argument === void 0 || isName ? [] : [argument], options, terminal);
	const names = [...new Set(result.workloads.flatMap(({ head }) => head?.name ?? []))];
	const wanted = isName ? argument : options.workload ?? (names.length === 1 ? names[0] : void 0);
	if (wanted === void 0) {
		const lines = names.map((name) => `  ${name}\n`).join("");
		await require_program.write(`Workloads:\n${lines || "  none\n"}\nvideo-budget explain NAME explains one of them.\n`, options, terminal);
		return 0;
	}
	if (!names.includes(wanted)) {
		const meant = require_program.nearest(wanted, names);
		throw new require_program.UsageError(`No workload is named ${require_program.inert(wanted)}.${meant ? ` Did you mean ${meant}?` : ""} There are: ${names.join(", ") || "none"}.`);
	}
	const mine = {
		...result,
		workloads: result.workloads.filter(({ head }) => head?.name === wanted)
	};
	const text = explain(mine, wanted, terminal) ?? "";
	const report = options.format === "json" ? require_json.toJson(mine) : options.format === "markdown" ? `\`\`\`text\n${text}\`\`\`\n` : text;
	await require_program.write(report, options, terminal);
	const state = mine.workloads[0]?.head?.status;
	return state === "priced" ? 0 : require_program.exitCode(state === "unpriced" ? "unpriced" : "invalid");
}
exports.explainWorkload = explainWorkload;
