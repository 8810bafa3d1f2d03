import { decimal, ZERO } from "../../money/decimal.ts";
import { DEFAULTED_FIELDS, type ManifestField, REQUEST_FIELDS } from "../../notation/field.ts";
import { jobsToRuleOut } from "../../stats/sample-size.ts";
import type { Named, TestJob } from "../../testplan/plan.ts";
import type { Blind, FailureRateTest } from "../../testplan/power.ts";
import type { TestReport } from "../../testplan/report.ts";
import type { TrialUse } from "../../testplan/trial-credit.ts";
import type { Claim } from "../../testplan/variants.ts";
import type { EscapeText } from "../catalog/charge.ts";
import { count, formatMoney, jobPrice, percent, quantity } from "../layout/format.ts";
import { formula } from "../words/formula.ts";

/** The words of a test plan, for a terminal and for Markdown. `quote` makes names and values safe to show. */

/** At most this many names are in one sentence; the others are counted. */
const NAMED = 5;

const CLAIMS: Readonly<Record<Claim, string>> = {
  "unit-price": "unit price",
  rounding: "rounding",
  minimum: "minimum",
  resolution: REQUEST_FIELDS.resolution.noun,
  audio: REQUEST_FIELDS.audio.noun,
  "default-duration": `default ${REQUEST_FIELDS.duration.noun}`,
  "default-resolution": `default ${REQUEST_FIELDS.resolution.noun}`,
  "default-audio": `default ${REQUEST_FIELDS.audio.noun}`,
};

/** The number and cost of the jobs: `3 jobs, $2.25`. */
export function totalInWords({ within: { run, cost }, currency }: TestReport): string {
  const unknown = run.filter((job) => job.cost === null).length;
  const least = run.some(({ job }) => job?.bound === "lower") ? "≥ " : "";
  return `${count(run.length, "job")}, ${least}${formatMoney(cost, currency)}${unknown === 0 ? "" : ` (${quantity(unknown)} of unknown cost)`}`;
}

export function costInWords({ cost, job }: TestJob, currency: string): string {
  if (cost === null) return "cost unknown";
  return `${job?.bound === "upper" ? "≤ " : job?.bound === "lower" ? "≥ " : ""}${jobPrice(cost, currency)}`;
}

type SayField = (keys: TestJob["keys"], quote: EscapeText) => string;

/** The words for each field that a manifest sets; "" if it does not set it. */
const ASKED: Readonly<Record<ManifestField, SayField>> = {
  mode: ({ mode }) => mode ?? "",
  duration: ({ output: { duration } }) => (duration === undefined ? "" : duration === "auto" ? "duration auto" : seconds(duration)),
  segments: ({ output: { segments } }) => (segments === undefined ? "" : `segments of ${segments.map(seconds).join(", ")}`),
  frames: ({ output: { frames } }) => (frames === undefined ? "" : count(frames, "frame")),
  resolution: ({ output: { resolution } }, quote) => (resolution === undefined ? "" : quote(resolution)),
  audio: ({ output: { audio } }) => (audio === undefined ? "" : audio ? "with sound" : "without sound"),
  aspect_ratio: ({ output: { aspect_ratio } }, quote) => (aspect_ratio === undefined ? "" : quote(aspect_ratio)),
  fps: ({ output: { fps } }) => (fps === undefined ? "" : `${quantity(fps)} fps`),
  quality: ({ output: { quality } }, quote) => (quality === undefined ? "" : `quality ${quote(quality)}`),
  count: ({ output }) => (output.count === undefined ? "" : count(output.count, "output")),
  "input.images": ({ input: { images } }) => (images === undefined || images === 0 ? "" : count(images, "image")),
  "input.video": ({ input }) => filesInWords("video", input.video),
  "input.audio": ({ input }) => filesInWords("audio", input.audio),
  "input.resolution": ({ input: { resolution } }, quote) => (resolution === undefined ? "" : `input ${quote(resolution)}`),
  "input.text_bytes": ({ input: { text_bytes } }) => (text_bytes === undefined ? "" : `a text of ${count(text_bytes, "byte")}`),
  tier: ({ tier }, quote) => (tier === undefined ? "" : `tier ${quote(tier)}`),
  region: ({ region }, quote) => (region === undefined ? "" : `region ${quote(region)}`),
  runtime: ({ runtime }) => (runtime === undefined ? "" : `${seconds(runtime)} of GPU time`),
};
const SAYINGS = Object.values(ASKED);

function seconds(value: number): string {
  return `${quantity(decimal(value))} s`;
}

function filesInWords(noun: string, all: readonly number[] = []): string {
  return all.length === 0 ? "" : `input ${noun} of ${all.map(seconds).join(", ")}`;
}

/** The request in words: `text-to-video, 5.2 s, 720p`, then the fields that are left to the provider. */
export function asksInWords({ keys, request }: TestJob, quote: EscapeText): string {
  const mode = keys.mode === undefined ? String(request?.fields.get("mode") ?? "") : "";
  const given = [
    mode,
    ...SAYINGS.map((say) => say(keys, quote)),
    ...Object.entries(keys.options).map(([name, value]) => `${quote(name)} ${quote(String(value))}`),
  ];
  return [...given.filter((part) => part !== ""), ...leftOutInWords(request, quote)].join(", ");
}

function leftOutInWords(request: TestJob["request"], quote: EscapeText): string[] {
  if (!request) return [];
  const { fields, given, auto } = request;
  return DEFAULTED_FIELDS.flatMap((field) => {
    const value = fields.get(field);
    const sized = field === "duration" && (auto || given.has("frames") || given.has("segments") || given.has("input.video") || given.has("input.audio"));
    if (value === undefined || given.has(field) || sized) return [];
    const shown = field === "audio" ? (value ? "on" : "off") : field === "duration" ? seconds(Number(value)) : quote(String(value));
    return [`${REQUEST_FIELDS[field].noun} left out (default: ${shown})`];
  });
}

/** The expected bill as a formula: `6 s × $0.10, × 2 (resolution 1080p)`. Null if the price is unknown. */
export function billInWords({ job, request }: TestJob, currency: string): string | null {
  return job?.terms.map((term) => formula(term, currency, request ?? undefined)).join(", ") ?? null;
}

export function provesInWords({ proves, cost }: Pick<TestJob, "proves" | "cost">): string {
  return cost === null ? "shows what a job costs, because its price is unknown" : `proves ${proves.map((claim) => CLAIMS[claim]).join(", ")}`;
}

export function namesInWords(named: readonly Named[], quote: EscapeText): string {
  const names = [...new Set(named.map(({ name }) => name))];
  const shown = names
    .slice(0, NAMED)
    .map((name) => quote(name))
    .join(", ");
  return names.length > NAMED ? `${shown} and ${count(names.length - NAMED, "other")}` : shown;
}

/** Sentences about the jobs that the limit leaves out, the expensive jobs, and what a trial pays. */
export function moneyInWords({ within: { out }, budget, currency, expensive, warnAbove, trials }: TestReport, quote: EscapeText): string[] {
  const left = out.reduce((sum, { cost }) => (cost ? sum.plus(cost) : sum), ZERO);
  const sum = left.eq(0) ? "" : ` (${formatMoney(left, currency)})`;
  const limited =
    budget === null || out.length === 0
      ? []
      : [`The limit of ${formatMoney(budget, currency)} leaves out ${numbersInWords(out.map(({ number }) => number))}${sum}.`];
  const warned =
    warnAbove === null
      ? [`Expensive jobs are not marked: there is no exchange rate for ${currency}.`]
      : expensive.length === 0
        ? []
        : [
            `Run the others first: ${numbersInWords(expensive)} ${expensive.length === 1 ? "costs" : "cost"} more than ${formatMoney(warnAbove, currency)}${expensive.length === 1 ? "" : " each"}.`,
          ];
  return [...limited, ...warned, ...trials.map((use) => trialInWords(use, currency, quote))];
}

function trialInWords({ provider, trial, used, fits, beyond, beyondCost, unknown }: TrialUse, currency: string, quote: EscapeText): string {
  if (trial === null) return `What the trial of ${quote(provider)} pays is unknown: there is no exchange rate for it.`;
  const parts = [
    fits.length === 0 ? "covers none of its jobs for certain" : `covers ${numbersInWords(fits)} (${formatMoney(used, currency)})`,
    ...(beyond.length === 0 ? [] : [`${numbersInWords(beyond)} (${formatMoney(beyondCost, currency)}) ${beyond.length === 1 ? "does" : "do"} not fit`]),
    ...(unknown.length === 0
      ? []
      : [
          `the cost of ${numbersInWords(unknown)} is unknown, and ${formatMoney(trial.minus(used), currency)} is left for ${unknown.length === 1 ? "it" : "them"}`,
        ]),
  ];
  return `The trial of ${quote(provider)}, worth ${formatMoney(trial, currency)}, ${parts.join("; ")}.`;
}

/** Job numbers in words: `job 3`, `jobs 1, 2 and 5`, `jobs 1–4`. */
export function numbersInWords(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  const parts = runs.flatMap(([from, to]) => (from === to ? [String(from)] : to === from + 1 ? [String(from), String(to)] : [`${from}–${to}`]));
  const list = parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}` : (parts[0] ?? "");
  return `${numbers.length === 1 ? "job" : "jobs"} ${list}`;
}

/** Explains what a single job can prove. */
export const PROVED =
  "A job proves a rule if the bill would differ with only that rule changed. One job each proves or refutes unit price, rounding, resolution, sound and defaults.";

/** What these few jobs cannot show, and how many jobs could. */
export function openInWords({ blind, within: { run } }: TestReport, quote: EscapeText): string[] {
  const auto = run.some(({ keys }) => keys.output.duration === "auto");
  return [
    ...blind.map((one) => blindInWords(one, quote)),
    `Whether failures are billed: only failed jobs show it. ${jobsToRuleOut(0.1)} that are not billed show that fewer than 10% are (95%, one-sided); one that is billed is enough to contradict the price list.`,
    `The P99 of latency: ${jobsToRuleOut(0.01)} jobs to see one beyond it with a chance of 95%. The median to about ± 20% takes 20.`,
    "Outages, lost webhooks and acknowledgements, and how many clips are kept.",
    ...(auto ? ["How long a clip gets that is asked for with duration auto."] : []),
  ];
}

function blindInWords({ jobs, least, upper, models }: Blind, quote: EscapeText): string {
  const shown = models
    .slice(0, NAMED)
    .map((model) => quote(model))
    .join(", ");
  const named = models.length > NAMED ? `${shown} and ${count(models.length - NAMED, "other model")}` : shown;
  return `Failure rates, with ${count(jobs, "job")} of ${named}: ${jobs === 1 ? "one job says next to nothing" : `a rate below ${percent(least)} may not show at all`}; no failure leaves up to ${percent(upper)} possible (95%, one-sided).`;
}

/** The number of jobs that would measure the failure rates: a line for each rate. */
export function ratesInWords({ rates, interval, currency }: TestReport, quote: EscapeText): string[] {
  const groups = new Map<string, FailureRateTest[]>();
  for (const rate of rates) groups.set(`${rate.declared} ${rate.rate}`, [...(groups.get(`${rate.declared} ${rate.rate}`) ?? []), rate]);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const each = group.slice(0, NAMED).map(({ name, cost }) => `${quote(name)}${cost ? ` ${formatMoney(cost, currency)}` : ""}`);
    const others = group.length > NAMED ? ` and ${count(group.length - NAMED, "other")}` : "";
    const why = first.declared ? "as declared" : "assumed, since none is declared";
    return `A failure rate of ${percent(first.rate)} (${why}) to within ± ${quantity(interval * 100)} points: ${count(first.jobs, "job")} each: ${each.join(", ")}${others}.`;
  });
}

/** Workloads that the plan does not cover. */
export function uncoveredInWords({ tested, unable }: TestReport, quote: EscapeText): string[] {
  return [
    ...(tested.length === 0
      ? []
      : [
          `${count(tested.length, "workload")} ${tested.length === 1 ? "has" : "have"} evidence already: ${namesInWords(tested, quote)}. --all plans ${tested.length === 1 ? "it" : "them"} too.`,
        ]),
    ...unable.map(({ name, status }) => `${quote(name)} is ${status}: there is no job to run.`),
  ];
}
