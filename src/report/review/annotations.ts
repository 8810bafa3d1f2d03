import { driverOf } from "../../budget/driver.ts";
import { membersOf } from "../../budget/members.ts";
import type { Reason } from "../../budget/reason.ts";
import type { ProblemCode } from "../../problem.ts";
import type { Review } from "../../review/result.ts";
import { locate } from "../../yaml/locate.ts";
import { inert } from "../layout/escape.ts";
import { inFull } from "../words/messages.ts";
import { ERROR_BY_POLICY, requiredActions } from "./actions.ts";

/** An annotation of a line of a file. Lines and columns count from 1. */
export type ReportAnnotation = {
  /** The code of the reason or of the problem. */
  code: string;
  /** The subject within the file: the scope of a limit, or the path of a value such as `workloads.teaser.model`; "" for the file as a whole. */
  owner: string;
  /** The workload that a problem belongs to; null if it belongs to none. */
  workload: string | null;
  level: "error" | "warning" | "notice";
  file: string;
  line: number;
  column: number;
  title: string;
  message: string;
};

/** GitHub shows this many of each level for one step, and silently drops the rest. */
const SHOWN = 10;

/**
 * Annotations at lines of the manifests: exceeded limits at the workload that drives them, problems, and defaults that nobody
 * chose and that cost money. Other notes are only in the report.
 * @param most the most annotations of each level. The default is what GitHub shows for a step; a separate check run can have more
 * @returns at most that many errors, warnings and notices, and how many more there were
 */
export function annotationsOf(review: Review, most: number = SHOWN): { annotations: ReportAnnotation[]; left: number } {
  // The runner and the API get the path as it is. A path with control characters would not match a line, so it is left out.
  const all = [...limits(review), ...problems(review)].map((one) => (/\p{Cc}/u.test(one.file) ? { ...one, file: inert(one.file) } : one));
  const annotations = (["error", "warning", "notice"] as const).flatMap((level) => all.filter((one) => one.level === level).slice(0, most));
  return { annotations, left: all.length - annotations.length };
}

/** Titles of the reasons that get an annotation of their own. */
const LIMITS: Readonly<Partial<Record<Reason["code"], string>>> = {
  "budget-exceeded": "Over budget",
  "budget-near": "Close to the budget",
  "increase-exceeded": "Increase too large",
  "increase-warned": "Large increase",
  "pre-existing": "Already over budget on the base branch",
  "manifest-removed": "Manifest removed",
};

/** Notes that get an annotation. Each belongs to a workload that the change touches. */
const NOTICED: ReadonlySet<ProblemCode> = new Set<ProblemCode>(["silent-cost"]);

function limits(review: Review): ReportAnnotation[] {
  return requiredActions(review, "text").flatMap(({ reason, says, todo }): ReportAnnotation[] => {
    const title = LIMITS[reason.code];
    if (title === undefined || (reason.code === "pre-existing" && reason.scope === null)) return [];
    return [
      {
        code: reason.code,
        owner: reason.scope ?? "",
        workload: null,
        level: reason.level === "warn" ? "warning" : "error",
        ...placeOf(reason, review),
        title: `Video Budget: ${title}`,
        message: [says, ...todo].join(" "),
      },
    ];
  });
}

/** The place of a limit's annotation: the workload whose increase drives it, or the limit itself if no workload increases. */
function placeOf({ code, file, scope }: Reason, { from, workloads }: Review): Pick<ReportAnnotation, "file" | "line" | "column"> {
  const driver = code === "manifest-removed" ? null : driverOf(membersOf(file, scope ?? "total", from.head, from.now), workloads);
  if (driver?.isIncrease) return { file: driver.head.file, ...locate(from.head.files.get(driver.head.file), { path: ["workloads", driver.head.name] }) };
  const key = scope === null || scope === "total" ? ["budget", "monthly"] : ["budget", "scopes", scope, "monthly"];
  return { file, ...locate(from.head.files.get(file), { path: key }) };
}

/** Annotations of problems. As in the verdict, an error in a part that the change does not touch and that base has, too, is only a warning. */
function problems({ problems: all, reasons, workloads }: Review): ReportAnnotation[] {
  const fresh = reasons.some(({ code }) => code === "invalid");
  const old = new Set(workloads.flatMap(({ pre_existing, head }) => (pre_existing && head ? [`${head.file}\n${head.name}`] : [])));
  const stale = new Set(
    reasons.flatMap(({ code, file, args: { workloads: names } }) =>
      code === "stale-price" && Array.isArray(names) ? names.map((name) => `${file}\n${name}`) : [],
    ),
  );
  return all.flatMap((problem): ReportAnnotation[] => {
    const { code, severity, file, line, column, path } = problem;
    if (severity === "note" && !NOTICED.has(code)) return [];
    const isOld =
      code === "stale-price"
        ? !stale.has(`${file}\n${path[1]}`)
        : ERROR_BY_POLICY.has(code)
          ? false
          : !fresh || (path[0] === "workloads" && old.has(`${file}\n${path[1]}`));
    const level = severity === "note" ? "notice" : severity === "error" && isOld ? "warning" : severity;
    const workload = path[0] === "workloads" && path[1] !== undefined ? String(path[1]) : null;
    return [
      { code, owner: path.join("."), workload, level, file, line, column, title: `Video Budget: ${code.replaceAll("-", " ")}`, message: inFull(problem) },
    ];
  });
}
