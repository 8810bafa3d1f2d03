import type { Book } from "../../prices/book.ts";
import { modelNames } from "../../prices/find.ts";
import type { Detectors } from "./detector.ts";

/**
 * What a text that may be an id is.
 * `own`: the grammar of one provider's ids. `family`: a maker's model, whoever sells it. `weak`: a usual word that is an id
 * only beside a host or a library of one of `providers`. `not-video`: an id that makes something else.
 */
export type Identity = { strength: "own" | "family" | "weak"; model: string; providers: readonly string[]; maker: string | null } | { strength: "not-video" };

/** `kling-v2.mp4`: what a file is called. */
const FILE_NAME = /\.(mp4|mov|webm|mkv|gif|png|jpe?g|webp|svg|json|ya?ml|md|html?|css|[cm]?[jt]sx?|py|go|rb|php)$/i;
/** A maker's name with a number stuck to it, `veo3`, `sora2`: a usual word in much code, so it counts only as the value of a model's key or where it is sent. */
const GLUED = /^[a-z]+[0-9]$/i;

/** What is known of ids, asked of a text. */
export type Identifier = {
  /** What text is as an id; null for any other text. */
  identify(text: string): Identity | null;
  /** Whether a text may speak of a model: false is certain for every id but usual words and ids of one seller's own grammar. */
  mayName(text: string): boolean;
  /** Whether a text says of itself that it makes something else than video. */
  isOther(text: string): boolean;
};

/** A book's names of models, and the patterns of detectors and families, as they are matched. */
type Grammar = ReturnType<typeof patternsOf> & { booked: ReadonlyMap<string, readonly string[]>; notVideoHere: ReadonlySet<string> };

/** Both are made once: a review scans several times. */
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
  const otherwise = new RegExp(not_video.join("|"), "i");
  // One look that most words of a text do not pass: no stem of a family and no word for a kind of job.
  const stems = families.flatMap(({ stems: own }) => own).map((stem) => stem.replace(/[.+?^$()[\]\\|*{}]/g, "\\$&"));
  const hint = new RegExp([...stems, "[tirv]2v", "svd", "zeroscope"].join("|"), "i");
  return {
    ids,
    makers,
    mayName: (text: string): boolean => hint.test(text),
    isVideo: (text: string): boolean => makers.some(({ within }) => within.test(text)),
    // A word for a kind of job is no name of a model: `lipsync` and `image-to-video` are in many a menu.
    isMakers: (text: string): boolean => makers.some(({ maker, within }) => maker !== "" && within.test(text) && /[0-9]/.test(text)),
    isOther: (text: string): boolean => otherwise.test(text) || ids.some(({ not }) => not?.test(text)),
  };
}

function whole(texts: readonly string[]): RegExp | null {
  return texts.length > 0 ? new RegExp(`^(?:${texts.join("|")})$`, "i") : null;
}

/** Who sells a model, by each of its names. */
function bookedNames(book: Book): ReadonlyMap<string, readonly string[]> {
  const named = new Map<string, string[]>();
  for (const slug of book.slugs) {
    const provider = book.provider(slug);
    for (const name of provider ? modelNames(provider) : []) {
      // A name that people use, with blanks, is in prose and not in code.
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
  // A version of Replicate's, a hash after the name, is no part of the model's name.
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

/** An id that says whose it is only beside a host or a library: a seller's longer one with a maker's words in it, or a usual word. */
function sharedOrWeak(model: string, sellers: readonly string[], { ids, isVideo }: Grammar): Identity | null {
  const shared = ids.filter((one) => one.shared?.test(model));
  if (shared.length > 0 && isVideo(model)) return { strength: "family", model, providers: shared.map(({ detector }) => detector.provider), maker: null };
  const weak = new Set([...ids.filter((one) => one.weak.has(model.toLowerCase())).map(({ detector }) => detector.provider), ...sellers]);
  return weak.size > 0 ? { strength: "weak", model, providers: [...weak], maker: null } : null;
}
