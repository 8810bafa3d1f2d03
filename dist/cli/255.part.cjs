"use strict";
exports.id = 255;
exports.ids = [255];
exports.modules = {

/***/ 255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rollUpMarkdown: () => (/* binding */ rollUpMarkdown)
/* harmony export */ });
/* harmony import */ var _layout_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8105);
/* harmony import */ var _layout_table_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2052);
/* harmony import */ var _words_messages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8164);
/* harmony import */ var _words_reasons_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6618);
/* harmony import */ var _rows_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9203);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6217);






/** A roll-up as Markdown, for a job summary or an issue. */
function rollUpMarkdown(rolled) {
    const { verdict, currency, reasons, notices, problems } = rolled;
    const { sign, title } = _words_reasons_js__WEBPACK_IMPORTED_MODULE_2__/* .VERDICT_WORDS */ ._G[verdict];
    const said = [
        ...problems.map((problem) => `${problem.severity} at ${(0,_layout_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(`${problem.file}:${problem.line}:${problem.column}`, 200)}: ${(0,_words_messages_js__WEBPACK_IMPORTED_MODULE_1__.inFull)(problem)}`),
        ...reasons.map((reason) => (0,_words_messages_js__WEBPACK_IMPORTED_MODULE_1__.reasonSentence)(reason, currency)),
        ...notices.map(_words_js__WEBPACK_IMPORTED_MODULE_4__/* .noticeSentence */ .cv),
    ];
    const lines = [
        `### ${sign} All repositories: ${verdict === "pass" && rolled.budgets.length === 0 ? "no limit is set" : title}`,
        "",
        (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .sentenceOf */ .$N)(rolled),
        ...(said.length > 0 ? ["", ...said.map((text) => `- ${text}`)] : []),
        ...(0,_rows_js__WEBPACK_IMPORTED_MODULE_3__/* .tablesOf */ .t)(rolled, _layout_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY).flatMap((table) => ["", `**${table.title}**`, "", ...(0,_layout_table_js__WEBPACK_IMPORTED_MODULE_5__/* .tableHead */ .P)(table.titles), ...table.rows.map(_layout_table_js__WEBPACK_IMPORTED_MODULE_5__/* .tableRow */ .j)]),
        ...(0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .methodLines */ .rG)(rolled).flatMap((text) => ["", `<sub>${text}</sub>`]),
    ];
    return `${lines.join("\n")}\n`;
}


/***/ }),

/***/ 9203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ tablesOf)
/* harmony export */ });
/* harmony import */ var _layout_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6125);
/* harmony import */ var _words_reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6618);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6217);



/** The tables of a roll-up, for text and Markdown alike. @param name writes a name of a file's as inert text */
function tablesOf(rolled, name) {
    return [repositories(rolled, name), budgets(rolled), ...groups(rolled, name)].filter(({ rows }) => rows.length > 0);
}
function repositories({ entries, each, currency }, name) {
    const rows = entries.map((entry) => {
        const one = each.get(entry);
        const day = entry.read?.date ?? "";
        return [name(entry.repository), (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .stateOf */ .L4)(entry), day, one ? (0,_layout_format_js__WEBPACK_IMPORTED_MODULE_0__/* .quantity */ .au)(one.workloads) : "unknown", ...amounts(one, currency)];
    });
    return { title: "Repositories", titles: ["Repository", "State", "Of", "Workloads:", "Monthly cost:", "P90:"], rows };
}
function budgets({ budgets: lines, currency }) {
    const rows = lines.map(({ scope, verdict, head, complete, limit, used, figure }) => [
        (0,_words_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .scopeName */ .OK)(scope),
        verdict === "pass" ? "within budget" : verdict === "warn" ? "close" : _words_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .VERDICT_WORDS */ ._G[verdict].title,
        head === null ? "unknown" : `${complete ? "" : "≥ "}${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatMoney */ .up)(head, currency)}${figure === "expected" ? "" : ` (${figure.toUpperCase()})`}`,
        (0,_layout_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatMoney */ .up)(limit, currency),
        used === null ? "unknown" : `${complete ? "" : "≥ "}${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_0__/* .percent */ .KN)(used)}`,
    ]);
    return { title: "Budgets", titles: ["Budget", "State", "Projected:", "Limit:", "Used:"], rows };
}
function groups({ groups: all, currency }, name) {
    const keys = [...new Set(all.map(({ by }) => by))];
    return keys.map((by) => ({
        title: `By ${name(by)}`,
        titles: [by.startsWith("tag:") ? "Value" : by.charAt(0).toUpperCase() + by.slice(1), "Workloads:", "Monthly cost:", "P90:"],
        rows: all
            .filter((group) => group.by === by)
            .map((group) => [group.value === null ? "(none)" : name(group.value), (0,_layout_format_js__WEBPACK_IMPORTED_MODULE_0__/* .quantity */ .au)(group.workloads), ...amounts(group, currency)]),
    }));
}
/** The month and its P90; of what is not known nothing but that. */
function amounts(one, currency) {
    if (!one?.figures)
        return ["unknown", "unknown"];
    const least = one.complete ? "" : "≥ ";
    return [`${least}${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatMoney */ .up)(one.figures.expected, currency)}`, `${least}${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatMoney */ .up)(one.figures.p90, currency)}`];
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