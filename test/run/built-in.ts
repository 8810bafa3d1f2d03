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

/** The folder appears whole or not at all. Another process that needs it meanwhile waits for it, or writes it if the first one never ends. */
function write(data: string): void {
  mkdirSync(run, { recursive: true });
  if (!isFirst(`${data}.claim`) && appears(data)) return;
  const made = mkdtempSync(`${data}-`);
  writeFileSync(join(made, "prices.json"), writeBook(readBook()).json);
  writeFileSync(join(made, "detectors.json"), writtenDetectors());
  try {
    renameSync(made, data);
  } catch (error) {
    if (!existsSync(data)) throw error;
  }
}

/** Whether this process is the one that makes this folder. */
function isFirst(claim: string): boolean {
  try {
    mkdirSync(claim);
    return true;
  } catch {
    return false;
  }
}

/** Waits up to 30 seconds for a folder. */
function appears(data: string): boolean {
  const nobody = new Int32Array(new SharedArrayBuffer(4));
  for (let tries = 0; tries < 600 && !existsSync(data); tries++) Atomics.wait(nobody, 0, 0, 50);
  return existsSync(data);
}

let book: Book | undefined;

/** The built-in price book, made from the sources. */
export function builtInBook(): Book {
  book ??= loadBook(dataFolder());
  return book;
}
