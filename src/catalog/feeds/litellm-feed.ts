import { videoEntries } from "../litellm-file.ts";
import { type FeedAdapter, type FeedRow, jsonOf } from "./feed.ts";

/** LiteLLM's `model_prices_and_context_window.json`. `catalog/litellm-file.ts` parses it, also for `prices check --against`. */
export const litellm: FeedAdapter = {
  name: "litellm",
  trust: "third-party",
  url: "https://raw.githubusercontent.com/BerriAI/litellm/main/model_prices_and_context_window.json",
  read(text) {
    const json = jsonOf(text);
    const entries = videoEntries(json);
    if (!entries) return null;
    const rows = entries.map(({ key, provider, names, rates }): FeedRow => {
      const row = { key, provider, names };
      if (rates.length === 0) return { ...row, wrong: "it states no price" };
      return { ...row, rates: rates.map(({ resolution, usd }) => ({ per: "second" as const, usd, when: resolution === null ? {} : { resolution } })) };
    });
    return { rows, retirements: [], dropped: Object.keys(json as object).length - rows.length };
  },
};
