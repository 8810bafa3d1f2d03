import { distance } from "fastest-levenshtein";

/** Of a name longer than any that is meant, nothing is near: comparing it would take as long as it is. */
const LONGEST_NAME = 200;

/**
 * The candidate that a misspelt name most likely meant, for a hint. Names are never matched this way.
 * @returns null where nothing is within a third of the name's length.
 */
export function nearest(name: string, candidates: readonly string[]): string | null {
  if (name.length > LONGEST_NAME) return null;
  let best: string | null = null;
  let least = Math.max(2, Math.floor(name.length / 3)) + 1;
  const written = name.toLowerCase();
  for (const candidate of candidates) {
    // Each character that one has more than the other is an edit.
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const edits = distance(written, candidate.toLowerCase());
    if (edits < least) [best, least] = [candidate, edits];
  }
  return best;
}
