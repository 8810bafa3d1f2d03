import type { WorkloadLine } from "../budget/judge-input.ts";
import type { Decimal } from "../money/decimal.ts";
import type { Ladder } from "./ladders.ts";
import type { Move, Screen } from "./screen.ts";

/** Of values that no order of loss is known of, this many are named. */
const NAMED = 2;

export function moveOf({ kind, path, from, at }: Ladder, { head }: WorkloadLine, index: number): Move {
  return { file: head?.file ?? "", workload: head?.name ?? "", kind, path, from, to: at(index) };
}

/** The values of a ladder that are enough, by the screen: the first of those in order of loss, or some of those in none. */
export function chosen(ladder: Ladder, line: WorkloadLine, screen: Screen): Move[] {
  const at = (index: number): Move => moveOf(ladder, line, index);
  if (ladder.choose !== "first") return someOf(ladder, at, screen);
  const over = (index: number): Decimal | null => (screen.mayHold(at(index)) ? (screen.of([at(index)])?.over ?? null) : null);
  const found = firstThatHolds(ladder.size, over, screen.over);
  return found === null ? [] : [at(found)];
}

/** Beside an edit, the first value of a ladder that is enough with it. */
export function chosenBeside(first: Move, ladder: Ladder, line: WorkloadLine, screen: Screen): Move[] {
  const at = (index: number): Move => moveOf(ladder, line, index);
  const alone = screen.of([first]);
  const found = alone && firstThatHolds(ladder.size, (index) => screen.of([first, at(index)])?.over ?? null, alone.over);
  return found === null ? [] : [at(found)];
}

/** The most expensive or the cheapest values that are enough. Where what each makes of the month is known by its charges alone, they are tried in that order, and no more than are named. */
function someOf({ size, choose }: Ladder, at: (index: number) => Move, screen: Screen): Move[] {
  const sign = choose === "dearest" ? -1 : 1;
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

/** Values that are tried one by one; of more each costs no more than the one before it. */
const ONE_BY_ONE = 8;

/**
 * The first value with which the limits hold. Of many it is looked for where a straight line between two that were tried meets the limit,
 * since a month goes by its clips: of 800 values three are tried. Every third time it is the middle, whatever the line.
 * @param over by how much a limit is exceeded with a value; null if it is not accepted, or sure not to be enough
 * @param now by how much it is exceeded without any
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
  let [broken, holding] = [-1, size - 1];
  let [above, below] = [now.toNumber(), at(holding)];
  if (below > 0) return null;
  for (let step = 1; holding - broken > 1; step++) {
    const share = step % 3 === 0 || !Number.isFinite(above) ? 0.5 : above / (above - below);
    const next = Math.min(holding - 1, Math.max(broken + 1, Math.ceil(broken + (holding - broken) * share)));
    const found = at(next);
    if (found <= 0) [holding, below] = [next, found];
    else [broken, above] = [next, found];
  }
  return holding;
}
