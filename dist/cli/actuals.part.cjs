const require_bad_records = require("./bad-records.part.cjs");
const require_program = require("./program.cjs");
// lib/src/actuals/actuals.js
function nothingSpent() {
	return {
		billed: 0,
		jobs: 0,
		priced: 0,
		unknown: 0
	};
}
/** The id of a workload in actuals: its file and its name. */
function workloadId({ file, name }) {
	return `${file}\n${name}`;
}
// lib/src/actuals/to-date.js
/** The days of a week differ, so fewer than seven covered days do not show the pace of a month. */
const LEAST_PACE_DAYS = 7;
/** The calendar of the month that a day, `YYYY-MM-DD`, is in. */
function calendarOf(date) {
	const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
	return {
		first: require_program.dayNumber(year, month, 1),
		today: require_program.dayNumber(year, month, day),
		next: require_program.dayNumber(year, month + 1, 1)
	};
}
/**
* The month of the date, so far. Covered days before the date count as billed. Uncovered days, the date itself and later days count as
* planned: a day is the month's plan divided by its days, so $300 in November is $10 a day.
*
* In a month of 30 days, $130 were billed on 10 covered days. Projected: $130 + 20 × $10 = $330. At the pace of $13 a day: $390.
*/
function toDateOf(month, actuals) {
	const { now, head, budgets, date, distributions } = month;
	const calendar = calendarOf(date);
	const { first, today, next } = calendar;
	const past = range(first, today);
	const covered = past.filter((day) => actuals.covered.has(day));
	const whole = {
		calendar,
		covered,
		past,
		actuals
	};
	const total = progressOf({
		estimates: now.estimates,
		figures: now.total,
		isKnown: now.complete
	}, whole);
	const band = bandOf(now.total, now.estimates);
	return {
		month: date.slice(0, 7),
		days: next - first,
		past: past.length,
		covered: covered.length,
		uncovered: past.filter((day) => !actuals.covered.has(day)).map(require_program.dateOfDay),
		provisional: covered.filter((day) => actuals.provisional.has(day)).length,
		files: actuals.files,
		spent: spentIn(now.estimates, whole).sum,
		outside: actuals.outside,
		undated: actuals.undated,
		bad: actuals.bad,
		total,
		band,
		off: covered.length < LEAST_PACE_DAYS || !band || !total.at_pace ? null : offBand(total.at_pace, band, total.complete),
		limits: budgets.map((line) => limitProgress(line, matchOf(line, head), {
			head,
			now,
			distributions
		}, whole))
	};
}
function range(from, to) {
	return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
/** What was spent on a set of workloads on the covered days, in all and by day. `isSure`: whether no other record could belong to the set or lack a cost. */
function spentIn(estimates, { covered, actuals }) {
	const own = new Set(estimates.map(workloadId));
	const sum = nothingSpent();
	const byDay = /* @__PURE__ */ new Map();
	let isSure = true;
	for (const { among, days } of actuals.spent) {
		const inside = among.filter((one) => own.has(one)).length;
		if (inside === 0) continue;
		for (const day of covered) {
			const spent = days.get(day);
			if (!spent) continue;
			if (inside < among.length) {
				isSure = false;
				continue;
			}
			sum.billed += spent.billed;
			sum.jobs += spent.jobs;
			sum.priced += spent.priced;
			sum.unknown += spent.unknown;
			byDay.set(day, (byDay.get(day) ?? 0) + spent.billed);
		}
	}
	return {
		sum,
		byDay,
		isSure: isSure && sum.unknown === 0 && actuals.undated.jobs === 0 && actuals.bad === 0
	};
}
function progressOf({ estimates, figures, isKnown }, setting) {
	const { calendar, covered } = setting;
	const { sum, isSure } = spentIn(estimates, setting);
	const days = calendar.next - calendar.first;
	const billed = require_program.amount(sum.billed);
	const plan = figures?.expected ?? null;
	const part = (some) => plan?.times(some).div(days) ?? null;
	const rest = part(days - covered.length);
	return {
		billed,
		planned: part(covered.length),
		plan,
		projected: rest && billed.plus(rest),
		at_pace: covered.length === 0 ? null : billed.times(days).div(covered.length),
		pace: paceState(covered.length, isSure && isKnown),
		complete: isSure && isKnown
	};
}
function paceState(covered, isComplete) {
	if (covered === 0) return "no-day";
	return covered < LEAST_PACE_DAYS ? "too-few-days" : isComplete ? "measured" : "lower-bound";
}
function limitProgress({ file, scope, limit }, match, { head, now, distributions }, setting) {
	const { estimates, unread } = require_program.setOf(file, head, now, match);
	const isKnown = !unread && estimates.every(({ monthly }) => monthly !== null);
	const progress = progressOf({
		estimates,
		figures: require_program.totalOf(estimates, distributions, void 0, unread),
		isKnown
	}, setting);
	const day = passedOn(limit, estimates, progress, setting);
	const passed = day !== null && day < setting.calendar.today ? "passed" : day !== null ? "at-pace" : progress.pace === "measured" ? "not-this-month" : "unknown";
	return {
		...progress,
		file,
		scope,
		limit,
		left: limit.minus(progress.billed),
		passed,
		passed_on: day === null ? null : require_program.dateOfDay(day)
	};
}
/**
* The day on which the month exceeds the limit, null if it does not. Covered past days count as billed, uncovered ones as planned. From
* today on, each day costs as much as the average covered day.
*/
function passedOn(limit, estimates, { plan }, setting) {
	const { calendar, covered, past, actuals } = setting;
	if (covered.length === 0) return null;
	const { byDay, sum } = spentIn(estimates, setting);
	const days = calendar.next - calendar.first;
	const [most, ofPlan, ofPace] = [
		limit.toNumber(),
		(plan?.toNumber() ?? 0) / days,
		sum.billed / covered.length
	];
	let spent = 0;
	for (const day of range(calendar.first, calendar.next)) {
		spent += day < calendar.today ? past.includes(day) && actuals.covered.has(day) ? byDay.get(day) ?? 0 : ofPlan : ofPace;
		if (spent > most * (1 + 1e-12)) return day;
	}
	return null;
}
function matchOf({ file, scope }, { manifests }) {
	const scopes = manifests.find((one) => one.file === file)?.settings.budget.scopes ?? {};
	return Object.hasOwn(scopes, scope) ? scopes[scope]?.match ?? {} : {};
}
function bandOf(figures, estimates) {
	if (!figures) return null;
	const isOfVolume = !estimates.some(require_program.hasSingleVolume);
	const { p10, p90, expected } = figures;
	if (isOfVolume) return {
		low: p10,
		high: p90,
		isOfVolume
	};
	const [low, high] = [expected.times(require_program.decimal(.9)), expected.times(require_program.decimal(1.1))];
	return {
		low: p10.lt(low) ? p10 : low,
		high: p90.gt(high) ? p90 : high,
		isOfVolume
	};
}
/** A pace that is only a lower bound can be above the band, but it does not prove that the month is below it. */
function offBand(pace, { low, high }, isComplete) {
	if (pace.gt(high)) return "above";
	return pace.lt(low) && isComplete ? "below" : null;
}
// lib/src/joblog/actuals/spent-days.js
const UNKNOWN = {
	billed: 0,
	isPriced: false,
	isKnown: false
};
/** Adds up jobs and bill rows by workload and day, for the days of the month before today. */
var SpentDays = class {
	#plan;
	#first;
	#today;
	#costOf = require_bad_records.costs();
	#spent = /* @__PURE__ */ new Map();
	#seen = /* @__PURE__ */ new Set();
	#outside = nothingSpent();
	#undated = nothingSpent();
	#files = [];
	constructor(plan, date) {
		const { first, today } = calendarOf(date);
		this.#plan = plan;
		this.#first = first;
		this.#today = today;
	}
	newFile() {
		const file = {
			first: Number.POSITIVE_INFINITY,
			last: Number.NEGATIVE_INFINITY,
			isBill: false
		};
		this.#files.push(file);
		return file;
	}
	addJob(job, file) {
		const day = require_program.dayOf(job.submitted_at);
		if (!Number.isNaN(day)) {
			widen(file, day, day);
			if (day < this.#first || day >= this.#today) return;
		}
		if (job.status !== "pending") {
			const id = `${job.provider}\n${job.job_id}`;
			if (this.#seen.has(id)) return;
			this.#seen.add(id);
		}
		const belongs = this.#plan.belongs(job);
		const among = belongs.to ? [belongs.to] : belongs.why === "ambiguous" ? belongs.among : [];
		const worth = this.#worthOf(job, among);
		if (Number.isNaN(day)) add(this.#undated, worth, 1);
		else this.#place(among, day, worth, 1);
	}
	/** Adds a bill row. @returns a flaw if its amount cannot be converted to the reporting currency */
	addRow(row, file) {
		const [any] = this.#plan.workloads;
		const money = any ? require_bad_records.inReporting(row.amount, row.currency, any) : NaN;
		const worth = Number.isNaN(money) ? UNKNOWN : {
			billed: money,
			isPriced: false,
			isKnown: true
		};
		const jobs = row.requests >= 0 ? row.requests : 1;
		if (!Number.isNaN(row.day)) widen(file, row.from, row.day);
		if (Number.isNaN(row.day) || row.from < this.#first && row.day >= this.#first) add(this.#undated, worth, jobs);
		else if (row.from >= this.#first && row.from < this.#today) this.#place(workloadsOfRow(row, this.#plan), Math.min(row.day, this.#today - 1), worth, jobs);
		return Number.isNaN(money) ? {
			flaw: "no-rate",
			field: "currency",
			value: row.currency
		} : null;
	}
	result() {
		const [covered, provisional] = [/* @__PURE__ */ new Set(), /* @__PURE__ */ new Set()];
		for (const { first, last, isBill } of this.#files) for (let day = Math.max(first, this.#first); day <= Math.min(last, this.#today - 1); day++) {
			covered.add(day);
			if (isBill && day >= this.#today - 3) provisional.add(day);
		}
		return {
			spent: [...this.#spent.values()],
			covered,
			provisional,
			outside: this.#outside,
			undated: this.#undated
		};
	}
	#place(among, day, worth, jobs) {
		if (among.length === 0) {
			add(this.#outside, worth, jobs);
			return;
		}
		const ids = among.map(workloadId);
		const { days } = require_bad_records.getOrInsert(this.#spent, ids.join("\n\n"), () => ({
			among: ids,
			days: /* @__PURE__ */ new Map()
		}));
		add(require_bad_records.getOrInsert(days, day, nothingSpent), worth, jobs);
	}
	/**
	* The cost of a job: from its record, otherwise its price for its outcome. If it is unknown whether the outcome is billed, the cost is a
	* lower bound. A job that has not ended has an unknown cost.
	*/
	#worthOf(job, [workload, ...others]) {
		if (job.status === "pending") return UNKNOWN;
		const known = (billed) => ({
			billed,
			isPriced: false,
			isKnown: true
		});
		const [any] = this.#plan.workloads;
		if (!workload || others.length > 0) {
			const money = any && !Number.isNaN(job.cost) ? require_bad_records.inReporting(job.cost, job.currency, any) : NaN;
			return Number.isNaN(money) ? UNKNOWN : known(money);
		}
		const cost = this.#costOf(workload, require_program.dayOf(job.submitted_at), job.requested_seconds, job.resolution);
		const money = cost ? require_bad_records.recordedMoney(job, workload, cost) : require_bad_records.moneyOf(job, workload);
		if (!Number.isNaN(money)) return known(money);
		const isSilent = Number.isNaN(job.cost) && Number.isNaN(job.credits);
		if (!cost || !isSilent) return UNKNOWN;
		const { low, high } = require_bad_records.expectedRange(workload, job, cost);
		return {
			billed: low,
			isPriced: true,
			isKnown: low === high
		};
	}
};
function widen(file, from, to) {
	file.first = Math.min(file.first, from);
	file.last = Math.max(file.last, to);
}
function add(sum, { billed, isPriced, isKnown }, jobs) {
	sum.billed += billed;
	sum.jobs += jobs;
	if (isPriced) sum.priced += jobs;
	if (!isKnown) sum.unknown += jobs;
}
/** The workloads that a bill row may belong to. A row names only a model, which several workloads can use. */
function workloadsOfRow(row, plan) {
	const found = require_bad_records.workloadOfRow(plan, row);
	const isLike = (one) => found !== void 0 && one.keys.provider === found.keys.provider && require_bad_records.modelOf(one) === require_bad_records.modelOf(found);
	return row.about === "" && new Set(plan.workloads.map(require_bad_records.modelOf)).size === 1 ? [...plan.workloads] : plan.workloads.filter(isLike);
}
// lib/src/joblog/actuals/actuals-reader.js
function actualsReader(plan, date) {
	const files = [];
	const days = new SpentDays(plan, date);
	return {
		file(name) {
			files.push(name);
			return oneFile(days);
		},
		result: (bad) => ({
			files,
			...days.result(),
			bad
		})
	};
}
/** Reads one file. Its first usable record decides what it is: a log of jobs, or a bill if that record is a bill row with a day. */
function oneFile(days) {
	const file = days.newFile();
	const [toRecord, readJob, { read: readRow }] = [
		require_bad_records.recordMapper(void 0, /* @__PURE__ */ new Map()),
		require_bad_records.jobReader(),
		require_program.billingRowReader()
	];
	let kind = null;
	const jobIn = (value) => {
		const raw = toRecord(value);
		const job = "flaw" in raw ? raw : readJob(raw);
		if ("flaw" in job) return job;
		kind = "jobs";
		days.addJob(job, file);
		return null;
	};
	const rowIn = (value) => {
		const row = readRow(value);
		if (row === null || "flaw" in row) return row;
		if (kind === null && Number.isNaN(row.day)) return {
			flaw: "missing",
			field: "date",
			value: ""
		};
		kind = "bill";
		file.isBill = true;
		return days.addRow(row, file);
	};
	return (value) => {
		if (kind === "bill") return rowIn(value);
		const page = require_bad_records.pageOf(value);
		if (page) return page.map(jobIn);
		const flaw = jobIn(value);
		return flaw === null || kind === "jobs" || rowIn(value) !== null ? flaw : null;
	};
}
// lib/src/review/with-actuals.js
/**
* Adds the month to date to a report. If the bill so far plus the plan for the rest of the month exceeds a limit, the check only
* warns, because no change can undo a bill. A pace outside the plan's range is a note.
*/
function withActuals(review, actuals) {
	const { head, now, distributions } = review.from;
	const toDate = toDateOf({
		head,
		now,
		distributions,
		budgets: review.budgets,
		date: review.date
	}, actuals);
	const reasons = [...review.reasons, ...toDate.limits.flatMap((line) => overToDate(line, toDate, review))];
	const problem = paceProblem(toDate, review);
	const problems = problem ? [...review.problems, {
		...problem,
		...require_program.locate(head.files.get(problem.file), problem)
	}] : review.problems;
	return {
		...review,
		toDate,
		reasons,
		problems,
		verdict: require_program.verdictOf(reasons)
	};
}
/** Warns about a limit that this month will exceed. If the plan alone exceeds it, the report already says so. */
function overToDate({ file, scope, limit, projected, billed, complete, passed_on }, { month }, { reasons }) {
	const isSaid = reasons.some((one) => one.code === "budget-exceeded" && one.file === file && one.scope === scope);
	const value = projected ?? billed;
	if (isSaid || !require_program.isOverLimit(value, limit)) return [];
	return [{
		code: "actuals-over",
		level: "warn",
		file,
		scope,
		limit,
		value,
		figure: "expected",
		args: {
			month,
			billed: billed.toString(),
			passed_on,
			complete
		}
	}];
}
function paceProblem({ off, band, total, covered, month }, { currency, from: { head } }) {
	const [file] = head.roots;
	if (!off || !band || !total.at_pace || file === void 0) return null;
	return {
		code: "pace-off-plan",
		severity: "note",
		file,
		path: ["budget"],
		args: {
			month,
			covered,
			off,
			pace: total.at_pace.toNumber(),
			bound: (off === "above" ? band.high : band.low).toNumber(),
			plan: total.plan?.toNumber() ?? null,
			is_of_volume: band.isOfVolume,
			complete: total.complete,
			currency
		}
	};
}
// lib/src/cli/logs/actuals.js
/**
* Adds the month to date from job logs and bills to a report. If the manifest has errors, nothing is compared and the report shows the errors.
* @throws UsageError if a file has no usable record; I/O errors
*/
async function withBilled(review, paths, { cwd, process }) {
	const { head, book } = review.from;
	const plan = require_bad_records.logPlanOf(head, book, review.date);
	if (plan.problems.length > 0 || plan.workloads.length === 0) {
		process.stderr.write("--actuals is left out: it needs a manifest without errors that has a workload.\n");
		return review;
	}
	const reader = actualsReader(plan, review.date);
	const logs = require_program.collector();
	for (const path of paths) if (await logs.collect(path, (sink) => require_bad_records.readLog(path, cwd, () => process.stdin, sink), reader.file(path)) === 0) throw new require_program.UsageError([`--actuals ${require_program.inert(path)}: nothing of it can be read as jobs or as a bill.`, ...require_bad_records.badRecordsText(logs.bad())].join("\n"));
	const bad = logs.bad();
	for (const note of require_bad_records.badRecordsText(bad)) process.stderr.write(`${note}\n`);
	return withActuals(review, reader.result(bad.count));
}
exports.withBilled = withBilled;
