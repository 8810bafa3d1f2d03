/**
 * A known wrong price in a feed. It is not reported while the feed repeats exactly this amount; any other amount is reported
 * again. `key` and `when` are as in the feed; `usd` is the feed's price of one second.
 */
export type KnownError = { feed: string; key: string; when: string; usd: string; why: string };

const VEO_FAST = "Google's page has 0.10 (720p), 0.12 (1080p) and 0.30 (4k) since 2026-04-07";
const VEO = "Google's page has 0.60 with sound at 4k, and 0.20 without sound below";

export const KNOWN_ERRORS: readonly KnownError[] = [
  { feed: "litellm", key: "gemini/veo-3.1-fast-generate-preview", when: "", usd: "0.15", why: VEO_FAST },
  { feed: "litellm", key: "gemini/veo-3.1-generate-preview", when: "", usd: "0.4", why: VEO },
  { feed: "litellm", key: "vertex_ai/veo-3.1-generate-001", when: "", usd: "0.4", why: VEO },
  { feed: "litellm", key: "vertex_ai/veo-3.1-fast-generate-001", when: "", usd: "0.15", why: VEO_FAST },
  { feed: "portkey", key: "vertex-ai/veo-3.1-generate-001", when: "", usd: "0.20", why: VEO },
  { feed: "portkey", key: "vertex-ai/veo-3.1-fast-generate-001", when: "", usd: "0.15", why: VEO_FAST },
  { feed: "portkey", key: "together-ai/minimax/video-01-director", when: "", usd: "0.14", why: "a published total of 5 s is 0.28" },
];
