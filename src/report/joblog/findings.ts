import type { Cause, CauseKind } from "../../joblog/reconcile/causes.ts";
import { type Finding, MONTHLY } from "../../joblog/reconcile/finding.ts";
import { decimal } from "../../money/decimal.ts";
import { dateOfDay } from "../../notation/date.ts";
import type { EscapeText } from "../catalog/charge.ts";
import { count, formatMoney, percent, quantity, signedMoney } from "../layout/format.ts";

/** The name of each kind of finding, as a cause of the difference. */
export const CAUSES: Readonly<Record<CauseKind, string>> = {
  DURATION: "another length billed than asked for",
  ROUNDED_UP: "lengths billed as the next multiple",
  RESOLUTION: "another resolution billed than asked for",
  UNIT_PRICE: "another price for the same job",
  DOUBLE_BILLED: "one job billed more than once",
  FAILED_JOB_BILLED: "failed jobs billed",
  FAILED_JOB_CREDITED: "failed jobs credited that are billed by policy",
  GHOST: "billed, and no such job in the log",
  NOT_ENDED: "jobs that have not ended in the log",
  UNBILLED: "jobs that nobody billed",
  ADJUSTMENT: "rows of the bill that name no job",
  OUT_OF_PLAN: "jobs of what the manifest does not have",
  VOLUME: "more or fewer jobs than declared",
  DUPLICATE_POLLING: "more status requests than one client sends",
};

/** How a job ended according to its record. A sentence for a provider must not claim more. */
const ENDS: Readonly<Record<string, string>> = {
  provider_error: "failed (`provider_error`)",
  moderated: "was blocked by moderation",
  invalid: "was refused as invalid",
  timed_out: "ended as `timed_out`",
  cancelled: "was cancelled",
  unknown: "was given up by the client, its end unseen,",
};

/** One finding as a sentence to send to the provider's support. @param quote makes names of the log safe to show */
export function findingSentence(finding: Finding, currency: string, quote: EscapeText): string {
  const { job_id, request_id, args, provisional } = finding;
  const alike = Number(args["alike"] ?? 1);
  // For a group of equal jobs, the sentence describes one and gives their number.
  const delta = (finding.delta ?? 0) / alike;
  const named = (name: string): string => String(args[name] ?? "");
  const number = (name: string): number => Number(args[name] ?? 0);
  const cash = (amount: number): string => formatMoney(decimal(amount), currency);
  const seconds = (name: string): string => `${quantity(number(name))} s`;
  const job = `Job ${quote(job_id)}${request_id === "" ? "" : ` (request ${quote(request_id)})`}`;
  const many = `${quote(named("sku"))}, ${count(number("jobs"), "job")} on ${Number.isFinite(number("day")) ? dateOfDay(number("day")) : "an unknown day"}`;
  const difference = `${cash(Math.abs(delta))} ${delta < 0 ? "less" : "more"} than expected`;
  const others = alike > 1 ? ` ${count(alike - 1, "further job")} ${alike === 2 ? "is" : "are"} alike: ${cash(Math.abs(delta * alike))} in all.` : "";
  const late = provisional ? " The newest three days of billing are provisional: this may still change." : "";
  const sentence = (): string => {
    switch (finding.kind) {
      case "DURATION":
        return job_id === ""
          ? `${many}: ${seconds("asked")} were asked for and ${seconds("got")} billed, ${difference} (${cash(number("expected"))}).`
          : `${job} asked for ${seconds("asked")} and was billed for ${seconds("got")}: ${difference}. It was billed ${cash(number("billed"))}, not ${cash(number("expected"))}.`;
      case "RESOLUTION":
        return `${job} asked for ${quote(named("asked"))} and was billed as ${quote(named("got"))}: ${difference}. It was billed ${cash(number("billed"))}, not ${cash(number("expected"))}.`;
      case "UNIT_PRICE":
        return job_id === ""
          ? `${many}: ${cash(number("billed"))} billed, ${difference} (${cash(number("expected"))}).`
          : `${job} was billed ${cash(number("billed"))}; by the published price it is ${cash(number("expected"))}: ${difference}. ${shownOf(args, quote)}`;
      case "DOUBLE_BILLED":
        return `${job} has ${count(number("charges"), "charge")} of the same amount in the billing, ${cash(number("billed"))} in all; one is ${cash(number("expected"))}: ${difference}.`;
      case "FAILED_JOB_BILLED":
        return `${job} ${ENDS[named("status")] ?? "did not succeed"} and was billed ${cash(number("billed"))}; by policy such a job costs ${cash(number("expected"))}.${named("status") === "unknown" ? "" : ` Please credit ${cash(delta)}.`}`;
      case "FAILED_JOB_CREDITED":
        return `${job} ${ENDS[named("status")] ?? "did not succeed"} and was billed ${cash(number("billed"))}; by policy such a job costs ${cash(number("expected"))}.`;
      case "GHOST":
        return `${job_id === "" ? `${quote(named("sku"))}${Number.isFinite(number("day")) ? ` on ${dateOfDay(number("day"))}` : ""}` : job} was billed ${cash(number("billed"))}, and ${job_id === "" ? "our log has no job of it" : "no job in our log has this id"}. Please say which request made it.`;
      case "NOT_ENDED":
        return args["billed"] === undefined
          ? `${job} has not ended in our log since ${named("since")}: its end was lost, or it hangs. Ask for its status again.`
          : `${job} was billed ${cash(number("billed"))}, and has not ended in our log${named("since") === "" ? "" : ` since ${named("since")}`}: its end was lost. Ask for its status again.`;
      case "ADJUSTMENT":
        return `${count(number("rows"), "row")} of the billing ${number("rows") === 1 ? "names" : "name"} no job (refunds, adjustments): ${signedMoney(decimal(Number(number("billed").toPrecision(12))), currency)} in all.`;
      case "UNBILLED":
        return job_id === ""
          ? `${many}: nothing was billed; ${cash(number("expected"))} was expected.`
          : `${job} has no row in the billing; ${cash(number("expected"))} was expected.`;
      case "OUT_OF_PLAN":
        return `${args["jobs"] === undefined ? "The billing is" : `${count(number("jobs"), "job")}${named("example") === "" ? "" : ` (the first is ${quote(named("example"))})`} ${number("jobs") === 1 ? "is" : "are"}`} ${args["what"] === "" ? `of a ${named("why")} without a name` : `for the ${named("why")} ${quote(named("what"))}`}, which the manifest does not have: ${finding.delta === null ? "what is billed of it is not all known, and" : cash(delta)} is in no budget.`;
      case "VOLUME":
        return `${count(number("jobs"), named("unit"))} in ${quantity(Number(number("days").toPrecision(3)))} days are ${quantity(Math.round(number("per_month")))} a month; the manifest plans ${quantity(Math.round(number("declared")))} (${percent(number("declared") === 0 ? 1 : Math.abs(number("per_month") / number("declared") - 1))} ${delta < 0 ? "fewer" : "more"}, ${signedMoney(decimal(delta), currency)} a month).`;
      case "DUPLICATE_POLLING":
        return `${count(number("jobs"), "job")} had ${quantity(Number(number("sent").toPrecision(3)))} status requests each; one client that polls as declared sends ${quantity(Number(number("planned").toPrecision(3)))}. More than one process seems to poll the same job.${finding.delta === null ? " What they cost is unknown: there is no exchange rate for it." : ""}`;
    }
  };
  return sentence() + others + late;
}

/** States what the record or the bill shows of the job's length and resolution, and the other possible causes of the difference. */
function shownOf(args: Finding["args"], quote: EscapeText): string {
  const [length, resolution, could] = ["length", "resolution", "could"].map((name) => String(args[name] ?? ""));
  if (length !== "" && resolution !== "") return "Length and resolution are as asked for.";
  const known =
    length !== "" ? `The length is as asked for (${length}); ` : resolution !== "" ? `The resolution is as asked for (${quote(resolution as string)}); ` : "";
  const unknown =
    length === "" && resolution === "" ? "what length and resolution were billed" : length === "" ? "what length was billed" : "what resolution was billed";
  return `${known}${known === "" ? unknown.replace("what", "What") : unknown} is not shown. It is one of: another unit price${could === "" ? "" : `, ${could}`}.`;
}

/** A cause in one sentence: since when, which jobs, the ratio of billed to expected, and the amount. @param quote makes names of the log safe to show */
export function causeSentence(cause: Cause, currency: string, quote: EscapeText): string {
  const { kind, workload, what, ratio, from, to, jobs, of, delta, examples } = cause;
  const money = delta === null ? "an unknown amount" : signedMoney(decimal(Number(delta.toPrecision(12))), currency);
  const [first] = examples;
  if (MONTHLY.has(kind as Finding["kind"]) || ((kind === "ADJUSTMENT" || kind === "OUT_OF_PLAN") && examples.length === 1 && first))
    return findingSentence(first as Finding, currency, quote);
  if (jobs === 1 && first) return findingSentence(first, currency, quote);
  const since = from === null ? "" : from === to ? `on ${from}` : `from ${from}`;
  const which = of > 0 && jobs >= of ? "every job" : of > 0 ? `${quantity(jobs)} of ${quantity(of)} jobs` : count(jobs, "job");
  const by = ratio === null ? "" : ` × ${quantity(Number(ratio.toPrecision(3)))}`;
  const where = workload === null ? "" : `${quote(workload)}: `;
  const whatFor =
    what === ""
      ? ""
      : ` (${kind === "RESOLUTION" ? what.split(" → ").map(quote).join(" → ") : kind === "DURATION" || kind === "ROUNDED_UP" ? what : quote(what)})`;
  return `${where}${[since, which].filter((text) => text !== "").join(" ")}${by}, ${CAUSES[kind]}${whatFor}: ${money}.`;
}
