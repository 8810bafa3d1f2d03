import { distance } from "fastest-levenshtein";

/**
 * The candidate that a misspelt name most likely meant, for a hint. Names are never matched this way.
 * @returns null where nothing is within a third of the name's length.
 */
export function nearest(name: string, candidates: readonly string[]): string | null {
  let best: string | null = null;
  let least = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of candidates) {
    const edits = distance(name.toLowerCase(), candidate.toLowerCase());
    if (edits < least) [best, least] = [candidate, edits];
  }
  return best;
}
