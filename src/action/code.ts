import type { Market } from "../catalog/quote.ts";
import { codeReview, NAMED } from "../declared/code-review.ts";
import { scanSettings } from "../declared/policy.ts";
import type { CodeReview, UnreadCode } from "../declared/result.ts";
import { loadDetectors } from "../files/detectors.ts";
import { sourceTree } from "../files/source-tree.ts";
import { blobReader } from "../github/blobs.ts";
import { changedCode } from "../github/changed-code.ts";
import { rates } from "../money/convert.ts";
import { globOf } from "../notation/glob.ts";
import { vocabularyOf } from "../scan/detect/vocabulary.ts";
import type { ScanOptions, SourceFile } from "../scan/finding.ts";
import { isPackageList, LARGEST, pathKind } from "../scan/paths/path-kind.ts";
import { scanFiles } from "../scan/scan.ts";
import type { Read, Run } from "./read.ts";

/**
 * What the code says beside the manifests. Of a pull request and of the merge queue, what head adds to base, through the API;
 * of a checkout, all of it. Base's settings rule, where a change edits them.
 * @returns null where code is not read: the workflow or every policy says so, or there is neither manifest nor checkout
 * @throws the errors of node:fs, and those of the API that are no answer
 */
export async function readCode({ client, context, inputs, book, bundle }: Run & { bundle: string }, read: Read, date: string): Promise<CodeReview | null> {
  const side = read.underBase?.side ?? read.head;
  const isOff = side.manifests.every(({ settings: { policy } }) => policy.undeclared === "off" && policy.drift === "off");
  if (inputs.scan === "off" || side.manifests.length === 0 || isOff) return null;
  const renamed = read.underBase?.renamed ?? read.renamed;
  const options = scanSettings(side, read.base, renamed);
  const market: Market = { date, rates: rates(side.manifests[0]?.settings.fx ?? {}) };
  const input = { side, baseSide: read.base, renamed, book, market };
  const scanned = (files: Iterable<SourceFile>) => scanFiles(files, loadDetectors(bundle), book, options);

  if (!read.trees) {
    if (read.sides !== null || context.workspace === null) return null;
    const files = sourceTree(["."], context.workspace);
    return codeReview({ ...input, head: scanned(contents(files)), base: null, unread: [] });
  }
  const { head, base } = read.trees;
  const changed = await changedCode(
    head,
    base,
    blobReader(client, Number.POSITIVE_INFINITY),
    kindsOf(options, () => loadDetectors(bundle), book),
  );
  const unread = changed.unread.map(({ files, why }): UnreadCode => ({ count: files.length, files: files.slice(0, NAMED), why }));
  return codeReview({ ...input, head: scanned(changed.head), base: scanned(changed.base), unread });
}

function* contents(files: ReturnType<typeof sourceTree>): Generator<SourceFile> {
  for (const { path, bytes } of files) yield { path, content: bytes() };
}

/** What is code, by the scanner's own rules; the words to look for are loaded where a file is looked into. */
function kindsOf({ ignore = [], models, calls = [] }: ScanOptions, detectors: () => Parameters<typeof vocabularyOf>[0], book: Run["book"]) {
  const ignored = globOf(ignore);
  let words: ReturnType<typeof vocabularyOf>["words"]["any"] | undefined;
  return {
    isCode: (path: string) => pathKind(path) === "read" && !ignored.matches(path),
    isPackageList,
    isWorth: ({ content }: { content: Uint8Array }) => {
      words ??= vocabularyOf(detectors(), book, models).words.any;
      return calls.length > 0 || words.next(content, 0) >= 0;
    },
    largest: LARGEST,
  };
}
