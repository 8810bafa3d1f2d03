import type { Detector } from "../detect/detector.ts";
import { idOfUrl } from "../detect/url-id.ts";
import type { PathShape, Vocabulary } from "../detect/vocabulary.ts";
import { calleeOf } from "../tokens/around.ts";
import type { Token } from "../tokens/tokenize.ts";
import { argumentsOf, type Code, expanded, spend } from "./code.ts";
import { isDefined, placesThatSend } from "./senders.ts";
import { isSetUpElsewhere, isUnknownHost } from "./unknown-host.ts";
import { type KnownValues, type ModelSource, modelOfName, modelPair, modelSource, type Pair, pairsOf } from "./values.ts";

/** A place that submits a job. `detectors`: whose shape it has. `sure`: the shape or its file says whose; else evidence elsewhere has to. */
export type Submit = {
  detectors: readonly Detector[];
  sure: boolean;
  /** It goes to a host that the file writes out and that is no known provider's. */
  elsewhere: boolean;
  /** The token that names the call, or the URL itself. */
  at: number;
  line: number;
  model: ModelSource;
  pairs: readonly Pair[];
};

/** How much of each provider a file shows, by slug. */
export type Evidence = ReadonlyMap<string, number>;

/** Where submits are looked for: a file, what a call looks like, and whose the file shows it may be. */
type Search = KnownValues & { evidence: Evidence };

/** @param wrappers names of the team's own functions that submit a job */
export function submitsOf(code: Code, vocabulary: Vocabulary, evidence: Evidence, wrappers: ReadonlySet<string>): Submit[] {
  const search = { code, vocabulary, evidence };
  const found = new Map<number, Submit>();
  const { tokens } = code;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    const open = token.kind === "word" ? opened(at, tokens) : -1;
    if (open >= 0 && !isDefined(at, tokens)) {
      const shaped = libraryCall(at, open, search);
      if (shaped) found.set(open, shaped);
      else if (wrappers.has(token.text) || wrappers.has(calleeOf(tokens, open)))
        found.set(open, submit({ detectors: [], sure: true, elsewhere: false, at }, open, search, { argument: "model" }));
    }
    if (token.kind === "string" || (!token.quoted && token.kind === "word" && /[/:]/.test(token.text))) {
      for (const one of posted(at, search)) found.set(one.at, one);
    }
  }
  return [...found.values()].sort((first, second) => first.at - second.at);
}

/** The opening parenthesis of a call that a word names, -1 if it is none; type arguments may be between. */
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
  const shapes = vocabulary.calls.get(code.tokens[at]?.text ?? "");
  if (!shapes) return null;
  const callee = calleeOf(code.tokens, open);
  // `generate_videos(scenes)` where the file has `def generate_videos`: the team's own function.
  if (!callee.includes(".") && code.defined.has(callee)) return null;
  const fitting = shapes.filter(
    ({ name, alone, detector }) =>
      (callee === name || callee.endsWith(`.${name}`)) && (alone || evidence.has(detector.provider) || callee.toLowerCase().includes(detector.provider)),
  );
  const first = fitting[0];
  if (!first) return null;
  const detectors = fitting.map(({ detector }) => detector);
  return submit({ detectors, sure: true, elsewhere: isSetUpElsewhere(detectors, code, vocabulary), at }, open, search, { argument: first.model });
}

/** Where a call says its model: in an argument, by its number or its key, or in the URL that it posts to. */
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
  // No key says it: an id among the arguments does.
  const ids = list.flatMap(([first, last]) => (first === last ? modelSource([first, last], known).ids : []));
  return { ids, dynamic: ids.length > 0 ? null : "the caller" };
}

/** Calls that post to a URL or a path that has a provider's shape: the string is in them, or a name it is given to does. */
function posted(at: number, search: Search): Submit[] {
  const { code, vocabulary, evidence } = search;
  const { tokens } = code;
  const token = tokens[at] as Token;
  if (!spend(code, 1) || token.text.length > 400 || !/[/:]/.test(token.text) || /\s/.test(token.text.trim())) return [];
  const url = expanded(token.text, at, code);
  const shapes = vocabulary.paths.filter((shape) => shape.pattern.test(url) && isOf(url, shape, evidence, vocabulary));
  if (shapes.length === 0 || isPoll(url, shapes, vocabulary)) return [];
  const best = shapes.filter(({ detector }) => hasHost(url, detector));
  const chosen =
    best.length > 0
      ? best
      : shapes.some(({ detector }) => evidence.has(detector.provider))
        ? shapes.filter(({ detector }) => evidence.has(detector.provider))
        : shapes;
  const detectors = [...new Set(chosen.map(({ detector }) => detector))];
  const sure = detectors.some((detector) => hasHost(url, detector) || evidence.has(detector.provider)) || chosen.every(({ fixed }) => fixed >= PLAIN);
  const model = urlModel(url, at, chosen, search);
  const elsewhere = isUnknownHost(url, vocabulary);
  return placesThatSend(at, code).map(({ name, open }) => submit({ detectors, sure, elsewhere, at: name }, open, search, { argument: "model", url: model }));
}

/** A path of so many characters is nobody's by chance: `/openai/v1/video/generations/jobs`. */
const PLAIN = 20;

/** A short path says nothing by itself: `/videos` is many a product's own. */
function isOf(url: string, { detector, fixed }: PathShape, evidence: Evidence, { detectors }: Vocabulary): boolean {
  if (hasHost(url, detector)) return true;
  if ([...detectors.values()].some((other) => hasHost(url, other))) return false;
  // Another host is another's, unless the path can be no one else's.
  if (/^https?:\/\/[a-z0-9]/i.test(url)) return fixed >= 18 || evidence.has(detector.provider);
  return evidence.has(detector.provider) || fixed >= 16;
}

export function hasHost(url: string, { hosts }: Detector): boolean {
  return hosts.some((host) => url.includes(host));
}

function isPoll(url: string, shapes: readonly PathShape[], { polls }: Vocabulary): boolean {
  const whose = new Set(shapes.map(({ detector }) => detector));
  const [path = ""] = url.split(/[?#]/);
  const isWhole = ({ paths }: Detector): boolean => paths.some((own) => !/\{model\}|\*/.test(own) && path.endsWith(own));
  return polls.some(({ detector, pattern }) => whose.has(detector) && pattern.test(path) && !isWhole(detector));
}

function urlModel(url: string, at: number, shapes: readonly PathShape[], known: KnownValues): ModelSource | null {
  if (idOfUrl(url, known.vocabulary)) return { ids: [at], dynamic: null };
  const model = shapes.map(({ pattern }) => pattern.exec(url)?.groups?.["model"]).find((text) => text !== undefined);
  if (model === undefined) return null;
  const name = /([A-Za-z_$][\w$]*)\W*$/.exec(model)?.[1];
  return name === undefined ? { ids: [], dynamic: "the URL" } : modelOfName(name, [at, at], known);
}
