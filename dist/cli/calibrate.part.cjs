const require_rolldown_runtime = require("./rolldown-runtime.part.cjs");
const require_program = require("./program.cjs");
const require_sample_size = require("./sample-size.part.cjs");
const require_bad_records = require("./bad-records.part.cjs");
const require_job_logs = require("./job-logs.part.cjs");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
// lib/src/joblog/calibrate/backtest.js
/** A correct 80% band contains fewer than 3 of 6 months only once in 60 times (binomial: 1.7%). */
const LEAST_MONTHS = 6;
const LEAST_HITS = .5;
/** Day 0, 1970-01-01, was a Thursday. Mondays are therefore the days 4, 11, 18, … */
const MONDAY = 4;
const WEEK_OF_MONTH = 7 / require_program.DAYS_A_MONTH;
/**
* Tests whether the bills of the months and weeks of a log were between P10 and P90 of the workloads that have jobs in the log. Only months
* and weeks that the log covers completely count.
* @returns null if no week and no month is complete, or if nothing uncertain is declared, because a band without width proves nothing
*/
function backtest(head, { book, date, plan, observed, distributions }) {
	const { estimates } = require_program.exposureOf(head, book, {
		date,
		after: 0
	}, distributions);
	const logged = plan.workloads.filter(({ index }) => (observed[index]?.jobs ?? 0) > 0);
	const isLogged = ({ file, name }) => logged.some((one) => one.file === file && one.name === name);
	const totalDistribution = require_program.totalDistributionOfAll(estimates.filter(isLogged), distributions);
	const seen = logged.map(({ index }) => observed[index]);
	const months = completeMonths(seen);
	const weeks = completeWeeks(seen, require_program.coveredDays(observed));
	if (!totalDistribution || months.length + weeks.length === 0) return null;
	const [p10, p90] = [totalDistribution.quantile(.1), totalDistribution.quantile(.9)];
	const compared = months.map(({ month, billed }) => ({
		month,
		billed,
		within: billed >= p10 && billed <= p90
	}));
	const hits = compared.filter(({ within }) => within).length;
	const [low, high] = bandOfWeek(totalDistribution);
	const weekly = weeks.map(({ from, billed }) => ({
		from,
		billed,
		within: billed >= low && billed <= high
	}));
	const byWorkload = new Map(logged.flatMap(({ index, file, name }) => {
		const own = estimates.filter((one) => one.file === file && one.name === name);
		const weeks = weeksInRange(require_program.totalDistributionOfAll(own, distributions), completeWeeks([observed[index]], require_program.coveredDays(observed)));
		return weeks === null ? [] : [[index, weeks]];
	}));
	return {
		p10,
		p90,
		months: compared,
		hits,
		tooNarrow: compared.length >= LEAST_MONTHS && hits < LEAST_HITS * compared.length,
		weekly: {
			p10: low,
			p90: high,
			hits: weekly.filter(({ within }) => within).length,
			weeks: weekly
		},
		byWorkload
	};
}
/** Adds the weeks that a backtest measured to the evidence of each workload. */
function withWeeks(calibrations, { byWorkload }) {
	return calibrations.map((one) => {
		const weeks = byWorkload.get(one.workload.index);
		return weeks ? {
			...one,
			edits: [...one.edits, {
				path: [
					"reliability",
					"evidence",
					"weeks"
				],
				value: weeks
			}]
		} : one;
	});
}
/** P10 and P90 of a week. Days are independent, so with s = 7 / 30.4375 the week has s times the monthly mean and √s times the monthly deviations. */
function bandOfWeek(month) {
	const { mean } = month;
	const ofWeek = (amount) => Math.max(0, mean * WEEK_OF_MONTH + (amount - mean) * Math.sqrt(WEEK_OF_MONTH));
	return [ofWeek(month.quantile(.1)), ofWeek(month.quantile(.9))];
}
function weeksInRange(distribution, weeks) {
	if (!distribution || weeks.length === 0) return null;
	const [low, high] = bandOfWeek(distribution);
	return {
		k: weeks.filter(({ billed }) => billed >= low && billed <= high).length,
		n: weeks.length
	};
}
function completeWeeks(observed, covered) {
	if (covered === null) return [];
	const [first, last] = covered;
	const weeks = [];
	for (let monday = first + ((MONDAY - first) % 7 + 7) % 7; monday + 6 <= last; monday += 7) {
		let billed = 0;
		for (const { days } of observed) for (let day = monday; day < monday + 7; day++) billed += days.get(day)?.cost.total() ?? 0;
		weeks.push({
			from: require_program.dateOfDay(monday),
			billed
		});
	}
	return weeks;
}
function completeMonths(observed) {
	const billed = /* @__PURE__ */ new Map();
	let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
	for (const { days } of observed) for (const [day, { cost }] of days) {
		const month = require_program.dateOfDay(day).slice(0, 7);
		billed.set(month, (billed.get(month) ?? 0) + cost.total());
		if (day < first) first = day;
		if (day > last) last = day;
	}
	if (billed.size === 0) return [];
	const isWhole = (month) => {
		const starts = `${month}-01`;
		return require_program.dateOfDay(first) <= starts && require_program.dateOfDay(last + 1).slice(0, 7) > month;
	};
	return [...billed].filter(([month]) => isWhole(month)).sort(([a], [b]) => a < b ? -1 : 1).map(([month, sum]) => ({
		month,
		billed: sum
	}));
}
// lib/src/joblog/calibrate/cannot-tell.js
/** `CLOSE`: the desired half width of a rate's interval. `SURE`: the share of billed failures that a sample should rule out. */
const CLOSE = .05;
const SURE = .1;
/** A percentile can be measured if at least this many times are above it. */
const ABOVE = 10;
const DAYS_OF_A_MONTH = 30;
/** Lists what a sample of this size cannot show. */
function cannotTell({ n, outcomes, latency, volume, acceptance, attempts, polls }) {
	const unseen = require_program.FAILURES.filter((failure) => outcomes[failure].k === 0);
	const rates = require_program.FAILURES.filter((failure) => outcomes[failure].k > 0).map((failure) => outcomes[failure].k / n);
	const worst = Math.max(0, ...rates);
	const unsure = require_program.FAILURES.filter((failure) => outcomes[failure].k > 0 && outcomes[failure].billed.k === 0 && outcomes[failure].billed.n < require_sample_size.jobsToRuleOut(SURE));
	const ended = (latency?.n ?? 0) - (latency?.censored ?? 0);
	const one = (is, code, args = {}) => is ? [{
		code,
		args
	}] : [];
	return [
		...one(unseen.length > 0, "unseen", {
			n,
			outcomes: unseen.join(", "),
			bound: require_sample_size.upperBoundOfNone(n)
		}),
		...one(require_sample_size.halfWidth(worst, n) > CLOSE, "imprecise", {
			n,
			half: require_sample_size.halfWidth(worst, n),
			needed: require_sample_size.jobsForInterval(worst, CLOSE),
			wanted: CLOSE
		}),
		...one(ended < ABOVE, "latency", { n: ended }),
		...one(ended >= ABOVE && ended < 1e3, "tail", {
			n: ended,
			needed: 1e3
		}),
		...unsure.map((failure) => {
			const { billed } = outcomes[failure];
			return {
				code: "billing",
				args: {
					outcome: failure,
					n: billed.n,
					bound: billed.n === 0 ? 1 : require_sample_size.upperBoundOfNone(billed.n),
					needed: require_sample_size.jobsToRuleOut(SURE),
					wanted: SURE
				}
			};
		}),
		...one(volume.days < 7, "volume", {
			days: volume.days,
			needed: 7
		}),
		...one(volume.days < DAYS_OF_A_MONTH, "outages", { days: volume.days }),
		...one(acceptance === null, "acceptance"),
		...one(attempts === null, "attempts"),
		...one(polls === null, "polls"),
		...one(true, "lost")
	];
}
// lib/src/joblog/calibrate/latency-fit.js
/** The iteration converges at the rate of the censored share. If nearly all times are censored, a fit is meaningless. */
const STEPS = 2e4;
const EXACT = 1e-14;
/**
* The maximum-likelihood lognormal, by the EM algorithm (Dempster, Laird and Rubin, 1977). A time that is censored at c counts as the mean of
* such times, E[ln L | L > c] = mu + sigma φ(a) / Φ(−a), with a = (ln c − mu) / sigma. Leaving censored times out would hide the tail that
* causes in-flight duplicates.
* @returns null if no job was observed to its end
*/
function fitLatency({ ended, sum, squares, gaveUp }, { normalCdf }) {
	if (ended === 0) return null;
	const cut = [...gaveUp].map(([seconds, count]) => ({
		log: Math.log(seconds),
		count
	}));
	const censored = cut.reduce((total, { count }) => total + count, 0);
	const n = ended + censored;
	let mu = sum / ended;
	let sigma = Math.sqrt(Math.max(0, squares / ended - mu * mu));
	for (let step = 0; step < STEPS && censored > 0 && sigma > 0; step++) {
		let [first, second] = [sum, squares];
		for (const { log, count } of cut) {
			const ratio = hazard((log - mu) / sigma, normalCdf);
			first += count * (mu + sigma * ratio);
			second += count * (mu * mu + sigma * sigma + sigma * (log + mu) * ratio);
		}
		const nextMu = first / n;
		const nextSigma = Math.sqrt(Math.max(0, second / n - nextMu * nextMu));
		const moved = Math.abs(nextMu - mu) + Math.abs(nextSigma - sigma);
		[mu, sigma] = [nextMu, nextSigma];
		if (moved < EXACT) break;
	}
	const information = informationOf({
		ended,
		sum,
		squares
	}, cut, {
		mu,
		sigma
	}, normalCdf);
	return {
		n,
		censored,
		mu,
		sigma,
		p50: Math.exp(mu),
		p95: Math.exp(mu + require_program.Z_ONE_SIDED_95 * sigma),
		information
	};
}
/**
* The information of all times. A complete time, z standard deviations from mu, adds 1, 2z and 3z² − 1. A time that is censored at a standard
* deviations, with the hazard h = φ(a) / Φ(−a), adds h (h − a), h + a h (h − a) and 2ah + a² h (h − a). That is less, because it only says
* that the job took longer.
*/
function informationOf({ ended, sum, squares }, cut, { mu, sigma }, normalCdf) {
	const z = (sum - ended * mu) / sigma;
	const zz = (squares - 2 * mu * sum + ended * mu * mu) / sigma ** 2;
	const all = {
		mu: ended,
		both: 2 * z,
		sigma: 3 * zz - ended
	};
	for (const { log, count } of cut) {
		const a = (log - mu) / sigma;
		const h = hazard(a, normalCdf);
		const bend = h * (h - a);
		all.mu += count * bend;
		all.both += count * (h + a * bend);
		all.sigma += count * (2 * a * h + a * a * bend);
	}
	return all;
}
/** The hazard φ(a) / Φ(−a). For large a, where both vanish, its asymptotic series is used. */
function hazard(a, normalCdf) {
	if (a > 8) return a + 1 / a - 2 / a ** 3 + 10 / a ** 5;
	return Math.exp(-a * a / 2) / Math.sqrt(2 * Math.PI) / normalCdf(-a);
}
/**
* The share of jobs that take longer than `seconds` (0–1), with its 95% interval. It is Φ(−z) with z = (ln seconds − mu) / sigma. The standard
* error of z follows from the inverse of the information and the gradient (1, z). Without censored times it is √(1/n + z²/2n).
*/
function tailOf({ mu, sigma, information }, seconds, { normalCdf }) {
	const z = (Math.log(seconds) - mu) / sigma;
	const { mu: ofMu, both, sigma: ofSigma } = information;
	const error = Math.sqrt((ofSigma - 2 * z * both + z * z * ofMu) / (ofMu * ofSigma - both * both));
	return {
		share: normalCdf(-z),
		low: normalCdf(-(z + require_program.Z_TWO_SIDED_95 * error)),
		high: normalCdf(-(z - require_program.Z_TWO_SIDED_95 * error))
	};
}
// lib/src/joblog/calibrate/calibrate.js
/** Calibrates every workload that has jobs in the log. */
function calibrate(plan, observed, distributions, options) {
	const covered = require_program.coveredDays(observed);
	return plan.workloads.flatMap((workload) => {
		const seen = observed[workload.index];
		return seen.jobs === 0 ? [] : [calibrateOne(workload, seen, {
			covered,
			distributions,
			options
		})];
	});
}
function calibrateOne(workload, seen, { covered, distributions, options }) {
	const ended = seen.jobs - seen.outcomes.unknown.jobs;
	const rate = (status) => {
		const { jobs, costed, billed } = seen.outcomes[status];
		const n = status === "unknown" ? seen.jobs : ended;
		return {
			k: jobs,
			n,
			wilson95: require_program.wilson95(jobs, n),
			billed: {
				k: billed,
				n: costed
			}
		};
	};
	const { days, perMonth } = require_program.jobPace(seen, covered);
	const unit = seen.unit.value();
	const measured = {
		workload,
		n: seen.jobs,
		outcomes: require_program.recordOf(require_program.STATUSES, rate),
		latency: fitLatency(seen.times, distributions),
		volume: {
			jobs: seen.jobs,
			days,
			perMonth,
			declared: workload.declared,
			clips: require_program.clipPace(seen, covered)
		},
		acceptance: seen.kept.marked === 0 ? null : {
			k: seen.kept.kept,
			n: seen.kept.marked
		},
		attempts: seen.takes === 0 ? null : seen.named / seen.takes,
		polls: seen.polls.jobs === 0 ? null : seen.polls.sent / seen.polls.jobs,
		duplicates: seen.duplicates,
		unitPrice: Number.isNaN(unit) ? null : unit
	};
	return {
		...measured,
		edits: require_program.editsOf(measured, seen, covered, options),
		cannotTell: cannotTell(measured)
	};
}
/** A log can only be compared if at least this share of its jobs has a cost. */
const LEAST_COSTED = .95;
/**
* Estimates the log's own days with the patched manifest: the expected cost of one clip, times the clips in the log, times `mix`. The planned
* volume is not used.
* @returns `closures` by the workload's index in the plan, null if costs of the log or a price are missing; `refused`: the errors of the
*   patched manifest
*/
function closureOf(patched, { book, date, plan, observed, distributions }) {
	const { estimates, problems } = require_program.exposureOf(patched, book, {
		date,
		after: 0
	}, distributions);
	const covered = require_program.coveredDays(observed);
	const closures = /* @__PURE__ */ new Map();
	for (const { index, file, name } of plan.workloads) {
		const seen = observed[index];
		if (seen.jobs === 0) continue;
		const { risk, job } = estimates.find((one) => one.file === file && one.name === name) ?? {};
		const price = job?.amount.toNumber() ?? 0;
		const mix = price > 0 && seen.listed.jobs > 0 ? seen.listed.amount / seen.listed.jobs / price : 1;
		const costed = Object.values(seen.outcomes).reduce((sum, one) => sum + one.costed, 0);
		const clips = require_program.clipPace(seen, covered);
		if (!risk || costed < LEAST_COSTED * seen.jobs) {
			closures.set(index, null);
			continue;
		}
		const { figures, jobs } = risk;
		const [planned, logged] = clips ? [jobs.clips, clips.count] : [jobs.submitted, seen.jobs];
		const manifest = planned > 0 ? figures.expected.toNumber() / planned * logged * mix : NaN;
		const billed = [...seen.days.values()].reduce((sum, { cost }) => sum + cost.total(), 0) * (seen.jobs / costed);
		closures.set(index, Number.isFinite(manifest) ? {
			billed,
			manifest,
			mix
		} : null);
	}
	return {
		closures,
		refused: problems.filter(({ severity }) => severity === "error")
	};
}
/** The share by which the patched manifest's estimate differs from the log. */
function offBy({ billed, manifest }) {
	return billed === 0 ? manifest === 0 ? 0 : 1 : Math.abs(manifest / billed - 1);
}
// lib/src/report/joblog/calibrate.js
var import_picocolors = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_program.require_picocolors(), 1);
/** The share by which the log's jobs must differ in cost from the declared job before the report mentions it. */
const OTHER_MIX = .01;
/** Compares the billed amount in the log with the patched manifest's estimate for the same clips. */
function closureSentence({ billed, manifest, mix }, currency) {
	const cash = (amount) => require_program.formatMoney(require_program.decimal(Number(amount.toPrecision(12))), currency);
	const other = Math.abs(mix - 1) < OTHER_MIX ? "" : ` (The estimate allows for the requests in the log: by the price book, their clips cost ${require_program.percent(Math.abs(mix - 1))} ${mix < 1 ? "less" : "more"} than the declared clip.)`;
	return `For the days of the log, ${cash(billed)} was billed, and this manifest estimates ${cash(manifest)}.${other}`;
}
/** The report for a terminal. */
function calibrateText(calibrated, { width, color }) {
	const paint = import_picocolors.default.createColors(color);
	const lines = calibrated.calibrations.flatMap((one, index) => {
		const table = require_program.columns([
			{ title: "Outcome" },
			{
				title: "Jobs",
				align: "right"
			},
			{
				title: "Rate",
				align: "right"
			},
			{
				title: "95% interval",
				align: "right"
			},
			{
				title: "Billed",
				drop: 1
			}
		], rows(one, calibrated.distributions), width, paint.dim);
		const patch = require_program.patchText(one.workload.name, one.edits);
		return [
			...index === 0 ? [] : [""],
			...require_program.wrap(`${require_program.inert(one.workload.name)}: ${require_program.count(one.n, "job")}`, width).map(paint.bold),
			"",
			...table,
			"",
			...facts(one, calibrated, require_program.inert).flatMap((line) => require_program.wrap(line, width, "  ")),
			"",
			paint.bold("What this log cannot tell"),
			...one.cannotTell.flatMap((what) => require_program.wrap(`- ${cannotTellSentence(what)}`, width, "  ")),
			"",
			...patch === "" ? ["Nothing in the manifest would change."] : [paint.bold("For the manifest (--write adds it)"), ...patch.trimEnd().split("\n")]
		];
	});
	return `${[
		...lines.length === 0 ? ["No job of the log belongs to a workload of the manifest."] : lines,
		...block(backtestLines(calibrated).flatMap((line) => require_program.wrap(line, width, "  "))),
		...block(require_bad_records.badRecordsText(calibrated.bad).flatMap((line) => require_program.wrap(line, width, "    ")))
	].join("\n")}\n`;
}
/** The same report as Markdown. */
function calibrateMarkdown(calibrated) {
	const lines = calibrated.calibrations.flatMap((one, index) => {
		const patch = require_program.patchText(one.workload.name, one.edits);
		return [
			...index === 0 ? [] : [""],
			`### ${require_program.code(one.workload.name)}: ${require_program.count(one.n, "job")}`,
			"",
			...require_program.tableHead([
				"Outcome",
				"Jobs:",
				"Rate:",
				"95% interval:",
				"Billed"
			]),
			...rows(one, calibrated.distributions).map(require_program.tableRow),
			"",
			...facts(one, calibrated, require_program.code).map((line) => `- ${line}`),
			"",
			"What this log cannot tell:",
			"",
			...one.cannotTell.map((what) => `- ${cannotTellSentence(what)}`),
			"",
			...patch === "" ? ["Nothing in the manifest would change."] : [
				"For the manifest:",
				"",
				"```yaml",
				...patch.trimEnd().split("\n"),
				"```"
			]
		];
	});
	return `${[
		...lines.length === 0 ? ["No job of the log belongs to a workload of the manifest."] : lines,
		...block(backtestLines(calibrated)),
		...block(calibrated.bad.count === 0 ? [] : [
			"```text",
			...require_bad_records.badRecordsText(calibrated.bad),
			"```"
		])
	].join("\n")}\n`;
}
function rows({ outcomes }, distributions) {
	return require_program.STATUSES.filter((status) => status !== "cancelled" && status !== "unknown" || outcomes[status].k > 0).map((status) => {
		const { k, n, wilson95 } = outcomes[status];
		const [low, high] = wilson95;
		return [
			status,
			require_program.quantity(k),
			require_program.percent(n === 0 ? 0 : k / n),
			`${require_program.percent(low)} – ${require_program.percent(high)}`,
			status === "success" ? "" : billedOf(outcomes[status], distributions)
		];
	});
}
/** How many failures were billed, with the exact 95% interval of their share (Clopper and Pearson): `1 of 2 (1.3% – 99%)`. */
function billedOf({ billed: { k, n } }, distributions) {
	if (n === 0) return "";
	const [low, high] = require_program.clopperPearson95(k, n, distributions);
	return `${require_program.quantity(k)} of ${require_program.quantity(n)} (${require_program.percent(low)} – ${require_program.percent(high)})`;
}
function facts({ workload, latency, volume, acceptance, attempts, polls, duplicates, unitPrice, outcomes }, { currency, distributions, closures }, quote) {
	const { timeout } = workload.keys.client;
	const tail = latency && timeout !== void 0 && latency.sigma > 0 ? tailOf(latency, timeout, distributions) : null;
	const few = (number) => require_program.quantity(Number(number.toPrecision(3)));
	const closure = closures.get(workload.index);
	const doubles = duplicates.certain + duplicates.likely;
	const against = require_program.STATUSES.filter((status) => status !== "success" && workload.billed(status) === 0 && outcomes[status].billed.k > 0);
	return [
		...latency ? [`Latency: P50 ${few(latency.p50)} s, P95 ${few(latency.p95)} s (lognormal, ${require_program.count(latency.n, "measurement")}${latency.censored > 0 ? `, of which ${require_program.quantity(latency.censored)} cut off` : ""}).`] : [],
		...tail ? [`Longer than the client's timeout of ${require_program.quantity(timeout)} s: ${require_program.percent(tail.share)} of jobs (${require_program.percent(tail.low)} – ${require_program.percent(tail.high)}).`] : [],
		`Volume: ${require_program.count(volume.jobs, "job")} in ${require_program.count(volume.days, "day")}${volume.perMonth === null ? "" : `, ${require_program.quantity(Math.round(volume.perMonth))} a month at this pace`}${volume.declared === null ? "" : `; the manifest plans ${require_program.quantity(Math.round(volume.declared))} before retries`}.`,
		...volume.clips?.perMonth ? [clipsLine(volume.clips)] : [],
		...attempts === null ? [] : [`Attempts: ${few(attempts)} for each take.`],
		...acceptance ? [`Acceptance: ${require_program.quantity(acceptance.k)} of ${require_program.quantity(acceptance.n)} clips kept (${require_program.percent(acceptance.k / acceptance.n)}).`] : [],
		...polls === null ? [] : [`Status requests: ${few(polls)} for each job.`],
		...doubles > 0 ? [`Generated twice: ${require_program.count(doubles, "job")} (${require_program.quantity(duplicates.certain)} certain, ${require_program.quantity(duplicates.likely)} likely).`] : [],
		...unitPrice === null ? [] : [`Unit price, before factors: ${require_program.formatPrice(require_program.decimal(Number(unitPrice.toPrecision(9))), currency)} (median).`],
		...closure ? [closureSentence(closure, currency)] : [],
		...against.map((status) => `Against the policy: ${quote(status)} is not billed, and ${require_program.quantity(outcomes[status].billed.k)} of ${require_program.quantity(outcomes[status].billed.n)} were. See reconcile.`)
	];
}
/** The number of clips by distinct requests, their growth if there is any, and how far single days scatter. */
function clipsLine({ count: clips, perMonth, dispersion, growth }) {
	const grows = growth === null ? "" : `, ${growth < 0 ? "falling" : "growing"} by ${require_program.percent(Math.abs(growth))} a month`;
	return `Clips wanted: ${require_program.quantity(clips)} by distinct requests, ${require_program.quantity(Math.round(perMonth ?? 0))} a month${grows}; days scatter ${require_program.quantity(Number(dispersion.toPrecision(2)))} times as far as chance alone.`;
}
function backtestLines({ backtest, currency }) {
	if (!backtest) return [];
	const { result } = backtest;
	if (!result) return ["Backtest: it needs a complete week or calendar month in the log, and something uncertain in the manifest."];
	const cash = (amount) => require_program.formatMoney(require_program.decimal(Number(amount.toPrecision(12))), currency);
	return [
		`Backtest: ${require_program.quantity(result.hits)} of ${require_program.count(result.months.length, "month")} between P10 ${cash(result.p10)} and P90 ${cash(result.p90)}, which should contain 8 of 10.${result.tooNarrow ? " The band is too narrow." : ""}`,
		...result.weekly.weeks.length === 0 ? [] : [`By week: ${require_program.quantity(result.weekly.hits)} of ${require_program.count(result.weekly.weeks.length, "week")} between ${cash(result.weekly.p10)} and ${cash(result.weekly.p90)}. The patch has the weeks of each workload; \`check\` shows them.`],
		...result.months.map(({ month, billed, within }) => `- ${month}: ${cash(billed)}${within ? "" : billed < result.p10 ? ", below" : ", above"}`)
	];
}
/** A statement that the sample cannot support, and how many jobs would. */
function cannotTellSentence({ code: id, args }) {
	const number = (name) => Number(args[name] ?? 0);
	const share = (name) => require_program.percent(number(name));
	switch (id) {
		case "unseen": return `Rates below ${share("bound")}: ${String(args["outcomes"])} did not happen in ${require_program.count(number("n"), "job")}, and may still be as frequent (95%, one-sided).`;
		case "imprecise": return `A failure rate closer than ± ${share("half")}: for ± ${share("wanted")} it takes ${require_program.count(number("needed"), "job")}.`;
		case "latency": return `How long jobs take: the log has the end of ${require_program.count(number("n"), "job")}, and it takes 10.`;
		case "tail": return `P99 of the latency: too few of ${require_program.count(number("n"), "measurement")} lie above it. It takes ${require_program.quantity(number("needed"))}.`;
		case "billing": return `Whether ${require_program.code(String(args["outcome"]))} is billed: none of ${require_program.quantity(number("n"))} was, which leaves up to ${share("bound")}; it takes ${require_program.quantity(number("needed"))} for below ${share("wanted")}. The documented policy stands.`;
		case "volume": return `The volume of a month: ${require_program.count(number("days"), "day")}, and it takes ${require_program.quantity(number("needed"))}, a whole week.`;
		case "outages": return `Outages, when failures come together: ${require_program.count(number("days"), "day")} rarely ${number("days") === 1 ? "has" : "have"} one.`;
		case "acceptance": return "Acceptance: no record says whether the clip was kept (`kept`).";
		case "attempts": return "Attempts and duplicates: no record names its request (`request_id`, `take`).";
		case "polls": return "Status requests: no record counts them (`polls`).";
		case "lost": return "Lost webhooks and lost acknowledgements: a log of jobs does not show them.";
	}
}
function block(lines) {
	return lines.length > 0 ? ["", ...lines] : [];
}
// lib/src/report/joblog/calibrate-json.js
/** The report as JSON, `video-budget/calibrate@1`. Rates, bounds, mu and sigma have 9 significant digits. A backtest is included if it was requested. */
function calibrateJson({ calibrations, backtest, closures }) {
	const report = {
		schema: "video-budget/calibrate@1",
		workloads: calibrations.map((one) => {
			const { workload, n, outcomes, latency, volume, acceptance, attempts, polls, duplicates, unitPrice, edits } = one;
			return {
				name: workload.name,
				n,
				outcomes: Object.fromEntries(require_program.STATUSES.map((status) => {
					const { k, wilson95, billed } = outcomes[status];
					return [status, {
						k,
						n: outcomes[status].n,
						rate: significant(outcomes[status].n === 0 ? 0 : k / outcomes[status].n),
						wilson95: wilson95.map(significant),
						billed: {
							k: billed.k,
							n: billed.n
						}
					}];
				})),
				latency: latency && {
					n: latency.n,
					censored: latency.censored,
					p50: significant(latency.p50),
					p95: significant(latency.p95),
					mu: significant(latency.mu),
					sigma: significant(latency.sigma)
				},
				volume: {
					jobs: volume.jobs,
					days: significant(volume.days),
					per_month: volume.perMonth === null ? null : significant(volume.perMonth),
					declared: volume.declared === null ? null : significant(volume.declared),
					clips: volume.clips && {
						count: volume.clips.count,
						per_month: volume.clips.perMonth === null ? null : significant(volume.clips.perMonth),
						dispersion: significant(volume.clips.dispersion),
						growth: volume.clips.growth === null ? null : significant(volume.clips.growth)
					}
				},
				acceptance: acceptance && {
					k: acceptance.k,
					n: acceptance.n
				},
				attempts: { mean: attempts === null ? null : significant(attempts) },
				polls: polls === null ? null : { mean: significant(polls) },
				duplicates: {
					certain: duplicates.certain,
					likely: duplicates.likely
				},
				unit_price: unitPrice === null ? null : significant(unitPrice),
				patch: require_program.patchText(workload.name, edits),
				closure: closureJson(closures.get(workload.index) ?? null),
				cannot_tell: one.cannotTell.map(cannotTellSentence)
			};
		}),
		...backtest && { backtest: backtest.result && backtestJson(backtest.result) }
	};
	return `${JSON.stringify(report, null, 2)}\n`;
}
function closureJson(closure) {
	return closure && {
		billed: cents(closure.billed),
		manifest: cents(closure.manifest),
		off: cents(offBy(closure))
	};
}
function backtestJson({ p10, p90, months, hits, weekly }) {
	const weeks = weekly.weeks.map(({ from, billed, within }) => ({
		from,
		billed: cents(billed),
		within
	}));
	return {
		weekly: {
			p10: cents(weekly.p10),
			p90: cents(weekly.p90),
			hits: weekly.hits,
			weeks
		},
		p10: cents(p10),
		p90: cents(p90),
		hits,
		months: months.map(({ month, billed, within }) => ({
			month,
			billed: cents(billed),
			within
		}))
	};
}
function significant(value) {
	return Number(value.toPrecision(9));
}
function cents(value) {
	return Number(value.toFixed(6));
}
// lib/src/cli/logs/calibrate.js
/** `video-budget calibrate`: measures rates with their intervals, and prints or writes the resulting edits of the manifest. @returns 0. @throws UsageError, I/O errors */
async function calibrateLogs(logs, options, terminal) {
	const read = await require_job_logs.readLogs(logs, options, terminal);
	const { head, plan, date, reconciled, bad } = read;
	const distributions = await require_program.loadDistributions();
	const { observed } = reconciled;
	const book = require_program.loadBook(terminal.folder);
	const tested = options.backtest ? { result: backtest(head, {
		book,
		date,
		plan,
		observed,
		distributions
	}) } : null;
	const measured = calibrate(plan, observed, distributions, options);
	const calibrations = tested?.result && options.only.has("reliability") ? withWeeks(measured, tested.result) : measured;
	const patched = await patchedTexts(calibrations, read);
	const { closures, refused } = closureOf(await require_program.gather(withTexts(read.reader, patched), head.roots, book.snapshot, { prices: options.prices }), {
		book,
		date,
		plan,
		observed,
		distributions
	});
	const calibrated = {
		currency: plan.currency,
		calibrations,
		bad,
		backtest: tested,
		distributions,
		closures
	};
	const { format } = options;
	if (format === "json") for (const note of require_bad_records.badRecordsText(bad)) terminal.process.stderr.write(`${note}\n`);
	if (options.write) await writeManifests(patched, calibrations, {
		closures,
		refused,
		currency: plan.currency
	}, terminal);
	const report = format === "json" ? calibrateJson(calibrated) : format === "markdown" ? calibrateMarkdown(calibrated) : calibrateText(calibrated, terminal);
	await require_program.write(report, options, terminal);
	return 0;
}
async function patchedTexts(calibrations, { reader }) {
	const changed = calibrations.filter(({ edits }) => edits.length > 0);
	const texts = [...new Set(changed.map(({ workload }) => workload.file))].map(async (file) => {
		const trees = changed.filter(({ workload }) => workload.file === file).map(({ workload, edits }) => require_program.treeOf(workload.name, edits));
		const bytes = await reader.read(file) ?? /* @__PURE__ */ new Uint8Array();
		return [file, require_program.setKeys(require_program.decoded(bytes) ?? "", trees)];
	});
	return new Map(await Promise.all(texts));
}
/** A reader of the same files that returns the patched manifests. */
function withTexts(reader, patched) {
	return {
		...reader,
		async read(path) {
			const one = patched.get(path);
			return one && "text" in one ? new TextEncoder().encode(one.text) : await reader.read(path);
		}
	};
}
/**
* Writes the edits to all manifests, or to none.
* @throws UsageError if a key cannot be set, if the result has errors, or if its estimate contradicts the log
*/
async function writeManifests(patched, calibrations, { closures, refused, currency }, { cwd, process }) {
	if (patched.has("-")) throw new require_program.UsageError("A manifest from standard input cannot be written to: name its file with --manifest.");
	for (const [file, one] of patched) if ("stuck" in one) throw new require_program.UsageError(`${require_program.inert(file)}: ${one.stuck.join(".")} cannot be set where an alias or another kind of value stands; nothing was written. Paste the patch by hand.`);
	if (patched.size > 0 && refused.length > 0) throw new require_program.UsageError(`check refuses the patched manifest; nothing was written:\n${refused.map((problem) => `  ${problem.file}: ${require_program.inFull(problem)}`).join("\n")}`);
	for (const { workload, edits } of calibrations) {
		const closure = closures.get(workload.index);
		if (edits.length > 0 && closure && offBy(closure) > .05) throw new require_program.UsageError(`${workload.name}: ${closureSentence(closure, currency)} The difference is more than 5%, so nothing was written. video-budget reconcile shows its cause.`);
	}
	for (const [file, one] of patched) {
		if (!("text" in one)) continue;
		await require_program.replace(await (0, node_fs_promises.realpath)((0, node_path.resolve)(cwd, file)), one.text, process.pid);
		process.stderr.write(`${require_program.inert(file)} written\n`);
	}
}
exports.calibrateLogs = calibrateLogs;
