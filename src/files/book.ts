import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Book } from "../prices/book.ts";
import { writtenBook } from "../prices/written-book.ts";

/**
 * Loads the built-in price book: the JSON that `scripts/generate.ts` writes beside the bundles, so that no run parses the
 * price files. It is a list with one entry a line, and each line is decoded and parsed on first use. It is pure ASCII, so Latin-1 reads it.
 * @param folder the folder of the running bundle; the book is one folder up
 * @throws an error of node:fs if the file is missing
 */
export function loadBook(folder: string): Book {
  const bytes = readFileSync(join(folder, "..", "prices.json"));
  const starts = [0];
  for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, end + 1)) starts.push(end + 1);
  return writtenBook((index) => entry(bytes.toString("latin1", starts[index], (starts[index + 1] ?? 1) - 1)));
}

const NEWLINE = 10;

/** Parses one line of the list, without the bracket before the first line and the comma after all lines but the last. */
function entry(line: string): unknown {
  return JSON.parse(line.slice(line.startsWith("[") ? 1 : 0, line.endsWith(",") ? -1 : undefined));
}
