const require_program = require("./program.cjs");
// lib/src/prices/check.js
/**
* The rules of a price file that its schema cannot express. They make sure that every request has exactly
* one price: dates do not overlap, ids are unique, conditions can match, defaults are accepted, one
* charge wins in every line, and every accepted request has a charge or is listed under `holes`.
*/
function checkProvider(provider, file) {
	return [...duplicates(provider, file), ...provider.models.flatMap((model, index) => checkModel(model, file, ["models", index]))];
}
function reporter(file, at) {
	return (code, path, args) => ({
		code,
		severity: "error",
		file,
		path: [...at, ...path],
		args
	});
}
function duplicates({ models }, file) {
	const seen = /* @__PURE__ */ new Map();
	return models.flatMap(({ id, aliases }, index) => [id, ...aliases].flatMap((name) => {
		const owner = seen.get(name);
		seen.set(name, id);
		return owner === void 0 ? [] : [reporter(file, ["models", index])("price-duplicate", ["id"], {
			name,
			owner
		})];
	}));
}
function checkModel(model, file, at) {
	const report = reporter(file, at);
	return [
		...overlaps(model, report),
		...conditions(model, report),
		...defaults$1(model, report),
		...media$1(model, report),
		...model.prices.flatMap((price, index) => checkPrice(model, price, reporter(file, [
			...at,
			"prices",
			index
		])))
	];
}
function overlaps({ id, prices }, report) {
	return prices.flatMap((a, i) => prices.slice(i + 1).flatMap((b, j) => {
		return a.to !== void 0 && b.from !== void 0 && a.to <= b.from || b.to !== void 0 && a.from !== void 0 && b.to <= a.from ? [] : [report("price-overlap", ["prices", i + 1 + j], {
			id,
			first: `${a.from ?? "…"} to ${a.to ?? "…"}`,
			second: `${b.from ?? "…"} to ${b.to ?? "…"}`
		})];
	}));
}
/** Reports each `when` that can never match, because it names a value or an option that the model does not accept. */
function conditions(model, report) {
	const all = [...model.cases.map(({ when }) => when), ...model.prices.flatMap(({ charges, factors, holes }) => [
		...charges.map(({ when }) => when),
		...factors.map(({ when }) => when),
		...holes
	])];
	const seen = /* @__PURE__ */ new Set();
	return all.flatMap((when) => Object.entries(when).flatMap(([field, matcher]) => {
		const limits = everLimits(field, model);
		const values = "in" in matcher ? matcher.in : [];
		const never = limits === void 0 ? values.slice(0, 1) : values.filter((value) => limits.length > 0 && !limits.some((limit) => require_program.isAccepted(limit, value)));
		const key = `${field} ${never.join()}`;
		if (limits !== void 0 && never.length === 0 || seen.has(key)) return [];
		seen.add(key);
		return [report("price-when", [], {
			id: model.id,
			field,
			value: never.map(String),
			...limits === void 0 && { undeclared: true }
		})];
	}));
}
/** The limits of a field from the model and all its cases together. A value is possible if one of them accepts it. */
function everLimits(field, model) {
	const base = require_program.limitsOf(field, {
		...model,
		cases: []
	}, () => void 0);
	const cases = model.cases.flatMap(({ accepts }) => require_program.ownValue(accepts, field) ?? []);
	return base === void 0 && cases.length === 0 ? void 0 : [...base ?? [], ...cases];
}
function defaults$1(model, report) {
	return [{
		values: model.defaults,
		path: ["defaults"]
	}, ...model.cases.map((one, i) => ({
		values: one.defaults,
		path: [
			"cases",
			i,
			"defaults"
		]
	}))].flatMap(({ values, path }) => Object.entries(values).flatMap(([field, value]) => {
		if (typeof value === "object") return [];
		const limits = everLimits(field, model);
		return limits !== void 0 && (limits.length === 0 || limits.some((limit) => require_program.isAccepted(limit, value))) ? [] : [report("price-default", [...path, field], {
			id: model.id,
			field,
			value
		})];
	}));
}
/** Reports what the media profile lacks. Frames and pixel tokens need the frame rate; megapixels and pixel tokens also need the frame size. */
function media$1(model, report) {
	const charges = model.prices.flatMap((price) => price.charges);
	const profile = model.media;
	const missing = (what) => [report("price-media", ["media"], {
		id: model.id,
		what
	})];
	const counts = (meter, ofText) => charges.some((charge) => charge.meter === meter && charge.of.includes("text") === ofText);
	const framed = counts("frame", false) || counts("megapixel", false) || counts("token", false) && profile?.tokens?.per_second === void 0;
	const sized = counts("megapixel", false) || counts("token", false) && profile?.tokens?.divide !== void 0;
	return [
		...counts("token", false) && profile?.tokens?.divide === void 0 && profile?.tokens?.per_second === void 0 ? missing("tokens.divide") : [],
		...counts("token", true) && profile?.tokens?.text_bytes === void 0 ? missing("tokens.text_bytes") : [],
		...charges.some(({ meter, of }) => meter === "token" && of.includes("text") && of.length > 1) ? missing("of: text") : [],
		...framed && profile?.fps === void 0 && model.accepts["fps"] === void 0 && model.defaults["fps"] === void 0 ? missing("fps") : [],
		...sized ? unsized(model).map((size) => report("price-media", ["media"], {
			id: model.id,
			what: `pixels: ${size}`
		})) : []
	];
}
/** Pairs of an accepted resolution and an accepted aspect ratio without a size in the media profile. */
function unsized(model) {
	const resolutions = model.accepts["resolution"];
	if (resolutions?.kind !== "list") return model.media?.pixels ? [] : ["resolution"];
	const accepted = model.accepts["aspect_ratio"];
	const ratios = accepted?.kind === "list" ? accepted.values.filter((ratio) => ratio !== "auto" && ratio !== "adaptive") : [model.defaults["aspect_ratio"] ?? "none"];
	return resolutions.values.flatMap((name) => ratios.flatMap((ratio) => {
		return model.media?.pixels?.some((size) => size.class === name && (size.ratio === void 0 || size.ratio === ratio)) ? [] : [`${name} ${ratio}`];
	}));
}
/** The most requests to check for one price. A larger grid would take too long. */
const MAX_POINTS = 3e5;
function checkPrice(model, price, report) {
	const problems = [...totals(model, price, report), ...quantityKeys(model, price, report)];
	const matches = new Map(price.charges.filter(({ extra }) => !extra).map(({ line }) => [line, 0]));
	let points = 0;
	const rivals = /* @__PURE__ */ new Set();
	const uncovered = /* @__PURE__ */ new Set();
	for (const point of gridOf(model, price)) {
		const fields = (field) => point.get(field);
		if (price.holes.some((hole) => require_program.holds(hole, fields) === true)) continue;
		const matching = price.charges.filter(({ extra, when }) => !extra && require_program.holds(when, fields) === true);
		if (matching.length === 0) uncovered.add(describe(point));
		points++;
		for (const line of new Set(matching.map((charge) => charge.line))) matches.set(line, (matches.get(line) ?? 0) + 1);
		for (const charge of matching) {
			const rival = matching.find((other) => other !== charge && other.line === charge.line && !require_program.beats(other.when, charge.when) && !require_program.beats(charge.when, other.when));
			const beaten = matching.some((other) => other.line === charge.line && require_program.beats(other.when, charge.when) && (!rival || require_program.beats(other.when, rival.when)));
			if (rival && !beaten) rivals.add(`${charge.line}: ${describe(point)}`);
		}
	}
	problems.push(...conditionalLines(model, price, {
		matches,
		points
	}, report));
	const shown = (requests) => [...requests].slice(0, 5);
	if (uncovered.size > 0) problems.push(report("price-hole", ["charges"], {
		id: model.id,
		requests: shown(uncovered),
		more: Math.max(0, uncovered.size - 5)
	}));
	if (rivals.size > 0) problems.push(report("price-rivals", ["charges"], {
		id: model.id,
		requests: shown(rivals),
		more: Math.max(0, rivals.size - 5)
	}));
	return problems;
}
function totals({ id }, { charges, total }, report) {
	const units = new Set(charges.flatMap(({ amount }) => amount === "unknown" ? [] : [amount.unit]));
	return total && units.size > 1 ? [report("price-units", ["total"], {
		id,
		units: [...units]
	})] : [];
}
/** Charges in the same line replace each other, so they must have the same quantity keys. Otherwise a rule would be lost by accident. */
function quantityKeys({ id }, { charges }, report) {
	const keys = (charge) => [
		"step",
		"min",
		"max",
		"included",
		"each"
	].filter((key) => charge[key] !== void 0).join(" ");
	const ordinary = charges.filter(({ extra }) => !extra);
	return [...new Set(ordinary.map(({ line }) => line))].flatMap((line) => {
		const different = new Set(ordinary.filter((charge) => charge.line === line).map(keys));
		return different.size > 1 ? [report("price-quantity-keys", ["charges"], {
			id,
			line,
			keys: [...different].map((one) => one || "none")
		})] : [];
	});
}
/**
* Notes each unnamed line that applies to some requests only, beside a line that applies to all. The two
* amounts add up, but the author may have meant the first to replace the second. A `line` of its own says which.
*/
function conditionalLines({ id }, { charges }, { matches, points }, report) {
	const unnamed = new Set(charges.map(({ meter, of }) => `${meter} of ${of.join(" + ")}`));
	const sometimes = [...matches].filter(([line, count]) => count < points && unnamed.has(line)).map(([line]) => line);
	return [...matches.values()].some((count) => count === points) && sometimes.length > 0 ? [{
		...report("price-conditional-meter", ["charges"], {
			id,
			lines: sometimes
		}),
		severity: "note"
	}] : [];
}
/** Every combination of accepted values that the conditions can tell apart: all values of a list, and both sides of every edge of a range. */
function* gridOf(model, price) {
	const conditions = [
		...model.cases.map(({ when }) => when),
		...price.charges.map(({ when }) => when),
		...price.holes
	];
	const axes = [.../* @__PURE__ */ new Set(["mode", ...conditions.flatMap((when) => Object.keys(when))])].map((field) => [field, candidates(field, model, conditions)]);
	const size = axes.reduce((product, [, values]) => product * values.length, 1);
	if (size > MAX_POINTS) throw new Error(`${model.id}: ${size} requests to check; split the model or its conditions`);
	for (let index = 0; index < size; index++) {
		const point = /* @__PURE__ */ new Map();
		let rest = index;
		for (const [field, values] of axes) {
			point.set(field, values[rest % values.length]);
			rest = Math.floor(rest / values.length);
		}
		if (isPossible(point, model)) yield point;
	}
}
function candidates(field, model, conditions) {
	if (field === "mode") return [...model.modes];
	const limits = everLimits(field, model) ?? [];
	const values = /* @__PURE__ */ new Set();
	for (const limit of limits) for (const value of limit.kind === "list" ? limit.values : require_program.boundaries(limit)) if (value !== "auto") values.add(value);
	const listed = limits.length > 0 && limits.every(({ kind }) => kind === "list");
	if (field.startsWith("input.") && field !== "input.resolution") values.add(0);
	if (!listed) for (const when of conditions) for (const value of edges(require_program.ownValue(when, field))) values.add(value);
	return [...values].filter((value) => value === 0 || limits.length === 0 || limits.some((limit) => require_program.isAccepted(limit, value)));
}
/** Every edge of a range and the numbers one above and one below it. */
function edges(matcher) {
	if (matcher === void 0) return [];
	if ("in" in matcher) return [...matcher.in];
	const { min, max, above, below } = matcher;
	return [
		min,
		max,
		above,
		below
	].flatMap((edge) => edge === void 0 ? [] : [
		edge,
		edge + 1,
		...edge >= 1 ? [edge - 1] : []
	]);
}
function isPossible(point, model) {
	const mode = point.get("mode");
	if (require_program.TAKES_VIDEO.has(mode) && point.get("input.video") === 0) return false;
	if (require_program.TAKES_AUDIO.has(mode) && point.get("input.audio") === 0) return false;
	for (const [field, value] of point) {
		if (value === 0 && field.startsWith("input.")) continue;
		if (!require_program.limitsOf(field, model, (name) => point.get(name))?.every((limit) => require_program.isAccepted(limit, value))) return false;
	}
	return true;
}
function describe(point) {
	return [...point].map(([field, value]) => `${field} ${value}`).join(", ");
}
// lib/src/prices/out-of-scope.js
/** Kinds of price that a price file cannot express, and the words that people use when they try. */
const TOPICS = {
	sessions: /^(live_?)?sessions?$|^idle(_|$)|^live$|^stream(s|ing)?(_|$)/,
	storage: /^storage|^(gigabytes?|gb|gib|terabytes?|tb)(_|$)|^egress|^bandwidth|^traffic|^downloads?(_|$)/,
	quotes: /^quotes?(_|$)|_quote$|^estimate_(url|endpoint)$/,
	marginal: /^tiers$|^up_to$|^marginal|^graduated|^brackets$|^steps$/,
	expressions: /^formulas?$|^expr(ession)?s?$|^script$|^function$/
};
/** A calculation in place of an amount: an operator between two operands. */
const CALCULATION = /[\w)]\s*[*/+-]\s*[\w(]/;
/**
* Changes the code of each problem whose key or value attempts a kind of price that a price file cannot express. Its
* message then says so, instead of only listing the known keys.
*/
function outOfScope(problems) {
	return problems.map((problem) => {
		const topic = topicOf(problem);
		return topic === void 0 ? problem : {
			...problem,
			code: "price-out-of-scope",
			args: {
				...problem.args,
				topic
			}
		};
	});
}
function topicOf({ code, path, args }) {
	const named = (word) => Object.entries(TOPICS).find(([, pattern]) => pattern.test(word.toLowerCase()))?.[0];
	if (code === "unknown-key") return named(String(args["key"]));
	if (code !== "wrong-value" || typeof args["value"] !== "string") return void 0;
	const key = path.at(-1);
	if (key === "meter") return named(args["value"]);
	return (key === "usd" || key === "credits" || key === "amount" || key === "factor") && CALCULATION.test(args["value"]) ? "expressions" : void 0;
}
// lib/src/prices/schema.js
/**
* The grammar of a price file, as people write it. A file has one provider.
* `normalise.ts` turns it into the form the engine reads; `check.ts` refuses what is ambiguous.
* prices/README.md explains the grammar with examples.
*/
const decimalText = require_program.union([require_program.number(), require_program.string()], { error: "decimal" }).transform((value) => typeof value === "number" ? require_program.withoutExponent(value) : value).refine((text) => /^\d+(?:\.\d+)?$/.test(text), { error: "decimal" }).describe("A decimal, 0 or more; quote it if more than 15 digits matter");
const positive = decimalText.refine((text) => /[1-9]/.test(text), { error: "positive-decimal" });
const text = require_program.string({ error: "text" }).min(1);
const scalar = require_program.union([
	require_program.string(),
	require_program.number(),
	require_program.boolean()
], { error: "scalar" });
const currency = require_program.string().regex(/^[A-Z]{3}$/, { error: "currency" });
const evidence = {
	source: text.optional(),
	checked: require_program.date.optional(),
	notes: text.optional()
};
/** A value, a list of values (any of them), or a range of numbers. */
const matcher = require_program.union([
	scalar,
	require_program.array(scalar).min(1),
	require_program.strictObject({
		min: require_program.number().optional(),
		max: require_program.number().optional(),
		above: require_program.number().optional(),
		below: require_program.number().optional()
	})
], { error: "matcher" }).describe("A value, a list (any of them), or a range { min, max, above, below }");
const condition = require_program.record(require_program.string(), matcher).describe("All of these must hold");
/** The accepted values of one field: a list or a range. */
const accepted = require_program.union([require_program.array(scalar).min(1), require_program.strictObject({
	min: require_program.number(),
	max: require_program.number(),
	step: require_program.number().positive().optional(),
	auto: require_program.boolean().optional().describe("The model may choose; priced at the maximum, an upper bound")
})], { error: "accepted" });
const accepts = require_program.record(require_program.string(), accepted).describe("By field: accepted values or a range. Any other key is an option of the model");
const inherited = require_program.strictObject({
	from: require_program.string(),
	max: scalar.optional()
});
const defaults = require_program.record(require_program.string(), require_program.union([scalar, inherited], { error: "default" })).describe("The provider's default for a field that is left out");
const cell = require_program.union([
	require_program.number(),
	require_program.string(),
	require_program.boolean(),
	require_program.array(scalar),
	require_program.strictObject({
		min: require_program.number().optional(),
		max: require_program.number().optional(),
		above: require_program.number().optional(),
		below: require_program.number().optional(),
		usd: decimalText.optional(),
		credits: decimalText.optional(),
		amount: decimalText.optional(),
		currency: currency.optional()
	})
], { error: "cell" });
const rows = require_program.array(require_program.array(cell).min(2)).min(1);
const tabled = require_program.strictObject({
	by: require_program.array(require_program.string()).min(1),
	rows
});
/** A bound on a quantity: a number, `unknown`, or a table of numbers. */
const bound = require_program.union([
	decimalText,
	require_program.literal("unknown"),
	tabled
], { error: "bound" });
const dated = {
	from: require_program.date.optional(),
	to: require_program.date.optional()
};
const charge = require_program.strictObject({
	meter: require_program._enum(require_program.METER_NAMES),
	of: require_program.union([require_program._enum(require_program.SUBJECTS), require_program.array(require_program._enum(require_program.SUBJECTS)).min(1)], { error: "subject" }).optional(),
	line: text.optional().describe("The line it belongs to, if meter and subject are not enough"),
	extra: require_program.literal(true).optional().describe("Added after the factors; every match"),
	when: condition.optional(),
	usd: decimalText.optional(),
	credits: decimalText.optional(),
	amount: require_program.union([decimalText, require_program.literal("unknown")], { error: "amount" }).optional(),
	currency: currency.optional(),
	per: positive.optional().describe("How many units the amount buys, 1 if absent"),
	by: require_program.array(require_program.string()).min(1).optional(),
	unit: require_program.string().regex(/^(usd|credits|[A-Z]{3})$/, { error: "unit" }).optional().describe("Of a table's amounts: usd, credits or a currency"),
	rows: rows.optional(),
	each: require_program.strictObject({
		step: positive.optional(),
		min: decimalText.optional(),
		max: decimalText.optional(),
		share: positive.optional()
	}).optional().describe("Rules for each input file, before the sum. share: N caps each of n files at N / n"),
	min: bound.optional(),
	step: positive.optional(),
	round: require_program._enum([
		"up",
		"nearest",
		"down"
	]).optional(),
	max: bound.optional(),
	included: bound.optional(),
	...dated,
	notes: text.optional()
});
const factor = require_program.strictObject({
	factor: decimalText,
	when: condition.optional(),
	...dated,
	notes: text.optional()
});
const total = require_program.strictObject({
	min: decimalText.optional(),
	round_to: positive.optional(),
	round: require_program._enum([
		"up",
		"nearest",
		"down"
	]).optional(),
	max: decimalText.optional()
});
const size = require_program.string().regex(/^\d{2,5}x\d{2,5}$/, { error: "size" });
const media = require_program.strictObject({
	fps: require_program.number().positive().optional(),
	frames: require_program.strictObject({ plus: require_program.number().int() }).optional(),
	pixels: require_program.record(require_program.string(), require_program.union([require_program.array(size).min(1), require_program.record(require_program.string(), require_program.tuple([require_program.int().positive(), require_program.int().positive()]))], { error: "pixels" })).optional().describe("By resolution class: exact sizes, or width and height by aspect ratio"),
	tokens: require_program.strictObject({
		divide: require_program.number().positive().optional(),
		per_second: require_program.number().positive().optional(),
		text_bytes: require_program.number().positive().optional()
	}).optional().describe("divide: width × height × frames / divide. per_second: tokens of one second. text_bytes: bytes of text to a token")
});
/** A failure policy, alone or with the page that states it. */
const sourcedPolicy = require_program.union([require_program.policy, require_program.strictObject({
	value: require_program.policy,
	...evidence
})], { error: "policy" }).transform((value) => typeof value === "object" ? value : { value });
const jobs = require_program.strictObject({
	billed: require_program.strictObject({
		...require_program.eachFailure(() => sourcedPolicy.optional()),
		cancelled: sourcedPolicy.optional()
	}).optional(),
	completion: require_program.strictObject({
		poll: require_program.strictObject({
			interval: require_program.duration.optional(),
			...evidence
		}).optional(),
		webhook: require_program.triState.optional()
	}).optional(),
	idempotency_key: require_program.triState.optional(),
	evidence: require_program.strictObject({
		webhook: require_program.strictObject(evidence).optional(),
		idempotency_key: require_program.strictObject(evidence).optional()
	}).optional().describe("The source of the statements about callbacks and idempotency keys"),
	status_request: require_program.strictObject({
		usd: decimalText,
		free_per_month: require_program.int().nonnegative().optional()
	}).optional(),
	limits: require_program.strictObject({
		concurrency: require_program.number().positive().optional(),
		requests_per_second: require_program.number().positive().optional(),
		notes: text.optional()
	}).optional(),
	latency: require_program.strictObject({
		p50: require_program.duration,
		p95: require_program.duration,
		...evidence
	}).optional(),
	retention: text.optional(),
	...evidence
});
const pack = require_program.strictObject({
	name: text,
	size: positive.describe("Units in the pack"),
	price: decimalText.describe("USD for the whole pack"),
	expires: require_program.string().regex(/^\d+d$/, { error: "days" }).optional(),
	every: require_program.literal("month").optional().describe("A plan: bought every month"),
	once: require_program.literal(true).optional().describe("A trial pack: sold once, never assumed"),
	beyond: require_program.union([decimalText, require_program.literal(["none", "unknown"])], { error: "beyond" }).optional().describe("USD per unit beyond a plan's size"),
	concurrency: require_program.number().positive().optional()
});
const account = require_program.strictObject({
	credit: require_program.strictObject({
		name: text.optional(),
		usd: decimalText.optional(),
		per: positive.optional().describe("Credits that `usd` buys, 1 if absent: 1 per 211 is no finite decimal")
	}).optional(),
	packs: require_program.array(pack).optional(),
	trial: require_program.strictObject({
		amount: decimalText,
		unit: require_program._enum(["USD", "credit"]),
		notes: text.optional()
	}).optional(),
	fees: require_program.array(require_program.strictObject({
		name: text,
		usd: decimalText,
		every: require_program._enum(["month", "once"])
	})).optional(),
	minimum_purchase: decimalText.optional().describe("USD"),
	...evidence
});
const price = require_program.strictObject({
	from: require_program.date.optional().describe("First day of validity, UTC; absent: since before this book began"),
	to: require_program.date.optional().describe("First day it is no longer valid"),
	source: text.describe("The address it was read at"),
	checked: require_program.date.describe("The date of the copy that was read"),
	confidence: require_program._enum([
		"provider",
		"third-party",
		"inferred"
	]),
	charges: require_program.array(require_program.union([charge, factor], { error: "charge" })).min(1),
	holes: require_program.array(condition).optional().describe("Accepted requests that the price page has no row for: not offered"),
	total: total.optional(),
	notes: text.optional()
});
const example = require_program.strictObject({
	request: require_program.record(require_program.string(), require_program.any()),
	usd: decimalText.optional(),
	credits: decimalText.optional(),
	amount: decimalText.optional(),
	currency: currency.optional(),
	date: require_program.date.optional().describe("The day the request is priced for; absent: a day on which the newest price is valid"),
	source: text,
	notes: text.optional()
});
const model = require_program.strictObject({
	id: text.describe("The exact string that the provider's API takes"),
	name: text.optional(),
	aliases: require_program.array(text).optional(),
	modes: require_program.array(require_program._enum(require_program.MODES)).min(1),
	accepts: accepts.optional(),
	defaults: defaults.optional(),
	cases: require_program.array(require_program.strictObject({
		when: condition,
		accepts: accepts.optional(),
		defaults: defaults.optional(),
		notes: text.optional()
	})).optional(),
	status: require_program.strictObject({
		released: require_program.date.optional(),
		retires: require_program.date.optional().describe("The first day it can no longer be used"),
		may_retire: require_program.date.optional().describe("The earliest day that the maker announced; it may be later"),
		successor: text.optional(),
		alternatives: require_program.array(text).optional(),
		notes: text.optional()
	}).optional(),
	media: require_program.union([text, media], { error: "media" }).optional(),
	jobs: jobs.optional(),
	prices: require_program.array(price).describe("Dated; empty if no price is public (say why in `notes`)"),
	examples: require_program.array(example).optional().describe("Published totals that these prices must reproduce"),
	notes: text.optional()
});
const spellings = require_program.strictObject({
	prefixes: require_program.array(text).min(1).optional().describe("Prefixes to remove: vercel/, https://fal.run/"),
	version_marks: require_program.array(require_program._enum([":", "@"])).min(1).optional().describe("A separator to remove with what follows: the colon of owner/name:version"),
	dates: require_program.literal(true).optional().describe("Whether a date at the end is removed: sora-2-2025-10-06")
});
const priceFile = require_program.strictObject({
	provider: require_program.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, { error: "slug" }),
	name: text,
	pricing_urls: require_program.array(text).optional(),
	unlisted_models: text.optional().describe("Why an unknown model id counts as known but unpriced: the provider sells more than is listed here, or its list is not public"),
	spellings: spellings.optional().describe("What callers write around an id; removed from an id that is not a known name"),
	account: account.optional(),
	jobs: jobs.optional(),
	media: require_program.record(require_program.string(), media).optional(),
	models: require_program.array(model),
	notes: text.optional()
});
// lib/src/prices/written.js
/**
* The rules of a charge that the schema cannot express: it has exactly one amount, and every row of a table
* has a cell for each field and a valid amount. Without this check, a wrong row would get a wrong price.
*/
function checkWritten({ models }, file) {
	return models.flatMap(({ prices }, m) => prices.flatMap(({ charges }, p) => charges.flatMap((charge, c) => {
		if ("factor" in charge) return [];
		const at = [
			"models",
			m,
			"prices",
			p,
			"charges",
			c
		];
		const report = (code, path, args) => ({
			code,
			severity: "error",
			file,
			path: [...at, ...path],
			args
		});
		return [...amounts(charge, report), ...tables(charge, report)];
	})));
}
const AMOUNTS = [
	"usd",
	"credits",
	"amount",
	"rows"
];
function amounts(charge, report) {
	const given = AMOUNTS.filter((key) => charge[key] !== void 0);
	const missing = (key) => report("missing-key", [key], { key });
	return [
		...given.length === 1 ? [] : [report("one-of", [], {
			keys: [...AMOUNTS],
			given
		})],
		...charge.rows && !charge.by ? [missing("by")] : [],
		...(charge.by || charge.unit) && !charge.rows ? [missing("rows")] : [],
		...charge.currency && charge.amount === void 0 ? [missing("amount")] : [],
		...charge.amount !== void 0 && charge.amount !== "unknown" && !charge.currency ? [missing("currency")] : []
	];
}
/** Checks the table of the charge itself and the tables of its bounds. */
function tables(charge, report) {
	const own = charge.by && charge.rows ? rowsOf({
		by: charge.by,
		rows: charge.rows
	}, ["rows"], isAmount, report) : [];
	const bounds = [
		"min",
		"max",
		"included"
	].flatMap((key) => {
		const bound = charge[key];
		return typeof bound === "object" ? rowsOf(bound, [key, "rows"], isDecimal, report) : [];
	});
	return [...own, ...bounds];
}
function rowsOf({ by, rows }, at, isLast, report) {
	return rows.flatMap((row, index) => {
		if (row.length !== by.length + 1) return [report("wrong-value", [...at, index], {
			value: "a list",
			expected: "row"
		})];
		const last = row[by.length];
		const shown = typeof last === "object" ? "a map" : last;
		return isLast(last) ? [] : [report("wrong-value", [
			...at,
			index,
			by.length
		], {
			value: shown,
			expected: "amount"
		})];
	});
}
function isDecimal(cell) {
	return cell === "unknown" || decimalText.safeParse(cell).success;
}
/** A decimal, `unknown`, or an amount in a unit of its own: `{ credits: 2 }`. */
function isAmount(cell) {
	if (!require_program.isTree(cell)) return isDecimal(cell);
	const { usd, credits, amount, currency, ...others } = cell;
	return [
		usd,
		credits,
		amount
	].filter((one) => one !== void 0).length === 1 && Object.keys(others).length === 0 && amount === void 0 === (currency === void 0);
}
// lib/src/prices/read.js
/** Reads one price file: the schema first, then the rules that a schema cannot express. A file with an error gives no prices. */
function readPrices(yaml) {
	if (yaml.problems.length > 0) return {
		written: null,
		provider: null,
		problems: yaml.problems
	};
	const result = priceFile.safeParse(yaml.value);
	if (!result.success) return {
		written: null,
		provider: null,
		problems: outOfScope(require_program.issuesToProblems(result.error.issues, {
			schema: priceFile,
			value: yaml.value,
			file: yaml.file,
			at: []
		}))
	};
	const unwritable = checkWritten(result.data, yaml.file);
	if (unwritable.length > 0) return {
		written: null,
		provider: null,
		problems: unwritable
	};
	const provider = require_program.normalise(result.data);
	const problems = checkProvider(provider, yaml.file);
	return {
		written: result.data,
		provider: problems.some(({ severity }) => severity === "error") ? null : provider,
		problems
	};
}
exports.readPrices = readPrices;
