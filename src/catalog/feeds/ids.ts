/**
 * Keys of a feed whose model has another id in the book: the id as PROVIDER/MODEL, or null if the book leaves the model out on
 * purpose. A key that is not listed must be an exact id or alias. There is no fuzzy match.
 */
export const FEED_IDS: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  litellm: {
    // An upscaling tier of a model that was shut down on 2026-09-24. The seller never had a separate id for it.
    "openai/sora-2-pro-high-res": null,
  },
  portkey: {},
  vercel: {},
  openrouter: {},
  venice: {},
};
