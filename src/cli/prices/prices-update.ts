import { readFile, realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { ADAPTERS, readFeed } from "../../catalog/feeds/adapters.ts";
import { type FeedUpdate, type UpdateLine, updateOf } from "../../catalog/feeds/update.ts";
import { rates } from "../../money/convert.ts";
import { type Amended, amendFile, newFile } from "../../prices/amend.ts";
import type { Book, Provider } from "../../prices/book.ts";
import { findModel } from "../../prices/find.ts";
import { readPrices } from "../../prices/read.ts";
import { fileComment } from "../../report/catalog/confirm.ts";
import { type Updated, updateJson, updateMarkdown, updateText } from "../../report/catalog/update.ts";
import { readYaml } from "../../yaml/read.ts";
import { type Options, replace, type Terminal, today, UsageError, write } from "../terminal.ts";
import { bookWithFiles } from "./price-book.ts";
import type { Fx } from "./prices.ts";

export type UpdateOptions = Options & Fx & { from: readonly string[]; write: boolean };

/**
 * `video-budget prices update --from [NAME=]FILE|URL`: compares machine-readable price lists with the book, and with `--write` updates the price
 * files. The network is used only for addresses in `--from`.
 * @returns 0 @throws UsageError if a feed cannot be read; errors of node:fs
 */
export async function updatePrices(options: UpdateOptions, terminal: Terminal): Promise<number> {
  if (options.from.length === 0) throw new UsageError(`Name a feed: --from FILE or --from https://…; ${NAMES}.`);
  const book = await bookWithFiles(options, terminal);
  const date = options.date ?? today();
  const all: Updated[] = [];
  for (const from of options.from) {
    const { name, origin } = namedOf(from);
    const text = await textOf(origin, terminal.cwd);
    const read = readFeed(text, origin, name);
    if (!read) throw new UsageError(`--from ${from}: it is not of the form of ${name === null ? "any feed that is known" : `the feed ${name}`}; ${NAMES}.`);
    const update = updateOf(book, read.adapter, read.content, { origin, date, rates: rates(options.fx) });
    all.push({ ...update, written: options.write ? await written(update, book, terminal) : new Map() });
  }
  const { format, verbose } = options;
  const report = format === "json" ? updateJson(all, date) : format === "markdown" ? updateMarkdown(all, verbose) : updateText(all, { ...terminal, verbose });
  await write(report, options, terminal);
  return 0;
}

const NAMES = `a feed is named as NAME=FILE, where its form does not tell it: ${ADAPTERS.map(({ name }) => name).join(", ")}`;

function namedOf(from: string): { name: string | null; origin: string } {
  const [, name, origin] = /^([a-z]+)=(.+)$/.exec(from) ?? [];
  if (name === undefined || origin === undefined) return { name: null, origin: from };
  if (!ADAPTERS.some((one) => one.name === name)) throw new UsageError(`--from ${from}: there is no feed ${name}; ${NAMES}.`);
  return { name, origin };
}

/** The timeout of a feed in milliseconds, and its largest size in bytes. */
const PATIENCE = 30_000;
const LARGEST = 50e6;

async function textOf(origin: string, cwd: string): Promise<string> {
  if (!/^https?:\/\//.test(origin)) {
    return readFile(resolve(cwd, origin), "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" || error.code === "EISDIR") throw new UsageError(`--from ${origin}: there is no such file.`);
      throw error;
    });
  }
  if (origin.startsWith("http:")) throw new UsageError(`--from ${origin}: an address must be https, so that nobody between can change a price.`);
  try {
    const answer = await fetch(origin, { signal: AbortSignal.timeout(PATIENCE), headers: { accept: "application/json, text/markdown, */*" } });
    const text = answer.ok ? await answer.text() : null;
    if (text === null || text.length > LARGEST)
      throw new UsageError(`--from ${origin}: ${text === null ? `it answers ${answer.status}` : "it is above 50 MB"}.`);
    return text;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`--from ${origin}: it cannot be reached (${error instanceof Error ? error.message : String(error)}).`);
  }
}

type Existing = { bytes: Uint8Array; provider: Provider };

/** Writes the changed models, one provider's file after the other. A file that cannot be edited safely stays as it is and is reported. */
async function written({ lines }: FeedUpdate, book: Book, { cwd, process }: Terminal): Promise<Updated["written"]> {
  const done = new Map<string, { file: string; change: string } | { refused: string }>();
  const slugs = new Set(lines.flatMap(({ id, after }) => (id !== null && after ? [id.split("/")[0] ?? ""] : [])));
  for (const slug of slugs) {
    const file = `prices/${slug}.yml`;
    const path = resolve(cwd, file);
    const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw error;
    });
    let text = bytes && new TextDecoder().decode(bytes);
    for (const line of lines.filter(({ id }) => id?.startsWith(`${slug}/`))) {
      const next = amended(line, file, text, book.provider(slug) as Provider);
      if (next === null || line.id === null) continue;
      if ("text" in next) text = next.text;
      const change = line.state === "moved" ? "a dated price was added, and the old one closed" : "marked as checked";
      done.set(line.id, "text" in next ? { file, change } : { refused: refusalOf(next, file) });
    }
    const isChanged = text !== null && (bytes === null || text !== new TextDecoder().decode(bytes));
    if (isChanged && text !== null) await replace(bytes ? await realpath(path) : path, text, process.pid);
  }
  return done;
}

/** The amended price file for one line of a feed. @returns null if there is nothing to write */
function amended({ id, after }: UpdateLine, file: string, text: string | null, provider: Provider): Amended | null {
  if (id === null || !after) return null;
  if (text === null) return newFile(file, provider, after, fileComment(provider));
  const existing = existingOf(file, text);
  if (!existing) return { problems: [] };
  const before = findModel(existing.provider, after.id);
  if (before && JSON.stringify(before.prices) === JSON.stringify(after.prices)) return null;
  return amendFile(file, existing.bytes, before, after);
}

function existingOf(file: string, text: string): Existing | null {
  const bytes = new TextEncoder().encode(text);
  const { provider } = readPrices(readYaml(file, bytes));
  return provider && { bytes, provider };
}

function refusalOf(amended: Exclude<Amended, { text: string }>, file: string): string {
  return "problems" in amended
    ? `not written: ${file} would have errors`
    : `not written: other models of ${file} share this price by an anchor; edit it by hand`;
}
