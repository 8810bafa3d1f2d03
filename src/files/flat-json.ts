import { type Layout, layoutOf, readAs } from "./flat-layout.ts";
import type { Cursor } from "./flat-value.ts";

/**
 * Reads one JSON object whose values are numbers, switches, nulls and plain text, in lines that mostly have the
 * same keys in the same order, as the records of a log do: a quarter of the time of JSON.parse, and one object for all lines.
 * Whatever is not exactly such a line (nesting, escapes, letters beyond ASCII, exponents, more than 15 digits,
 * other keys) is left to JSON.parse.
 */
export type FlatReader = {
  /**
   * @param text the same bytes as Latin-1
   * @returns the object, which the next line fills again; null if the line is for JSON.parse
   */
  read: (bytes: Uint8Array, text: string, from: number, to: number) => object | null;
};

/** Records with and without some optional fields; more kinds than this are no log's. */
const LAYOUTS = 8;

/** After so many lines that are not flat none is looked at for another layout. */
const MOST_REFUSED = 1000;

export function flatReader(): FlatReader {
  const cursor: Cursor = { bytes: new Uint8Array(), text: "", end: 0, isFlat: true };
  const layouts: Layout[] = [];
  let newest: Layout | null = null;
  let refused = 0;

  /** By a layout that was seen before, the last one first. */
  const known = (from: number, to: number): object | null => {
    const found = newest && readAs(newest, cursor, from, to);
    if (found) return found;
    for (const layout of layouts) {
      const other = layout === newest ? null : readAs(layout, cursor, from, to);
      if (!other) continue;
      newest = layout;
      return other;
    }
    return null;
  };

  const learnt = (from: number, to: number): object | null => {
    if (layouts.length === LAYOUTS || refused > MOST_REFUSED) return null;
    const layout = layoutOf(cursor, from, to);
    if (!layout) {
      refused++;
      return null;
    }
    layouts.push(layout);
    newest = layout;
    return readAs(layout, cursor, from, to);
  };

  return {
    read(bytes, text, from, to) {
      cursor.bytes = bytes;
      cursor.text = text;
      return known(from, to) ?? learnt(from, to);
    },
  };
}
