import type { Vocabulary } from "./detect/vocabulary.ts";
import type { Sighting } from "./file/facts.ts";

export type Whose = { provider: string; providers: readonly string[] };

/**
 * Whose model an id is where it is met: nobody's that is known where it is sent to a host of nobody that is known; else the call that sends it says, else the grammar of the id, else the nearest evidence, of
 * one that sells it before one that is not known to. Where nothing says it, all that sell it are named and none is chosen.
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
  // A host in the same file, of one that is not known to sell it: a new or a renamed id.
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

/** Sellers whose detector has a call of the same name: `generate_videos` of google's library is Vertex AI's too. */
function sellersOfCalls(sentBy: readonly string[], sellers: readonly string[], detectors: Vocabulary["detectors"]): string[] {
  const named = (slug: string): readonly string[] => detectors.get(slug)?.calls.map(({ name }) => name) ?? [];
  const sent = new Set(sentBy.flatMap(named));
  return sellers.filter((slug) => named(slug).some((name) => sent.has(name)));
}

function one(provider: string): Whose {
  return { provider, providers: [provider] };
}

/** The one with most evidence at the nearest level that has any; of equals the maker, then the first. */
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
