import { clipPrices } from "../../catalog/clip-prices.ts";
import { type Criteria, rowsUnderCeiling, searchRows } from "../../catalog/search.ts";
import { rates } from "../../money/convert.ts";
import { decimal } from "../../money/decimal.ts";
import type { Mode } from "../../notation/mode.ts";
import { searchJson, searchMarkdown, searchText, showJson, showMarkdown, showText } from "../../report/catalog/search.ts";
import { type Options, type Terminal, today, write } from "../terminal.ts";
import { knownModel, knownName, knownProvider, knownResolution } from "./known.ts";
import { bookWithFiles } from "./price-book.ts";

/** USD for one unit of other currencies, as `--fx CNY=0.14` gives them. */
export type Fx = { fx: Readonly<Record<string, string>> };

export type SearchOptions = Options & Fx & { provider?: string; model?: string; mode?: Mode; resolution?: string; maxPrice?: string };

/** `video-budget prices search`: models that match every word and option. @returns 0, also where nothing matches. @throws UsageError */
export async function searchPrices(words: readonly string[], options: SearchOptions, terminal: Terminal): Promise<number> {
  const book = await bookWithFiles(options, terminal);
  const { provider, model, mode, resolution, maxPrice, format } = options;
  const criteria: Criteria = {
    query: words.join(" "),
    ...(provider !== undefined && { provider: knownProvider(provider, book).provider }),
    ...(model !== undefined && { model: knownName(model, book) }),
    ...(mode !== undefined && { mode }),
    ...(resolution !== undefined && { resolution: knownResolution(resolution, book) }),
  };
  const all = searchRows(book, criteria, options.date ?? today(), rates(options.fx));
  const ceiling = maxPrice === undefined ? undefined : decimal(maxPrice);
  const { rows, unknown } = ceiling ? rowsUnderCeiling(all, ceiling) : { rows: all, unknown: 0 };
  const limit = ceiling && { usd: ceiling, unknown };
  const report = format === "json" ? searchJson(rows, limit) : format === "markdown" ? searchMarkdown(rows, limit) : searchText(rows, terminal, limit);
  await write(report, options, terminal);
  return 0;
}

/** `video-budget prices show PROVIDER/MODEL`: everything that is known of one model. @throws UsageError */
export async function showPrice(name: string, options: Options & Fx, terminal: Terminal): Promise<number> {
  const { provider, model } = knownModel(name, await bookWithFiles(options, terminal));
  const clips = clipPrices(provider, model, { date: options.date ?? today(), rates: rates(options.fx) });
  const { format } = options;
  const report =
    format === "json"
      ? showJson(provider, model, clips)
      : format === "markdown"
        ? showMarkdown(provider, model, clips)
        : showText(provider, model, clips, terminal);
  await write(report, options, terminal);
  return 0;
}
