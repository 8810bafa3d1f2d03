import * as z from "zod";

/**
 * Video models of LiteLLM's `model_prices_and_context_window.json`, the price list that most gateways
 * read. Its keys are `provider/model` or bare ids; a price is USD for one second of output, for all
 * resolutions (`output_cost_per_second`, `output_cost_per_video_per_second`) or for one
 * (`output_cost_per_second_1080p`).
 */
export type LitellmEntry = {
  key: string;
  /** Our slug of its provider; null if this book has no such provider. */
  provider: string | null;
  /** What the model may be called here: the whole key, and the key without its provider. */
  names: readonly string[];
  rates: readonly { resolution: string | null; usd: string }[];
  /** Exact sizes or classes that it names, as `supported_resolutions`. */
  resolutions: readonly string[];
  source: string | null;
};

/** `litellm_provider`, up to its first hyphen, and what the same seller is called here. */
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

/** @param json the parsed file @returns its video models in the order of the file; null if it is not a map of models, or has none for video */
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

/** A price of 0 is how that list says that it does not know. */
function rateOf(field: string, value: unknown): LitellmEntry["rates"][number][] {
  const [matched, resolution = null] = RATE.exec(field) ?? [];
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (matched === undefined || typeof number !== "number" || !Number.isFinite(number) || number <= 0) return [];
  return [{ resolution, usd: String(number) }];
}
