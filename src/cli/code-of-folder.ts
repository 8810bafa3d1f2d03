import { codeReview } from "../declared/code-review.ts";
import { scanSettings } from "../declared/policy.ts";
import type { CodeReview } from "../declared/result.ts";
import { loadDetectors } from "../files/detectors.ts";
import { diskReader, repositoryOf } from "../files/disk.ts";
import { sourceTree } from "../files/source-tree.ts";
import { type Gathered, gather } from "../gather.ts";
import { MANIFEST_NAMES } from "../manifest/names.ts";
import { rates } from "../money/convert.ts";
import { findModel, retiredSince } from "../prices/find.ts";
import type { Scanned, ScanRow } from "../report/scan/row.ts";
import type { CodeFinding, ScanResult, SourceFile } from "../scan/finding.ts";
import { scanFiles } from "../scan/scan.ts";
import { bookWithFiles } from "./prices/price-book.ts";
import type { Fx } from "./prices/prices.ts";
import { type Options, type Terminal, today, UsageError } from "./terminal.ts";

export type ScanCommandOptions = Options & Fx & { ignore: string[]; manifest: string[]; write: boolean; perMonth?: number };

/** The code of a working directory compared with its manifests. `retired`: gives the day since which a finding's model is retired, or null. */
export type CodeOfFolder = { found: ScanResult; code: CodeReview; side: Gathered; retired: (finding: CodeFinding) => string | null };

/** Reads the code in some paths, and the manifests of the working directory that own it. @throws UsageError if a path does not exist */
export async function readCodeOfFolder(
  paths: readonly string[],
  options: Pick<ScanCommandOptions, "prices" | "date" | "fx" | "ignore" | "manifest">,
  terminal: Terminal,
): Promise<CodeOfFolder> {
  const { cwd } = terminal;
  const book = await bookWithFiles(options, terminal);
  const roots = options.manifest.length > 0 ? options.manifest : manifestsBelow(cwd);
  const side = await gather(diskReader(cwd, [repositoryOf(cwd)]), roots, book.snapshot);
  const settings = scanSettings(side, null, new Map());
  const scanning = { ...settings, ignore: [...(settings.ignore ?? []), ...options.ignore] };
  const found = scanFiles(contents(treeOf(paths.length > 0 ? paths : ["."], cwd)), loadDetectors(terminal.folder), book, scanning);
  const date = options.date ?? today();
  const market = { date, rates: rates({ ...side.manifests[0]?.settings.fx, ...options.fx }) };
  const isPart = paths.length > 0;
  const code = codeReview({ head: found, base: null, side, baseSide: null, renamed: new Map(), book, market, unread: [] });
  const retired = ({ provider, model }: CodeFinding): string | null => {
    const seller = book.provider(provider);
    const known = seller && model !== null ? findModel(seller, model) : undefined;
    return known ? retiredSince(known, date) : null;
  };
  // The call of a workload may be in the part of the code that was not read.
  return { found, code: isPart ? { ...code, problems: code.problems.filter(({ code: id }) => id !== "unused-workload") } : code, side, retired };
}

/** The input of a report on code: each finding with the price of one job and the workloads that declare it. */
export function scannedOf({ found, code, retired }: CodeOfFolder): Scanned {
  const matched = new Map(code.matched.map((one) => [one.finding, one]));
  const rows = found.findings.map((finding): ScanRow => {
    const one = matched.get(finding);
    return { finding, job_price: one?.job_price ?? null, retired: retired(finding), declared_by: one?.declared_by.map(({ name }) => name) ?? [] };
  });
  return { ...found, rows };
}

/** Manifests with a default name, in any folder. A workflow can have that name, too (`.github/workflows/video-budget.yml`), and is not a manifest. */
function manifestsBelow(cwd: string): string[] {
  return treeOf(["."], cwd)
    .map(({ path }) => path)
    .filter((path) => !/(^|\/)\.github\/workflows\//.test(path) && MANIFEST_NAMES.some((name) => path === name || path.endsWith(`/${name}`)));
}

function treeOf(paths: readonly string[], cwd: string): ReturnType<typeof sourceTree> {
  try {
    return sourceTree(paths, cwd);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Reads files one by one, each when the scanner reaches it. */
function* contents(files: ReturnType<typeof sourceTree>): Generator<SourceFile> {
  for (const { path, bytes } of files) yield { path, content: bytes() };
}
