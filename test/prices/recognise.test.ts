import { describe, expect, test } from "vitest";
import { bookOf, type Provider } from "../../src/prices/book.ts";
import { familyOf } from "../../src/prices/family.ts";
import { findModel } from "../../src/prices/find.ts";
import { overlay } from "../../src/prices/overlay.ts";
import { recognise } from "../../src/prices/recognise.ts";
import { type Spellings, spellingsOf } from "../../src/prices/spelling.ts";
import { builtInBook } from "../run/built-in.ts";

/** Families as makers, gateways and hosts write them: ids of public documents and of public code. */
test.each<[string, string | null]>([
  ["kling-v1-6", "Kling"],
  ["fal-ai/kling-video/v1.5/pro", "Kling"],
  ["kwaivgi/kling-video-o3-std/reference-to-video", "Kling"],
  ["klingai/kling-v3.0-motion-control", "Kling"],
  ["fal-ai/kling-image/o3/text-to-image", null],
  ["veo-3.1-generate-preview", "Veo"],
  ["fal-ai/veo3/fast/image-to-video", "Veo"],
  ["google/gemini-omni-flash/edit", "Gemini Omni"],
  ["sora-2-2025-12-08", "Sora"],
  ["doubao-seedance-2-0-260128", "Seedance"],
  ["bytedance/v1-pro-image-to-video", "Seedance"],
  ["fal-ai/minimax/video-01-live/subject-reference", "Hailuo"],
  ["minimax/minimax-h3", "Hailuo"],
  ["T2V-01-Director", "Hailuo"],
  ["wan2.7-r2v-2026-06-12", "Wan"],
  ["wanx2.1-i2v-turbo", "Wan"],
  ["wan/2-6-flash-video-to-video", "Wan"],
  ["fal-ai/wan-i2v-lora", "Wan"],
  ["fal-ai/wan-22-trainer/i2v-a14b", null],
  ["luma/ray-flash-2-540p", "Luma Ray"],
  ["fal-ai/luma-dream-machine/ray-2/modify", "Luma Ray"],
  ["pixverse/v4.5/image-to-video", "PixVerse"],
  ["viduq1-classic", "Vidu"],
  ["fal-ai/ltxv-13b-098-distilled/image-to-video", "LTX"],
  ["tencent/hunyuan-video", "Hunyuan Video"],
  ["runwayml/gen4-turbo", "Runway"],
  ["gen3a_turbo", "Runway"],
  ["xai/grok-imagine-video-v1.5/text-to-video", "Grok Imagine"],
  ["black-forest-labs/flux-3-video", "FLUX Video"],
  ["stability-ai/stable-video-diffusion", "Stable Video"],
  ["topaz/video-upscale", "Topaz Video"],
  ["fal-ai/sync-lipsync/v2", "lip sync"],
  ["bytedance/latentsync", "lip sync"],
  ["heygen/video-translate", "HeyGen"],
  ["inference.wan2-2.lightning.img2vid.v0", "Wan"],
  ["acme/dream/text-to-video", "video"],
  ["openai/gpt-5.6", null],
  ["fal-ai/nano-banana-pro", null],
  ["black-forest-labs/flux-2-pro", null],
  ["fal-ai/wan-25-preview/text-to-image", null],
  ["elevenlabs/tts/eleven-v3", null],
  ["array/x-ray", null],
])("%s is of the family %s", (id, family) => {
  expect(familyOf(id)).toBe(family);
});

const ALL: Spellings = { prefixes: ["replicate/", "https://replicate.com/"], version_marks: [":", "@"], dates: true };

test.each<[string, Spellings | undefined, string[]]>([
  ["luma/ray", undefined, ["luma/ray"]],
  ["luma/ray:1f2e", undefined, ["luma/ray:1f2e"]],
  ["luma/ray:1f2e", ALL, ["luma/ray:1f2e", "luma/ray"]],
  ["replicate/luma/ray:1f2e", ALL, ["replicate/luma/ray:1f2e", "luma/ray:1f2e", "replicate/luma/ray", "luma/ray"]],
  ["https://replicate.com/luma/ray", ALL, ["https://replicate.com/luma/ray", "luma/ray"]],
  ["veo-3.1-generate-001@default", ALL, ["veo-3.1-generate-001@default", "veo-3.1-generate-001"]],
  ["sora-2-2025-12-08", ALL, ["sora-2-2025-12-08", "sora-2"]],
  ["sora-2-20251208", ALL, ["sora-2-20251208", "sora-2"]],
  ["sora-2-2025-13-08", ALL, ["sora-2-2025-13-08"]],
  ["replicate/", ALL, ["replicate/"]],
  [":", ALL, [":"]],
  ["", ALL, [""]],
])("%j with %j can mean %j", (id, spellings, names) => {
  expect(spellingsOf(id, spellings)).toEqual(names);
});

const model = (id: string, aliases: string[] = []): Provider["models"][number] => ({
  id,
  aliases,
  modes: ["text-to-video"],
  accepts: {},
  defaults: {},
  cases: [],
  status: {},
  jobs: {},
  prices: [],
});
const shop: Provider = {
  provider: "shop",
  name: "Shop",
  pricing_urls: [],
  jobs: {},
  models: [model("kling-v2.6-pro", ["kling pro"]), model("ltx-2-fast"), model("luma/ray:old")],
  spellings: { prefixes: ["shop/"], version_marks: [":"] },
};
const open: Provider = { ...shop, unlisted_models: "it sells more" };

describe("an id at a provider", () => {
  test.each<[string, string | null]>([
    ["kling-v2.6-pro", "kling-v2.6-pro"],
    ["shop/kling-v2.6-pro:9a", "kling-v2.6-pro"],
    ["kling pro", "kling-v2.6-pro"],
    ["luma/ray:old", "luma/ray:old"], // the exact name comes before its shortened forms
    ["luma/ray", null],
    ["kling-v2.6", null],
  ])("%j is the model %j", (id, found) => {
    expect(findModel(shop, id)?.id ?? null).toBe(found);
  });

  test("a model missing from a closed list is unknown, from an open list unlisted", () => {
    expect(recognise(shop, "kling-v2.6-prp")).toEqual({ kind: "unknown", family: "Kling", nearest: "kling-v2.6-pro" });
    expect(recognise(open, "kling-v2.6-prp")).toEqual({ kind: "unlisted", why: "it sells more", family: "Kling", nearest: "kling-v2.6-pro" });
  });

  test("a model of one family is not suggested for another family", () => {
    expect(recognise(open, "sora-2-fast")).toEqual({ kind: "unlisted", why: "it sells more", family: "Sora", nearest: null });
    expect(recognise(open, "ltx-2-fest")).toMatchObject({ family: "LTX", nearest: "ltx-2-fast" });
    expect(recognise(open, "invoice-service")).toEqual({ kind: "unlisted", why: "it sells more", family: null, nearest: null });
  });

  test("a price file over the book keeps the book's spellings", () => {
    const file: Provider = { provider: "shop", name: "Shop", pricing_urls: [], jobs: {}, models: [model("kling-v9")] };
    const over = overlay(bookOf([shop], "a"), [file], "b").provider("shop") as Provider;
    expect(findModel(over, "shop/kling-v9")?.id).toBe("kling-v9");
  });
});

/** Kinds of ids, one of each, at the providers of the book. */
const book = builtInBook();
test.each<[string, string, "model" | "unlisted" | "unknown"]>([
  ["replicate", "google/veo-3.1-fast:9c1f2d", "model"],
  ["replicate", "wan-video/wan-9-t2v", "unlisted"],
  ["fal", "https://queue.fal.run/fal-ai/veo3.1", "model"],
  ["fal", "fal-ai/kling-video/v9/pro/text-to-video", "unlisted"],
  ["google", "models/veo-3.1-generate-preview", "model"],
  ["vertex", "publishers/google/models/veo-3.1-generate-001", "model"],
  ["vertex", "veo-3.1-generate-001@default", "model"],
  ["openai", "sora-2-2025-10-06", "model"],
  ["bedrock", "us.amazon.nova-reel-v1:1", "model"],
  ["openrouter", "openrouter/google/veo-3.1", "model"],
  ["vercel", "google/veo-3.1-generate-001", "model"],
  ["google", "veo-9", "unknown"],
])("%s %s: %s", (slug, id, kind) => {
  expect(recognise(book.provider(slug) as Provider, id).kind).toBe(kind);
});
