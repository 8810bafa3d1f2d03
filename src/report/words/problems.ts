import { decimal } from "../../money/decimal.ts";
import { isUndated } from "../../prices/dated.ts";
import type { ProblemCode } from "../../problem.ts";
import { code, prose } from "../layout/escape.ts";
import { formatMoney, formatPrice, jobPrice, percent, quantity } from "../layout/format.ts";
import { type Args, has, list, size, value } from "./args.ts";
import { EXPECTED } from "./expected.ts";
import { SYNTAX } from "./syntax.ts";

/** The words of one problem. `key` is its place in the file, as a code span. A remedy that does not apply is null. */
export type Words = {
  sentence: (args: Args, key: string) => string;
  remedy: string | ((args: Args) => string | null);
};

const meant = (args: Args): string | null => (has(args, "nearest") ? `did you mean ${value(args, "nearest")}?` : null);
const number = (args: Args, key: string): string => quantity(Number(args[key] ?? 0));
const about = (args: Args, key: string): string => quantity(Number(Number(args[key] ?? 0).toPrecision(4)));
const share = (args: Args, key: string): string => percent(Number(args[key] ?? 0));
const moneyOf = (args: Args, key: string): string => formatMoney(decimal(Number(args[key] ?? 0)), String(args["currency"] ?? "USD"));

const jobPriceOf = (args: Args, key: string): string => jobPrice(decimal(Number(args[key] ?? 0)), String(args["currency"] ?? "USD"));
const syntaxOf = (args: Args): { sentence: string; remedy: string } | undefined => SYNTAX[String(args["kind"]) as keyof typeof SYNTAX];

/** The start of the sentence about an amount without an exchange rate, by what the amount is. */
const UNCONVERTED: Readonly<Record<string, string>> = {
  "status-request": "The price of a status request of",
  fees: "What is paid in fees to",
  pack: "The price of a pack of",
  plan: "The price of the plan of",
  trial: "The trial credit of",
  prepaid: "The balance already paid for at",
  minimum_purchase: "The minimum purchase of credit at",
};

/** Kinds of price that the grammar of price files leaves out on purpose, as the end of a sentence. */
const OUT_OF_SCOPE: Readonly<Record<string, string>> = {
  sessions: "live sessions, whose idle time is billed too",
  storage: "storage and traffic",
  quotes: "prices that only a quote endpoint knows",
  marginal: "marginal tiers, where each unit has the rate of its own step (`by: [monthly_jobs]` sets one rate for all jobs of the month)",
  expressions: "calculations (an amount is a decimal; tables, factors and bounds say how it depends on the request)",
};

/** Why code was not read. */
const UNREAD: Readonly<Record<string, string>> = {
  "too-many": "a run reads at most 300 changed files of code",
  "too-large": "above the largest size that is read",
  tangled: "following names in the code takes too many steps",
  unreadable: "no permission",
  api: "GitHub's API returned no contents",
};

/** Why a key has no effect, as the end of a sentence, and what would give it one. */
const NO_EFFECT: Readonly<Record<string, string>> = {
  "single-volume": "the volume is one plain number, and does not rise or fall",
  single: "no other workload whose volume is a range has this driver",
  concurrency: "nothing says how many jobs or requests the account may run at once",
  latency: "nothing says how long jobs take",
};
const NO_EFFECT_REMEDY: Readonly<Record<string, string>> = {
  "single-volume": "Declare a range, `{ low, likely, high }` or `{ p10, p90 }`, or leave the driver out.",
  single: "Name the same driver in each workload that rises and falls with it, or leave it out.",
  concurrency: "Declare `accounts.PROVIDER.concurrency`, or leave the peak out.",
  latency: "Declare `reliability.latency: { p50: …, p95: … }`, or leave the peak out.",
};

/** Why a setting can cost money without a notice, by kind, as the first half of a sentence. If the key is not written, the default applies. */
const SILENT: Readonly<Record<string, (args: Args, key: string) => string>> = {
  retries: (args, key) => `${key} is ${value(args, "from")}: retries have no end that anybody notices`,
  polls: (args, key) => `${key} is ${value(args, "from")} s: the client asks more often than the provider advises, and each status request costs money`,
  moderated: (_, key) => `${key} has \`moderated\`: a refused prompt is sent again as it is`,
  "no-key": (_, key) => `${key} is not given: a job that is submitted again may run and be billed twice`,
};
const SILENT_REMEDY: Readonly<Record<string, string>> = {
  retries: "Give up sooner, or say what fails less.",
  polls: "Ask as often as the provider advises, or use a webhook.",
  moderated: "Take it out of `retry_on`.",
  "no-key": "Send one where the provider takes it, and write `idempotency_key: true`; else write `idempotency_key: false`.",
};

/** The words of every problem: what is wrong with which value, what is allowed, and what to do about it. */
export const PROBLEMS = {
  "file-missing": {
    sentence: (args) =>
      `There is no file ${value(args, "file")}${has(args, "link") ? `: ${value(args, "link")} is a symbolic link to ${value(args, "target")}, and the links lead in a circle` : ""}.`,
    remedy: (args) =>
      has(args, "link")
        ? "Let one of the links lead to a file."
        : `Correct the path${has(args, "by") ? " (it is relative to the file that names it)" : ""}, or add the file.`,
  },
  "file-too-large": {
    sentence: (args) => `The file has ${number(args, "bytes")} bytes; at most ${number(args, "max")} are read.`,
    remedy: "Split it into several manifests and join them with `include`.",
  },
  "not-utf8": { sentence: () => "The file is neither UTF-8 text nor UTF-16 with its byte order mark.", remedy: "Save it as UTF-8." },
  "yaml-syntax": {
    sentence: (args) =>
      `The file is not valid YAML: ${syntaxOf(args)?.sentence.replace(/^A /, "a ").replace(/\.$/, "").replace(/^The /, "the ") ?? prose(String(args["detail"] ?? ""))}.`,
    remedy: (args) => syntaxOf(args)?.remedy ?? "Check the indentation, quotes and brackets at this place.",
  },
  "duplicate-key": { sentence: (args) => `The key ${value(args, "key")} is defined twice.`, remedy: "Remove or rename one of them." },
  "too-many-aliases": {
    sentence: (args) => `The file expands its anchors more than ${number(args, "max")} times.`,
    remedy: "Write the values out, or put them under `defaults`.",
  },
  "not-a-map": {
    sentence: (args) => (args["empty"] ? "The file is empty; it must be a map of keys and values." : "The file must be a map of keys and values."),
    remedy: "Start it with `version: 1`.",
  },
  "outside-repository": {
    sentence: (args) =>
      has(args, "link")
        ? `${value(args, "link")} is a symbolic link to ${value(args, "target")}, which points outside the repository, so it is not followed.`
        : `${value(args, "value")} is outside the files that may be read; only files in the repository are allowed.`,
    remedy: (args) =>
      has(args, "link")
        ? "Replace the link with the file, or with a relative link to a file in the repository."
        : "Move the file into the repository and name it relative to this one.",
  },
  "unprintable-path": {
    sentence: (args) => `The path ${value(args, "value")} contains a line break or another control character, which reports cannot show.`,
    remedy: "Rename the file.",
  },
  "tree-truncated": {
    sentence: () => "GitHub truncated the list of files in this commit, so manifests may be missing from this report.",
    remedy: "Name the manifests in the action's `manifest` input without patterns, or run after a checkout.",
  },
  "manifest-returned": {
    sentence: (args) =>
      `Commit ${value(args, "commit")} removed this manifest on ${value(args, "day")}, less than 90 days ago. It is compared with its contents at that time, and its old limits apply.`,
    remedy: "If it is a new manifest, give it another path, or have an override accept its limits.",
  },
  "history-unread": {
    sentence: () => "This manifest is new, but the history of its path could not be read: a manifest removed less than 90 days ago would keep its limits.",
    remedy: "Run again, or check whether the base branch had a manifest at this path.",
  },
  "too-many-files": {
    sentence: (args) =>
      `${value(args, "files")} manifests and price files would have to be read through GitHub's API; the limit is ${value(args, "max")}, so none of them is checked.`,
    remedy: "Combine small manifests, or list fewer in the action's `manifest` input and use one step for each part.",
  },
  "unknown-key": {
    sentence: (args) => `There is no key ${value(args, "key")} here${has(args, "allowed") ? `; allowed: ${list(args, "allowed", 30)}` : ""}.`,
    remedy: (args) =>
      has(args, "inside")
        ? `It belongs in ${value(args, "inside")}${has(args, "write") ? `: ${value(args, "write")}` : ""}.`
        : has(args, "beside")
          ? `It belongs one level up, next to ${value(args, "beside")}.`
          : (meant(args) ?? "Remove it or correct its name."),
  },
  "not-indented": {
    sentence: (args) => `${value(args, "key")} is at the same level as ${value(args, "under")}, not inside it, so ${value(args, "under")} is empty.`,
    remedy: (args) => `Indent it, and the rest of ${value(args, "under")}, two spaces more than ${value(args, "under")}.`,
  },
  "missing-key": { sentence: (_, key) => `The key ${key} is missing.`, remedy: (args) => `Add ${value(args, "key")}.` },
  "wrong-value": {
    sentence: (args, key) => {
      const allowed = has(args, "allowed")
        ? `${size(args, "allowed") === 1 ? "" : "one of "}${list(args, "allowed", 30)}`
        : (EXPECTED[String(args["expected"])] ?? prose(String(args["expected"] ?? "")));
      return `${key} is ${value(args, "value")}; it must be ${allowed}.`;
    },
    remedy: (args) => (has(args, "write") ? `Write ${value(args, "write")}.` : meant(args)),
  },
  "out-of-range": {
    sentence: (args, key) => {
      const bounds = [
        ...(has(args, "min") ? [`at least ${number(args, "min")}`] : []),
        ...(has(args, "above") ? [`above ${number(args, "above")}`] : []),
        ...(has(args, "max") ? [`at most ${number(args, "max")}`] : []),
      ].join(" and ");
      const measured = typeof args["value"] === "number" || args["value"] === null ? "" : "its length ";
      return `${key} is ${value(args, "value")}; ${measured}${measured ? "" : "it "}must be ${bounds}.`;
    },
    remedy: () => null,
  },
  "shares-over-one": {
    sentence: (args, key) => `The chances in ${key} add up to ${value(args, "total")}; they can be at most 1.`,
    remedy: "They are mutually exclusive outcomes of one attempt; the rest, up to 1, is the share that succeeds.",
  },
  "timeout-without-behaviour": {
    sentence: (args, key) => `${key} is ${value(args, "value")} seconds, but the manifest does not say what happens then.`,
    remedy: (args) => `Add \`on_timeout\`, one of ${list(args, "allowed")}.`,
  },
  "behaviour-without-timeout": {
    sentence: (args, key) => `${key} is ${value(args, "value")}, but there is no \`timeout\` after which it could happen.`,
    remedy: "Add `timeout`, a duration such as `180s`.",
  },
  "behaviour-without-latency": {
    sentence: (args, key) => `${key} is ${value(args, "value")}, but nothing says how long jobs take.`,
    remedy: "Add `reliability.latency: { p50: …, p95: … }`.",
  },
  "one-of": {
    sentence: (args, key) => `${key} needs exactly one of ${list(args, "keys")}; it has ${has(args, "given") ? list(args, "given") : "none"}.`,
    remedy: (args) => (has(args, "given") ? "Keep one and remove the others." : `Add one of ${list(args, "keys")}.`),
  },
  "not-ascending": {
    sentence: (args, key) => `${key} must satisfy ${value(args, "order")}; it is ${list(args, "values")}.`,
    remedy: "Put the values in order.",
  },
  "no-workloads": {
    sentence: () => "The manifest has no `workloads` and includes no other manifest.",
    remedy: "Add `workloads`, or `include` other manifests.",
  },
  "include-cycle": { sentence: (args) => `This file and ${value(args, "value")} include each other.`, remedy: "Remove one of the two entries of `include`." },
  "include-matches-nothing": {
    sentence: (args) => `${value(args, "value")} matches no file.`,
    remedy: "Correct the pattern (it is relative to this file), or remove it.",
  },
  "mixed-currencies": {
    sentence: (args) => `This manifest reports in ${value(args, "value")} and the first one in ${value(args, "expected")}; one report is in one currency.`,
    remedy: (args) => `Set \`currency: ${word(args, "expected")}\`, or check this file on its own.`,
  },
  "no-exchange-rate": {
    sentence: (args) =>
      args["what"] === "base"
        ? `The base branch reports in ${value(args, "from")} and this change in ${value(args, "to")}, and there is no rate for ${value(args, "currency")}: the change in cost is unknown.`
        : `${UNCONVERTED[String(args["what"])] ?? "The price of"} ${value(args, "id")} cannot be converted: there is no rate for ${value(args, "currency")}. ${has(args, "what") && args["what"] !== "status-request" ? "The amount is unknown, and no total includes it." : "It is unpriced."}`,
    remedy: (args) => `Add the rate, in USD for one unit: \`fx: { ${word(args, "currency")}: … }\`.`,
  },
  "scope-matches-nothing": {
    sentence: (args) => `The scope ${value(args, "scope")} matches no workload, so its limit applies to nothing.`,
    remedy: (args) => (has(args, "write") ? `The closest match is ${value(args, "write")}.` : "Correct its `match`, or remove the scope."),
  },
  "unknown-provider": {
    sentence: (args) => {
      const isAnswered = has(args, "nearest") && size(args, "allowed") > A_FEW;
      return `The price book has no provider ${value(args, "value")}${has(args, "allowed") && !isAnswered ? `; it has ${list(args, "allowed", 30)}` : ""}.`;
    },
    remedy: (args) => {
      const sellers = has(args, "elsewhere") ? `The model is sold by ${list(args, "elsewhere")}.` : null;
      const first = meant(args) ?? (sellers ? null : "Add its prices in a file under `prices:`, or give the workload a `price`.");
      return [first, sellers].filter((part) => part !== null).join(" ");
    },
  },
  "unknown-model": {
    sentence: (args) => `The price book has no model ${value(args, "value")} of ${value(args, "provider")}${has(args, "nearest") ? "" : looksLike(args)}.`,
    remedy: (args) => {
      const search = `\`video-budget prices search --provider ${word(args, "provider")}\` lists its models.`;
      if (size(args, "elsewhere") === 1) return `It is sold by ${list(args, "elsewhere")}: write \`provider: ${word(args, "elsewhere")}\`.`;
      if (has(args, "elsewhere")) return `It is sold by ${list(args, "elsewhere")}: name one of them as \`provider\`. ${search}`;
      const newer = has(args, "family") && !has(args, "nearest") ? "If the provider sells it, give the workload a `price`." : null;
      return [meant(args), newer, search].filter((part) => part !== null).join(" ");
    },
  },
  "unknown-pack": {
    sentence: (args, key) => `${key} names ${value(args, "value")}, which the price book does not have; it has ${list(args, "allowed")}.`,
    remedy: (args) => meant(args) ?? "Name one of these, or give its size and price: `pack: { size: 5000, price: 700 }`.",
  },
  "unknown-fee": {
    sentence: (args, key) => `${key} names the fee ${value(args, "value")}, which the price book does not have; it has ${list(args, "allowed")}.`,
    remedy: (args) => meant(args),
  },
  "unlisted-with-price": {
    sentence: (args) =>
      `The price book does not list the ${word(args, "what")} ${value(args, "value")}; the workload's own \`price\` is used, and its request is not checked.`,
    remedy: () => null,
  },
  retired: {
    sentence: (args) => `${value(args, "id")} was retired on ${value(args, "date")}: it can no longer be used.`,
    remedy: (args) => replacement(args) ?? "Choose another model: `video-budget prices search`.",
  },
  "retires-soon": {
    sentence: (args) => `${value(args, "id")} retires on ${value(args, "date")}, in ${number(args, "days")} days.`,
    remedy: (args) => replacement(args) ?? "Plan its replacement: `video-budget prices search`.",
  },
  "may-retire": {
    sentence: (args) =>
      Number(args["days"]) > 0
        ? `${value(args, "id")} may retire on or after ${value(args, "date")}, in ${number(args, "days")} days: its maker announced that as the earliest date.`
        : `${value(args, "id")} may be retired: its maker announced ${value(args, "date")} as the earliest date, so calls may fail now.`,
    remedy: (args) => replacement(args) ?? "Plan its replacement: `video-budget prices search`.",
  },
  "not-accepted": {
    sentence: (args) =>
      `${value(args, "id")} does not accept ${value(args, "field")} ${value(args, "value")}; it accepts ${list(args, "allowed", 30)}.${nextLength(args)}`,
    remedy: () => null,
  },
  "unknown-option": {
    sentence: (args) => `${value(args, "id")} has no option ${value(args, "value")}; it has ${has(args, "allowed") ? list(args, "allowed", 30) : "none"}.`,
    remedy: (args) => meant(args) ?? "Remove it: an unknown option has no price.",
  },
  "not-offered": {
    sentence: (args) => `${value(args, "id")} is not sold for this request: ${value(args, "request")}.`,
    remedy: "Change the mode or the output to one that is in its price list.",
  },
  "field-needed": {
    sentence: (args) => `The price of ${value(args, "id")} depends on ${value(args, "field")}, which is not set.`,
    remedy: (args) => `Add ${value(args, "field")} to the workload.`,
  },
  unpriced: {
    sentence: (args) =>
      `${args["listed"] === false ? `The price book has no entry for ${value(args, "id")}${looksLike(args)}` : `No usable price is known for ${value(args, "id")}`}${unpricedBecause(args)}. It is not counted as 0.`,
    remedy: (args) => {
      if (args["why"] === "unknown-credit") return "Name what is bought under `accounts`: a `pack`, or `{ size, price }`.";
      const sellers = has(args, "elsewhere") ? soldElsewhere(args) : null;
      const near = meant(args) ?? sellers;
      return `${near === null ? "Give" : `${near} Otherwise give`} the workload a \`price\`, or add a price file under \`prices:\`.`;
    },
  },
  "lower-bound": {
    sentence: (args) => `Only a lower bound is known for the price of ${value(args, "id")}: a part of what it bills is not public.`,
    remedy: "Give the workload a `price` from your bill, or set `policy.unknown_price: warn` to count the lower bound.",
  },
  "stale-price": {
    sentence: (args) =>
      isUndated(String(args["checked"]))
        ? `The price of ${value(args, "id")} comes from an undated page of ${String(args["checked"]).slice(0, 4)}: it may be ${number(args, "days")} days old, and a price counts as stale after ${number(args, "max")}.`
        : `The price of ${value(args, "id")} was last checked on ${value(args, "checked")}, ${number(args, "days")} days ago; a price counts as stale after ${number(args, "max")}.`,
    remedy: (args) => `Compare it with ${value(args, "source")}. If it has changed, put the current price in your own price file.`,
  },
  "lock-unreadable": {
    sentence: (args, key) =>
      `The price lock cannot be read${has(args, "key") ? ` at ${key}` : ""}: ${word(args, "why")}. Price changes since it was written are unknown.`,
    remedy: "Run `video-budget lock` to write it again.",
  },
  "lock-unknown-workload": {
    sentence: (args) => `The price lock contains ${list(args, "workloads")}, which no manifest declares.`,
    remedy: "Run `video-budget lock` to write it again.",
  },
  "lock-outdated": {
    sentence: (args) => `The price lock does not contain ${list(args, "workloads")} as declared here: whether those prices changed is unknown.`,
    remedy: "Run `video-budget lock` to write it again.",
  },
  "undeclared-call": {
    sentence: (args) =>
      `${has(args, "model") ? `${value(args, "model")} at ${value(args, "provider")}` : `A call to ${value(args, "provider")}${has(args, "dynamic") ? `, whose model comes from ${value(args, "dynamic")},` : ""}`} is called here${Number(args["more"]) > 0 ? ` and at ${number(args, "more")} more ${Number(args["more"]) === 1 ? "place" : "places"}` : ""}, and no workload declares it: one clip costs ${has(args, "job_price") ? jobPrice(decimal(Number(args["job_price"])), "USD") : "an amount that is not known"}, and none is in the total.${has(args, "near") ? ` The workload ${value(args, "near")} declares this model at ${value(args, "elsewhere")}, which is another provider with prices of its own.` : ""}`,
    remedy: (args) =>
      has(args, "near")
        ? `let the workload say ${value(args, "provider")}, or add one of its own.`
        : has(args, "model")
          ? "add a workload with this provider and model, or exclude the call with the comment `video-budget: ignore REASON` above it."
          : "add a workload of this provider and say with `code` that it is for this file, or exclude the call with the comment `video-budget: ignore REASON` above it.",
  },
  "model-drift": {
    sentence: (args) => `The code calls ${value(args, "code")} where the workload ${value(args, "workload")} declares ${value(args, "declared")}.`,
    remedy: "Change one of the two: the estimate uses the workload's value.",
  },
  "parameter-drift": {
    sentence: (args) =>
      `The code requests ${value(args, "key")} ${value(args, "code")} where the workload ${value(args, "workload")} declares ${value(args, "declared")}.`,
    remedy: "Change one of the two: the estimate uses the workload's value.",
  },
  "unused-workload": {
    sentence: () => "No call in the code belongs to this workload.",
    remedy: "Remove the workload if it is no longer used, or list its files in `code`.",
  },
  "scan-incomplete": {
    sentence: (args) =>
      args["why"] === "base"
        ? `${number(args, "count")} ${Number(args["count"]) === 1 ? "file" : "files"} of code that this change leaves alone ${Number(args["count"]) === 1 ? "was" : "were"} not read: a call that it seems to add may stand there already.`
        : `${number(args, "count")} ${Number(args["count"]) === 1 ? "file" : "files"} of code ${Number(args["count"]) === 1 ? "was" : "were"} not read (${UNREAD[String(args["why"])] ?? "for an unknown reason"}), such as ${list(args, "files")}: what ${Number(args["count"]) === 1 ? "it calls" : "they call"} is not known.`,
    remedy: (args) =>
      args["why"] === "too-large" || args["why"] === "tangled"
        ? "Split it, or name it under `scan.ignore` if it calls nothing."
        : args["why"] === "unreadable"
          ? "Let the run read it, or name it under `scan.ignore` if it calls nothing."
          : args["why"] === "base"
            ? "Let `actions/checkout` run before the action: it then reads all of base's code without a request."
            : "Run `video-budget scan` on the branch: it reads all of the code.",
  },
  "count-as-takes": {
    sentence: (args, key) =>
      `${key}: one job makes ${number(args, "count")} outputs, which count as takes of one clip: ${about(args, "jobs")} jobs a month. If each output were a separate clip, as in earlier versions, it would be ${about(args, "batches")}.`,
    remedy: "Set `output.count_as: takes` or `output.count_as: clips`.",
  },
  "silent-cost": {
    sentence: (args, key) => {
      const usual = `${key} is not given: ${args["key"] === "mode" ? "the model's first" : "the provider's default"}, ${value(args, "from")}, is priced`;
      const why = SILENT[String(args["kind"])]?.(args, key) ?? usual;
      return `${why}. ${size(args, "to") > 0 ? list(args, "to") : "An empty list"} costs ${moneyOf(args, "monthly")} a month less.`;
    },
    remedy: (args) => {
      const set = (at: string): string => code(`${word(args, "key")}: ${word(args, at)}`);
      return SILENT_REMEDY[String(args["kind"])] ?? `Write ${set("to")}, or ${set("from")} where that is meant.`;
    },
  },
  "pace-off-plan": {
    sentence: (args) => {
      const bound = args["is_of_volume"]
        ? `${args["off"] === "above" ? "above the P90" : "below the P10"} of the plan, ${moneyOf(args, "bound")}`
        : `more than 10% ${args["off"] === "above" ? "above" : "below"} the plan, ${moneyOf(args, "plan")}`;
      return `At the pace of ${number(args, "covered")} days ${String(args["month"] ?? "")} comes to ${args["complete"] ? "" : "at least "}${moneyOf(args, "pace")}, ${bound}.`;
    },
    remedy: "`video-budget calibrate` measures the volume and the rates of the log.",
  },
  "timeout-in-tail": {
    sentence: (args) =>
      `The client gives up after ${number(args, "timeout")} s, and one job in twenty takes longer than ${number(args, "p95")} s: abandoned jobs keep running and are billed, ${moneyOf(args, "monthly")} a month.`,
    remedy: (args) => `Wait ${number(args, "cure")} s, which is enough for 999 of 1,000 jobs, or resubmit with an idempotency key.`,
  },
  "webhook-without-fallback": {
    sentence: (args) =>
      Number(args["loss"]) > 0
        ? `${share(args, "loss")} of webhooks are lost and there is no fallback: jobs are billed but never collected, ${moneyOf(args, "monthly")} a month.`
        : "There is no fallback for a lost webhook: such a job is billed but never collected.",
    remedy: "Add `fallback_poll: { after: 300s, interval: 60s }` to the webhook, and poll for the job when it is overdue.",
  },
  "concurrency-too-small": {
    sentence: (args) =>
      `${number(args, "peak")} clips in the busiest hour keep ${about(args, "inFlight")} jobs running at once; the account allows ${number(args, "concurrency")}. The rest wait in the queue, so more jobs time out than the declared latency suggests.`,
    remedy: "Spread the peak, raise the account's concurrency, or declare a latency that includes the queue.",
  },
  "polling-too-fast": {
    sentence: (args) =>
      `The client polls ${about(args, "perSecond")} times a second; the provider allows ${number(args, "limit")} and rejects ${share(args, "refused")} of the requests.`,
    remedy: (args) => `Poll every ${about(args, "interval")} s or less often, or use a webhook.`,
  },
  "needs-latency": {
    sentence: (args) =>
      `No latency is declared, so ${value(args, "key")} ${has(args, "usd") ? `cannot be counted; each costs ${formatPrice(decimal(String(args["usd"])), "USD")}` : "has no effect"}.`,
    remedy: "Declare `reliability.latency: { p50: …, p95: … }`.",
  },
  "plan-exceeded": {
    sentence: (args) =>
      `The plan ${value(args, "plan")} includes ${number(args, "size")} ${has(args, "unit") ? value(args, "unit") : "credits"} a month; usage exceeds that in ${share(args, "chance")} of months, and ${args["beyond"] === "none" ? "it sells no more" : "the price of more is unknown"}.`,
    remedy: "Choose a larger plan, or a pack, under `accounts`.",
  },
  "near-tier": {
    sentence: (args) =>
      `${about(args, "jobs")} jobs a month are near the edge of a tier: a job costs ${jobPriceOf(args, "price")}, and ${jobPriceOf(args, "beyond")} on the other side of ${number(args, "edge")} jobs.`,
    remedy: (args) => (args["range"] === true ? null : "Declare the volume as a range to see the cost on both sides."),
  },
  "evidence-disagrees": {
    sentence: (args) =>
      `${value(args, "outcome")} is declared as ${share(args, "declared")}, but was counted in ${number(args, "k")} of ${number(args, "n")} jobs: between ${share(args, "low")} and ${share(args, "high")} (95% confidence). The counts are used.`,
    remedy: "Correct or remove the declared rate, or remove evidence that is out of date.",
  },
  "credit-expires": {
    sentence: (args) =>
      `Of ${value(args, "pack")} (${number(args, "size")} units, ${formatMoney(decimal(Number(args["price"] ?? 0)), "USD")}, ${has(args, "expires") ? `good for ${number(args, "expires")} days` : "by the month"}) ${share(args, "share")} expires unused: ${moneyOf(args, "monthly")} a month.`,
    remedy: (args) => `Pay per use if the provider offers it${has(args, "smaller") ? `, or buy a smaller pack: ${value(args, "smaller")}` : ""}.`,
  },
  "balance-below-a-job": {
    sentence: (args) =>
      `The ${args["what"] === "trial" ? "trial" : "balance"} of ${value(args, "balance")}, worth ${moneyOf(args, "worth")}, does not cover one job of ${list(args, "workloads")}: a job costs ${moneyOf(args, "job")}.`,
    remedy: "Top it up before the first job, or correct it.",
  },
  "no-effect": {
    sentence: (args, key) => `${key} has no effect: ${NO_EFFECT[String(args["why"])] ?? ""}.`,
    remedy: (args) => NO_EFFECT_REMEDY[String(args["why"])] ?? null,
  },
  "figure-of-plan": {
    sentence: (args) =>
      `The limits apply to the ${String(args["figure"]).toUpperCase()}, but the volume of ${list(args, "workloads")} is a single number: the ${String(args["figure"]).toUpperCase()} assumes that volume and leaves its uncertainty out.`,
    remedy: "Declare a range, `{ low, likely, high }` or `{ p10, p90 }`.",
  },
  "price-overlap": {
    sentence: (args) => `Two prices of ${value(args, "id")} are in force on the same day: ${value(args, "first")} and ${value(args, "second")}.`,
    remedy: "Give the older one a `to` date, which is exclusive.",
  },
  "price-duplicate": {
    sentence: (args) => `${value(args, "name")} already names the model ${value(args, "owner")}.`,
    remedy: "Ids and aliases are unique within a provider.",
  },
  "price-rivals": {
    sentence: (args) => `Two charges of ${value(args, "id")} match one request and neither is more specific: ${list(args, "requests")}${more(args)}.`,
    remedy: "Narrow the `when` of one of them, or give them different `line`s if both are billed.",
  },
  "price-quantity-keys": {
    sentence: (args) =>
      `Charges of the line ${value(args, "line")} of ${value(args, "id")} state different rules (${list(args, "keys")}); a charge that replaces another must state the same.`,
    remedy: "Repeat `step`, `min`, `max`, `included` and `each` on every charge of the line.",
  },
  "price-hole": {
    sentence: (args) =>
      `${value(args, "id")} accepts ${size(args, "requests") === 1 ? "a request" : "requests"} that no charge prices: ${list(args, "requests")}${more(args)}.`,
    remedy: "Add a charge, or list the requests under `holes` if they are not sold.",
  },
  "price-when": {
    sentence: (args) =>
      args["undeclared"]
        ? `A condition of ${value(args, "id")} is on ${value(args, "field")}, which is no field of a request and no option that the model declares.`
        : `A condition of ${value(args, "id")} on ${value(args, "field")} asks for ${has(args, "value") ? list(args, "value") : "a value"}, which the model never accepts.`,
    remedy: (args) => (args["undeclared"] ? "Correct its name, or declare it under `accepts`." : "Correct the value, or add it under `accepts`."),
  },
  "price-default": {
    sentence: (args) => `The default ${value(args, "value")} of ${value(args, "field")} is not accepted by ${value(args, "id")} itself.`,
    remedy: "Correct the default, or `accepts`.",
  },
  "price-media": {
    sentence: (args) => `The charges of ${value(args, "id")} count what its \`media\` does not define: ${value(args, "what")}.`,
    remedy: "Add it to the `media` profile.",
  },
  "price-units": {
    sentence: (args) => `${value(args, "id")} has a \`total\`, but its charges are in several units: ${list(args, "units")}.`,
    remedy: "A rule on the whole job needs one unit.",
  },
  "price-out-of-scope": {
    sentence: (args, key) =>
      `${has(args, "key") ? `The key ${value(args, "key")}` : `${key}, ${value(args, "value")},`} asks for what no price file can say: ${OUT_OF_SCOPE[String(args["topic"])] ?? ""}.`,
    remedy: "Leave the price out, `prices: []`, and say why in `notes`; a workload can give what it pays as its own `price`.",
  },
  "price-conditional-meter": {
    sentence: (args) => `Only some requests to ${value(args, "id")} are charged for ${list(args, "lines")}, beside a line that all of them have.`,
    remedy: "If it is meant to be added, give it a `line` name of its own; if it is meant to replace another, give both the same.",
  },
} satisfies Record<ProblemCode, Words>;

/** An argument as a word inside a sentence. */
function word(args: Args, key: string): string {
  return prose(String(args[key] ?? "…"));
}

function replacement(args: Args): string | null {
  const successor = has(args, "successor") ? `Its successor is ${value(args, "successor")}.` : null;
  const others = has(args, "alternatives") ? `Alternatives: ${list(args, "alternatives")}.` : null;
  return [successor, others].filter((part) => part !== null).join(" ") || null;
}

/** The price of the next longer clip. It does not claim that the provider accepts that length for this request. */
function nextLength(args: Args): string {
  if (!has(args, "next")) return "";
  const bound = { upper: "at most ", lower: "at least " }[String(args["next_bound"])] ?? "";
  return ` The next length up, ${number(args, "next")} s, is priced at ${bound}${jobPrice(decimal(String(args["next_price"])), word(args, "currency"))} a job.`;
}

function more(args: Args): string {
  return Number(args["more"] ?? 0) > 0 ? ` and ${number(args, "more")} more` : "";
}

/** The family that an unlisted id seems to belong to. A missing Kling model is a different problem than a typo. */
function looksLike(args: Args): string {
  if (!has(args, "family")) return "";
  return args["family"] === "video" ? ", a video model by its name" : `, by its name of the family ${word(args, "family")}`;
}

/** The other providers that have a model with this id. */
function soldElsewhere(args: Args): string {
  return `${list(args, "elsewhere")} ${size(args, "elsewhere") === 1 ? "sells" : "sell"} a model of this id: if that is where you buy it, name it as \`provider\`.`;
}

/** At most this many names are listed in addition to a similar one. */
const A_FEW = 8;

function unpricedBecause(args: Args): string {
  if (args["why"] === "unknown-amount") return ": the price list names no amount for this request";
  if (args["why"] === "unknown-credit") return ": it is priced in credits, and nothing says what one costs";
  return has(args, "why") ? `: ${prose(String(args["why"])).replace(/\.$/, "")}` : "";
}
