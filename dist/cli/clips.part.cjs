const require_program = require("./program.cjs");
const require_not_ranked = require("./not-ranked.part.cjs");
// lib/src/report/catalog/charge.js
const SUBJECT_NAMES = {
	output: "output",
	input_video: "input video",
	input_audio: "input audio",
	input_images: "input images",
	text: "text"
};
/** One price in words: a line for each charge and factor, then the rules for the whole job. */
function chargesInWords({ charges, factors, holes, total }, quote) {
	const rules = [
		...total?.min === void 0 ? [] : [`at least ${require_program.quantity(require_program.decimal(total.min))}`],
		...total?.round_to === void 0 ? [] : [`rounded ${total.round ?? "up"} to a multiple of ${require_program.quantity(require_program.decimal(total.round_to))}`],
		...total?.max === void 0 ? [] : [`at most ${require_program.quantity(require_program.decimal(total.max))}`]
	];
	return [
		...charges.map((charge) => chargeInWords(charge, quote)),
		...factors.map((factor) => factorInWords(factor, quote)),
		...rules.length === 0 ? [] : [`The whole job: ${rules.join(", ")}, in the unit of its charges`],
		...holes.map((hole) => `Not sold: ${conditionInWords(hole, quote)}`)
	];
}
function chargeInWords({ amount, meter, of, per, extra, when, each, min, step, round, max, included, from, to }, quote) {
	const known = require_program.METERS[meter];
	const subject = of.length === 1 && of[0] === known.subject ? "" : ` of ${of.map((one) => SUBJECT_NAMES[one]).join(" and ")}`;
	const worth = amount === "unknown" ? "an unknown amount" : amount.unit === "credits" ? `${require_program.quantity(require_program.decimal(amount.value))} ${require_program.decimal(amount.value).eq(1) ? "credit" : "credits"}` : require_program.formatPrice(require_program.decimal(amount.value), amount.unit === "USD" ? "USD" : quote(amount.unit));
	const rules = [
		...each ? [`each file${each.min === void 0 ? "" : `, at least ${each.min}`}${each.step === void 0 ? "" : `, in steps of ${each.step}`}${each.max === void 0 ? "" : `, at most ${each.max}`}${each.share === void 0 ? "" : `, at most an equal share of ${each.share}`}`] : [],
		...min === void 0 ? [] : [`at least ${boundInWords(min, quote)}`],
		...step === void 0 ? [] : [`in steps of ${require_program.quantity(require_program.decimal(step))}, rounded ${round}`],
		...max === void 0 ? [] : [`at most ${boundInWords(max, quote)}`],
		...included === void 0 ? [] : [`the first ${boundInWords(included, quote)} included`],
		...dated(from, to)
	];
	const where = Object.keys(when).length === 0 ? "" : `, when ${conditionInWords(when, quote)}`;
	return `${extra ? "Plus " : ""}${worth} ${per === "1" ? `per ${known.unit}` : `per ${require_program.quantity(require_program.decimal(per))} ${known.unit}s`}${subject}${where}${rules.length === 0 ? "" : ` (${rules.join("; ")})`}`;
}
function factorInWords({ factor, when, from, to }, quote) {
	const period = dated(from, to);
	return `× ${require_program.quantity(require_program.decimal(factor))}${Object.keys(when).length === 0 ? "" : `, when ${conditionInWords(when, quote)}`}${period.length === 0 ? "" : ` (${period.join("; ")})`}`;
}
function dated(from, to) {
	if (from === void 0 && to === void 0) return [];
	return [`${from === void 0 ? "" : `from ${from} `}${to === void 0 ? "with no known end: not counted on" : `until ${to}`}`];
}
function boundInWords(bound, quote) {
	if (typeof bound === "string") return bound === "unknown" ? "an unknown number" : require_program.quantity(require_program.decimal(bound));
	return bound.map(({ when, value }) => `${value === "unknown" ? "an unknown number" : require_program.quantity(require_program.decimal(value))} when ${conditionInWords(when, quote)}`).join(", ");
}
/** A condition in words: `resolution is 720p or 1080p and input.video is above 0`. */
function conditionInWords(condition, quote) {
	return Object.entries(condition).map(([field, matcher]) => `${quote(field)} is ${matcherInWords(matcher, quote)}`).join(" and ");
}
function matcherInWords(matcher, quote) {
	if ("in" in matcher) return matcher.in.map((value) => quote(String(value))).join(" or ");
	const { min, max, above, below } = matcher;
	return [
		...min === void 0 ? [] : [`at least ${min}`],
		...above === void 0 ? [] : [`above ${above}`],
		...max === void 0 ? [] : [`at most ${max}`],
		...below === void 0 ? [] : [`below ${below}`]
	].join(" and ");
}
/** Accepted values in words: `4, 6, 8`, or `3 to 15 in steps of 1`. */
function acceptedInWords(accepted, quote) {
	if (accepted.kind === "list") return accepted.values.map((value) => quote(String(value))).join(", ");
	const { min, max, step, auto } = accepted;
	return `${min} to ${max}${step === void 0 ? "" : ` in steps of ${step}`}${auto ? ", or auto" : ""}`;
}
/** A default in words: its value, or the field that it is copied from. */
function defaultInWords(value, quote) {
	if (typeof value !== "object") return quote(String(value));
	return `as ${quote(value.from)}${value.max === void 0 ? "" : `, at most ${quote(String(value.max))}`}`;
}
// lib/src/report/catalog/clips.js
/** The sign before an amount that is a bound. */
const BOUNDS = {
	exact: "",
	upper: "≤ ",
	lower: "≥ "
};
/** The prices of a clip of about 5 and about 8 seconds, one line for each resolution, sound and group of modes. `quote` makes the book's texts safe. */
function clipLines({ date, state, stated, inputs, rows }, retires, quote) {
	if (state === "retired") return [`Retired since ${retires}: on ${date} it can no longer be used.`];
	if (state === "unpriced") return [`No price is public for ${date}.`];
	if (rows.length === 0) return ["It does not make clips of these lengths."];
	const grouped = new Set(rows.map(({ modes }) => modes.join())).size > 1;
	return [
		...rows.map((row) => `${[...grouped ? [allOf(row.modes)] : [], ...sizeOf(row, quote)].join(", ") || "Any clip"}: ${priced(row.clips, quote)}`),
		...stated ? [] : ["The book does not say which lengths it makes: 5 s and 8 s are priced as if it does."],
		...inputs ? ["Assumed input: one image (two for a first and a last frame), and a video or audio as long as the clip."] : []
	];
}
/** Joins names: `a, b and c`. */
function allOf(names) {
	return names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
function sizeOf({ resolution, audio }, quote) {
	return [...resolution === null ? [] : [quote(resolution)], ...audio === null ? [] : [audio ? "with sound" : "without sound"]];
}
/** Prices by length: `$0.60 for 6 s (5 s is not accepted), $0.80 for 8 s`. */
function priced(clips, quote) {
	const [first] = clips;
	if (first?.why && clips.every(({ why }) => JSON.stringify(why) === JSON.stringify(first.why))) return `unknown (${require_not_ranked.notPricedInWords(first.why, quote)})`;
	const said = [...new Set(clips.map(({ asked, seconds }) => seconds ?? asked))].map((length) => {
		const same = clips.filter(({ asked, seconds }) => (seconds ?? asked) === length);
		const { usd, bound, why } = same[0];
		const amount = usd === null ? `unknown (${why ? require_not_ranked.notPricedInWords(why, quote) : ""})` : `${BOUNDS[bound]}${require_program.jobPrice(usd, "USD")}`;
		const missing = same.filter(({ asked }) => asked !== length).map(({ asked }) => `${asked} s`);
		const instead = missing.length === 0 ? "" : ` (${missing.join(" and ")} ${missing.length === 1 ? "is" : "are"} not accepted)`;
		return `${amount} for ${require_program.quantity(require_program.decimal(length))} s${instead}`;
	});
	const assumed = [...new Map(clips.flatMap((clip) => Object.entries(clip.chosen)))].map(([field, value]) => `${quote(field)} ${quote(String(value))}`);
	return `${said.join(", ")}${assumed.length === 0 ? "" : `; assumed: ${assumed.join(", ")}`}`;
}
/** The same prices as data, one entry for each resolution, sound, group of modes and length. Amounts are USD for one job, null if unknown. */
function clipsData({ rows }) {
	return rows.flatMap(({ modes, resolution, audio, clips }) => clips.map(({ asked, seconds, usd, bound, chosen, why }) => ({
		modes,
		resolution,
		audio,
		asked,
		seconds,
		usd: usd && require_program.round(usd),
		bound: usd && bound,
		assumed: chosen,
		reason: why?.reason ?? null,
		message: why && require_not_ranked.notPricedInWords(why, String)
	})));
}
Object.defineProperty(exports, "BOUNDS", {
	enumerable: true,
	get: function() {
		return BOUNDS;
	}
});
Object.defineProperty(exports, "SUBJECT_NAMES", {
	enumerable: true,
	get: function() {
		return SUBJECT_NAMES;
	}
});
Object.defineProperty(exports, "acceptedInWords", {
	enumerable: true,
	get: function() {
		return acceptedInWords;
	}
});
Object.defineProperty(exports, "chargesInWords", {
	enumerable: true,
	get: function() {
		return chargesInWords;
	}
});
Object.defineProperty(exports, "clipLines", {
	enumerable: true,
	get: function() {
		return clipLines;
	}
});
Object.defineProperty(exports, "clipsData", {
	enumerable: true,
	get: function() {
		return clipsData;
	}
});
Object.defineProperty(exports, "conditionInWords", {
	enumerable: true,
	get: function() {
		return conditionInWords;
	}
});
Object.defineProperty(exports, "defaultInWords", {
	enumerable: true,
	get: function() {
		return defaultInWords;
	}
});
