import type { Language } from "./language.ts";

/**
 * A token. The `text` of a string is what is between its quotes, with escapes as they are written.
 * `up` is the index of the opening bracket around the token, -1 if there is none. `pair` is the index of a bracket's counterpart, -1 if there
 * is none. `quoted` tells whether quotes surround the token.
 */
export type Token = {
  kind: "word" | "string" | "number" | "punct";
  text: string;
  line: number;
  up: number;
  pair: number;
  quoted: boolean;
};
/** A token by its index. @throws RangeError if there is none: a bug of the caller */
export function tokenAt(tokens: readonly Token[], at: number): Token {
  const token = tokens[at];
  if (!token) throw new RangeError(`There is no token ${at} of ${tokens.length}.`);
  return token;
}

export type SourceComment = { text: string; line: number };
export type Tokens = { tokens: readonly Token[]; comments: readonly SourceComment[] };

const OPERATORS = ["===", "!==", "<=>", "...", "??=", "||=", "==", "!=", "<=", ">=", "=>", "->", "::", "?.", "??", "||", "&&", ":=", ":-", "+=", "**", "?:"];
const LINE_END = 10;
const MOST_OPEN = 50;
const OPEN = "([{";
const CLOSE = ")]}";

/**
 * Splits text of any language into words, strings, numbers and signs, with comments apart. It accepts any input: an unclosed string ends
 * with its line, and a bracket without a counterpart ends at the next closing one that fits. It takes one pass in linear time and never throws.
 */
export function tokenize(text: string, language: Language, firstLine = 1): Tokens {
  const tokens: Token[] = [];
  const comments: SourceComment[] = [];
  const open: number[] = [];
  let line = firstLine;
  let at = 0;
  const push = (kind: Token["kind"], written: string, quoted = false): Token => {
    const token: Token = { kind, text: written, line, up: open.at(-1) ?? -1, pair: -1, quoted };
    tokens.push(token);
    return token;
  };
  const breaks = (from: number, to: number): number => {
    let count = 0;
    for (let index = from; index < to; index++) if (text.charCodeAt(index) === LINE_END) count++;
    return count;
  };

  while (at < text.length) {
    const char = text[at] as string;
    if (char === "\n") {
      line++;
      at++;
      continue;
    }
    if (char <= " ") {
      at++;
      continue;
    }
    const comment = commentAt(text, at, language);
    if (comment) {
      comments.push({ text: text.slice(at, comment), line });
      line += breaks(at, comment);
      at = comment;
      continue;
    }
    const quote = language.quotes.find((mark) => text.startsWith(mark, at));
    if (quote) {
      const end = stringEnd(text, at + quote.length, quote, language.tall.includes(quote));
      push("string", text.slice(at + quote.length, end.stop), true);
      line += breaks(at, end.after);
      at = end.after;
      continue;
    }
    if (isWord(char)) {
      let end = at + 1;
      while (end < text.length && (isWord(text[end] as string) || (language.plain && isPlain(text, end)))) end++;
      const written = text.slice(at, end);
      if (/^[0-9]/.test(char) && !language.plain) {
        if (text[end] === "." && /[0-9]/.test(text[end + 1] ?? "")) {
          end++;
          while (end < text.length && isWord(text[end] as string)) end++;
        }
        push("number", text.slice(at, end));
      } else if (language.plain && /^[0-9.]+$/.test(written)) push("number", written);
      else push("word", written);
      at = end;
      continue;
    }
    const operator = OPERATORS.find((sign) => text.startsWith(sign, at)) ?? char;
    const closes = CLOSE.indexOf(operator);
    if (closes >= 0) {
      // With too many open brackets between, the text is broken, and they all stay open.
      let place = open.length - 1;
      while (place >= 0 && open.length - place < MOST_OPEN && tokens[open[place] as number]?.text !== OPEN[closes]) place--;
      const from = place >= 0 && open.length - place < MOST_OPEN ? (open[place] as number) : -1;
      if (from >= 0) open.length = place;
      push("punct", operator).pair = from;
      if (from >= 0) tokenAt(tokens, from).pair = tokens.length - 1;
    } else {
      push("punct", operator);
      if (OPEN.includes(operator)) open.push(tokens.length - 1);
    }
    at += operator.length;
  }
  return { tokens, comments };
}

function isWord(char: string): boolean {
  return /[A-Za-z0-9_$]/.test(char) || char > "\x7f";
}

/** Whether a character may be inside an unquoted value: `veo-3.1`, `fal-ai/veo3`, `a:b`. In `key: value`, the colon ends the word. */
function isPlain(text: string, at: number): boolean {
  const char = text[at] as string;
  if ("-./@~".includes(char)) return true;
  return char === ":" && /[A-Za-z0-9/]/.test(text[at + 1] ?? "");
}

/** @returns the end of a comment that starts here, 0 if none does */
function commentAt(text: string, at: number, { line, block, plain }: Language): number {
  for (const [opening, closing] of block) {
    if (!text.startsWith(opening, at)) continue;
    const end = text.indexOf(closing, at + opening.length);
    return end < 0 ? text.length : end + closing.length;
  }
  for (const mark of line) {
    if (!text.startsWith(mark, at)) continue;
    // In a shell, `$#` and `a#b` are not comments. In PHP, `#[` is an attribute.
    if (mark === "#" && ((plain && at > 0 && !/\s/.test(text[at - 1] as string)) || (text[at + 1] === "[" && line.length > 1))) continue;
    if (mark === "//" && text[at - 1] === ":") continue;
    const end = text.indexOf("\n", at);
    return end < 0 ? text.length : end;
  }
  return 0;
}

/** `stop`: where the text of a string ends. `after`: where the code continues. */
function stringEnd(text: string, from: number, quote: string, tall: boolean): { stop: number; after: number } {
  let at = from;
  let depth = 0;
  while (at < text.length) {
    const char = text[at];
    if (char === "\\") at += 2;
    else if (char === "\n" && !tall) return { stop: at, after: at };
    else if (quote === "`" && char === "$" && text[at + 1] === "{") {
      depth++;
      at += 2;
    } else if (depth > 0) {
      if (char === "}") depth--;
      at++;
    } else if (text.startsWith(quote, at)) return { stop: at, after: at + quote.length };
    else at++;
  }
  return { stop: text.length, after: text.length };
}
