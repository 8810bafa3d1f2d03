import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { exitCode } from "../budget/verdict.ts";
import { loadBook } from "../files/book.ts";
import { type Gathered, gather, type Reader } from "../gather.ts";
import type { Book } from "../prices/book.ts";
import type { Review } from "../review/result.ts";
import { review } from "../review/review.ts";
import { distributionsFor } from "../risk/needs-distributions.ts";
import { manifestsOf } from "./manifests.ts";
import { type Options, type Terminal, today, UsageError, write } from "./terminal.ts";

/** `base`: what to compare with. `lock`: the lock of prices, where it is not the usual one. */
export type CheckedOptions = Options & { base?: string; lock?: string };

/** `video-budget check`: one report on the manifests named. @returns the exit code. @throws UsageError, GitError, I/O errors */
export async function check(manifests: readonly string[], options: CheckedOptions, terminal: Terminal): Promise<number> {
  const result = await reviewOf(manifests, options, terminal);
  await write(await render(result, options, terminal), options, terminal);
  return exitCode(result.verdict);
}

/** Reads both sides and reviews them, for every command that needs a report. */
export async function reviewOf(manifests: readonly string[], options: CheckedOptions, terminal: Terminal): Promise<Review> {
  const { cwd, folder, process } = terminal;
  const book = loadBook(folder);
  const { roots, reader } = await manifestsOf(manifests, cwd, process);
  const head = await gather(reader, roots, book.snapshot, options.prices);
  const compared = options.base === undefined ? null : await baseOf(options.base, roots, book, options, terminal);
  const { base, renamed } = compared ?? { base: null, renamed: new Map() };
  const { locksOf } = await import(/* webpackMode: "eager" */ "./lock.ts");
  const lock = await locksOf(options.lock, head, compared?.reader ?? null, cwd);
  return review({ head, base, book, date: options.date ?? today(), renamed, lock, distributions: await distributionsFor(head, base) });
}

/** `reader`: of the commit that is compared with; null where it is a file. */
type BaseSide = { base: Gathered; renamed: Map<string, string>; reader: Reader | null };

/** What to compare with: an existing file, else the merge base of a git ref and HEAD. */
async function baseOf(named: string, roots: readonly string[], book: Book, { prices }: Options, { cwd, process }: Terminal): Promise<BaseSide> {
  if (existsSync(resolve(cwd, named))) {
    const [head, ...others] = roots;
    if (head === undefined || others.length > 0) throw new UsageError("--base FILE compares one manifest with one file; name one manifest, or a git ref.");
    const { roots: files, reader } = await manifestsOf([named], cwd, process);
    return { base: await gather(reader, files, book.snapshot, prices), renamed: new Map([[head, files[0] as string]]), reader: null };
  }
  const { GitError, gitReader, localMergeBase, renamesSince } = await import(/* webpackMode: "eager" */ "../files/git.ts");
  try {
    const sha = await localMergeBase(named, cwd);
    const reader = await gitReader(sha, cwd);
    const renames = await renamesSince(sha, cwd);
    const found = await Promise.all(
      roots.map(async (root) => {
        if ((await reader.read(root)) !== null) return root;
        const before = renames.get(root);
        return before !== undefined && (await reader.read(before)) !== null ? before : undefined;
      }),
    );
    const renamed = new Map([...renames].filter(([, before]) => before !== undefined));
    return {
      base: await gather(
        reader,
        found.filter((root) => root !== undefined),
        book.snapshot,
        prices,
      ),
      renamed,
      reader,
    };
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    const said = error.message || "no such commit";
    throw new UsageError(`--base ${named}: it is neither a file nor a commit that git can compare with (${said}). In CI, check out with fetch-depth: 0.`);
  }
}

async function render(result: Review, { format, verbose }: Options, { color, width }: Terminal): Promise<string> {
  if (format === "json") return (await import(/* webpackMode: "eager" */ "../report/review/json.ts")).toJson(result);
  if (format === "markdown") return (await import(/* webpackMode: "eager" */ "../report/review/markdown.ts")).toMarkdown(result, {});
  return (await import(/* webpackMode: "eager" */ "../report/review/text.ts")).toText(result, { width, color, verbose });
}
