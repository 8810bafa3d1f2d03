"use strict";
exports.id = 403;
exports.ids = [403];
exports.modules = {

/***/ 403:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  confirmPrice: () => (/* binding */ confirmPrice)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/prices/amend.js + 1 modules
var amend = __webpack_require__(8551);
// EXTERNAL MODULE: ./lib/src/prices/confirm.js
var prices_confirm = __webpack_require__(105);
// EXTERNAL MODULE: ./lib/src/prices/find.js
var find = __webpack_require__(162);
// EXTERNAL MODULE: ./lib/src/prices/overlay.js
var overlay = __webpack_require__(5377);
// EXTERNAL MODULE: ./lib/src/prices/read.js + 4 modules
var read = __webpack_require__(7698);
// EXTERNAL MODULE: ./lib/src/report/catalog/confirm.js
var catalog_confirm = __webpack_require__(3185);
// EXTERNAL MODULE: ./lib/src/report/words/messages.js + 3 modules
var messages = __webpack_require__(8164);
// EXTERNAL MODULE: ./lib/src/yaml/read.js + 3 modules
var yaml_read = __webpack_require__(3640);
// EXTERNAL MODULE: ./lib/src/cli/terminal.js
var cli_terminal = __webpack_require__(9567);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(481);
;// CONCATENATED MODULE: ./lib/src/cli/prices/ask-finding.js



/** An amount as `--set` and an answer give it: dollars, credits or whatever the figure is in. */
const AMOUNT = /^\d{1,15}(?:\.\d{1,20})?$/;
/**
 * Asks a person at a terminal what the live page says. Questions go to standard error, so that the
 * list alone is on standard output.
 * @returns what was found; null if it was skipped, where the input ended before the last answer, and
 *   where something differs and no amount does, which is more than this can record
 */
async function askFinding(listing, { stdin, stderr }) {
    const input = (0,external_node_readline_.createInterface)({ input: stdin, terminal: false });
    const lines = input[Symbol.asyncIterator]();
    /** An answer that is accepted, asked for until there is one; undefined at the end of the input. */
    const ask = async (question, accepts, again) => {
        for (;;) {
            stderr.write(question);
            const { value, done } = await lines.next();
            if (done)
                return undefined;
            const answer = value.trim();
            if (accepts(answer))
                return answer;
            stderr.write(`${again}\n`);
        }
    };
    try {
        const verdict = await ask("\nDoes the page say the same? [s]ame, [d]iffers, s[k]ip: ", (answer) => /^(?:s|same|d|differs|k|skip)$/i.test(answer), "Answer s, d or k.");
        if (verdict === undefined || /^k|^skip/i.test(verdict))
            return null;
        const amounts = new Map();
        for (let place = 0; /^d/i.test(verdict) && place < (0,prices_confirm/* placesOf */.e)(listing.price); place++) {
            const amount = await ask(`${place + 1}  ${(0,catalog_confirm/* figureInWords */.PY)(listing, place)}\n   the amount now (Enter: the same): `, (answer) => answer === "" || AMOUNT.test(answer), "A decimal in the same unit, such as 0.12.");
            if (amount === undefined)
                return null;
            if (amount !== "")
                amounts.set(place, amount);
        }
        if (/^d/i.test(verdict) && amounts.size === 0)
            return null;
        const source = await ask("The address that you read (Enter: the one above): ", () => true, "");
        return source === undefined ? null : { date: listing.date, amounts, ...(source !== "" && { source }) };
    }
    finally {
        input.close();
    }
}

// EXTERNAL MODULE: ./lib/src/cli/prices/known.js
var known = __webpack_require__(8985);
// EXTERNAL MODULE: ./lib/src/cli/prices/price-book.js
var price_book = __webpack_require__(5189);
;// CONCATENATED MODULE: ./lib/src/cli/prices/prices-confirm.js














/**
 * `video-budget prices confirm PROVIDER/MODEL`: lists what to compare with the live page; once it is
 * confirmed, by answers or by flags, writes it as a price file of its own or into one.
 * @returns 0 @throws UsageError, and the error of node:fs; nothing is ever written by halves
 */
async function confirmPrice(name, options, terminal) {
    const { process, cwd } = terminal;
    const date = options.date ?? (0,cli_terminal/* today */.Ec)();
    const book = await (0,price_book/* bookWithFiles */.J)(options, terminal);
    const [slug = ""] = name.split("/");
    const file = options.output ?? `prices/${slug}.yml`;
    const existing = SLUG.test(slug) ? await existingFile(file, cwd, slug) : null;
    // What the file already says of the model is what is confirmed: it wins wherever the file is named.
    const { provider, model } = (0,known/* knownModel */.t0)(name, existing ? (0,overlay/* overlay */.L)(book, [existing.provider], book.snapshot) : book);
    const price = (0,find/* priceOn */.L2)(model, date);
    if (!price)
        throw new cli_terminal/* UsageError */.eb(`${slug}/${model.id} has no price on ${date} to confirm; give it one in a price file (prices/README.md).`);
    if (price.checked > date)
        throw new cli_terminal/* UsageError */.eb(`${slug}/${model.id} was already checked on ${price.checked}, after ${date}.`);
    const listing = { provider, model, price, date, written: null };
    const finding = givenFinding(listing, options);
    const asks = !finding && options.format === "text" && process.stdin.isTTY === true;
    if (options.format === "text")
        process.stdout.write((0,catalog_confirm/* confirmText */.IX)(listing, terminal));
    const found = finding ?? (asks ? await askFinding(listing, process) : null);
    const written = found && (await writeFinding(listing, found, { file, existing, cwd, pid: process.pid }));
    if (options.format === "markdown")
        process.stdout.write((0,catalog_confirm/* confirmMarkdown */.Sx)(listing));
    if (options.format === "json")
        process.stdout.write((0,catalog_confirm/* confirmJson */.ZE)({ ...listing, written }));
    process.stderr.write(written ? done(listing, written, found) : asks ? SKIPPED : HINT);
    return 0;
}
/** What a provider may be called; anything else is no part of a path. */
const SLUG = /^[a-z0-9][a-z0-9-]{0,63}$/;
const BEYOND = "What is more than another amount (a new condition, a charge that is gone) is an edit of a price file: prices/README.md.\n";
const SKIPPED = `Nothing was written. ${BEYOND}`;
const HINT = `Nothing is confirmed yet. When you have compared them: --same, or --set NUMBER=AMOUNT for each that differs.\n${BEYOND}`;
/** The file to write into, which must be a price file of this provider if it is there at all. */
async function existingFile(file, cwd, slug) {
    const bytes = await (0,promises_.readFile)((0,external_node_path_.resolve)(cwd, file)).catch((error) => {
        if (error.code === "ENOENT")
            return null;
        throw error;
    });
    if (!bytes)
        return null;
    const { provider, problems } = (0,read.readPrices)((0,yaml_read.readYaml)(file, bytes));
    const errors = problems.filter(({ severity }) => severity === "error");
    if (!provider) {
        throw new cli_terminal/* UsageError */.eb(`${file} is there and is not a price file without problems; it is left as it is. Name another with --output.\n${errors.map((one) => `  ${(0,messages.sentence)(one)}`).join("\n")}`);
    }
    if (provider.provider !== slug)
        throw new cli_terminal/* UsageError */.eb(`${file} is the price file of ${provider.provider}, not of ${slug}; name another with --output.`);
    return { bytes, provider };
}
/** What the flags say was found; null if they say nothing. */
function givenFinding({ price, date }, { same, set, source }) {
    const beyond = [...set.keys()].find((number) => number < 1 || number > (0,prices_confirm/* placesOf */.e)(price));
    if (beyond !== undefined)
        throw new cli_terminal/* UsageError */.eb(`--set ${beyond}=…: there are ${(0,prices_confirm/* placesOf */.e)(price)} figures, numbered from 1.`);
    if (same && set.size > 0)
        throw new cli_terminal/* UsageError */.eb("--same says that every figure is as listed, and --set that one is not: give one of them.");
    if (!same && set.size === 0) {
        if (source !== undefined)
            throw new cli_terminal/* UsageError */.eb("--source says where you read; add what you found: --same, or --set NUMBER=AMOUNT.");
        return null;
    }
    return { date, amounts: new Map([...set].map(([number, amount]) => [number - 1, amount])), ...(source !== undefined && { source }) };
}
async function writeFinding({ provider, model, price }, finding, { file, existing, cwd, pid }) {
    const { model: after, change } = (0,prices_confirm/* confirmModel */.k)(model, price, finding);
    const before = existing && (0,find/* findModel */.P6)(existing.provider, model.id);
    const amended = existing ? (0,amend/* amendFile */.A)(file, existing.bytes, before ?? undefined, after) : (0,amend/* newFile */.J)(file, provider, after, (0,catalog_confirm/* fileComment */.AZ)(provider));
    if (!("text" in amended))
        throw new cli_terminal/* UsageError */.eb(refusal(file, amended));
    const path = (0,external_node_path_.resolve)(cwd, file);
    if (!existing)
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    // A link stays a link, to a file with new contents.
    await (0,cli_terminal/* replace */.HC)(existing ? await (0,promises_.realpath)(path) : path, amended.text, pid);
    return { file, change };
}
function refusal(file, amended) {
    if ("problems" in amended)
        return `What you found makes no price file that can be used:\n${amended.problems.map((one) => `  ${(0,messages.sentence)(one)}`).join("\n")}`;
    return `${file} cannot be edited without changing more than this price: other models share parts of it through anchors. Edit it by hand, or name another file with --output.`;
}
function done({ provider, model, price, date }, written, finding) {
    const says = {
        checked: `checked on ${date}, unchanged`,
        closed: `the old price ends on ${date} and a new one begins`,
        corrected: `the price that began on ${date} is corrected`,
    }[written.change];
    const still = price.confidence !== "provider" && finding?.source === undefined
        ? `Its confidence stays ${price.confidence}: name the provider's own page with --source once you have compared with that.\n`
        : "";
    return `Written to ${written.file}: ${provider.provider}/${model.id}, ${says}.\n${still}For a manifest in this folder:\n\nprices: [${written.file}]\n`;
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