"use strict";
exports.id = 762;
exports.ids = [762];
exports.modules = {

/***/ 5762:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  withBilled: () => (/* binding */ withBilled)
});

// EXTERNAL MODULE: ./lib/src/files/job-log.js + 5 modules
var job_log = __webpack_require__(1758);
// EXTERNAL MODULE: ./lib/src/joblog/bill/billing-row.js + 1 modules
var billing_row = __webpack_require__(218);
// EXTERNAL MODULE: ./lib/src/joblog/records/map-record.js
var map_record = __webpack_require__(7025);
// EXTERNAL MODULE: ./lib/src/joblog/records/page.js
var records_page = __webpack_require__(734);
// EXTERNAL MODULE: ./lib/src/joblog/records/read-job.js
var read_job = __webpack_require__(9599);
// EXTERNAL MODULE: ./lib/src/actuals/actuals.js
var actuals = __webpack_require__(7281);
// EXTERNAL MODULE: ./lib/src/actuals/to-date.js
var to_date = __webpack_require__(2222);
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
    #outside = (0,actuals/* nothingSpent */.a)();
    #undated = (0,actuals/* nothingSpent */.a)();
    #files = [];
    constructor(plan, date) {
        const { first, today } = (0,to_date/* calendarOf */.Yw)(date);
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
        const ids = among.map(actuals/* workloadId */.h);
        const { days } = (0,get_or_insert/* getOrInsert */.P)(this.#spent, ids.join("\n\n"), () => ({ among: ids, days: new Map() }));
        add((0,get_or_insert/* getOrInsert */.P)(days, day, actuals/* nothingSpent */.a), worth, jobs);
    }
    /**
     * What a job cost: what its record says, else its price, by how it ended; where nobody knows what such an end bills, the least of it. A job
     * that has not ended is not known.
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
/** A row names a model: of several workloads that use it nobody can tell. */
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
    const [toRecord, readJob, { read: readRow }] = [(0,map_record/* recordMapper */.n)(undefined, new Map()), (0,read_job/* jobReader */.P)(), (0,billing_row/* billingRowReader */.LI)()];
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
 * A report with the month so far beside it. A limit that what was billed and the plan for the rest lead above warns, and no more: what is
 * billed cannot be taken back by a change, and a plan within its limit does not fail for it. A pace that leaves the plan's band is a note.
 */
function withActuals(review, actuals) {
    const { head, now, distributions } = review.from;
    const toDate = (0,to_date/* toDateOf */.r7)({ head, now, distributions, budgets: review.budgets, date: review.date }, actuals);
    const reasons = [...review.reasons, ...toDate.limits.flatMap((line) => overToDate(line, toDate, review))];
    const problem = paceProblem(toDate, review);
    const problems = problem ? [...review.problems, { ...problem, ...(0,locate/* locate */.x)(head.files.get(problem.file), problem) }] : review.problems;
    return { ...review, toDate, reasons, problems, verdict: (0,verdict/* verdictOf */.V)(reasons) };
}
/** Where the plan alone is over a limit, that is said already. */
function overToDate({ file, scope, limit, projected, billed, complete, passed_on }, { month }, { reasons }) {
    const isSaid = reasons.some((one) => one.code === "budget-exceeded" && one.file === file && one.scope === scope);
    // Without a plan what is billed already counts alone.
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
 * A report with what logs of jobs and bills say of the month so far. Of a manifest with errors nothing is held against it: the report says those.
 * @throws UsageError where nothing of a file can be read; I/O errors
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
        if (taken === null)
            throw new terminal/* UsageError */.eb(`${(0,layout_escape/* inert */.tJ)(path)} is one JSON list: write one record a line, jq -c '.[]' ${(0,layout_escape/* inert */.tJ)(path)}`);
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