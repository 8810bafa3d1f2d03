import { existsSync, mkdirSync, mkdtempSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readBook } from "../../scripts/read-book.ts";
import { writtenDetectors } from "../../scripts/read-detectors.ts";
import { writeBook } from "../../scripts/write-book.ts";
import { loadBook } from "../../src/files/book.ts";
import type { Book } from "../../src/prices/book.ts";
import { RUN_FOLDER } from "./running.ts";

const run = process.env[RUN_FOLDER] ?? mkdtempSync(join(tmpdir(), "video-budget-tests-"));

/**
 * The folder in which a bundle of this name would be, beside the price book and the detectors as the build writes them. Reading all price
 * files takes seconds, so only the first process of a run does it, and the others read the result.
 */
export function dataFolder(bundle: "action" | "cli" = "cli"): string {
  const data = join(run, "data");
  if (!existsSync(data)) write(data);
  return join(data, bundle);
}

/** The file appears whole or not at all. If two processes write at once, the first file is kept, because both are equal. */
function write(data: string): void {
  mkdirSync(run, { recursive: true });
  const made = mkdtempSync(`${data}-`);
  writeFileSync(join(made, "prices.json"), writeBook(readBook()).json);
  writeFileSync(join(made, "detectors.json"), writtenDetectors());
  try {
    renameSync(made, data);
  } catch (error) {
    if (!existsSync(data)) throw error;
  }
}

let book: Book | undefined;

/** The built-in price book, made from the sources. */
export function builtInBook(): Book {
  book ??= loadBook(dataFolder());
  return book;
}
