const require_program = require("./program.cjs");
const require_litellm_file = require("./litellm-file.part.cjs");
const require_sync = require("./sync.part.cjs");
const require_price_book = require("./price-book.part.cjs");
// lib/src/catalog/per-second.js
/**
* A price as USD for one second by resolution, if that is all there is to it. A price that also depends on sound, bills by token
* or rounds up lengths is not flattened; `why` says what a single number would hide.
*/
function perSecond(provider, model, price) {
	const why = whyNot(price);
	if (why) return why;
	const resolutions = [...new Set([...price.charges, ...price.factors].flatMap(({ when }) => resolutionsIn(when)))];
	const made = require_program.listedValues(model.accepts["resolution"]).map(String);
	const told = resolutions.length === 0 ? [null] : made.length > 0 ? made : resolutions;
	const rows = [];
	for (const resolution of told) {
		const charge = mostSpecific(price.charges.filter(({ when }) => applies(when, resolution)));
		if (!charge) continue;
		const usd = inDollars(charge, provider);
		if (usd === null) return { why: "unknown-credit" };
		const factors = price.factors.filter(({ when }) => applies(when, resolution));
		rows.push({
			resolution,
			usd: factors.reduce((product, { factor }) => product.times(factor), usd)
		});
	}
	return rows.length > 0 ? rows : { why: "no-charge" };
}
function whyNot({ charges, factors, holes, total }) {
	if (charges.some(({ amount }) => amount === "unknown")) return { why: "unknown-amount" };
	const meter = charges.find(({ meter, of }) => meter !== "second" || of.some((subject) => subject !== "output"));
	if (meter) return {
		why: "meter",
		value: meter.of.includes("output") ? meter.meter : `${meter.meter} of ${meter.of.join(" and ")}`
	};
	if (new Set(charges.map(({ line }) => line)).size > 1 || charges.some(({ extra }) => extra)) return { why: "several-charges" };
	if (charges.some(({ per, each, min, step, max, included }) => per !== "1" || each || min || step || max || included)) return { why: "steps" };
	if (total) return { why: "total" };
	const field = [
		...charges,
		...factors,
		...holes.map((when) => ({ when }))
	].flatMap(({ when }) => Object.keys(when)).find((name) => name !== "resolution");
	return field === void 0 ? null : {
		why: "condition",
		value: field
	};
}
function resolutionsIn(when) {
	const matcher = when["resolution"];
	return matcher && "in" in matcher ? matcher.in.map(String) : [];
}
const applies = (when, resolution) => require_program.holds(when, () => resolution ?? void 0) === true;
function mostSpecific(charges) {
	return charges.find((charge) => charges.every((other) => other === charge || !require_program.beats(other.when, charge.when)));
}
/** An amount in USD. Credits are converted at the provider's price of one. Null for another currency or a credit of unknown value. */
function inDollars({ amount }, { account }) {
	if (amount === "unknown") return null;
	if (amount.unit === "USD") return require_program.decimal(amount.value);
	const credit = account?.credit;
	if (amount.unit !== "credits" || credit?.usd === void 0) return null;
	return require_program.decimal(amount.value).times(credit.usd).div(credit.per ?? 1);
}
// lib/src/catalog/export.js
/** Every model that can be called on a day (UTC) and has a price, in the order of the book. */
function pricesInForce(book, date) {
	return book.slugs.flatMap((slug) => (book.provider(slug)?.models ?? []).flatMap((model) => {
		const price = require_program.priceOn(model, date);
		return price && require_program.retiredSince(model, date) === null ? [{
			provider: slug,
			model,
			price
		}] : [];
	}));
}
/**
* The prices that LiteLLM's format can express: providers that it knows, and prices that are one amount per
* second and resolution. `notSaid` lists the other models with the reason.
*/
function forLitellm(book, date) {
	const sellers = new Map(Object.entries(require_litellm_file.LITELLM_PROVIDERS).reverse().map(([theirs, ours]) => [ours, theirs]));
	const rows = [];
	const notSaid = [];
	for (const { provider, model, price } of pricesInForce(book, date)) {
		const id = `${provider}/${model.id}`;
		const seller = sellers.get(provider);
		const known = book.provider(provider);
		const rates = seller === void 0 || !known ? { why: "seller" } : perSecond(known, model, price);
		if ("why" in rates) notSaid.push({
			id,
			...rates
		});
		else rows.push({
			key: `${seller}/${model.id}`,
			seller,
			model,
			price,
			rates
		});
	}
	return {
		rows,
		notSaid
	};
}
function linesInForce(book, date) {
	return pricesInForce(book, date).flatMap((one) => [...one.price.charges.map((charge) => ({
		...one,
		charge
	})), ...one.price.factors.map((factor) => ({
		...one,
		factor
	}))]);
}
// lib/src/report/catalog/export.js
/** Video models in the format of LiteLLM's `model_prices_and_context_window.json`, in the order of the price book, with USD for one second. */
function litellmJson({ rows }) {
	const entries = rows.map(({ key, seller, model, price, rates }) => [key, {
		litellm_provider: seller,
		mode: "video_generation",
		...Object.fromEntries(rates.map(({ resolution, usd }) => [`output_cost_per_second${resolution === null ? "" : `_${resolution}`}`, require_program.round(usd)])),
		...rates.some(({ resolution }) => resolution !== null) && { supported_resolutions: rates.map(({ resolution }) => resolution) },
		source: price.source,
		...model.name !== void 0 && { metadata: { notes: model.name } }
	}]);
	return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}
/** One line for each price that LiteLLM's format cannot express, with the reason. */
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
	"no-charge": "no charge applies to a resolution that it makes"
};
/** CSV with a row for each charge and factor of every price in force. Amounts are as published; conditions use the field names of a price file. */
function pricesCsv(lines) {
	const rows = lines.map((line) => {
		const { provider, model, price } = line;
		const own = "charge" in line ? chargeCells(line.charge) : {
			kind: "factor",
			amount: line.factor.factor,
			when: conditionText(line.factor.when)
		};
		return {
			provider,
			model: model.id,
			modes: model.modes.join(" "),
			...own,
			from: price.from,
			to: price.to,
			source: price.source,
			checked: price.checked,
			confidence: price.confidence
		};
	});
	return require_sync.stringify(rows, {
		header: true,
		columns: [...COLUMNS]
	});
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
	"confidence"
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
		when: conditionText(when)
	};
}
/** A condition as text: `resolution = 1080p | 4k, duration > 5`. Empty if the line always applies. */
function conditionText(when) {
	return Object.entries(when).map(([field, matcher]) => `${field} ${matcherText(matcher)}`).join(", ");
}
function matcherText(matcher) {
	if ("in" in matcher) return `= ${matcher.in.join(" | ")}`;
	const { min, above, max, below } = matcher;
	return [
		[">=", min],
		[">", above],
		["<=", max],
		["<", below]
	].flatMap(([sign, value]) => value === void 0 ? [] : [`${sign} ${value}`]).join(" and ");
}
/** The complete prices in force as JSON, `video-budget/prices-export@1`. */
function pricesJson(prices, date, snapshot) {
	const listed = prices.map(({ provider, model: { prices: _, ...model }, price }) => ({
		provider,
		...model,
		price
	}));
	return `${JSON.stringify({
		schema: "video-budget/prices-export@1",
		date,
		snapshot,
		prices: listed
	}, null, 2)}\n`;
}
// lib/src/cli/prices/prices-export.js
/** `video-budget prices export`: exports the prices in force for another program. Prices that its format cannot express are listed on standard error instead. @returns 0 @throws UsageError */
async function exportPrices(options, terminal) {
	const book = await require_price_book.bookWithFiles(options, terminal);
	const date = options.date ?? require_program.today();
	if (options.for === "litellm") {
		const exported = forLitellm(book, date);
		await require_program.write(litellmJson(exported), options, terminal);
		terminal.process.stderr.write(notSaidText(exported));
		return 0;
	}
	await require_program.write(options.for === "csv" ? pricesCsv(linesInForce(book, date)) : pricesJson(pricesInForce(book, date), date, book.snapshot), options, terminal);
	return 0;
}
exports.exportPrices = exportPrices;
