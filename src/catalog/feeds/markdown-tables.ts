/** A table of a Markdown text: the last line of text before it, its column headings, and its cells as plain text. */
export type MarkdownTable = { before: string; head: readonly string[]; rows: readonly (readonly string[])[] };

/** All tables of a Markdown text. Quote marks (`>`) and code marks are removed. */
export function markdownTables(text: string): MarkdownTable[] {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/^(\s*>)+/, "").trim());
  const found: MarkdownTable[] = [];
  for (let at = 1; at < lines.length; at++) {
    if (!/^\|(\s*:?-+:?\s*\|)+$/.test(lines[at] ?? "") || !lines[at - 1]?.startsWith("|")) continue;
    const end = lines.findIndex((line, index) => index > at && !line.startsWith("|"));
    const before = lines.slice(0, at - 1).findLast((line) => line !== "") ?? "";
    const body = lines.slice(at + 1, end === -1 ? lines.length : end);
    found.push({ before, head: cellsOf(lines[at - 1] ?? ""), rows: body.map(cellsOf) });
  }
  return found;
}

function cellsOf(line: string): string[] {
  return line
    .replace(/^\||\|$/g, "")
    .split("|")
    .map((cell) => cell.replace(/[`*]/g, "").trim());
}
