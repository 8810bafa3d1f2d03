"use strict";
exports.id = 29;
exports.ids = [29];
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

/***/ 1816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XT: () => (/* binding */ resolutionsOf),
/* harmony export */   _y: () => (/* binding */ searchRows),
/* harmony export */   aO: () => (/* binding */ jobOfRows),
/* harmony export */   h5: () => (/* binding */ unlistedProviders),
/* harmony export */   pe: () => (/* binding */ sortedRows),
/* harmony export */   ts: () => (/* binding */ rowsUnderCeiling)
/* harmony export */ });
/* harmony import */ var _engine_refusals_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(424);
/* harmony import */ var _engine_request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8216);
/* harmony import */ var _notation_resolution_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9071);
/* harmony import */ var _prices_accepts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8740);
/* harmony import */ var _prices_find_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(162);
/* harmony import */ var _clip_request_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3698);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7038);







/** The one job that every row is a price of, where its model makes it: seconds and resolution. */
function jobOfRows({ duration = SECONDS, resolution = RESOLUTION }) {
    return { duration, resolution };
}
const SECONDS = 5;
const RESOLUTION = "720p";
/** Models that match, in the order of the book. @param date the day, UTC, that prices are looked up for @param rates USD for one unit of other currencies */
function searchRows(book, criteria, date, rates = new Map()) {
    return (0,_prices_find_js__WEBPACK_IMPORTED_MODULE_3__/* .providersOf */ .Ou)(book).flatMap((provider) => {
        return provider.models.filter((model) => matches(provider, model, criteria)).map((model) => rowOf(provider, model, criteria, { date, rates }));
    });
}
/**
 * Rows whose job, as shown, costs at most `ceiling` USD; `unknown`: how many have no price that could be
 * compared with it. A lower bound is none: the whole may be above the ceiling.
 */
function rowsUnderCeiling(rows, ceiling) {
    const known = rows.filter(({ example }) => example !== null && example.bound !== "lower");
    return { rows: known.filter(({ example }) => example?.amount.lte(ceiling)), unknown: rows.length - known.length };
}
/** Rows in another order. @returns a new list */
function sortedRows(rows, sort) {
    const order = {
        book: () => 0,
        price: (a, b) => (a.example && b.example ? a.example.amount.cmp(b.example.amount) : Number(a.example === null) - Number(b.example === null)),
        name: (a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)),
        checked: (a, b) => a.checked !== null && b.checked !== null
            ? a.checked > b.checked
                ? -1
                : Number(a.checked < b.checked)
            : Number(a.checked === null) - Number(b.checked === null),
    };
    return [...rows].sort(order[sort]);
}
/** Providers that match the words and list no model: what is known of them is not in any row. */
function unlistedProviders(book, { query = "", provider: slug, model, mode, resolution }) {
    if (model !== undefined || mode !== undefined || resolution !== undefined)
        return [];
    const words = query
        .toLowerCase()
        .split(/\s+/)
        .filter((word) => word !== "");
    if (words.length === 0 && slug === undefined)
        return [];
    return book.slugs.flatMap((one) => {
        const provider = book.provider(one);
        const text = `${provider.provider}\n${provider.name}`.toLowerCase();
        const isMeant = (slug === undefined || slug === one) && words.every((word) => text.includes(word));
        return isMeant && provider.models.length === 0 ? [provider] : [];
    });
}
function matches({ provider, name }, model, { provider: slug, model: id, mode, resolution, query }) {
    const names = [model.id, ...model.aliases];
    const text = [provider, name, ...names, model.name ?? ""].join("\n").toLowerCase();
    const words = (query ?? "")
        .toLowerCase()
        .split(/\s+/)
        .filter((word) => word !== "");
    return ((slug === undefined || slug === provider) &&
        (id === undefined || names.includes(id) || names.some((one) => `${provider}/${one}` === id)) &&
        (mode === undefined || model.modes.some((one) => one === mode)) &&
        (resolution === undefined || makes(model, mode, (0,_notation_resolution_js__WEBPACK_IMPORTED_MODULE_6__/* .normaliseResolution */ .J)(resolution))) &&
        // A name as manifests split it, or as reports join it: vertex/veo-3.1.
        words.every((word) => text.includes(word) || names.some((one) => `${provider}/${one}`.toLowerCase().includes(word))));
}
/** Whether a model makes a resolution in a mode, or in any mode where none is asked for: some modes of a model make fewer. */
function makes(model, mode, resolution) {
    if (!resolutionsOf(model).includes(resolution))
        return false;
    return (mode === undefined ? model.modes : [mode]).some((one) => {
        const request = (0,_engine_request_js__WEBPACK_IMPORTED_MODULE_1__/* .requestOf */ .f)((0,_clip_request_js__WEBPACK_IMPORTED_MODULE_4__/* .keysOf */ .YD)(new Map([
            ["mode", one],
            ["resolution", resolution],
        ])), model, {});
        return !(0,_engine_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .refusals */ .K)(request, model).refused.some(({ field }) => field === "resolution");
    });
}
/** Every resolution that a model states, in any mode, in the book's order and form. */
function resolutionsOf({ accepts, cases, defaults }) {
    const lists = [accepts["resolution"], ...cases.map((one) => one.accepts["resolution"])];
    const listed = lists.flatMap((list) => (0,_prices_accepts_js__WEBPACK_IMPORTED_MODULE_2__/* .listedValues */ .uz)(list).map(String));
    const assumed = defaults["resolution"];
    return [...new Set([...listed, ...(typeof assumed === "string" ? [assumed] : [])])];
}
function rowOf(provider, model, criteria, market) {
    const { date } = market;
    const price = (0,_prices_find_js__WEBPACK_IMPORTED_MODULE_3__/* .priceOn */ .L2)(model, date);
    const { retires } = model.status;
    return {
        id: `${provider.provider}/${model.id}`,
        name: model.name ?? null,
        modes: model.modes,
        resolutions: resolutionsOf(model),
        example: price ? exampleOf({ provider, model, price }, criteria, market) : null,
        checked: price?.checked ?? null,
        confidence: price?.confidence ?? null,
        status: (0,_prices_find_js__WEBPACK_IMPORTED_MODULE_3__/* .retiredSince */ .Mp)(model, date) !== null ? "retired" : price ? (retires === undefined ? "current" : "retiring") : "unpriced",
        retires: retires ?? null,
    };
}
/**
 * The shortest way to compare two models: what one clip of the length and resolution of all rows costs, or of the model's own
 * resolution or length where it makes no such clip. Where a price depends on what has no default, the first value accepted.
 */
function exampleOf(offer, criteria, market) {
    const { model } = offer;
    const { mode, resolution } = criteria;
    const asked = jobOfRows(criteria);
    const own = resolution === undefined ? [asked.resolution, undefined] : [resolution];
    for (const [wanted, duration] of own.flatMap((one) => [asked.duration, undefined, shortest(model)].map((length) => [one, length]))) {
        const stated = resolutionsOf(model).length > 0;
        if (wanted !== undefined && !stated && resolution === undefined)
            continue;
        const chosen = new Map([
            ...(mode === undefined ? [] : [["mode", mode]]),
            ...(wanted === undefined ? [] : [["resolution", wanted]]),
        ]);
        const fields = duration === undefined ? chosen : new Map([...chosen, ["duration", duration]]);
        const quote = (0,_quote_js__WEBPACK_IMPORTED_MODULE_5__/* .quoteJob */ .g)(offer, fields, market, { standIns: { "input.video": SECONDS, "input.audio": SECONDS } });
        const unsaid = duration === undefined && !quote.request.fields.has("duration") && shortest(model) !== undefined;
        if (quote.state === "refused" || unsaid)
            continue;
        if (quote.state === "none")
            return null;
        const shown = ["duration", "resolution"].flatMap((field) => {
            const value = quote.request.fields.get(field);
            return value === undefined ? [] : [[field, value]];
        });
        const isAsked = (field) => !quote.request.fields.has(field) || quote.request.fields.get(field) === asked[field];
        const as_asked = isAsked("duration") && isAsked("resolution");
        return { amount: quote.job.amount, bound: quote.job.bound, request: Object.fromEntries([...shown, ...quote.filled]), as_asked };
    }
    return null;
}
function shortest({ accepts: { duration } }) {
    if (duration === undefined)
        return undefined;
    return (0,_prices_accepts_js__WEBPACK_IMPORTED_MODULE_2__/* .boundaries */ .lR)(duration)[0];
}


/***/ }),

/***/ 8985:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $G: () => (/* binding */ knownName),
/* harmony export */   $l: () => (/* binding */ nearNames),
/* harmony export */   Dc: () => (/* binding */ bareModels),
/* harmony export */   k8: () => (/* binding */ knownResolution),
/* harmony export */   lG: () => (/* binding */ knownProvider),
/* harmony export */   t0: () => (/* binding */ knownModel)
/* harmony export */ });
/* harmony import */ var _catalog_search_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1816);
/* harmony import */ var _notation_nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(387);
/* harmony import */ var _notation_resolution_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9071);
/* harmony import */ var _prices_find_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(162);
/* harmony import */ var _prices_provider_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1745);
/* harmony import */ var _prices_recognise_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8300);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9567);







/** Names on the command line that must be in the price book. Each throws a UsageError that says what there is. */
/** A provider by its slug. @param hint what to say of a name that is not known; left out: the name that is near, else all */
function knownProvider(slug, book, hint) {
    const provider = book.provider(slug);
    if (provider)
        return provider;
    const near = (0,_prices_provider_names_js__WEBPACK_IMPORTED_MODULE_3__/* .providerCalled */ .r)(slug, book) ?? (0,_notation_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(slug, book.slugs);
    const rest = hint ?? (near === null ? `There are: ${book.slugs.join(", ")}.` : "");
    throw new _terminal_js__WEBPACK_IMPORTED_MODULE_5__/* .UsageError */ .eb([`No provider is named ${slug}.`, near === null ? "" : `Did you mean ${near}?`, rest].filter((part) => part !== "").join(" "));
}
/** Models that are named where no name is near; more are counted. */
const NAMED = 12;
/** A model by PROVIDER/MODEL, its id or an alias; by its id or alias alone, where one provider sells it. */
function knownModel(name, book) {
    const [slug = "", ...rest] = name.split("/");
    const sellers = bareModels(name, book);
    const [only] = sellers;
    const isFull = book.provider(slug) !== undefined && (0,_prices_find_js__WEBPACK_IMPORTED_MODULE_2__/* .findModel */ .P6)(book.provider(slug), rest.join("/")) !== undefined;
    if (!isFull && only && sellers.length === 1)
        return only;
    if (!isFull && sellers.length > 1)
        throw new _terminal_js__WEBPACK_IMPORTED_MODULE_5__/* .UsageError */ .eb(`${name} is sold by ${sellers.length} providers: name one. There are: ${sellers.map(({ provider, model }) => `${provider.provider}/${model.id}`).join(", ")}.`);
    const provider = knownProvider(slug, book, "Write PROVIDER/MODEL, such as vertex/veo-3.1-fast-generate-001; prices search finds it.");
    const id = rest.join("/");
    const model = (0,_prices_find_js__WEBPACK_IMPORTED_MODULE_2__/* .findModel */ .P6)(provider, id);
    if (model)
        return { provider, model };
    const near = (0,_prices_recognise_js__WEBPACK_IMPORTED_MODULE_4__/* .nearestModel */ .q)(provider, id);
    const why = provider.unlisted_models ? ` ${provider.unlisted_models}` : "";
    const ids = provider.models.map((one) => one.id);
    const more = ids.length > NAMED ? ` and ${ids.length - NAMED} more` : "";
    const all = near
        ? `Did you mean ${near}? video-budget prices search --provider ${slug} lists its models.`
        : `There are: ${ids.slice(0, NAMED).join(", ") || "none"}${more}.`;
    throw new _terminal_js__WEBPACK_IMPORTED_MODULE_5__/* .UsageError */ .eb(`${slug} has no model ${id || "without a name"} in the price book.${why} ${all}`);
}
/** Who sells a model of exactly this id or alias. */
function bareModels(name, book) {
    return book.slugs.flatMap((slug) => {
        const provider = book.provider(slug);
        const model = (0,_prices_find_js__WEBPACK_IMPORTED_MODULE_2__/* .findModel */ .P6)(provider, name);
        return model ? [{ provider, model }] : [];
    });
}
/** Names of the book that are near to what somebody searched for: a provider's, a model's, or both joined. */
function nearNames(query, book) {
    const models = book.slugs.flatMap((slug) => (book.provider(slug)?.models ?? []).flatMap(({ id }) => [id, `${slug}/${id}`]));
    const found = [(0,_notation_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(query, book.slugs), (0,_notation_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(query, models)].filter((one) => one !== null);
    return [...new Set(found)];
}
/** A resolution that some model makes, in the book's form; an exact size may be any. */
function knownResolution(written, book) {
    const resolution = (0,_notation_resolution_js__WEBPACK_IMPORTED_MODULE_6__/* .normaliseResolution */ .J)(written);
    if ((0,_notation_resolution_js__WEBPACK_IMPORTED_MODULE_6__/* .sizeOf */ .$)(resolution))
        return resolution;
    const all = [...new Set(book.slugs.flatMap((slug) => (book.provider(slug)?.models ?? []).flatMap(_catalog_search_js__WEBPACK_IMPORTED_MODULE_0__/* .resolutionsOf */ .XT)))].filter((one) => !(0,_notation_resolution_js__WEBPACK_IMPORTED_MODULE_6__/* .sizeOf */ .$)(one));
    if (!all.includes(resolution)) {
        all.sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
        throw new _terminal_js__WEBPACK_IMPORTED_MODULE_5__/* .UsageError */ .eb(`No model makes ${written}.${meant(resolution, all)} There are: ${all.join(", ")}; or write an exact size, such as 1280x720.`);
    }
    return resolution;
}
/** A model's id or alias, of any provider. */
function knownName(name, book) {
    const names = book.slugs.flatMap((slug) => (book.provider(slug)?.models ?? []).flatMap(({ id, aliases }) => [id, ...aliases, ...[id, ...aliases].map((one) => `${slug}/${one}`)]));
    if (!names.includes(name))
        throw new _terminal_js__WEBPACK_IMPORTED_MODULE_5__/* .UsageError */ .eb(`No model has the id or the alias ${name}.${meant(name, names)} Without --model, words find parts of a name.`);
    return name;
}
function meant(name, names) {
    const found = (0,_notation_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(name, names);
    return found ? ` Did you mean ${found}?` : "";
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


/***/ })

};
;