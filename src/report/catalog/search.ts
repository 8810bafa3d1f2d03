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
import { modelInWords } from "./model.ts";

/** How a terminal shows it; `width` in columns. */
export type Look = { width: number; color: boolean };

/** More than any note of the price book; a cap against hostile files only. */
const LONG = 4000;

/** Rows that a price ceiling kept out because they have no price to hold against it; absent where no ceiling was given. */
export type Ceiling = { usd: Decimal; unknown: number };

/** Models that a search found, as a table for a terminal. */
export function searchText(rows: readonly SearchRow[], { width, color }: Look, ceiling?: Ceiling): string {
  const paint = picocolors.createColors(color);
  if (rows.length === 0) return `${wrap(["No model matches.", ...unknownOf(ceiling)].join(" "), width).join("\n")}\n`;
  const table = columns(
    [
      { title: "Model" },
      { title: "Modes", drop: 2 },
      { title: "A job in USD", align: "right" },
      { title: "of" },
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
  return `${[...table, "", ...wrap([`${count(rows.length, "model")}.`, ...unknownOf(ceiling), ABOUT].join(" "), width).map(paint.dim)].join("\n")}\n`;
}

const ABOUT = "A job is a clip of 5 seconds, or of what is shown, at the model's own defaults. `video-budget prices show MODEL` says everything about one.";

/** The same as a Markdown table. */
export function searchMarkdown(rows: readonly SearchRow[], ceiling?: Ceiling): string {
  if (rows.length === 0) return `${["No model matches.", ...unknownOf(ceiling)].join(" ")}\n`;
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
  return `${[...tableHead(["Model", "Modes", "A job in USD:", "of", "Resolutions", "Checked", "State"]), ...body, "", [...unknownOf(ceiling), ABOUT].join(" ")].join("\n")}\n`;
}

/** The same for programs; amounts in USD for one job, null where the book cannot tell. */
export function searchJson(rows: readonly SearchRow[], ceiling?: Ceiling): string {
  const models = rows.map(({ example, ...row }) => ({ ...row, example: example && { ...example, amount: round(example.amount) } }));
  const limit = ceiling && { max_price: round(ceiling.usd), not_shown_without_price: ceiling.unknown };
  return `${JSON.stringify({ schema: "video-budget/prices-search@1", ...limit, models }, null, 2)}\n`;
}

function unknownOf(ceiling: Ceiling | undefined): string[] {
  if (!ceiling || ceiling.unknown === 0) return [];
  return [`${count(ceiling.unknown, "model")} without a known price ${ceiling.unknown === 1 ? "is" : "are"} not shown.`];
}

function amountOf({ example }: SearchRow): string {
  if (!example) return "unknown";
  return `${BOUNDS[example.bound]}${jobPrice(example.amount, "USD")}`;
}

/** 5 s, 720p, and whatever else had to be chosen. */
function exampleOf({ example }: SearchRow, quote: (text: string) => string): string {
  return Object.entries(example?.request ?? {})
    .map(([field, value]) =>
      field === "duration" && typeof value === "number" ? `${quantity(value)} s` : field === "resolution" ? quote(String(value)) : quote(`${field} ${value}`),
    )
    .join(", ");
}

function checkedOf({ checked, confidence }: SearchRow): string {
  return checked === null ? "" : `${isUndated(checked) ? "not dated" : checked}${confidence === "provider" ? "" : ` (${confidence})`}`;
}

function stateOf({ status, retires }: SearchRow): string {
  if (status === "retiring") return `until ${retires}`;
  return status === "retired" ? `retired ${retires}` : status;
}

/** Everything that is known of one model, for a terminal. */
export function showText(provider: Provider, model: Model, clips: ClipPrices, { width, color }: Look): string {
  const paint = picocolors.createColors(color);
  const lines = modelInWords(provider, model, clips, (text) => inert(text, LONG)).flatMap(({ title, lines: said }) => [
    "",
    paint.bold(title),
    ...said.flatMap((line) => wrap(`  ${line}`, width, "    ")),
  ]);
  return `${[...wrap(inert(`${provider.provider}/${model.id}`), width).map(paint.bold), ...lines].join("\n")}\n`;
}

/** The same as Markdown: single words, as names and addresses are, in code spans. */
export function showMarkdown(provider: Provider, model: Model, clips: ClipPrices): string {
  const lines = modelInWords(provider, model, clips, (text) => (/\s/.test(text) ? prose(text, LONG) : code(text))).flatMap(({ title, lines: said }) => [
    "",
    `### ${title}`,
    "",
    ...said.map((line) => `- ${line}`),
  ]);
  return `${[`## ${code(`${provider.provider}/${model.id}`)}`, ...lines].join("\n")}\n`;
}

/** The same for programs: the price book's own form of the model, with its provider's account and jobs; and clips in USD. */
export function showJson({ models: _, ...provider }: Provider, model: Model, clips: ClipPrices): string {
  const { date, state } = clips;
  return `${JSON.stringify({ schema: "video-budget/prices-show@1", date, state, clips: clipsData(clips), provider, model }, null, 2)}\n`;
}
