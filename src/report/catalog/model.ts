import type { ClipPrices } from "../../catalog/clip-prices.ts";
import { decimal } from "../../money/decimal.ts";
import { fieldNames, ownValue } from "../../notation/record-of.ts";
import type { Model, Price, Provider } from "../../prices/book.ts";
import { isUndated } from "../../prices/dated.ts";
import type { Account, Jobs } from "../../prices/schema.ts";
import { formatPrice, quantity } from "../layout/format.ts";
import { checkedDay } from "../words/trust.ts";
import { acceptedInWords, chargesInWords, conditionInWords, defaultInWords, type EscapeText } from "./charge.ts";
import { clipLines } from "./clips.ts";

/** A titled part of the description of a model. */
export type ModelSection = { title: string; lines: readonly string[] };

/** Everything that the price book knows about a model, for a terminal or for Markdown. `quote` makes the book's texts safe. Empty parts are left out. */
export function modelInWords({ account, jobs, ...provider }: Provider, model: Model, clips: ClipPrices, quote: EscapeText): ModelSection[] {
  const parts: ModelSection[] = [
    { title: "Model", lines: identity(provider, model, quote) },
    { title: "Accepts", lines: requestLines(model, quote) },
    { title: `A clip on ${clips.date}`, lines: clipLines(clips, model.status.retires, quote) },
    ...model.prices.map((one) => ({ title: `Price${period(one)}`, lines: priceLines(one, quote) })),
    ...(model.prices.length === 0 ? [{ title: "Price", lines: ["None is public."] }] : []),
    { title: "Jobs that do not succeed", lines: billedLines({ ...jobs, ...model.jobs }, quote) },
    { title: "Completion and limits", lines: jobLines({ ...jobs, ...model.jobs }, quote) },
    { title: "Account", lines: account ? accountLines(account, quote) : [] },
    { title: "Notes", lines: [model.notes, model.status.notes, provider.notes].flatMap((note) => (note === undefined ? [] : quote(note))) },
  ];
  return parts.filter(({ lines }) => lines.length > 0);
}

function identity(
  { name, pricing_urls }: Pick<Provider, "name" | "pricing_urls">,
  { name: called, aliases, modes, status }: Model,
  quote: EscapeText,
): string[] {
  return [
    `${called === undefined ? "" : `${quote(called)}, `}${quote(name)}`,
    ...(aliases.length === 0 ? [] : [`Also called: ${aliases.map(quote).join(", ")}`]),
    `Modes: ${modes.join(", ")}`,
    ...(status.released === undefined ? [] : [`Released: ${status.released}`]),
    ...(status.may_retire === undefined ? [] : [`May retire: ${status.may_retire} is the earliest day that the maker announced; from then on calls may fail`]),
    ...(status.retires === undefined ? [] : [`Retires: ${status.retires}, the first day it can no longer be used`]),
    ...(status.successor === undefined ? [] : [`Successor: ${quote(status.successor)}`]),
    ...(status.alternatives === undefined ? [] : [`Alternatives: ${status.alternatives.map(quote).join(", ")}`]),
    ...pricing_urls.map((url) => `Price list: ${quote(url)}`),
  ];
}

function requestLines({ accepts, defaults, cases }: Model, quote: EscapeText): string[] {
  const fields = [...new Set([...Object.keys(accepts), ...Object.keys(defaults)])];
  const own = fields.map((field) => {
    const [accepted, assumed] = [ownValue(accepts, field), ownValue(defaults, field)];
    return `${quote(field)}: ${accepted === undefined ? "anything" : acceptedInWords(accepted, quote)}${assumed === undefined ? "" : ` (default ${defaultInWords(assumed, quote)})`}`;
  });
  const narrowed = cases.map(({ when, accepts: some, defaults: others }) => {
    const said = [
      ...Object.entries(some).map(([field, accepted]) => `${quote(field)}: ${acceptedInWords(accepted, quote)}`),
      ...Object.entries(others).map(([field, value]) => `${quote(field)} defaults to ${defaultInWords(value, quote)}`),
    ];
    return `When ${conditionInWords(when, quote)}: ${said.join("; ")}`;
  });
  return [...own, ...narrowed];
}

function period({ from, to }: Price): string {
  if (from === undefined && to === undefined) return "";
  return `${from === undefined ? "" : ` from ${from}`}${to === undefined ? "" : ` until ${to}`}`;
}

function priceLines(one: Price, quote: EscapeText): string[] {
  return [
    ...chargesInWords(one, quote),
    `Source: ${quote(one.source)}, ${isUndated(one.checked) ? "" : "checked "}${checkedDay(one.checked)}, confidence ${one.confidence}`,
    ...(one.notes === undefined ? [] : [quote(one.notes)]),
  ];
}

const OUTCOMES = {
  provider_error: "Provider error",
  moderated: "Moderated",
  invalid: "Refused as invalid",
  timed_out: "Timed out at the provider",
  cancelled: "Cancelled",
} as const;

/** Whether jobs that do not succeed are billed: a line for each outcome, with its source. */
export function billedLines({ billed }: Jobs, quote: EscapeText): string[] {
  if (!billed || Object.keys(billed).length === 0) return [];
  return fieldNames(OUTCOMES).map((outcome) => {
    const policy = billed[outcome];
    const share =
      policy?.value === undefined || policy.value === "unknown"
        ? "unknown whether it is billed"
        : policy.value === 0
          ? "not billed"
          : policy.value === 1
            ? "billed in full"
            : `${quantity(policy.value * 100)}% billed`;
    return `${OUTCOMES[outcome]}: ${share}${evidence(policy, quote)}`;
  });
}

type Evidence = { source?: string | undefined; checked?: string | undefined; notes?: string | undefined } | undefined;

function evidence(from: Evidence, quote: EscapeText): string {
  const parts = [
    ...(from?.source === undefined ? [] : [quote(from.source)]),
    ...(from?.checked === undefined ? [] : [`${isUndated(from.checked) ? "" : "checked "}${checkedDay(from.checked)}`]),
    ...(from?.notes === undefined ? [] : [quote(from.notes)]),
  ];
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}

function jobLines(
  { completion, idempotency_key, evidence: read, status_request, limits, latency, retention, notes, source, checked }: Jobs,
  quote: EscapeText,
): string[] {
  const said = (value: boolean | "unknown" | undefined): string => (value === true ? "yes" : value === false ? "no" : "unknown");
  const poll = completion?.poll;
  return [
    ...(poll?.interval === undefined ? [] : [`Poll every ${poll.interval} s${evidence(poll, quote)}`]),
    ...(completion?.webhook === undefined ? [] : [`Webhook: ${said(completion.webhook)}${evidence(read?.webhook, quote)}`]),
    ...(idempotency_key === undefined ? [] : [`Idempotency key: ${said(idempotency_key)}${evidence(read?.idempotency_key, quote)}`]),
    ...(status_request === undefined
      ? []
      : [
          `A status request costs ${formatPrice(decimal(status_request.usd), "USD")}${status_request.free_per_month === undefined ? "" : `, the first ${quantity(status_request.free_per_month)} a month are free`}`,
        ]),
    ...(limits?.concurrency === undefined ? [] : [`Jobs at once: ${quantity(limits.concurrency)}`]),
    ...(limits?.requests_per_second === undefined ? [] : [`Requests a second: ${quantity(limits.requests_per_second)}`]),
    ...(limits?.notes === undefined ? [] : [quote(limits.notes)]),
    ...(latency === undefined ? [] : [`Latency: half within ${latency.p50} s, 95% within ${latency.p95} s${evidence(latency, quote)}`]),
    ...(retention === undefined ? [] : [`Results are kept: ${quote(retention)}`]),
    ...(notes === undefined && source === undefined
      ? []
      : [`About jobs${evidence({ source, checked }, quote)}${notes === undefined ? "" : `: ${quote(notes)}`}`]),
  ];
}

/** How the provider is paid: the price of a credit, packs, trial, fees. */
export function accountLines({ credit, packs, trial, fees, minimum_purchase, source, checked, notes }: Account, quote: EscapeText): string[] {
  const unit = quote(credit?.name ?? "credit");
  return [
    ...(credit?.usd === undefined
      ? []
      : [
          `${credit.per === undefined ? `A ${unit}` : `${quantity(decimal(credit.per))} ${unit}s`} cost ${formatPrice(decimal(credit.usd), "USD")}`.replace(
            /^(A .*) cost /,
            "$1 costs ",
          ),
        ]),
    ...(packs ?? []).map(({ name, size, price: cost, expires, every, once, beyond, concurrency }) => {
      const rules = [
        ...(every === undefined ? [] : ["every month"]),
        ...(once === undefined ? [] : ["sold once"]),
        ...(expires === undefined ? [] : [`expires after ${expires.replace("d", " days")}`]),
        ...(beyond === undefined
          ? []
          : [
              beyond === "none"
                ? "nothing beyond it"
                : beyond === "unknown"
                  ? "the price beyond it is unknown"
                  : `${formatPrice(decimal(beyond), "USD")} a ${unit} beyond it`,
            ]),
        ...(concurrency === undefined ? [] : [`${quantity(concurrency)} jobs at once`]),
      ];
      return `${quote(name)}: ${quantity(decimal(size))} ${unit}s for ${formatPrice(decimal(cost), "USD")}, ${formatPrice(decimal(cost).div(size), "USD")} each${rules.length === 0 ? "" : ` (${rules.join(", ")})`}`;
    }),
    ...(trial === undefined
      ? []
      : [
          `Trial: ${trial.unit === "USD" ? formatPrice(decimal(trial.amount), "USD") : `${quantity(decimal(trial.amount))} ${unit}s`}${trial.notes === undefined ? "" : ` (${quote(trial.notes)})`}`,
        ]),
    ...(fees ?? []).map(({ name, usd, every }) => `Fee ${quote(name)}: ${formatPrice(decimal(usd), "USD")} ${every === "month" ? "a month" : "once"}`),
    ...(minimum_purchase === undefined ? [] : [`Least purchase: ${formatPrice(decimal(minimum_purchase), "USD")}`]),
    ...(notes === undefined && source === undefined
      ? []
      : [`About the account${evidence({ source, checked }, quote)}${notes === undefined ? "" : `: ${quote(notes)}`}`]),
  ];
}
