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
 * The list price in USD of one job of a finding. The parameters come from the code, and the rest are the provider's defaults. If the places
 * make different clips, such as 5 s and 10 s, the most expensive one counts. If the model refuses the code's parameters, only the duration
 * is kept, and then only the defaults.
 * @returns null if there is no price; never 0 instead
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

/** At most this many different clips of a finding are priced. */
const MOST_CLIPS = 32;

/** The clips that a finding may make: every combination of the values of its parameters. */
function clipsOf(parameters: CodeFinding["parameters"]): ReadonlyMap<string, Scalar>[] {
  let clips: ReadonlyMap<string, Scalar>[] = [new Map()];
  for (const [name, parameter] of Object.entries(parameters) as [ParameterName, CodeFinding["parameters"][ParameterName]][]) {
    // The manifest's workload plans how many outputs a job has.
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

/** The mode that the id contains, or else the model's first mode. */
function modeOf({ modes }: Model, id: string): Mode {
  return modes.find((mode) => id.includes(mode)) ?? modes[0] ?? "text-to-video";
}

function defaultLength(model: Model, mode: Mode): number {
  const { fields } = requestOf(keysOf(new Map([["mode", mode]])), model, {});
  const duration = fields.get("duration");
  return typeof duration === "number" ? duration : 5;
}
