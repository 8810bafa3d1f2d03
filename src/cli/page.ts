import { resolve } from "node:path";
import { loadPageParts } from "../files/page-template.ts";
import { gather } from "../gather.ts";
import { fillPage, type PageData } from "../page/fill.ts";
import { NotText, recorder } from "../page/recording.ts";
import { inert } from "../report/layout/escape.ts";
import { manifestsOf } from "./manifests.ts";
import { type Options, type Terminal, today, UsageError, write } from "./terminal.ts";

/** `html`: the file that the page is written to. */
export type PageOptions = Omit<Options, "format"> & { html: string };

/** `check --html FILE`: writes the manifests and the files that they use to one page, on which a person can change values and export the result. @throws UsageError, I/O errors */
export async function writePlanPage(manifests: readonly string[], options: PageOptions, terminal: Terminal): Promise<void> {
  if (manifests.includes("-")) throw new UsageError("--html needs manifests of files: what is edited on the page is to be saved in their place.");
  const { cwd, process } = terminal;
  const { roots, reader } = await manifestsOf(manifests, cwd, process);
  const { reader: recording, recording: recorded } = recorder(reader);
  try {
    await gather(recording, roots, "", { prices: options.prices });
  } catch (error) {
    if (error instanceof NotText) throw new UsageError(`${inert(error.message)} is not UTF-8 text, so no page can be made of it.`);
    throw error;
  }
  const target = resolve(cwd, options.html);
  if (Object.keys(recorded.files).some((path) => resolve(cwd, path) === target))
    throw new UsageError(`--html ${inert(options.html)} is a file that the page is made of: name another one.`);
  await writePage({ date: options.date ?? today(), plan: { roots, prices: options.prices, recording: recorded } }, options, terminal);
}

/** `video-budget prices explore --html FILE`: writes a page with only the price book. @returns 0 @throws I/O errors */
export async function explorePrices(options: PageOptions, terminal: Terminal): Promise<number> {
  await writePage({ date: options.date ?? today(), plan: null }, options, terminal);
  return 0;
}

async function writePage(data: PageData, options: PageOptions, terminal: Terminal): Promise<void> {
  const { template, prices } = loadPageParts(terminal.folder);
  await write(fillPage(template, data, prices), { ...options, output: options.html }, terminal);
}
