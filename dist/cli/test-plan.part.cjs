const require_rolldown_runtime = require("./rolldown-runtime.part.cjs");
const require_program = require("./program.cjs");
const require_sample_size = require("./sample-size.part.cjs");
let node_path = require("node:path");
// lib/src/report/testplan/test-record.js
/** The fields of a job record that must be written down for a test job. */
const WRITTEN = [
	"request_id",
	"job_id",
	"requested_seconds",
	"billed_seconds",
	"resolution",
	"billed_resolution",
	"status",
	"cost",
	"submitted_at",
	"finished_at",
	"polls"
];
/** The fields that the template fills in before the job runs. */
const PREPARED = [
	"workload",
	"provider",
	"model",
	"request_id",
	"take",
	"attempt",
	"requested_seconds",
	"resolution"
];
/** The request id of a test job in the log: `test-1`. */
function requestId({ number }) {
	return `test-${number}`;
}
/** The length of the clip in seconds: the requested one, the provider's default, or that of the input if the clip is as long. Null if it is unknown. */
function secondsOf({ keys, request }) {
	const mode = request?.fields.get("mode") ?? keys.mode;
	const sent = Math.max(...[keys.input.video, keys.input.audio].map((files) => (files ?? []).reduce((sum, file) => sum + file, 0)));
	const follows = mode !== void 0 && require_program.modeFollowsInput(mode) && sent > 0;
	const seconds = request?.fields.get("duration") ?? keys.output.duration ?? (follows ? sent : null);
	return typeof seconds === "number" && !request?.auto ? seconds : null;
}
// lib/src/report/testplan/csv.js
/** A cell that needs no quotes and that a spreadsheet cannot take for a formula. */
const SAFE_CELL = /^[A-Za-z0-9][\w./: -]*$/;
/**
* A table to fill in: the fields of a job record, and a row for each job to run with what is known beforehand.
* `reconcile` and `calibrate` can read the completed table directly.
*/
function testPlanCsv({ within: { run } }) {
	return `${[require_program.FIELDS.join(","), ...run.map((job) => require_program.FIELDS.map((field) => cell(known(job, field))).join(","))].join("\n")}\n`;
}
function known(job, field) {
	const { keys, request, like } = job;
	switch (field) {
		case "workload": return like.name;
		case "provider": return keys.provider;
		case "model": return keys.model;
		case "request_id": return requestId(job);
		case "take": return 0;
		case "attempt": return 1;
		case "requested_seconds": return secondsOf(job) ?? "";
		case "resolution": return String(request?.fields.get("resolution") ?? keys.output.resolution ?? "");
		default: return "";
	}
}
function cell(value) {
	const text = String(value);
	return SAFE_CELL.test(text) ? text : "";
}
// lib/src/report/testplan/words.js
/** The words of a test plan, for a terminal and for Markdown. `quote` makes names and values safe to show. */
/** At most this many names are in one sentence; the others are counted. */
const NAMED = 5;
const CLAIMS = {
	"unit-price": "unit price",
	rounding: "rounding",
	minimum: "minimum",
	resolution: require_program.REQUEST_FIELDS.resolution.noun,
	audio: require_program.REQUEST_FIELDS.audio.noun,
	"default-duration": `default ${require_program.REQUEST_FIELDS.duration.noun}`,
	"default-resolution": `default ${require_program.REQUEST_FIELDS.resolution.noun}`,
	"default-audio": `default ${require_program.REQUEST_FIELDS.audio.noun}`
};
/** The number and cost of the jobs: `3 jobs, $2.25`. */
function totalInWords({ within: { run, cost }, currency }) {
	const unknown = run.filter((job) => job.cost === null).length;
	const least = run.some(({ job }) => job?.bound === "lower") ? "≥ " : "";
	return `${require_program.count(run.length, "job")}, ${least}${require_program.formatMoney(cost, currency)}${unknown === 0 ? "" : ` (${require_program.quantity(unknown)} of unknown cost)`}`;
}
function costInWords({ cost, job }, currency) {
	if (cost === null) return "cost unknown";
	return `${job?.bound === "upper" ? "≤ " : job?.bound === "lower" ? "≥ " : ""}${require_program.jobPrice(cost, currency)}`;
}
const SAYINGS = Object.values({
	mode: ({ mode }) => mode ?? "",
	duration: ({ output: { duration } }) => duration === void 0 ? "" : duration === "auto" ? "duration auto" : seconds(duration),
	segments: ({ output: { segments } }) => segments === void 0 ? "" : `segments of ${segments.map(seconds).join(", ")}`,
	frames: ({ output: { frames } }) => frames === void 0 ? "" : require_program.count(frames, "frame"),
	resolution: ({ output: { resolution } }, quote) => resolution === void 0 ? "" : quote(resolution),
	audio: ({ output: { audio } }) => audio === void 0 ? "" : audio ? "with sound" : "without sound",
	aspect_ratio: ({ output: { aspect_ratio } }, quote) => aspect_ratio === void 0 ? "" : quote(aspect_ratio),
	fps: ({ output: { fps } }) => fps === void 0 ? "" : `${require_program.quantity(fps)} fps`,
	quality: ({ output: { quality } }, quote) => quality === void 0 ? "" : `quality ${quote(quality)}`,
	count: ({ output }) => output.count === void 0 ? "" : require_program.count(output.count, "output"),
	"input.images": ({ input: { images } }) => images === void 0 || images === 0 ? "" : require_program.count(images, "image"),
	"input.video": ({ input }) => filesInWords("video", input.video),
	"input.audio": ({ input }) => filesInWords("audio", input.audio),
	"input.resolution": ({ input: { resolution } }, quote) => resolution === void 0 ? "" : `input ${quote(resolution)}`,
	"input.text_bytes": ({ input: { text_bytes } }) => text_bytes === void 0 ? "" : `a text of ${require_program.count(text_bytes, "byte")}`,
	tier: ({ tier }, quote) => tier === void 0 ? "" : `tier ${quote(tier)}`,
	region: ({ region }, quote) => region === void 0 ? "" : `region ${quote(region)}`,
	runtime: ({ runtime }) => runtime === void 0 ? "" : `${seconds(runtime)} of GPU time`
});
function seconds(value) {
	return `${require_program.quantity(require_program.decimal(value))} s`;
}
function filesInWords(noun, all = []) {
	return all.length === 0 ? "" : `input ${noun} of ${all.map(seconds).join(", ")}`;
}
/** The request in words: `text-to-video, 5.2 s, 720p`, then the fields that are left to the provider. */
function asksInWords({ keys, request }, quote) {
	return [...[
		keys.mode === void 0 ? String(request?.fields.get("mode") ?? "") : "",
		...SAYINGS.map((say) => say(keys, quote)),
		...Object.entries(keys.options).map(([name, value]) => `${quote(name)} ${quote(String(value))}`)
	].filter((part) => part !== ""), ...leftOutInWords(request, quote)].join(", ");
}
function leftOutInWords(request, quote) {
	if (!request) return [];
	const { fields, given, auto } = request;
	return require_program.DEFAULTED_FIELDS.flatMap((field) => {
		const value = fields.get(field);
		const sized = field === "duration" && (auto || given.has("frames") || given.has("segments") || given.has("input.video") || given.has("input.audio"));
		if (value === void 0 || given.has(field) || sized) return [];
		const shown = field === "audio" ? value ? "on" : "off" : field === "duration" ? seconds(Number(value)) : quote(String(value));
		return [`${require_program.REQUEST_FIELDS[field].noun} left out (default: ${shown})`];
	});
}
/** The expected bill as a formula: `6 s × $0.10, × 2 (resolution 1080p)`. Null if the price is unknown. */
function billInWords({ job, request }, currency) {
	return job?.terms.map((term) => require_program.formula(term, currency, request ?? void 0)).join(", ") ?? null;
}
function provesInWords({ proves, cost }) {
	return cost === null ? "shows what a job costs, because its price is unknown" : `proves ${proves.map((claim) => CLAIMS[claim]).join(", ")}`;
}
function namesInWords(named, quote) {
	const names = [...new Set(named.map(({ name }) => name))];
	const shown = names.slice(0, NAMED).map((name) => quote(name)).join(", ");
	return names.length > NAMED ? `${shown} and ${require_program.count(names.length - NAMED, "other")}` : shown;
}
/** Sentences about the jobs that the limit leaves out, the expensive jobs, and what a trial pays. */
function moneyInWords({ within: { out }, budget, currency, expensive, warnAbove, trials }, quote) {
	const left = out.reduce((sum, { cost }) => cost ? sum.plus(cost) : sum, require_program.ZERO);
	const sum = left.eq(0) ? "" : ` (${require_program.formatMoney(left, currency)})`;
	const limited = budget === null || out.length === 0 ? [] : [`The limit of ${require_program.formatMoney(budget, currency)} leaves out ${numbersInWords(out.map(({ number }) => number))}${sum}.`];
	const warned = warnAbove === null ? [`Expensive jobs are not marked: there is no exchange rate for ${currency}.`] : expensive.length === 0 ? [] : [`Run the others first: ${numbersInWords(expensive)} ${expensive.length === 1 ? "costs" : "cost"} more than ${require_program.formatMoney(warnAbove, currency)}${expensive.length === 1 ? "" : " each"}.`];
	return [
		...limited,
		...warned,
		...trials.map((use) => trialInWords(use, currency, quote))
	];
}
function trialInWords({ provider, trial, used, fits, beyond, beyondCost, unknown }, currency, quote) {
	if (trial === null) return `What the trial of ${quote(provider)} pays is unknown: there is no exchange rate for it.`;
	const parts = [
		fits.length === 0 ? "covers none of its jobs for certain" : `covers ${numbersInWords(fits)} (${require_program.formatMoney(used, currency)})`,
		...beyond.length === 0 ? [] : [`${numbersInWords(beyond)} (${require_program.formatMoney(beyondCost, currency)}) ${beyond.length === 1 ? "does" : "do"} not fit`],
		...unknown.length === 0 ? [] : [`the cost of ${numbersInWords(unknown)} is unknown, and ${require_program.formatMoney(trial.minus(used), currency)} is left for ${unknown.length === 1 ? "it" : "them"}`]
	];
	return `The trial of ${quote(provider)}, worth ${require_program.formatMoney(trial, currency)}, ${parts.join("; ")}.`;
}
/** Job numbers in words: `job 3`, `jobs 1, 2 and 5`, `jobs 1–4`. */
function numbersInWords(numbers) {
	const runs = [];
	for (const number of numbers) {
		const last = runs.at(-1);
		if (last && number === last[1] + 1) last[1] = number;
		else runs.push([number, number]);
	}
	const parts = runs.flatMap(([from, to]) => from === to ? [String(from)] : to === from + 1 ? [String(from), String(to)] : [`${from}–${to}`]);
	const list = parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}` : parts[0] ?? "";
	return `${numbers.length === 1 ? "job" : "jobs"} ${list}`;
}
/** Explains what a single job can prove. */
const PROVED = "A job proves a rule if the bill would differ with only that rule changed. One job each proves or refutes unit price, rounding, resolution, sound and defaults.";
/** What these few jobs cannot show, and how many jobs could. */
function openInWords({ blind, within: { run } }, quote) {
	const auto = run.some(({ keys }) => keys.output.duration === "auto");
	return [
		...blind.map((one) => blindInWords(one, quote)),
		`Whether failures are billed: only failed jobs show it. ${require_sample_size.jobsToRuleOut(.1)} that are not billed show that fewer than 10% are (95%, one-sided); one that is billed is enough to contradict the price list.`,
		`The P99 of latency: ${require_sample_size.jobsToRuleOut(.01)} jobs to see one beyond it with a chance of 95%. The median to about ± 20% takes 20.`,
		"Outages, lost webhooks and acknowledgements, and how many clips are kept.",
		...auto ? ["How long a clip gets that is asked for with duration auto."] : []
	];
}
function blindInWords({ jobs, least, upper, models }, quote) {
	const shown = models.slice(0, NAMED).map((model) => quote(model)).join(", ");
	const named = models.length > NAMED ? `${shown} and ${require_program.count(models.length - NAMED, "other model")}` : shown;
	return `Failure rates, with ${require_program.count(jobs, "job")} of ${named}: ${jobs === 1 ? "one job says next to nothing" : `a rate below ${require_program.percent(least)} may not show at all`}; no failure leaves up to ${require_program.percent(upper)} possible (95%, one-sided).`;
}
/** The number of jobs that would measure the failure rates: a line for each rate. */
function ratesInWords({ rates, interval, currency }, quote) {
	const groups = /* @__PURE__ */ new Map();
	for (const rate of rates) groups.set(`${rate.declared} ${rate.rate}`, [...groups.get(`${rate.declared} ${rate.rate}`) ?? [], rate]);
	return [...groups.values()].flatMap((group) => {
		const [first] = group;
		if (!first) return [];
		const each = group.slice(0, NAMED).map(({ name, cost }) => `${quote(name)}${cost ? ` ${require_program.formatMoney(cost, currency)}` : ""}`);
		const others = group.length > NAMED ? ` and ${require_program.count(group.length - NAMED, "other")}` : "";
		const why = first.declared ? "as declared" : "assumed, since none is declared";
		return `A failure rate of ${require_program.percent(first.rate)} (${why}) to within ± ${require_program.quantity(interval * 100)} points: ${require_program.count(first.jobs, "job")} each: ${each.join(", ")}${others}.`;
	});
}
/** Workloads that the plan does not cover. */
function uncoveredInWords({ tested, unable }, quote) {
	return [...tested.length === 0 ? [] : [`${require_program.count(tested.length, "workload")} ${tested.length === 1 ? "has" : "have"} evidence already: ${namesInWords(tested, quote)}. --all plans ${tested.length === 1 ? "it" : "them"} too.`], ...unable.map(({ name, status }) => `${quote(name)} is ${status}: there is no job to run.`)];
}
// lib/src/report/testplan/json.js
/**
* A test plan as JSON, `video-budget/test-plan@1`. Money is in `currency`, shares are 0–1, durations are in seconds. `jobs` has all jobs of
* the plan; `run` lists those that the limit allows.
*/
function testPlanJson(report) {
	const { currency, date, snapshot, plan, within, budget, trials, warnAbove, interval, blind, rates, tested, unable } = report;
	const allowed = new Set(within.run.map(({ number }) => number));
	const json = {
		schema: "video-budget/test-plan@1",
		currency,
		date,
		prices: { snapshot },
		total: {
			jobs: plan.jobs.length,
			cost: require_program.round(plan.total),
			complete: plan.jobs.every(({ cost }) => cost !== null)
		},
		run: {
			jobs: within.run.map(({ number }) => number),
			cost: require_program.round(within.cost),
			limit: amount(budget),
			left_out: within.out.map(({ number }) => number)
		},
		trials: trials.map(({ provider, trial, used, fits, beyond, beyondCost, unknown }) => ({
			provider,
			trial: amount(trial),
			used: require_program.round(used),
			fits,
			beyond,
			beyond_cost: require_program.round(beyondCost),
			unknown
		})),
		warn_above: warnAbove && require_program.round(warnAbove),
		jobs: plan.jobs.map((job) => jobOf(job, report, allowed)),
		workloads: plan.workloads.map(({ file, name, status, jobs, cost }) => ({
			file,
			name,
			status,
			jobs,
			cost: amount(cost)
		})),
		record: {
			prepared: PREPARED,
			write_down: WRITTEN
		},
		proof: {
			failure_rates: blind.map(({ jobs, least, upper, models }) => ({
				jobs,
				models,
				invisible_below: significant(least),
				upper_bound_without_failures: significant(upper)
			})),
			interval,
			needed: rates.map(({ file, name, rate, declared, jobs, cost }) => ({
				file,
				name,
				rate: significant(rate),
				declared,
				jobs,
				cost: amount(cost)
			})),
			cannot_tell: openInWords(report, String),
			needed_in_words: ratesInWords(report, String)
		},
		left_out: [...tested.map((one) => ({
			...one,
			reason: "has-evidence"
		})), ...unable.map(({ status, ...one }) => ({
			...one,
			reason: status
		}))]
	};
	return `${JSON.stringify(json, null, 2)}\n`;
}
function jobOf(one, { currency, expensive }, allowed) {
	const { number, id, like, request, cost, job, proves, workloads } = one;
	return {
		number,
		request_id: requestId(one),
		id,
		like,
		request: asked(one),
		seconds: secondsOf(one),
		resolution: request?.fields.get("resolution") ?? null,
		audio: request?.fields.get("audio") ?? null,
		cost: amount(cost),
		bound: job?.bound ?? null,
		charges: (job?.terms ?? []).map((term) => ({
			formula: require_program.formula(term, currency, request ?? void 0),
			amount: require_program.round(term.amount)
		})),
		proves,
		workloads,
		run: allowed.has(number),
		warn: expensive.includes(number)
	};
}
/** The request to send, by the keys of a manifest. */
function asked({ keys: { mode, output, input, tier, region, options, runtime }, request }) {
	const filled = (map) => Object.keys(map).length === 0 ? void 0 : map;
	return {
		mode: mode ?? request?.fields.get("mode"),
		output: filled(output),
		input: filled(input),
		tier,
		region,
		options: filled(options),
		runtime
	};
}
function amount(value) {
	return value === null ? null : require_program.round(value);
}
function significant(value) {
	return Number(value.toPrecision(9));
}
// lib/src/report/testplan/text.js
var import_picocolors = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_program.require_picocolors(), 1);
/** The most characters of a formula. Formulas are long, so that none is cut. */
const FORMULA = 1e3;
/** A test plan for a terminal. No line is wider than `width` columns. */
function testPlanText(report, { width, color }) {
	const paint = import_picocolors.default.createColors(color);
	const part = (title, lines) => lines.length === 0 ? [] : [
		"",
		...require_program.wrap(title, width).map(paint.bold),
		...lines.flatMap((line) => require_program.wrap(`- ${line}`, width, "  "))
	];
	const { run } = report.within;
	const size = Math.max(0, ...run.map((job) => costInWords(job, report.currency).length));
	const digits = String(run.at(-1)?.number ?? 1).length;
	const listed = run.flatMap((job) => {
		const start = `${require_program.pad(String(job.number), digits, "right")}  ${require_program.pad(costInWords(job, report.currency), size, "right")}  `;
		const indent = " ".repeat(width < 60 ? 2 : start.length);
		const [first = "", ...more] = require_program.wrap(`${start}${require_program.inert(job.id)}: ${asksInWords(job, require_program.inert)}`, width, indent);
		return [
			report.expensive.includes(job.number) ? paint.yellow(first) : first,
			...more,
			...rest(job, report, require_program.inert).flatMap((line) => require_program.wrap(`${indent}${line}`, width, indent).map(paint.dim))
		];
	});
	return `${[
		...require_program.wrap(heading(report), width).map(paint.bold),
		...run.length === 0 ? [] : ["", ...listed],
		...part("What it costs", moneyInWords(report, require_program.inert)),
		...run.length === 0 ? [] : [
			...part("What to write down", written(report, require_program.inert)),
			...part("What this proves", [PROVED]),
			...part("What it leaves open", openInWords(report, require_program.inert)),
			...part("What would measure it", ratesInWords(report, require_program.inert))
		],
		...part("Not in this plan", uncoveredInWords(report, require_program.inert))
	].join("\n")}\n`;
}
/** The same plan as a checklist in Markdown, with a table to fill in. */
function testPlanMarkdown(report) {
	const part = (title, lines) => lines.length === 0 ? [] : [
		"",
		`#### ${title}`,
		"",
		...lines.map((line) => `- ${line}`)
	];
	const { run } = report.within;
	const boxes = run.map((job) => [`- [ ] **${job.number}.** ${costInWords(job, report.currency)}${report.expensive.includes(job.number) ? " **(expensive)**" : ""} ${require_program.code(job.id)}: ${asksInWords(job, require_program.code)}`, ...rest(job, report, require_program.code).map((line) => `  - ${line}`)].join("\n"));
	const results = run.map((job) => require_program.tableRow(WRITTEN.map((field) => shown(job, field))));
	return `${[
		`### ${heading(report)}`,
		...run.length === 0 ? [] : ["", ...boxes],
		...part("What it costs", moneyInWords(report, require_program.code)),
		...run.length === 0 ? [] : [
			...part("What to write down", written(report, require_program.code)),
			"",
			...require_program.tableHead(WRITTEN.map((field) => require_program.code(field))),
			...results,
			...part("What this proves", [PROVED]),
			...part("What it leaves open", openInWords(report, require_program.code)),
			...part("What would measure it", ratesInWords(report, require_program.code))
		],
		...part("Not in this plan", uncoveredInWords(report, require_program.code))
	].join("\n")}\n`;
}
function heading(report) {
	const { within, plan } = report;
	if (plan.jobs.length === 0) return report.tested.length > 0 ? "Test plan: every workload has evidence already" : "Test plan: there is nothing to test";
	if (within.run.length === 0) return `Test plan: the limit allows no job, of ${require_program.count(plan.jobs.length, "job")} in all`;
	const covered = new Set(within.run.flatMap(({ workloads }) => workloads)).size;
	return `Test plan: ${totalInWords(report)} for ${require_program.count(covered, "workload")}, cheapest first, prices of ${report.date}`;
}
/** A cell of the table to fill in: the value that is known before the job runs, or a space. */
function shown(job, field) {
	if (field === "request_id") return requestId(job);
	if (field === "requested_seconds") return secondsOf(job)?.toString() ?? " ";
	const resolution = job.request?.fields.get("resolution");
	return field === "resolution" && resolution !== void 0 ? require_program.code(String(resolution)) : " ";
}
/** The expected bill of a job, and what it proves. */
function rest(job, { currency }, quote) {
	const bill = billInWords(job, currency);
	return [...bill === null ? [] : [`should bill ${quote(bill, FORMULA)}`], `${provesInWords(job)}, for ${namesInWords(job.workloads, quote)}`];
}
function written({ within: { run } }, quote) {
	return [`Of each job: ${WRITTEN.map((field) => quote(field)).join(", ")}. Where the bill is in credits, ${quote("credits")} instead of ${quote("cost")}.`, `${quote("--csv FILE")} writes a table of ${require_program.count(run.length, "row")} with what is known already filled in. Then ${quote("video-budget reconcile FILE --manifest MANIFEST")} compares the bill with the estimate, and ${quote("calibrate")} learns the rates.`];
}
// lib/src/testplan/power.js
/** The rate to assume if the manifest declares none: 10%, as in the report's stress line. */
const ASSUMED = .1;
/** What the test jobs cannot show about failure rates. Models with equally many jobs are grouped; the fewest jobs come first. */
function blindSpots(jobs) {
	const numbers = /* @__PURE__ */ new Map();
	for (const { id } of jobs) numbers.set(id, (numbers.get(id) ?? 0) + 1);
	const models = /* @__PURE__ */ new Map();
	for (const [id, number] of numbers) models.set(number, [...models.get(number) ?? [], id]);
	return [...models].sort(([a], [b]) => a - b).map(([number, ids]) => ({
		jobs: number,
		least: 1 / number,
		upper: require_sample_size.upperBoundOfNone(number),
		models: ids
	}));
}
/** The number of jobs that each workload needs to know its failure rate to within ± `interval` (a share above 0), by Wilson's interval at the highest declared rate. */
function ratesOf({ jobs, workloads }, interval) {
	return workloads.map(({ file, name, keys, jobs: own }) => {
		const declared = declaredRate(keys);
		const rate = declared ?? ASSUMED;
		const number = require_sample_size.jobsForInterval(rate, interval);
		const least = jobs[(own[0] ?? 0) - 1]?.cost ?? null;
		return {
			file,
			name,
			rate,
			declared: declared !== null,
			jobs: number,
			cost: least?.times(require_program.decimal(number)) ?? null
		};
	});
}
function declaredRate({ reliability }) {
	const rates = Object.values(reliability.outcomes).filter((rate) => rate !== void 0 && rate > 0);
	return rates.length === 0 ? null : Math.max(...rates);
}
// lib/src/testplan/trial-credit.js
/**
* Takes jobs in order as long as they fit in a limit in the reporting currency. Null is no limit. A job whose cost is unknown or
* only a lower bound fits in no limit.
*/
function jobsWithinLimit(jobs, limit) {
	const run = [];
	const out = [];
	let cost = require_program.ZERO;
	for (const job of jobs) {
		const next = cost.plus(job.cost ?? require_program.ZERO);
		if (limit !== null && (job.cost === null || job.job?.bound === "lower" || next.gt(limit))) {
			out.push(job);
			continue;
		}
		run.push(job);
		cost = next;
	}
	return {
		run,
		cost,
		out
	};
}
/** How much of the test each provider's trial credit covers, in the order of the jobs. Providers without a trial are left out. @param pricing by manifest path */
function trials(jobs, pricing) {
	return [...new Set(jobs.map(({ keys }) => keys.provider))].flatMap((provider) => {
		const own = jobs.filter(({ keys }) => keys.provider === provider);
		const trial = trialOf(provider, own, pricing);
		if (trial === null) return [{
			provider,
			trial,
			used: require_program.ZERO,
			fits: [],
			beyond: [],
			beyondCost: require_program.ZERO,
			unknown: own.map(({ number }) => number)
		}];
		if (trial.lte(0)) return [];
		const { run, cost, out } = jobsWithinLimit(own, trial);
		const beyond = out.filter((job) => job.cost !== null && job.job?.bound !== "lower");
		return [{
			provider,
			trial,
			used: cost,
			fits: run.map(({ number }) => number),
			beyond: beyond.map(({ number }) => number),
			beyondCost: beyond.reduce((sum, job) => sum.plus(job.cost ?? require_program.ZERO), require_program.ZERO),
			unknown: out.filter((job) => !beyond.includes(job)).map(({ number }) => number)
		}];
	});
}
/** The trial credit of a provider's account. Several manifests share it, so the first that gives one counts. */
function trialOf(provider, jobs, pricing) {
	let hasRates = true;
	const files = new Set(jobs.flatMap(({ workloads }) => workloads.map(({ file }) => file)));
	for (const file of files) {
		const own = pricing.get(file);
		const { trial } = require_program.onceOnly(own.book.provider(provider)?.account, own.manifest.settings.accounts[provider], own);
		if (require_program.isNoRate(trial)) hasRates = false;
		else if (trial.gt(0)) return trial;
	}
	return hasRates ? require_program.ZERO : null;
}
// lib/src/testplan/report.js
/** Plans the tests of all workloads of one side. @param date the day (UTC) whose prices apply */
function testReport(now, date, limits) {
	const isLeftOut = ({ keys, status }) => !limits.all && keys !== null && require_program.isTested(keys) && (status === "priced" || status === "unpriced");
	const plan = require_program.testPlan(now.estimates.filter((one) => !isLeftOut(one)), now.pricing);
	const allowed = jobsWithinLimit(plan.jobs, limits.budget);
	return {
		...limits,
		currency: now.currency,
		date,
		snapshot: now.prices.snapshot,
		plan,
		within: allowed,
		trials: trials(allowed.run, now.pricing),
		expensive: allowed.run.filter(({ cost }) => limits.warnAbove !== null && cost?.gt(limits.warnAbove)).map(({ number }) => number),
		blind: blindSpots(allowed.run),
		rates: ratesOf(plan, limits.interval),
		tested: now.estimates.filter(isLeftOut).map(({ file, name }) => ({
			file,
			name
		})),
		unable: now.estimates.flatMap(({ file, name, status }) => status === "invalid" || status === "retired" ? [{
			file,
			name,
			status
		}] : []),
		pricing: now.pricing
	};
}
// lib/src/cli/test-plan.js
/** Jobs above this price in USD are marked as expensive. */
const USUAL_WARNING = 5;
/**
* `video-budget test-plan`: plans the small paid test to run before production.
* @returns 0; 2 if the manifest has errors, which are printed to standard error. The plan then covers the other workloads
* @throws UsageError, I/O errors
*/
async function planTests(manifests, options, terminal) {
	const review = await require_program.reviewOf(manifests, {
		...options,
		notes: false
	}, terminal);
	const { budget, warnAbove, interval, all } = options;
	const report = testReport(review.from.now, review.date, {
		budget: budget === void 0 ? null : inReport(budget, review),
		warnAbove: warnAbove === void 0 ? usualWarning(review) : inReport(warnAbove, review),
		interval,
		all
	});
	if (options.csv !== void 0) await writeNew(options.csv, testPlanCsv(report), terminal);
	await require_program.write(render(report, options, terminal), options, terminal);
	const errors = review.problems.filter(({ severity }) => severity === "error");
	for (const problem of errors) terminal.process.stderr.write(`${require_program.inert(problem.file)}:${problem.line}:${problem.column}: error: ${require_program.sentence(problem)}\n`);
	return errors.length > 0 ? 2 : 0;
}
function render(report, { format }, terminal) {
	if (format === "json") return testPlanJson(report);
	return format === "markdown" ? testPlanMarkdown(report) : testPlanText(report, terminal);
}
/** Converts USD to the reporting currency. @throws UsageError if the manifest has no exchange rate for it */
function inReport(usd, review) {
	const converted = converts(usd, review);
	if (!converted) throw new require_program.UsageError(`The manifest reports in ${review.currency}, and its fx gives no rate for it: $${usd} cannot be compared.`);
	return converted;
}
/** The default for `warnAbove` in the reporting currency. Null without an exchange rate, because 5 units of an unknown currency may be worth very little or very much. */
function usualWarning(review) {
	return converts(String(USUAL_WARNING), review);
}
function converts(usd, { currency, from: { now } }) {
	const [pricing] = now.pricing.values();
	const converted = pricing ? require_program.toReporting(require_program.decimal(usd), "USD", pricing) : require_program.convert(require_program.decimal(usd), "USD", currency, /* @__PURE__ */ new Map());
	return require_program.isNoRate(converted) ? null : converted;
}
/** Writes a file that must not exist yet, so that a completed table is never overwritten. */
async function writeNew(file, text, { cwd, process }) {
	const { writeFile } = await Promise.resolve().then(() => /* @__PURE__ */ require_rolldown_runtime.__toESM(require("node:fs/promises"), 1));
	try {
		await writeFile((0, node_path.resolve)(cwd, file), text, { flag: "wx" });
	} catch (error) {
		if (error.code !== "EEXIST") throw error;
		throw new require_program.UsageError(`--csv ${require_program.inert(file)}: it exists already and is left as it is. Name another file.`);
	}
	process.stderr.write(`Template written to ${require_program.inert(file, 4096)}\n`);
}
exports.planTests = planTests;
