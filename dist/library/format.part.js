import { n as ZERO, r as decimal } from "./decimal.part.js";
// lib/src/report/layout/escape.js
/** More of a name or a value than this is cut: no sentence needs it, and a hostile one could fill a report. */
const CAP = 120;
/**
* What cannot be seen, or changes how its neighbours are seen: controls, line separators, bidirectional
* and zero-width marks, tag characters, lone surrogates, and letters that have no shape (Hangul fillers, the empty Braille cell).
*/
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]/gu;
/** What a reader of text might act on: a comment marker, a workflow command in both of its forms, and a code fence. */
const SIGNS = /<!--|-->|--!>|::|##\[|```/g;
/**
* A text of a manifest, a price file or a path, safe to print in a terminal, a log and a JSON message:
* one line, nothing invisible, nothing that a runner takes for a command, at most `cap` characters.
*/
function inert(text, cap = CAP) {
	const shown = [...text.slice(0, 2 * cap + 2)];
	return (shown.length > cap || text.length > 2 * cap + 2 ? `${shown.slice(0, cap - 1).join("")}…` : text).replace(UNSEEN, written).replace(SIGNS, apart);
}
function written(character) {
	if (character === "\n") return "\\n";
	if (character === "	") return "\\t";
	return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
/** Every other character moved away by a space: `: :` reads as what it was and is none of it. */
function apart(sign) {
	return sign === "```" ? "ˋˋˋ" : [...sign].join(" ");
}
/**
* The same as a Markdown code span. In one, nothing is Markdown, HTML, a link, a mention or an issue
* number, to a Markdown parser and to GitHub's own filters; a backtick inside becomes its look-alike.
* A table cell also needs its pipes escaped: `table.ts` does that for whole cells.
*/
function code(text, cap = CAP) {
	const shown = inert(text, cap).replaceAll("`", "ˋ");
	return shown.trim() === "" ? "`(empty)`" : `\`${shown}\``;
}
/** What starts Markdown, HTML or a link inside a line, and what stands for it. */
const MARKS = {
	"`": "'",
	"*": "∗",
	"[": "(",
	"]": ")",
	"<": "‹",
	">": "›",
	"|": "¦",
	"~": "∼",
	"\\": "∖",
	"&": "＆",
	"@": "＠",
	"#": "＃",
	"://": ": //",
	_: "ˍ"
};
/**
* A text of several words (a note, a reason) as part of a sentence of ours, in Markdown and elsewhere:
* readable, and inert as `code` is. Never at the start of a line, where `1.` and `-` mean something.
*/
function prose(text, cap = 300) {
	return inert(text, cap).replace(/:\/\/|[`*[\]<>|~\\&@#]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, (mark) => MARKS[mark] ?? mark).replace(/\bwww\./gi, "www .").replace(/\bGH-(?=\d)/gi, "GH ");
}
// lib/src/report/layout/format.js
/**
* A month's money in whole cents: $1,234.50, or EUR 1,234.50. What is not nothing never reads as
* nothing: an amount under half a cent keeps two digits.
*/
function formatMoney(amount, currency) {
	const cents = amount.round(2, 1);
	return cents.eq(0) && !amount.eq(0) ? withCurrency(shortest(amount, 2), currency) : withCurrency(cents.toFixed(2), currency);
}
/** Money that is a difference: +$312.00, -$5.00, and $0.00 for none. */
function signedMoney(amount, currency) {
	return amount.gt(0) ? `+${formatMoney(amount, currency)}` : formatMoney(amount, currency);
}
/** A price: as many decimals as it has, at least two unless it is whole, at most what 6 digits need: $7, $0.12, $0.0000024. */
function formatPrice(amount, currency) {
	return withCurrency(shortest(amount, 6), currency);
}
/** The price of one job in a table: at least cents, and more decimals where it has them. */
function jobPrice(amount, currency) {
	const exact = shortest(amount, 6);
	return withCurrency(exact.includes(".") ? exact : `${exact}.00`, currency);
}
function withCurrency(digits, currency) {
	const [sign, amount] = digits.startsWith("-") ? ["-", digits.slice(1)] : ["", digits];
	return currency === "USD" ? `${sign}$${grouped(amount)}` : `${sign}${currency} ${grouped(amount)}`;
}
/** A decimal with at most `digits` significant digits, and either no decimals or at least two. */
function shortest(amount, digits) {
	const places = amount.eq(0) ? 0 : Math.max(2, digits - 1 - amount.e);
	const text = amount.round(Math.min(places, 20), 1).toFixed();
	return (text.split(".")[1]?.length ?? 0) === 1 ? `${text}0` : text;
}
function grouped(digits) {
	const [whole = "", fraction] = digits.split(".");
	const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ",");
	return fraction === void 0 ? thousands : `${thousands}.${fraction}`;
}
/** A count or a quantity: 102,400 or 12.5, with at most 6 significant digits after the point's first. */
function quantity(amount) {
	const exact = decimal(amount);
	const digits = exact.round(Math.min(20, Math.max(0, 5 - exact.e)), 1).toFixed();
	return digits.startsWith("-") ? `-${grouped(digits.slice(1))}` : grouped(digits);
}
/** A share as a percentage: 0.882 is 88%, 0.0312 is 3.1%. From 10% on without decimals. */
function percent(share) {
	const hundred = decimal(share).times(100);
	const shown = hundred.round(hundred.abs().gte(9.95) ? 0 : 1, 1);
	return `${shown.lt(0) ? "-" : ""}${grouped(shown.abs().toFixed())}%`;
}
/** A change as a percentage with its sign: +12%, -3.1%. */
function signedPercent(share) {
	return share > 0 ? `+${percent(share)}` : percent(share);
}
/** 1 workload, 2 workloads. */
function count(number, noun) {
	return `${quantity(number)} ${noun}${number === 1 ? "" : "s"}`;
}
/**
* Rounds amounts so that they add up to their total as it is shown (largest remainder): none moves by
* a whole unit of its last decimal, unless the amounts do not add up to the total by themselves.
* @param total the shown total, already rounded to `decimals`
*/
function rowsThatAddUp(amounts, total, decimals = 2) {
	const unit = decimal(10).pow(-decimals);
	const rows = amounts.map((amount, index) => {
		const down = amount.round(decimals, 0);
		const floor = down.gt(amount) ? down.minus(unit) : down;
		return {
			index,
			floor,
			rest: amount.minus(floor)
		};
	});
	const missing = total.minus(rows.reduce((sum, { floor }) => sum.plus(floor), ZERO)).div(unit).round(0, 1).toNumber();
	const order = [...rows].sort((a, b) => b.rest.cmp(a.rest) || a.index - b.index);
	const rounded = rows.map(({ floor }) => floor);
	for (const [rank, { index, floor }] of order.entries()) {
		const steps = Math.floor(missing / rows.length) + (rank < (missing % rows.length + rows.length) % rows.length ? 1 : 0);
		rounded[index] = floor.plus(unit.times(steps));
	}
	return rounded;
}
export { percent as a, signedMoney as c, inert as d, prose as f, jobPrice as i, signedPercent as l, formatMoney as n, quantity as o, formatPrice as r, rowsThatAddUp as s, count as t, code as u };
