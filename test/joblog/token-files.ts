/** A model of video tokens, width × height × frames / 1024, at $10 a million; a clip of 5 s at 720p has 121 frames and 108,900 of them. */
export const TOKENS = {
  "tokens.yml": JSON.stringify({
    provider: "acme-tokens",
    name: "Acme",
    jobs: { billed: { moderated: false } },
    models: [
      {
        id: "seed-1",
        modes: ["text-to-video"],
        accepts: { duration: { min: 2, max: 12 }, resolution: ["720p"], aspect_ratio: ["16:9"] },
        defaults: { duration: 5, resolution: "720p", aspect_ratio: "16:9" },
        media: { fps: 24, frames: { plus: 1 }, tokens: { divide: 1024 }, pixels: { "720p": { "16:9": [1280, 720] } } },
        prices: [{ source: "https://acme.example/p", checked: "2026-11-01", confidence: "provider", charges: [{ meter: "token", usd: 0.00001 }] }],
      },
    ],
  }),
  "video-budget.yml": JSON.stringify({
    version: 1,
    prices: ["tokens.yml"],
    workloads: {
      clips: { provider: "acme-tokens", model: "seed-1", output: { duration: 5, resolution: "720p", aspect_ratio: "16:9" }, volume: { per_month: 30 } },
    },
  }),
};
