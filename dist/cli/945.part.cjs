"use strict";
exports.id = 945;
exports.ids = [945];
exports.modules = {

/***/ 1945:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  withBilled: () => (/* binding */ withBilled)
});

// EXTERNAL MODULE: ./lib/src/files/job-log.js + 6 modules
var job_log = __webpack_require__(8747);
// EXTERNAL MODULE: ./lib/src/joblog/bill/billing-row.js + 1 modules
var billing_row = __webpack_require__(218);
// EXTERNAL MODULE: ./lib/src/joblog/records/map-record.js + 1 modules
var map_record = __webpack_require__(3750);
// EXTERNAL MODULE: ./lib/src/joblog/records/page.js
var records_page = __webpack_require__(734);
// EXTERNAL MODULE: ./lib/src/joblog/records/read-job.js
var read_job = __webpack_require__(9599);
;// CONCATENATED MODULE: ./lib/src/actuals/actuals.js
function nothingSpent() {
    return { billed: 0, jobs: 0, priced: 0, unknown: 0 };
}
function workloadId({ file, name }) {
    return `${file}\n${name}`;
}

// EXTERNAL MODULE: ./lib/src/budget/members.js
var members = __webpack_require__(6041);
// EXTERNAL MODULE: ./lib/src/money/decimal.js + 1 modules
var decimal = __webpack_require__(5688);
// EXTERNAL MODULE: ./lib/src/notation/date.js
var notation_date = __webpack_require__(4345);
// EXTERNAL MODULE: ./lib/src/risk/exposure.js + 6 modules
var exposure = __webpack_require__(2946);
// EXTERNAL MODULE: ./lib/src/risk/plain-volume.js
var plain_volume = __webpack_require__(8715);
// EXTERNAL MODULE: ./lib/src/risk/waterfall.js
var waterfall = __webpack_require__(1198);
;// CONCATENATED MODULE: ./lib/src/actuals/to-date.js







/**
 * What the pace of the covered days says of the month. `measured`: of a week or more, all of it known. `lower-bound`: of a week or more, of which
 * not all is known. `too-few-days`: less than a week, which says nothing of a month. `no-day`: no day is covered.
 */
const PACE_STATES = (/* unused pure expression or super */ null && (["measured", "lower-bound", "too-few-days", "no-day"]));
/** When a limit is passed. `passed`: on a past day. `at-pace`: on a later day, if each costs what a covered day did. `not-this-month`: by a measured pace. */
const PASSED_STATES = (/* unused pure expression or super */ null && (["passed", "at-pace", "not-this-month", "unknown"]));
/** Days of the week differ, so fewer than seven covered days do not show the pace of a month. */
const LEAST_PACE_DAYS = 7;
/** If the plan has no spread, because a volume is a single number, a pace that differs by 10% is reported. */
const MATERIAL = 0.1;
function calendarOf(date) {
    const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
    return { first: (0,notation_date/* dayNumber */.U$)(year, month, 1), today: (0,notation_date/* dayNumber */.U$)(year, month, day), next: (0,notation_date/* dayNumber */.U$)(year, month + 1, 1) };
}
/**
 * The month that the date lies in: days before it as they were billed, the date itself and later as planned, and so are days that no
 * file covers. A day of the plan is the month's plan over its days: of $300 in November $10.
 *
 * $130 were billed on 10 covered days of 20, in a month of 30: $130 + 20 × $10 = $330; at the pace of $13 a day $390.
 */
function toDateOf(month, actuals) {
    const { now, head, budgets, date, distributions } = month;
    const calendar = calendarOf(date);
    const { first, today, next } = calendar;
    const past = range(first, today);
    const covered = past.filter((day) => actuals.covered.has(day));
    const whole = { calendar, covered, past, actuals };
    const all = { estimates: now.estimates, figures: now.total, isKnown: now.complete };
    const total = progressOf(all, whole);
    const band = bandOf(now.total, now.estimates);
    return {
        month: date.slice(0, 7),
        days: next - first,
        past: past.length,
        covered: covered.length,
        uncovered: past.filter((day) => !actuals.covered.has(day)).map(notation_date/* dateOfDay */.e9),
        provisional: covered.filter((day) => actuals.provisional.has(day)).length,
        files: actuals.files,
        spent: spentIn(now.estimates, whole).sum,
        outside: actuals.outside,
        undated: actuals.undated,
        bad: actuals.bad,
        total,
        band,
        off: covered.length < LEAST_PACE_DAYS || !band || !total.at_pace ? null : offBand(total.at_pace, band, total.complete),
        limits: budgets.map((line) => limitProgress(line, matchOf(line, head), { head, now, distributions }, whole)),
    };
}
function range(from, to) {
    return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
/** What was spent on a set on the covered days, by day; `isSure`: whether nothing may be of it that nobody can tell. */
function spentIn(estimates, { covered, actuals }) {
    const own = new Set(estimates.map(workloadId));
    const sum = nothingSpent();
    const byDay = new Map();
    let isSure = true;
    for (const { among, days } of actuals.spent) {
        const inside = among.filter((one) => own.has(one)).length;
        if (inside === 0)
            continue;
        for (const day of covered) {
            const spent = days.get(day);
            if (!spent)
                continue;
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
    return { sum, byDay, isSure: isSure && sum.unknown === 0 && actuals.undated.jobs === 0 && actuals.bad === 0 };
}
function progressOf({ estimates, figures, isKnown }, setting) {
    const { calendar, covered } = setting;
    const { sum, isSure } = spentIn(estimates, setting);
    const days = calendar.next - calendar.first;
    const billed = (0,waterfall/* amount */.vj)(sum.billed);
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
        complete: isSure && isKnown,
    };
}
function paceState(covered, isComplete) {
    if (covered === 0)
        return "no-day";
    return covered < LEAST_PACE_DAYS ? "too-few-days" : isComplete ? "measured" : "lower-bound";
}
function limitProgress({ file, scope, limit }, match, { head, now, distributions }, setting) {
    const { estimates, unread } = (0,members/* setOf */.s)(file, head, now, match);
    const isKnown = !unread && estimates.every(({ monthly }) => monthly !== null);
    const progress = progressOf({ estimates, figures: (0,exposure/* totalOf */.e)(estimates, distributions, undefined, unread), isKnown }, setting);
    const day = passedOn(limit, estimates, progress, setting);
    const isPast = day !== null && day < setting.calendar.today;
    const passed = isPast ? "passed" : day !== null ? "at-pace" : progress.pace === "measured" ? "not-this-month" : "unknown";
    return { ...progress, file, scope, limit, left: limit.minus(progress.billed), passed, passed_on: day === null ? null : (0,notation_date/* dateOfDay */.e9)(day) };
}
/** The day, past days as they were billed, or by the plan where none covers them; from today on each costs what a covered day did. */
function passedOn(limit, estimates, { plan }, setting) {
    const { calendar, covered, past, actuals } = setting;
    if (covered.length === 0)
        return null;
    const { byDay, sum } = spentIn(estimates, setting);
    const days = calendar.next - calendar.first;
    const [most, ofPlan, ofPace] = [limit.toNumber(), (plan?.toNumber() ?? 0) / days, sum.billed / covered.length];
    let spent = 0;
    for (const day of range(calendar.first, calendar.next)) {
        spent += day < calendar.today ? (past.includes(day) && actuals.covered.has(day) ? (byDay.get(day) ?? 0) : ofPlan) : ofPace;
        // A sum that exceeds the limit only by rounding does not exceed it.
        if (spent > most * (1 + 1e-12))
            return day;
    }
    return null;
}
function matchOf({ file, scope }, { manifests }) {
    const scopes = manifests.find((one) => one.file === file)?.settings.budget.scopes ?? {};
    return Object.hasOwn(scopes, scope) ? (scopes[scope]?.match ?? {}) : {};
}
function bandOf(figures, estimates) {
    if (!figures)
        return null;
    const isOfVolume = (0,plain_volume/* ofPlainVolume */.C)(estimates).length === 0;
    const { p10, p90, expected } = figures;
    if (isOfVolume)
        return { low: p10, high: p90, isOfVolume };
    const [low, high] = [expected.times((0,decimal/* decimal */._)(1 - MATERIAL)), expected.times((0,decimal/* decimal */._)(1 + MATERIAL))];
    return { low: p10.lt(low) ? p10 : low, high: p90.gt(high) ? p90 : high, isOfVolume };
}
/** A lower bound can prove that a limit is exceeded, never that it holds. */
function offBand(pace, { low, high }, isComplete) {
    if (pace.gt(high))
        return "above";
    return pace.lt(low) && isComplete ? "below" : null;
}

// EXTERNAL MODULE: ./lib/src/notation/time.js
var time = __webpack_require__(5568);
// EXTERNAL MODULE: ./lib/src/joblog/bill/billing.js
var billing = __webpack_require__(9999);
// EXTERNAL MODULE: ./lib/src/joblog/bill/row-workload.js
var row_workload = __webpack_require__(4488);
// EXTERNAL MODULE: ./lib/src/joblog/memory/get-or-insert.js
var get_or_insert = __webpack_require__(5430);
// EXTERNAL MODULE: ./lib/src/joblog/plan.js + 1 modules
var joblog_plan = __webpack_require__(7824);
// EXTERNAL MODULE: ./lib/src/joblog/reconcile/compare-job.js + 1 modules
var compare_job = __webpack_require__(9356);
// EXTERNAL MODULE: ./lib/src/joblog/reconcile/job-cost.js
var job_cost = __webpack_require__(3048);
// EXTERNAL MODULE: ./lib/src/joblog/reconcile/job-money.js
var job_money = __webpack_require__(8789);
;// CONCATENATED MODULE: ./lib/src/joblog/actuals/spent-days.js










const UNKNOWN = { billed: 0, isPriced: false, isKnown: false };
/** Adds up jobs and rows of a bill by workload and day, of the days of a month before today. */
class SpentDays {
    #plan;
    #first;
    #today;
    #costOf = (0,job_cost/* costs */.t)();
    #spent = new Map();
    #seen = new Set();
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
        const file = { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY, isBill: false };
        this.#files.push(file);
        return file;
    }
    addJob(job, file) {
        const day = (0,time/* dayOf */.k)(job.submitted_at);
        if (!Number.isNaN(day)) {
            widen(file, day, day);
            if (day < this.#first || day >= this.#today)
                return;
        }
        if (job.status !== "pending") {
            const id = `${job.provider}\n${job.job_id}`;
            if (this.#seen.has(id))
                return;
            this.#seen.add(id);
        }
        const belongs = this.#plan.belongs(job);
        const among = belongs.to ? [belongs.to] : belongs.why === "ambiguous" ? belongs.among : [];
        const worth = this.#worthOf(job, among);
        if (Number.isNaN(day))
            add(this.#undated, worth, 1);
        else
            this.#place(among, day, worth, 1);
    }
    /** @returns what is wrong with a row whose amount cannot be converted */
    addRow(row, file) {
        const [any] = this.#plan.workloads;
        const money = any ? (0,job_money/* inReporting */.Ax)(row.amount, row.currency, any) : Number.NaN;
        const worth = Number.isNaN(money) ? UNKNOWN : { billed: money, isPriced: false, isKnown: true };
        const jobs = row.requests >= 0 ? row.requests : 1;
        if (!Number.isNaN(row.day))
            widen(file, row.from, row.day);
        // A row of several days of which the first are in another month cannot be split.
        if (Number.isNaN(row.day) || (row.from < this.#first && row.day >= this.#first))
            add(this.#undated, worth, jobs);
        else if (row.from >= this.#first && row.from < this.#today)
            this.#place(workloadsOfRow(row, this.#plan), Math.min(row.day, this.#today - 1), worth, jobs);
        return Number.isNaN(money) ? { flaw: "no-rate", field: "currency", value: row.currency } : null;
    }
    result() {
        const [covered, provisional] = [new Set(), new Set()];
        for (const { first, last, isBill } of this.#files) {
            for (let day = Math.max(first, this.#first); day <= Math.min(last, this.#today - 1); day++) {
                covered.add(day);
                if (isBill && day >= this.#today - billing/* PROVISIONAL_DAYS */.f)
                    provisional.add(day);
            }
        }
        const spent = [...this.#spent.values()];
        return { spent, covered, provisional, outside: this.#outside, undated: this.#undated };
    }
    #place(among, day, worth, jobs) {
        if (among.length === 0) {
            add(this.#outside, worth, jobs);
            return;
        }
        const ids = among.map(workloadId);
        const { days } = (0,get_or_insert/* getOrInsert */.P)(this.#spent, ids.join("\n\n"), () => ({ among: ids, days: new Map() }));
        add((0,get_or_insert/* getOrInsert */.P)(days, day, nothingSpent), worth, jobs);
    }
    /**
     * The cost of a job: from its record, otherwise its price for its outcome. If it is unknown whether the outcome is billed, the lower bound. A job
     * that has not ended has an unknown cost.
     */
    #worthOf(job, [workload, ...others]) {
        if (job.status === "pending")
            return UNKNOWN;
        const known = (billed) => ({ billed, isPriced: false, isKnown: true });
        const [any] = this.#plan.workloads;
        if (!workload || others.length > 0) {
            const money = any && !Number.isNaN(job.cost) ? (0,job_money/* inReporting */.Ax)(job.cost, job.currency, any) : Number.NaN;
            return Number.isNaN(money) ? UNKNOWN : known(money);
        }
        const cost = this.#costOf(workload, (0,time/* dayOf */.k)(job.submitted_at), job.requested_seconds, job.resolution);
        const money = cost ? (0,job_money/* recordedMoney */.b2)(job, workload, cost) : (0,job_money/* moneyOf */.a5)(job, workload);
        if (!Number.isNaN(money))
            return known(money);
        const isSilent = Number.isNaN(job.cost) && Number.isNaN(job.credits);
        if (!cost || !isSilent)
            return UNKNOWN;
        const { low, high } = (0,compare_job/* expectedRange */.oU)(workload, job, cost);
        return { billed: low, isPriced: true, isKnown: low === high };
    }
}
function widen(file, from, to) {
    file.first = Math.min(file.first, from);
    file.last = Math.max(file.last, to);
}
function add(sum, { billed, isPriced, isKnown }, jobs) {
    sum.billed += billed;
    sum.jobs += jobs;
    if (isPriced)
        sum.priced += jobs;
    if (!isKnown)
        sum.unknown += jobs;
}
/** A row of a bill names a model; if several workloads use it, the row belongs to no single one. */
function workloadsOfRow(row, plan) {
    const found = (0,row_workload/* workloadOfRow */.F)(plan, row);
    const isLike = (one) => found !== undefined && one.keys.provider === found.keys.provider && (0,joblog_plan/* modelOf */.DM)(one) === (0,joblog_plan/* modelOf */.DM)(found);
    return row.about === "" && new Set(plan.workloads.map(joblog_plan/* modelOf */.DM)).size === 1 ? [...plan.workloads] : plan.workloads.filter(isLike);
}

;// CONCATENATED MODULE: ./lib/src/joblog/actuals/actuals-reader.js





function actualsReader(plan, date) {
    const files = [];
    const days = new SpentDays(plan, date);
    return {
        file(name) {
            files.push(name);
            return oneFile(days);
        },
        result: (bad) => ({ files, ...days.result(), bad }),
    };
}
/** What a file is follows from its first record that is a job, or else a row of a bill with a day. */
function oneFile(days) {
    const file = days.newFile();
    const [toRecord, readJob, { read: readRow }] = [(0,map_record/* recordMapper */.nP)(undefined, new Map()), (0,read_job/* jobReader */.P)(), (0,billing_row/* billingRowReader */.LI)()];
    let kind = null;
    const jobIn = (value) => {
        const raw = toRecord(value);
        const job = "flaw" in raw ? raw : readJob(raw);
        if ("flaw" in job)
            return job;
        kind = "jobs";
        days.addJob(job, file);
        return null;
    };
    const rowIn = (value) => {
        const row = readRow(value);
        if (row === null || "flaw" in row)
            return row;
        if (kind === null && Number.isNaN(row.day))
            return { flaw: "missing", field: "date", value: "" };
        kind = "bill";
        file.isBill = true;
        return days.addRow(row, file);
    };
    return (value) => {
        if (kind === "bill")
            return rowIn(value);
        const page = (0,records_page/* pageOf */.Z)(value);
        if (page)
            return page.map(jobIn);
        const flaw = jobIn(value);
        return flaw === null || kind === "jobs" || rowIn(value) !== null ? flaw : null;
    };
}

// EXTERNAL MODULE: ./lib/src/joblog/collect.js
var collect = __webpack_require__(8458);
// EXTERNAL MODULE: ./lib/src/report/joblog/bad-records.js
var bad_records = __webpack_require__(6081);
// EXTERNAL MODULE: ./lib/src/report/layout/escape.js
var layout_escape = __webpack_require__(8105);
// EXTERNAL MODULE: ./lib/src/budget/verdict.js
var verdict = __webpack_require__(3427);
// EXTERNAL MODULE: ./lib/src/yaml/locate.js
var locate = __webpack_require__(8808);
;// CONCATENATED MODULE: ./lib/src/review/with-actuals.js



/**
 * Adds the month to date to a report. If what was billed plus the plan for the rest exceeds a limit, that only warns: what was
 * billed cannot be undone by a change, and a plan within its limit does not fail for it. A pace outside the plan's range is a note.
 */
function withActuals(review, actuals) {
    const { head, now, distributions } = review.from;
    const toDate = toDateOf({ head, now, distributions, budgets: review.budgets, date: review.date }, actuals);
    const reasons = [...review.reasons, ...toDate.limits.flatMap((line) => overToDate(line, toDate, review))];
    const problem = paceProblem(toDate, review);
    const problems = problem ? [...review.problems, { ...problem, ...(0,locate/* locate */.x)(head.files.get(problem.file), problem) }] : review.problems;
    return { ...review, toDate, reasons, problems, verdict: (0,verdict/* verdictOf */.V)(reasons) };
}
/** If the plan alone exceeds a limit, the report already says so. */
function overToDate({ file, scope, limit, projected, billed, complete, passed_on }, { month }, { reasons }) {
    const isSaid = reasons.some((one) => one.code === "budget-exceeded" && one.file === file && one.scope === scope);
    // Without a plan, only what was billed counts.
    const value = projected ?? billed;
    if (isSaid || value.lte(limit))
        return [];
    const args = { month, billed: billed.toString(), passed_on, complete };
    return [{ code: "actuals-over", level: "warn", file, scope, limit, value, figure: "expected", args }];
}
function paceProblem({ off, band, total, covered, month }, { currency, from: { head } }) {
    const [file] = head.roots;
    if (!off || !band || !total.at_pace || file === undefined)
        return null;
    const args = {
        month,
        covered,
        off,
        pace: total.at_pace.toNumber(),
        bound: (off === "above" ? band.high : band.low).toNumber(),
        plan: total.plan?.toNumber() ?? null,
        is_of_volume: band.isOfVolume,
        complete: total.complete,
        currency,
    };
    return { code: "pace-off-plan", severity: "note", file, path: ["budget"], args };
}

// EXTERNAL MODULE: ./lib/src/cli/terminal.js
var terminal = __webpack_require__(9567);
;// CONCATENATED MODULE: ./lib/src/cli/logs/actuals.js








/**
 * A report with what logs of jobs and bills say of the month so far. Of a manifest with errors nothing is compared with it: the report says those.
 * @throws UsageError if nothing of a file can be read; I/O errors
 */
async function withBilled(review, paths, { cwd, process }) {
    const { head, book } = review.from;
    const plan = (0,joblog_plan/* logPlanOf */.LK)(head, book, review.date);
    if (plan.problems.length > 0 || plan.workloads.length === 0) {
        process.stderr.write("--actuals is left out: it needs a manifest without errors that has a workload.\n");
        return review;
    }
    const reader = actualsReader(plan, review.date);
    const logs = (0,collect/* collector */.g)();
    for (const path of paths) {
        const taken = await logs.collect(path, (sink) => (0,job_log/* readLog */.x)(path, cwd, () => process.stdin, sink), reader.file(path));
        if (taken === 0)
            throw new terminal/* UsageError */.eb([`--actuals ${(0,layout_escape/* inert */.tJ)(path)}: nothing of it can be read as jobs or as a bill.`, ...(0,bad_records/* badRecordsText */.d)(logs.bad())].join("\n"));
    }
    const bad = logs.bad();
    for (const note of (0,bad_records/* badRecordsText */.d)(bad))
        process.stderr.write(`${note}\n`);
    return withActuals(review, reader.result(bad.count));
}


/***/ })

};
;