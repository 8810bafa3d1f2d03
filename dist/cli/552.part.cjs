"use strict";
exports.id = 552;
exports.ids = [552];
exports.modules = {

/***/ 7552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cellText: () => (/* binding */ cellText),
/* harmony export */   identity: () => (/* binding */ identity),
/* harmony export */   moneyCell: () => (/* binding */ moneyCell),
/* harmony export */   toCsv: () => (/* binding */ toCsv)
/* harmony export */ });
/* harmony import */ var csv_stringify_sync__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6789);
/* harmony import */ var _compare_delta_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9404);
/* harmony import */ var _money_decimal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5688);
/* harmony import */ var _money_round_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1173);
/* harmony import */ var _layout_escape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8105);





/** Columns of the table, in order. Money is a month in `currency`, `job_price` that of one job; `jobs` are submissions a month. */
const COLUMNS = [
    "file",
    "name",
    "provider",
    "model",
    "mode",
    "tags",
    "job_price",
    "jobs",
    "list",
    "expected",
    "p50",
    "p90",
    "base",
    "delta",
    "status",
    "change",
    "currency",
];
/**
 * One row a workload, for a spreadsheet. What is not known is an empty cell, and `status` says why; it is never 0.
 * A removed workload has no month, its `base` and its `delta`. Texts that a spreadsheet would take for a formula begin with an apostrophe.
 * @param by adds a column `group`: the workload's value of it, empty if it has none
 */
function toCsv({ workloads, currency, compared }, by) {
    const rows = workloads.map((line) => {
        const { head, base, change } = line;
        const shown = (head ?? base);
        const figures = head?.risk?.figures;
        const isCompared = compared === "base";
        return {
            ...identity(shown),
            job_price: moneyCell(head?.risk ? head.job?.amount : null),
            jobs: head?.risk ? Number(head.risk.jobs.submitted.toPrecision(9)) : "",
            list: moneyCell(figures?.list),
            expected: moneyCell(figures?.expected),
            p50: moneyCell(figures?.p50),
            p90: moneyCell(figures?.p90),
            base: moneyCell(isCompared ? base?.monthly : null),
            delta: moneyCell(isCompared ? moved(line) : null),
            status: shown.status,
            change,
            currency,
            group: by ? cellText(by.valueOf(shown) ?? "") : "",
        };
    });
    return (0,csv_stringify_sync__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .A)(rows, { header: true, columns: [...COLUMNS, ...(by ? ["group"] : [])], escape_formulas: true });
}
/** What tells a workload apart, as cells. */
function identity({ file, name, keys, mode }) {
    const tags = Object.entries(keys?.tags ?? {}).map(([key, value]) => `${key}=${value}`);
    return {
        file: cellText(file),
        name: cellText(name),
        provider: cellText(keys?.provider ?? ""),
        model: cellText(keys?.model ?? ""),
        mode: cellText(mode ?? keys?.mode ?? ""),
        tags: cellText(tags.join("; ")),
    };
}
/** A text of a manifest on one line of a cell. */
function cellText(text) {
    return (0,_layout_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .inert */ .tJ)(text, 1000);
}
/** Money with at most 6 decimals; what is not known is empty. */
function moneyCell(money) {
    return money ? (0,_money_round_js__WEBPACK_IMPORTED_MODULE_3__/* .round */ .L)(money) : "";
}
/** What an untouched workload adds is nothing, where it has a price. */
function moved(line) {
    return line.change === "same" ? (line.head?.monthly ? _money_decimal_js__WEBPACK_IMPORTED_MODULE_1__/* .ZERO */ .f2 : null) : (0,_compare_delta_js__WEBPACK_IMPORTED_MODULE_4__/* .workloadDelta */ .m)(line);
}


/***/ })

};
;