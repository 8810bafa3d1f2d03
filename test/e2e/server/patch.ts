import { createHash } from "node:crypto";

/** Lines around a change that a patch shows. */
const CONTEXT = 3;

/** What differs between two texts, as GitHub's patch of a file: one hunk, from the first line that differs to the last. */
export function patchOf(before: string, now: string): string {
  const { old, added, start, end } = hunk(before, now);
  const [from, to] = [Math.max(0, start - CONTEXT), CONTEXT];
  const above = added.slice(from, start).map((line) => ` ${line}`);
  const below = added.slice(added.length - end, added.length - end + to).map((line) => ` ${line}`);
  const gone = old.slice(start, old.length - end).map((line) => `-${line}`);
  const put = added.slice(start, added.length - end).map((line) => `+${line}`);
  const size = (lines: number): number => above.length + lines + below.length;
  return [`@@ -${from + 1},${size(gone.length)} +${from + 1},${size(put.length)} @@`, ...above, ...gone, ...put, ...below].join("\n");
}

/** Lines of the new text that its patch shows, counted from 1: those that can have a review comment. */
export function linesInDiff(before: string, now: string): Set<number> {
  const { added, start, end } = hunk(before, now);
  const [from, to] = [Math.max(0, start - CONTEXT), Math.min(added.length, added.length - end + CONTEXT)];
  return new Set(before === now ? [] : Array.from({ length: to - from }, (_, index) => from + index + 1));
}

/** The name of a text's contents in git. */
export function blobOf(text: string): string {
  return createHash("sha1")
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest("hex");
}

function hunk(before: string, now: string): { old: string[]; added: string[]; start: number; end: number } {
  const lines = (text: string): string[] => (text === "" ? [] : text.replace(/\n$/, "").split("\n"));
  const [old, added] = [lines(before), lines(now)];
  const shorter = Math.min(old.length, added.length);
  let start = 0;
  while (start < shorter && old[start] === added[start]) start++;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === added.at(-1 - end)) end++;
  return { old, added, start, end };
}
