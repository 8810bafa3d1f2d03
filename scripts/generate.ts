import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import * as z from "zod";
import { manifestSchema } from "../src/manifest/schema.ts";
import { bookOf } from "../src/prices/book.ts";
import { priceFile } from "../src/prices/schema.ts";
import { type PublishedTotals, priceTable } from "../src/report/catalog/price-table.ts";
import { calibrateReport, reconcileReport } from "../src/report/joblog/schema.ts";
import { report } from "../src/report/review/schema.ts";
import { rollUpReport } from "../src/report/rollup/schema.ts";
import { scanReport } from "../src/report/scan/schema.ts";
import { detectorFile } from "../src/scan/detect/detector.ts";
import { REPOSITORY, VERSION } from "../src/version.ts";
import { problemPages } from "./problem-pages.ts";
import { readBook } from "./read-book.ts";
import { writtenDetectors } from "./read-detectors.ts";
import { editorSchema } from "./schema/editor-schema.ts";
import { writeBook } from "./write-book.ts";

/**
 * Writes the generated files that are committed: the price book as JSON (dist/prices.json) and as a page (docs/prices.md), the detectors as JSON
 * (dist/detectors.json), the page of all problems (docs/problems.md), and the JSON Schemas for editors. CI runs it again and fails if a byte
 * differs. A price file with a problem stops the build.
 */
generate();

function generate(): void {
  const { version, repository } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string; repository: { url: string } };
  if (version !== VERSION) throw new Error(`package.json is ${version}, src/version.ts is ${VERSION}`);
  if (repository.url !== `git+https://github.com/${REPOSITORY}.git`)
    throw new Error(`package.json is published from ${repository.url}, src/version.ts says ${REPOSITORY}`);
  for (const folder of ["dist", "schema"]) mkdirSync(folder, { recursive: true });
  const providers = readBook();
  const { snapshot, json } = writeBook(providers);
  writeFileSync("dist/prices.json", json);
  writeFileSync("dist/detectors.json", writtenDetectors());
  writeFileSync("docs/problems.md", problemPages());
  writeFileSync("docs/prices.md", priceTable(bookOf(providers, snapshot), publishedTotals()));
  write("schema/manifest.schema.json", "A video-budget manifest", manifestSchema(), (schema) => editorSchema(schema, providers));
  write("schema/prices.schema.json", "A video-budget price file", priceFile);
  write("schema/report.schema.json", "A video-budget report", report);
  write("schema/reconcile.schema.json", "What video-budget reconcile says", reconcileReport);
  write("schema/scan.schema.json", "What video-budget scan says", scanReport);
  write("schema/detector.schema.json", "A video-budget detector", detectorFile);
  write("schema/calibrate.schema.json", "What video-budget calibrate says", calibrateReport);
  write("schema/rollup.schema.json", "What video-budget rollup says", rollUpReport);
}

/** Counts the published totals by state. A test compares the states with the price book. */
function publishedTotals(): PublishedTotals {
  const totals = { reproduced: 0, differs: 0, missing: 0 };
  for (const { state } of JSON.parse(readFileSync("test/prices/examples.json", "utf8")) as { state: keyof PublishedTotals }[]) totals[state]++;
  return totals;
}

function write(path: string, title: string, schema: z.ZodType, finish: (schema: Record<string, unknown>) => object = (made) => made): void {
  const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any", target: "draft-7" });
  const $id = `https://raw.githubusercontent.com/${REPOSITORY}/v${VERSION.split(".")[0]}/${path}`;
  writeFileSync(path, `${JSON.stringify({ ...finish({ ...json }), $id, title }, null, 2)}\n`);
}
