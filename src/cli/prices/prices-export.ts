import { forLitellm, linesInForce, pricesInForce } from "../../catalog/export.ts";
import { litellmJson, notSaidText, pricesCsv, pricesJson } from "../../report/catalog/export.ts";
import { type Options, type Terminal, today, write } from "../terminal.ts";
import { bookWithFiles } from "./price-book.ts";

export type ExportOptions = Options & { for: "litellm" | "csv" | "json" };

/** `video-budget prices export`: exports the prices in force for another program. Prices that its format cannot express are listed on standard error instead. @returns 0 @throws UsageError */
export async function exportPrices(options: ExportOptions, terminal: Terminal): Promise<number> {
  const book = await bookWithFiles(options, terminal);
  const date = options.date ?? today();
  if (options.for === "litellm") {
    const exported = forLitellm(book, date);
    await write(litellmJson(exported), options, terminal);
    terminal.process.stderr.write(notSaidText(exported));
    return 0;
  }
  await write(options.for === "csv" ? pricesCsv(linesInForce(book, date)) : pricesJson(pricesInForce(book, date), date, book.snapshot), options, terminal);
  return 0;
}
