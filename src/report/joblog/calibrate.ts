import picocolors from "picocolors";
import type { Backtest } from "../../joblog/calibrate/backtest.ts";
import type { Calibration, CannotTell, Rate } from "../../joblog/calibrate/calibration.ts";
import type { Closure } from "../../joblog/calibrate/closure.ts";
import { tailOf } from "../../joblog/calibrate/latency-fit.ts";
import { patchText } from "../../joblog/calibrate/patch.ts";
import type { Pace } from "../../joblog/measure/volume.ts";
import type { BadRecord } from "../../joblog/records/job.ts";
import { STATUSES } from "../../joblog/records/status.ts";
import { decimal } from "../../money/decimal.ts";
import type { Distributions } from "../../stats/distributions.ts";
import { clopperPearson95 } from "../../stats/interval.ts";
import type { EscapeText } from "../catalog/charge.ts";
import type { Look } from "../catalog/search.ts";
import { columns } from "../layout/columns.ts";
import { code, inert } from "../layout/escape.ts";
import { count, formatMoney, formatPrice, percent, quantity } from "../layout/format.ts";
import { tableHead, tableRow } from "../layout/table.ts";
import { wrap } from "../layout/wrap.ts";
import { badRecordsText } from "./bad-records.ts";

/** The result of `calibrate`. `backtest` is null if it was not requested; its `result` is null if the log does not suffice for one. */
export type Calibrated = {
  currency: string;
  calibrations: readonly Calibration[];
  bad: { count: number; first: readonly BadRecord[] };
  backtest: { result: Backtest | null } | null;
  distributions: Distributions;
  /** For each workload, by its index in the plan: the billed amount in the log, and the patched manifest's estimate for the same days. */
  closures: ReadonlyMap<number, Closure | null>;
};

/** The share by which the log's jobs must differ in cost from the declared job before the report mentions it. */
const OTHER_MIX = 0.01;

/** Compares the billed amount in the log with the patched manifest's estimate for the same clips. */
export function closureSentence({ billed, manifest, mix }: Closure, currency: string): string {
  const cash = (amount: number): string => formatMoney(decimal(Number(amount.toPrecision(12))), currency);
  const other =
    Math.abs(mix - 1) < OTHER_MIX
      ? ""
      : ` (Its jobs asked for clips that cost ${percent(Math.abs(mix - 1))} ${mix < 1 ? "less" : "more"} by the price book than the declared one: counted in.)`;
  return `For the days of the log, ${cash(billed)} was billed, and this manifest estimates ${cash(manifest)}.${other}`;
}

/** The report for a terminal. */
export function calibrateText(calibrated: Calibrated, { width, color }: Look): string {
  const paint = picocolors.createColors(color);
  const lines = calibrated.calibrations.flatMap((one, index) => {
    const table = columns(
      [
        { title: "Outcome" },
        { title: "Jobs", align: "right" },
        { title: "Rate", align: "right" },
        { title: "95% interval", align: "right" },
        { title: "Billed", drop: 1 },
      ],
      rows(one, calibrated.distributions),
      width,
      paint.dim,
    );
    const patch = patchText(one.workload.name, one.edits);
    return [
      ...(index === 0 ? [] : [""]),
      ...wrap(`${inert(one.workload.name)}: ${count(one.n, "job")}`, width).map(paint.bold),
      "",
      ...table,
      "",
      ...facts(one, calibrated, inert).flatMap((line) => wrap(line, width, "  ")),
      "",
      paint.bold("What this log cannot tell"),
      ...one.cannotTell.flatMap((what) => wrap(`- ${cannotTellSentence(what)}`, width, "  ")),
      "",
      ...(patch === "" ? ["Nothing in the manifest would change."] : [paint.bold("For the manifest (--write adds it)"), ...patch.trimEnd().split("\n")]),
    ];
  });
  return `${[
    ...(lines.length === 0 ? ["No job of the log belongs to a workload of the manifest."] : lines),
    ...block(backtestLines(calibrated).flatMap((line) => wrap(line, width, "  "))),
    ...block(badRecordsText(calibrated.bad).flatMap((line) => wrap(line, width, "    "))),
  ].join("\n")}\n`;
}

/** The same report as Markdown. */
export function calibrateMarkdown(calibrated: Calibrated): string {
  const lines = calibrated.calibrations.flatMap((one, index) => {
    const patch = patchText(one.workload.name, one.edits);
    return [
      ...(index === 0 ? [] : [""]),
      `### ${code(one.workload.name)}: ${count(one.n, "job")}`,
      "",
      ...tableHead(["Outcome", "Jobs:", "Rate:", "95% interval:", "Billed"]),
      ...rows(one, calibrated.distributions).map(tableRow),
      "",
      ...facts(one, calibrated, code).map((line) => `- ${line}`),
      "",
      "What this log cannot tell:",
      "",
      ...one.cannotTell.map((what) => `- ${cannotTellSentence(what)}`),
      "",
      ...(patch === "" ? ["Nothing in the manifest would change."] : ["For the manifest:", "", "```yaml", ...patch.trimEnd().split("\n"), "```"]),
    ];
  });
  return `${[
    ...(lines.length === 0 ? ["No job of the log belongs to a workload of the manifest."] : lines),
    ...block(backtestLines(calibrated)),
    ...block(calibrated.bad.count === 0 ? [] : ["```text", ...badRecordsText(calibrated.bad), "```"]),
  ].join("\n")}\n`;
}

function rows({ outcomes }: Calibration, distributions: Distributions): string[][] {
  return STATUSES.filter((status) => (status !== "cancelled" && status !== "unknown") || outcomes[status].k > 0).map((status) => {
    const { k, n, wilson95 } = outcomes[status];
    const [low, high] = wilson95;
    return [
      status,
      quantity(k),
      percent(n === 0 ? 0 : k / n),
      `${percent(low)} – ${percent(high)}`,
      status === "success" ? "" : billedOf(outcomes[status], distributions),
    ];
  });
}

/** How many failures were billed, with the exact 95% interval of their share (Clopper and Pearson): `1 of 2 (1.3% – 99%)`. */
function billedOf({ billed: { k, n } }: Rate, distributions: Distributions): string {
  if (n === 0) return "";
  const [low, high] = clopperPearson95(k, n, distributions);
  return `${quantity(k)} of ${quantity(n)} (${percent(low)} – ${percent(high)})`;
}

function facts(
  { workload, latency, volume, acceptance, attempts, polls, duplicates, unitPrice, outcomes }: Calibration,
  { currency, distributions, closures }: Calibrated,
  quote: EscapeText,
): string[] {
  const { timeout } = workload.keys.client;
  const tail = latency && timeout !== undefined && latency.sigma > 0 ? tailOf(latency, timeout, distributions) : null;
  const few = (number: number): string => quantity(Number(number.toPrecision(3)));
  const closure = closures.get(workload.index);
  const doubles = duplicates.certain + duplicates.likely;
  const against = STATUSES.filter((status) => status !== "success" && workload.billed(status) === 0 && outcomes[status].billed.k > 0);
  return [
    ...(latency
      ? [
          `Latency: P50 ${few(latency.p50)} s, P95 ${few(latency.p95)} s (lognormal, ${count(latency.n, "measurement")}${latency.censored > 0 ? `, of which ${quantity(latency.censored)} cut off` : ""}).`,
        ]
      : []),
    ...(tail
      ? [`Longer than the client's timeout of ${quantity(timeout as number)} s: ${percent(tail.share)} of jobs (${percent(tail.low)} – ${percent(tail.high)}).`]
      : []),
    `Volume: ${count(volume.jobs, "job")} in ${count(volume.days, "day")}${volume.perMonth === null ? "" : `, ${quantity(Math.round(volume.perMonth))} a month at this pace`}${volume.declared === null ? "" : `; the manifest plans ${quantity(Math.round(volume.declared))} before retries`}.`,
    ...(volume.clips?.perMonth ? [clipsLine(volume.clips)] : []),
    ...(attempts === null ? [] : [`Attempts: ${few(attempts)} for each take.`]),
    ...(acceptance ? [`Acceptance: ${quantity(acceptance.k)} of ${quantity(acceptance.n)} clips kept (${percent(acceptance.k / acceptance.n)}).`] : []),
    ...(polls === null ? [] : [`Status requests: ${few(polls)} for each job.`]),
    ...(doubles > 0 ? [`Generated twice: ${count(doubles, "job")} (${quantity(duplicates.certain)} certain, ${quantity(duplicates.likely)} likely).`] : []),
    ...(unitPrice === null ? [] : [`Unit price, before factors: ${formatPrice(decimal(Number(unitPrice.toPrecision(9))), currency)} (median).`]),
    ...(closure ? [closureSentence(closure, currency)] : []),
    ...against.map(
      (status) =>
        `Against the policy: ${quote(status)} is not billed, and ${quantity(outcomes[status].billed.k)} of ${quantity(outcomes[status].billed.n)} were. See reconcile.`,
    ),
  ];
}

/** The number of clips by distinct requests, their growth if there is any, and how far single days scatter. */
function clipsLine({ count: clips, perMonth, dispersion, growth }: Pace): string {
  const grows = growth === null ? "" : `, ${growth < 0 ? "falling" : "growing"} by ${percent(Math.abs(growth))} a month`;
  return `Clips wanted: ${quantity(clips)} by distinct requests, ${quantity(Math.round(perMonth ?? 0))} a month${grows}; days scatter ${quantity(Number(dispersion.toPrecision(2)))} times as far as chance alone.`;
}

function backtestLines({ backtest, currency }: Calibrated): string[] {
  if (!backtest) return [];
  const { result } = backtest;
  if (!result) return ["Backtest: it needs a complete week or calendar month in the log, and something uncertain in the manifest."];
  const cash = (amount: number): string => formatMoney(decimal(Number(amount.toPrecision(12))), currency);
  return [
    `Backtest: ${quantity(result.hits)} of ${count(result.months.length, "month")} between P10 ${cash(result.p10)} and P90 ${cash(result.p90)}, which should hold 8 of 10.${result.tooNarrow ? " The band is too narrow." : ""}`,
    ...(result.weekly.weeks.length === 0
      ? []
      : [
          `By week: ${quantity(result.weekly.hits)} of ${count(result.weekly.weeks.length, "week")} between ${cash(result.weekly.p10)} and ${cash(result.weekly.p90)}. The patch has the weeks of each workload; \`check\` shows them.`,
        ]),
    ...result.months.map(({ month, billed, within }) => `- ${month}: ${cash(billed)}${within ? "" : billed < result.p10 ? ", below" : ", above"}`),
  ];
}

/** A statement that the sample cannot support, and how many jobs would. */
export function cannotTellSentence({ code: id, args }: CannotTell): string {
  const number = (name: string): number => Number(args[name] ?? 0);
  const share = (name: string): string => percent(number(name));
  switch (id) {
    case "unseen":
      return `Rates below ${share("bound")}: ${String(args["outcomes"])} did not happen in ${count(number("n"), "job")}, and may still be as frequent (95%, one-sided).`;
    case "imprecise":
      return `A failure rate closer than ± ${share("half")}: for ± ${share("wanted")} it takes ${count(number("needed"), "job")}.`;
    case "latency":
      return `How long jobs take: the log has the end of ${count(number("n"), "job")}, and it takes 10.`;
    case "tail":
      return `P99 of the latency: too few of ${count(number("n"), "measurement")} lie above it. It takes ${quantity(number("needed"))}.`;
    case "billing":
      return `Whether ${code(String(args["outcome"]))} is billed: none of ${quantity(number("n"))} was, which leaves up to ${share("bound")}; it takes ${quantity(number("needed"))} for below ${share("wanted")}. The documented policy stands.`;
    case "volume":
      return `The volume of a month: ${count(number("days"), "day")}, and it takes ${quantity(number("needed"))}, a whole week.`;
    case "outages":
      return `Outages, when failures come together: ${count(number("days"), "day")} rarely ${number("days") === 1 ? "has" : "have"} one.`;
    case "acceptance":
      return "Acceptance: no record says whether the clip was kept (`kept`).";
    case "attempts":
      return "Attempts and duplicates: no record names its request (`request_id`, `take`).";
    case "polls":
      return "Status requests: no record counts them (`polls`).";
    case "lost":
      return "Lost webhooks and lost acknowledgements: a log of jobs does not show them.";
  }
}

function block(lines: readonly string[]): string[] {
  return lines.length > 0 ? ["", ...lines] : [];
}
