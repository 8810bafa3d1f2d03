const require_rolldown_runtime = require("./rolldown-runtime.part.cjs");
const require_program = require("./program.cjs");
const require_quote = require("./quote.part.cjs");
const require_litellm_file = require("./litellm-file.part.cjs");
const require_not_ranked = require("./not-ranked.part.cjs");
const require_known = require("./known.part.cjs");
const require_price_book = require("./price-book.part.cjs");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
// lib/src/catalog/litellm.js
/**
* Compares the video models of LiteLLM's list with the book on a day (UTC).
* @param providers the slugs to compare. Entries of sellers that the book lacks are included only if this is the whole book.
*/
function compareAgainst(book, entries, providers, market) {
	const everything = providers.length === book.slugs.length;
	const mine = entries.filter(({ provider }) => provider === null || !book.slugs.includes(provider) ? everything : providers.includes(provider));
	const matched = /* @__PURE__ */ new Set();
	const compared = [];
	const notCompared = [];
	const theirsOnly = [];
	for (const entry of mine) {
		const provider = entry.provider === null ? void 0 : book.provider(entry.provider);
		const model = provider && entry.names.map((name) => require_program.findModel(provider, name)).find((one) => one !== void 0);
		if (!provider || !model) {
			theirsOnly.push({
				key: entry.key,
				provider: entry.provider,
				theirs: entry.rates
			});
			continue;
		}
		matched.add(model);
		for (const one of compareModel(provider, model, entry, market)) if ("reason" in one) notCompared.push(one);
		else compared.push(one);
	}
	const priced = providers.flatMap((slug) => (book.provider(slug)?.models ?? []).filter((model) => require_program.priceOn(model, market.date) && require_program.retiredSince(model, market.date) === null));
	return {
		same: compared.filter(isSame),
		differs: compared.filter((one) => !isSame(one)),
		theirsOnly,
		notCompared,
		oursOnly: priced.filter((model) => !matched.has(model)).length
	};
}
/** Compares the rounded amounts, because the value of a credit is a quotient. */
function isSame({ theirs, ours }) {
	return require_program.round(theirs) === require_program.round(ours);
}
function compareModel(provider, model, entry, market) {
	const about = {
		key: entry.key,
		id: `${provider.provider}/${model.id}`,
		resolution: null
	};
	const price = require_program.priceOn(model, market.date);
	const retired = require_program.retiredSince(model, market.date);
	if (retired !== null) return [{
		...about,
		reason: "retired",
		date: retired
	}];
	if (!price) return [{
		...about,
		reason: "unpriced"
	}];
	if (entry.rates.length === 0) return [{
		...about,
		reason: "no-rate-of-theirs"
	}];
	const inAll = entry.rates.flatMap((rate) => resolutionsOf(model, entry, rate).map((resolution) => ({
		resolution,
		theirs: require_program.decimal(rate.usd)
	})));
	const found = SOUNDS.filter((audio) => audio === void 0 || model.accepts["audio"] !== void 0).map((audio) => inAll.map(({ resolution, theirs }) => compareAt({
		provider,
		model,
		price
	}, {
		...about,
		resolution,
		theirs
	}, audio, market)));
	const agreeing = found.map((some) => some.filter((one) => !("reason" in one) && isSame(one)).length);
	return found[agreeing.indexOf(Math.max(...agreeing))] ?? [];
}
/** Seconds. Common lengths of clips, tried after the model's default; the first one with a price is compared. */
const LENGTHS = [
	5,
	8,
	10,
	4,
	6
];
/** LiteLLM's list does not state sound. All rates of a model are compared at the default, with sound, or without it: whichever agrees most often. */
const SOUNDS = [
	void 0,
	true,
	false
];
/** Compares one rate of LiteLLM's list. `theirs` is in USD for one second. */
function compareAt(offer, { theirs, ...about }, audio, market) {
	const { model, price } = offer;
	const clips = [model.defaults["duration"], ...LENGTHS].filter((value) => typeof value === "number").map((duration) => {
		const asked = {
			duration,
			...about.resolution !== null && { resolution: about.resolution },
			...audio !== void 0 && { audio }
		};
		return {
			duration,
			quote: require_quote.quoteJob(offer, new Map(Object.entries(asked)), market)
		};
	});
	const clip = clips.find(({ quote }) => quote.state === "priced") ?? clips[0];
	if (clip?.quote.state === "priced") {
		const { request, job } = clip.quote;
		const shown = [
			"mode",
			"duration",
			"resolution",
			"audio"
		].flatMap((field) => {
			const value = request.fields.get(field);
			return value === void 0 ? [] : [[field, value]];
		});
		const { source, checked } = price;
		return {
			...about,
			theirs,
			ours: job.amount.div(clip.duration),
			request: Object.fromEntries(shown),
			source,
			checked
		};
	}
	if (clip?.quote.state === "none") return {
		...about,
		...require_quote.notPriced(clip.quote.no)
	};
	const refusal = clip?.quote.refused[0];
	return {
		...about,
		reason: "not-accepted",
		field: refusal?.field ?? "duration",
		value: refusal?.value ?? ""
	};
}
/**
* The resolutions at which a rate is compared, in the book's words; null is the model's default. A rate without
* a resolution applies to every resolution that no other rate names: of those that the entry lists, or else of
* those that the book's model makes.
*/
function resolutionsOf(model, { rates, resolutions }, { resolution }) {
	if (resolution !== null) return [ourName(model, resolution)];
	const limits = require_program.limitsOf("resolution", model, () => void 0) ?? [];
	const makes = (one) => limits.length > 0 && limits.every((limit) => require_program.isAccepted(limit, one));
	const listed = [...new Set(resolutions.map((one) => ourName(model, one)))].filter(makes);
	const all = limits.flatMap(require_program.listedValues).filter((one) => typeof one === "string" && makes(one));
	const own = rates.flatMap((rate) => rate.resolution === null ? [] : [ourName(model, rate.resolution)]);
	const named = listed.length > 0 ? listed : all;
	return named.length > 0 ? named.filter((one) => !own.includes(one)) : [null];
}
/** The book's name for a resolution of the list: the same word, or the class of an exact size (`1280x720` is `720p`). */
function ourName(model, theirs) {
	const name = require_program.normaliseResolution(theirs);
	const size = require_program.sizeOf(name);
	const limits = require_program.limitsOf("resolution", model, () => void 0) ?? [];
	return [name, ...size ? [`${Math.min(...size)}p`] : []].find((one) => limits.length > 0 && limits.every((limit) => require_program.isAccepted(limit, one))) ?? name;
}
// lib/src/catalog/upkeep.js
/** Examines a book. @param providers slugs to examine @param maxAge days after which a checked price is stale @param ahead days to look forward */
function upkeepOf(book, providers, date, { maxAge, ahead }) {
	const all = require_program.providersOf(book, providers).flatMap((provider) => provider.models.map((model) => ({
		provider,
		model,
		id: `${provider.provider}/${model.id}`
	})));
	const gone = all.filter(({ model }) => require_program.retiredSince(model, date) !== null);
	const alive = all.filter((one) => !gone.includes(one));
	const stale = alive.flatMap(({ provider, model, id }) => staleOf({
		provider: provider.provider,
		id
	}, require_program.priceOn(model, date), date, maxAge));
	const coming = alive.flatMap(({ model, id }) => comingOf(id, model, date, ahead));
	const retired = gone.map(({ provider, model, id }) => {
		const { retires = date, successor = null } = model.status;
		return {
			id,
			date: retires,
			successor,
			named_by: alive.filter((other) => names(book, other, provider, model)).map((other) => other.id)
		};
	});
	return {
		date,
		maxAge,
		ahead,
		models: all.length,
		prices: all.filter(({ model }) => require_program.priceOn(model, date) !== void 0).length,
		stale: stale.sort((a, b) => b.days - a.days || (a.id < b.id ? -1 : 1)),
		coming: coming.sort((a, b) => a.days - b.days || (a.id < b.id ? -1 : 1)),
		retired: retired.sort((a, b) => b.named_by.length - a.named_by.length || (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1))
	};
}
/** The number of findings to act on: stale prices, coming changes, and retired models that another model still recommends. */
function findingsOf({ stale, coming, retired }) {
	return stale.length + coming.length + retired.filter(({ named_by }) => named_by.length > 0).length;
}
function staleOf({ provider, id }, price, date, maxAge) {
	if (!price) return [];
	const { checked, confidence, source } = price;
	const days = require_program.daysBetween(checked, date);
	return days > maxAge ? [{
		provider,
		id,
		checked,
		days,
		confidence,
		source
	}] : [];
}
function comingOf(id, model, date, ahead) {
	const { retires, may_retire, successor = null } = model.status;
	const price = require_program.priceOn(model, date);
	const entry = (kind, day) => {
		const days = require_program.daysBetween(date, day);
		return days <= ahead ? [{
			id,
			kind,
			date: day,
			days,
			successor
		}] : [];
	};
	const promotions = [...price?.charges ?? [], ...price?.factors ?? []].flatMap(({ to }) => to !== void 0 && to > date ? [to] : []);
	const last = model.prices.flatMap(({ to }) => to !== void 0 && to <= date ? [to] : []).sort().at(-1);
	return [
		...retires === void 0 ? [] : entry("retires", retires),
		...may_retire === void 0 || retires !== void 0 ? [] : entry("may-retire", may_retire),
		...price?.to === void 0 ? [] : entry(require_program.priceOn(model, price.to) ? "price-changes" : "price-ends", price.to),
		...price === void 0 && last !== void 0 ? entry("price-ends", last) : [],
		...[...new Set(promotions)].flatMap((day) => entry("promotion-ends", day))
	];
}
/** Whether a model names `target` as its successor or an alternative: by a name at the same provider, or as `provider/model`. */
function names(book, { provider, model }, of, target) {
	const { successor, alternatives = [] } = model.status;
	return [...successor === void 0 ? [] : [successor], ...alternatives].some((name) => {
		if (provider.provider === of.provider && require_program.findModel(provider, name) === target) return true;
		const [slug = "", ...rest] = name.split("/");
		const other = slug === of.provider ? book.provider(slug) : void 0;
		return other !== void 0 && require_program.findModel(other, rest.join("/")) === target;
	});
}
// lib/src/report/catalog/litellm.js
var import_picocolors = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_program.require_picocolors(), 1);
/** LiteLLM's list compared with the book, for a terminal. Equal prices are listed only with `verbose`. */
function againstText(against, file, { width, color, verbose }) {
	const paint = import_picocolors.default.createColors(color);
	const titled = (title, lines) => lines.length === 0 ? [] : [
		"",
		...require_program.wrap(title, width).map(paint.bold),
		...lines
	];
	const list = (lines) => lines.flatMap((line) => require_program.wrap(`  ${line}`, width, "    "));
	const table = (rows) => rows.length === 0 ? [] : require_program.columns([
		{ title: "Model" },
		{
			title: "Clip",
			drop: 2
		},
		{
			title: "Theirs",
			align: "right"
		},
		{
			title: "Ours",
			align: "right"
		},
		{
			title: "Checked",
			drop: 1
		},
		{
			title: "Their key",
			drop: 0
		}
	], rows.map((row) => [
		require_program.inert(row.id),
		clipOf(row, require_program.inert),
		second(row.theirs),
		second(row.ours),
		row.checked,
		require_program.inert(row.key)
	]), width, paint.dim);
	return [
		"",
		...require_program.wrap(summary(against, require_program.inert(file)), width).map(paint.bold),
		...titled("Different, in USD for a second", table(against.differs)),
		...verbose ? titled("The same, in USD for a second", table(against.same)) : [],
		...titled("Only in their list", list(against.theirsOnly.map((one) => theirsInWords(one, require_program.inert)))),
		...titled("Not compared", list(against.notCompared.map((one) => notComparedInWords(one, require_program.inert))))
	];
}
/** The same report as Markdown. */
function againstMarkdown(against, file, verbose) {
	const titled = (title, lines) => lines.length === 0 ? [] : [
		"",
		`#### ${title}`,
		"",
		...lines
	];
	const table = (rows) => rows.length === 0 ? [] : [...require_program.tableHead([
		"Model",
		"Clip",
		"Theirs:",
		"Ours:",
		"Checked",
		"Their key"
	]), ...rows.map((row) => require_program.tableRow([
		require_program.code(row.id),
		clipOf(row, require_program.code),
		second(row.theirs),
		second(row.ours),
		row.checked,
		require_program.code(row.key)
	]))];
	return [
		"",
		`### ${summary(against, require_program.code(file))}`,
		...titled("Different, in USD for a second", table(against.differs)),
		...verbose ? titled("The same, in USD for a second", table(against.same)) : [],
		...titled("Only in their list", against.theirsOnly.map((one) => `- ${theirsInWords(one, require_program.code)}`)),
		...titled("Not compared", against.notCompared.map((one) => `- ${notComparedInWords(one, require_program.code)}`))
	];
}
function summary({ same, differs, theirsOnly, notCompared, oursOnly }, file) {
	return `Against ${file}: ${require_program.count(same.length, "price")} the same, ${differs.length} different, ${require_program.count(theirsOnly.length, "model")} only there, ${notCompared.length} not compared, ${require_program.count(oursOnly, "model")} only here`;
}
function second(amount) {
	return require_program.formatPrice(amount, "USD");
}
/** The clip whose prices are compared: `8 s, 1080p, silent`. */
function clipOf({ request: { mode, duration, resolution, audio } }, quote) {
	return [
		...duration === void 0 ? [] : [`${duration} s`],
		...resolution === void 0 ? [] : [quote(String(resolution))],
		...audio === void 0 ? [] : [audio ? "sound" : "silent"],
		...mode === void 0 || mode === "text-to-video" ? [] : [String(mode)]
	].join(", ");
}
function theirsInWords({ key, provider, theirs }, quote) {
	const rates = theirs.map(({ resolution, usd }) => `${require_program.formatPrice(require_program.decimal(usd), "USD")} a second${resolution === null ? "" : ` at ${quote(resolution)}`}`);
	const where = provider === null ? "; its provider is not in this book" : "";
	return `${quote(key)}: ${rates.join(", ") || "no price for a second"}${where}`;
}
function notComparedInWords(one, quote) {
	const at = one.resolution === null ? "" : ` at ${quote(one.resolution)}`;
	return `${quote(one.key)}${at}: ${whyInWords(one, quote)}`;
}
function whyInWords(one, quote) {
	switch (one.reason) {
		case "no-rate-of-theirs": return "their list has no price for a second";
		case "unpriced": return "this book has the model without a price";
		case "retired": return `${quote(one.id ?? "")} is retired since ${one.date}`;
		case "not-accepted": return `${quote(one.id ?? "")} does not accept ${quote(one.field)} ${quote(String(one.value))}`;
		default: return require_not_ranked.notPricedInWords(one, quote);
	}
}
// lib/src/report/catalog/upkeep.js
/** Characters. Longer than any address in the price book, so it only cuts hostile texts. */
const LONG = 400;
/** The parts of a price book that need attention, for a terminal: old prices by provider (one by one with `verbose`), coming changes, retired models. */
function upkeepText(upkeep, { width, color, verbose }) {
	const paint = import_picocolors.default.createColors(color);
	const list = (lines) => lines.flatMap((line) => require_program.wrap(`  ${line}`, width, "    "));
	const titled = (title, lines) => [
		"",
		...require_program.wrap(title, width).map(lines.length > 0 ? paint.bold : paint.dim),
		...lines
	];
	const groups = byProvider(upkeep.stale);
	const old = verbose ? require_program.columns([
		{ title: "Model" },
		{ title: "Checked" },
		{
			title: "Days",
			align: "right",
			drop: 2
		},
		{
			title: "Page",
			drop: 1
		}
	], upkeep.stale.map(({ id, checked, days, source }) => [
		require_program.inert(id),
		require_program.checkedDay(checked),
		String(days),
		require_program.inert(source, LONG)
	]), width, paint.dim) : require_program.columns([
		{ title: "Provider" },
		{
			title: "Prices",
			align: "right"
		},
		{ title: "Oldest" },
		{
			title: "Days",
			align: "right",
			drop: 2
		},
		{
			title: "Pages at",
			drop: 1
		}
	], groups.map(([slug, stale]) => [
		require_program.inert(slug),
		String(stale.length),
		require_program.checkedDay(stale[0]?.checked ?? ""),
		String(stale[0]?.days ?? ""),
		sitesOf(stale, require_program.inert)
	]), width, paint.dim);
	return [
		...require_program.wrap(headline(upkeep), width).map(paint.bold),
		...titled(staleTitle(upkeep), groups.length === 0 ? [] : old),
		...titled(comingTitle(upkeep), list(upkeep.coming.map((one) => comingInWords(one, require_program.inert)))),
		...titled(retiredTitle(upkeep), list(shownRetired(upkeep, verbose).map((one) => retiredInWords(one, require_program.inert))))
	];
}
/** The same report as Markdown. */
function upkeepMarkdown(upkeep, verbose) {
	const titled = (title, lines) => [
		"",
		`### ${title}`,
		...lines.length === 0 ? [] : ["", ...lines]
	];
	const old = verbose ? [...require_program.tableHead([
		"Model",
		"Checked",
		"Days:",
		"Page"
	]), ...upkeep.stale.map(({ id, checked, days, source }) => require_program.tableRow([
		require_program.code(id),
		require_program.checkedDay(checked),
		String(days),
		require_program.code(source, LONG)
	]))] : [...require_program.tableHead([
		"Provider",
		"Prices:",
		"Oldest",
		"Days:",
		"Pages at"
	]), ...byProvider(upkeep.stale).map(([slug, stale]) => require_program.tableRow([
		require_program.code(slug),
		String(stale.length),
		require_program.checkedDay(stale[0]?.checked ?? ""),
		String(stale[0]?.days ?? ""),
		sitesOf(stale, require_program.code)
	]))];
	return [
		`## ${headline(upkeep)}`,
		...titled(staleTitle(upkeep), upkeep.stale.length === 0 ? [] : old),
		...titled(comingTitle(upkeep), upkeep.coming.map((one) => `- ${comingInWords(one, require_program.code)}`)),
		...titled(retiredTitle(upkeep), shownRetired(upkeep, verbose).map((one) => `- ${retiredInWords(one, require_program.code)}`))
	];
}
function headline({ date, models, prices }) {
	return `The price book on ${date}: ${require_program.count(models, "model")}, ${require_program.count(prices, "price")} in force`;
}
function staleTitle({ stale, maxAge }) {
	const age = require_program.count(maxAge, "day");
	if (stale.length === 0) return `Every price was checked within ${age}.`;
	return `Last checked more than ${age} ago: ${require_program.count(stale.length, "price")} of ${require_program.count(byProvider(stale).length, "provider")}, oldest first`;
}
function comingTitle({ coming, ahead }) {
	return coming.length === 0 ? `Nothing retires and no price ends within ${require_program.count(ahead, "day")}.` : `Within ${require_program.count(ahead, "day")}`;
}
function retiredTitle({ retired }) {
	if (retired.length === 0) return "No model is retired.";
	const advised = retired.filter(({ named_by }) => named_by.length > 0).length;
	return `${require_program.count(retired.length, "retired model")} still found by name${advised > 0 ? `; ${advised === 1 ? "one is" : `${advised} are`} what others say to use instead` : ""}`;
}
/** Old prices by provider; the provider with the oldest price comes first. */
function byProvider(stale) {
	const groups = /* @__PURE__ */ new Map();
	for (const one of stale) groups.set(one.provider, [...groups.get(one.provider) ?? [], one]);
	return [...groups];
}
/** The sites to visit, without the full addresses, which are many and long. */
function sitesOf(stale, quote) {
	const [first = "", second, ...more] = new Set(stale.map(({ source }) => /^https?:\/\/([^/?#]+)/.exec(source)?.[1] ?? source));
	return [
		quote(first, LONG),
		...second === void 0 ? [] : [quote(second, LONG)],
		...more.length === 0 ? [] : [`${more.length} more`]
	].join(", ");
}
function comingInWords({ id, kind, date, days, successor }, quote) {
	const when = days > 0 ? `on ${date}, in ${require_program.count(days, "day")}` : `on ${date}`;
	const next = successor === null ? "" : `; its successor is ${quote(successor)}`;
	switch (kind) {
		case "retires": return `${quote(id)} retires ${when}${next}`;
		case "may-retire": return days > 0 ? `${quote(id)} may retire from ${date} on, in ${require_program.count(days, "day")}${next}` : `${quote(id)} may be gone since ${date}: look whether it is still there${next}`;
		case "price-ends": return `${quote(id)}: its price ${days > 0 ? "ends" : "ended"} ${when}, and none follows${next}`;
		case "price-changes": return `${quote(id)}: another price begins ${when}`;
		case "promotion-ends": return `${quote(id)}: a promotion ends ${when}`;
	}
}
/** Retired models that another model still names. With `verbose`, all retired models. */
function shownRetired({ retired }, verbose) {
	return verbose ? retired : retired.filter(({ named_by }) => named_by.length > 0);
}
function retiredInWords({ id, date, successor, named_by }, quote) {
	const next = successor === null ? "" : `; its successor is ${quote(successor)}`;
	return `${quote(id)} is retired since ${date}${next}${named_by.length === 0 ? "" : `; named by ${named_by.map((name) => quote(name)).join(", ")}`}`;
}
// lib/src/report/catalog/prices-check.js
/** The report for a terminal. */
function checkText({ upkeep, against }, look) {
	return `${[...upkeepText(upkeep, look), ...against ? againstText(against.result, against.file, look) : []].join("\n")}\n`;
}
/** The same report as Markdown. */
function checkMarkdown({ upkeep, against }, verbose) {
	return `${[...upkeepMarkdown(upkeep, verbose), ...against ? againstMarkdown(against.result, against.file, verbose) : []].join("\n")}\n`;
}
/** The same as JSON, always complete. Compared prices are USD for one second. */
function checkJson({ upkeep, against, findings }) {
	const { date, maxAge, ahead, models, prices, stale, coming, retired } = upkeep;
	return `${JSON.stringify({
		schema: "video-budget/prices-check@1",
		findings,
		date,
		max_age_days: maxAge,
		ahead_days: ahead,
		models,
		prices,
		stale,
		coming,
		retired,
		against: against && {
			file: against.file,
			same: against.result.same.map(comparedJson),
			differs: against.result.differs.map(comparedJson),
			theirs_only: against.result.theirsOnly.map(({ key, provider, theirs }) => ({
				key,
				provider,
				theirs: theirs.map(({ resolution, usd }) => ({
					resolution,
					usd: require_program.round(require_program.decimal(usd))
				}))
			})),
			not_compared: against.result.notCompared,
			ours_only: against.result.oursOnly
		}
	}, null, 2)}\n`;
}
function comparedJson({ theirs, ours, ...row }) {
	return {
		...row,
		theirs: require_program.round(theirs),
		ours: require_program.round(ours)
	};
}
// lib/src/cli/prices/prices-check.js
/**
* `video-budget prices check`: reports prices of the book that are old, end soon, or differ from another list.
* @returns 0, or 1 for findings with `--strict` @throws UsageError, and errors of node:fs
*/
async function checkPrices(slugs, options, terminal) {
	const book = await require_price_book.bookWithFiles(options, terminal);
	const providers = slugs.length === 0 ? book.slugs : [...new Set(slugs)].map((slug) => require_known.knownProvider(slug, book).provider);
	const date = options.date ?? require_program.today();
	const upkeep = upkeepOf(book, providers, date, options);
	const result = options.against === void 0 ? null : compareAgainst(book, await listOf(options.against, terminal), providers, {
		date,
		rates: require_program.rates(options.fx)
	});
	const against = result && {
		file: options.against ?? "",
		result
	};
	const findings = findingsOf(upkeep) + (result?.differs.length ?? 0);
	const checked = {
		upkeep,
		against,
		findings
	};
	const { format, verbose } = options;
	const report = format === "json" ? checkJson(checked) : format === "markdown" ? checkMarkdown(checked, verbose) : checkText(checked, {
		...terminal,
		verbose
	});
	await require_program.write(report, options, terminal);
	return options.strict && findings > 0 ? 1 : 0;
}
/** The video models of LiteLLM's list. @throws UsageError if the file does not exist or has another format */
async function listOf(file, { cwd }) {
	const wrong = (why) => new require_program.UsageError(`--against ${file}: ${why}. It must be LiteLLM's model_prices_and_context_window.json, or one of its form.`);
	const bytes = await (0, node_fs_promises.readFile)((0, node_path.resolve)(cwd, file)).catch((error) => {
		if (error.code === "ENOENT" || error.code === "EISDIR") throw wrong("there is no such file");
		throw error;
	});
	let json;
	try {
		json = JSON.parse(require_program.decoded(bytes) ?? "");
	} catch {
		throw wrong("it is not JSON");
	}
	const entries = require_litellm_file.videoEntries(json);
	if (!entries) throw wrong("it has no model with the mode \"video_generation\"");
	return entries;
}
exports.checkPrices = checkPrices;
