/** Thrown where a text has something that the YAML library is to read. */
export const DECLINED = new Error("not plain");

/** What a plain value may not begin with: signs that mean something in YAML, or that it keeps for itself. */
const RESERVED = new Set("&*!|>%@`?#,[]{}:".split(""));

/** Numbers, as the core schema of YAML 1.2 tells them. */
const INTEGER = /^[-+]?[0-9]+$/;
const FRACTION = /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/;
const EXPONENT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/;

/** Other notations of numbers, which are rare: octal, hexadecimal, infinite. */
const RARE = /^(?:0[ox]|[-+]?\.(?:inf|nan)$)/i;

const WORDS: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ...["true", "True", "TRUE"].map((word) => [word, true] as const),
  ...["false", "False", "FALSE"].map((word) => [word, false] as const),
  ...["null", "Null", "NULL", "~"].map((word) => [word, null] as const),
]);

/**
 * A value of one word or line: `8s`, `"16:9"`, `0.05`.
 * @param isInFlow whether it stands in braces, where commas and braces end it
 */
export function scalarOf(text: string, at: number, isInFlow: boolean): { value: unknown; spot: number; end: number } {
  const first = text[at];
  if (first === '"' || first === "'") {
    const end = quotedEnd(text, at);
    if (end === -1) throw DECLINED;
    return { value: text.slice(at + 1, end - 1), spot: at, end };
  }
  if (first === undefined || RESERVED.has(first) || (first === "-" && !isWord(text[at + 1], isInFlow))) throw DECLINED;
  const end = plainEnd(text, at, isInFlow);
  return { value: resolved(text.slice(at, end)), spot: at, end };
}

/** Behind the closing quotation mark on the same line; −1 where there is none, or where something is escaped. */
export function quotedEnd(text: string, at: number): number {
  const mark = text[at] as string;
  const close = text.indexOf(mark, at + 1);
  const line = text.indexOf("\n", at);
  if (close === -1 || (line !== -1 && line < close)) return -1;
  const isEscaped = mark === '"' ? text.slice(at, close).includes("\\") : text[close + 1] === "'";
  return isEscaped ? -1 : close + 1;
}

/** Where a plain value ends: before a comment, the end of the line, or in braces before a comma or a brace; without the spaces there. */
function plainEnd(text: string, start: number, isInFlow: boolean): number {
  let end = start;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === NEWLINE) {
      if (isInFlow) throw DECLINED;
      break;
    }
    if (code === SPACE) continue;
    if (code === HASH && text.charCodeAt(at - 1) === SPACE) {
      if (isInFlow) throw DECLINED;
      break;
    }
    if (code === COLON && !isWord(text[at + 1], isInFlow)) throw DECLINED;
    if (isInFlow && (code === COMMA || code === CLOSING_BRACKET || code === CLOSING_BRACE)) break;
    if (isInFlow && (code === OPENING_BRACKET || code === OPENING_BRACE)) throw DECLINED;
    end = at + 1;
  }
  return end;
}

const [NEWLINE, SPACE, HASH, COMMA, COLON] = [10, 32, 35, 44, 58];
const [OPENING_BRACKET, CLOSING_BRACKET, OPENING_BRACE, CLOSING_BRACE] = [91, 93, 123, 125];

/** Whether a character goes on with a word. */
function isWord(next: string | undefined, isInFlow: boolean): boolean {
  return next !== undefined && next !== " " && next !== "\n" && !(isInFlow && ",[]{}".includes(next));
}

function resolved(word: string): unknown {
  const code = word.charCodeAt(0);
  // Digits, plus, minus and point.
  if ((code >= 48 && code <= 57) || code === 43 || code === 45 || code === 46) {
    if (INTEGER.test(word)) return Number.parseInt(word, 10);
    if (FRACTION.test(word) || EXPONENT.test(word)) return Number.parseFloat(word);
    if (RARE.test(word)) throw DECLINED;
    return word;
  }
  const known = WORDS.get(word);
  return known === undefined ? word : known;
}
