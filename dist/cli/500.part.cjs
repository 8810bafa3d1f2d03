"use strict";
exports.id = 500;
exports.ids = [500,552];
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


/***/ }),

/***/ 9500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   toFocus: () => (/* binding */ toFocus)
/* harmony export */ });
/* harmony import */ var csv_stringify_sync__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6789);
/* harmony import */ var _money_round_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1173);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1294);
/* harmony import */ var _layout_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6125);
/* harmony import */ var _csv_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7552);





/** Columns of FOCUS 1.2 that a forecast can fill, and ours (`x_`). There is no `ResourceId`: a forecast names no job. */
const COLUMNS = [
    "BilledCost",
    "BillingCurrency",
    "BillingPeriodStart",
    "BillingPeriodEnd",
    "ChargeCategory",
    "ChargeDescription",
    "ChargeFrequency",
    "ChargePeriodStart",
    "ChargePeriodEnd",
    "ConsumedQuantity",
    "ConsumedUnit",
    "EffectiveCost",
    "ListCost",
    "ProviderName",
    "PublisherName",
    "ServiceCategory",
    "ServiceName",
    "SkuId",
    "Tags",
    "x_Forecast",
    "x_ForecastBy",
    "x_PriceSnapshot",
    "x_Workload",
    "x_Manifest",
    "x_Status",
];
/**
 * The month as a bill in the columns of FOCUS 1.2, every row marked as a forecast (`x_Forecast`): a row of usage for each
 * workload, then a purchase for what a provider is paid beyond the use (whole packs, fees).
 * Usage adds up to the expected month, usage and purchases to what is paid. A workload without a price has empty costs, and `x_Status` says why.
 * @param by adds a column `x_Group`: the workload's value of it
 */
function toFocus(review, by) {
    const rows = [...usage(review, by), ...purchases(review)];
    return (0,csv_stringify_sync__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .A)(rows, { header: true, columns: [...COLUMNS, ...(by ? ["x_Group"] : [])], escape_formulas: true });
}
function usage(review, by) {
    const heads = review.workloads.flatMap(({ head }) => head ?? []);
    const known = heads.flatMap(({ monthly }) => monthly ?? []);
    // Exact parts of the exact month, so that the column adds up to the total of every other format.
    const costs = review.total.head ? (0,_layout_format_js__WEBPACK_IMPORTED_MODULE_2__/* .rowsThatAddUp */ .Lx)(known, review.total.head.expected.round(6, 1), 6).map(_money_round_js__WEBPACK_IMPORTED_MODULE_4__/* .round */ .L) : [];
    let next = 0;
    return heads.map((head) => {
        const cost = head.monthly ? (costs[next++] ?? "") : "";
        return {
            ...common(review),
            BilledCost: cost,
            EffectiveCost: cost,
            ListCost: (0,_csv_js__WEBPACK_IMPORTED_MODULE_3__.moneyCell)(head.list),
            ChargeCategory: "Usage",
            ChargeFrequency: "Usage-Based",
            ChargeDescription: `Forecast: ${(0,_csv_js__WEBPACK_IMPORTED_MODULE_3__.cellText)(head.name)}`,
            ConsumedQuantity: head.risk ? Number(head.risk.jobs.billed.toPrecision(9)) : "",
            ConsumedUnit: "Jobs",
            ...seller(head),
            Tags: JSON.stringify(head.keys?.tags ?? {}),
            x_Workload: (0,_csv_js__WEBPACK_IMPORTED_MODULE_3__.cellText)(head.name),
            x_Manifest: (0,_csv_js__WEBPACK_IMPORTED_MODULE_3__.cellText)(head.file),
            x_Status: head.status,
            x_Group: by ? (0,_csv_js__WEBPACK_IMPORTED_MODULE_3__.cellText)(by.valueOf(head) ?? "") : "",
        };
    });
}
/** What is paid beyond the use; where nobody knows it, an empty cost. */
function purchases(review) {
    return review.accounts.flatMap(({ provider, bundle_remainder, fees }) => [
        { what: "packs beyond the use", money: bundle_remainder },
        { what: "fees", money: fees },
    ].flatMap(({ what, money }) => money?.eq(0)
        ? []
        : [
            {
                ...common(review),
                BilledCost: (0,_csv_js__WEBPACK_IMPORTED_MODULE_3__.moneyCell)(money),
                EffectiveCost: (0,_csv_js__WEBPACK_IMPORTED_MODULE_3__.moneyCell)(money),
                ListCost: (0,_csv_js__WEBPACK_IMPORTED_MODULE_3__.moneyCell)(money),
                ChargeCategory: "Purchase",
                ChargeFrequency: "Recurring",
                ChargeDescription: `Forecast: ${what}`,
                ProviderName: (0,_csv_js__WEBPACK_IMPORTED_MODULE_3__.cellText)(provider),
                PublisherName: (0,_csv_js__WEBPACK_IMPORTED_MODULE_3__.cellText)(provider),
                Tags: "{}",
                x_Status: money ? "priced" : "unpriced",
            },
        ]));
}
function common({ date, currency, prices }) {
    const [start, end] = monthOf(date);
    return {
        BillingCurrency: currency,
        BillingPeriodStart: start,
        BillingPeriodEnd: end,
        ChargePeriodStart: start,
        ChargePeriodEnd: end,
        ServiceCategory: "AI and Machine Learning",
        x_Forecast: "true",
        x_ForecastBy: `video-budget ${_version_js__WEBPACK_IMPORTED_MODULE_1__/* .VERSION */ .xv}`,
        x_PriceSnapshot: prices.snapshot,
    };
}
function seller({ keys }) {
    if (!keys)
        return {};
    const provider = (0,_csv_js__WEBPACK_IMPORTED_MODULE_3__.cellText)(keys.provider);
    const model = (0,_csv_js__WEBPACK_IMPORTED_MODULE_3__.cellText)(keys.model);
    return { ProviderName: provider, PublisherName: provider, ServiceName: `${provider}/${model}`, SkuId: model };
}
/** First instant of the month of a day, and of the month after it, UTC: 2026-12-05 is from 2026-12-01 to 2027-01-01. */
function monthOf(date) {
    const [year = 0, month = 1] = date.split("-").map(Number);
    const first = (of, at) => `${String(of).padStart(4, "0")}-${String(at).padStart(2, "0")}-01T00:00:00Z`;
    return [first(year, month), month === 12 ? first(year + 1, 1) : first(year, month + 1)];
}


/***/ })

};
;