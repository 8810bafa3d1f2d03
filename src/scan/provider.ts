import type { Vocabulary } from "./detect/vocabulary.ts";
import type { Sighting } from "./file/facts.ts";

export type Whose = { provider: string; providers: readonly string[] };

/**
 * The provider of an id at one place. The first rule that applies decides:
 * 1. An id that is sent to an unknown host has provider "unknown".
 * 2. The call that sends the id.
 * 3. The form of the id, if only one provider has such ids.
 * 4. The nearest evidence (file, package, repository). A provider that is known to sell the id comes before one that is not.
 * If none applies, the provider is "unknown" and `providers` lists all sellers.
 */
export function whoseIs({ identity, sentBy, elsewhere }: Sighting, around: readonly ReadonlyMap<string, number>[], { detectors }: Vocabulary): Whose {
  const { providers, maker } = identity;
  const [file = new Map<string, number>()] = around;
  const sellers = maker && !providers.includes(maker) ? [maker, ...providers] : providers;
  if (elsewhere) return { provider: "unknown", providers: sellers };
  if (sentBy.length > 0) {
    const selling = sentBy.filter((slug) => providers.includes(slug));
    const candidates = [selling, sellersOfCalls(sentBy, providers, detectors), sentBy].find(({ length }) => length > 0) ?? sentBy;
    return one(most(candidates, around, maker) ?? (candidates[0] as string));
  }
  if (identity.strength === "own" && providers.length === 1) return one(providers[0] as string);
  const nearby = best(sellers, file, maker);
  if (nearby) return one(nearby);
  // The host of a provider that is not known to sell the id, in the same file: the id may be new or renamed.
  const hosts = [...file].filter(([slug, worth]) => worth >= 8 && detectors.has(slug)).map(([slug]) => slug);
  const host = best(hosts, file, null);
  if (host) return one(host);
  const found = most(sellers, around, maker);
  if (found) return one(found);
  const further = around.slice(1).map((evidence) =>
    best(
      [...evidence].filter(([slug, worth]) => worth >= 8 && detectors.get(slug)?.general).map(([slug]) => slug),
      evidence,
      null,
    ),
  );
  const general = further.find((slug) => slug !== null);
  if (general) return one(general);
  return sellers.length === 1 ? one(sellers[0] as string) : { provider: "unknown", providers: sellers };
}

/** Sellers whose detector has a call of the same name: `generate_videos` in Google's library serves Vertex AI, too. */
function sellersOfCalls(sentBy: readonly string[], sellers: readonly string[], detectors: Vocabulary["detectors"]): string[] {
  const named = (slug: string): readonly string[] => detectors.get(slug)?.calls.map(({ name }) => name) ?? [];
  const sent = new Set(sentBy.flatMap(named));
  return sellers.filter((slug) => named(slug).some((name) => sent.has(name)));
}

function one(provider: string): Whose {
  return { provider, providers: [provider] };
}

/** The provider with the most evidence at the nearest level that has any. Among equals, the maker wins, then the first. */
function most(slugs: readonly string[], around: readonly ReadonlyMap<string, number>[], maker: string | null): string | null {
  for (const evidence of around) {
    const found = best(slugs, evidence, maker);
    if (found) return found;
  }
  return null;
}

function best(slugs: readonly string[], evidence: ReadonlyMap<string, number>, maker: string | null): string | null {
  let found: string | null = null;
  let worth = 0;
  for (const slug of maker && slugs.includes(maker) ? [maker, ...slugs] : slugs) {
    const own = evidence.get(slug) ?? 0;
    if (own > worth) [found, worth] = [slug, own];
  }
  return found;
}
