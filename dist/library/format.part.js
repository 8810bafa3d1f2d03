import { n as ZERO, r as decimal } from "./decimal.part.js";
// lib/src/report/layout/escape.js
/** The most characters of a name or a value. Longer ones are cut, because a hostile one could fill a report. */
const CAP = 120;
/**
* Characters that are invisible or change how their neighbors look: controls, line separators, bidirectional and zero-width marks, tag
* characters, lone surrogates, and letters without a shape (Hangul fillers, the empty Braille cell).
*/
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]/gu;
/** Most texts are ASCII, in which nothing is invisible. */
const VISIBLE = /^[\x20-\x7e]*$/;
/** Marks that a program reading the text might act on: HTML comments, both forms of workflow commands, code fences. */
const SIGNS = /<!--|-->|--!>|::|##\[|```/g;
/**
* Makes a text from a manifest, a price file or a path safe to print in a terminal, a log or a JSON message. The result is one line
* without invisible characters and without anything that a runner takes for a command. A text of more than `cap` characters is cut.
*/
function inert(text, cap = CAP) {
	const shown = [...text.slice(0, 2 * cap + 2)];
	const short = shown.length > cap || text.length > 2 * cap + 2 ? `${shown.slice(0, cap - 1).join("")}…` : text;
	return (VISIBLE.test(short) ? short : short.replace(UNSEEN, written)).replace(SIGNS, apart);
}
function written(character) {
	if (character === "\n") return "\\n";
	if (character === "	") return "\\t";
	return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
/** Breaks a mark by spaces, so that it stays readable but has no effect: `::` becomes `: :`. */
function apart(sign) {
	return sign === "```" ? "ˋˋˋ" : [...sign].join(" ");
}
/**
* A safe text as a Markdown code span. Inside one, Markdown parsers and GitHub's filters see no Markdown, HTML, link, mention or issue
* number. A backtick inside becomes a look-alike. A table cell also needs its pipes escaped, which `table.ts` does for whole cells.
*/
function code(text, cap = CAP) {
	const shown = inert(text, cap).replaceAll("`", "ˋ");
	return shown.trim() === "" ? "`(empty)`" : `\`${shown}\``;
}
/** Characters that start Markdown, HTML or a link inside a line, with their replacements. */
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
* A text of several words (a note, a reason) as part of a sentence, in Markdown and elsewhere: readable, and as safe as `code`. It must
* not be at the start of a line, where `1.` and `-` have a meaning.
*/
function prose(text, cap = 300) {
	return inert(text, cap).replace(/:\/\/|[`*[\]<>|~\\&@#]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, (mark) => MARKS[mark] ?? mark).replace(/\bwww\./gi, "www .").replace(/\bGH-(?=\d)/gi, "GH ");
}
// lib/src/money/round.js
/**
* An amount as reports show it: rounded to 6 decimals, half away from zero, and in the reporting currency. (`roundHalfUp` of big.js rounds
* the magnitude, so −0.5 becomes −1.) Costs are sums of floats, which differ in the fifteenth digit: $0.000000000002 between two costs is 0.
*/
function asShown(money) {
	const shown = money.round(6, 1);
	return shown.eq(ZERO) ? ZERO : shown;
}
/** The only rounding rule: money leaves the program as this number. */
function round(money) {
	return asShown(money).toNumber();
}
// lib/src/report/layout/format.js
/**
* A monthly amount in whole cents: `$1,234.50` or `EUR 1,234.50`. An amount below half a cent keeps two significant digits, so that only
* zero is shown as zero.
*/
function formatMoney(amount, currency) {
	const cents = amount.round(2, 1);
	return cents.eq(0) && !amount.eq(0) ? withCurrency(shortest(amount, 2), currency) : withCurrency(cents.toFixed(2), currency);
}
/** A difference in money: `+$312.00`, `-$5.00`, or `$0.00`. A difference that is 0 in six decimals is the rounding error of two sums. */
function signedMoney(amount, currency) {
	if (asShown(amount).eq(0)) return formatMoney(ZERO, currency);
	return amount.gt(0) ? `+${formatMoney(amount, currency)}` : formatMoney(amount, currency);
}
/** A price with at most 6 significant digits, and with at least two decimals unless it is whole: `$7`, `$0.12`, `$0.0000024`. */
function formatPrice(amount, currency) {
	return withCurrency(shortest(amount, 6), currency);
}
/** The price of one job in a table: like `formatPrice`, but always with cents (`$7.00`). */
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
/** A count or a quantity: `102,400` or `12.5`. The integer part is exact; decimals are kept up to 6 significant digits. */
function quantity(amount) {
	const exact = decimal(amount);
	const digits = exact.round(Math.min(20, Math.max(0, 5 - exact.e)), 1).toFixed();
	return digits.startsWith("-") ? `-${grouped(digits.slice(1))}` : grouped(digits);
}
/** A share (0–1) as a percentage: 0.882 is `88%`, 0.0312 is `3.1%`. From 10% on, it has no decimals. */
function percent(share) {
	const hundred = decimal(share).times(100);
	const shown = hundred.round(hundred.abs().gte(9.95) ? 0 : 1, 1);
	return `${shown.lt(0) ? "-" : ""}${grouped(shown.abs().toFixed())}%`;
}
/** A relative change as a percentage with its sign: `+12%`, `-3.1%`. */
function signedPercent(share) {
	return share > 0 ? `+${percent(share)}` : percent(share);
}
/** A number with its noun: `1 workload`, `2 workloads`. */
function count(number, noun) {
	return `${quantity(number)} ${noun}${number === 1 ? "" : "s"}`;
}
/**
* Rounds amounts so that they add up to the shown total, by the largest remainder method. No amount changes by a whole unit of its last
* decimal, unless the exact amounts do not add up to the total.
* @param total the shown total, already rounded to `decimals`
*/
function rowsThatAddUp(amounts, total, decimals = 2) {
	const rows = amounts.map((amount, index) => {
		const floor = amount.round(decimals, amount.s < 0 ? AWAY_FROM_ZERO : TOWARD_ZERO);
		return {
			index,
			floor,
			rest: amount.minus(floor).toNumber()
		};
	});
	const unit = decimal(10).pow(-decimals);
	const missing = total.minus(rows.reduce((sum, { floor }) => sum.plus(floor), ZERO)).div(unit).round(0, 1).toNumber();
	const rounded = rows.map(({ floor }) => floor);
	const each = Math.floor(missing / rows.length);
	const withOneMore = missing - each * rows.length;
	for (const [rank, { index, floor }] of rows.sort((a, b) => b.rest - a.rest || a.index - b.index).entries()) {
		const steps = rank < withOneMore ? each + 1 : each;
		if (steps !== 0) rounded[index] = floor.plus(unit.times(steps));
	}
	return rounded;
}
/** Rounding modes of big.js, by what they do to the magnitude. */
const [TOWARD_ZERO, AWAY_FROM_ZERO] = [0, 3];
export { percent as a, signedMoney as c, round as d, code as f, jobPrice as i, signedPercent as l, prose as m, formatMoney as n, quantity as o, inert as p, formatPrice as r, rowsThatAddUp as s, count as t, asShown as u };
