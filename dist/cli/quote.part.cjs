const require_program = require("./program.cjs");
// lib/src/catalog/clip-request.js
/** The inputs that are assumed for a mode: a number of images, and the seconds of one video or audio file as long as the clip. */
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
/** The request keys of a workload that sets only these fields. An input video or audio is one file. */
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
/** Frames per second, bytes of a prompt, and the first job of a month. The caller adds the length of an input video or audio, which depends on its clip. */
const USUAL = {
	fps: 24,
	"input.text_bytes": 200,
	monthly_jobs: 1
};
/** At most this many fields are filled in for one job. */
const FILLED = 4;
/** At most this many values of a list are tried for one field. */
const TRIED = 16;
/**
* Prices one job of a model. If the price needs a field that nothing sets, the field takes its stand-in, or the
* first value that the model accepts.
* @param vary what to do if the model refuses the request only because of its own default in a field that the
*   caller left open, such as a `std` quality that cannot make 1080p: true takes the cheapest accepted value instead
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
/** The values to try for a field: only its stand-in if the model accepts that, otherwise the accepted values in the book's order. */
function candidates(field, model, { fields }, standIns) {
	const limits = require_program.limitsOf(field, model, (name) => fields.get(name)) ?? [];
	const usual = require_program.ownValue(standIns, field);
	if (usual !== void 0 && limits.every((limit) => require_program.isAccepted(limit, usual))) return [usual];
	return limits.flatMap((limit) => limit.kind === "list" ? limit.values.slice(0, TRIED) : [limit.min]);
}
/** The fields that the request leaves open, with their accepted values. `plan` is left out, because the account decides it. */
function unset({ accepts, cases }, fields) {
	return [...new Set([accepts, ...cases.map((one) => one.accepts)].flatMap((one) => Object.keys(one)))].filter((field) => !fields.has(field) && field !== "plan" && field !== "frames" && !field.startsWith("input.")).map((field) => {
		const listed = [accepts, ...cases.map((one) => one.accepts)].map((one) => require_program.ownValue(one, field)).flatMap(require_program.listedValues);
		return [field, [...new Set(listed)].slice(0, TRIED)];
	});
}
/** Translates the engine's reason into the one that the price book's reports use. */
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
