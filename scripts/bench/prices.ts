import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { searchRows } from "../../src/catalog/search.ts";
import { loadBook } from "../../src/files/book.ts";
import type { Book, Provider } from "../../src/prices/book.ts";
import { findModel, priceOn } from "../../src/prices/find.ts";
import { median, print, row, timed } from "./measure.ts";

/** The time that a run spends on the price book before it prices anything: reading the text and parsing one provider. It runs in its own, cold process. */
const COLD = `
  const { loadBook } = await import("./lib/src/files/book.js");
  const start = performance.now();
  loadBook("dist/cli").provider("google");
  process.stdout.write(String(performance.now() - start));`;

/** Measures the price book: its size, its start-up time, and the speed of lookups. */
export async function prices(runs: number, date: string): Promise<void> {
  const book = loadBook("dist/cli");
  const providers = book.slugs.map((slug) => book.provider(slug) as Provider);
  const models = providers.flatMap((provider) => provider.models);
  const json = readFileSync("dist/prices.json");
  print("The price book");
  figure("providers", providers.length);
  figure("models", models.length);
  figure("dated prices", models.flatMap((model) => model.prices).length);
  figure("its JSON, kB", Math.round(statSync("dist/prices.json").size / 1e3));
  figure("the same in gzip, kB", Math.round(gzipSync(json).length / 1e3));

  const [bare, cold]: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run++) {
    bare.push(await timed(() => spawnSync(process.execPath, ["-e", "0"], { stdio: "ignore" })));
    cold.push(Number(spawnSync(process.execPath, ["--input-type=module", "-e", COLD], { encoding: "utf8" }).stdout));
  }
  print(`Start-up cost of the book, median of ${runs}; the ratio is to a bare node -e 0 (${median(bare).toFixed(1)} ms)`);
  row("its text, and one provider", median(cold), median(cold) / median(bare));
  const whole = [];
  for (let run = 0; run < runs; run++) whole.push(await timed(() => everything(loadBook("dist/cli"))));
  row("every provider, as a search needs them", median(whole), median(whole) / median(bare));

  print("Answers a second");
  const names = providers.flatMap(({ provider, models }) => models.flatMap(({ id, aliases }) => [id, ...aliases].map((name) => [provider, name] as const)));
  const rounds = 200;
  const lookUps = await timed(() => {
    for (let round = 0; round < rounds; round++) for (const [slug, name] of names) lookUp(book, slug, name, date);
  });
  figure("look-ups: provider, model by id or alias, price of the day", Math.round(((rounds * names.length) / lookUps) * 1000));
  searchRows(book, {}, date);
  const search = await timed(() => searchRows(book, {}, date));
  figure("jobs priced, each at its model's defaults", Math.round((models.length / search) * 1000));
}

function everything(book: Book): void {
  for (const slug of book.slugs) book.provider(slug);
}

function lookUp(book: Book, slug: string, name: string, date: string): unknown {
  const provider = book.provider(slug);
  const model = provider && findModel(provider, name);
  if (!model) throw new Error(`${slug}/${name} is not found`);
  return priceOn(model, date);
}

function figure(name: string, value: number): void {
  print(`  ${name.padEnd(60)} ${value.toLocaleString("en-US").padStart(12)}`);
}
