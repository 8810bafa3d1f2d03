import * as z from "zod";
import type { Scalar } from "../../prices/condition.ts";
import { amountText, type FeedAdapter, type FeedRate, type FeedRow, jsonOf } from "./feed.ts";

/**
 * `GET /api/v1/videos/models` of OpenRouter: models with `pricing_skus`, which map a SKU to USD for one second. A SKU is
 * `duration_seconds`, then optionally `_with_audio` or `_without_audio`, then optionally a resolution:
 * `duration_seconds_with_audio_720p`. A SKU without sound or resolution is the price of every request that no more
 * specific SKU names.
 */
const listing = z.looseObject({
  data: z.array(
    z.looseObject({
      id: z.string(),
      pricing_skus: z.record(z.string(), z.union([z.string(), z.number()])).nullish(),
      supported_resolutions: z.array(z.string()).nullish(),
      generate_audio: z.boolean().nullish(),
    }),
  ),
});
type Model = z.output<typeof listing>["data"][number];

const SKU = /^duration_seconds(_with_audio|_without_audio)?(?:_(\d{3,4}p|\dk))?$/;

export const openrouter: FeedAdapter = {
  name: "openrouter",
  trust: "seller",
  url: "https://openrouter.ai/api/v1/videos/models",
  read(text) {
    const { success, data } = listing.safeParse(jsonOf(text));
    if (!success || !data.data.some((model) => "pricing_skus" in model)) return null;
    return { rows: data.data.map(rowOf), retirements: [], dropped: 0 };
  },
};

function rowOf(model: Model): FeedRow {
  const row = { key: model.id, provider: "openrouter", names: [model.id] };
  const skus = Object.entries(model.pricing_skus ?? {});
  if (skus.length === 0) return { ...row, wrong: "it states no price" };
  const unknown = skus.filter(([sku, usd]) => !SKU.test(sku) || amountText(usd) === null).map(([sku]) => sku);
  return unknown.length > 0 ? { ...row, wrong: `it prices by ${unknown.join(", ")}` } : { ...row, rates: ratesOf(model, skus) };
}

/** One rate for each combination of resolution and sound, from the most specific SKU that fits. */
function ratesOf({ supported_resolutions, generate_audio }: Model, skus: readonly (readonly [string, string | number])[]): FeedRate[] {
  const all = skus.map(([sku, usd]) => {
    const [, sound, resolution] = SKU.exec(sku) ?? [];
    return { audio: sound === undefined ? undefined : sound === "_with_audio", resolution, usd: String(usd) };
  });
  const resolutions = supported_resolutions?.length ? supported_resolutions.map((one) => one.toLowerCase()) : [undefined];
  const sounds = all.some(({ audio }) => audio !== undefined) && generate_audio !== false ? [true, false] : [undefined];
  return resolutions.flatMap((resolution) =>
    sounds.flatMap((audio) => {
      const fits = all.filter((one) => (one.resolution ?? resolution) === resolution && (one.audio ?? audio) === audio);
      const said = (one: (typeof all)[number]): number => Number(one.resolution !== undefined) + Number(one.audio !== undefined);
      const [best] = fits.sort((a, b) => said(b) - said(a));
      const when: Record<string, Scalar> = { ...(resolution !== undefined && { resolution }), ...(audio !== undefined && { audio }) };
      return best ? [{ per: "second" as const, usd: best.usd, when }] : [];
    }),
  );
}
