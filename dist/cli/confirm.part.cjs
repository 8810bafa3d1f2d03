const require_rolldown_runtime = require("./rolldown-runtime.part.cjs");
const require_program = require("./program.cjs");
const require_clips = require("./clips.part.cjs");
const require_read = require("./read.part.cjs");
const require_model = require("./model.part.cjs");
// lib/src/prices/write.js
/** A model as an entry of `models:`. The entry is complete: media and jobs are written out, so it does not depend on the rest of the file. */
function modelEntry(model) {
	const { id, name, aliases, modes, accepts, defaults, cases, status, media, jobs, prices, notes } = model;
	return {
		id,
		...name !== void 0 && { name },
		...filled("aliases", aliases),
		modes,
		...filled("accepts", acceptsEntry(accepts)),
		...filled("defaults", defaults),
		...filled("cases", cases.map(caseEntry)),
		...filled("status", status),
		...media && { media: mediaEntry(media) },
		...filled("jobs", jobsEntry(jobs)),
		prices: prices.map(priceEntry),
		...notes !== void 0 && { notes }
	};
}
/** One dated price as an entry of `prices:`. */
function priceEntry({ from, to, source, checked, confidence, charges, factors, holes, total, notes }) {
	return {
		...from !== void 0 && { from },
		...to !== void 0 && { to },
		source,
		checked,
		confidence,
		charges: [...charges.map(chargeEntry), ...factors.map(factorEntry)],
		...filled("holes", holes.map(conditionEntry)),
		...total && { total: decimals(total) },
		...notes !== void 0 && { notes }
	};
}
/** The key with its value, or nothing if the value is empty: price files leave out empty keys. */
function filled(key, value) {
	return Object.keys(value).length === 0 ? {} : { [key]: value };
}
function acceptsEntry(accepts) {
	return Object.fromEntries(Object.entries(accepts).map(([field, accepted]) => {
		if (accepted.kind === "list") return [field, accepted.values];
		const { kind: _, ...range } = accepted;
		return [field, range];
	}));
}
function caseEntry({ when, accepts, defaults }) {
	return {
		when: conditionEntry(when),
		...filled("accepts", acceptsEntry(accepts)),
		...filled("defaults", defaults)
	};
}
function jobsEntry({ billed, completion, ...rest }) {
	return {
		...filled("billed", billed ?? {}),
		...filled("completion", completion ?? {}),
		...rest
	};
}
/** Sizes by resolution class: a list of exact sizes, or width and height by aspect ratio. */
function mediaEntry({ pixels, ...rest }) {
	if (!pixels) return rest;
	const sizes = [...new Set(pixels.map((size) => size.class))].map((name) => {
		const own = pixels.filter((size) => size.class === name);
		const byRatio = own.map(({ ratio, width, height }) => [ratio, [width, height]]);
		return [name, own.every(({ ratio }) => ratio === void 0) ? own.map(({ width, height }) => `${width}x${height}`) : Object.fromEntries(byRatio)];
	});
	return {
		...rest,
		pixels: Object.fromEntries(sizes)
	};
}
function chargeEntry({ line, extra, meter, of, when, amount, per, each, min, step, round, max, included, from, to }) {
	const known = require_program.METERS[meter].subject;
	return {
		meter,
		...of.length === 1 && of[0] === known ? {} : { of: of.length === 1 ? of[0] : of },
		...line === `${meter} of ${of.join(" + ")}` ? {} : { line },
		...extra && { extra },
		...filled("when", conditionEntry(when)),
		...amountEntry(amount),
		...per !== "1" && { per: number(per) },
		...each && { each: decimals(each) },
		...min !== void 0 && { min: boundEntry(min) },
		...step !== void 0 && { step: number(step) },
		...round !== "up" && { round },
		...max !== void 0 && { max: boundEntry(max) },
		...included !== void 0 && { included: boundEntry(included) },
		...from !== void 0 && { from },
		...to !== void 0 && { to }
	};
}
function amountEntry(amount) {
	if (amount === "unknown") return { amount };
	const value = number(amount.value);
	if (amount.unit === "USD") return { usd: value };
	return amount.unit === "credits" ? { credits: value } : {
		amount: value,
		currency: amount.unit
	};
}
function factorEntry({ factor, when, from, to }) {
	return {
		factor: number(factor),
		...filled("when", conditionEntry(when)),
		...from !== void 0 && { from },
		...to !== void 0 && { to }
	};
}
function boundEntry(bound) {
	if (typeof bound === "string") return number(bound);
	const by = Object.keys(bound[0]?.when ?? {});
	return {
		by,
		rows: bound.map(({ when, value }) => [...by.map((field) => matcherEntry(field, require_program.ownValue(when, field))), number(value)])
	};
}
function conditionEntry(condition) {
	return Object.fromEntries(Object.entries(condition).map(([field, matcher]) => [field, matcherEntry(field, matcher)]));
}
/** A matcher of one value as that value. A `true` or `false` of an input stays a list, because alone it would mean "any" or "none". */
function matcherEntry(field, matcher) {
	if (!("in" in matcher)) return matcher;
	const [only, ...more] = matcher.in;
	return more.length > 0 || only === void 0 || typeof only === "boolean" && field.startsWith("input.") ? matcher.in : only;
}
function decimals(rule) {
	return Object.fromEntries(Object.entries(rule).map(([key, value]) => [key, value === void 0 ? value : number(value)]));
}
/** A number if that represents the decimal exactly, otherwise the text itself. Words such as `unknown` and `up` stay, too. */
function number(text) {
	const value = Number(text);
	return text.trim() !== "" && String(value) === text ? value : text;
}
// lib/src/prices/amend.js
/** A new price file with one model. @param comment the first lines of the file, without the `#` */
function newFile(file, provider, model, comment) {
	const entry = {
		provider: provider.provider,
		name: provider.name,
		models: [modelEntry(model)]
	};
	return proved(file, `${comment.split("\n").map((line) => `# ${line}`).join("\n")}\n\n${toYaml(entry)}`, [model]);
}
/**
* Adds a model to an existing price file, or replaces one of its prices. The edit works on the text, so
* every other byte (comments, tables, spelling of numbers) stays as it is. The result is then read
* again and compared with the intended models.
* @param before the model as the file has it; undefined if the file has no model with that id
*/
function amendFile(file, bytes, before, model) {
	const text = new TextDecoder().decode(bytes);
	const { provider, problems } = require_read.readPrices(require_program.readYaml(file, bytes));
	if (!provider) return { problems };
	const list = require_program.parseDocument(text).get("models");
	if (!require_program.isSeq(list)) return { entangled: true };
	if (!before) return proved(file, edited(text, [require_program.insertItem(text, list, 0, itemOf(modelEntry(model)))]), [model, ...provider.models]);
	const index = provider.models.findIndex(({ id }) => id === before.id);
	const prices = list.getIn([index, "prices"]);
	const examples = list.getIn([index, "examples"]);
	const changed = require_program.isSeq(prices) ? withPrices(text, {
		list: prices,
		examples: require_program.isSeq(examples) ? examples : null
	}, provider.models[index], model) : null;
	return changed === null ? { entangled: true } : proved(file, changed, provider.models.with(index, model));
}
/** The text, if it has no errors and parses to exactly these models. */
function proved(file, text, models) {
	if (text === null) return { entangled: true };
	const { provider, problems } = require_read.readPrices(require_program.readYaml(file, new TextEncoder().encode(text)));
	if (!provider) return { problems: problems.filter(({ severity }) => severity === "error") };
	return canonical(provider.models) === canonical(models) ? { text } : { entangled: true };
}
/** JSON with sorted keys, so that equal values give equal texts. */
function canonical(value) {
	return JSON.stringify(value, (_, inner) => typeof inner === "object" && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => a < b ? -1 : 1)) : inner);
}
/**
* Compares the prices before and after, and edits the text for the change that `confirm.ts` made: closed
* (the old price ends, a new one begins), corrected, or checked. When a price closes, an example
* without a date belongs to the old price, so its date becomes the day before the change.
*/
function withPrices(text, { list, examples }, before, after) {
	const at = before.prices.findIndex((price, index) => canonical(price) !== canonical(after.prices[index]));
	const [node, old, now] = [
		list.items[at],
		before.prices[at],
		after.prices[at]
	];
	if (!require_program.isMap(node) || !old || !now) return null;
	const entry = itemOf(priceEntry(now));
	if (after.prices.length > before.prices.length) {
		const end = after.prices[at + 1]?.to ?? "";
		const dated = (examples?.items ?? []).filter((example) => require_program.isMap(example)).filter((example) => !example.has("date")).map((example) => require_program.withKey(text, example, "date", require_program.dayBefore(end)));
		return edited(text, [
			require_program.withKey(text, node, "to", end),
			require_program.insertItem(text, list, at, entry),
			...dated
		]);
	}
	if (!(canonical({
		...old,
		source: now.source,
		checked: now.checked,
		confidence: now.confidence
	}) === canonical(now))) return edited(text, [require_program.replaceItem(text, node, entry)]);
	return edited(text, [
		"source",
		"checked",
		"confidence"
	].filter((key) => old[key] !== now[key]).map((key) => require_program.withKey(text, node, key, now[key])));
}
/** The text with all edits applied; null if one of them is impossible. */
function edited(text, splices) {
	const made = splices.filter((splice) => splice !== null);
	return made.length === splices.length ? require_program.spliced(text, made) : null;
}
function itemOf(entry) {
	return {
		flow: JSON.stringify(entry),
		block: (column) => toYaml(entry).trimEnd().replaceAll("\n", `\n${require_program.indent(column)}`)
	};
}
/** Characters of JSON that fit on one line of a price file. */
const FLOW = 110;
/** YAML in the layout of the price files: a short list or map is on one line, unless it contains a `source`. */
function toYaml(entry) {
	const document = new require_program.Document(entry, { aliasDuplicateObjects: false });
	require_program.visit(document, { Collection(_, node) {
		const json = JSON.stringify(node.toJSON());
		node.flow = json.length <= FLOW && !json.includes("\"source\"");
	} });
	return document.toString({ lineWidth: 0 });
}
// lib/src/prices/confirm.js
var import_picocolors = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_program.require_picocolors(), 1);
/** The number of amounts that a price has to compare: its charges and its factors. */
function placesOf({ charges, factors }) {
	return charges.length + factors.length;
}
/**
* Applies what a person found to one price of a model.
* `checked`: every amount is the same, so only the price's date of checking changes. `closed`: an amount
* differs, so the old price ends on the day of the finding and a new one begins. `corrected`: an amount
* differs and the price began on that same day, so the price itself is replaced.
*/
function confirmModel(model, price, finding) {
	const { date, source } = finding;
	const now = {
		...price,
		source: source ?? price.source,
		checked: date,
		confidence: source === void 0 ? price.confidence : "provider"
	};
	const found = {
		...now,
		charges: price.charges.map((charge, place) => withAmount(charge, finding.amounts.get(place))),
		factors: price.factors.map((factor, place) => withFactor(factor, finding.amounts.get(price.charges.length + place)))
	};
	const same = found.charges.every((charge, place) => charge === price.charges[place]) && found.factors.every((factor, place) => factor === price.factors[place]);
	const put = (...prices) => ({
		...model,
		prices: model.prices.flatMap((one) => one === price ? prices : [one])
	});
	if (same) return {
		model: put(now),
		change: "checked"
	};
	if (price.from === date) return {
		model: put(found),
		change: "corrected"
	};
	return {
		model: put({
			...found,
			from: date
		}, {
			...price,
			to: date
		}),
		change: "closed"
	};
}
/** The same object if the amounts are equal as decimals (0.10 equals 0.1). An amount that was unknown becomes one in dollars. */
function withAmount(charge, value) {
	if (value === void 0) return charge;
	if (charge.amount === "unknown") return {
		...charge,
		amount: {
			unit: "USD",
			value
		}
	};
	return require_program.decimal(charge.amount.value).eq(value) ? charge : {
		...charge,
		amount: {
			...charge.amount,
			value
		}
	};
}
function withFactor(factor, value) {
	return value === void 0 || require_program.decimal(factor.factor).eq(value) ? factor : {
		...factor,
		factor: value
	};
}
// lib/src/report/catalog/confirm.js
/** Characters. Longer than any note or address in the price book, so it only cuts hostile texts. */
const LONG = 4e3;
/** The page to open and the figures to compare with it, for a terminal. Each figure has the number that `--set` takes. */
function confirmText(listing, { width, color }) {
	const paint = import_picocolors.default.createColors(color);
	const { figures, rules, beside } = partsOf(listing, (text) => require_program.inert(text, LONG));
	const size = String(figures.length).length;
	return `${[
		...require_program.wrap(`${require_program.inert(`${listing.provider.provider}/${listing.model.id}`)}: compare with the page`, width).map(paint.bold),
		"",
		...require_program.wrap(`  ${require_program.inert(listing.price.source, LONG)}`, width, "  "),
		...require_program.wrap(`  ${age(listing)}`, width, "  ").map(paint.dim),
		"",
		...figures.flatMap((line, index) => require_program.wrap(`  ${String(index + 1).padStart(size)}  ${line}`, width, " ".repeat(size + 4))),
		...rules.flatMap((line) => require_program.wrap(`  ${"-".padStart(size)}  ${line}`, width, " ".repeat(size + 4))),
		...beside.length === 0 ? [] : [
			"",
			paint.bold(BESIDE),
			...beside.flatMap((line) => require_program.wrap(`  ${line}`, width, "    "))
		]
	].join("\n")}\n`;
}
const BESIDE = "Worth a look too; this command does not record it";
/** The same report as Markdown. */
function confirmMarkdown(listing) {
	const { figures, rules, beside } = partsOf(listing, (text) => /\s/.test(text) ? require_program.prose(text, LONG) : require_program.code(text, LONG));
	return `${[
		`## ${require_program.code(`${listing.provider.provider}/${listing.model.id}`)}`,
		"",
		`Compare with ${require_program.code(listing.price.source, LONG)}, ${age(listing)}:`,
		"",
		...figures.map((line, index) => `${index + 1}. ${line}`),
		...rules.length === 0 ? [] : ["", ...rules.map((line) => `- ${line}`)],
		...beside.length === 0 ? [] : [
			"",
			`${BESIDE}:`,
			"",
			...beside.map((line) => `- ${line}`)
		]
	].join("\n")}\n`;
}
/** The same as JSON: charges and factors as in the price book, with their numbers. */
function confirmJson({ provider, model, price, date, written }) {
	const { from, to, source, checked, confidence, charges, factors, holes, total } = price;
	const figures = [...charges, ...factors].map((figure, index) => ({
		number: index + 1,
		...figure
	}));
	const billed = {
		...provider.jobs.billed,
		...model.jobs.billed
	};
	return `${JSON.stringify({
		schema: "video-budget/prices-confirm@1",
		id: `${provider.provider}/${model.id}`,
		date,
		price: {
			from: from ?? null,
			to: to ?? null,
			source,
			checked,
			confidence,
			figures,
			holes,
			total: total ?? null
		},
		billed,
		written
	}, null, 2)}\n`;
}
function age({ price, date }) {
	const days = require_program.daysBetween(price.checked, date);
	if (require_program.isUndated(price.checked)) return `its page was ${require_program.checkedDay(price.checked)}, confidence ${price.confidence}`;
	return `last checked ${price.checked}${days > 0 ? `, ${require_program.count(days, "day")} before ${date}` : ""}, confidence ${price.confidence}`;
}
function partsOf({ provider, model, price }, quote) {
	const lines = require_clips.chargesInWords(price, quote);
	const places = placesOf(price);
	return {
		figures: lines.slice(0, places),
		rules: lines.slice(places),
		beside: [...require_model.billedLines({
			...provider.jobs,
			...model.jobs
		}, quote), ...provider.account ? require_model.accountLines(provider.account, quote) : []]
	};
}
/** One figure in words, for the question that asks for its amount. */
function figureInWords({ price }, place) {
	return require_clips.chargesInWords(price, (text) => require_program.inert(text, LONG))[place] ?? "";
}
/** The comment at the top of a price file that `prices confirm` writes. */
function fileComment({ name }) {
	return `Prices of ${require_program.inert(name)} that were compared with its pages by hand (video-budget prices confirm).\nName this file under \`prices:\` in a manifest: its models win over the built-in book, which keeps all others.`;
}
Object.defineProperty(exports, "amendFile", {
	enumerable: true,
	get: function() {
		return amendFile;
	}
});
Object.defineProperty(exports, "confirmJson", {
	enumerable: true,
	get: function() {
		return confirmJson;
	}
});
Object.defineProperty(exports, "confirmMarkdown", {
	enumerable: true,
	get: function() {
		return confirmMarkdown;
	}
});
Object.defineProperty(exports, "confirmModel", {
	enumerable: true,
	get: function() {
		return confirmModel;
	}
});
Object.defineProperty(exports, "confirmText", {
	enumerable: true,
	get: function() {
		return confirmText;
	}
});
Object.defineProperty(exports, "figureInWords", {
	enumerable: true,
	get: function() {
		return figureInWords;
	}
});
Object.defineProperty(exports, "fileComment", {
	enumerable: true,
	get: function() {
		return fileComment;
	}
});
Object.defineProperty(exports, "newFile", {
	enumerable: true,
	get: function() {
		return newFile;
	}
});
Object.defineProperty(exports, "placesOf", {
	enumerable: true,
	get: function() {
		return placesOf;
	}
});
