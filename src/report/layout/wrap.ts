const ASCII = /^[\x20-\x7e]*$/;

/**
 * The width of a text in terminal columns. The text must not contain controls or colors. A library would take a tenth of a run's time,
 * although names are nearly always ASCII; the tests compare this function with one.
 */
export function widthOf(text: string): number {
  if (ASCII.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += columnsOf(character);
  return width;
}

/** East Asian characters, their full-width forms and emoji are two columns wide in a terminal, and combining marks have no width. */
function columnsOf(character: string): number {
  // The patterns are large, so they are created where they are needed: most texts are ASCII.
  if (/\p{M}/u.test(character)) return 0;
  const wide = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\u3000-\u303f\u30fc\uff01-\uff60\uffe0-\uffe6]/u;
  return wide.test(character) ? 2 : 1;
}

/** Wraps a text to lines of at most `width` columns. It breaks at spaces, and inside a word only if the word alone is too long. */
export function wrap(text: string, width: number, indent = ""): string[] {
  const lines: string[] = [];
  let line = "";
  const room = (): number => width - (lines.length === 0 ? 0 : indent.length);
  const flush = (): void => {
    lines.push((lines.length === 0 ? "" : indent) + line.trimEnd());
    line = "";
  };
  for (const word of text.split(/(?<= )(?!%)/)) {
    if (line !== "" && widthOf(line) + widthOf(word.trimEnd()) > room()) flush();
    let rest = word;
    while (widthOf(rest.trimEnd()) > room()) {
      const head = fitting(rest, room());
      line = head;
      flush();
      rest = rest.slice(head.length);
    }
    line += rest;
  }
  if (line.trim() !== "" || lines.length === 0) flush();
  return lines;
}

/** The longest start of a text that fits, but at least one character, so that wrapping always makes progress. */
function fitting(text: string, width: number): string {
  let fits = "";
  let used = 0;
  for (const character of text) {
    used += widthOf(character);
    if (used > width && fits !== "") break;
    fits += character;
  }
  return fits;
}

/** Pads a text with spaces to a width in columns. */
export function pad(text: string, width: number, align: "left" | "right" = "left"): string {
  const space = " ".repeat(Math.max(0, width - widthOf(text)));
  return align === "right" ? space + text : text + space;
}
