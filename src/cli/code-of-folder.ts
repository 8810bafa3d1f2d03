import { codeReview } from "../declared/code-review.ts";
import { scanSettings } from "../declared/policy.ts";
import type { CodeReview } from "../declared/result.ts";
import { loadDetectors } from "../files/detectors.ts";
import { diskReader, repositoryOf } from "../files/disk.ts";
import { sourceTree } from "../files/source-tree.ts";
import { type Gathered, gather } from "../gather.ts";
import { MANIFEST_NAMES } from "../manifest/first.ts";
import { rates } from "../money/convert.ts";
import { findModel, retiredSince } from "../prices/find.ts";
import type { Scanned, ScanRow } from "../report/scan/row.ts";
import type { CodeFinding, ScanResult, SourceFile } from "../scan/finding.ts";
import { scanFiles } from "../scan/scan.ts";
import { bookWithFiles } from "./prices/price-book.ts";
import type { Fx } from "./prices/prices.ts";
import { type Options, type Terminal, today, UsageError } from "./terminal.ts";

export type ScanCommandOptions = Options & Fx & { ignore: string[]; manifest: string[]; write: boolean; perMonth?: number };

/** Code and manifests of a working directory, compared with each other. `retired`: the day from which a finding's model can no longer be used. */
export type CodeOfFolder = { found: ScanResult; code: CodeReview; side: Gathered; retired: (finding: CodeFinding) => string | null };

/** Reads the code of paths, and the manifests of the working directory that own it. @throws UsageError if a path is not there */
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

/** What a report on code is made of: each finding with what one clip costs, and the workloads that declare it. */
export function scannedOf({ found, code, retired }: CodeOfFolder): Scanned {
  const held = new Map(code.held.map((one) => [one.finding, one]));
  const rows = found.findings.map((finding): ScanRow => {
    const one = held.get(finding);
    return { finding, job_price: one?.job_price ?? null, retired: retired(finding), declared_by: one?.declared_by.map(({ name }) => name) ?? [] };
  });
  return { ...found, rows };
}

/** Manifests by their default names, in any folder. A workflow may be called `.github/workflows/video-budget.yml` and is none. */
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

/** Files one after the other, each read when the scanner comes to it. */
function* contents(files: ReturnType<typeof sourceTree>): Generator<SourceFile> {
  for (const { path, bytes } of files) yield { path, content: bytes() };
}
