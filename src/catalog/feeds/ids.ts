/**
 * Keys of feeds whose model has another id here, by feed: PROVIDER/MODEL, or null for one that is known and that this book leaves out. A key
 * that is not listed must be the exact id or an alias; nothing is matched by likeness.
 */
export const FEED_IDS: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  litellm: {
    // An upscaling tier of a model that was shut down on 2026-09-24; it never had an id of its own at the seller's.
    "openai/sora-2-pro-high-res": null,
  },
  portkey: {},
  vercel: {},
  openrouter: {},
  venice: {},
};
