import picocolors from "picocolors";
import type { ComparedRate } from "../../catalog/feeds/compare-price.ts";
import { type FeedUpdate, type RetirementLine, type UpdateLine, whenText } from "../../catalog/feeds/update.ts";
import { decimal } from "../../money/decimal.ts";
import { round } from "../../money/round.ts";
import { code, inert } from "../layout/escape.ts";
import { count, formatPrice } from "../layout/format.ts";
import { tableHead, tableRow } from "../layout/table.ts";
import { wrap } from "../layout/wrap.ts";
import type { Look } from "./search.ts";

/** A feed compared with the book. `written`: by model id, the price file that was changed, or why it was not. */
export type Updated = FeedUpdate & { written: ReadonlyMap<string, { file: string; change: string } | { refused: string }> };

type Quote = (text: string) => string;

const STATES: Readonly<Record<UpdateLine["state"], string>> = {
  moved: "Moved",
  new: "New: not in the book",
  gone: "Gone from the feed",
  "not-understood": "Not understood",
  retired: "In the feed, and retired in the book",
  "known-error": "Known to be wrong, and left out",
  same: "The same",
};

/** The states in the order of urgency. */
const ORDER = Object.keys(STATES) as UpdateLine["state"][];

/** All feeds, for a terminal. Equal prices are counted, and listed only with `verbose`. */
export function updateText(all: readonly Updated[], { width, color, verbose }: Look & { verbose: boolean }): string {
  const paint = picocolors.createColors(color);
  const lines = all.flatMap((one) => [
    ...wrap(headline(one, inert), width).map(paint.bold),
    ...ORDER.flatMap((state) => {
      const some = one.lines.filter((line) => line.state === state);
      if (some.length === 0) return [];
      const shown = state === "same" && !verbose ? [] : some.flatMap((line) => wrap(`    ${lineInWords(line, one, inert)}`, width, "      "));
      return [...wrap(`  ${STATES[state]}: ${some.length}`, width), ...shown];
    }),
    ...one.retirements.filter(({ state }) => verbose || state !== "same").flatMap((line) => wrap(`  ${retirementInWords(line, inert)}`, width, "    ")),
    "",
  ]);
  return `${lines.join("\n").trimEnd()}\n`;
}

/** The same report as Markdown: a table of changed prices, then the rest as lists. */
export function updateMarkdown(all: readonly Updated[], verbose: boolean): string {
  const lines = all.flatMap((one) => {
    const moved = one.lines.filter(({ state }) => state === "moved");
    const others = ORDER.filter((state) => state !== "moved" && (verbose || state !== "same")).flatMap((state) => {
      const some = one.lines.filter((line) => line.state === state);
      return some.length === 0 ? [] : ["", `**${STATES[state]}** (${some.length})`, "", ...some.map((line) => `- ${lineInWords(line, one, code)}`)];
    });
    const rows = moved.flatMap((line) =>
      line.rates
        .filter(({ state }) => state === "moved")
        .map((rate) =>
          tableRow([
            code(line.id ?? line.key),
            whenText(rate) === "" ? "" : code(whenText(rate)),
            ours(rate),
            theirs(rate),
            code(outcome(line, one) ?? "not written"),
          ]),
        ),
    );
    const ends = one.retirements.filter(({ state }) => verbose || state !== "same").map((line) => `- ${retirementInWords(line, code)}`);
    return [
      `## ${headline(one, code)}`,
      ...(rows.length === 0 ? [] : ["", ...tableHead(["Model", "When", "Book:", "Feed:", "What was done"]), ...rows]),
      ...others,
      ...(ends.length === 0 ? [] : ["", "**Days on which models end**", "", ...ends]),
      "",
    ];
  });
  return `${lines.join("\n").trimEnd()}\n`;
}

/** The same as JSON. Amounts are USD for one second or clip, or for a million tokens. */
export function updateJson(all: readonly Updated[], date: string): string {
  const feeds = all.map((one) => ({
    feed: one.feed,
    origin: one.origin,
    trust: one.trust,
    dropped: one.dropped,
    prices: one.lines.map(({ key, id, state, rates, why, after }) => ({
      key,
      id,
      state,
      rates: rates.map((rate) => ({
        per: rate.per,
        when: rate.when,
        state: rate.state,
        theirs: round(decimal(rate.usd)),
        ours: rate.ours && round(rate.ours),
      })),
      why,
      writable: after !== null,
      written: id === null ? null : (one.written.get(id) ?? null),
    })),
    retirements: one.retirements.map(({ key, id, state, theirs: end, ours: known }) => ({
      key,
      id,
      state,
      date: end.date,
      may: end.may,
      successor: end.successor,
      ours: known,
    })),
  }));
  return `${JSON.stringify({ schema: "video-budget/prices-update@1", date, feeds }, null, 2)}\n`;
}

function headline({ feed, origin, lines, retirements, dropped, trust }: Updated, quote: Quote): string {
  const counted = ORDER.map((state) => [state, lines.filter((line) => line.state === state).length] as const).filter(([, number]) => number > 0);
  const said = counted.map(([state, number]) => `${number} ${state.replace("-", " ")}`).join(", ") || "no price";
  const quoted = trust === "third-party" ? ", by somebody who quotes sellers" : "";
  const ends = retirements.length === 0 ? "" : `, ${count(retirements.length, "day")} on which models end`;
  return `${quote(origin)} as ${feed}${quoted}: ${said}${ends}${dropped === 0 ? "" : `, ${dropped} of no video`}`;
}

function lineInWords(line: UpdateLine, all: Updated, quote: Quote): string {
  const { key, id, rates, why } = line;
  const name = id === null ? quote(key) : id.endsWith(`/${key}`) ? quote(id) : `${quote(id)} (${quote(key)})`;
  const shown = rates
    .filter(({ state }) => state !== "same")
    .map((rate) => `${whenText(rate) === "" ? "" : `${quote(whenText(rate))}: `}${ours(rate)} → ${theirs(rate)}`);
  const done = outcome(line, all);
  return [name, ...(shown.length === 0 ? [] : [shown.join("; ")]), ...(done === null ? (why === null ? [] : [why]) : [done])].join(" - ");
}

function outcome({ id, why }: UpdateLine, { written }: Updated): string | null {
  const found = id === null ? undefined : written.get(id);
  if (!found) return why;
  return "refused" in found ? found.refused : `${found.change}, in ${found.file}`;
}

function ours({ ours: amount }: ComparedRate): string {
  return amount ? formatPrice(amount, "USD") : "none";
}

const UNITS = { second: "a second", clip: "a clip", token: "a million tokens" } as const;

function theirs({ usd, per }: ComparedRate): string {
  return `${formatPrice(decimal(usd), "USD")} ${UNITS[per]}`;
}

function retirementInWords({ key, id, state, theirs: end, ours: known }: RetirementLine, quote: Quote): string {
  const what = `${quote(id ?? key)} ${end.may ? "may retire" : "retires"} on ${end.date}`;
  const next = end.successor === null ? "" : `; the maker names ${quote(end.successor)} instead`;
  const book = { same: "as the book says", moved: known === null ? "the book does not say so" : `the book says ${known}`, new: "the book has no such id" }[
    state
  ];
  return `${what}${next}: ${book}`;
}
