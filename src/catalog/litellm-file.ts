import * as z from "zod";

/**
 * A video model of LiteLLM's `model_prices_and_context_window.json`, the price list that most gateways
 * read. Its keys are `provider/model` or bare ids. A price is USD for one second of output, at all
 * resolutions (`output_cost_per_second`, `output_cost_per_video_per_second`) or at one
 * (`output_cost_per_second_1080p`).
 */
export type LitellmEntry = {
  key: string;
  /** The book's slug of the provider; null if the book has no such provider. */
  provider: string | null;
  /** Possible ids in the book: the whole key, and the key without its provider. */
  names: readonly string[];
  rates: readonly { resolution: string | null; usd: string }[];
  /** The entry's `supported_resolutions`: exact sizes or classes. */
  resolutions: readonly string[];
  source: string | null;
};

/** The book's slug for each `litellm_provider`, which is cut at its first hyphen. */
export const LITELLM_PROVIDERS: Readonly<Record<string, string>> = {
  aiml: "aimlapi",
  azure: "azure",
  azure_ai: "azure",
  bedrock: "bedrock",
  bedrock_converse: "bedrock",
  dashscope: "alibaba",
  fal_ai: "fal",
  gemini: "google",
  minimax: "minimax",
  novita: "novita",
  openai: "openai",
  replicate: "replicate",
  runwayml: "runway",
  stability: "stability",
  together_ai: "together",
  vertex_ai: "vertex",
  volcengine: "volcengine",
  wavespeed: "wavespeed",
  xai: "xai",
  zai: "zai",
};

const entry = z.looseObject({
  mode: z.literal("video_generation"),
  litellm_provider: z.string().optional(),
  supported_resolutions: z.array(z.string()).optional().catch(undefined),
  source: z.string().optional().catch(undefined),
});

const RATE = /^output_cost_per(?:_video_per)?_second(?:_(\w+))?$/;

/** @param json the parsed file @returns its video models in the order of the file; null if it is not a map of models or has no video model */
export function videoEntries(json: unknown): LitellmEntry[] | null {
  const file = z.record(z.string(), z.unknown()).safeParse(json);
  if (!file.success) return null;
  const found = Object.entries(file.data).flatMap(([key, value]) => {
    const { success, data } = entry.safeParse(value);
    return success ? [entryOf(key, data)] : [];
  });
  return found.length > 0 ? found : null;
}

function entryOf(key: string, { litellm_provider, supported_resolutions, source, mode: _, ...rest }: z.output<typeof entry>): LitellmEntry {
  const [first = "", ...more] = key.split("/");
  const seller = (litellm_provider ?? first).split("-")[0] ?? "";
  return {
    key,
    provider: Object.hasOwn(LITELLM_PROVIDERS, seller) ? (LITELLM_PROVIDERS[seller] ?? null) : null,
    names: more.length > 0 && Object.hasOwn(LITELLM_PROVIDERS, first) ? [more.join("/"), key] : [key],
    rates: Object.entries(rest).flatMap(([field, value]) => rateOf(field, value)),
    resolutions: supported_resolutions ?? [],
    source: source ?? null,
  };
}

/** The rate of a field, if it has one. LiteLLM writes 0 for an unknown price, so 0 gives none. */
function rateOf(field: string, value: unknown): LitellmEntry["rates"][number][] {
  const [matched, resolution = null] = RATE.exec(field) ?? [];
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (matched === undefined || typeof number !== "number" || !Number.isFinite(number) || number <= 0) return [];
  return [{ resolution, usd: String(number) }];
}
