import { expect, test } from "vitest";
import { videoEntries } from "../../src/catalog/litellm-file.ts";

/** Entries in the forms that the published file has. */
const FILE = {
  sample_spec: { mode: "one of: chat, embedding", litellm_provider: "one of https://docs.litellm.ai/docs/providers" },
  "gpt-4o": { litellm_provider: "openai", mode: "chat", output_cost_per_second: 1 },
  "vertex_ai/veo-3.1-generate-001": {
    litellm_provider: "vertex_ai-video-models",
    mode: "video_generation",
    max_input_tokens: 1024,
    output_cost_per_second: 0.4,
    source: "https://cloud.google.com/vertex-ai",
    supported_modalities: ["text"],
  },
  "gemini/veo-3.1-lite-generate-preview": {
    litellm_provider: "gemini",
    mode: "video_generation",
    output_cost_per_second: 0.05,
    output_cost_per_second_1080p: "0.08",
    output_cost_per_token: 3,
  },
  "runwayml/gen4_turbo": {
    litellm_provider: "runwayml",
    mode: "video_generation",
    output_cost_per_video_per_second: 0.05,
    supported_resolutions: ["1280x720", "720x1280"],
  },
  "sora-2": { litellm_provider: "openai", mode: "video_generation", output_cost_per_video_per_second: 0.1, supported_resolutions: "any" },
  "fal_ai/fal-ai/veo3": { litellm_provider: "fal_ai", mode: "video_generation", output_cost_per_second: 0 },
  "new-seller/clip": { litellm_provider: "new_seller", mode: "video_generation", output_cost_per_second: "free" },
};

test("video models are listed under our provider names, with every price per second", () => {
  const entries = videoEntries(FILE) ?? [];
  expect(entries.map(({ key, provider, names, rates, resolutions }) => [key, provider, names, rates, resolutions])).toEqual([
    ["vertex_ai/veo-3.1-generate-001", "vertex", ["veo-3.1-generate-001", "vertex_ai/veo-3.1-generate-001"], [{ resolution: null, usd: "0.4" }], []],
    [
      "gemini/veo-3.1-lite-generate-preview",
      "google",
      ["veo-3.1-lite-generate-preview", "gemini/veo-3.1-lite-generate-preview"],
      [
        { resolution: null, usd: "0.05" },
        { resolution: "1080p", usd: "0.08" },
      ],
      [],
    ],
    ["runwayml/gen4_turbo", "runway", ["gen4_turbo", "runwayml/gen4_turbo"], [{ resolution: null, usd: "0.05" }], ["1280x720", "720x1280"]],
    ["sora-2", "openai", ["sora-2"], [{ resolution: null, usd: "0.1" }], []],
    ["fal_ai/fal-ai/veo3", "fal", ["fal-ai/veo3", "fal_ai/fal-ai/veo3"], [], []],
    ["new-seller/clip", null, ["new-seller/clip"], [], []],
  ]);
  expect(entries[0]?.source).toBe("https://cloud.google.com/vertex-ai");
});

test.each([
  ["a list", []],
  ["a text", "models"],
  ["nothing", null],
  ["a map without video models", { a: { mode: "chat" }, b: 3 }],
])("%s is not a LiteLLM file", (_, json) => {
  expect(videoEntries(json)).toBeNull();
});
