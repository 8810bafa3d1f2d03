"use strict";
exports.id = 572;
exports.ids = [572];
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

/***/ 7572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  exportPrices: () => (/* binding */ exportPrices)
});

// EXTERNAL MODULE: ./lib/src/prices/find.js
var find = __webpack_require__(162);
// EXTERNAL MODULE: ./lib/src/catalog/litellm-file.js
var litellm_file = __webpack_require__(7884);
// EXTERNAL MODULE: ./lib/src/money/decimal.js + 1 modules
var decimal = __webpack_require__(5688);
// EXTERNAL MODULE: ./lib/src/prices/accepts.js
var accepts = __webpack_require__(8740);
// EXTERNAL MODULE: ./lib/src/prices/condition.js
var condition = __webpack_require__(640);
;// CONCATENATED MODULE: ./lib/src/catalog/per-second.js



/**
 * A price as USD for one second, where it is nothing else. A price that also depends on sound, bills by token or rounds up lengths
 * is not flattened: `why` says what a single number for each resolution would hide.
 */
function perSecond(provider, model, price) {
    const why = whyNot(price);
    if (why)
        return why;
    const resolutions = [...new Set([...price.charges, ...price.factors].flatMap(({ when }) => resolutionsIn(when)))];
    const made = (0,accepts/* listedValues */.uz)(model.accepts["resolution"]).map(String);
    const told = resolutions.length === 0 ? [null] : made.length > 0 ? made : resolutions;
    const rows = [];
    for (const resolution of told) {
        const charge = mostSpecific(price.charges.filter(({ when }) => applies(when, resolution)));
        if (!charge)
            continue;
        const usd = inDollars(charge, provider);
        if (usd === null)
            return { why: "unknown-credit" };
        const factors = price.factors.filter(({ when }) => applies(when, resolution));
        rows.push({ resolution, usd: factors.reduce((product, { factor }) => product.times(factor), usd) });
    }
    return rows.length > 0 ? rows : { why: "no-charge" };
}
function whyNot({ charges, factors, holes, total }) {
    if (charges.some(({ amount }) => amount === "unknown"))
        return { why: "unknown-amount" };
    const meter = charges.find(({ meter, of }) => meter !== "second" || of.some((subject) => subject !== "output"));
    if (meter)
        return { why: "meter", value: meter.of.includes("output") ? meter.meter : `${meter.meter} of ${meter.of.join(" and ")}` };
    if (new Set(charges.map(({ line }) => line)).size > 1 || charges.some(({ extra }) => extra))
        return { why: "several-charges" };
    if (charges.some(({ per, each, min, step, max, included }) => per !== "1" || each || min || step || max || included))
        return { why: "steps" };
    if (total)
        return { why: "total" };
    const field = [...charges, ...factors, ...holes.map((when) => ({ when }))].flatMap(({ when }) => Object.keys(when)).find((name) => name !== "resolution");
    return field === undefined ? null : { why: "condition", value: field };
}
function resolutionsIn(when) {
    const matcher = when["resolution"];
    return matcher && "in" in matcher ? matcher.in.map(String) : [];
}
const applies = (when, resolution) => (0,condition/* holds */.v9)(when, () => resolution ?? undefined) === true;
function mostSpecific(charges) {
    return charges.find((charge) => charges.every((other) => other === charge || !(0,condition/* beats */.EK)(other.when, charge.when)));
}
/** An amount in USD; credits by what the provider sells one for. Null for another currency, or credits of unknown worth. */
function inDollars({ amount }, { account }) {
    if (amount === "unknown")
        return null;
    if (amount.unit === "USD")
        return (0,decimal/* decimal */._)(amount.value);
    const credit = account?.credit;
    if (amount.unit !== "credits" || credit?.usd === undefined)
        return null;
    return (0,decimal/* decimal */._)(amount.value)
        .times(credit.usd)
        .div(credit.per ?? 1);
}

;// CONCATENATED MODULE: ./lib/src/catalog/export.js



/** Every model that can be called on a day (UTC) and has a price, in the order of the book. */
function pricesInForce(book, date) {
    return book.slugs.flatMap((slug) => (book.provider(slug)?.models ?? []).flatMap((model) => {
        const price = (0,find/* priceOn */.L2)(model, date);
        return price && (0,find/* retiredSince */.Mp)(model, date) === null ? [{ provider: slug, model, price }] : [];
    }));
}
/** The book as far as LiteLLM's list can say it: sellers that it knows, and prices that are an amount for each second and resolution. */
function forLitellm(book, date) {
    // Of two of their names for one seller, the first.
    const sellers = new Map(Object.entries(litellm_file/* LITELLM_PROVIDERS */.Z)
        .reverse()
        .map(([theirs, ours]) => [ours, theirs]));
    const rows = [];
    const notSaid = [];
    for (const { provider, model, price } of pricesInForce(book, date)) {
        const id = `${provider}/${model.id}`;
        const seller = sellers.get(provider);
        const known = book.provider(provider);
        const rates = seller === undefined || !known ? { why: "seller" } : perSecond(known, model, price);
        if ("why" in rates)
            notSaid.push({ id, ...rates });
        else
            rows.push({ key: `${seller}/${model.id}`, seller: seller, model, price, rates });
    }
    return { rows, notSaid };
}
function linesInForce(book, date) {
    return pricesInForce(book, date).flatMap((one) => [
        ...one.price.charges.map((charge) => ({ ...one, charge })),
        ...one.price.factors.map((factor) => ({ ...one, factor })),
    ]);
}

// EXTERNAL MODULE: ./node_modules/csv-stringify/lib/sync.js + 7 modules
var sync = __webpack_require__(6789);
// EXTERNAL MODULE: ./lib/src/money/round.js
var round = __webpack_require__(1173);
;// CONCATENATED MODULE: ./lib/src/report/catalog/export.js


/** The export as LiteLLM's `model_prices_and_context_window.json` writes video models. Keys are sorted by the book; 2 spaces, a newline at the end. */
function litellmJson({ rows }) {
    const entries = rows.map(({ key, seller, model, price, rates }) => [
        key,
        {
            litellm_provider: seller,
            mode: "video_generation",
            ...Object.fromEntries(rates.map(({ resolution, usd }) => [`output_cost_per_second${resolution === null ? "" : `_${resolution}`}`, (0,round/* round */.L)(usd)])),
            ...(rates.some(({ resolution }) => resolution !== null) && { supported_resolutions: rates.map(({ resolution }) => resolution) }),
            source: price.source,
            ...(model.name !== undefined && { metadata: { notes: model.name } }),
        },
    ]);
    return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}
/** One line for each price that the list cannot say, and why. */
function notSaidText({ rows, notSaid }) {
    const lines = notSaid.map((one) => `  ${one.id}: ${REASONS[one.why]}${"value" in one ? ` (${one.value})` : ""}\n`);
    return `${rows.length} models exported; ${notSaid.length} have prices that the format cannot say:\n${lines.join("")}`;
}
const REASONS = {
    seller: "LiteLLM has no such provider",
    meter: "not billed by the second of output",
    condition: "depends on more than the resolution",
    steps: "has a minimum, a step or included units",
    total: "has a minimum or rounding of the total",
    "several-charges": "has several charges",
    "unknown-amount": "an amount of it is unknown",
    "unknown-credit": "what a credit costs in USD is unknown",
    "no-charge": "no charge applies to a resolution that it makes",
};
/** Every line of every price in force: amounts as they are published, conditions in words of a price file. */
function pricesCsv(lines) {
    const rows = lines.map((line) => {
        const { provider, model, price } = line;
        const own = "charge" in line ? chargeCells(line.charge) : { kind: "factor", amount: line.factor.factor, when: conditionText(line.factor.when) };
        return {
            provider,
            model: model.id,
            modes: model.modes.join(" "),
            ...own,
            from: price.from,
            to: price.to,
            source: price.source,
            checked: price.checked,
            confidence: price.confidence,
        };
    });
    return (0,sync/* stringify */.A)(rows, { header: true, columns: [...COLUMNS] });
}
const COLUMNS = [
    "provider",
    "model",
    "modes",
    "kind",
    "line",
    "meter",
    "of",
    "amount",
    "unit",
    "per",
    "when",
    "from",
    "to",
    "source",
    "checked",
    "confidence",
];
function chargeCells({ extra, line, meter, of, amount, per, when }) {
    return {
        kind: extra ? "extra" : "charge",
        line,
        meter,
        of: of.join(" "),
        amount: amount === "unknown" ? "unknown" : amount.value,
        unit: amount === "unknown" ? "" : amount.unit,
        per,
        when: conditionText(when),
    };
}
/** `resolution = 1080p | 4k, duration > 5`. Empty: always. */
function conditionText(when) {
    return Object.entries(when)
        .map(([field, matcher]) => `${field} ${matcherText(matcher)}`)
        .join(", ");
}
function matcherText(matcher) {
    if ("in" in matcher)
        return `= ${matcher.in.join(" | ")}`;
    const { min, above, max, below } = matcher;
    const bounds = [
        [">=", min],
        [">", above],
        ["<=", max],
        ["<", below],
    ];
    return bounds.flatMap(([sign, value]) => (value === undefined ? [] : [`${sign} ${value}`])).join(" and ");
}
/** The prices in force, whole, as `video-budget/prices-export@1`. */
function pricesJson(prices, date, snapshot) {
    const listed = prices.map(({ provider, model: { prices: _, ...model }, price }) => ({ provider, ...model, price }));
    return `${JSON.stringify({ schema: "video-budget/prices-export@1", date, snapshot, prices: listed }, null, 2)}\n`;
}

// EXTERNAL MODULE: ./lib/src/cli/terminal.js
var cli_terminal = __webpack_require__(9567);
// EXTERNAL MODULE: ./lib/src/cli/prices/price-book.js
var price_book = __webpack_require__(5189);
;// CONCATENATED MODULE: ./lib/src/cli/prices/prices-export.js




/** `video-budget prices export`: the prices in force for another program. What its format cannot say is named on standard error, and not in the file. @returns 0 @throws UsageError */
async function exportPrices(options, terminal) {
    const book = await (0,price_book/* bookWithFiles */.J)(options, terminal);
    const date = options.date ?? (0,cli_terminal/* today */.Ec)();
    if (options.for === "litellm") {
        const exported = forLitellm(book, date);
        await (0,cli_terminal/* write */.M9)(litellmJson(exported), options, terminal);
        terminal.process.stderr.write(notSaidText(exported));
        return 0;
    }
    await (0,cli_terminal/* write */.M9)(options.for === "csv" ? pricesCsv(linesInForce(book, date)) : pricesJson(pricesInForce(book, date), date, book.snapshot), options, terminal);
    return 0;
}


/***/ })

};
;