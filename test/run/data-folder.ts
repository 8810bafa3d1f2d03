import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readBook } from "../../scripts/read-book.ts";
import { writtenDetectors } from "../../scripts/read-detectors.ts";
import { writeBook } from "../../scripts/write-book.ts";

let written: string | undefined;

/** Where a bundle of this name would be: beside the price book and the detectors, as the build writes them. */
export function dataFolder(bundle: "action" | "cli"): string {
  if (written === undefined) {
    written = mkdtempSync(join(tmpdir(), "video-budget-data-"));
    writeFileSync(join(written, "prices.json"), writeBook(readBook()).json);
    writeFileSync(join(written, "detectors.json"), writtenDetectors());
  }
  return join(written, bundle);
}
