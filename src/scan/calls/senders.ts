import { bracketsOf, calleeOf, keyOf, segmentEnd } from "../tokens/around.ts";
import { type Token, tokenAt } from "../tokens/tokenize.ts";
import { argumentsOf, type Code, spend } from "./code.ts";

const READS =
  /(^|\.)(get|GET|head|delete|Get|GetAsync|print|log|info|debug|warn|error|append|push|join|includes|startsWith|replace|match|test|route|path|url_path)$/;
const BUILDS = /(^|\.)(urljoin|URL|format|concat|f|Uri|parse|String|str|join|trim|rstrip|rtrim|strip|replace|getenv|env|get|url)$/;
const SENDS =
  /(^|\.)(post|POST|fetch|request|axios|got|ky|PostAsync|SendAsync|PostAsJsonAsync|ofetch|\$fetch|urlopen|Request|post_json|postForObject|postForEntity|send|put|NewRequest|NewRequestWithContext|Post|call|invoke|uploadString|fetchWithRetry|fetchWithTimeout|curl_init|exchange)$/;

/** Whether a word is the name in a definition, not in a call. */
export function isDefined(at: number, tokens: readonly Token[]): boolean {
  return /^(def|function|func|fn|fun|class|interface|async)$/.test(tokens[at - 1]?.text ?? "");
}

/** The calls that send a request to the URL at a token. `name` is the token that names the call, `open` its opening parenthesis. */
export function placesThatSend(at: number, code: Code): { name: number; open: number }[] {
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
  // `curl -X POST https://…` and an n8n node have no parentheses, so the URL itself is the place.
  if (name === "" || !/^[A-Za-z_$]/.test(name)) return name === "" && isCommand(at, tokens) ? [{ name: at, open: at }] : [];
  if (/^(url|uri|endpoint)$/i.test(name) && tokens[key]?.kind === "string" && hasMethod(at, code, "POST")) return [{ name: key, open: tokenAt(tokens, at).up }];
  return sendersOf(name, key, code);
}

/** Calls that send the value of a name. @param from the token of its assignment, which is not a call */
export function sendersOf(name: string, from: number, code: Code): { name: number; open: number }[] {
  const { tokens } = code;
  const found: { name: number; open: number }[] = [];
  const places = new Set([...code.placesOf(name), ...code.placesOf(`{${name.replace(/^\$/, "")}}`)]);
  for (const at of [...places].sort((first, second) => first - second)) {
    if (!spend(code, 20)) break;
    const token = tokenAt(tokens, at);
    if (at === from) continue;
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

/** Whether a parenthesis opens the arguments of a call that sends something. */
export function isSending(open: number, tokens: readonly Token[]): boolean {
  return SENDS.test(calleeOf(tokens, open));
}

/** The token of the word that names a call. */
function nameOf(open: number, tokens: readonly Token[]): number {
  let at = open - 1;
  if (tokens[at]?.text === ">") while (at > 0 && open - at < 30 && tokens[at]?.text !== "<") at--;
  if (tokens[at]?.text === "<") at--;
  return Math.max(at, 0);
}

/** Whether a call only reads: its method is GET, HEAD or DELETE, or it is `fetch` with nothing but a URL. */
function isRead(open: number, code: Code): boolean {
  const { tokens } = code;
  const close = tokens[open]?.pair ?? -1;
  for (let at = open + 1; at < close && at < open + 200; at++)
    if (/^(GET|get|HEAD|DELETE)$/.test(tokens[at]?.text ?? "") && tokens[at]?.kind === "string") return true;
  if (/(^|\.)(fetch|\$fetch|ofetch|urlopen)$/.test(calleeOf(tokens, open))) {
    const list = argumentsOf(code, open);
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
  const { line } = tokenAt(tokens, at);
  for (let index = at - 1; index >= 0 && at - index < 40; index--) {
    const token = tokenAt(tokens, index);
    if (token.text === "curl" && line - token.line < 6) return true;
  }
  return false;
}

function hasMethod(at: number, { tokens }: Code, method: string): boolean {
  const { up } = tokenAt(tokens, at);
  const end = up >= 0 ? (tokens[up]?.pair ?? -1) : segmentEnd(tokens, at);
  for (let index = Math.max(up, at - 60); index < Math.min(end, at + 120); index++) if (tokens[index]?.text.toUpperCase() === method) return true;
  return false;
}
