/** The most characters of a name or a value. Longer ones are cut, because a hostile one could fill a report. */
const CAP = 120;

/**
 * Characters that are invisible or change how their neighbors look: controls, line separators, bidirectional and zero-width marks, tag
 * characters, lone surrogates, and letters without a shape (Hangul fillers, the empty Braille cell).
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]/gu;

/** Most texts are ASCII, in which nothing is invisible. */
const VISIBLE = /^[\x20-\x7e]*$/;

/** Marks that a program reading the text might act on: HTML comments, both forms of workflow commands, code fences. */
const SIGNS = /<!--|-->|--!>|::|##\[|```/g;

/**
 * Makes a text from a manifest, a price file or a path safe to print in a terminal, a log or a JSON message. The result is one line
 * without invisible characters and without anything that a runner takes for a command. A text of more than `cap` characters is cut.
 */
export function inert(text: string, cap: number = CAP): string {
  const shown = [...text.slice(0, 2 * cap + 2)];
  const cut = shown.length > cap || text.length > 2 * cap + 2;
  const short = cut ? `${shown.slice(0, cap - 1).join("")}…` : text;
  return (VISIBLE.test(short) ? short : short.replace(UNSEEN, written)).replace(SIGNS, apart);
}

/** Makes a text of several lines safe for a terminal: invisible and control characters become visible escapes. */
export function printable(text: string): string {
  return text.replace(UNSEEN, (character) => (character === "\n" ? character : written(character)));
}

function written(character: string): string {
  if (character === "\n") return "\\n";
  if (character === "\t") return "\\t";
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** Breaks a mark by spaces, so that it stays readable but has no effect: `::` becomes `: :`. */
function apart(sign: string): string {
  return sign === "```" ? "ˋˋˋ" : [...sign].join(" ");
}

/**
 * A safe text as a Markdown code span. Inside one, Markdown parsers and GitHub's filters see no Markdown, HTML, link, mention or issue
 * number. A backtick inside becomes a look-alike. A table cell also needs its pipes escaped, which `table.ts` does for whole cells.
 */
export function code(text: string, cap: number = CAP): string {
  const shown = inert(text, cap).replaceAll("`", "ˋ");
  return shown.trim() === "" ? "`(empty)`" : `\`${shown}\``;
}

/** Characters that start Markdown, HTML or a link inside a line, with their replacements. */
const MARKS: Readonly<Record<string, string>> = {
  "`": "'",
  "*": "∗",
  "[": "(",
  "]": ")",
  "<": "‹",
  ">": "›",
  "|": "¦",
  "~": "∼",
  "\\": "∖",
  "&": "＆",
  "@": "＠",
  "#": "＃",
  "://": ": //",
  _: "ˍ",
};

/**
 * A text of several words (a note, a reason) as part of a sentence, in Markdown and elsewhere: readable, and as safe as `code`. It must
 * not be at the start of a line, where `1.` and `-` have a meaning.
 */
export function prose(text: string, cap: number = 300): string {
  return inert(text, cap)
    .replace(/:\/\/|[`*[\]<>|~\\&@#]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, (mark) => MARKS[mark] ?? mark)
    .replace(/\bwww\./gi, "www .")
    .replace(/\bGH-(?=\d)/gi, "GH ");
}
