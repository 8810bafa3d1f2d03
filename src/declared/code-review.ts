import type { Reason } from "../budget/reason.ts";
import type { Market } from "../catalog/quote.ts";
import type { Gathered } from "../gather.ts";
import type { DeclaredWorkload } from "../manifest/parse.ts";
import type { Book } from "../prices/book.ts";
import type { CodeFinding, ScanResult } from "../scan/finding.ts";
import { jobPriceOf } from "../scan/job-price.ts";
import { type Located, locate } from "../yaml/locate.ts";
import { addedDrifts, addedIgnores, addedUndeclared } from "./added.ts";
import { manifestBook, matchFindings, unusedWorkloads } from "./match-findings.ts";
import { codePolicy } from "./policy.ts";
import type { CodeReview, Drift, MatchedFinding, UnreadCode } from "./result.ts";

export type CodeInput = {
  head: ScanResult;
  /** The same files at base; null if all of the code was read and nothing is compared. */
  base: ScanResult | null;
  /** Head's manifests, under base's settings where a change edits them. */
  side: Gathered;
  /** Base's manifests; null if nothing is compared. */
  baseSide: Gathered | null;
  renamed: ReadonlyMap<string, string>;
  book: Book;
  market: Market;
  unread: readonly UnreadCode[];
};

/** Compares code with manifests: calls that no workload declares, differences between code and workload, and code that was not read. */
export function codeReview({ head, base, side, baseSide, renamed, book, market, unread: known }: CodeInput): CodeReview {
  const unread = [...known, ...unreadIn(head)];
  const policy = codePolicy(side, baseSide, renamed);
  const priced = (on: Gathered) => (finding: CodeFinding) =>
    jobPriceOf(finding, finding.manifest === null ? book : manifestBook(finding.manifest, on, book), market);
  const before = base && baseSide ? matchFindings({ findings: base.findings, side: baseSide, book, priceOf: () => null }) : null;
  const declaredBefore = new Set(before?.flatMap(({ declared_by }) => declared_by.map(({ file, name }) => `${file}\n${name}`)));
  const wasThere = ({ file, name }: DeclaredWorkload): boolean => declaredBefore.has(`${renamed.get(file) ?? file}\n${name}`);
  const now = matchFindings({ findings: head.findings, side, book, priceOf: priced(side), ...(before && { wasThere }) });

  const levelOf = ({ finding }: MatchedFinding): "warn" | "fail" | "off" => policy(finding.manifest).undeclared;
  const all = before ? addedUndeclared(now, before) : now.filter(({ undeclared }) => undeclared.length > 0);
  const undeclared = all.filter((one) => levelOf(one) !== "off");
  const drifts = before ? addedDrifts(now, before) : now.flatMap((one) => one.drifts);
  const drifting = drifts
    .map((drift) => ({ drift, level: policy(drift.workload.file).drift }))
    .filter((one): one is { drift: Drift; level: "note" | "warn" | "fail" } => one.level !== "off");
  const watched = (workload: DeclaredWorkload): boolean => policy(workload.file).undeclared !== "off";
  const unused = before ? [] : unusedWorkloads(now, side).filter(watched);
  return {
    scope: base ? "change" : "tree",
    held: now,
    undeclared,
    ignored: base ? addedIgnores(head.ignored, base.ignored) : head.ignored,
    unread,
    reasons: [...undeclaredReasons(undeclared, levelOf), ...driftReasons(drifting), ...unreadReasons(unread)],
    problems: [
      ...undeclared.map((one) => undeclaredProblem(one, levelOf(one))),
      ...drifting.map(({ drift, level }) => driftProblem(drift, level)),
      ...unused.map((one) => unusedProblem(one, side)),
      ...unread.map((one) => unreadProblem(one, side)),
    ],
  };
}

/** At most this many unread files are named in a report. */
export const NAMED = 5;
const NO_LIMIT = { scope: null, limit: null, value: null, figure: null } as const;
const SEVERITY = { note: "note", warn: "warning", fail: "error" } as const;

/** The name of a finding: `provider/model`, or the provider and what decides the model. */
export function callName({ provider, model, dynamic }: CodeFinding): string {
  return model === null ? `${provider}${dynamic === null ? "" : ` (${dynamic})`}` : `${provider}/${model}`;
}

/** One reason for each manifest and level. */
function undeclaredReasons(undeclared: readonly MatchedFinding[], levelOf: (one: MatchedFinding) => "warn" | "fail" | "off"): Reason[] {
  const files = [...new Set(undeclared.map(({ finding }) => finding.manifest ?? ""))];
  return files.flatMap((file) =>
    (["fail", "warn"] as const).flatMap((level): Reason[] => {
      const some = undeclared.filter((one) => (one.finding.manifest ?? "") === file && levelOf(one) === level);
      return some.length === 0 ? [] : [{ code: "undeclared-call", level, file, ...NO_LIMIT, args: { calls: some.map(({ finding }) => callName(finding)) } }];
    }),
  );
}

function driftReasons(drifting: readonly { drift: Drift; level: "note" | "warn" | "fail" }[]): Reason[] {
  return (["model-drift", "parameter-drift"] as const).flatMap((code) =>
    (["fail", "warn"] as const).flatMap((level) => {
      const some = drifting
        .filter((one) => one.level === level && (one.drift.what === "model") === (code === "model-drift"))
        .map(({ drift }) => drift.workload);
      const files = [...new Set(some.map(({ file }) => file))];
      return files.map((file): Reason => {
        const names = [...new Set(some.filter((one) => one.file === file).map(({ name }) => name))];
        return { code, level, file, ...NO_LIMIT, args: { workloads: names } };
      });
    }),
  );
}

/** Files that the scanner left out, so that their calls are unknown. */
function unreadIn({ left_out }: ScanResult): UnreadCode[] {
  return (["too-large", "tangled", "unreadable"] as const).flatMap((why) => {
    const files = left_out.filter((one) => one.why === why).map(({ file }) => file);
    return files.length === 0 ? [] : [{ count: files.length, files: files.slice(0, NAMED), why }];
  });
}

function unreadReasons(unread: readonly UnreadCode[]): Reason[] {
  const count = unread.reduce((sum, one) => sum + one.count, 0);
  return count === 0 ? [] : [{ code: "scan-incomplete", level: "warn", file: "", ...NO_LIMIT, args: { count } }];
}

function undeclaredProblem({ finding, undeclared, job_price, near }: MatchedFinding, level: "warn" | "fail" | "off"): Located {
  const [place = { file: "", line: 1 }] = undeclared;
  return {
    code: "undeclared-call",
    severity: level === "fail" ? "error" : "warning",
    file: place.file,
    path: [],
    line: place.line,
    column: 1,
    args: {
      provider: finding.provider,
      model: finding.model,
      dynamic: finding.dynamic,
      job_price: job_price === null ? null : Number(job_price.round(6)),
      more: undeclared.length - 1,
      near: near?.workload.name ?? null,
      elsewhere: near?.workload.keys?.provider ?? null,
    },
  };
}

function driftProblem({ what, file, line, workload, code, declared }: Drift, level: "note" | "warn" | "fail"): Located {
  return {
    code: what === "model" ? "model-drift" : "parameter-drift",
    severity: SEVERITY[level],
    file,
    path: [],
    line,
    column: 1,
    args: { key: what, workload: workload.name, manifest: workload.file, code, declared },
  };
}

function unusedProblem({ file, name }: DeclaredWorkload, side: Gathered): Located {
  const problem = { code: "unused-workload", severity: "note", file, path: ["workloads", name], args: {} } as const;
  return { ...problem, ...locate(side.files.get(file), problem) };
}

function unreadProblem({ count, files, why }: UnreadCode, side: Gathered): Located {
  return { code: "scan-incomplete", severity: "warning", file: side.manifests[0]?.file ?? "", path: [], line: 1, column: 1, args: { count, files, why } };
}
