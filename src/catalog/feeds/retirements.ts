import { isDate } from "../../notation/date.ts";
import type { FeedAdapter, FeedRetirement } from "./feed.ts";
import { markdownTables } from "./markdown-tables.ts";

/** The addresses of makers' deprecation pages with the book's slugs. A saved page names its maker in the file name: the slug, alone or before `-retirements`. */
const PAGES: readonly (readonly [RegExp, string])[] = [
  [/ai\.google\.dev\//, "google"],
  [/(platform|developers)\.openai\.com\//, "openai"],
  [/cloud\.google\.com\//, "vertex"],
  [/(^|\/)(google|openai|vertex|xai|runway|luma|minimax|fal|novita)(-retirements)?\.(md|txt)$/, "$2"],
];

const MODEL = /^(model|model id|model name|model \/ system|system|endpoint)$/i;
const END = /shut ?down|retire|retirement|discontinu|sunset|end of life|deprecat/i;
const NEXT = /replacement|successor|migrate|alternative/i;

/**
 * A maker's table of retirements in Markdown: a column for the model, one for the day, and optionally one for the replacement. If the
 * heading or the cell says "earliest", the day is only the earliest possible one.
 */
export const retirements: FeedAdapter = {
  name: "retirements",
  trust: "seller",
  url: "https://ai.google.dev/gemini-api/docs/deprecations.md",
  read(text, origin) {
    const provider = providerOf(origin);
    const found = markdownTables(text).flatMap(({ head, rows }): FeedRetirement[] => {
      const [model, end, next] = [MODEL, END, NEXT].map((name) => head.findIndex((one) => name.test(one))) as [number, number, number];
      if (model === -1 || end === -1 || provider === null) return [];
      return rows.flatMap((row) => {
        const cell = row[end] ?? "";
        const date = dayOf(cell);
        const successor = (next === -1 ? "" : (row[next] ?? "")).split(/[\s,]/)[0] ?? "";
        const may = /earliest|not before|no sooner/i.test(`${head[end]} ${cell}`);
        return date === null ? [] : [{ key: row[model] ?? "", provider, date, may, successor: /^[\w./-]{3,}$/.test(successor) ? successor : null }];
      });
    });
    return found.length === 0 ? null : { rows: [], retirements: found, dropped: 0 };
  },
};

function providerOf(origin: string): string | null {
  for (const [pattern, slug] of PAGES) {
    const match = pattern.exec(origin);
    if (match) return slug === "$2" ? (match[2] ?? null) : slug;
  }
  return null;
}

const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/** Reads `2026-10-22` or `October 22, 2026`; null for any other form. */
function dayOf(text: string): string | null {
  const [iso] = /\d{4}-\d{2}-\d{2}/.exec(text) ?? [];
  if (iso !== undefined) return isDate(iso) ? iso : null;
  const [, month = "", day = "", year = ""] = /([A-Za-z]+)\.? (\d{1,2}),? (\d{4})/.exec(text) ?? [];
  const number = MONTHS.findIndex((name) => month.length >= 3 && name.startsWith(month.toLowerCase())) + 1;
  const written = `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
  return number > 0 && isDate(written) ? written : null;
}
