/** The parts of a JSON Schema that are used here. */
export type Schema = {
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
  anyOf?: Schema[];
  allOf?: object[];
  type?: string;
  enum?: unknown[];
  const?: unknown;
  examples?: unknown[];
  [key: string]: unknown;
};

/** Example values that an editor offers, by the name of the key. Keys with maps or closed lists need none, because their schema lists what is allowed. */
const EXAMPLES: Readonly<Record<string, readonly unknown[]>> = {
  acceptance: ["60%"],
  after: ["5m"],
  amount: [3.5],
  aspect_ratio: ["16:9", "9:16"],
  audio: ["8s"],
  backoff: [1.5],
  billed: ["50%"],
  calls: [["renderClip("]],
  cancelled: ["yes", "unknown"],
  code: ["src/teasers/**"],
  concurrency: [20],
  correlation: [0.3],
  count: [4],
  credits: [35],
  currency: ["EUR"],
  discount: ["15%"],
  driver: ["signups"],
  duration: ["8s", "auto"],
  first: ["10s"],
  fps: [24],
  frames: [121],
  fx: [{ CNY: 0.14 }],
  growth: ["5%"],
  high: [2500],
  ignore: [["legacy/**"]],
  ignore_below: [20],
  images: [1],
  include: [["services/*/video-budget.yml"]],
  include_reports: [["reports/*.json"]],
  interval: ["10s"],
  invalid: ["2%"],
  k: [3],
  keep: [["output.resolution"]],
  label: ["budget-override"],
  likely: [900],
  loss: ["1%"],
  low: [200],
  max: ["60s"],
  max_attempts: [3],
  max_increase: [500, "20%"],
  max_wait: ["30m"],
  min_monthly: [50],
  mode: ["image-to-video"],
  model: ["veo-3.1-fast-generate-001"],
  models: [["fal-ai/flux"]],
  moderated: ["5%"],
  monthly: [2500],
  months: [{ "2026-12": 4000 }],
  n: [240],
  notes: ["Seen in October's invoice"],
  other_jobs: [500],
  owner: ["growth"],
  p10: [200],
  p50: ["60s"],
  p90: [900],
  p95: ["180s"],
  pack: ["Pack 1", { size: 1000, price: 10 }],
  peak_per_hour: [60],
  per_day: [40],
  per_month: [350, { p10: 200, p90: 900 }],
  per_week: [80],
  plan: ["Pro"],
  pollers: [2],
  prepaid: [500],
  price: [12],
  price_max_age_days: [180],
  prices: [["prices/acme.yml"]],
  provider: ["vertex", "fal", "replicate"],
  provider_error: ["3%"],
  quality: ["pro"],
  region: ["us-central1"],
  report: ["reports/ads.json"],
  repository: ["acme/ads"],
  resolution: ["1080p"],
  retry_on: [["provider_error"]],
  runtime: ["45s"],
  segments: [["5s", "5s"]],
  share: ["20%"],
  size: [1000],
  submit_ack_loss: ["0.5%"],
  success: ["80%"],
  takes: [2],
  text_bytes: [400],
  tier: ["batch"],
  timed_out: ["1%"],
  timeout: ["120s"],
  trial: [200],
  usd: [0.35],
  video: ["8s"],
  warn_at: ["80%"],
  warn_increase: [200, "10%"],
  workload: ["product-teaser"],
};

/**
 * Adds examples to each key that takes a text or a number. Keys with the same name share the examples that their schema accepts: `8s` is an
 * example of every duration.
 * @throws Error for such a key without an example or a description, so that a new key cannot lack them
 */
export function withExamples(schema: Schema, path = ""): Schema {
  const map = (all: Record<string, Schema>): Record<string, Schema> =>
    Object.fromEntries(Object.entries(all).map(([key, value]) => [key, exampleFor(key, withExamples(value, `${path}.${key}`), `${path}.${key}`)]));
  return {
    ...schema,
    ...(schema.properties && { properties: map(schema.properties) }),
    ...(typeof schema.additionalProperties === "object" && { additionalProperties: withExamples(schema.additionalProperties, `${path}.*`) }),
    ...(schema.items && { items: withExamples(schema.items, `${path}[]`) }),
    ...(schema.anyOf && { anyOf: schema.anyOf.map((one) => withExamples(one, path)) }),
  };
}

function exampleFor(key: string, schema: Schema, path: string): Schema {
  if (typeof schema["description"] !== "string") throw new Error(`The manifest's schema says nothing of ${path}: describe it in src/manifest/schema.ts`);
  if (schema.examples || schema.enum || schema.const !== undefined || schema.type === "boolean" || schema.type === "object") return schema;
  if (schema.anyOf?.every(({ type }) => type === "object")) return schema;
  const examples = EXAMPLES[key];
  if (!examples) throw new Error(`The key ${path} has no example: give it one in scripts/schema/schema-examples.ts`);
  return { ...schema, examples: [...examples] };
}
