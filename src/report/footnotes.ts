import type { Review } from "../review.ts";
import { code } from "./escape.ts";
import { count } from "./format.ts";

/** More workloads than this are counted, not named. */
const NAMED = 5;

/** What a report says once at its end, whatever its form: prices and their age, uncertainty, and what is declared but not counted. */
export function footnotes({ prices, date, problems, workloads }: Review): string[] {
  return [...priceDates(prices, date), ...bounds(workloads), ...uncounted(problems)];
}

function priceDates({ oldest_checked, stale }: Review["prices"], date: string): string[] {
  if (oldest_checked === null) return [`Prices of ${date}.`];
  const old = stale === 0 ? "" : `; ${count(stale, "price")} ${stale === 1 ? "is" : "are"} older than the policy allows`;
  return [`Prices of ${date}, the oldest checked on ${oldest_checked}${old}.`];
}

/** Model lengths that are left to the model are priced at their longest, and a part that is not public leaves a lower bound. */
function bounds(workloads: Review["workloads"]): string[] {
  const named = (bound: "upper" | "lower"): string[] => workloads.flatMap(({ head }) => (head?.monthly && head.job?.bound === bound ? head.name : []));
  return [...sentenceOf(named("upper"), "is an upper bound", "are upper bounds"), ...sentenceOf(named("lower"), "is a lower bound", "are lower bounds")];
}

function sentenceOf(names: readonly string[], one: string, many: string): string[] {
  return names.length === 0 ? [] : [`The figure of ${nameSome(names)} ${names.length === 1 ? one : many}.`];
}

function uncounted(problems: Review["problems"]): string[] {
  const notes = problems.filter(({ code: id }) => id === "not-yet-counted");
  if (notes.length === 0) return ["No uncertainty is declared: every figure is the list price of what is planned."];
  const parts = [...new Set(notes.flatMap(({ args }) => (Array.isArray(args["parts"]) ? args["parts"].map(String) : [])))];
  return [
    `Declared in ${count(notes.length, "workload")} and not yet counted: ${parts.map((part) => code(part)).join(", ")}. Every figure is the list price of what is planned, at its mean volume.`,
  ];
}

function nameSome(names: readonly string[]): string {
  const shown = names.slice(0, NAMED).map((name) => code(name));
  return names.length > NAMED ? `${shown.join(", ")} and ${count(names.length - NAMED, "other")}` : shown.join(", ");
}
