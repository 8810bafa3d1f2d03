import type { Scalar } from "../../prices/condition.ts";

/** One price that a feed states, in USD for one unit of output of a request with these fields (by their names in a price file). */
export type FeedRate = { per: "second" | "clip" | "token"; usd: string; when: Readonly<Record<string, Scalar>> };

/** A model of a feed. `key` is what the feed calls it. `wrong`: why the row was not understood; nothing of it is used then. */
export type FeedRow = {
  key: string;
  /** Our slug of its seller, null if the book has no such seller. */
  provider: string | null;
  /** What the seller's API may call it: looked up exactly, one after the other. */
  names: readonly string[];
} & ({ rates: readonly FeedRate[]; wrong?: undefined } | { rates?: undefined; wrong: string });

/** The last day that a maker states for a model. `retires` is the first day it can no longer be used; `may`: the earliest that was announced. */
export type FeedRetirement = { key: string; provider: string; date: string; may: boolean; successor: string | null };

/** What a feed says. `dropped`: rows that are no video, and so are none of ours. */
export type FeedContent = { rows: readonly FeedRow[]; retirements: readonly FeedRetirement[]; dropped: number };

/**
 * One feed, by name. `trust`: whether the seller itself speaks, or somebody who quotes it. What a seller says of its own prices is
 * written; what somebody quotes is only compared.
 */
export type FeedAdapter = {
  name: string;
  trust: "seller" | "third-party";
  /** Where it is published. */
  url: string;
  /** @param origin the file or address that it came from, for what the text does not say @returns null if the text is not of its form */
  read: (text: string, origin: string) => FeedContent | null;
};

/** A decimal above 0 as text; null for everything else: feeds write 0 for what they do not know. */
export function amountText(value: unknown): string | null {
  if (typeof value !== "string" && typeof value !== "number") return null;
  const text = String(value).trim();
  return /^\d{1,9}(\.\d{1,12})?$/.test(text) && Number(text) > 0 ? text : null;
}

/** Parsed JSON, or undefined. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
