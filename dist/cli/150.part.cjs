"use strict";
exports.id = 150;
exports.ids = [150];
exports.modules = {

/***/ 4150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  comparePrices: () => (/* binding */ comparePrices)
});

// EXTERNAL MODULE: ./lib/src/money/round.js
var round = __webpack_require__(1173);
// EXTERNAL MODULE: ./lib/src/notation/date.js
var notation_date = __webpack_require__(4345);
// EXTERNAL MODULE: ./lib/src/notation/mode.js
var mode = __webpack_require__(9298);
// EXTERNAL MODULE: ./lib/src/notation/resolution.js
var resolution = __webpack_require__(9071);
// EXTERNAL MODULE: ./lib/src/prices/accepts.js
var accepts = __webpack_require__(8740);
// EXTERNAL MODULE: ./lib/src/prices/find.js
var find = __webpack_require__(162);
// EXTERNAL MODULE: ./lib/src/catalog/clip-request.js
var clip_request = __webpack_require__(3698);
// EXTERNAL MODULE: ./lib/src/catalog/quote.js
var catalog_quote = __webpack_require__(7038);
;// CONCATENATED MODULE: ./lib/src/catalog/rank.js








/** Older than this counts as stale, as in a manifest that says nothing else (`price_max_age_days`). */
const MAX_AGE_DAYS = 180;
/** A model is only said to make these where the book says so; of other fields, silence is a note. */
const MUST_BE_STATED = ["resolution", "duration", "audio"];
/** Every model by the price of one clip, cheapest first, equals in the order of their names; and those that are not ranked. */
function rankModels(book, asked, market, providers = book.slugs) {
    const ask = asked.resolution === undefined ? asked : { ...asked, resolution: (0,resolution/* normaliseResolution */.J)(asked.resolution) };
    const ranked = [];
    const leftOut = [];
    for (const slug of providers) {
        const provider = book.provider(slug);
        for (const model of provider?.models ?? []) {
            const found = place(provider, model, ask, market);
            if ("reason" in found)
                leftOut.push(found);
            else
                ranked.push(found);
        }
    }
    // A credit's value is a quotient that is cut at 40 decimals: equals are told by what is shown of them.
    ranked.sort((a, b) => (0,round/* round */.L)(a.amount) - (0,round/* round */.L)(b.amount) || (a.id < b.id ? -1 : 1));
    return { ask, date: market.date, ranked, leftOut };
}
function place(provider, model, ask, market) {
    const id = `${provider.provider}/${model.id}`;
    const retired = (0,find/* retiredSince */.Mp)(model, market.date);
    if (!model.modes.includes(ask.mode))
        return { id, reason: "mode" };
    if (retired !== null)
        return { id, reason: "retired", date: retired };
    const price = (0,find/* priceOn */.L2)(model, market.date);
    if (!price)
        return { id, reason: "unpriced" };
    const { duration } = ask;
    const standIns = {
        "input.video": duration,
        "input.audio": duration,
        "input.images": Math.max(1, (0,clip_request/* inputsOf */.Vc)(ask).images),
        ...(ask.resolution !== undefined && { "input.resolution": ask.resolution }),
    };
    const quote = (0,catalog_quote/* quoteJob */.g)(provider, model, price, (0,clip_request/* fieldsOf */.Pf)(ask), market, { standIns, vary: true });
    if (quote.state === "refused")
        return { id, reason: "not-accepted", ...mainOf(quote.refused) };
    if (quote.state === "none") {
        const no = (0,catalog_quote/* notPriced */.v)(quote.no);
        // It was given, and the book knows nothing to do with it: pixels of a resolution that it does not list.
        return no.reason === "field-needed" && no.field in ask ? { id, reason: "not-stated", field: no.field, amount: null } : { id, ...no };
    }
    const unstated = unstatedOf(ask, model, quote);
    const missing = MUST_BE_STATED.find((field) => unstated.includes(field));
    if (missing !== undefined)
        return { id, reason: "not-stated", field: missing, amount: quote.job.amount };
    return { ...rankedOf(id, model, price, ask, quote, market.date), unstated };
}
/** Of several refusals the one that says most: a size that is not made, before a length, before sound. */
function mainOf(refused) {
    return MUST_BE_STATED.map((field) => refused.find((one) => one.field === field)).find((one) => one !== undefined) ?? refused[0];
}
/** Fields that were asked for and of which the book neither lists what is accepted nor names this as the default. */
function unstatedOf(ask, model, { request }) {
    return Object.entries(ask).flatMap(([field, value]) => {
        if (field === "mode" || value === undefined || (field === "duration" && (0,mode/* modeFollowsInput */.Kg)(ask.mode)))
            return [];
        const names = field === "duration" ? ["duration", "frames"] : [field];
        const stated = names.some((name) => request.fields.has(name) && ((0,accepts/* limitsOf */.Af)(name, model, (other) => request.fields.get(other)) ?? []).length > 0);
        // An exact size is not listed by name: the pixels of a class that is, say it.
        const sized = field === "resolution" && (0,resolution/* sizeOf */.$)(String(value)) !== undefined && request.size !== undefined && model.media?.pixels !== undefined;
        return stated || sized || model.defaults[field] === value ? [] : [field];
    });
}
function rankedOf(id, model, price, { duration }, { request, filled, credit, job }, date) {
    const count = Number(request.fields.get("count") ?? 1);
    const inCredits = price.charges.some(({ amount }) => amount !== "unknown" && amount.unit === "credits");
    const depends = new Set(["audio", "resolution", "count", ...[...price.charges, ...price.factors].flatMap(({ when }) => Object.keys(when))]);
    const defaults = [...request.fields].filter(([field]) => depends.has(field) && !request.given.has(field) && !DERIVED.has(field));
    return {
        id,
        name: model.name ?? null,
        amount: job.amount,
        perSecond: job.amount.div(duration).div(count),
        bound: job.bound,
        billed: job.terms.flatMap((term) => (isLine(term) && term.quantity.gt(0) ? [{ quantity: term.quantity, meter: term.meter, of: term.of }] : [])),
        defaults: Object.fromEntries(defaults),
        chosen: Object.fromEntries(filled),
        pack: (inCredits && credit?.assumed && credit.pack?.name) || null,
        source: price.source,
        checked: price.checked,
        confidence: price.confidence,
        stale: (0,notation_date/* daysBetween */.YM)(price.checked, date) > MAX_AGE_DAYS,
    };
}
/** Fields that follow from others, and are no default of anybody. */
const DERIVED = new Set(["mode", "duration", "frames", "megapixels", "input.megapixels"]);
function isLine(term) {
    return term.kind === "line";
}

// EXTERNAL MODULE: ./lib/src/files/book.js
var files_book = __webpack_require__(229);
// EXTERNAL MODULE: ./lib/src/money/convert.js
var convert = __webpack_require__(6338);
// EXTERNAL MODULE: ./node_modules/picocolors/picocolors.js
var picocolors = __webpack_require__(7336);
// EXTERNAL MODULE: ./lib/src/money/decimal.js + 1 modules
var decimal = __webpack_require__(5688);
// EXTERNAL MODULE: ./lib/src/notation/meter.js
var notation_meter = __webpack_require__(5888);
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
// EXTERNAL MODULE: ./lib/src/report/catalog/charge.js
var charge = __webpack_require__(9497);
// EXTERNAL MODULE: ./lib/src/report/catalog/clips.js
var clips = __webpack_require__(5594);
// EXTERNAL MODULE: ./lib/src/report/catalog/not-ranked.js
var not_ranked = __webpack_require__(9454);
// EXTERNAL MODULE: ./lib/src/report/catalog/source.js
var source = __webpack_require__(8480);
;// CONCATENATED MODULE: ./lib/src/report/catalog/rank.js















/** Models by the price of one clip, as a table for a terminal; `verbose` names every model that is left out, and every source. */
function rankText(ranking, { width, color, verbose }) {
    const paint = picocolors.createColors(color);
    const { ranked, leftOut } = ranking;
    const table = (0,columns/* columns */.Y)([
        { title: "#", align: "right" },
        { title: "Model" },
        { title: "A job", align: "right" },
        { title: "A second", align: "right", drop: 2 },
        { title: "Billed", drop: 1 },
        { title: "With", drop: 4 },
        { title: "Checked", drop: 3 },
    ], ranked.map((row, index) => [String(index + 1), (0,layout_escape/* inert */.tJ)(row.id), amountOf(row), perSecondOf(row), billedOf(row), metOf(row, layout_escape/* inert */.tJ), checkedOf(row)]), width, paint.dim);
    const left = groupsOf(leftOut).flatMap((group) => [
        ...(0,wrap/* wrap */.LV)(`  ${inWords(group, ranking.ask, layout_escape/* inert */.tJ)}`, width, "    "),
        ...(verbose ? group.flatMap((one) => (0,wrap/* wrap */.LV)(`    ${named(one, layout_escape/* inert */.tJ)}`, width, "      ").map(paint.dim)) : []),
    ]);
    const sources = verbose && ranked.length > 0
        ? ["", "Sources:", ...ranked.flatMap((row) => (0,wrap/* wrap */.LV)(`  ${(0,layout_escape/* inert */.tJ)(row.id)}: ${(0,layout_escape/* inert */.tJ)(row.source, 400)}`, width, "    ").map(paint.dim))]
        : [];
    return `${[
        ...(0,wrap/* wrap */.LV)(asked(ranking, layout_escape/* inert */.tJ), width).map(paint.bold),
        "",
        ...(ranked.length > 0 ? table : ["No model is known to make this."]),
        "",
        ...(leftOut.length === 0 ? [] : [`${(0,format/* count */.U9)(leftOut.length, "model")} not ranked${verbose ? "" : " (--verbose names them)"}:`, ...left]),
        ...sources,
        ...notes(ranked).flatMap((note) => (0,wrap/* wrap */.LV)(note, width).map(paint.dim)),
    ].join("\n")}\n`;
}
/** The same as Markdown; addresses that the built-in book cites are links. */
function rankMarkdown(ranking, book, verbose) {
    const { ranked, leftOut } = ranking;
    const body = ranked.map((row, index) => (0,table/* tableRow */.j)([
        String(index + 1),
        (0,layout_escape/* code */.aY)(row.id),
        amountOf(row),
        perSecondOf(row),
        billedOf(row),
        metOf(row, layout_escape/* code */.aY),
        checkedOf(row),
        (0,source/* sourceMarkdown */.P)(row.source, row.id, book),
    ]));
    const left = groupsOf(leftOut).flatMap((group) => [
        `- ${inWords(group, ranking.ask, layout_escape/* code */.aY)}`,
        ...(verbose ? group.map((one) => `  - ${named(one, layout_escape/* code */.aY)}`) : []),
    ]);
    return `${[
        `### ${asked(ranking, layout_escape/* code */.aY)}`,
        "",
        ...(ranked.length > 0
            ? [...(0,table/* tableHead */.P)(["#:", "Model", "A job in USD:", "A second:", "Billed", "With", "Checked", "Source"]), ...body]
            : ["No model is known to make this."]),
        "",
        ...(leftOut.length === 0 ? [] : [`${(0,format/* count */.U9)(leftOut.length, "model")} not ranked:`, "", ...left]),
        ...notes(ranked),
    ].join("\n")}\n`;
}
/** The same for programs: USD for one job, cheapest first; and every model that is not ranked, with the reason as a code and in words. */
function rankJson({ ask, date, ranked, leftOut }) {
    const { mode, duration, resolution = null, audio = null, aspect_ratio = null, fps = null } = ask;
    const report = {
        schema: "video-budget/prices-compare@1",
        date,
        request: { mode, duration, resolution, audio, aspect_ratio, fps, input: (0,clip_request/* inputsOf */.Vc)(ask) },
        ranked: ranked.map(({ id, name, amount, perSecond, bound, billed, defaults, chosen, ...rest }, index) => ({
            rank: index + 1,
            id,
            name,
            usd: (0,round/* round */.L)(amount),
            usd_per_second: (0,round/* round */.L)(perSecond),
            bound,
            billed: billed.map(({ quantity: number, meter, of }) => ({ quantity: (0,round/* round */.L)(number), meter, of })),
            defaults,
            assumed: chosen,
            ...rest,
        })),
        left_out: leftOut.map((one) => ({
            id: one.id,
            reason: one.reason,
            field: "field" in one ? one.field : null,
            accepts: one.reason === "not-accepted" ? one.allowed : null,
            usd: one.reason === "not-stated" && one.amount ? (0,round/* round */.L)(one.amount) : null,
            message: (0,not_ranked/* leftOutInWords */.Er)(one, true, ask, String),
        })),
    };
    return `${JSON.stringify(report, null, 2)}\n`;
}
/** image-to-video, 8 s, 1080p, on 2026-11-22; 1 image goes in. */
function asked({ ask, date }, quote) {
    const { mode, duration, resolution, audio, aspect_ratio, fps } = ask;
    const { images, video, audio: sound } = (0,clip_request/* inputsOf */.Vc)(ask);
    const input = [
        ...(images > 0 ? [(0,format/* count */.U9)(images, "image")] : []),
        ...(video > 0 ? [`a video of ${(0,format/* quantity */.au)((0,decimal/* decimal */._)(video))} s`] : []),
        ...(sound > 0 ? [`sound of ${(0,format/* quantity */.au)((0,decimal/* decimal */._)(sound))} s`] : []),
    ];
    return `${[
        mode,
        `${(0,format/* quantity */.au)((0,decimal/* decimal */._)(duration))} s`,
        ...(resolution === undefined ? [] : [quote(resolution)]),
        ...(audio === undefined ? [] : [audio ? "with sound" : "without sound"]),
        ...(aspect_ratio === undefined ? [] : [quote(aspect_ratio)]),
        ...(fps === undefined ? [] : [`${(0,format/* quantity */.au)((0,decimal/* decimal */._)(fps))} fps`]),
    ].join(", ")}, on ${date}${input.length === 0 ? "" : `; assumed to go in: ${input.join(" and ")}`}`;
}
function amountOf({ amount, bound }) {
    return `${clips/* BOUNDS */.QT[bound]}${(0,format/* jobPrice */.b3)(amount, "USD")}`;
}
function perSecondOf({ perSecond, bound }) {
    return `${clips/* BOUNDS */.QT[bound]}${(0,format/* formatPrice */.$g)(perSecond.prec(4, 1), "USD")}`;
}
/** 8 s; 1 clip + 7 s; 393,720 tokens. */
function billedOf({ billed }) {
    return billed
        .map(({ quantity: number, meter, of }) => {
        const { unit, subject } = notation_meter/* METERS */.Tk[meter];
        const of_ = of.length === 1 && of[0] === subject ? "" : ` of ${of.map((one) => charge/* SUBJECT_NAMES */.Ab[one]).join(" and ")}`;
        return `${meter === "second" ? `${(0,format/* quantity */.au)(number)} s` : `${(0,format/* quantity */.au)(number)} ${unit}${number.eq(1) ? "" : "s"}`}${of_}`;
    })
        .join(" + ");
}
/** How the request was met where it says nothing: the provider's defaults, then what was assumed. Switches that are off, and what is called standard, go without saying. */
function metOf({ defaults, chosen, pack, unstated }, quote) {
    const say = ([field, value]) => {
        if (field === "audio")
            return [value ? "sound" : "no sound"];
        if (value === false || value === "standard")
            return [];
        return field === "resolution" ? [quote(String(value))] : [`${quote(field)} ${quote(String(value))}`];
    };
    const assumed = Object.entries(chosen).flatMap(say);
    return [
        ...Object.entries(defaults).flatMap(say),
        ...(assumed.length === 0 ? [] : [`assumed ${assumed.join(", ")}`]),
        ...(pack === null ? [] : [`credits of ${quote(pack)}`]),
        ...unstated.map((field) => `${quote(field)} not stated`),
    ].join(", ");
}
/** 2026-01-07 t old: `notes` says what the marks mean. */
function checkedOf({ checked, confidence, stale }) {
    return [checked, { provider: "", "third-party": "t", inferred: "i" }[confidence], stale ? "old" : ""].filter((part) => part !== "").join(" ");
}
/** Models that are left out, by reason, the largest group first; in a group as the book has them. */
function groupsOf(leftOut) {
    const groups = new Map();
    for (const one of leftOut) {
        const key = [one.reason, "field" in one ? one.field : "", "currency" in one ? one.currency : ""].join();
        groups.set(key, [...(groups.get(key) ?? []), one]);
    }
    return [...groups.values()].sort((a, b) => b.length - a.length);
}
function inWords(group, ask, quote) {
    return `${group.length} ${(0,not_ranked/* leftOutInWords */.Er)(group[0], group.length === 1, ask, quote)}`;
}
function named(one, quote) {
    const detail = (0,not_ranked/* leftOutDetail */.r9)(one, quote);
    return `${quote(one.id)}${detail === null ? "" : ` (${detail})`}`;
}
/** What the table's words and marks mean, of those that it has. */
function notes(ranked) {
    if (ranked.length === 0)
        return [];
    const has = (some, note) => (ranked.some(some) ? [note] : []);
    return [
        "",
        [
            "List prices in USD; a second is one of the clip, whatever is billed. What was not asked for is the provider's default.",
            ...has(({ chosen }) => Object.keys(chosen).length > 0, "Assumed: the provider has no default, or its default does not make this clip."),
            ...has(({ bound }) => bound === "upper", "≤: at most."),
            ...has(({ bound }) => bound === "lower", "≥: at least; a part of what is billed is not known."),
            ...has(({ confidence }) => confidence === "third-party", "t: read at a third party."),
            ...has(({ confidence }) => confidence === "inferred", "i: inferred from other prices."),
            ...has(({ stale }) => stale, `old: checked more than ${MAX_AGE_DAYS} days before.`),
        ].join(" "),
    ];
}

// EXTERNAL MODULE: ./lib/src/cli/terminal.js
var cli_terminal = __webpack_require__(9567);
// EXTERNAL MODULE: ./lib/src/cli/prices/known.js
var known = __webpack_require__(8985);
// EXTERNAL MODULE: ./lib/src/cli/prices/price-book.js
var price_book = __webpack_require__(5189);
;// CONCATENATED MODULE: ./lib/src/cli/prices/prices-compare.js







/** `video-budget prices compare`: every model by the price of one clip. @returns 0, also where no model makes it. @throws UsageError */
async function comparePrices(options, terminal) {
    const book = await (0,price_book/* bookWithFiles */.J)(options, terminal);
    const { mode, duration, resolution, audio, aspectRatio, fps, format, verbose } = options;
    const ask = {
        mode,
        duration,
        ...(resolution !== undefined && { resolution: (0,known/* knownResolution */.k8)(resolution, book) }),
        ...(audio !== undefined && { audio }),
        ...(aspectRatio !== undefined && { aspect_ratio: aspectRatio }),
        ...(fps !== undefined && { fps }),
    };
    const providers = options.provider.length === 0 ? book.slugs : [...new Set(options.provider)].map((slug) => (0,known/* knownProvider */.lG)(slug, book).provider);
    const ranking = rankModels(book, ask, { date: options.date ?? (0,cli_terminal/* today */.Ec)(), rates: (0,convert/* rates */.It)(options.fx) }, providers);
    const report = format === "json"
        ? rankJson(ranking)
        : format === "markdown"
            ? rankMarkdown(ranking, (0,files_book/* loadBook */.Q)(terminal.folder), verbose)
            : rankText(ranking, { ...terminal, verbose });
    await (0,cli_terminal/* write */.M9)(report, options, terminal);
    return 0;
}


/***/ })

};
;