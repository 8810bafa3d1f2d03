import picocolors from "picocolors";
import type { ClipPrices } from "../../catalog/clip-prices.ts";
import type { SearchRow } from "../../catalog/search.ts";
import type { Decimal } from "../../money/decimal.ts";
import { round } from "../../money/round.ts";
import type { Model, Provider } from "../../prices/book.ts";
import { isUndated } from "../../prices/dated.ts";
import { columns } from "../layout/columns.ts";
import { code, inert, prose } from "../layout/escape.ts";
import { count, jobPrice, quantity } from "../layout/format.ts";
import { tableHead, tableRow } from "../layout/table.ts";
import { wrap } from "../layout/wrap.ts";
import { BOUNDS, clipsData } from "./clips.ts";
import { accountLines, billedLines, modelInWords } from "./model.ts";

/** The terminal's width in columns, and whether it shows colors. */
export type Look = { width: number; color: boolean };

/** Characters. Longer than any note in the price book, so it only cuts hostile texts. */
const LONG = 4000;

/** A price ceiling in USD, and the number of rows that it excludes because their price is unknown. */
export type Ceiling = { usd: Decimal; unknown: number };

/**
 * The result of a search. `asked`: the job whose price every row shows. `left`: the number of rows beyond `--limit`. `unlisted`: matching
 * providers without a listed model. `meant`: similar names, if nothing matches.
 */
export type Found = {
  rows: readonly SearchRow[];
  asked: { duration: number; resolution: string };
  left: number;
  unlisted: readonly Provider[];
  meant: readonly string[];
};

/** The models of a search as a table for a terminal. */
export function searchText(found: Found, { width, color }: Look, ceiling?: Ceiling): string {
  const paint = picocolors.createColors(color);
  const { rows } = found;
  const providers = found.unlisted.flatMap((one) => [
    "",
    paint.bold(inert(one.name)),
    ...providerLines(one, inert).flatMap((line) => wrap(`  ${line}`, width, "    ")),
  ]);
  if (rows.length === 0) return `${[...nothing(found, ceiling, inert).flatMap((line) => wrap(line, width)), ...providers].join("\n")}\n`;
  const table = columns(
    [
      { title: "Model", whole: true },
      { title: "Modes", drop: 2 },
      { title: "A job in USD", align: "right" },
      { title: "of", drop: 5 },
      { title: "Resolutions", drop: 1 },
      { title: "Checked", drop: 3 },
      { title: "State", drop: 4 },
    ],
    rows.map((row) => [
      inert(row.id),
      row.modes.join(", "),
      amountOf(row),
      exampleOf(row, inert),
      row.resolutions.map((one) => inert(one)).join(", "),
      checkedOf(row),
      stateOf(row),
    ]),
    width,
    paint.dim,
  );
  const after = [countOf(found), ...unknownOf(ceiling), ABOUT].join(" ");
  return `${[...wrap(askedWords(found, inert), width).map(paint.bold), "", ...table, "", ...wrap(after, width).map(paint.dim), ...providers].join("\n")}\n`;
}

const ABOUT = "`video-budget prices show MODEL` says everything about one.";

/** The heading of the table: the job that is priced. */
function askedWords({ asked, rows }: Found, quote: (text: string) => string): string {
  const others = rows.some(({ example }) => example && !example.as_asked);
  return `A job of ${quantity(asked.duration)} s at ${quote(asked.resolution)}, otherwise at the model's own defaults${others ? "; where a model does not make that, of what is shown" : ""}:`;
}

function countOf({ rows, left }: Found): string {
  return left === 0 ? `${count(rows.length, "model")}.` : `${count(rows.length, "model")} of ${rows.length + left}: --limit shows more.`;
}

function nothing({ unlisted, meant }: Found, ceiling: Ceiling | undefined, quote: (text: string) => string): string[] {
  if (unlisted.length > 0)
    return [`No model is listed: ${unlisted.map(({ name }) => quote(name)).join(", ")} ${unlisted.length === 1 ? "publishes" : "publish"} no prices.`];
  const near = meant.length === 0 ? [] : [`Did you mean ${meant.map((one) => quote(one)).join(" or ")}?`];
  return [["No model matches.", ...near, ...unknownOf(ceiling)].join(" ")];
}

/** What the book knows about a provider without public prices, and how to declare a price. */
function providerLines({ provider, account, jobs, unlisted_models, notes }: Provider, quote: (text: string) => string): string[] {
  return [
    ...(unlisted_models === undefined ? [] : [`Prices: ${quote(unlisted_models)}`]),
    ...(account ? accountLines(account, quote) : []),
    ...billedLines(jobs, quote),
    ...(notes === undefined ? [] : [quote(notes)]),
    `To count it, give what you pay: on a workload, provider: ${quote(provider)}, model: any id of it, price: { usd: 0.40, per: clip }; or a price file of your own under prices:.`,
  ];
}

/** The same as a Markdown table. */
export function searchMarkdown(found: Found, ceiling?: Ceiling): string {
  const { rows } = found;
  const quote = (text: string): string => (/\s/.test(text) ? prose(text, LONG) : code(text));
  const providers = found.unlisted.flatMap((one) => ["", `### ${prose(one.name)}`, "", ...providerLines(one, quote).map((line) => `- ${line}`)]);
  if (rows.length === 0) return `${[...nothing(found, ceiling, code), ...providers].join("\n")}\n`;
  const body = rows.map((row) =>
    tableRow([
      code(row.id),
      row.modes.join(", "),
      amountOf(row),
      exampleOf(row, code),
      row.resolutions.map((one) => code(one)).join(", "),
      checkedOf(row),
      stateOf(row),
    ]),
  );
  const head = tableHead(["Model", "Modes", "A job in USD:", "of", "Resolutions", "Checked", "State"]);
  return `${[askedWords(found, code), "", ...head, ...body, "", [countOf(found), ...unknownOf(ceiling), ABOUT].join(" "), ...providers].join("\n")}\n`;
}

/** The same as JSON. Amounts are USD for one job, null if unknown. */
export function searchJson({ rows, asked, left, unlisted, meant }: Found, ceiling?: Ceiling): string {
  const models = rows.map(({ example, ...row }) => ({ ...row, example: example && { ...example, amount: round(example.amount) } }));
  const limit = ceiling && { max_price: round(ceiling.usd), not_shown_without_price: ceiling.unknown };
  const providers = unlisted.map(({ models: _, ...provider }) => provider);
  return `${JSON.stringify({ schema: "video-budget/prices-search@1", ...limit, asked, not_shown: left, nearest: meant, providers, models }, null, 2)}\n`;
}

function unknownOf(ceiling: Ceiling | undefined): string[] {
  if (!ceiling || ceiling.unknown === 0) return [];
  return [`${count(ceiling.unknown, "model")} without a known price ${ceiling.unknown === 1 ? "is" : "are"} not shown.`];
}

function amountOf({ example }: SearchRow): string {
  if (!example) return "unknown";
  return `${BOUNDS[example.bound]}${jobPrice(example.amount, "USD")}`;
}

/** The job of a row: `5 s, 720p`, and the fields that had to be chosen. */
function exampleOf({ example }: SearchRow, quote: (text: string) => string): string {
  return Object.entries(example?.request ?? {})
    .map(([field, value]) =>
      field === "duration" && typeof value === "number" ? `${quantity(value)} s` : field === "resolution" ? quote(String(value)) : quote(`${field} ${value}`),
    )
    .join(", ");
}

function checkedOf({ checked, confidence }: SearchRow): string {
  return checked === null ? "" : `${isUndated(checked) ? "undated" : checked}${confidence === "provider" ? "" : ` (${confidence})`}`;
}

function stateOf({ status, retires }: SearchRow): string {
  if (status === "retiring") return `until ${retires}`;
  return status === "retired" ? `retired ${retires}` : status;
}

/** Everything that the book knows about one model, for a terminal. */
export function showText(provider: Provider, model: Model, clips: ClipPrices, { width, color }: Look): string {
  const paint = picocolors.createColors(color);
  const lines = modelInWords(provider, model, clips, (text) => inert(text, LONG)).flatMap(({ title, lines: said }) => [
    "",
    paint.bold(title),
    ...said.flatMap((line) => wrap(`  ${line}`, width, "    ")),
  ]);
  return `${[...wrap(inert(`${provider.provider}/${model.id}`), width).map(paint.bold), ...lines].join("\n")}\n`;
}

/** The same report as Markdown. Single words, such as names and addresses, are in code spans. */
export function showMarkdown(provider: Provider, model: Model, clips: ClipPrices): string {
  const lines = modelInWords(provider, model, clips, (text) => (/\s/.test(text) ? prose(text, LONG) : code(text))).flatMap(({ title, lines: said }) => [
    "",
    `### ${title}`,
    "",
    ...said.map((line) => `- ${line}`),
  ]);
  return `${[`## ${code(`${provider.provider}/${model.id}`)}`, ...lines].join("\n")}\n`;
}

/** The same as JSON: the model as in the price book, its provider's account and jobs, and the prices of clips in USD. */
export function showJson({ models: _, ...provider }: Provider, model: Model, clips: ClipPrices): string {
  const { date, state } = clips;
  return `${JSON.stringify({ schema: "video-budget/prices-show@1", date, state, clips: clipsData(clips), provider, model }, null, 2)}\n`;
}
