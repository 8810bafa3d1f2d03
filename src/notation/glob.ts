import { compiled } from "./glob-states.ts";

/* Patterns of paths, and whether a path matches one: the same rules for a folder, a git ref and GitHub's API. */

/** The longest pattern that a manifest may declare, in characters. */
export const LONGEST_PATTERN = 500;

/** Whether a path is a pattern and not the name of one file. The parentheses of a route, as in `app/(group)/`, do not make a pattern. */
export function isGlob(path: string): boolean {
  return /[*?[\]{}]|[@+!]\(|^!/.test(path);
}

/** Whether a pattern is supported. It must not be too long, and must not negate: `!(a)` and a leading `!` would need too large an automaton. */
export function isUsableGlob(pattern: string): boolean {
  return pattern.length <= LONGEST_PATTERN && !/!\(|^!/.test(pattern);
}

/** The folder that contains everything a pattern matches, "" for the root: `services` for `services/*`. */
export function globRoot(pattern: string): string {
  const parts = pattern.split("/");
  const first = parts.findIndex(isGlob);
  return parts.slice(0, first === -1 ? -1 : first).join("/") || (pattern.startsWith("/") ? "/" : "");
}

/** A compiled set of patterns. Paths have forward slashes. */
export type Glob = {
  matches(path: string): boolean;
  /** Whether a path below a folder could match. */
  reaches(folder: string): boolean;
};

/** Folders of dependencies and of git itself: no pattern matches in them. */
const CLOSED = /(^|\/)(node_modules|\.git)(\/|$)/;

/**
 * Compiles patterns. `*` and `?` match within one path segment, `**` matches any number of segments; also `[a-z]`,
 * `[!a]`, `{a,b}`, `{1..9}`, `@(a|b)`, `?(a)`, `*(a)` and `+(a)`. They match a leading dot, too. Each pattern becomes
 * an automaton, and its sets of states are cached. So a path takes one step for each character, however many stars the
 * pattern has: 4,000 steps for 4,000 characters and fifteen stars.
 */
export function globOf(patterns: readonly string[]): Glob {
  const automata = patterns.map(automatonOf);
  const after = (path: string): boolean[] => automata.map((automaton) => automaton.read(path));
  return {
    matches: (path) => !CLOSED.test(path) && after(path).some(Boolean),
    reaches: (folder) => !CLOSED.test(folder) && automata.some((automaton) => automaton.lives(folder === "" || folder.endsWith("/") ? folder : `${folder}/`)),
  };
}

/** A cached set of states. `next`: the set after each character code. `live`: the set is not empty. */
type Kept = { states: readonly number[]; next: Map<number, Kept>; accepts: boolean; live: boolean };

/** The most sets that are cached for a pattern. When there are more, the cache is emptied. */
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
