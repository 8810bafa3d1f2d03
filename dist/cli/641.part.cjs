"use strict";
exports.id = 641;
exports.ids = [641];
exports.modules = {

/***/ 8641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reconcile: () => (/* binding */ reconcile)
});

// EXTERNAL MODULE: ./node_modules/picocolors/picocolors.js
var picocolors = __webpack_require__(7336);
// EXTERNAL MODULE: ./lib/src/money/decimal.js + 1 modules
var decimal = __webpack_require__(5688);
// EXTERNAL MODULE: ./lib/src/money/round.js
var round = __webpack_require__(1173);
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
// EXTERNAL MODULE: ./lib/src/report/joblog/bad-records.js
var bad_records = __webpack_require__(6081);
// EXTERNAL MODULE: ./lib/src/notation/date.js
var date = __webpack_require__(4345);
;// CONCATENATED MODULE: ./lib/src/report/joblog/findings.js



/** What each kind of finding is, as a cause of the difference. */
const CAUSES = {
    DURATION: "another length billed than asked for",
    RESOLUTION: "another resolution billed than asked for",
    UNIT_PRICE: "another price for the same job",
    FAILED_JOB_BILLED: "failed jobs billed",
    FAILED_JOB_CREDITED: "failed jobs credited that are billed by policy",
    GHOST: "billed, and no such job in the log",
    UNBILLED: "jobs that nobody billed",
    OUT_OF_PLAN: "jobs of what the manifest does not have",
    VOLUME: "more or fewer jobs than declared",
    DUPLICATE_POLLING: "more status requests than one client sends",
};
/** Kinds whose amount is of a month, and no part of what the log was billed. */
const MONTHLY = new Set(["VOLUME", "DUPLICATE_POLLING"]);
const ENDS = {
    provider_error: "failed at the provider",
    moderated: "was blocked by moderation",
    invalid: "was refused as invalid",
    timed_out: "timed out at the provider",
    cancelled: "was cancelled",
};
/** One finding as the sentence to send to the provider's support. @param quote how names of a log are shown */
function findingSentence(finding, currency, quote) {
    const { job_id, request_id, args, provisional } = finding;
    const alike = Number(args["alike"] ?? 1);
    // Of a group of jobs that are alike the sentence is about one, and says how many there are.
    const delta = (finding.delta ?? 0) / alike;
    const named = (name) => String(args[name] ?? "");
    const number = (name) => Number(args[name] ?? 0);
    const cash = (amount) => (0,format/* formatMoney */.up)((0,decimal/* decimal */._)(amount), currency);
    const seconds = (name) => `${(0,format/* quantity */.au)(number(name))} s`;
    const job = `Job ${quote(job_id)}${request_id === "" ? "" : ` (request ${quote(request_id)})`}`;
    const many = `${quote(named("sku"))}, ${(0,format/* count */.U9)(number("jobs"), "job")} on ${Number.isFinite(number("day")) ? (0,date/* dateOfDay */.e9)(number("day")) : "an unknown day"}`;
    const difference = `${cash(Math.abs(delta))} ${delta < 0 ? "less" : "more"} than expected`;
    const others = alike > 1 ? ` ${(0,format/* count */.U9)(alike - 1, "further job")} ${alike === 2 ? "is" : "are"} alike: ${cash(Math.abs(delta * alike))} in all.` : "";
    const late = provisional ? " The newest three days of billing are provisional: this may still change." : "";
    const sentence = () => {
        switch (finding.kind) {
            case "DURATION":
                return job_id === ""
                    ? `${many}: ${seconds("asked")} were asked for and ${seconds("got")} billed, ${difference} (${cash(number("expected"))}).`
                    : `${job} asked for ${seconds("asked")} and was billed for ${seconds("got")}: ${difference}. It was billed ${cash(number("billed"))}, not ${cash(number("expected"))}.`;
            case "RESOLUTION":
                return `${job} asked for ${quote(named("asked"))} and was billed as ${quote(named("got"))}: ${difference}. It was billed ${cash(number("billed"))}, not ${cash(number("expected"))}.`;
            case "UNIT_PRICE":
                return job_id === ""
                    ? `${many}: ${cash(number("billed"))} billed, ${difference} (${cash(number("expected"))}).`
                    : `${job} was billed ${cash(number("billed"))}; by the published price it is ${cash(number("expected"))}: ${difference}. Length and resolution are as asked for.`;
            case "FAILED_JOB_BILLED":
                return `${job} ${ENDS[named("status")] ?? "did not succeed"} and was billed ${cash(number("billed"))}; by your policy such a job costs ${cash(number("expected"))}. Please credit ${cash(delta)}.`;
            case "FAILED_JOB_CREDITED":
                return `${job} ${ENDS[named("status")] ?? "did not succeed"} and was billed ${cash(number("billed"))}; by policy such a job costs ${cash(number("expected"))}.`;
            case "GHOST":
                return `${job_id === "" ? `${quote(named("sku"))}${Number.isFinite(number("day")) ? ` on ${(0,date/* dateOfDay */.e9)(number("day"))}` : ""}` : job} was billed ${cash(number("billed"))}, and no job in our log is this one. Please say which request made it.`;
            case "UNBILLED":
                return job_id === ""
                    ? `${many}: nothing was billed; ${cash(number("expected"))} was expected.`
                    : `${job} has no row in the billing; ${cash(number("expected"))} was expected.`;
            case "OUT_OF_PLAN":
                return `${job_id === "" ? "The billing" : job} is for the ${named("why")} ${quote(named("what"))}, which the manifest does not have: ${cash(delta)} is in no budget.`;
            case "VOLUME":
                return `${(0,format/* quantity */.au)(number("jobs"))} jobs in ${(0,format/* quantity */.au)(Number(number("days").toPrecision(3)))} days are ${(0,format/* quantity */.au)(Math.round(number("per_month")))} a month; the manifest plans ${(0,format/* quantity */.au)(Math.round(number("declared")))} (${(0,format/* percent */.KN)(number("declared") === 0 ? 1 : Math.abs(number("per_month") / number("declared") - 1))} ${delta < 0 ? "fewer" : "more"}, ${(0,format/* signedMoney */.jE)((0,decimal/* decimal */._)(delta), currency)} a month).`;
            case "DUPLICATE_POLLING":
                return `${(0,format/* count */.U9)(number("jobs"), "job")} had ${(0,format/* quantity */.au)(Number(number("sent").toPrecision(3)))} status requests each; one client that polls as declared sends ${(0,format/* quantity */.au)(Number(number("planned").toPrecision(3)))}. More than one process seems to poll the same job.${finding.delta === null ? " What they cost is unknown: there is no exchange rate for it." : ""}`;
        }
    };
    return sentence() + others + late;
}

;// CONCATENATED MODULE: ./lib/src/report/joblog/reconcile.js










/** Sentences of one kind that a text shows; `verbose` shows all that are kept. */
const SHOWN = 20;
/** For programs: `video-budget/reconcile@1`. Money is a number in the reporting currency with 6 decimals. */
function reconcileJson({ reconciled, bad }) {
    const { currency, jobs, billed, expected, unexplained, findings, duplicates } = reconciled;
    const report = {
        schema: "video-budget/reconcile@1",
        jobs,
        bad_records: bad.count,
        billed: moneyOf(billed),
        expected: moneyOf(expected),
        unexplained_share: Number(unexplained.toPrecision(9)),
        findings: findings.map((finding) => ({
            kind: finding.kind,
            job_id: finding.job_id === "" ? null : finding.job_id,
            request_id: finding.request_id === "" ? null : finding.request_id,
            workload: finding.workload,
            delta: finding.delta === null ? null : moneyOf(finding.delta),
            message: findingSentence(finding, currency, layout_escape/* code */.aY),
        })),
        duplicates: duplicates.map(({ first, second, confidence, wasted }) => ({
            first,
            second,
            confidence,
            wasted: moneyOf(wasted),
        })),
    };
    return `${JSON.stringify(report, null, 2)}\n`;
}
function moneyOf(amount) {
    return (0,round/* round */.L)((0,decimal/* decimal */._)(Number(amount.toPrecision(15))));
}
/** For a terminal: the sums, the difference by cause, and each finding as a sentence for the provider. */
function reconcileText(reconciliation, { width, color, verbose }) {
    const paint = picocolors.createColors(color);
    const { reconciled, bad, tolerance } = reconciliation;
    const { currency, totals } = reconciled;
    const isOver = reconciled.unexplained > tolerance;
    const table = totals.length === 0
        ? []
        : (0,columns/* columns */.Y)([{ title: "Cause" }, { title: "", drop: 1 }, { title: "Findings", align: "right" }, { title: "Difference", align: "right" }], totals.map(({ kind, count: number, delta }) => [
            kind,
            CAUSES[kind],
            (0,format/* quantity */.au)(number),
            delta === null ? "unknown" : `${(0,format/* signedMoney */.jE)((0,decimal/* decimal */._)(delta), currency)}${MONTHLY.has(kind) ? " a month" : ""}`,
        ]), width, paint.dim);
    return `${[
        ...(0,wrap/* wrap */.LV)(headline(reconciliation), width).map((line) => paint.bold(isOver ? paint.red(line) : paint.green(line))),
        ...(0,wrap/* wrap */.LV)(sums(reconciliation), width),
        ...block(table),
        ...block(listed(reconciled, verbose, layout_escape/* inert */.tJ).flatMap((line) => (0,wrap/* wrap */.LV)(line, width, "  "))),
        ...block(doubled(reconciled, verbose, layout_escape/* inert */.tJ).flatMap((line) => (0,wrap/* wrap */.LV)(line, width, "  "))),
        ...block(excludedLines(reconciled).flatMap((line) => (0,wrap/* wrap */.LV)(line, width, "  "))),
        ...block((0,bad_records/* badRecordsText */.d)(bad).flatMap((line) => (0,wrap/* wrap */.LV)(line, width, "    "))),
    ].join("\n")}\n`;
}
/** The same as Markdown. */
function reconcileMarkdown(reconciliation, verbose) {
    const { reconciled, bad } = reconciliation;
    const { currency, totals } = reconciled;
    const rows = totals.map(({ kind, count: number, delta }) => (0,table/* tableRow */.j)([
        `${(0,layout_escape/* code */.aY)(kind)} ${CAUSES[kind]}`,
        (0,format/* quantity */.au)(number),
        delta === null ? "unknown" : `${(0,format/* signedMoney */.jE)((0,decimal/* decimal */._)(delta), currency)}${MONTHLY.has(kind) ? " a month" : ""}`,
    ]));
    return `${[
        `### ${headline(reconciliation)}`,
        "",
        sums(reconciliation),
        ...block(rows.length === 0 ? [] : [...(0,table/* tableHead */.P)(["Cause", "Findings:", "Difference:"]), ...rows]),
        ...block(listed(reconciled, verbose, layout_escape/* code */.aY)),
        ...block(doubled(reconciled, verbose, layout_escape/* code */.aY)),
        ...block(excludedLines(reconciled)),
        ...block(bad.count === 0 ? [] : ["```text", ...(0,bad_records/* badRecordsText */.d)(bad), "```"]),
    ].join("\n")}\n`;
}
/** What a person is told on standard error beside the JSON: what is in none of its figures, or not in its lists. */
function reconcileNotes({ reconciled, bad }) {
    return [...excludedLines(reconciled), ...unlisted(reconciled), ...(0,bad_records/* badRecordsText */.d)(bad)];
}
function block(lines) {
    return lines.length > 0 ? ["", ...lines] : [];
}
function headline({ reconciled: { jobs, unexplained, billed, expected, currency }, tolerance }) {
    if (jobs === 0 && billed === 0)
        return "No job of the log has ended";
    const difference = (0,format/* signedMoney */.jE)((0,decimal/* decimal */._)(Number((billed - expected).toPrecision(12))), currency);
    return unexplained > tolerance
        ? `${(0,format/* percent */.KN)(unexplained)} of the expected cost is unexplained (${difference}), more than the ${(0,format/* percent */.KN)(tolerance)} allowed`
        : `Billed as expected, to ${(0,format/* percent */.KN)(unexplained)} (${difference})`;
}
function sums({ reconciled: { jobs, billed, expected, currency } }) {
    const cash = (amount) => (0,format/* formatMoney */.up)((0,decimal/* decimal */._)(Number(amount.toPrecision(15))), currency);
    return `${(0,format/* count */.U9)(jobs, "job")}: ${cash(billed)} billed, ${cash(expected)} expected.`;
}
/** Findings as list items, by kind; those that may still change come last. */
function listed({ findings, currency, totals }, verbose, quote) {
    return totals.flatMap(({ kind, count: all }) => {
        const mine = findings.filter((finding) => finding.kind === kind);
        const ordered = [...mine.filter(({ provisional }) => !provisional), ...mine.filter(({ provisional }) => provisional)];
        const shown = verbose ? ordered : ordered.slice(0, SHOWN);
        const rest = all - shown.length;
        return [
            ...shown.map((finding) => `- ${finding.kind}${finding.workload === null ? "" : ` ${quote(finding.workload)}`}: ${findingSentence(finding, currency, quote)}`),
            ...(rest > 0 ? [`- ${kind}: ${(0,format/* quantity */.au)(rest)} more${verbose ? " (--list shows more of each kind)" : " (--verbose shows more)"}`] : []),
        ];
    });
}
function doubled({ duplicates, duplicated, currency }, verbose, quote) {
    if (duplicated.count === 0)
        return [];
    const shown = verbose ? duplicates : duplicates.slice(0, SHOWN);
    const rest = duplicated.count - shown.length;
    const why = {
        certain: "the same idempotency key",
        likely: "sent again while the first was running, after the client's patience",
        possible: "both ran at once",
    };
    return [
        `${(0,format/* count */.U9)(duplicated.count, "job")} did the work of another, for ${(0,format/* formatMoney */.up)((0,decimal/* decimal */._)(duplicated.wasted), currency)} (expected and billed, so no part of the difference):`,
        ...shown.map(({ first, second, confidence, wasted }) => `- ${quote(second)} repeats ${quote(first)}, ${confidence}: ${why[confidence]}; ${(0,format/* formatMoney */.up)((0,decimal/* decimal */._)(wasted), currency)} wasted`),
        ...(rest > 0 ? [`- ${(0,format/* quantity */.au)(rest)} more`] : []),
    ];
}
function excludedLines({ excluded, currency }) {
    const cash = (amount) => (0,format/* formatMoney */.up)((0,decimal/* decimal */._)(Number(amount.toPrecision(12))), currency);
    const { pending, ambiguous, unpriced, uncosted, late, outside, awaited } = excluded;
    return [
        ...(ambiguous.jobs > 0
            ? [
                `${(0,format/* count */.U9)(ambiguous.jobs, "job")} (${cash(ambiguous.money)}) could belong to several workloads and ${is(ambiguous.jobs)} unexplained: give each record a \`workload\`, or name the field that has it with --map workload=FIELD.`,
            ]
            : []),
        ...[...unpriced].map(([name, { jobs, money: paid }]) => `${(0,format/* count */.U9)(jobs, "job")} (${cash(paid)}) of ${(0,layout_escape/* code */.aY)(name)} ${is(jobs)} unexplained: the price book has no price for them.`),
        ...(uncosted > 0
            ? [
                `${(0,format/* count */.U9)(uncosted, "job")} ${uncosted === 1 ? "says" : "say"} no cost and ${is(uncosted)} not compared: log it, or give the provider's bill with --billing.`,
            ]
            : []),
        ...(awaited.jobs > 0
            ? [
                `${(0,format/* count */.U9)(awaited.jobs, "job")} of the newest three days of billing (${cash(awaited.money)}) ${awaited.jobs === 1 ? "has" : "have"} no row yet and ${is(awaited.jobs)} not counted.`,
            ]
            : []),
        ...(outside.jobs > 0 ? [`${(0,format/* count */.U9)(outside.jobs, "billing row")} (${cash(outside.money)}) ${is(outside.jobs)} of days that the log does not cover.`] : []),
        ...(pending > 0 ? [`${(0,format/* count */.U9)(pending, "job")} had not ended and ${is(pending)} not counted.`] : []),
        ...(late > 0 ? [`${(0,format/* count */.U9)(late, "record")} came out of order: duplicates of them may be missed. Sort a log of this size by submitted_at.`] : []),
    ];
}
function is(number) {
    return number === 1 ? "is" : "are";
}
function unlisted({ totals, duplicates, duplicated }) {
    const rest = duplicated.count - duplicates.length;
    return [
        ...totals
            .filter(({ count: all, listed: kept }) => all > kept)
            .map(({ kind, count: all, listed: kept }) => `${kind}: ${(0,format/* quantity */.au)(all - kept)} more are counted and not listed (--list).`),
        ...(rest > 0 ? [`${(0,format/* count */.U9)(rest, "duplicate")} more are counted and not listed (--list).`] : []),
    ];
}

// EXTERNAL MODULE: ./lib/src/cli/terminal.js
var cli_terminal = __webpack_require__(9567);
// EXTERNAL MODULE: ./lib/src/cli/logs/job-logs.js + 26 modules
var job_logs = __webpack_require__(1009);
;// CONCATENATED MODULE: ./lib/src/cli/logs/reconcile.js



/** `video-budget reconcile`: billed against expected, job by job. @returns 1 where more than the tolerance is unexplained. @throws UsageError, I/O errors */
async function reconcile(logs, options, terminal) {
    const { reconciled, bad } = await (0,job_logs/* readLogs */.o)(logs, options, terminal);
    const { format, tolerance, verbose } = options;
    const reconciliation = { reconciled, bad, tolerance };
    if (format === "json")
        for (const note of reconcileNotes(reconciliation))
            terminal.process.stderr.write(`${note}\n`);
    const report = format === "json"
        ? reconcileJson(reconciliation)
        : format === "markdown"
            ? reconcileMarkdown(reconciliation, verbose)
            : reconcileText(reconciliation, { ...terminal, verbose });
    await (0,cli_terminal/* write */.M9)(report, options, terminal);
    return reconciled.unexplained > tolerance ? 1 : 0;
}


/***/ })

};
;