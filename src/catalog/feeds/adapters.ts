import type { FeedAdapter, FeedContent } from "./feed.ts";
import { litellm } from "./litellm-feed.ts";
import { openrouter } from "./openrouter.ts";
import { portkey } from "./portkey.ts";
import { retirements } from "./retirements.ts";
import { venice } from "./venice.ts";
import { vercel } from "./vercel.ts";

/** Every feed that can be read, in the order in which the adapters try a text. */
export const ADAPTERS: readonly FeedAdapter[] = [vercel, openrouter, litellm, portkey, venice, retirements];

/** Reads a text with the adapter of that name, or without a name with the first that recognizes it. @returns null if none does */
export function readFeed(text: string, origin: string, name: string | null): { adapter: FeedAdapter; content: FeedContent } | null {
  for (const adapter of ADAPTERS) {
    const content = name === null || name === adapter.name ? adapter.read(text, origin) : null;
    if (content) return { adapter, content };
  }
  return null;
}
