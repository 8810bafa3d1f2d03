import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import * as z from "zod";
import { manifestSchema } from "../src/manifest/schema.ts";
import { bookOf, type Provider } from "../src/prices/book.ts";
import { priceFile } from "../src/prices/schema.ts";
import { type PublishedTotals, priceTable } from "../src/report/price-table.ts";
import { report } from "../src/report/schema.ts";
import { VERSION } from "../src/version.ts";
import { readBook } from "./read-book.ts";

/**
 * Writes what is generated and committed: the price book as one JSON (dist/prices.json) and as a page to
 * read (docs/prices.md), and the JSON Schemas for editors. CI runs it again and fails if a byte differs.
 * A price file with a problem stops the build.
 */
generate();

function generate(): void {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  if (version !== VERSION) throw new Error(`package.json is ${version}, src/version.ts is ${VERSION}`);
  for (const folder of ["dist", "schema"]) mkdirSync(folder, { recursive: true });
  const providers = readBook();
  const { snapshot, json } = bundled(providers);
  writeFileSync("dist/prices.json", json);
  writeFileSync("docs/prices.md", priceTable(bookOf(providers, snapshot), publishedTotals()));
  write("schema/manifest.schema.json", "A video-budget manifest", manifestSchema());
  write("schema/prices.schema.json", "A video-budget price file", priceFile);
  write("schema/report.schema.json", "A video-budget report", report);
}

/** The book as one line of JSON per provider, so that a diff of it can be read. */
function bundled(providers: readonly Provider[]): { snapshot: string; json: string } {
  const lines = providers.map((provider) => `${JSON.stringify(provider.provider)}:${JSON.stringify(provider)}`);
  const snapshot = `sha256:${createHash("sha256").update(lines.join("\n")).digest("hex")}`;
  return { snapshot, json: `{"snapshot":${JSON.stringify(snapshot)},"providers":{\n${ascii(lines.join(",\n"))}\n}}\n` };
}

/** How the table of published totals falls; its test holds the states to the book. */
function publishedTotals(): PublishedTotals {
  const totals = { reproduced: 0, differs: 0, missing: 0 };
  for (const { state } of JSON.parse(readFileSync("test/prices/examples.json", "utf8")) as { state: keyof PublishedTotals }[]) totals[state]++;
  return totals;
}

/** JSON with every other character escaped: text that is ASCII alone is read and parsed in half the time. */
function ascii(json: string): string {
  return json.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function write(path: string, title: string, schema: z.ZodType): void {
  const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any", target: "draft-7" });
  writeFileSync(path, `${JSON.stringify({ ...json, title }, null, 2)}\n`);
}
