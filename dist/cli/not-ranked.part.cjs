const require_program = require("./program.cjs");
// lib/src/report/catalog/not-ranked.js
/** Why a job has no price, as a part of a sentence. */
function notPricedInWords(why, quote) {
	switch (why.reason) {
		case "field-needed": return `the price depends on ${quote(why.field)}, which nothing sets`;
		case "no-rate": return `the price is in ${quote(why.currency)}, and no rate is given: --fx ${quote(why.currency)}=…`;
		case "not-sold": return "it is not sold";
		case "unknown-amount": return "the price list names no amount";
		case "unknown-credit": return "nothing says what a credit costs";
		case "not-accepted": return "it is not accepted";
		case "not-stated": return "the book does not say";
		case "unpriced": return "no price is public";
		case "retired": return "it is retired";
		case "mode": return "it is for other modes";
	}
}
/** Why models are left out, as the rest of a sentence that begins with their number. @param one whether it is a single model */
function leftOutInWords(why, one, ask, quote) {
	const verb = (single, several) => one ? single : several;
	const have = verb("has", "have");
	switch (why.reason) {
		case "mode": return `${verb("is", "are")} not for ${ask.mode}`;
		case "not-accepted": return `${verb("does", "do")} not ${refused(why.field, ask, quote) ?? `accept ${quote(why.field)} ${quote(String(why.value))}`}`;
		case "not-stated": return `${verb("is", "are")} not known to ${refused(why.field, ask, quote) ?? `accept ${quote(why.field)}`}`;
		case "field-needed": return `${have} a price that depends on ${quote(why.field)}, which nothing sets`;
		case "no-rate": return `${have} a price in ${quote(why.currency)}, and no rate is given: --fx ${quote(why.currency)}=…`;
		case "not-sold": return `${verb("does", "do")} not sell this combination`;
		case "unknown-amount": return `${have} a price list that names no amount for this`;
		case "unknown-credit": return `${have} a price in credits, and nothing says what one costs`;
		case "unpriced": return `${have} no price`;
		case "retired": return `${verb("is", "are")} retired`;
	}
}
/** What a model cannot do, as a verb phrase after "does not": `make 1080p`, `make 8 s`. Null if there is no such phrase. */
function refused(field, ask, quote) {
	if (field === "resolution" && ask.resolution !== void 0) return `make ${quote(ask.resolution)}`;
	if (field === "duration") return `make ${require_program.quantity(require_program.decimal(ask.duration))} s`;
	if (field === "audio" && ask.audio !== void 0) return ask.audio ? "make sound" : "leave sound out";
	return null;
}
/** A detail about one model that is left out: what it accepts instead, or what it would cost. Null if the reason needs none. */
function leftOutDetail(why, quote) {
	if (why.reason === "retired") return `since ${why.date}`;
	if (why.reason === "not-stated") return why.amount && `${require_program.jobPrice(why.amount, "USD")} if it does`;
	if (why.reason !== "not-accepted" || why.field === "audio") return null;
	return typeof why.allowed === "string" ? why.allowed : why.allowed.map((value) => quote(String(value))).join(", ");
}
Object.defineProperty(exports, "leftOutDetail", {
	enumerable: true,
	get: function() {
		return leftOutDetail;
	}
});
Object.defineProperty(exports, "leftOutInWords", {
	enumerable: true,
	get: function() {
		return leftOutInWords;
	}
});
Object.defineProperty(exports, "notPricedInWords", {
	enumerable: true,
	get: function() {
		return notPricedInWords;
	}
});
