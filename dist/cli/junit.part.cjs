const require_program = require("./program.cjs");
const require_findings = require("./findings.part.cjs");
const require_group_label = require("./group-label.part.cjs");
// lib/src/report/export/xml.js
/** Escapes a text for an attribute or an element. XML 1.0 forbids control characters; pass the text through `inert` first, which makes them visible. */
function xml(text) {
	return text.replace(/[<>&"']/g, (mark) => `&#${mark.charCodeAt(0)};`).replace(/[\ufffe\uffff]/g, "�");
}
// lib/src/report/export/junit.js
/**
* The report as JUnit XML. Each manifest is a suite with a test for each limit, a test for each workload, and one for the rest of the file.
* A finding with level error is a failure. A warning is in the test's output, and the test passes.
* @param groups become properties of the first suite, with their expected monthly cost; empty if it is unknown
*/
function toJunit(review, groups = []) {
	const suites = [...suitesOf(review)];
	const all = suites.flatMap(([, cases]) => cases);
	const lines = suites.map(([file, cases], index) => {
		const properties = index === 0 ? groups.map((group) => property(group)) : [];
		return [
			`  <testsuite name="${xml(require_program.inert(file, 4096))}" ${totals(cases)} errors="0" skipped="0">`,
			...properties.length === 0 ? [] : [
				"    <properties>",
				...properties,
				"    </properties>"
			],
			...cases.map((one) => caseOf(file, one)),
			"  </testsuite>"
		].join("\n");
	});
	return [
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
		`<testsuites name="Video Budget" ${totals(all)} errors="0">`,
		...lines,
		"</testsuites>",
		""
	].join("\n");
}
function suitesOf(review) {
	const suites = /* @__PURE__ */ new Map();
	const caseFor = (file, name) => {
		const cases = suites.get(file) ?? /* @__PURE__ */ new Map();
		suites.set(file, cases);
		const known = cases.get(name) ?? {
			name,
			findings: []
		};
		cases.set(name, known);
		return known;
	};
	for (const { file, scope } of review.budgets) caseFor(require_findings.pathOf({ file }), budgetName(scope));
	for (const { head } of review.workloads) if (head) caseFor(require_findings.pathOf(head), `workload ${require_program.inert(head.name)}`);
	for (const finding of require_findings.reportFindings(review)) caseFor(require_findings.pathOf(finding), nameOf(finding)).findings.push(finding);
	if (suites.size === 0) caseFor("video-budget.yml", "manifest");
	return new Map([...suites].map(([file, cases]) => [file, [...cases.values()]]));
}
/** The name of the test that a finding belongs to. If a workload of an included file exceeds a limit, the test is in that file's suite. */
function nameOf({ code, owner, workload }) {
	if (workload !== null) return `workload ${require_program.inert(workload)}`;
	if (code.startsWith("increase-")) return "increase";
	return code.startsWith("budget-") || code === "pre-existing" && owner !== "" ? budgetName(owner) : "manifest";
}
function budgetName(scope) {
	return `budget ${require_program.inert(scope)}`;
}
function caseOf(file, { name, findings }) {
	const start = `    <testcase classname="${xml(require_program.inert(file, 4096))}" name="${xml(name)}"`;
	if (findings.length === 0) return `${start}/>`;
	const failures = findings.filter(({ level }) => level === "error");
	const said = findings.filter(({ level }) => level !== "error");
	return [
		`${start}>`,
		...failures.map((one) => `      <failure type="${xml(one.code)}" message="${xml(one.message)}">${xml(placed(one))}</failure>`),
		...said.length === 0 ? [] : [`      <system-out>${said.map((one) => xml(placed(one))).join("\n")}</system-out>`],
		"    </testcase>"
	].join("\n");
}
function placed({ line, column, message, ...rest }) {
	return `${require_program.inert(require_findings.pathOf(rest), 4096)}:${line}:${column}: ${message}`;
}
function property(group) {
	return `      <property name="${xml(require_group_label.groupLabel(group))}" value="${group.figures ? require_program.round(group.figures.expected) : ""}"/>`;
}
function totals(cases) {
	return `tests="${cases.length}" failures="${cases.filter(({ findings }) => findings.some(({ level }) => level === "error")).length}"`;
}
exports.toJunit = toJunit;
