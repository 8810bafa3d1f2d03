"use strict";
exports.id = 899;
exports.ids = [899];
exports.modules = {

/***/ 899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  calibrateLogs: () => (/* binding */ calibrateLogs)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/files/book.js
var book = __webpack_require__(229);
// EXTERNAL MODULE: ./lib/src/notation/time.js
var time = __webpack_require__(5568);
// EXTERNAL MODULE: ./lib/src/risk/exposure.js + 3 modules
var exposure = __webpack_require__(254);
// EXTERNAL MODULE: ./lib/src/risk/workload-cost.js + 4 modules
var workload_cost = __webpack_require__(8494);
;// CONCATENATED MODULE: ./lib/src/joblog/calibrate/backtest.js



/** A band that holds 80 % has fewer than 3 of 6 months in it once in 60 times. */
const LEAST_MONTHS = 6;
const LEAST_HITS = 0.5;
/**
 * Whether the months of a log fell between the P10 and the P90 of the workloads that it has jobs of. A month counts
 * where the log covers it from its first to its last day.
 * @returns null where no month is complete, or nothing uncertain is declared: a band without width proves nothing
 */
function backtest(head, book, date, plan, observed, distributions) {
    const { estimates } = (0,exposure/* exposureOf */.X)(head, book, date, distributions);
    const logged = plan.workloads.filter(({ index }) => observed[index].jobs > 0);
    const isLogged = ({ file, name }) => logged.some((one) => one.file === file && one.name === name);
    const totalDistribution = (0,workload_cost/* totalDistributionOfAll */.jH)(estimates.filter(isLogged), distributions);
    const months = completeMonths(logged.map(({ index }) => observed[index]));
    if (!totalDistribution || months.length === 0)
        return null;
    const [p10, p90] = [totalDistribution.quantile(0.1), totalDistribution.quantile(0.9)];
    const compared = months.map(({ month, billed }) => ({ month, billed, within: billed >= p10 && billed <= p90 }));
    const hits = compared.filter(({ within }) => within).length;
    return { p10, p90, months: compared, hits, tooNarrow: compared.length >= LEAST_MONTHS && hits < LEAST_HITS * compared.length };
}
function completeMonths(observed) {
    const billed = new Map();
    let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const { days } of observed) {
        for (const [day, { cost }] of days) {
            const month = (0,time/* dateOfDay */.e9)(day).slice(0, 7);
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
        return (0,time/* dateOfDay */.e9)(first) <= starts && (0,time/* dateOfDay */.e9)(last + 1).slice(0, 7) > month;
    };
    return [...billed]
        .filter(([month]) => isWhole(month))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([month, sum]) => ({ month, billed: sum }));
}

// EXTERNAL MODULE: ./lib/src/stats/interval.js
var interval = __webpack_require__(4501);
// EXTERNAL MODULE: ./lib/src/joblog/measure/volume.js
var measure_volume = __webpack_require__(7805);
// EXTERNAL MODULE: ./lib/src/joblog/records/status.js
var records_status = __webpack_require__(7087);
// EXTERNAL MODULE: ./lib/src/stats/sample-size.js
var sample_size = __webpack_require__(6694);
;// CONCATENATED MODULE: ./lib/src/joblog/calibrate/cannot-tell.js


const FAILURES = ["provider_error", "moderated", "invalid", "timed_out"];
/** How close a rate should be known, and how sure one should be that a kind of failure is not billed. */
const CLOSE = 0.05;
const SURE = 0.1;
/** A percentile is seen where so many times lie above it. */
const ABOVE = 10;
const DAYS_OF_A_MONTH = 30;
/** What a sample of this size cannot say, from the sizes alone. */
function cannotTell({ n, outcomes, latency, volume, acceptance, attempts, polls, }) {
    const unseen = FAILURES.filter((failure) => outcomes[failure].k === 0);
    const rates = FAILURES.filter((failure) => outcomes[failure].k > 0).map((failure) => outcomes[failure].k / n);
    const worst = Math.max(0, ...rates);
    const unsure = FAILURES.filter((failure) => outcomes[failure].k > 0 && outcomes[failure].billed.k === 0 && outcomes[failure].billed.n < (0,sample_size/* jobsToRuleOut */.K9)(SURE));
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

;// CONCATENATED MODULE: ./lib/src/joblog/calibrate/latency-fit.js

/** z of the 95th percentile of the normal distribution. */
const Z_P95 = 1.6448536269514722;
/** The steps become smaller by the share of times that are censored; where nearly all are, a fit says nothing. */
const STEPS = 20_000;
const EXACT = 1e-14;
/**
 * The most likely lognormal, by expectation and maximisation (Dempster, Laird and Rubin, 1977): a time that
 * was cut off at c counts as what such times are on average, E[ln L | > c] = mu + sigma φ(a) / Φ(−a), with
 * a = (ln c − mu) / sigma. To leave such times out would hide the tail that causes duplicates.
 * @returns null where no time was seen to its end
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
    return { n, censored, mu, sigma, p50: Math.exp(mu), p95: Math.exp(mu + Z_P95 * sigma) };
}
/** φ(a) / Φ(−a); far out, where both vanish, by its asymptotic series. */
function hazard(a, normalCdf) {
    if (a > 8)
        return a + 1 / a - 2 / a ** 3 + 10 / a ** 5;
    return Math.exp((-a * a) / 2) / Math.sqrt(2 * Math.PI) / normalCdf(-a);
}
/**
 * The share of jobs that last longer than some seconds, with its 95 % interval: z = (ln T − mu) / sigma, whose standard
 * error is √(1/n + z²/2n).
 */
function tailOf({ mu, sigma, n }, seconds, { normalCdf }) {
    const z = (Math.log(seconds) - mu) / sigma;
    const error = Math.sqrt(1 / n + (z * z) / (2 * n));
    return { share: normalCdf(-z), low: normalCdf(-(z + interval/* Z_TWO_SIDED_95 */.HT * error)), high: normalCdf(-(z - interval/* Z_TWO_SIDED_95 */.HT * error)) };
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./lib/src/joblog/yaml-splice.js

/**
 * Sets keys in a YAML text and leaves every other byte of it as it is, comments and spaces included: a value is
 * replaced where it stands, and a key that is missing is added behind the last one of its map.
 * @returns the text, or the path of a key that cannot be set: an alias or another kind of value stands there
 */
function spliceYaml(text, trees) {
    const splices = [];
    const { contents } = (0,dist/* parseDocument */.Tp)(text);
    for (const tree of trees) {
        const stuck = (0,dist/* isMap */.jh)(contents) ? collect(contents, tree, [], text, splices) : [];
        if (stuck)
            return { stuck };
    }
    // From the end, so that places stay; of two at one place the inner one comes to stand first.
    splices.sort((a, b) => b.from - a.from || a.depth - b.depth);
    return { text: splices.reduce((all, { from, to, text: put }) => all.slice(0, from) + put + all.slice(to), text) };
}
function collect(map, tree, path, text, splices) {
    const missing = {};
    for (const [key, value] of Object.entries(tree)) {
        const pair = map.items.find((one) => (0,dist/* isScalar */.jn)(one.key) && String(one.key.value) === key);
        if (!pair) {
            missing[key] = value;
            continue;
        }
        const stuck = set(pair, value, [...path, key], text, splices);
        if (stuck)
            return stuck;
    }
    if (Object.keys(missing).length > 0)
        splices.push(insertion(map, missing, path.length, text));
    return null;
}
function set({ key, value: node }, value, path, text, splices) {
    const depth = path.length;
    const isEmpty = node === null || ((0,dist/* isScalar */.jn)(node) && node.value === null);
    if (isTree(value) && (0,dist/* isMap */.jh)(node))
        return collect(node, value, path, text, splices);
    if (isEmpty) {
        const colon = text.indexOf(":", key.range?.[1] ?? 0);
        splices.push({ from: colon + 1, to: colon + 1, text: ` ${flow(value)}`, depth });
        return null;
    }
    // A map for a number, or a number for a map, is for a person to decide.
    if (isTree(value) || !(0,dist/* isScalar */.jn)(node) || !node.range)
        return path;
    splices.push({ from: node.range[0], to: node.range[1], text: flow(value), depth });
    return null;
}
/** New keys behind the last one of a map, written as the map is. */
function insertion(map, keys, depth, text) {
    const last = map.items.at(-1);
    if (map.flow || !last) {
        const inside = Object.entries(keys).map(([key, value]) => `${key}: ${flow(value)}`);
        const close = text.lastIndexOf("}", (map.range?.[1] ?? 1) - 1);
        const end = last ? endOf(last) : close;
        return { from: end, to: last ? end : close, text: last ? `, ${inside.join(", ")}` : ` ${inside.join(", ")} `, depth };
    }
    const start = map.items[0]?.key?.range?.[0] ?? 0;
    const indent = start - (text.lastIndexOf("\n", start - 1) + 1);
    const newline = text.indexOf("\n", Math.max(endOf(last) - 1, 0));
    const at = newline === -1 ? text.length : newline;
    return { from: at, to: at, text: `\n${blockLines(keys, indent).join("\n")}`, depth };
}
/** Where a pair's value ends, or its key where it has none. */
function endOf({ key, value }) {
    if ((0,dist/* isMap */.jh)(value) && !value.flow && value.items.length > 0)
        return endOf(value.items.at(-1));
    return value?.range?.[1] ?? key.range?.[1] ?? 0;
}
/** Keys on lines of their own; a map of plain values stays on one line, as people write counts. */
function blockLines(tree, indent) {
    const space = " ".repeat(indent);
    return Object.entries(tree).flatMap(([key, value]) => isTree(value) && Object.values(value).some(isTree) ? [`${space}${key}:`, ...blockLines(value, indent + 2)] : [`${space}${key}: ${flow(value)}`]);
}
function flow(value) {
    if (!isTree(value))
        return (0,dist/* stringify */.As)(value, { lineWidth: 0 }).trimEnd();
    return `{ ${Object.entries(value)
        .map(([key, inner]) => `${key}: ${flow(inner)}`)
        .join(", ")} }`;
}
function isTree(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./lib/src/joblog/calibrate/patch.js


const patch_FAILURES = ["provider_error", "moderated", "invalid", "timed_out"];
/** From so many times or marks on they say more than what was declared. */
const LEAST_TIMES = 10;
const LEAST_MARKS = 20;
/**
 * What a log changes in a workload: the counts behind its failure rates (of those that were seen or that the manifest
 * speaks of), how long jobs take, the acceptance where takes are made until one is kept, and the volume where it
 * is another one. What failures bill is left as documented: a log can only contradict it.
 */
function editsOf({ workload: { keys, declared }, n, outcomes, latency, acceptance, volume, attempts }, seen) {
    const { reliability, takes } = keys;
    const edits = [];
    for (const failure of patch_FAILURES) {
        const { k } = outcomes[failure];
        const isDeclared = reliability.outcomes[failure] !== undefined;
        if (k === 0 && !isDeclared && reliability.evidence?.[failure] === undefined)
            continue;
        if (isDeclared)
            edits.push({ path: ["reliability", "outcomes", failure], value: percentage(k / n) });
        edits.push({ path: ["reliability", "evidence", failure], value: { k, n } });
    }
    if (latency && latency.n - latency.censored >= LEAST_TIMES) {
        edits.push({ path: ["reliability", "latency"], value: { p50: `${digits(latency.p50, 4)}s`, p95: `${digits(latency.p95, 4)}s` } });
    }
    if (acceptance && acceptance.n >= LEAST_MARKS && acceptance.k > 0 && typeof takes === "object") {
        edits.push({ path: ["takes", "until_kept", "acceptance"], value: percentage(acceptance.k / acceptance.n) });
    }
    if (declared !== null && declared > 0 && volume.perMonth !== null && (0,measure_volume/* isOtherVolume */.B7)(seen, declared * (attempts ?? 1))) {
        edits.push(...scaled(keys.volume, volume.perMonth / (attempts ?? 1) / declared));
    }
    return edits;
}
/** The declared volume, its shape kept, at the pace of the log. */
function scaled(volume, by) {
    const unit = ["per_day", "per_week", "per_month"].find((key) => volume[key] !== undefined);
    if (unit === undefined)
        return [];
    const amount = volume[unit];
    const value = typeof amount === "number" ? digits(amount * by, 3) : Object.fromEntries(Object.entries(amount).map(([key, number]) => [key, digits(number * by, 3)]));
    return [{ path: ["volume", unit], value }];
}
function percentage(share) {
    return `${digits(share * 100, 3)}%`;
}
function digits(value, significant) {
    return Number(value.toPrecision(significant));
}
/** The edits of a workload as one tree. */
function treeOf(name, edits) {
    const own = {};
    for (const { path, value } of edits) {
        let at = own;
        for (const key of path.slice(0, -1)) {
            at[key] ??= {};
            at = at[key];
        }
        at[path.at(-1)] = value;
    }
    return { workloads: { [name]: own } };
}
/** The edits of one workload as YAML to paste into a manifest; "" where there are none. */
function patchText(name, edits) {
    return edits.length === 0 ? "" : `${blockLines(treeOf(name, edits), 0).join("\n")}\n`;
}

;// CONCATENATED MODULE: ./lib/src/joblog/calibrate/calibrate.js






/** Every workload that the log has jobs of. */
function calibrate(plan, observed, distributions) {
    return plan.workloads.flatMap((workload) => {
        const seen = observed[workload.index];
        return seen.jobs === 0 ? [] : [calibrateOne(workload, seen, distributions)];
    });
}
function calibrateOne(workload, seen, distributions) {
    const n = seen.jobs;
    const rate = (status) => {
        const { jobs, costed, billed } = seen.outcomes[status];
        return { k: jobs, n, wilson95: (0,interval/* wilson95 */.pv)(jobs, n), billed: { k: billed, n: costed } };
    };
    const { days, perMonth } = (0,measure_volume/* volumeOf */.Iw)(seen);
    const unit = seen.unit.value();
    const measured = {
        workload,
        n,
        outcomes: Object.fromEntries(records_status/* STATUSES */.f.map((status) => [status, rate(status)])),
        latency: fitLatency(seen.times, distributions),
        volume: { jobs: n, days, perMonth, declared: workload.declared },
        acceptance: seen.kept.marked === 0 ? null : { k: seen.kept.kept, n: seen.kept.marked },
        attempts: seen.takes === 0 ? null : seen.named / seen.takes,
        polls: seen.polls.jobs === 0 ? null : seen.polls.sent / seen.polls.jobs,
        duplicates: seen.duplicates,
        unitPrice: Number.isNaN(unit) ? null : unit,
    };
    return { ...measured, edits: editsOf(measured, seen), cannotTell: cannotTell(measured) };
}

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
function calibrateJson({ calibrations, backtest }) {
    const report = {
        schema: "video-budget/calibrate@1",
        workloads: calibrations.map((one) => {
            const { workload, n, outcomes, latency, volume, acceptance, attempts, polls, duplicates, unitPrice, edits } = one;
            return {
                name: workload.name,
                n,
                outcomes: Object.fromEntries(records_status/* STATUSES */.f.map((status) => {
                    const { k, wilson95, billed } = outcomes[status];
                    return [status, { k, n, rate: significant(k / n), wilson95: wilson95.map(significant), billed: { k: billed.k, n: billed.n } }];
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
                },
                acceptance: acceptance && { k: acceptance.k, n: acceptance.n },
                attempts: { mean: attempts === null ? null : significant(attempts) },
                polls: polls === null ? null : { mean: significant(polls) },
                duplicates: { certain: duplicates.certain, likely: duplicates.likely },
                unit_price: unitPrice === null ? null : significant(unitPrice),
                patch: patchText(workload.name, edits),
                cannot_tell: one.cannotTell.map(sentence),
            };
        }),
        ...(backtest && { backtest: backtest.result && backtestJson(backtest.result) }),
    };
    return `${JSON.stringify(report, null, 2)}\n`;
}
function backtestJson({ p10, p90, months, hits }) {
    return { p10: cents(p10), p90: cents(p90), hits, months: months.map(({ month, billed, within }) => ({ month, billed: cents(billed), within })) };
}
/** For a terminal. */
function calibrateText(calibrated, { width, color }) {
    const paint = picocolors.createColors(color);
    const lines = calibrated.calibrations.flatMap((one, index) => {
        const table = (0,columns/* columns */.Y)([
            { title: "Outcome" },
            { title: "Jobs", align: "right" },
            { title: "Rate", align: "right" },
            { title: "95 % interval", align: "right" },
            { title: "Billed", drop: 1 },
        ], rows(one, calibrated.distributions), width, paint.dim);
        const patch = patchText(one.workload.name, one.edits);
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
            ...(patch === "" ? ["Nothing in the manifest would change."] : [paint.bold("For the manifest (--write puts it there)"), ...patch.trimEnd().split("\n")]),
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
        const patch = patchText(one.workload.name, one.edits);
        return [
            ...(index === 0 ? [] : [""]),
            `### ${(0,layout_escape/* code */.aY)(one.workload.name)}: ${(0,format/* count */.U9)(one.n, "job")}`,
            "",
            ...(0,table/* tableHead */.P)(["Outcome", "Jobs:", "Rate:", "95 % interval:", "Billed"]),
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
function rows({ outcomes, n }, distributions) {
    return records_status/* STATUSES */.f.filter((status) => status !== "cancelled" || outcomes[status].k > 0).map((status) => {
        const { k, wilson95 } = outcomes[status];
        const [low, high] = wilson95;
        return [status, (0,format/* quantity */.au)(k), (0,format/* percent */.KN)(k / n), `${(0,format/* percent */.KN)(low)} – ${(0,format/* percent */.KN)(high)}`, status === "success" ? "" : billedOf(outcomes[status], distributions)];
    });
}
/** 1 of 2 (1.3 % – 99 %): what so few failures say of their policy, exactly (Clopper and Pearson). */
function billedOf({ billed: { k, n } }, distributions) {
    if (n === 0)
        return "";
    const [low, high] = (0,interval/* clopperPearson95 */.yL)(k, n, distributions);
    return `${(0,format/* quantity */.au)(k)} of ${(0,format/* quantity */.au)(n)} (${(0,format/* percent */.KN)(low)} – ${(0,format/* percent */.KN)(high)})`;
}
function facts({ workload, latency, volume, acceptance, attempts, polls, duplicates, unitPrice, outcomes }, { currency, distributions }, quote) {
    const { timeout } = workload.keys.client;
    const tail = latency && timeout !== undefined && latency.sigma > 0 ? tailOf(latency, timeout, distributions) : null;
    const few = (number) => (0,format/* quantity */.au)(Number(number.toPrecision(3)));
    const doubles = duplicates.certain + duplicates.likely;
    const against = records_status/* STATUSES */.f.filter((status) => status !== "success" && workload.billed(status) === 0 && outcomes[status].billed.k > 0);
    return [
        ...(latency
            ? [
                `Latency: P50 ${few(latency.p50)} s, P95 ${few(latency.p95)} s (lognormal, ${(0,format/* count */.U9)(latency.n, "time")}${latency.censored > 0 ? `, of which ${(0,format/* quantity */.au)(latency.censored)} cut off` : ""}).`,
            ]
            : []),
        ...(tail
            ? [`Longer than the client's timeout of ${(0,format/* quantity */.au)(timeout)} s: ${(0,format/* percent */.KN)(tail.share)} of jobs (${(0,format/* percent */.KN)(tail.low)} – ${(0,format/* percent */.KN)(tail.high)}).`]
            : []),
        `Volume: ${(0,format/* count */.U9)(volume.jobs, "job")} in ${few(volume.days)} days${volume.perMonth === null ? "" : `, ${(0,format/* quantity */.au)(Math.round(volume.perMonth))} a month at that pace`}${volume.declared === null ? "" : `; the manifest plans ${(0,format/* quantity */.au)(Math.round(volume.declared))} before retries`}.`,
        ...(attempts === null ? [] : [`Attempts: ${few(attempts)} for each take.`]),
        ...(acceptance ? [`Acceptance: ${(0,format/* quantity */.au)(acceptance.k)} of ${(0,format/* quantity */.au)(acceptance.n)} clips kept (${(0,format/* percent */.KN)(acceptance.k / acceptance.n)}).`] : []),
        ...(polls === null ? [] : [`Status requests: ${few(polls)} for each job.`]),
        ...(doubles > 0 ? [`Made twice: ${(0,format/* count */.U9)(doubles, "job")} (${(0,format/* quantity */.au)(duplicates.certain)} certain, ${(0,format/* quantity */.au)(duplicates.likely)} likely).`] : []),
        ...(unitPrice === null ? [] : [`Unit price, before factors: ${(0,format/* formatPrice */.$g)((0,decimal/* decimal */._)(Number(unitPrice.toPrecision(9))), currency)} (median).`]),
        ...against.map((status) => `Against the policy: ${quote(status)} is not billed, and ${(0,format/* quantity */.au)(outcomes[status].billed.k)} of ${(0,format/* quantity */.au)(outcomes[status].billed.n)} were. See reconcile.`),
    ];
}
function backtestLines({ backtest, currency }) {
    if (!backtest)
        return [];
    const { result } = backtest;
    if (!result)
        return ["Backtest: it needs a complete calendar month in the log, and something uncertain in the manifest."];
    const cash = (amount) => (0,format/* formatMoney */.up)((0,decimal/* decimal */._)(Number(amount.toPrecision(12))), currency);
    return [
        `Backtest: ${(0,format/* quantity */.au)(result.hits)} of ${(0,format/* count */.U9)(result.months.length, "month")} between P10 ${cash(result.p10)} and P90 ${cash(result.p90)}, which should hold 8 of 10.${result.tooNarrow ? " The band is too narrow." : ""}`,
        ...result.months.map(({ month, billed, within }) => `- ${month}: ${cash(billed)}${within ? "" : billed < result.p10 ? ", below" : ", above"}`),
    ];
}
/** What a sample does not support, and what would. */
function sentence({ code: id, args }) {
    const number = (name) => Number(args[name] ?? 0);
    const share = (name) => (0,format/* percent */.KN)(number(name));
    const shown = (name) => (0,format/* quantity */.au)(Number(number(name).toPrecision(3)));
    switch (id) {
        case "unseen":
            return `Rates below ${share("bound")}: ${String(args["outcomes"])} did not happen in ${(0,format/* count */.U9)(number("n"), "job")}, and may still be as frequent (95 %, one-sided).`;
        case "imprecise":
            return `A failure rate closer than ± ${share("half")}: for ± ${share("wanted")} it takes ${(0,format/* count */.U9)(number("needed"), "job")}.`;
        case "latency":
            return `How long jobs take: ${(0,format/* count */.U9)(number("n"), "time")} to the end of a job, and it takes 10.`;
        case "tail":
            return `P99 of the latency: of ${(0,format/* count */.U9)(number("n"), "time")} too few lie above it. It takes ${(0,format/* quantity */.au)(number("needed"))}.`;
        case "billing":
            return `Whether ${(0,layout_escape/* code */.aY)(String(args["outcome"]))} is billed: none of ${(0,format/* quantity */.au)(number("n"))} was, which leaves up to ${share("bound")}; it takes ${(0,format/* quantity */.au)(number("needed"))} for below ${share("wanted")}. The documented policy stands.`;
        case "volume":
            return `The volume of a month: ${shown("days")} days, and it takes ${(0,format/* quantity */.au)(number("needed"))}, a whole week.`;
        case "outages":
            return `Outages, when failures come together: ${shown("days")} days rarely have one.`;
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

// EXTERNAL MODULE: ./lib/src/stats/distributions.js
var stats_distributions = __webpack_require__(4117);
// EXTERNAL MODULE: ./lib/src/cli/terminal.js
var cli_terminal = __webpack_require__(9567);
// EXTERNAL MODULE: ./lib/src/cli/logs/job-logs.js + 23 modules
var job_logs = __webpack_require__(1019);
;// CONCATENATED MODULE: ./lib/src/cli/logs/calibrate.js












/** `video-budget calibrate`: measured rates with their intervals, and what they change in the manifest. @returns 0. @throws UsageError, I/O errors */
async function calibrateLogs(logs, options, terminal) {
    const { head, plan, date, reconciled, bad } = await (0,job_logs/* readLogs */.o)(logs, options, terminal);
    const distributions = await (0,stats_distributions/* loadDistributions */.C)();
    const calibrations = calibrate(plan, reconciled.observed, distributions);
    const tested = options.backtest ? { result: backtest(head, (0,book/* loadBook */.Q)(terminal.folder), date, plan, reconciled.observed, distributions) } : null;
    const calibrated = { currency: plan.currency, calibrations, bad, backtest: tested, distributions };
    const { format } = options;
    if (format === "json")
        for (const note of (0,bad_records/* badRecordsText */.d)(bad))
            terminal.process.stderr.write(`${note}\n`);
    if (options.write)
        await writeManifests(calibrations, terminal);
    const report = format === "json" ? calibrateJson(calibrated) : format === "markdown" ? calibrateMarkdown(calibrated) : calibrateText(calibrated, terminal);
    await (0,cli_terminal/* write */.M9)(report, options, terminal);
    return 0;
}
/** Puts what changes into each manifest that has it; comments stay. */
async function writeManifests(calibrations, { cwd, process }) {
    const changed = calibrations.filter(({ edits }) => edits.length > 0);
    for (const file of new Set(changed.map(({ workload }) => workload.file))) {
        if (file === "-")
            throw new cli_terminal/* UsageError */.eb("A manifest from standard input cannot be written to: name its file with --manifest.");
        const path = await (0,promises_.realpath)((0,external_node_path_.resolve)(cwd, file));
        const trees = changed.filter(({ workload }) => workload.file === file).map(({ workload, edits }) => treeOf(workload.name, edits));
        const spliced = spliceYaml(await (0,promises_.readFile)(path, "utf8"), trees);
        if ("stuck" in spliced)
            throw new cli_terminal/* UsageError */.eb(`${file}: ${spliced.stuck.join(".")} cannot be set where an alias or another kind of value stands; nothing was written. Paste the patch by hand.`);
        await (0,cli_terminal/* replace */.HC)(path, spliced.text, process.pid);
        process.stderr.write(`${file} written\n`);
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
/** How many jobs a statement about a share of jobs needs. Shares are 0–1; confidence is 95 %, one-sided where only one side is stated. */
/** z of a two-sided 95 % interval. */
const Z = 1.959963984540054;
const DOUBT = 0.05;
/** The largest share that n jobs without a single case leave possible: 1 − 0.05^(1/n), about 3/n. */
function upperBoundOfNone(n) {
    return 1 - DOUBT ** (1 / n);
}
/** Jobs without a single case that rule out a share, and as well the jobs that show one case of it: ⌈ln 0.05 / ln(1 − share)⌉; 29 for 10 %, 299 for 1 %. */
function jobsToRuleOut(share) {
    return Math.ceil(Math.log(DOUBT) / Math.log(1 - share) - 1e-9);
}
/** Half the width of the Wilson interval of a rate that n jobs measure: z √(p(1 − p)/n + z²/4n²) / (1 + z²/n). It falls with n. */
function halfWidth(rate, n) {
    return (Z * Math.sqrt((rate * (1 - rate)) / n + Z ** 2 / (4 * n ** 2))) / (1 + Z ** 2 / n);
}
/** The fewest jobs that measure a rate to within ± `interval`. @param rate what it is taken to be @param interval above 0 */
function jobsForInterval(rate, interval) {
    // halfWidth(n) ≤ h is a quadratic in n: h²(n + z²)² ≥ z²(p(1 − p)n + z²/4).
    const h = interval ** 2;
    const [a, b, c] = [h, 2 * h * Z ** 2 - Z ** 2 * rate * (1 - rate), h * Z ** 4 - Z ** 4 / 4];
    const root = (-b + Math.sqrt(Math.max(0, b ** 2 - 4 * a * c))) / (2 * a);
    return Math.max(1, Math.ceil(root - 1e-9));
}


/***/ })

};
;