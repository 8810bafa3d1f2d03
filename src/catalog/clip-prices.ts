import { lengthsNear } from "../engine/length.ts";
import type { JobPrice } from "../engine/price.ts";
import { requestOf } from "../engine/request.ts";
import type { Decimal } from "../money/decimal.ts";
import { type Mode, modeFollowsInput } from "../notation/mode.ts";
import { listedValues } from "../prices/accepts.ts";
import type { Model, Price, Provider } from "../prices/book.ts";
import type { Scalar } from "../prices/condition.ts";
import { priceOn, retiredSince } from "../prices/find.ts";
import { fieldsOf, keysOf } from "./clip-request.ts";
import { type Market, type NotPriced, notPriced, type PricedModel, type Quote, quoteJob } from "./quote.ts";
import { resolutionsOf } from "./search.ts";

/** What a clip of about 5 seconds and one of about 8 seconds cost in USD, at every resolution of a model. */
export type ClipPrices = {
  date: string;
  /** The model's state on `date`. If it is unpriced or retired, no clip has a price. */
  state: "priced" | "unpriced" | "retired";
  /** Whether the lengths are known: the book states them, or the output is as long as the input in every mode. */
  stated: boolean;
  /** Whether the price depends on input images, video or audio. `clip-request.ts` says which inputs are assumed. */
  inputs: boolean;
  rows: readonly ClipRow[];
};

/** One resolution of a model, in the modes that cost the same. `audio` is null if sound does not change the price or is no choice. */
export type ClipRow = { modes: readonly Mode[]; resolution: string | null; audio: boolean | null; clips: readonly ClipPrice[] };

/** `asked`: 5 or 8 seconds. `seconds`: the length that is priced, the nearest that the model makes. `usd`: the cost of one job in USD. */
export type ClipPrice = {
  asked: number;
  seconds: number | null;
  usd: Decimal | null;
  bound: JobPrice["bound"];
  /** Fields that the price depends on and that have no default, with the values that were chosen for them. */
  chosen: Readonly<Record<string, Scalar>>;
  /** Why there is no price; null if there is one. */
  why: NotPriced | { reason: "not-accepted" | "unpriced" | "retired" } | null;
};

const LENGTHS = [5, 8];

/**
 * The price of a clip at the model's defaults, by mode, resolution and sound. Modes that cost the same share
 * a row, and so do clips with and without sound. A length that the model does not make is replaced by the
 * nearest one that it makes; if two are equally near, by the longer one.
 */
export function clipPrices(provider: Provider, model: Model, market: Market): ClipPrices {
  const price = priceOn(model, market.date);
  const state = retiredSince(model, market.date) !== null ? "retired" : price ? "priced" : "unpriced";
  const offer = state === "priced" && price ? { provider, model, price } : null;
  const byMode = model.modes.map((mode) => ({
    mode,
    rows: rowsOf(model, (clip) =>
      offer ? clipOf(offer, { ...clip, mode }, market) : none(clip.asked, { reason: state === "retired" ? "retired" : "unpriced" }),
    ),
  }));
  const alike = new Map<string, { modes: Mode[]; rows: Omit<ClipRow, "modes">[] }>();
  for (const { mode, rows } of byMode) {
    const key = JSON.stringify(rows);
    alike.set(key, { modes: [...(alike.get(key)?.modes ?? []), mode], rows });
  }
  return {
    date: market.date,
    state,
    stated:
      model.modes.every(modeFollowsInput) ||
      [model, ...model.cases].some(({ accepts }) => accepts["duration"] !== undefined || accepts["frames"] !== undefined),
    inputs: price !== undefined && dependsOnInput(price),
    rows: [...alike.values()].flatMap(({ modes, rows }) => rows.map((row) => ({ modes, ...row }))),
  };
}

function dependsOnInput({ charges, factors }: Price): boolean {
  const fields = [...charges, ...factors].flatMap(({ when }) => Object.keys(when));
  return fields.some((field) => /^input\.(images|video|audio)$/.test(field)) || charges.some(({ of }) => of.some((subject) => subject.startsWith("input_")));
}

type Row = Omit<ClipRow, "modes">;

/** A clip to price. `asked` is in seconds; an undefined field has the model's default. */
type Clip = { mode: Mode; resolution: string | undefined; audio: boolean | undefined; asked: number };

function rowsOf(model: Model, priceOf: (clip: Omit<Clip, "mode">) => ClipPrice): Row[] {
  const resolutions = resolutionsOf(model);
  const sounds = [model.accepts, ...model.cases.map(({ accepts }) => accepts)].flatMap(({ audio }) => listedValues(audio));
  const choices = sounds.includes(true) && sounds.includes(false) ? [true, false] : [undefined];
  return (resolutions.length > 0 ? resolutions : [undefined]).flatMap((resolution) => {
    const rows = choices.flatMap((audio): Row[] => {
      const clips = LENGTHS.map((asked) => priceOf({ resolution, audio, asked }));
      // No row if the mode refuses this resolution or sound at every length.
      return clips.every(({ why }) => why?.reason === "not-accepted") ? [] : [{ resolution: resolution ?? null, audio: audio ?? null, clips }];
    });
    const [first, second] = rows;
    if (!first || !second || costs(first) !== costs(second)) return rows;
    // Both cost the same: keep the one with fewer chosen fields.
    return [{ ...(chosenFor(second) < chosenFor(first) ? second : first), audio: null }];
  });
}

function costs({ clips }: Row): string {
  return JSON.stringify(clips.map(({ chosen: _, ...clip }) => clip));
}

function chosenFor({ clips }: Row): number {
  return Math.max(...clips.map(({ chosen }) => Object.keys(chosen).length));
}

function none(asked: number, why: NonNullable<ClipPrice["why"]>): ClipPrice {
  return { asked, seconds: null, usd: null, bound: "exact", chosen: {}, why };
}

function clipOf(offer: PricedModel, { mode, resolution, audio, asked }: Clip, market: Market): ClipPrice {
  const fields = (duration: number): Map<string, Scalar> =>
    fieldsOf({ mode, duration, ...(resolution !== undefined && { resolution }), ...(audio !== undefined && { audio }) });
  const quote = (duration: number, vary: boolean): Quote =>
    quoteJob(offer, fields(duration), market, { standIns: { "input.video": duration, "input.audio": duration }, vary });
  let seconds = asked;
  let found = quote(seconds, false);
  if (found.state === "refused" && found.refused.some(({ field }) => field === "duration")) {
    const near = lengthsNear(offer.model, asked, (duration) => requestOf(keysOf(fields(duration)), offer.model, {}));
    seconds = nearer(asked, near) ?? asked;
    found = quote(seconds, false);
  }
  if (found.state === "refused") found = quote(seconds, true);
  const chosen = Object.fromEntries(found.filled);
  if (found.state === "priced") return { asked, seconds, usd: found.job.amount, bound: found.job.bound, chosen, why: null };
  if (found.state === "refused") return none(asked, { reason: "not-accepted" });
  return { ...none(asked, notPriced(found.no)), seconds, chosen };
}

function nearer(asked: number, { shorter, longer }: { shorter?: number; longer?: number }): number | undefined {
  if (shorter === undefined || longer === undefined) return shorter ?? longer;
  return asked - shorter < longer - asked ? shorter : longer;
}
