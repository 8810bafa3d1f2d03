import { distance } from "fastest-levenshtein";

/** The longest name for which candidates are looked for. No real name is longer, and long names take long to compare. */
const LONGEST_NAME = 200;

/** Two adjacent letters that are swapped, as in `modle`, count as one edit. */
const SWAPPED = 1;

/**
 * The candidate that a misspelled name most likely means, for a hint. Names are never matched this way.
 * @returns null if every candidate needs more than two edits, and more than a third of the name's length
 */
export function nearest(name: string, candidates: readonly string[]): string | null {
  return nearestFew(name, candidates, 1)[0] ?? null;
}

/** The candidates that a misspelled name may mean, the most likely first: by the number of edits, then those as long as the name, then in their own order. */
export function nearestFew(name: string, candidates: readonly string[], most = 3): string[] {
  if (name.length > LONGEST_NAME) return [];
  const limit = Math.max(2, Math.floor(name.length / 3)) + 1;
  const written = name.toLowerCase();
  const near = candidates.flatMap((candidate) => {
    // Each additional character of the longer name is an edit.
    const longer = Math.abs(candidate.length - name.length);
    if (longer >= limit) return [];
    const meant = candidate.toLowerCase();
    const edits = isSwap(written, meant) ? SWAPPED : distance(written, meant);
    return edits < limit ? [{ candidate, score: edits + (longer > 0 ? 0.5 : 0) }] : [];
  });
  return [...near]
    .sort((a, b) => a.score - b.score)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** Whether two texts differ only in two adjacent letters that are swapped. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at + 1 < a.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
