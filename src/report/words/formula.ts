import type { Term } from "../../engine/price.ts";
import type { Request } from "../../engine/request.ts";
import { type Decimal, decimal } from "../../money/decimal.ts";
import { METERS, type Meter } from "../../notation/meter.ts";
import { inert } from "../layout/escape.ts";
import { formatPrice, percent, quantity } from "../layout/format.ts";

/** The subject of a quantity in words, for a meter that does not imply it. */
const OF: Readonly<Record<string, string>> = { input_video: "input video", input_audio: "input audio", input_images: "input", output: "output", text: "text" };

/**
 * One term of a job's price as a formula: `8 s × $0.12`, `108,900 tokens × $7 per million`, `× 1.5 (resolution 1080p)`, `rounded up to 1 credit`.
 * @param currency the reporting currency. If the price is in another one, the exchange rate is shown
 * @param request gives the values of the fields that a factor depends on
 */
export function formula(term: Term, currency: string, request?: Request): string {
  switch (term.kind) {
    case "line":
    case "extra":
      return lineFormula(term, currency);
    case "factor": {
      const why = term.fields.map((field) => `${field} ${inert(String(request?.fields.get(field) ?? ""))}`.trim()).join(", ");
      return `× ${quantity(decimal(term.factor))}${why ? ` (${why})` : ""}`;
    }
    case "total": {
      const how = term.rule === "min" ? "at least" : term.rule === "max" ? "at most" : term.amount.lt(0) ? "rounded down to" : "rounded up to";
      return `${how} ${unitAmount(term.value, term.unit)}`;
    }
    case "discount":
      return `${percent(term.share)} discount`;
  }
}

/** Words for the large numbers that prices are quoted for. */
const BIG: Readonly<Record<string, string>> = { "1000": "thousand", "1000000": "million" };

/** The unit after a number: `s` for seconds, otherwise singular or plural (`1 token`, `2 tokens`). */
function unitOf(unit: string, number: Decimal): string {
  if (unit === "second") return "s";
  return number.eq(1) ? unit : `${unit}s`;
}

type LineTerm = Extract<Term, { kind: "line" | "extra" }>;

function lineFormula({ quantity: billable, meter, of, rate, per, credit, amount }: LineTerm, currency: string): string {
  const known = METERS[meter as Meter];
  const subject = of.length === 1 && of[0] === known.subject ? "" : ` of ${of.map((one) => OF[one] ?? one).join(" and ")}`;
  const each = per === "1" ? "" : ` per ${BIG[per] ?? quantity(decimal(per))}`;
  const counted = `${quantity(billable)} ${unitOf(known.unit, billable)}${subject} × ${unitAmount(rate.value, rate.unit)}${each}`;
  const own = billable.times(rate.value).div(per);
  if (own.eq(0)) return counted;
  // The conversion from the price's unit to the reporting currency: the value of a credit, then the exchange rate.
  const inDollars = credit ? own.times(credit) : own;
  const worth = credit ? ` × ${formatPrice(credit, "USD")}` : "";
  const from = credit ? "USD" : rate.unit;
  const exchanged = from === currency ? "" : ` × ${quantity(amount.div(inDollars))} ${currency} for 1 ${from}`;
  return `${counted}${worth}${exchanged}`;
}

function unitAmount(value: string, unit: string): string {
  if (unit !== "credits") return formatPrice(decimal(value), unit);
  return `${quantity(decimal(value))} ${decimal(value).eq(1) ? "credit" : "credits"}`;
}
