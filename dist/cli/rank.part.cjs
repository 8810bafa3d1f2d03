const require_rolldown_runtime = require("./rolldown-runtime.part.cjs");
const require_program = require("./program.cjs");
const require_quote = require("./quote.part.cjs");
const require_clips = require("./clips.part.cjs");
const require_not_ranked = require("./not-ranked.part.cjs");
const require_source = require("./source.part.cjs");
// lib/src/catalog/rank.js
var import_picocolors = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_program.require_picocolors(), 1);
/** A model is ranked only if the book states that it supports the requested values of these fields. Other fields may be `unstated`. */
const MUST_BE_STATED = [
	"resolution",
	"duration",
	"audio"
];
/** Ranks the models by the price of one job, cheapest first and then by name. Models that cannot be ranked are in `leftOut`. */
function rankModels(book, asked, market, providers = book.slugs) {
	const ask = asked.resolution === void 0 ? asked : {
		...asked,
		resolution: require_program.normaliseResolution(asked.resolution)
	};
	const ranked = [];
	const leftOut = [];
	for (const provider of require_program.providersOf(book, providers)) for (const model of provider.models) {
		const found = place(provider, model, ask, market);
		if ("reason" in found) leftOut.push(found);
		else ranked.push(found);
	}
	ranked.sort((a, b) => require_program.round(a.amount) - require_program.round(b.amount) || (a.id < b.id ? -1 : 1));
	return {
		ask,
		date: market.date,
		ranked,
		leftOut
	};
}
function place(provider, model, ask, market) {
	const id = `${provider.provider}/${model.id}`;
	const retired = require_program.retiredSince(model, market.date);
	if (!model.modes.includes(ask.mode)) return {
		id,
		reason: "mode"
	};
	if (retired !== null) return {
		id,
		reason: "retired",
		date: retired
	};
	const price = require_program.priceOn(model, market.date);
	if (!price) return {
		id,
		reason: "unpriced"
	};
	const { duration } = ask;
	const standIns = {
		"input.video": duration,
		"input.audio": duration,
		"input.images": Math.max(1, require_quote.inputsOf(ask).images),
		...ask.resolution !== void 0 && { "input.resolution": ask.resolution }
	};
	const quote = require_quote.quoteJob({
		provider,
		model,
		price
	}, require_quote.fieldsOf(ask), market, {
		standIns,
		vary: true
	});
	if (quote.state === "refused") return {
		id,
		reason: "not-accepted",
		...mainOf(quote.refused)
	};
	if (quote.state === "none") {
		const no = require_quote.notPriced(quote.no);
		return no.reason === "field-needed" && no.field in ask ? {
			id,
			reason: "not-stated",
			field: no.field,
			amount: null
		} : {
			id,
			...no
		};
	}
	const unstated = unstatedOf(ask, model, quote);
	const missing = MUST_BE_STATED.find((field) => unstated.includes(field));
	if (missing !== void 0) return {
		id,
		reason: "not-stated",
		field: missing,
		amount: quote.job.amount
	};
	return {
		...rankedOf({
			id,
			model,
			price
		}, ask, quote, market.date),
		unstated
	};
}
/** The refusal to report: resolution first, then duration, then sound, then any other. */
function mainOf(refused) {
	return MUST_BE_STATED.map((field) => refused.find((one) => one.field === field)).find((one) => one !== void 0) ?? refused[0];
}
/** Requested fields for which the book lists no accepted values and has another default, or none. */
function unstatedOf(ask, model, { request }) {
	return Object.entries(ask).flatMap(([field, value]) => {
		if (field === "mode" || value === void 0 || field === "duration" && require_program.modeFollowsInput(ask.mode)) return [];
		const stated = (field === "duration" ? ["duration", "frames"] : [field]).some((name) => request.fields.has(name) && (require_program.limitsOf(name, model, (other) => request.fields.get(other)) ?? []).length > 0);
		const sized = field === "resolution" && require_program.sizeOf(String(value)) !== void 0 && request.size !== void 0 && model.media?.pixels !== void 0;
		return stated || sized || model.defaults[field] === value ? [] : [field];
	});
}
function rankedOf({ id, model, price }, { duration }, { request, filled, credit, job }, date) {
	const count = Number(request.fields.get("count") ?? 1);
	const inCredits = price.charges.some(({ amount }) => amount !== "unknown" && amount.unit === "credits");
	const depends = /* @__PURE__ */ new Set([
		"audio",
		"resolution",
		"count",
		...[...price.charges, ...price.factors].flatMap(({ when }) => Object.keys(when))
	]);
	const defaults = [...request.fields].filter(([field]) => depends.has(field) && !request.given.has(field) && !DERIVED.has(field));
	return {
		id,
		name: model.name ?? null,
		amount: job.amount,
		perSecond: job.amount.div(duration).div(count),
		bound: job.bound,
		billed: job.terms.flatMap((term) => isLine(term) && term.quantity.gt(0) ? [{
			quantity: term.quantity,
			meter: term.meter,
			of: term.of
		}] : []),
		defaults: Object.fromEntries(defaults),
		chosen: Object.fromEntries(filled),
		pack: inCredits && credit?.assumed && credit.pack?.name || null,
		source: price.source,
		checked: price.checked,
		confidence: price.confidence,
		stale: require_program.daysBetween(price.checked, date) > 180
	};
}
/** Fields that are derived from others and have no default of their own. */
const DERIVED = /* @__PURE__ */ new Set([
	"mode",
	"duration",
	"frames",
	"megapixels",
	"input.megapixels"
]);
function isLine(term) {
	return term.kind === "line";
}
// lib/src/report/catalog/rank.js
/** Models by the price of one job, as a table for a terminal. `verbose` lists every model that is left out and every source. */
function rankText(ranking, { width, color, verbose }) {
	const paint = import_picocolors.default.createColors(color);
	const { ranked, leftOut } = ranking;
	const table = require_program.columns([
		{
			title: "#",
			align: "right"
		},
		{
			title: "Model",
			whole: true
		},
		{
			title: "Cost per job",
			align: "right"
		},
		{
			title: "Per second",
			align: "right",
			drop: 2
		},
		{
			title: "Billed",
			drop: 1
		},
		{
			title: "With",
			drop: 3
		},
		{ title: "Checked" }
	], ranked.map((row, index) => [
		String(index + 1),
		require_program.inert(row.id),
		amountOf(row),
		perSecondOf(row),
		billedOf(row),
		metOf(row, require_program.inert),
		checkedOf(row)
	]), width, paint.dim);
	const left = groupsOf(leftOut).flatMap((group) => [...require_program.wrap(`  ${inWords(group, ranking.ask, require_program.inert)}`, width, "    "), ...verbose ? group.flatMap((one) => require_program.wrap(`    ${named(one, require_program.inert)}`, width, "      ").map(paint.dim)) : []]);
	const sources = verbose && ranked.length > 0 ? [
		"",
		"Sources:",
		...ranked.flatMap((row) => require_program.wrap(`  ${require_program.inert(row.id)}: ${require_program.inert(row.source, 400)}`, width, "    ").map(paint.dim))
	] : [];
	return `${[
		...require_program.wrap(asked(ranking, require_program.inert), width).map(paint.bold),
		"",
		...ranked.length > 0 ? table : ["No model is known to make this."],
		"",
		...leftOut.length === 0 ? [] : [`${require_program.count(leftOut.length, "model")} not ranked${verbose ? "" : " (--verbose names them)"}:`, ...left],
		...sources,
		...notes(ranked).flatMap((note) => require_program.wrap(note, width).map(paint.dim))
	].join("\n")}\n`;
}
/** The same report as Markdown. Addresses that the built-in book cites are links. */
function rankMarkdown(ranking, book, verbose) {
	const { ranked, leftOut } = ranking;
	const body = ranked.map((row, index) => require_program.tableRow([
		String(index + 1),
		require_program.code(row.id),
		amountOf(row),
		perSecondOf(row),
		billedOf(row),
		metOf(row, require_program.code),
		checkedOf(row),
		require_source.sourceMarkdown(row.source, row.id, book)
	]));
	const left = groupsOf(leftOut).flatMap((group) => [`- ${inWords(group, ranking.ask, require_program.code)}`, ...verbose ? group.map((one) => `  - ${named(one, require_program.code)}`) : []]);
	return `${[
		`### ${asked(ranking, require_program.code)}`,
		"",
		...ranked.length > 0 ? [...require_program.tableHead([
			"#:",
			"Model",
			"Cost per job:",
			"Per second:",
			"Billed",
			"With",
			"Checked",
			"Source"
		]), ...body] : ["No model is known to make this."],
		"",
		...leftOut.length === 0 ? [] : [
			`${require_program.count(leftOut.length, "model")} not ranked:`,
			"",
			...left
		],
		...notes(ranked)
	].join("\n")}\n`;
}
/** The same as JSON: USD for one job, cheapest first, and every model that is not ranked, with the reason as a code and in words. */
function rankJson({ ask, date, ranked, leftOut }) {
	const { mode, duration, resolution = null, audio = null, aspect_ratio = null, fps = null } = ask;
	const report = {
		schema: "video-budget/prices-compare@1",
		date,
		request: {
			mode,
			duration,
			resolution,
			audio,
			aspect_ratio,
			fps,
			input: require_quote.inputsOf(ask)
		},
		ranked: ranked.map(({ id, name, amount, perSecond, bound, billed, defaults, chosen, ...rest }, index) => ({
			rank: index + 1,
			id,
			name,
			usd: require_program.round(amount),
			usd_per_second: require_program.round(perSecond),
			bound,
			billed: billed.map(({ quantity: number, meter, of }) => ({
				quantity: require_program.round(number),
				meter,
				of
			})),
			defaults,
			assumed: chosen,
			...rest
		})),
		left_out: leftOut.map((one) => ({
			id: one.id,
			reason: one.reason,
			field: "field" in one ? one.field : null,
			accepts: one.reason === "not-accepted" ? one.allowed : null,
			usd: one.reason === "not-stated" && one.amount ? require_program.round(one.amount) : null,
			message: require_not_ranked.leftOutInWords(one, true, ask, String)
		}))
	};
	return `${JSON.stringify(report, null, 2)}\n`;
}
/** The request in words: the mode, the clip, the day of the prices, and the assumed inputs. */
function asked({ ask, date }, quote) {
	const { mode, duration, resolution, audio, aspect_ratio, fps } = ask;
	const { images, video, audio: sound } = require_quote.inputsOf(ask);
	const input = [
		...images > 0 ? [require_program.count(images, "image")] : [],
		...video > 0 ? [`a video of ${require_program.quantity(require_program.decimal(video))} s`] : [],
		...sound > 0 ? [`sound of ${require_program.quantity(require_program.decimal(sound))} s`] : []
	];
	return `${[
		mode,
		`${require_program.quantity(require_program.decimal(duration))} s`,
		...resolution === void 0 ? [] : [quote(resolution)],
		...audio === void 0 ? [] : [audio ? "with sound" : "without sound"],
		...aspect_ratio === void 0 ? [] : [quote(aspect_ratio)],
		...fps === void 0 ? [] : [`${require_program.quantity(require_program.decimal(fps))} fps`]
	].join(", ")}, on ${date}${input.length === 0 ? "" : `; assumed to go in: ${input.join(" and ")}`}`;
}
function amountOf({ amount, bound }) {
	return `${require_clips.BOUNDS[bound]}${require_program.jobPrice(amount, "USD")}`;
}
function perSecondOf({ perSecond, bound }) {
	return `${require_clips.BOUNDS[bound]}${require_program.formatPrice(perSecond.prec(4, 1), "USD")}`;
}
/** Billed quantities: `8 s`, `1 clip + 7 s`, `393,720 tokens`. */
function billedOf({ billed }) {
	return billed.map(({ quantity: number, meter, of }) => {
		const { unit, subject } = require_program.METERS[meter];
		const of_ = of.length === 1 && of[0] === subject ? "" : ` of ${of.map((one) => require_clips.SUBJECT_NAMES[one]).join(" and ")}`;
		return `${meter === "second" ? `${require_program.quantity(number)} s` : `${require_program.quantity(number)} ${unit}${number.eq(1) ? "" : "s"}`}${of_}`;
	}).join(" + ");
}
/** The values of the fields that the request leaves open: the provider's defaults, then assumptions. Switches that are off and values called `standard` are left out. */
function metOf({ defaults, chosen, pack, unstated }, quote) {
	const say = ([field, value]) => {
		if (field === "audio") return [value ? "sound" : "no sound"];
		if (value === false || value === "standard") return [];
		return field === "resolution" ? [quote(String(value))] : [`${quote(field)} ${quote(String(value))}`];
	};
	const assumed = Object.entries(chosen).flatMap(say);
	return [
		...Object.entries(defaults).flatMap(say),
		...assumed.length === 0 ? [] : [`assumed ${assumed.join(", ")}`],
		...pack === null ? [] : [`credits of ${quote(pack)}`],
		...unstated.map((field) => `${quote(field)} not stated`)
	].join(", ");
}
/** The day of checking with marks, as in `2026-03-07 t old`; `notes` explains the marks. */
function checkedOf({ checked, confidence, stale }) {
	return [
		require_program.isUndated(checked) ? "undated" : checked,
		{
			provider: "",
			"third-party": "t",
			inferred: "i"
		}[confidence],
		stale ? "old" : ""
	].filter((part) => part !== "").join(" ");
}
/** Models that are left out, grouped by reason, the largest group first. A group keeps the book's order. */
function groupsOf(leftOut) {
	const groups = /* @__PURE__ */ new Map();
	for (const one of leftOut) {
		const key = [
			one.reason,
			"field" in one ? one.field : "",
			"currency" in one ? one.currency : ""
		].join();
		groups.set(key, [...groups.get(key) ?? [], one]);
	}
	return [...groups.values()].sort((a, b) => b.length - a.length);
}
function inWords(group, ask, quote) {
	return `${group.length} ${require_not_ranked.leftOutInWords(group[0], group.length === 1, ask, quote)}`;
}
function named(one, quote) {
	const detail = require_not_ranked.leftOutDetail(one, quote);
	return `${quote(one.id)}${detail === null ? "" : ` (${detail})`}`;
}
/** Explains the words and marks that occur in the table. */
function notes(ranked) {
	if (ranked.length === 0) return [];
	const has = (some, note) => ranked.some(some) ? [note] : [];
	return ["", [
		"List prices in USD. The cost per second is per second of the clip, whatever is billed. Options that were not requested have the provider's defaults.",
		...has(({ chosen }) => Object.keys(chosen).length > 0, "Assumed: the provider has no default, or its default does not make this clip."),
		...has(({ bound }) => bound === "upper", "≤: at most."),
		...has(({ bound }) => bound === "lower", "≥: at least; a part of what is billed is not known."),
		...has(({ confidence }) => confidence === "third-party", "t: read at a third party."),
		...has(({ confidence }) => confidence === "inferred", "i: inferred from other prices."),
		...has(({ stale }) => stale, `old: checked more than 180 days before.`)
	].join(" ")];
}
Object.defineProperty(exports, "rankJson", {
	enumerable: true,
	get: function() {
		return rankJson;
	}
});
Object.defineProperty(exports, "rankMarkdown", {
	enumerable: true,
	get: function() {
		return rankMarkdown;
	}
});
Object.defineProperty(exports, "rankModels", {
	enumerable: true,
	get: function() {
		return rankModels;
	}
});
Object.defineProperty(exports, "rankText", {
	enumerable: true,
	get: function() {
		return rankText;
	}
});
