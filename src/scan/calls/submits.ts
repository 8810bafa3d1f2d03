import type { Detector } from "../detect/detector.ts";
import { idOfUrl } from "../detect/url-id.ts";
import type { PathShape, Vocabulary } from "../detect/vocabulary.ts";
import { bracketsOf, calleeOf, keyOf, segmentEnd } from "../tokens/around.ts";
import type { Token } from "../tokens/tokenize.ts";
import { argumentsOf, type Code, expanded } from "./code.ts";
import { type ModelSource, modelOfName, modelPair, modelSource, type Pair, pairsOf } from "./values.ts";

/** A place that submits a job. `detectors`: whose shape it has. `sure`: the shape or its file says whose; else evidence elsewhere has to. */
export type Submit = {
  detectors: readonly Detector[];
  sure: boolean;
  /** The token that names the call, or the URL itself. */
  at: number;
  line: number;
  model: ModelSource;
  pairs: readonly Pair[];
};

/** How much of each provider a file shows, by slug. */
export type Evidence = ReadonlyMap<string, number>;

export function submitsOf(code: Code, vocabulary: Vocabulary, evidence: Evidence, wrappers: ReadonlySet<string>): Submit[] {
  const found = new Map<number, Submit>();
  const { tokens } = code;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    const open = token.kind === "word" ? opened(at, tokens) : -1;
    if (open >= 0 && !isDefined(at, tokens)) {
      const shaped = libraryCall(at, open, code, vocabulary, evidence);
      if (shaped) found.set(open, shaped);
      else if (wrappers.has(token.text) || wrappers.has(calleeOf(tokens, open))) found.set(open, submit([], true, at, open, code, vocabulary, "model"));
    }
    if (token.kind === "string" || (!token.quoted && token.kind === "word" && /[/:]/.test(token.text))) {
      for (const one of posted(at, code, vocabulary, evidence)) found.set(one.at, one);
    }
  }
  return [...found.values()].sort((first, second) => first.at - second.at);
}

/** The opening parenthesis of a call that a word names, -1 where it is none; type arguments may stand between. */
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

function isDefined(at: number, tokens: readonly Token[]): boolean {
  return /^(def|function|func|fn|fun|class|interface|async)$/.test(tokens[at - 1]?.text ?? "");
}

function libraryCall(at: number, open: number, code: Code, vocabulary: Vocabulary, evidence: Evidence): Submit | null {
  const shapes = vocabulary.calls.get(code.tokens[at]?.text ?? "");
  if (!shapes) return null;
  const callee = calleeOf(code.tokens, open);
  const fitting = shapes.filter(
    ({ name, alone, detector }) =>
      (callee === name || callee.endsWith(`.${name}`)) && (alone || evidence.has(detector.provider) || callee.toLowerCase().includes(detector.provider)),
  );
  const first = fitting[0];
  if (!first) return null;
  return submit(
    fitting.map(({ detector }) => detector),
    true,
    at,
    open,
    code,
    vocabulary,
    first.model,
  );
}

function submit(
  detectors: readonly Detector[],
  sure: boolean,
  at: number,
  open: number,
  code: Code,
  vocabulary: Vocabulary,
  model: number | string,
  url?: ModelSource | null,
): Submit {
  const { tokens } = code;
  const close = tokens[open]?.pair ?? -1;
  const pairs = pairsOf(open + 1, close > 0 ? close - 1 : open, code);
  const line = tokens[at]?.line ?? 1;
  return { detectors, sure, at, line, pairs, model: url ?? sourceOf(open, pairs, code, vocabulary, model, detectors) };
}

function sourceOf(
  open: number,
  pairs: readonly Pair[],
  code: Code,
  vocabulary: Vocabulary,
  model: number | string,
  detectors: readonly Detector[],
): ModelSource {
  const list = argumentsOf(code.tokens, open);
  const numbered = typeof model === "number" ? list[model] : undefined;
  if (numbered) return modelSource(numbered[0], numbered[1], code, vocabulary);
  const names = [...(typeof model === "string" ? [model] : []), ...detectors.flatMap((one) => one.arguments.model ?? [])];
  const pair = modelPair(pairs, names);
  if (pair) return modelSource(pair.first, pair.last, code, vocabulary);
  // No key says it: an id among the arguments does.
  const ids = list.flatMap(([first, last]) => (first === last ? modelSource(first, last, code, vocabulary).ids : []));
  return { ids, dynamic: ids.length > 0 ? null : "the caller" };
}

const READS =
  /(^|\.)(get|GET|head|delete|Get|GetAsync|print|log|info|debug|warn|error|append|push|join|includes|startsWith|replace|match|test|route|path|url_path)$/;
const BUILDS = /(^|\.)(urljoin|URL|format|concat|f|Uri|parse|String|str|join|trim|rstrip|rtrim|strip|replace|getenv|env|get|url)$/;
const SENDS =
  /(^|\.)(post|POST|fetch|request|axios|got|ky|PostAsync|SendAsync|PostAsJsonAsync|ofetch|\$fetch|urlopen|Request|post_json|postForObject|postForEntity|send|put|NewRequest|NewRequestWithContext|Post|call|invoke|uploadString|fetchWithRetry|fetchWithTimeout|curl_init|exchange)$/;

/** Calls that post to a URL or a path that has a provider's shape: the string stands in them, or a name it is given to does. */
function posted(at: number, code: Code, vocabulary: Vocabulary, evidence: Evidence): Submit[] {
  const { tokens } = code;
  const token = tokens[at] as Token;
  if (token.text.length > 400 || !/[/:]/.test(token.text) || /\s/.test(token.text.trim())) return [];
  const url = expanded(token.text, at, code);
  const shapes = vocabulary.paths.filter((shape) => shape.pattern.test(url) && isOf(url, shape, evidence));
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
  const model = urlModel(url, at, chosen, code, vocabulary);
  return placesThatSend(at, code).map(({ name, open }) => submit(detectors, sure, name, open, code, vocabulary, "model", model));
}

/** A path of so many characters is nobody's by chance: `/openai/v1/video/generations/jobs`. */
const PLAIN = 20;

/** A short path says nothing by itself: `/videos` is many a product's own. */
function isOf(url: string, { detector, fixed }: PathShape, evidence: Evidence): boolean {
  if (hasHost(url, detector)) return true;
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

function urlModel(url: string, at: number, shapes: readonly PathShape[], code: Code, vocabulary: Vocabulary): ModelSource | null {
  if (idOfUrl(url, vocabulary)) return { ids: [at], dynamic: null };
  const model = shapes.map(({ pattern }) => pattern.exec(url)?.groups?.["model"]).find((text) => text !== undefined);
  if (model === undefined) return null;
  const name = /([A-Za-z_$][\w$]*)\W*$/.exec(model)?.[1];
  return name === undefined ? { ids: [], dynamic: "the URL" } : modelOfName(name, [at, at], code, vocabulary);
}

function placesThatSend(at: number, code: Code): { name: number; open: number }[] {
  const { tokens } = code;
  for (const up of bracketsOf(tokens, at)) {
    if (tokens[up]?.text !== "(") continue;
    const callee = calleeOf(tokens, up);
    if (callee === "" || BUILDS.test(callee)) {
      if (/(^|\.)(get|GET)$/.test(callee) && keyOf(tokens, up) < 0) return [];
      continue;
    }
    if (READS.test(callee)) return [];
    if (isDefined(nameOf(up, tokens), tokens)) return [];
    return isRead(up, code) ? [] : [{ name: nameOf(up, tokens), open: up }];
  }
  const key = keyOf(tokens, at);
  const name = key >= 0 ? (tokens[key]?.text ?? "") : "";
  // A shell's `curl -X POST https://…` and an n8n node have no parentheses: the URL itself is the place.
  if (name === "" || !/^[A-Za-z_$]/.test(name)) return name === "" && isCommand(at, tokens) ? [{ name: at, open: at }] : [];
  if (/^(url|uri|endpoint)$/i.test(name) && tokens[key]?.kind === "string" && hasMethod(at, code, "POST"))
    return [{ name: key, open: (tokens[at] as Token).up }];
  return sendersOf(name, key, code);
}

function sendersOf(name: string, from: number, code: Code): { name: number; open: number }[] {
  const { tokens } = code;
  const found: { name: number; open: number }[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (at === from || (token.text !== name && !(token.kind === "string" && isTemplateOf(token.text, name)))) continue;
    if (tokens[at + 1]?.text === ":" && token.kind === "word" && tokens[at - 1]?.text === "{") continue;
    for (const up of bracketsOf(tokens, at)) {
      if (tokens[up]?.text !== "(") continue;
      const callee = calleeOf(tokens, up);
      if (SENDS.test(callee) && !isRead(up, code)) found.push({ name: nameOf(up, tokens), open: up });
      break;
    }
  }
  return found;
}

/** `${URL}` or `{self.url}?x=1` as a whole, with nothing but a query after it. */
function isTemplateOf(text: string, name: string): boolean {
  const match = /^\$?\{+\$?(?:this\.|self\.|\$this->)?([\w$]+)\}+(\?.*)?$/.exec(text);
  return match?.[1] === name.replace(/^\$/, "");
}

/** The word that names a call. */
function nameOf(open: number, tokens: readonly Token[]): number {
  let at = open - 1;
  if (tokens[at]?.text === ">") while (at > 0 && open - at < 30 && tokens[at]?.text !== "<") at--;
  if (tokens[at]?.text === "<") at--;
  return Math.max(at, 0);
}

/** A call that asks and does not submit: its method is GET, or it is `fetch` with a URL alone. */
function isRead(open: number, code: Code): boolean {
  const { tokens } = code;
  const close = tokens[open]?.pair ?? -1;
  for (let at = open + 1; at < close && at < open + 200; at++)
    if (/^(GET|get|HEAD|DELETE)$/.test(tokens[at]?.text ?? "") && tokens[at]?.kind === "string") return true;
  if (/(^|\.)(fetch|\$fetch|ofetch|urlopen)$/.test(calleeOf(tokens, open))) {
    const list = argumentsOf(tokens, open);
    if (list.length < 2) return true;
    const options = list[1] as [number, number];
    if (tokens[options[0]]?.text === "{") {
      const text = tokens.slice(options[0], options[1] + 1);
      return !text.some(({ text: word }) => /^(POST|PUT|post)$/.test(word)) && !text.some(({ text: word }) => word === "body" || word === "...");
    }
  }
  return false;
}

function isCommand(at: number, tokens: readonly Token[]): boolean {
  const { line } = tokens[at] as Token;
  for (let index = at - 1; index >= 0 && at - index < 40; index--) {
    const token = tokens[index] as Token;
    if (token.text === "curl" && line - token.line < 6) return true;
  }
  return false;
}

function hasMethod(at: number, { tokens }: Code, method: string): boolean {
  const { up } = tokens[at] as Token;
  const end = up >= 0 ? (tokens[up]?.pair ?? -1) : segmentEnd(tokens, at);
  for (let index = Math.max(up, at - 60); index < Math.min(end, at + 120); index++) if (tokens[index]?.text.toUpperCase() === method) return true;
  return false;
}
