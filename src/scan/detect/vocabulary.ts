import type { Book } from "../../prices/book.ts";
import { findModel, modelNames } from "../../prices/find.ts";
import type { Detector, Detectors } from "./detector.ts";
import { type WordSearch, wordSearch } from "./word-search.ts";

/**
 * What a text that may be an id is.
 * `own`: the grammar of one provider's ids. `family`: a maker's model, whoever sells it. `weak`: a usual word that is an id
 * only beside a host or a library of one of `providers`. `not-video`: an id that makes something else.
 */
export type Identity = { strength: "own" | "family" | "weak"; model: string; providers: readonly string[]; maker: string | null } | { strength: "not-video" };

export type CallShape = { detector: Detector; model: number | string; alone: boolean };
/** `fixed`: how many characters of a path are its own, and no id's. */
export type PathShape = { detector: Detector; pattern: RegExp; fixed: number };

/** All that detectors and book say, in the form that a scan asks. Made once for a scan. */
export type Vocabulary = {
  search: WordSearch;
  detectors: ReadonlyMap<string, Detector>;
  /** By the last word of the dotted name. */
  calls: ReadonlyMap<string, readonly (CallShape & { name: string })[]>;
  /** What text is as an id; null for any other text. */
  identify(text: string): Identity | null;
  /** Whether a text may speak of a model: false is certain for every id but usual words and ids of one seller's own grammar. */
  mayName(text: string): boolean;
  /** Whether a text says of itself that it makes something else than video. */
  isOther(text: string): boolean;
  isPriced(provider: string, model: string): boolean;
  paths: readonly PathShape[];
  polls: readonly PathShape[];
};

export function vocabularyOf({ providers, families: { families, not_video } }: Detectors, book: Book, notVideoHere: readonly string[] = []): Vocabulary {
  const detectors = new Map(providers.map((one) => [one.provider, one]));
  const named = new Map<string, { id: string; providers: string[] }>();
  for (const slug of book.slugs) {
    const provider = book.provider(slug);
    for (const name of provider ? modelNames(provider) : []) {
      // A name that people use, with blanks, stands in prose and not in code.
      if (name.includes(" ")) continue;
      const known = named.get(name.toLowerCase());
      if (!known) named.set(name.toLowerCase(), { id: name, providers: [slug] });
      else if (!known.providers.includes(slug)) known.providers.push(slug);
    }
  }
  const left = new Set(notVideoHere.map((id) => id.toLowerCase()));
  const whole = (texts: readonly string[]): RegExp | null => (texts.length > 0 ? new RegExp(`^(?:${texts.join("|")})$`, "i") : null);
  const ids = providers.map((detector) => ({
    detector,
    own: whole(detector.ids.own),
    shared: whole(detector.ids.shared),
    not: whole(detector.ids.not_video),
    weak: new Set(detector.ids.weak.map((word) => word.toLowerCase())),
  }));
  const makers = families.map(({ maker, id, within }) => ({ maker, id: id ? whole([id]) : null, within: new RegExp(within, "i") }));
  const otherwise = new RegExp(not_video.join("|"), "i");
  const isVideo = (text: string): boolean => makers.some(({ within }) => within.test(text));
  // A word for a kind of job is no name of a model: `lipsync` and `image-to-video` stand in many a menu.
  const isMakers = (text: string): boolean => makers.some(({ maker, within }) => maker !== "" && within.test(text) && /[0-9]/.test(text));
  const isOther = (text: string): boolean => otherwise.test(text) || ids.some(({ not }) => not?.test(text));

  // One look that most words of a text do not pass: no stem of a family and no word for a kind of job.
  const stems = families.flatMap(({ stems: own }) => own).map((stem) => stem.replace(/[.+?^$()[\]\\|*{}]/g, "\\$&"));
  const hint = new RegExp([...stems, "[tirv]2v", "svd", "zeroscope"].join("|"), "i");
  const mayName = (text: string): boolean => hint.test(text);
  const identities = new Map<string, Identity | null>();
  function identify(text: string): Identity | null {
    const known = identities.get(text);
    if (known !== undefined) return known;
    const found = fresh(text);
    identities.set(text, found);
    return found;
  }

  function fresh(text: string): Identity | null {
    if (text.length < 2 || text.length > 150 || !/^[A-Za-z0-9][A-Za-z0-9._/:@-]*$/.test(text)) return null;
    // A version of Replicate's, a hash after the name, is no part of the model's name.
    const model = text.replace(/:[0-9a-f]{20,64}$/, "").replace(/\/$/, "");
    if (left.has(model.toLowerCase())) return { strength: "not-video" };
    const booked = named.get(model.toLowerCase());
    if (!booked && !mayName(model) && !ids.some(({ own, weak }) => own?.test(model) || weak.has(model.toLowerCase()))) return null;
    const family = makers.find(({ id }) => id?.test(model));
    if (!booked && isOther(model)) {
      return isVideo(model) || ids.some(({ own }) => own?.test(model)) ? { strength: "not-video" } : null;
    }
    const own = ids.filter((one) => one.own?.test(model));
    if (own.length > 0) {
      const video = booked || isVideo(model) || own.some(({ detector }) => !detector.general);
      return video ? { strength: "own", model, providers: own.map(({ detector }) => detector.provider), maker: null } : { strength: "not-video" };
    }
    if (booked && !ids.some(({ weak }) => weak.has(model.toLowerCase())) && (isMakers(model) || family)) {
      const maker = family && booked.providers.includes(family.maker) ? family.maker : null;
      return { strength: booked.providers.length === 1 && !family ? "own" : "family", model, providers: booked.providers, maker };
    }
    if (family) return { strength: "family", model, providers: [family.maker], maker: family.maker };
    const shared = ids.filter((one) => one.shared?.test(model));
    if (shared.length > 0 && isVideo(model)) return { strength: "family", model, providers: shared.map(({ detector }) => detector.provider), maker: null };
    const weak = new Set([...ids.filter((one) => one.weak.has(model.toLowerCase())).map(({ detector }) => detector.provider), ...(booked?.providers ?? [])]);
    return weak.size > 0 ? { strength: "weak", model, providers: [...weak], maker: null } : null;
  }

  const calls = new Map<string, (CallShape & { name: string })[]>();
  for (const detector of providers) {
    for (const { name, model, alone } of detector.calls) {
      const last = name.split(".").at(-1) as string;
      calls.set(last, [...(calls.get(last) ?? []), { name, detector, model, alone }]);
    }
  }
  const shapes = (list: (detector: Detector) => readonly string[], ends: boolean): PathShape[] =>
    providers.flatMap((detector) =>
      list(detector).map((path) => ({ detector, pattern: pathPattern(path, ends), fixed: path.replace(/\{model\}|\*/g, "").length })),
    );

  return {
    search: wordSearch([
      ...families.flatMap(({ stems }) => stems),
      ...providers.flatMap(({ hosts, packages, env, calls: shaped, paths }) => [
        ...hosts.map((host) => host.replace(/^[.-]/, "")),
        ...Object.values(packages).flat(),
        ...env,
        ...shaped.filter(({ alone }) => alone).map(({ name }) => name),
        ...paths.map((path) => longestPart(path)).filter((part) => part.length > 6),
      ]),
    ]),
    detectors,
    calls,
    identify,
    mayName,
    isOther,
    isPriced: (slug, id) => {
      const provider = book.provider(slug);
      return provider !== undefined && findModel(provider, id) !== undefined;
    },
    paths: shapes(({ paths }) => paths, true),
    polls: shapes(({ polls }) => polls, false),
  };
}

/** `/videos/*` as a pattern: `*` is one part, `{model}` an id of any number of parts, which is caught. */
function pathPattern(path: string, ends: boolean): RegExp {
  const text = path
    .split(/(\{model\}|\*)/)
    .map((part) => (part === "{model}" ? "(?<model>[^?#\\s]+?)" : part === "*" ? "[^/?#]+" : part.replace(/[.+?^$()[\]\\|]/g, "\\$&")))
    .join("");
  return new RegExp(ends ? `${text}/?(?:[?#].*)?$` : text);
}

function longestPart(path: string): string {
  return path.split(/\{model\}|\*/).reduce((longest, part) => (part.length > longest.length ? part : longest), "");
}
