import type { Detector } from "../detect/detector.ts";
import type { Vocabulary } from "../detect/vocabulary.ts";
import { bracketsOf, calleeOf, keyOf } from "../tokens/around.ts";
import { type Token, tokenAt } from "../tokens/tokenize.ts";
import { argumentsOf, type Code, constantText, expanded } from "./code.ts";
import { isSending, sendersOf } from "./senders.ts";

/** Whether a URL contains a host that no detector has. A host in a variable does not count, and neither does `localhost`. */
export function isUnknownHost(url: string, { detectors }: Vocabulary): boolean {
  const host = /^https?:\/\/([A-Za-z0-9.-]+\.[A-Za-z]{2,})(?=[:/?#]|$)/.exec(url)?.[1];
  return host !== undefined && ![...detectors.values()].some(({ hosts }) => hosts.some((own) => host.includes(own.split("/")[0] ?? own)));
}

/** Functions that turn an object into text. */
const WRITES = /(^|\.)(stringify|dumps|encode|json|json_encode|Marshal|dict|to_json|toJson|StringContent|Blob|FormData)$/;

/** Whether an id is sent to an unknown host: by the call that contains it, or by one that sends the object that contains it. */
export function isSentToUnknownHost(at: number, code: Code, vocabulary: Vocabulary): boolean {
  const { tokens } = code;
  const own = tokenAt(tokens, at).text;
  if (/^https?:/.test(own)) return isUnknownHost(own, vocabulary);
  let outermost = at;
  for (const up of bracketsOf(tokens, at)) {
    if (tokens[up]?.text === "(" && isSending(up, tokens)) return isUnknownHost(urlOf(up, code), vocabulary);
    if (tokens[up]?.text === "(" && !WRITES.test(calleeOf(tokens, up))) break;
    if (isStatement(up, tokens)) break;
    outermost = up;
  }
  const key = outermost === at ? -1 : keyOf(tokens, outermost);
  const senders = key < 0 ? [] : sendersOf(tokens[key]?.text ?? "", key, code);
  return senders.length > 0 && senders.every(({ open }) => isUnknownHost(urlOf(open, code), vocabulary));
}

/** Whether a brace opens a function or a block, which is not part of a value. */
function isStatement(up: number, tokens: readonly Token[]): boolean {
  return tokens[up]?.text === "{" && /^(\)|=>|else|try|do)$/.test(tokens[up - 1]?.text ?? "");
}

/** The URL among the first two arguments of a call, including one under `url`; "" if the file does not have it. */
function urlOf(open: number, code: Code): string {
  const { tokens } = code;
  for (const [first, last] of argumentsOf(code, open).slice(0, 2)) {
    for (let at = first; at <= last && at < first + 40; at++) {
      const { kind, text } = tokenAt(tokens, at);
      if (kind === "number" || kind === "punct") continue;
      const url = kind === "string" ? expanded(text, at, code) : at === first ? (constantText(nearestValue(text, at, code), code) ?? "") : "";
      if (/^https?:/.test(url)) return url;
    }
  }
  return "";
}

function nearestValue(name: string, at: number, { given }: Code): number {
  const places = given.get(name) ?? [];
  return places.findLast((place) => place < at) ?? places[0] ?? -1;
}

const BASE = /^(base_?url|base_?uri|api_?base|server_?url|endpoint)$/i;

/** Whether a file configures a provider's library with an unknown host: `OpenAI(base_url="https://gateway.example/v1")`. */
export function isSetUpElsewhere(detectors: readonly Detector[], code: Code, vocabulary: Vocabulary): boolean {
  for (const [name, places] of code.given) {
    if (!BASE.test(name)) continue;
    for (const place of places) {
      if (!isUnknownHost(constantText(place, code) ?? "", vocabulary)) continue;
      for (const up of bracketsOf(code.tokens, place))
        if (code.tokens[up]?.text === "(" && detectors.some((detector) => isLibrary(calleeOf(code.tokens, up), detector))) return true;
    }
  }
  return false;
}

/** Whether the name of a call contains a provider or one of its libraries: `AsyncOpenAI`, `genai.Client`. */
function isLibrary(callee: string, { provider, packages }: Detector): boolean {
  const names = [provider, ...Object.values(packages).flat()].map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ""));
  const parts = callee.toLowerCase().split(/[^a-z0-9]+/);
  return parts.some((part) => part.length >= 4 && part !== "client" && names.some((name) => name.includes(part) || (name.length >= 4 && part.includes(name))));
}
