const require_program = require("./program.cjs");
const require_json = require("./json.part.cjs");
const require_code_of_folder = require("./code-of-folder.part.cjs");
// lib/src/report/scan/disagreement-lines.js
/** Differences between code and manifests, each with its line. Notes are included only with `verbose`. Empty if there are none. */
function disagreementLines({ problems }, verbose) {
	const lines = problems.filter(({ severity }) => verbose || severity !== "note").map((problem) => `${require_program.inert(problem.file)}:${problem.line}: ${problem.severity}: ${require_program.inFull(problem)}`);
	return lines.length === 0 ? "" : `\n${lines.join("\n")}\n`;
}
// lib/src/report/scan/words.js
/** The reasons to leave out a place or a file, in words. */
const LEFT_OUT_WORDS = {
	comment: "in a comment",
	message: "in a message or other text for people",
	type: "in a type",
	comparison: "in a comparison",
	"ui-list": "in a list of choices",
	"price-table": "in prices or credits",
	key: "used as a name of its own",
	"not-video": "does not generate video",
	"no-evidence": "the provider is unclear",
	test: "in tests",
	doc: "in documents",
	"ignored-path": "excluded (`scan.ignore`, manifests and price files)",
	vendored: "third-party code",
	generated: "generated",
	minified: "minified",
	lock: "a lock file",
	data: "data",
	binary: "binary",
	"too-large": "too large",
	tangled: "refers to itself too often to be followed to the end",
	unreadable: "could not be read"
};
const HINT = {
	"retried-submit": (value) => `a retry${value === null ? "" : ` (up to ${value} attempts)`} submits the job again without an idempotency key: one clip can be generated and billed more than once`,
	"client-retries": (value) => `the library retries a failed request up to ${value} times`,
	"endless-poll": () => "this loop has no time limit: it waits forever for a job that never finishes",
	"short-timeout": (value) => `the client gives up after ${value} s: a job that takes longer still finishes and is billed`
};
/** A hint in words. */
function hintText(kind, value) {
	return HINT[kind](value);
}
/** The number of places and files that are left out, by reason. */
function leftOutText(leftOut) {
	const counts = /* @__PURE__ */ new Map();
	for (const { why } of leftOut) counts.set(why, (counts.get(why) ?? 0) + 1);
	return [...counts].map(([why, many]) => `${many} ${LEFT_OUT_WORDS[why]}`).join(", ");
}
/** The parameters in the code: `duration 5 or 10, resolution 720p by default`. Empty if it has none. */
function parametersText(parameters) {
	return Object.entries(parameters).flatMap(([key, one]) => one && one.from !== "not-sent" ? [`${key} ${parameterText(one)}`] : []).join(", ");
}
/** At most this many values of one parameter are named. */
const MOST_VALUES = 5;
function parameterText(one) {
	const values = [...new Set(require_code_of_folder.literalValues(one).map(({ value }) => value))];
	const more = values.length - MOST_VALUES;
	if (values.length > 1) return `${values.slice(0, MOST_VALUES).join(" or ")}${more > 0 ? ` and ${require_program.count(more, "value")} more` : ""}`;
	return one.value === null ? "decided at run time" : `${one.value}${one.from === "default" ? " by default" : ""}`;
}
// lib/src/report/scan/markdown.js
/** At most this many places of one model are named; `verbose` names all. */
const MOST$1 = 5;
/** The result of a scan as Markdown: a table of models with their places, the price of one clip and the declaring workloads, then problems and hints. */
function scanMarkdown({ files, rows, ignored, left_out }, { problems }, verbose) {
	const calls = rows.filter(({ finding }) => finding.confidence !== "mention");
	const shown = problems.filter(({ severity }) => verbose || severity !== "note");
	const hints = calls.flatMap(({ finding }) => finding.hints.notes.map(({ kind, file, line, value }) => `- ${require_program.code(`${file}:${line}`)} ${hintText(kind, value)}`));
	return `${[
		"## Video generation in code",
		"",
		`${require_program.count(calls.length, "model")} in ${require_program.count(files, "file")}.`,
		"",
		...calls.length > 0 ? [
			...require_program.tableHead([
				"Model",
				"Where",
				"What the code says",
				"One clip:",
				"Declared by"
			]),
			...calls.map((row) => rowOf(row, verbose)),
			""
		] : [],
		...list("To look at", shown.map((problem) => `- ${require_program.code(`${problem.file}:${problem.line}`)} ${problem.severity}: ${require_program.prose(require_program.inFull(problem), 800)}`)),
		...list("Around the calls", [...new Set(hints)]),
		...list("Ignored by a comment", ignored.map(({ file, line, text, reason }) => `- ${require_program.code(`${file}:${line}`)} ${require_program.code(text)}: ${reason === "" ? "no reason given" : require_program.code(reason)}`)),
		...left_out.length > 0 ? [`Left out: ${leftOutText(left_out).replaceAll("`", "")}.`] : []
	].join("\n").trimEnd()}\n`;
}
function list(title, lines) {
	return lines.length === 0 ? [] : [
		`**${title}**`,
		"",
		...lines,
		""
	];
}
function rowOf({ finding, job_price, retired, declared_by }, verbose) {
	const { provider, providers, model, dynamic, places, parameters } = finding;
	const whose = provider === "unknown" ? `unknown (sold by ${providers.join(", ")})` : provider;
	const what = model === null ? `${require_program.code(whose)}, ${dynamic === null ? "which takes no model" : `the model comes from ${require_program.code(dynamic)}`}` : `${require_program.code(whose)} ${require_program.code(model)}`;
	const named = (verbose ? places : places.slice(0, MOST$1)).map(({ file, line }) => require_program.code(`${file}:${line}`));
	const more = places.length - named.length;
	const said = parametersText(parameters);
	return require_program.tableRow([
		what,
		[...named, ...more > 0 ? [`and ${require_program.count(more, "place")} more`] : []].join("<br>"),
		said === "" ? "nothing" : require_program.code(said),
		retired !== null ? `retired since ${retired}` : job_price === null ? "unknown" : require_program.jobPrice(job_price, "USD"),
		declared_by.length === 0 ? "**none**" : declared_by.map((name) => require_program.code(name)).join(", ")
	]);
}
// lib/src/report/scan/text.js
/** Calls by provider and model, with their places, the price of one clip and the declaring workloads. `verbose` also lists every place that was left out. */
function scanText({ files, rows, ignored, left_out }, verbose) {
	const calls = rows.filter(({ finding }) => finding.confidence !== "mention");
	const mentions = rows.filter(({ finding }) => finding.confidence === "mention");
	const lines = [`${require_program.count(calls.length, "model")} in code, of ${require_program.count(files, "file")}.`, ""];
	for (const row of calls) lines.push(...rowLines(row, verbose), "");
	if (ignored.length > 0) lines.push("Ignored by a comment:", ...ignored.map(({ file, line, text, reason }) => `  ${require_program.inert(file)}:${line}  ${require_program.inert(text)}: ${require_program.inert(reason || "no reason given")}`), "");
	if (verbose && mentions.length > 0) lines.push("Mentioned, but not called:", ...mentions.flatMap(({ finding }) => finding.places.map(({ file, line, role }) => `  ${require_program.inert(file)}:${line}  ${require_program.inert(finding.model ?? "")}: ${role}`)), "");
	if (left_out.length > 0) lines.push(`Left out: ${leftOutText(left_out)}.${verbose ? "" : " `--verbose` lists them."}`);
	if (verbose) lines.push(...left_out.map(({ file, line, text, why }) => `  ${require_program.inert(file)}${line === null ? "" : `:${line}`}  ${text === null ? "" : `${require_program.inert(text)}: `}${LEFT_OUT_WORDS[why]}`));
	return `${lines.join("\n").trimEnd()}\n`;
}
const MOST = 5;
function rowLines({ finding, job_price, retired, declared_by }, verbose) {
	const { provider, providers, model, dynamic, places, parameters, hints, confidence } = finding;
	const name = model ?? (dynamic === null ? "no model" : `the model comes from ${dynamic}`);
	const whose = provider === "unknown" ? `unknown (sold by ${providers.join(", ")})` : provider;
	const price = retired !== null ? `retired since ${retired}` : job_price === null ? "no price known" : `${require_program.jobPrice(job_price, "USD")} a clip`;
	const declared = declared_by.length > 0 ? `declared by ${declared_by.map((one) => require_program.inert(one)).join(", ")}` : "not declared";
	const said = parametersText(parameters);
	const shown = verbose ? places : places.slice(0, MOST);
	return [
		`${whose}  ${require_program.inert(name)}  ${price}, ${declared}`,
		...shown.map(({ file, line, role }) => `  ${require_program.inert(file)}:${line}  ${role}`),
		...places.length > shown.length ? [`  and ${require_program.count(places.length - shown.length, "place")} more`] : [],
		...said !== "" ? [`  ${require_program.inert(said)}${confidence === "constant" ? " (beside the constant)" : ""}`] : [],
		...hints.notes.map(({ kind, file, line, value }) => `  ${require_program.inert(file)}:${line}  ${hintText(kind, value)}`)
	];
}
// lib/src/cli/scan.js
/**
* `video-budget scan`: finds video-generation calls in code, by provider and model, and the workload that declares each.
* @param paths folders or files relative to the working directory; if empty, the whole working directory
* @returns 0; 1 if `policy.undeclared: fail` rejects an undeclared call. @throws UsageError if a path does not exist
*/
async function scanCode(paths, options, terminal) {
	const read = await require_code_of_folder.readCodeOfFolder(paths, options, terminal);
	if (options.write) {
		const { addWorkloads } = await Promise.resolve().then(() => require("./scan-write.part.cjs"));
		return addWorkloads(read, options, terminal);
	}
	const { code } = read;
	await require_program.write(reportOf(read, options), options, terminal);
	return code.reasons.some(({ code: id, level }) => id === "undeclared-call" && level === "fail") ? 1 : 0;
}
function reportOf(read, { format, verbose }) {
	const scanned = require_code_of_folder.scannedOf(read);
	if (format === "json") return require_json.scanJson(scanned);
	if (format === "markdown") return scanMarkdown(scanned, read.code, verbose);
	return `${scanText(scanned, verbose)}${disagreementLines(read.code, verbose)}`;
}
exports.scanCode = scanCode;
