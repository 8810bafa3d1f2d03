import picocolors from "picocolors";
import { type ClipRequest, inputsOf } from "../../catalog/clip-request.ts";
import { type LeftOut, MAX_AGE_DAYS, type Ranked, type Ranking } from "../../catalog/rank.ts";
import { decimal } from "../../money/decimal.ts";
import { round } from "../../money/round.ts";
import { METERS, type Meter } from "../../notation/meter.ts";
import type { Book } from "../../prices/book.ts";
import { isUndated } from "../../prices/dated.ts";
import { columns } from "../layout/columns.ts";
import { code, inert } from "../layout/escape.ts";
import { count, formatPrice, jobPrice, quantity } from "../layout/format.ts";
import { tableHead, tableRow } from "../layout/table.ts";
import { wrap } from "../layout/wrap.ts";
import { type EscapeText, SUBJECT_NAMES } from "./charge.ts";
import { BOUNDS } from "./clips.ts";
import { leftOutDetail, leftOutInWords } from "./not-ranked.ts";
import type { Look } from "./search.ts";
import { sourceMarkdown } from "./source.ts";

/** Models by the price of one job, as a table for a terminal. `verbose` lists every model that is left out and every source. */
export function rankText(ranking: Ranking, { width, color, verbose }: Look & { verbose: boolean }): string {
  const paint = picocolors.createColors(color);
  const { ranked, leftOut } = ranking;
  const table = columns(
    [
      { title: "#", align: "right" },
      { title: "Model", whole: true },
      { title: "A job", align: "right" },
      { title: "A second", align: "right", drop: 2 },
      { title: "Billed", drop: 1 },
      { title: "With", drop: 3 },
      { title: "Checked" },
    ],
    ranked.map((row, index) => [String(index + 1), inert(row.id), amountOf(row), perSecondOf(row), billedOf(row), metOf(row, inert), checkedOf(row)]),
    width,
    paint.dim,
  );
  const left = groupsOf(leftOut).flatMap((group) => [
    ...wrap(`  ${inWords(group, ranking.ask, inert)}`, width, "    "),
    ...(verbose ? group.flatMap((one) => wrap(`    ${named(one, inert)}`, width, "      ").map(paint.dim)) : []),
  ]);
  const sources =
    verbose && ranked.length > 0
      ? ["", "Sources:", ...ranked.flatMap((row) => wrap(`  ${inert(row.id)}: ${inert(row.source, 400)}`, width, "    ").map(paint.dim))]
      : [];
  return `${[
    ...wrap(asked(ranking, inert), width).map(paint.bold),
    "",
    ...(ranked.length > 0 ? table : ["No model is known to make this."]),
    "",
    ...(leftOut.length === 0 ? [] : [`${count(leftOut.length, "model")} not ranked${verbose ? "" : " (--verbose names them)"}:`, ...left]),
    ...sources,
    ...notes(ranked).flatMap((note) => wrap(note, width).map(paint.dim)),
  ].join("\n")}\n`;
}

/** The same report as Markdown. Addresses that the built-in book cites are links. */
export function rankMarkdown(ranking: Ranking, book: Book, verbose: boolean): string {
  const { ranked, leftOut } = ranking;
  const body = ranked.map((row, index) =>
    tableRow([
      String(index + 1),
      code(row.id),
      amountOf(row),
      perSecondOf(row),
      billedOf(row),
      metOf(row, code),
      checkedOf(row),
      sourceMarkdown(row.source, row.id, book),
    ]),
  );
  const left = groupsOf(leftOut).flatMap((group) => [
    `- ${inWords(group, ranking.ask, code)}`,
    ...(verbose ? group.map((one) => `  - ${named(one, code)}`) : []),
  ]);
  return `${[
    `### ${asked(ranking, code)}`,
    "",
    ...(ranked.length > 0
      ? [...tableHead(["#:", "Model", "A job in USD:", "A second:", "Billed", "With", "Checked", "Source"]), ...body]
      : ["No model is known to make this."]),
    "",
    ...(leftOut.length === 0 ? [] : [`${count(leftOut.length, "model")} not ranked:`, "", ...left]),
    ...notes(ranked),
  ].join("\n")}\n`;
}

/** The same as JSON: USD for one job, cheapest first, and every model that is not ranked, with the reason as a code and in words. */
export function rankJson({ ask, date, ranked, leftOut }: Ranking): string {
  const { mode, duration, resolution = null, audio = null, aspect_ratio = null, fps = null } = ask;
  const report = {
    schema: "video-budget/prices-compare@1",
    date,
    request: { mode, duration, resolution, audio, aspect_ratio, fps, input: inputsOf(ask) },
    ranked: ranked.map(({ id, name, amount, perSecond, bound, billed, defaults, chosen, ...rest }, index) => ({
      rank: index + 1,
      id,
      name,
      usd: round(amount),
      usd_per_second: round(perSecond),
      bound,
      billed: billed.map(({ quantity: number, meter, of }) => ({ quantity: round(number), meter, of })),
      defaults,
      assumed: chosen,
      ...rest,
    })),
    left_out: leftOut.map((one) => ({
      id: one.id,
      reason: one.reason,
      field: "field" in one ? one.field : null,
      accepts: one.reason === "not-accepted" ? one.allowed : null,
      usd: one.reason === "not-stated" && one.amount ? round(one.amount) : null,
      message: leftOutInWords(one, true, ask, String),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** The request in words: the mode, the clip, the day of the prices, and the assumed inputs. */
function asked({ ask, date }: Ranking, quote: EscapeText): string {
  const { mode, duration, resolution, audio, aspect_ratio, fps } = ask;
  const { images, video, audio: sound } = inputsOf(ask);
  const input = [
    ...(images > 0 ? [count(images, "image")] : []),
    ...(video > 0 ? [`a video of ${quantity(decimal(video))} s`] : []),
    ...(sound > 0 ? [`sound of ${quantity(decimal(sound))} s`] : []),
  ];
  return `${[
    mode,
    `${quantity(decimal(duration))} s`,
    ...(resolution === undefined ? [] : [quote(resolution)]),
    ...(audio === undefined ? [] : [audio ? "with sound" : "without sound"]),
    ...(aspect_ratio === undefined ? [] : [quote(aspect_ratio)]),
    ...(fps === undefined ? [] : [`${quantity(decimal(fps))} fps`]),
  ].join(", ")}, on ${date}${input.length === 0 ? "" : `; assumed to go in: ${input.join(" and ")}`}`;
}

function amountOf({ amount, bound }: Ranked): string {
  return `${BOUNDS[bound]}${jobPrice(amount, "USD")}`;
}

function perSecondOf({ perSecond, bound }: Ranked): string {
  return `${BOUNDS[bound]}${formatPrice(perSecond.prec(4, 1), "USD")}`;
}

/** Billed quantities: `8 s`, `1 clip + 7 s`, `393,720 tokens`. */
function billedOf({ billed }: Ranked): string {
  return billed
    .map(({ quantity: number, meter, of }) => {
      const { unit, subject } = METERS[meter as Meter];
      const of_ = of.length === 1 && of[0] === subject ? "" : ` of ${of.map((one) => SUBJECT_NAMES[one as keyof typeof SUBJECT_NAMES]).join(" and ")}`;
      return `${meter === "second" ? `${quantity(number)} s` : `${quantity(number)} ${unit}${number.eq(1) ? "" : "s"}`}${of_}`;
    })
    .join(" + ");
}

/** The values of the fields that the request leaves open: the provider's defaults, then assumptions. Switches that are off and values called `standard` are left out. */
export function metOf({ defaults, chosen, pack, unstated }: Ranked, quote: EscapeText): string {
  const say = ([field, value]: [string, string | number | boolean]): string[] => {
    if (field === "audio") return [value ? "sound" : "no sound"];
    if (value === false || value === "standard") return [];
    return field === "resolution" ? [quote(String(value))] : [`${quote(field)} ${quote(String(value))}`];
  };
  const assumed = Object.entries(chosen).flatMap(say);
  return [
    ...Object.entries(defaults).flatMap(say),
    ...(assumed.length === 0 ? [] : [`assumed ${assumed.join(", ")}`]),
    ...(pack === null ? [] : [`credits of ${quote(pack)}`]),
    ...unstated.map((field) => `${quote(field)} not stated`),
  ].join(", ");
}

/** The day of checking with marks, as in `2026-03-07 t old`; `notes` explains the marks. */
function checkedOf({ checked, confidence, stale }: Ranked): string {
  return [isUndated(checked) ? "undated" : checked, { provider: "", "third-party": "t", inferred: "i" }[confidence], stale ? "old" : ""]
    .filter((part) => part !== "")
    .join(" ");
}

/** Models that are left out, grouped by reason, the largest group first. A group keeps the book's order. */
function groupsOf(leftOut: readonly LeftOut[]): LeftOut[][] {
  const groups = new Map<string, LeftOut[]>();
  for (const one of leftOut) {
    const key = [one.reason, "field" in one ? one.field : "", "currency" in one ? one.currency : ""].join();
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length);
}

function inWords(group: readonly LeftOut[], ask: ClipRequest, quote: EscapeText): string {
  return `${group.length} ${leftOutInWords(group[0] as LeftOut, group.length === 1, ask, quote)}`;
}

function named(one: LeftOut, quote: EscapeText): string {
  const detail = leftOutDetail(one, quote);
  return `${quote(one.id)}${detail === null ? "" : ` (${detail})`}`;
}

/** Explains the words and marks that occur in the table. */
function notes(ranked: readonly Ranked[]): string[] {
  if (ranked.length === 0) return [];
  const has = (some: (row: Ranked) => boolean, note: string): string[] => (ranked.some(some) ? [note] : []);
  return [
    "",
    [
      "List prices in USD; a second is one of the clip, whatever is billed. What was not asked for is the provider's default.",
      ...has(({ chosen }) => Object.keys(chosen).length > 0, "Assumed: the provider has no default, or its default does not make this clip."),
      ...has(({ bound }) => bound === "upper", "≤: at most."),
      ...has(({ bound }) => bound === "lower", "≥: at least; a part of what is billed is not known."),
      ...has(({ confidence }) => confidence === "third-party", "t: read at a third party."),
      ...has(({ confidence }) => confidence === "inferred", "i: inferred from other prices."),
      ...has(({ stale }) => stale, `old: checked more than ${MAX_AGE_DAYS} days before.`),
    ].join(" "),
  ];
}
