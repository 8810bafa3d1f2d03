import { nearest } from "../notation/nearest.ts";
import type { Model, Provider } from "./book.ts";
import { familyOf } from "./family.ts";
import { findModel, modelNames } from "./find.ts";
import { spellingsOf } from "./spelling.ts";

/**
 * How a model id relates to a provider's price file.
 * `model`: the file has the model. `unlisted`: the file lacks it, but the provider sells more than is listed, for the reason `why`.
 * `unknown`: the file lacks it and lists every model of the provider.
 */
export type Recognised = { kind: "model"; model: Model } | ({ kind: "unlisted"; why: string } & Meant) | ({ kind: "unknown" } & Meant);

/** `family`: the family that the id looks like (Kling, Veo; `video` for any other). `nearest`: a listed name that may be meant. */
export type Meant = { family: string | null; nearest: string | null };

/** Looks up a model id of a provider, as a manifest or a program writes it. */
export function recognise(provider: Provider, id: string): Recognised {
  const model = findModel(provider, id);
  if (model) return { kind: "model", model };
  const family = familyOf(id);
  const meant = { family, nearest: nearestModel(provider, id) };
  return provider.unlisted_models === undefined ? { kind: "unknown", ...meant } : { kind: "unlisted", why: provider.unlisted_models, ...meant };
}

/**
 * The listed name that a misspelled id most likely means. If the id has a known family, only names of that
 * family are candidates: an id of Sora is never a misspelled LTX.
 */
export function nearestModel(provider: Provider, id: string): string | null {
  const family = familyOf(id);
  const related = family === null || family === "video" ? modelNames(provider) : (namesByFamily(provider).get(family) ?? []);
  const bare = spellingsOf(id, provider.spellings).at(-1) ?? id;
  return nearest(id, related) ?? nearest(bare, related);
}

/** The names of a provider's models by family, collected once per provider. */
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
