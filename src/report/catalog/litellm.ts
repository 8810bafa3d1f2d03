import picocolors from "picocolors";
import type { Against, LiteLlmComparison, NotCompared } from "../../catalog/litellm.ts";
import { decimal } from "../../money/decimal.ts";
import { columns } from "../layout/columns.ts";
import { code, inert } from "../layout/escape.ts";
import { count, formatPrice } from "../layout/format.ts";
import { tableHead, tableRow } from "../layout/table.ts";
import { wrap } from "../layout/wrap.ts";
import { notPricedInWords } from "./not-ranked.ts";
import type { Look } from "./search.ts";

type Quote = (text: string) => string;

/** LiteLLM's list compared with the book, for a terminal. Equal prices are listed only with `verbose`. */
export function againstText(against: Against, file: string, { width, color, verbose }: Look & { verbose: boolean }): string[] {
  const paint = picocolors.createColors(color);
  const titled = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : ["", ...wrap(title, width).map(paint.bold), ...lines]);
  const list = (lines: readonly string[]): string[] => lines.flatMap((line) => wrap(`  ${line}`, width, "    "));
  const table = (rows: readonly LiteLlmComparison[]): string[] =>
    rows.length === 0
      ? []
      : columns(
          [
            { title: "Model" },
            { title: "A clip", drop: 2 },
            { title: "Theirs", align: "right" },
            { title: "Ours", align: "right" },
            { title: "Checked", drop: 1 },
            { title: "Their key", drop: 0 },
          ],
          rows.map((row) => [inert(row.id), clipOf(row, inert), second(row.theirs), second(row.ours), row.checked, inert(row.key)]),
          width,
          paint.dim,
        );
  return [
    "",
    ...wrap(summary(against, inert(file)), width).map(paint.bold),
    ...titled("Different, in USD for a second", table(against.differs)),
    ...(verbose ? titled("The same, in USD for a second", table(against.same)) : []),
    ...titled("Only in their list", list(against.theirsOnly.map((one) => theirsInWords(one, inert)))),
    ...titled("Not compared", list(against.notCompared.map((one) => notComparedInWords(one, inert)))),
  ];
}

/** The same report as Markdown. */
export function againstMarkdown(against: Against, file: string, verbose: boolean): string[] {
  const titled = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : ["", `#### ${title}`, "", ...lines]);
  const table = (rows: readonly LiteLlmComparison[]): string[] =>
    rows.length === 0
      ? []
      : [
          ...tableHead(["Model", "A clip", "Theirs:", "Ours:", "Checked", "Their key"]),
          ...rows.map((row) => tableRow([code(row.id), clipOf(row, code), second(row.theirs), second(row.ours), row.checked, code(row.key)])),
        ];
  return [
    "",
    `### ${summary(against, code(file))}`,
    ...titled("Different, in USD for a second", table(against.differs)),
    ...(verbose ? titled("The same, in USD for a second", table(against.same)) : []),
    ...titled(
      "Only in their list",
      against.theirsOnly.map((one) => `- ${theirsInWords(one, code)}`),
    ),
    ...titled(
      "Not compared",
      against.notCompared.map((one) => `- ${notComparedInWords(one, code)}`),
    ),
  ];
}

function summary({ same, differs, theirsOnly, notCompared, oursOnly }: Against, file: string): string {
  return `Against ${file}: ${count(same.length, "price")} the same, ${differs.length} different, ${count(theirsOnly.length, "model")} only there, ${notCompared.length} not compared, ${count(oursOnly, "model")} only here`;
}

function second(amount: LiteLlmComparison["ours"]): string {
  return formatPrice(amount, "USD");
}

/** The clip whose prices are compared: `8 s, 1080p, silent`. */
function clipOf({ request: { mode, duration, resolution, audio } }: LiteLlmComparison, quote: Quote): string {
  return [
    ...(duration === undefined ? [] : [`${duration} s`]),
    ...(resolution === undefined ? [] : [quote(String(resolution))]),
    ...(audio === undefined ? [] : [audio ? "sound" : "silent"]),
    ...(mode === undefined || mode === "text-to-video" ? [] : [String(mode)]),
  ].join(", ");
}

function theirsInWords({ key, provider, theirs }: Against["theirsOnly"][number], quote: Quote): string {
  const rates = theirs.map(({ resolution, usd }) => `${formatPrice(decimal(usd), "USD")} a second${resolution === null ? "" : ` at ${quote(resolution)}`}`);
  const where = provider === null ? "; its provider is not in this book" : "";
  return `${quote(key)}: ${rates.join(", ") || "no price for a second"}${where}`;
}

function notComparedInWords(one: NotCompared, quote: Quote): string {
  const at = one.resolution === null ? "" : ` at ${quote(one.resolution)}`;
  return `${quote(one.key)}${at}: ${whyInWords(one, quote)}`;
}

function whyInWords(one: NotCompared, quote: Quote): string {
  switch (one.reason) {
    case "no-rate-of-theirs":
      return "their list has no price for a second";
    case "unpriced":
      return "this book has the model without a price";
    case "retired":
      return `${quote(one.id ?? "")} is retired since ${one.date}`;
    case "not-accepted":
      return `${quote(one.id ?? "")} does not accept ${quote(one.field)} ${quote(String(one.value))}`;
    default:
      return notPricedInWords(one, quote);
  }
}
