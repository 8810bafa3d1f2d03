import { join } from "node:path";
import type { Market } from "../catalog/quote.ts";
import { codeReview, NAMED } from "../declared/code-review.ts";
import { scanSettings } from "../declared/policy.ts";
import type { CodeReview, UnreadCode } from "../declared/result.ts";
import { loadDetectors } from "../files/detectors.ts";
import { fileBytes, sourceTree } from "../files/source-tree.ts";
import { blobName, blobReader, type FileOfCommit } from "../github/blobs.ts";
import { changedCode } from "../github/code/changed-code.ts";
import { otherCode } from "../github/code/other-code.ts";
import { rates } from "../money/convert.ts";
import { globOf } from "../notation/glob.ts";
import { vocabularyOf } from "../scan/detect/vocabulary.ts";
import type { ScanOptions, SourceFile } from "../scan/finding.ts";
import { unlikeliness } from "../scan/paths/likely.ts";
import { isPackageList, LARGEST, pathKind } from "../scan/paths/path-kind.ts";
import { scanFiles } from "../scan/scan.ts";
import type { Read, Run } from "./read.ts";

/**
 * Compares code with the manifests. For a pull request and the merge queue, it reads what head adds to base through the API;
 * for a checkout, it reads all code. If a change edits the settings, base's settings apply.
 * @returns null if code is not read: the workflow or every policy says so, or there is neither manifest nor checkout
 * @throws errors of node:fs, and errors that are not an answer of the API
 */
export async function readCode({ client, context, inputs, book, bundle }: Run & { bundle: string }, read: Read, date: string): Promise<CodeReview | null> {
  const side = rulingSide(read);
  if (!isCodeWanted(inputs, read)) return null;
  const renamed = read.underBase?.renamed ?? read.renamed;
  const options = scanSettings(side, read.base, renamed);
  const market: Market = { date, rates: rates(side.manifests[0]?.settings.fx ?? {}) };
  const input = { side, baseSide: read.base, renamed, book, market };
  let loaded: ReturnType<typeof loadDetectors> | undefined;
  const detectors = () => {
    loaded ??= loadDetectors(bundle);
    return loaded;
  };
  const scanned = (files: Iterable<SourceFile>) => scanFiles(files, detectors(), book, options);

  if (!read.trees) {
    if (isCodeMissing({ context, inputs }, read) || context.workspace === null) return null;
    const files = sourceTree(["."], context.workspace);
    return codeReview({ ...input, head: scanned(contents(files)), base: null, unread: [] });
  }
  const fetch = blobReader(client, Number.POSITIVE_INFINITY);
  const kinds = kindsOf(options, detectors, book);
  const changed = await changedCode(read.trees.head, read.trees.base, fetch, kinds);
  const unread = changed.unread.map(({ files, why }): UnreadCode => ({ count: files.length, files: files.slice(0, NAMED), why }));
  const now: SourceFile[] = [...changed.head];
  const before: SourceFile[] = [...changed.base];
  const compared = (more: readonly UnreadCode[] = []): CodeReview =>
    codeReview({ ...input, head: scanned(now), base: scanned(before), unread: [...unread, ...more] });

  // A call that the change seems to add may already be in a file of base that it does not touch. Such files are read until each call is found or no file is left.
  let review = compared();
  if (!restsOnBase(review)) return review;
  let left = changed.others.length;
  const local = localFile(context.workspace);
  for await (const round of otherCode(changed.others, { client, fetch, local, isWorth: kinds.isWorth, rank: unlikeliness, largest: LARGEST })) {
    left = round.left;
    if (round.files.length === 0) continue;
    before.push(...round.files);
    now.push(...round.files.filter(({ unchanged }) => unchanged));
    review = compared();
    if (!restsOnBase(review)) return review;
  }
  return left === 0 ? review : compared([{ count: left, files: [], why: "base" }]);
}

function rulingSide({ underBase, head }: Read): Read["head"] {
  return underBase?.side ?? head;
}

/** Whether the workflow and a policy want code to be read, and there is a manifest to compare it with. */
function isCodeWanted({ scan }: Run["inputs"], read: Read): boolean {
  return scan !== "off" && rulingSide(read).manifests.some(({ settings: { policy } }) => policy.undeclared !== "off" || policy.drift !== "off");
}

/** Whether code was to be read and there was none: on a push or a schedule, without a checkout that has the manifest. */
export function isCodeMissing({ context, inputs }: Pick<Run, "context" | "inputs">, read: Read): boolean {
  return isCodeWanted(inputs, read) && read.trees === null && (read.sides !== null || context.workspace === null);
}

/** Whether a review reports a call as new, which is only true if base does not make it in another file. */
function restsOnBase({ problems }: CodeReview): boolean {
  return problems.some(({ code }) => code === "undeclared-call" || code === "model-drift");
}

/** A file of the checkout, if its contents have the requested Git hash. It is then the right file, whatever commit is checked out. */
function localFile(workspace: string | null): (file: FileOfCommit) => Uint8Array | null {
  return ({ path, blob, size }) => {
    if (workspace === null) return null;
    const bytes = fileBytes(join(workspace, path));
    return bytes !== null && bytes.length === size && blobName(bytes, blob.length) === blob ? Uint8Array.from(bytes) : null;
  };
}

function* contents(files: ReturnType<typeof sourceTree>): Generator<SourceFile> {
  for (const { path, bytes } of files) yield { path, content: bytes() };
}

/** Decides which paths are code by the scanner's own rules. The words to search for are loaded only when a file is read. */
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
