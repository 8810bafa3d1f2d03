"use strict";
exports.id = 16;
exports.ids = [16];
exports.modules = {

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

/***/ 16:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G6: () => (/* binding */ billedLines),
/* harmony export */   dZ: () => (/* binding */ accountLines),
/* harmony export */   g8: () => (/* binding */ modelInWords)
/* harmony export */ });
/* harmony import */ var _money_decimal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5688);
/* harmony import */ var _notation_record_of_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(100);
/* harmony import */ var _prices_dated_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(237);
/* harmony import */ var _layout_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6125);
/* harmony import */ var _words_trust_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5545);
/* harmony import */ var _charge_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9497);
/* harmony import */ var _clips_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5594);







/** Everything that the price book knows of a model, for a terminal or for Markdown: `quote` makes its texts inert. Empty parts are left out. */
function modelInWords({ account, jobs, ...provider }, model, clips, quote) {
    const parts = [
        { title: "Model", lines: identity(provider, model, quote) },
        { title: "Accepts", lines: requestLines(model, quote) },
        { title: `A clip on ${clips.date}`, lines: (0,_clips_js__WEBPACK_IMPORTED_MODULE_4__/* .clipLines */ .U_)(clips, model.status.retires, quote) },
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
        ...(status.may_retire === undefined ? [] : [`May retire: ${status.may_retire} is the earliest day that the maker announced; from then on calls may fail`]),
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
        return `${quote(field)}: ${accepted === undefined ? "anything" : (0,_charge_js__WEBPACK_IMPORTED_MODULE_3__/* .acceptedInWords */ .Ks)(accepted, quote)}${assumed === undefined ? "" : ` (default ${(0,_charge_js__WEBPACK_IMPORTED_MODULE_3__/* .defaultInWords */ .i$)(assumed, quote)})`}`;
    });
    const narrowed = cases.map(({ when, accepts: some, defaults: others }) => {
        const said = [
            ...Object.entries(some).map(([field, accepted]) => `${quote(field)}: ${(0,_charge_js__WEBPACK_IMPORTED_MODULE_3__/* .acceptedInWords */ .Ks)(accepted, quote)}`),
            ...Object.entries(others).map(([field, value]) => `${quote(field)} defaults to ${(0,_charge_js__WEBPACK_IMPORTED_MODULE_3__/* .defaultInWords */ .i$)(value, quote)}`),
        ];
        return `When ${(0,_charge_js__WEBPACK_IMPORTED_MODULE_3__/* .conditionInWords */ .wk)(when, quote)}: ${said.join("; ")}`;
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
        ...(0,_charge_js__WEBPACK_IMPORTED_MODULE_3__/* .chargesInWords */ .it)(one, quote),
        `Source: ${quote(one.source)}, ${(0,_prices_dated_js__WEBPACK_IMPORTED_MODULE_5__/* .isUndated */ .q)(one.checked) ? "" : "checked "}${(0,_words_trust_js__WEBPACK_IMPORTED_MODULE_2__/* .checkedDay */ .m)(one.checked)}, confidence ${one.confidence}`,
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
    return (0,_notation_record_of_js__WEBPACK_IMPORTED_MODULE_6__/* .fieldNames */ .p)(OUTCOMES).map((outcome) => {
        const policy = billed[outcome];
        const share = policy?.value === undefined || policy.value === "unknown"
            ? "unknown whether it is billed"
            : policy.value === 0
                ? "not billed"
                : policy.value === 1
                    ? "billed in full"
                    : `${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_1__/* .quantity */ .au)(policy.value * 100)}% billed`;
        return `${OUTCOMES[outcome]}: ${share}${evidence(policy, quote)}`;
    });
}
function evidence(from, quote) {
    const parts = [
        ...(from?.source === undefined ? [] : [quote(from.source)]),
        ...(from?.checked === undefined ? [] : [`${(0,_prices_dated_js__WEBPACK_IMPORTED_MODULE_5__/* .isUndated */ .q)(from.checked) ? "" : "checked "}${(0,_words_trust_js__WEBPACK_IMPORTED_MODULE_2__/* .checkedDay */ .m)(from.checked)}`]),
        ...(from?.notes === undefined ? [] : [quote(from.notes)]),
    ];
    return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}
function jobLines({ completion, idempotency_key, evidence: read, status_request, limits, latency, retention, notes, source, checked }, quote) {
    const said = (value) => (value === true ? "yes" : value === false ? "no" : "unknown");
    const poll = completion?.poll;
    return [
        ...(poll?.interval === undefined ? [] : [`Poll every ${poll.interval} s${evidence(poll, quote)}`]),
        ...(completion?.webhook === undefined ? [] : [`Webhook: ${said(completion.webhook)}${evidence(read?.webhook, quote)}`]),
        ...(idempotency_key === undefined ? [] : [`Idempotency key: ${said(idempotency_key)}${evidence(read?.idempotency_key, quote)}`]),
        ...(status_request === undefined
            ? []
            : [
                `A status request costs ${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPrice */ .$g)((0,_money_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(status_request.usd), "USD")}${status_request.free_per_month === undefined ? "" : `, the first ${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_1__/* .quantity */ .au)(status_request.free_per_month)} a month are free`}`,
            ]),
        ...(limits?.concurrency === undefined ? [] : [`Jobs at once: ${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_1__/* .quantity */ .au)(limits.concurrency)}`]),
        ...(limits?.requests_per_second === undefined ? [] : [`Requests a second: ${(0,_layout_format_js__WEBPACK_IMPORTED_MODULE_1__/* .quantity */ .au)(limits.requests_per_second)}`]),
        ...(limits?.notes === undefined ? [] : [quote(limits.notes)]),
        ...(latency === undefined ? [] : [`Latency: half within ${latency.p50} s, 95% within ${latency.p95} s${evidence(latency, quote)}`]),
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