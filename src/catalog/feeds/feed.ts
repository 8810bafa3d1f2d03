import type { Scalar } from "../../prices/condition.ts";

/** One price of a feed: USD for one second, clip or token of output. `when` has the fields of the request, by their names in a price file. */
export type FeedRate = { per: "second" | "clip" | "token"; usd: string; when: Readonly<Record<string, Scalar>> };

/** A model of a feed. `key` is its name in the feed. `wrong`: why the row was not understood; then nothing of it is used. */
export type FeedRow = {
  key: string;
  /** The book's slug of the seller; null if the book has no such provider. */
  provider: string | null;
  /** Possible ids at the seller. They are looked up one after the other, by exact match. */
  names: readonly string[];
} & ({ rates: readonly FeedRate[]; wrong?: undefined } | { rates?: undefined; wrong: string });

/** A retirement that a maker announces. `date`: the first day on which the model cannot be used. `may`: it is only the earliest possible day. */
export type FeedRetirement = { key: string; provider: string; date: string; may: boolean; successor: string | null };

/** The content of a feed. `dropped`: the number of rows that are not about video. */
export type FeedContent = { rows: readonly FeedRow[]; retirements: readonly FeedRetirement[]; dropped: number };

/**
 * Reads one kind of feed. `trust`: whether the feed is the seller's own or a third party's. Only a seller's own prices may be
 * written to the book; a third party's are compared.
 */
export type FeedAdapter = {
  name: string;
  trust: "seller" | "third-party";
  /** Where it is published. */
  url: string;
  /** @param origin the file or address of the text, for facts that the text itself lacks @returns null if the text has another format */
  read: (text: string, origin: string) => FeedContent | null;
};

/** A decimal above 0 as text; null for anything else. A 0 is null, too, because feeds write it for an unknown price. */
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
