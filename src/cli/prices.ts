import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { type Criteria, searchRows } from "../engine/search.ts";
import { loadBook } from "../files/book.ts";
import { nearest } from "../notation/nearest.ts";
import type { Book, Provider } from "../prices/book.ts";
import { findModel } from "../prices/find.ts";
import { overlay } from "../prices/overlay.ts";
import { searchJson, searchMarkdown, searchText, showJson, showMarkdown, showText } from "../report/prices.ts";
import { type Options, type Terminal, today, UsageError, write } from "./terminal.ts";

/** `video-budget prices search`: models that match every word and option. @returns 0, also where nothing matches. @throws UsageError */
export async function searchPrices(
  words: readonly string[],
  options: Options & { provider?: string; mode?: string; resolution?: string },
  terminal: Terminal,
): Promise<number> {
  const book = await bookOf(options, terminal);
  const { provider, mode, resolution, format } = options;
  if (provider !== undefined && !book.slugs.includes(provider)) {
    throw new UsageError(`No provider is named ${provider}.${meant(provider, book.slugs)} There are: ${book.slugs.join(", ")}.`);
  }
  const criteria: Criteria = { query: words.join(" "), ...(provider && { provider }), ...(mode && { mode }), ...(resolution && { resolution }) };
  const rows = searchRows(book, criteria, options.date ?? today());
  const report = format === "json" ? searchJson(rows) : format === "markdown" ? searchMarkdown(rows) : searchText(rows, terminal);
  await write(report, options, terminal);
  return 0;
}

/** `video-budget prices show PROVIDER/MODEL`: everything that is known of one model. @throws UsageError */
export async function showPrice(name: string, options: Options, terminal: Terminal): Promise<number> {
  const book = await bookOf(options, terminal);
  const [slug = "", ...rest] = name.split("/");
  const provider = book.provider(slug);
  if (!provider)
    throw new UsageError(
      `No provider is named ${slug}.${meant(slug, book.slugs)} Write PROVIDER/MODEL, such as google/veo-3.1-fast-generate-preview; prices search finds it.`,
    );
  const id = rest.join("/");
  const model = findModel(provider, id);
  if (!model) {
    const names = provider.models.flatMap((one) => [one.id, ...one.aliases]);
    const why = provider.unlisted_models ? ` ${provider.unlisted_models}` : "";
    throw new UsageError(
      `${slug} has no model ${id || "without a name"} in the price book.${meant(id, names)}${why} There are: ${provider.models.map((one) => one.id).join(", ") || "none"}.`,
    );
  }
  const { format } = options;
  const report = format === "json" ? showJson(provider, model) : format === "markdown" ? showMarkdown(provider, model) : showText(provider, model, terminal);
  await write(report, options, terminal);
  return 0;
}

function meant(name: string, names: readonly string[]): string {
  const found = nearest(name, names);
  return found ? ` Did you mean ${found}?` : "";
}

/** The built-in book, with the price files of the command line over it. */
async function bookOf({ prices }: Options, { cwd, folder }: Terminal): Promise<Book> {
  const book = loadBook(folder);
  if (prices.length === 0) return book;
  const [{ readPrices }, { readYaml }, { sentence }] = await Promise.all([
    import(/* webpackMode: "eager" */ "../prices/read.ts"),
    import(/* webpackMode: "eager" */ "../yaml/read.ts"),
    import(/* webpackMode: "eager" */ "../report/messages.ts"),
  ]);
  const providers: Provider[] = [];
  for (const file of prices) {
    const { provider, problems } = readPrices(readYaml(file, await readFile(resolve(cwd, file))));
    const errors = problems.filter(({ severity }) => severity === "error");
    if (!provider) throw new UsageError(`${file} cannot be used:\n${errors.map((problem) => `  ${sentence(problem)}`).join("\n")}`);
    providers.push(provider);
  }
  return overlay(book, providers, book.snapshot);
}
