import { clipPrices } from "../../catalog/clip-prices.ts";
import { type Criteria, jobOfRows, rowsUnderCeiling, searchRows, sortedRows, unlistedProviders } from "../../catalog/search.ts";
import type { Sort } from "../../catalog/sort.ts";
import { rates } from "../../money/convert.ts";
import { decimal } from "../../money/decimal.ts";
import type { Mode } from "../../notation/mode.ts";
import { type Found, searchJson, searchMarkdown, searchText, showJson, showMarkdown, showText } from "../../report/catalog/search.ts";
import { type Options, type Terminal, today, write } from "../terminal.ts";
import { knownModel, knownName, knownProvider, knownResolution, nearNames } from "./known.ts";
import { bookWithFiles } from "./price-book.ts";

/** Exchange rates from `--fx CNY=0.14`: USD for one unit of each currency. */
export type Fx = { fx: Readonly<Record<string, string>> };

export type SearchOptions = Options &
  Fx & { provider?: string; model?: string; mode?: Mode; resolution?: string; maxPrice?: string; duration?: number; sort: Sort; limit?: number };

/** `video-budget prices search`: lists models that match every word and option. @returns 0, even if nothing matches. @throws UsageError */
export async function searchPrices(words: readonly string[], options: SearchOptions, terminal: Terminal): Promise<number> {
  const book = await bookWithFiles(options, terminal);
  const { provider, model, mode, resolution, maxPrice, format } = options;
  const criteria: Criteria = {
    query: words.join(" "),
    ...(provider !== undefined && { provider: knownProvider(provider, book).provider }),
    ...(model !== undefined && { model: knownName(model, book) }),
    ...(mode !== undefined && { mode }),
    ...(resolution !== undefined && { resolution: knownResolution(resolution, book) }),
    ...(options.duration !== undefined && { duration: options.duration }),
  };
  const all = searchRows(book, criteria, options.date ?? today(), rates(options.fx));
  const ceiling = maxPrice === undefined ? undefined : decimal(maxPrice);
  const { rows: some, unknown } = ceiling ? rowsUnderCeiling(all, ceiling) : { rows: all, unknown: 0 };
  const sorted = sortedRows(some, options.sort);
  const rows = sorted.slice(0, options.limit ?? sorted.length);
  const unlisted = unlistedProviders(book, criteria);
  const meant = all.length > 0 || unlisted.length > 0 || words.length === 0 ? [] : nearNames(words.join(" "), book);
  const found: Found = { rows, asked: jobOfRows(criteria), left: sorted.length - rows.length, unlisted, meant };
  const limit = ceiling && { usd: ceiling, unknown };
  const report = format === "json" ? searchJson(found, limit) : format === "markdown" ? searchMarkdown(found, limit) : searchText(found, terminal, limit);
  await write(report, options, terminal);
  return 0;
}

/** `video-budget prices show PROVIDER/MODEL`: prints everything that the book knows about one model. @throws UsageError */
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
