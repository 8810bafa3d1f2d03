import type { ClipRequest } from "../../catalog/clip-request.ts";
import { rankModels } from "../../catalog/rank.ts";
import { loadBook } from "../../files/book.ts";
import { rates } from "../../money/convert.ts";
import type { Mode } from "../../notation/mode.ts";
import type { Model } from "../../prices/book.ts";
import { rankJson, rankMarkdown, rankText } from "../../report/catalog/rank.ts";
import { type Options, type Terminal, today, UsageError, write } from "../terminal.ts";
import { knownModel, knownProvider, knownResolution } from "./known.ts";
import { bookWithFiles } from "./price-book.ts";
import type { Fx } from "./prices.ts";

export type CompareOptions = Options &
  Fx & { mode?: Mode; duration?: number; resolution?: string; audio?: boolean; aspectRatio?: string; fps?: number; provider: string[] };

const SECONDS = 5;

/** `video-budget prices compare`: ranks all models, or the named ones, by the price of one clip. @returns 0, even if no model makes it. @throws UsageError */
export async function comparePrices(names: readonly string[], options: CompareOptions, terminal: Terminal): Promise<number> {
  const book = await bookWithFiles(options, terminal);
  const chosen = names.map((name) => knownModel(name, book));
  const mode = options.mode ?? commonMode(chosen.map(({ model }) => model));
  const duration = options.duration ?? (chosen.length > 0 ? SECONDS : undefined);
  if (mode === undefined || duration === undefined)
    throw new UsageError("Say what the job does and how long the clip is, --mode and --duration; or name the models to compare.");
  const { resolution, audio, aspectRatio, fps, format, verbose } = options;
  const ask: ClipRequest = {
    mode,
    duration,
    ...(resolution !== undefined && { resolution: knownResolution(resolution, book) }),
    ...(audio !== undefined && { audio }),
    ...(aspectRatio !== undefined && { aspect_ratio: aspectRatio }),
    ...(fps !== undefined && { fps }),
  };
  const sellers = chosen.length === 0 ? book.slugs : [...new Set(chosen.map(({ provider }) => provider.provider))];
  const providers = options.provider.length === 0 ? sellers : [...new Set(options.provider)].map((slug) => knownProvider(slug, book).provider);
  const all = rankModels(book, ask, { date: options.date ?? today(), rates: rates(options.fx) }, providers);
  const wanted = new Set(chosen.map(({ provider, model }) => `${provider.provider}/${model.id}`));
  const isWanted = ({ id }: { id: string }): boolean => wanted.size === 0 || wanted.has(id);
  const ranking = { ...all, ranked: all.ranked.filter(isWanted), leftOut: all.leftOut.filter(isWanted) };
  const report =
    format === "json"
      ? rankJson(ranking)
      : format === "markdown"
        ? rankMarkdown(ranking, loadBook(terminal.folder), verbose)
        : rankText(ranking, { ...terminal, verbose });
  await write(report, options, terminal);
  return 0;
}

/** The first mode of the first model that all models have; without a common mode, the first mode of the first model. */
function commonMode(models: readonly Model[]): Mode | undefined {
  const [first, ...others] = models;
  return first?.modes.find((mode) => others.every((one) => one.modes.includes(mode))) ?? first?.modes[0];
}
