import { distance } from "fastest-levenshtein";

/** Of a name longer than any that is meant, nothing is near: comparing it would take as long as it is. */
const LONGEST_NAME = 200;

/** Letters beside each other that changed places are one slip, as in `modle`. */
const SWAPPED = 1;

/**
 * The candidate that a misspelt name most likely meant, for a hint. Names are never matched this way.
 * @returns null if nothing is within a third of the name's length.
 */
export function nearest(name: string, candidates: readonly string[]): string | null {
  return nearestFew(name, candidates, 1)[0] ?? null;
}

/** The candidates that a misspelt name may have meant, the most likely first: by their edits, then those as long as the name, then in their own order. */
export function nearestFew(name: string, candidates: readonly string[], most = 3): string[] {
  if (name.length > LONGEST_NAME) return [];
  const limit = Math.max(2, Math.floor(name.length / 3)) + 1;
  const written = name.toLowerCase();
  const near = candidates.flatMap((candidate) => {
    // Each character that one has more than the other is an edit.
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

/** Whether two texts differ in two neighbouring letters that changed places, and in nothing else. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at + 1 < a.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
