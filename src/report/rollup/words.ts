import type { Entry } from "../../rollup/entry.ts";
import type { RolledFigures } from "../../rollup/figures.ts";
import type { Notice, NoticeCode } from "../../rollup/notices.ts";
import type { RollUp } from "../../rollup/rollup.ts";
import { code } from "../layout/escape.ts";
import { count, formatMoney } from "../layout/format.ts";
import { VERDICT_WORDS } from "../words/reasons.ts";

/** The words of a roll-up. They are safe Markdown, which a terminal shows, too. */

/** A notice about a report or a group, as one sentence. */
export function noticeSentence({ code: id, repository, args }: Notice): string {
  return NOTICES[id](repository === null ? "" : code(repository), args);
}

const NOTICES: Readonly<Record<NoticeCode, (repository: string, args: Notice["args"]) => string>> = {
  "report-missing": (name, args) =>
    `${name} has no report: there is no file ${code(String(args["report"]), 300)}. What it costs is not known, and is not counted as 0.`,
  "report-unreadable": (name, args) =>
    `The report of ${name} cannot be read: ${code(String(args["report"]), 300)}${args["path"] === "" ? "" : ` at ${code(String(args["path"]))}`}, ${code(String(args["found"]))}. It must be what \`check --format json\` writes (video-budget/report@1).`,
  "no-exchange-rate": (name, args) =>
    `The report of ${name} cannot be added: there is no exchange rate for ${code(String(args["currency"]))}. State it under \`fx\` of the file with the limits.`,
  "report-incomplete": (name) => `The report of ${name} is a lower bound: not all of it has a price.`,
  "repository-fails": (name, args) => `${name} by its own limits: ${VERDICT_WORDS[String(args["verdict"]) as keyof typeof VERDICT_WORDS].title}.`,
  "dates-differ": (_, args) =>
    `The reports are of different days, from ${list(args["dates"])[0]} to ${list(args["dates"]).at(-1)}: prices and volumes are those of each day.`,
  "books-differ": (_, args) => `The reports were made with ${count(list(args["books"]).length, "price book")} that differ.`,
};

function list(value: string | readonly string[] | undefined): readonly string[] {
  return typeof value === "string" ? [value] : (value ?? []);
}

/** One sentence with the monthly cost of all reports together. */
export function sentenceOf({ total, currency, entries }: RollUp): string {
  const counted = entries.filter(({ state }) => state === "counted").length;
  const of = counted === entries.length ? `${counted} ${counted === 1 ? "repository" : "repositories"}` : `${counted} of ${entries.length} repositories`;
  if (entries.length === 0) return "No report is listed.";
  return `Projected for ${of}: ${monthOf(total, currency)}${rangeOf(total, currency)}.`;
}

/** A monthly cost in words, with "at least" if a part of it is unknown. */
export function monthOf({ figures, complete }: RolledFigures, currency: string): string {
  return figures ? `${complete ? "" : "at least "}${formatMoney(figures.expected, currency)} a month` : "not known";
}

function rangeOf({ figures, quantiles, complete }: RolledFigures, currency: string): string {
  if (!figures || figures.sd.eq(0)) return "";
  // "At most" holds only if the sum is complete: an unknown part may add any amount.
  const near = quantiles === "upper" && complete ? "at most about " : quantiles === "exact" ? "" : "about ";
  return ` (P90 ${complete ? near : `at least ${near}`}${formatMoney(figures.p90, currency)})`;
}

/** Explains how exact the figures are. */
export function methodLines({ total, groups }: RollUp): string[] {
  const [first] = [total, ...groups].filter(({ figures }) => figures && !figures.sd.eq(0));
  if (!first) return [];
  const upper = groups.some(({ quantiles }) => quantiles === "upper");
  return [
    "Means add up exactly. Volumes of different repositories are taken to be independent: then the standard deviation is exact too. Quantiles of several reports are approximate: a lognormal with the mean, the spread and the skewness of the sum.",
    ...(upper
      ? [
          "Of a group that has some workloads of a repository, whose report does not say how far they rise and fall together, the spread is the largest possible.",
        ]
      : []),
  ];
}

/** The state of one report in words. */
export function stateOf(entry: Entry): string {
  switch (entry.state) {
    case "missing":
      return "no report";
    case "unreadable":
      return "not readable";
    case "no-exchange-rate":
      return `no rate for ${entry.noRate}`;
    case "counted":
      return VERDICT_WORDS[entry.read.verdict].title;
  }
}
