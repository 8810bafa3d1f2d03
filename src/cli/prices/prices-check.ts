import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { compareAgainst } from "../../catalog/litellm.ts";
import { type LitellmEntry, videoEntries } from "../../catalog/litellm-file.ts";
import { findingsOf, upkeepOf } from "../../catalog/upkeep.ts";
import { rates } from "../../money/convert.ts";
import { decoded } from "../../notation/encoding.ts";
import { checkJson, checkMarkdown, checkText } from "../../report/catalog/prices-check.ts";
import { type Options, type Terminal, today, UsageError, write } from "../terminal.ts";
import { knownProvider } from "./known.ts";
import { bookWithFiles } from "./price-book.ts";
import type { Fx } from "./prices.ts";

export type CheckOptions = Options & Fx & { maxAge: number; ahead: number; against?: string; strict: boolean };

/**
 * `video-budget prices check`: reports prices of the book that are old, end soon, or differ from another list.
 * @returns 0, or 1 for findings with `--strict` @throws UsageError, and errors of node:fs
 */
export async function checkPrices(slugs: readonly string[], options: CheckOptions, terminal: Terminal): Promise<number> {
  const book = await bookWithFiles(options, terminal);
  const providers = slugs.length === 0 ? book.slugs : [...new Set(slugs)].map((slug) => knownProvider(slug, book).provider);
  const date = options.date ?? today();
  const upkeep = upkeepOf(book, providers, date, options);
  const result =
    options.against === undefined ? null : compareAgainst(book, await listOf(options.against, terminal), providers, { date, rates: rates(options.fx) });
  const against = result && { file: options.against ?? "", result };
  const findings = findingsOf(upkeep) + (result?.differs.length ?? 0);
  const checked = { upkeep, against, findings };
  const { format, verbose } = options;
  const report =
    format === "json" ? checkJson(checked) : format === "markdown" ? checkMarkdown(checked, verbose) : checkText(checked, { ...terminal, verbose });
  await write(report, options, terminal);
  return options.strict && findings > 0 ? 1 : 0;
}

/** The video models of LiteLLM's list. @throws UsageError if the file does not exist or has another format */
async function listOf(file: string, { cwd }: Terminal): Promise<LitellmEntry[]> {
  const wrong = (why: string): UsageError =>
    new UsageError(`--against ${file}: ${why}. It must be LiteLLM's model_prices_and_context_window.json, or one of its form.`);
  const bytes = await readFile(resolve(cwd, file)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "EISDIR") throw wrong("there is no such file");
    throw error;
  });
  let json: unknown;
  try {
    json = JSON.parse(decoded(bytes) ?? "");
  } catch {
    throw wrong("it is not JSON");
  }
  const entries = videoEntries(json);
  if (!entries) throw wrong('it has no model with the mode "video_generation"');
  return entries;
}
