import type { Assumption } from "../engine/assumption.ts";
import type { Book } from "../prices/book.ts";
import type { Problem } from "../problem.ts";
import { once } from "./model/once.ts";
import type { Risk } from "./risk.ts";

/** The results for a workload that has something uncertain. */
export type Uncertain = { risk: Risk; assumptions: () => readonly Assumption[]; problems: () => readonly Problem[] };

type Known = { declared: () => string; made: Uncertain };

/** Results by price book, then by the name of the workload. */
const known = new WeakMap<Book, Map<string, Known[]>>();

/** At most this many workloads of one price book are kept, and this many results of a workload. When there are more, all are dropped. */
const MOST_KEPT = { workloads: 5_000, results: 50 };

/**
 * Computes each distinct workload once. The base and head of a change have most workloads in common.
 * @param name the file and name of the workload
 * @param declared everything else that the monthly cost depends on, except the book, as text. It is called only if the name comes up again
 */
export function remembered(book: Book, name: string, declared: () => string, make: () => Uncertain): Uncertain {
  const of = known.get(book) ?? new Map<string, Known[]>();
  known.set(book, of);
  const results = of.get(name) ?? [];
  const text = once(declared);
  const found = results.find((one) => one.declared() === text());
  if (found) return found.made;
  const made = make();
  if (!of.has(name) && of.size >= MOST_KEPT.workloads) of.clear();
  of.set(name, [...(results.length < MOST_KEPT.results ? results : []), { declared: text, made }]);
  return made;
}
