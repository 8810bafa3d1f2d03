import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { exitCode } from "../budget/verdict.ts";
import { loadBook } from "../files/book.ts";
import { contentsOf, type Gathered, gather, type Reader } from "../gather.ts";
import { nearestFew } from "../notation/nearest.ts";
import type { Book } from "../prices/book.ts";
import { inert } from "../report/layout/escape.ts";
import type { GroupBy } from "../review/group-by.ts";
import { groupsOf } from "../review/groups.ts";
import type { Review } from "../review/result.ts";
import { review } from "../review/review.ts";
import { distributionsFor } from "../risk/needs-distributions.ts";
import { manifestsOf } from "./manifests.ts";
import { type CheckFormat, type Options, type Terminal, today, UsageError, write } from "./terminal.ts";

/**
 * `base`: the git ref or file to compare with. `lock`: the path of the price lock, if not the default. `months`: how many months to show.
 * `actuals`: job logs and bills of this month. `notes`: false if the report shows no notes.
 */
export type CheckedOptions = Omit<Options, "format"> & { base?: string; lock?: string; months?: number; actuals?: readonly string[]; notes?: boolean };

/** `html`: a file for the what-if page, in addition to the report. `groupBy`: the key by which workloads are also summed. */
export type CheckCommandOptions = CheckedOptions & { format: CheckFormat; groupBy?: GroupBy; html?: string };

/** `video-budget check`: one report on the manifests named. @returns the exit code. @throws UsageError, GitError, I/O errors */
export async function check(manifests: readonly string[], options: CheckCommandOptions, terminal: Terminal): Promise<number> {
  const { html, format, verbose } = options;
  const result = await reviewOf(manifests, { ...options, notes: format !== "text" || verbose }, terminal);
  if (html !== undefined) await (await import("./page.ts")).writePlanPage(manifests, { ...options, html }, terminal);
  await write(await render(result, options, terminal), options, terminal);
  return exitCode(result.verdict);
}

/** Reads both sides and reviews them, for every command that needs a report. */
export async function reviewOf(manifests: readonly string[], options: CheckedOptions, terminal: Terminal): Promise<Review> {
  const { cwd, folder, process } = terminal;
  const book = loadBook(folder);
  const { roots, reader } = await manifestsOf(manifests, cwd, process);
  const head = await gather(reader, roots, book.snapshot, { prices: options.prices });
  const compared = options.base === undefined ? null : await baseOf(options.base, { roots, reader }, { book, prices: options.prices }, terminal);
  const { base, renamed } = compared ?? { base: null, renamed: new Map() };
  const { locksOf } = await import("./lock.ts");
  const lock = await locksOf(options.lock, head, compared?.reader ?? null, cwd);
  const result = review({
    head,
    base,
    book,
    date: options.date ?? today(),
    renamed,
    lock,
    distributions: await distributionsFor(head, base),
    ...(options.months !== undefined && { months: options.months }),
    ...(options.notes !== undefined && { notes: options.notes }),
  });
  return options.actuals?.length ? (await import("./logs/actuals.ts")).withBilled(result, options.actuals, terminal) : result;
}

/** The price book, and price files that apply to every manifest. */
type Priced = { book: Book; prices: Options["prices"] };
type HeadFiles = { roots: readonly string[]; reader: Reader };
/** `reader` reads the commit to compare with; null if that is a file. */
type BaseSide = { base: Gathered; renamed: Map<string, string>; reader: Reader | null };

/** Reads the base: an existing file, or else the merge base of a git ref and HEAD. */
async function baseOf(named: string, { roots, reader: now }: HeadFiles, { book, prices }: Priced, { cwd, process }: Terminal): Promise<BaseSide> {
  if (existsSync(resolve(cwd, named))) {
    const [head, ...others] = roots;
    if (head === undefined || others.length > 0) throw new UsageError("--base FILE compares one manifest with one file; name one manifest, or a git ref.");
    const { roots: files, reader } = await manifestsOf([named], cwd, process);
    return { base: await gather(reader, files, book.snapshot, { prices }), renamed: new Map([[head, files[0] as string]]), reader: null };
  }
  const { GitError, gitReader, localMergeBase, refNames, renamesSince } = await import("../files/git.ts");
  try {
    const sha = await localMergeBase(named, cwd);
    const reader = await gitReader(sha, cwd);
    const elsewhere = roots.find((root) => root === "-" || !reader.contains(root));
    if (elsewhere !== undefined) {
      const what = elsewhere === "-" ? "standard input has" : `${inert(elsewhere)} is not in the repository of this folder, so it has`;
      throw new UsageError(`--base ${inert(named)}: ${what} no path at that commit. Name a file of the repository, or give --base a file.`);
    }
    const renames = await renamesSince(sha, cwd);
    const renamed = new Map(renames);
    const found: string[] = [];
    for (const root of roots) {
      const before = await pathAtBase(root, now, reader, renames);
      if (before === undefined) continue;
      found.push(before);
      if (before !== root) renamed.set(root, before);
    }
    return { base: await gather(reader, found, book.snapshot, { prices }), renamed, reader };
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    const near = nearestFew(named, await refNames(cwd));
    const remedy = near.length > 0 ? `Did you mean ${near.map((name) => inert(name)).join(" or ")}?` : "In CI, check out with fetch-depth: 0.";
    throw new UsageError(`--base ${inert(named)}: it is neither a file nor a commit to compare with (${inert(error.message, 300)}). ${remedy}`);
  }
}

/** The path of a manifest on the base side: its own, the one before a rename, or that of the file to which a link leads. */
async function pathAtBase(root: string, now: Reader, base: Reader, renames: ReadonlyMap<string, string>): Promise<string | undefined> {
  const followed = await now.follow(root).catch(() => root);
  for (const path of [root, renames.get(root), followed, renames.get(followed)]) if (path !== undefined && (await contentsOf(base, path)) !== null) return path;
  return undefined;
}

async function render(result: Review, options: CheckCommandOptions, { color, width }: Terminal): Promise<string> {
  const { format, verbose, groupBy: by = null } = options;
  const groups = by ? groupsOf(result, by) : [];
  switch (format) {
    case "text":
      return (await import("../report/review/text.ts")).toText(result, { width, color, verbose, groups });
    case "json":
      return (await import("../report/review/json.ts")).toJson(result, by ? { groups } : {});
    case "markdown":
      return (await import("../report/review/markdown.ts")).toMarkdown(result, { groups });
    case "csv":
      return (await import("../report/export/csv.ts")).toCsv(result, by);
    case "focus":
      return (await import("../report/export/focus.ts")).toFocus(result, by);
    case "junit":
      return (await import("../report/export/junit.ts")).toJunit(result, groups);
    case "sarif":
      return (await import("../report/export/sarif.ts")).toSarif(result, by && groups);
    case "gitlab":
      return (await import("../report/export/gitlab.ts")).toGitlab(result);
    case "slack":
      return (await import("../report/export/slack.ts")).toSlack(result, groups);
    case "badge":
      return (await import("../report/export/badge.ts")).toBadge(result);
  }
}
