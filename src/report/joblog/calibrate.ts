import picocolors from "picocolors";
import type { Backtest } from "../../joblog/calibrate/backtest.ts";
import type { Calibration, CannotTell, Rate } from "../../joblog/calibrate/calibration.ts";
import { type Closure, offBy } from "../../joblog/calibrate/closure.ts";
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

/** What the logs say of each workload; `backtest` where it was asked for, null in it where the log cannot give one. */
export type Calibrated = {
  currency: string;
  calibrations: readonly Calibration[];
  bad: { count: number; first: readonly BadRecord[] };
  backtest: { result: Backtest | null } | null;
  distributions: Distributions;
  /** By workload of the plan: what the log billed, and what the patched manifest says of it. */
  closures: ReadonlyMap<number, Closure | null>;
};

/** For programs: `video-budget/calibrate@1`. Rates, bounds, mu and sigma have 9 significant digits; a backtest is there where it was asked for. */
export function calibrateJson({ calibrations, backtest, closures }: Calibrated): string {
  const report = {
    schema: "video-budget/calibrate@1",
    workloads: calibrations.map((one) => {
      const { workload, n, outcomes, latency, volume, acceptance, attempts, polls, duplicates, unitPrice, edits } = one;
      return {
        name: workload.name,
        n,
        outcomes: Object.fromEntries(
          STATUSES.map((status) => {
            const { k, wilson95, billed } = outcomes[status];
            return [
              status,
              {
                k,
                n: outcomes[status].n,
                rate: significant(outcomes[status].n === 0 ? 0 : k / outcomes[status].n),
                wilson95: wilson95.map(significant),
                billed: { k: billed.k, n: billed.n },
              },
            ];
          }),
        ),
        latency: latency && {
          n: latency.n,
          censored: latency.censored,
          p50: significant(latency.p50),
          p95: significant(latency.p95),
          mu: significant(latency.mu),
          sigma: significant(latency.sigma),
        },
        volume: {
          jobs: volume.jobs,
          days: significant(volume.days),
          per_month: volume.perMonth === null ? null : significant(volume.perMonth),
          declared: volume.declared === null ? null : significant(volume.declared),
          clips: volume.clips && {
            count: volume.clips.count,
            per_month: volume.clips.perMonth === null ? null : significant(volume.clips.perMonth),
            dispersion: significant(volume.clips.dispersion),
            growth: volume.clips.growth === null ? null : significant(volume.clips.growth),
          },
        },
        acceptance: acceptance && { k: acceptance.k, n: acceptance.n },
        attempts: { mean: attempts === null ? null : significant(attempts) },
        polls: polls === null ? null : { mean: significant(polls) },
        duplicates: { certain: duplicates.certain, likely: duplicates.likely },
        unit_price: unitPrice === null ? null : significant(unitPrice),
        patch: patchText(workload.name, edits),
        closure: closureJson(closures.get(workload.index) ?? null),
        cannot_tell: one.cannotTell.map(sentence),
      };
    }),
    ...(backtest && { backtest: backtest.result && backtestJson(backtest.result) }),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function closureJson(closure: Closure | null): object | null {
  return closure && { billed: cents(closure.billed), manifest: cents(closure.manifest), off: cents(offBy(closure)) };
}

/** Requests that cost so much more or less than the declared one are told of. */
const OTHER_MIX = 0.01;

/** What a log billed, and what the patched manifest says of the same clips. */
export function closureSentence({ billed, manifest, mix }: Closure, currency: string): string {
  const cash = (amount: number): string => formatMoney(decimal(Number(amount.toPrecision(12))), currency);
  const other =
    Math.abs(mix - 1) < OTHER_MIX
      ? ""
      : ` (Its jobs asked for clips that cost ${percent(Math.abs(mix - 1))} ${mix < 1 ? "less" : "more"} by the price book than the declared one: counted in.)`;
  return `For the days of the log, ${cash(billed)} was billed, and this manifest estimates ${cash(manifest)}.${other}`;
}

function backtestJson({ p10, p90, months, hits, weekly }: Backtest): object {
  const weeks = weekly.weeks.map(({ from, billed, within }) => ({ from, billed: cents(billed), within }));
  return {
    weekly: { p10: cents(weekly.p10), p90: cents(weekly.p90), hits: weekly.hits, weeks },
    p10: cents(p10),
    p90: cents(p90),
    hits,
    months: months.map(({ month, billed, within }) => ({ month, billed: cents(billed), within })),
  };
}

/** For a terminal. */
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
      ...one.cannotTell.flatMap((what) => wrap(`- ${sentence(what)}`, width, "  ")),
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

/** The same as Markdown. */
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
      ...one.cannotTell.map((what) => `- ${sentence(what)}`),
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

/** 1 of 2 (1.3% – 99%): what so few failures say of their policy, exactly (Clopper and Pearson). */
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

/** Clips by distinct requests, how far days scatter, and growth where there is any. */
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

/** What a sample does not support, and what would. */
function sentence({ code: id, args }: CannotTell): string {
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

function significant(value: number): number {
  return Number(value.toPrecision(9));
}

function cents(value: number): number {
  return Number(value.toFixed(6));
}
