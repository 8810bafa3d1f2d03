"use strict";
exports.id = 467;
exports.ids = [467];
exports.modules = {

/***/ 9467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planTests: () => (/* binding */ planTests)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/engine/pricing.js
var engine_pricing = __webpack_require__(3351);
// EXTERNAL MODULE: ./lib/src/money/convert.js
var convert = __webpack_require__(6338);
// EXTERNAL MODULE: ./lib/src/money/decimal.js + 1 modules
var decimal = __webpack_require__(5688);
// EXTERNAL MODULE: ./lib/src/report/layout/escape.js
var layout_escape = __webpack_require__(8105);
// EXTERNAL MODULE: ./lib/src/joblog/records/job.js
var records_job = __webpack_require__(8674);
// EXTERNAL MODULE: ./lib/src/notation/mode.js
var notation_mode = __webpack_require__(9298);
;// CONCATENATED MODULE: ./lib/src/report/testplan/test-record.js

/** What to write down of a job that was run, of the fields of a record. */
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
    "polls",
];
/** What the template has before the job is run. */
const PREPARED = [
    "workload",
    "provider",
    "model",
    "request_id",
    "take",
    "attempt",
    "requested_seconds",
    "resolution",
];
/** The name of a test job in the log: test-1. */
function requestId({ number }) {
    return `test-${number}`;
}
/** The length that is asked for in seconds, or that the provider makes by default, or of what goes in where the clip is as long; null if nobody knows it. */
function secondsOf({ keys, request }) {
    const mode = request?.fields.get("mode") ?? keys.mode;
    const sent = Math.max(...[keys.input.video, keys.input.audio].map((files) => (files ?? []).reduce((sum, file) => sum + file, 0)));
    const follows = mode !== undefined && (0,notation_mode/* modeFollowsInput */.Kg)(mode) && sent > 0;
    const seconds = request?.fields.get("duration") ?? keys.output.duration ?? (follows ? sent : null);
    return typeof seconds === "number" && !request?.auto ? seconds : null;
}

;// CONCATENATED MODULE: ./lib/src/report/testplan/csv.js


/** What a cell may start with and be made of: nothing that a spreadsheet takes for a formula, and nothing that needs quotes. */
const PLAIN_CELL = /^[A-Za-z0-9][\w./: -]*$/;
/**
 * The table to fill in: the fields of a job record, and a row for each job to run with what is known before it runs.
 * `reconcile` and `calibrate` read it as it is.
 */
function testPlanCsv({ within: { run } }) {
    return `${[records_job/* FIELDS */.c.join(","), ...run.map((job) => records_job/* FIELDS */.c.map((field) => cell(known(job, field))).join(","))].join("\n")}\n`;
}
function known(job, field) {
    const { keys, request, like } = job;
    switch (field) {
        case "workload":
            return like.name;
        case "provider":
            return keys.provider;
        case "model":
            return keys.model;
        case "request_id":
            return requestId(job);
        case "take":
            return 0;
        case "attempt":
            return 1;
        case "requested_seconds":
            return secondsOf(job) ?? "";
        case "resolution":
            return String(request?.fields.get("resolution") ?? keys.output.resolution ?? "");
        default:
            return "";
    }
}
function cell(value) {
    const text = String(value);
    return PLAIN_CELL.test(text) ? text : "";
}

// EXTERNAL MODULE: ./lib/src/money/round.js
var round = __webpack_require__(1173);
// EXTERNAL MODULE: ./lib/src/report/words/formula.js
var formula = __webpack_require__(1065);
// EXTERNAL MODULE: ./lib/src/notation/field.js
var notation_field = __webpack_require__(9097);
// EXTERNAL MODULE: ./lib/src/stats/sample-size.js
var sample_size = __webpack_require__(6694);
// EXTERNAL MODULE: ./lib/src/report/layout/format.js
var format = __webpack_require__(6125);
;// CONCATENATED MODULE: ./lib/src/report/testplan/words.js





/** The words of a test plan, for a terminal and for Markdown: `quote` makes names and values inert. */
/** More names than this in one sentence are counted. */
const NAMED = 5;
const CLAIMS = {
    "unit-price": "unit price",
    rounding: "rounding",
    minimum: "minimum",
    resolution: notation_field/* REQUEST_FIELDS */.IK.resolution.noun,
    audio: notation_field/* REQUEST_FIELDS */.IK.audio.noun,
    "default-duration": `default ${notation_field/* REQUEST_FIELDS */.IK.duration.noun}`,
    "default-resolution": `default ${notation_field/* REQUEST_FIELDS */.IK.resolution.noun}`,
    "default-audio": `default ${notation_field/* REQUEST_FIELDS */.IK.audio.noun}`,
};
/** 3 jobs, $2.25. */
function totalInWords({ within: { run, cost }, currency }) {
    const unknown = run.filter((job) => job.cost === null).length;
    const least = run.some(({ job }) => job?.bound === "lower") ? "≥ " : "";
    return `${(0,format/* count */.U9)(run.length, "job")}, ${least}${(0,format/* formatMoney */.up)(cost, currency)}${unknown === 0 ? "" : ` (${(0,format/* quantity */.au)(unknown)} of unknown cost)`}`;
}
function costInWords({ cost, job }, currency) {
    if (cost === null)
        return "cost unknown";
    return `${job?.bound === "upper" ? "≤ " : job?.bound === "lower" ? "≥ " : ""}${(0,format/* jobPrice */.b3)(cost, currency)}`;
}
/** How each field that a manifest sets is said; nothing if it does not. */
const ASKED = {
    mode: ({ mode }) => mode ?? "",
    duration: ({ output: { duration } }) => (duration === undefined ? "" : duration === "auto" ? "duration auto" : seconds(duration)),
    segments: ({ output: { segments } }) => (segments === undefined ? "" : `segments of ${segments.map(seconds).join(", ")}`),
    frames: ({ output: { frames } }) => (frames === undefined ? "" : (0,format/* count */.U9)(frames, "frame")),
    resolution: ({ output: { resolution } }, quote) => (resolution === undefined ? "" : quote(resolution)),
    audio: ({ output: { audio } }) => (audio === undefined ? "" : audio ? "with sound" : "without sound"),
    aspect_ratio: ({ output: { aspect_ratio } }, quote) => (aspect_ratio === undefined ? "" : quote(aspect_ratio)),
    fps: ({ output: { fps } }) => (fps === undefined ? "" : `${(0,format/* quantity */.au)(fps)} fps`),
    quality: ({ output: { quality } }, quote) => (quality === undefined ? "" : `quality ${quote(quality)}`),
    count: ({ output }) => (output.count === undefined ? "" : (0,format/* count */.U9)(output.count, "output")),
    "input.images": ({ input: { images } }) => (images === undefined || images === 0 ? "" : (0,format/* count */.U9)(images, "image")),
    "input.video": ({ input }) => filesInWords("video", input.video),
    "input.audio": ({ input }) => filesInWords("audio", input.audio),
    "input.resolution": ({ input: { resolution } }, quote) => (resolution === undefined ? "" : `input ${quote(resolution)}`),
    "input.text_bytes": ({ input: { text_bytes } }) => (text_bytes === undefined ? "" : `a text of ${(0,format/* count */.U9)(text_bytes, "byte")}`),
    tier: ({ tier }, quote) => (tier === undefined ? "" : `tier ${quote(tier)}`),
    region: ({ region }, quote) => (region === undefined ? "" : `region ${quote(region)}`),
    runtime: ({ runtime }) => (runtime === undefined ? "" : `${seconds(runtime)} of GPU time`),
};
const SAYINGS = Object.values(ASKED);
function seconds(value) {
    return `${(0,format/* quantity */.au)((0,decimal/* decimal */._)(value))} s`;
}
function filesInWords(noun, all = []) {
    return all.length === 0 ? "" : `input ${noun} of ${all.map(seconds).join(", ")}`;
}
/** text-to-video, 5.2 s, 720p; sound left out (the provider's default: on). */
function asksInWords({ keys, request }, quote) {
    const mode = keys.mode === undefined ? String(request?.fields.get("mode") ?? "") : "";
    const given = [
        mode,
        ...SAYINGS.map((say) => say(keys, quote)),
        ...Object.entries(keys.options).map(([name, value]) => `${quote(name)} ${quote(String(value))}`),
    ];
    return [...given.filter((part) => part !== ""), ...leftOutInWords(request, quote)].join(", ");
}
function leftOutInWords(request, quote) {
    if (!request)
        return [];
    const { fields, given, auto } = request;
    return notation_field/* DEFAULTED_FIELDS */.jT.flatMap((field) => {
        const value = fields.get(field);
        const sized = field === "duration" && (auto || given.has("frames") || given.has("segments") || given.has("input.video") || given.has("input.audio"));
        if (value === undefined || given.has(field) || sized)
            return [];
        const shown = field === "audio" ? (value ? "on" : "off") : field === "duration" ? seconds(Number(value)) : quote(String(value));
        return [`${notation_field/* REQUEST_FIELDS */.IK[field].noun} left out (default: ${shown})`];
    });
}
/** What the bill should say: 6 second × $0.10, × 2 (resolution 1080p). Null if no price is known. */
function billInWords({ job, request }, currency) {
    return job?.terms.map((term) => (0,formula/* formula */.N)(term, currency, request ?? undefined)).join(", ") ?? null;
}
function provesInWords({ proves, cost }) {
    return cost === null ? "shows what a job costs, of which no price is known" : `proves ${proves.map((claim) => CLAIMS[claim]).join(", ")}`;
}
function namesInWords(named, quote) {
    const names = [...new Set(named.map(({ name }) => name))];
    const shown = names
        .slice(0, NAMED)
        .map((name) => quote(name))
        .join(", ");
    return names.length > NAMED ? `${shown} and ${(0,format/* count */.U9)(names.length - NAMED, "other")}` : shown;
}
/** What the limit leaves out, what is dear, and what a trial pays. */
function moneyInWords({ within: { out }, budget, currency, dear, warnAbove, trials }, quote) {
    const left = out.reduce((sum, { cost }) => (cost ? sum.plus(cost) : sum), decimal/* ZERO */.f2);
    const sum = left.eq(0) ? "" : ` (${(0,format/* formatMoney */.up)(left, currency)})`;
    const limited = budget === null || out.length === 0
        ? []
        : [`The limit of ${(0,format/* formatMoney */.up)(budget, currency)} leaves out ${numbersInWords(out.map(({ number }) => number))}${sum}.`];
    const warned = warnAbove === null
        ? [`Which jobs are dear is not said: there is no exchange rate for ${currency}.`]
        : dear.length === 0
            ? []
            : [
                `Run the others first: ${numbersInWords(dear)} ${dear.length === 1 ? "costs" : "cost"} more than ${(0,format/* formatMoney */.up)(warnAbove, currency)}${dear.length === 1 ? "" : " each"}.`,
            ];
    return [...limited, ...warned, ...trials.map((use) => trialInWords(use, currency, quote))];
}
function trialInWords({ provider, trial, used, fits, beyond, beyondCost, unknown }, currency, quote) {
    if (trial === null)
        return `What the trial of ${quote(provider)} pays is unknown: there is no exchange rate for it.`;
    const parts = [
        fits.length === 0 ? "covers none of its jobs for certain" : `covers ${numbersInWords(fits)} (${(0,format/* formatMoney */.up)(used, currency)})`,
        ...(beyond.length === 0 ? [] : [`${numbersInWords(beyond)} (${(0,format/* formatMoney */.up)(beyondCost, currency)}) ${beyond.length === 1 ? "does" : "do"} not fit`]),
        ...(unknown.length === 0
            ? []
            : [
                `nobody knows what ${numbersInWords(unknown)} ${unknown.length === 1 ? "costs" : "cost"}, and ${(0,format/* formatMoney */.up)(trial.minus(used), currency)} is left for ${unknown.length === 1 ? "it" : "them"}`,
            ]),
    ];
    return `The trial of ${quote(provider)}, worth ${(0,format/* formatMoney */.up)(trial, currency)}, ${parts.join("; ")}.`;
}
/** job 3; jobs 1, 2 and 5; jobs 1–4. */
function numbersInWords(numbers) {
    const runs = [];
    for (const number of numbers) {
        const last = runs.at(-1);
        if (last && number === last[1] + 1)
            last[1] = number;
        else
            runs.push([number, number]);
    }
    const parts = runs.flatMap(([from, to]) => (from === to ? [String(from)] : to === from + 1 ? [String(from), String(to)] : [`${from}–${to}`]));
    const list = parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}` : (parts[0] ?? "");
    return `${numbers.length === 1 ? "job" : "jobs"} ${list}`;
}
/** What a single job settles. */
const PROVED = "A job proves a rule where the bill would differ were that rule alone not as written. One job each proves or refutes unit price, rounding, resolution, sound and defaults.";
/** What so few jobs leave open, and what it would take. */
function openInWords({ blind, within: { run } }, quote) {
    const auto = run.some(({ keys }) => keys.output.duration === "auto");
    return [
        ...blind.map((one) => blindInWords(one, quote)),
        `Whether failures are billed: only failures tell. ${(0,sample_size/* jobsToRuleOut */.K9)(0.1)} that are not billed show that fewer than 10% are (95% sure); one that is billed is enough to contradict the price list.`,
        `The P99 of latency: ${(0,sample_size/* jobsToRuleOut */.K9)(0.01)} jobs to see one beyond it (95% sure). The median to about ± 20% takes 20.`,
        "Outages, lost webhooks and acknowledgements, and how many clips are kept.",
        ...(auto ? ["How long a clip gets that is asked for with duration auto."] : []),
    ];
}
function blindInWords({ jobs, least, upper, models }, quote) {
    const shown = models
        .slice(0, NAMED)
        .map((model) => quote(model))
        .join(", ");
    const named = models.length > NAMED ? `${shown} and ${(0,format/* count */.U9)(models.length - NAMED, "other model")}` : shown;
    return `Failure rates, with ${(0,format/* count */.U9)(jobs, "job")} of ${named}: ${jobs === 1 ? "one job says next to nothing" : `a rate below ${(0,format/* percent */.KN)(least)} may not show at all`}; no failure leaves up to ${(0,format/* percent */.KN)(upper)} possible (95% sure).`;
}
/** How many jobs would measure the failure rates: a line for each rate. */
function ratesInWords({ rates, interval, currency }, quote) {
    const groups = new Map();
    for (const rate of rates)
        groups.set(`${rate.declared} ${rate.rate}`, [...(groups.get(`${rate.declared} ${rate.rate}`) ?? []), rate]);
    return [...groups.values()].flatMap((group) => {
        const [first] = group;
        if (!first)
            return [];
        const each = group.slice(0, NAMED).map(({ name, cost }) => `${quote(name)}${cost ? ` ${(0,format/* formatMoney */.up)(cost, currency)}` : ""}`);
        const others = group.length > NAMED ? ` and ${(0,format/* count */.U9)(group.length - NAMED, "other")}` : "";
        const why = first.declared ? "as declared" : "assumed, since none is declared";
        return `A failure rate of ${(0,format/* percent */.KN)(first.rate)} (${why}) to within ± ${(0,format/* quantity */.au)(interval * 100)} points: ${(0,format/* count */.U9)(first.jobs, "job")} each: ${each.join(", ")}${others}.`;
    });
}
/** Workloads that the plan does not cover. */
function uncoveredInWords({ tested, unable }, quote) {
    return [
        ...(tested.length === 0
            ? []
            : [
                `${(0,format/* count */.U9)(tested.length, "workload")} ${tested.length === 1 ? "has" : "have"} evidence already: ${namesInWords(tested, quote)}. --all plans ${tested.length === 1 ? "it" : "them"} too.`,
            ]),
        ...unable.map(({ name, status }) => `${quote(name)} is ${status}: there is no job to run.`),
    ];
}

;// CONCATENATED MODULE: ./lib/src/report/testplan/json.js




/**
 * A test plan for programs, `video-budget/test-plan@1`: money in `currency`, shares 0–1, seconds. `jobs` are
 * all that the plan has; `run` says which of them the limit allows.
 */
function testPlanJson(report) {
    const { currency, date, snapshot, plan, within, budget, trials, warnAbove, interval, blind, rates, tested, unable } = report;
    const allowed = new Set(within.run.map(({ number }) => number));
    const json = {
        schema: "video-budget/test-plan@1",
        currency,
        date,
        prices: { snapshot },
        total: { jobs: plan.jobs.length, cost: (0,round/* round */.L)(plan.total), complete: plan.jobs.every(({ cost }) => cost !== null) },
        run: { jobs: within.run.map(({ number }) => number), cost: (0,round/* round */.L)(within.cost), limit: amount(budget), left_out: within.out.map(({ number }) => number) },
        trials: trials.map(({ provider, trial, used, fits, beyond, beyondCost, unknown }) => ({
            provider,
            trial: amount(trial),
            used: (0,round/* round */.L)(used),
            fits,
            beyond,
            beyond_cost: (0,round/* round */.L)(beyondCost),
            unknown,
        })),
        warn_above: warnAbove && (0,round/* round */.L)(warnAbove),
        jobs: plan.jobs.map((job) => jobOf(job, report, allowed)),
        workloads: plan.workloads.map(({ file, name, status, jobs, cost }) => ({ file, name, status, jobs, cost: amount(cost) })),
        record: { prepared: PREPARED, write_down: WRITTEN },
        proof: {
            failure_rates: blind.map(({ jobs, least, upper, models }) => ({
                jobs,
                models,
                invisible_below: significant(least),
                upper_bound_without_failures: significant(upper),
            })),
            interval,
            needed: rates.map(({ file, name, rate, declared, jobs, cost }) => ({ file, name, rate: significant(rate), declared, jobs, cost: amount(cost) })),
            cannot_tell: openInWords(report, String),
            needed_in_words: ratesInWords(report, String),
        },
        left_out: [...tested.map((one) => ({ ...one, reason: "has-evidence" })), ...unable.map(({ status, ...one }) => ({ ...one, reason: status }))],
    };
    return `${JSON.stringify(json, null, 2)}\n`;
}
function jobOf(one, { currency, dear }, allowed) {
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
        charges: (job?.terms ?? []).map((term) => ({ formula: (0,formula/* formula */.N)(term, currency, request ?? undefined), amount: (0,round/* round */.L)(term.amount) })),
        proves,
        workloads,
        run: allowed.has(number),
        warn: dear.includes(number),
    };
}
/** What to send, by the keys of a manifest. */
function asked({ keys: { mode, output, input, tier, region, options, runtime }, request }) {
    const filled = (map) => (Object.keys(map).length === 0 ? undefined : map);
    return { mode: mode ?? request?.fields.get("mode"), output: filled(output), input: filled(input), tier, region, options: filled(options), runtime };
}
function amount(value) {
    return value === null ? null : (0,round/* round */.L)(value);
}
function significant(value) {
    return Number(value.toPrecision(9));
}

// EXTERNAL MODULE: ./node_modules/picocolors/picocolors.js
var picocolors = __webpack_require__(7336);
// EXTERNAL MODULE: ./lib/src/report/layout/table.js
var table = __webpack_require__(2052);
// EXTERNAL MODULE: ./lib/src/report/layout/wrap.js
var wrap = __webpack_require__(342);
;// CONCATENATED MODULE: ./lib/src/report/testplan/text.js







/** Formulas are long: no character of one is cut. */
const FORMULA = 1000;
/** A test plan for a terminal, no line wider than `width`. */
function testPlanText(report, { width, color }) {
    const paint = picocolors.createColors(color);
    const part = (title, lines) => lines.length === 0 ? [] : ["", ...(0,wrap/* wrap */.LV)(title, width).map(paint.bold), ...lines.flatMap((line) => (0,wrap/* wrap */.LV)(`- ${line}`, width, "  "))];
    const { run } = report.within;
    const size = Math.max(0, ...run.map((job) => costInWords(job, report.currency).length));
    const digits = String(run.at(-1)?.number ?? 1).length;
    const listed = run.flatMap((job) => {
        const start = `${(0,wrap/* pad */.eV)(String(job.number), digits, "right")}  ${(0,wrap/* pad */.eV)(costInWords(job, report.currency), size, "right")}  `;
        const indent = " ".repeat(width < 60 ? 2 : start.length);
        const [first = "", ...more] = (0,wrap/* wrap */.LV)(`${start}${(0,layout_escape/* inert */.tJ)(job.id)}: ${asksInWords(job, layout_escape/* inert */.tJ)}`, width, indent);
        const dear = report.dear.includes(job.number);
        return [dear ? paint.yellow(first) : first, ...more, ...rest(job, report, layout_escape/* inert */.tJ).flatMap((line) => (0,wrap/* wrap */.LV)(`${indent}${line}`, width, indent).map(paint.dim))];
    });
    return `${[
        ...(0,wrap/* wrap */.LV)(heading(report), width).map(paint.bold),
        ...(run.length === 0 ? [] : ["", ...listed]),
        ...part("What it costs", moneyInWords(report, layout_escape/* inert */.tJ)),
        ...(run.length === 0
            ? []
            : [
                ...part("What to write down", written(report, layout_escape/* inert */.tJ)),
                ...part("What this proves", [PROVED]),
                ...part("What it leaves open", openInWords(report, layout_escape/* inert */.tJ)),
                ...part("What would measure it", ratesInWords(report, layout_escape/* inert */.tJ)),
            ]),
        ...part("Not in this plan", uncoveredInWords(report, layout_escape/* inert */.tJ)),
    ].join("\n")}\n`;
}
/** The same as a checklist in Markdown, with a table to fill in. */
function testPlanMarkdown(report) {
    const part = (title, lines) => lines.length === 0 ? [] : ["", `#### ${title}`, "", ...lines.map((line) => `- ${line}`)];
    const { run } = report.within;
    const boxes = run.map((job) => [
        `- [ ] **${job.number}.** ${costInWords(job, report.currency)}${report.dear.includes(job.number) ? " **(dear)**" : ""} ${(0,layout_escape/* code */.aY)(job.id)}: ${asksInWords(job, layout_escape/* code */.aY)}`,
        ...rest(job, report, layout_escape/* code */.aY).map((line) => `  - ${line}`),
    ].join("\n"));
    const results = run.map((job) => (0,table/* tableRow */.j)(WRITTEN.map((field) => shown(job, field))));
    return `${[
        `### ${heading(report)}`,
        ...(run.length === 0 ? [] : ["", ...boxes]),
        ...part("What it costs", moneyInWords(report, layout_escape/* code */.aY)),
        ...(run.length === 0
            ? []
            : [
                ...part("What to write down", written(report, layout_escape/* code */.aY)),
                "",
                ...(0,table/* tableHead */.P)(WRITTEN.map((field) => (0,layout_escape/* code */.aY)(field))),
                ...results,
                ...part("What this proves", [PROVED]),
                ...part("What it leaves open", openInWords(report, layout_escape/* code */.aY)),
                ...part("What would measure it", ratesInWords(report, layout_escape/* code */.aY)),
            ]),
        ...part("Not in this plan", uncoveredInWords(report, layout_escape/* code */.aY)),
    ].join("\n")}\n`;
}
function heading(report) {
    const { within, plan } = report;
    if (plan.jobs.length === 0)
        return report.tested.length > 0 ? "Test plan: every workload has evidence already" : "Test plan: there is nothing to test";
    if (within.run.length === 0)
        return `Test plan: the limit allows no job, of ${(0,format/* count */.U9)(plan.jobs.length, "job")} in all`;
    const covered = new Set(within.run.flatMap(({ workloads }) => workloads)).size;
    return `Test plan: ${totalInWords(report)} for ${(0,format/* count */.U9)(covered, "workload")}, cheapest first, prices of ${report.date}`;
}
/** A cell of the table to fill in: what is known before the job is run. */
function shown(job, field) {
    if (field === "request_id")
        return requestId(job);
    if (field === "requested_seconds")
        return secondsOf(job)?.toString() ?? " ";
    const resolution = job.request?.fields.get("resolution");
    return field === "resolution" && resolution !== undefined ? (0,layout_escape/* code */.aY)(String(resolution)) : " ";
}
/** What a job should bill, and what that proves. */
function rest(job, { currency }, quote) {
    const bill = billInWords(job, currency);
    return [...(bill === null ? [] : [`should bill ${quote(bill, FORMULA)}`]), `${provesInWords(job)}, for ${namesInWords(job.workloads, quote)}`];
}
function written({ within: { run } }, quote) {
    return [
        `Of each job: ${WRITTEN.map((field) => quote(field)).join(", ")}. Where the bill is in credits, ${quote("credits")} instead of ${quote("cost")}.`,
        `${quote("--csv FILE")} writes a table of ${(0,format/* count */.U9)(run.length, "row")} with what is known already filled in. Then ${quote("video-budget reconcile FILE --manifest MANIFEST")} compares the bill with the estimate, and ${quote("calibrate")} learns the rates.`,
    ];
}

// EXTERNAL MODULE: ./lib/src/report/words/messages.js + 3 modules
var messages = __webpack_require__(8164);
// EXTERNAL MODULE: ./lib/src/testplan/plan.js + 5 modules
var testplan_plan = __webpack_require__(4836);
;// CONCATENATED MODULE: ./lib/src/testplan/power.js


/** Where a manifest declares no rate: the rate of the stress line. */
const ASSUMED = 0.1;
/** What the jobs to run leave open of failure rates, models with as many jobs together; the fewest jobs first. */
function blindSpots(jobs) {
    const numbers = new Map();
    for (const { id } of jobs)
        numbers.set(id, (numbers.get(id) ?? 0) + 1);
    const models = new Map();
    for (const [id, number] of numbers)
        models.set(number, [...(models.get(number) ?? []), id]);
    return [...models].sort(([a], [b]) => a - b).map(([number, ids]) => ({ jobs: number, least: 1 / number, upper: (0,sample_size/* upperBoundOfNone */.a1)(number), models: ids }));
}
/** What it takes to know the failure rate of each workload to within ± `interval` (a share above 0), by Wilson's interval at the highest rate that it declares. */
function ratesOf({ jobs, workloads }, interval) {
    return workloads.map(({ file, name, keys, jobs: own }) => {
        const declared = declaredRate(keys);
        const rate = declared ?? ASSUMED;
        const number = (0,sample_size/* jobsForInterval */.DX)(rate, interval);
        // The plan has the cheapest first, and those of unknown cost last.
        const least = jobs[(own[0] ?? 0) - 1]?.cost ?? null;
        return { file, name, rate, declared: declared !== null, jobs: number, cost: least?.times((0,decimal/* decimal */._)(number)) ?? null };
    });
}
function declaredRate({ reliability }) {
    const rates = Object.values(reliability.outcomes).filter((rate) => rate !== undefined && rate > 0);
    return rates.length === 0 ? null : Math.max(...rates);
}

// EXTERNAL MODULE: ./lib/src/engine/one-time-credit.js
var one_time_credit = __webpack_require__(721);
;// CONCATENATED MODULE: ./lib/src/testplan/trial-credit.js



/** The jobs that fit in a limit in the reporting currency, in order; null is no limit. A job whose cost is not known, or only from below, fits in none. */
function jobsWithinLimit(jobs, limit) {
    const run = [];
    const out = [];
    let cost = decimal/* ZERO */.f2;
    for (const job of jobs) {
        const next = cost.plus(job.cost ?? decimal/* ZERO */.f2);
        if (limit !== null && (job.cost === null || job.job?.bound === "lower" || next.gt(limit))) {
            out.push(job);
            continue;
        }
        run.push(job);
        cost = next;
    }
    return { run, cost, out };
}
/** What the trial of each provider covers of the jobs to run, cheapest first; providers without one are left out. @param pricing by manifest file */
function trials(jobs, pricing) {
    const providers = new Set(jobs.map(({ keys }) => keys.provider));
    return [...providers].flatMap((provider) => {
        const own = jobs.filter(({ keys }) => keys.provider === provider);
        const trial = trialOf(provider, own, pricing);
        if (trial === null)
            return [{ provider, trial, used: decimal/* ZERO */.f2, fits: [], beyond: [], beyondCost: decimal/* ZERO */.f2, unknown: own.map(({ number }) => number) }];
        if (trial.lte(0))
            return [];
        const { run, cost, out } = jobsWithinLimit(own, trial);
        const beyond = out.filter((job) => job.cost !== null && job.job?.bound !== "lower");
        return [
            {
                provider,
                trial,
                used: cost,
                fits: run.map(({ number }) => number),
                beyond: beyond.map(({ number }) => number),
                beyondCost: beyond.reduce((sum, job) => sum.plus(job.cost ?? decimal/* ZERO */.f2), decimal/* ZERO */.f2),
                unknown: out.filter((job) => !beyond.includes(job)).map(({ number }) => number),
            },
        ];
    });
}
/** One account has one trial, however many manifests use it: the first that says something. */
function trialOf(provider, jobs, pricing) {
    let hasRates = true;
    const files = new Set(jobs.flatMap(({ workloads }) => workloads.map(({ file }) => file)));
    for (const file of files) {
        const own = pricing.get(file);
        const { trial } = (0,one_time_credit/* onceOnly */.C)(own.book.provider(provider)?.account, own.manifest.settings.accounts[provider], own);
        if ((0,convert/* isNoRate */.YP)(trial))
            hasRates = false;
        else if (trial.gt(0))
            return trial;
    }
    return hasRates ? decimal/* ZERO */.f2 : null;
}

;// CONCATENATED MODULE: ./lib/src/testplan/report.js



/** The test plan of all workloads of one side. @param date the day, UTC, that prices were looked up for */
function testReport(now, date, limits) {
    const isLeftOut = ({ keys, status }) => !limits.all && keys !== null && (0,testplan_plan/* isTested */.e)(keys) && (status === "priced" || status === "unpriced");
    const plan = (0,testplan_plan/* testPlan */.u)(now.estimates.filter((one) => !isLeftOut(one)), now.pricing);
    const allowed = jobsWithinLimit(plan.jobs, limits.budget);
    return {
        ...limits,
        currency: now.currency,
        date,
        snapshot: now.prices.snapshot,
        plan,
        within: allowed,
        trials: trials(allowed.run, now.pricing),
        dear: allowed.run.filter(({ cost }) => limits.warnAbove !== null && cost?.gt(limits.warnAbove)).map(({ number }) => number),
        blind: blindSpots(allowed.run),
        rates: ratesOf(plan, limits.interval),
        tested: now.estimates.filter(isLeftOut).map(({ file, name }) => ({ file, name })),
        unable: now.estimates.flatMap(({ file, name, status }) => (status === "invalid" || status === "retired" ? [{ file, name, status }] : [])),
        pricing: now.pricing,
    };
}

// EXTERNAL MODULE: ./lib/src/cli/check.js + 1 modules
var check = __webpack_require__(5184);
// EXTERNAL MODULE: ./lib/src/cli/terminal.js
var cli_terminal = __webpack_require__(9567);
;// CONCATENATED MODULE: ./lib/src/cli/test-plan.js












/** Jobs above this price, in USD, are pointed out. */
const DEAR = 5;
/**
 * `video-budget test-plan`: the small paid test to run before production.
 * @returns 0; 2 where the manifest has errors, which go to standard error: the plan is then of the rest
 * @throws UsageError, I/O errors
 */
async function planTests(manifests, options, terminal) {
    const review = await (0,check/* reviewOf */.Q)(manifests, options, terminal);
    const { budget, warnAbove, interval, all } = options;
    const report = testReport(review.from.now, review.date, {
        budget: budget === undefined ? null : inReport(budget, review),
        warnAbove: warnAbove === undefined ? usualWarning(review) : inReport(warnAbove, review),
        interval,
        all,
    });
    if (options.csv !== undefined)
        await writeNew(options.csv, testPlanCsv(report), terminal);
    await (0,cli_terminal/* write */.M9)(render(report, options, terminal), options, terminal);
    const errors = review.problems.filter(({ severity }) => severity === "error");
    for (const problem of errors)
        terminal.process.stderr.write(`${(0,layout_escape/* inert */.tJ)(problem.file)}:${problem.line}:${problem.column}: error: ${(0,messages.sentence)(problem)}\n`);
    return errors.length > 0 ? 2 : 0;
}
function render(report, { format }, terminal) {
    if (format === "json")
        return testPlanJson(report);
    return format === "markdown" ? testPlanMarkdown(report) : testPlanText(report, terminal);
}
/** @throws UsageError if the manifest gives no rate for its currency */
function inReport(usd, review) {
    const converted = converts(usd, review);
    if (!converted)
        throw new cli_terminal/* UsageError */.eb(`The manifest reports in ${review.currency}, and its fx gives no rate for it: $${usd} cannot be compared.`);
    return converted;
}
/** Null if there is no rate: 5 units of an unknown currency may be a cent or a month's pay. */
function usualWarning(review) {
    return converts(String(DEAR), review);
}
function converts(usd, { currency, from: { now } }) {
    const [pricing] = now.pricing.values();
    const converted = pricing ? (0,engine_pricing/* toReporting */.G1)((0,decimal/* decimal */._)(usd), "USD", pricing) : (0,convert/* convert */.C6)((0,decimal/* decimal */._)(usd), "USD", currency, new Map());
    return (0,convert/* isNoRate */.YP)(converted) ? null : converted;
}
/** Writes a file that must not exist yet, so that nothing that somebody filled in is lost. */
async function writeNew(file, text, { cwd, process }) {
    const { writeFile } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1455, 19));
    try {
        await writeFile((0,external_node_path_.resolve)(cwd, file), text, { flag: "wx" });
    }
    catch (error) {
        if (error.code !== "EEXIST")
            throw error;
        throw new cli_terminal/* UsageError */.eb(`--csv ${(0,layout_escape/* inert */.tJ)(file)}: it exists already and is left as it is. Name another file.`);
    }
    process.stderr.write(`Template written to ${(0,layout_escape/* inert */.tJ)(file, 4096)}\n`);
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