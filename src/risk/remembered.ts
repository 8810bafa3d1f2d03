import type { Assumption } from "../engine/assumption.ts";
import type { Book } from "../prices/book.ts";
import type { Problem } from "../problem.ts";
import type { Risk } from "./risk.ts";

/** The results for a workload that has something uncertain. */
export type Uncertain = { risk: Risk; assumptions: () => readonly Assumption[]; problems: () => readonly Problem[] };

/** Results by price book, then by everything else that a workload's monthly cost depends on. */
const known = new WeakMap<Book, Map<string, Uncertain>>();

/** At most this many results are kept for one price book. When there are more, all are dropped. */
const MOST_KEPT = 20_000;

/**
 * Computes each distinct workload once. The base and head of a change have most workloads in common. A lever edits one workload and
 * leaves all others as they were.
 * @param declared everything that the monthly cost depends on, except the book, as text
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
