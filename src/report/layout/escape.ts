/** More of a name or a value than this is cut: no sentence needs it, and a hostile one could fill a report. */
const CAP = 120;

/**
 * What cannot be seen, or changes how its neighbours are seen: controls, line separators, bidirectional
 * and zero-width marks, tag characters, lone surrogates, and letters that have no shape (Hangul fillers, the empty Braille cell).
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]/gu;

/** What a reader of text might act on: a comment marker, a workflow command in both of its forms, and a code fence. */
const SIGNS = /<!--|-->|--!>|::|##\[|```/g;

/**
 * A text of a manifest, a price file or a path, safe to print in a terminal, a log and a JSON message:
 * one line, nothing invisible, nothing that a runner takes for a command, at most `cap` characters.
 */
export function inert(text: string, cap: number = CAP): string {
  const shown = [...text.slice(0, 2 * cap + 2)];
  const cut = shown.length > cap || text.length > 2 * cap + 2;
  return (cut ? `${shown.slice(0, cap - 1).join("")}…` : text).replace(UNSEEN, written).replace(SIGNS, apart);
}

/** A text of several lines for a terminal: nothing in it that a terminal obeys or does not show, whatever names it has. */
export function printable(text: string): string {
  return text.replace(UNSEEN, (character) => (character === "\n" ? character : written(character)));
}

function written(character: string): string {
  if (character === "\n") return "\\n";
  if (character === "\t") return "\\t";
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** Every other character moved away by a space: `: :` reads as what it was and is none of it. */
function apart(sign: string): string {
  return sign === "```" ? "ˋˋˋ" : [...sign].join(" ");
}

/**
 * The same as a Markdown code span. In one, nothing is Markdown, HTML, a link, a mention or an issue
 * number, to a Markdown parser and to GitHub's own filters; a backtick inside becomes its look-alike.
 * A table cell also needs its pipes escaped: `table.ts` does that for whole cells.
 */
export function code(text: string, cap: number = CAP): string {
  const shown = inert(text, cap).replaceAll("`", "ˋ");
  return shown.trim() === "" ? "`(empty)`" : `\`${shown}\``;
}

/** What starts Markdown, HTML or a link inside a line, and what stands for it. */
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
 * A text of several words (a note, a reason) as part of a sentence of ours, in Markdown and elsewhere:
 * readable, and inert as `code` is. Never at the start of a line, where `1.` and `-` mean something.
 */
export function prose(text: string, cap: number = 300): string {
  return inert(text, cap)
    .replace(/:\/\/|[`*[\]<>|~\\&@#]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, (mark) => MARKS[mark] ?? mark)
    .replace(/\bwww\./gi, "www .")
    .replace(/\bGH-(?=\d)/gi, "GH ");
}
