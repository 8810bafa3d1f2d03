import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import * as z from "zod";
import { manifestSchema } from "../src/manifest/schema.ts";
import type { Provider } from "../src/prices/book.ts";
import { readPrices } from "../src/prices/read.ts";
import { priceFile } from "../src/prices/schema.ts";
import { report } from "../src/report/schema.ts";
import { VERSION } from "../src/version.ts";
import { readYaml } from "../src/yaml/read.ts";

/**
 * Writes what is generated and committed: the price book as one JSON (dist/prices.json) and the JSON
 * Schemas for editors. CI runs it again and fails if a byte differs. A price file with a problem stops
 * the build.
 */
generate();

function generate(): void {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  if (version !== VERSION) throw new Error(`package.json is ${version}, src/version.ts is ${VERSION}`);
  for (const folder of ["dist", "schema"]) mkdirSync(folder, { recursive: true });
  writeFileSync("dist/prices.json", book());
  write("schema/manifest.schema.json", "A video-budget manifest", manifestSchema());
  write("schema/prices.schema.json", "A video-budget price file", priceFile);
  write("schema/report.schema.json", "A video-budget report", report);
}

/** The book as one line of JSON per provider, so that a diff of it can be read. */
function book(): string {
  const providers: Record<string, Provider> = {};
  let broken = false;
  for (const file of readdirSync("prices")
    .filter((name) => name.endsWith(".yml"))
    .sort()) {
    const { provider, problems } = readPrices(readYaml(`prices/${file}`, readFileSync(`prices/${file}`)));
    const errors = problems.filter(({ severity }) => severity === "error");
    for (const { code, path, args } of errors) process.stderr.write(`prices/${file}: ${code} at ${path.join(".")}: ${JSON.stringify(args)}\n`);
    broken ||= provider === null;
    if (provider) providers[provider.provider] = provider;
  }
  if (broken) throw new Error("A price file has problems; the book is not written.");
  const lines = Object.entries(providers).map(([slug, provider]) => `${JSON.stringify(slug)}:${JSON.stringify(provider)}`);
  const snapshot = `sha256:${createHash("sha256").update(lines.join("\n")).digest("hex")}`;
  return `{"snapshot":${JSON.stringify(snapshot)},"providers":{\n${ascii(lines.join(",\n"))}\n}}\n`;
}

/** JSON with every other character escaped: text that is ASCII alone is read and parsed in half the time. */
function ascii(json: string): string {
  return json.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function write(path: string, title: string, schema: z.ZodType): void {
  const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any", target: "draft-7" });
  writeFileSync(path, `${JSON.stringify({ ...json, title }, null, 2)}\n`);
}
