import picocolors from "picocolors";
import type { Estimate } from "../../engine/estimate.ts";
import { manifestPath } from "../../engine/manifest-path.ts";
import type { Request } from "../../engine/request.ts";
import { round } from "../../money/round.ts";
import { isTree } from "../../notation/tree.ts";
import type { Review } from "../../review/result.ts";
import type { WorkloadCost } from "../../risk/workload-cost.ts";
import { locate } from "../../yaml/locate.ts";
import { inert } from "../layout/escape.ts";
import { count, formatMoney, formatPrice, jobPrice, percent, signedMoney } from "../layout/format.ts";
import { pad, widthOf, wrap } from "../layout/wrap.ts";
import { formula } from "../words/formula.ts";
import { assumptionText, hint, sentence } from "../words/messages.ts";
import { checkedDay } from "../words/trust.ts";
import { edit, jobsFormula } from "./details.ts";
import { distribution, levers, riskLines, waterfallLines } from "./risk-lines.ts";
import { jobThenAndNow } from "./sections/repricing-section.ts";

/**
 * Every figure of one workload, for a terminal: the priced request, the price and its source, the monthly cost, assumptions, changes and
 * problems.
 * @returns null if head has no workload of that name
 */
export function explain(review: Review, name: string, { width, color }: { width: number; color: boolean }): string | null {
  const line = review.workloads.find(({ head }) => head?.name === name);
  if (!line?.head) return null;
  const { head } = line;
  const paint = picocolors.createColors(color);
  const { currency, from } = review;
  const place = locate(from.head.files.get(head.file), { path: ["workloads", name] });
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ["", paint.bold(title), ...lines.flatMap((one) => wrap(`  ${one}`, width, "    "))];
  const own = review.problems.filter(({ file, path }) => file === head.file && path[0] === "workloads" && path[1] === name);
  const lines = [
    ...wrap(
      `${inert(name)}: ${head.keys ? inert(`${head.keys.provider}/${head.keys.model}`) : "could not be read"}${head.mode ? `, ${head.mode}` : ""}`,
      width,
    ).map(paint.bold),
    ...wrap(`${inert(head.file)}:${place.line}:${place.column}, prices of ${review.date}`, width).map(paint.dim),
    ...section("Request", head.request && head.keys ? fields(head.request, head.keys) : []),
    ...section("Price of one job", pricing(head, currency)),
    ...section("Monthly cost", month(head, review)),
    ...(head.risk
      ? [
          ...section("From a clip to its jobs", riskLines(head.risk)),
          ...section("Where the money goes", waterfallLines(head.risk, currency)),
          ...section("Uncertainty", distribution(head.risk, head.keys, currency)),
          ...section("What to declare next", levers(head, currency)),
        ]
      : []),
    ...section(
      "Assumptions",
      head
        .assumptions()
        .map(
          (one) =>
            `${assumptionText(one)}${round(one.monthly) === 0 ? "" : ` That is ${formatMoney(one.monthly, currency)} a month more than the cheapest choice.`}`,
        ),
    ),
    ...section("Since base", changes(line, currency)),
    ...section(
      "Since the lock",
      line.repriced
        ? [
            `Its price: ${jobThenAndNow(line.repriced, currency)} a job${line.repriced.monthly ? `, ${signedMoney(line.repriced.monthly, currency)} a month` : ""}.`,
          ]
        : [],
    ),
    ...section("Notes", head.keys?.notes === undefined ? [] : [inert(head.keys.notes, 2000)]),
    ...section(
      "Problems",
      own.flatMap((problem) => [
        `${problem.file}:${problem.line}:${problem.column}: ${problem.severity}: ${sentence(problem)}`,
        ...(hint(problem) === null ? [] : [`  ${hint(problem)}`]),
      ]),
    ),
  ];
  return `${lines.join("\n")}\n`;
}

/** Fields that are derived from others and are not shown. */
const DERIVED = new Set(["frames", "megapixels", "input.megapixels"]);
/** The origin of fields that come neither from the workload nor from the model's defaults. */
const ORIGINS: Readonly<Record<string, string>> = {
  plan: "from the account",
  monthly_jobs: "jobs of this model, over the whole manifest",
  mode: "the model's first",
};

function fields({ fields: all, given, size }: Request, keys: NonNullable<Estimate["keys"]>): string[] {
  const rows = [...all]
    .filter(([field, value]) => !(field.startsWith("input.") && value === 0 && !isStated(keys, field)))
    .map(([field, value]) => {
      const origin = isStated(keys, field)
        ? "from the manifest"
        : field in ORIGINS
          ? ORIGINS[field]
          : DERIVED.has(field)
            ? "follows from the others"
            : given.has(field)
              ? "follows from the mode"
              : "the provider's default";
      const pixels = field === "resolution" && size ? ` (${size[0]}x${size[1]})` : "";
      return { field, shown: `${inert(String(value))}${pixels}`, origin };
    });
  const [names, values] = [Math.max(...rows.map(({ field }) => field.length)), Math.max(...rows.map(({ shown }) => widthOf(shown)))];
  return rows.map(({ field, shown, origin }) => `${pad(inert(field), names)}  ${pad(shown, Math.min(values, 24))}  ${origin}`);
}

function isStated(keys: NonNullable<Estimate["keys"]>, field: string): boolean {
  let found: unknown = keys;
  for (const key of manifestPath(field)) found = isTree(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  return found !== undefined && field !== "plan";
}

function pricing({ job, source, request, status }: WorkloadCost, currency: string): string[] {
  const bound = { exact: "", upper: "at most ", lower: "at least " };
  const confidence = {
    provider: "the provider's own page",
    "third-party": "a third party",
    inferred: "inferred, not stated anywhere",
    contract: "your contract",
  };
  return [
    ...(job
      ? job.terms.map((term) => `${formula(term, currency, request)} = ${formatPrice(term.amount, currency)}`)
      : [`There is none: the workload is ${status}.`]),
    ...(job ? [`One job: ${bound[job.bound]}${jobPrice(job.amount, currency)}`] : []),
    ...(source
      ? [
          `Source: ${inert(source.source, 300)} (${confidence[source.confidence]})`,
          ...(source.checked === null ? [] : [`Checked: ${checkedDay(source.checked)}${source.stale ? ", older than the policy allows" : ""}`]),
        ]
      : []),
    ...(source?.notes === undefined ? [] : [`Note: ${inert(source.notes, 2000)}`]),
  ];
}

function month({ plan, job, monthly, list, risk }: WorkloadCost, { currency, total }: Review): string[] {
  if (!plan || !job) return [];
  const jobs = `${jobsFormula(plan)} = ${count(plan.jobs, "job")}`;
  if (!monthly || !list || !risk) return [jobs, "Its price is a lower bound and does not count: see the problems."];
  const share = total.head?.expected.gt(0) ? `, ${total.complete ? "" : "at most "}${percent(monthly.div(total.head.expected).toNumber())} of the total` : "";
  // Without declared risks, the cost is the list price, unless other workloads of the model decide its volume tier.
  const isList = risk.process === null && monthly.eq(list);
  return [
    jobs,
    `${count(plan.jobs, "job")} × ${jobPrice(job.amount, currency)} = ${formatMoney(list, currency)} a month${isList ? share : " at list price"}`,
    ...(isList ? [] : [`${formatMoney(monthly, currency)} a month expected${share}`]),
    ...(plan.clips > 0
      ? [`A clip wanted costs ${jobPrice(monthly.div(plan.clips), currency)}, one take ${jobPrice(monthly.div(plan.clips * risk.jobs.takes), currency)}`]
      : []),
  ];
}

function changes({ change, changes: all, base, head }: Review["workloads"][number], currency: string): string[] {
  if (change === "added") return ["New in this change."];
  if (!base || !head) return [];
  const moved =
    base.monthly && head.monthly ? `${formatMoney(base.monthly, currency)} → ${formatMoney(head.monthly, currency)} a month` : "What it adds is not known.";
  if (change === "same") return ["Unchanged."];
  return [
    moved,
    ...all.map(({ path, from, to, monthly }) => `${inert(path)}${edit(from, to)}${monthly === null ? "" : `: ${signedMoney(monthly, currency)}`}`),
  ];
}
