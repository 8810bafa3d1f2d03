import type { Verdict } from "../budget/reason.ts";
import { type Entry, isCounted } from "./entry.ts";

/** A message about a roll-up, apart from its limits. `level`: its effect on the verdict; `pass` has none. */
export type Notice = { code: NoticeCode; level: Verdict; repository: string | null; args: Readonly<Record<string, string | readonly string[]>> };

export type NoticeCode =
  | "report-missing"
  | "report-unreadable"
  | "no-exchange-rate"
  | "report-incomplete"
  | "repository-fails"
  | "dates-differ"
  | "books-differ";

/** @param unknown the effect of a workload without a price, by the policy of the file with the limits */
export function noticesOf(entries: readonly Entry[], unknown: "fail" | "warn"): Notice[] {
  const counted = entries.filter(isCounted);
  const dates = [...new Set(counted.map(({ read }) => read.date))].sort();
  const books = [...new Set(counted.map(({ read }) => read.prices.snapshot))].sort();
  const months = new Set(dates.map((date) => date.slice(0, 7)));
  return [
    ...entries.flatMap((entry) => ofEntry(entry, unknown)),
    ...(dates.length > 1 ? [{ code: "dates-differ", level: months.size > 1 ? "warn" : "pass", repository: null, args: { dates } } as const] : []),
    ...(books.length > 1 ? [{ code: "books-differ", level: "pass", repository: null, args: { books } } as const] : []),
  ];
}

function ofEntry(entry: Entry, unknown: "fail" | "warn"): Notice[] {
  const { repository, report } = entry;
  const notice = (code: NoticeCode, level: Verdict, args: Notice["args"] = {}): Notice[] => [{ code, level, repository, args: { report, ...args } }];
  switch (entry.state) {
    case "missing":
      return notice("report-missing", "invalid");
    case "unreadable":
      return notice("report-unreadable", "invalid", entry.unreadable);
    case "no-exchange-rate":
      return notice("no-exchange-rate", "invalid", { currency: entry.noRate });
    case "counted": {
      const { verdict, total } = entry.read;
      return [
        ...(total.complete ? [] : notice("report-incomplete", verdict === "invalid" ? "invalid" : unknown === "fail" ? "unpriced" : "warn")),
        ...(verdict === "pass" || verdict === "warn" ? [] : notice("repository-fails", "warn", { verdict })),
      ];
    }
  }
}
