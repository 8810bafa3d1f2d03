import type { LeverEdit } from "../budget/reason.ts";
import type { Gathered } from "../gather.ts";
import { decoded } from "../notation/encoding.ts";
import { isTree, type Tree, withValue } from "../notation/tree.ts";
import { readYaml } from "../yaml/read.ts";
import { setKeys } from "../yaml/set-keys.ts";

/** Lines of a file and their replacement. `line`: the number of the first line, from 1. `before` and `after` are without line breaks. */
export type LineEdit = { file: string; line: number; before: readonly string[]; after: readonly string[] };

/** Larger files, in bytes, get no line edits, because each edit parses the file again. */
const LARGEST = 200_000;

const known = new WeakMap<Gathered, Map<string, LineEdit | null>>();

/**
 * A lever as an edit of lines in its file. A key that is not written yet is added after the last key of its map. The edit then replaces
 * the line before it with that line and the new one.
 * @returns null if the key cannot be set in the file, or if setting it would change more: below an alias, or at an anchor with aliases
 */
export function lineEdit(side: Gathered, edit: LeverEdit): LineEdit | null {
  const edits = known.get(side) ?? new Map<string, LineEdit | null>();
  known.set(side, edits);
  const key = JSON.stringify([edit.file, edit.workload, edit.path, edit.to]);
  const found = edits.has(key) ? (edits.get(key) ?? null) : edited(side, edit);
  edits.set(key, found);
  return found;
}

function edited(side: Gathered, { file, workload, path, to }: LeverEdit): LineEdit | null {
  const read = side.files.get(file);
  const text = read && read.bytes.length <= LARGEST ? decoded(read.bytes) : undefined;
  if (text === undefined || !isTree(read?.value)) return null;
  const place = ["workloads", workload, ...path.split(".")];
  const set = setKeys(text, [withValue({}, place, to)]);
  if ("stuck" in set || !isOnly(set.text, withValue(read.value, place, to))) return null;
  const [old, now] = [linesOf(text), linesOf(set.text)];
  const shorter = Math.min(old.length, now.length);
  let same = 0;
  while (same < shorter && old[same] === now[same]) same++;
  let tail = 0;
  while (tail < shorter - same && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  // If lines are only added, the edit includes the line before them.
  const first = same === old.length - tail ? same - 1 : same;
  if (first < 0) return null;
  return { file, line: first + 1, before: old.slice(first, old.length - tail), after: now.slice(first, now.length - tail) };
}

/** Whether a YAML text is exactly this tree. */
function isOnly(text: string, tree: Tree): boolean {
  return JSON.stringify(readYaml("", new TextEncoder().encode(text)).value) === JSON.stringify(tree);
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/);
}
