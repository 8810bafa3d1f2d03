"use strict";
exports.id = 616;
exports.ids = [616];
exports.modules = {

/***/ 616:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   comparePrices: () => (/* binding */ comparePrices)
/* harmony export */ });
/* harmony import */ var _catalog_rank_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3626);
/* harmony import */ var _files_book_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1216);
/* harmony import */ var _money_convert_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6338);
/* harmony import */ var _report_catalog_rank_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8207);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9567);
/* harmony import */ var _known_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8985);
/* harmony import */ var _price_book_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5189);







const SECONDS = 5;
/** `video-budget prices compare`: models by the price of one clip, those named or all. @returns 0, even if no model makes it. @throws UsageError */
async function comparePrices(names, options, terminal) {
    const book = await (0,_price_book_js__WEBPACK_IMPORTED_MODULE_6__/* .bookWithFiles */ .J)(options, terminal);
    const chosen = names.map((name) => (0,_known_js__WEBPACK_IMPORTED_MODULE_5__/* .knownModel */ .t0)(name, book));
    const mode = options.mode ?? commonMode(chosen.map(({ model }) => model));
    const duration = options.duration ?? (chosen.length > 0 ? SECONDS : undefined);
    if (mode === undefined || duration === undefined)
        throw new _terminal_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb("Say what the job does and how long the clip is, --mode and --duration; or name the models to compare.");
    const { resolution, audio, aspectRatio, fps, format, verbose } = options;
    const ask = {
        mode,
        duration,
        ...(resolution !== undefined && { resolution: (0,_known_js__WEBPACK_IMPORTED_MODULE_5__/* .knownResolution */ .k8)(resolution, book) }),
        ...(audio !== undefined && { audio }),
        ...(aspectRatio !== undefined && { aspect_ratio: aspectRatio }),
        ...(fps !== undefined && { fps }),
    };
    const sellers = chosen.length === 0 ? book.slugs : [...new Set(chosen.map(({ provider }) => provider.provider))];
    const providers = options.provider.length === 0 ? sellers : [...new Set(options.provider)].map((slug) => (0,_known_js__WEBPACK_IMPORTED_MODULE_5__/* .knownProvider */ .lG)(slug, book).provider);
    const all = (0,_catalog_rank_js__WEBPACK_IMPORTED_MODULE_0__/* .rankModels */ .j)(book, ask, { date: options.date ?? (0,_terminal_js__WEBPACK_IMPORTED_MODULE_4__/* .today */ .Ec)(), rates: (0,_money_convert_js__WEBPACK_IMPORTED_MODULE_2__/* .rates */ .It)(options.fx) }, providers);
    const wanted = new Set(chosen.map(({ provider, model }) => `${provider.provider}/${model.id}`));
    const isWanted = ({ id }) => wanted.size === 0 || wanted.has(id);
    const ranking = { ...all, ranked: all.ranked.filter(isWanted), leftOut: all.leftOut.filter(isWanted) };
    const report = format === "json"
        ? (0,_report_catalog_rank_js__WEBPACK_IMPORTED_MODULE_3__/* .rankJson */ .Xv)(ranking)
        : format === "markdown"
            ? (0,_report_catalog_rank_js__WEBPACK_IMPORTED_MODULE_3__/* .rankMarkdown */ ._3)(ranking, (0,_files_book_js__WEBPACK_IMPORTED_MODULE_1__/* .loadBook */ .Q)(terminal.folder), verbose)
            : (0,_report_catalog_rank_js__WEBPACK_IMPORTED_MODULE_3__/* .rankText */ ._k)(ranking, { ...terminal, verbose });
    await (0,_terminal_js__WEBPACK_IMPORTED_MODULE_4__/* .write */ .M9)(report, options, terminal);
    return 0;
}
/** The first mode of the first model that all of them have; where they have none in common, that of the first. */
function commonMode(models) {
    const [first, ...others] = models;
    return first?.modes.find((mode) => others.every((one) => one.modes.includes(mode))) ?? first?.modes[0];
}


/***/ })

};
;