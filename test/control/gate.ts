import { gatherHeld } from "../../src/control/held.ts";
import { gather } from "../../src/gather.ts";
import type { Book } from "../../src/prices/book.ts";
import { type Review, review } from "../../src/review.ts";
import { distributionsFor } from "../../src/risk/distributions.ts";
import { ACME, bookOfFiles, readerOf } from "../in-memory.ts";

export type Files = Readonly<Record<string, string | object>>;

export type Options = {
  roots?: string[];
  /** Manifests that base's rules read on head; head's own by default. */
  held?: string[];
  /** Base's path of head files. */
  renamed?: Record<string, string>;
  /** The same as base's rules see it, where that is not alike. */
  heldRenamed?: Record<string, string>;
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
  const held = await gatherHeld({
    reader,
    roots: there(head, options.held ?? roots),
    builtIn: book.snapshot,
    prices: [],
    head: now,
    base: before,
    renamed: options.heldRenamed ? new Map(Object.entries(options.heldRenamed)) : renamed,
  });
  return review({ head: now, base: before, book, date, renamed, held, distributions: await distributionsFor(now, before, held?.side ?? null) });
}

/** The same of one manifest. */
export function gateOne(base: object | string, head: object | string): Promise<Review> {
  return gate({ "video-budget.yml": base }, { "video-budget.yml": head });
}
