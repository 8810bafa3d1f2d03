/**
 * Finds the first of many words in bytes, whatever the case of ASCII letters.
 * Wu and Manber's algorithm ("A fast algorithm for multi-pattern searching", 1994) with blocks of two bytes: most places are
 * stepped over by a table that says how far the block there is from the end of any word. A word that starts with a letter or a
 * digit matches only where none stands before it: `ray-4` is not in `gray-400`.
 */
export type WordSearch = {
  /** @returns the place of the first word at or after `from`, -1 where there is none */
  next(bytes: Uint8Array, from: number): number;
};

const BLOCK = 2;

/** @param words of at least two bytes each, ASCII */
export function wordSearch(words: readonly string[]): WordSearch {
  const patterns = [...new Set(words.map((word) => word.toLowerCase()))].map((word) => Uint8Array.from(word, (char) => char.charCodeAt(0)));
  const shortest = patterns.reduce((least, { length }) => Math.min(least, length), Number.POSITIVE_INFINITY);
  if (patterns.length === 0) return { next: () => -1 };
  const lower = lowerTable();
  const furthest = shortest - BLOCK + 1;
  const shift = new Uint8Array(65_536).fill(Math.min(furthest, 255));
  const buckets: Uint8Array[][] = [];
  const bucketOf = new Uint16Array(65_536);
  for (const pattern of patterns) {
    for (let end = BLOCK - 1; end < shortest; end++) {
      const block = ((pattern[end - 1] as number) << 8) | (pattern[end] as number);
      shift[block] = Math.min(shift[block] as number, shortest - 1 - end);
      if (end < shortest - 1) continue;
      if (!bucketOf[block]) bucketOf[block] = buckets.push([]);
      buckets[(bucketOf[block] as number) - 1]?.push(pattern);
    }
  }
  // Both cases of a block have one entry: the table is asked with the bytes as they are.
  const shifts = new Uint8Array(65_536);
  const places = new Uint16Array(65_536);
  for (let block = 0; block < 65_536; block++) {
    const folded = ((lower[block >> 8] as number) << 8) | (lower[block & 255] as number);
    shifts[block] = shift[folded] as number;
    places[block] = bucketOf[folded] as number;
  }

  return {
    next(bytes, from) {
      const { length } = bytes;
      let at = from + shortest - 1;
      while (at < length) {
        const block = ((bytes[at - 1] as number) << 8) | (bytes[at] as number);
        const step = shifts[block] as number;
        if (step > 0) {
          at += step;
          continue;
        }
        const start = at - shortest + 1;
        for (const pattern of buckets[(places[block] as number) - 1] as Uint8Array[]) {
          if (matches(bytes, start, pattern, lower)) return start;
        }
        at++;
      }
      return -1;
    },
  };
}

function matches(bytes: Uint8Array, start: number, pattern: Uint8Array, lower: Uint8Array): boolean {
  if (start + pattern.length > bytes.length) return false;
  for (let index = 0; index < pattern.length; index++) if (lower[bytes[start + index] as number] !== pattern[index]) return false;
  return start === 0 || !isLetterOrDigit(pattern[0] as number) || !isLetterOrDigit(lower[bytes[start - 1] as number] as number);
}

function isLetterOrDigit(byte: number): boolean {
  return (byte >= 97 && byte <= 122) || (byte >= 48 && byte <= 57);
}

function lowerTable(): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte));
}
