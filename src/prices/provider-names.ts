import type { Book } from "./book.ts";

/**
 * Other names that people use for a provider: products, models, companies. They are in lower case without
 * separators. They serve for hints only ("did you mean"); a manifest must use the slug.
 */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  alibaba: ["aliyun", "dashscope", "qwen", "wan", "modelstudio", "alibabacloud"],
  azure: ["azureopenai", "microsoft", "foundry"],
  bedrock: ["aws", "amazon", "nova", "novareel", "amazonbedrock"],
  byteplus: ["bytedance", "seedance", "modelark"],
  "d-id": ["did"],
  fal: ["falai"],
  firefly: ["adobe", "adobefirefly"],
  google: ["gemini", "veo", "aistudio", "googleai", "geminiapi", "googlegemini"],
  kling: ["klingai", "kuaishou"],
  ltx: ["lightricks", "ltxvideo"],
  luma: ["lumaai", "lumalabs", "dreammachine", "ray"],
  minimax: ["hailuo", "hailuoai", "minimaxi"],
  openai: ["sora", "chatgpt"],
  pika: ["pikalabs", "pikaart"],
  runway: ["runwayml", "gen4"],
  stability: ["stabilityai", "stablevideo"],
  tencent: ["hunyuan", "tencentcloud"],
  vertex: ["vertexai", "googlevertex", "googlecloud", "gcp"],
  volcengine: ["ark", "volcano", "doubao", "jimeng"],
  xai: ["grok"],
  zai: ["zhipu", "glm", "cogvideo", "cogvideox"],
};

const BY_NAME = new Map(Object.entries(CALLED).flatMap(([slug, names]) => names.map((name) => [name, slug])));

/** The slug of the provider that a name most likely means: `Gemini API` is `google`. Null if none of the book's providers fits. */
export function providerCalled(name: string, { slugs }: Pick<Book, "slugs">): string | null {
  const letters = name.toLowerCase().replace(/[^a-z0-9]/g, "");
  const slug = slugs.find((one) => one.replace(/[^a-z0-9]/g, "") === letters) ?? BY_NAME.get(letters);
  return slug !== undefined && slugs.includes(slug) ? slug : null;
}
