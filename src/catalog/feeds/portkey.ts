import * as z from "zod";
import { amountText, type FeedAdapter, type FeedRate, type FeedRow, jsonOf } from "./feed.ts";

/**
 * `pricing/PROVIDER.json` of Portkey's list: pay-as-you-go prices by model, in cents. The prices of video are among the
 * `additional_units`: `video_seconds` for every size, `video_duration_seconds_720_1280` for one width and height in pixels.
 */
const listing = z.record(
  z.string(),
  z.looseObject({
    pricing_config: z
      .looseObject({
        pay_as_you_go: z
          .looseObject({ additional_units: z.record(z.string(), z.looseObject({ price: z.union([z.number(), z.string()]) })).optional() })
          .optional(),
      })
      .optional(),
  }),
);

/** The book's slug for each of Portkey's providers. Portkey's name is also the name of the file. */
const PROVIDERS: Readonly<Record<string, string>> = {
  "azure-openai": "azure",
  bedrock: "bedrock",
  "fal-ai": "fal",
  google: "google",
  openai: "openai",
  "together-ai": "together",
  "vertex-ai": "vertex",
  "x-ai": "xai",
};

const UNIT = /^video_(?:duration_)?seconds(?:_(\d{3,4})_(\d{3,4}))?$/;
/** The maker before an id, as in `google.veo-3.1-generate-001`. */
const MAKER = /^[a-z-]+\.(?=[a-z])/;

export const portkey: FeedAdapter = {
  name: "portkey",
  trust: "third-party",
  url: "https://github.com/Portkey-AI/models",
  read(text, origin) {
    const { success, data } = listing.safeParse(jsonOf(text));
    const [, slug = ""] = /([\w-]+)\.json(?:[?#].*)?$/.exec(origin) ?? [];
    if (!success || !Object.values(data).some(({ pricing_config }) => pricing_config)) return null;
    const rows = Object.entries(data).flatMap(([key, { pricing_config }]): FeedRow[] => {
      const units = Object.entries(pricing_config?.pay_as_you_go?.additional_units ?? {}).filter(([unit]) => unit.startsWith("video_"));
      if (units.length === 0) return [];
      const row = { key: `${slug}/${key}`, provider: Object.hasOwn(PROVIDERS, slug) ? (PROVIDERS[slug] ?? null) : null, names: [key, key.replace(MAKER, "")] };
      const rates = units.map(([unit, { price }]) => rateOf(unit, price));
      const known = rates.filter((rate) => rate !== null);
      return [known.length < rates.length ? { ...row, wrong: "it prices by a unit that is not known, or by 0" } : { ...row, rates: known }];
    });
    return { rows, retirements: [], dropped: Object.keys(data).length - rows.length };
  },
};

function rateOf(unit: string, cents: string | number): FeedRate | null {
  const match = UNIT.exec(unit);
  const amount = amountText(cents);
  if (!match || amount === null) return null;
  const [, width, height] = match;
  // Cents to dollars, by moving the decimal point two places: 40 becomes 0.40, and 7.5 becomes 0.075.
  const [whole = "", fraction = ""] = amount.split(".");
  const digits = whole.padStart(3, "0");
  const usd = `${digits.slice(0, -2)}.${digits.slice(-2)}${fraction}`;
  return { per: "second", usd, when: width && height ? { resolution: `${width}x${height}` } : {} };
}
