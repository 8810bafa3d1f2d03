import { type Gathered, reach } from "../gather.ts";
import type { DeclaredWorkload } from "../manifest/parse.ts";
import type { Decimal } from "../money/decimal.ts";
import type { Book } from "../prices/book.ts";
import { overlay } from "../prices/overlay.ts";
import { type CodeFinding, type CodePlace, ROLES } from "../scan/finding.ts";
import { parameterDrifts } from "./drift.ts";
import type { Drift, MatchedFinding } from "./result.ts";
import { isElsewhere, isInCode, isOfProvider, isSameModel } from "./same-model.ts";

export type MatchInput = {
  findings: readonly CodeFinding[];
  /** The manifests, with the settings and the `code` that apply. */
  side: Gathered;
  book: Book;
  /** The list price in USD of one job of a finding; null if it is unknown. */
  priceOf: (finding: CodeFinding) => Decimal | null;
  /**
   * Whether the workload's own call existed before the change. If that call is gone now, another model in the workload's `code` replaced it.
   * Absent if all code was read: a call that was not found does not exist then.
   */
  wasThere?: (workload: DeclaredWorkload) => boolean;
};

/**
 * Compares findings with workloads. The nearest manifest in the folder of a file or above it owns the file. A call in the file is declared
 * by a workload of that manifest, or of one that it includes, with the same provider and model. It is also declared by any such workload
 * whose `code` contains the file. A workload with `code` declares nothing elsewhere. A file that no manifest owns is compared with all of
 * them. Mentions are left out.
 */
export function matchFindings({ findings: all, side, book, priceOf, wasThere }: MatchInput): MatchedFinding[] {
  const findings = all.filter(({ confidence }) => confidence !== "mention");
  const workloads = side.manifests.flatMap(({ workloads: some }) => some).filter(({ keys }) => keys !== null);
  const books = new Map(side.manifests.map(({ file }) => [file, manifestBook(file, side, book)]));
  const bookFor = ({ file }: DeclaredWorkload): Book => books.get(file) ?? book;
  const own = new Map<string, ReadonlySet<string>>();
  const isOwn = ({ file }: DeclaredWorkload, { manifest }: CodeFinding): boolean => {
    if (manifest === null) return true;
    const reached = own.get(manifest) ?? reach(side.includes, manifest);
    own.set(manifest, reached);
    return reached.has(file);
  };
  const declares = (workload: DeclaredWorkload, finding: CodeFinding, { file }: CodePlace): boolean => {
    const inCode = isInCode(workload, file);
    if (inCode === false || (inCode === null && !isOwn(workload, finding))) return false;
    // A model that is chosen at run time is declared by `code`. The provider alone is enough only if the API takes no model.
    if (finding.model === null) return isOfProvider(finding, workload) && (inCode === true || finding.dynamic === null);
    return isSameModel(finding, workload, bookFor(workload));
  };

  const first = findings.map((finding) => {
    const places = judgedPlaces(finding);
    const declared_by = workloads.filter((workload) => places.some((place) => declares(workload, finding, place)));
    const undeclared = places.filter((place) => !declared_by.some((workload) => declares(workload, finding, place)));
    return { finding, declared_by, undeclared };
  });
  const found = new Set(first.flatMap(({ declared_by }) => declared_by));
  const isReplaced = (workload: DeclaredWorkload): boolean => !found.has(workload) && (wasThere?.(workload) ?? true);
  return first.map(({ finding, declared_by, undeclared }) => {
    const drifts: Drift[] = parameterDrifts(finding, declared_by);
    const taken = new Set<CodePlace>();
    for (const place of finding.model === null ? [] : undeclared) {
      const workload = workloads.find((one) => isInCode(one, place.file) === true && isReplaced(one));
      if (!workload?.keys) continue;
      taken.add(place);
      if (drifts.some((drift) => drift.what === "model" && drift.workload === workload)) continue;
      const ids = { code: `${finding.provider}/${finding.model}`, declared: `${workload.keys.provider}/${workload.keys.model}` };
      drifts.push({ what: "model", file: place.file, line: place.line, workload, ...ids });
    }
    const left = undeclared.filter((place) => !taken.has(place));
    const drifting = drifts.flatMap(({ what, workload }) => (what === "model" ? [workload] : []));
    const near = left.length > 0 ? workloads.find((one) => isOwn(one, finding) && isElsewhere(finding, one, bookFor(one))) : undefined;
    return {
      finding,
      job_price: priceOf(finding),
      declared_by: [...declared_by, ...drifting],
      undeclared: left,
      near: near ? { workload: near } : null,
      drifts,
    };
  });
}

/** The calls of a finding; without calls, its constants. A constant beside calls belongs to them. */
function judgedPlaces({ places }: CodeFinding): readonly CodePlace[] {
  const calls = places.filter(({ role }) => ROLES[role] === "call");
  return calls.length > 0 ? calls : places;
}

/** The price book of one manifest: the given book with the manifest's own price files over it. */
export function manifestBook(file: string, side: Gathered, book: Book): Book {
  const own = side.prices.get(file);
  return own ? overlay(book, own.providers, own.snapshot) : book;
}

/** Workloads without a call in the code: neither one of their model, nor one of their provider whose model is chosen at run time. */
export function unusedWorkloads(matched: readonly MatchedFinding[], side: Gathered): DeclaredWorkload[] {
  const used = new Set(matched.flatMap(({ declared_by }) => declared_by));
  const open = matched.filter(({ finding }) => finding.model === null).map(({ finding }) => finding);
  return side.manifests
    .flatMap(({ workloads }) => workloads)
    .filter((workload) => workload.keys !== null && !used.has(workload) && !open.some((finding) => isOfProvider(finding, workload)));
}
