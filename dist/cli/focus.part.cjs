const require_sync = require("./sync.part.cjs");
const require_program = require("./program.cjs");
const require_csv = require("./csv.part.cjs");
// lib/src/report/export/focus.js
/** The columns of FOCUS 1.2 that a forecast can fill, and our own (`x_`). There is no `ResourceId`, because a forecast has no single jobs. */
const COLUMNS = [
	"BilledCost",
	"BillingCurrency",
	"BillingPeriodStart",
	"BillingPeriodEnd",
	"ChargeCategory",
	"ChargeDescription",
	"ChargeFrequency",
	"ChargePeriodStart",
	"ChargePeriodEnd",
	"ConsumedQuantity",
	"ConsumedUnit",
	"EffectiveCost",
	"ListCost",
	"ProviderName",
	"PublisherName",
	"ServiceCategory",
	"ServiceName",
	"SkuId",
	"Tags",
	"x_Forecast",
	"x_ForecastBy",
	"x_PriceSnapshot",
	"x_Workload",
	"x_Manifest",
	"x_Status"
];
/**
* The month as a bill in the columns of FOCUS 1.2. Every row is marked as a forecast (`x_Forecast`). Each workload has a row of usage. A
* payment beyond the usage (whole packs, fees) has a row of its own. The usage adds up to the expected monthly cost, and all rows add up to
* what is paid. A workload without a price has empty costs, and `x_Status` says why.
* @param by adds a column `x_Group` with the workload's value of that key
*/
function toFocus(review, by) {
	const rows = [...usage(review, by), ...purchases(review)];
	return require_sync.stringify(rows, {
		header: true,
		columns: [...COLUMNS, ...by ? ["x_Group"] : []],
		escape_formulas: true
	});
}
function usage(review, by) {
	const heads = review.workloads.flatMap(({ head }) => head ?? []);
	const known = heads.flatMap(({ monthly }) => monthly ?? []);
	const costs = review.total.head ? require_program.rowsThatAddUp(known, review.total.head.expected.round(6, 1), 6).map(require_program.round) : [];
	let next = 0;
	return heads.map((head) => {
		const cost = head.monthly ? costs[next++] ?? "" : "";
		return {
			...common(review),
			BilledCost: cost,
			EffectiveCost: cost,
			ListCost: require_csv.moneyCell(head.list),
			ChargeCategory: "Usage",
			ChargeFrequency: "Usage-Based",
			ChargeDescription: `Forecast: ${require_csv.cellText(head.name)}`,
			ConsumedQuantity: head.risk ? Number(head.risk.jobs.billed.toPrecision(9)) : "",
			ConsumedUnit: "Jobs",
			...seller(head),
			Tags: JSON.stringify(head.keys?.tags ?? {}),
			x_Workload: require_csv.cellText(head.name),
			x_Manifest: require_csv.cellText(head.file),
			x_Status: head.status,
			x_Group: by ? require_csv.cellText(by.valueOf(head) ?? "") : ""
		};
	});
}
/** Rows for payments beyond the usage. An unknown amount is an empty cost. */
function purchases(review) {
	return review.accounts.flatMap(({ provider, bundle_remainder, fees }) => [{
		what: "packs and plans beyond the use",
		money: bundle_remainder
	}, {
		what: "fees",
		money: fees
	}].flatMap(({ what, money }) => money?.eq(0) ? [] : [{
		...common(review),
		BilledCost: require_csv.moneyCell(money),
		EffectiveCost: require_csv.moneyCell(money),
		ListCost: require_csv.moneyCell(money),
		ChargeCategory: "Purchase",
		ChargeFrequency: "Recurring",
		ChargeDescription: `Forecast: ${what}`,
		ProviderName: require_csv.cellText(provider),
		PublisherName: require_csv.cellText(provider),
		Tags: "{}",
		x_Status: money ? "priced" : "unpriced"
	}]));
}
function common({ date, currency, prices }) {
	const [start, end] = monthOf(date);
	return {
		BillingCurrency: currency,
		BillingPeriodStart: start,
		BillingPeriodEnd: end,
		ChargePeriodStart: start,
		ChargePeriodEnd: end,
		ServiceCategory: "AI and Machine Learning",
		x_Forecast: "true",
		x_ForecastBy: `video-budget ${require_program.VERSION}`,
		x_PriceSnapshot: prices.snapshot
	};
}
function seller({ keys }) {
	if (!keys) return {};
	const provider = require_csv.cellText(keys.provider);
	const model = require_csv.cellText(keys.model);
	return {
		ProviderName: provider,
		PublisherName: provider,
		ServiceName: `${provider}/${model}`,
		SkuId: model
	};
}
/** The start of a day's month and of the next month, in UTC: for 2026-12-05, 2026-12-01 and 2027-01-01. */
function monthOf(date) {
	const [year = 0, month = 1] = date.split("-").map(Number);
	const first = (of, at) => `${String(of).padStart(4, "0")}-${String(at).padStart(2, "0")}-01T00:00:00Z`;
	return [first(year, month), month === 12 ? first(year + 1, 1) : first(year, month + 1)];
}
exports.toFocus = toFocus;
