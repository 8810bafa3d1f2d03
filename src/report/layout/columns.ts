import { pad, widthOf, wrap } from "./wrap.ts";

/**
 * A column of a terminal table. `drop`: the order in which columns are dropped if there is no room; without it, the column stays. `whole`:
 * people copy its cells, so they are broken only as a last resort.
 */
export type Column = { title: string; align?: "left" | "right"; drop?: number; whole?: true; paint?: (cell: string, row: number) => string };

const GAP = "  ";
/** A column shrinks to `READABLE` characters before another column is dropped, and to `LEAST` if none can be dropped. */
const READABLE = 24;
const LEAST = 8;

/**
 * A table for a terminal, at most `width` characters wide: titles, a rule, rows. If it does not fit, the widest left-aligned column
 * shrinks and its cells wrap. If that would make it unreadable, columns are dropped.
 */
export function columns(all: readonly Column[], rows: readonly (readonly string[])[], width: number, dim: (text: string) => string = (text) => text): string[] {
  const chosen = fitting(all, rows, width);
  const line = (cells: readonly string[], row: number): string[] => {
    const wrapped = chosen.map(({ index, size }) => wrap(cells[index] ?? "", size));
    const height = Math.max(...wrapped.map((cell) => cell.length));
    return Array.from({ length: height }, (_, at) =>
      chosen
        .map(({ size, column }, position) => {
          const last = position === chosen.length - 1 && column.align !== "right";
          const text = wrapped[position]?.[at] ?? "";
          const padded = last ? text : pad(text, size, column.align);
          return row >= 0 && column.paint && text !== "" ? column.paint(padded, row) : padded;
        })
        .join(GAP)
        .trimEnd(),
    );
  };
  const titles = line(
    all.map(({ title }) => title),
    -1,
  );
  const rule = chosen.map(({ size }) => "─".repeat(size)).join(GAP);
  return [...titles.map(dim), dim(rule), ...rows.flatMap(line)];
}

type Chosen = { index: number; size: number; column: Column };

function fitting(all: readonly Column[], rows: readonly (readonly string[])[], width: number): Chosen[] {
  let chosen: Chosen[] = all.map((column, index) => ({
    index,
    column,
    size: Math.max(widthOf(column.title), ...rows.map((row) => widthOf(row[index] ?? ""))),
  }));
  const total = (): number => chosen.reduce((sum, { size }) => sum + size + GAP.length, -GAP.length);
  while (total() > width) {
    const squeezable = chosen.filter(({ column, size }) => column.align !== "right" && size > LEAST);
    const widestOf = (some: readonly Chosen[]): Chosen | undefined => [...some].sort((a, b) => b.size - a.size)[0];
    const next = chosen.filter(({ column }) => column.drop !== undefined).sort((a, b) => (a.column.drop ?? 0) - (b.column.drop ?? 0))[0];
    // A `whole` column, such as an id, shrinks only if no column can be dropped.
    const widest = widestOf(squeezable.filter(({ column }) => !column.whole)) ?? (next ? undefined : widestOf(squeezable));
    const room = (widest?.size ?? 0) - (total() - width);
    if (widest && (!next || room >= READABLE)) widest.size = Math.max(LEAST, room);
    else if (next) chosen = chosen.filter((one) => one !== next);
    else break;
  }
  return chosen;
}
