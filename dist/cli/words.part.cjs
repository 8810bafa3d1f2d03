const require_program = require("./program.cjs");
// lib/src/report/rollup/words.js
/** The words of a roll-up. They are safe Markdown, which a terminal shows, too. */
/** A notice about a report or a group, as one sentence. */
function noticeSentence({ code: id, repository, args }) {
	return NOTICES[id](repository === null ? "" : require_program.code(repository), args);
}
const NOTICES = {
	"report-missing": (name, args) => `${name} has no report: there is no file ${require_program.code(String(args["report"]), 300)}. What it costs is not known, and is not counted as 0.`,
	"report-unreadable": (name, args) => `The report of ${name} cannot be read: ${require_program.code(String(args["report"]), 300)}${args["path"] === "" ? "" : ` at ${require_program.code(String(args["path"]))}`}, ${require_program.code(String(args["found"]))}. It must be what \`check --format json\` writes (video-budget/report@1).`,
	"no-exchange-rate": (name, args) => `The report of ${name} cannot be added: there is no exchange rate for ${require_program.code(String(args["currency"]))}. State it under \`fx\` of the file with the limits.`,
	"report-incomplete": (name) => `The report of ${name} is a lower bound: not all of it has a price.`,
	"repository-fails": (name, args) => `${name} by its own limits: ${require_program.VERDICT_WORDS[String(args["verdict"])].title}.`,
	"dates-differ": (_, args) => `The reports are of different days, from ${list(args["dates"])[0]} to ${list(args["dates"]).at(-1)}: prices and volumes are those of each day.`,
	"books-differ": (_, args) => `The reports were made with ${require_program.count(list(args["books"]).length, "price book")} that differ.`
};
function list(value) {
	return typeof value === "string" ? [value] : value ?? [];
}
/** One sentence with the monthly cost of all reports together. */
function sentenceOf({ total, currency, entries }) {
	const counted = entries.filter(({ state }) => state === "counted").length;
	const of = counted === entries.length ? `${counted} ${counted === 1 ? "repository" : "repositories"}` : `${counted} of ${entries.length} repositories`;
	if (entries.length === 0) return "No report is listed.";
	return `Projected for ${of}: ${monthOf(total, currency)}${rangeOf(total, currency)}.`;
}
/** A monthly cost in words, with "at least" if a part of it is unknown. */
function monthOf({ figures, complete }, currency) {
	return figures ? `${complete ? "" : "at least "}${require_program.formatMoney(figures.expected, currency)} a month` : "not known";
}
function rangeOf({ figures, quantiles, complete }, currency) {
	if (!figures || figures.sd.eq(0)) return "";
	const near = quantiles === "upper" && complete ? "at most about " : quantiles === "exact" ? "" : "about ";
	return ` (P90 ${complete ? near : `at least ${near}`}${require_program.formatMoney(figures.p90, currency)})`;
}
/** Explains how exact the figures are. */
function methodLines({ total, groups }) {
	const [first] = [total, ...groups].filter(({ figures }) => figures && !figures.sd.eq(0));
	if (!first) return [];
	return ["Means add up exactly. Volumes of different repositories are taken to be independent: then the standard deviation is exact too. Quantiles of several reports are approximate: a lognormal with the mean, the spread and the skewness of the sum.", ...groups.some(({ quantiles }) => quantiles === "upper") ? ["Of a group that has some workloads of a repository, whose report does not say how far they rise and fall together, the spread is the largest possible."] : []];
}
/** The state of one report in words. */
function stateOf(entry) {
	switch (entry.state) {
		case "missing": return "no report";
		case "unreadable": return "not readable";
		case "no-exchange-rate": return `no rate for ${entry.noRate}`;
		case "counted": return require_program.VERDICT_WORDS[entry.read.verdict].title;
	}
}
Object.defineProperty(exports, "methodLines", {
	enumerable: true,
	get: function() {
		return methodLines;
	}
});
Object.defineProperty(exports, "noticeSentence", {
	enumerable: true,
	get: function() {
		return noticeSentence;
	}
});
Object.defineProperty(exports, "sentenceOf", {
	enumerable: true,
	get: function() {
		return sentenceOf;
	}
});
Object.defineProperty(exports, "stateOf", {
	enumerable: true,
	get: function() {
		return stateOf;
	}
});
