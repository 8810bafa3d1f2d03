import { compiled } from "./glob-states.ts";

/** How a pattern of paths is written, and whether a path matches it: the same for a folder, a git ref and GitHub's API. */

/** A pattern is at most so long; it is refused where it is declared. */
export const LONGEST_PATTERN = 500;

/** Whether a path is a pattern, and not the name of one file. Brackets of a route, as in `app/(group)/`, make no pattern. */
export function isGlob(path: string): boolean {
  return /[*?[\]{}]|[@+!]\(|^!/.test(path);
}

/** A pattern that would have to match all that something else does not: no automaton of a useful size does. */
export function isUsableGlob(pattern: string): boolean {
  return pattern.length <= LONGEST_PATTERN && !/!\(|^!/.test(pattern);
}

/** Of a pattern, the folder that all it matches lies in, "" for the root: `services/*` lies in `services`. */
export function globRoot(pattern: string): string {
  const parts = pattern.split("/");
  const first = parts.findIndex(isGlob);
  return parts.slice(0, first === -1 ? -1 : first).join("/") || (pattern.startsWith("/") ? "/" : "");
}

export type Glob = {
  matches(path: string): boolean;
  /** Whether anything in a folder could match. */
  reaches(folder: string): boolean;
};

/** Folders of what others wrote and of git itself: no pattern looks into them. */
const CLOSED = /(^|\/)(node_modules|\.git)(\/|$)/;

/**
 * `*` and `?` within one part of a path, `**` over any number of parts, `[a-z]`, `[!a]`, `{a,b}`, `{1..9}`,
 * `@(a|b)`, `?(a)`, `*(a)`, `+(a)`; a leading dot is no exception. The pattern becomes an automaton whose
 * sets of states are kept as they are met, so that a path takes one step a character, whatever the stars:
 * fifteen stars against 4,000 characters is 4,000 steps.
 */
export function globOf(patterns: readonly string[]): Glob {
  const automata = patterns.map(automatonOf);
  const after = (path: string): boolean[] => automata.map((automaton) => automaton.read(path));
  return {
    matches: (path) => !CLOSED.test(path) && after(path).some(Boolean),
    reaches: (folder) => !CLOSED.test(folder) && automata.some((automaton) => automaton.lives(folder === "" || folder.endsWith("/") ? folder : `${folder}/`)),
  };
}

/** What is kept of one set of states; `live`: the set is not empty. */
type Kept = { states: readonly number[]; next: Map<number, Kept>; accepts: boolean; live: boolean };

/** So many sets are kept; a pattern that meets more starts anew. */
const MOST_KEPT = 2000;

function automatonOf(pattern: string): { read(path: string): boolean; lives(path: string): boolean } {
  const { states, start, end } = compiled(pattern);
  let kept = new Map<string, Kept>();

  const closed = (from: readonly number[]): Kept => {
    const reached = new Set(from);
    for (const one of reached) for (const other of states[one]?.free ?? []) reached.add(other);
    const sorted = [...reached].filter((one) => one === end || states[one]?.by).sort((a, b) => a - b);
    const key = sorted.join();
    const known = kept.get(key) ?? { states: sorted, next: new Map(), accepts: reached.has(end), live: sorted.length > 0 };
    kept.set(key, known);
    return known;
  };
  const step = (at: Kept, code: number): Kept => {
    const known = at.next.get(code);
    if (known) return known;
    const next = closed(at.states.flatMap((one) => (states[one]?.by?.(code) ? [states[one].to] : [])));
    at.next.set(code, next);
    return next;
  };
  let first = closed([start]);
  const run = (path: string): Kept => {
    if (kept.size > MOST_KEPT) {
      kept = new Map();
      first = closed([start]);
    }
    let at = first;
    for (let index = 0; index < path.length && at.live; index++) at = step(at, path.charCodeAt(index));
    return at;
  };
  return { read: (path) => path === pattern || run(path).accepts, lives: (path) => run(path).states.some((one) => states[one]?.by) };
}
