"use strict";
exports.id = 548;
exports.ids = [548];
exports.modules = {

/***/ 548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rollUpJson: () => (/* binding */ rollUpJson)
/* harmony export */ });
/* harmony import */ var _money_round_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1173);
/* harmony import */ var _rollup_entry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(633);
/* harmony import */ var _words_messages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8164);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6217);




/** A roll-up for programs, `video-budget/rollup@1`: keys in the order of `schema.ts`. What is not known is null, never 0. */
function rollUpJson(rolled) {
    const { currency, entries, each } = rolled;
    const dates = [...new Set(entries.flatMap(({ read }) => read?.date ?? []))].sort();
    const report = {
        schema: "video-budget/rollup@1",
        verdict: rolled.verdict,
        reasons: rolled.reasons.map((reason) => ({
            code: reason.code,
            file: reason.file,
            scope: reason.scope,
            limit: reason.limit && (0,_money_round_js__WEBPACK_IMPORTED_MODULE_3__/* .round */ .L)(reason.limit),
            value: reason.value && (0,_money_round_js__WEBPACK_IMPORTED_MODULE_3__/* .round */ .L)(reason.value),
            figure: reason.figure,
            message: (0,_words_messages_js__WEBPACK_IMPORTED_MODULE_1__.reasonSentence)(reason, currency),
        })),
        notices: rolled.notices.map((notice) => ({ code: notice.code, level: notice.level, repository: notice.repository, message: (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .noticeSentence */ .cv)(notice) })),
        currency,
        dates: { oldest: dates[0] ?? null, newest: dates.at(-1) ?? null },
        repositories: entries.map((entry) => {
            const one = each.get(entry);
            return {
                repository: entry.repository,
                owner: entry.owner,
                report: entry.report,
                state: entry.state,
                verdict: entry.read?.verdict ?? null,
                date: entry.read?.date ?? null,
                currency: entry.read?.currency ?? null,
                snapshot: entry.read?.prices.snapshot ?? null,
                ...(one && (0,_rollup_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .isCounted */ .he)(entry) ? sum(one) : { workloads: null, complete: false, quantiles: null, figures: null }),
            };
        }),
        total: sum(rolled.total),
        budgets: rolled.budgets.map((line) => ({
            file: line.file,
            scope: line.scope,
            limit: (0,_money_round_js__WEBPACK_IMPORTED_MODULE_3__/* .round */ .L)(line.limit),
            figure: line.figure,
            head: line.head && (0,_money_round_js__WEBPACK_IMPORTED_MODULE_3__/* .round */ .L)(line.head),
            undelivered: line.undelivered && (0,_money_round_js__WEBPACK_IMPORTED_MODULE_3__/* .round */ .L)(line.undelivered),
            complete: line.complete,
            used: line.used === null ? null : Number(line.used.toPrecision(9)),
            probability_over: line.probability_over === null ? null : Number(line.probability_over.toPrecision(9)),
            verdict: line.verdict,
        })),
        groups: rolled.groups.map((group) => ({ by: group.by, value: group.value, ...sum(group) })),
        problems: rolled.problems.map((problem) => ({
            code: problem.code,
            severity: problem.severity,
            message: (0,_words_messages_js__WEBPACK_IMPORTED_MODULE_1__.sentence)(problem),
            file: problem.file,
            line: problem.line,
            column: problem.column,
            hint: (0,_words_messages_js__WEBPACK_IMPORTED_MODULE_1__.hint)(problem),
        })),
    };
    return `${JSON.stringify(report, null, 2)}\n`;
}
function sum({ workloads, complete, quantiles, figures }) {
    if (!figures)
        return { workloads, complete, quantiles: null, figures: null };
    const { list, expected, sd, p10, p50, p90, p95, cash } = figures;
    const rounded = {
        list: (0,_money_round_js__WEBPACK_IMPORTED_MODULE_3__/* .round */ .L)(list),
        expected: (0,_money_round_js__WEBPACK_IMPORTED_MODULE_3__/* .round */ .L)(expected),
        sd: (0,_money_round_js__WEBPACK_IMPORTED_MODULE_3__/* .round */ .L)(sd),
        p10: (0,_money_round_js__WEBPACK_IMPORTED_MODULE_3__/* .round */ .L)(p10),
        p50: (0,_money_round_js__WEBPACK_IMPORTED_MODULE_3__/* .round */ .L)(p50),
        p90: (0,_money_round_js__WEBPACK_IMPORTED_MODULE_3__/* .round */ .L)(p90),
        p95: (0,_money_round_js__WEBPACK_IMPORTED_MODULE_3__/* .round */ .L)(p95),
        cash: (0,_money_round_js__WEBPACK_IMPORTED_MODULE_3__/* .round */ .L)(cash),
    };
    return { workloads, complete, quantiles, figures: rounded };
}


/***/ }),

/***/ 6217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ sentenceOf),
/* harmony export */   L4: () => (/* binding */ stateOf),
/* harmony export */   cv: () => (/* binding */ noticeSentence),
/* harmony export */   rG: () => (/* binding */ methodLines)
/* harmony export */ });
/* unused harmony export monthOf */
/* harmony import */ var _layout_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8105);
/* harmony import */ var _layout_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6125);
/* harmony import */ var _words_reasons_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6618);



/** The words of a roll-up: inert Markdown, in a terminal too. */
/** What is to be said beside the limits, as one sentence. */
function noticeSentence({ code: id, repository, args }) {
    return NOTICES[id](repository === null ? "" : (0,_layout_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(repository), args);
}
const NOTICES = {
    "report-missing": (name, args) => `${name} has no report: there is no file ${(0,_layout_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(String(args["report"]), 300)}. What it costs is not known, and is not counted as 0.`,
    "report-unreadable": (name, args) => `The report of ${name} cannot be read: ${(0,_layout_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(String(args["report"]), 300)}${args["path"] === "" ? "" : ` at ${(0,_layout_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(String(args["path"]))}`}, ${(0,_layout_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(String(args["found"]))}. It must be what \`check --format json\` writes (video-budget/report@1).`,
    "no-exchange-rate": (name, args) => `The report of ${name} cannot be added: there is no exchange rate for ${(0,_layout_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(String(args["currency"]))}. State it under \`fx\` of the file with the limits.`,
    "report-incomplete": (name) => `The report of ${name} is a lower bound: not all of it has a price.`,
    "repository-fails": (name, args) => `${name} by its own limits: ${_words_reasons_js__WEBPACK_IMPORTED_MODULE_2__/* .VERDICT_WORDS */ ._G[String(args["verdict"])].title}.`,
    "dates-differ": (_, args) => `The reports are of different days, from ${list(args["dates"])[0]} to ${list(args["dates"]).at(-1)}: prices and volumes are those of each day.`,
    "books-differ": (_, args) => `The reports were made with ${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(list(args["books"]).length, "price book")} that differ.`,
};
function list(value) {
    return typeof value === "string" ? [value] : (value ?? []);
}
/** One sentence of figures: the month of all reports together. */
function sentenceOf({ total, currency, entries }) {
    const counted = entries.filter(({ state }) => state === "counted").length;
    const of = counted === entries.length ? `${counted} ${counted === 1 ? "repository" : "repositories"}` : `${counted} of ${entries.length} repositories`;
    if (entries.length === 0)
        return "No report is listed.";
    return `Projected for ${of}: ${monthOf(total, currency)}${rangeOf(total, currency)}.`;
}
/** A month: "at least" where not all of it is known. */
function monthOf({ figures, complete }, currency) {
    return figures ? `${complete ? "" : "at least "}${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatMoney */ .up)(figures.expected, currency)} a month` : "not known";
}
function rangeOf({ figures, quantiles, complete }, currency) {
    if (!figures || figures.sd.eq(0))
        return "";
    // Of a part of the sum neither the one end nor the other is known.
    const near = quantiles === "upper" && complete ? "at most about " : quantiles === "exact" ? "" : "about ";
    return ` (P90 ${complete ? near : `at least ${near}`}${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatMoney */ .up)(figures.p90, currency)})`;
}
/** How sure the figures are. */
function methodLines({ total, groups }) {
    const [first] = [total, ...groups].filter(({ figures }) => figures && !figures.sd.eq(0));
    if (!first)
        return [];
    const upper = groups.some(({ quantiles }) => quantiles === "upper");
    return [
        "Means add up exactly. Volumes of different repositories are taken to be independent: then the standard deviation is exact too. Quantiles of several reports are approximate: a lognormal with the mean, the spread and the skewness of the sum.",
        ...(upper
            ? [
                "Of a group that has some workloads of a repository, whose report does not say how far they rise and fall together, the spread is the largest possible.",
            ]
            : []),
    ];
}
/** What became of one report. */
function stateOf(entry) {
    switch (entry.state) {
        case "missing":
            return "no report";
        case "unreadable":
            return "not readable";
        case "no-exchange-rate":
            return `no rate for ${entry.noRate}`;
        case "counted":
            return _words_reasons_js__WEBPACK_IMPORTED_MODULE_2__/* .VERDICT_WORDS */ ._G[entry.read.verdict].title;
    }
}


/***/ })

};
;