"use strict";
exports.id = 250;
exports.ids = [250];
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

/***/ 1250:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  updatePrices: () => (/* binding */ updatePrices)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/catalog/litellm-file.js
var litellm_file = __webpack_require__(7884);
;// CONCATENATED MODULE: ./lib/src/catalog/feeds/feed.js
/** A decimal above 0 as text; null for everything else: feeds write 0 for what they do not know. */
function amountText(value) {
    if (typeof value !== "string" && typeof value !== "number")
        return null;
    const text = String(value).trim();
    return /^\d{1,9}(\.\d{1,12})?$/.test(text) && Number(text) > 0 ? text : null;
}
/** Parsed JSON, or undefined. */
function jsonOf(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/src/catalog/feeds/litellm-feed.js


/** LiteLLM's `model_prices_and_context_window.json`: see `catalog/litellm-file.ts`, which reads it for `prices check --against` too. */
const litellm = {
    name: "litellm",
    trust: "third-party",
    url: "https://raw.githubusercontent.com/BerriAI/litellm/main/model_prices_and_context_window.json",
    read(text) {
        const json = jsonOf(text);
        const entries = (0,litellm_file/* videoEntries */.o)(json);
        if (!entries)
            return null;
        const rows = entries.map(({ key, provider, names, rates }) => {
            const row = { key, provider, names };
            if (rates.length === 0)
                return { ...row, wrong: "it states no price" };
            return { ...row, rates: rates.map(({ resolution, usd }) => ({ per: "second", usd, when: resolution === null ? {} : { resolution } })) };
        });
        return { rows, retirements: [], dropped: Object.keys(json).length - rows.length };
    },
};

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(1514);
;// CONCATENATED MODULE: ./lib/src/catalog/feeds/openrouter.js


/**
 * `GET /api/v1/videos/models` of OpenRouter: models with `pricing_skus`, USD by the name of what is sold. A name is
 * `duration_seconds`, then `_with_audio` or `_without_audio`, then a resolution: `duration_seconds_with_audio_720p`. One that
 * names less is what all others cost.
 */
const listing = schemas/* looseObject */._H3({
    data: schemas/* array */.YOg(schemas/* looseObject */._H3({
        id: schemas/* string */.YjP(),
        pricing_skus: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()])).nullish(),
        supported_resolutions: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
        generate_audio: schemas/* boolean */.zMY().nullish(),
    })),
});
const SKU = /^duration_seconds(_with_audio|_without_audio)?(?:_(\d{3,4}p|\dk))?$/;
const openrouter = {
    name: "openrouter",
    trust: "seller",
    url: "https://openrouter.ai/api/v1/videos/models",
    read(text) {
        const { success, data } = listing.safeParse(jsonOf(text));
        if (!success || !data.data.some((model) => "pricing_skus" in model))
            return null;
        return { rows: data.data.map(rowOf), retirements: [], dropped: 0 };
    },
};
function rowOf(model) {
    const row = { key: model.id, provider: "openrouter", names: [model.id] };
    const skus = Object.entries(model.pricing_skus ?? {});
    if (skus.length === 0)
        return { ...row, wrong: "it states no price" };
    const unknown = skus.filter(([sku, usd]) => !SKU.test(sku) || amountText(usd) === null).map(([sku]) => sku);
    return unknown.length > 0 ? { ...row, wrong: `it prices by ${unknown.join(", ")}` } : { ...row, rates: ratesOf(model, skus) };
}
/** A rate for every resolution and sound that is sold: the one whose name says most of it. */
function ratesOf({ supported_resolutions, generate_audio }, skus) {
    const all = skus.map(([sku, usd]) => {
        const [, sound, resolution] = SKU.exec(sku) ?? [];
        return { audio: sound === undefined ? undefined : sound === "_with_audio", resolution, usd: String(usd) };
    });
    const resolutions = supported_resolutions?.length ? supported_resolutions.map((one) => one.toLowerCase()) : [undefined];
    const sounds = all.some(({ audio }) => audio !== undefined) && generate_audio !== false ? [true, false] : [undefined];
    return resolutions.flatMap((resolution) => sounds.flatMap((audio) => {
        const fits = all.filter((one) => (one.resolution ?? resolution) === resolution && (one.audio ?? audio) === audio);
        const said = (one) => Number(one.resolution !== undefined) + Number(one.audio !== undefined);
        const [best] = fits.sort((a, b) => said(b) - said(a));
        const when = { ...(resolution !== undefined && { resolution }), ...(audio !== undefined && { audio }) };
        return best ? [{ per: "second", usd: best.usd, when }] : [];
    }));
}

;// CONCATENATED MODULE: ./lib/src/catalog/feeds/portkey.js


/**
 * `pricing/PROVIDER.json` of Portkey's list: by model, what is paid as you go, in cents. Of video, `additional_units` have
 * `video_seconds` (every size) or `video_duration_seconds_720_1280` (one size, width and height in pixels).
 */
const portkey_listing = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* looseObject */._H3({
    pricing_config: schemas/* looseObject */._H3({
        pay_as_you_go: schemas/* looseObject */._H3({ additional_units: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* looseObject */._H3({ price: schemas/* union */.KCZ([schemas/* number */.aig(), schemas/* string */.YjP()]) })).optional() })
            .optional(),
    })
        .optional(),
}));
/** Their names of sellers, which are names of files, and ours. */
const PROVIDERS = {
    "azure-openai": "azure",
    bedrock: "bedrock",
    "fal-ai": "fal",
    google: "google",
    openai: "openai",
    "together-ai": "together",
    "vertex-ai": "vertex",
    "x-ai": "xai",
};
const UNIT = /^video_(?:duration_)?seconds(?:_(\d{3,4})_(\d{3,4}))?$/;
/** A name such as google.veo-3.1-generate-001 has the maker before the id. */
const MAKER = /^[a-z-]+\.(?=[a-z])/;
const portkey = {
    name: "portkey",
    trust: "third-party",
    url: "https://github.com/Portkey-AI/models",
    read(text, origin) {
        const { success, data } = portkey_listing.safeParse(jsonOf(text));
        const [, slug = ""] = /([\w-]+)\.json(?:[?#].*)?$/.exec(origin) ?? [];
        if (!success || !Object.values(data).some(({ pricing_config }) => pricing_config))
            return null;
        const rows = Object.entries(data).flatMap(([key, { pricing_config }]) => {
            const units = Object.entries(pricing_config?.pay_as_you_go?.additional_units ?? {}).filter(([unit]) => unit.startsWith("video_"));
            if (units.length === 0)
                return [];
            const row = { key: `${slug}/${key}`, provider: Object.hasOwn(PROVIDERS, slug) ? (PROVIDERS[slug] ?? null) : null, names: [key, key.replace(MAKER, "")] };
            const rates = units.map(([unit, { price }]) => rateOf(unit, price));
            const known = rates.filter((rate) => rate !== null);
            return [known.length < rates.length ? { ...row, wrong: "it prices by a unit that is not known, or by 0" } : { ...row, rates: known }];
        });
        return { rows, retirements: [], dropped: Object.keys(data).length - rows.length };
    },
};
function rateOf(unit, cents) {
    const match = UNIT.exec(unit);
    const amount = amountText(cents);
    if (!match || amount === null)
        return null;
    const [, width, height] = match;
    // Cents, with the point two places further left: 40 is 0.40, and 7.5 is 0.075.
    const [whole = "", fraction = ""] = amount.split(".");
    const digits = whole.padStart(3, "0");
    const usd = `${digits.slice(0, -2)}.${digits.slice(-2)}${fraction}`;
    return { per: "second", usd, when: width && height ? { resolution: `${width}x${height}` } : {} };
}

// EXTERNAL MODULE: ./lib/src/notation/date.js
var date = __webpack_require__(4345);
;// CONCATENATED MODULE: ./lib/src/catalog/feeds/markdown-tables.js
/** Every table of a text, quotes and code marks taken off. */
function markdownTables(text) {
    const lines = text.split(/\r?\n/).map((line) => line.replace(/^(\s*>)+/, "").trim());
    const found = [];
    for (let at = 1; at < lines.length; at++) {
        if (!/^\|(\s*:?-+:?\s*\|)+$/.test(lines[at] ?? "") || !lines[at - 1]?.startsWith("|"))
            continue;
        const end = lines.findIndex((line, index) => index > at && !line.startsWith("|"));
        const before = lines.slice(0, at - 1).findLast((line) => line !== "") ?? "";
        const body = lines.slice(at + 1, end === -1 ? lines.length : end);
        found.push({ before, head: cellsOf(lines[at - 1] ?? ""), rows: body.map(cellsOf) });
    }
    return found;
}
function cellsOf(line) {
    return line
        .replace(/^\||\|$/g, "")
        .split("|")
        .map((cell) => cell.replace(/[`*]/g, "").trim());
}

;// CONCATENATED MODULE: ./lib/src/catalog/feeds/retirements.js


/** Pages on which makers list what they shut down, and our slug of each. Where none of them is named, the file is: google, or google-retirements, with the ending of Markdown. */
const PAGES = [
    [/ai\.google\.dev\//, "google"],
    [/(platform|developers)\.openai\.com\//, "openai"],
    [/cloud\.google\.com\//, "vertex"],
    [/(^|\/)(google|openai|vertex|xai|runway|luma|minimax|fal|novita)(-retirements)?\.(md|txt)$/, "$2"],
];
const MODEL = /^(model|model id|model name|model \/ system|system|endpoint)$/i;
const END = /shut ?down|retire|retirement|discontinu|sunset|end of life|deprecat/i;
const NEXT = /replacement|successor|migrate|alternative/i;
/**
 * A maker's table of retirements as Markdown: a column for the model, one for the day, and perhaps one for what to use instead. A head
 * that says "earliest", or a cell that does, is a day that may come later.
 */
const retirements = {
    name: "retirements",
    trust: "seller",
    url: "https://ai.google.dev/gemini-api/docs/deprecations.md",
    read(text, origin) {
        const provider = providerOf(origin);
        const found = markdownTables(text).flatMap(({ head, rows }) => {
            const [model, end, next] = [MODEL, END, NEXT].map((name) => head.findIndex((one) => name.test(one)));
            if (model === -1 || end === -1 || provider === null)
                return [];
            return rows.flatMap((row) => {
                const cell = row[end] ?? "";
                const date = dayOf(cell);
                const successor = (next === -1 ? "" : (row[next] ?? "")).split(/[\s,]/)[0] ?? "";
                const may = /earliest|not before|no sooner/i.test(`${head[end]} ${cell}`);
                return date === null ? [] : [{ key: row[model] ?? "", provider, date, may, successor: /^[\w./-]{3,}$/.test(successor) ? successor : null }];
            });
        });
        return found.length === 0 ? null : { rows: [], retirements: found, dropped: 0 };
    },
};
function providerOf(origin) {
    for (const [pattern, slug] of PAGES) {
        const match = pattern.exec(origin);
        if (match)
            return slug === "$2" ? (match[2] ?? null) : slug;
    }
    return null;
}
const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
/** 2026-10-22, or October 22, 2026. Anything else is no day. */
function dayOf(text) {
    const [iso] = /\d{4}-\d{2}-\d{2}/.exec(text) ?? [];
    if (iso !== undefined)
        return (0,date/* isDate */.$P)(iso) ? iso : null;
    const [, month = "", day = "", year = ""] = /([A-Za-z]+)\.? (\d{1,2}),? (\d{4})/.exec(text) ?? [];
    const number = MONTHS.findIndex((name) => month.length >= 3 && name.startsWith(month.toLowerCase())) + 1;
    const written = `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
    return number > 0 && (0,date/* isDate */.$P)(written) ? written : null;
}

;// CONCATENATED MODULE: ./lib/src/catalog/feeds/venice.js


/**
 * A model's page of Venice's documentation (below docs.venice.ai/models, as Markdown): under "Clip prices for `ID` with audio:" a table of whole
 * clips, a row for each length and a column for each resolution. A page without such a table says nothing of its prices.
 */
const TITLE = /^Clip prices for `?([\w.-]+)`?( with audio| without audio)?:?$/i;
const venice = {
    name: "venice",
    trust: "seller",
    url: "https://docs.venice.ai/models/",
    read(text) {
        const rows = markdownTables(text).flatMap(({ before, head, rows: lines }) => {
            const [, id, sound] = TITLE.exec(before) ?? [];
            if (id === undefined)
                return [];
            const row = { key: id, provider: "venice", names: [id] };
            const audio = sound === undefined ? {} : { audio: sound === " with audio" };
            const rates = [];
            for (const [length = "", ...cells] of lines) {
                const [, seconds] = /^(\d{1,3}) ?s$/.exec(length) ?? [];
                for (const [index, cell] of cells.entries()) {
                    if (cell === "" || cell === "-" || cell === "—")
                        continue;
                    const usd = amountText(cell.replace(/^\\?\$/, ""));
                    const resolution = head[index + 1]?.toLowerCase() ?? "";
                    if (seconds === undefined || usd === null || !/^(\d{3,4}p|\dk)$/.test(resolution))
                        return [{ ...row, wrong: `its table has ${JSON.stringify(cell)} at ${length} and ${resolution}` }];
                    rates.push({ per: "clip", usd, when: { duration: Number(seconds), resolution, ...audio } });
                }
            }
            return [rates.length === 0 ? { ...row, wrong: "its table is empty" } : { ...row, rates }];
        });
        return rows.length === 0 ? null : { rows, retirements: [], dropped: 0 };
    },
};

;// CONCATENATED MODULE: ./lib/src/catalog/feeds/vercel.js


/**
 * `GET /v1/models` of Vercel's AI Gateway: a list of models with `type: video`, whose `pricing` has rates for one second by resolution,
 * sound and mode, or for a million tokens.
 */
const vercel_listing = schemas/* looseObject */._H3({ data: schemas/* array */.YOg(schemas/* looseObject */._H3({ id: schemas/* string */.YjP(), type: schemas/* string */.YjP(), pricing: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).nullish() })) });
const secondRate = schemas/* strictObject */.rej({
    cost_per_second: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()]),
    resolution: schemas/* string */.YjP().optional(),
    audio: schemas/* boolean */.zMY().optional(),
    mode: schemas/* string */.YjP().optional(),
});
const tokenRates = schemas/* strictObject */.rej({
    no_video_input: schemas/* strictObject */.rej({ cost_per_million_tokens: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()]) }).optional(),
    with_video_input: schemas/* strictObject */.rej({ cost_per_million_tokens: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()]) }).optional(),
});
const vercel = {
    name: "vercel",
    trust: "seller",
    url: "https://ai-gateway.vercel.sh/v1/models",
    read(text) {
        const { success, data } = vercel_listing.safeParse(jsonOf(text));
        if (!success || !data.data.some(({ pricing }) => pricing && ("video_duration_pricing" in pricing || "video_token_pricing" in pricing)))
            return null;
        const videos = data.data.filter(({ type }) => type === "video");
        return { rows: videos.map(vercel_rowOf), retirements: [], dropped: data.data.length - videos.length };
    },
};
function vercel_rowOf({ id, pricing }) {
    const row = { key: id, provider: "vercel", names: [id] };
    const { video_duration_pricing: seconds, video_token_pricing: tokens, ...others } = pricing ?? {};
    const unknown = Object.keys(others).filter((key) => amountText(others[key]) !== null || typeof others[key] === "object");
    if (unknown.length > 0)
        return { ...row, wrong: `it also prices by ${unknown.join(", ")}` };
    const bySecond = schemas/* array */.YOg(secondRate).optional().safeParse(seconds);
    const byToken = tokenRates.optional().safeParse(tokens);
    if (!bySecond.success || !byToken.success)
        return { ...row, wrong: "its rates have keys that are not known" };
    const rates = [...(bySecond.data ?? []).map(perSecond), ...perToken(byToken.data)];
    if (rates.length === 0)
        return { ...row, wrong: "it states no price" };
    const known = rates.filter((rate) => rate !== null);
    return known.length < rates.length ? { ...row, wrong: "one of its rates is no amount above 0" } : { ...row, rates: known };
}
/** `mode` of theirs (std, pro) is `quality` in a price file. */
function perSecond({ cost_per_second, resolution, audio, mode }) {
    const usd = amountText(cost_per_second);
    const when = {
        ...(resolution !== undefined && { resolution: resolution.toLowerCase() }),
        ...(audio !== undefined && { audio }),
        ...(mode !== undefined && { quality: mode }),
    };
    return usd === null ? null : { per: "second", usd, when };
}
function perToken(rates) {
    return ["no_video_input", "with_video_input"].flatMap((key) => {
        const rate = rates?.[key];
        if (!rate)
            return [];
        const usd = amountText(rate.cost_per_million_tokens);
        return [usd === null ? null : { per: "token", usd, when: { "input.video": key === "with_video_input" } }];
    });
}

;// CONCATENATED MODULE: ./lib/src/catalog/feeds/adapters.js






/** Every feed that can be read, in the order in which a text is offered to them. */
const ADAPTERS = [vercel, openrouter, litellm, portkey, venice, retirements];
/** Reads a text with the adapter of that name, or with the first whose form it has. @returns null if none can */
function readFeed(text, origin, name) {
    for (const adapter of ADAPTERS) {
        const content = name === null || name === adapter.name ? adapter.read(text, origin) : null;
        if (content)
            return { adapter, content };
    }
    return null;
}

// EXTERNAL MODULE: ./lib/src/prices/find.js
var find = __webpack_require__(162);
// EXTERNAL MODULE: ./lib/src/engine/price.js + 1 modules
var engine_price = __webpack_require__(4666);
// EXTERNAL MODULE: ./lib/src/money/decimal.js + 1 modules
var decimal = __webpack_require__(5688);
// EXTERNAL MODULE: ./lib/src/money/round.js
var round = __webpack_require__(1173);
// EXTERNAL MODULE: ./lib/src/notation/resolution.js
var resolution = __webpack_require__(9071);
// EXTERNAL MODULE: ./lib/src/prices/accepts.js
var accepts = __webpack_require__(8740);
// EXTERNAL MODULE: ./lib/src/prices/confirm.js
var prices_confirm = __webpack_require__(105);
// EXTERNAL MODULE: ./lib/src/catalog/quote.js
var catalog_quote = __webpack_require__(7038);
;// CONCATENATED MODULE: ./lib/src/catalog/feeds/compare-price.js








/** @param source the day of the feed, and its address where it is what was read instead of our page */
function comparePrice({ provider, model, price }, rates, market, source) {
    const reached = new Set();
    const amounts = new Map();
    let stuck = null;
    const held = rates.map((rate) => {
        const found = ourRate({ provider, model, price }, rate, market);
        if (!found)
            return { ...rate, ours: null, state: "lacking" };
        for (const place of found.places)
            reached.add(place);
        if (isSame(found.ours, rate.usd))
            return { ...rate, ours: found.ours, state: "same" };
        const [place, ...others] = found.places;
        const charge = place === undefined ? undefined : price.charges[place];
        if (place === undefined || others.length > 0 || !charge || price.total)
            stuck ??= "the price is made of more than one amount, or is rounded";
        else {
            const value = amountOf(charge, rate, found.ours);
            if (amounts.has(place) && amounts.get(place) !== value)
                stuck ??= "one amount of ours is two of theirs";
            amounts.set(place, value);
        }
        return { ...rate, ours: found.ours, state: "moved" };
    });
    const complete = reached.size === price.charges.length + price.factors.length;
    const why = stuck ?? (complete ? null : "the feed does not state every amount of the price");
    if (why !== null || held.every(({ state }) => state === "lacking"))
        return { rates: held, complete, after: null, why: why ?? "it states none of our amounts" };
    const { model: after } = (0,prices_confirm/* confirmModel */.k)(model, price, { date: source.date, amounts, ...(source.source !== undefined && { source: source.source }) });
    const proved = provedBy(provider, after, held, market);
    return { rates: held, complete, after: proved ? after : null, why: proved ? null : "the new amounts do not give back what the feed says" };
}
/** Whether the model as written says what the feed says. */
function provedBy(provider, after, rates, market) {
    const price = (0,find/* priceOn */.L2)(after, market.date);
    return (price !== undefined &&
        rates.every((rate) => {
            const found = rate.state === "lacking" ? null : ourRate({ provider, model: after, price }, rate, market);
            return rate.state === "lacking" || (found !== null && isSame(found.ours, rate.usd));
        }));
}
/** Equal as money is rounded. */
function isSame(ours, theirs) {
    return (0,round/* round */.L)(ours) === (0,round/* round */.L)((0,decimal/* decimal */._)(theirs));
}
/** A length that most models make, after the model's default. */
const LENGTHS = [5, 8, 10, 4, 6];
const MILLION = 1e6;
/** What our price has for a rate of theirs, and the places of the amounts that make it; null if the model does not make it. */
function ourRate({ provider, model, price }, rate, market) {
    const { "input.video": video, ...asked } = rate.when;
    const fields = new Map(Object.entries(asked).map(([field, value]) => [field, field === "resolution" ? ourName(model, String(value)) : value]));
    if (video === true)
        fields.set("input.video", 5);
    const lengths = fields.has("duration") ? [Number(fields.get("duration"))] : [model.defaults["duration"], ...LENGTHS].filter((one) => typeof one === "number");
    for (const duration of lengths) {
        const quote = (0,catalog_quote/* quoteJob */.g)({ provider, model, price }, new Map([...fields, ["duration", duration]]), market);
        if (quote.state !== "priced")
            continue;
        const rules = (0,engine_price/* rulesOf */.f)(price, quote.request, market.date);
        if ("no" in rules)
            return null;
        const places = [
            ...rules.charges.map((charge) => price.charges.indexOf(charge)),
            ...rules.factors.map((factor) => price.charges.length + price.factors.indexOf(factor)),
        ];
        if (rate.per !== "token")
            return { ours: rate.per === "clip" ? quote.job.amount : quote.job.amount.div(duration), places };
        const [charge, ...others] = rules.charges;
        if (!charge || others.length > 0 || rules.factors.length > 0 || charge.meter !== "token" || charge.amount === "unknown" || charge.amount.unit !== "USD")
            return null;
        return { ours: (0,decimal/* decimal */._)(charge.amount.value).times(MILLION).div(charge.per), places };
    }
    return null;
}
/** The amount of a charge at which it is what the feed says. */
function amountOf({ amount, meter, per }, { per: unit, usd }, ours) {
    if (amount === "unknown")
        return usd;
    const isDirect = amount.unit === "USD" && meter === unit;
    const value = isDirect
        ? (0,decimal/* decimal */._)(usd)
            .times(per)
            .div(unit === "token" ? MILLION : 1)
        : (0,decimal/* decimal */._)(amount.value).times(usd).div(ours);
    return value.round(12, 1).toFixed();
}
/** What our model calls a resolution of theirs: the same word, or the class of an exact size. */
function ourName(model, theirs) {
    const name = (0,resolution/* normaliseResolution */.J)(theirs);
    const size = (0,resolution/* sizeOf */.$)(name);
    const limits = (0,accepts/* limitsOf */.Af)("resolution", model, () => undefined) ?? [];
    const known = [name, ...(size ? [`${Math.min(...size)}p`] : [])];
    return known.find((one) => limits.length > 0 && limits.every((limit) => (0,accepts/* isAccepted */.oB)(limit, one))) ?? name;
}

;// CONCATENATED MODULE: ./lib/src/catalog/feeds/ids.js
/**
 * Keys of feeds whose model has another id here, by feed: PROVIDER/MODEL, or null for one that is known and that this book leaves out. A key
 * that is not listed must be the exact id or an alias; nothing is matched by likeness.
 */
const FEED_IDS = {
    litellm: {
        // An upscaling tier of a model that was shut down on 2026-09-24; it never had an id of its own at the seller's.
        "openai/sora-2-pro-high-res": null,
    },
    portkey: {},
    vercel: {},
    openrouter: {},
    venice: {},
};

;// CONCATENATED MODULE: ./lib/src/catalog/feeds/known-errors.js
const VEO_FAST = "Google's page has 0.10 (720p), 0.12 (1080p) and 0.30 (4k) since 2026-04-07";
const VEO = "Google's page has 0.60 with sound at 4k, and 0.20 without sound below";
const KNOWN_ERRORS = [
    { feed: "litellm", key: "gemini/veo-3.1-fast-generate-preview", when: "", usd: "0.15", why: VEO_FAST },
    { feed: "litellm", key: "gemini/veo-3.1-generate-preview", when: "", usd: "0.4", why: VEO },
    { feed: "litellm", key: "vertex_ai/veo-3.1-generate-001", when: "", usd: "0.4", why: VEO },
    { feed: "litellm", key: "vertex_ai/veo-3.1-fast-generate-001", when: "", usd: "0.15", why: VEO_FAST },
    { feed: "portkey", key: "vertex-ai/veo-3.1-generate-001", when: "", usd: "0.20", why: VEO },
    { feed: "portkey", key: "vertex-ai/veo-3.1-fast-generate-001", when: "", usd: "0.15", why: VEO_FAST },
    { feed: "portkey", key: "together-ai/minimax/video-01-director", when: "", usd: "0.14", why: "a published total of 5 s is 0.28" },
];

;// CONCATENATED MODULE: ./lib/src/catalog/feeds/update.js




/**
 * Holds a feed against the book on a day (UTC). Only a seller's own word is written: what somebody quotes is compared, and named.
 * @param origin the file or address that the feed came from
 */
function updateOf(book, adapter, { rows, retirements, dropped }, { origin, ...market }) {
    const source = adapter.trust === "seller" ? sourceOf(adapter, origin) : undefined;
    const lines = rows.map((row) => lineOf(book, row, adapter, { ...market, source }));
    return {
        feed: adapter.name,
        origin,
        trust: adapter.trust,
        lines: [...lines, ...(rows.length === 0 ? [] : gone(book, adapter, lines, market.date))],
        retirements: retirements.map((one) => retirementOf(book, one)),
        dropped,
    };
}
/** The address of what was read; of a file, that of the feed. */
function sourceOf({ url, name }, origin) {
    if (/^https:\/\//.test(origin))
        return origin;
    // A page for each model: the one that was read is not known.
    return name === "venice" ? undefined : url;
}
function lineOf(book, row, adapter, { source, ...market }) {
    const mapped = FEED_IDS[adapter.name]?.[row.key];
    const nothing = { key: row.key, rates: [], after: null };
    if (mapped === null)
        return { ...nothing, id: null, state: "known-error", why: "it is left out on purpose" };
    const found = mapped === undefined ? byName(book, row) : byId(book, mapped);
    const theirs = (row.rates ?? []).map((rate) => ({ ...rate, ours: null, state: "lacking" }));
    if (!found)
        return { ...nothing, id: null, state: row.wrong === undefined ? "new" : "not-understood", rates: theirs, why: row.wrong ?? "the book has no such id" };
    const { provider, model } = found;
    const id = `${provider.provider}/${model.id}`;
    if (row.wrong !== undefined)
        return { ...nothing, id, state: "not-understood", why: row.wrong };
    if ((0,find/* retiredSince */.Mp)(model, market.date) !== null)
        return { ...nothing, id, state: "retired", why: `the book has it as retired since ${model.status.retires}` };
    const price = (0,find/* priceOn */.L2)(model, market.date);
    if (!price)
        return { ...nothing, id, state: "new", rates: theirs, why: "the book has no price of it" };
    const held = comparePrice({ provider, model, price }, row.rates, market, { date: market.date, source });
    return { key: row.key, id, ...judged(adapter, row.key, held) };
}
function judged(adapter, key, { rates, after, why }) {
    const known = KNOWN_ERRORS.filter((error) => error.feed === adapter.name && error.key === key);
    const isKnown = (rate) => known.some(({ usd, when }) => Number(usd) === Number(rate.usd) && when === whenText(rate));
    const moved = rates.filter(({ state }) => state === "moved");
    const [pinned] = known;
    if (moved.length > 0 && moved.every(isKnown))
        return { state: "known-error", rates, after: null, why: pinned?.why ?? null };
    const state = moved.length > 0 ? "moved" : rates.some(({ state: one }) => one === "same") ? "same" : "new";
    const quoted = adapter.trust === "third-party";
    const reason = quoted ? "somebody quotes it: compare with the seller's page" : why;
    return { state, rates, after: quoted ? null : after, why: after && !quoted ? null : reason };
}
/** resolution 720p, audio true; nothing if a rate is for all. */
function whenText({ when }) {
    return Object.entries(when)
        .map(([field, value]) => `${field} ${value}`)
        .join(", ");
}
function byName(book, { provider: slug, names }) {
    const provider = slug === null ? undefined : book.provider(slug);
    const model = provider && names.map((name) => (0,find/* findModel */.P6)(provider, name)).find((one) => one !== undefined);
    return provider && model ? { provider, model } : null;
}
function byId(book, id) {
    const [slug = "", ...rest] = id.split("/");
    return byName(book, { key: id, provider: slug, names: [rest.join("/")], rates: [] });
}
/** Feeds that list all that their seller has. */
const WHOLE = new Set(["vercel", "openrouter"]);
function gone(book, { name }, lines, date) {
    if (!WHOLE.has(name))
        return [];
    const seen = new Set(lines.map(({ id }) => id));
    const models = book.provider(name)?.models ?? [];
    return models
        .filter((model) => (0,find/* priceOn */.L2)(model, date) && (0,find/* retiredSince */.Mp)(model, date) === null && !seen.has(`${name}/${model.id}`))
        .map(({ id }) => ({ key: id, id: `${name}/${id}`, state: "gone", rates: [], after: null, why: "the seller lists it no more" }));
}
function retirementOf(book, theirs) {
    const found = byName(book, { ...theirs, names: [theirs.key], rates: [] });
    const ours = found ? ((theirs.may ? found.model.status.may_retire : found.model.status.retires) ?? null) : null;
    const state = !found ? "new" : ours === theirs.date ? "same" : "moved";
    return { key: theirs.key, id: found ? `${found.provider.provider}/${found.model.id}` : null, state, theirs, ours };
}

// EXTERNAL MODULE: ./lib/src/money/convert.js
var convert = __webpack_require__(6338);
// EXTERNAL MODULE: ./lib/src/prices/amend.js + 1 modules
var amend = __webpack_require__(8551);
// EXTERNAL MODULE: ./lib/src/prices/read.js + 4 modules
var read = __webpack_require__(7698);
// EXTERNAL MODULE: ./lib/src/report/catalog/confirm.js
var catalog_confirm = __webpack_require__(3185);
// EXTERNAL MODULE: ./node_modules/picocolors/picocolors.js
var picocolors = __webpack_require__(7336);
// EXTERNAL MODULE: ./lib/src/report/layout/escape.js
var layout_escape = __webpack_require__(8105);
// EXTERNAL MODULE: ./lib/src/report/layout/format.js
var format = __webpack_require__(6125);
// EXTERNAL MODULE: ./lib/src/report/layout/table.js
var table = __webpack_require__(2052);
// EXTERNAL MODULE: ./lib/src/report/layout/wrap.js
var wrap = __webpack_require__(342);
;// CONCATENATED MODULE: ./lib/src/report/catalog/update.js








const STATES = {
    moved: "Moved",
    new: "New: not in the book",
    gone: "Gone from the feed",
    "not-understood": "Not understood",
    retired: "In the feed, and retired in the book",
    "known-error": "Known to be wrong, and left out",
    same: "The same",
};
/** In the order of what somebody should do. */
const ORDER = Object.keys(STATES);
/** Every feed, for a terminal: what is the same is counted, and listed where everything is asked for. */
function updateText(all, { width, color, verbose }) {
    const paint = picocolors.createColors(color);
    const lines = all.flatMap((one) => [
        ...(0,wrap/* wrap */.LV)(headline(one, layout_escape/* inert */.tJ), width).map(paint.bold),
        ...ORDER.flatMap((state) => {
            const some = one.lines.filter((line) => line.state === state);
            if (some.length === 0)
                return [];
            const shown = state === "same" && !verbose ? [] : some.flatMap((line) => (0,wrap/* wrap */.LV)(`    ${lineInWords(line, one, layout_escape/* inert */.tJ)}`, width, "      "));
            return [...(0,wrap/* wrap */.LV)(`  ${STATES[state]}: ${some.length}`, width), ...shown];
        }),
        ...one.retirements.filter(({ state }) => verbose || state !== "same").flatMap((line) => (0,wrap/* wrap */.LV)(`  ${retirementInWords(line, layout_escape/* inert */.tJ)}`, width, "    ")),
        "",
    ]);
    return `${lines.join("\n").trimEnd()}\n`;
}
/** The same as Markdown: a table of what moved, then the rest as lists. */
function updateMarkdown(all, verbose) {
    const lines = all.flatMap((one) => {
        const moved = one.lines.filter(({ state }) => state === "moved");
        const others = ORDER.filter((state) => state !== "moved" && (verbose || state !== "same")).flatMap((state) => {
            const some = one.lines.filter((line) => line.state === state);
            return some.length === 0 ? [] : ["", `**${STATES[state]}** (${some.length})`, "", ...some.map((line) => `- ${lineInWords(line, one, layout_escape/* code */.aY)}`)];
        });
        const rows = moved.flatMap((line) => line.rates
            .filter(({ state }) => state === "moved")
            .map((rate) => (0,table/* tableRow */.j)([
            (0,layout_escape/* code */.aY)(line.id ?? line.key),
            whenText(rate) === "" ? "" : (0,layout_escape/* code */.aY)(whenText(rate)),
            ours(rate),
            theirs(rate),
            (0,layout_escape/* code */.aY)(outcome(line, one) ?? "not written"),
        ])));
        const ends = one.retirements.filter(({ state }) => verbose || state !== "same").map((line) => `- ${retirementInWords(line, layout_escape/* code */.aY)}`);
        return [
            `## ${headline(one, layout_escape/* code */.aY)}`,
            ...(rows.length === 0 ? [] : ["", ...(0,table/* tableHead */.P)(["Model", "When", "Book:", "Feed:", "What was done"]), ...rows]),
            ...others,
            ...(ends.length === 0 ? [] : ["", "**Days on which models end**", "", ...ends]),
            "",
        ];
    });
    return `${lines.join("\n").trimEnd()}\n`;
}
/** The same for programs. Amounts are USD for one second or clip, or for a million tokens. */
function updateJson(all, date) {
    const feeds = all.map((one) => ({
        feed: one.feed,
        origin: one.origin,
        trust: one.trust,
        dropped: one.dropped,
        prices: one.lines.map(({ key, id, state, rates, why, after }) => ({
            key,
            id,
            state,
            rates: rates.map((rate) => ({
                per: rate.per,
                when: rate.when,
                state: rate.state,
                theirs: (0,round/* round */.L)((0,decimal/* decimal */._)(rate.usd)),
                ours: rate.ours && (0,round/* round */.L)(rate.ours),
            })),
            why,
            writable: after !== null,
            written: id === null ? null : (one.written.get(id) ?? null),
        })),
        retirements: one.retirements.map(({ key, id, state, theirs: end, ours: known }) => ({
            key,
            id,
            state,
            date: end.date,
            may: end.may,
            successor: end.successor,
            ours: known,
        })),
    }));
    return `${JSON.stringify({ schema: "video-budget/prices-update@1", date, feeds }, null, 2)}\n`;
}
function headline({ feed, origin, lines, retirements, dropped, trust }, quote) {
    const counted = ORDER.map((state) => [state, lines.filter((line) => line.state === state).length]).filter(([, number]) => number > 0);
    const said = counted.map(([state, number]) => `${number} ${state.replace("-", " ")}`).join(", ") || "no price";
    const quoted = trust === "third-party" ? ", by somebody who quotes sellers" : "";
    const ends = retirements.length === 0 ? "" : `, ${(0,format/* count */.U9)(retirements.length, "day")} on which models end`;
    return `${quote(origin)} as ${feed}${quoted}: ${said}${ends}${dropped === 0 ? "" : `, ${dropped} of no video`}`;
}
function lineInWords(line, all, quote) {
    const { key, id, rates, why } = line;
    const name = id === null ? quote(key) : id.endsWith(`/${key}`) ? quote(id) : `${quote(id)} (${quote(key)})`;
    const shown = rates
        .filter(({ state }) => state !== "same")
        .map((rate) => `${whenText(rate) === "" ? "" : `${quote(whenText(rate))}: `}${ours(rate)} → ${theirs(rate)}`);
    const done = outcome(line, all);
    return [name, ...(shown.length === 0 ? [] : [shown.join("; ")]), ...(done === null ? (why === null ? [] : [why]) : [done])].join(" - ");
}
function outcome({ id, why }, { written }) {
    const found = id === null ? undefined : written.get(id);
    if (!found)
        return why;
    return "refused" in found ? found.refused : `${found.change}, in ${found.file}`;
}
function ours({ ours: amount }) {
    return amount ? (0,format/* formatPrice */.$g)(amount, "USD") : "none";
}
const UNITS = { second: "a second", clip: "a clip", token: "a million tokens" };
function theirs({ usd, per }) {
    return `${(0,format/* formatPrice */.$g)((0,decimal/* decimal */._)(usd), "USD")} ${UNITS[per]}`;
}
function retirementInWords({ key, id, state, theirs: end, ours: known }, quote) {
    const what = `${quote(id ?? key)} ${end.may ? "may retire" : "retires"} on ${end.date}`;
    const next = end.successor === null ? "" : `; the maker names ${quote(end.successor)} instead`;
    const book = { same: "as the book says", moved: known === null ? "the book does not say so" : `the book says ${known}`, new: "the book has no such id" }[state];
    return `${what}${next}: ${book}`;
}

// EXTERNAL MODULE: ./lib/src/yaml/read.js + 3 modules
var yaml_read = __webpack_require__(3640);
// EXTERNAL MODULE: ./lib/src/cli/terminal.js
var cli_terminal = __webpack_require__(9567);
// EXTERNAL MODULE: ./lib/src/cli/prices/price-book.js
var price_book = __webpack_require__(5189);
;// CONCATENATED MODULE: ./lib/src/cli/prices/prices-update.js













/**
 * `video-budget prices update --from [NAME=]FILE|URL`: holds machine-readable price lists against the book, and with `--write` brings
 * price files up to date. An address is only asked where it is given.
 * @returns 0 @throws UsageError if a feed cannot be read; the errors of node:fs
 */
async function updatePrices(options, terminal) {
    if (options.from.length === 0)
        throw new cli_terminal/* UsageError */.eb(`Name a feed: --from FILE or --from https://…; ${NAMES}.`);
    const book = await (0,price_book/* bookWithFiles */.J)(options, terminal);
    const date = options.date ?? (0,cli_terminal/* today */.Ec)();
    const all = [];
    for (const from of options.from) {
        const { name, origin } = namedOf(from);
        const text = await textOf(origin, terminal.cwd);
        const read = readFeed(text, origin, name);
        if (!read)
            throw new cli_terminal/* UsageError */.eb(`--from ${from}: it is not of the form of ${name === null ? "any feed that is known" : `the feed ${name}`}; ${NAMES}.`);
        const update = updateOf(book, read.adapter, read.content, { origin, date, rates: (0,convert/* rates */.It)(options.fx) });
        all.push({ ...update, written: options.write ? await written(update, book, terminal) : new Map() });
    }
    const { format, verbose } = options;
    const report = format === "json" ? updateJson(all, date) : format === "markdown" ? updateMarkdown(all, verbose) : updateText(all, { ...terminal, verbose });
    await (0,cli_terminal/* write */.M9)(report, options, terminal);
    return 0;
}
const NAMES = `a feed is named as NAME=FILE, where its form does not tell it: ${ADAPTERS.map(({ name }) => name).join(", ")}`;
function namedOf(from) {
    const [, name, origin] = /^([a-z]+)=(.+)$/.exec(from) ?? [];
    if (name === undefined || origin === undefined)
        return { name: null, origin: from };
    if (!ADAPTERS.some((one) => one.name === name))
        throw new cli_terminal/* UsageError */.eb(`--from ${from}: there is no feed ${name}; ${NAMES}.`);
    return { name, origin };
}
/** Milliseconds that a feed may take; above 50 MB it is none. */
const PATIENCE = 30_000;
const LARGEST = 50e6;
async function textOf(origin, cwd) {
    if (!/^https?:\/\//.test(origin)) {
        return (0,promises_.readFile)((0,external_node_path_.resolve)(cwd, origin), "utf8").catch((error) => {
            if (error.code === "ENOENT" || error.code === "EISDIR")
                throw new cli_terminal/* UsageError */.eb(`--from ${origin}: there is no such file.`);
            throw error;
        });
    }
    if (origin.startsWith("http:"))
        throw new cli_terminal/* UsageError */.eb(`--from ${origin}: an address must be https, so that nobody between can change a price.`);
    try {
        const answer = await fetch(origin, { signal: AbortSignal.timeout(PATIENCE), headers: { accept: "application/json, text/markdown, */*" } });
        const text = answer.ok ? await answer.text() : null;
        if (text === null || text.length > LARGEST)
            throw new cli_terminal/* UsageError */.eb(`--from ${origin}: ${text === null ? `it answers ${answer.status}` : "it is above 50 MB"}.`);
        return text;
    }
    catch (error) {
        if (error instanceof cli_terminal/* UsageError */.eb)
            throw error;
        throw new cli_terminal/* UsageError */.eb(`--from ${origin}: it cannot be reached (${error instanceof Error ? error.message : String(error)}).`);
    }
}
/** Writes what can be written, one provider's file after the other; a file that cannot be edited without more is left alone, and named. */
async function written({ lines }, book, { cwd, process }) {
    const done = new Map();
    const slugs = new Set(lines.flatMap(({ id, after }) => (id !== null && after ? [id.split("/")[0] ?? ""] : [])));
    for (const slug of slugs) {
        const file = `prices/${slug}.yml`;
        const path = (0,external_node_path_.resolve)(cwd, file);
        const bytes = await (0,promises_.readFile)(path).catch((error) => {
            if (error.code === "ENOENT")
                return null;
            throw error;
        });
        let text = bytes && new TextDecoder().decode(bytes);
        for (const line of lines.filter(({ id }) => id?.startsWith(`${slug}/`))) {
            const next = amended(line, file, text, book.provider(slug));
            if (next === null || line.id === null)
                continue;
            if ("text" in next)
                text = next.text;
            const change = line.state === "moved" ? "a dated price was added, and the old one closed" : "marked as checked";
            done.set(line.id, "text" in next ? { file, change } : { refused: refusalOf(next, file) });
        }
        const isChanged = text !== null && (bytes === null || text !== new TextDecoder().decode(bytes));
        if (isChanged && text !== null)
            await (0,cli_terminal/* replace */.HC)(bytes ? await (0,promises_.realpath)(path) : path, text, process.pid);
    }
    return done;
}
/** @returns null if there is nothing to write of it */
function amended({ id, after }, file, text, provider) {
    if (id === null || !after)
        return null;
    if (text === null)
        return (0,amend/* newFile */.J)(file, provider, after, (0,catalog_confirm/* fileComment */.AZ)(provider));
    const existing = existingOf(file, text);
    if (!existing)
        return { problems: [] };
    const before = (0,find/* findModel */.P6)(existing.provider, after.id);
    if (before && JSON.stringify(before.prices) === JSON.stringify(after.prices))
        return null;
    return (0,amend/* amendFile */.A)(file, existing.bytes, before, after);
}
function existingOf(file, text) {
    const bytes = new TextEncoder().encode(text);
    const { provider } = (0,read.readPrices)((0,yaml_read.readYaml)(file, bytes));
    return provider && { bytes, provider };
}
function refusalOf(amended, file) {
    return "problems" in amended
        ? `not written: ${file} would have errors`
        : `not written: other models of ${file} share this price by an anchor; edit it by hand`;
}


/***/ }),

/***/ 8551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ amendFile),
  J: () => (/* binding */ newFile)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./lib/src/notation/date.js
var date = __webpack_require__(4345);
// EXTERNAL MODULE: ./lib/src/yaml/edit.js
var edit = __webpack_require__(390);
// EXTERNAL MODULE: ./lib/src/yaml/read.js + 3 modules
var read = __webpack_require__(3640);
// EXTERNAL MODULE: ./lib/src/prices/read.js + 4 modules
var prices_read = __webpack_require__(7698);
// EXTERNAL MODULE: ./lib/src/notation/meter.js
var notation_meter = __webpack_require__(5888);
;// CONCATENATED MODULE: ./lib/src/prices/write.js

/** A model as an entry of `models:`. It needs nothing of its provider's file: media and jobs are its own. */
function modelEntry(model) {
    const { id, name, aliases, modes, accepts, defaults, cases, status, media, jobs, prices, notes } = model;
    return {
        id,
        ...(name !== undefined && { name }),
        ...filled("aliases", aliases),
        modes,
        ...filled("accepts", acceptsEntry(accepts)),
        ...filled("defaults", defaults),
        ...filled("cases", cases.map(caseEntry)),
        ...filled("status", status),
        ...(media && { media: mediaEntry(media) }),
        ...filled("jobs", jobsEntry(jobs)),
        prices: prices.map(priceEntry),
        ...(notes !== undefined && { notes }),
    };
}
/** One dated price as an entry of `prices:`. */
function priceEntry({ from, to, source, checked, confidence, charges, factors, holes, total, notes }) {
    return {
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
        source,
        checked,
        confidence,
        charges: [...charges.map(chargeEntry), ...factors.map(factorEntry)],
        ...filled("holes", holes.map(conditionEntry)),
        ...(total && { total: decimals(total) }),
        ...(notes !== undefined && { notes }),
    };
}
/** A key, unless there is nothing under it: price files leave out what is empty. */
function filled(key, value) {
    return Object.keys(value).length === 0 ? {} : { [key]: value };
}
function acceptsEntry(accepts) {
    return Object.fromEntries(Object.entries(accepts).map(([field, accepted]) => {
        if (accepted.kind === "list")
            return [field, accepted.values];
        const { kind: _, ...range } = accepted;
        return [field, range];
    }));
}
function caseEntry({ when, accepts, defaults }) {
    return { when: conditionEntry(when), ...filled("accepts", acceptsEntry(accepts)), ...filled("defaults", defaults) };
}
function jobsEntry({ billed, completion, ...rest }) {
    return { ...filled("billed", billed ?? {}), ...filled("completion", completion ?? {}), ...rest };
}
/** Sizes by class: a list of exact ones, or width and height by ratio. */
function mediaEntry({ pixels, ...rest }) {
    if (!pixels)
        return rest;
    const classes = [...new Set(pixels.map((size) => size.class))];
    const sizes = classes.map((name) => {
        const own = pixels.filter((size) => size.class === name);
        const byRatio = own.map(({ ratio, width, height }) => [ratio, [width, height]]);
        return [name, own.every(({ ratio }) => ratio === undefined) ? own.map(({ width, height }) => `${width}x${height}`) : Object.fromEntries(byRatio)];
    });
    return { ...rest, pixels: Object.fromEntries(sizes) };
}
function chargeEntry({ line, extra, meter, of, when, amount, per, each, min, step, round, max, included, from, to }) {
    const known = notation_meter/* METERS */.Tk[meter].subject;
    return {
        meter,
        ...(of.length === 1 && of[0] === known ? {} : { of: of.length === 1 ? of[0] : of }),
        ...(line === `${meter} of ${of.join(" + ")}` ? {} : { line }),
        ...(extra && { extra }),
        ...filled("when", conditionEntry(when)),
        ...amountEntry(amount),
        ...(per !== "1" && { per: number(per) }),
        ...(each && { each: decimals(each) }),
        ...(min !== undefined && { min: boundEntry(min) }),
        ...(step !== undefined && { step: number(step) }),
        ...(round !== "up" && { round }),
        ...(max !== undefined && { max: boundEntry(max) }),
        ...(included !== undefined && { included: boundEntry(included) }),
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
    };
}
function amountEntry(amount) {
    if (amount === "unknown")
        return { amount };
    const value = number(amount.value);
    if (amount.unit === "USD")
        return { usd: value };
    return amount.unit === "credits" ? { credits: value } : { amount: value, currency: amount.unit };
}
function factorEntry({ factor, when, from, to }) {
    return { factor: number(factor), ...filled("when", conditionEntry(when)), ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}
function boundEntry(bound) {
    if (typeof bound === "string")
        return number(bound);
    const by = Object.keys(bound[0]?.when ?? {});
    return { by, rows: bound.map(({ when, value }) => [...by.map((field) => matcherEntry(field, when[field])), number(value)]) };
}
function conditionEntry(condition) {
    return Object.fromEntries(Object.entries(condition).map(([field, matcher]) => [field, matcherEntry(field, matcher)]));
}
/** One value stands for itself, except that `true` and `false` of an input would be read as any and none. */
function matcherEntry(field, matcher) {
    if (!("in" in matcher))
        return matcher;
    const [only, ...more] = matcher.in;
    return more.length > 0 || only === undefined || (typeof only === "boolean" && field.startsWith("input.")) ? matcher.in : only;
}
function decimals(rule) {
    return Object.fromEntries(Object.entries(rule).map(([key, value]) => [key, value === undefined ? value : number(value)]));
}
/** A decimal as a number where a number says exactly that, else as text; other words (`unknown`, `up`) stay. */
function number(text) {
    const value = Number(text);
    return text.trim() !== "" && String(value) === text ? value : text;
}

;// CONCATENATED MODULE: ./lib/src/prices/amend.js






/** A price file of its own for one model. @param comment its first lines, without the `#` */
function newFile(file, provider, model, comment) {
    const entry = { provider: provider.provider, name: provider.name, models: [modelEntry(model)] };
    const text = `${comment
        .split("\n")
        .map((line) => `# ${line}`)
        .join("\n")}\n\n${toYaml(entry)}`;
    return proved(file, text, [model]);
}
/**
 * An existing price file with one model added, or one of its prices replaced. It is edited as text, so
 * that every other byte of it (comments, tables, how numbers are written) stays as it is; then the
 * result is read again and must say what was meant.
 * @param before the model as the file has it, undefined if it has none of that id
 */
function amendFile(file, bytes, before, model) {
    const text = new TextDecoder().decode(bytes);
    const { provider, problems } = (0,prices_read.readPrices)((0,read.readYaml)(file, bytes));
    if (!provider)
        return { problems };
    const list = (0,dist/* parseDocument */.Tp)(text).get("models");
    if (!(0,dist/* isSeq */.oP)(list))
        return { entangled: true };
    if (!before)
        return proved(file, edited(text, [(0,edit/* beforeItem */.lY)(text, list, 0, itemOf(modelEntry(model)))]), [model, ...provider.models]);
    const index = provider.models.findIndex(({ id }) => id === before.id);
    const prices = list.getIn([index, "prices"]);
    const examples = list.getIn([index, "examples"]);
    const changed = (0,dist/* isSeq */.oP)(prices)
        ? withPrices(text, { list: prices, examples: (0,dist/* isSeq */.oP)(examples) ? examples : null }, provider.models[index], model)
        : null;
    return changed === null ? { entangled: true } : proved(file, changed, provider.models.with(index, model));
}
/** The text if it reads as exactly these models and has no problem of its own. */
function proved(file, text, models) {
    if (text === null)
        return { entangled: true };
    const { provider, problems } = (0,prices_read.readPrices)((0,read.readYaml)(file, new TextEncoder().encode(text)));
    if (!provider)
        return { problems: problems.filter(({ severity }) => severity === "error") };
    return canonical(provider.models) === canonical(models) ? { text } : { entangled: true };
}
/** JSON with keys in one order: two values are the same if their texts are. */
function canonical(value) {
    return JSON.stringify(value, (_, inner) => typeof inner === "object" && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner);
}
/**
 * The three ways in which `confirm.ts` changes the prices of a model, found by comparing them. Where a price ends, an example without a
 * day of its own is one of the old price: it gets the day before.
 */
function withPrices(text, { list, examples }, before, after) {
    const at = before.prices.findIndex((price, index) => canonical(price) !== canonical(after.prices[index]));
    const [node, old, now] = [list.items[at], before.prices[at], after.prices[at]];
    if (!(0,dist/* isMap */.jh)(node) || !old || !now)
        return null;
    const entry = itemOf(priceEntry(now));
    if (after.prices.length > before.prices.length) {
        const end = after.prices[at + 1]?.to ?? "";
        const old = (examples?.items ?? []).filter((example) => (0,dist/* isMap */.jh)(example)).filter((example) => !example.has("date"));
        const dated = old.map((example) => (0,edit/* withKey */.iC)(text, example, "date", (0,date/* dayBefore */.gk)(end)));
        return edited(text, [(0,edit/* withKey */.iC)(text, node, "to", end), (0,edit/* beforeItem */.lY)(text, list, at, entry), ...dated]);
    }
    const isChecked = canonical({ ...old, source: now.source, checked: now.checked, confidence: now.confidence }) === canonical(now);
    if (!isChecked)
        return edited(text, [(0,edit/* insteadOf */.c$)(text, node, entry)]);
    const keys = ["source", "checked", "confidence"].filter((key) => old[key] !== now[key]);
    return edited(text, keys.map((key) => (0,edit/* withKey */.iC)(text, node, key, now[key])));
}
/** The text with all of them; null if one cannot be made. */
function edited(text, splices) {
    const made = splices.filter((splice) => splice !== null);
    return made.length === splices.length ? (0,edit/* spliced */.Zb)(text, made) : null;
}
function itemOf(entry) {
    return {
        flow: JSON.stringify(entry),
        block: (column) => toYaml(entry)
            .trimEnd()
            .replaceAll("\n", `\n${(0,edit/* indent */.pZ)(column)}`),
    };
}
/** More than this on one line is hard to read. */
const FLOW = 110;
/** As people write price files: what is short on one line, and what has a source of its own not. */
function toYaml(entry) {
    const document = new dist/* Document */.yo(entry, { aliasDuplicateObjects: false });
    (0,dist/* visit */.YR)(document, {
        Collection(_, node) {
            const json = JSON.stringify(node.toJSON());
            node.flow = json.length <= FLOW && !json.includes('"source"');
        },
    });
    return document.toString({ lineWidth: 0 });
}


/***/ }),

/***/ 105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ placesOf),
/* harmony export */   k: () => (/* binding */ confirmModel)
/* harmony export */ });
/* harmony import */ var _money_decimal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5688);

/** How many amounts of a price there are to compare: its charges, then its factors. */
function placesOf({ charges, factors }) {
    return charges.length + factors.length;
}
/**
 * A model with one of its prices as a person found it on a day. Where every amount is the same, the
 * price is marked as checked; where one is another, the old price ends on that day and a new one
 * begins. What began that very day is corrected, since it never held otherwise.
 */
function confirmModel(model, price, finding) {
    const { date, source } = finding;
    const now = {
        ...price,
        source: source ?? price.source,
        checked: date,
        // Whoever compares with a page that quotes the provider has not read the provider's own.
        confidence: source === undefined ? price.confidence : "provider",
    };
    const found = {
        ...now,
        charges: price.charges.map((charge, place) => withAmount(charge, finding.amounts.get(place))),
        factors: price.factors.map((factor, place) => withFactor(factor, finding.amounts.get(price.charges.length + place))),
    };
    const same = found.charges.every((charge, place) => charge === price.charges[place]) && found.factors.every((factor, place) => factor === price.factors[place]);
    const put = (...prices) => ({ ...model, prices: model.prices.flatMap((one) => (one === price ? prices : [one])) });
    if (same)
        return { model: put(now), change: "checked" };
    if (price.from === date)
        return { model: put(found), change: "corrected" };
    return { model: put({ ...found, from: date }, { ...price, to: date }), change: "closed" };
}
/** The same object where the amount is the same: 0.10 is 0.1. An amount that the book did not know is in dollars. */
function withAmount(charge, value) {
    if (value === undefined)
        return charge;
    if (charge.amount === "unknown")
        return { ...charge, amount: { unit: "USD", value } };
    return (0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(charge.amount.value).eq(value) ? charge : { ...charge, amount: { ...charge.amount, value } };
}
function withFactor(factor, value) {
    return value === undefined || (0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(factor.factor).eq(value) ? factor : { ...factor, factor: value };
}


/***/ }),

/***/ 3185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AZ: () => (/* binding */ fileComment),
/* harmony export */   IX: () => (/* binding */ confirmText),
/* harmony export */   PY: () => (/* binding */ figureInWords),
/* harmony export */   Sx: () => (/* binding */ confirmMarkdown),
/* harmony export */   ZE: () => (/* binding */ confirmJson)
/* harmony export */ });
/* harmony import */ var picocolors__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7336);
/* harmony import */ var _notation_date_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4345);
/* harmony import */ var _prices_confirm_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(105);
/* harmony import */ var _prices_dated_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(237);
/* harmony import */ var _layout_escape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8105);
/* harmony import */ var _layout_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6125);
/* harmony import */ var _layout_wrap_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(342);
/* harmony import */ var _words_trust_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5545);
/* harmony import */ var _charge_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9497);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(16);










/** More than any note or address of the price book; a cap against hostile files only. */
const LONG = 4000;
/** What to open and which figures to compare with it, for a terminal; figures have the numbers that `--set` takes. */
function confirmText(listing, { width, color }) {
    const paint = picocolors__WEBPACK_IMPORTED_MODULE_7__.createColors(color);
    const { figures, rules, beside } = partsOf(listing, (text) => (0,_layout_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .inert */ .tJ)(text, LONG));
    const size = String(figures.length).length;
    return `${[
        ...(0,_layout_wrap_js__WEBPACK_IMPORTED_MODULE_8__/* .wrap */ .LV)(`${(0,_layout_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .inert */ .tJ)(`${listing.provider.provider}/${listing.model.id}`)}: compare with the page`, width).map(paint.bold),
        "",
        ...(0,_layout_wrap_js__WEBPACK_IMPORTED_MODULE_8__/* .wrap */ .LV)(`  ${(0,_layout_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .inert */ .tJ)(listing.price.source, LONG)}`, width, "  "),
        ...(0,_layout_wrap_js__WEBPACK_IMPORTED_MODULE_8__/* .wrap */ .LV)(`  ${age(listing)}`, width, "  ").map(paint.dim),
        "",
        ...figures.flatMap((line, index) => (0,_layout_wrap_js__WEBPACK_IMPORTED_MODULE_8__/* .wrap */ .LV)(`  ${String(index + 1).padStart(size)}  ${line}`, width, " ".repeat(size + 4))),
        ...rules.flatMap((line) => (0,_layout_wrap_js__WEBPACK_IMPORTED_MODULE_8__/* .wrap */ .LV)(`  ${"-".padStart(size)}  ${line}`, width, " ".repeat(size + 4))),
        ...(beside.length === 0 ? [] : ["", paint.bold(BESIDE), ...beside.flatMap((line) => (0,_layout_wrap_js__WEBPACK_IMPORTED_MODULE_8__/* .wrap */ .LV)(`  ${line}`, width, "    "))]),
    ].join("\n")}\n`;
}
const BESIDE = "Worth a look too; this command does not record it";
/** The same as Markdown. */
function confirmMarkdown(listing) {
    const { figures, rules, beside } = partsOf(listing, (text) => (/\s/.test(text) ? (0,_layout_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(text, LONG) : (0,_layout_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(text, LONG)));
    return `${[
        `## ${(0,_layout_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(`${listing.provider.provider}/${listing.model.id}`)}`,
        "",
        `Compare with ${(0,_layout_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(listing.price.source, LONG)}, ${age(listing)}:`,
        "",
        ...figures.map((line, index) => `${index + 1}. ${line}`),
        ...(rules.length === 0 ? [] : ["", ...rules.map((line) => `- ${line}`)]),
        ...(beside.length === 0 ? [] : ["", `${BESIDE}:`, "", ...beside.map((line) => `- ${line}`)]),
    ].join("\n")}\n`;
}
/** The same for programs: charges and factors as the price book has them, with their numbers. */
function confirmJson({ provider, model, price, date, written }) {
    const { from, to, source, checked, confidence, charges, factors, holes, total } = price;
    const figures = [...charges, ...factors].map((figure, index) => ({ number: index + 1, ...figure }));
    const billed = { ...provider.jobs.billed, ...model.jobs.billed };
    return `${JSON.stringify({
        schema: "video-budget/prices-confirm@1",
        id: `${provider.provider}/${model.id}`,
        date,
        price: { from: from ?? null, to: to ?? null, source, checked, confidence, figures, holes, total: total ?? null },
        billed,
        written,
    }, null, 2)}\n`;
}
function age({ price, date }) {
    const days = (0,_notation_date_js__WEBPACK_IMPORTED_MODULE_0__/* .daysBetween */ .YM)(price.checked, date);
    if ((0,_prices_dated_js__WEBPACK_IMPORTED_MODULE_9__/* .isUndated */ .q)(price.checked))
        return `its page was ${(0,_words_trust_js__WEBPACK_IMPORTED_MODULE_4__/* .checkedDay */ .m)(price.checked)}, confidence ${price.confidence}`;
    return `last checked ${price.checked}${days > 0 ? `, ${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(days, "day")} before ${date}` : ""}, confidence ${price.confidence}`;
}
function partsOf({ provider, model, price }, quote) {
    const lines = (0,_charge_js__WEBPACK_IMPORTED_MODULE_5__/* .chargesInWords */ .it)(price, quote);
    const places = (0,_prices_confirm_js__WEBPACK_IMPORTED_MODULE_1__/* .placesOf */ .e)(price);
    return {
        figures: lines.slice(0, places),
        rules: lines.slice(places),
        beside: [...(0,_model_js__WEBPACK_IMPORTED_MODULE_6__/* .billedLines */ .G6)({ ...provider.jobs, ...model.jobs }, quote), ...(provider.account ? (0,_model_js__WEBPACK_IMPORTED_MODULE_6__/* .accountLines */ .dZ)(provider.account, quote) : [])],
    };
}
/** The amount of one figure in words, as a question asks for it. */
function figureInWords({ price }, place) {
    return (0,_charge_js__WEBPACK_IMPORTED_MODULE_5__/* .chargesInWords */ .it)(price, (text) => (0,_layout_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .inert */ .tJ)(text, LONG))[place] ?? "";
}
/** What is at the head of a price file that was written by hand confirmation. */
function fileComment({ name }) {
    return `Prices of ${(0,_layout_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .inert */ .tJ)(name)} that were compared with its pages by hand (video-budget prices confirm).\nName this file under \`prices:\` in a manifest: its models win over the built-in book, which keeps all others.`;
}


/***/ })

};
;