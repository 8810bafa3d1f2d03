/** How a text is written as bytes, and how many of them are the mark before it. */
export type Encoding = { name: "utf-8" | "utf-16le" | "utf-16be"; mark: number };

/**
 * The encoding that the first four bytes of a text tell: by its byte order mark, else UTF-8
 * (https://www.w3.org/TR/encoding/#bom-sniff). Spreadsheets of Windows save "Unicode text" as `FF FE`, UTF-16.
 * @returns null for what is neither: UTF-16 without a mark and UTF-32 have a zero byte there, which no text in UTF-8 has
 */
export function encodingOf(start: Uint8Array): Encoding | null {
  const [a, b, c, d] = start;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { name: "utf-8", mark: 3 };
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? null : { name: "utf-16le", mark: 2 };
  if (a === 0xfe && b === 0xff) return { name: "utf-16be", mark: 2 };
  return a === 0 || b === 0 ? null : { name: "utf-8", mark: 0 };
}

/** The text of some bytes, without its mark; undefined if they are no text in an encoding that they tell. */
export function decoded(bytes: Uint8Array): string | undefined {
  const encoding = encodingOf(bytes);
  if (!encoding) return undefined;
  try {
    return new TextDecoder(encoding.name, { fatal: true, ignoreBOM: true }).decode(bytes.subarray(encoding.mark));
  } catch {
    return undefined;
  }
}
