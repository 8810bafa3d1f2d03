const require_program = require("./program.cjs");
const require_clips = require("./clips.part.cjs");
// lib/src/report/catalog/model.js
/** Everything that the price book knows about a model, for a terminal or for Markdown. `quote` makes the book's texts safe. Empty parts are left out. */
function modelInWords({ account, jobs, ...provider }, model, clips, quote) {
	return [
		{
			title: "Model",
			lines: identity(provider, model, quote)
		},
		{
			title: "Accepts",
			lines: requestLines(model, quote)
		},
		{
			title: `A clip on ${clips.date}`,
			lines: require_clips.clipLines(clips, model.status.retires, quote)
		},
		...model.prices.map((one) => ({
			title: `Price${period(one)}`,
			lines: priceLines(one, quote)
		})),
		...model.prices.length === 0 ? [{
			title: "Price",
			lines: ["None is public."]
		}] : [],
		{
			title: "Jobs that do not succeed",
			lines: billedLines({
				...jobs,
				...model.jobs
			}, quote)
		},
		{
			title: "Completion and limits",
			lines: jobLines({
				...jobs,
				...model.jobs
			}, quote)
		},
		{
			title: "Account",
			lines: account ? accountLines(account, quote) : []
		},
		{
			title: "Notes",
			lines: [
				model.notes,
				model.status.notes,
				provider.notes
			].flatMap((note) => note === void 0 ? [] : quote(note))
		}
	].filter(({ lines }) => lines.length > 0);
}
function identity({ name, pricing_urls }, { name: called, aliases, modes, status }, quote) {
	return [
		`${called === void 0 ? "" : `${quote(called)}, `}${quote(name)}`,
		...aliases.length === 0 ? [] : [`Also called: ${aliases.map(quote).join(", ")}`],
		`Modes: ${modes.join(", ")}`,
		...status.released === void 0 ? [] : [`Released: ${status.released}`],
		...status.may_retire === void 0 ? [] : [`May retire: ${status.may_retire} is the earliest day that the maker announced; from then on calls may fail`],
		...status.retires === void 0 ? [] : [`Retires: ${status.retires}, the first day it can no longer be used`],
		...status.successor === void 0 ? [] : [`Successor: ${quote(status.successor)}`],
		...status.alternatives === void 0 ? [] : [`Alternatives: ${status.alternatives.map(quote).join(", ")}`],
		...pricing_urls.map((url) => `Price list: ${quote(url)}`)
	];
}
function requestLines({ accepts, defaults, cases }, quote) {
	const own = [.../* @__PURE__ */ new Set([...Object.keys(accepts), ...Object.keys(defaults)])].map((field) => {
		const [accepted, assumed] = [require_program.ownValue(accepts, field), require_program.ownValue(defaults, field)];
		return `${quote(field)}: ${accepted === void 0 ? "anything" : require_clips.acceptedInWords(accepted, quote)}${assumed === void 0 ? "" : ` (default ${require_clips.defaultInWords(assumed, quote)})`}`;
	});
	const narrowed = cases.map(({ when, accepts: some, defaults: others }) => {
		const said = [...Object.entries(some).map(([field, accepted]) => `${quote(field)}: ${require_clips.acceptedInWords(accepted, quote)}`), ...Object.entries(others).map(([field, value]) => `${quote(field)} defaults to ${require_clips.defaultInWords(value, quote)}`)];
		return `When ${require_clips.conditionInWords(when, quote)}: ${said.join("; ")}`;
	});
	return [...own, ...narrowed];
}
function period({ from, to }) {
	if (from === void 0 && to === void 0) return "";
	return `${from === void 0 ? "" : ` from ${from}`}${to === void 0 ? "" : ` until ${to}`}`;
}
function priceLines(one, quote) {
	return [
		...require_clips.chargesInWords(one, quote),
		`Source: ${quote(one.source)}, ${require_program.isUndated(one.checked) ? "" : "checked "}${require_program.checkedDay(one.checked)}, confidence ${one.confidence}`,
		...one.notes === void 0 ? [] : [quote(one.notes)]
	];
}
const OUTCOMES = {
	provider_error: "Provider error",
	moderated: "Moderated",
	invalid: "Refused as invalid",
	timed_out: "Timed out at the provider",
	cancelled: "Cancelled"
};
/** Whether jobs that do not succeed are billed: a line for each outcome, with its source. */
function billedLines({ billed }, quote) {
	if (!billed || Object.keys(billed).length === 0) return [];
	return require_program.fieldNames(OUTCOMES).map((outcome) => {
		const policy = billed[outcome];
		const share = policy?.value === void 0 || policy.value === "unknown" ? "unknown whether it is billed" : policy.value === 0 ? "not billed" : policy.value === 1 ? "billed in full" : `${require_program.quantity(policy.value * 100)}% billed`;
		return `${OUTCOMES[outcome]}: ${share}${evidence(policy, quote)}`;
	});
}
function evidence(from, quote) {
	const parts = [
		...from?.source === void 0 ? [] : [quote(from.source)],
		...from?.checked === void 0 ? [] : [`${require_program.isUndated(from.checked) ? "" : "checked "}${require_program.checkedDay(from.checked)}`],
		...from?.notes === void 0 ? [] : [quote(from.notes)]
	];
	return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}
function jobLines({ completion, idempotency_key, evidence: read, status_request, limits, latency, retention, notes, source, checked }, quote) {
	const said = (value) => value === true ? "yes" : value === false ? "no" : "unknown";
	const poll = completion?.poll;
	return [
		...poll?.interval === void 0 ? [] : [`Poll every ${poll.interval} s${evidence(poll, quote)}`],
		...completion?.webhook === void 0 ? [] : [`Webhook: ${said(completion.webhook)}${evidence(read?.webhook, quote)}`],
		...idempotency_key === void 0 ? [] : [`Idempotency key: ${said(idempotency_key)}${evidence(read?.idempotency_key, quote)}`],
		...status_request === void 0 ? [] : [`A status request costs ${require_program.formatPrice(require_program.decimal(status_request.usd), "USD")}${status_request.free_per_month === void 0 ? "" : `, the first ${require_program.quantity(status_request.free_per_month)} a month are free`}`],
		...limits?.concurrency === void 0 ? [] : [`Jobs at once: ${require_program.quantity(limits.concurrency)}`],
		...limits?.requests_per_second === void 0 ? [] : [`Requests a second: ${require_program.quantity(limits.requests_per_second)}`],
		...limits?.notes === void 0 ? [] : [quote(limits.notes)],
		...latency === void 0 ? [] : [`Latency: half within ${latency.p50} s, 95% within ${latency.p95} s${evidence(latency, quote)}`],
		...retention === void 0 ? [] : [`Results are kept: ${quote(retention)}`],
		...notes === void 0 && source === void 0 ? [] : [`About jobs${evidence({
			source,
			checked
		}, quote)}${notes === void 0 ? "" : `: ${quote(notes)}`}`]
	];
}
/** How the provider is paid: the price of a credit, packs, trial, fees. */
function accountLines({ credit, packs, trial, fees, minimum_purchase, source, checked, notes }, quote) {
	const unit = quote(credit?.name ?? "credit");
	return [
		...credit?.usd === void 0 ? [] : [`${credit.per === void 0 ? `A ${unit}` : `${require_program.quantity(require_program.decimal(credit.per))} ${unit}s`} cost ${require_program.formatPrice(require_program.decimal(credit.usd), "USD")}`.replace(/^(A .*) cost /, "$1 costs ")],
		...(packs ?? []).map(({ name, size, price: cost, expires, every, once, beyond, concurrency }) => {
			const rules = [
				...every === void 0 ? [] : ["every month"],
				...once === void 0 ? [] : ["sold once"],
				...expires === void 0 ? [] : [`expires after ${expires.replace("d", " days")}`],
				...beyond === void 0 ? [] : [beyond === "none" ? "nothing beyond it" : beyond === "unknown" ? "the price beyond it is unknown" : `${require_program.formatPrice(require_program.decimal(beyond), "USD")} a ${unit} beyond it`],
				...concurrency === void 0 ? [] : [`${require_program.quantity(concurrency)} jobs at once`]
			];
			return `${quote(name)}: ${require_program.quantity(require_program.decimal(size))} ${unit}s for ${require_program.formatPrice(require_program.decimal(cost), "USD")}, ${require_program.formatPrice(require_program.decimal(cost).div(size), "USD")} each${rules.length === 0 ? "" : ` (${rules.join(", ")})`}`;
		}),
		...trial === void 0 ? [] : [`Trial: ${trial.unit === "USD" ? require_program.formatPrice(require_program.decimal(trial.amount), "USD") : `${require_program.quantity(require_program.decimal(trial.amount))} ${unit}s`}${trial.notes === void 0 ? "" : ` (${quote(trial.notes)})`}`],
		...(fees ?? []).map(({ name, usd, every }) => `Fee ${quote(name)}: ${require_program.formatPrice(require_program.decimal(usd), "USD")} ${every === "month" ? "a month" : "once"}`),
		...minimum_purchase === void 0 ? [] : [`Least purchase: ${require_program.formatPrice(require_program.decimal(minimum_purchase), "USD")}`],
		...notes === void 0 && source === void 0 ? [] : [`About the account${evidence({
			source,
			checked
		}, quote)}${notes === void 0 ? "" : `: ${quote(notes)}`}`]
	];
}
Object.defineProperty(exports, "accountLines", {
	enumerable: true,
	get: function() {
		return accountLines;
	}
});
Object.defineProperty(exports, "billedLines", {
	enumerable: true,
	get: function() {
		return billedLines;
	}
});
Object.defineProperty(exports, "modelInWords", {
	enumerable: true,
	get: function() {
		return modelInWords;
	}
});
