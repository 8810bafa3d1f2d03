"use strict";
exports.id = 368;
exports.ids = [368];
exports.modules = {

/***/ 8388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ groupLabel)
/* harmony export */ });
/* harmony import */ var _layout_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8105);

/** What a group is called in plain text: `team: growth`, `provider: vertex`, `team: none`. */
function groupLabel({ by, value }) {
    return `${(0,_layout_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inert */ .tJ)(by.replace(/^tag:/, ""))}: ${value === null ? "none" : (0,_layout_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inert */ .tJ)(value)}`;
}


/***/ }),

/***/ 3368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   toSlack: () => (/* binding */ toSlack)
/* harmony export */ });
/* harmony import */ var _layout_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8105);
/* harmony import */ var _layout_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6125);
/* harmony import */ var _review_actions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4069);
/* harmony import */ var _review_headline_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9648);
/* harmony import */ var _review_rows_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1369);
/* harmony import */ var _group_label_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8388);






/** The most characters of the whole message. */
const LIMIT = 3000;
/** Slack refuses a header above 150 characters and a section above 3,000. */
const HEADER = 150;
/** A line of a list that is longer is cut. */
const LINE = 600;
/**
 * The report as a message of Slack's Block Kit, for a webhook: verdict, figures, what to do, what changed most.
 * At most 3,000 characters in all; what finds no room is counted.
 */
function toSlack(review, groups = []) {
    const { sign, title, sentence } = (0,_review_headline_js__WEBPACK_IMPORTED_MODULE_3__/* .headline */ .Pl)(review);
    const said = `${sign} Video budget: ${title}`;
    const foot = context(`Prices of ${review.date}`);
    const blocks = [{ type: "header", text: { type: "plain_text", text: cut(said, HEADER) } }, section(cut(mrkdwn(sentence), LINE))];
    const message = () => ({ text: said, blocks: [...blocks, foot] });
    for (const lines of [actionLines(review), changeLines(review), groupLines(review, groups)]) {
        const kept = [];
        const block = (shown) => section(shown.join("\n"));
        const fits = (shown) => JSON.stringify({ text: said, blocks: [...blocks, block(shown), foot] }).length <= LIMIT;
        for (const [index, line] of lines.entries()) {
            const left = lines.length - index - 1;
            if (!fits([...kept, line, ...(left > 0 ? [more(left)] : [])])) {
                if (kept.length > 0 && fits([...kept, more(left + 1)]))
                    kept.push(more(left + 1));
                break;
            }
            kept.push(line);
        }
        if (kept.length > 0)
            blocks.push(block(kept));
    }
    return `${JSON.stringify(message())}\n`;
}
function actionLines(review) {
    return (0,_review_actions_js__WEBPACK_IMPORTED_MODULE_2__/* .requiredActions */ .n)(review, "message")
        .filter(({ reason }) => reason.code !== "pre-existing")
        .map(({ says, todo }) => cut(mrkdwn(`• ${[says, ...todo].join(" ")}`), LINE));
}
function changeLines(review) {
    if (review.compared !== "base")
        return [];
    return (0,_review_rows_js__WEBPACK_IMPORTED_MODULE_4__/* .changedRows */ .CH)((0,_review_rows_js__WEBPACK_IMPORTED_MODULE_4__/* .rowsOf */ .RO)(review)).map(({ shown, delta }) => mrkdwn(`• ${(0,_layout_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(shown.name)}: ${delta === null ? "unknown" : (0,_layout_format_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(delta, delta, review.currency, true)}`));
}
function groupLines({ currency }, groups) {
    return groups.map((group) => {
        const { figures, base_figures, complete } = group;
        const month = figures ? `${complete ? "" : "at least "}${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatMoney */ .up)(figures.expected, currency)} a month` : "unpriced";
        const moved = figures && base_figures && complete ? `, ${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_1__/* .signedMoney */ .jE)(figures.expected.minus(base_figures.expected), currency)}` : "";
        return mrkdwn(`• ${(0,_group_label_js__WEBPACK_IMPORTED_MODULE_5__/* .groupLabel */ .A)(group)}: ${month}${moved}`);
    });
}
function section(text) {
    return { type: "section", text: { type: "mrkdwn", text } };
}
function context(text) {
    return { type: "context", elements: [{ type: "mrkdwn", text }] };
}
function more(left) {
    return `• and ${left} more`;
}
/** Slack reads `<…>` and `&…;` as its own, in code spans too. */
function mrkdwn(text) {
    return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("**", "*");
}
/** At most so many characters, and no part of an escaped sign at the end. */
function cut(text, most) {
    return text.length <= most
        ? text
        : `${(0,_layout_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inert */ .tJ)(text, most)
            .replace(/&[a-z]*…$/, "…")
            .slice(0, most)}`;
}


/***/ })

};
;