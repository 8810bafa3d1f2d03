import type { ClipRequest } from "../../catalog/clip-request.ts";
import { rankModels } from "../../catalog/rank.ts";
import { loadBook } from "../../files/book.ts";
import { rates } from "../../money/convert.ts";
import type { Mode } from "../../notation/mode.ts";
import { rankJson, rankMarkdown, rankText } from "../../report/catalog/rank.ts";
import { type Options, type Terminal, today, write } from "../terminal.ts";
import { knownProvider, knownResolution } from "./known.ts";
import { bookWithFiles } from "./price-book.ts";
import type { Fx } from "./prices.ts";

export type CompareOptions = Options &
  Fx & { mode: Mode; duration: number; resolution?: string; audio?: boolean; aspectRatio?: string; fps?: number; provider: string[] };

/** `video-budget prices compare`: every model by the price of one clip. @returns 0, also where no model makes it. @throws UsageError */
export async function comparePrices(options: CompareOptions, terminal: Terminal): Promise<number> {
  const book = await bookWithFiles(options, terminal);
  const { mode, duration, resolution, audio, aspectRatio, fps, format, verbose } = options;
  const ask: ClipRequest = {
    mode,
    duration,
    ...(resolution !== undefined && { resolution: knownResolution(resolution, book) }),
    ...(audio !== undefined && { audio }),
    ...(aspectRatio !== undefined && { aspect_ratio: aspectRatio }),
    ...(fps !== undefined && { fps }),
  };
  const providers = options.provider.length === 0 ? book.slugs : [...new Set(options.provider)].map((slug) => knownProvider(slug, book).provider);
  const ranking = rankModels(book, ask, { date: options.date ?? today(), rates: rates(options.fx) }, providers);
  const report =
    format === "json"
      ? rankJson(ranking)
      : format === "markdown"
        ? rankMarkdown(ranking, loadBook(terminal.folder), verbose)
        : rankText(ranking, { ...terminal, verbose });
  await write(report, options, terminal);
  return 0;
}
