import type { ClipPrice, ClipPrices, ClipRow } from "../../catalog/clip-prices.ts";
import { decimal } from "../../money/decimal.ts";
import { round } from "../../money/round.ts";
import { jobPrice, quantity } from "../layout/format.ts";
import type { EscapeText } from "./charge.ts";
import { notPricedInWords } from "./not-ranked.ts";

/** The sign before an amount that is a bound. */
export const BOUNDS = { exact: "", upper: "≤ ", lower: "≥ " } as const;

/** The prices of a clip of about 5 and about 8 seconds, one line for each resolution, sound and group of modes. `quote` makes the book's texts safe. */
export function clipLines({ date, state, stated, inputs, rows }: ClipPrices, retires: string | undefined, quote: EscapeText): string[] {
  if (state === "retired") return [`Retired since ${retires}: on ${date} it can no longer be used.`];
  if (state === "unpriced") return [`No price is public for ${date}.`];
  if (rows.length === 0) return ["It does not make clips of these lengths."];
  const grouped = new Set(rows.map(({ modes }) => modes.join())).size > 1;
  return [
    ...rows.map((row) => `${[...(grouped ? [allOf(row.modes)] : []), ...sizeOf(row, quote)].join(", ") || "Any clip"}: ${priced(row.clips, quote)}`),
    ...(stated ? [] : ["The book does not say which lengths it makes: 5 s and 8 s are priced as if it does."]),
    ...(inputs ? ["Assumed input: one image (two for a first and a last frame), and a video or audio as long as the clip."] : []),
  ];
}

/** Joins names: `a, b and c`. */
function allOf(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

function sizeOf({ resolution, audio }: ClipRow, quote: EscapeText): string[] {
  return [...(resolution === null ? [] : [quote(resolution)]), ...(audio === null ? [] : [audio ? "with sound" : "without sound"])];
}

/** Prices by length: `$0.60 for 6 s (5 s is not accepted), $0.80 for 8 s`. */
function priced(clips: readonly ClipPrice[], quote: EscapeText): string {
  const [first] = clips;
  if (first?.why && clips.every(({ why }) => JSON.stringify(why) === JSON.stringify(first.why))) return `unknown (${notPricedInWords(first.why, quote)})`;
  const lengths = [...new Set(clips.map(({ asked, seconds }) => seconds ?? asked))];
  const said = lengths.map((length) => {
    const same = clips.filter(({ asked, seconds }) => (seconds ?? asked) === length);
    const { usd, bound, why } = same[0] as ClipPrice;
    const amount = usd === null ? `unknown (${why ? notPricedInWords(why, quote) : ""})` : `${BOUNDS[bound]}${jobPrice(usd, "USD")}`;
    const missing = same.filter(({ asked }) => asked !== length).map(({ asked }) => `${asked} s`);
    const instead = missing.length === 0 ? "" : ` (${missing.join(" and ")} ${missing.length === 1 ? "is" : "are"} not accepted)`;
    return `${amount} for ${quantity(decimal(length))} s${instead}`;
  });
  const chosen = new Map(clips.flatMap((clip) => Object.entries(clip.chosen)));
  const assumed = [...chosen].map(([field, value]) => `${quote(field)} ${quote(String(value))}`);
  return `${said.join(", ")}${assumed.length === 0 ? "" : `; assumed: ${assumed.join(", ")}`}`;
}

/** The same prices as data, one entry for each resolution, sound, group of modes and length. Amounts are USD for one job, null if unknown. */
export function clipsData({ rows }: ClipPrices): object[] {
  return rows.flatMap(({ modes, resolution, audio, clips }) =>
    clips.map(({ asked, seconds, usd, bound, chosen, why }) => ({
      modes,
      resolution,
      audio,
      asked,
      seconds,
      usd: usd && round(usd),
      bound: usd && bound,
      assumed: chosen,
      reason: why?.reason ?? null,
      message: why && notPricedInWords(why, String),
    })),
  );
}
