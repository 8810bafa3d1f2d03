const require_rolldown_runtime = require("./rolldown-runtime.part.cjs");
const require_litellm_file = require("./litellm-file.part.cjs");
const require_program = require("./program.cjs");
const require_confirm = require("./confirm.part.cjs");
const require_quote = require("./quote.part.cjs");
const require_read = require("./read.part.cjs");
const require_price_book = require("./price-book.part.cjs");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
// lib/src/catalog/feeds/feed.js
/** A decimal above 0 as text; null for anything else. A 0 is null, too, because feeds write it for an unknown price. */
function amountText(value) {
	if (typeof value !== "string" && typeof value !== "number") return null;
	const text = String(value).trim();
	return /^\d{1,9}(\.\d{1,12})?$/.test(text) && Number(text) > 0 ? text : null;
}
/** Parsed JSON, or undefined. */
function jsonOf(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
// lib/src/catalog/feeds/litellm-feed.js
/** LiteLLM's `model_prices_and_context_window.json`. `catalog/litellm-file.ts` parses it, also for `prices check --against`. */
const litellm = {
	name: "litellm",
	trust: "third-party",
	url: "https://raw.githubusercontent.com/BerriAI/litellm/main/model_prices_and_context_window.json",
	read(text) {
		const json = jsonOf(text);
		const entries = require_litellm_file.videoEntries(json);
		if (!entries) return null;
		const rows = entries.map(({ key, provider, names, rates }) => {
			const row = {
				key,
				provider,
				names
			};
			if (rates.length === 0) return {
				...row,
				wrong: "it states no price"
			};
			return {
				...row,
				rates: rates.map(({ resolution, usd }) => ({
					per: "second",
					usd,
					when: resolution === null ? {} : { resolution }
				}))
			};
		});
		return {
			rows,
			retirements: [],
			dropped: Object.keys(json).length - rows.length
		};
	}
};
// lib/src/catalog/feeds/openrouter.js
/**
* `GET /api/v1/videos/models` of OpenRouter: models with `pricing_skus`, which map a SKU to USD for one second. A SKU is
* `duration_seconds`, then optionally `_with_audio` or `_without_audio`, then optionally a resolution:
* `duration_seconds_with_audio_720p`. A SKU without sound or resolution is the price of every request that no more
* specific SKU names.
*/
const listing$2 = require_program.looseObject({ data: require_program.array(require_program.looseObject({
	id: require_program.string(),
	pricing_skus: require_program.record(require_program.string(), require_program.union([require_program.string(), require_program.number()])).nullish(),
	supported_resolutions: require_program.array(require_program.string()).nullish(),
	generate_audio: require_program.boolean().nullish()
})) });
const SKU = /^duration_seconds(_with_audio|_without_audio)?(?:_(\d{3,4}p|\dk))?$/;
const openrouter = {
	name: "openrouter",
	trust: "seller",
	url: "https://openrouter.ai/api/v1/videos/models",
	read(text) {
		const { success, data } = listing$2.safeParse(jsonOf(text));
		if (!success || !data.data.some((model) => "pricing_skus" in model)) return null;
		return {
			rows: data.data.map(rowOf$1),
			retirements: [],
			dropped: 0
		};
	}
};
function rowOf$1(model) {
	const row = {
		key: model.id,
		provider: "openrouter",
		names: [model.id]
	};
	const skus = Object.entries(model.pricing_skus ?? {});
	if (skus.length === 0) return {
		...row,
		wrong: "it states no price"
	};
	const unknown = skus.filter(([sku, usd]) => !SKU.test(sku) || amountText(usd) === null).map(([sku]) => sku);
	return unknown.length > 0 ? {
		...row,
		wrong: `it prices by ${unknown.join(", ")}`
	} : {
		...row,
		rates: ratesOf(model, skus)
	};
}
/** One rate for each combination of resolution and sound, from the most specific SKU that fits. */
function ratesOf({ supported_resolutions, generate_audio }, skus) {
	const all = skus.map(([sku, usd]) => {
		const [, sound, resolution] = SKU.exec(sku) ?? [];
		return {
			audio: sound === void 0 ? void 0 : sound === "_with_audio",
			resolution,
			usd: String(usd)
		};
	});
	const resolutions = supported_resolutions?.length ? supported_resolutions.map((one) => one.toLowerCase()) : [void 0];
	const sounds = all.some(({ audio }) => audio !== void 0) && generate_audio !== false ? [true, false] : [void 0];
	return resolutions.flatMap((resolution) => sounds.flatMap((audio) => {
		const fits = all.filter((one) => (one.resolution ?? resolution) === resolution && (one.audio ?? audio) === audio);
		const said = (one) => Number(one.resolution !== void 0) + Number(one.audio !== void 0);
		const [best] = fits.sort((a, b) => said(b) - said(a));
		const when = {
			...resolution !== void 0 && { resolution },
			...audio !== void 0 && { audio }
		};
		return best ? [{
			per: "second",
			usd: best.usd,
			when
		}] : [];
	}));
}
// lib/src/catalog/feeds/portkey.js
/**
* `pricing/PROVIDER.json` of Portkey's list: pay-as-you-go prices by model, in cents. The prices of video are among the
* `additional_units`: `video_seconds` for every size, `video_duration_seconds_720_1280` for one width and height in pixels.
*/
const listing$1 = require_program.record(require_program.string(), require_program.looseObject({ pricing_config: require_program.looseObject({ pay_as_you_go: require_program.looseObject({ additional_units: require_program.record(require_program.string(), require_program.looseObject({ price: require_program.union([require_program.number(), require_program.string()]) })).optional() }).optional() }).optional() }));
/** The book's slug for each of Portkey's providers. Portkey's name is also the name of the file. */
const PROVIDERS = {
	"azure-openai": "azure",
	bedrock: "bedrock",
	"fal-ai": "fal",
	google: "google",
	openai: "openai",
	"together-ai": "together",
	"vertex-ai": "vertex",
	"x-ai": "xai"
};
const UNIT = /^video_(?:duration_)?seconds(?:_(\d{3,4})_(\d{3,4}))?$/;
/** The maker before an id, as in `google.veo-3.1-generate-001`. */
const MAKER = /^[a-z-]+\.(?=[a-z])/;
const portkey = {
	name: "portkey",
	trust: "third-party",
	url: "https://github.com/Portkey-AI/models",
	read(text, origin) {
		const { success, data } = listing$1.safeParse(jsonOf(text));
		const [, slug = ""] = /([\w-]+)\.json(?:[?#].*)?$/.exec(origin) ?? [];
		if (!success || !Object.values(data).some(({ pricing_config }) => pricing_config)) return null;
		const rows = Object.entries(data).flatMap(([key, { pricing_config }]) => {
			const units = Object.entries(pricing_config?.pay_as_you_go?.additional_units ?? {}).filter(([unit]) => unit.startsWith("video_"));
			if (units.length === 0) return [];
			const row = {
				key: `${slug}/${key}`,
				provider: Object.hasOwn(PROVIDERS, slug) ? PROVIDERS[slug] ?? null : null,
				names: [key, key.replace(MAKER, "")]
			};
			const rates = units.map(([unit, { price }]) => rateOf(unit, price));
			const known = rates.filter((rate) => rate !== null);
			return [known.length < rates.length ? {
				...row,
				wrong: "it prices by a unit that is not known, or by 0"
			} : {
				...row,
				rates: known
			}];
		});
		return {
			rows,
			retirements: [],
			dropped: Object.keys(data).length - rows.length
		};
	}
};
function rateOf(unit, cents) {
	const match = UNIT.exec(unit);
	const amount = amountText(cents);
	if (!match || amount === null) return null;
	const [, width, height] = match;
	const [whole = "", fraction = ""] = amount.split(".");
	const digits = whole.padStart(3, "0");
	return {
		per: "second",
		usd: `${digits.slice(0, -2)}.${digits.slice(-2)}${fraction}`,
		when: width && height ? { resolution: `${width}x${height}` } : {}
	};
}
// lib/src/catalog/feeds/markdown-tables.js
/** All tables of a Markdown text. Quote marks (`>`) and code marks are removed. */
function markdownTables(text) {
	const lines = text.split(/\r?\n/).map((line) => line.replace(/^(\s*>)+/, "").trim());
	const found = [];
	for (let at = 1; at < lines.length; at++) {
		if (!/^\|(\s*:?-+:?\s*\|)+$/.test(lines[at] ?? "") || !lines[at - 1]?.startsWith("|")) continue;
		const end = lines.findIndex((line, index) => index > at && !line.startsWith("|"));
		const before = lines.slice(0, at - 1).findLast((line) => line !== "") ?? "";
		const body = lines.slice(at + 1, end === -1 ? lines.length : end);
		found.push({
			before,
			head: cellsOf(lines[at - 1] ?? ""),
			rows: body.map(cellsOf)
		});
	}
	return found;
}
function cellsOf(line) {
	return line.replace(/^\||\|$/g, "").split("|").map((cell) => cell.replace(/[`*]/g, "").trim());
}
// lib/src/catalog/feeds/retirements.js
/** The addresses of makers' deprecation pages with the book's slugs. A saved page names its maker in the file name: the slug, alone or before `-retirements`. */
const PAGES = [
	[/ai\.google\.dev\//, "google"],
	[/(platform|developers)\.openai\.com\//, "openai"],
	[/cloud\.google\.com\//, "vertex"],
	[/(^|\/)(google|openai|vertex|xai|runway|luma|minimax|fal|novita)(-retirements)?\.(md|txt)$/, "$2"]
];
const MODEL = /^(model|model id|model name|model \/ system|system|endpoint)$/i;
const END = /shut ?down|retire|retirement|discontinu|sunset|end of life|deprecat/i;
const NEXT = /replacement|successor|migrate|alternative/i;
/**
* A maker's table of retirements in Markdown: a column for the model, one for the day, and optionally one for the replacement. If the
* heading or the cell says "earliest", the day is only the earliest possible one.
*/
const retirements = {
	name: "retirements",
	trust: "seller",
	url: "https://ai.google.dev/gemini-api/docs/deprecations.md",
	read(text, origin) {
		const provider = providerOf(origin);
		const found = markdownTables(text).flatMap(({ head, rows }) => {
			const [model, end, next] = [
				MODEL,
				END,
				NEXT
			].map((name) => head.findIndex((one) => name.test(one)));
			if (model === -1 || end === -1 || provider === null) return [];
			return rows.flatMap((row) => {
				const cell = row[end] ?? "";
				const date = dayOf(cell);
				const successor = (next === -1 ? "" : row[next] ?? "").split(/[\s,]/)[0] ?? "";
				const may = /earliest|not before|no sooner/i.test(`${head[end]} ${cell}`);
				return date === null ? [] : [{
					key: row[model] ?? "",
					provider,
					date,
					may,
					successor: /^[\w./-]{3,}$/.test(successor) ? successor : null
				}];
			});
		});
		return found.length === 0 ? null : {
			rows: [],
			retirements: found,
			dropped: 0
		};
	}
};
function providerOf(origin) {
	for (const [pattern, slug] of PAGES) {
		const match = pattern.exec(origin);
		if (match) return slug === "$2" ? match[2] ?? null : slug;
	}
	return null;
}
const MONTHS = [
	"january",
	"february",
	"march",
	"april",
	"may",
	"june",
	"july",
	"august",
	"september",
	"october",
	"november",
	"december"
];
/** Reads `2026-10-22` or `October 22, 2026`; null for any other form. */
function dayOf(text) {
	const [iso] = /\d{4}-\d{2}-\d{2}/.exec(text) ?? [];
	if (iso !== void 0) return require_program.isDate(iso) ? iso : null;
	const [, month = "", day = "", year = ""] = /([A-Za-z]+)\.? (\d{1,2}),? (\d{4})/.exec(text) ?? [];
	const number = MONTHS.findIndex((name) => month.length >= 3 && name.startsWith(month.toLowerCase())) + 1;
	const written = `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
	return number > 0 && require_program.isDate(written) ? written : null;
}
// lib/src/catalog/feeds/venice.js
/**
* A model's page in Venice's documentation (below docs.venice.ai/models, as Markdown). Under "Clip prices for `ID` with audio:" it has a
* table of USD for a whole clip, with a row for each length and a column for each resolution. A page without such a table states no prices.
*/
const TITLE = /^Clip prices for `?([\w.-]+)`?( with audio| without audio)?:?$/i;
const venice = {
	name: "venice",
	trust: "seller",
	url: "https://docs.venice.ai/models/",
	read(text) {
		const rows = markdownTables(text).flatMap(({ before, head, rows: lines }) => {
			const [, id, sound] = TITLE.exec(before) ?? [];
			if (id === void 0) return [];
			const row = {
				key: id,
				provider: "venice",
				names: [id]
			};
			const audio = sound === void 0 ? {} : { audio: sound === " with audio" };
			const rates = [];
			for (const [length = "", ...cells] of lines) {
				const [, seconds] = /^(\d{1,3}) ?s$/.exec(length) ?? [];
				for (const [index, cell] of cells.entries()) {
					if (cell === "" || cell === "-" || cell === "—") continue;
					const usd = amountText(cell.replace(/^\\?\$/, ""));
					const resolution = head[index + 1]?.toLowerCase() ?? "";
					if (seconds === void 0 || usd === null || !/^(\d{3,4}p|\dk)$/.test(resolution)) return [{
						...row,
						wrong: `its table has ${JSON.stringify(cell)} at ${length} and ${resolution}`
					}];
					rates.push({
						per: "clip",
						usd,
						when: {
							duration: Number(seconds),
							resolution,
							...audio
						}
					});
				}
			}
			return [rates.length === 0 ? {
				...row,
				wrong: "its table is empty"
			} : {
				...row,
				rates
			}];
		});
		return rows.length === 0 ? null : {
			rows,
			retirements: [],
			dropped: 0
		};
	}
};
// lib/src/catalog/feeds/vercel.js
/**
* `GET /v1/models` of Vercel's AI Gateway. The `pricing` of a model with `type: video` has USD for one second by resolution, sound and
* mode, or USD for a million tokens.
*/
const listing = require_program.looseObject({ data: require_program.array(require_program.looseObject({
	id: require_program.string(),
	type: require_program.string(),
	pricing: require_program.record(require_program.string(), require_program.unknown()).nullish()
})) });
const secondRate = require_program.strictObject({
	cost_per_second: require_program.union([require_program.string(), require_program.number()]),
	resolution: require_program.string().optional(),
	audio: require_program.boolean().optional(),
	mode: require_program.string().optional()
});
const tokenRates = require_program.strictObject({
	no_video_input: require_program.strictObject({ cost_per_million_tokens: require_program.union([require_program.string(), require_program.number()]) }).optional(),
	with_video_input: require_program.strictObject({ cost_per_million_tokens: require_program.union([require_program.string(), require_program.number()]) }).optional()
});
const vercel = {
	name: "vercel",
	trust: "seller",
	url: "https://ai-gateway.vercel.sh/v1/models",
	read(text) {
		const { success, data } = listing.safeParse(jsonOf(text));
		if (!success || !data.data.some(({ pricing }) => pricing && ("video_duration_pricing" in pricing || "video_token_pricing" in pricing))) return null;
		const videos = data.data.filter(({ type }) => type === "video");
		return {
			rows: videos.map(rowOf),
			retirements: [],
			dropped: data.data.length - videos.length
		};
	}
};
function rowOf({ id, pricing }) {
	const row = {
		key: id,
		provider: "vercel",
		names: [id]
	};
	const { video_duration_pricing: seconds, video_token_pricing: tokens, ...others } = pricing ?? {};
	const unknown = Object.keys(others).filter((key) => amountText(others[key]) !== null || typeof others[key] === "object");
	if (unknown.length > 0) return {
		...row,
		wrong: `it also prices by ${unknown.join(", ")}`
	};
	const bySecond = require_program.array(secondRate).optional().safeParse(seconds);
	const byToken = tokenRates.optional().safeParse(tokens);
	if (!bySecond.success || !byToken.success) return {
		...row,
		wrong: "its rates have keys that are not known"
	};
	const rates = [...(bySecond.data ?? []).map(perSecond), ...perToken(byToken.data)];
	if (rates.length === 0) return {
		...row,
		wrong: "it states no price"
	};
	const known = rates.filter((rate) => rate !== null);
	return known.length < rates.length ? {
		...row,
		wrong: "one of its rates is no amount above 0"
	} : {
		...row,
		rates: known
	};
}
/** The feed's `mode` (std, pro) is `quality` in a price file. */
function perSecond({ cost_per_second, resolution, audio, mode }) {
	const usd = amountText(cost_per_second);
	const when = {
		...resolution !== void 0 && { resolution: resolution.toLowerCase() },
		...audio !== void 0 && { audio },
		...mode !== void 0 && { quality: mode }
	};
	return usd === null ? null : {
		per: "second",
		usd,
		when
	};
}
function perToken(rates) {
	return ["no_video_input", "with_video_input"].flatMap((key) => {
		const rate = rates?.[key];
		if (!rate) return [];
		const usd = amountText(rate.cost_per_million_tokens);
		return [usd === null ? null : {
			per: "token",
			usd,
			when: { "input.video": key === "with_video_input" }
		}];
	});
}
// lib/src/catalog/feeds/adapters.js
/** Every feed that can be read, in the order in which the adapters try a text. */
const ADAPTERS = [
	vercel,
	openrouter,
	litellm,
	portkey,
	venice,
	retirements
];
/** Reads a text with the adapter of that name, or without a name with the first that recognizes it. @returns null if none does */
function readFeed(text, origin, name) {
	for (const adapter of ADAPTERS) {
		const content = name === null || name === adapter.name ? adapter.read(text, origin) : null;
		if (content) return {
			adapter,
			content
		};
	}
	return null;
}
// lib/src/catalog/feeds/compare-price.js
/** @param source the day of the feed, and its address if the amounts come from the feed itself and not from the page in the book */
function comparePrice({ provider, model, price }, rates, market, source) {
	const reached = /* @__PURE__ */ new Set();
	const amounts = /* @__PURE__ */ new Map();
	let stuck = null;
	const compared = rates.map((rate) => {
		const found = ourRate({
			provider,
			model,
			price
		}, rate, market);
		if (!found) return {
			...rate,
			ours: null,
			state: "lacking"
		};
		for (const place of found.places) reached.add(place);
		if (isSame(found.ours, rate.usd)) return {
			...rate,
			ours: found.ours,
			state: "same"
		};
		const [place, ...others] = found.places;
		const charge = place === void 0 ? void 0 : price.charges[place];
		if (place === void 0 || others.length > 0 || !charge || price.total) stuck ??= "the price combines several amounts or has a rule for its total";
		else {
			const value = amountOf(charge, rate, found.ours);
			if (amounts.has(place) && amounts.get(place) !== value) stuck ??= "the feed has two amounts for one amount of the book";
			amounts.set(place, value);
		}
		return {
			...rate,
			ours: found.ours,
			state: "moved"
		};
	});
	const complete = reached.size === price.charges.length + price.factors.length;
	const why = stuck ?? (complete ? null : "the feed does not state every amount of the price");
	if (why !== null || compared.every(({ state }) => state === "lacking")) return {
		rates: compared,
		complete,
		after: null,
		why: why ?? "the feed states none of the price's amounts"
	};
	const { model: after } = require_confirm.confirmModel(model, price, {
		date: source.date,
		amounts,
		...source.source !== void 0 && { source: source.source }
	});
	const proved = provedBy(provider, after, compared, market);
	return {
		rates: compared,
		complete,
		after: proved ? after : null,
		why: proved ? null : "the new amounts do not reproduce the feed's prices"
	};
}
/** Whether the changed model gives the feed's amount for every rate that it accepts. */
function provedBy(provider, after, rates, market) {
	const price = require_program.priceOn(after, market.date);
	return price !== void 0 && rates.every((rate) => {
		const found = rate.state === "lacking" ? null : ourRate({
			provider,
			model: after,
			price
		}, rate, market);
		return rate.state === "lacking" || found !== null && isSame(found.ours, rate.usd);
	});
}
/** Compares the rounded amounts. */
function isSame(ours, theirs) {
	return require_program.round(ours) === require_program.round(require_program.decimal(theirs));
}
/** Seconds. Common lengths of clips, tried after the model's default. */
const LENGTHS = [
	5,
	8,
	10,
	4,
	6
];
const MILLION = 1e6;
/** The book's amount for a rate of the feed, with the places of the charges and factors that make it up; null if the model does not accept the request. */
function ourRate({ provider, model, price }, rate, market) {
	const { "input.video": video, ...asked } = rate.when;
	const fields = new Map(Object.entries(asked).map(([field, value]) => [field, field === "resolution" ? ourName(model, String(value)) : value]));
	if (video === true) fields.set("input.video", 5);
	const lengths = fields.has("duration") ? [Number(fields.get("duration"))] : [model.defaults["duration"], ...LENGTHS].filter((one) => typeof one === "number");
	for (const duration of lengths) {
		const quote = require_quote.quoteJob({
			provider,
			model,
			price
		}, new Map([...fields, ["duration", duration]]), market);
		if (quote.state !== "priced") continue;
		const rules = require_program.rulesOf(price, quote.request, market.date);
		if ("no" in rules) return null;
		const places = [...rules.charges.map((charge) => price.charges.indexOf(charge)), ...rules.factors.map((factor) => price.charges.length + price.factors.indexOf(factor))];
		if (rate.per !== "token") return {
			ours: rate.per === "clip" ? quote.job.amount : quote.job.amount.div(duration),
			places
		};
		const [charge, ...others] = rules.charges;
		if (!charge || others.length > 0 || rules.factors.length > 0 || charge.meter !== "token" || charge.amount === "unknown" || charge.amount.unit !== "USD") return null;
		return {
			ours: require_program.decimal(charge.amount.value).times(MILLION).div(charge.per),
			places
		};
	}
	return null;
}
/** The amount that the charge must have to give the feed's rate: the rate itself if units agree, else the old amount scaled by feed / book. */
function amountOf({ amount, meter, per }, { per: unit, usd }, ours) {
	if (amount === "unknown") return usd;
	return (amount.unit === "USD" && meter === unit ? require_program.decimal(usd).times(per).div(unit === "token" ? MILLION : 1) : require_program.decimal(amount.value).times(usd).div(ours)).round(12, 1).toFixed();
}
/** The book's name for a resolution of the feed: the same word, or the class of an exact size (`1280x720` is `720p`). */
function ourName(model, theirs) {
	const name = require_program.normaliseResolution(theirs);
	const size = require_program.sizeOf(name);
	const limits = require_program.limitsOf("resolution", model, () => void 0) ?? [];
	return [name, ...size ? [`${Math.min(...size)}p`] : []].find((one) => limits.length > 0 && limits.every((limit) => require_program.isAccepted(limit, one))) ?? name;
}
// lib/src/catalog/feeds/ids.js
/**
* Keys of a feed whose model has another id in the book: the id as PROVIDER/MODEL, or null if the book leaves the model out on
* purpose. A key that is not listed must be an exact id or alias. There is no fuzzy match.
*/
const FEED_IDS = {
	litellm: { "openai/sora-2-pro-high-res": null },
	portkey: {},
	vercel: {},
	openrouter: {},
	venice: {}
};
// lib/src/catalog/feeds/known-errors.js
const VEO_FAST = "Google's page has 0.10 (720p), 0.12 (1080p) and 0.30 (4k) since 2026-04-07";
const VEO = "Google's page has 0.60 with sound at 4k, and 0.20 without sound below";
const KNOWN_ERRORS = [
	{
		feed: "litellm",
		key: "gemini/veo-3.1-fast-generate-preview",
		when: "",
		usd: "0.15",
		why: VEO_FAST
	},
	{
		feed: "litellm",
		key: "gemini/veo-3.1-generate-preview",
		when: "",
		usd: "0.4",
		why: VEO
	},
	{
		feed: "litellm",
		key: "vertex_ai/veo-3.1-generate-001",
		when: "",
		usd: "0.4",
		why: VEO
	},
	{
		feed: "litellm",
		key: "vertex_ai/veo-3.1-fast-generate-001",
		when: "",
		usd: "0.15",
		why: VEO_FAST
	},
	{
		feed: "portkey",
		key: "vertex-ai/veo-3.1-generate-001",
		when: "",
		usd: "0.20",
		why: VEO
	},
	{
		feed: "portkey",
		key: "vertex-ai/veo-3.1-fast-generate-001",
		when: "",
		usd: "0.15",
		why: VEO_FAST
	},
	{
		feed: "portkey",
		key: "together-ai/minimax/video-01-director",
		when: "",
		usd: "0.14",
		why: "a published total of 5 s is 0.28"
	}
];
// lib/src/catalog/feeds/update.js
/**
* Compares a feed with the book on a day (UTC). Only a seller's own prices lead to an `after`; a third party's are compared and reported.
* @param origin the file or address that the feed came from
*/
function updateOf(book, adapter, { rows, retirements, dropped }, { origin, ...market }) {
	const source = adapter.trust === "seller" ? sourceOf(adapter, origin) : void 0;
	const lines = rows.map((row) => lineOf(book, row, adapter, {
		...market,
		source
	}));
	return {
		feed: adapter.name,
		origin,
		trust: adapter.trust,
		lines: [...lines, ...rows.length === 0 ? [] : gone(book, adapter, lines, market.date)],
		retirements: retirements.map((one) => retirementOf(book, one)),
		dropped
	};
}
/** The address of the text that was read. For a local file, the feed's usual address. */
function sourceOf({ url, name }, origin) {
	if (/^https:\/\//.test(origin)) return origin;
	return name === "venice" ? void 0 : url;
}
function lineOf(book, row, adapter, { source, ...market }) {
	const mapped = FEED_IDS[adapter.name]?.[row.key];
	const nothing = {
		key: row.key,
		rates: [],
		after: null
	};
	if (mapped === null) return {
		...nothing,
		id: null,
		state: "known-error",
		why: "the book leaves it out on purpose"
	};
	const found = mapped === void 0 ? byName(book, row) : byId(book, mapped);
	const theirs = (row.rates ?? []).map((rate) => ({
		...rate,
		ours: null,
		state: "lacking"
	}));
	if (!found) return {
		...nothing,
		id: null,
		state: row.wrong === void 0 ? "new" : "not-understood",
		rates: theirs,
		why: row.wrong ?? "the book has no such id"
	};
	const { provider, model } = found;
	const id = `${provider.provider}/${model.id}`;
	if (row.wrong !== void 0) return {
		...nothing,
		id,
		state: "not-understood",
		why: row.wrong
	};
	if (require_program.retiredSince(model, market.date) !== null) return {
		...nothing,
		id,
		state: "retired",
		why: `retired in the book since ${model.status.retires}`
	};
	const price = require_program.priceOn(model, market.date);
	if (!price) return {
		...nothing,
		id,
		state: "new",
		rates: theirs,
		why: "the book has no price for it"
	};
	const compared = comparePrice({
		provider,
		model,
		price
	}, row.rates, market, {
		date: market.date,
		source
	});
	return {
		key: row.key,
		id,
		...judged(adapter, row.key, compared)
	};
}
function judged(adapter, key, { rates, after, why }) {
	const known = KNOWN_ERRORS.filter((error) => error.feed === adapter.name && error.key === key);
	const isKnown = (rate) => known.some(({ usd, when }) => Number(usd) === Number(rate.usd) && when === whenText(rate));
	const moved = rates.filter(({ state }) => state === "moved");
	const [pinned] = known;
	if (moved.length > 0 && moved.every(isKnown)) return {
		state: "known-error",
		rates,
		after: null,
		why: pinned?.why ?? null
	};
	const state = moved.length > 0 ? "moved" : rates.some(({ state: one }) => one === "same") ? "same" : "new";
	const quoted = adapter.trust === "third-party";
	return {
		state,
		rates,
		after: quoted ? null : after,
		why: after && !quoted ? null : quoted ? "a third party's price: compare with the seller's page" : why
	};
}
/** The condition of a rate as text: `resolution 720p, audio true`. Empty if the rate applies to every request. */
function whenText({ when }) {
	return Object.entries(when).map(([field, value]) => `${field} ${value}`).join(", ");
}
function byName(book, { provider: slug, names }) {
	const provider = slug === null ? void 0 : book.provider(slug);
	const model = provider && names.map((name) => require_program.findModel(provider, name)).find((one) => one !== void 0);
	return provider && model ? {
		provider,
		model
	} : null;
}
function byId(book, id) {
	const [slug = "", ...rest] = id.split("/");
	return byName(book, {
		key: id,
		provider: slug,
		names: [rest.join("/")],
		rates: []
	});
}
/** Feeds that list every model of their seller, so that a missing model is gone. */
const WHOLE = /* @__PURE__ */ new Set(["vercel", "openrouter"]);
function gone(book, { name }, lines, date) {
	if (!WHOLE.has(name)) return [];
	const seen = new Set(lines.map(({ id }) => id));
	return (book.provider(name)?.models ?? []).filter((model) => require_program.priceOn(model, date) && require_program.retiredSince(model, date) === null && !seen.has(`${name}/${model.id}`)).map(({ id }) => ({
		key: id,
		id: `${name}/${id}`,
		state: "gone",
		rates: [],
		after: null,
		why: "the seller no longer lists it"
	}));
}
function retirementOf(book, theirs) {
	const found = byName(book, {
		...theirs,
		names: [theirs.key],
		rates: []
	});
	const ours = found ? (theirs.may ? found.model.status.may_retire : found.model.status.retires) ?? null : null;
	const state = !found ? "new" : ours === theirs.date ? "same" : "moved";
	return {
		key: theirs.key,
		id: found ? `${found.provider.provider}/${found.model.id}` : null,
		state,
		theirs,
		ours
	};
}
// lib/src/report/catalog/update.js
var import_picocolors = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_program.require_picocolors(), 1);
const STATES = {
	moved: "Price changed",
	new: "New: not in the book",
	gone: "Gone from the feed",
	"not-understood": "Not understood",
	retired: "In the feed, and retired in the book",
	"known-error": "Known to be wrong, and left out",
	same: "The same"
};
/** The states in the order of urgency. */
const ORDER = Object.keys(STATES);
/** All feeds, for a terminal. Equal prices are counted, and listed only with `verbose`. */
function updateText(all, { width, color, verbose }) {
	const paint = import_picocolors.default.createColors(color);
	return `${all.flatMap((one) => [
		...require_program.wrap(headline(one, require_program.inert), width).map(paint.bold),
		...ORDER.flatMap((state) => {
			const some = one.lines.filter((line) => line.state === state);
			if (some.length === 0) return [];
			const shown = state === "same" && !verbose ? [] : some.flatMap((line) => require_program.wrap(`    ${lineInWords(line, one, require_program.inert)}`, width, "      "));
			return [...require_program.wrap(`  ${STATES[state]}: ${some.length}`, width), ...shown];
		}),
		...one.retirements.filter(({ state }) => verbose || state !== "same").flatMap((line) => require_program.wrap(`  ${retirementInWords(line, require_program.inert)}`, width, "    ")),
		""
	]).join("\n").trimEnd()}\n`;
}
/** The same report as Markdown: a table of changed prices, then the rest as lists. */
function updateMarkdown(all, verbose) {
	return `${all.flatMap((one) => {
		const moved = one.lines.filter(({ state }) => state === "moved");
		const others = ORDER.filter((state) => state !== "moved" && (verbose || state !== "same")).flatMap((state) => {
			const some = one.lines.filter((line) => line.state === state);
			return some.length === 0 ? [] : [
				"",
				`**${STATES[state]}** (${some.length})`,
				"",
				...some.map((line) => `- ${lineInWords(line, one, require_program.code)}`)
			];
		});
		const rows = moved.flatMap((line) => line.rates.filter(({ state }) => state === "moved").map((rate) => require_program.tableRow([
			require_program.code(line.id ?? line.key),
			whenText(rate) === "" ? "" : require_program.code(whenText(rate)),
			ours(rate),
			theirs(rate),
			require_program.code(outcome(line, one) ?? "not written")
		])));
		const ends = one.retirements.filter(({ state }) => verbose || state !== "same").map((line) => `- ${retirementInWords(line, require_program.code)}`);
		return [
			`## ${headline(one, require_program.code)}`,
			...rows.length === 0 ? [] : [
				"",
				...require_program.tableHead([
					"Model",
					"When",
					"Book:",
					"Feed:",
					"What was done"
				]),
				...rows
			],
			...others,
			...ends.length === 0 ? [] : [
				"",
				"**Days on which models end**",
				"",
				...ends
			],
			""
		];
	}).join("\n").trimEnd()}\n`;
}
/** The same as JSON. Amounts are USD for one second or clip, or for a million tokens. */
function updateJson(all, date) {
	const feeds = all.map((one) => ({
		feed: one.feed,
		origin: one.origin,
		trust: one.trust,
		dropped: one.dropped,
		prices: one.lines.map(({ key, id, state, rates, why, after }) => ({
			key,
			id,
			state,
			rates: rates.map((rate) => ({
				per: rate.per,
				when: rate.when,
				state: rate.state,
				theirs: require_program.round(require_program.decimal(rate.usd)),
				ours: rate.ours && require_program.round(rate.ours)
			})),
			why,
			writable: after !== null,
			written: id === null ? null : one.written.get(id) ?? null
		})),
		retirements: one.retirements.map(({ key, id, state, theirs: end, ours: known }) => ({
			key,
			id,
			state,
			date: end.date,
			may: end.may,
			successor: end.successor,
			ours: known
		}))
	}));
	return `${JSON.stringify({
		schema: "video-budget/prices-update@1",
		date,
		feeds
	}, null, 2)}\n`;
}
function headline({ feed, origin, lines, retirements, dropped, trust }, quote) {
	const said = ORDER.map((state) => [state, lines.filter((line) => line.state === state).length]).filter(([, number]) => number > 0).map(([state, number]) => `${number} ${state.replace("-", " ")}`).join(", ") || "no price";
	const quoted = trust === "third-party" ? ", by somebody who quotes sellers" : "";
	const ends = retirements.length === 0 ? "" : `, ${require_program.count(retirements.length, "day")} on which models end`;
	return `${quote(origin)} as ${feed}${quoted}: ${said}${ends}${dropped === 0 ? "" : `, ${dropped} of no video`}`;
}
function lineInWords(line, all, quote) {
	const { key, id, rates, why } = line;
	const name = id === null ? quote(key) : id.endsWith(`/${key}`) ? quote(id) : `${quote(id)} (${quote(key)})`;
	const shown = rates.filter(({ state }) => state !== "same").map((rate) => `${whenText(rate) === "" ? "" : `${quote(whenText(rate))}: `}${ours(rate)} → ${theirs(rate)}`);
	const done = outcome(line, all);
	return [
		name,
		...shown.length === 0 ? [] : [shown.join("; ")],
		...done === null ? why === null ? [] : [why] : [done]
	].join(" - ");
}
function outcome({ id, why }, { written }) {
	const found = id === null ? void 0 : written.get(id);
	if (!found) return why;
	return "refused" in found ? found.refused : `${found.change}, in ${found.file}`;
}
function ours({ ours: amount }) {
	return amount ? require_program.formatPrice(amount, "USD") : "none";
}
const UNITS = {
	second: "a second",
	clip: "a clip",
	token: "a million tokens"
};
function theirs({ usd, per }) {
	return `${require_program.formatPrice(require_program.decimal(usd), "USD")} ${UNITS[per]}`;
}
function retirementInWords({ key, id, state, theirs: end, ours: known }, quote) {
	return `${`${quote(id ?? key)} ${end.may ? "may retire" : "retires"} on ${end.date}`}${end.successor === null ? "" : `; the maker names ${quote(end.successor)} instead`}: ${{
		same: "as the book says",
		moved: known === null ? "the book does not say so" : `the book says ${known}`,
		new: "the book has no such id"
	}[state]}`;
}
// lib/src/cli/prices/prices-update.js
/**
* `video-budget prices update --from [NAME=]FILE|URL`: compares machine-readable price lists with the book, and with `--write` updates the price
* files. The network is used only for addresses in `--from`.
* @returns 0 @throws UsageError if a feed cannot be read; errors of node:fs
*/
async function updatePrices(options, terminal) {
	if (options.from.length === 0) throw new require_program.UsageError(`Name a feed: --from FILE or --from https://…; ${NAMES}.`);
	const book = await require_price_book.bookWithFiles(options, terminal);
	const date = options.date ?? require_program.today();
	const all = [];
	for (const from of options.from) {
		const { name, origin } = namedOf(from);
		const read = readFeed(await textOf(origin, terminal.cwd), origin, name);
		if (!read) throw new require_program.UsageError(`--from ${from}: it is not of the form of ${name === null ? "any feed that is known" : `the feed ${name}`}; ${NAMES}.`);
		const update = updateOf(book, read.adapter, read.content, {
			origin,
			date,
			rates: require_program.rates(options.fx)
		});
		all.push({
			...update,
			written: options.write ? await written(update, book, terminal) : /* @__PURE__ */ new Map()
		});
	}
	const { format, verbose } = options;
	const report = format === "json" ? updateJson(all, date) : format === "markdown" ? updateMarkdown(all, verbose) : updateText(all, {
		...terminal,
		verbose
	});
	await require_program.write(report, options, terminal);
	return 0;
}
const NAMES = `a feed is named as NAME=FILE, where its form does not tell it: ${ADAPTERS.map(({ name }) => name).join(", ")}`;
function namedOf(from) {
	const [, name, origin] = /^([a-z]+)=(.+)$/.exec(from) ?? [];
	if (name === void 0 || origin === void 0) return {
		name: null,
		origin: from
	};
	if (!ADAPTERS.some((one) => one.name === name)) throw new require_program.UsageError(`--from ${from}: there is no feed ${name}; ${NAMES}.`);
	return {
		name,
		origin
	};
}
/** The timeout of a feed in milliseconds, and its largest size in bytes. */
const PATIENCE = 3e4;
const LARGEST = 5e7;
async function textOf(origin, cwd) {
	if (!/^https?:\/\//.test(origin)) return (0, node_fs_promises.readFile)((0, node_path.resolve)(cwd, origin), "utf8").catch((error) => {
		if (error.code === "ENOENT" || error.code === "EISDIR") throw new require_program.UsageError(`--from ${origin}: there is no such file.`);
		throw error;
	});
	if (origin.startsWith("http:")) throw new require_program.UsageError(`--from ${origin}: an address must be https, so that nobody between can change a price.`);
	try {
		const answer = await fetch(origin, {
			signal: AbortSignal.timeout(PATIENCE),
			headers: { accept: "application/json, text/markdown, */*" }
		});
		const text = answer.ok ? await answer.text() : null;
		if (text === null || text.length > LARGEST) throw new require_program.UsageError(`--from ${origin}: ${text === null ? `it answers ${answer.status}` : "it is above 50 MB"}.`);
		return text;
	} catch (error) {
		if (error instanceof require_program.UsageError) throw error;
		throw new require_program.UsageError(`--from ${origin}: it cannot be reached (${error instanceof Error ? error.message : String(error)}).`);
	}
}
/** Writes the changed models, one provider's file after the other. A file that cannot be edited safely stays as it is and is reported. */
async function written({ lines }, book, { cwd, process }) {
	const done = /* @__PURE__ */ new Map();
	const slugs = new Set(lines.flatMap(({ id, after }) => id !== null && after ? [id.split("/")[0] ?? ""] : []));
	for (const slug of slugs) {
		const file = `prices/${slug}.yml`;
		const path = (0, node_path.resolve)(cwd, file);
		const bytes = await (0, node_fs_promises.readFile)(path).catch((error) => {
			if (error.code === "ENOENT") return null;
			throw error;
		});
		let text = bytes && new TextDecoder().decode(bytes);
		for (const line of lines.filter(({ id }) => id?.startsWith(`${slug}/`))) {
			const next = amended(line, file, text, book.provider(slug));
			if (next === null || line.id === null) continue;
			if ("text" in next) text = next.text;
			const change = line.state === "moved" ? "a dated price was added, and the old one closed" : "marked as checked";
			done.set(line.id, "text" in next ? {
				file,
				change
			} : { refused: refusalOf(next, file) });
		}
		if (text !== null && (bytes === null || text !== new TextDecoder().decode(bytes)) && text !== null) await require_program.replace(bytes ? await (0, node_fs_promises.realpath)(path) : path, text, process.pid);
	}
	return done;
}
/** The amended price file for one line of a feed. @returns null if there is nothing to write */
function amended({ id, after }, file, text, provider) {
	if (id === null || !after) return null;
	if (text === null) return require_confirm.newFile(file, provider, after, require_confirm.fileComment(provider));
	const existing = existingOf(file, text);
	if (!existing) return { problems: [] };
	const before = require_program.findModel(existing.provider, after.id);
	if (before && JSON.stringify(before.prices) === JSON.stringify(after.prices)) return null;
	return require_confirm.amendFile(file, existing.bytes, before, after);
}
function existingOf(file, text) {
	const bytes = new TextEncoder().encode(text);
	const { provider } = require_read.readPrices(require_program.readYaml(file, bytes));
	return provider && {
		bytes,
		provider
	};
}
function refusalOf(amended, file) {
	return "problems" in amended ? `not written: ${file} would have errors` : `not written: other models of ${file} share this price by an anchor; edit it by hand`;
}
exports.updatePrices = updatePrices;
