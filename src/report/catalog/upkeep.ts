import picocolors from "picocolors";
import type { Coming, Retired, Stale, Upkeep } from "../../catalog/upkeep.ts";
import { columns } from "../layout/columns.ts";
import { code, inert } from "../layout/escape.ts";
import { count } from "../layout/format.ts";
import { tableHead, tableRow } from "../layout/table.ts";
import { wrap } from "../layout/wrap.ts";
import { checkedDay } from "../words/trust.ts";
import type { Look } from "./search.ts";

/** Characters. Longer than any address in the price book, so it only cuts hostile texts. */
const LONG = 400;

type Quote = (text: string, cap?: number) => string;

/** The parts of a price book that need attention, for a terminal: old prices by provider (one by one with `verbose`), coming changes, retired models. */
export function upkeepText(upkeep: Upkeep, { width, color, verbose }: Look & { verbose: boolean }): string[] {
  const paint = picocolors.createColors(color);
  const list = (lines: readonly string[]): string[] => lines.flatMap((line) => wrap(`  ${line}`, width, "    "));
  const titled = (title: string, lines: readonly string[]): string[] => ["", ...wrap(title, width).map(lines.length > 0 ? paint.bold : paint.dim), ...lines];
  const groups = byProvider(upkeep.stale);
  const old = verbose
    ? columns(
        [{ title: "Model" }, { title: "Checked" }, { title: "Days", align: "right", drop: 2 }, { title: "Page", drop: 1 }],
        upkeep.stale.map(({ id, checked, days, source }) => [inert(id), checkedDay(checked), String(days), inert(source, LONG)]),
        width,
        paint.dim,
      )
    : columns(
        [
          { title: "Provider" },
          { title: "Prices", align: "right" },
          { title: "Oldest" },
          { title: "Days", align: "right", drop: 2 },
          { title: "Pages at", drop: 1 },
        ],
        groups.map(([slug, stale]) => [
          inert(slug),
          String(stale.length),
          checkedDay(stale[0]?.checked ?? ""),
          String(stale[0]?.days ?? ""),
          sitesOf(stale, inert),
        ]),
        width,
        paint.dim,
      );
  return [
    ...wrap(headline(upkeep), width).map(paint.bold),
    ...titled(staleTitle(upkeep), groups.length === 0 ? [] : old),
    ...titled(comingTitle(upkeep), list(upkeep.coming.map((one) => comingInWords(one, inert)))),
    ...titled(retiredTitle(upkeep), list(shownRetired(upkeep, verbose).map((one) => retiredInWords(one, inert)))),
  ];
}

/** The same report as Markdown. */
export function upkeepMarkdown(upkeep: Upkeep, verbose: boolean): string[] {
  const titled = (title: string, lines: readonly string[]): string[] => ["", `### ${title}`, ...(lines.length === 0 ? [] : ["", ...lines])];
  const old = verbose
    ? [
        ...tableHead(["Model", "Checked", "Days:", "Page"]),
        ...upkeep.stale.map(({ id, checked, days, source }) => tableRow([code(id), checkedDay(checked), String(days), code(source, LONG)])),
      ]
    : [
        ...tableHead(["Provider", "Prices:", "Oldest", "Days:", "Pages at"]),
        ...byProvider(upkeep.stale).map(([slug, stale]) =>
          tableRow([code(slug), String(stale.length), checkedDay(stale[0]?.checked ?? ""), String(stale[0]?.days ?? ""), sitesOf(stale, code)]),
        ),
      ];
  return [
    `## ${headline(upkeep)}`,
    ...titled(staleTitle(upkeep), upkeep.stale.length === 0 ? [] : old),
    ...titled(
      comingTitle(upkeep),
      upkeep.coming.map((one) => `- ${comingInWords(one, code)}`),
    ),
    ...titled(
      retiredTitle(upkeep),
      shownRetired(upkeep, verbose).map((one) => `- ${retiredInWords(one, code)}`),
    ),
  ];
}

function headline({ date, models, prices }: Upkeep): string {
  return `The price book on ${date}: ${count(models, "model")}, ${count(prices, "price")} in force`;
}

function staleTitle({ stale, maxAge }: Upkeep): string {
  const age = count(maxAge, "day");
  if (stale.length === 0) return `Every price was checked within ${age}.`;
  return `Last checked more than ${age} ago: ${count(stale.length, "price")} of ${count(byProvider(stale).length, "provider")}, oldest first`;
}

function comingTitle({ coming, ahead }: Upkeep): string {
  return coming.length === 0 ? `Nothing retires and no price ends within ${count(ahead, "day")}.` : `Within ${count(ahead, "day")}`;
}

function retiredTitle({ retired }: Upkeep): string {
  if (retired.length === 0) return "No model is retired.";
  const advised = retired.filter(({ named_by }) => named_by.length > 0).length;
  return `${count(retired.length, "retired model")} still found by name${advised > 0 ? `; ${advised === 1 ? "one is" : `${advised} are`} what others say to use instead` : ""}`;
}

/** Old prices by provider; the provider with the oldest price comes first. */
function byProvider(stale: readonly Stale[]): [string, Stale[]][] {
  const groups = new Map<string, Stale[]>();
  for (const one of stale) groups.set(one.provider, [...(groups.get(one.provider) ?? []), one]);
  return [...groups];
}

/** The sites to visit, without the full addresses, which are many and long. */
function sitesOf(stale: readonly Stale[], quote: Quote): string {
  const sites = new Set(stale.map(({ source }) => /^https?:\/\/([^/?#]+)/.exec(source)?.[1] ?? source));
  const [first = "", second, ...more] = sites;
  return [quote(first, LONG), ...(second === undefined ? [] : [quote(second, LONG)]), ...(more.length === 0 ? [] : [`${more.length} more`])].join(", ");
}

function comingInWords({ id, kind, date, days, successor }: Coming, quote: Quote): string {
  const when = days > 0 ? `on ${date}, in ${count(days, "day")}` : `on ${date}`;
  const next = successor === null ? "" : `; its successor is ${quote(successor)}`;
  switch (kind) {
    case "retires":
      return `${quote(id)} retires ${when}${next}`;
    case "may-retire":
      return days > 0
        ? `${quote(id)} may retire from ${date} on, in ${count(days, "day")}${next}`
        : `${quote(id)} may be gone since ${date}: look whether it is still there${next}`;
    case "price-ends":
      return `${quote(id)}: its price ${days > 0 ? "ends" : "ended"} ${when}, and none follows${next}`;
    case "price-changes":
      return `${quote(id)}: another price begins ${when}`;
    case "promotion-ends":
      return `${quote(id)}: a promotion ends ${when}`;
  }
}

/** Retired models that another model still names. With `verbose`, all retired models. */
function shownRetired({ retired }: Upkeep, verbose: boolean): readonly Retired[] {
  return verbose ? retired : retired.filter(({ named_by }) => named_by.length > 0);
}

function retiredInWords({ id, date, successor, named_by }: Retired, quote: Quote): string {
  const next = successor === null ? "" : `; its successor is ${quote(successor)}`;
  return `${quote(id)} is retired since ${date}${next}${named_by.length === 0 ? "" : `; named by ${named_by.map((name) => quote(name)).join(", ")}`}`;
}
