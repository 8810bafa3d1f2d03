"use strict";
exports.id = 25;
exports.ids = [25];
exports.modules = {

/***/ 7025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  searchPrices: () => (/* binding */ searchPrices),
  showPrice: () => (/* binding */ showPrice)
});

// EXTERNAL MODULE: ./lib/src/engine/length.js
var engine_length = __webpack_require__(9546);
// EXTERNAL MODULE: ./lib/src/engine/request.js
var request = __webpack_require__(8216);
// EXTERNAL MODULE: ./lib/src/notation/mode.js
var mode = __webpack_require__(9298);
// EXTERNAL MODULE: ./lib/src/prices/accepts.js
var accepts = __webpack_require__(8740);
// EXTERNAL MODULE: ./lib/src/prices/find.js
var find = __webpack_require__(162);
// EXTERNAL MODULE: ./lib/src/catalog/clip-request.js
var clip_request = __webpack_require__(3698);
// EXTERNAL MODULE: ./lib/src/catalog/quote.js
var catalog_quote = __webpack_require__(7038);
// EXTERNAL MODULE: ./lib/src/catalog/search.js
var search = __webpack_require__(1816);
;// CONCATENATED MODULE: ./lib/src/catalog/clip-prices.js








const LENGTHS = [5, 8];
/**
 * The price of a clip at the model's defaults, by mode, resolution and sound; modes and sound are only told
 * apart where it matters. A length that is not made is replaced by the nearest that is, of two equally near the longer.
 */
function clipPrices(provider, model, market) {
    const price = (0,find/* priceOn */.L2)(model, market.date);
    const state = (0,find/* retiredSince */.Mp)(model, market.date) !== null ? "retired" : price ? "priced" : "unpriced";
    const byMode = model.modes.map((mode) => ({ mode, rows: rowsOf(provider, model, mode, state === "priced" ? price : undefined, state, market) }));
    const alike = new Map();
    for (const { mode, rows } of byMode) {
        const key = JSON.stringify(rows);
        alike.set(key, { modes: [...(alike.get(key)?.modes ?? []), mode], rows });
    }
    return {
        date: market.date,
        state,
        stated: model.modes.every(mode/* modeFollowsInput */.Kg) ||
            [model, ...model.cases].some(({ accepts }) => accepts["duration"] !== undefined || accepts["frames"] !== undefined),
        inputs: price !== undefined && dependsOnInput(price),
        rows: [...alike.values()].flatMap(({ modes, rows }) => rows.map((row) => ({ modes, ...row }))),
    };
}
function dependsOnInput({ charges, factors }) {
    const fields = [...charges, ...factors].flatMap(({ when }) => Object.keys(when));
    return fields.some((field) => /^input\.(images|video|audio)$/.test(field)) || charges.some(({ of }) => of.some((subject) => subject.startsWith("input_")));
}
function rowsOf(provider, model, mode, price, state, market) {
    const resolutions = (0,search/* resolutionsOf */.XT)(model);
    const sounds = [model.accepts, ...model.cases.map(({ accepts }) => accepts)].flatMap(({ audio }) => (0,accepts/* listedValues */.uz)(audio));
    const choices = sounds.includes(true) && sounds.includes(false) ? [true, false] : [undefined];
    return (resolutions.length > 0 ? resolutions : [undefined]).flatMap((resolution) => {
        const rows = choices.flatMap((audio) => {
            const named = { resolution: resolution ?? null, audio: audio ?? null };
            if (!price)
                return [{ ...named, clips: LENGTHS.map((asked) => none(asked, { reason: state === "retired" ? "retired" : "unpriced" })) }];
            const clips = LENGTHS.map((asked) => clipOf(provider, model, price, mode, resolution, audio, asked, market));
            // A size or a sound that this mode does not have at any length is no row.
            return clips.every(({ why }) => why?.reason === "not-accepted") ? [] : [{ ...named, clips }];
        });
        const [first, second] = rows;
        if (!first || !second || costs(first) !== costs(second))
            return rows;
        // Of two that cost the same, the one for which less had to be chosen.
        return [{ ...(chosenFor(second) < chosenFor(first) ? second : first), audio: null }];
    });
}
function costs({ clips }) {
    return JSON.stringify(clips.map(({ chosen: _, ...clip }) => clip));
}
function chosenFor({ clips }) {
    return Math.max(...clips.map(({ chosen }) => Object.keys(chosen).length));
}
function none(asked, why) {
    return { asked, seconds: null, usd: null, bound: "exact", chosen: {}, why };
}
function clipOf(provider, model, price, mode, resolution, audio, asked, market) {
    const fields = (duration) => (0,clip_request/* fieldsOf */.Pf)({ mode, duration, ...(resolution !== undefined && { resolution }), ...(audio !== undefined && { audio }) });
    const quote = (duration, vary) => (0,catalog_quote/* quoteJob */.g)(provider, model, price, fields(duration), market, { standIns: { "input.video": duration, "input.audio": duration }, vary });
    let seconds = asked;
    let found = quote(seconds, false);
    if (found.state === "refused" && found.refused.some(({ field }) => field === "duration")) {
        const near = (0,engine_length/* lengthsNear */.W)(model, asked, (duration) => (0,request/* requestOf */.f)((0,clip_request/* keysOf */.YD)(fields(duration)), model, {}));
        seconds = nearer(asked, near) ?? asked;
        found = quote(seconds, false);
    }
    if (found.state === "refused")
        found = quote(seconds, true);
    const chosen = Object.fromEntries(found.filled);
    if (found.state === "priced")
        return { asked, seconds, usd: found.job.amount, bound: found.job.bound, chosen, why: null };
    if (found.state === "refused")
        return none(asked, { reason: "not-accepted" });
    return { ...none(asked, (0,catalog_quote/* notPriced */.v)(found.no)), seconds, chosen };
}
function nearer(asked, { shorter, longer }) {
    if (shorter === undefined || longer === undefined)
        return shorter ?? longer;
    return asked - shorter < longer - asked ? shorter : longer;
}

// EXTERNAL MODULE: ./lib/src/money/convert.js
var convert = __webpack_require__(6338);
// EXTERNAL MODULE: ./lib/src/money/decimal.js + 1 modules
var decimal = __webpack_require__(5688);
// EXTERNAL MODULE: ./node_modules/picocolors/picocolors.js
var picocolors = __webpack_require__(7336);
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
// EXTERNAL MODULE: ./lib/src/report/catalog/clips.js
var catalog_clips = __webpack_require__(5594);
// EXTERNAL MODULE: ./lib/src/report/catalog/model.js
var catalog_model = __webpack_require__(16);
;// CONCATENATED MODULE: ./lib/src/report/catalog/search.js









/** More than any note of the price book; a cap against hostile files only. */
const LONG = 4000;
/** Models that a search found, as a table for a terminal. */
function searchText(rows, { width, color }, ceiling) {
    const paint = picocolors.createColors(color);
    if (rows.length === 0)
        return `${(0,wrap/* wrap */.LV)(["No model matches.", ...unknownOf(ceiling)].join(" "), width).join("\n")}\n`;
    const table = (0,columns/* columns */.Y)([
        { title: "Model" },
        { title: "Modes", drop: 2 },
        { title: "A job in USD", align: "right" },
        { title: "of" },
        { title: "Resolutions", drop: 1 },
        { title: "Checked", drop: 3 },
        { title: "State", drop: 4 },
    ], rows.map((row) => [
        (0,layout_escape/* inert */.tJ)(row.id),
        row.modes.join(", "),
        amountOf(row),
        exampleOf(row, layout_escape/* inert */.tJ),
        row.resolutions.map((one) => (0,layout_escape/* inert */.tJ)(one)).join(", "),
        checkedOf(row),
        stateOf(row),
    ]), width, paint.dim);
    return `${[...table, "", ...(0,wrap/* wrap */.LV)([`${(0,format/* count */.U9)(rows.length, "model")}.`, ...unknownOf(ceiling), ABOUT].join(" "), width).map(paint.dim)].join("\n")}\n`;
}
const ABOUT = "A job is a clip of 5 seconds, or of what is shown, at the model's own defaults. `video-budget prices show MODEL` says everything about one.";
/** The same as a Markdown table. */
function searchMarkdown(rows, ceiling) {
    if (rows.length === 0)
        return `${["No model matches.", ...unknownOf(ceiling)].join(" ")}\n`;
    const body = rows.map((row) => (0,table/* tableRow */.j)([
        (0,layout_escape/* code */.aY)(row.id),
        row.modes.join(", "),
        amountOf(row),
        exampleOf(row, layout_escape/* code */.aY),
        row.resolutions.map((one) => (0,layout_escape/* code */.aY)(one)).join(", "),
        checkedOf(row),
        stateOf(row),
    ]));
    return `${[...(0,table/* tableHead */.P)(["Model", "Modes", "A job in USD:", "of", "Resolutions", "Checked", "State"]), ...body, "", [...unknownOf(ceiling), ABOUT].join(" ")].join("\n")}\n`;
}
/** The same for programs; amounts in USD for one job, null where the book cannot tell. */
function searchJson(rows, ceiling) {
    const models = rows.map(({ example, ...row }) => ({ ...row, example: example && { ...example, amount: (0,round/* round */.L)(example.amount) } }));
    const limit = ceiling && { max_price: (0,round/* round */.L)(ceiling.usd), not_shown_without_price: ceiling.unknown };
    return `${JSON.stringify({ schema: "video-budget/prices-search@1", ...limit, models }, null, 2)}\n`;
}
function unknownOf(ceiling) {
    if (!ceiling || ceiling.unknown === 0)
        return [];
    return [`${(0,format/* count */.U9)(ceiling.unknown, "model")} without a known price ${ceiling.unknown === 1 ? "is" : "are"} not shown.`];
}
function amountOf({ example }) {
    if (!example)
        return "unknown";
    return `${catalog_clips/* BOUNDS */.QT[example.bound]}${(0,format/* jobPrice */.b3)(example.amount, "USD")}`;
}
/** 5 s, 720p, and whatever else had to be chosen. */
function exampleOf({ example }, quote) {
    return Object.entries(example?.request ?? {})
        .map(([field, value]) => field === "duration" && typeof value === "number" ? `${(0,format/* quantity */.au)(value)} s` : field === "resolution" ? quote(String(value)) : quote(`${field} ${value}`))
        .join(", ");
}
function checkedOf({ checked, confidence }) {
    return checked === null ? "" : `${checked}${confidence === "provider" ? "" : ` (${confidence})`}`;
}
function stateOf({ status, retires }) {
    if (status === "retiring")
        return `until ${retires}`;
    return status === "retired" ? `retired ${retires}` : status;
}
/** Everything that is known of one model, for a terminal. */
function showText(provider, model, clips, { width, color }) {
    const paint = picocolors.createColors(color);
    const lines = (0,catalog_model/* modelInWords */.g8)(provider, model, clips, (text) => (0,layout_escape/* inert */.tJ)(text, LONG)).flatMap(({ title, lines: said }) => [
        "",
        paint.bold(title),
        ...said.flatMap((line) => (0,wrap/* wrap */.LV)(`  ${line}`, width, "    ")),
    ]);
    return `${[...(0,wrap/* wrap */.LV)((0,layout_escape/* inert */.tJ)(`${provider.provider}/${model.id}`), width).map(paint.bold), ...lines].join("\n")}\n`;
}
/** The same as Markdown: single words, as names and addresses are, in code spans. */
function showMarkdown(provider, model, clips) {
    const lines = (0,catalog_model/* modelInWords */.g8)(provider, model, clips, (text) => (/\s/.test(text) ? (0,layout_escape/* prose */.CS)(text, LONG) : (0,layout_escape/* code */.aY)(text))).flatMap(({ title, lines: said }) => [
        "",
        `### ${title}`,
        "",
        ...said.map((line) => `- ${line}`),
    ]);
    return `${[`## ${(0,layout_escape/* code */.aY)(`${provider.provider}/${model.id}`)}`, ...lines].join("\n")}\n`;
}
/** The same for programs: the price book's own form of the model, with its provider's account and jobs; and clips in USD. */
function showJson({ models: _, ...provider }, model, clips) {
    const { date, state } = clips;
    return `${JSON.stringify({ schema: "video-budget/prices-show@1", date, state, clips: (0,catalog_clips/* clipsData */.ai)(clips), provider, model }, null, 2)}\n`;
}

// EXTERNAL MODULE: ./lib/src/cli/terminal.js
var cli_terminal = __webpack_require__(9567);
// EXTERNAL MODULE: ./lib/src/cli/prices/known.js
var known = __webpack_require__(8985);
// EXTERNAL MODULE: ./lib/src/cli/prices/price-book.js
var price_book = __webpack_require__(5189);
;// CONCATENATED MODULE: ./lib/src/cli/prices/prices.js








/** `video-budget prices search`: models that match every word and option. @returns 0, also where nothing matches. @throws UsageError */
async function searchPrices(words, options, terminal) {
    const book = await (0,price_book/* bookWithFiles */.J)(options, terminal);
    const { provider, model, mode, resolution, maxPrice, format } = options;
    const criteria = {
        query: words.join(" "),
        ...(provider !== undefined && { provider: (0,known/* knownProvider */.lG)(provider, book).provider }),
        ...(model !== undefined && { model: (0,known/* knownName */.$G)(model, book) }),
        ...(mode !== undefined && { mode }),
        ...(resolution !== undefined && { resolution: (0,known/* knownResolution */.k8)(resolution, book) }),
    };
    const all = (0,search/* searchRows */._y)(book, criteria, options.date ?? (0,cli_terminal/* today */.Ec)(), (0,convert/* rates */.It)(options.fx));
    const ceiling = maxPrice === undefined ? undefined : (0,decimal/* decimal */._)(maxPrice);
    const { rows, unknown } = ceiling ? (0,search/* rowsUnderCeiling */.ts)(all, ceiling) : { rows: all, unknown: 0 };
    const limit = ceiling && { usd: ceiling, unknown };
    const report = format === "json" ? searchJson(rows, limit) : format === "markdown" ? searchMarkdown(rows, limit) : searchText(rows, terminal, limit);
    await (0,cli_terminal/* write */.M9)(report, options, terminal);
    return 0;
}
/** `video-budget prices show PROVIDER/MODEL`: everything that is known of one model. @throws UsageError */
async function showPrice(name, options, terminal) {
    const { provider, model } = (0,known/* knownModel */.t0)(name, await (0,price_book/* bookWithFiles */.J)(options, terminal));
    const clips = clipPrices(provider, model, { date: options.date ?? (0,cli_terminal/* today */.Ec)(), rates: (0,convert/* rates */.It)(options.fx) });
    const { format } = options;
    const report = format === "json"
        ? showJson(provider, model, clips)
        : format === "markdown"
            ? showMarkdown(provider, model, clips)
            : showText(provider, model, clips, terminal);
    await (0,cli_terminal/* write */.M9)(report, options, terminal);
    return 0;
}


/***/ }),

/***/ 16:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G6: () => (/* binding */ billedLines),
/* harmony export */   dZ: () => (/* binding */ accountLines),
/* harmony export */   g8: () => (/* binding */ modelInWords)
/* harmony export */ });
/* harmony import */ var _money_decimal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5688);
/* harmony import */ var _layout_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6125);
/* harmony import */ var _charge_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9497);
/* harmony import */ var _clips_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5594);




/** Everything that the price book knows of a model, for a terminal or for Markdown: `quote` makes its texts inert. Empty parts are left out. */
function modelInWords({ account, jobs, ...provider }, model, clips, quote) {
    const parts = [
        { title: "Model", lines: identity(provider, model, quote) },
        { title: "Accepts", lines: requestLines(model, quote) },
        { title: `A clip on ${clips.date}`, lines: (0,_clips_js__WEBPACK_IMPORTED_MODULE_3__/* .clipLines */ .U_)(clips, model.status.retires, quote) },
        ...model.prices.map((one) => ({ title: `Price${period(one)}`, lines: priceLines(one, quote) })),
        ...(model.prices.length === 0 ? [{ title: "Price", lines: ["None is public."] }] : []),
        { title: "Jobs that do not succeed", lines: billedLines({ ...jobs, ...model.jobs }, quote) },
        { title: "Completion and limits", lines: jobLines({ ...jobs, ...model.jobs }, quote) },
        { title: "Account", lines: account ? accountLines(account, quote) : [] },
        { title: "Notes", lines: [model.notes, model.status.notes, provider.notes].flatMap((note) => (note === undefined ? [] : quote(note))) },
    ];
    return parts.filter(({ lines }) => lines.length > 0);
}
function identity({ name, pricing_urls }, { name: called, aliases, modes, status }, quote) {
    return [
        `${called === undefined ? "" : `${quote(called)}, `}${quote(name)}`,
        ...(aliases.length === 0 ? [] : [`Also called: ${aliases.map(quote).join(", ")}`]),
        `Modes: ${modes.join(", ")}`,
        ...(status.released === undefined ? [] : [`Released: ${status.released}`]),
        ...(status.retires === undefined ? [] : [`Retires: ${status.retires}, the first day it can no longer be used`]),
        ...(status.successor === undefined ? [] : [`Successor: ${quote(status.successor)}`]),
        ...(status.alternatives === undefined ? [] : [`Alternatives: ${status.alternatives.map(quote).join(", ")}`]),
        ...pricing_urls.map((url) => `Price list: ${quote(url)}`),
    ];
}
function requestLines({ accepts, defaults, cases }, quote) {
    const fields = [...new Set([...Object.keys(accepts), ...Object.keys(defaults)])];
    const own = fields.map((field) => {
        const [accepted, assumed] = [accepts[field], defaults[field]];
        return `${quote(field)}: ${accepted === undefined ? "anything" : (0,_charge_js__WEBPACK_IMPORTED_MODULE_2__/* .acceptedInWords */ .Ks)(accepted, quote)}${assumed === undefined ? "" : ` (default ${(0,_charge_js__WEBPACK_IMPORTED_MODULE_2__/* .defaultInWords */ .i$)(assumed, quote)})`}`;
    });
    const narrowed = cases.map(({ when, accepts: some, defaults: others }) => {
        const said = [
            ...Object.entries(some).map(([field, accepted]) => `${quote(field)}: ${(0,_charge_js__WEBPACK_IMPORTED_MODULE_2__/* .acceptedInWords */ .Ks)(accepted, quote)}`),
            ...Object.entries(others).map(([field, value]) => `${quote(field)} defaults to ${(0,_charge_js__WEBPACK_IMPORTED_MODULE_2__/* .defaultInWords */ .i$)(value, quote)}`),
        ];
        return `When ${(0,_charge_js__WEBPACK_IMPORTED_MODULE_2__/* .conditionInWords */ .wk)(when, quote)}: ${said.join("; ")}`;
    });
    return [...own, ...narrowed];
}
function period({ from, to }) {
    if (from === undefined && to === undefined)
        return "";
    return `${from === undefined ? "" : ` from ${from}`}${to === undefined ? "" : ` until ${to}`}`;
}
function priceLines(one, quote) {
    return [
        ...(0,_charge_js__WEBPACK_IMPORTED_MODULE_2__/* .chargesInWords */ .it)(one, quote),
        `Source: ${quote(one.source)}, checked ${one.checked}, confidence ${one.confidence}`,
        ...(one.notes === undefined ? [] : [quote(one.notes)]),
    ];
}
const OUTCOMES = {
    provider_error: "Provider error",
    moderated: "Moderated",
    invalid: "Refused as invalid",
    timed_out: "Timed out at the provider",
    cancelled: "Cancelled",
};
/** What is billed of a job that does not succeed: a line for each outcome, with where that was read. */
function billedLines({ billed }, quote) {
    if (!billed || Object.keys(billed).length === 0)
        return [];
    return Object.keys(OUTCOMES).map((outcome) => {
        const policy = billed[outcome];
        const share = policy?.value === undefined || policy.value === "unknown"
            ? "unknown whether it is billed"
            : policy.value === 0
                ? "not billed"
                : policy.value === 1
                    ? "billed in full"
                    : `${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_1__/* .quantity */ .au)(policy.value * 100)} % billed`;
        return `${OUTCOMES[outcome]}: ${share}${evidence(policy, quote)}`;
    });
}
function evidence(from, quote) {
    const parts = [
        ...(from?.source === undefined ? [] : [quote(from.source)]),
        ...(from?.checked === undefined ? [] : [`checked ${from.checked}`]),
        ...(from?.notes === undefined ? [] : [quote(from.notes)]),
    ];
    return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}
function jobLines({ completion, idempotency_key, status_request, limits, latency, retention, notes, source, checked }, quote) {
    const said = (value) => (value === true ? "yes" : value === false ? "no" : "unknown");
    const poll = completion?.poll;
    return [
        ...(poll?.interval === undefined ? [] : [`Poll every ${poll.interval} s${evidence(poll, quote)}`]),
        ...(completion?.webhook === undefined ? [] : [`Webhook: ${said(completion.webhook)}`]),
        ...(idempotency_key === undefined ? [] : [`Idempotency key: ${said(idempotency_key)}`]),
        ...(status_request === undefined
            ? []
            : [
                `A status request costs ${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPrice */ .$g)((0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(status_request.usd), "USD")}${status_request.free_per_month === undefined ? "" : `, the first ${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_1__/* .quantity */ .au)(status_request.free_per_month)} a month are free`}`,
            ]),
        ...(limits?.concurrency === undefined ? [] : [`Jobs at once: ${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_1__/* .quantity */ .au)(limits.concurrency)}`]),
        ...(limits?.requests_per_second === undefined ? [] : [`Requests a second: ${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_1__/* .quantity */ .au)(limits.requests_per_second)}`]),
        ...(limits?.notes === undefined ? [] : [quote(limits.notes)]),
        ...(latency === undefined ? [] : [`Latency: half within ${latency.p50} s, 95 % within ${latency.p95} s${evidence(latency, quote)}`]),
        ...(retention === undefined ? [] : [`Results are kept: ${quote(retention)}`]),
        ...(notes === undefined && source === undefined
            ? []
            : [`About jobs${evidence({ source, checked }, quote)}${notes === undefined ? "" : `: ${quote(notes)}`}`]),
    ];
}
/** How the provider is paid: what a credit costs, packs, trial, fees. */
function accountLines({ credit, packs, trial, fees, minimum_purchase, source, checked, notes }, quote) {
    const unit = quote(credit?.name ?? "credit");
    return [
        ...(credit?.usd === undefined
            ? []
            : [
                `${credit.per === undefined ? `A ${unit}` : `${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_1__/* .quantity */ .au)((0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(credit.per))} ${unit}s`} cost ${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPrice */ .$g)((0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(credit.usd), "USD")}`.replace(/^(A .*) cost /, "$1 costs "),
            ]),
        ...(packs ?? []).map(({ name, size, price: cost, expires, every, once, beyond, concurrency }) => {
            const rules = [
                ...(every === undefined ? [] : ["every month"]),
                ...(once === undefined ? [] : ["sold once"]),
                ...(expires === undefined ? [] : [`expires after ${expires.replace("d", " days")}`]),
                ...(beyond === undefined
                    ? []
                    : [
                        beyond === "none"
                            ? "nothing beyond it"
                            : beyond === "unknown"
                                ? "the price beyond it is unknown"
                                : `${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPrice */ .$g)((0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(beyond), "USD")} a ${unit} beyond it`,
                    ]),
                ...(concurrency === undefined ? [] : [`${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_1__/* .quantity */ .au)(concurrency)} jobs at once`]),
            ];
            return `${quote(name)}: ${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_1__/* .quantity */ .au)((0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(size))} ${unit}s for ${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPrice */ .$g)((0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(cost), "USD")}, ${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPrice */ .$g)((0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(cost).div(size), "USD")} each${rules.length === 0 ? "" : ` (${rules.join(", ")})`}`;
        }),
        ...(trial === undefined
            ? []
            : [
                `Trial: ${trial.unit === "USD" ? (0,_layout_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPrice */ .$g)((0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(trial.amount), "USD") : `${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_1__/* .quantity */ .au)((0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(trial.amount))} ${unit}s`}${trial.notes === undefined ? "" : ` (${quote(trial.notes)})`}`,
            ]),
        ...(fees ?? []).map(({ name, usd, every }) => `Fee ${quote(name)}: ${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPrice */ .$g)((0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(usd), "USD")} ${every === "month" ? "a month" : "once"}`),
        ...(minimum_purchase === undefined ? [] : [`Least purchase: ${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPrice */ .$g)((0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(minimum_purchase), "USD")}`]),
        ...(notes === undefined && source === undefined
            ? []
            : [`About the account${evidence({ source, checked }, quote)}${notes === undefined ? "" : `: ${quote(notes)}`}`]),
    ];
}


/***/ })

};
;