import { CLOSE, COLON, COMMA, type Cursor, OPEN, QUOTE, readString, readValue, SPACE } from "./flat-value.ts";

/**
 * The bytes that lines of one layout have in common: `before` each value, and `after` the last. `record`: the object that every
 * line fills. `last`: the texts of the line before, by key.
 */
export type Layout = { keys: readonly string[]; before: readonly Uint8Array[]; after: Uint8Array; record: Record<string, unknown>; last: string[] };

const [TAB, RETURN] = [0x09, 0x0d] as const;

/** The layout of a line; null if the line is not flat. */
export function layoutOf(cursor: Cursor, from: number, to: number): Layout | null {
  const { bytes } = cursor;
  const [keys, before]: [string[], Uint8Array[]] = [[], []];
  cursor.isFlat = true;
  let start = from;
  let at = pastBlanks(bytes, from);
  if (bytes[at] !== OPEN) return null;
  for (;;) {
    at = pastBlanks(bytes, at + 1);
    if (bytes[at] !== QUOTE) return null;
    const key = readString(cursor, at, "");
    at = pastBlanks(bytes, cursor.end);
    if (!cursor.isFlat || bytes[at] !== COLON || key === "__proto__" || keys.includes(key)) return null;
    at = pastBlanks(bytes, at + 1);
    keys.push(key);
    before.push(copied(bytes, start, at));
    readValue(cursor, at, "");
    if (!cursor.isFlat) return null;
    start = cursor.end;
    at = pastBlanks(bytes, start);
    if (bytes[at] === CLOSE) break;
    if (bytes[at] !== COMMA) return null;
  }
  if (pastBlanks(bytes, at + 1) !== to) return null;
  return { keys, before, after: copied(bytes, start, to), record: Object.fromEntries(keys.map((key) => [key, null])), last: keys.map(() => "") };
}

/** The record of a layout, filled from a line; null if the line has another layout. */
export function readAs(layout: Layout, cursor: Cursor, from: number, to: number): object | null {
  const { keys, before, after, record, last } = layout;
  let at = from;
  cursor.isFlat = true;
  for (let i = 0; i < keys.length; i++) {
    const expected = before[i] as Uint8Array;
    if (!matches(cursor.bytes, at, expected)) return null;
    const found = readValue(cursor, at + expected.length, last[i] as string);
    if (!cursor.isFlat) return null;
    record[keys[i] as string] = found;
    if (typeof found === "string") last[i] = found;
    at = cursor.end;
  }
  return at + after.length === to && matches(cursor.bytes, at, after) ? record : null;
}

function matches(bytes: Uint8Array, at: number, expected: Uint8Array): boolean {
  for (let i = 0; i < expected.length; i++) if (bytes[at + i] !== expected[i]) return false;
  return true;
}

function pastBlanks(bytes: Uint8Array, at: number): number {
  let next = at;
  while (bytes[next] === SPACE || bytes[next] === TAB || bytes[next] === RETURN) next++;
  return next;
}

/** A copy of some bytes. `slice` of a Buffer would share them. */
function copied(bytes: Uint8Array, from: number, to: number): Uint8Array {
  return new Uint8Array(bytes.subarray(from, to));
}
