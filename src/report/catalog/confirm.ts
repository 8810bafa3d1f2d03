import picocolors from "picocolors";
import { daysBetween } from "../../notation/date.ts";
import type { Model, Price, Provider } from "../../prices/book.ts";
import { placesOf } from "../../prices/confirm.ts";
import { isUndated } from "../../prices/dated.ts";
import { code, inert, prose } from "../layout/escape.ts";
import { count } from "../layout/format.ts";
import { wrap } from "../layout/wrap.ts";
import { checkedDay } from "../words/trust.ts";
import { chargesInWords, type EscapeText } from "./charge.ts";
import { accountLines, billedLines } from "./model.ts";
import type { Look } from "./search.ts";

/** One price to compare with its page on a day (UTC). `written`: the price file that was changed, and how; null if none was. */
export type Listing = {
  provider: Provider;
  model: Model;
  price: Price;
  date: string;
  written: { file: string; change: "checked" | "closed" | "corrected" } | null;
};

/** Characters. Longer than any note or address in the price book, so it only cuts hostile texts. */
const LONG = 4000;

/** The page to open and the figures to compare with it, for a terminal. Each figure has the number that `--set` takes. */
export function confirmText(listing: Listing, { width, color }: Look): string {
  const paint = picocolors.createColors(color);
  const { figures, rules, beside } = partsOf(listing, (text) => inert(text, LONG));
  const size = String(figures.length).length;
  return `${[
    ...wrap(`${inert(`${listing.provider.provider}/${listing.model.id}`)}: compare with the page`, width).map(paint.bold),
    "",
    ...wrap(`  ${inert(listing.price.source, LONG)}`, width, "  "),
    ...wrap(`  ${age(listing)}`, width, "  ").map(paint.dim),
    "",
    ...figures.flatMap((line, index) => wrap(`  ${String(index + 1).padStart(size)}  ${line}`, width, " ".repeat(size + 4))),
    ...rules.flatMap((line) => wrap(`  ${"-".padStart(size)}  ${line}`, width, " ".repeat(size + 4))),
    ...(beside.length === 0 ? [] : ["", paint.bold(BESIDE), ...beside.flatMap((line) => wrap(`  ${line}`, width, "    "))]),
  ].join("\n")}\n`;
}

const BESIDE = "Worth a look too; this command does not record it";

/** The same report as Markdown. */
export function confirmMarkdown(listing: Listing): string {
  const { figures, rules, beside } = partsOf(listing, (text) => (/\s/.test(text) ? prose(text, LONG) : code(text, LONG)));
  return `${[
    `## ${code(`${listing.provider.provider}/${listing.model.id}`)}`,
    "",
    `Compare with ${code(listing.price.source, LONG)}, ${age(listing)}:`,
    "",
    ...figures.map((line, index) => `${index + 1}. ${line}`),
    ...(rules.length === 0 ? [] : ["", ...rules.map((line) => `- ${line}`)]),
    ...(beside.length === 0 ? [] : ["", `${BESIDE}:`, "", ...beside.map((line) => `- ${line}`)]),
  ].join("\n")}\n`;
}

/** The same as JSON: charges and factors as in the price book, with their numbers. */
export function confirmJson({ provider, model, price, date, written }: Listing): string {
  const { from, to, source, checked, confidence, charges, factors, holes, total } = price;
  const figures = [...charges, ...factors].map((figure, index) => ({ number: index + 1, ...figure }));
  const billed = { ...provider.jobs.billed, ...model.jobs.billed };
  return `${JSON.stringify(
    {
      schema: "video-budget/prices-confirm@1",
      id: `${provider.provider}/${model.id}`,
      date,
      price: { from: from ?? null, to: to ?? null, source, checked, confidence, figures, holes, total: total ?? null },
      billed,
      written,
    },
    null,
    2,
  )}\n`;
}

function age({ price, date }: Listing): string {
  const days = daysBetween(price.checked, date);
  if (isUndated(price.checked)) return `its page was ${checkedDay(price.checked)}, confidence ${price.confidence}`;
  return `last checked ${price.checked}${days > 0 ? `, ${count(days, "day")} before ${date}` : ""}, confidence ${price.confidence}`;
}

function partsOf({ provider, model, price }: Listing, quote: EscapeText): { figures: string[]; rules: string[]; beside: string[] } {
  const lines = chargesInWords(price, quote);
  const places = placesOf(price);
  return {
    figures: lines.slice(0, places),
    rules: lines.slice(places),
    beside: [...billedLines({ ...provider.jobs, ...model.jobs }, quote), ...(provider.account ? accountLines(provider.account, quote) : [])],
  };
}

/** One figure in words, for the question that asks for its amount. */
export function figureInWords({ price }: Pick<Listing, "price">, place: number): string {
  return chargesInWords(price, (text) => inert(text, LONG))[place] ?? "";
}

/** The comment at the top of a price file that `prices confirm` writes. */
export function fileComment({ name }: Pick<Provider, "name">): string {
  return `Prices of ${inert(name)} that were compared with its pages by hand (video-budget prices confirm).\nName this file under \`prices:\` in a manifest: its models win over the built-in book, which keeps all others.`;
}
