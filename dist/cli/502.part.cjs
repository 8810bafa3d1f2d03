"use strict";
exports.id = 502;
exports.ids = [502];
exports.modules = {

/***/ 3698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pf: () => (/* binding */ fieldsOf),
/* harmony export */   Vc: () => (/* binding */ inputsOf),
/* harmony export */   YD: () => (/* binding */ keysOf)
/* harmony export */ });
/* harmony import */ var _engine_manifest_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4638);
/* harmony import */ var _notation_mode_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9298);


/** What is assumed to go in where nobody says: images by number, and one video or sound as long as the clip, in seconds. */
function inputsOf({ mode, duration }) {
    return {
        images: mode === "reference-to-video" ? 1 : (_notation_mode_js__WEBPACK_IMPORTED_MODULE_1__/* .IMAGES_SENT */ .qb[mode] ?? 0),
        video: _notation_mode_js__WEBPACK_IMPORTED_MODULE_1__/* .TAKES_VIDEO */ .dz.has(mode) ? duration : 0,
        audio: _notation_mode_js__WEBPACK_IMPORTED_MODULE_1__/* .TAKES_AUDIO */ .gu.has(mode) ? duration : 0,
    };
}
/** The fields of a request for such a clip, by their names in a price file. */
function fieldsOf({ mode, duration, ...output }) {
    const { images, video, audio } = inputsOf({ mode, duration });
    const set = Object.entries(output).filter((entry) => entry[1] !== undefined);
    return new Map([
        ["mode", mode],
        ["duration", duration],
        ...set,
        ...(images > 0 ? [["input.images", images]] : []),
        ...(video > 0 ? [["input.video", video]] : []),
        ...(audio > 0 ? [["input.audio", audio]] : []),
    ]);
}
/** A workload that asks for these fields and nothing else; an input is one file. */
function keysOf(fields) {
    const keys = { output: {}, input: {}, options: {} };
    for (const [field, value] of fields) {
        const [section = "", inner] = (0,_engine_manifest_path_js__WEBPACK_IMPORTED_MODULE_0__/* .manifestPath */ .j)(field);
        if (inner === undefined)
            Object.assign(keys, { [section]: value });
        else
            keys[section] = { ...keys[section], [inner]: field === "input.video" || field === "input.audio" ? [value] : value };
    }
    return keys;
}


/***/ }),

/***/ 7038:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ quoteJob),
/* harmony export */   v: () => (/* binding */ notPriced)
/* harmony export */ });
/* harmony import */ var _engine_credit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4728);
/* harmony import */ var _engine_price_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4666);
/* harmony import */ var _engine_refusals_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(424);
/* harmony import */ var _engine_request_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8216);
/* harmony import */ var _prices_accepts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8740);
/* harmony import */ var _clip_request_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3698);






/** A second of video or sound has no usual length of its own: the caller's clip gives it. Frames a second, bytes of a prompt, the first job of a month. */
const USUAL = { fps: 24, "input.text_bytes": 200, monthly_jobs: 1 };
/** Fields that nobody sets are chosen at most this often for one job. */
const FILLED = 4;
/** At most this many values of a list are tried. */
const TRIED = 16;
/**
 * Prices one job of a model. A field that the price asks for and nothing sets takes what is in for
 * it, or the first value that the model accepts.
 * @param vary where the model refuses the request only because of its own default in a field that was
 *   not asked for (a `std` quality that makes no 1080p), take the cheapest value that it accepts instead
 */
function quoteJob({ provider, model, price }, fields, { date, rates }, { standIns = {}, vary = false } = {}) {
    const credit = (0,_engine_credit_js__WEBPACK_IMPORTED_MODULE_0__/* .creditValue */ .z)(provider.account, undefined);
    const money = { currency: "USD", rates, credit, discount: 0 };
    const attempt = (filled) => {
        const request = (0,_engine_request_js__WEBPACK_IMPORTED_MODULE_3__/* .requestOf */ .f)((0,_clip_request_js__WEBPACK_IMPORTED_MODULE_5__/* .keysOf */ .YD)(new Map([...fields, ...filled])), model, {});
        const { refused } = (0,_engine_refusals_js__WEBPACK_IMPORTED_MODULE_2__/* .refusals */ .K)(request, model);
        if (refused.length > 0)
            return { request, filled, credit, state: "refused", refused };
        const job = (0,_engine_price_js__WEBPACK_IMPORTED_MODULE_1__/* .priceJob */ .L)(price, request, money, { media: model.media, date });
        return "no" in job ? { request, filled, credit, state: "none", no: job } : { request, filled, credit, state: "priced", job };
    };
    const complete = (start) => {
        let quote = attempt(start);
        for (let round = 0; round < FILLED && quote.state === "none" && quote.no.no === "field"; round++) {
            // Pixels that go in follow from their resolution, which is what a request can say.
            const field = quote.no.field === "input.megapixels" ? "input.resolution" : quote.no.field;
            if (quote.filled.has(field))
                break;
            const before = quote.filled;
            const found = candidates(field, model, quote.request, { ...USUAL, ...standIns })
                .map((value) => attempt(new Map([...before, [field, value]])))
                .find(({ state }) => state !== "refused");
            if (!found)
                break;
            quote = found;
        }
        return quote;
    };
    const unvaried = complete(new Map());
    if (!vary || unvaried.state !== "refused")
        return unvaried;
    const varied = unset(model, fields).flatMap(([field, values]) => values.map((value) => complete(new Map([[field, value]]))).filter((one) => one.state === "priced"));
    return varied.reduce((best, one) => (best.state !== "priced" || one.job.amount.lt(best.job.amount) ? one : best), unvaried);
}
/** What a field may be in this request: what usually is there if it is accepted, else everything accepted, in the book's order. */
function candidates(field, model, { fields }, standIns) {
    const limits = (0,_prices_accepts_js__WEBPACK_IMPORTED_MODULE_4__/* .limitsOf */ .Af)(field, model, (name) => fields.get(name)) ?? [];
    const usual = standIns[field];
    if (usual !== undefined && limits.every((limit) => (0,_prices_accepts_js__WEBPACK_IMPORTED_MODULE_4__/* .isAccepted */ .oB)(limit, usual)))
        return [usual];
    return limits.flatMap((limit) => (limit.kind === "list" ? limit.values.slice(0, TRIED) : [limit.min]));
}
/** Lists of accepted values in fields that the request leaves open; a plan is the account's to choose. */
function unset({ accepts, cases }, fields) {
    const names = new Set([accepts, ...cases.map((one) => one.accepts)].flatMap((one) => Object.keys(one)));
    const open = [...names].filter((field) => !fields.has(field) && field !== "plan" && field !== "frames" && !field.startsWith("input."));
    return open.map((field) => {
        const listed = [accepts[field], ...cases.map((one) => one.accepts[field])].flatMap(_prices_accepts_js__WEBPACK_IMPORTED_MODULE_4__/* .listedValues */ .uz);
        return [field, [...new Set(listed)].slice(0, TRIED)];
    });
}
/** The same, by the words that the reports of the price book use. */
function notPriced(no) {
    switch (no.no) {
        case "field":
            return { reason: "field-needed", field: no.field };
        case "rate":
            return { reason: "no-rate", currency: no.currency };
        case "offer":
            return { reason: "not-sold" };
        case "amount":
            return { reason: "unknown-amount" };
        case "credit":
            return { reason: "unknown-credit" };
    }
}


/***/ }),

/***/ 5189:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ bookWithFiles)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _files_book_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1216);
/* harmony import */ var _prices_overlay_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5377);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9567);





/** The built-in book, with the price files of the command line over it. @throws UsageError, I/O errors */
async function bookWithFiles({ prices }, { cwd, folder }) {
    const book = (0,_files_book_js__WEBPACK_IMPORTED_MODULE_2__/* .loadBook */ .Q)(folder);
    if (prices.length === 0)
        return book;
    const [{ readPrices }, { readYaml }, { sentence }] = await Promise.all([
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 7698)),
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 3640)),
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 8164)),
    ]);
    const providers = [];
    for (const file of prices) {
        const { provider, problems } = readPrices(readYaml(file, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, file))));
        const errors = problems.filter(({ severity }) => severity === "error");
        if (!provider)
            throw new _terminal_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(`${file} cannot be used:\n${errors.map((problem) => `  ${sentence(problem)}`).join("\n")}`);
        providers.push(provider);
    }
    return (0,_prices_overlay_js__WEBPACK_IMPORTED_MODULE_3__/* .overlay */ .L)(book, providers, book.snapshot);
}


/***/ }),

/***/ 2733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  scanCode: () => (/* binding */ scanCode)
});

// EXTERNAL MODULE: ./lib/src/report/layout/escape.js
var layout_escape = __webpack_require__(8105);
// EXTERNAL MODULE: ./lib/src/report/words/messages.js + 3 modules
var messages = __webpack_require__(8164);
;// CONCATENATED MODULE: ./lib/src/report/scan/disagreement-lines.js


/** What code and manifests do not agree on, each with its line; notes only if they are asked for. Empty if there is nothing. */
function disagreementLines({ problems }, verbose) {
    const shown = problems.filter(({ severity }) => verbose || severity !== "note");
    const lines = shown.map((problem) => `${(0,layout_escape/* inert */.tJ)(problem.file)}:${problem.line}: ${problem.severity}: ${(0,messages.inFull)(problem)}`);
    return lines.length === 0 ? "" : `\n${lines.join("\n")}\n`;
}

// EXTERNAL MODULE: ./lib/src/report/scan/json.js
var json = __webpack_require__(2985);
// EXTERNAL MODULE: ./lib/src/report/layout/format.js
var format = __webpack_require__(6125);
// EXTERNAL MODULE: ./lib/src/report/layout/table.js
var table = __webpack_require__(2052);
// EXTERNAL MODULE: ./lib/src/scan/merged-parameters.js
var merged_parameters = __webpack_require__(9405);
;// CONCATENATED MODULE: ./lib/src/report/scan/words.js


/** Why a place or a file is left out. */
const LEFT_OUT_WORDS = {
    comment: "in a comment",
    message: "in a message or other text for people",
    type: "in a type",
    comparison: "in a comparison",
    "ui-list": "in a list of choices",
    "price-table": "in prices or credits",
    key: "used as a name of its own",
    "not-video": "does not generate video",
    "no-evidence": "the provider is unclear",
    test: "in tests",
    doc: "in documents",
    "ignored-path": "excluded (`scan.ignore`, manifests and price files)",
    vendored: "third-party code",
    generated: "generated",
    minified: "minified",
    lock: "a lock file",
    data: "data",
    binary: "binary",
    "too-large": "too large",
    tangled: "refers to itself too often to be followed to the end",
    unreadable: "could not be read",
};
const HINT = {
    "retried-submit": (value) => `a retry${value === null ? "" : ` (up to ${value} attempts)`} submits the job again without an idempotency key: one clip can be generated and billed more than once`,
    "client-retries": (value) => `the library retries a failed request up to ${value} times`,
    "endless-poll": () => "this loop has no time limit: it waits forever for a job that never finishes",
    "short-timeout": (value) => `the client gives up after ${value} s: a job that takes longer still finishes and is billed`,
};
/** What is around a call and costs money when things go wrong. */
function hintText(kind, value) {
    return HINT[kind](value);
}
/** How many places and files are left out, by why. */
function leftOutText(leftOut) {
    const counts = new Map();
    for (const { why } of leftOut)
        counts.set(why, (counts.get(why) ?? 0) + 1);
    return [...counts].map(([why, many]) => `${many} ${LEFT_OUT_WORDS[why]}`).join(", ");
}
/** What code says of a clip: `duration 5 or 10, resolution 720p by default`; empty if it says nothing. */
function parametersText(parameters) {
    return Object.entries(parameters)
        .flatMap(([key, one]) => (one && one.from !== "not-sent" ? [`${key} ${parameterText(one)}`] : []))
        .join(", ");
}
/** Values of one parameter that are named. */
const MOST_VALUES = 5;
function parameterText(one) {
    const values = [...new Set((0,merged_parameters/* literalValues */.M)(one).map(({ value }) => value))];
    const more = values.length - MOST_VALUES;
    if (values.length > 1)
        return `${values.slice(0, MOST_VALUES).join(" or ")}${more > 0 ? ` and ${(0,format/* count */.U9)(more, "value")} more` : ""}`;
    return one.value === null ? "decided at run time" : `${one.value}${one.from === "default" ? " by default" : ""}`;
}

;// CONCATENATED MODULE: ./lib/src/report/scan/markdown.js





/** Places of one model that the table names; `verbose` names all. */
const MOST = 5;
/** `scan` as Markdown: a table of models with places, what one clip costs and who declares it, then what is to be looked at. */
function scanMarkdown({ files, rows, ignored, left_out }, { problems }, verbose) {
    const calls = rows.filter(({ finding }) => finding.confidence !== "mention");
    const shown = problems.filter(({ severity }) => verbose || severity !== "note");
    const hints = calls.flatMap(({ finding }) => finding.hints.notes.map(({ kind, file, line, value }) => `- ${(0,layout_escape/* code */.aY)(`${file}:${line}`)} ${hintText(kind, value)}`));
    const lines = [
        "## Video generation in code",
        "",
        `${(0,format/* count */.U9)(calls.length, "model")} in ${(0,format/* count */.U9)(files, "file")}.`,
        "",
        ...(calls.length > 0
            ? [...(0,table/* tableHead */.P)(["Model", "Where", "What the code says", "One clip:", "Declared by"]), ...calls.map((row) => rowOf(row, verbose)), ""]
            : []),
        ...list("To look at", shown.map((problem) => `- ${(0,layout_escape/* code */.aY)(`${problem.file}:${problem.line}`)} ${problem.severity}: ${(0,layout_escape/* prose */.CS)((0,messages.inFull)(problem), 800)}`)),
        ...list("Around the calls", [...new Set(hints)]),
        ...list("Ignored by a comment", ignored.map(({ file, line, text, reason }) => `- ${(0,layout_escape/* code */.aY)(`${file}:${line}`)} ${(0,layout_escape/* code */.aY)(text)}: ${reason === "" ? "no reason given" : (0,layout_escape/* code */.aY)(reason)}`)),
        ...(left_out.length > 0 ? [`Left out: ${leftOutText(left_out).replaceAll("`", "")}.`] : []),
    ];
    return `${lines.join("\n").trimEnd()}\n`;
}
function list(title, lines) {
    return lines.length === 0 ? [] : [`**${title}**`, "", ...lines, ""];
}
function rowOf({ finding, job_price, retired, declared_by }, verbose) {
    const { provider, providers, model, dynamic, places, parameters } = finding;
    const whose = provider === "unknown" ? `unknown (sold by ${providers.join(", ")})` : provider;
    const what = model === null ? `${(0,layout_escape/* code */.aY)(whose)}, ${dynamic === null ? "which takes no model" : `the model comes from ${(0,layout_escape/* code */.aY)(dynamic)}`}` : `${(0,layout_escape/* code */.aY)(whose)} ${(0,layout_escape/* code */.aY)(model)}`;
    const named = (verbose ? places : places.slice(0, MOST)).map(({ file, line }) => (0,layout_escape/* code */.aY)(`${file}:${line}`));
    const more = places.length - named.length;
    const said = parametersText(parameters);
    return (0,table/* tableRow */.j)([
        what,
        [...named, ...(more > 0 ? [`and ${(0,format/* count */.U9)(more, "place")} more`] : [])].join("<br>"),
        said === "" ? "nothing" : (0,layout_escape/* code */.aY)(said),
        retired !== null ? `retired since ${retired}` : job_price === null ? "unknown" : (0,format/* jobPrice */.b3)(job_price, "USD"),
        declared_by.length === 0 ? "**none**" : declared_by.map((name) => (0,layout_escape/* code */.aY)(name)).join(", "),
    ]);
}

;// CONCATENATED MODULE: ./lib/src/report/scan/text.js



/** Calls by provider and model, with places, what one clip costs and who declares them; `verbose`: also what was left out, each place. */
function scanText({ files, rows, ignored, left_out }, verbose) {
    const calls = rows.filter(({ finding }) => finding.confidence !== "mention");
    const mentions = rows.filter(({ finding }) => finding.confidence === "mention");
    const lines = [`${(0,format/* count */.U9)(calls.length, "model")} in code, of ${(0,format/* count */.U9)(files, "file")}.`, ""];
    for (const row of calls)
        lines.push(...rowLines(row, verbose), "");
    if (ignored.length > 0)
        lines.push("Ignored by a comment:", ...ignored.map(({ file, line, text, reason }) => `  ${(0,layout_escape/* inert */.tJ)(file)}:${line}  ${(0,layout_escape/* inert */.tJ)(text)}: ${(0,layout_escape/* inert */.tJ)(reason || "no reason given")}`), "");
    if (verbose && mentions.length > 0)
        lines.push("Mentioned, but not called:", ...mentions.flatMap(({ finding }) => finding.places.map(({ file, line, role }) => `  ${(0,layout_escape/* inert */.tJ)(file)}:${line}  ${(0,layout_escape/* inert */.tJ)(finding.model ?? "")}: ${role}`)), "");
    if (left_out.length > 0)
        lines.push(`Left out: ${leftOutText(left_out)}.${verbose ? "" : " `--verbose` lists them."}`);
    if (verbose)
        lines.push(...left_out.map(({ file, line, text, why }) => `  ${(0,layout_escape/* inert */.tJ)(file)}${line === null ? "" : `:${line}`}  ${text === null ? "" : `${(0,layout_escape/* inert */.tJ)(text)}: `}${LEFT_OUT_WORDS[why]}`));
    return `${lines.join("\n").trimEnd()}\n`;
}
const text_MOST = 5;
function rowLines({ finding, job_price, retired, declared_by }, verbose) {
    const { provider, providers, model, dynamic, places, parameters, hints, confidence } = finding;
    const name = model ?? (dynamic === null ? "no model" : `the model comes from ${dynamic}`);
    const whose = provider === "unknown" ? `unknown (sold by ${providers.join(", ")})` : provider;
    const price = retired !== null ? `retired since ${retired}` : job_price === null ? "no price known" : `${(0,format/* jobPrice */.b3)(job_price, "USD")} a clip`;
    const declared = declared_by.length > 0 ? `declared by ${declared_by.map((one) => (0,layout_escape/* inert */.tJ)(one)).join(", ")}` : "not declared";
    const said = parametersText(parameters);
    const shown = verbose ? places : places.slice(0, text_MOST);
    return [
        `${whose}  ${(0,layout_escape/* inert */.tJ)(name)}  ${price}, ${declared}`,
        ...shown.map(({ file, line, role }) => `  ${(0,layout_escape/* inert */.tJ)(file)}:${line}  ${role}`),
        ...(places.length > shown.length ? [`  and ${(0,format/* count */.U9)(places.length - shown.length, "place")} more`] : []),
        ...(said !== "" ? [`  ${(0,layout_escape/* inert */.tJ)(said)}${confidence === "constant" ? " (beside the constant)" : ""}`] : []),
        ...hints.notes.map(({ kind, file, line, value }) => `  ${(0,layout_escape/* inert */.tJ)(file)}:${line}  ${hintText(kind, value)}`),
    ];
}

// EXTERNAL MODULE: ./lib/src/cli/code-of-folder.js + 40 modules
var code_of_folder = __webpack_require__(5616);
// EXTERNAL MODULE: ./lib/src/cli/terminal.js
var cli_terminal = __webpack_require__(9567);
;// CONCATENATED MODULE: ./lib/src/cli/scan.js






/**
 * `video-budget scan`: video-generation calls in code, by provider and model, and which workload declares each.
 * @param paths folders or files from the working directory; none: all of it
 * @returns 0; 1 if `policy.undeclared: fail` refuses a call that no workload declares. @throws UsageError if a path is not there
 */
async function scanCode(paths, options, terminal) {
    const read = await (0,code_of_folder/* readCodeOfFolder */.v)(paths, options, terminal);
    if (options.write) {
        const { addWorkloads } = await __webpack_require__.e(/* import() */ 632).then(__webpack_require__.bind(__webpack_require__, 8632));
        return addWorkloads(read, options, terminal);
    }
    const { code } = read;
    await (0,cli_terminal/* write */.M9)(reportOf(read, options), options, terminal);
    return code.reasons.some(({ code: id, level }) => id === "undeclared-call" && level === "fail") ? 1 : 0;
}
function reportOf(read, { format, verbose }) {
    const scanned = (0,code_of_folder/* scannedOf */.s)(read);
    if (format === "json")
        return (0,json/* scanJson */.E)(scanned);
    if (format === "markdown")
        return scanMarkdown(scanned, read.code, verbose);
    return `${scanText(scanned, verbose)}${disagreementLines(read.code, verbose)}`;
}


/***/ })

};
;