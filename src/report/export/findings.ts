import type { ReasonCode } from "../../budget/reason.ts";
import type { Review } from "../../review/result.ts";
import { inert } from "../layout/escape.ts";
import { requiredActions } from "../review/actions.ts";
import { annotationsOf, type ReportAnnotation } from "../review/annotations.ts";

/** Something wrong at a line of a file, as tools of other systems list it. */
export type ReportFinding = ReportAnnotation & {
  /** The same for the same fault in the next run, wherever its line moved to; no two of one report are equal. */
  key: string;
};

/** Reasons that have a line of their own among the annotations, or whose problems have. */
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

/** Every broken limit, every other reason of the verdict, and every problem but notes that have no line of their own; none is left out for its number. */
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

/** The name of the file that a finding is in: a manifest from standard input has none, and a missing one is where it would be. */
export function pathOf({ file }: Pick<ReportFinding, "file">): string {
  if (file === "-") return "stdin";
  return file === "" ? "video-budget.yml" : file;
}
