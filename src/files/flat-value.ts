/** A number with so many digits is exact, and so is its quotient by a power of ten (Clinger, 1990). */
const DIGITS = 15;
const TENS = Array.from({ length: DIGITS + 1 }, (_, power) => 10 ** power);

export const [QUOTE, SPACE, COMMA, COLON, OPEN, CLOSE] = [0x22, 0x20, 0x2c, 0x3a, 0x7b, 0x7d] as const;
const [BACKSLASH, MINUS, POINT, ZERO, NINE, SMALL_E, LARGE_E, TILDE] = [0x5c, 0x2d, 0x2e, 0x30, 0x39, 0x65, 0x45, 0x7e] as const;

/** A text that is read from its front; `text` is `bytes` as Latin-1. One object for all lines of a log, so that none is made for each. */
export type Cursor = {
  bytes: Uint8Array;
  text: string;
  /** Where the value ends that was read last. */
  end: number;
  /** False once a value was not a plain one. */
  isFlat: boolean;
};

/** The number, text, switch or null at a place. @param before what was there in the last line */
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
  // An exponent, or anything else that belongs to it.
  if (digits + decimals > DIGITS || byte === SMALL_E || byte === LARGE_E) {
    cursor.isFlat = false;
    return 0;
  }
  cursor.end = at;
  const value = decimals === 0 ? mantissa : mantissa / (TENS[decimals] as number);
  return isNegative ? -value : value;
}

/** @param before what was there in the last line: mostly the same, and then it need not be made again */
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
