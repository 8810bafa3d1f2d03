"use strict";
exports.id = 133;
exports.ids = [133];
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
 * Prices one job of a model. A field that the price asks for and nothing sets takes what stands in for
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
/** What a field may be in this request: what usually stands there if it is accepted, else everything accepted, in the book's order. */
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
 * held against it. A lower bound is none: the whole may be above the ceiling.
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

/***/ 1431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Tp: () => (/* binding */ actionAddress),
  f0: () => (/* binding */ manifestPage),
  n4: () => (/* binding */ packageFolder),
  Q: () => (/* binding */ schemaAddress)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./lib/src/files/checkout.js




const run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
/**
 * What a workflow can use of the checkout in a folder: owner/repository of its GitHub remote, at the tag `v<major>` where the
 * checkout has it, else at the commit, if a branch of the remote has that. Null for a folder that is no checkout,
 * has no remote at GitHub, or is at a commit that was never pushed.
 */
async function actionOfCheckout(folder, major) {
    if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, ".git")))
        return null;
    const answer = async (...args) => {
        try {
            return (await run("git", args, { cwd: folder })).stdout.trim() || null;
        }
        catch {
            return null;
        }
    };
    const repository = githubRepository((await answer("remote", "get-url", "origin")) ?? "");
    if (repository === null)
        return null;
    if (await answer("tag", "--list", `v${major}`))
        return `${repository}@v${major}`;
    const commit = await answer("rev-parse", "HEAD");
    return commit !== null && (await answer("branch", "--remotes", "--contains", commit)) ? `${repository}@${commit}` : null;
}
/** owner/repository of an address at github.com, by https, ssh or git; null for any other host. */
function githubRepository(address) {
    const match = /^(?:(?:https?|ssh|git):\/\/(?:[^@/]+@)?github\.com\/|(?:[^@/]+@)?github\.com:)([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/i.exec(address);
    return match?.[1] ?? null;
}

// EXTERNAL MODULE: ./lib/src/version.js
var version = __webpack_require__(1294);
;// CONCATENATED MODULE: ./lib/src/cli/init/address.js



/** The folder of the package, of the folder that its bundle of the command line is in. */
function packageFolder(bundle) {
    return (0,external_node_path_.dirname)((0,external_node_path_.dirname)(bundle));
}
/**
 * Where a workflow takes the action from: what the user says, else the published address, else the checkout that this command runs from.
 * Null where none is known: naming an account that is not the publisher's would let a stranger run code in the workflow.
 */
async function actionAddress(option, bundle) {
    return option ?? version/* ACTION */.hr ?? (await actionOfCheckout(packageFolder(bundle), version/* VERSION */.xv.split(".")[0]));
}
/** Where an editor finds the schema of manifests: at the action's address, else in the package that runs, relative to the manifest's folder. */
function schemaAddress(action, bundle, folder) {
    if (action !== null)
        return `https://raw.githubusercontent.com/${action.replace("@", "/")}/${SCHEMA}`;
    return (0,external_node_path_.relative)(folder, (0,external_node_path_.join)(packageFolder(bundle), SCHEMA)).replaceAll("\\", "/");
}
/** The page that describes every key; null where nothing is published. */
function manifestPage(action) {
    return action === null ? null : `https://github.com/${action.replace("@", "/blob/")}/docs/manifest.md`;
}
const SCHEMA = "schema/manifest.schema.json";


/***/ }),

/***/ 5882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ withQuestions)
/* harmony export */ });
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(481);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9567);


/**
 * Questions to a person at a terminal, on standard error, each until an answer is accepted.
 * @throws UsageError where the input ends before the last answer
 */
async function withQuestions({ stdin, stderr }, work) {
    const input = (0,node_readline__WEBPACK_IMPORTED_MODULE_0__.createInterface)({ input: stdin, terminal: false });
    const lines = input[Symbol.asyncIterator]();
    try {
        return await work(async (question, accept) => {
            for (let asking = question;; asking = question.split("\n").at(-1) ?? "") {
                stderr.write(`${asking}: `);
                const { value, done } = await lines.next();
                if (done)
                    throw new _terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb("The input ended before the last answer. Nothing was written.");
                try {
                    return accept(value.trim());
                }
                catch (error) {
                    if (!(error instanceof _terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb))
                        throw error;
                    stderr.write(`${error.message}\n`);
                }
            }
        });
    }
    finally {
        input.close();
    }
}


/***/ }),

/***/ 8133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  init: () => (/* binding */ init)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/files/disk.js
var files_disk = __webpack_require__(8969);
// EXTERNAL MODULE: ./lib/src/gather.js
var gather = __webpack_require__(3983);
// EXTERNAL MODULE: ./lib/src/manifest/first.js
var manifest_first = __webpack_require__(6180);
// EXTERNAL MODULE: ./lib/src/report/layout/escape.js
var layout_escape = __webpack_require__(8105);
// EXTERNAL MODULE: ./lib/src/report/words/messages.js + 3 modules
var messages = __webpack_require__(8164);
// EXTERNAL MODULE: ./lib/src/review/review.js + 25 modules
var review = __webpack_require__(2261);
// EXTERNAL MODULE: ./lib/src/risk/needs-distributions.js
var needs_distributions = __webpack_require__(419);
// EXTERNAL MODULE: ./lib/src/cli/check.js + 1 modules
var check = __webpack_require__(5184);
// EXTERNAL MODULE: ./lib/src/cli/prices/price-book.js
var price_book = __webpack_require__(5189);
// EXTERNAL MODULE: ./lib/src/cli/terminal.js
var cli_terminal = __webpack_require__(9567);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/src/notation/encoding.js
var encoding = __webpack_require__(4872);
// EXTERNAL MODULE: ./lib/src/notation/tree.js
var tree = __webpack_require__(9585);
// EXTERNAL MODULE: ./lib/src/yaml/read.js + 1 modules
var read = __webpack_require__(200);
// EXTERNAL MODULE: ./lib/src/yaml/set-keys.js
var set_keys = __webpack_require__(1533);
;// CONCATENATED MODULE: ./lib/src/cli/init/add-workload.js









/** The usual manifest of the folder. @throws UsageError where there is none, or it has a workload of this name already */
async function manifestToExtend(workload, { cwd }) {
    const name = manifest_first/* MANIFEST_NAMES */.Rr.find((one) => (0,external_node_fs_.existsSync)((0,external_node_path_.resolve)(cwd, one)));
    if (name === undefined)
        throw new cli_terminal/* UsageError */.eb("There is no manifest here to add to. video-budget init writes a first one.");
    const bytes = await (0,promises_.readFile)((0,external_node_path_.resolve)(cwd, name));
    const text = (0,encoding/* decoded */.D)(bytes);
    const { value } = (0,read.readYaml)(name, bytes);
    if (text === undefined || !(0,tree/* isTree */.xK)(value))
        throw new cli_terminal/* UsageError */.eb(`${name} cannot be read: video-budget check says why. Nothing was written.`);
    if ((0,tree/* isTree */.xK)(value["workloads"]) && Object.hasOwn(value["workloads"], workload))
        throw new cli_terminal/* UsageError */.eb(`${name} has a workload ${workload} already. Name the new one: --workload ads-teaser.`);
    return { name, text };
}
/** The text of a manifest with one workload more; every other byte of it stays. @throws UsageError where there is no place for it */
function withWorkload({ name, text }, first) {
    const { workload, provider, model, mode, output, input, perMonth, takes } = first;
    const declared = {
        provider,
        model,
        mode,
        ...(Object.keys(output).length > 0 && { output }),
        ...(Object.keys(input).length > 0 && { input }),
        volume: { per_month: perMonth },
        takes,
    };
    const edited = (0,set_keys/* setKeys */.n)(text, [{ workloads: { [workload]: declared } }]);
    if ("stuck" in edited)
        throw new cli_terminal/* UsageError */.eb(`${name} has no map at ${edited.stuck.join(".") || "its top"} that a workload can be added to. Nothing was written.`);
    return edited.text;
}
/** Writes the manifest in the place of the old one, in full or not at all; a link stays a link. @throws I/O errors */
async function writeExtended({ name }, text, { cwd, process }) {
    await (0,cli_terminal/* replace */.HC)(await (0,promises_.realpath)((0,external_node_path_.resolve)(cwd, name)), text, process.pid);
}

// EXTERNAL MODULE: ./lib/src/cli/init/address.js + 1 modules
var address = __webpack_require__(1431);
// EXTERNAL MODULE: ./lib/src/catalog/clip-request.js
var clip_request = __webpack_require__(3698);
// EXTERNAL MODULE: ./lib/src/catalog/search.js
var search = __webpack_require__(1816);
// EXTERNAL MODULE: ./lib/src/money/decimal.js + 1 modules
var decimal = __webpack_require__(5688);
// EXTERNAL MODULE: ./lib/src/notation/mode.js
var notation_mode = __webpack_require__(9298);
// EXTERNAL MODULE: ./lib/src/notation/nearest.js
var nearest = __webpack_require__(387);
// EXTERNAL MODULE: ./lib/src/report/layout/format.js
var format = __webpack_require__(6125);
// EXTERNAL MODULE: ./lib/src/cli/arguments.js + 1 modules
var cli_arguments = __webpack_require__(6216);
// EXTERNAL MODULE: ./lib/src/cli/prices/known.js
var known = __webpack_require__(8985);
;// CONCATENATED MODULE: ./lib/src/cli/init/init-answers.js









/** Models that are listed by name before a question; more are counted. */
const LISTED = 40;
/** The flags, and where `ask` is given an answer for each that is left open. */
async function answered(context, ask) {
    const { options } = context;
    if (!ask) {
        const open = [
            ...(slugOf(context) === undefined ? ["--provider"] : []),
            ...(options.model === undefined ? ["--model"] : []),
            ...(options.perMonth === undefined ? ["--per-month"] : []),
            ...(options.budget === undefined && !options.yes && !options.add ? ["--budget"] : []),
        ];
        if (open.length > 0)
            throw new cli_terminal/* UsageError */.eb(`Without a terminal to ask at, give ${open.join(", ")}: video-budget init --provider vertex --model veo-3.1-fast-generate-001 --per-month 350 --budget 2500`);
    }
    const { provider, model } = await modelOf(context, ask);
    const mode = options.mode === undefined ? await modeOf(model, ask) : modeNamed(options.mode, model);
    const duration = await durationOf(model, mode, options.duration, ask);
    const resolution = await resolutionOf(model, options.resolution, ask);
    const perMonth = options.perMonth ?? (await must(ask)("How many clips a month does the product need", asked(cli_arguments/* clipsOf */.Hh)));
    const takes = options.takes ?? (ask ? await ask("How many takes are generated for each, also those thrown away [1]", orElse(1, asked(cli_arguments/* takesOf */.Of))) : 1);
    const { images, video, audio } = (0,clip_request/* inputsOf */.Vc)({ mode, duration: duration ?? 0 });
    const first = {
        workload: options.workload ?? "clips",
        provider: provider.provider,
        model: model.id,
        mode,
        output: { ...(duration !== null && { duration: `${duration}s` }), ...(resolution !== null && { resolution }) },
        input: { ...(images > 0 && { images }), ...(video > 0 && { video: `${video}s` }), ...(audio > 0 && { audio: `${audio}s` }) },
        perMonth,
        takes,
        monthly: options.budget ?? null,
        prices: options.prices,
    };
    if (first.monthly !== null || options.add)
        return first;
    const suggested = await suggestion(first, context);
    if (!ask)
        return { ...first, monthly: suggested };
    const question = `What may that cost a month, in USD${suggested === null ? "" : ` [${suggested}]`}`;
    return { ...first, monthly: await ask(question, suggested === null ? asked(cli_arguments/* dollarsOf */.Bg) : orElse(suggested, asked(cli_arguments/* dollarsOf */.Bg))) };
}
/** The provider as a flag names it: alone, or before the model. */
function slugOf({ book, options: { provider, model } }) {
    const [before = ""] = model?.split("/") ?? [];
    const [only, ...others] = model === undefined ? [] : (0,known/* bareModels */.Dc)(model, book);
    return provider ?? (book.slugs.includes(before) ? before : only && others.length === 0 ? only.provider.provider : undefined);
}
async function modelOf(context, ask) {
    const { book, options, date } = context;
    const named = slugOf(context);
    const provider = named === undefined
        ? await must(ask)("Such as fal, vertex or runway; video-budget prices search finds who sells a model.\nWhich provider", (answer) => (0,known/* knownProvider */.lG)(answer, book, ""))
        : (0,known/* knownProvider */.lG)(named, book);
    const slug = provider.provider;
    if (options.model !== undefined)
        return (0,known/* knownModel */.t0)(options.provider === undefined && options.model.startsWith(`${slug}/`) ? options.model : `${slug}/${options.model}`, book);
    const rows = (0,search/* searchRows */._y)(book, { provider: slug }, date).filter(({ status }) => status !== "retired");
    const listed = rows
        .slice(0, LISTED)
        .map(({ id, example }) => `  ${id.slice(slug.length + 1)}${example ? ` (about ${(0,format/* jobPrice */.b3)(example.amount, "USD")} a clip)` : ""}`);
    const more = rows.length > LISTED ? [`  and ${rows.length - LISTED} more: video-budget prices search --provider ${slug}`] : [];
    return must(ask)(`${[`Models of ${slug}:`, ...listed, ...more].join("\n")}\nWhich model`, (answer) => (0,known/* knownModel */.t0)(`${slug}/${answer}`, book));
}
async function modeOf(model, ask) {
    const [first = notation_mode/* MODES */.FN[0], ...others] = model.modes;
    if (!ask || others.length === 0)
        return first;
    return ask(`What goes in: ${model.modes.join(", ")} [${first}]`, (answer) => (answer === "" ? first : modeNamed(answer, model)));
}
function modeNamed(name, model) {
    const found = model.modes.find((mode) => mode === name);
    if (found)
        return found;
    const meant = (0,nearest/* nearest */.p)(name, model.modes);
    throw new cli_terminal/* UsageError */.eb(`${model.id} has no mode ${name}.${meant ? ` Did you mean ${meant}?` : ""} It has: ${model.modes.join(", ")}.`);
}
/** Seconds; null where the model's own default, or nothing, says it. */
async function durationOf(model, mode, given, ask) {
    if (given !== undefined)
        return given;
    const stated = model.defaults["duration"];
    const usual = typeof stated === "number" ? stated : null;
    const sends = (0,notation_mode/* modeFollowsInput */.Kg)(mode) || mode === "extend";
    if (ask) {
        const question = sends ? "How many seconds is what goes in" : "How many seconds is a clip";
        if (usual !== null)
            return ask(`${question} [${usual}]`, orElse(usual, asked(cli_arguments/* lengthOf */.Y5)));
        if (sends || stated === undefined)
            return ask(question, asked(cli_arguments/* lengthOf */.Y5));
    }
    if (sends && usual === null)
        throw new cli_terminal/* UsageError */.eb(`Give --duration: ${model.id} bills by the length of what goes in.`);
    return usual;
}
async function resolutionOf(model, given, ask) {
    if (given !== undefined)
        return given;
    const stated = model.defaults["resolution"];
    const usual = typeof stated === "string" ? stated : null;
    const made = (0,search/* resolutionsOf */.XT)(model);
    if (!ask || made.length < 2)
        return usual;
    const question = `Which resolution: ${made.join(", ")}${usual === null ? "" : ` [${usual}]`}`;
    return ask(question, (answer) => {
        if (answer === "" && usual !== null)
            return usual;
        const found = made.find((one) => one.toLowerCase() === answer.toLowerCase());
        if (found === undefined)
            throw new cli_terminal/* UsageError */.eb(`${model.id} makes ${made.join(", ")}.`);
        return found;
    });
}
/** A limit a third above the month, in two digits, so that the month starts well below the share that warns; null where the month is not known. */
async function suggestion(first, { monthOf }) {
    const month = await monthOf(first);
    return month?.gt(0) ? roundedUp(month.times(4).div(3)) : null;
}
function roundedUp(amount) {
    const unit = (0,decimal/* decimal */._)(10).pow(Math.max(0, amount.e - 1));
    return amount.div(unit).round(0, 3).times(unit).toFixed();
}
/** The way to ask; where there is none, the flags were complete. */
function must(ask) {
    if (!ask)
        throw new cli_terminal/* UsageError */.eb("Something is left open, and there is no terminal to ask at.");
    return ask;
}
/** An answer read as the value of the same option is. */
function asked(read) {
    return (answer) => {
        try {
            return read(answer);
        }
        catch (error) {
            throw new cli_terminal/* UsageError */.eb(error instanceof Error ? error.message : String(error));
        }
    };
}
/** An empty answer takes what stands in brackets. */
function orElse(usual, read) {
    return (answer) => (answer === "" ? usual : read(answer));
}

// EXTERNAL MODULE: ./lib/src/cli/init/init-questions.js
var init_questions = __webpack_require__(5882);
;// CONCATENATED MODULE: ./lib/src/cli/init/init.js
















const MANIFEST = manifest_first/* MANIFEST_NAMES */.Rr[0];
/**
 * `video-budget init`: writes a first manifest and its workflow, both or neither, and prints the first report.
 * What the flags leave open is asked for at a terminal. No file that exists is touched.
 * @returns the exit code of the report. @throws UsageError, I/O errors
 */
async function init(options, terminal) {
    const { cwd, process } = terminal;
    const root = (0,files_disk/* repositoryOf */._)(cwd);
    const workflowFile = (0,external_node_path_.resolve)(root, manifest_first/* WORKFLOW_PATH */.A8);
    const extended = options.add ? await manifestToExtend(options.workload ?? "clips", terminal) : null;
    if (extended && options.fromCode)
        throw new cli_terminal/* UsageError */.eb("To add the workloads of code to a manifest that is there: video-budget scan --write.");
    if (!extended)
        refuseExisting(options, terminal, workflowFile);
    const book = await (0,price_book/* bookWithFiles */.J)(options, terminal);
    const date = options.date ?? (0,cli_terminal/* today */.Ec)();
    const action = await (0,address/* actionAddress */.Tp)(options.action, terminal.folder);
    const links = { schema: (0,address/* schemaAddress */.Q)(action, (0,external_node_path_.resolve)(terminal.folder), cwd), page: (0,address/* manifestPage */.f0)(action) };
    if (options.fromCode) {
        const { manifestFromCode } = await Promise.all(/* import() */[__webpack_require__.e(87), __webpack_require__.e(860)]).then(__webpack_require__.bind(__webpack_require__, 860));
        const text = await manifestFromCode(options, links, MANIFEST, terminal);
        return writeAll({ text, action, workflowFile }, options, terminal);
    }
    const monthOf = async (first) => {
        const { total } = await reviewOf({ name: MANIFEST, text: (0,manifest_first/* firstManifest */.sr)(first, links) }, book, date, cwd);
        return total.complete ? (total.head?.expected ?? null) : null;
    };
    const context = { book, date, options, monthOf };
    const asks = process.stdin.isTTY === true && !options.yes;
    const first = asks ? await (0,init_questions/* withQuestions */.s)(process, (ask) => answered(context, ask)) : await answered(context, null);
    if (extended) {
        const text = withWorkload(extended, first);
        refuseErrors(await reviewOf({ ...extended, text }, book, date, cwd));
        await writeExtended(extended, text, terminal);
        process.stderr.write(`Added ${first.workload} to ${extended.name}\n\n`);
        return (0,check.check)([extended.name], { ...options, prices: [] }, terminal);
    }
    const text = (0,manifest_first/* firstManifest */.sr)(first, links);
    refuseErrors(await reviewOf({ name: MANIFEST, text }, book, date, cwd));
    return writeAll({ text, action, workflowFile }, options, terminal);
}
/** Writes manifest and workflow, says so, and reports as any other run would: what the first pull request will see. */
async function writeAll({ text, action, workflowFile }, options, terminal) {
    const { cwd, process } = terminal;
    const root = (0,files_disk/* repositoryOf */._)(cwd);
    const below = (0,external_node_path_.relative)(root, (0,external_node_path_.resolve)(cwd, MANIFEST)).replaceAll("\\", "/");
    const found = manifest_first/* MANIFEST_NAMES */.Rr.some((name) => name === below);
    const files = [
        [(0,external_node_path_.resolve)(cwd, MANIFEST), text],
        ...(options.workflow && action !== null ? [[workflowFile, (0,manifest_first/* firstWorkflow */.MP)(action, found ? null : below)]] : []),
    ];
    await writeNew(files);
    for (const [file] of files)
        process.stderr.write(`Wrote ${(0,layout_escape/* inert */.tJ)((0,external_node_path_.relative)(cwd, file), 4096)}\n`);
    if (options.workflow && action === null) {
        process.stderr.write(`No workflow was written: this copy does not know which repository publishes the action. Once you know, add --action owner/repository@ref to an \`init\` in a repository without a manifest, or copy the workflow of the README.
`);
    }
    process.stderr.write("\n");
    return (0,check.check)([MANIFEST], { ...options, prices: [] }, terminal);
}
function refuseExisting({ workflow }, { cwd }, workflowFile) {
    const manifest = manifest_first/* MANIFEST_NAMES */.Rr.find((name) => (0,external_node_fs_.existsSync)((0,external_node_path_.resolve)(cwd, name)));
    if (manifest !== undefined)
        throw new cli_terminal/* UsageError */.eb(`${manifest} exists already, and init overwrites nothing. Add a workload to it with --add, or see what it costs: video-budget check.`);
    if (workflow && (0,external_node_fs_.existsSync)(workflowFile)) {
        throw new cli_terminal/* UsageError */.eb(`${(0,external_node_path_.relative)(cwd, workflowFile)} exists already, and init overwrites nothing. Write the manifest alone with --no-workflow, and name it in the workflow's \`manifest\` input.`);
    }
}
/** Prices a manifest that is not yet written. */
async function reviewOf({ name, text }, book, date, cwd) {
    const disk = (0,files_disk/* diskReader */.l)(cwd, [(0,files_disk/* repositoryOf */._)(cwd)]);
    const bytes = new TextEncoder().encode(text);
    const head = await (0,gather/* gather */.kg)({ ...disk, read: async (path) => (path === name ? bytes : disk.read(path)) }, [name], book.snapshot);
    return (0,review/* review */.N)({ head, base: null, book, date, renamed: new Map(), distributions: await (0,needs_distributions/* distributionsFor */.B)(head) });
}
function refuseErrors({ problems }) {
    const errors = problems.filter(({ severity }) => severity === "error");
    if (errors.length === 0)
        return;
    throw new cli_terminal/* UsageError */.eb(`${errors.map((problem) => [(0,messages.sentence)(problem), (0,messages.hint)(problem)].filter((part) => part !== null).join(" ")).join("\n")}\nNothing was written.`);
}
/** Writes files that do not exist yet: all of them, or none. */
async function writeNew(files) {
    const { mkdir, unlink, writeFile } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1455, 19));
    const written = [];
    try {
        for (const [file, text] of files) {
            await mkdir((0,external_node_path_.dirname)(file), { recursive: true });
            await writeFile(file, text, { flag: "wx" });
            written.push(file);
        }
    }
    catch (error) {
        await Promise.all(written.map((file) => unlink(file).catch(() => undefined)));
        throw error;
    }
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
/* harmony import */ var _notation_resolution_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9071);
/* harmony import */ var _prices_find_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(162);
/* harmony import */ var _prices_recognise_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8300);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9567);






/** Names on the command line that must be in the price book. Each throws a UsageError that says what there is. */
/** A provider by its slug. @param hint what else to say of a name that is not known */
function knownProvider(slug, book, hint = `There are: ${book.slugs.join(", ")}.`) {
    const provider = book.provider(slug);
    if (!provider)
        throw new _terminal_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(`No provider is named ${slug}.${meant(slug, book.slugs)} ${hint}`);
    return provider;
}
/** A model by PROVIDER/MODEL, its id or an alias; by its id or alias alone, where one provider sells it. */
function knownModel(name, book) {
    const [slug = "", ...rest] = name.split("/");
    const sellers = bareModels(name, book);
    const [only] = sellers;
    const isFull = book.provider(slug) !== undefined && (0,_prices_find_js__WEBPACK_IMPORTED_MODULE_2__/* .findModel */ .P6)(book.provider(slug), rest.join("/")) !== undefined;
    if (!isFull && only && sellers.length === 1)
        return only;
    if (!isFull && sellers.length > 1)
        throw new _terminal_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(`${name} is sold by ${sellers.length} providers: name one. There are: ${sellers.map(({ provider, model }) => `${provider.provider}/${model.id}`).join(", ")}.`);
    const provider = knownProvider(slug, book, "Write PROVIDER/MODEL, such as vertex/veo-3.1-fast-generate-001; prices search finds it.");
    const id = rest.join("/");
    const model = (0,_prices_find_js__WEBPACK_IMPORTED_MODULE_2__/* .findModel */ .P6)(provider, id);
    if (model)
        return { provider, model };
    const near = (0,_prices_recognise_js__WEBPACK_IMPORTED_MODULE_3__/* .nearestModel */ .q)(provider, id);
    const why = provider.unlisted_models ? ` ${provider.unlisted_models}` : "";
    throw new _terminal_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(`${slug} has no model ${id || "without a name"} in the price book.${near ? ` Did you mean ${near}?` : ""}${why} There are: ${provider.models.map((one) => one.id).join(", ") || "none"}.`);
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
    const resolution = (0,_notation_resolution_js__WEBPACK_IMPORTED_MODULE_5__/* .normaliseResolution */ .J)(written);
    if ((0,_notation_resolution_js__WEBPACK_IMPORTED_MODULE_5__/* .sizeOf */ .$)(resolution))
        return resolution;
    const all = [...new Set(book.slugs.flatMap((slug) => (book.provider(slug)?.models ?? []).flatMap(_catalog_search_js__WEBPACK_IMPORTED_MODULE_0__/* .resolutionsOf */ .XT)))].filter((one) => !(0,_notation_resolution_js__WEBPACK_IMPORTED_MODULE_5__/* .sizeOf */ .$)(one));
    if (!all.includes(resolution)) {
        all.sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
        throw new _terminal_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(`No model makes ${written}.${meant(resolution, all)} There are: ${all.join(", ")}; or write an exact size, such as 1280x720.`);
    }
    return resolution;
}
/** A model's id or alias, of any provider. */
function knownName(name, book) {
    const names = book.slugs.flatMap((slug) => (book.provider(slug)?.models ?? []).flatMap(({ id, aliases }) => [id, ...aliases, ...[id, ...aliases].map((one) => `${slug}/${one}`)]));
    if (!names.includes(name))
        throw new _terminal_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(`No model has the id or the alias ${name}.${meant(name, names)} Without --model, words find parts of a name.`);
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
        Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 200)),
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