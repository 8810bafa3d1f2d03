type Rest = { accepts?: object; defaults?: object; cases?: object[]; status?: object; prices?: object[]; modes?: string[] };

const ACCEPTS = { duration: [8], resolution: ["720p", "1080p"] };

function rival(id: string, charges: object[], { prices, ...rest }: Rest = {}, price: object = {}) {
  const one = { source: `https://rivals.example/${id}`, checked: "2026-11-01", confidence: "provider", charges, ...price };
  return { id, modes: ["text-to-video", "image-to-video"], accepts: ACCEPTS, prices: prices ?? [one], ...rest };
}

/** Models that differ in one thing each; the first ones make 8 s at 1080p. */
export const RIVALS = {
  provider: "rivals",
  name: "Rivals",
  // The most expensive pack counts: $5 for 1,000 credits, $0.005 each.
  account: {
    packs: [
      { name: "Large", size: 1000, price: 5 },
      { name: "Huge", size: 10000, price: 40 },
    ],
  },
  models: [
    rival(
      "sounding",
      [
        {
          meter: "second",
          by: ["audio"],
          unit: "usd",
          rows: [
            [true, 0.1],
            [false, 0.08],
          ],
        },
      ],
      {
        accepts: { ...ACCEPTS, audio: [true, false] },
        defaults: { audio: true },
      },
    ),
    rival("plain-too", [{ meter: "second", usd: 0.05 }], { accepts: { ...ACCEPTS, audio: [false] } }),
    rival("plain", [{ meter: "second", usd: 0.05 }], { accepts: { ...ACCEPTS, audio: [false] } }),
    rival("imaged", [
      { meter: "second", credits: 10 },
      { meter: "image", usd: 0.01 },
    ]),
    rival("minimum", [{ meter: "second", usd: 0.03, min: 10 }], {}, { checked: "2026-01-01", confidence: "inferred" }),
    rival("bounded", [{ meter: "second", usd: 0.06, min: "unknown" }]),
    rival(
      "quality",
      [
        {
          meter: "second",
          by: ["quality"],
          unit: "usd",
          rows: [
            ["std", 0.1],
            ["pro", 0.2],
          ],
        },
      ],
      {
        accepts: { ...ACCEPTS, quality: ["std", "pro"] },
        defaults: { quality: "std" },
        cases: [{ when: { quality: "std" }, accepts: { resolution: ["720p"] } }],
      },
    ),
    rival("words", [{ meter: "clip", usd: 1 }], { modes: ["text-to-video"] }),
    rival("gone", [{ meter: "clip", usd: 0.1 }], { status: { retires: "2026-06-01" } }),
    rival("secret", [], { prices: [] }),
    rival("small", [{ meter: "clip", usd: 0.1 }], { accepts: { duration: [8], resolution: ["720p"] } }),
    rival("short", [{ meter: "clip", usd: 0.1 }], { accepts: { duration: [5, 10], resolution: ["1080p"] } }),
    rival("yuan", [{ meter: "second", amount: 1, currency: "CNY" }]),
    rival("blank", [{ meter: "second", amount: "unknown" }]),
    rival("hole", [{ meter: "second", usd: 0.1 }], {}, { holes: [{ resolution: "1080p" }] }),
    rival("hardware", [{ meter: "gpu_second", usd: 0.001 }]),
    rival("vague", [{ meter: "clip", usd: 0.01 }], { accepts: {} }),
  ],
};
