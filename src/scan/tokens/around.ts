import { type Token, tokenAt } from "./tokenize.ts";

/** Functions that find out what surrounds a token. Each looks at a bounded number of tokens. */

const FAR = 60;
/** The most tokens of one segment; a closed bracket counts as one. */
const FARTHEST = 2000;

/** The dotted name before an opening parenthesis: `client.videos.create`; "" if there is none. Type arguments between them are skipped. */
export function calleeOf(tokens: readonly Token[], open: number): string {
  let at = open - 1;
  if (tokens[at]?.text === ">") {
    let depth = 1;
    for (at--; at >= 0 && depth > 0 && open - at < FAR; at--) depth += tokens[at]?.text === ">" ? 1 : tokens[at]?.text === "<" ? -1 : 0;
  }
  if (tokens[at]?.text === "!" || tokens[at]?.text === "?.") at--;
  const parts: string[] = [];
  while (at >= 0 && open - at < FAR) {
    const token = tokens[at];
    if (token?.kind !== "word") break;
    parts.unshift(token.text);
    const link = tokens[at - 1]?.text;
    if (link !== "." && link !== "->" && link !== "?." && link !== "::") break;
    at -= 2;
    // In a chain, the earlier call becomes `()`: `a.b(x).post(` is `a.b.().post`.
    const closed = tokens[at];
    if (closed && (closed.text === ")" || closed.text === "]") && closed.pair >= 0) {
      parts.unshift("()");
      at = closed.pair - 1;
    }
  }
  return parts.join(".");
}

/** The first token of the segment that contains a token. A segment lies between two commas, or is a statement. */
export function segmentStart(tokens: readonly Token[], at: number): number {
  const { up } = tokenAt(tokens, at);
  let start = at;
  while (start - 1 > up && at - start < FAR) {
    let before = start - 1;
    const token = tokenAt(tokens, before);
    // A closed bracket is skipped as a whole.
    if (token.pair >= 0 && token.pair < before) before = token.pair;
    else if (token.text === ">") before = typeStart(tokens, before);
    else if (token.text === "," || token.text === ";") break;
    if (tokens[before]?.up !== up) break;
    if (isLineEnd(tokens, start - 1, start, up)) break;
    start = before;
  }
  return start;
}

/** The token at which the type arguments begin that end here, as in `Record<string, number>`; `at` itself for a comparison. */
function typeStart(tokens: readonly Token[], at: number): number {
  const { up } = tokenAt(tokens, at);
  let depth = 0;
  for (let index = at; index > up && at - index < FAR; index--) {
    const { text, pair } = tokenAt(tokens, index);
    if (pair >= 0 && pair < index) index = pair;
    else if (text === ">") depth++;
    else if (text === "<" && --depth === 0) return tokens[index - 1]?.kind === "word" ? index : at;
    else if (text === ";" || text === "=") return at;
  }
  return at;
}

/** A statement continues on the next line if a line ends with one of `ENDS`, or if the next begins with one of `STARTS`. */
const ENDS = new Set(["=", "(", ",", "+", "||", "??", "?", "&&", "|", "=>", "->", ".", "or", "and", "return", "?.", "::", "==", "===", ":=", "&", "{", "["]);
const STARTS = new Set(["=", "+", "||", "??", "?", ":", "&&", "|", "=>", "->", ".", "or", "and", "?.", "::", "==", "===", "&", ")", "]", "}"]);

function isLineEnd(tokens: readonly Token[], before: number, after: number, up: number): boolean {
  const opening = tokens[up]?.text;
  if (opening === "(" || opening === "[") return false;
  const [first, second] = [tokenAt(tokens, before), tokenAt(tokens, after)];
  // A statement continues after `key:`, but not after `else:` outside of all brackets.
  const goesOn = ENDS.has(first.text) || (first.text === ":" && up >= 0);
  return first.line !== second.line && !goesOn && !STARTS.has(second.text);
}

/** The last token of the segment that contains a token. */
export function segmentEnd(tokens: readonly Token[], at: number): number {
  const { up } = tokenAt(tokens, at);
  const closing = tokens[up]?.pair ?? -1;
  const last = closing > 0 ? closing : tokens.length;
  let end = Math.max(at, tokenAt(tokens, at).pair);
  for (let next = end + 1, count = 0; next < last && count < FARTHEST; next++, count++) {
    const token = tokenAt(tokens, next);
    if (token.text === "," || token.text === ";") break;
    if (token.up === up && isLineEnd(tokens, end, next, up)) break;
    end = next;
    if (token.pair > next) {
      next = token.pair;
      end = next;
    }
  }
  return end;
}

/** The token of the key, named argument or variable that a value is assigned to, or -1: `model` for `model: str = "x"`. */
export function keyOf(tokens: readonly Token[], at: number): number {
  const start = segmentStart(tokens, at);
  const { up } = tokenAt(tokens, at);
  let sign = -1;
  for (let index = start + 1; index < at; index++) {
    const token = tokenAt(tokens, index);
    if (token.pair > index) {
      index = token.pair;
      continue;
    }
    if (token.up === up && [":", "=", "=>", ":=", "||=", "??="].includes(token.text)) {
      if (token.text === ":" && sign >= 0) continue;
      if (token.text === ":" && tokens.slice(start, index).some(({ text }) => text === "?")) continue;
      sign = sign >= 0 && token.text === "=" ? sign : index;
      if (token.text === "=>") sign = index;
    }
  }
  if (sign < 0) return -1;
  let key = sign - 1;
  if (tokens[key]?.text === "?" || tokens[key]?.text === "!") key--;
  // `headers["model"] = x`
  if (tokens[key]?.text === "]" && (tokens[key]?.pair ?? -1) >= 0) return key - 1;
  const token = tokens[key];
  return token && (token.kind === "word" || token.kind === "string") && key >= start ? key : -1;
}

/** The opening brackets around a token, from the innermost outwards. */
export function* bracketsOf(tokens: readonly Token[], at: number): Generator<number> {
  let count = 0;
  for (let up = tokenAt(tokens, at).up; up >= 0 && count < FAR; up = tokenAt(tokens, up).up, count++) yield up;
}
