import type { Reason, ReasonCode, Verdict } from "../../budget/reason.ts";
import { decimal } from "../../money/decimal.ts";
import { code } from "../layout/escape.ts";
import { count, formatMoney, jobPrice, percent, signedMoney, signedPercent } from "../layout/format.ts";
import { list, size } from "./args.ts";

/** A verdict in words, for a heading: never only a color or a symbol. */
export const VERDICT_WORDS: Readonly<Record<Verdict, { title: string; sign: string }>> = {
  pass: { title: "within budget", sign: "✅" },
  warn: { title: "passes, with warnings", sign: "⚠️" },
  fail: { title: "over budget", sign: "❌" },
  unpriced: { title: "a price is missing", sign: "❓" },
  invalid: { title: "errors to fix", sign: "❌" },
};

/** Every reason of a verdict as one sentence. Money is a monthly amount in the reporting currency. */
export const REASONS = {
  invalid: ({ args }) => `${count(Number(args["count"] ?? 0), "error")} must be fixed before the estimate is valid.`,
  "limits-unread": ({ file }) => `The limits of ${code(file)} cannot be read on the base branch, so nobody knows what this change is allowed to cost.`,
  "budget-exceeded": (reason, currency) => `${scope(reason)}: ${projected(reason, currency)} is over the limit of ${limit(reason, currency)}${used(reason)}.`,
  "budget-exceeded-later": (reason, currency) =>
    `${scope(reason)}: the plan for ${String(reason.args["month"])}, ${projected(reason, currency)}, is over the limit of ${limit(reason, currency)}${used(reason)}.`,
  "actuals-over": (reason, currency) =>
    `${scope(reason)}: ${formatMoney(decimal(String(reason.args["billed"] ?? 0)), currency)} billed in ${String(reason.args["month"])}, and the plan for the rest of it, come to ${reason.args["complete"] === false ? "at least " : ""}${reason.value === null ? "an unknown amount" : formatMoney(reason.value, currency)}, over the limit of ${limit(reason, currency)}${typeof reason.args["passed_on"] === "string" ? `; at this pace it is passed on ${reason.args["passed_on"]}` : ""}.`,
  "budget-near": (reason, currency) => `${scope(reason)}: ${projected(reason, currency)} is close to the limit of ${limit(reason, currency)}${used(reason)}.`,
  "increase-exceeded": (reason, currency) => `${added(reason, currency)}, over the allowed ${allowed(reason, currency)}.`,
  "increase-warned": (reason, currency) => `${added(reason, currency)}, above ${allowed(reason, currency)}, the level from which an increase is reported.`,
  unpriced: ({ args }) => `No usable price is known for ${list(args, "workloads")}. ${size(args, "workloads") === 1 ? "It is" : "They are"} not counted as 0.`,
  "stale-price": ({ args }) => `The price of ${list(args, "workloads")} was last checked more than ${count(Number(args["days"] ?? 0), "day")} ago.`,
  "retires-soon": ({ args }) => `The model of ${list(args, "workloads")} retires soon.`,
  "may-retire": ({ args }) => `The model of ${list(args, "workloads")} may retire soon or be retired already: its maker announced an earliest date.`,
  "manifest-removed": ({ file, args }) =>
    args["emptied"]
      ? `This change leaves the manifest ${code(file)} without any workload, so its budget applies to nothing.`
      : `This change removes the manifest ${code(file)}, and its budget with it.`,
  "own-price": ({ value, args }, currency) =>
    `The only price for ${code(String(args["id"]))} is the one that this change adds: ${value ? jobPrice(value, currency) : "unknown"} a job, ${code(`${String(args["from"])}:${String(args["line"])}`)}.`,
  repricing: ({ value, args }, currency) =>
    `The price book changed since ${code(String(args["lock"]))} of ${String(args["since"])}: new prices for ${list(args, "workloads")}, ${value === null ? "by an unknown amount" : `${signedMoney(value, currency)} a month`}.`,
  "undeclared-call": ({ args }) => `The code calls ${list(args, "calls")}, which no workload declares: its cost is not in the total.`,
  "model-drift": ({ args }) => `The code calls a different model than ${list(args, "workloads")} declares.`,
  "parameter-drift": ({ args }) => `The code requests different clips than ${list(args, "workloads")} declares.`,
  "scan-incomplete": ({ args }) =>
    `${count(Number(args["count"] ?? 0), "file")} of code could not be read: what ${Number(args["count"]) === 1 ? "it calls" : "they call"} is not known.`,
  "silent-cost": ({ args }, currency) =>
    `Nobody chose ${list(args, "settings")}: ${size(args, "settings") === 1 ? "it costs" : "each costs"} at least ${formatMoney(decimal(String(args["min_monthly"] ?? 0)), currency)} a month more than another value that is accepted.`,
  "manifest-new": ({ file }) => `The manifest ${code(file)} is new: only its own budget applies to it.`,
  "controls-changed": (reason, currency) => controlsChanged(reason, currency),
  overridden: ({ args }) =>
    `Overridden: ${code(String(args["by"]))} added the label ${code(String(args["label"]))} at ${String(args["at"]).replace(/[^\dTZ:.+-]/g, "")}, for this commit or a more expensive one.`,
  "no-manifest": ({ file, args }) =>
    `There is no manifest${file === "" ? "" : ` ${code(file)}`}${size(args, "tried") > 0 ? `; looked for ${list(args, "tried")}` : ""}.`,
  "pre-existing": (reason, currency) => preExisting(reason, currency),
} satisfies Record<ReasonCode, (reason: Reason, currency: string) => string>;

/** The name of a limit: the total of a manifest, or one of its scopes. */
export function scopeName(scope: string | null): string {
  return scope === null || scope === "total" ? "total" : code(scope);
}

function scope({ scope: name }: Reason): string {
  return name === null || name === "total" ? "Total" : `Scope ${code(name)}`;
}

function projected({ value, figure, args }: Reason, currency: string): string {
  const named = figure === null || figure === "expected" ? "" : ` (${figure.toUpperCase()})`;
  if (value === null) return "an unknown amount";
  return `${args["complete"] === false ? "at least " : ""}${formatMoney(value, currency)} a month${named}`;
}

function limit({ limit: most }: Reason, currency: string): string {
  return most === null ? "an unknown amount" : formatMoney(most, currency);
}

function used({ args }: Reason): string {
  return typeof args["used"] === "number" ? ` (${percent(args["used"])} of it)` : "";
}

/**
 * What a change adds. If the allowed increase is a share, the added share is given, too, with the amount that it refers to. That amount is
 * the cost of delivering the plan, which limits use; the share of the expected bill in the headline can differ.
 */
function added({ value, limit: most, args }: Reason, currency: string): string {
  const { grown, share } = args;
  const isShare = typeof grown === "number" && typeof share === "number" && share > 0 && most !== null;
  const of = isShare ? ` (${signedPercent(grown)} of ${formatMoney(most.div(share), currency)})` : "";
  return `This change adds ${value === null ? "an unknown amount" : formatMoney(value, currency)} ${typeof args["month"] === "string" ? `in ${args["month"]}` : "a month"}${of}`;
}

function allowed({ limit: most, args }: Reason, currency: string): string {
  const amount = most === null ? "an unknown amount" : formatMoney(most, currency);
  return typeof args["share"] === "number" ? `${percent(args["share"])} of base (${amount})` : amount;
}

function preExisting(reason: Reason, currency: string): string {
  const { args } = reason;
  if (reason.scope !== null)
    return `${scope(reason)}: ${projected(reason, currency)} is over the limit of ${limit(reason, currency)}, as it already is on the base branch; this change does not add to it.`;
  const number = Number(args["count"] ?? 0);
  if (args["what"] === "unpriced") return `No usable price is known for ${list(args, "workloads")}, which this change does not touch.`;
  return `${count(number, "error")} ${number === 1 ? "is" : "are"} already on the base branch, in parts this change does not touch.`;
}

/** States both judgments of a change that edits its own budget settings. */
function controlsChanged({ value, args }: Reason, currency: string): string {
  const verdict = VERDICT_WORDS[args["verdict"] as Verdict].title;
  const month = value === null ? "" : `, ${args["complete"] === false ? "at least " : ""}${formatMoney(value, currency)} a month`;
  const [shown, other] = args["stands"] === "base" ? ["the base branch's settings", "its own settings"] : ["its own settings", "the base branch's settings"];
  return `This change edits its own budget settings (${list(args, "controls")}), so it is checked twice until it is merged, and the worse verdict counts: shown here with ${shown}; with ${other}: ${verdict}${month}.`;
}
