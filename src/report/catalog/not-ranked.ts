import type { ClipPrice } from "../../catalog/clip-prices.ts";
import type { ClipRequest } from "../../catalog/clip-request.ts";
import type { LeftOut } from "../../catalog/rank.ts";
import { decimal } from "../../money/decimal.ts";
import { jobPrice, quantity } from "../layout/format.ts";
import type { EscapeText } from "./charge.ts";

/** Why a job has no price, as a part of a sentence. */
export function notPricedInWords(why: NonNullable<ClipPrice["why"]> | LeftOut, quote: EscapeText): string {
  switch (why.reason) {
    case "field-needed":
      return `the price depends on ${quote(why.field)}, which nothing sets`;
    case "no-rate":
      return `the price is in ${quote(why.currency)}, and no rate is given: --fx ${quote(why.currency)}=…`;
    case "not-sold":
      return "it is not sold";
    case "unknown-amount":
      return "the price list names no amount";
    case "unknown-credit":
      return "nothing says what a credit costs";
    case "not-accepted":
      return "it is not accepted";
    case "not-stated":
      return "the book does not say";
    case "unpriced":
      return "no price is public";
    case "retired":
      return "it is retired";
    case "mode":
      return "it is for other modes";
  }
}

/** Why models are left out, as the rest of a sentence that begins with their number. @param one whether it is a single model */
export function leftOutInWords(why: LeftOut, one: boolean, ask: ClipRequest, quote: EscapeText): string {
  const verb = (single: string, several: string): string => (one ? single : several);
  const have = verb("has", "have");
  switch (why.reason) {
    case "mode":
      return `${verb("is", "are")} not for ${ask.mode}`;
    case "not-accepted":
      return `${verb("does", "do")} not ${refused(why.field, ask, quote) ?? `accept ${quote(why.field)} ${quote(String(why.value))}`}`;
    case "not-stated":
      return `${verb("is", "are")} not known to ${refused(why.field, ask, quote) ?? `accept ${quote(why.field)}`}`;
    case "field-needed":
      return `${have} a price that depends on ${quote(why.field)}, which nothing sets`;
    case "no-rate":
      return `${have} a price in ${quote(why.currency)}, and no rate is given: --fx ${quote(why.currency)}=…`;
    case "not-sold":
      return `${verb("does", "do")} not sell this combination`;
    case "unknown-amount":
      return `${have} a price list that names no amount for this`;
    case "unknown-credit":
      return `${have} a price in credits, and nothing says what one costs`;
    case "unpriced":
      return `${have} no price`;
    case "retired":
      return `${verb("is", "are")} retired`;
  }
}

/** What a model cannot do, as a verb phrase after "does not": `make 1080p`, `make 8 s`. Null if there is no such phrase. */
function refused(field: string, ask: ClipRequest, quote: EscapeText): string | null {
  if (field === "resolution" && ask.resolution !== undefined) return `make ${quote(ask.resolution)}`;
  if (field === "duration") return `make ${quantity(decimal(ask.duration))} s`;
  if (field === "audio" && ask.audio !== undefined) return ask.audio ? "make sound" : "leave sound out";
  return null;
}

/** A detail about one model that is left out: what it accepts instead, or what it would cost. Null if the reason needs none. */
export function leftOutDetail(why: LeftOut, quote: EscapeText): string | null {
  if (why.reason === "retired") return `since ${why.date}`;
  if (why.reason === "not-stated") return why.amount && `${jobPrice(why.amount, "USD")} if it does`;
  if (why.reason !== "not-accepted" || why.field === "audio") return null;
  return typeof why.allowed === "string" ? why.allowed : why.allowed.map((value) => quote(String(value))).join(", ");
}
