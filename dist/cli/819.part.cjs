"use strict";
exports.id = 819;
exports.ids = [819];
exports.modules = {

/***/ 7819:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   toBadge: () => (/* binding */ toBadge)
/* harmony export */ });
/* harmony import */ var _budget_most_used_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(409);
/* harmony import */ var _layout_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6125);


/** What is not known is grey. */
const COLORS = { pass: "brightgreen", warn: "yellow", fail: "red", unpriced: "lightgrey", invalid: "lightgrey" };
/**
 * The month and the share of the budget that is used most, as the JSON that shields.io draws a badge of
 * (its endpoint badge): `$748.05 a month, 150% of budget`. A month that nobody knows is "unknown", in grey.
 */
function toBadge({ total, currency, budgets, verdict }) {
    const most = (0,_budget_most_used_js__WEBPACK_IMPORTED_MODULE_1__/* .mostUsed */ .n)(budgets);
    const least = total.complete ? "" : "at least ";
    const used = most?.used == null ? "" : `, ${most.complete ? "" : "at least "}${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_0__/* .percent */ .KN)(most.used)} of budget`;
    const message = total.head ? `${least}${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatMoney */ .up)(total.head.expected, currency)} a month${used}` : "unknown";
    const color = total.head ? COLORS[verdict] : "lightgrey";
    return `${JSON.stringify({ schemaVersion: 1, label: "video budget", message, color })}\n`;
}


/***/ })

};
;