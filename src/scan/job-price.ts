import { fieldsOf, keysOf } from "../catalog/clip-request.ts";
import { type Market, type PricedModel, quoteJob } from "../catalog/quote.ts";
import { requestOf } from "../engine/request.ts";
import type { Decimal } from "../money/decimal.ts";
import type { Mode } from "../notation/mode.ts";
import type { Book, Model } from "../prices/book.ts";
import type { Scalar } from "../prices/condition.ts";
import { findModel, priceOn } from "../prices/find.ts";
import type { CodeFinding, ParameterName } from "./finding.ts";
import { literalValues } from "./merged-parameters.ts";

/**
 * What one job of a finding bills, in USD at list price: what the code says of it, and the provider's own defaults for the rest. Where its
 * places ask for several clips, of 5 s and of 10 s, the most expensive. Where the model refuses what the code says, its defaults alone.
 * @returns null if nothing has a price: never 0
 */
export function jobPriceOf({ provider, model: id, parameters }: CodeFinding, book: Book, market: Market): Decimal | null {
  const seller = book.provider(provider);
  const model = seller && id !== null ? findModel(seller, id) : undefined;
  const price = model && priceOn(model, market.date);
  if (!seller || !model || !price) return null;
  const sold = { provider: seller, model, price };
  const mode = modeOf(model, id ?? "");
  const prices = clipsOf(parameters).flatMap((said) => priceOfClip(said, sold, mode, market) ?? []);
  return prices.reduce((dearest: Decimal | null, one) => (dearest === null || one.gt(dearest) ? one : dearest), null);
}

/** So many different clips of a finding are priced. */
const MOST_CLIPS = 32;

/** What the places of a finding may ask for, each value of one parameter with each of another. */
function clipsOf(parameters: CodeFinding["parameters"]): ReadonlyMap<string, Scalar>[] {
  let clips: ReadonlyMap<string, Scalar>[] = [new Map()];
  for (const [name, parameter] of Object.entries(parameters) as [ParameterName, CodeFinding["parameters"][ParameterName]][]) {
    // Takes and outputs of a job are the workload's to plan.
    if (name === "count" || !parameter || parameter.value === null || (parameter.from !== "literal" && parameter.from !== "default")) continue;
    const values = [...new Set([parameter.value, ...literalValues(parameter).map(({ value }) => value)])];
    clips = values.flatMap((value) => clips.map((clip) => new Map([...clip, [name, value]]))).slice(0, MOST_CLIPS);
  }
  return clips;
}

function priceOfClip(said: ReadonlyMap<string, Scalar>, sold: PricedModel, mode: Mode, market: Market): Decimal | null {
  for (const fields of [said, new Map([...said].filter(([name]) => name === "duration")), new Map<string, Scalar>()]) {
    const duration = Number(fields.get("duration") ?? defaultLength(sold.model, mode));
    const asked = new Map([...fieldsOf({ mode, duration }), ...fields]);
    if (!fields.has("duration")) asked.delete("duration");
    const quote = quoteJob(sold, asked, market, {
      standIns: { "input.video": duration, "input.audio": duration },
      vary: fields.size === 0,
    });
    if (quote.state === "priced") return quote.job.amount;
  }
  return null;
}

/** The mode that an id says in its own words, else the model's first. */
function modeOf({ modes }: Model, id: string): Mode {
  return modes.find((mode) => id.includes(mode)) ?? modes[0] ?? "text-to-video";
}

function defaultLength(model: Model, mode: Mode): number {
  const { fields } = requestOf(keysOf(new Map([["mode", mode]])), model, {});
  const duration = fields.get("duration");
  return typeof duration === "number" ? duration : 5;
}
