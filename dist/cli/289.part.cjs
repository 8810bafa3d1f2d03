"use strict";
exports.id = 289;
exports.ids = [289];
exports.modules = {

/***/ 7884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ LITELLM_PROVIDERS),
/* harmony export */   o: () => (/* binding */ videoEntries)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1514);

/** `litellm_provider`, up to its first hyphen, and what the same seller is called here. */
const LITELLM_PROVIDERS = {
    aiml: "aimlapi",
    azure: "azure",
    azure_ai: "azure",
    bedrock: "bedrock",
    bedrock_converse: "bedrock",
    dashscope: "alibaba",
    fal_ai: "fal",
    gemini: "google",
    minimax: "minimax",
    novita: "novita",
    openai: "openai",
    replicate: "replicate",
    runwayml: "runway",
    stability: "stability",
    together_ai: "together",
    vertex_ai: "vertex",
    volcengine: "volcengine",
    wavespeed: "wavespeed",
    xai: "xai",
    zai: "zai",
};
const entry = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    mode: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("video_generation"),
    litellm_provider: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    supported_resolutions: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).optional().catch(undefined),
    source: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional().catch(undefined),
});
const RATE = /^output_cost_per(?:_video_per)?_second(?:_(\w+))?$/;
/** @param json the parsed file @returns its video models in the order of the file; null if it is not a map of models, or has none for video */
function videoEntries(json) {
    const file = zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()).safeParse(json);
    if (!file.success)
        return null;
    const found = Object.entries(file.data).flatMap(([key, value]) => {
        const { success, data } = entry.safeParse(value);
        return success ? [entryOf(key, data)] : [];
    });
    return found.length > 0 ? found : null;
}
function entryOf(key, { litellm_provider, supported_resolutions, source, mode: _, ...rest }) {
    const [first = "", ...more] = key.split("/");
    const seller = (litellm_provider ?? first).split("-")[0] ?? "";
    return {
        key,
        provider: Object.hasOwn(LITELLM_PROVIDERS, seller) ? (LITELLM_PROVIDERS[seller] ?? null) : null,
        names: more.length > 0 && Object.hasOwn(LITELLM_PROVIDERS, first) ? [more.join("/"), key] : [key],
        rates: Object.entries(rest).flatMap(([field, value]) => rateOf(field, value)),
        resolutions: supported_resolutions ?? [],
        source: source ?? null,
    };
}
/** A price of 0 is how that list says that it does not know. */
function rateOf(field, value) {
    const [matched, resolution = null] = RATE.exec(field) ?? [];
    const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
    if (matched === undefined || typeof number !== "number" || !Number.isFinite(number) || number <= 0)
        return [];
    return [{ resolution, usd: String(number) }];
}


/***/ }),

/***/ 6289:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkPrices: () => (/* binding */ checkPrices)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/money/decimal.js + 1 modules
var decimal = __webpack_require__(5688);
// EXTERNAL MODULE: ./lib/src/money/round.js
var round = __webpack_require__(1173);
// EXTERNAL MODULE: ./lib/src/notation/resolution.js
var resolution = __webpack_require__(9071);
// EXTERNAL MODULE: ./lib/src/prices/accepts.js
var accepts = __webpack_require__(8740);
// EXTERNAL MODULE: ./lib/src/prices/find.js
var find = __webpack_require__(162);
// EXTERNAL MODULE: ./lib/src/catalog/quote.js
var quote = __webpack_require__(7038);
;// CONCATENATED MODULE: ./lib/src/catalog/litellm.js






/** Holds the video models of LiteLLM's list against the book, on a day (UTC). @param providers slugs to compare; all of the book where their seller is one of none */
function compareAgainst(book, entries, providers, market) {
    const everything = providers.length === book.slugs.length;
    const mine = entries.filter(({ provider }) => (provider === null || !book.slugs.includes(provider) ? everything : providers.includes(provider)));
    const matched = new Set();
    const compared = [];
    const notCompared = [];
    const theirsOnly = [];
    for (const entry of mine) {
        const provider = entry.provider === null ? undefined : book.provider(entry.provider);
        const model = provider && entry.names.map((name) => (0,find/* findModel */.P6)(provider, name)).find((one) => one !== undefined);
        if (!provider || !model) {
            theirsOnly.push({ key: entry.key, provider: entry.provider, theirs: entry.rates });
            continue;
        }
        matched.add(model);
        for (const one of compareModel(provider, model, entry, market)) {
            if ("reason" in one)
                notCompared.push(one);
            else
                compared.push(one);
        }
    }
    const priced = providers.flatMap((slug) => (book.provider(slug)?.models ?? []).filter((model) => (0,find/* priceOn */.L2)(model, market.date) && (0,find/* retiredSince */.Mp)(model, market.date) === null));
    return {
        same: compared.filter(isSame),
        differs: compared.filter((one) => !isSame(one)),
        theirsOnly,
        notCompared,
        oursOnly: priced.filter((model) => !matched.has(model)).length,
    };
}
/** Equal as money is rounded: a credit's value is a quotient. */
function isSame({ theirs, ours }) {
    return (0,round/* round */.L)(theirs) === (0,round/* round */.L)(ours);
}
function compareModel(provider, model, entry, market) {
    const about = { key: entry.key, id: `${provider.provider}/${model.id}`, resolution: null };
    const price = (0,find/* priceOn */.L2)(model, market.date);
    const retired = (0,find/* retiredSince */.Mp)(model, market.date);
    if (retired !== null)
        return [{ ...about, reason: "retired", date: retired }];
    if (!price)
        return [{ ...about, reason: "unpriced" }];
    if (entry.rates.length === 0)
        return [{ ...about, reason: "no-rate-of-theirs" }];
    const inAll = entry.rates.flatMap((rate) => resolutionsOf(model, entry, rate).map((resolution) => ({ resolution, theirs: (0,decimal/* decimal */._)(rate.usd) })));
    const found = SOUNDS.filter((audio) => audio === undefined || model.accepts["audio"] !== undefined).map((audio) => inAll.map(({ resolution, theirs }) => compareAt({ provider, model, price }, { ...about, resolution, theirs }, audio, market)));
    const agreeing = found.map((some) => some.filter((one) => !("reason" in one) && isSame(one)).length);
    return found[agreeing.indexOf(Math.max(...agreeing))] ?? [];
}
/** A length that most models make, after the model's default: the first that has a price is compared. */
const LENGTHS = [5, 8, 10, 4, 6];
/** Their list says nothing of sound: the default is compared, or all with sound or all without, where more of them agree. */
const SOUNDS = [undefined, true, false];
/** @param about their rate `theirs`, in USD a second, and where they list it */
function compareAt(offer, { theirs, ...about }, audio, market) {
    const { model, price } = offer;
    const lengths = [model.defaults["duration"], ...LENGTHS].filter((value) => typeof value === "number");
    const clips = lengths.map((duration) => {
        const asked = { duration, ...(about.resolution !== null && { resolution: about.resolution }), ...(audio !== undefined && { audio }) };
        return { duration, quote: (0,quote/* quoteJob */.g)(offer, new Map(Object.entries(asked)), market) };
    });
    const clip = clips.find(({ quote }) => quote.state === "priced") ?? clips[0];
    if (clip?.quote.state === "priced") {
        const { request, job } = clip.quote;
        const shown = ["mode", "duration", "resolution", "audio"].flatMap((field) => {
            const value = request.fields.get(field);
            return value === undefined ? [] : [[field, value]];
        });
        const { source, checked } = price;
        return { ...about, theirs, ours: job.amount.div(clip.duration), request: Object.fromEntries(shown), source, checked };
    }
    if (clip?.quote.state === "none")
        return { ...about, ...(0,quote/* notPriced */.v)(clip.quote.no) };
    const refusal = clip?.quote.refused[0];
    return { ...about, reason: "not-accepted", field: refusal?.field ?? "duration", value: refusal?.value ?? "" };
}
/**
 * Where a price of theirs is compared, in our model's words; null is the model's default. One that
 * names no resolution is what they bill for every other: for those that they list, or that ours makes.
 */
function resolutionsOf(model, { rates, resolutions }, { resolution }) {
    if (resolution !== null)
        return [ourName(model, resolution)];
    const limits = (0,accepts/* limitsOf */.Af)("resolution", model, () => undefined) ?? [];
    const makes = (one) => limits.length > 0 && limits.every((limit) => (0,accepts/* isAccepted */.oB)(limit, one));
    const listed = [...new Set(resolutions.map((one) => ourName(model, one)))].filter(makes);
    const all = limits.flatMap(accepts/* listedValues */.uz).filter((one) => typeof one === "string" && makes(one));
    const own = rates.flatMap((rate) => (rate.resolution === null ? [] : [ourName(model, rate.resolution)]));
    const named = listed.length > 0 ? listed : all;
    return named.length > 0 ? named.filter((one) => !own.includes(one)) : [null];
}
/** What our model calls a resolution of theirs: the same word, or the class of an exact size. */
function ourName(model, theirs) {
    const name = (0,resolution/* normaliseResolution */.J)(theirs);
    const size = (0,resolution/* sizeOf */.$)(name);
    const limits = (0,accepts/* limitsOf */.Af)("resolution", model, () => undefined) ?? [];
    const known = [name, ...(size ? [`${Math.min(...size)}p`] : [])];
    return known.find((one) => limits.length > 0 && limits.every((limit) => (0,accepts/* isAccepted */.oB)(limit, one))) ?? name;
}

// EXTERNAL MODULE: ./lib/src/catalog/litellm-file.js
var litellm_file = __webpack_require__(7884);
// EXTERNAL MODULE: ./lib/src/notation/date.js
var notation_date = __webpack_require__(4345);
;// CONCATENATED MODULE: ./lib/src/catalog/upkeep.js


/** Looks through a book. @param providers slugs to look at @param maxAge days since a price was checked @param ahead days to look forward */
function upkeepOf(book, providers, date, { maxAge, ahead }) {
    const all = (0,find/* providersOf */.Ou)(book, providers).flatMap((provider) => provider.models.map((model) => ({ provider, model, id: `${provider.provider}/${model.id}` })));
    const gone = all.filter(({ model }) => (0,find/* retiredSince */.Mp)(model, date) !== null);
    const alive = all.filter((one) => !gone.includes(one));
    const stale = alive.flatMap(({ provider, model, id }) => staleOf({ provider: provider.provider, id }, (0,find/* priceOn */.L2)(model, date), date, maxAge));
    const coming = alive.flatMap(({ model, id }) => comingOf(id, model, date, ahead));
    const retired = gone.map(({ provider, model, id }) => {
        const { retires = date, successor = null } = model.status;
        return { id, date: retires, successor, named_by: alive.filter((other) => names(book, other, provider, model)).map((other) => other.id) };
    });
    return {
        date,
        maxAge,
        ahead,
        models: all.length,
        prices: all.filter(({ model }) => (0,find/* priceOn */.L2)(model, date) !== undefined).length,
        stale: stale.sort((a, b) => b.days - a.days || (a.id < b.id ? -1 : 1)),
        coming: coming.sort((a, b) => a.days - b.days || (a.id < b.id ? -1 : 1)),
        retired: retired.sort((a, b) => b.named_by.length - a.named_by.length || (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1)),
    };
}
/** How many things somebody should do: what is old, what is coming, and advice that leads to a retired model. */
function findingsOf({ stale, coming, retired }) {
    return stale.length + coming.length + retired.filter(({ named_by }) => named_by.length > 0).length;
}
function staleOf({ provider, id }, price, date, maxAge) {
    if (!price)
        return [];
    const { checked, confidence, source } = price;
    const days = (0,notation_date/* daysBetween */.YM)(checked, date);
    return days > maxAge ? [{ provider, id, checked, days, confidence, source }] : [];
}
function comingOf(id, model, date, ahead) {
    const { retires, may_retire, successor = null } = model.status;
    const price = (0,find/* priceOn */.L2)(model, date);
    const entry = (kind, day) => {
        const days = (0,notation_date/* daysBetween */.YM)(date, day);
        return days <= ahead ? [{ id, kind, date: day, days, successor }] : [];
    };
    const promotions = [...(price?.charges ?? []), ...(price?.factors ?? [])].flatMap(({ to }) => (to !== undefined && to > date ? [to] : []));
    const ended = model.prices.flatMap(({ to }) => (to !== undefined && to <= date ? [to] : [])).sort();
    const last = ended.at(-1);
    return [
        ...(retires === undefined ? [] : entry("retires", retires)),
        ...(may_retire === undefined || retires !== undefined ? [] : entry("may-retire", may_retire)),
        ...(price?.to === undefined ? [] : entry((0,find/* priceOn */.L2)(model, price.to) ? "price-changes" : "price-ends", price.to)),
        ...(price === undefined && last !== undefined ? entry("price-ends", last) : []),
        ...[...new Set(promotions)].flatMap((day) => entry("promotion-ends", day)),
    ];
}
/** Whether a model's successor or alternatives lead to one: by a name at the same provider, or as provider/model. */
function names(book, { provider, model }, of, target) {
    const { successor, alternatives = [] } = model.status;
    return [...(successor === undefined ? [] : [successor]), ...alternatives].some((name) => {
        if (provider.provider === of.provider && (0,find/* findModel */.P6)(provider, name) === target)
            return true;
        const [slug = "", ...rest] = name.split("/");
        const other = slug === of.provider ? book.provider(slug) : undefined;
        return other !== undefined && (0,find/* findModel */.P6)(other, rest.join("/")) === target;
    });
}

// EXTERNAL MODULE: ./lib/src/money/convert.js
var convert = __webpack_require__(6338);
// EXTERNAL MODULE: ./lib/src/notation/encoding.js
var encoding = __webpack_require__(4872);
// EXTERNAL MODULE: ./node_modules/picocolors/picocolors.js
var picocolors = __webpack_require__(7336);
// EXTERNAL MODULE: ./lib/src/report/layout/columns.js
var columns = __webpack_require__(2331);
// EXTERNAL MODULE: ./lib/src/report/layout/escape.js
var layout_escape = __webpack_require__(8105);
// EXTERNAL MODULE: ./lib/src/report/layout/format.js
var format = __webpack_require__(6125);
// EXTERNAL MODULE: ./lib/src/report/layout/table.js
var layout_table = __webpack_require__(2052);
// EXTERNAL MODULE: ./lib/src/report/layout/wrap.js
var wrap = __webpack_require__(342);
// EXTERNAL MODULE: ./lib/src/report/catalog/not-ranked.js
var not_ranked = __webpack_require__(9454);
;// CONCATENATED MODULE: ./lib/src/report/catalog/litellm.js








/** Another list compared with the book, for a terminal: what differs always, what is the same where everything is asked for. */
function againstText(against, file, { width, color, verbose }) {
    const paint = picocolors.createColors(color);
    const titled = (title, lines) => (lines.length === 0 ? [] : ["", ...(0,wrap/* wrap */.LV)(title, width).map(paint.bold), ...lines]);
    const list = (lines) => lines.flatMap((line) => (0,wrap/* wrap */.LV)(`  ${line}`, width, "    "));
    const table = (rows) => rows.length === 0
        ? []
        : (0,columns/* columns */.Y)([
            { title: "Model" },
            { title: "A clip", drop: 2 },
            { title: "Theirs", align: "right" },
            { title: "Ours", align: "right" },
            { title: "Checked", drop: 1 },
            { title: "Their key", drop: 0 },
        ], rows.map((row) => [(0,layout_escape/* inert */.tJ)(row.id), clipOf(row, layout_escape/* inert */.tJ), second(row.theirs), second(row.ours), row.checked, (0,layout_escape/* inert */.tJ)(row.key)]), width, paint.dim);
    return [
        "",
        ...(0,wrap/* wrap */.LV)(summary(against, (0,layout_escape/* inert */.tJ)(file)), width).map(paint.bold),
        ...titled("Different, in USD for a second", table(against.differs)),
        ...(verbose ? titled("The same, in USD for a second", table(against.same)) : []),
        ...titled("Only in their list", list(against.theirsOnly.map((one) => theirsInWords(one, layout_escape/* inert */.tJ)))),
        ...titled("Not compared", list(against.notCompared.map((one) => notComparedInWords(one, layout_escape/* inert */.tJ)))),
    ];
}
/** The same as Markdown. */
function againstMarkdown(against, file, verbose) {
    const titled = (title, lines) => (lines.length === 0 ? [] : ["", `#### ${title}`, "", ...lines]);
    const table = (rows) => rows.length === 0
        ? []
        : [
            ...(0,layout_table/* tableHead */.P)(["Model", "A clip", "Theirs:", "Ours:", "Checked", "Their key"]),
            ...rows.map((row) => (0,layout_table/* tableRow */.j)([(0,layout_escape/* code */.aY)(row.id), clipOf(row, layout_escape/* code */.aY), second(row.theirs), second(row.ours), row.checked, (0,layout_escape/* code */.aY)(row.key)])),
        ];
    return [
        "",
        `### ${summary(against, (0,layout_escape/* code */.aY)(file))}`,
        ...titled("Different, in USD for a second", table(against.differs)),
        ...(verbose ? titled("The same, in USD for a second", table(against.same)) : []),
        ...titled("Only in their list", against.theirsOnly.map((one) => `- ${theirsInWords(one, layout_escape/* code */.aY)}`)),
        ...titled("Not compared", against.notCompared.map((one) => `- ${notComparedInWords(one, layout_escape/* code */.aY)}`)),
    ];
}
function summary({ same, differs, theirsOnly, notCompared, oursOnly }, file) {
    return `Against ${file}: ${(0,format/* count */.U9)(same.length, "price")} the same, ${differs.length} different, ${(0,format/* count */.U9)(theirsOnly.length, "model")} only there, ${notCompared.length} not compared, ${(0,format/* count */.U9)(oursOnly, "model")} only here`;
}
function second(amount) {
    return (0,format/* formatPrice */.$g)(amount, "USD");
}
/** 8 s, 1080p, silent: what ours is the price of. */
function clipOf({ request: { mode, duration, resolution, audio } }, quote) {
    return [
        ...(duration === undefined ? [] : [`${duration} s`]),
        ...(resolution === undefined ? [] : [quote(String(resolution))]),
        ...(audio === undefined ? [] : [audio ? "sound" : "silent"]),
        ...(mode === undefined || mode === "text-to-video" ? [] : [String(mode)]),
    ].join(", ");
}
function theirsInWords({ key, provider, theirs }, quote) {
    const rates = theirs.map(({ resolution, usd }) => `${(0,format/* formatPrice */.$g)((0,decimal/* decimal */._)(usd), "USD")} a second${resolution === null ? "" : ` at ${quote(resolution)}`}`);
    const where = provider === null ? "; its provider is not in this book" : "";
    return `${quote(key)}: ${rates.join(", ") || "no price for a second"}${where}`;
}
function notComparedInWords(one, quote) {
    const at = one.resolution === null ? "" : ` at ${quote(one.resolution)}`;
    return `${quote(one.key)}${at}: ${whyInWords(one, quote)}`;
}
function whyInWords(one, quote) {
    switch (one.reason) {
        case "no-rate-of-theirs":
            return "their list has no price for a second";
        case "unpriced":
            return "this book has the model without a price";
        case "retired":
            return `${quote(one.id ?? "")} is retired since ${one.date}`;
        case "not-accepted":
            return `${quote(one.id ?? "")} does not accept ${quote(one.field)} ${quote(String(one.value))}`;
        default:
            return (0,not_ranked/* notPricedInWords */.zO)(one, quote);
    }
}

// EXTERNAL MODULE: ./lib/src/report/words/trust.js
var trust = __webpack_require__(5545);
;// CONCATENATED MODULE: ./lib/src/report/catalog/upkeep.js







/** Longer than any address of the price book; a cap against hostile files only. */
const LONG = 400;
/** What of a price book needs attention, for a terminal: old prices by provider (`verbose`: each), what is coming, what is gone. */
function upkeepText(upkeep, { width, color, verbose }) {
    const paint = picocolors.createColors(color);
    const list = (lines) => lines.flatMap((line) => (0,wrap/* wrap */.LV)(`  ${line}`, width, "    "));
    const titled = (title, lines) => ["", ...(0,wrap/* wrap */.LV)(title, width).map(lines.length > 0 ? paint.bold : paint.dim), ...lines];
    const groups = byProvider(upkeep.stale);
    const old = verbose
        ? (0,columns/* columns */.Y)([{ title: "Model" }, { title: "Checked" }, { title: "Days", align: "right", drop: 2 }, { title: "Page", drop: 1 }], upkeep.stale.map(({ id, checked, days, source }) => [(0,layout_escape/* inert */.tJ)(id), (0,trust/* checkedDay */.m)(checked), String(days), (0,layout_escape/* inert */.tJ)(source, LONG)]), width, paint.dim)
        : (0,columns/* columns */.Y)([
            { title: "Provider" },
            { title: "Prices", align: "right" },
            { title: "Oldest" },
            { title: "Days", align: "right", drop: 2 },
            { title: "Pages at", drop: 1 },
        ], groups.map(([slug, stale]) => [
            (0,layout_escape/* inert */.tJ)(slug),
            String(stale.length),
            (0,trust/* checkedDay */.m)(stale[0]?.checked ?? ""),
            String(stale[0]?.days ?? ""),
            sitesOf(stale, layout_escape/* inert */.tJ),
        ]), width, paint.dim);
    return [
        ...(0,wrap/* wrap */.LV)(headline(upkeep), width).map(paint.bold),
        ...titled(staleTitle(upkeep), groups.length === 0 ? [] : old),
        ...titled(comingTitle(upkeep), list(upkeep.coming.map((one) => comingInWords(one, layout_escape/* inert */.tJ)))),
        ...titled(retiredTitle(upkeep), list(shownRetired(upkeep, verbose).map((one) => retiredInWords(one, layout_escape/* inert */.tJ)))),
    ];
}
/** The same as Markdown. */
function upkeepMarkdown(upkeep, verbose) {
    const titled = (title, lines) => ["", `### ${title}`, ...(lines.length === 0 ? [] : ["", ...lines])];
    const old = verbose
        ? [
            ...(0,layout_table/* tableHead */.P)(["Model", "Checked", "Days:", "Page"]),
            ...upkeep.stale.map(({ id, checked, days, source }) => (0,layout_table/* tableRow */.j)([(0,layout_escape/* code */.aY)(id), (0,trust/* checkedDay */.m)(checked), String(days), (0,layout_escape/* code */.aY)(source, LONG)])),
        ]
        : [
            ...(0,layout_table/* tableHead */.P)(["Provider", "Prices:", "Oldest", "Days:", "Pages at"]),
            ...byProvider(upkeep.stale).map(([slug, stale]) => (0,layout_table/* tableRow */.j)([(0,layout_escape/* code */.aY)(slug), String(stale.length), (0,trust/* checkedDay */.m)(stale[0]?.checked ?? ""), String(stale[0]?.days ?? ""), sitesOf(stale, layout_escape/* code */.aY)])),
        ];
    return [
        `## ${headline(upkeep)}`,
        ...titled(staleTitle(upkeep), upkeep.stale.length === 0 ? [] : old),
        ...titled(comingTitle(upkeep), upkeep.coming.map((one) => `- ${comingInWords(one, layout_escape/* code */.aY)}`)),
        ...titled(retiredTitle(upkeep), shownRetired(upkeep, verbose).map((one) => `- ${retiredInWords(one, layout_escape/* code */.aY)}`)),
    ];
}
function headline({ date, models, prices }) {
    return `The price book on ${date}: ${(0,format/* count */.U9)(models, "model")}, ${(0,format/* count */.U9)(prices, "price")} in force`;
}
function staleTitle({ stale, maxAge }) {
    const age = (0,format/* count */.U9)(maxAge, "day");
    if (stale.length === 0)
        return `Every price was checked within ${age}.`;
    return `Last checked more than ${age} ago: ${(0,format/* count */.U9)(stale.length, "price")} of ${(0,format/* count */.U9)(byProvider(stale).length, "provider")}, oldest first`;
}
function comingTitle({ coming, ahead }) {
    return coming.length === 0 ? `Nothing retires and no price ends within ${(0,format/* count */.U9)(ahead, "day")}.` : `Within ${(0,format/* count */.U9)(ahead, "day")}`;
}
function retiredTitle({ retired }) {
    if (retired.length === 0)
        return "No model is retired.";
    const advised = retired.filter(({ named_by }) => named_by.length > 0).length;
    return `${(0,format/* count */.U9)(retired.length, "retired model")} still found by name${advised > 0 ? `; ${advised === 1 ? "one is" : `${advised} are`} what others say to use instead` : ""}`;
}
/** Providers with their old prices, the one with the oldest first. */
function byProvider(stale) {
    const groups = new Map();
    for (const one of stale)
        groups.set(one.provider, [...(groups.get(one.provider) ?? []), one]);
    return [...groups];
}
/** Where to look, by site: the addresses themselves are many and long. */
function sitesOf(stale, quote) {
    const sites = new Set(stale.map(({ source }) => /^https?:\/\/([^/?#]+)/.exec(source)?.[1] ?? source));
    const [first = "", second, ...more] = sites;
    return [quote(first, LONG), ...(second === undefined ? [] : [quote(second, LONG)]), ...(more.length === 0 ? [] : [`${more.length} more`])].join(", ");
}
function comingInWords({ id, kind, date, days, successor }, quote) {
    const when = days > 0 ? `on ${date}, in ${(0,format/* count */.U9)(days, "day")}` : `on ${date}`;
    const next = successor === null ? "" : `; its successor is ${quote(successor)}`;
    switch (kind) {
        case "retires":
            return `${quote(id)} retires ${when}${next}`;
        case "may-retire":
            return days > 0
                ? `${quote(id)} may retire from ${date} on, in ${(0,format/* count */.U9)(days, "day")}${next}`
                : `${quote(id)} may be gone since ${date}: look whether it is still there${next}`;
        case "price-ends":
            return `${quote(id)}: its price ${days > 0 ? "ends" : "ended"} ${when}, and none follows${next}`;
        case "price-changes":
            return `${quote(id)}: another price begins ${when}`;
        case "promotion-ends":
            return `${quote(id)}: a promotion ends ${when}`;
    }
}
/** Those that somebody is led to always; the others where everything is asked for. */
function shownRetired({ retired }, verbose) {
    return verbose ? retired : retired.filter(({ named_by }) => named_by.length > 0);
}
function retiredInWords({ id, date, successor, named_by }, quote) {
    const next = successor === null ? "" : `; its successor is ${quote(successor)}`;
    return `${quote(id)} is retired since ${date}${next}${named_by.length === 0 ? "" : `; named by ${named_by.map((name) => quote(name)).join(", ")}`}`;
}

;// CONCATENATED MODULE: ./lib/src/report/catalog/prices-check.js




/** For a terminal. */
function checkText({ upkeep, against }, look) {
    return `${[...upkeepText(upkeep, look), ...(against ? againstText(against.result, against.file, look) : [])].join("\n")}\n`;
}
/** The same as Markdown. */
function checkMarkdown({ upkeep, against }, verbose) {
    return `${[...upkeepMarkdown(upkeep, verbose), ...(against ? againstMarkdown(against.result, against.file, verbose) : [])].join("\n")}\n`;
}
/** The same for programs, always in full; prices in USD for one second. */
function checkJson({ upkeep, against, findings }) {
    const { date, maxAge, ahead, models, prices, stale, coming, retired } = upkeep;
    return `${JSON.stringify({
        schema: "video-budget/prices-check@1",
        findings,
        date,
        max_age_days: maxAge,
        ahead_days: ahead,
        models,
        prices,
        stale,
        coming,
        retired,
        against: against && {
            file: against.file,
            same: against.result.same.map(comparedJson),
            differs: against.result.differs.map(comparedJson),
            theirs_only: against.result.theirsOnly.map(({ key, provider, theirs }) => ({
                key,
                provider,
                theirs: theirs.map(({ resolution, usd }) => ({ resolution, usd: (0,round/* round */.L)((0,decimal/* decimal */._)(usd)) })),
            })),
            not_compared: against.result.notCompared,
            ours_only: against.result.oursOnly,
        },
    }, null, 2)}\n`;
}
function comparedJson({ theirs, ours, ...row }) {
    return { ...row, theirs: (0,round/* round */.L)(theirs), ours: (0,round/* round */.L)(ours) };
}

// EXTERNAL MODULE: ./lib/src/cli/terminal.js
var cli_terminal = __webpack_require__(9567);
// EXTERNAL MODULE: ./lib/src/cli/prices/known.js
var known = __webpack_require__(8985);
// EXTERNAL MODULE: ./lib/src/cli/prices/price-book.js
var price_book = __webpack_require__(5189);
;// CONCATENATED MODULE: ./lib/src/cli/prices/prices-check.js











/**
 * `video-budget prices check`: what of the price book is old, ends, or differs from another list.
 * @returns 0, and 1 for findings under `--strict` @throws UsageError, and the error of node:fs
 */
async function checkPrices(slugs, options, terminal) {
    const book = await (0,price_book/* bookWithFiles */.J)(options, terminal);
    const providers = slugs.length === 0 ? book.slugs : [...new Set(slugs)].map((slug) => (0,known/* knownProvider */.lG)(slug, book).provider);
    const date = options.date ?? (0,cli_terminal/* today */.Ec)();
    const upkeep = upkeepOf(book, providers, date, options);
    const result = options.against === undefined ? null : compareAgainst(book, await listOf(options.against, terminal), providers, { date, rates: (0,convert/* rates */.It)(options.fx) });
    const against = result && { file: options.against ?? "", result };
    const findings = findingsOf(upkeep) + (result?.differs.length ?? 0);
    const checked = { upkeep, against, findings };
    const { format, verbose } = options;
    const report = format === "json" ? checkJson(checked) : format === "markdown" ? checkMarkdown(checked, verbose) : checkText(checked, { ...terminal, verbose });
    await (0,cli_terminal/* write */.M9)(report, options, terminal);
    return options.strict && findings > 0 ? 1 : 0;
}
/** The video models of another list. @throws UsageError if the file is none */
async function listOf(file, { cwd }) {
    const wrong = (why) => new cli_terminal/* UsageError */.eb(`--against ${file}: ${why}. It must be LiteLLM's model_prices_and_context_window.json, or one of its form.`);
    const bytes = await (0,promises_.readFile)((0,external_node_path_.resolve)(cwd, file)).catch((error) => {
        if (error.code === "ENOENT" || error.code === "EISDIR")
            throw wrong("there is no such file");
        throw error;
    });
    let json;
    try {
        json = JSON.parse((0,encoding/* decoded */.D)(bytes) ?? "");
    }
    catch {
        throw wrong("it is not JSON");
    }
    const entries = (0,litellm_file/* videoEntries */.o)(json);
    if (!entries)
        throw wrong('it has no model with the mode "video_generation"');
    return entries;
}


/***/ }),

/***/ 9454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Er: () => (/* binding */ leftOutInWords),
/* harmony export */   r9: () => (/* binding */ leftOutDetail),
/* harmony export */   zO: () => (/* binding */ notPricedInWords)
/* harmony export */ });
/* harmony import */ var _money_decimal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5688);
/* harmony import */ var _layout_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6125);


/** Why a job has no price, as a part of a sentence. */
function notPricedInWords(why, quote) {
    switch (why.reason) {
        case "field-needed":
            return `the price depends on ${quote(why.field)}, which nothing sets`;
        case "no-rate":
            return `the price is in ${quote(why.currency)}, and no rate is given: --fx ${quote(why.currency)}=…`;
        case "not-sold":
            return "it is not sold";
        case "unknown-amount":
            return "the price list names no amount";
        case "unknown-credit":
            return "nothing says what a credit costs";
        case "not-accepted":
            return "it is not accepted";
        case "not-stated":
            return "the book does not say";
        case "unpriced":
            return "no price is public";
        case "retired":
            return "it is retired";
        case "mode":
            return "it is for other modes";
    }
}
/** Models that are left out for one reason, as the rest of a sentence that starts with their number. */
function leftOutInWords(why, one, ask, quote) {
    const verb = (single, several) => (one ? single : several);
    const have = verb("has", "have");
    switch (why.reason) {
        case "mode":
            return `${verb("is", "are")} not for ${ask.mode}`;
        case "not-accepted":
            return `${verb("does", "do")} not ${refused(why.field, ask, quote) ?? `accept ${quote(why.field)} ${quote(String(why.value))}`}`;
        case "not-stated":
            return `${verb("is", "are")} not known to ${refused(why.field, ask, quote) ?? `accept ${quote(why.field)}`}`;
        case "field-needed":
            return `${have} a price that depends on ${quote(why.field)}, which nothing sets`;
        case "no-rate":
            return `${have} a price in ${quote(why.currency)}, and no rate is given: --fx ${quote(why.currency)}=…`;
        case "not-sold":
            return `${verb("does", "do")} not sell this combination`;
        case "unknown-amount":
            return `${have} a price list that names no amount for this`;
        case "unknown-credit":
            return `${have} a price in credits, and nothing says what one costs`;
        case "unpriced":
            return `${have} no price`;
        case "retired":
            return `${verb("is", "are")} retired`;
    }
}
/** What somebody does not do who does not accept a field as asked: make 1080p, make 8 s. */
function refused(field, ask, quote) {
    if (field === "resolution" && ask.resolution !== undefined)
        return `make ${quote(ask.resolution)}`;
    if (field === "duration")
        return `make ${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_1__/* .quantity */ .au)((0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(ask.duration))} s`;
    if (field === "audio" && ask.audio !== undefined)
        return ask.audio ? "make sound" : "leave sound out";
    return null;
}
/** What is worth knowing of one model that is left out: what it accepts instead, or what it would cost; null if the reason says it all. */
function leftOutDetail(why, quote) {
    if (why.reason === "retired")
        return `since ${why.date}`;
    if (why.reason === "not-stated")
        return why.amount && `${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_1__/* .jobPrice */ .b3)(why.amount, "USD")} if it does`;
    if (why.reason !== "not-accepted" || why.field === "audio")
        return null;
    return typeof why.allowed === "string" ? why.allowed : why.allowed.map((value) => quote(String(value))).join(", ");
}


/***/ })

};
;