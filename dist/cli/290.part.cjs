"use strict";
exports.id = 290;
exports.ids = [290];
exports.modules = {

/***/ 6290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  calibrateLogs: () => (/* binding */ calibrateLogs)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/files/book.js + 1 modules
var files_book = __webpack_require__(1216);
// EXTERNAL MODULE: ./lib/src/gather.js
var gather = __webpack_require__(3983);
// EXTERNAL MODULE: ./lib/src/engine/volume.js
var volume = __webpack_require__(3975);
// EXTERNAL MODULE: ./lib/src/notation/date.js
var date = __webpack_require__(4345);
// EXTERNAL MODULE: ./lib/src/risk/exposure.js + 6 modules
var exposure = __webpack_require__(2946);
// EXTERNAL MODULE: ./lib/src/risk/workload-cost.js + 18 modules
var workload_cost = __webpack_require__(758);
// EXTERNAL MODULE: ./lib/src/joblog/measure/volume.js
var measure_volume = __webpack_require__(7805);
;// CONCATENATED MODULE: ./lib/src/joblog/calibrate/backtest.js





/** A correct 80% range contains fewer than 3 of 6 months only once in 60 times. */
const LEAST_MONTHS = 6;
const LEAST_HITS = 0.5;
/** 1970-01-01 was a Thursday: Mondays are the days whose number is 4 more than a multiple of seven. */
const MONDAY = 4;
const WEEK_OF_MONTH = 7 / volume/* DAYS_A_MONTH */.DE;
/**
 * Whether the months and weeks of a log fell between the P10 and the P90 of the workloads that it has jobs of. One counts
 * where the log covers it from its first to its last day.
 * @returns null if no week and no month is complete, or nothing uncertain is declared: a band without width proves nothing
 */
function backtest(head, { book, date, plan, observed, distributions }) {
    const { estimates } = (0,exposure/* exposureOf */.X)(head, book, { date, after: 0 }, distributions);
    const logged = plan.workloads.filter(({ index }) => (observed[index]?.jobs ?? 0) > 0);
    const isLogged = ({ file, name }) => logged.some((one) => one.file === file && one.name === name);
    const totalDistribution = (0,workload_cost/* totalDistributionOfAll */.jH)(estimates.filter(isLogged), distributions);
    const seen = logged.map(({ index }) => observed[index]);
    const months = completeMonths(seen);
    const weeks = completeWeeks(seen, (0,measure_volume/* coveredDays */.Wh)(observed));
    if (!totalDistribution || months.length + weeks.length === 0)
        return null;
    const [p10, p90] = [totalDistribution.quantile(0.1), totalDistribution.quantile(0.9)];
    const compared = months.map(({ month, billed }) => ({ month, billed, within: billed >= p10 && billed <= p90 }));
    const hits = compared.filter(({ within }) => within).length;
    const [low, high] = bandOfWeek(totalDistribution);
    const weekly = weeks.map(({ from, billed }) => ({ from, billed, within: billed >= low && billed <= high }));
    const byWorkload = new Map(logged.flatMap(({ index, file, name }) => {
        const own = estimates.filter((one) => one.file === file && one.name === name);
        const held = heldWeeks((0,workload_cost/* totalDistributionOfAll */.jH)(own, distributions), completeWeeks([observed[index]], (0,measure_volume/* coveredDays */.Wh)(observed)));
        return held === null ? [] : [[index, held]];
    }));
    return {
        p10,
        p90,
        months: compared,
        hits,
        tooNarrow: compared.length >= LEAST_MONTHS && hits < LEAST_HITS * compared.length,
        weekly: { p10: low, p90: high, hits: weekly.filter(({ within }) => within).length, weeks: weekly },
        byWorkload,
    };
}
/** The same, with the weeks that a backtest measured among the evidence of each workload. */
function withWeeks(calibrations, { byWorkload }) {
    return calibrations.map((one) => {
        const weeks = byWorkload.get(one.workload.index);
        return weeks ? { ...one, edits: [...one.edits, { path: ["reliability", "evidence", "weeks"], value: weeks }] } : one;
    });
}
/** P10 and P90 of a week: of independent days it has the share of the mean that its days are, and the root of that share of the deviations. */
function bandOfWeek({ mean, quantile }) {
    const ofWeek = (amount) => Math.max(0, mean * WEEK_OF_MONTH + (amount - mean) * Math.sqrt(WEEK_OF_MONTH));
    return [ofWeek(quantile(0.1)), ofWeek(quantile(0.9))];
}
function heldWeeks(distribution, weeks) {
    if (!distribution || weeks.length === 0)
        return null;
    const [low, high] = bandOfWeek(distribution);
    return { k: weeks.filter(({ billed }) => billed >= low && billed <= high).length, n: weeks.length };
}
function completeWeeks(observed, covered) {
    if (covered === null)
        return [];
    const [first, last] = covered;
    const weeks = [];
    for (let monday = first + ((((MONDAY - first) % 7) + 7) % 7); monday + 6 <= last; monday += 7) {
        let billed = 0;
        for (const { days } of observed)
            for (let day = monday; day < monday + 7; day++)
                billed += days.get(day)?.cost.total() ?? 0;
        weeks.push({ from: (0,date/* dateOfDay */.e9)(monday), billed });
    }
    return weeks;
}
function completeMonths(observed) {
    const billed = new Map();
    let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const { days } of observed) {
        for (const [day, { cost }] of days) {
            const month = (0,date/* dateOfDay */.e9)(day).slice(0, 7);
            billed.set(month, (billed.get(month) ?? 0) + cost.total());
            if (day < first)
                first = day;
            if (day > last)
                last = day;
        }
    }
    if (billed.size === 0)
        return [];
    const isWhole = (month) => {
        const starts = `${month}-01`;
        return (0,date/* dateOfDay */.e9)(first) <= starts && (0,date/* dateOfDay */.e9)(last + 1).slice(0, 7) > month;
    };
    return [...billed]
        .filter(([month]) => isWhole(month))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([month, sum]) => ({ month, billed: sum }));
}

// EXTERNAL MODULE: ./lib/src/notation/record-of.js
var record_of = __webpack_require__(100);
// EXTERNAL MODULE: ./lib/src/stats/interval.js
var interval = __webpack_require__(4501);
// EXTERNAL MODULE: ./lib/src/joblog/records/status.js
var records_status = __webpack_require__(7087);
// EXTERNAL MODULE: ./lib/src/notation/failure.js
var failure = __webpack_require__(2727);
// EXTERNAL MODULE: ./lib/src/stats/sample-size.js
var sample_size = __webpack_require__(6694);
;// CONCATENATED MODULE: ./lib/src/joblog/calibrate/cannot-tell.js



/** How close a rate should be known, and how sure one should be that a kind of failure is not billed. */
const CLOSE = 0.05;
const SURE = 0.1;
/** A percentile can be measured if this many times lie above it. */
const ABOVE = 10;
const DAYS_OF_A_MONTH = 30;
/** What a sample of this size cannot show. */
function cannotTell({ n, outcomes, latency, volume, acceptance, attempts, polls, }) {
    const unseen = failure/* FAILURES */.E.filter((failure) => outcomes[failure].k === 0);
    const rates = failure/* FAILURES */.E.filter((failure) => outcomes[failure].k > 0).map((failure) => outcomes[failure].k / n);
    const worst = Math.max(0, ...rates);
    const unsure = failure/* FAILURES */.E.filter((failure) => outcomes[failure].k > 0 && outcomes[failure].billed.k === 0 && outcomes[failure].billed.n < (0,sample_size/* jobsToRuleOut */.K9)(SURE));
    const ended = (latency?.n ?? 0) - (latency?.censored ?? 0);
    const one = (is, code, args = {}) => (is ? [{ code, args }] : []);
    return [
        ...one(unseen.length > 0, "unseen", { n, outcomes: unseen.join(", "), bound: (0,sample_size/* upperBoundOfNone */.a1)(n) }),
        ...one((0,sample_size/* halfWidth */._Q)(worst, n) > CLOSE, "imprecise", { n, half: (0,sample_size/* halfWidth */._Q)(worst, n), needed: (0,sample_size/* jobsForInterval */.DX)(worst, CLOSE), wanted: CLOSE }),
        ...one(ended < ABOVE, "latency", { n: ended }),
        ...one(ended >= ABOVE && ended < 100 * ABOVE, "tail", { n: ended, needed: 100 * ABOVE }),
        ...unsure.map((failure) => {
            const { billed } = outcomes[failure];
            return {
                code: "billing",
                args: { outcome: failure, n: billed.n, bound: billed.n === 0 ? 1 : (0,sample_size/* upperBoundOfNone */.a1)(billed.n), needed: (0,sample_size/* jobsToRuleOut */.K9)(SURE), wanted: SURE },
            };
        }),
        ...one(volume.days < measure_volume/* LEAST_DAYS */.yk, "volume", { days: volume.days, needed: measure_volume/* LEAST_DAYS */.yk }),
        ...one(volume.days < DAYS_OF_A_MONTH, "outages", { days: volume.days }),
        ...one(acceptance === null, "acceptance"),
        ...one(attempts === null, "attempts"),
        ...one(polls === null, "polls"),
        ...one(true, "lost"),
    ];
}

// EXTERNAL MODULE: ./lib/src/stats/normal.js
var normal = __webpack_require__(4643);
;// CONCATENATED MODULE: ./lib/src/joblog/calibrate/latency-fit.js

/** The iteration converges at the rate of the censored share. If nearly all times are censored, a fit is meaningless. */
const STEPS = 20_000;
const EXACT = 1e-14;
/**
 * The most likely lognormal, by expectation and maximisation (Dempster, Laird and Rubin, 1977): a time that
 * was cut off at c counts as what such times are on average, E[ln L | > c] = mu + sigma φ(a) / Φ(−a), with
 * a = (ln c − mu) / sigma. To leave such times out would hide the tail that causes duplicates.
 * @returns null if no time was seen to its end
 */
function fitLatency({ ended, sum, squares, gaveUp }, { normalCdf }) {
    if (ended === 0)
        return null;
    const cut = [...gaveUp].map(([seconds, count]) => ({ log: Math.log(seconds), count }));
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
        if (moved < EXACT)
            break;
    }
    const information = informationOf({ ended, sum, squares }, cut, { mu, sigma }, normalCdf);
    return { n, censored, mu, sigma, p50: Math.exp(mu), p95: Math.exp(mu + normal/* Z_ONE_SIDED_95 */.rM * sigma), information };
}
/**
 * A time seen to its end, z deviations from mu, adds 1, 2z and 3z² − 1. One cut off at a deviations, with the hazard h = φ(a) / Φ(−a), adds
 * h (h − a), h + a h (h − a) and 2ah + a² h (h − a): less, since all that it says is that it lasts longer.
 */
function informationOf({ ended, sum, squares }, cut, { mu, sigma }, normalCdf) {
    const z = (sum - ended * mu) / sigma;
    const zz = (squares - 2 * mu * sum + ended * mu * mu) / sigma ** 2;
    const all = { mu: ended, both: 2 * z, sigma: 3 * zz - ended };
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
/** φ(a) / Φ(−a); far out, where both vanish, by its asymptotic series. */
function hazard(a, normalCdf) {
    if (a > 8)
        return a + 1 / a - 2 / a ** 3 + 10 / a ** 5;
    return Math.exp((-a * a) / 2) / Math.sqrt(2 * Math.PI) / normalCdf(-a);
}
/**
 * The share of jobs that last longer than some seconds, with its 95% interval: z = (ln T − mu) / sigma, whose standard error follows from the
 * inverse of the information and the gradient (1, z). Without times that were cut off it is √(1/n + z²/2n).
 */
function tailOf({ mu, sigma, information }, seconds, { normalCdf }) {
    const z = (Math.log(seconds) - mu) / sigma;
    const { mu: ofMu, both, sigma: ofSigma } = information;
    const error = Math.sqrt((ofSigma - 2 * z * both + z * z * ofMu) / (ofMu * ofSigma - both * both));
    return { share: normalCdf(-z), low: normalCdf(-(z + normal/* Z_TWO_SIDED_95 */.HT * error)), high: normalCdf(-(z - normal/* Z_TWO_SIDED_95 */.HT * error)) };
}

// EXTERNAL MODULE: ./lib/src/joblog/calibrate/patch.js
var calibrate_patch = __webpack_require__(9840);
;// CONCATENATED MODULE: ./lib/src/joblog/calibrate/calibrate.js







/** Every workload that the log has jobs of. */
function calibrate(plan, observed, distributions, options) {
    const covered = (0,measure_volume/* coveredDays */.Wh)(observed);
    return plan.workloads.flatMap((workload) => {
        const seen = observed[workload.index];
        return seen.jobs === 0 ? [] : [calibrateOne(workload, seen, { covered, distributions, options })];
    });
}
function calibrateOne(workload, seen, { covered, distributions, options }) {
    // If the client gave up, the outcome of the job is unknown, so it does not count in the rates of outcomes.
    const ended = seen.jobs - seen.outcomes.unknown.jobs;
    const rate = (status) => {
        const { jobs, costed, billed } = seen.outcomes[status];
        const n = status === "unknown" ? seen.jobs : ended;
        return { k: jobs, n, wilson95: (0,interval/* wilson95 */.p)(jobs, n), billed: { k: billed, n: costed } };
    };
    const { days, perMonth } = (0,measure_volume/* jobPace */.vo)(seen, covered);
    const unit = seen.unit.value();
    const measured = {
        workload,
        n: seen.jobs,
        outcomes: (0,record_of/* recordOf */.z)(records_status/* STATUSES */.f, rate),
        latency: fitLatency(seen.times, distributions),
        volume: { jobs: seen.jobs, days, perMonth, declared: workload.declared, clips: (0,measure_volume/* clipPace */.O_)(seen, covered) },
        acceptance: seen.kept.marked === 0 ? null : { k: seen.kept.kept, n: seen.kept.marked },
        attempts: seen.takes === 0 ? null : seen.named / seen.takes,
        polls: seen.polls.jobs === 0 ? null : seen.polls.sent / seen.polls.jobs,
        duplicates: seen.duplicates,
        unitPrice: Number.isNaN(unit) ? null : unit,
    };
    return { ...measured, edits: (0,calibrate_patch/* editsOf */.t7)(measured, seen, covered, options), cannotTell: cannotTell(measured) };
}

;// CONCATENATED MODULE: ./lib/src/joblog/calibrate/closure.js


/** A patch whose estimate differs from its own log by more than this is refused. */
const MOST_OFF = 0.05;
/** A log that says the cost of fewer of its jobs cannot be compared with a price. */
const LEAST_COSTED = 0.95;
/**
 * Prices the patched manifest over the log's own days: what it says that one clip costs with all that becomes of its jobs, times the
 * clips that the log has, at the list price of what those asked for. The volume that is planned takes no part.
 * @returns by file and name, null if the log's costs or a price are missing; and what `check` would refuse
 */
function closureOf(patched, { book, date, plan, observed, distributions }) {
    const { estimates, problems } = (0,exposure/* exposureOf */.X)(patched, book, { date, after: 0 }, distributions);
    const covered = (0,measure_volume/* coveredDays */.Wh)(observed);
    const closures = new Map();
    for (const { index, file, name } of plan.workloads) {
        const seen = observed[index];
        if (seen.jobs === 0)
            continue;
        const { risk, job } = estimates.find((one) => one.file === file && one.name === name) ?? {};
        const price = job?.amount.toNumber() ?? 0;
        const mix = price > 0 && seen.listed.jobs > 0 ? seen.listed.amount / seen.listed.jobs / price : 1;
        const costed = Object.values(seen.outcomes).reduce((sum, one) => sum + one.costed, 0);
        const clips = (0,measure_volume/* clipPace */.O_)(seen, covered);
        if (!risk || costed < LEAST_COSTED * seen.jobs) {
            closures.set(index, null);
            continue;
        }
        const { figures, jobs } = risk;
        const [planned, logged] = clips ? [jobs.clips, clips.count] : [jobs.submitted, seen.jobs];
        const manifest = planned > 0 ? (figures.expected.toNumber() / planned) * logged * mix : Number.NaN;
        const billed = [...seen.days.values()].reduce((sum, { cost }) => sum + cost.total(), 0) * (seen.jobs / costed);
        closures.set(index, Number.isFinite(manifest) ? { billed, manifest, mix } : null);
    }
    return { closures, refused: problems.filter(({ severity }) => severity === "error") };
}
/** The share by which a patched manifest differs from its own log. */
function offBy({ billed, manifest }) {
    return billed === 0 ? (manifest === 0 ? 0 : 1) : Math.abs(manifest / billed - 1);
}

// EXTERNAL MODULE: ./lib/src/notation/encoding.js
var encoding = __webpack_require__(4872);
// EXTERNAL MODULE: ./lib/src/report/joblog/bad-records.js
var bad_records = __webpack_require__(6081);
// EXTERNAL MODULE: ./node_modules/picocolors/picocolors.js
var picocolors = __webpack_require__(7336);
// EXTERNAL MODULE: ./lib/src/money/decimal.js + 1 modules
var decimal = __webpack_require__(5688);
// EXTERNAL MODULE: ./lib/src/report/layout/columns.js
var columns = __webpack_require__(2331);
// EXTERNAL MODULE: ./lib/src/report/layout/escape.js
var layout_escape = __webpack_require__(8105);
// EXTERNAL MODULE: ./lib/src/report/layout/format.js
var format = __webpack_require__(6125);
// EXTERNAL MODULE: ./lib/src/report/layout/table.js
var table = __webpack_require__(2052);
// EXTERNAL MODULE: ./lib/src/report/layout/wrap.js
var wrap = __webpack_require__(342);
;// CONCATENATED MODULE: ./lib/src/report/joblog/calibrate.js













/** For programs: `video-budget/calibrate@1`. Rates, bounds, mu and sigma have 9 significant digits; a backtest is there where it was asked for. */
function calibrateJson({ calibrations, backtest, closures }) {
    const report = {
        schema: "video-budget/calibrate@1",
        workloads: calibrations.map((one) => {
            const { workload, n, outcomes, latency, volume, acceptance, attempts, polls, duplicates, unitPrice, edits } = one;
            return {
                name: workload.name,
                n,
                outcomes: Object.fromEntries(records_status/* STATUSES */.f.map((status) => {
                    const { k, wilson95, billed } = outcomes[status];
                    return [
                        status,
                        {
                            k,
                            n: outcomes[status].n,
                            rate: significant(outcomes[status].n === 0 ? 0 : k / outcomes[status].n),
                            wilson95: wilson95.map(significant),
                            billed: { k: billed.k, n: billed.n },
                        },
                    ];
                })),
                latency: latency && {
                    n: latency.n,
                    censored: latency.censored,
                    p50: significant(latency.p50),
                    p95: significant(latency.p95),
                    mu: significant(latency.mu),
                    sigma: significant(latency.sigma),
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
                        growth: volume.clips.growth === null ? null : significant(volume.clips.growth),
                    },
                },
                acceptance: acceptance && { k: acceptance.k, n: acceptance.n },
                attempts: { mean: attempts === null ? null : significant(attempts) },
                polls: polls === null ? null : { mean: significant(polls) },
                duplicates: { certain: duplicates.certain, likely: duplicates.likely },
                unit_price: unitPrice === null ? null : significant(unitPrice),
                patch: (0,calibrate_patch/* patchText */.oW)(workload.name, edits),
                closure: closureJson(closures.get(workload.index) ?? null),
                cannot_tell: one.cannotTell.map(sentence),
            };
        }),
        ...(backtest && { backtest: backtest.result && backtestJson(backtest.result) }),
    };
    return `${JSON.stringify(report, null, 2)}\n`;
}
function closureJson(closure) {
    return closure && { billed: cents(closure.billed), manifest: cents(closure.manifest), off: cents(offBy(closure)) };
}
/** Requests that cost so much more or less than the declared one are told of. */
const OTHER_MIX = 0.01;
/** What a log billed, and what the patched manifest says of the same clips. */
function closureSentence({ billed, manifest, mix }, currency) {
    const cash = (amount) => (0,format/* formatMoney */.up)((0,decimal/* decimal */._)(Number(amount.toPrecision(12))), currency);
    const other = Math.abs(mix - 1) < OTHER_MIX
        ? ""
        : ` (Its jobs asked for clips that cost ${(0,format/* percent */.KN)(Math.abs(mix - 1))} ${mix < 1 ? "less" : "more"} by the price book than the declared one: counted in.)`;
    return `For the days of the log, ${cash(billed)} was billed, and this manifest estimates ${cash(manifest)}.${other}`;
}
function backtestJson({ p10, p90, months, hits, weekly }) {
    const weeks = weekly.weeks.map(({ from, billed, within }) => ({ from, billed: cents(billed), within }));
    return {
        weekly: { p10: cents(weekly.p10), p90: cents(weekly.p90), hits: weekly.hits, weeks },
        p10: cents(p10),
        p90: cents(p90),
        hits,
        months: months.map(({ month, billed, within }) => ({ month, billed: cents(billed), within })),
    };
}
/** For a terminal. */
function calibrateText(calibrated, { width, color }) {
    const paint = picocolors.createColors(color);
    const lines = calibrated.calibrations.flatMap((one, index) => {
        const table = (0,columns/* columns */.Y)([
            { title: "Outcome" },
            { title: "Jobs", align: "right" },
            { title: "Rate", align: "right" },
            { title: "95% interval", align: "right" },
            { title: "Billed", drop: 1 },
        ], rows(one, calibrated.distributions), width, paint.dim);
        const patch = (0,calibrate_patch/* patchText */.oW)(one.workload.name, one.edits);
        return [
            ...(index === 0 ? [] : [""]),
            ...(0,wrap/* wrap */.LV)(`${(0,layout_escape/* inert */.tJ)(one.workload.name)}: ${(0,format/* count */.U9)(one.n, "job")}`, width).map(paint.bold),
            "",
            ...table,
            "",
            ...facts(one, calibrated, layout_escape/* inert */.tJ).flatMap((line) => (0,wrap/* wrap */.LV)(line, width, "  ")),
            "",
            paint.bold("What this log cannot tell"),
            ...one.cannotTell.flatMap((what) => (0,wrap/* wrap */.LV)(`- ${sentence(what)}`, width, "  ")),
            "",
            ...(patch === "" ? ["Nothing in the manifest would change."] : [paint.bold("For the manifest (--write adds it)"), ...patch.trimEnd().split("\n")]),
        ];
    });
    return `${[
        ...(lines.length === 0 ? ["No job of the log belongs to a workload of the manifest."] : lines),
        ...block(backtestLines(calibrated).flatMap((line) => (0,wrap/* wrap */.LV)(line, width, "  "))),
        ...block((0,bad_records/* badRecordsText */.d)(calibrated.bad).flatMap((line) => (0,wrap/* wrap */.LV)(line, width, "    "))),
    ].join("\n")}\n`;
}
/** The same as Markdown. */
function calibrateMarkdown(calibrated) {
    const lines = calibrated.calibrations.flatMap((one, index) => {
        const patch = (0,calibrate_patch/* patchText */.oW)(one.workload.name, one.edits);
        return [
            ...(index === 0 ? [] : [""]),
            `### ${(0,layout_escape/* code */.aY)(one.workload.name)}: ${(0,format/* count */.U9)(one.n, "job")}`,
            "",
            ...(0,table/* tableHead */.P)(["Outcome", "Jobs:", "Rate:", "95% interval:", "Billed"]),
            ...rows(one, calibrated.distributions).map(table/* tableRow */.j),
            "",
            ...facts(one, calibrated, layout_escape/* code */.aY).map((line) => `- ${line}`),
            "",
            "What this log cannot tell:",
            "",
            ...one.cannotTell.map((what) => `- ${sentence(what)}`),
            "",
            ...(patch === "" ? ["Nothing in the manifest would change."] : ["For the manifest:", "", "```yaml", ...patch.trimEnd().split("\n"), "```"]),
        ];
    });
    return `${[
        ...(lines.length === 0 ? ["No job of the log belongs to a workload of the manifest."] : lines),
        ...block(backtestLines(calibrated)),
        ...block(calibrated.bad.count === 0 ? [] : ["```text", ...(0,bad_records/* badRecordsText */.d)(calibrated.bad), "```"]),
    ].join("\n")}\n`;
}
function rows({ outcomes }, distributions) {
    return records_status/* STATUSES */.f.filter((status) => (status !== "cancelled" && status !== "unknown") || outcomes[status].k > 0).map((status) => {
        const { k, n, wilson95 } = outcomes[status];
        const [low, high] = wilson95;
        return [
            status,
            (0,format/* quantity */.au)(k),
            (0,format/* percent */.KN)(n === 0 ? 0 : k / n),
            `${(0,format/* percent */.KN)(low)} – ${(0,format/* percent */.KN)(high)}`,
            status === "success" ? "" : billedOf(outcomes[status], distributions),
        ];
    });
}
/** 1 of 2 (1.3% – 99%): what so few failures say of their policy, exactly (Clopper and Pearson). */
function billedOf({ billed: { k, n } }, distributions) {
    if (n === 0)
        return "";
    const [low, high] = (0,interval/* clopperPearson95 */.y)(k, n, distributions);
    return `${(0,format/* quantity */.au)(k)} of ${(0,format/* quantity */.au)(n)} (${(0,format/* percent */.KN)(low)} – ${(0,format/* percent */.KN)(high)})`;
}
function facts({ workload, latency, volume, acceptance, attempts, polls, duplicates, unitPrice, outcomes }, { currency, distributions, closures }, quote) {
    const { timeout } = workload.keys.client;
    const tail = latency && timeout !== undefined && latency.sigma > 0 ? tailOf(latency, timeout, distributions) : null;
    const few = (number) => (0,format/* quantity */.au)(Number(number.toPrecision(3)));
    const closure = closures.get(workload.index);
    const doubles = duplicates.certain + duplicates.likely;
    const against = records_status/* STATUSES */.f.filter((status) => status !== "success" && workload.billed(status) === 0 && outcomes[status].billed.k > 0);
    return [
        ...(latency
            ? [
                `Latency: P50 ${few(latency.p50)} s, P95 ${few(latency.p95)} s (lognormal, ${(0,format/* count */.U9)(latency.n, "measurement")}${latency.censored > 0 ? `, of which ${(0,format/* quantity */.au)(latency.censored)} cut off` : ""}).`,
            ]
            : []),
        ...(tail
            ? [`Longer than the client's timeout of ${(0,format/* quantity */.au)(timeout)} s: ${(0,format/* percent */.KN)(tail.share)} of jobs (${(0,format/* percent */.KN)(tail.low)} – ${(0,format/* percent */.KN)(tail.high)}).`]
            : []),
        `Volume: ${(0,format/* count */.U9)(volume.jobs, "job")} in ${(0,format/* count */.U9)(volume.days, "day")}${volume.perMonth === null ? "" : `, ${(0,format/* quantity */.au)(Math.round(volume.perMonth))} a month at this pace`}${volume.declared === null ? "" : `; the manifest plans ${(0,format/* quantity */.au)(Math.round(volume.declared))} before retries`}.`,
        ...(volume.clips?.perMonth ? [clipsLine(volume.clips)] : []),
        ...(attempts === null ? [] : [`Attempts: ${few(attempts)} for each take.`]),
        ...(acceptance ? [`Acceptance: ${(0,format/* quantity */.au)(acceptance.k)} of ${(0,format/* quantity */.au)(acceptance.n)} clips kept (${(0,format/* percent */.KN)(acceptance.k / acceptance.n)}).`] : []),
        ...(polls === null ? [] : [`Status requests: ${few(polls)} for each job.`]),
        ...(doubles > 0 ? [`Generated twice: ${(0,format/* count */.U9)(doubles, "job")} (${(0,format/* quantity */.au)(duplicates.certain)} certain, ${(0,format/* quantity */.au)(duplicates.likely)} likely).`] : []),
        ...(unitPrice === null ? [] : [`Unit price, before factors: ${(0,format/* formatPrice */.$g)((0,decimal/* decimal */._)(Number(unitPrice.toPrecision(9))), currency)} (median).`]),
        ...(closure ? [closureSentence(closure, currency)] : []),
        ...against.map((status) => `Against the policy: ${quote(status)} is not billed, and ${(0,format/* quantity */.au)(outcomes[status].billed.k)} of ${(0,format/* quantity */.au)(outcomes[status].billed.n)} were. See reconcile.`),
    ];
}
/** Clips by distinct requests, how far days scatter, and growth where there is any. */
function clipsLine({ count: clips, perMonth, dispersion, growth }) {
    const grows = growth === null ? "" : `, ${growth < 0 ? "falling" : "growing"} by ${(0,format/* percent */.KN)(Math.abs(growth))} a month`;
    return `Clips wanted: ${(0,format/* quantity */.au)(clips)} by distinct requests, ${(0,format/* quantity */.au)(Math.round(perMonth ?? 0))} a month${grows}; days scatter ${(0,format/* quantity */.au)(Number(dispersion.toPrecision(2)))} times as far as chance alone.`;
}
function backtestLines({ backtest, currency }) {
    if (!backtest)
        return [];
    const { result } = backtest;
    if (!result)
        return ["Backtest: it needs a complete week or calendar month in the log, and something uncertain in the manifest."];
    const cash = (amount) => (0,format/* formatMoney */.up)((0,decimal/* decimal */._)(Number(amount.toPrecision(12))), currency);
    return [
        `Backtest: ${(0,format/* quantity */.au)(result.hits)} of ${(0,format/* count */.U9)(result.months.length, "month")} between P10 ${cash(result.p10)} and P90 ${cash(result.p90)}, which should hold 8 of 10.${result.tooNarrow ? " The band is too narrow." : ""}`,
        ...(result.weekly.weeks.length === 0
            ? []
            : [
                `By week: ${(0,format/* quantity */.au)(result.weekly.hits)} of ${(0,format/* count */.U9)(result.weekly.weeks.length, "week")} between ${cash(result.weekly.p10)} and ${cash(result.weekly.p90)}. The patch has the weeks of each workload; \`check\` shows them.`,
            ]),
        ...result.months.map(({ month, billed, within }) => `- ${month}: ${cash(billed)}${within ? "" : billed < result.p10 ? ", below" : ", above"}`),
    ];
}
/** What a sample does not support, and what would. */
function sentence({ code: id, args }) {
    const number = (name) => Number(args[name] ?? 0);
    const share = (name) => (0,format/* percent */.KN)(number(name));
    switch (id) {
        case "unseen":
            return `Rates below ${share("bound")}: ${String(args["outcomes"])} did not happen in ${(0,format/* count */.U9)(number("n"), "job")}, and may still be as frequent (95%, one-sided).`;
        case "imprecise":
            return `A failure rate closer than ± ${share("half")}: for ± ${share("wanted")} it takes ${(0,format/* count */.U9)(number("needed"), "job")}.`;
        case "latency":
            return `How long jobs take: the log has the end of ${(0,format/* count */.U9)(number("n"), "job")}, and it takes 10.`;
        case "tail":
            return `P99 of the latency: too few of ${(0,format/* count */.U9)(number("n"), "measurement")} lie above it. It takes ${(0,format/* quantity */.au)(number("needed"))}.`;
        case "billing":
            return `Whether ${(0,layout_escape/* code */.aY)(String(args["outcome"]))} is billed: none of ${(0,format/* quantity */.au)(number("n"))} was, which leaves up to ${share("bound")}; it takes ${(0,format/* quantity */.au)(number("needed"))} for below ${share("wanted")}. The documented policy stands.`;
        case "volume":
            return `The volume of a month: ${(0,format/* count */.U9)(number("days"), "day")}, and it takes ${(0,format/* quantity */.au)(number("needed"))}, a whole week.`;
        case "outages":
            return `Outages, when failures come together: ${(0,format/* count */.U9)(number("days"), "day")} rarely ${number("days") === 1 ? "has" : "have"} one.`;
        case "acceptance":
            return "Acceptance: no record says whether the clip was kept (`kept`).";
        case "attempts":
            return "Attempts and duplicates: no record names its request (`request_id`, `take`).";
        case "polls":
            return "Status requests: no record counts them (`polls`).";
        case "lost":
            return "Lost webhooks and lost acknowledgements: a log of jobs does not show them.";
    }
}
function block(lines) {
    return lines.length > 0 ? ["", ...lines] : [];
}
function significant(value) {
    return Number(value.toPrecision(9));
}
function cents(value) {
    return Number(value.toFixed(6));
}

// EXTERNAL MODULE: ./lib/src/report/words/messages.js + 3 modules
var messages = __webpack_require__(8164);
// EXTERNAL MODULE: ./lib/src/stats/distributions.js + 2 modules
var stats_distributions = __webpack_require__(6896);
// EXTERNAL MODULE: ./lib/src/yaml/set-keys.js
var set_keys = __webpack_require__(1533);
// EXTERNAL MODULE: ./lib/src/cli/terminal.js
var cli_terminal = __webpack_require__(9567);
// EXTERNAL MODULE: ./lib/src/cli/logs/job-logs.js + 19 modules
var job_logs = __webpack_require__(5621);
;// CONCATENATED MODULE: ./lib/src/cli/logs/calibrate.js

















/** `video-budget calibrate`: measured rates with their intervals, and what they change in the manifest. @returns 0. @throws UsageError, I/O errors */
async function calibrateLogs(logs, options, terminal) {
    const read = await (0,job_logs/* readLogs */.o)(logs, options, terminal);
    const { head, plan, date, reconciled, bad } = read;
    const distributions = await (0,stats_distributions/* loadDistributions */.C)();
    const { observed } = reconciled;
    const book = (0,files_book/* loadBook */.Q)(terminal.folder);
    const tested = options.backtest ? { result: backtest(head, { book, date, plan, observed, distributions }) } : null;
    const measured = calibrate(plan, observed, distributions, options);
    const calibrations = tested?.result && options.only.has("reliability") ? withWeeks(measured, tested.result) : measured;
    const patched = await patchedTexts(calibrations, read);
    const overlaid = await (0,gather/* gather */.kg)(withTexts(read.reader, patched), head.roots, book.snapshot, { prices: options.prices });
    const { closures, refused } = closureOf(overlaid, { book, date, plan, observed, distributions });
    const calibrated = { currency: plan.currency, calibrations, bad, backtest: tested, distributions, closures };
    const { format } = options;
    if (format === "json")
        for (const note of (0,bad_records/* badRecordsText */.d)(bad))
            terminal.process.stderr.write(`${note}\n`);
    if (options.write)
        await writeManifests(patched, calibrations, { closures, refused, currency: plan.currency }, terminal);
    const report = format === "json" ? calibrateJson(calibrated) : format === "markdown" ? calibrateMarkdown(calibrated) : calibrateText(calibrated, terminal);
    await (0,cli_terminal/* write */.M9)(report, options, terminal);
    return 0;
}
async function patchedTexts(calibrations, { reader }) {
    const changed = calibrations.filter(({ edits }) => edits.length > 0);
    const files = [...new Set(changed.map(({ workload }) => workload.file))];
    const texts = files.map(async (file) => {
        const trees = changed.filter(({ workload }) => workload.file === file).map(({ workload, edits }) => (0,calibrate_patch/* treeOf */.g7)(workload.name, edits));
        const bytes = (await reader.read(file)) ?? new Uint8Array();
        return [file, (0,set_keys/* setKeys */.n)((0,encoding/* decoded */.D)(bytes) ?? "", trees)];
    });
    return new Map(await Promise.all(texts));
}
/** The same files with the patched manifests in their place. */
function withTexts(reader, patched) {
    return {
        ...reader,
        async read(path) {
            const one = patched.get(path);
            return one && "text" in one ? new TextEncoder().encode(one.text) : await reader.read(path);
        },
    };
}
/**
 * Puts what changes into each manifest that has it, or into none.
 * @throws UsageError if a key cannot be set, if `check` refuses the result, or where it does not say what its own log says
 */
async function writeManifests(patched, calibrations, { closures, refused, currency }, { cwd, process }) {
    if (patched.has("-"))
        throw new cli_terminal/* UsageError */.eb("A manifest from standard input cannot be written to: name its file with --manifest.");
    for (const [file, one] of patched) {
        if ("stuck" in one)
            throw new cli_terminal/* UsageError */.eb(`${(0,layout_escape/* inert */.tJ)(file)}: ${one.stuck.join(".")} cannot be set where an alias or another kind of value stands; nothing was written. Paste the patch by hand.`);
    }
    if (patched.size > 0 && refused.length > 0)
        throw new cli_terminal/* UsageError */.eb(`check refuses the patched manifest; nothing was written:\n${refused.map((problem) => `  ${problem.file}: ${(0,messages.inFull)(problem)}`).join("\n")}`);
    for (const { workload, edits } of calibrations) {
        const closure = closures.get(workload.index);
        if (edits.length > 0 && closure && offBy(closure) > MOST_OFF)
            throw new cli_terminal/* UsageError */.eb(`${workload.name}: ${closureSentence(closure, currency)} The difference is more than 5%, so nothing was written. video-budget reconcile shows its cause.`);
    }
    for (const [file, one] of patched) {
        if (!("text" in one))
            continue;
        await (0,cli_terminal/* replace */.HC)(await (0,promises_.realpath)((0,external_node_path_.resolve)(cwd, file)), one.text, process.pid);
        process.stderr.write(`${(0,layout_escape/* inert */.tJ)(file)} written\n`);
    }
}


/***/ }),

/***/ 6694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DX: () => (/* binding */ jobsForInterval),
/* harmony export */   K9: () => (/* binding */ jobsToRuleOut),
/* harmony export */   _Q: () => (/* binding */ halfWidth),
/* harmony export */   a1: () => (/* binding */ upperBoundOfNone)
/* harmony export */ });
/* harmony import */ var _normal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4643);
/** How many jobs a statement about a share of jobs needs. Shares are 0–1; confidence is 95%, one-sided where only one side is stated. */

const DOUBT = 0.05;
/** The largest share that n jobs without a single case leave possible: 1 − 0.05^(1/n), about 3/n. 60 jobs without a failure leave up to 4.9% possible. */
function upperBoundOfNone(n) {
    return 1 - DOUBT ** (1 / n);
}
/**
 * How many jobs without a single case rule out a share: ⌈ln 0.05 / ln(1 − share)⌉, which is 29 for 10% and 299 for 1%. The same
 * number of jobs shows at least one case with 95%, if the share is what it is taken to be.
 */
function jobsToRuleOut(share) {
    return Math.ceil(Math.log(DOUBT) / Math.log(1 - share) - 1e-9);
}
/**
 * Half the width of the Wilson interval of a rate that n jobs measure: z √(p(1 − p)/n + z²/4n²) / (1 + z²/n). It falls with n.
 * 5% of 60 jobs: 6.0 percentage points.
 */
function halfWidth(rate, n) {
    return (_normal_js__WEBPACK_IMPORTED_MODULE_0__/* .Z_TWO_SIDED_95 */ .HT * Math.sqrt((rate * (1 - rate)) / n + _normal_js__WEBPACK_IMPORTED_MODULE_0__/* .Z_TWO_SIDED_95 */ .HT ** 2 / (4 * n ** 2))) / (1 + _normal_js__WEBPACK_IMPORTED_MODULE_0__/* .Z_TWO_SIDED_95 */ .HT ** 2 / n);
}
/** The fewest jobs that measure a rate to within ± `interval`. @param rate what it is taken to be @param interval above 0 */
function jobsForInterval(rate, interval) {
    // halfWidth(n) ≤ h is a quadratic in n: h²(n + z²)² ≥ z²(p(1 − p)n + z²/4).
    const h = interval ** 2;
    const [a, b, c] = [h, 2 * h * _normal_js__WEBPACK_IMPORTED_MODULE_0__/* .Z_TWO_SIDED_95 */ .HT ** 2 - _normal_js__WEBPACK_IMPORTED_MODULE_0__/* .Z_TWO_SIDED_95 */ .HT ** 2 * rate * (1 - rate), h * _normal_js__WEBPACK_IMPORTED_MODULE_0__/* .Z_TWO_SIDED_95 */ .HT ** 4 - _normal_js__WEBPACK_IMPORTED_MODULE_0__/* .Z_TWO_SIDED_95 */ .HT ** 4 / 4];
    const root = (-b + Math.sqrt(Math.max(0, b ** 2 - 4 * a * c))) / (2 * a);
    return Math.max(1, Math.ceil(root - 1e-9));
}


/***/ })

};
;