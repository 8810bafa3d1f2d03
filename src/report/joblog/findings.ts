import type { Finding, Kind } from "../../joblog/reconcile/finding.ts";
import { decimal } from "../../money/decimal.ts";
import { dateOfDay } from "../../notation/date.ts";
import type { EscapeText } from "../catalog/charge.ts";
import { count, formatMoney, percent, quantity, signedMoney } from "../layout/format.ts";

/** What each kind of finding is, as a cause of the difference. */
export const CAUSES: Readonly<Record<Kind, string>> = {
  DURATION: "another length billed than asked for",
  RESOLUTION: "another resolution billed than asked for",
  UNIT_PRICE: "another price for the same job",
  FAILED_JOB_BILLED: "failed jobs billed",
  FAILED_JOB_CREDITED: "failed jobs credited that are billed by policy",
  GHOST: "billed, and no such job in the log",
  UNBILLED: "jobs that nobody billed",
  OUT_OF_PLAN: "jobs of what the manifest does not have",
  VOLUME: "more or fewer jobs than declared",
  DUPLICATE_POLLING: "more status requests than one client sends",
};

/** Kinds whose amount is of a month, and no part of what the log was billed. */
export const MONTHLY: ReadonlySet<Kind> = new Set<Kind>(["VOLUME", "DUPLICATE_POLLING"]);

const ENDS: Readonly<Record<string, string>> = {
  provider_error: "failed at the provider",
  moderated: "was blocked by moderation",
  invalid: "was refused as invalid",
  timed_out: "timed out at the provider",
  cancelled: "was cancelled",
};

/** One finding as the sentence to send to the provider's support. @param quote how names of a log are shown */
export function findingSentence(finding: Finding, currency: string, quote: EscapeText): string {
  const { job_id, request_id, args, provisional } = finding;
  const alike = Number(args["alike"] ?? 1);
  // Of a group of jobs that are alike the sentence is about one, and says how many there are.
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
          : `${job} was billed ${cash(number("billed"))}; by the published price it is ${cash(number("expected"))}: ${difference}. Length and resolution are as asked for.`;
      case "FAILED_JOB_BILLED":
        return `${job} ${ENDS[named("status")] ?? "did not succeed"} and was billed ${cash(number("billed"))}; by your policy such a job costs ${cash(number("expected"))}. Please credit ${cash(delta)}.`;
      case "FAILED_JOB_CREDITED":
        return `${job} ${ENDS[named("status")] ?? "did not succeed"} and was billed ${cash(number("billed"))}; by policy such a job costs ${cash(number("expected"))}.`;
      case "GHOST":
        return `${job_id === "" ? `${quote(named("sku"))}${Number.isFinite(number("day")) ? ` on ${dateOfDay(number("day"))}` : ""}` : job} was billed ${cash(number("billed"))}, and no job in our log is this one. Please say which request made it.`;
      case "UNBILLED":
        return job_id === ""
          ? `${many}: nothing was billed; ${cash(number("expected"))} was expected.`
          : `${job} has no row in the billing; ${cash(number("expected"))} was expected.`;
      case "OUT_OF_PLAN":
        return `${job_id === "" ? "The billing" : job} is for the ${named("why")} ${quote(named("what"))}, which the manifest does not have: ${cash(delta)} is in no budget.`;
      case "VOLUME":
        return `${quantity(number("jobs"))} jobs in ${quantity(Number(number("days").toPrecision(3)))} days are ${quantity(Math.round(number("per_month")))} a month; the manifest plans ${quantity(Math.round(number("declared")))} (${percent(number("declared") === 0 ? 1 : Math.abs(number("per_month") / number("declared") - 1))} ${delta < 0 ? "fewer" : "more"}, ${signedMoney(decimal(delta), currency)} a month).`;
      case "DUPLICATE_POLLING":
        return `${count(number("jobs"), "job")} had ${quantity(Number(number("sent").toPrecision(3)))} status requests each; one client that polls as declared sends ${quantity(Number(number("planned").toPrecision(3)))}. More than one process seems to poll the same job.${finding.delta === null ? " What they cost is unknown: there is no exchange rate for it." : ""}`;
    }
  };
  return sentence() + others + late;
}
