import type { WorkloadLine } from "../budget/judge-input.ts";
import type { Decimal } from "../money/decimal.ts";
import type { Ladder } from "./ladders.ts";
import type { Move, Screen } from "./screen.ts";

/** How many values of a ladder are proposed if its values have no order of loss. */
const NAMED = 2;

/** The edit that sets a workload's key to the value at an index of the ladder. */
export function moveOf({ kind, path, from, at }: Ladder, { head }: WorkloadLine, index: number): Move {
  return { file: head?.file ?? "", workload: head?.name ?? "", kind, path, from, to: at(index) };
}

/** The edits of a ladder that are enough, by the screen: the first one if its values are in order of loss, else up to two. */
export function chosen(ladder: Ladder, line: WorkloadLine, screen: Screen): Move[] {
  const at = (index: number): Move => moveOf(ladder, line, index);
  if (ladder.choose !== "first") return someOf(ladder, at, screen);
  const over = (index: number): Decimal | null => (screen.mayHold(at(index)) ? (screen.of([at(index)])?.over ?? null) : null);
  const found = firstThatHolds(ladder.size, over, screen.over);
  return found === null ? [] : [at(found)];
}

/** Together with a first edit, the first value of a ladder that is enough. */
export function chosenBeside(first: Move, ladder: Ladder, line: WorkloadLine, screen: Screen): Move[] {
  const at = (index: number): Move => moveOf(ladder, line, index);
  const alone = screen.of([first]);
  const found = alone && firstThatHolds(ladder.size, (index) => screen.of([first, at(index)])?.over ?? null, alone.over);
  return found === null ? [] : [at(found)];
}

/**
 * The most expensive or the cheapest values that are enough. If the least month of every value is known from its charges alone, the
 * values are tried in that order, until enough are found. Else all are tried.
 */
function someOf({ size, choose }: Ladder, at: (index: number) => Move, screen: Screen): Move[] {
  const sign = choose === "most-expensive" ? -1 : 1;
  const all = Array.from({ length: size }, (_, index) => at(index)).filter(screen.mayHold);
  const known = all.flatMap((move) => {
    const month = screen.least(move);
    return month ? [{ move, month }] : [];
  });
  const inOrder = known.length === all.length ? known.sort((a, b) => sign * a.month.cmp(b.month)).map(({ move }) => move) : null;
  const fitting: { move: Move; month: Decimal }[] = [];
  for (const move of inOrder ?? all) {
    if (inOrder && fitting.length === NAMED) break;
    const after = screen.of([move]);
    if (after?.over.lte(0)) fitting.push({ move, month: after.month });
  }
  return fitting
    .sort((a, b) => sign * a.month.cmp(b.month))
    .slice(0, NAMED)
    .map(({ move }) => move);
}

/** Up to this many values are tried one by one. A longer ladder is searched, because each value costs no more than the one before it. */
const ONE_BY_ONE = 8;

/**
 * The index of the first value that is within the limits, null if none is. In a long ladder, the next value to try is where the straight
 * line between two tried values meets the limit, because the monthly cost is nearly proportional to the clips: of 800 values, three are
 * tried. Every third step bisects instead, so that a bad line cannot make the search slow.
 * @param over by how much the limit is exceeded with a value, 0 or less if it is not; null if the value is not accepted or surely not enough
 * @param now by how much the limit is exceeded without an edit
 */
export function firstThatHolds(size: number, over: (index: number) => Decimal | null, now: Decimal): number | null {
  const at = (index: number): number => {
    const found = over(index);
    return found === null ? Number.POSITIVE_INFINITY : found.lte(0) ? Math.min(0, found.toNumber()) : Math.max(Number.MIN_VALUE, found.toNumber());
  };
  if (size <= ONE_BY_ONE) {
    for (let index = 0; index < size; index++) if (at(index) <= 0) return index;
    return null;
  }
  let [exceeding, within] = [-1, size - 1];
  let [above, below] = [now.toNumber(), at(within)];
  if (below > 0) return null;
  for (let step = 1; within - exceeding > 1; step++) {
    const share = step % 3 === 0 || !Number.isFinite(above) ? 0.5 : above / (above - below);
    const next = Math.min(within - 1, Math.max(exceeding + 1, Math.ceil(exceeding + (within - exceeding) * share)));
    const found = at(next);
    if (found <= 0) [within, below] = [next, found];
    else [exceeding, above] = [next, found];
  }
  return within;
}
