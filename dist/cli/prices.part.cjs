const require_rolldown_runtime = require("./rolldown-runtime.part.cjs");
const require_program = require("./program.cjs");
const require_quote = require("./quote.part.cjs");
const require_known = require("./known.part.cjs");
const require_clips = require("./clips.part.cjs");
const require_model = require("./model.part.cjs");
const require_price_book = require("./price-book.part.cjs");
// lib/src/catalog/clip-prices.js
const LENGTHS = [5, 8];
/**
* The price of a clip at the model's defaults, by mode, resolution and sound. Modes that cost the same share
* a row, and so do clips with and without sound. A length that the model does not make is replaced by the
* nearest one that it makes; if two are equally near, by the longer one.
*/
function clipPrices(provider, model, market) {
	const price = require_program.priceOn(model, market.date);
	const state = require_program.retiredSince(model, market.date) !== null ? "retired" : price ? "priced" : "unpriced";
	const offer = state === "priced" && price ? {
		provider,
		model,
		price
	} : null;
	const byMode = model.modes.map((mode) => ({
		mode,
		rows: rowsOf(model, (clip) => offer ? clipOf(offer, {
			...clip,
			mode
		}, market) : none(clip.asked, { reason: state === "retired" ? "retired" : "unpriced" }))
	}));
	const alike = /* @__PURE__ */ new Map();
	for (const { mode, rows } of byMode) {
		const key = JSON.stringify(rows);
		alike.set(key, {
			modes: [...alike.get(key)?.modes ?? [], mode],
			rows
		});
	}
	return {
		date: market.date,
		state,
		stated: model.modes.every(require_program.modeFollowsInput) || [model, ...model.cases].some(({ accepts }) => accepts["duration"] !== void 0 || accepts["frames"] !== void 0),
		inputs: price !== void 0 && dependsOnInput(price),
		rows: [...alike.values()].flatMap(({ modes, rows }) => rows.map((row) => ({
			modes,
			...row
		})))
	};
}
function dependsOnInput({ charges, factors }) {
	return [...charges, ...factors].flatMap(({ when }) => Object.keys(when)).some((field) => /^input\.(images|video|audio)$/.test(field)) || charges.some(({ of }) => of.some((subject) => subject.startsWith("input_")));
}
function rowsOf(model, priceOf) {
	const resolutions = require_known.resolutionsOf(model);
	const sounds = [model.accepts, ...model.cases.map(({ accepts }) => accepts)].flatMap(({ audio }) => require_program.listedValues(audio));
	const choices = sounds.includes(true) && sounds.includes(false) ? [true, false] : [void 0];
	return (resolutions.length > 0 ? resolutions : [void 0]).flatMap((resolution) => {
		const rows = choices.flatMap((audio) => {
			const clips = LENGTHS.map((asked) => priceOf({
				resolution,
				audio,
				asked
			}));
			return clips.every(({ why }) => why?.reason === "not-accepted") ? [] : [{
				resolution: resolution ?? null,
				audio: audio ?? null,
				clips
			}];
		});
		const [first, second] = rows;
		if (!first || !second || costs(first) !== costs(second)) return rows;
		return [{
			...chosenFor(second) < chosenFor(first) ? second : first,
			audio: null
		}];
	});
}
function costs({ clips }) {
	return JSON.stringify(clips.map(({ chosen: _, ...clip }) => clip));
}
function chosenFor({ clips }) {
	return Math.max(...clips.map(({ chosen }) => Object.keys(chosen).length));
}
function none(asked, why) {
	return {
		asked,
		seconds: null,
		usd: null,
		bound: "exact",
		chosen: {},
		why
	};
}
function clipOf(offer, { mode, resolution, audio, asked }, market) {
	const fields = (duration) => require_quote.fieldsOf({
		mode,
		duration,
		...resolution !== void 0 && { resolution },
		...audio !== void 0 && { audio }
	});
	const quote = (duration, vary) => require_quote.quoteJob(offer, fields(duration), market, {
		standIns: {
			"input.video": duration,
			"input.audio": duration
		},
		vary
	});
	let seconds = asked;
	let found = quote(seconds, false);
	if (found.state === "refused" && found.refused.some(({ field }) => field === "duration")) {
		seconds = nearer(asked, require_program.lengthsNear(offer.model, asked, (duration) => require_program.requestOf(require_quote.keysOf(fields(duration)), offer.model, {}))) ?? asked;
		found = quote(seconds, false);
	}
	if (found.state === "refused") found = quote(seconds, true);
	const chosen = Object.fromEntries(found.filled);
	if (found.state === "priced") return {
		asked,
		seconds,
		usd: found.job.amount,
		bound: found.job.bound,
		chosen,
		why: null
	};
	if (found.state === "refused") return none(asked, { reason: "not-accepted" });
	return {
		...none(asked, require_quote.notPriced(found.no)),
		seconds,
		chosen
	};
}
function nearer(asked, { shorter, longer }) {
	if (shorter === void 0 || longer === void 0) return shorter ?? longer;
	return asked - shorter < longer - asked ? shorter : longer;
}
// lib/src/report/catalog/search.js
var import_picocolors = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_program.require_picocolors(), 1);
/** Characters. Longer than any note in the price book, so it only cuts hostile texts. */
const LONG = 4e3;
/** The models of a search as a table for a terminal. */
function searchText(found, { width, color }, ceiling) {
	const paint = import_picocolors.default.createColors(color);
	const { rows } = found;
	const providers = found.unlisted.flatMap((one) => [
		"",
		paint.bold(require_program.inert(one.name)),
		...providerLines(one, require_program.inert).flatMap((line) => require_program.wrap(`  ${line}`, width, "    "))
	]);
	if (rows.length === 0) return `${[...nothing(found, ceiling, require_program.inert).flatMap((line) => require_program.wrap(line, width)), ...providers].join("\n")}\n`;
	const table = require_program.columns([
		{
			title: "Model",
			whole: true
		},
		{
			title: "Modes",
			drop: 2
		},
		{
			title: "Cost per job",
			align: "right"
		},
		{
			title: "Job",
			drop: 5
		},
		{
			title: "Resolutions",
			drop: 1
		},
		{
			title: "Checked",
			drop: 3
		},
		{
			title: "State",
			drop: 4
		}
	], rows.map((row) => [
		require_program.inert(row.id),
		row.modes.join(", "),
		amountOf(row),
		exampleOf(row, require_program.inert),
		row.resolutions.map((one) => require_program.inert(one)).join(", "),
		checkedOf(row),
		stateOf(row)
	]), width, paint.dim);
	const after = [
		countOf(found),
		...unknownOf(ceiling),
		ABOUT
	].join(" ");
	return `${[
		...require_program.wrap(askedWords(found, require_program.inert), width).map(paint.bold),
		"",
		...table,
		"",
		...require_program.wrap(after, width).map(paint.dim),
		...providers
	].join("\n")}\n`;
}
const ABOUT = "`video-budget prices show MODEL` says everything about one.";
/** The heading of the table: the job that is priced. */
function askedWords({ asked, rows }, quote) {
	const others = rows.some(({ example }) => example && !example.as_asked);
	return `Cost of a job of ${require_program.quantity(asked.duration)} s at ${quote(asked.resolution)}, with the model's defaults for the rest${others ? "; if a model cannot make that, of the job shown" : ""}:`;
}
function countOf({ rows, left }) {
	return left === 0 ? `${require_program.count(rows.length, "model")}.` : `${require_program.count(rows.length, "model")} of ${rows.length + left}: --limit shows more.`;
}
function nothing({ unlisted, meant }, ceiling, quote) {
	if (unlisted.length > 0) return [`No model is listed: ${unlisted.map(({ name }) => quote(name)).join(", ")} ${unlisted.length === 1 ? "publishes" : "publish"} no prices.`];
	return [[
		"No model matches.",
		...meant.length === 0 ? [] : [`Did you mean ${meant.map((one) => quote(one)).join(" or ")}?`],
		...unknownOf(ceiling)
	].join(" ")];
}
/** What the book knows about a provider without public prices, and how to declare a price. */
function providerLines({ provider, account, jobs, unlisted_models, notes }, quote) {
	return [
		...unlisted_models === void 0 ? [] : [`Prices: ${quote(unlisted_models)}`],
		...account ? require_model.accountLines(account, quote) : [],
		...require_model.billedLines(jobs, quote),
		...notes === void 0 ? [] : [quote(notes)],
		`To count it, give what you pay: on a workload, provider: ${quote(provider)}, model: any id of it, price: { usd: 0.40, per: clip }; or a price file of your own under prices:.`
	];
}
/** The same as a Markdown table. */
function searchMarkdown(found, ceiling) {
	const { rows } = found;
	const quote = (text) => /\s/.test(text) ? require_program.prose(text, LONG) : require_program.code(text);
	const providers = found.unlisted.flatMap((one) => [
		"",
		`### ${require_program.prose(one.name)}`,
		"",
		...providerLines(one, quote).map((line) => `- ${line}`)
	]);
	if (rows.length === 0) return `${[...nothing(found, ceiling, require_program.code), ...providers].join("\n")}\n`;
	const body = rows.map((row) => require_program.tableRow([
		require_program.code(row.id),
		row.modes.join(", "),
		amountOf(row),
		exampleOf(row, require_program.code),
		row.resolutions.map((one) => require_program.code(one)).join(", "),
		checkedOf(row),
		stateOf(row)
	]));
	const head = require_program.tableHead([
		"Model",
		"Modes",
		"Cost per job:",
		"Job",
		"Resolutions",
		"Checked",
		"State"
	]);
	return `${[
		askedWords(found, require_program.code),
		"",
		...head,
		...body,
		"",
		[
			countOf(found),
			...unknownOf(ceiling),
			ABOUT
		].join(" "),
		...providers
	].join("\n")}\n`;
}
/** The same as JSON. Amounts are USD for one job, null if unknown. */
function searchJson({ rows, asked, left, unlisted, meant }, ceiling) {
	const models = rows.map(({ example, ...row }) => ({
		...row,
		example: example && {
			...example,
			amount: require_program.round(example.amount)
		}
	}));
	const limit = ceiling && {
		max_price: require_program.round(ceiling.usd),
		not_shown_without_price: ceiling.unknown
	};
	const providers = unlisted.map(({ models: _, ...provider }) => provider);
	return `${JSON.stringify({
		schema: "video-budget/prices-search@1",
		...limit,
		asked,
		not_shown: left,
		nearest: meant,
		providers,
		models
	}, null, 2)}\n`;
}
function unknownOf(ceiling) {
	if (!ceiling || ceiling.unknown === 0) return [];
	return [`${require_program.count(ceiling.unknown, "model")} without a known price ${ceiling.unknown === 1 ? "is" : "are"} not shown.`];
}
function amountOf({ example }) {
	if (!example) return "unknown";
	return `${require_clips.BOUNDS[example.bound]}${require_program.jobPrice(example.amount, "USD")}`;
}
/** The job of a row: `5 s, 720p`, and the fields that had to be chosen. */
function exampleOf({ example }, quote) {
	return Object.entries(example?.request ?? {}).map(([field, value]) => field === "duration" && typeof value === "number" ? `${require_program.quantity(value)} s` : field === "resolution" ? quote(String(value)) : quote(`${field} ${value}`)).join(", ");
}
function checkedOf({ checked, confidence }) {
	return checked === null ? "" : `${require_program.isUndated(checked) ? "undated" : checked}${confidence === "provider" ? "" : ` (${confidence})`}`;
}
function stateOf({ status, retires }) {
	if (status === "retiring") return `until ${retires}`;
	return status === "retired" ? `retired ${retires}` : status;
}
/** Everything that the book knows about one model, for a terminal. */
function showText(provider, model, clips, { width, color }) {
	const paint = import_picocolors.default.createColors(color);
	const lines = require_model.modelInWords(provider, model, clips, (text) => require_program.inert(text, LONG)).flatMap(({ title, lines: said }) => [
		"",
		paint.bold(title),
		...said.flatMap((line) => require_program.wrap(`  ${line}`, width, "    "))
	]);
	return `${[...require_program.wrap(require_program.inert(`${provider.provider}/${model.id}`), width).map(paint.bold), ...lines].join("\n")}\n`;
}
/** The same report as Markdown. Single words, such as names and addresses, are in code spans. */
function showMarkdown(provider, model, clips) {
	const lines = require_model.modelInWords(provider, model, clips, (text) => /\s/.test(text) ? require_program.prose(text, LONG) : require_program.code(text)).flatMap(({ title, lines: said }) => [
		"",
		`### ${title}`,
		"",
		...said.map((line) => `- ${line}`)
	]);
	return `${[`## ${require_program.code(`${provider.provider}/${model.id}`)}`, ...lines].join("\n")}\n`;
}
/** The same as JSON: the model as in the price book, its provider's account and jobs, and the prices of clips in USD. */
function showJson({ models: _, ...provider }, model, clips) {
	const { date, state } = clips;
	return `${JSON.stringify({
		schema: "video-budget/prices-show@1",
		date,
		state,
		clips: require_clips.clipsData(clips),
		provider,
		model
	}, null, 2)}\n`;
}
// lib/src/cli/prices/prices.js
/** `video-budget prices search`: lists models that match every word and option. @returns 0, even if nothing matches. @throws UsageError */
async function searchPrices(words, options, terminal) {
	const book = await require_price_book.bookWithFiles(options, terminal);
	const { provider, model, mode, resolution, maxPrice, format } = options;
	const criteria = {
		query: words.join(" "),
		...provider !== void 0 && { provider: require_known.knownProvider(provider, book).provider },
		...model !== void 0 && { model: require_known.knownName(model, book) },
		...mode !== void 0 && { mode },
		...resolution !== void 0 && { resolution: require_known.knownResolution(resolution, book) },
		...options.duration !== void 0 && { duration: options.duration }
	};
	const all = require_known.searchRows(book, criteria, options.date ?? require_program.today(), require_program.rates(options.fx));
	const ceiling = maxPrice === void 0 ? void 0 : require_program.decimal(maxPrice);
	const { rows: some, unknown } = ceiling ? require_known.rowsUnderCeiling(all, ceiling) : {
		rows: all,
		unknown: 0
	};
	const sorted = require_known.sortedRows(some, options.sort);
	const rows = sorted.slice(0, options.limit ?? sorted.length);
	const unlisted = require_known.unlistedProviders(book, criteria);
	const meant = all.length > 0 || unlisted.length > 0 || words.length === 0 ? [] : require_known.nearNames(words.join(" "), book);
	const found = {
		rows,
		asked: require_known.jobOfRows(criteria),
		left: sorted.length - rows.length,
		unlisted,
		meant
	};
	const limit = ceiling && {
		usd: ceiling,
		unknown
	};
	const report = format === "json" ? searchJson(found, limit) : format === "markdown" ? searchMarkdown(found, limit) : searchText(found, terminal, limit);
	await require_program.write(report, options, terminal);
	return 0;
}
/** `video-budget prices show PROVIDER/MODEL`: prints everything that the book knows about one model. @throws UsageError */
async function showPrice(name, options, terminal) {
	const { provider, model } = require_known.knownModel(name, await require_price_book.bookWithFiles(options, terminal));
	const clips = clipPrices(provider, model, {
		date: options.date ?? require_program.today(),
		rates: require_program.rates(options.fx)
	});
	const { format } = options;
	const report = format === "json" ? showJson(provider, model, clips) : format === "markdown" ? showMarkdown(provider, model, clips) : showText(provider, model, clips, terminal);
	await require_program.write(report, options, terminal);
	return 0;
}
exports.searchPrices = searchPrices;
exports.showPrice = showPrice;
