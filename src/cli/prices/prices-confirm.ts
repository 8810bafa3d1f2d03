import { mkdir, readFile, realpath } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { type Amended, amendFile, newFile } from "../../prices/amend.ts";
import { type Confirmation, confirmModel, placesOf } from "../../prices/confirm.ts";
import { findModel, priceOn } from "../../prices/find.ts";
import { overlay } from "../../prices/overlay.ts";
import { readPrices } from "../../prices/read.ts";
import { confirmJson, confirmMarkdown, confirmText, fileComment, type Listing } from "../../report/catalog/confirm.ts";
import { sentence } from "../../report/words/messages.ts";
import { readYaml } from "../../yaml/read.ts";
import { type Options, replace, type Terminal, today, UsageError } from "../terminal.ts";
import { askFinding } from "./ask-finding.ts";
import { knownModel } from "./known.ts";
import { bookWithFiles } from "./price-book.ts";

/** `same`: every figure is as listed. `set`: new amounts by the number of the figure. `source`: the address that was read, if it is another. */
export type ConfirmOptions = Omit<Options, "output"> & { same?: boolean; set: ReadonlyMap<number, string>; source?: string; output?: string };

/**
 * `video-budget prices confirm PROVIDER/MODEL`: lists what to compare with the page of the price. When answers or flags confirm it, it writes a
 * new price file or changes an existing one. A file is never written in part.
 * @returns 0 @throws UsageError, and errors of node:fs
 */
export async function confirmPrice(name: string, options: ConfirmOptions, terminal: Terminal): Promise<number> {
  const { process, cwd } = terminal;
  const date = options.date ?? today();
  const book = await bookWithFiles(options, terminal);
  const [slug = ""] = name.split("/");
  const file = options.output ?? `prices/${slug}.yml`;
  const existing = SLUG.test(slug) ? await existingFile(file, cwd, slug) : null;
  // If the file already has the model, that price is confirmed, because it takes precedence wherever the file is used.
  const { provider, model } = knownModel(name, existing ? overlay(book, [existing.provider], book.snapshot) : book);
  const price = priceOn(model, date);
  if (!price) throw new UsageError(`${slug}/${model.id} has no price on ${date} to confirm; give it one in a price file (prices/README.md).`);
  if (price.checked > date) throw new UsageError(`${slug}/${model.id} was already checked on ${price.checked}, after ${date}.`);

  const listing: Listing = { provider, model, price, date, written: null };
  const finding = givenFinding(listing, options);
  const asks = !finding && options.format === "text" && process.stdin.isTTY === true;
  if (options.format === "text") process.stdout.write(confirmText(listing, terminal));
  const found = finding ?? (asks ? await askFinding(listing, process) : null);
  const written = found && (await writeFinding(listing, found, { file, existing, cwd, pid: process.pid }));
  if (options.format === "markdown") process.stdout.write(confirmMarkdown(listing));
  if (options.format === "json") process.stdout.write(confirmJson({ ...listing, written }));
  process.stderr.write(written ? done(listing, written, found) : asks ? SKIPPED : HINT);
  return 0;
}

/** The form of a provider's slug. It becomes part of a path, so nothing else is accepted. */
const SLUG = /^[a-z0-9][a-z0-9-]{0,63}$/;

const BEYOND = "What is more than another amount (a new condition, a charge that is gone) is an edit of a price file: prices/README.md.\n";
const SKIPPED = `Nothing was written. ${BEYOND}`;
const HINT = `Nothing is confirmed yet. When you have compared them: --same, or --set NUMBER=AMOUNT for each that differs.\n${BEYOND}`;

type Existing = { bytes: Uint8Array; provider: NonNullable<ReturnType<typeof readPrices>["provider"]> };

/** The existing file to change, which must be a price file of this provider; null if it does not exist. */
async function existingFile(file: string, cwd: string, slug: string): Promise<Existing | null> {
  const bytes = await readFile(resolve(cwd, file)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (!bytes) return null;
  const { provider, problems } = readPrices(readYaml(file, bytes));
  const errors = problems.filter(({ severity }) => severity === "error");
  if (!provider) {
    throw new UsageError(
      `${file} is there and is not a price file without problems; it is left as it is. Name another with --output.\n${errors.map((one) => `  ${sentence(one)}`).join("\n")}`,
    );
  }
  if (provider.provider !== slug) throw new UsageError(`${file} is the price file of ${provider.provider}, not of ${slug}; name another with --output.`);
  return { bytes, provider };
}

/** The finding in the flags; null if they contain none. */
function givenFinding({ price, date }: Listing, { same, set, source }: ConfirmOptions): Confirmation | null {
  const beyond = [...set.keys()].find((number) => number < 1 || number > placesOf(price));
  if (beyond !== undefined) throw new UsageError(`--set ${beyond}=…: there are ${placesOf(price)} figures, numbered from 1.`);
  if (same && set.size > 0) throw new UsageError("--same says that every figure is as listed, and --set that one is not: give one of them.");
  if (!same && set.size === 0) {
    if (source !== undefined) throw new UsageError("--source says where you read; add what you found: --same, or --set NUMBER=AMOUNT.");
    return null;
  }
  return { date, amounts: new Map([...set].map(([number, amount]) => [number - 1, amount])), ...(source !== undefined && { source }) };
}

type Target = { file: string; existing: Existing | null; cwd: string; pid: number };

async function writeFinding({ provider, model, price }: Listing, finding: Confirmation, { file, existing, cwd, pid }: Target): Promise<Listing["written"]> {
  const { model: after, change } = confirmModel(model, price, finding);
  const before = existing && findModel(existing.provider, model.id);
  const amended = existing ? amendFile(file, existing.bytes, before ?? undefined, after) : newFile(file, provider, after, fileComment(provider));
  if (!("text" in amended)) throw new UsageError(refusal(file, amended));
  const path = resolve(cwd, file);
  if (!existing) await mkdir(dirname(path), { recursive: true });
  // If the path is a link, the link stays and the file that it leads to is replaced.
  await replace(existing ? await realpath(path) : path, amended.text, pid);
  return { file, change };
}

function refusal(file: string, amended: Exclude<Amended, { text: string }>): string {
  if ("problems" in amended) return `The amounts do not make a valid price file:\n${amended.problems.map((one) => `  ${sentence(one)}`).join("\n")}`;
  return `${file} cannot be edited without changing more than this price: other models share parts of it through anchors. Edit it by hand, or name another file with --output.`;
}

function done({ provider, model, price, date }: Listing, written: NonNullable<Listing["written"]>, finding: Confirmation | null): string {
  const says = {
    checked: `checked on ${date}, unchanged`,
    closed: `the old price ends on ${date} and a new one begins`,
    corrected: `the price that began on ${date} is corrected`,
  }[written.change];
  const still =
    price.confidence !== "provider" && finding?.source === undefined
      ? `Its confidence stays ${price.confidence}: name the provider's own page with --source once you have compared with that.\n`
      : "";
  return `Written to ${written.file}: ${provider.provider}/${model.id}, ${says}.\n${still}For a manifest in this folder:\n\nprices: [${written.file}]\n`;
}
