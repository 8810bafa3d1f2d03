const require_program = require("./program.cjs");
const require_bad_records = require("./bad-records.part.cjs");
// lib/src/joblog/memory/window.js
var _a;
/** At least this many records are kept, whatever their times. A log of up to this size may be in any order. */
const LEAST = 4096;
/** @param least a power of two */
function recent(seconds, least = LEAST) {
	const ring = new Ring(2 * least);
	let [lowGone, highGone] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
	let late = 0;
	return {
		find: (key) => ring.find(key),
		add: (key, kept) => {
			const { submitted } = kept;
			if (submitted >= lowGone - seconds && submitted <= highGone + seconds) late++;
			while (ring.count >= least && !(Math.abs(submitted - ring.oldest()) <= seconds)) {
				const time = ring.oldest();
				if (time < lowGone) lowGone = time;
				if (time > highGone) highGone = time;
				ring.forget();
			}
			ring.add(key.low, key.high, kept);
		},
		late: () => late
	};
}
/** The numbers stored for a record: submitted, finished, cost, same, and 1 if the client gave up. */
const FIELDS = 5;
/** A growing ring buffer of records in order of arrival. Records are found by key through chains of places whose keys have the same low bits. */
var Ring = class {
	count = 0;
	#first = 0;
	#size;
	/** The place of the newest record by the low bits of its key; -1 if there is none. `#next` leads to the record before it in the chain. */
	#heads;
	#next;
	#numbers;
	#hashes;
	#names;
	#found = {
		name: "",
		same: 0,
		submitted: 0,
		finished: 0,
		gaveUp: false,
		cost: 0
	};
	/** @param size a power of two */
	constructor(size) {
		this.#size = size;
		this.#heads = new Int32Array(2 * size).fill(-1);
		this.#next = new Int32Array(size);
		this.#numbers = new Float64Array(FIELDS * size);
		this.#hashes = new Int32Array(2 * size);
		this.#names = new Array(size).fill("");
	}
	/** The newest record of a key. */
	find({ low, high }) {
		for (let at = this.#heads[this.#headOf(low)]; at !== -1; at = this.#next[at]) if (this.#hashes[2 * at] === low && this.#hashes[2 * at + 1] === high) return this.#read(at);
	}
	/** When the oldest record was submitted, in seconds. */
	oldest() {
		return this.#numbers[FIELDS * this.#first];
	}
	forget() {
		const [at, heads, next] = [
			this.#first,
			this.#heads,
			this.#next
		];
		const head = this.#headOf(this.#hashes[2 * at]);
		if (heads[head] === at) heads[head] = -1;
		else for (let one = heads[head]; one !== -1; one = next[one]) if (next[one] === at) next[one] = -1;
		this.#first = at + 1 & this.#size - 1;
		this.count--;
	}
	add(low, high, { name, same, submitted, finished, gaveUp, cost }) {
		if (this.count === this.#size) this.#grow();
		const at = this.#first + this.count & this.#size - 1;
		const numbers = this.#numbers;
		this.count++;
		this.#hashes[2 * at] = low;
		this.#hashes[2 * at + 1] = high;
		this.#names[at] = require_bad_records.ownText(name);
		numbers[FIELDS * at] = submitted;
		numbers[FIELDS * at + 1] = finished;
		numbers[FIELDS * at + 2] = cost;
		numbers[FIELDS * at + 3] = same;
		numbers[FIELDS * at + 4] = gaveUp ? 1 : 0;
		const head = this.#headOf(low);
		this.#next[at] = this.#heads[head];
		this.#heads[head] = at;
	}
	#headOf(low) {
		return low & this.#heads.length - 1;
	}
	#read(at) {
		const [found, numbers] = [this.#found, this.#numbers];
		found.name = this.#names[at];
		found.submitted = numbers[FIELDS * at];
		found.finished = numbers[FIELDS * at + 1];
		found.cost = numbers[FIELDS * at + 2];
		found.same = numbers[FIELDS * at + 3];
		found.gaveUp = numbers[FIELDS * at + 4] === 1;
		return found;
	}
	/** Doubles the size, because more records than expected are within the window. */
	#grow() {
		const larger = new _a(2 * this.#size);
		for (let index = 0; index < this.count; index++) {
			const at = this.#first + index & this.#size - 1;
			larger.add(this.#hashes[2 * at], this.#hashes[2 * at + 1], this.#read(at));
		}
		this.#first = 0;
		this.#size = larger.#size;
		this.#heads = larger.#heads;
		this.#next = larger.#next;
		this.#numbers = larger.#numbers;
		this.#hashes = larger.#hashes;
		this.#names = larger.#names;
	}
};
_a = Ring;
/** Writes two 32-bit hashes of a text and of a second text or number into `into` (FNV-1a with two primes). */
function hashOf(one, two, into) {
	into.low = 2166136261;
	into.high = 461845907;
	mixText(one, into);
	mix(511, into);
	if (typeof two === "string") mixText(two, into);
	else {
		mix(two | 0, into);
		mix(two / 4294967296 | 0, into);
		mix(two % 1 * 2147483647 | 0, into);
	}
	into.low ^= into.low >>> 15;
	into.high ^= into.high >>> 13;
	return into;
}
function mixText(text, into) {
	let { low, high } = into;
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		low = Math.imul(low ^ unit, 16777619);
		high = Math.imul(high ^ unit, 2246822507);
	}
	into.low = low;
	into.high = high;
}
function mix(number, into) {
	into.low = Math.imul(into.low ^ number, 16777619);
	into.high = Math.imul(into.high ^ number, 2246822507);
}
// lib/src/joblog/measure/duplicates.js
/** A retry after a timeout is submitted at the client's timeout, or slightly earlier by its clock: from this share of the timeout on. */
const NEARLY = .9;
/**
* Finds duplicate jobs. Two billed jobs with the same idempotency key are certain duplicates. Otherwise request, take, prompt and seed must be
* equal (another take or seed is meant to be another clip), and the second job must have been submitted while the first still ran, at most
* `seconds` after it.
*/
function duplicatesIn(seconds) {
	const takes = [];
	const keys = [];
	const hash = () => ({
		low: 0,
		high: 0
	});
	const [take, key, same] = [
		hash(),
		hash(),
		hash()
	];
	const job = {
		name: "",
		same: 0,
		submitted: 0,
		finished: 0,
		gaveUp: false,
		cost: 0
	};
	const of = (all, workload) => {
		all[workload] ??= recent(seconds);
		return all[workload];
	};
	return {
		add({ request_id, idempotency_key, take: number, prompt_hash, seed, job_id, submitted_at, finished_at, gave_up_at }, workload, cost, patience) {
			job.name = job_id;
			job.same = number !== "" || seed !== "" ? hashOf(prompt_hash, seed, same).low : NaN;
			job.submitted = submitted_at;
			job.finished = finished_at;
			job.gaveUp = Number.isNaN(finished_at) && !Number.isNaN(gave_up_at);
			job.cost = cost;
			let duplicate = null;
			let newTake = false;
			if (request_id !== "") {
				const seen = of(takes, workload);
				const before = seen.find(hashOf(request_id, number, take));
				newTake = before === void 0;
				if (before) duplicate = ofOneTake(before, job, patience, seconds);
				seen.add(take, job);
			}
			if (idempotency_key !== "") {
				const seen = of(keys, workload);
				const before = seen.find(hashOf(idempotency_key, "", key));
				if (before && before.cost > 0 && cost > 0) duplicate = pair(before, job, "certain");
				seen.add(key, job);
			}
			return {
				newTake,
				duplicate
			};
		},
		late: () => [...takes, ...keys].reduce((sum, one) => sum + (one?.late() ?? 0), 0)
	};
}
/** How sure it is that two overlapping jobs for one take are duplicates: `likely` if the second came at the client's timeout. Both are in seconds; `patience` is NaN if none is declared. */
function confidenceOf(gap, patience) {
	return gap >= NEARLY * patience ? "likely" : "possible";
}
function ofOneTake(one, other, patience, seconds) {
	if (one.same !== other.same || !(one.cost > 0 && other.cost > 0)) return null;
	const [first, second] = one.submitted <= other.submitted ? [one, other] : [other, one];
	const gap = second.submitted - first.submitted;
	if (!(Number.isNaN(first.finished) || first.finished > second.submitted) || !(gap <= seconds)) return null;
	return pair(first, second, confidenceOf(gap, patience));
}
/** The wasted cost is that of the clip that nobody waited for: the first, if the client gave up on it, otherwise the second. */
function pair(one, other, confidence) {
	const [first, second] = other.submitted < one.submitted ? [other, one] : [one, other];
	return {
		first: require_bad_records.ownText(first.name),
		second: require_bad_records.ownText(second.name),
		confidence,
		wasted: first.gaveUp ? first.cost : second.cost
	};
}
// lib/src/joblog/measure/group.js
/** The group of a single job. */
const ONE_JOB = {
	jobs: 1,
	last: NaN,
	ended: 0,
	sum: 0,
	squares: 0,
	gaveUpAfter: NaN,
	named: 0,
	takes: 0,
	requests: 0,
	marked: 0,
	kept: 0,
	polled: 0,
	polls: 0,
	repeats: null
};
/** The columns of a group in addition to those of a job. */
const NUMBERS = [
	"jobs",
	"last_submitted_at",
	"ended",
	"sum_ln",
	"sum_ln2",
	"gave_up_after",
	"named",
	"takes",
	"requests",
	"marked",
	"kept_clips",
	"polled",
	"sent_polls",
	"repeat_gap",
	"repeat_wasted"
];
/** Reads groups. Like `jobReader`, it reuses one object for all of them. */
function groupReader() {
	const read = require_bad_records.jobReader();
	return (value) => {
		if (!require_program.isTree(value)) return {
			flaw: "not-a-record",
			field: "",
			value: require_program.shown(value)
		};
		return groupOf(inSmallLetters(value), read);
	};
}
/** Converts column names to lower case, because Snowflake exports them in capitals. */
function inSmallLetters(row) {
	return "JOBS" in row && !("jobs" in row) ? Object.fromEntries(Object.entries(row).map(([name, cell]) => [name.toLowerCase(), cell])) : row;
}
function groupOf(value, read) {
	const job = read({
		...value,
		submitted_at: value["first_submitted_at"],
		job_id: value["example_job_id"],
		request_id: value["example_request_id"]
	});
	if ("flaw" in job) return job;
	const numbers = /* @__PURE__ */ new Map();
	for (const name of NUMBERS) {
		const written = value[name];
		const number = written === null || written === void 0 || written === "" ? NaN : Number(written);
		if (Number.isNaN(number) && written !== null && written !== void 0 && written !== "") return {
			flaw: "not-a-number",
			field: name,
			value: require_program.shown(written)
		};
		numbers.set(name, number);
	}
	const of = (name) => numbers.get(name) ?? NaN;
	const sum = (name) => Number.isNaN(of(name)) ? 0 : of(name);
	const jobs = of("jobs");
	if (!(jobs >= 1) || !Number.isInteger(jobs)) return {
		flaw: "missing",
		field: "jobs",
		value: require_program.shown(value["jobs"])
	};
	const repeated = typeof value["repeat_of"] === "string" && value["repeat_of"] !== "" ? value["repeat_of"] : null;
	const gap = of("repeat_gap");
	const wasted = of("repeat_wasted");
	const isKey = value["repeat_kind"] === "key";
	return {
		job,
		group: {
			jobs,
			last: of("last_submitted_at"),
			ended: sum("ended"),
			sum: sum("sum_ln"),
			squares: sum("sum_ln2"),
			gaveUpAfter: of("gave_up_after"),
			named: sum("named"),
			takes: sum("takes"),
			requests: sum("requests"),
			marked: sum("marked"),
			kept: sum("kept_clips"),
			polled: sum("polled"),
			polls: sum("sent_polls"),
			repeats: repeated === null ? null : (charged, patience) => charged > 0 ? {
				first: repeated,
				second: job.job_id,
				confidence: isKey ? "certain" : confidenceOf(gap, patience),
				wasted: wasted || charged
			} : null
		}
	};
}
// lib/src/joblog/reconcile/accept-records.js
/** Reads job records, in our own format or a provider's, and passes them to the reconciler. @param formatOf the format; if undefined, it is recognized by its shape */
function jobsInto(reconciler, formatOf, map) {
	const toRecord = require_bad_records.recordMapper(formatOf, map);
	const read = require_bad_records.jobReader();
	const accept = (value) => {
		const raw = toRecord(value);
		if ("flaw" in raw) return raw;
		const job = read(raw);
		if ("flaw" in job) return job;
		reconciler.add(job);
		return null;
	};
	return (value) => require_bad_records.pageOf(value)?.map(accept) ?? accept(value);
}
// lib/src/joblog/memory/sum.js
function newSum() {
	let sum = 0;
	let lost = 0;
	return {
		add(amount) {
			const next = sum + amount;
			lost += Math.abs(sum) >= Math.abs(amount) ? sum - next + amount : amount - next + sum;
			sum = next;
		},
		total: () => sum + lost
	};
}
// lib/src/joblog/reconcile/finding.js
/** All kinds of differences between billed and expected amounts. */
const KINDS = [
	"DURATION",
	"RESOLUTION",
	"UNIT_PRICE",
	"DOUBLE_BILLED",
	"FAILED_JOB_BILLED",
	"FAILED_JOB_CREDITED",
	"GHOST",
	"NOT_ENDED",
	"UNBILLED",
	"ADJUSTMENT",
	"OUT_OF_PLAN",
	"VOLUME",
	"DUPLICATE_POLLING"
];
/** Kinds whose amount is per month and not a part of the log's bill. */
const MONTHLY = /* @__PURE__ */ new Set(["VOLUME", "DUPLICATE_POLLING"]);
/** A finding that is not about a single job. */
function findingOf(kind, workload, delta, args) {
	return {
		kind,
		job_id: "",
		request_id: "",
		workload,
		day: NaN,
		delta,
		provisional: false,
		args,
		metadata: ""
	};
}
/** @param most how many findings of each kind are kept. It is limited, because a wrong price in a manifest makes one for every job */
function findingsUpTo(most) {
	const found = [];
	const byKind = /* @__PURE__ */ new Map();
	const absolute = newSum();
	return {
		add(finding, jobs) {
			const { kind, delta, provisional } = finding;
			const total = require_bad_records.getOrInsert(byKind, kind, () => ({
				count: 0,
				delta: newSum(),
				unknown: false,
				kept: 0,
				listed: 0
			}));
			total.count += jobs;
			if (delta === null) total.unknown = true;
			else total.delta.add(delta);
			if (delta !== null && !MONTHLY.has(kind) && !(provisional && kind === "UNBILLED")) absolute.add(Math.abs(delta));
			if (total.kept >= most) return;
			total.kept++;
			total.listed += jobs;
			found.push(kept(finding));
		},
		list: () => found,
		totals: () => KINDS.flatMap((kind) => {
			const total = byKind.get(kind);
			return total ? [{
				kind,
				count: total.count,
				delta: total.unknown ? null : total.delta.total(),
				listed: total.listed
			}] : [];
		}),
		unexplained: absolute.total
	};
}
/** A finding whose texts are copied, so that they do not keep the log in memory. */
function kept(finding) {
	const args = Object.fromEntries(Object.entries(finding.args).map(([name, value]) => [name, typeof value === "string" ? require_bad_records.ownText(value) : value]));
	return {
		...finding,
		job_id: require_bad_records.ownText(finding.job_id),
		request_id: require_bad_records.ownText(finding.request_id),
		args
	};
}
// lib/src/joblog/bill/bill-days.js
function billHours() {
	const models = /* @__PURE__ */ new Map();
	return {
		add(workload, hour, { low, high }, seconds) {
			const model = require_bad_records.modelOf(workload);
			const { hours } = require_bad_records.getOrInsert(models, model, () => ({
				model,
				workload,
				hours: /* @__PURE__ */ new Map()
			}));
			const known = require_bad_records.getOrInsert(hours, hour, nothing);
			known.jobs++;
			known.range.low += low;
			known.range.high += high;
			if (!Number.isNaN(seconds)) known.seconds += seconds;
		},
		all: () => models
	};
}
/** Sums the hours of a model to the days of a time zone. @param ahead the zone's hours ahead of UTC */
function byDay({ hours }, ahead) {
	const days = /* @__PURE__ */ new Map();
	for (const [hour, one] of hours) addTo(require_bad_records.getOrInsert(days, Math.floor((hour + ahead) / 24), nothing), one);
	return days;
}
function addTo(sum, { jobs, range, seconds }) {
	sum.jobs += jobs;
	sum.range.low += range.low;
	sum.range.high += range.high;
	sum.seconds += seconds;
}
function nothing() {
	return {
		jobs: 0,
		range: {
			low: 0,
			high: 0
		},
		seconds: 0
	};
}
// lib/src/joblog/bill/bill-by-day.js
/** Possible time zones of bills, in hours ahead of UTC. */
const ZONES = Array.from({ length: 27 }, (_, i) => i - 12);
/** A bill counts as being in another time zone than UTC if that leaves less than this share of the differences. */
const EXPLAINED = .5;
/**
* Compares bill rows without a job id with the jobs of their model and days. The days are in the time zone that fits best; rows of a month
* are compared with that month. Neighboring days whose differences cancel are only shifted and count as no difference.
*/
function compareByDay(hours, tally) {
	const all = hours.all();
	const { models, isLumped } = rowsByModel(tally);
	const expected = isLumped ? lumped([...all.values()]) : all;
	const zone = zoneOf(models, expected);
	tally.shift.zone = zone;
	for (const model of /* @__PURE__ */ new Set([...models.keys(), ...expected.keys()])) {
		const { left, shifted } = withoutShifts(compareModel(model, {
			hours: expected.get(model),
			rows: models.get(model)
		}, zone, tally));
		tally.shift.days += shifted;
		for (const { finding, jobs } of left) tally.find(finding, Math.max(1, jobs));
	}
}
/** Bill rows by model. If a row names no model and the plan has several, all rows and jobs of a day are combined. */
function rowsByModel(tally) {
	const { plan, bill } = tally;
	const rows = bill?.rest() ?? [];
	const models = /* @__PURE__ */ new Map();
	const only = new Set(plan.workloads.map(require_bad_records.modelOf)).size === 1;
	const isLumped = !only && rows.some(({ about }) => about === "");
	for (const row of rows) {
		const workload = only && row.about === "" ? plan.workloads[0] : isLumped ? require_bad_records.workloadOfRow(plan, row) ?? plan.workloads[0] : require_bad_records.workloadOfRow(plan, row);
		if (!workload) {
			unknownModel(row, tally);
			continue;
		}
		const of = require_bad_records.getOrInsert(models, isLumped ? "" : require_bad_records.modelOf(workload), () => ({
			workload,
			rows: /* @__PURE__ */ new Map()
		}));
		const key = `${row.from} ${row.day}`;
		const known = of.rows.get(key);
		const sum = known && {
			...known,
			amount: known.amount + row.amount,
			seconds: known.seconds + row.seconds,
			requests: known.requests + row.requests
		};
		of.rows.set(key, sum ?? row);
	}
	return {
		models,
		isLumped
	};
}
function lumped(all) {
	const [first] = all;
	if (!first) return /* @__PURE__ */ new Map();
	const hours = /* @__PURE__ */ new Map();
	for (const model of all) for (const [hour, one] of model.hours) addTo(require_bad_records.getOrInsert(hours, hour, nothing), one);
	return /* @__PURE__ */ new Map([["", {
		model: "",
		workload: first.workload,
		hours
	}]]);
}
/** Handles a row whose model no workload uses. In a provider's own bill it is out of plan. A bill of everything in an account has many such rows, which do not count. */
function unknownModel(row, tally) {
	if (tally.bill?.isOfEverything()) {
		tally.outside(1, row.amount);
		return;
	}
	tally.paid(row.amount);
	tally.find({
		...findingOf("OUT_OF_PLAN", null, row.amount, {
			why: "model",
			what: row.sku
		}),
		day: row.day
	}, 1);
}
/** The time zone of the bill's days, in hours ahead of UTC: the one that leaves the smallest differences. UTC stays unless another leaves less than half of its differences. */
function zoneOf(models, expected) {
	const left = (ahead) => {
		let sum = 0;
		for (const [model, { rows }] of models) {
			const hours = expected.get(model);
			const days = hours ? byDay(hours, ahead) : /* @__PURE__ */ new Map();
			for (const { from, day, amount } of rows.values()) {
				if (from !== day || Number.isNaN(amount)) continue;
				const range = days.get(day)?.range ?? {
					low: 0,
					high: 0
				};
				const due = require_bad_records.nearestExpected(range, amount);
				if (!require_bad_records.near(amount, due)) sum += Math.abs(amount - due);
			}
		}
		return sum;
	};
	const utc = left(0);
	if (utc === 0) return 0;
	const [best = 0] = ZONES.map((ahead) => [ahead, left(ahead)]).sort(([a, x], [b, y]) => x - y || Math.abs(a) - Math.abs(b)).map(([ahead, rest]) => rest < EXPLAINED * utc ? ahead : 0);
	return best;
}
function compareModel(model, { hours, rows }, zone, tally) {
	const found = [];
	const days = hours ? byDay(hours, zone) : /* @__PURE__ */ new Map();
	const name = model === "" ? "all models" : model;
	for (const row of rows?.rows.values() ?? []) {
		const jobs = nothing();
		for (const [day, one] of days) {
			if (!(row.from === day || day >= row.from && day <= row.day || Number.isNaN(day) && Number.isNaN(row.day))) continue;
			addTo(jobs, one);
			days.delete(day);
		}
		if (!tally.covers(row.from, row.day)) {
			tally.outside(1, row.amount);
			if (jobs.jobs > 0) tally.uncovered(jobs.jobs, jobs.range.low, false);
		} else found.push(...compareRow({
			sku: name,
			workload: rows.workload
		}, row, jobs, tally));
	}
	for (const [day, jobs] of days) found.push(...withoutRow({
		sku: name,
		workload: hours.workload,
		hasRows: rows !== void 0
	}, day, jobs, tally));
	return found.sort((a, b) => a.from - b.from);
}
/** Compares one row, for a day or a month, with its jobs. */
function compareRow({ sku, workload }, row, { jobs, range, seconds }, tally) {
	const { from, day, amount } = row;
	if (Number.isNaN(amount)) {
		tally.coverage.details.unreadable(jobs);
		tally.coverage.leaveOut("unreadable", jobs, NaN, range.low);
		return [];
	}
	const due = require_bad_records.nearestExpected(range, amount);
	tally.paid(amount);
	tally.due(due);
	tally.coverage.compared.add(jobs, amount);
	if (require_bad_records.near(amount, due)) return [];
	const isLength = !Number.isNaN(row.seconds) && seconds > 0 && !require_bad_records.near(row.seconds, seconds);
	const args = {
		sku,
		from,
		day,
		jobs,
		billed: amount,
		expected: due,
		requests: row.requests
	};
	const finding = {
		...findingOf(jobs === 0 ? "GHOST" : isLength ? "DURATION" : "UNIT_PRICE", workload.name, amount - due, {
			...args,
			sku: jobs === 0 ? row.sku || sku : sku,
			...isLength && {
				asked: seconds,
				got: row.seconds
			}
		}),
		day,
		provisional: tally.isProvisional(day)
	};
	return [{
		from,
		day,
		delta: amount - due,
		finding,
		jobs
	}];
}
/** Handles the jobs of a day without a bill row. */
function withoutRow({ sku, workload, hasRows }, day, { jobs, range }, tally) {
	if (!hasRows || !tally.isBilledDay(day)) {
		tally.uncovered(jobs, range.low, tally.isBilledDay(day));
		return [];
	}
	const provisional = tally.isProvisional(day);
	if (range.low > 0 && provisional) {
		tally.coverage.details.awaited.add(jobs, range.low);
		tally.coverage.leaveOut("provisional", jobs, NaN, range.low);
	} else {
		tally.due(range.low);
		tally.coverage.compared.add(jobs, 0);
	}
	if (range.low === 0) return [];
	const args = {
		sku,
		from: day,
		day,
		jobs,
		expected: range.low,
		billed: 0
	};
	const finding = {
		...findingOf("UNBILLED", workload.name, -range.low, args),
		day,
		provisional
	};
	return [{
		from: day,
		day,
		delta: -range.low,
		finding,
		jobs
	}];
}
/** Removes runs of days whose differences cancel, because a job was billed on the next day. */
function withoutShifts(found) {
	const left = [];
	let shifted = 0;
	for (let at = 0; at < found.length;) {
		const length = lengthOfShift(found, at);
		if (length === 0) left.push(found[at]);
		else shifted += length;
		at += Math.max(1, length);
	}
	return {
		left,
		shifted
	};
}
/** The number of days, starting with one, whose differences cancel; 0 if they do not. */
function lengthOfShift(found, at) {
	let [sum, most] = [0, 0];
	for (let next = at; next < found.length; next++) {
		const one = found[next];
		if (!(one.from === one.day && !one.finding.provisional) || next > at && one.day !== found[next - 1].day + 1) return 0;
		sum += one.delta;
		most = Math.max(most, Math.abs(one.delta));
		if (next > at && Math.abs(sum) <= .005 * most + 1e-9) return next - at + 1;
	}
	return 0;
}
// lib/src/joblog/bill/billing-rest.js
/**
* Reports what is left of a bill by job after all jobs are read. Each row of a job that is not in the log is a finding. Rows without a job
* (refunds, adjustments, an account's own id) are combined into one finding.
*/
function rowsWithoutJobs(billing, tally) {
	const common = billing.commonId();
	const rest = billing.rest();
	for (const row of billing.jobs().values()) {
		if (row.matched) continue;
		if (row.id === common) rest.push(row);
		else ghost(row, tally);
	}
	adjustments(rest, tally);
}
function ghost(row, tally) {
	const { id, request_id, sku, amount, day } = row;
	if (!tally.covers(day, day)) {
		tally.outside(1, amount);
		return;
	}
	if (Number.isNaN(amount)) {
		tally.coverage.details.unreadable(1);
		tally.coverage.leaveOut("unreadable", 1, NaN, NaN);
		return;
	}
	tally.paid(amount);
	tally.coverage.compared.add(0, amount);
	if (amount === 0) return;
	const finding = findingOf("GHOST", require_bad_records.workloadOfRow(tally.plan, row)?.name ?? null, amount, {
		billed: amount,
		sku,
		day
	});
	tally.find({
		...finding,
		job_id: id,
		request_id,
		day,
		provisional: tally.isProvisional(day)
	}, 1);
}
/** Reports rows without a job, on the days of the log, as one difference. */
function adjustments(rows, tally) {
	let [count, sum, first, last] = [
		0,
		0,
		Number.POSITIVE_INFINITY,
		Number.NEGATIVE_INFINITY
	];
	for (const { amount, day } of rows) {
		if (!tally.covers(day, day) || Number.isNaN(amount)) {
			if (Number.isNaN(amount)) tally.coverage.leaveOut("unreadable", 1, NaN, NaN);
			else tally.outside(1, amount);
			continue;
		}
		count++;
		sum += amount;
		first = Math.min(first, day);
		last = Math.max(last, day);
	}
	if (count === 0 || sum === 0) return;
	tally.paid(sum);
	tally.find({
		...findingOf("ADJUSTMENT", null, sum, {
			rows: count,
			billed: sum,
			from: first,
			to: last
		}),
		day: first
	}, count);
}
// lib/src/joblog/bill/join.js
/** Words that may precede an id: `video_9f`, `job:9f`. */
const WORDS = "job|task|video|prediction|generation|request|operation|id";
/**
* Decides how the ids of a bill match those of a log, from the ids of some jobs on the bill's days. If at least half of them match exactly,
* the rule is `exact`; otherwise it is the rule with the most matches.
* @param providers slugs that may precede an id
*/
function joinOf(billing, sample, providers) {
	if (!billing.byJob()) return {
		by: "day",
		why: "nameless",
		id: ""
	};
	const rules = rulesFor(providers);
	const found = (rule) => {
		const keys = new Set([...billing.jobs().keys()].map(rules[rule]));
		return sample.filter((id) => keys.has(rules[rule](id))).length;
	};
	const exact = found("exact");
	if (sample.length === 0 || 2 * exact >= sample.length) return {
		by: "job",
		rule: "exact"
	};
	let [best, most] = ["exact", exact];
	for (const rule of [
		"case",
		"prefix",
		"case-and-prefix"
	]) {
		const number = found(rule);
		if (number > most) [best, most] = [rule, number];
	}
	if (most > 0) return {
		by: "job",
		rule: best
	};
	const common = billing.commonId();
	if (common !== null) return {
		by: "day",
		why: "common",
		id: common
	};
	return {
		by: "day",
		why: "foreign",
		id: billing.jobs().keys().next().value ?? ""
	};
}
/** Finds the row of a job by a rule and marks it as matched. Ids of the bill that become equal under the rule match nothing. */
function rowFinder(billing, rule, providers) {
	const mark = (row) => {
		if (!row) return void 0;
		row.matched = true;
		return row;
	};
	if (rule === "exact") return (job_id) => mark(billing.jobs().get(job_id));
	const key = rulesFor(providers)[rule];
	const rows = /* @__PURE__ */ new Map();
	for (const [id, row] of billing.jobs()) rows.set(key(id), rows.has(key(id)) ? null : row);
	return (job_id) => mark(billing.jobs().get(job_id) ?? rows.get(key(job_id)));
}
/** For each rule, the part of an id that must be equal on both sides. */
function rulesFor(providers) {
	const names = providers.map((name) => name.toLowerCase().replace(/[^a-z0-9-]/g, ""));
	const before = new RegExp(`^(?:${[WORDS, ...names].join("|")})[-_.#]`, "i");
	const bare = (id) => id.replace(/^.*[/:|]/, "").replace(before, "");
	return {
		exact: (id) => id,
		case: (id) => id.toLowerCase(),
		prefix: bare,
		"case-and-prefix": (id) => bare(id).toLowerCase()
	};
}
// lib/src/joblog/measure/successes.js
/** Gives the number of a workload's successful jobs with a known cost on a day (days since 1970) or later. */
function successesSince(plan, observed) {
	return (name, from) => {
		let jobs = 0;
		for (const workload of plan.workloads) {
			if (workload.name !== name) continue;
			for (const [day, { priced }] of observed[workload.index]?.days ?? []) if (day >= from) jobs += priced;
		}
		return jobs;
	};
}
// lib/src/joblog/reconcile/monthly-findings.js
/** Differences from the manifest over a whole workload: more or fewer jobs than declared, and more status requests than its schedule sends. */
function monthlyFindings(plan, observed, costOf) {
	const covered = require_program.coveredDays(observed);
	return plan.workloads.flatMap((workload) => {
		const seen = observed[workload.index];
		return [...volume(workload, seen, covered, costOf), ...polling(workload, seen)];
	});
}
/** Compares the volume: wanted clips with planned clips if every job names its request, otherwise jobs with the planned jobs before retries. */
function volume(workload, seen, covered, costOf) {
	const { declared: plannedJobs, keys, pricing } = workload;
	if (plannedJobs === null) return [];
	const clips = require_program.clipPace(seen, covered);
	const pace = clips ?? require_program.jobPace(seen, covered);
	const declared = clips ? require_program.clipsWanted(require_program.volumeIn(keys.volume, pricing().month)) : plannedJobs;
	if (pace.perMonth === null || !require_program.isOtherVolume(pace, declared)) return [];
	const jobs = declared === 0 ? 1 : plannedJobs / declared;
	const price = (costOf(workload, NaN, NaN, "")?.amount ?? 0) * jobs;
	const args = {
		jobs: pace.count,
		days: pace.days,
		per_month: pace.perMonth,
		declared,
		unit: clips ? "clip" : "job"
	};
	return [findingOf("VOLUME", workload.name, (pace.perMonth - declared) * price, args)];
}
function polling(workload, { polls }) {
	const { expectedJobs: jobs, sentThere: sent, expected } = polls;
	if (jobs === 0 || expected === 0 || sent <= 1.1 * expected) return [];
	const { usd } = workload.jobs.status_request ?? {};
	const price = require_program.toReporting(require_program.decimal(usd ?? 0), "USD", workload.pricing());
	const delta = require_program.isNoRate(price) ? null : (sent - expected) * price.toNumber();
	return [findingOf("DUPLICATE_POLLING", workload.name, delta, {
		jobs,
		sent: sent / jobs,
		planned: expected / jobs
	})];
}
// lib/src/joblog/memory/median.js
/** Values within this relative distance are counted together. */
const WIDTH = 1e-6;
function medianOf() {
	const places = /* @__PURE__ */ new Map();
	let count = 0;
	let last = null;
	return {
		add(value, times) {
			if (!(value > 0)) return;
			count += times;
			if (last?.value === value) {
				last.place.count += times;
				last.place.sum += value * times;
				return;
			}
			const place = Math.round(Math.log(value) / WIDTH);
			const at = require_bad_records.getOrInsert(places, place, () => ({
				count: 0,
				sum: 0
			}));
			at.count += times;
			at.sum += value * times;
			last = {
				value,
				place: at
			};
		},
		value() {
			if (count === 0) return NaN;
			const sorted = [...places].sort(([a], [b]) => a - b);
			const at = (rank) => {
				let below = 0;
				for (const [, { count: here, sum }] of sorted) {
					below += here;
					if (below > rank) return sum / here;
				}
				return NaN;
			};
			return (at(Math.floor((count - 1) / 2)) + at(Math.floor(count / 2))) / 2;
		}
	};
}
// lib/src/joblog/measure/expected-polls.js
/** The polling schedule of the manifest or the price book; null if there is none, or if a webhook reports the end. */
function scheduleOf({ client }, jobs) {
	if (client.completion && !("poll" in client.completion)) return null;
	const poll = client.completion?.poll;
	const interval = poll?.interval ?? jobs.completion?.poll?.interval;
	if (interval === void 0 || interval <= 0) return null;
	return {
		first: poll?.first ?? interval,
		interval,
		backoff: poll?.backoff ?? 1,
		max: poll?.max ?? Number.POSITIVE_INFINITY,
		pollers: poll?.pollers ?? 1
	};
}
/** The status requests for a job that ends after `seconds`. The last one is the first after its end: with first = interval = 10, a job of 25 s takes 3. */
function expectedPolls({ first, interval, backoff, max, pollers }, seconds) {
	if (backoff === 1 || interval >= max) return pollers * (seconds <= first ? 1 : 1 + Math.ceil((seconds - first) / Math.min(interval, max)));
	let polls = 1;
	let wait = interval;
	for (let at = first; at < seconds; polls++) {
		if (wait >= max) return pollers * (polls + Math.ceil((seconds - at) / max));
		at += wait;
		wait *= backoff;
	}
	return pollers * polls;
}
// lib/src/joblog/measure/observed.js
function nothingObserved() {
	return {
		jobs: 0,
		outcomes: require_program.recordOf(require_program.STATUSES, () => ({
			jobs: 0,
			costed: 0,
			billed: 0
		})),
		times: {
			ended: 0,
			sum: 0,
			squares: 0,
			gaveUp: /* @__PURE__ */ new Map()
		},
		first: Number.POSITIVE_INFINITY,
		last: Number.NEGATIVE_INFINITY,
		named: 0,
		takes: 0,
		requests: 0,
		kept: {
			marked: 0,
			kept: 0
		},
		polls: {
			jobs: 0,
			sent: 0,
			expectedJobs: 0,
			sentThere: 0,
			expected: 0
		},
		duplicates: {
			certain: 0,
			likely: 0,
			possible: 0
		},
		unit: medianOf(),
		listed: {
			jobs: 0,
			amount: 0
		},
		days: /* @__PURE__ */ new Map()
	};
}
function newDay() {
	return {
		jobs: 0,
		priced: 0,
		requests: 0,
		cost: newSum()
	};
}
/**
* Counts one job.
* @param cost in the reporting currency; NaN if unknown
* @param isNew whether it is the first job of its take, and the first of its request
*/
function observe(seen, job, cost, isNew) {
	if (job.status === "pending") return;
	seen.jobs++;
	const outcome = seen.outcomes[job.status];
	outcome.jobs++;
	if (!Number.isNaN(cost)) {
		outcome.costed++;
		if (cost > 0) outcome.billed++;
	}
	const submitted = job.submitted_at;
	if (!Number.isNaN(submitted)) {
		if (submitted < seen.first) seen.first = submitted;
		if (submitted > seen.last) seen.last = submitted;
		if (job.status !== "invalid") addTime(seen.times, job);
		const day = require_program.dayOf(submitted);
		const known = require_bad_records.getOrInsert(seen.days, day, newDay);
		known.jobs++;
		if (isNew.request) known.requests++;
		if (!Number.isNaN(cost)) {
			known.cost.add(cost);
			if (job.status === "success") known.priced++;
		}
	}
	if (job.request_id !== "") {
		seen.named++;
		if (isNew.take) seen.takes++;
		if (isNew.request) seen.requests++;
	}
	if (job.status === "success" && !Number.isNaN(job.kept)) {
		seen.kept.marked++;
		seen.kept.kept += job.kept;
	}
	if (!Number.isNaN(job.polls)) {
		seen.polls.jobs++;
		seen.polls.sent += job.polls;
	}
}
function addTime(times, { submitted_at, finished_at, gave_up_at }) {
	const ran = finished_at - submitted_at;
	if (ran > 0) {
		const log = Math.log(ran);
		times.ended++;
		times.sum += log;
		times.squares += log * log;
	} else if (Number.isNaN(finished_at) && gave_up_at > submitted_at) {
		const patience = Math.round((gave_up_at - submitted_at) * 1e3) / 1e3;
		if (patience > 0) times.gaveUp.set(patience, (times.gaveUp.get(patience) ?? 0) + 1);
	}
}
/** Counts a group of equal jobs. @param cost the cost of each job in the reporting currency; NaN if unknown */
function observeGroup(seen, job, cost, group) {
	if (job.status === "pending") return;
	const { jobs } = group;
	seen.jobs += jobs;
	const outcome = seen.outcomes[job.status];
	outcome.jobs += jobs;
	if (!Number.isNaN(cost)) {
		outcome.costed += jobs;
		if (cost > 0) outcome.billed += jobs;
	}
	if (job.submitted_at < seen.first) seen.first = job.submitted_at;
	if (group.last > seen.last) seen.last = group.last;
	const day = require_bad_records.getOrInsert(seen.days, require_program.dayOf(job.submitted_at), newDay);
	day.jobs += jobs;
	day.requests += group.requests;
	if (!Number.isNaN(cost)) {
		day.cost.add(cost * jobs);
		if (job.status === "success") day.priced += jobs;
	}
	seen.times.ended += group.ended;
	seen.times.sum += group.sum;
	seen.times.squares += group.squares;
	if (group.gaveUpAfter > 0) seen.times.gaveUp.set(group.gaveUpAfter, (seen.times.gaveUp.get(group.gaveUpAfter) ?? 0) + jobs);
	seen.named += group.named;
	seen.takes += group.takes;
	seen.requests += group.requests;
	seen.kept.marked += group.marked;
	seen.kept.kept += group.kept;
	seen.polls.jobs += group.polled;
	seen.polls.sent += group.polls;
}
/** Counts the status requests of one job, and those that its polling schedule predicts. */
function observePolls({ polls }, job, schedule) {
	const watched = (Number.isNaN(job.finished_at) ? job.gave_up_at : job.finished_at) - job.submitted_at;
	if (!schedule || Number.isNaN(job.polls) || job.status === "invalid" || !(watched > 0)) return;
	polls.expectedJobs++;
	polls.sentThere += job.polls;
	polls.expected += expectedPolls(schedule, watched);
}
// lib/src/joblog/reconcile/reconcile-job.js
/** Compares one job with the plan. */
function reconcileJob(job, source, tally) {
	const matched = matchedJob(job, ONE_JOB, source, tally);
	if (!matched) return;
	const { workload, charged } = matched;
	const { newTake, duplicate } = tally.repeated.add(job, workload.index, worthOf(job, matched), workload.keys.client.timeout ?? NaN);
	const seen = tally.observed[workload.index];
	observe(seen, job, charged, {
		take: newTake,
		request: job.request_id !== "" && (tally.requests[workload.index]?.isNew(job.request_id) ?? false)
	});
	observePolls(seen, job, tally.schedules[workload.index] ?? null);
	if (duplicate) repeats(duplicate, workload, tally);
}
/** The cost of a job for finding duplicates. A successful job of unknown cost counts at its list price. */
function worthOf({ status }, { cost, charged }) {
	return Number.isNaN(charged) && status === "success" ? cost?.amount ?? NaN : charged;
}
/** Compares a group of equal jobs with the plan. */
function reconcileGroup(job, group, source, tally) {
	const matched = matchedJob(job, group, source, tally);
	if (!matched) return;
	if (group.last > tally.last) tally.last = group.last;
	observeGroup(tally.observed[matched.workload.index], job, matched.charged, group);
	const duplicate = group.repeats?.(worthOf(job, matched), matched.workload.keys.client.timeout ?? NaN);
	if (duplicate) repeats(duplicate, matched.workload, tally);
}
function repeats(duplicate, workload, { duplicated, duplicates, observed, most }) {
	duplicated.count++;
	duplicated.wasted.add(duplicate.wasted);
	observed[workload.index].duplicates[duplicate.confidence]++;
	if (duplicates.length < most) duplicates.push(duplicate);
}
/** Finds the workload of a job, compares the job with it, and counts it. @returns null if the job has not ended or belongs to no workload */
function matchedJob(job, group, source, tally) {
	if (job.status === "pending") {
		notEnded(job, group, source, tally);
		return null;
	}
	tally.jobs += group.jobs;
	if (job.submitted_at < tally.first) tally.first = job.submitted_at;
	if (job.submitted_at > tally.last) tally.last = job.submitted_at;
	const belongs = tally.plan.belongs(job);
	if (belongs.to === null) {
		unplaced(job, belongs.why, {
			group,
			source,
			tally
		});
		return null;
	}
	const workload = belongs.to;
	const day = require_program.dayOf(job.submitted_at);
	const cost = tally.costOf(workload, day, job.requested_seconds, job.resolution);
	if (!cost) {
		const charged = chargedOf(job, workload, source);
		tally.coverage.details.unpriced(workload.name).add(group.jobs, charged * group.jobs);
		leaveOut("no-price", group.jobs, {
			billed: charged * group.jobs,
			listed: NaN
		}, tally);
		return {
			workload,
			cost,
			charged
		};
	}
	const { listed } = tally.observed[workload.index];
	listed.jobs += group.jobs;
	listed.amount += cost.amount * group.jobs;
	const charged = compare({
		job,
		workload,
		day,
		cost
	}, {
		group,
		source,
		tally
	});
	if (job.status === "success" && charged > 0) tally.observed[workload.index]?.unit.add(unitPrice({
		job,
		workload,
		day,
		cost
	}, charged, tally), group.jobs);
	return {
		workload,
		cost,
		charged
	};
}
/** Compares a job with its bill or its record. @returns its cost, from the bill if that has a row for it, otherwise from the log */
function compare({ job, workload, day, cost }, setting) {
	const { group, source, tally } = setting;
	const range = require_bad_records.expectedRange(workload, job, cost);
	if (source.from === "days") {
		source.hours.add(workload, Math.floor(job.submitted_at / 3600), range, job.status === "success" ? cost.billedSeconds : NaN);
		return require_bad_records.recordedMoney(job, workload, cost);
	}
	const row = source.from === "rows" ? source.rowOf(job.job_id) : void 0;
	const isCovered = source.from === "log" || row !== void 0 || tally.isBilledDay(day);
	const charged = row ? row.amount : source.from === "log" ? require_bad_records.recordedMoney(job, workload, cost) : range.low === 0 && isCovered ? 0 : NaN;
	if (Number.isNaN(charged)) {
		withoutMoney({
			job,
			workload,
			day,
			cost
		}, range, {
			row,
			isCovered,
			...setting
		});
		return charged;
	}
	const due = require_bad_records.nearestExpected(range, charged);
	const isInRange = due === charged;
	if (job.status === "unknown" && isInRange && range.high > range.low) {
		leaveOut("outcome-unknown", group.jobs, {
			billed: charged * group.jobs,
			listed: range.high * group.jobs
		}, tally);
		return charged;
	}
	tally.paid(charged * group.jobs);
	tally.due(due * group.jobs);
	tally.coverage.compared.add(group.jobs, charged * group.jobs);
	const provisional = row !== void 0 && tally.isProvisional(row.day);
	const compared = {
		job,
		workload,
		day,
		cost,
		expected: due,
		costOf: tally.costOf
	};
	for (const difference of require_bad_records.differences(compared, billOf(job, charged, row))) report({
		job,
		workload: workload.name,
		day
	}, difference, {
		group,
		tally,
		provisional
	});
	return charged;
}
/** Handles a job whose cost is unknown or unreadable. */
function withoutMoney({ job, workload, day }, { low, high }, { row, isCovered, group, source, tally }) {
	const { jobs } = group;
	const { coverage } = tally;
	const listed = (job.status === "success" || !Number.isFinite(high) ? low : Math.min(low, high)) * jobs;
	if (row || job.currency !== "") {
		coverage.details.unreadable(jobs);
		coverage.leaveOut("unreadable", jobs, NaN, listed);
	} else if (source.from === "log") coverage.leaveOut("no-cost", jobs, NaN, listed);
	else if (!isCovered) tally.uncovered(jobs, listed, false);
	else {
		const provisional = tally.isProvisional(day);
		if (provisional) {
			coverage.details.awaited.add(jobs, low * jobs);
			coverage.leaveOut("provisional", jobs, NaN, listed);
		} else {
			tally.due(low * jobs);
			coverage.compared.add(jobs, 0);
		}
		report({
			job,
			workload: workload.name,
			day
		}, {
			kind: "UNBILLED",
			delta: -low,
			args: {
				expected: low,
				billed: 0
			}
		}, {
			group,
			tally,
			provisional
		});
	}
}
/** Handles a job without an end in the log: reports it if it was billed, or if it has not ended for days. */
function notEnded(job, group, source, tally) {
	const row = source.from === "rows" ? source.rowOf(job.job_id) : void 0;
	const belongs = tally.plan.belongs(job);
	const day = require_program.dayOf(job.submitted_at);
	const since = Number.isFinite(day) ? require_program.dateOfDay(day) : "";
	const workload = belongs.to?.name ?? null;
	if (row && row.amount !== 0 && !Number.isNaN(row.amount)) {
		tally.paid(row.amount);
		tally.coverage.compared.add(0, row.amount);
		const provisional = tally.isProvisional(row.day);
		report({
			job,
			workload,
			day
		}, {
			kind: "NOT_ENDED",
			delta: row.amount,
			args: {
				billed: row.amount,
				expected: 0,
				since
			}
		}, {
			group,
			tally,
			provisional
		});
		return;
	}
	tally.coverage.details.pending(group.jobs);
	if (tally.isStuck(day)) report({
		job,
		workload,
		day
	}, {
		kind: "NOT_ENDED",
		delta: 0,
		args: { since }
	}, {
		group,
		tally,
		provisional: false
	});
}
/** Handles a job that belongs to no workload. Its cost is in no budget. */
function unplaced(job, why, { group, source, tally }) {
	const row = source.from === "rows" ? source.rowOf(job.job_id) : void 0;
	const isOther = job.currency !== "" && job.currency !== tally.plan.currency;
	const cost = row ? row.amount : source.from !== "log" || isOther ? NaN : job.cost;
	if (why === "ambiguous") {
		tally.coverage.details.ambiguous.add(group.jobs, cost * group.jobs);
		leaveOut("no-price", group.jobs, {
			billed: cost * group.jobs,
			listed: NaN
		}, tally);
		return;
	}
	if (Number.isNaN(cost)) tally.coverage.leaveOut(isOther ? "unreadable" : "no-cost", group.jobs, NaN, NaN);
	else {
		tally.paid(cost * group.jobs);
		tally.coverage.compared.add(group.jobs, cost * group.jobs);
	}
	const what = why === "provider" ? job.provider : job.model;
	const known = require_bad_records.getOrInsert(tally.outOfPlan, `${why} ${what}`, () => {
		const day = require_program.dayOf(job.submitted_at);
		return {
			finding: kept({
				...findingOf("OUT_OF_PLAN", null, 0, {
					why,
					what,
					example: job.job_id
				}),
				day
			}),
			jobs: 0,
			delta: newSum(),
			unknown: false
		};
	});
	known.jobs += group.jobs;
	if (Number.isNaN(cost)) known.unknown = true;
	else known.delta.add(cost * group.jobs);
}
/** Leaves a job out of the comparison. What it was charged still counts as billed. */
function leaveOut(why, jobs, { billed, listed }, { coverage, paid }) {
	coverage.leaveOut(why, jobs, billed, listed);
	if (!Number.isNaN(billed)) paid(billed);
}
function chargedOf(job, workload, source) {
	return (source.from === "rows" ? source.rowOf(job.job_id) : void 0)?.amount ?? require_bad_records.moneyOf(job, workload);
}
/** The bill of one job. Length and resolution come from the record, or else from the row. */
function billOf({ billed_seconds, billed_resolution }, amount, row) {
	if (!row) return {
		amount,
		seconds: billed_seconds,
		resolution: billed_resolution,
		charges: 0,
		charge: NaN
	};
	const one = row.charges === 1;
	return {
		amount,
		seconds: Number.isNaN(billed_seconds) && one ? row.seconds : billed_seconds,
		resolution: billed_resolution === "" ? /(?<![a-z0-9])(\d{3,4}p|4k)(?![a-z0-9])/i.exec(row.about)?.[1] ?? "" : billed_resolution,
		charges: row.charges,
		charge: row.charge
	};
}
function report({ job, workload, day }, { kind, delta, args }, { group, tally, provisional }) {
	const { job_id, request_id, metadata } = job;
	tally.find({
		...findingOf(kind, workload, delta * group.jobs, group.jobs === 1 ? args : {
			...args,
			alike: group.jobs
		}),
		job_id,
		request_id,
		day,
		provisional,
		metadata: metadata === void 0 || metadata === null ? "" : typeof metadata === "string" ? metadata : JSON.stringify(metadata)
	}, group.jobs);
}
/** The cost of one second (or clip, or token) before factors: the workload's list price of one, times charged / list price of the billed clip. */
function unitPrice({ job, workload, day, cost }, charged, { units, costOf }) {
	let unit = units[workload.index];
	if (unit === void 0) {
		unit = costOf(workload, day, NaN, "")?.unit ?? cost.unit;
		units[workload.index] = unit;
	}
	const asBilled = !(job.billed_seconds > 0) || job.billed_seconds === cost.billedSeconds && job.billed_resolution === job.resolution ? cost : costOf(workload, day, job.billed_seconds, job.billed_resolution === "" ? job.resolution : job.billed_resolution);
	return asBilled && asBilled.amount > 0 ? unit * charged / asBilled.amount : NaN;
}
// lib/src/joblog/measure/requests.js
/** The size of the table. A request that appears again after about this many others is counted again. */
const PLACES = 65536;
/** Requests are identified by a hash of 32 bits (FNV-1a). Two different requests have the same hash once in four billion. */
function requestsIn() {
	const places = new Int32Array(PLACES);
	return { isNew(request_id) {
		let hash = 2166136261;
		for (let at = 0; at < request_id.length; at++) hash = Math.imul(hash ^ request_id.charCodeAt(at), 16777619);
		hash ^= hash >>> 15;
		if (hash === 0) hash = 1;
		const place = (hash ^ hash >>> 16) & 65535;
		if (places[place] === hash) return false;
		places[place] = hash;
		return true;
	} };
}
[...KINDS];
/** At most this many findings of each cause are kept as examples. */
const EXAMPLES = 20;
/** Ratios within this relative distance count as equal. A cost of $0.50 that is rounded to a cent is off by up to 1%. */
const CLOSE = .012;
/** Beyond this many causes, all others are combined, because a log in which every job has its own ratio has no common cause. */
const MOST = 5e3;
/** Seconds. Lengths are often rounded up to a multiple of this, because clips are often sold in steps of 5 s. */
const ROUNDED_TO = 5;
/** It takes this many different lengths to show that lengths are rounded up. One alone may be any mistake. */
const LEAST_LENGTHS = 2;
/** Kinds whose findings are grouped by their ratio. */
const BY_RATIO = /* @__PURE__ */ new Set([
	"DURATION",
	"RESOLUTION",
	"UNIT_PRICE",
	"DOUBLE_BILLED"
]);
/** Kinds about the price of successful jobs, for which a report can say "every job". */
const OF_SUCCESSES = BY_RATIO;
function causesIn() {
	const all = /* @__PURE__ */ new Map();
	return {
		add(finding, jobs) {
			const what = whatOf(finding);
			const ratio = ratioOf(finding);
			const sign = Math.sign(finding.delta ?? 0);
			const group = `${finding.kind}\n${finding.workload ?? ""}\n${what}\n${sign}`;
			const key = `${group}\n${Number.isNaN(ratio) || isRounded(finding) ? "" : ratio.toFixed(3)}`;
			const at = require_bad_records.getOrInsert(all, all.has(key) || all.size < MOST ? key : group, () => newCause(finding, what, ratio));
			at.jobs += jobs;
			if (finding.delta === null) at.unknown = true;
			else at.delta.add(finding.delta);
			if (finding.day < at.from) at.from = finding.day;
			if (finding.day > at.to) at.to = finding.day;
			at.provisional &&= finding.provisional;
			if (isRounded(finding) && at.lengths.size < LEAST_LENGTHS) at.lengths.add(Number(finding.args["asked"]));
			if (at.examples.length < EXAMPLES) at.examples.push(kept(finding));
		},
		list: (since) => merged([...all.values()]).map((one) => causeOf(one, since)).sort((a, b) => weight(b) - weight(a) || order(a, b))
	};
}
function newCause(first, what, ratio) {
	const times = {
		from: Number.POSITIVE_INFINITY,
		to: Number.NEGATIVE_INFINITY
	};
	return {
		first: kept(first),
		what,
		ratio,
		jobs: 0,
		delta: newSum(),
		unknown: false,
		...times,
		provisional: true,
		lengths: /* @__PURE__ */ new Set(),
		examples: []
	};
}
/** Whether a job was billed for its requested length rounded up to 5 s. */
function isRounded({ kind, args }) {
	return kind === "DURATION" && Number(args["got"]) === Math.ceil(Number(args["asked"]) / ROUNDED_TO) * ROUNDED_TO;
}
function whatOf(finding) {
	const { kind, args } = finding;
	if (isRounded(finding)) return `rounded up to ${ROUNDED_TO} s`;
	if (kind === "RESOLUTION") return `${String(args["asked"])} → ${String(args["got"])}`;
	if (kind === "FAILED_JOB_BILLED" || kind === "FAILED_JOB_CREDITED") return String(args["status"]);
	return kind === "OUT_OF_PLAN" ? String(args["what"]) : "";
}
function ratioOf({ kind, args }) {
	const expected = Number(args["expected"]);
	return BY_RATIO.has(kind) && expected > 0 ? Number(args["billed"]) / expected : NaN;
}
/** Merges causes whose ratios differ by no more than the rounding of costs explains. */
function merged(causes) {
	const groups = /* @__PURE__ */ new Map();
	for (const one of causes) {
		const key = `${one.first.kind}\n${one.first.workload ?? ""}\n${one.what}\n${Math.sign(one.first.delta ?? 0)}`;
		require_bad_records.getOrInsert(groups, key, () => []).push(one);
	}
	return [...groups.values()].flatMap((group) => {
		const sorted = group.sort((a, b) => a.ratio - b.ratio);
		const result = [];
		for (const one of sorted) {
			const before = result.at(-1);
			if (before && one.what === before.what && Math.abs(one.ratio - before.ratio) <= CLOSE * before.ratio) join(before, one);
			else result.push(one);
		}
		return result;
	});
}
function join(into, one) {
	into.ratio = (into.ratio * into.jobs + one.ratio * one.jobs) / (into.jobs + one.jobs);
	into.jobs += one.jobs;
	into.delta.add(one.delta.total());
	into.unknown ||= one.unknown;
	into.from = Math.min(into.from, one.from);
	into.to = Math.max(into.to, one.to);
	into.provisional &&= one.provisional;
	for (const length of one.lengths) into.lengths.add(length);
	into.examples = [...into.examples, ...one.examples].slice(0, EXAMPLES);
}
function causeOf(one, since) {
	const { kind, workload } = one.first;
	const isRule = one.lengths.size >= LEAST_LENGTHS;
	const hasDays = Number.isFinite(one.from);
	return {
		kind: isRule ? "ROUNDED_UP" : kind,
		workload,
		what: one.lengths.size > 0 && !isRule ? "" : one.what,
		ratio: Number.isNaN(one.ratio) || isRule ? null : one.ratio,
		from: hasDays ? require_program.dateOfDay(one.from) : null,
		to: hasDays ? require_program.dateOfDay(one.to) : null,
		jobs: one.jobs,
		of: hasDays && workload !== null && OF_SUCCESSES.has(kind) ? since(workload, one.from) : 0,
		delta: one.unknown ? null : one.delta.total(),
		provisional: one.provisional,
		examples: one.examples
	};
}
function weight({ delta }) {
	return delta === null ? Number.POSITIVE_INFINITY : Number(Math.abs(delta).toPrecision(9));
}
function order(a, b) {
	if (Math.sign(a.delta ?? 0) !== Math.sign(b.delta ?? 0)) return (b.delta ?? 0) - (a.delta ?? 0);
	const key = ({ kind, workload, what, from }) => `${kind} ${workload ?? ""} ${what} ${from ?? ""}`;
	return key(a) < key(b) ? -1 : 1;
}
// lib/src/joblog/reconcile/coverage.js
/**
* Why a job or a bill row was not compared. `no-cost`: neither the record nor a bill has its cost. `no-price`: there is no price to expect.
* `not-covered`: the other side does not have its day or model. `provisional`: it is so new that its row may still come. `unreadable`: the
* billed amount cannot be read, or its currency has no rate. `outcome-unknown`: nobody observed how the job ended.
*/
const NOT_COMPARED = [
	"no-cost",
	"no-price",
	"not-covered",
	"provisional",
	"unreadable",
	"outcome-unknown"
];
function coverageOf() {
	const compared = counter();
	const leftOut = /* @__PURE__ */ new Map();
	const unmatched = {
		jobs: 0,
		worth: newSum()
	};
	const record = (why, jobs, billed, listed) => {
		const one = require_bad_records.getOrInsert(leftOut, why, () => ({
			jobs: 0,
			billed: newSum(),
			known: false,
			listed: newSum()
		}));
		one.jobs += jobs;
		if (!Number.isNaN(billed)) {
			one.billed.add(billed);
			one.known = true;
		}
		if (!Number.isNaN(listed)) one.listed.add(listed);
	};
	const [ambiguous, outside, uncovered, awaited] = [
		counter(),
		counter(),
		counter(),
		counter()
	];
	const unpriced = /* @__PURE__ */ new Map();
	let [pending, unreadable] = [0, 0];
	return {
		compared,
		leaveOut(why, jobs, billed, listed) {
			record(why, jobs, billed, listed);
			unmatched.jobs += jobs;
			const worth = Number.isNaN(billed) ? listed : billed;
			if (!Number.isNaN(worth)) unmatched.worth.add(Math.abs(worth));
		},
		elsewhere: (jobs, billed, listed) => record("not-covered", jobs, billed, listed),
		details: {
			ambiguous,
			outside,
			uncovered,
			awaited,
			unpriced: (workload) => require_bad_records.getOrInsert(unpriced, workload, counter),
			pending: (jobs) => {
				pending += jobs;
			},
			unreadable: (jobs) => {
				unreadable += jobs;
			}
		},
		notCompared: () => NOT_COMPARED.flatMap((why) => {
			const one = leftOut.get(why);
			return one ? [{
				why,
				jobs: one.jobs,
				billed: one.known ? one.billed.total() : null,
				listed: one.listed.total()
			}] : [];
		}),
		matched() {
			const { jobs, money } = compared.value();
			const rest = unmatched.worth.total();
			if (money + rest > 0) return money / (money + rest);
			return jobs === 0 ? 0 : jobs / (jobs + unmatched.jobs);
		},
		value: (late) => ({
			pending,
			late,
			unreadable,
			ambiguous: ambiguous.value(),
			outside: outside.value(),
			uncovered: uncovered.value(),
			awaited: awaited.value(),
			unpriced: new Map([...unpriced].map(([name, one]) => [name, one.value()]))
		})
	};
}
function counter() {
	let jobs = 0;
	const money = newSum();
	return {
		add(more, amount) {
			jobs += more;
			if (!Number.isNaN(amount)) money.add(amount);
		},
		value: () => ({
			jobs,
			money: money.total()
		})
	};
}
// lib/src/joblog/reconcile/tally.js
/** A job that was submitted at least this many days ago and has not ended is lost. */
const STUCK_DAYS = 2;
function newTally(plan, { window, most, billing, today }) {
	const [billed, expected] = [newSum(), newSum()];
	const [found, causes, coverage] = [
		findingsUpTo(most),
		causesIn(),
		coverageOf()
	];
	const tally = {
		plan,
		bill: billing,
		costOf: require_bad_records.costs(),
		coverage,
		observed: plan.workloads.map(nothingObserved),
		schedules: plan.workloads.map(({ keys, jobs }) => scheduleOf(keys, jobs)),
		repeated: duplicatesIn(window),
		requests: plan.workloads.map(requestsIn),
		duplicates: [],
		most,
		duplicated: {
			count: 0,
			wasted: newSum()
		},
		jobs: 0,
		first: Number.POSITIVE_INFINITY,
		last: Number.NEGATIVE_INFINITY,
		units: [],
		shift: {
			zone: 0,
			days: 0
		},
		outOfPlan: /* @__PURE__ */ new Map(),
		found,
		causes,
		find(finding, jobs) {
			found.add(finding, jobs);
			causes.add(finding, jobs);
		},
		paid: billed.add,
		due: expected.add,
		billed: billed.total,
		expected: expected.total,
		outside(rows, money) {
			coverage.details.outside.add(rows, money);
			coverage.elsewhere(rows, money, NaN);
		},
		uncovered(jobs, listed, isBilledDay) {
			coverage.details.uncovered.add(jobs, listed);
			if (isBilledDay) coverage.leaveOut("not-covered", jobs, NaN, listed);
			else coverage.elsewhere(jobs, NaN, listed);
		},
		covers(from, to) {
			const { first, last } = tally;
			if (first > last) return true;
			if (Number.isNaN(from)) return true;
			const [begins, ends] = [require_program.dayOf(first), require_program.dayOf(last) + 1];
			return from === to || !(from < to) ? from >= begins - 1 && from <= ends : begins <= from + 1 && Math.min(to, today) <= ends;
		},
		isBilledDay(day) {
			const [first, last] = billing?.days() ?? [NaN, NaN];
			return Number.isNaN(first) || Number.isNaN(day) || day >= first && day <= last;
		},
		isProvisional: (day) => day >= today - 3,
		isStuck: (day) => day <= today - STUCK_DAYS
	};
	return tally;
}
// lib/src/joblog/reconcile/reconcile.js
/** This many jobs on the bill's days decide how the ids of bill and log match. */
const SAMPLE = 2e3;
function reconciler(plan, options) {
	const tally = newTally(plan, options);
	const { billing } = options;
	if (!billing) {
		const source = { from: "log" };
		return {
			add: (job) => reconcileJob(job, source, tally),
			addGroup: (job, group) => reconcileGroup(job, group, source, tally),
			result: () => resultOf(tally, null)
		};
	}
	const joining = new Joining(plan, billing, tally.isBilledDay);
	const source = () => joining.joined().source;
	return {
		add(job) {
			for (const one of joining.next(job)) reconcileJob(one, source(), tally);
		},
		addGroup: (job, group) => reconcileGroup(job, group, source(), tally),
		result() {
			for (const job of joining.rest()) reconcileJob(job, source(), tally);
			const last = source();
			if (last.from === "days") compareByDay(last.hours, tally);
			else rowsWithoutJobs(billing, tally);
			return resultOf(tally, joining.joined().join);
		}
	};
}
/** Keeps the first jobs until it is decided how the ids of log and bill match. */
var Joining = class {
	#billing;
	#providers;
	#isBilledDay;
	#waiting = [];
	#inDays = 0;
	#joined = null;
	constructor(plan, billing, isBilledDay) {
		this.#billing = billing;
		this.#providers = [...new Set(plan.workloads.map(({ keys }) => keys.provider))];
		this.#isBilledDay = isBilledDay;
	}
	/** Takes in a job. @returns the jobs that can be compared now */
	next(job) {
		if (this.#joined) return [job];
		this.#waiting.push({ ...job });
		if (this.#isBilledDay(require_program.dayOf(job.submitted_at))) this.#inDays++;
		return this.#inDays >= SAMPLE || this.#waiting.length >= 10 * SAMPLE ? this.rest() : [];
	}
	/** Decides how ids match and returns the jobs that were kept. */
	rest() {
		this.joined();
		const waiting = this.#waiting;
		this.#waiting = [];
		return waiting;
	}
	joined() {
		this.#joined ??= this.#decide();
		return this.#joined;
	}
	#decide() {
		const inDays = this.#waiting.filter(({ submitted_at }) => this.#isBilledDay(require_program.dayOf(submitted_at)));
		const ids = (inDays.length === 0 ? this.#waiting : inDays).map(({ job_id }) => job_id);
		const join = joinOf(this.#billing, ids, this.#providers);
		if (join.by === "job") return {
			join,
			source: {
				from: "rows",
				rowOf: rowFinder(this.#billing, join.rule, this.#providers)
			}
		};
		this.#billing.withoutIds();
		return {
			join,
			source: {
				from: "days",
				hours: billHours()
			}
		};
	}
};
function resultOf(tally, join) {
	const { plan, bill, coverage, found, observed } = tally;
	for (const { finding, jobs: count, delta, unknown } of tally.outOfPlan.values()) tally.find({
		...finding,
		delta: unknown ? null : delta.total(),
		args: {
			...finding.args,
			jobs: count
		}
	}, count);
	for (const finding of monthlyFindings(plan, observed, tally.costOf)) tally.find(finding, 1);
	const [paid, due] = [tally.billed(), tally.expected()];
	const absolute = found.unexplained();
	const { jobs, money } = coverage.compared.value();
	return {
		currency: plan.currency,
		jobs: tally.jobs,
		billed: paid,
		expected: due,
		compared: {
			jobs,
			billed: money
		},
		notCompared: coverage.notCompared(),
		days: {
			log: tally.first > tally.last ? null : daysOf(require_program.dayOf(tally.first), require_program.dayOf(tally.last)),
			bill: bill && daysOf(...bill.days())
		},
		matched: coverage.matched(),
		unexplained: due === 0 ? absolute === 0 ? 0 : 1 : absolute / due,
		causes: tally.causes.list(successesSince(plan, observed)),
		findings: found.list(),
		totals: found.totals(),
		duplicates: tally.duplicates,
		duplicated: {
			count: tally.duplicated.count,
			wasted: tally.duplicated.wasted.total()
		},
		details: coverage.value(tally.repeated.late()),
		join,
		shift: tally.shift,
		observed
	};
}
function daysOf(first, last) {
	return Number.isFinite(first) && Number.isFinite(last) ? [require_program.dateOfDay(first), require_program.dateOfDay(last)] : null;
}
// lib/src/cli/logs/job-logs.js
/**
* Reads the manifest and compares the logs with it, one record at a time.
* @throws UsageError if the manifest has errors, a log has no record that can be read, or `--strict` finds a bad one; I/O errors
*/
async function readLogs(paths, options, terminal) {
	const { cwd, folder, process } = terminal;
	if (options.manifest === "-" && paths.includes("-")) throw new require_program.UsageError("Standard input can be the manifest or a log, not both.");
	if (options.aggregate && options.billing.length > 0) throw new require_program.UsageError("--billing is compared with jobs, and --aggregate has none: leave one of them out.");
	const book = require_program.loadBook(folder);
	const { roots, reader } = await require_program.manifestsOf(options.manifest === void 0 ? [] : [options.manifest], cwd, process);
	const head = await require_program.gather(reader, roots, book.snapshot, { prices: options.prices });
	const date = options.date ?? require_program.today();
	const plan = require_bad_records.logPlanOf(head, book, date);
	if (plan.problems.length > 0) throw new require_program.UsageError(`The manifest cannot be used:\n${plan.problems.map((problem) => `  ${require_program.inert(problem.file)}: ${require_program.inFull(problem)}`).join("\n")}`);
	if (plan.workloads.length === 0) throw new require_program.UsageError("The manifest has no workload to compare a log with.");
	const logs = require_program.collector();
	const into = (path, accept) => logs.collect(path, (sink) => require_bad_records.readLog(path, cwd, () => process.stdin, sink), accept);
	const billing = await readBilling(options, plan, into, logs.bad);
	const reconciliation = reconciler(plan, {
		window: options.window,
		most: options.list,
		billing,
		today: require_program.dayOf(require_program.momentOf(date))
	});
	let records = 0;
	for (const path of paths) {
		const unread = options.aggregate ? null : unreadIn(options);
		const accept = options.aggregate ? groupsInto(reconciliation) : jobsInto(reconciliation, options.formatOf, options.map);
		records += await into(path, unread ? unread.before(accept) : accept);
		for (const note of require_bad_records.unreadColumnsText(path, unread?.columns() ?? [])) process.stderr.write(`${note}\n`);
	}
	const bad = logs.bad();
	if (bad.count > 0 && (options.strict || records === 0)) throw new require_program.UsageError(require_bad_records.badRecordsText(bad).join("\n"));
	return {
		head,
		reader,
		plan,
		date,
		reconciled: reconciliation.result(),
		bad
	};
}
/** Looks in the first record of a log for columns that are not read. */
function unreadIn({ formatOf, map }) {
	let columns = null;
	return {
		before: (accept) => (value) => {
			columns ??= require_bad_records.unreadOf(value, formatOf, map);
			return accept(value);
		},
		columns: () => columns ?? []
	};
}
function groupsInto(reconciliation) {
	const read = groupReader();
	return (value) => {
		const row = read(value);
		if ("flaw" in row) return row;
		reconciliation.addGroup(row.job, row.group);
		return null;
	};
}
/** Reads the bills. @throws UsageError for a bill without a readable row, because all its jobs would seem unbilled */
async function readBilling({ billing: paths, billingMap }, plan, into, bad) {
	const [any] = plan.workloads;
	if (paths.length === 0 || !any) return null;
	const billing = require_bad_records.billingOf();
	for (const path of paths) {
		const { read, columns } = require_program.billingRowReader(billingMap);
		let rows = 0;
		let unread = 0;
		await into(path, (value) => {
			const row = read(value);
			if (row === null) rows++;
			if (row === null) return null;
			if ("flaw" in row) {
				unread++;
				if (row.job_id) billing.add(require_program.unreadRow(row.job_id), NaN);
				return row;
			}
			rows++;
			const amount = require_bad_records.inReporting(row.amount, row.currency, any);
			billing.add(row, amount);
			return Number.isNaN(amount) ? {
				flaw: "no-rate",
				field: "currency",
				value: row.currency
			} : null;
		});
		if (rows === 0) throw new require_program.UsageError(unreadBill(path, columns(), unread > 0 ? bad() : null));
	}
	return billing;
}
function unreadBill(path, columns, bad) {
	return [`No row of the bill ${path} can be read. ${columns.length === 0 ? "It has no row." : `Columns found: ${columns.map((name) => require_program.inert(name)).join(", ")}.`} ${`Name its columns with --billing-map, such as --billing-map cost=COLUMN; fields: ${require_program.BILL_FIELDS.join(", ")}.`}`, ...bad ? require_bad_records.badRecordsText(bad) : []].join("\n");
}
Object.defineProperty(exports, "MONTHLY", {
	enumerable: true,
	get: function() {
		return MONTHLY;
	}
});
Object.defineProperty(exports, "readLogs", {
	enumerable: true,
	get: function() {
		return readLogs;
	}
});
