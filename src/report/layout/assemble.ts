import { count } from "./format.ts";

/** A row, or a function that formats it. It is called only while there is room: of 500 rows in a comment of 60,000 bytes, some 300 are formatted. */
export type RowText = string | (() => string);

/** A part of a Markdown report that may be cut between rows, never inside one. */
export type Section = {
  /** Lines before and after the rows. If these and one row do not fit, the section is left out. */
  before: readonly string[];
  rows: readonly RowText[];
  after: readonly string[];
  /** What a row is, to count the rows that are left out: workload, problem. */
  noun: string;
  /** Formats the note about left-out rows as a row. */
  asRow?: (text: string) => string;
  /** The folded part that contains the section; sections of one fold must be adjacent. Without a fold, the section is visible. */
  fold?: Fold;
};

/** A folded part of a report. `link`: its page in the documentation, if that is published. */
export type Fold = { title: string; isOpen?: boolean; link?: string | null };

/** The parts of a report. `head` and `foot` are never cut. */
export type Parts = { head: readonly string[]; sections: readonly Section[]; foot: readonly string[] };

/** Bytes reserved for the sentence that counts what was left out. */
const NOTE = 240;

/**
 * Joins sections within a limit in UTF-8 bytes. Earlier sections take precedence. If a section does not fit, it is cut after the last row
 * that fits, and another row counts the others and says where they are.
 * @param elsewhere where the left-out rows are: "the JSON report has them"
 */
export function assemble({ head, sections, foot }: Parts, limit: number, elsewhere: string): string {
  const lines: string[] = [...head];
  let left = limit - bytes([...head, ...foot]);
  const omitted: string[] = [];
  let open: Fold | undefined;
  const enter = (fold: Fold | undefined): void => {
    if (fold === open) return;
    if (open) lines.push(...end(open));
    if (fold) lines.push(...start(fold));
    open = fold;
  };
  for (const section of sections) {
    const fold = section.fold ? [...start(section.fold), ...end(section.fold)] : [];
    const frame = bytes([...fold, "", ...section.before, ...section.after]);
    const fit = fitting(section.rows, left - frame - NOTE);
    if (fit.length === section.rows.length && frame + NOTE <= left) {
      enter(section.fold);
      lines.push("", ...section.before, ...fit, ...section.after);
      left -= frame + bytes(fit);
      continue;
    }
    const kept = fitting(fit, left - frame - 2 * NOTE);
    const without = count(section.rows.length - kept.length, section.noun);
    if (kept.length === 0) {
      omitted.push(without);
      continue;
    }
    const row = (section.asRow ?? ((text) => text))(`and ${without} more: ${elsewhere}`);
    enter(section.fold);
    lines.push("", ...section.before, ...kept, row, ...section.after);
    left -= frame + bytes([...kept, row]);
  }
  enter(undefined);
  if (omitted.length > 0) lines.push("", `Left out for its size: ${omitted.slice(0, 6).join(", ")}; ${elsewhere}.`);
  return `${[...lines, ...foot].join("\n")}\n`;
}

function start({ title, isOpen }: Fold): string[] {
  return ["", `<details${isOpen ? " open" : ""}><summary>${title}</summary>`];
}

function end({ link }: Fold): string[] {
  return ["", ...(link ? [`[More on this](${link})`, ""] : []), "</details>"];
}

/** The first rows that fit into this many bytes. */
function fitting(rows: readonly RowText[], room: number): string[] {
  const kept: string[] = [];
  let used = 0;
  for (const row of rows) {
    const text = rowText(row);
    used += bytes([text]);
    if (used > room) break;
    kept.push(text);
  }
  return kept;
}

export function rowText(row: RowText): string {
  return typeof row === "string" ? row : row();
}

/** The UTF-8 bytes of lines, including line ends. */
function bytes(lines: readonly string[]): number {
  return new TextEncoder().encode(lines.join("\n")).length + (lines.length > 0 ? 1 : 0);
}
