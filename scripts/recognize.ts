import { readFileSync } from "node:fs";
import { recognise } from "../src/prices/recognise.ts";
import { readBook } from "./read-book.ts";

/**
 * `node lib/scripts/recognize.js FILE`: measures how many model ids the price files know. FILE has a line for each id: the id, the provider's
 * slug, and optionally how often it was seen (default 1), separated by tabs; a header line is skipped. It prints the unknown ids, then the
 * shares of known ones, by id and weighted by how often they were seen, in total and by provider.
 */
type Line = { id: string; slug: string; seen: number; what: string };

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error("Name a file: node lib/scripts/recognize.js FILE");
const book = new Map(readBook().map((provider) => [provider.provider, provider]));
const lines = readFileSync(file, "utf8").split("\n").flatMap(lineOf);
for (const { id, slug, seen, what } of lines.filter((line) => !isKnown(line))) print(`${slug}\t${id}\t${seen}\t${what}`);
print("");
for (const slug of ["all", ...new Set(lines.map((line) => line.slug))])
  print(shares(slug, slug === "all" ? lines : lines.filter((line) => line.slug === slug)));

function lineOf(text: string): Line[] {
  const [id = "", slug = "", seen = "1"] = text.split("\t");
  if (id === "" || slug === "" || !/^\d+$/.test(seen)) return [];
  const provider = book.get(slug);
  if (!provider) return [{ id, slug, seen: Number(seen), what: "no such provider" }];
  const found = recognise(provider, id);
  if (found.kind !== "model")
    return [{ id, slug, seen: Number(seen), what: found.kind === "unlisted" && found.family !== null ? `unlisted ${found.family}` : found.kind }];
  const { model } = found;
  return [{ id, slug, seen: Number(seen), what: model.prices.length > 0 ? "priced" : model.status.retires !== undefined ? "retired" : "without a price" }];
}

/** Whether an id is known: it has an entry, or it belongs to a family that its provider is known to sell without listing it. */
function isKnown({ what }: Line): boolean {
  return !["no such provider", "unknown", "unlisted"].includes(what);
}

function shares(name: string, of: readonly Line[]): string {
  const share = (lines: readonly Line[]): string => `${lines.length}/${of.length} (${percent(weight(lines), weight(of))} by frequency)`;
  return [
    name,
    `known ${share(of.filter(isKnown))}`,
    `an entry ${share(of.filter(({ what }) => isKnown({ what } as Line) && !what.startsWith("unlisted")))}`,
    `priced ${share(of.filter(({ what }) => what === "priced"))}`,
  ].join("\t");
}

function weight(of: readonly Line[]): number {
  return of.reduce((sum, { seen }) => sum + seen, 0);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "none seen" : `${((100 * part) / whole).toFixed(1)} %`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
