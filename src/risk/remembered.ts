import type { Assumption } from "../engine/assumption.ts";
import type { Book } from "../prices/book.ts";
import type { Problem } from "../problem.ts";
import type { Risk } from "./risk.ts";

/** A workload of which something is uncertain, worked out. */
export type Uncertain = { risk: Risk; assumptions: () => readonly Assumption[]; problems: () => readonly Problem[] };

/** By the price book, and by all else that a workload's month depends on. */
const known = new WeakMap<Book, Map<string, Uncertain>>();

/** When more than these are known, all are forgotten. */
const MOST_KEPT = 20_000;

/**
 * Works out a workload that is declared so once. Base and head of a change have most workloads in common, and a side that is judged
 * again with one workload edited has all others as they were.
 * @param declared all that the month depends on beside the book, as text
 */
export function remembered(book: Book, declared: string, make: () => Uncertain): Uncertain {
  const of = known.get(book) ?? new Map<string, Uncertain>();
  known.set(book, of);
  const found = of.get(declared);
  if (found) return found;
  const made = make();
  if (of.size >= MOST_KEPT) of.clear();
  of.set(declared, made);
  return made;
}
