import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wordSearch } from "../../src/scan/detect/word-search.ts";

const encoder = new TextEncoder();

/** The first place of any word, looked for place by place. */
function slowly(text: string, words: readonly string[], from: number): number {
  const low = text.toLowerCase();
  for (let at = from; at < low.length; at++) {
    const before = low[at - 1] ?? " ";
    for (const word of words.map((one) => one.toLowerCase())) {
      if (low.startsWith(word, at) && !(/[a-z0-9]/.test(word[0] ?? "") && /[a-z0-9]/.test(before))) return at;
    }
  }
  return -1;
}

describe("the first of many words", () => {
  test.each<[string, readonly string[], number]>([
    ["text-gray-400", ["ray-4"], -1],
    ["model: RAY-2", ["ray-2", "veo-"], 7],
    ["https://queue.fal.run/x", ["fal.run", "queue.fal.run"], 8],
    ["a veo3", ["veo3"], 2],
    ["veo", ["veo-"], -1],
    ["xx", ["xx"], 0],
    // A place in bytes: the letter with an accent has two.
    ["ve\u00e9o-3 /v1/videos", ["veo-", "/v1/videos"], 8],
  ])("is found in %j, of %j", (text, words, expected) => {
    expect(wordSearch(words).next(encoder.encode(text), 0)).toBe(expected);
  });

  test("is found where a slow search finds it, for any words and text", () => {
    const piece = fc.constantFrom("a", "b", "A", "-", "1", "/", "ab", "ba-", "B1", "\n", "@", "`");
    const word = fc
      .array(piece, { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join(""))
      .filter(({ length }) => length >= 2);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), fc.array(piece, { maxLength: 40 }), fc.nat(5), (words, parts, from) => {
        const text = parts.join("");
        return wordSearch(words).next(encoder.encode(text), Math.min(from, text.length)) === slowly(text, words, Math.min(from, text.length));
      }),
      { numRuns: 2_000 },
    );
  });
});
