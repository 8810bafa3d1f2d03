import type { Book } from "../../prices/book.ts";
import { modelNames } from "../../prices/find.ts";
import type { Detectors } from "./detector.ts";

/**
 * What a text is as a model id.
 * `own`: it has the form of one provider's ids. `family`: a maker's model, whoever sells it. `weak`: a common word that is an id
 * only beside a host or a library of one of `providers`. `not-video`: the id of a model that makes something else.
 */
export type Identity = { strength: "own" | "family" | "weak"; model: string; providers: readonly string[]; maker: string | null } | { strength: "not-video" };

/** A file name, such as `kling-v2.mp4`. */
const FILE_NAME = /\.(mp4|mov|webm|mkv|gif|png|jpe?g|webp|svg|json|ya?ml|md|html?|css|[cm]?[jt]sx?|py|go|rb|php)$/i;
/** A maker's name with a digit attached, such as `veo3` or `sora2`. It is common in code, so it counts only as the value of a model's key or in a call. */
const GLUED = /^[a-z]+[0-9]$/i;

/** Recognizes model ids in text. */
export type Identifier = {
  /** What a text is as an id; null if it is none. */
  identify(text: string): Identity | null;
  /** Whether a text may contain an id. A fast check: false is certain, except for weak ids and ids that only one provider's form recognizes. */
  mayName(text: string): boolean;
  /** Whether an id itself says that its model makes something other than video. */
  isOther(text: string): boolean;
};

/** Everything that ids are matched with: the names in the price book, and the patterns of detectors and families. */
type Grammar = ReturnType<typeof patternsOf> & { booked: ReadonlyMap<string, readonly string[]>; notVideoHere: ReadonlySet<string> };

/** Cached, because a review scans several times. */
const patterns = new WeakMap<Detectors, ReturnType<typeof patternsOf>>();
const sellersByName = new WeakMap<Book, ReadonlyMap<string, readonly string[]>>();

export function identifier(detectors: Detectors, book: Book, notVideoHere: readonly string[]): Identifier {
  const matched = patterns.get(detectors) ?? patternsOf(detectors);
  const booked = sellersByName.get(book) ?? bookedNames(book);
  patterns.set(detectors, matched);
  sellersByName.set(book, booked);
  const grammar: Grammar = { ...matched, booked, notVideoHere: new Set(notVideoHere.map((id) => id.toLowerCase())) };
  const known = new Map<string, Identity | null>();
  return {
    identify(text) {
      let found = known.get(text);
      if (found === undefined) {
        found = identityOf(text, grammar);
        known.set(text, found);
      }
      return found;
    },
    mayName: grammar.mayName,
    isOther: grammar.isOther,
  };
}

function patternsOf({ providers, families: { families, not_video } }: Detectors) {
  const ids = providers.map((detector) => ({
    detector,
    own: whole(detector.ids.own),
    shared: whole(detector.ids.shared),
    not: whole(detector.ids.not_video),
    weak: new Set(detector.ids.weak.map((word) => word.toLowerCase())),
  }));
  const makers = families.map(({ maker, id, within }) => ({ maker, id: id ? whole([id]) : null, within: new RegExp(within, "i") }));
  const notVideo = new RegExp(not_video.join("|"), "i");
  // A fast first check that rejects most words: it looks for the stem of a family or a short name of a mode.
  const stems = families.flatMap(({ stems: own }) => own).map((stem) => stem.replace(/[.+?^$()[\]\\|*{}]/g, "\\$&"));
  const hint = new RegExp([...stems, "[tirv]2v", "svd", "zeroscope"].join("|"), "i");
  return {
    ids,
    makers,
    mayName: (text: string): boolean => hint.test(text),
    isVideo: (text: string): boolean => makers.some(({ within }) => within.test(text)),
    // A kind of job is not the name of a model: `lipsync` and `image-to-video` occur in many menus.
    isMakers: (text: string): boolean => makers.some(({ maker, within }) => maker !== "" && within.test(text) && /[0-9]/.test(text)),
    isOther: (text: string): boolean => notVideo.test(text) || ids.some(({ not }) => not?.test(text)),
  };
}

function whole(texts: readonly string[]): RegExp | null {
  return texts.length > 0 ? new RegExp(`^(?:${texts.join("|")})$`, "i") : null;
}

/** The slugs of the providers that sell a model, by each of its names in lower case. */
function bookedNames(book: Book): ReadonlyMap<string, readonly string[]> {
  const named = new Map<string, string[]>();
  for (const slug of book.slugs) {
    const provider = book.provider(slug);
    for (const name of provider ? modelNames(provider) : []) {
      // A name with spaces occurs in prose, not in code.
      if (name.includes(" ")) continue;
      const known = named.get(name.toLowerCase());
      if (!known) named.set(name.toLowerCase(), [slug]);
      else if (!known.includes(slug)) known.push(slug);
    }
  }
  return named;
}

function identityOf(text: string, grammar: Grammar): Identity | null {
  const { ids, makers, mayName, isVideo, isOther } = grammar;
  if (text.length < 2 || text.length > 150 || !/^[A-Za-z0-9][A-Za-z0-9._/:@-]*$/.test(text)) return null;
  // A version at Replicate, a hash after the name, is not part of the model's name.
  const model = text.replace(/:[0-9a-f]{20,64}$/, "").replace(/\/$/, "");
  if (grammar.notVideoHere.has(model.toLowerCase())) return { strength: "not-video" };
  if (FILE_NAME.test(model)) return null;
  const sellers = grammar.booked.get(model.toLowerCase());
  if (GLUED.test(model)) return sellers ? { strength: "weak", model, providers: sellers, maker: null } : null;
  if (!sellers && !mayName(model) && !ids.some(({ own, weak }) => own?.test(model) || weak.has(model.toLowerCase()))) return null;
  if (!sellers && isOther(model)) return isVideo(model) || ids.some(({ own }) => own?.test(model)) ? { strength: "not-video" } : null;
  const own = ids.filter((one) => one.own?.test(model));
  if (own.length > 0) {
    const video = sellers || isVideo(model) || own.some(({ detector }) => !detector.general);
    return video ? { strength: "own", model, providers: own.map(({ detector }) => detector.provider), maker: null } : { strength: "not-video" };
  }
  const family = makers.find(({ id }) => id?.test(model));
  if (sellers && !ids.some(({ weak }) => weak.has(model.toLowerCase())) && (grammar.isMakers(model) || family)) {
    const maker = family && sellers.includes(family.maker) ? family.maker : null;
    return { strength: sellers.length === 1 && !family ? "own" : "family", model, providers: sellers, maker };
  }
  if (family) return { strength: "family", model, providers: [family.maker], maker: family.maker };
  return sharedOrWeak(model, sellers ?? [], grammar);
}

/** An id whose provider shows only beside a host or a library: a longer id with a maker's words in it, or a common word. */
function sharedOrWeak(model: string, sellers: readonly string[], { ids, isVideo }: Grammar): Identity | null {
  const shared = ids.filter((one) => one.shared?.test(model));
  if (shared.length > 0 && isVideo(model)) return { strength: "family", model, providers: shared.map(({ detector }) => detector.provider), maker: null };
  const weak = new Set([...ids.filter((one) => one.weak.has(model.toLowerCase())).map(({ detector }) => detector.provider), ...sellers]);
  return weak.size > 0 ? { strength: "weak", model, providers: [...weak], maker: null } : null;
}
