/**
 * Reads one JSON object whose values are numbers, switches, nulls and plain text, in lines that mostly have the
 * same keys in the same order, as the records of a log do: a quarter of the time of JSON.parse, and one object for all lines.
 * Whatever is not exactly such a line (nesting, escapes, letters beyond ASCII, exponents, more than 15 digits,
 * other keys) is left to JSON.parse.
 */
export type FlatReader = {
  /**
   * @param text the same bytes as Latin-1
   * @returns the object, which the next line fills again; null where the line is for JSON.parse
   */
  read: (bytes: Uint8Array, text: string, from: number, to: number) => object | null;
};

/** What stands between the values of lines that are alike: all bytes before each value, and those after the last. */
type Layout = { keys: readonly string[]; before: readonly Uint8Array[]; after: Uint8Array; record: Record<string, unknown>; last: string[] };

/** Records with and without some optional fields; more kinds than this are no log's. */
const LAYOUTS = 8;

/** A number with so many digits is exact, and so is its quotient by a power of ten (Clinger, 1990). */
const DIGITS = 15;
const TENS = Array.from({ length: DIGITS + 1 }, (_, power) => 10 ** power);

const [QUOTE, BACKSLASH, MINUS, POINT, ZERO, NINE, SPACE, TAB, RETURN, COMMA, COLON, OPEN, CLOSE] = [
  0x22, 0x5c, 0x2d, 0x2e, 0x30, 0x39, 0x20, 0x09, 0x0d, 0x2c, 0x3a, 0x7b, 0x7d,
] as const;

export function flatReader(): FlatReader {
  const layouts: Layout[] = [];
  let given = 0;
  let newest: Layout | null = null;
  /** Where the value ends that was read last. */
  let end = 0;
  let isFlat = true;

  const matches = (bytes: Uint8Array, at: number, expected: Uint8Array): boolean => {
    for (let i = 0; i < expected.length; i++) if (bytes[at + i] !== expected[i]) return false;
    return true;
  };

  const number = (bytes: Uint8Array, start: number): number => {
    let at = start;
    const isNegative = bytes[at] === MINUS;
    if (isNegative) at++;
    const first = at;
    let digits = 0;
    let mantissa = 0;
    let byte = bytes[at] as number;
    while (byte >= ZERO && byte <= NINE) {
      mantissa = mantissa * 10 + (byte - ZERO);
      digits++;
      byte = bytes[++at] as number;
    }
    if (digits === 0 || (digits > 1 && bytes[first] === ZERO)) isFlat = false;
    let decimals = 0;
    if (byte === POINT) {
      byte = bytes[++at] as number;
      while (byte >= ZERO && byte <= NINE) {
        mantissa = mantissa * 10 + (byte - ZERO);
        decimals++;
        byte = bytes[++at] as number;
      }
      if (decimals === 0) isFlat = false;
    }
    // An exponent, or anything else that belongs to it.
    if (digits + decimals > DIGITS || byte === 0x65 || byte === 0x45) {
      isFlat = false;
      return 0;
    }
    end = at;
    const value = decimals === 0 ? mantissa : mantissa / (TENS[decimals] as number);
    return isNegative ? -value : value;
  };

  /** @param before what stood there in the last line: mostly the same, and then it need not be made again */
  const string = (bytes: Uint8Array, text: string, start: number, before: string): string => {
    let at = start + 1;
    let isSame = true;
    for (;;) {
      const byte = bytes[at] as number;
      if (byte === QUOTE) break;
      if (byte === BACKSLASH || byte < SPACE || byte > 0x7e) {
        isFlat = false;
        return "";
      }
      if (isSame && before.charCodeAt(at - start - 1) !== byte) isSame = false;
      at++;
    }
    end = at + 1;
    return isSame && before.length === at - start - 1 ? before : text.substring(start + 1, at);
  };

  const literal = (bytes: Uint8Array, start: number): boolean | null => {
    const is = (word: string): boolean => {
      for (let i = 0; i < word.length; i++) if (bytes[start + i] !== word.charCodeAt(i)) return false;
      end = start + word.length;
      return true;
    };
    if (is("null")) return null;
    if (is("true")) return true;
    if (is("false")) return false;
    isFlat = false;
    return null;
  };

  const value = (bytes: Uint8Array, text: string, at: number, before: string): unknown => {
    const byte = bytes[at] as number;
    if (byte === QUOTE) return string(bytes, text, at, before);
    return byte === MINUS || (byte >= ZERO && byte <= NINE) ? number(bytes, at) : literal(bytes, at);
  };

  const readAs = ({ keys, before, after, record, last }: Layout, bytes: Uint8Array, text: string, from: number, to: number): object | null => {
    let at = from;
    isFlat = true;
    for (let i = 0; i < keys.length; i++) {
      const expected = before[i] as Uint8Array;
      if (!matches(bytes, at, expected)) return null;
      const found = value(bytes, text, at + expected.length, last[i] as string);
      if (!isFlat) return null;
      record[keys[i] as string] = found;
      if (typeof found === "string") last[i] = found;
      at = end;
    }
    return at + after.length === to && matches(bytes, at, after) ? record : null;
  };

  /** The layout of a line; null where it is not flat. */
  const learn = (bytes: Uint8Array, text: string, from: number, to: number): Layout | null => {
    const blank = (at: number): number => {
      let next = at;
      while (bytes[next] === SPACE || bytes[next] === TAB || bytes[next] === RETURN) next++;
      return next;
    };
    const [keys, before]: [string[], Uint8Array[]] = [[], []];
    isFlat = true;
    let start = from;
    let at = blank(from);
    if (bytes[at] !== OPEN) return null;
    for (;;) {
      at = blank(at + 1);
      if (bytes[at] !== QUOTE) return null;
      const key = string(bytes, text, at, "");
      at = blank(end);
      if (!isFlat || bytes[at] !== COLON || key === "__proto__" || keys.includes(key)) return null;
      at = blank(at + 1);
      keys.push(key);
      before.push(copied(bytes, start, at));
      value(bytes, text, at, "");
      if (!isFlat) return null;
      start = end;
      at = blank(end);
      if (bytes[at] === CLOSE) break;
      if (bytes[at] !== COMMA) return null;
    }
    if (blank(at + 1) !== to) return null;
    return { keys, before, after: copied(bytes, start, to), record: Object.fromEntries(keys.map((key) => [key, null])), last: keys.map(() => "") };
  };

  return {
    read(bytes, text, from, to) {
      if (newest) {
        const found = readAs(newest, bytes, text, from, to);
        if (found) return found;
      }
      for (const layout of layouts) {
        if (layout === newest) continue;
        const found = readAs(layout, bytes, text, from, to);
        if (!found) continue;
        newest = layout;
        return found;
      }
      // A line that is not flat would be looked at again and again.
      if (layouts.length === LAYOUTS || given > 1000) return null;
      const layout = learn(bytes, text, from, to);
      if (!layout) {
        given++;
        return null;
      }
      layouts.push(layout);
      newest = layout;
      return readAs(layout, bytes, text, from, to);
    },
  };
}

/** A copy, which `slice` of a Buffer is not. */
function copied(bytes: Uint8Array, from: number, to: number): Uint8Array {
  return new Uint8Array(bytes.subarray(from, to));
}
