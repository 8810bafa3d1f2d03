/**
 * Finds the first of many words in bytes, ignoring the case of ASCII letters.
 * It is Wu and Manber's algorithm ("A fast algorithm for multi-pattern searching", 1994) with blocks of two bytes. A table gives, for
 * each block, how far the search can skip before a word can end. A word that starts with a letter or a digit matches only if no
 * letter or digit precedes it: `ray-4` is not found in `gray-400`.
 */
export type WordSearch = {
  /** @returns the place of the first word at or after `from`, -1 if there is none */
  next(bytes: Uint8Array, from: number): number;
};

/** A block is two bytes; the head of a word is its first three. Both are indexed by the low five bits of each byte, which are the same for upper and lower case. */
const LOW = 31;
const HEAD_BYTES = 3;

/** @param words of at least two bytes each, ASCII */
export function wordSearch(words: readonly string[]): WordSearch {
  const patterns = [...new Set(words.map((word) => word.toLowerCase()))].map((word) => Uint8Array.from(word, (char) => char.charCodeAt(0)));
  if (patterns.length === 0) return { next: () => -1 };
  const shortest = patterns.reduce((least, { length }) => Math.min(least, length), Number.POSITIVE_INFINITY);
  const { shifts, buckets, bucketOf } = tablesOf(patterns, shortest);
  const lower = lowerTable();
  return {
    next(bytes, from) {
      const { length } = bytes;
      const last = shortest - 1;
      let at = from + last;
      while (at < length) {
        const step = shifts[(((bytes[at - 1] as number) & LOW) << 5) | ((bytes[at] as number) & LOW)] as number;
        if (step > 0) {
          at += step;
          continue;
        }
        const start = at - last;
        const bucket = bucketOf[headOf(bytes, start)] as number;
        if (bucket > 0) {
          for (const pattern of buckets[bucket - 1] as Uint8Array[]) if (matches(bytes, start, pattern, lower)) return start;
        }
        at++;
      }
      return -1;
    },
  };
}

/** The skip table (how far each block is from the end of the first `shortest` bytes of any word), and the words by their heads. */
function tablesOf(patterns: readonly Uint8Array[], shortest: number): { shifts: Uint8Array; buckets: Uint8Array[][]; bucketOf: Uint16Array } {
  const shifts = new Uint8Array(1 << 10).fill(Math.min(shortest - 1, 255));
  const buckets: Uint8Array[][] = [];
  const bucketOf = new Uint16Array(1 << 15);
  for (const pattern of patterns) {
    for (let end = 1; end < shortest; end++) {
      const block = (((pattern[end - 1] as number) & LOW) << 5) | ((pattern[end] as number) & LOW);
      shifts[block] = Math.min(shifts[block] as number, shortest - 1 - end);
    }
    for (const head of headsOf(pattern)) {
      if (!bucketOf[head]) bucketOf[head] = buckets.push([]);
      buckets[(bucketOf[head] as number) - 1]?.push(pattern);
    }
  }
  return { shifts, buckets, bucketOf };
}

/** The heads of a word. A word of two bytes has one head for each possible third byte. */
function headsOf(pattern: Uint8Array): number[] {
  if (pattern.length >= HEAD_BYTES) return [headOf(pattern, 0)];
  return Array.from({ length: LOW + 1 }, (_, third) => headOf(Uint8Array.of(...pattern, third), 0));
}

function headOf(bytes: Uint8Array, start: number): number {
  // A byte past the end is undefined and counts as 0.
  return (((bytes[start] as number) & LOW) << 10) | (((bytes[start + 1] as number) & LOW) << 5) | ((bytes[start + 2] as number) & LOW);
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
