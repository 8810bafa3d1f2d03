import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { loadBook } from "../../files/book.ts";
import type { Book, Provider } from "../../prices/book.ts";
import { overlay } from "../../prices/overlay.ts";
import { type Options, type Terminal, UsageError } from "../terminal.ts";

/** The built-in price book with the price files of the command line applied. @throws UsageError, I/O errors */
export async function bookWithFiles({ prices }: Pick<Options, "prices">, { cwd, folder }: Terminal): Promise<Book> {
  const book = loadBook(folder);
  if (prices.length === 0) return book;
  const [{ readPrices }, { readYaml }, { sentence }] = await Promise.all([
    import("../../prices/read.ts"),
    import("../../yaml/read.ts"),
    import("../../report/words/messages.ts"),
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
