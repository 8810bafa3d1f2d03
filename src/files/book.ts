import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Book } from "../prices/book.ts";

/**
 * The built-in price book: the JSON that `scripts/generate.ts` writes beside the two bundles, so that
 * start-up parses no YAML of ours.
 * @param folder where the running bundle is; the JSON is one folder up
 */
export function loadBook(folder: string = import.meta.dirname): Book {
  return JSON.parse(readFileSync(join(folder, "..", "prices.json"), "utf8")) as Book;
}
