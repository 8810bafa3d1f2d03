import { convert, isNoRate, type Rates } from "../money/convert.ts";
import { type Decimal, decimal, ONE } from "../money/decimal.ts";
import { type ReadReport, type ReportWorkload, readReport, type Unreadable } from "./read-report.ts";

/** A report that the manifest lists. `text`: the text of its file; null if the file is missing. */
export type Listed = { repository: string; report: string; owner: string | null; text: string | null };

/** The result of reading one listed report. One that is not `counted` has an unknown cost, never 0, so every sum is a lower bound. */
export type Entry = Omit<Listed, "text"> & { file: string } & (
    | { state: "counted"; read: ReadReport /** The value of one unit of the report's currency, in the roll-up's. */; rate: Decimal }
    | { state: "no-exchange-rate"; read: ReadReport; noRate: string }
    | { state: "missing"; read: null }
    | ({ state: "unreadable"; read: null } & Unreadable)
  );

export type Counted = Extract<Entry, { state: "counted" }>;

/** Reads every listed report. @param currency the roll-up's currency; null for that of the first readable report */
export function entriesOf(listed: readonly Listed[], currency: string | null, rates: Rates): { entries: Entry[]; currency: string } {
  const read = listed.map(({ text, ...one }) => ({ ...one, file: one.report, found: text === null ? null : readReport(text) }));
  const own = read.flatMap(({ found }) => (found && !("unreadable" in found) ? [found.currency] : []))[0];
  const to = currency ?? own ?? "USD";
  const entries = read.map(({ found, ...one }): Entry => {
    if (!found) return { ...one, state: "missing", read: null };
    if ("unreadable" in found) return { ...one, state: "unreadable", read: null, ...found };
    const rate = convert(ONE, found.currency, to, rates);
    return isNoRate(rate) ? { ...one, state: "no-exchange-rate", read: found, noRate: rate.noRate } : { ...one, state: "counted", read: found, rate };
  });
  return { entries, currency: to };
}

export function isCounted(entry: Entry): entry is Counted {
  return entry.state === "counted";
}

/** The workloads in a report's total. Removed workloads are listed in a report but do not count. */
export function workloadsOf({ read }: Counted): readonly ReportWorkload[] {
  return read.workloads.filter(({ change }) => change !== "removed");
}

/** An amount of a report in the roll-up's currency. */
export function inCurrency({ rate }: Counted, amount: number): Decimal {
  return decimal(amount).times(rate);
}
