const require_program = require("./program.cjs");
const require_quote = require("./quote.part.cjs");
// lib/src/catalog/search.js
/** The job whose price every row shows, if its model makes that job: seconds and resolution. */
function jobOfRows({ duration = SECONDS, resolution = RESOLUTION }) {
	return {
		duration,
		resolution
	};
}
const SECONDS = 5;
const RESOLUTION = "720p";
/** Matching models in the order of the book. @param date the day (UTC) whose prices apply @param rates USD for one unit of each other currency */
function searchRows(book, criteria, date, rates = /* @__PURE__ */ new Map()) {
	return require_program.providersOf(book).flatMap((provider) => {
		return provider.models.filter((model) => matches(provider, model, criteria)).map((model) => rowOf(provider, model, criteria, {
			date,
			rates
		}));
	});
}
/**
* Rows whose job costs at most `ceiling` USD. `unknown`: the number of rows without a comparable price. A lower bound
* counts as unknown, because the full price may be above the ceiling.
*/
function rowsUnderCeiling(rows, ceiling) {
	const known = rows.filter(({ example }) => example !== null && example.bound !== "lower");
	return {
		rows: known.filter(({ example }) => example?.amount.lte(ceiling)),
		unknown: rows.length - known.length
	};
}
/** Sorts the rows. @returns a new list */
function sortedRows(rows, sort) {
	const order = {
		book: () => 0,
		price: (a, b) => a.example && b.example ? a.example.amount.cmp(b.example.amount) : Number(a.example === null) - Number(b.example === null),
		name: (a, b) => a.id < b.id ? -1 : Number(a.id > b.id),
		checked: (a, b) => a.checked !== null && b.checked !== null ? a.checked > b.checked ? -1 : Number(a.checked < b.checked) : Number(a.checked === null) - Number(b.checked === null)
	};
	return [...rows].sort(order[sort]);
}
/** Matching providers without any model in the book. They have no row, so a search must mention them separately. */
function unlistedProviders(book, { query = "", provider: slug, model, mode, resolution }) {
	if (model !== void 0 || mode !== void 0 || resolution !== void 0) return [];
	const words = query.toLowerCase().split(/\s+/).filter((word) => word !== "");
	if (words.length === 0 && slug === void 0) return [];
	return book.slugs.flatMap((one) => {
		const provider = book.provider(one);
		const text = `${provider.provider}\n${provider.name}`.toLowerCase();
		return (slug === void 0 || slug === one) && words.every((word) => text.includes(word)) && provider.models.length === 0 ? [provider] : [];
	});
}
function matches({ provider, name }, model, { provider: slug, model: id, mode, resolution, query }) {
	const names = [model.id, ...model.aliases];
	const text = [
		provider,
		name,
		...names,
		model.name ?? ""
	].join("\n").toLowerCase();
	const words = (query ?? "").toLowerCase().split(/\s+/).filter((word) => word !== "");
	return (slug === void 0 || slug === provider) && (id === void 0 || names.includes(id) || names.some((one) => `${provider}/${one}` === id)) && (mode === void 0 || model.modes.some((one) => one === mode)) && (resolution === void 0 || makes(model, mode, require_program.normaliseResolution(resolution))) && words.every((word) => text.includes(word) || names.some((one) => `${provider}/${one}`.toLowerCase().includes(word)));
}
/** Whether a model makes a resolution in this mode, or in any of its modes if none is given. Some modes have fewer resolutions. */
function makes(model, mode, resolution) {
	if (!resolutionsOf(model).includes(resolution)) return false;
	return (mode === void 0 ? model.modes : [mode]).some((one) => {
		const request = require_program.requestOf(require_quote.keysOf(/* @__PURE__ */ new Map([["mode", one], ["resolution", resolution]])), model, {});
		return !require_program.refusals(request, model).refused.some(({ field }) => field === "resolution");
	});
}
/** Every resolution that a model accepts in some mode or has as its default, in the book's order and form. */
function resolutionsOf({ accepts, cases, defaults }) {
	const listed = [accepts["resolution"], ...cases.map((one) => one.accepts["resolution"])].flatMap((list) => require_program.listedValues(list).map(String));
	const assumed = defaults["resolution"];
	return [.../* @__PURE__ */ new Set([...listed, ...typeof assumed === "string" ? [assumed] : []])];
}
function rowOf(provider, model, criteria, market) {
	const { date } = market;
	const price = require_program.priceOn(model, date);
	const { retires } = model.status;
	return {
		id: `${provider.provider}/${model.id}`,
		name: model.name ?? null,
		modes: model.modes,
		resolutions: resolutionsOf(model),
		example: price ? exampleOf({
			provider,
			model,
			price
		}, criteria, market) : null,
		checked: price?.checked ?? null,
		confidence: price?.confidence ?? null,
		status: require_program.retiredSince(model, date) !== null ? "retired" : price ? retires === void 0 ? "current" : "retiring" : "unpriced",
		retires: retires ?? null
	};
}
/**
* The price of one clip with the length and resolution of `jobOfRows`. If the model does not make that clip, its own default or
* shortest length is tried, then its default resolution. A field without a default takes the first accepted value.
*/
function exampleOf(offer, criteria, market) {
	const { model } = offer;
	const { mode, resolution } = criteria;
	const asked = jobOfRows(criteria);
	const own = resolution === void 0 ? [asked.resolution, void 0] : [resolution];
	for (const [wanted, duration] of own.flatMap((one) => [
		asked.duration,
		void 0,
		shortest(model)
	].map((length) => [one, length]))) {
		const stated = resolutionsOf(model).length > 0;
		if (wanted !== void 0 && !stated && resolution === void 0) continue;
		const chosen = new Map([...mode === void 0 ? [] : [["mode", mode]], ...wanted === void 0 ? [] : [["resolution", wanted]]]);
		const fields = duration === void 0 ? chosen : new Map([...chosen, ["duration", duration]]);
		const quote = require_quote.quoteJob(offer, fields, market, { standIns: {
			"input.video": SECONDS,
			"input.audio": SECONDS
		} });
		const unsaid = duration === void 0 && !quote.request.fields.has("duration") && shortest(model) !== void 0;
		if (quote.state === "refused" || unsaid) continue;
		if (quote.state === "none") return null;
		const shown = ["duration", "resolution"].flatMap((field) => {
			const value = quote.request.fields.get(field);
			return value === void 0 ? [] : [[field, value]];
		});
		const isAsked = (field) => !quote.request.fields.has(field) || quote.request.fields.get(field) === asked[field];
		const as_asked = isAsked("duration") && isAsked("resolution");
		return {
			amount: quote.job.amount,
			bound: quote.job.bound,
			request: Object.fromEntries([...shown, ...quote.filled]),
			as_asked
		};
	}
	return null;
}
function shortest({ accepts: { duration } }) {
	if (duration === void 0) return void 0;
	return require_program.boundaries(duration)[0];
}
// lib/src/cli/prices/known.js
/** Lookups of names on the command line that must be in the price book. Each throws a UsageError that lists what the book has. */
/** A provider by its slug. @param hint the message for an unknown name; default: the most similar slug, or else all slugs */
function knownProvider(slug, book, hint) {
	const provider = book.provider(slug);
	if (provider) return provider;
	const near = require_program.providerCalled(slug, book) ?? require_program.nearest(slug, book.slugs);
	const rest = hint ?? (near === null ? `There are: ${book.slugs.join(", ")}.` : "");
	throw new require_program.UsageError([
		`No provider is named ${slug}.`,
		near === null ? "" : `Did you mean ${near}?`,
		rest
	].filter((part) => part !== "").join(" "));
}
/** At most this many models are named if no name is similar; the others are counted. */
const NAMED = 12;
/** A model by PROVIDER/MODEL (id or alias), or by its id or alias alone if only one provider sells it. */
function knownModel(name, book) {
	const [slug = "", ...rest] = name.split("/");
	const sellers = bareModels(name, book);
	const [only] = sellers;
	const isFull = book.provider(slug) !== void 0 && require_program.findModel(book.provider(slug), rest.join("/")) !== void 0;
	if (!isFull && only && sellers.length === 1) return only;
	if (!isFull && sellers.length > 1) throw new require_program.UsageError(`${name} is sold by ${sellers.length} providers: name one. There are: ${sellers.map(({ provider, model }) => `${provider.provider}/${model.id}`).join(", ")}.`);
	const provider = knownProvider(slug, book, "Write PROVIDER/MODEL, such as vertex/veo-3.1-fast-generate-001; prices search finds it.");
	const id = rest.join("/");
	const model = require_program.findModel(provider, id);
	if (model) return {
		provider,
		model
	};
	const near = require_program.nearestModel(provider, id);
	const why = provider.unlisted_models ? ` ${provider.unlisted_models}` : "";
	const ids = provider.models.map((one) => one.id);
	const more = ids.length > NAMED ? ` and ${ids.length - NAMED} more` : "";
	const all = near ? `Did you mean ${near}? video-budget prices search --provider ${slug} lists its models.` : `There are: ${ids.slice(0, NAMED).join(", ") || "none"}${more}.`;
	throw new require_program.UsageError(`${slug} has no model ${id || "without a name"} in the price book.${why} ${all}`);
}
/** The providers that sell a model with exactly this id or alias. */
function bareModels(name, book) {
	return book.slugs.flatMap((slug) => {
		const provider = book.provider(slug);
		const model = require_program.findModel(provider, name);
		return model ? [{
			provider,
			model
		}] : [];
	});
}
/** Names in the book that are similar to a query: a provider, a model, or PROVIDER/MODEL. */
function nearNames(query, book) {
	const models = book.slugs.flatMap((slug) => (book.provider(slug)?.models ?? []).flatMap(({ id }) => [id, `${slug}/${id}`]));
	const found = [require_program.nearest(query, book.slugs), require_program.nearest(query, models)].filter((one) => one !== null);
	return [...new Set(found)];
}
/** A resolution that some model makes, in the book's form. Any exact size is accepted. */
function knownResolution(written, book) {
	const resolution = require_program.normaliseResolution(written);
	if (require_program.sizeOf(resolution)) return resolution;
	const all = [...new Set(book.slugs.flatMap((slug) => (book.provider(slug)?.models ?? []).flatMap(resolutionsOf)))].filter((one) => !require_program.sizeOf(one));
	if (!all.includes(resolution)) {
		all.sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
		throw new require_program.UsageError(`No model makes ${written}.${meant(resolution, all)} There are: ${all.join(", ")}; or write an exact size, such as 1280x720.`);
	}
	return resolution;
}
/** A model's id or alias, of any provider. */
function knownName(name, book) {
	const names = book.slugs.flatMap((slug) => (book.provider(slug)?.models ?? []).flatMap(({ id, aliases }) => [
		id,
		...aliases,
		...[id, ...aliases].map((one) => `${slug}/${one}`)
	]));
	if (!names.includes(name)) throw new require_program.UsageError(`No model has the id or the alias ${name}.${meant(name, names)} Without --model, words find parts of a name.`);
	return name;
}
function meant(name, names) {
	const found = require_program.nearest(name, names);
	return found ? ` Did you mean ${found}?` : "";
}
Object.defineProperty(exports, "bareModels", {
	enumerable: true,
	get: function() {
		return bareModels;
	}
});
Object.defineProperty(exports, "jobOfRows", {
	enumerable: true,
	get: function() {
		return jobOfRows;
	}
});
Object.defineProperty(exports, "knownModel", {
	enumerable: true,
	get: function() {
		return knownModel;
	}
});
Object.defineProperty(exports, "knownName", {
	enumerable: true,
	get: function() {
		return knownName;
	}
});
Object.defineProperty(exports, "knownProvider", {
	enumerable: true,
	get: function() {
		return knownProvider;
	}
});
Object.defineProperty(exports, "knownResolution", {
	enumerable: true,
	get: function() {
		return knownResolution;
	}
});
Object.defineProperty(exports, "nearNames", {
	enumerable: true,
	get: function() {
		return nearNames;
	}
});
Object.defineProperty(exports, "resolutionsOf", {
	enumerable: true,
	get: function() {
		return resolutionsOf;
	}
});
Object.defineProperty(exports, "rowsUnderCeiling", {
	enumerable: true,
	get: function() {
		return rowsUnderCeiling;
	}
});
Object.defineProperty(exports, "searchRows", {
	enumerable: true,
	get: function() {
		return searchRows;
	}
});
Object.defineProperty(exports, "sortedRows", {
	enumerable: true,
	get: function() {
		return sortedRows;
	}
});
Object.defineProperty(exports, "unlistedProviders", {
	enumerable: true,
	get: function() {
		return unlistedProviders;
	}
});
