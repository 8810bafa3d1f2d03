import type { Detector } from "../detect/detector.ts";
import { idOfUrl } from "../detect/url-id.ts";
import type { PathPattern, Vocabulary } from "../detect/vocabulary.ts";
import { calleeOf } from "../tokens/around.ts";
import { type Token, tokenAt } from "../tokens/tokenize.ts";
import { argumentsOf, type Code, expanded, spend } from "./code.ts";
import { isDefined, placesThatSend } from "./senders.ts";
import { isSetUpElsewhere, isUnknownHost } from "./unknown-host.ts";
import { type KnownValues, type ModelSource, modelOfName, modelPair, modelSource, type Pair, pairsOf } from "./values.ts";

/**
 * A call that submits a job. `detectors`: the providers whose calls look like it. `sure`: the call or its file shows that it is
 * theirs; if false, the rest of the code must give the evidence.
 */
export type Submit = {
  detectors: readonly Detector[];
  sure: boolean;
  /** It goes to a host that the file names and that belongs to no known provider. */
  elsewhere: boolean;
  /** The token that names the call, or the URL itself. */
  at: number;
  line: number;
  model: ModelSource;
  pairs: readonly Pair[];
};

/** The weight of the evidence for each provider in a file, by slug. `scan/detect/evidence.ts` has the weights. */
export type Evidence = ReadonlyMap<string, number>;

/** What a search for submits needs: the file, the vocabulary, and the evidence for providers in the file. */
type Search = KnownValues & { evidence: Evidence };

/** Finds the calls of a file that submit a job. @param wrappers names of the team's own functions that submit one */
export function submitsOf(code: Code, vocabulary: Vocabulary, evidence: Evidence, wrappers: ReadonlySet<string>): Submit[] {
  const search = { code, vocabulary, evidence };
  const found = new Map<number, Submit>();
  const { tokens } = code;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokenAt(tokens, at);
    const open = token.kind === "word" ? opened(at, tokens) : -1;
    if (open >= 0 && !isDefined(at, tokens)) {
      const ofLibrary = libraryCall(at, open, search);
      if (ofLibrary) found.set(open, ofLibrary);
      else if (wrappers.has(token.text) || wrappers.has(calleeOf(tokens, open)))
        found.set(open, submit({ detectors: [], sure: true, elsewhere: false, at }, open, search, { argument: "model" }));
    }
    if (token.kind === "string" || (!token.quoted && token.kind === "word" && /[/:]/.test(token.text))) {
      for (const one of posted(at, search)) found.set(one.at, one);
    }
  }
  return [...found.values()].sort((first, second) => first.at - second.at);
}

/** The opening parenthesis after a word that names a call, with or without type arguments between them; -1 if it names none. */
function opened(at: number, tokens: readonly Token[]): number {
  let next = at + 1;
  if (tokens[next]?.text === "?.") next++;
  if (tokens[next]?.text === "<") {
    for (let depth = 1; depth > 0 && next - at < 30; ) {
      next++;
      depth += tokens[next]?.text === "<" ? 1 : tokens[next]?.text === ">" ? -1 : 0;
      if (!tokens[next] || tokens[next]?.text === ";") return -1;
    }
    next++;
  }
  return tokens[next]?.text === "(" ? next : -1;
}

function libraryCall(at: number, open: number, search: Search): Submit | null {
  const { code, vocabulary, evidence } = search;
  const patterns = vocabulary.calls.get(code.tokens[at]?.text ?? "");
  if (!patterns) return null;
  const callee = calleeOf(code.tokens, open);
  // `generate_videos(scenes)` is the team's own function if the file has `def generate_videos`.
  if (!callee.includes(".") && code.defined.has(callee)) return null;
  const fitting = patterns.filter(
    ({ name, alone, detector }) =>
      (callee === name || callee.endsWith(`.${name}`)) && (alone || evidence.has(detector.provider) || callee.toLowerCase().includes(detector.provider)),
  );
  const first = fitting[0];
  if (!first) return null;
  const detectors = fitting.map(({ detector }) => detector);
  return submit({ detectors, sure: true, elsewhere: isSetUpElsewhere(detectors, code, vocabulary), at }, open, search, { argument: first.model });
}

/** Where a call has its model: in an argument (its index from 0, or its key), or in the URL that it posts to. */
type ModelPlace = { argument: number | string; url?: ModelSource | null };

function submit(call: Pick<Submit, "detectors" | "sure" | "elsewhere" | "at">, open: number, known: KnownValues, { argument, url }: ModelPlace): Submit {
  const { tokens } = known.code;
  const close = tokens[open]?.pair ?? -1;
  const pairs = pairsOf(open + 1, close > 0 ? close - 1 : open, known.code);
  return { ...call, line: tokens[call.at]?.line ?? 1, pairs, model: url ?? argumentModel({ open, argument, detectors: call.detectors }, pairs, known) };
}

type Argument = { open: number; argument: number | string; detectors: readonly Detector[] };

function argumentModel({ open, argument, detectors }: Argument, pairs: readonly Pair[], known: KnownValues): ModelSource {
  const list = argumentsOf(known.code, open);
  const numbered = typeof argument === "number" ? list[argument] : undefined;
  if (numbered) return modelSource(numbered, known);
  const names = [...(typeof argument === "string" ? [argument] : []), ...detectors.flatMap((one) => one.arguments.model ?? [])];
  const pair = modelPair(pairs, names);
  if (pair) return modelSource([pair.first, pair.last], known);
  // No argument is named for the model, so any id among the arguments counts.
  const ids = list.flatMap(([first, last]) => (first === last ? modelSource([first, last], known).ids : []));
  return { ids, dynamic: ids.length > 0 ? null : "the caller" };
}

/** Calls that post to a URL or a path like a provider's. The call contains the string, or a name that the string is assigned to. */
function posted(at: number, search: Search): Submit[] {
  const { code, vocabulary, evidence } = search;
  const { tokens } = code;
  const token = tokenAt(tokens, at);
  if (!spend(code, 1) || token.text.length > 400 || !/[/:]/.test(token.text) || /\s/.test(token.text.trim())) return [];
  const url = expanded(token.text, at, code);
  const patterns = vocabulary.paths.filter((pattern) => pattern.pattern.test(url) && isOf(url, pattern, evidence, vocabulary));
  if (patterns.length === 0 || isPoll(url, patterns, vocabulary)) return [];
  const best = patterns.filter(({ detector }) => hasHost(url, detector));
  const chosen =
    best.length > 0
      ? best
      : patterns.some(({ detector }) => evidence.has(detector.provider))
        ? patterns.filter(({ detector }) => evidence.has(detector.provider))
        : patterns;
  const detectors = [...new Set(chosen.map(({ detector }) => detector))];
  const sure = detectors.some((detector) => hasHost(url, detector) || evidence.has(detector.provider)) || chosen.every(({ fixed }) => fixed >= PLAIN);
  const model = urlModel(url, at, chosen, search);
  const elsewhere = isUnknownHost(url, vocabulary);
  return placesThatSend(at, code).map(({ name, open }) => submit({ detectors, sure, elsewhere, at: name }, open, search, { argument: "model", url: model }));
}

/** A path with at least this many fixed characters belongs to one provider for sure: `/openai/v1/video/generations/jobs`. */
const PLAIN = 20;

/** Whether a URL is a provider's. A short path is no proof, because many products have a `/videos` of their own. */
function isOf(url: string, { detector, fixed }: PathPattern, evidence: Evidence, { detectors }: Vocabulary): boolean {
  if (hasHost(url, detector)) return true;
  if ([...detectors.values()].some((other) => hasHost(url, other))) return false;
  // An unknown host is probably another company's. Only a long path or other evidence in the file speaks for the provider.
  if (/^https?:\/\/[a-z0-9]/i.test(url)) return fixed >= 18 || evidence.has(detector.provider);
  return evidence.has(detector.provider) || fixed >= 16;
}

export function hasHost(url: string, { hosts }: Detector): boolean {
  return hosts.some((host) => url.includes(host));
}

function isPoll(url: string, patterns: readonly PathPattern[], { polls }: Vocabulary): boolean {
  const whose = new Set(patterns.map(({ detector }) => detector));
  const [path = ""] = url.split(/[?#]/);
  const isWhole = ({ paths }: Detector): boolean => paths.some((own) => !/\{model\}|\*/.test(own) && path.endsWith(own));
  return polls.some(({ detector, pattern }) => whose.has(detector) && pattern.test(path) && !isWhole(detector));
}

function urlModel(url: string, at: number, patterns: readonly PathPattern[], known: KnownValues): ModelSource | null {
  if (idOfUrl(url, known.vocabulary)) return { ids: [at], dynamic: null };
  const model = patterns.map(({ pattern }) => pattern.exec(url)?.groups?.["model"]).find((text) => text !== undefined);
  if (model === undefined) return null;
  const name = /([A-Za-z_$][\w$]*)\W*$/.exec(model)?.[1];
  return name === undefined ? { ids: [], dynamic: "the URL" } : modelOfName(name, [at, at], known);
}
