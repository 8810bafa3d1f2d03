import type { ReasonCode } from "../../budget/reason.ts";
import type { Review } from "../../review/result.ts";
import { inert } from "../layout/escape.ts";
import { requiredActions } from "../review/actions.ts";
import { annotationsOf, type ReportAnnotation } from "../review/annotations.ts";

/** A finding at a line of a file, for the formats of other tools. */
export type ReportFinding = ReportAnnotation & {
  /** Identifies the finding: it stays the same in later runs even if its line moves, and is unique in a report. */
  key: string;
};

/** Reasons that already have an annotation at a line, either their own or those of their problems. */
const ON_LINES: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  "invalid",
  "unpriced",
  "stale-price",
  "retires-soon",
  "pre-existing",
  "budget-exceeded",
  "budget-near",
  "increase-exceeded",
  "increase-warned",
  "manifest-removed",
  "silent-cost",
]);

/** Every exceeded limit, every other reason of the verdict, and every problem except notes without an annotation. There is no maximum number. */
export function reportFindings(review: Review): ReportFinding[] {
  const others = requiredActions(review, "text").flatMap(({ reason, says, todo }): ReportAnnotation[] =>
    ON_LINES.has(reason.code)
      ? []
      : [
          {
            code: reason.code,
            owner: reason.scope ?? "",
            workload: null,
            level: reason.level === "warn" ? "warning" : "error",
            file: reason.file,
            line: 1,
            column: 1,
            title: `Video Budget: ${reason.code.replaceAll("-", " ")}`,
            message: [says, ...todo].join(" "),
          },
        ],
  );
  const seen = new Map<string, number>();
  return [...annotationsOf(review, Number.POSITIVE_INFINITY).annotations, ...others].map((one) => {
    const key = [one.code, inert(one.file, 4096), inert(one.owner, 4096)].join(":");
    const again = (seen.get(key) ?? 0) + 1;
    seen.set(key, again);
    return { ...one, key: again === 1 ? key : `${key}:${again}` };
  });
}

/** The path of a finding's file: `stdin` for standard input, and the default path for a missing manifest. */
export function pathOf({ file }: Pick<ReportFinding, "file">): string {
  if (file === "-") return "stdin";
  return file === "" ? "video-budget.yml" : file;
}
