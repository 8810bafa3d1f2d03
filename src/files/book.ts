import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Book } from "../prices/book.ts";
import { writtenBook } from "../prices/written-book.ts";

/**
 * The built-in price book: the JSON that `scripts/generate.ts` writes beside the two bundles, so that start-up
 * parses no YAML of ours. It is a list with a line for each entry, and a line is parsed when it is first asked for. All of it is ASCII.
 * @param folder where the running bundle is; the book is one folder up
 * @throws the error of node:fs where it is not there
 */
export function loadBook(folder: string): Book {
  const lines = readFileSync(join(folder, "..", "prices.json"), "latin1").split("\n");
  return writtenBook((index) => entry(lines[index] ?? ""));
}

/** What a line of the list says, without the bracket before the first one and the comma after each but the last. */
function entry(line: string): unknown {
  return JSON.parse(line.slice(line.startsWith("[") ? 1 : 0, line.endsWith(",") ? -1 : undefined));
}
