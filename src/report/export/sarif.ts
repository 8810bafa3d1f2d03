import type { WorkloadGroup } from "../../review/groups.ts";
import type { Review } from "../../review/result.ts";
import { ACTION, REPOSITORY, VERSION } from "../../version.ts";
import { groupJson } from "../review/json.ts";
import { pathOf, type ReportFinding, reportFindings } from "./findings.ts";

const LEVELS = { error: "error", warning: "warning", notice: "note" } as const;

/**
 * The findings as SARIF 2.1.0, for code scanning: one run with a rule for each code that occurs and a result for each finding.
 * @param groups are added to the properties of the run
 */
export function toSarif(review: Review, groups: readonly WorkloadGroup[] | null): string {
  const findings = reportFindings(review);
  const rules = [...new Set(findings.map(({ code }) => code))].sort();
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Video Budget",
            semanticVersion: VERSION,
            ...(ACTION !== null && { informationUri: `https://github.com/${REPOSITORY}` }),
            rules: rules.map((id) => ({ id, name: pascal(id), shortDescription: { text: id.replaceAll("-", " ") } })),
          },
        },
        columnKind: "utf16CodeUnits",
        results: findings.map((finding) => resultOf(finding, rules.indexOf(finding.code))),
        properties: { verdict: review.verdict, ...(groups && { groups: groups.map(groupJson) }) },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultOf({ code, key, level, line, column, message, ...rest }: ReportFinding, ruleIndex: number): object {
  return {
    ruleId: code,
    ruleIndex,
    level: LEVELS[level],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(pathOf(rest)) }, region: { startLine: line, startColumn: column } } }],
    partialFingerprints: { "videoBudget/v1": key },
  };
}

/** A path as a relative URI. Each segment is escaped; the slashes stay. */
function uriOf(path: string): string {
  return path
    .replace(/\p{Cs}/gu, "\ufffd")
    .split("/")
    .map((part) => encodeURIComponent(part))
    .join("/");
}

/** The form that SARIF requires for a rule's name: `budget-exceeded` becomes `BudgetExceeded`. */
function pascal(code: string): string {
  return code.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
