/** The encoding of a text, and the length of its byte order mark, in bytes. */
export type Encoding = { name: "utf-8" | "utf-16le" | "utf-16be"; mark: number };

/**
 * The encoding of a text by its first four bytes: that of its byte order mark, or else UTF-8
 * (https://www.w3.org/TR/encoding/#bom-sniff). Excel on Windows saves "Unicode text" as UTF-16 with the mark `FF FE`.
 * @returns null for any other encoding: UTF-16 without a mark and UTF-32 have a zero byte there, and text in UTF-8 has none
 */
export function encodingOf(start: Uint8Array): Encoding | null {
  const [a, b, c, d] = start;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { name: "utf-8", mark: 3 };
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? null : { name: "utf-16le", mark: 2 };
  if (a === 0xfe && b === 0xff) return { name: "utf-16be", mark: 2 };
  return a === 0 || b === 0 ? null : { name: "utf-8", mark: 0 };
}

/** The text of some bytes, without its byte order mark; undefined if the bytes are not valid in their encoding. */
export function decoded(bytes: Uint8Array): string | undefined {
  const encoding = encodingOf(bytes);
  if (!encoding) return undefined;
  try {
    return new TextDecoder(encoding.name, { fatal: true, ignoreBOM: true }).decode(bytes.subarray(encoding.mark));
  } catch {
    return undefined;
  }
}
