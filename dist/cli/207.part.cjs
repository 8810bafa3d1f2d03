"use strict";
exports.id = 207;
exports.ids = [207];
exports.modules = {

/***/ 3626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ MAX_AGE_DAYS),
/* harmony export */   j: () => (/* binding */ rankModels)
/* harmony export */ });
/* harmony import */ var _money_round_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1173);
/* harmony import */ var _notation_date_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4345);
/* harmony import */ var _notation_mode_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9298);
/* harmony import */ var _notation_resolution_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9071);
/* harmony import */ var _prices_accepts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8740);
/* harmony import */ var _prices_find_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(162);
/* harmony import */ var _clip_request_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3698);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7038);








/** Older than this counts as stale, as in a manifest that says nothing else (`price_max_age_days`). */
const MAX_AGE_DAYS = 180;
/** A model is only said to make these where the book says so; of other fields, silence is a note. */
const MUST_BE_STATED = ["resolution", "duration", "audio"];
/** Every model by the price of one clip, cheapest first, equals in the order of their names; and those that are not ranked. */
function rankModels(book, asked, market, providers = book.slugs) {
    const ask = asked.resolution === undefined ? asked : { ...asked, resolution: (0,_notation_resolution_js__WEBPACK_IMPORTED_MODULE_6__/* .normaliseResolution */ .J)(asked.resolution) };
    const ranked = [];
    const leftOut = [];
    for (const provider of (0,_prices_find_js__WEBPACK_IMPORTED_MODULE_3__/* .providersOf */ .Ou)(book, providers)) {
        for (const model of provider.models) {
            const found = place(provider, model, ask, market);
            if ("reason" in found)
                leftOut.push(found);
            else
                ranked.push(found);
        }
    }
    // A credit's value is a quotient that is cut at 40 decimals: equals are told by what is shown of them.
    ranked.sort((a, b) => (0,_money_round_js__WEBPACK_IMPORTED_MODULE_7__/* .round */ .L)(a.amount) - (0,_money_round_js__WEBPACK_IMPORTED_MODULE_7__/* .round */ .L)(b.amount) || (a.id < b.id ? -1 : 1));
    return { ask, date: market.date, ranked, leftOut };
}
function place(provider, model, ask, market) {
    const id = `${provider.provider}/${model.id}`;
    const retired = (0,_prices_find_js__WEBPACK_IMPORTED_MODULE_3__/* .retiredSince */ .Mp)(model, market.date);
    if (!model.modes.includes(ask.mode))
        return { id, reason: "mode" };
    if (retired !== null)
        return { id, reason: "retired", date: retired };
    const price = (0,_prices_find_js__WEBPACK_IMPORTED_MODULE_3__/* .priceOn */ .L2)(model, market.date);
    if (!price)
        return { id, reason: "unpriced" };
    const { duration } = ask;
    const standIns = {
        "input.video": duration,
        "input.audio": duration,
        "input.images": Math.max(1, (0,_clip_request_js__WEBPACK_IMPORTED_MODULE_4__/* .inputsOf */ .Vc)(ask).images),
        ...(ask.resolution !== undefined && { "input.resolution": ask.resolution }),
    };
    const quote = (0,_quote_js__WEBPACK_IMPORTED_MODULE_5__/* .quoteJob */ .g)({ provider, model, price }, (0,_clip_request_js__WEBPACK_IMPORTED_MODULE_4__/* .fieldsOf */ .Pf)(ask), market, { standIns, vary: true });
    if (quote.state === "refused")
        return { id, reason: "not-accepted", ...mainOf(quote.refused) };
    if (quote.state === "none") {
        const no = (0,_quote_js__WEBPACK_IMPORTED_MODULE_5__/* .notPriced */ .v)(quote.no);
        // It was given, and the book knows nothing to do with it: pixels of a resolution that it does not list.
        return no.reason === "field-needed" && no.field in ask ? { id, reason: "not-stated", field: no.field, amount: null } : { id, ...no };
    }
    const unstated = unstatedOf(ask, model, quote);
    const missing = MUST_BE_STATED.find((field) => unstated.includes(field));
    if (missing !== undefined)
        return { id, reason: "not-stated", field: missing, amount: quote.job.amount };
    return { ...rankedOf({ id, model, price }, ask, quote, market.date), unstated };
}
/** Of several refusals the one that says most: a size that is not made, before a length, before sound. */
function mainOf(refused) {
    return MUST_BE_STATED.map((field) => refused.find((one) => one.field === field)).find((one) => one !== undefined) ?? refused[0];
}
/** Fields that were asked for and of which the book neither lists what is accepted nor names this as the default. */
function unstatedOf(ask, model, { request }) {
    return Object.entries(ask).flatMap(([field, value]) => {
        if (field === "mode" || value === undefined || (field === "duration" && (0,_notation_mode_js__WEBPACK_IMPORTED_MODULE_1__/* .modeFollowsInput */ .Kg)(ask.mode)))
            return [];
        const names = field === "duration" ? ["duration", "frames"] : [field];
        const stated = names.some((name) => request.fields.has(name) && ((0,_prices_accepts_js__WEBPACK_IMPORTED_MODULE_2__/* .limitsOf */ .Af)(name, model, (other) => request.fields.get(other)) ?? []).length > 0);
        // An exact size is not listed by name: the pixels of a class that is, say it.
        const sized = field === "resolution" && (0,_notation_resolution_js__WEBPACK_IMPORTED_MODULE_6__/* .sizeOf */ .$)(String(value)) !== undefined && request.size !== undefined && model.media?.pixels !== undefined;
        return stated || sized || model.defaults[field] === value ? [] : [field];
    });
}
function rankedOf({ id, model, price }, { duration }, { request, filled, credit, job }, date) {
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
        stale: (0,_notation_date_js__WEBPACK_IMPORTED_MODULE_0__/* .daysBetween */ .YM)(price.checked, date) > MAX_AGE_DAYS,
    };
}
/** Fields that follow from others, and are no default of anybody. */
const DERIVED = new Set(["mode", "duration", "frames", "megapixels", "input.megapixels"]);
function isLine(term) {
    return term.kind === "line";
}


/***/ }),

/***/ 9497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ab: () => (/* binding */ SUBJECT_NAMES),
/* harmony export */   Ks: () => (/* binding */ acceptedInWords),
/* harmony export */   i$: () => (/* binding */ defaultInWords),
/* harmony export */   it: () => (/* binding */ chargesInWords),
/* harmony export */   wk: () => (/* binding */ conditionInWords)
/* harmony export */ });
/* harmony import */ var _money_decimal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5688);
/* harmony import */ var _notation_meter_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5888);
/* harmony import */ var _layout_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6125);



const SUBJECT_NAMES = {
    output: "output",
    input_video: "input video",
    input_audio: "input audio",
    input_images: "input images",
    text: "text",
};
/** Everything one price charges, in words: a line for each charge and factor, then what holds for the whole job. */
function chargesInWords({ charges, factors, holes, total }, quote) {
    const rules = [
        ...(total?.min === undefined ? [] : [`at least ${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_2__/* .quantity */ .au)((0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(total.min))}`]),
        ...(total?.round_to === undefined ? [] : [`rounded ${total.round ?? "up"} to a multiple of ${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_2__/* .quantity */ .au)((0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(total.round_to))}`]),
        ...(total?.max === undefined ? [] : [`at most ${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_2__/* .quantity */ .au)((0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(total.max))}`]),
    ];
    return [
        ...charges.map((charge) => chargeInWords(charge, quote)),
        ...factors.map((factor) => factorInWords(factor, quote)),
        ...(rules.length === 0 ? [] : [`The whole job: ${rules.join(", ")}, in the unit of its charges`]),
        ...holes.map((hole) => `Not sold: ${conditionInWords(hole, quote)}`),
    ];
}
function chargeInWords({ amount, meter, of, per, extra, when, each, min, step, round, max, included, from, to }, quote) {
    const known = _notation_meter_js__WEBPACK_IMPORTED_MODULE_1__/* .METERS */ .Tk[meter];
    const subject = of.length === 1 && of[0] === known.subject ? "" : ` of ${of.map((one) => SUBJECT_NAMES[one]).join(" and ")}`;
    const worth = amount === "unknown"
        ? "an unknown amount"
        : amount.unit === "credits"
            ? `${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_2__/* .quantity */ .au)((0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(amount.value))} ${(0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(amount.value).eq(1) ? "credit" : "credits"}`
            : (0,_layout_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatPrice */ .$g)((0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(amount.value), amount.unit === "USD" ? "USD" : quote(amount.unit));
    const rules = [
        ...(each
            ? [
                `each file${each.min === undefined ? "" : `, at least ${each.min}`}${each.step === undefined ? "" : `, in steps of ${each.step}`}${each.max === undefined ? "" : `, at most ${each.max}`}${each.share === undefined ? "" : `, at most an equal share of ${each.share}`}`,
            ]
            : []),
        ...(min === undefined ? [] : [`at least ${boundInWords(min, quote)}`]),
        ...(step === undefined ? [] : [`in steps of ${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_2__/* .quantity */ .au)((0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(step))}, rounded ${round}`]),
        ...(max === undefined ? [] : [`at most ${boundInWords(max, quote)}`]),
        ...(included === undefined ? [] : [`the first ${boundInWords(included, quote)} included`]),
        ...dated(from, to),
    ];
    const where = Object.keys(when).length === 0 ? "" : `, when ${conditionInWords(when, quote)}`;
    return `${extra ? "Plus " : ""}${worth} ${per === "1" ? `per ${known.unit}` : `per ${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_2__/* .quantity */ .au)((0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(per))} ${known.unit}s`}${subject}${where}${rules.length === 0 ? "" : ` (${rules.join("; ")})`}`;
}
function factorInWords({ factor, when, from, to }, quote) {
    const period = dated(from, to);
    return `× ${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_2__/* .quantity */ .au)((0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(factor))}${Object.keys(when).length === 0 ? "" : `, when ${conditionInWords(when, quote)}`}${period.length === 0 ? "" : ` (${period.join("; ")})`}`;
}
function dated(from, to) {
    if (from === undefined && to === undefined)
        return [];
    return [`${from === undefined ? "" : `from ${from} `}${to === undefined ? "with no known end: not counted on" : `until ${to}`}`];
}
function boundInWords(bound, quote) {
    if (typeof bound === "string")
        return bound === "unknown" ? "an unknown number" : (0,_layout_format_js__WEBPACK_IMPORTED_MODULE_2__/* .quantity */ .au)((0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(bound));
    return bound
        .map(({ when, value }) => `${value === "unknown" ? "an unknown number" : (0,_layout_format_js__WEBPACK_IMPORTED_MODULE_2__/* .quantity */ .au)((0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(value))} when ${conditionInWords(when, quote)}`)
        .join(", ");
}
/** resolution is 720p or 1080p, and input.video is above 0. */
function conditionInWords(condition, quote) {
    return Object.entries(condition)
        .map(([field, matcher]) => `${quote(field)} is ${matcherInWords(matcher, quote)}`)
        .join(" and ");
}
function matcherInWords(matcher, quote) {
    if ("in" in matcher)
        return matcher.in.map((value) => quote(String(value))).join(" or ");
    const { min, max, above, below } = matcher;
    return [
        ...(min === undefined ? [] : [`at least ${min}`]),
        ...(above === undefined ? [] : [`above ${above}`]),
        ...(max === undefined ? [] : [`at most ${max}`]),
        ...(below === undefined ? [] : [`below ${below}`]),
    ].join(" and ");
}
/** 4, 6 or 8; or 3 to 15 in steps of 1. */
function acceptedInWords(accepted, quote) {
    if (accepted.kind === "list")
        return accepted.values.map((value) => quote(String(value))).join(", ");
    const { min, max, step, auto } = accepted;
    return `${min} to ${max}${step === undefined ? "" : ` in steps of ${step}`}${auto ? ", or auto" : ""}`;
}
/** A default, or the field that it follows. */
function defaultInWords(value, quote) {
    if (typeof value !== "object")
        return quote(String(value));
    return `as ${quote(value.from)}${value.max === undefined ? "" : `, at most ${quote(String(value.max))}`}`;
}


/***/ }),

/***/ 5594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QT: () => (/* binding */ BOUNDS),
/* harmony export */   U_: () => (/* binding */ clipLines),
/* harmony export */   ai: () => (/* binding */ clipsData)
/* harmony export */ });
/* harmony import */ var _money_decimal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5688);
/* harmony import */ var _money_round_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1173);
/* harmony import */ var _layout_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6125);
/* harmony import */ var _not_ranked_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9454);




/** How a bound is written before an amount. */
const BOUNDS = { exact: "", upper: "≤ ", lower: "≥ " };
/** What a clip of about 5 and about 8 seconds costs, a line for each size, sound and group of modes. `quote` makes the book's texts inert. */
function clipLines({ date, state, stated, inputs, rows }, retires, quote) {
    if (state === "retired")
        return [`Retired since ${retires}: on ${date} it can no longer be used.`];
    if (state === "unpriced")
        return [`No price is public for ${date}.`];
    if (rows.length === 0)
        return ["It makes no clip of these lengths."];
    const grouped = new Set(rows.map(({ modes }) => modes.join())).size > 1;
    return [
        ...rows.map((row) => `${[...(grouped ? [allOf(row.modes)] : []), ...sizeOf(row, quote)].join(", ") || "Any clip"}: ${priced(row.clips, quote)}`),
        ...(stated ? [] : ["The book does not say which lengths it makes: 5 s and 8 s are priced as if it does."]),
        ...(inputs ? ["What goes in is assumed: one image (two for a first and a last frame), and a video or sound as long as the clip."] : []),
    ];
}
/** a, b and c. */
function allOf(names) {
    return names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
function sizeOf({ resolution, audio }, quote) {
    return [...(resolution === null ? [] : [quote(resolution)]), ...(audio === null ? [] : [audio ? "with sound" : "without sound"])];
}
/** $0.60 for 6 s (5 s is not accepted), $0.80 for 8 s. */
function priced(clips, quote) {
    const [first] = clips;
    if (first?.why && clips.every(({ why }) => JSON.stringify(why) === JSON.stringify(first.why)))
        return `unknown (${(0,_not_ranked_js__WEBPACK_IMPORTED_MODULE_2__/* .notPricedInWords */ .zO)(first.why, quote)})`;
    const lengths = [...new Set(clips.map(({ asked, seconds }) => seconds ?? asked))];
    const said = lengths.map((length) => {
        const same = clips.filter(({ asked, seconds }) => (seconds ?? asked) === length);
        const { usd, bound, why } = same[0];
        const amount = usd === null ? `unknown (${why ? (0,_not_ranked_js__WEBPACK_IMPORTED_MODULE_2__/* .notPricedInWords */ .zO)(why, quote) : ""})` : `${BOUNDS[bound]}${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_1__/* .jobPrice */ .b3)(usd, "USD")}`;
        const missing = same.filter(({ asked }) => asked !== length).map(({ asked }) => `${asked} s`);
        const instead = missing.length === 0 ? "" : ` (${missing.join(" and ")} ${missing.length === 1 ? "is" : "are"} not accepted)`;
        return `${amount} for ${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_1__/* .quantity */ .au)((0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(length))} s${instead}`;
    });
    const chosen = new Map(clips.flatMap((clip) => Object.entries(clip.chosen)));
    const assumed = [...chosen].map(([field, value]) => `${quote(field)} ${quote(String(value))}`);
    return `${said.join(", ")}${assumed.length === 0 ? "" : `; assumed: ${assumed.join(", ")}`}`;
}
/** The same for programs: one entry for each size, sound, group of modes and length; USD for one job, null if the book cannot tell. */
function clipsData({ rows }) {
    return rows.flatMap(({ modes, resolution, audio, clips }) => clips.map(({ asked, seconds, usd, bound, chosen, why }) => ({
        modes,
        resolution,
        audio,
        asked,
        seconds,
        usd: usd && (0,_money_round_js__WEBPACK_IMPORTED_MODULE_3__/* .round */ .L)(usd),
        bound: usd && bound,
        assumed: chosen,
        reason: why?.reason ?? null,
        message: why && (0,_not_ranked_js__WEBPACK_IMPORTED_MODULE_2__/* .notPricedInWords */ .zO)(why, String),
    })));
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


/***/ }),

/***/ 8207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xv: () => (/* binding */ rankJson),
/* harmony export */   _3: () => (/* binding */ rankMarkdown),
/* harmony export */   _k: () => (/* binding */ rankText)
/* harmony export */ });
/* unused harmony export metOf */
/* harmony import */ var picocolors__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7336);
/* harmony import */ var _catalog_clip_request_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3698);
/* harmony import */ var _catalog_rank_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3626);
/* harmony import */ var _money_decimal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5688);
/* harmony import */ var _money_round_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(1173);
/* harmony import */ var _notation_meter_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5888);
/* harmony import */ var _prices_dated_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(237);
/* harmony import */ var _layout_columns_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(2331);
/* harmony import */ var _layout_escape_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8105);
/* harmony import */ var _layout_format_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6125);
/* harmony import */ var _layout_table_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(2052);
/* harmony import */ var _layout_wrap_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(342);
/* harmony import */ var _charge_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9497);
/* harmony import */ var _clips_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5594);
/* harmony import */ var _not_ranked_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9454);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8480);
















/** Models by the price of one clip, as a table for a terminal; `verbose` names every model that is left out, and every source. */
function rankText(ranking, { width, color, verbose }) {
    const paint = picocolors__WEBPACK_IMPORTED_MODULE_10__.createColors(color);
    const { ranked, leftOut } = ranking;
    const table = (0,_layout_columns_js__WEBPACK_IMPORTED_MODULE_11__/* .columns */ .Y)([
        { title: "#", align: "right" },
        { title: "Model", whole: true },
        { title: "A job", align: "right" },
        { title: "A second", align: "right", drop: 2 },
        { title: "Billed", drop: 1 },
        { title: "With", drop: 3 },
        { title: "Checked" },
    ], ranked.map((row, index) => [String(index + 1), (0,_layout_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .inert */ .tJ)(row.id), amountOf(row), perSecondOf(row), billedOf(row), metOf(row, _layout_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .inert */ .tJ), checkedOf(row)]), width, paint.dim);
    const left = groupsOf(leftOut).flatMap((group) => [
        ...(0,_layout_wrap_js__WEBPACK_IMPORTED_MODULE_12__/* .wrap */ .LV)(`  ${inWords(group, ranking.ask, _layout_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .inert */ .tJ)}`, width, "    "),
        ...(verbose ? group.flatMap((one) => (0,_layout_wrap_js__WEBPACK_IMPORTED_MODULE_12__/* .wrap */ .LV)(`    ${named(one, _layout_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .inert */ .tJ)}`, width, "      ").map(paint.dim)) : []),
    ]);
    const sources = verbose && ranked.length > 0
        ? ["", "Sources:", ...ranked.flatMap((row) => (0,_layout_wrap_js__WEBPACK_IMPORTED_MODULE_12__/* .wrap */ .LV)(`  ${(0,_layout_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .inert */ .tJ)(row.id)}: ${(0,_layout_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .inert */ .tJ)(row.source, 400)}`, width, "    ").map(paint.dim))]
        : [];
    return `${[
        ...(0,_layout_wrap_js__WEBPACK_IMPORTED_MODULE_12__/* .wrap */ .LV)(asked(ranking, _layout_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .inert */ .tJ), width).map(paint.bold),
        "",
        ...(ranked.length > 0 ? table : ["No model is known to make this."]),
        "",
        ...(leftOut.length === 0 ? [] : [`${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_5__/* .count */ .U9)(leftOut.length, "model")} not ranked${verbose ? "" : " (--verbose names them)"}:`, ...left]),
        ...sources,
        ...notes(ranked).flatMap((note) => (0,_layout_wrap_js__WEBPACK_IMPORTED_MODULE_12__/* .wrap */ .LV)(note, width).map(paint.dim)),
    ].join("\n")}\n`;
}
/** The same as Markdown; addresses that the built-in book cites are links. */
function rankMarkdown(ranking, book, verbose) {
    const { ranked, leftOut } = ranking;
    const body = ranked.map((row, index) => (0,_layout_table_js__WEBPACK_IMPORTED_MODULE_13__/* .tableRow */ .j)([
        String(index + 1),
        (0,_layout_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(row.id),
        amountOf(row),
        perSecondOf(row),
        billedOf(row),
        metOf(row, _layout_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY),
        checkedOf(row),
        (0,_source_js__WEBPACK_IMPORTED_MODULE_9__/* .sourceMarkdown */ .P)(row.source, row.id, book),
    ]));
    const left = groupsOf(leftOut).flatMap((group) => [
        `- ${inWords(group, ranking.ask, _layout_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)}`,
        ...(verbose ? group.map((one) => `  - ${named(one, _layout_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)}`) : []),
    ]);
    return `${[
        `### ${asked(ranking, _layout_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)}`,
        "",
        ...(ranked.length > 0
            ? [...(0,_layout_table_js__WEBPACK_IMPORTED_MODULE_13__/* .tableHead */ .P)(["#:", "Model", "A job in USD:", "A second:", "Billed", "With", "Checked", "Source"]), ...body]
            : ["No model is known to make this."]),
        "",
        ...(leftOut.length === 0 ? [] : [`${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_5__/* .count */ .U9)(leftOut.length, "model")} not ranked:`, "", ...left]),
        ...notes(ranked),
    ].join("\n")}\n`;
}
/** The same for programs: USD for one job, cheapest first; and every model that is not ranked, with the reason as a code and in words. */
function rankJson({ ask, date, ranked, leftOut }) {
    const { mode, duration, resolution = null, audio = null, aspect_ratio = null, fps = null } = ask;
    const report = {
        schema: "video-budget/prices-compare@1",
        date,
        request: { mode, duration, resolution, audio, aspect_ratio, fps, input: (0,_catalog_clip_request_js__WEBPACK_IMPORTED_MODULE_0__/* .inputsOf */ .Vc)(ask) },
        ranked: ranked.map(({ id, name, amount, perSecond, bound, billed, defaults, chosen, ...rest }, index) => ({
            rank: index + 1,
            id,
            name,
            usd: (0,_money_round_js__WEBPACK_IMPORTED_MODULE_14__/* .round */ .L)(amount),
            usd_per_second: (0,_money_round_js__WEBPACK_IMPORTED_MODULE_14__/* .round */ .L)(perSecond),
            bound,
            billed: billed.map(({ quantity: number, meter, of }) => ({ quantity: (0,_money_round_js__WEBPACK_IMPORTED_MODULE_14__/* .round */ .L)(number), meter, of })),
            defaults,
            assumed: chosen,
            ...rest,
        })),
        left_out: leftOut.map((one) => ({
            id: one.id,
            reason: one.reason,
            field: "field" in one ? one.field : null,
            accepts: one.reason === "not-accepted" ? one.allowed : null,
            usd: one.reason === "not-stated" && one.amount ? (0,_money_round_js__WEBPACK_IMPORTED_MODULE_14__/* .round */ .L)(one.amount) : null,
            message: (0,_not_ranked_js__WEBPACK_IMPORTED_MODULE_8__/* .leftOutInWords */ .Er)(one, true, ask, String),
        })),
    };
    return `${JSON.stringify(report, null, 2)}\n`;
}
/** image-to-video, 8 s, 1080p, on 2026-11-22; 1 image goes in. */
function asked({ ask, date }, quote) {
    const { mode, duration, resolution, audio, aspect_ratio, fps } = ask;
    const { images, video, audio: sound } = (0,_catalog_clip_request_js__WEBPACK_IMPORTED_MODULE_0__/* .inputsOf */ .Vc)(ask);
    const input = [
        ...(images > 0 ? [(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_5__/* .count */ .U9)(images, "image")] : []),
        ...(video > 0 ? [`a video of ${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_5__/* .quantity */ .au)((0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_2__/* .decimal */ ._)(video))} s`] : []),
        ...(sound > 0 ? [`sound of ${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_5__/* .quantity */ .au)((0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_2__/* .decimal */ ._)(sound))} s`] : []),
    ];
    return `${[
        mode,
        `${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_5__/* .quantity */ .au)((0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_2__/* .decimal */ ._)(duration))} s`,
        ...(resolution === undefined ? [] : [quote(resolution)]),
        ...(audio === undefined ? [] : [audio ? "with sound" : "without sound"]),
        ...(aspect_ratio === undefined ? [] : [quote(aspect_ratio)]),
        ...(fps === undefined ? [] : [`${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_5__/* .quantity */ .au)((0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_2__/* .decimal */ ._)(fps))} fps`]),
    ].join(", ")}, on ${date}${input.length === 0 ? "" : `; assumed to go in: ${input.join(" and ")}`}`;
}
function amountOf({ amount, bound }) {
    return `${_clips_js__WEBPACK_IMPORTED_MODULE_7__/* .BOUNDS */ .QT[bound]}${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_5__/* .jobPrice */ .b3)(amount, "USD")}`;
}
function perSecondOf({ perSecond, bound }) {
    return `${_clips_js__WEBPACK_IMPORTED_MODULE_7__/* .BOUNDS */ .QT[bound]}${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_5__/* .formatPrice */ .$g)(perSecond.prec(4, 1), "USD")}`;
}
/** 8 s; 1 clip + 7 s; 393,720 tokens. */
function billedOf({ billed }) {
    return billed
        .map(({ quantity: number, meter, of }) => {
        const { unit, subject } = _notation_meter_js__WEBPACK_IMPORTED_MODULE_3__/* .METERS */ .Tk[meter];
        const of_ = of.length === 1 && of[0] === subject ? "" : ` of ${of.map((one) => _charge_js__WEBPACK_IMPORTED_MODULE_6__/* .SUBJECT_NAMES */ .Ab[one]).join(" and ")}`;
        return `${meter === "second" ? `${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_5__/* .quantity */ .au)(number)} s` : `${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_5__/* .quantity */ .au)(number)} ${unit}${number.eq(1) ? "" : "s"}`}${of_}`;
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
    return [(0,_prices_dated_js__WEBPACK_IMPORTED_MODULE_15__/* .isUndated */ .q)(checked) ? "undated" : checked, { provider: "", "third-party": "t", inferred: "i" }[confidence], stale ? "old" : ""]
        .filter((part) => part !== "")
        .join(" ");
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
    return `${group.length} ${(0,_not_ranked_js__WEBPACK_IMPORTED_MODULE_8__/* .leftOutInWords */ .Er)(group[0], group.length === 1, ask, quote)}`;
}
function named(one, quote) {
    const detail = (0,_not_ranked_js__WEBPACK_IMPORTED_MODULE_8__/* .leftOutDetail */ .r9)(one, quote);
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
            ...has(({ stale }) => stale, `old: checked more than ${_catalog_rank_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_AGE_DAYS */ .b} days before.`),
        ].join(" "),
    ];
}


/***/ })

};
;