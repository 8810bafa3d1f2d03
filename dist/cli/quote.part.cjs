const require_program = require("./program.cjs");
// lib/src/catalog/clip-request.js
/** What is assumed to go in where nobody says: images by number, and one video or sound as long as the clip, in seconds. */
function inputsOf({ mode, duration }) {
	return {
		images: mode === "reference-to-video" ? 1 : require_program.IMAGES_SENT[mode] ?? 0,
		video: require_program.TAKES_VIDEO.has(mode) ? duration : 0,
		audio: require_program.TAKES_AUDIO.has(mode) ? duration : 0
	};
}
/** The fields of a request for such a clip, by their names in a price file. */
function fieldsOf({ mode, duration, ...output }) {
	const { images, video, audio } = inputsOf({
		mode,
		duration
	});
	const set = Object.entries(output).filter((entry) => entry[1] !== void 0);
	return new Map([
		["mode", mode],
		["duration", duration],
		...set,
		...images > 0 ? [["input.images", images]] : [],
		...video > 0 ? [["input.video", video]] : [],
		...audio > 0 ? [["input.audio", audio]] : []
	]);
}
/** A workload that asks for these fields and nothing else; an input is one file. */
function keysOf(fields) {
	const keys = {
		output: {},
		input: {},
		options: {}
	};
	for (const [field, value] of fields) {
		const [section = "", inner] = require_program.manifestPath(field);
		if (inner === void 0) Object.assign(keys, { [section]: value });
		else keys[section] = {
			...keys[section],
			[inner]: field === "input.video" || field === "input.audio" ? [value] : value
		};
	}
	return keys;
}
// lib/src/catalog/quote.js
/** A second of video or sound has no usual length of its own: the caller's clip gives it. Frames a second, bytes of a prompt, the first job of a month. */
const USUAL = {
	fps: 24,
	"input.text_bytes": 200,
	monthly_jobs: 1
};
/** Fields that nobody sets are chosen at most this often for one job. */
const FILLED = 4;
/** At most this many values of a list are tried. */
const TRIED = 16;
/**
* Prices one job of a model. A field that the price asks for and nothing sets takes what is in for
* it, or the first value that the model accepts.
* @param vary where the model refuses the request only because of its own default in a field that was
*   not asked for (a `std` quality that makes no 1080p), take the cheapest value that it accepts instead
*/
function quoteJob({ provider, model, price }, fields, { date, rates }, { standIns = {}, vary = false } = {}) {
	const credit = require_program.creditValue(provider.account, void 0);
	const money = {
		currency: "USD",
		rates,
		credit,
		discount: 0
	};
	const attempt = (filled) => {
		const request = require_program.requestOf(keysOf(new Map([...fields, ...filled])), model, {});
		const { refused } = require_program.refusals(request, model);
		if (refused.length > 0) return {
			request,
			filled,
			credit,
			state: "refused",
			refused
		};
		const job = require_program.priceJob(price, request, money, {
			media: model.media,
			date
		});
		return "no" in job ? {
			request,
			filled,
			credit,
			state: "none",
			no: job
		} : {
			request,
			filled,
			credit,
			state: "priced",
			job
		};
	};
	const complete = (start) => {
		let quote = attempt(start);
		for (let round = 0; round < FILLED && quote.state === "none" && quote.no.no === "field"; round++) {
			const field = quote.no.field === "input.megapixels" ? "input.resolution" : quote.no.field;
			if (quote.filled.has(field)) break;
			const before = quote.filled;
			const found = candidates(field, model, quote.request, {
				...USUAL,
				...standIns
			}).map((value) => attempt(new Map([...before, [field, value]]))).find(({ state }) => state !== "refused");
			if (!found) break;
			quote = found;
		}
		return quote;
	};
	const unvaried = complete(/* @__PURE__ */ new Map());
	if (!vary || unvaried.state !== "refused") return unvaried;
	return unset(model, fields).flatMap(([field, values]) => values.map((value) => complete(/* @__PURE__ */ new Map([[field, value]]))).filter((one) => one.state === "priced")).reduce((best, one) => best.state !== "priced" || one.job.amount.lt(best.job.amount) ? one : best, unvaried);
}
/** What a field may be in this request: what usually is there if it is accepted, else everything accepted, in the book's order. */
function candidates(field, model, { fields }, standIns) {
	const limits = require_program.limitsOf(field, model, (name) => fields.get(name)) ?? [];
	const usual = standIns[field];
	if (usual !== void 0 && limits.every((limit) => require_program.isAccepted(limit, usual))) return [usual];
	return limits.flatMap((limit) => limit.kind === "list" ? limit.values.slice(0, TRIED) : [limit.min]);
}
/** Lists of accepted values in fields that the request leaves open; a plan is the account's to choose. */
function unset({ accepts, cases }, fields) {
	return [...new Set([accepts, ...cases.map((one) => one.accepts)].flatMap((one) => Object.keys(one)))].filter((field) => !fields.has(field) && field !== "plan" && field !== "frames" && !field.startsWith("input.")).map((field) => {
		const listed = [accepts[field], ...cases.map((one) => one.accepts[field])].flatMap(require_program.listedValues);
		return [field, [...new Set(listed)].slice(0, TRIED)];
	});
}
/** The same, by the words that the reports of the price book use. */
function notPriced(no) {
	switch (no.no) {
		case "field": return {
			reason: "field-needed",
			field: no.field
		};
		case "rate": return {
			reason: "no-rate",
			currency: no.currency
		};
		case "offer": return { reason: "not-sold" };
		case "amount": return { reason: "unknown-amount" };
		case "credit": return { reason: "unknown-credit" };
	}
}
Object.defineProperty(exports, "fieldsOf", {
	enumerable: true,
	get: function() {
		return fieldsOf;
	}
});
Object.defineProperty(exports, "inputsOf", {
	enumerable: true,
	get: function() {
		return inputsOf;
	}
});
Object.defineProperty(exports, "keysOf", {
	enumerable: true,
	get: function() {
		return keysOf;
	}
});
Object.defineProperty(exports, "notPriced", {
	enumerable: true,
	get: function() {
		return notPriced;
	}
});
Object.defineProperty(exports, "quoteJob", {
	enumerable: true,
	get: function() {
		return quoteJob;
	}
});
