"use strict";
exports.id = 406;
exports.ids = [406];
exports.modules = {

/***/ 9406:
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
    const offer = state === "priced" && price ? { provider, model, price } : null;
    const byMode = model.modes.map((mode) => ({
        mode,
        rows: rowsOf(model, (clip) => offer ? clipOf(offer, { ...clip, mode }, market) : none(clip.asked, { reason: state === "retired" ? "retired" : "unpriced" })),
    }));
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
function rowsOf(model, priceOf) {
    const resolutions = (0,search/* resolutionsOf */.XT)(model);
    const sounds = [model.accepts, ...model.cases.map(({ accepts }) => accepts)].flatMap(({ audio }) => (0,accepts/* listedValues */.uz)(audio));
    const choices = sounds.includes(true) && sounds.includes(false) ? [true, false] : [undefined];
    return (resolutions.length > 0 ? resolutions : [undefined]).flatMap((resolution) => {
        const rows = choices.flatMap((audio) => {
            const clips = LENGTHS.map((asked) => priceOf({ resolution, audio, asked }));
            // A size or a sound that this mode does not have at any length is no row.
            return clips.every(({ why }) => why?.reason === "not-accepted") ? [] : [{ resolution: resolution ?? null, audio: audio ?? null, clips }];
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
function clipOf(offer, { mode, resolution, audio, asked }, market) {
    const fields = (duration) => (0,clip_request/* fieldsOf */.Pf)({ mode, duration, ...(resolution !== undefined && { resolution }), ...(audio !== undefined && { audio }) });
    const quote = (duration, vary) => (0,catalog_quote/* quoteJob */.g)(offer, fields(duration), market, { standIns: { "input.video": duration, "input.audio": duration }, vary });
    let seconds = asked;
    let found = quote(seconds, false);
    if (found.state === "refused" && found.refused.some(({ field }) => field === "duration")) {
        const near = (0,engine_length/* lengthsNear */.W)(offer.model, asked, (duration) => (0,request/* requestOf */.f)((0,clip_request/* keysOf */.YD)(fields(duration)), offer.model, {}));
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
// EXTERNAL MODULE: ./lib/src/prices/dated.js
var dated = __webpack_require__(237);
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
function searchText(found, { width, color }, ceiling) {
    const paint = picocolors.createColors(color);
    const { rows } = found;
    const providers = found.unlisted.flatMap((one) => [
        "",
        paint.bold((0,layout_escape/* inert */.tJ)(one.name)),
        ...providerLines(one, layout_escape/* inert */.tJ).flatMap((line) => (0,wrap/* wrap */.LV)(`  ${line}`, width, "    ")),
    ]);
    if (rows.length === 0)
        return `${[...nothing(found, ceiling, layout_escape/* inert */.tJ).flatMap((line) => (0,wrap/* wrap */.LV)(line, width)), ...providers].join("\n")}\n`;
    const table = (0,columns/* columns */.Y)([
        { title: "Model", whole: true },
        { title: "Modes", drop: 2 },
        { title: "A job in USD", align: "right" },
        { title: "of", drop: 5 },
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
    const after = [countOf(found), ...unknownOf(ceiling), ABOUT].join(" ");
    return `${[...(0,wrap/* wrap */.LV)(askedWords(found, layout_escape/* inert */.tJ), width).map(paint.bold), "", ...table, "", ...(0,wrap/* wrap */.LV)(after, width).map(paint.dim), ...providers].join("\n")}\n`;
}
const ABOUT = "`video-budget prices show MODEL` says everything about one.";
/** The same job for every row, or what a row says instead. */
function askedWords({ asked, rows }, quote) {
    const others = rows.some(({ example }) => example && !example.as_asked);
    return `A job of ${(0,format/* quantity */.au)(asked.duration)} s at ${quote(asked.resolution)}, otherwise at the model's own defaults${others ? "; where a model does not make that, of what is shown" : ""}:`;
}
function countOf({ rows, left }) {
    return left === 0 ? `${(0,format/* count */.U9)(rows.length, "model")}.` : `${(0,format/* count */.U9)(rows.length, "model")} of ${rows.length + left}: --limit shows more.`;
}
function nothing({ unlisted, meant }, ceiling, quote) {
    if (unlisted.length > 0)
        return [`No model is listed: ${unlisted.map(({ name }) => quote(name)).join(", ")} ${unlisted.length === 1 ? "publishes" : "publish"} no prices.`];
    const near = meant.length === 0 ? [] : [`Did you mean ${meant.map((one) => quote(one)).join(" or ")}?`];
    return [["No model matches.", ...near, ...unknownOf(ceiling)].join(" ")];
}
/** What is known of a provider without public prices, and how to give a price. */
function providerLines({ provider, account, jobs, unlisted_models, notes }, quote) {
    return [
        ...(unlisted_models === undefined ? [] : [`Prices: ${quote(unlisted_models)}`]),
        ...(account ? (0,catalog_model/* accountLines */.dZ)(account, quote) : []),
        ...(0,catalog_model/* billedLines */.G6)(jobs, quote),
        ...(notes === undefined ? [] : [quote(notes)]),
        `To count it, give what you pay: on a workload, provider: ${quote(provider)}, model: any id of it, price: { usd: 0.40, per: clip }; or a price file of your own under prices:.`,
    ];
}
/** The same as a Markdown table. */
function searchMarkdown(found, ceiling) {
    const { rows } = found;
    const quote = (text) => (/\s/.test(text) ? (0,layout_escape/* prose */.CS)(text, LONG) : (0,layout_escape/* code */.aY)(text));
    const providers = found.unlisted.flatMap((one) => ["", `### ${(0,layout_escape/* prose */.CS)(one.name)}`, "", ...providerLines(one, quote).map((line) => `- ${line}`)]);
    if (rows.length === 0)
        return `${[...nothing(found, ceiling, layout_escape/* code */.aY), ...providers].join("\n")}\n`;
    const body = rows.map((row) => (0,table/* tableRow */.j)([
        (0,layout_escape/* code */.aY)(row.id),
        row.modes.join(", "),
        amountOf(row),
        exampleOf(row, layout_escape/* code */.aY),
        row.resolutions.map((one) => (0,layout_escape/* code */.aY)(one)).join(", "),
        checkedOf(row),
        stateOf(row),
    ]));
    const head = (0,table/* tableHead */.P)(["Model", "Modes", "A job in USD:", "of", "Resolutions", "Checked", "State"]);
    return `${[askedWords(found, layout_escape/* code */.aY), "", ...head, ...body, "", [countOf(found), ...unknownOf(ceiling), ABOUT].join(" "), ...providers].join("\n")}\n`;
}
/** The same for programs; amounts in USD for one job, null if the book cannot tell. */
function searchJson({ rows, asked, left, unlisted, meant }, ceiling) {
    const models = rows.map(({ example, ...row }) => ({ ...row, example: example && { ...example, amount: (0,round/* round */.L)(example.amount) } }));
    const limit = ceiling && { max_price: (0,round/* round */.L)(ceiling.usd), not_shown_without_price: ceiling.unknown };
    const providers = unlisted.map(({ models: _, ...provider }) => provider);
    return `${JSON.stringify({ schema: "video-budget/prices-search@1", ...limit, asked, not_shown: left, nearest: meant, providers, models }, null, 2)}\n`;
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
    return checked === null ? "" : `${(0,dated/* isUndated */.q)(checked) ? "undated" : checked}${confidence === "provider" ? "" : ` (${confidence})`}`;
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








/** `video-budget prices search`: models that match every word and option. @returns 0, even if nothing matches. @throws UsageError */
async function searchPrices(words, options, terminal) {
    const book = await (0,price_book/* bookWithFiles */.J)(options, terminal);
    const { provider, model, mode, resolution, maxPrice, format } = options;
    const criteria = {
        query: words.join(" "),
        ...(provider !== undefined && { provider: (0,known/* knownProvider */.lG)(provider, book).provider }),
        ...(model !== undefined && { model: (0,known/* knownName */.$G)(model, book) }),
        ...(mode !== undefined && { mode }),
        ...(resolution !== undefined && { resolution: (0,known/* knownResolution */.k8)(resolution, book) }),
        ...(options.duration !== undefined && { duration: options.duration }),
    };
    const all = (0,search/* searchRows */._y)(book, criteria, options.date ?? (0,cli_terminal/* today */.Ec)(), (0,convert/* rates */.It)(options.fx));
    const ceiling = maxPrice === undefined ? undefined : (0,decimal/* decimal */._)(maxPrice);
    const { rows: some, unknown } = ceiling ? (0,search/* rowsUnderCeiling */.ts)(all, ceiling) : { rows: all, unknown: 0 };
    const sorted = (0,search/* sortedRows */.pe)(some, options.sort);
    const rows = sorted.slice(0, options.limit ?? sorted.length);
    const unlisted = (0,search/* unlistedProviders */.h5)(book, criteria);
    const meant = all.length > 0 || unlisted.length > 0 || words.length === 0 ? [] : (0,known/* nearNames */.$l)(words.join(" "), book);
    const found = { rows, asked: (0,search/* jobOfRows */.aO)(criteria), left: sorted.length - rows.length, unlisted, meant };
    const limit = ceiling && { usd: ceiling, unknown };
    const report = format === "json" ? searchJson(found, limit) : format === "markdown" ? searchMarkdown(found, limit) : searchText(found, terminal, limit);
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


/***/ })

};
;