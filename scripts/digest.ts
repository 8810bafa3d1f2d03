import { createHash } from "node:crypto";
import type { Model, Price, Provider } from "../src/prices/book.ts";
import { findModel } from "../src/prices/find.ts";

/**
 * One dated price as it was published. The digest covers everything that sets the price (charges, factors, holes and the rules of the total),
 * regardless of their order and notation. It does not cover source, day of checking, confidence and notes, which may be updated.
 */
export type PublishedPrice = { from: string | null; to: string | null; sha256: string };

/** A published entry that was corrected, and why it had been wrong. */
export type Correction = { model: string; from: string | null; was: string; on: string; reason: string };

/** By provider/model. */
export type Digests = { published: Record<string, readonly PublishedPrice[]>; corrections: readonly Correction[] };

/** A published entry that the book no longer has in the same form. */
export type Rewritten = { model: string; entry: PublishedPrice; what: "changed" | "gone" | "ended elsewhere" };

/** The digests of every dated price of these providers. */
export function digestsOf(providers: readonly Provider[]): Digests["published"] {
  const models = providers.flatMap(({ provider, models }) =>
    models.filter(({ prices }) => prices.length > 0).map((model) => [`${provider}/${model.id}`, entriesOf(model)] as const),
  );
  return Object.fromEntries(models.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function entriesOf({ prices }: Model): PublishedPrice[] {
  return prices.map((price) => ({ from: price.from ?? null, to: price.to ?? null, sha256: digest(price) }));
}

function digest({ charges, factors, holes, total }: Price): string {
  const unordered = [charges, factors, holes].map((list) => list.map((one) => canonical(one)).sort());
  return createHash("sha256")
    .update(JSON.stringify([...unordered, canonical(total ?? {})]))
    .digest("hex");
}

/** JSON with the keys of every map sorted. */
function canonical(value: unknown): string {
  const sorted = (_: string, inner: unknown): unknown =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner;
  return JSON.stringify(value, sorted);
}

/**
 * Published entries that changed, are gone or end on another day. A new entry, a new end of an entry that had none, and an id that became an alias
 * are allowed.
 */
export function rewritten(published: Digests["published"], providers: readonly Provider[]): Rewritten[] {
  return Object.entries(published).flatMap(([model, entries]) => {
    const now = entriesNow(model, providers);
    return entries.flatMap((entry): Rewritten[] => {
      const same = now.find(({ from }) => from === entry.from);
      if (!same) return [{ model, entry, what: "gone" }];
      if (same.sha256 !== entry.sha256) return [{ model, entry, what: "changed" }];
      return entry.to !== null && same.to !== entry.to ? [{ model, entry, what: "ended elsewhere" }] : [];
    });
  });
}

function entriesNow(name: string, providers: readonly Provider[]): PublishedPrice[] {
  const [slug = "", ...rest] = name.split("/");
  const provider = providers.find((one) => one.provider === slug);
  const model = provider && findModel(provider, rest.join("/"));
  return model ? entriesOf(model) : [];
}

/** Whether every entry of the book is recorded with its end. */
export function isRecorded(published: Digests["published"], providers: readonly Provider[]): boolean {
  return Object.entries(digestsOf(providers)).every(([model, entries]) =>
    entries.every(({ from, to, sha256 }) => published[model]?.some((known) => known.from === from && known.to === to && known.sha256 === sha256)),
  );
}

/** The text of the file, with one line per entry, so that diffs are readable. */
export function written({ published, corrections }: Digests): string {
  const line = (value: object): string =>
    `{ ${Object.entries(value)
      .map(([key, one]) => `${JSON.stringify(key)}: ${JSON.stringify(one)}`)
      .join(", ")} }`;
  const list = (values: readonly object[], indent: string): string =>
    values.length === 0 ? "[]" : `[\n${values.map((value) => `${indent}  ${line(value)}`).join(",\n")}\n${indent}]`;
  const models = Object.entries(published).map(([model, entries]) => `    ${JSON.stringify(model)}: ${list(entries, "    ")}`);
  return `{\n  "published": {\n${models.join(",\n")}\n  },\n  "corrections": ${list(corrections, "  ")}\n}\n`;
}
