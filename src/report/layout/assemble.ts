import { count } from "./format.ts";

/** A part of a Markdown report that may be cut, at a row and never inside one. */
export type Section = {
  /** Lines that the rows need around them. Where not even these and one row fit, the section is left out. */
  before: readonly string[];
  rows: readonly string[];
  after: readonly string[];
  /** What a row is, to count those left out: workload, problem. */
  noun: string;
  /** How to say it in the shape of a row. */
  asRow?: (text: string) => string;
  /** The folded part that it is in; sections of one fold follow each other. Without one it is in sight. */
  fold?: Fold;
};

/** A folded part of a report. `link`: its page of the documentation, where that is published. */
export type Fold = { title: string; isOpen?: boolean; link?: string | null };

/** A report in parts; `head`, and `foot` at its end, are always kept whole. */
export type Parts = { head: readonly string[]; sections: readonly Section[]; foot: readonly string[] };

/** Room for the sentence that counts what was left out, in bytes. */
const NOTE = 240;

/**
 * Joins sections within a limit in UTF-8 bytes. The first sections have the first claim; of one that does
 * not fit, as many rows as do, and a row that counts the others and says where they are.
 * @param elsewhere who has what is left out: "the JSON report has them"
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
    const whole = frame + bytes(section.rows);
    if (whole + NOTE <= left) {
      enter(section.fold);
      lines.push("", ...section.before, ...section.rows, ...section.after);
      left -= whole;
      continue;
    }
    const kept = fitting(section.rows, left - frame - 2 * NOTE);
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

function fitting(rows: readonly string[], room: number): readonly string[] {
  let used = 0;
  const end = rows.findIndex((row) => {
    used += bytes([row]);
    return used > room;
  });
  return end === -1 ? rows : rows.slice(0, end);
}

/** Bytes of lines in UTF-8, their line ends included. */
function bytes(lines: readonly string[]): number {
  return new TextEncoder().encode(lines.join("\n")).length + (lines.length > 0 ? 1 : 0);
}
