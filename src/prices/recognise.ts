import { nearest } from "../notation/nearest.ts";
import type { Model, Provider } from "./book.ts";
import { familyOf } from "./family.ts";
import { findModel, modelNames } from "./find.ts";
import { spellingsOf } from "./spelling.ts";

/**
 * What a written id is to a provider's file.
 * `model`: an entry. `unlisted`: none, at a provider that sells more than the book lists, for the reason `why`.
 * `unknown`: none, at a provider whose list the book has.
 */
export type Recognised = { kind: "model"; model: Model } | ({ kind: "unlisted"; why: string } & Meant) | ({ kind: "unknown" } & Meant);

/** `family`: the family that the id is of by its look (Kling, Veo; `video`: of some other). `nearest`: a listed name that may have been meant. */
export type Meant = { family: string | null; nearest: string | null };

/** An id, as a manifest or a program writes it, at a provider. */
export function recognise(provider: Provider, id: string): Recognised {
  const model = findModel(provider, id);
  if (model) return { kind: "model", model };
  const family = familyOf(id);
  const meant = { family, nearest: nearestModel(provider, id) };
  return provider.unlisted_models === undefined ? { kind: "unknown", ...meant } : { kind: "unlisted", why: provider.unlisted_models, ...meant };
}

/**
 * The listed name that a misspelt id most likely meant. A Sora is never a misspelt LTX: only names of the id's own family
 * are near it, where it has one.
 */
export function nearestModel(provider: Provider, id: string): string | null {
  const family = familyOf(id);
  const related = family === null || family === "video" ? modelNames(provider) : (namesByFamily(provider).get(family) ?? []);
  const bare = spellingsOf(id, provider.spellings).at(-1) ?? id;
  return nearest(id, related) ?? nearest(bare, related);
}

/** A provider's names by the family that they are of, made once per provider. */
const families = new WeakMap<Provider, ReadonlyMap<string, readonly string[]>>();

function namesByFamily(provider: Provider): ReadonlyMap<string, readonly string[]> {
  const known = families.get(provider);
  if (known) return known;
  const made = new Map<string, string[]>();
  for (const name of modelNames(provider)) {
    const family = familyOf(name) ?? "";
    made.set(family, [...(made.get(family) ?? []), name]);
  }
  families.set(provider, made);
  return made;
}
