import { round } from "../../money/round.ts";
import type { WorkloadGroup } from "../../review/groups.ts";
import type { Review } from "../../review/result.ts";
import { inert } from "../layout/escape.ts";
import { pathOf, type ReportFinding, reportFindings } from "./findings.ts";
import { groupLabel } from "./group-label.ts";
import { xml } from "./xml.ts";

/** One test case: its name, and the findings that belong to it. */
type Case = { name: string; findings: ReportFinding[] };

/**
 * The report as JUnit XML. Each manifest is a suite with a test for each limit, a test for each workload, and one for the rest of the file.
 * A finding with level error is a failure. A warning is in the test's output, and the test passes.
 * @param groups become properties of the first suite, with their expected monthly cost; empty if it is unknown
 */
export function toJunit(review: Review, groups: readonly WorkloadGroup[] = []): string {
  const suites = [...suitesOf(review)];
  const all = suites.flatMap(([, cases]) => cases);
  const lines = suites.map(([file, cases], index) => {
    const properties = index === 0 ? groups.map((group) => property(group)) : [];
    return [
      `  <testsuite name="${xml(inert(file, 4096))}" ${totals(cases)} errors="0" skipped="0">`,
      ...(properties.length === 0 ? [] : ["    <properties>", ...properties, "    </properties>"]),
      ...cases.map((one) => caseOf(file, one)),
      "  </testsuite>",
    ].join("\n");
  });
  return ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites name="Video Budget" ${totals(all)} errors="0">`, ...lines, "</testsuites>", ""].join("\n");
}

function suitesOf(review: Review): Map<string, Case[]> {
  const suites = new Map<string, Map<string, Case>>();
  const caseFor = (file: string, name: string): Case => {
    const cases = suites.get(file) ?? new Map<string, Case>();
    suites.set(file, cases);
    const known = cases.get(name) ?? { name, findings: [] };
    cases.set(name, known);
    return known;
  };
  for (const { file, scope } of review.budgets) caseFor(pathOf({ file }), budgetName(scope));
  for (const { head } of review.workloads) if (head) caseFor(pathOf(head), `workload ${inert(head.name)}`);
  for (const finding of reportFindings(review)) caseFor(pathOf(finding), nameOf(finding)).findings.push(finding);
  if (suites.size === 0) caseFor("video-budget.yml", "manifest");
  return new Map([...suites].map(([file, cases]) => [file, [...cases.values()]]));
}

/** The name of the test that a finding belongs to. If a workload of an included file exceeds a limit, the test is in that file's suite. */
function nameOf({ code, owner, workload }: ReportFinding): string {
  if (workload !== null) return `workload ${inert(workload)}`;
  if (code.startsWith("increase-")) return "increase";
  return code.startsWith("budget-") || (code === "pre-existing" && owner !== "") ? budgetName(owner) : "manifest";
}

function budgetName(scope: string): string {
  return `budget ${inert(scope)}`;
}

function caseOf(file: string, { name, findings }: Case): string {
  const start = `    <testcase classname="${xml(inert(file, 4096))}" name="${xml(name)}"`;
  if (findings.length === 0) return `${start}/>`;
  const failures = findings.filter(({ level }) => level === "error");
  const said = findings.filter(({ level }) => level !== "error");
  return [
    `${start}>`,
    ...failures.map((one) => `      <failure type="${xml(one.code)}" message="${xml(one.message)}">${xml(placed(one))}</failure>`),
    ...(said.length === 0 ? [] : [`      <system-out>${said.map((one) => xml(placed(one))).join("\n")}</system-out>`]),
    "    </testcase>",
  ].join("\n");
}

function placed({ line, column, message, ...rest }: ReportFinding): string {
  return `${inert(pathOf(rest), 4096)}:${line}:${column}: ${message}`;
}

function property(group: WorkloadGroup): string {
  return `      <property name="${xml(groupLabel(group))}" value="${group.figures ? round(group.figures.expected) : ""}"/>`;
}

function totals(cases: readonly Case[]): string {
  return `tests="${cases.length}" failures="${cases.filter(({ findings }) => findings.some(({ level }) => level === "error")).length}"`;
}
