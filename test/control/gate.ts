import { gatherUnderBase } from "../../src/control/under-base.ts";
import { gather } from "../../src/gather.ts";
import { LOCK_NAME } from "../../src/lock/lock-file.ts";
import { isEdited, type LockFiles } from "../../src/lock/ruling-lock.ts";
import type { Book } from "../../src/prices/book.ts";
import type { Review } from "../../src/review/result.ts";
import { review } from "../../src/review/review.ts";
import { distributionsFor } from "../../src/risk/needs-distributions.ts";
import { ACME, bookOfFiles, readerOf } from "../in-memory.ts";

export type Files = Readonly<Record<string, string | object>>;

export type Options = {
  roots?: string[];
  /** Manifests that base's rules read on head; head's own by default. */
  underBase?: string[];
  /** Base's path of head files. */
  renamed?: Record<string, string>;
  /** The same under base's rules, if that differs. */
  underBaseRenamed?: Record<string, string>;
  book?: Book;
  date?: string;
};

/** A pull request from `base` to `head` as the gate judges it: under its own controls and under base's. */
export async function gate(base: Files, head: Files, options: Options = {}): Promise<Review> {
  const { roots = ["video-budget.yml"], book = bookOfFiles(ACME), date = "2026-11-22" } = options;
  const renamed = new Map(Object.entries(options.renamed ?? {}));
  const there = (files: Files, paths: readonly string[]): string[] => paths.filter((path) => Object.hasOwn(files, path));
  const reader = readerOf(head);
  const now = await gather(reader, there(head, roots), book.snapshot);
  const before = await gather(readerOf(base), [...new Set([...there(base, roots), ...there(base, [...renamed.values()])])], book.snapshot);
  const lockOf = (files: Files): Buffer | null => (Object.hasOwn(files, LOCK_NAME) ? Buffer.from(String(files[LOCK_NAME])) : null);
  const lock: LockFiles = { file: LOCK_NAME, ruling: lockOf(base), head: lockOf(head) };
  const underBase = await gatherUnderBase({
    editedLock: isEdited(lock) ? LOCK_NAME : null,
    reader,
    roots: there(head, options.underBase ?? roots),
    book,
    prices: [],
    head: now,
    base: before,
    renamed: options.underBaseRenamed ? new Map(Object.entries(options.underBaseRenamed)) : renamed,
  });
  return review({ head: now, base: before, book, date, renamed, lock, underBase, distributions: await distributionsFor(now, before, underBase?.side ?? null) });
}

/** The same for one manifest. */
export function gateOne(base: object | string, head: object | string): Promise<Review> {
  return gate({ "video-budget.yml": base }, { "video-budget.yml": head });
}
