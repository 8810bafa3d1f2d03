import type { WorkloadLine } from "../budget/judge-input.ts";
import { LEVER_KINDS, type LimitLever, type Reason } from "../budget/reason.ts";
import { workloadDelta } from "../compare/delta.ts";
import { ZERO } from "../money/decimal.ts";
import { monthlyDeliveryCost } from "../risk/delivery-cost.ts";
import { chosen, chosenBeside, moveOf } from "./chosen.ts";
import { type EditedWorkload, editedWorkloads } from "./edit.ts";
import { type Ladder, laddersOf } from "./ladders.ts";
import { type JudgedChange, type Move, type Screen, screenFor } from "./screen.ts";

/** Judges the whole change again, with workloads edited. The result is what the report would say. */
export type Rejudge = (edited: readonly EditedWorkload[]) => JudgedChange;

/** Levers are looked for in this many workloads: those that this change made more expensive, then the ones with the highest cost. */
const WORKLOADS = 5;
/** In a report with more workloads than this, only the first workload has levers, and pairs of edits are not tried. */
const MANY = 200;
/** How many workloads are judged again in all, so that a large report does not take long: with 20 workloads, 100 edits are judged. */
const JUDGED_AGAIN = 2000;
/** The least number of edits that are judged, for a report with thousands of workloads. */
const LEAST_EDITS = 3;
/** If no single edit is enough, pairs are made of this many edits: those that save most. */
const PAIRED = 12;

/**
 * Adds levers to each exceeded limit that fails the change: single edits that are enough, the least loss first. If some edits are enough
 * for all such limits, only those are given; else those for the limit itself. If no single edit is enough, the lever is the edit that
 * saves most, with a second one that is needed beside it. Each lever is judged by the whole pipeline, so that a report on the edited
 * manifest says the same.
 *
 * Levers are computed on first use, because a CSV table and a what-if page whose sliders move need none.
 */
export function withLevers<J extends JudgedChange>(judged: J, rejudge: Rejudge): J {
  const broken = judged.reasons.filter(isBroken);
  if (broken.length === 0) return judged;
  let known: Map<Reason, LimitLever[]> | undefined;
  const leversOf = (reason: Reason): LimitLever[] => {
    known ??= found(judged, broken, rejudge);
    return known.get(reason) ?? [];
  };
  return { ...judged, reasons: judged.reasons.map((reason) => (broken.includes(reason) ? { ...reason, levers: () => leversOf(reason) } : reason)) };
}

/** The levers of each exceeded limit. */
function found(judged: JudgedChange, broken: readonly Reason[], rejudge: Rejudge): Map<Reason, LimitLever[]> {
  const ladders = driversOf(judged.workloads).flatMap((line) => laddersOf(line, judged.from.book).map((ladder) => ({ ladder, line })));
  let left = Math.max(LEAST_EDITS, Math.floor(JUDGED_AGAIN / judged.workloads.length));
  const screen = screenFor(judged, broken);
  const search: Search = { judged, rejudge: (edited) => (left-- > 0 ? rejudge(edited) : null), broken, ladders, screen };
  const all = leversFor(broken, screen, search);
  const leversOf = (reason: Reason): LimitLever[] => {
    if (all.length > 0) return all;
    const own = broken.length > 1 ? leversFor([reason], screenFor(judged, [reason]), search) : [];
    if (own.length > 0) return own;
    return judged.workloads.length > MANY ? [] : largest(search);
  };
  return new Map(broken.map((reason) => [reason, leversOf(reason)]));
}

/** What the search for levers needs. `rejudge` returns null when no more edits may be judged. */
type Search = {
  judged: JudgedChange;
  rejudge: (edited: readonly EditedWorkload[]) => JudgedChange | null;
  broken: readonly Reason[];
  ladders: readonly { ladder: Ladder; line: WorkloadLine }[];
  /** The screen for all exceeded limits. */
  screen: Screen;
};

function isBroken({ code, level, limit }: Reason): boolean {
  return limit !== null && level === "fail" && (code === "budget-exceeded" || code === "increase-exceeded");
}

/** The priced workloads in which levers are looked for: by how much the change makes them more expensive, then by their monthly cost. */
function driversOf(workloads: readonly WorkloadLine[]): WorkloadLine[] {
  const weights = workloads
    .filter(({ head }) => head?.keys && head.monthly !== null)
    .map((line) => {
      const added = line.change === "same" ? ZERO : (workloadDelta(line) ?? ZERO);
      return { line, added: added.gt(0) ? added : ZERO, month: monthlyDeliveryCost(line.head) ?? ZERO };
    });
  return weights
    .sort((a, b) => b.added.cmp(a.added) || b.month.cmp(a.month))
    .slice(0, workloads.length > MANY ? 1 : WORKLOADS)
    .map(({ line }) => line);
}

/** Single edits after which these limits are no longer exceeded, and nothing fails that did not fail before. */
function leversFor(targets: readonly Reason[], screen: Screen, search: Search): LimitLever[] {
  const moves = search.ladders.flatMap(({ ladder, line }) => chosen(ladder, line, screen));
  return inOrder(moves).flatMap((move) => {
    const lever = leverOf(move, search);
    return lever && lever.holds !== "none" && targets.every((target) => !lever.failing.has(identity(target))) ? withoutFailing(lever) : [];
  });
}

/** Edits in order of loss, the least first; within one kind, in the order of the workloads. An edit that is proposed by two kinds is kept once. */
function inOrder(moves: readonly Move[]): Move[] {
  const keyOf = (move: Move): string => JSON.stringify([move.file, move.workload, move.path, move.to]);
  const sorted = [...moves].sort((a, b) => LEVER_KINDS.indexOf(a.kind) - LEVER_KINDS.indexOf(b.kind));
  const first = new Map<string, Move>();
  for (const move of sorted) if (!first.has(keyOf(move))) first.set(keyOf(move), move);
  return [...first.values()];
}

type Found = LimitLever & { failing: ReadonlySet<string> };

function withoutFailing({ failing: _, ...lever }: Found): LimitLever {
  return lever;
}

/** What the report says after an edit; null if the edit cannot be judged, or if something fails that did not fail before. */
function leverOf(move: Move, search: Search): Found | null {
  const after = judgedAfter([move], search);
  return after && { ...move, ...after, also: null };
}

function judgedAfter(moves: readonly Move[], { judged, rejudge, broken }: Search): Pick<Found, "monthly" | "total" | "verdict" | "holds" | "failing"> | null {
  const edited = editedWorkloads(judged.from.head, moves);
  const after = edited && rejudge(edited);
  const [before, total] = [judged.total.head?.expected, after?.total.head?.expected];
  if (!after || !before || !total) return null;
  const failing = new Set(after.reasons.filter(fails).map(identity));
  const known = new Set(judged.reasons.filter(fails).map(identity));
  if ([...failing].some((one) => !known.has(one))) return null;
  const left = broken.filter((reason) => failing.has(identity(reason)));
  const holds = left.length === 0 ? "all" : left.length < broken.length ? "limit" : "none";
  return { monthly: total.minus(before), total, verdict: after.verdict, holds, failing };
}

function fails({ level }: Reason): boolean {
  return level !== "pass" && level !== "warn";
}

function identity({ code, file, scope }: Pick<Reason, "code" | "file" | "scope">): string {
  return JSON.stringify([code, file, scope]);
}

/** If no single edit is enough: the edit that saves most, and a second one with which it is enough. Fewer clips are the last resort. */
function largest(search: Search): LimitLever[] {
  const { screen } = search;
  const strongest = search.ladders.flatMap(({ ladder, line }) => {
    const tried = ladder.choose === "first" ? [ladder.size - 1] : Array.from({ length: ladder.size }, (_, index) => index);
    return tried.flatMap((index) => {
      const move = moveOf(ladder, line, index);
      const month = screen.of([move]);
      const saved = month && (monthlyDeliveryCost(line.head) ?? ZERO).minus(month.month);
      return saved?.gt(0) ? [{ move, saved, line }] : [];
    });
  });
  const bySavings = strongest
    .filter(({ move }) => move.kind !== "volume")
    .sort((a, b) => b.saved.cmp(a.saved))
    .slice(0, PAIRED);
  const first = bySavings[0] ?? strongest.sort((a, b) => b.saved.cmp(a.saved))[0];
  if (!first) return [];
  const lever = leverOf(first.move, search);
  if (!lever) return [];
  const seconds = inOrder(bySavings.map(({ move }) => move)).filter((move) => !isSameKey(move, first.move));
  const volumes = search.ladders.filter(({ ladder }) => ladder.kind === "volume");
  const cuts = (): Move[] =>
    volumes.flatMap(({ ladder, line }) => (isSameKey(first.move, moveOf(ladder, line, 0)) ? [] : chosenBeside(first.move, ladder, line, screen)));
  const second =
    firstEnough(
      first.move,
      seconds.filter((move) => screen.of([first.move, move])?.over.lte(0)),
      search,
    ) ?? firstEnough(first.move, cuts(), search);
  return [{ ...withoutFailing(lever), also: second }];
}

function isSameKey(one: Move, other: Move): boolean {
  return one.file === other.file && one.workload === other.workload && one.path === other.path;
}

/** The first second edit that leaves no limit exceeded, by the whole pipeline. */
function firstEnough(first: Move, seconds: readonly Move[], search: Search): LimitLever["also"] {
  for (const second of seconds) {
    const after = judgedAfter([first, second], search);
    if (after?.holds === "all") return { ...second, total: after.total, verdict: after.verdict };
  }
  return null;
}
