import * as z from "zod";
import type { Scalar } from "../../prices/condition.ts";
import { amountText, type FeedAdapter, type FeedRate, type FeedRow, jsonOf } from "./feed.ts";

/**
 * `GET /v1/models` of Vercel's AI Gateway. The `pricing` of a model with `type: video` has USD for one second by resolution, sound and
 * mode, or USD for a million tokens.
 */
const listing = z.looseObject({ data: z.array(z.looseObject({ id: z.string(), type: z.string(), pricing: z.record(z.string(), z.unknown()).nullish() })) });

const secondRate = z.strictObject({
  cost_per_second: z.union([z.string(), z.number()]),
  resolution: z.string().optional(),
  audio: z.boolean().optional(),
  mode: z.string().optional(),
});
const tokenRates = z.strictObject({
  no_video_input: z.strictObject({ cost_per_million_tokens: z.union([z.string(), z.number()]) }).optional(),
  with_video_input: z.strictObject({ cost_per_million_tokens: z.union([z.string(), z.number()]) }).optional(),
});

export const vercel: FeedAdapter = {
  name: "vercel",
  trust: "seller",
  url: "https://ai-gateway.vercel.sh/v1/models",
  read(text) {
    const { success, data } = listing.safeParse(jsonOf(text));
    if (!success || !data.data.some(({ pricing }) => pricing && ("video_duration_pricing" in pricing || "video_token_pricing" in pricing))) return null;
    const videos = data.data.filter(({ type }) => type === "video");
    return { rows: videos.map(rowOf), retirements: [], dropped: data.data.length - videos.length };
  },
};

function rowOf({ id, pricing }: { id: string; pricing?: Record<string, unknown> | null | undefined }): FeedRow {
  const row = { key: id, provider: "vercel", names: [id] };
  const { video_duration_pricing: seconds, video_token_pricing: tokens, ...others } = pricing ?? {};
  const unknown = Object.keys(others).filter((key) => amountText(others[key]) !== null || typeof others[key] === "object");
  if (unknown.length > 0) return { ...row, wrong: `it also prices by ${unknown.join(", ")}` };
  const bySecond = z.array(secondRate).optional().safeParse(seconds);
  const byToken = tokenRates.optional().safeParse(tokens);
  if (!bySecond.success || !byToken.success) return { ...row, wrong: "its rates have keys that are not known" };
  const rates = [...(bySecond.data ?? []).map(perSecond), ...perToken(byToken.data)];
  if (rates.length === 0) return { ...row, wrong: "it states no price" };
  const known = rates.filter((rate) => rate !== null);
  return known.length < rates.length ? { ...row, wrong: "one of its rates is no amount above 0" } : { ...row, rates: known };
}

/** The feed's `mode` (std, pro) is `quality` in a price file. */
function perSecond({ cost_per_second, resolution, audio, mode }: z.output<typeof secondRate>): FeedRate | null {
  const usd = amountText(cost_per_second);
  const when: Record<string, Scalar> = {
    ...(resolution !== undefined && { resolution: resolution.toLowerCase() }),
    ...(audio !== undefined && { audio }),
    ...(mode !== undefined && { quality: mode }),
  };
  return usd === null ? null : { per: "second", usd, when };
}

function perToken(rates: z.output<typeof tokenRates> | undefined): (FeedRate | null)[] {
  return (["no_video_input", "with_video_input"] as const).flatMap((key) => {
    const rate = rates?.[key];
    if (!rate) return [];
    const usd = amountText(rate.cost_per_million_tokens);
    return [usd === null ? null : { per: "token" as const, usd, when: { "input.video": key === "with_video_input" } }];
  });
}
