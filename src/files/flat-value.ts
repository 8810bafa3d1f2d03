/** An integer of up to 15 digits is an exact double, and so is each of these powers of ten. Their quotient is rounded only once (Clinger, 1990). */
const DIGITS = 15;
const TENS = Array.from({ length: DIGITS + 1 }, (_, power) => 10 ** power);

export const [QUOTE, SPACE, COMMA, COLON, OPEN, CLOSE] = [0x22, 0x20, 0x2c, 0x3a, 0x7b, 0x7d] as const;
const [BACKSLASH, MINUS, POINT, ZERO, NINE, SMALL_E, LARGE_E, TILDE] = [0x5c, 0x2d, 0x2e, 0x30, 0x39, 0x65, 0x45, 0x7e] as const;

/** The text to read, and the state of reading it. `text` is `bytes` as Latin-1. All lines of a log share one object, which saves allocations. */
export type Cursor = {
  bytes: Uint8Array;
  text: string;
  /** The offset after the value that was read last. */
  end: number;
  /** False after a value that only JSON.parse can read. */
  isFlat: boolean;
};

/** Reads the number, text, boolean or null at an offset. @param before the text of this key in the line before */
export function readValue(cursor: Cursor, at: number, before: string): unknown {
  const byte = cursor.bytes[at] as number;
  if (byte === QUOTE) return readString(cursor, at, before);
  return byte === MINUS || (byte >= ZERO && byte <= NINE) ? readNumber(cursor, at) : readLiteral(cursor, at);
}

function readNumber(cursor: Cursor, start: number): number {
  const { bytes } = cursor;
  const isNegative = bytes[start] === MINUS;
  const first = isNegative ? start + 1 : start;
  let at = first;
  let mantissa = 0;
  let byte = bytes[at] as number;
  while (byte >= ZERO && byte <= NINE) {
    mantissa = mantissa * 10 + (byte - ZERO);
    byte = bytes[++at] as number;
  }
  const digits = at - first;
  if (digits === 0 || (digits > 1 && bytes[first] === ZERO)) cursor.isFlat = false;
  let decimals = 0;
  if (byte === POINT) {
    byte = bytes[++at] as number;
    while (byte >= ZERO && byte <= NINE) {
      mantissa = mantissa * 10 + (byte - ZERO);
      decimals++;
      byte = bytes[++at] as number;
    }
    if (decimals === 0) cursor.isFlat = false;
  }
  // JSON.parse must read an exponent, and more digits than these.
  if (digits + decimals > DIGITS || byte === SMALL_E || byte === LARGE_E) {
    cursor.isFlat = false;
    return 0;
  }
  cursor.end = at;
  const value = decimals === 0 ? mantissa : mantissa / (TENS[decimals] as number);
  return isNegative ? -value : value;
}

/** @param before the text of this key in the line before. If it is equal, it is returned and no new string is made */
export function readString(cursor: Cursor, start: number, before: string): string {
  const { bytes } = cursor;
  let at = start + 1;
  let isSame = true;
  for (;;) {
    const byte = bytes[at] as number;
    if (byte === QUOTE) break;
    if (byte === BACKSLASH || byte < SPACE || byte > TILDE) {
      cursor.isFlat = false;
      return "";
    }
    if (isSame && before.charCodeAt(at - start - 1) !== byte) isSame = false;
    at++;
  }
  cursor.end = at + 1;
  return isSame && before.length === at - start - 1 ? before : cursor.text.substring(start + 1, at);
}

function readLiteral(cursor: Cursor, start: number): boolean | null {
  if (isWord(cursor, start, "null")) return null;
  if (isWord(cursor, start, "true")) return true;
  if (isWord(cursor, start, "false")) return false;
  cursor.isFlat = false;
  return null;
}

function isWord(cursor: Cursor, start: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if (cursor.bytes[start + i] !== word.charCodeAt(i)) return false;
  cursor.end = start + word.length;
  return true;
}
