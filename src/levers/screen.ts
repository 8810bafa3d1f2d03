import type { WorkloadLine } from "../budget/judge-input.ts";
import { setOf } from "../budget/members.ts";
import type { LeverEdit, LeverKind, Reason } from "../budget/reason.ts";
import type { Gathered } from "../gather.ts";
import { type Decimal, ZERO } from "../money/decimal.ts";
import type { Book } from "../prices/book.ts";
import { deliveryCostOf, monthlyDeliveryCost } from "../risk/delivery-cost.ts";
import type { Exposure } from "../risk/exposure.ts";
import type { FigureName, Figures } from "../risk/figures.ts";
import type { WorkloadCost } from "../risk/workload-cost.ts";
import type { Distributions } from "../stats/distributions.ts";
import { leastMonth } from "./least-month.ts";
import { costKey, pricedAgain } from "./priced-again.ts";

/** What levers are looked for in: one judgment of a change. */
export type JudgedChange = {
  verdict: Reason["level"];
  reasons: readonly Reason[];
  date: string;
  total: { head: Figures | null };
  workloads: readonly WorkloadLine[];
  from: { head: Gathered; now: Exposure; book: Book; distributions: Distributions };
};

/** An edit, and what it gives up. */
export type Move = LeverEdit & { kind: LeverKind };

/** A limit that fails, what may be held of it at most, and what is held now. `members`: the workloads that it counts, by `costKey`. */
type Target = { file: string; scope: string; figure: FigureName; most: Decimal; held: Decimal; members: ReadonlySet<string> };

/** What edits come to. `month`: what limits hold of the edited workloads, in all. `over`: by how much the worst limit is still exceeded; 0 or less where all hold. */
export type Screened = { month: Decimal; over: Decimal };

export type Screen = {
  /** What edits come to; null if a model does not accept them, or has no price for them. */
  of: (moves: readonly Move[]) => Screened | null;
  /** The least that one edit could make of its workload's month, without the model; null if nothing is known of it. */
  least: (move: Move) => Decimal | null;
  /** Whether one edit could be enough: false is sure, true is not. */
  mayHold: (move: Move) => boolean;
  /** By how much the worst limit is exceeded as it is. */
  over: Decimal;
};

/**
 * Asks of many edits whether they could be enough: only the workloads edited are priced again, with the whole model, and put into
 * the sums of the limits. What edits do to the prices of others (volume tiers) is left to the judgment of those that pass.
 */
export function screenFor({ from: { head, now, distributions }, date }: JudgedChange, broken: readonly Reason[]): Screen {
  const targets = broken.flatMap((reason) => targetOf(reason, head, now, distributions) ?? []);
  const before = new Map(now.estimates.map((one) => [costKey(one), one]));
  const known = new Map<string, ReadonlyMap<string, WorkloadCost> | null>();

  /** Edits of one workload, priced once. */
  const priced = (edits: readonly Move[]): ReadonlyMap<string, WorkloadCost> | null => {
    const key = JSON.stringify(edits.map(({ file, workload, path, to }) => [file, workload, path, to]));
    const found = known.get(key);
    if (found !== undefined) return found;
    const costs = pricedAgain(edits, { head, now, date, distributions });
    const made = costs && [...costs].every(([one, cost]) => isAlike(before.get(one), cost, edits)) ? costs : null;
    known.set(key, made);
    return made;
  };

  const of = (moves: readonly Move[]): Screened | null => {
    const costs = new Map<string, WorkloadCost>();
    for (const edits of byWorkload(moves)) {
      const made = priced(edits);
      if (!made) return null;
      for (const [key, cost] of made) costs.set(key, cost);
    }
    const month = [...costs.values()].reduce((sum: Decimal, cost) => sum.plus(monthlyDeliveryCost(cost) ?? ZERO), ZERO);
    const moved = moves.some(({ kind, path }) => movesMembership(kind, path));
    const overs = targets.map((target) => heldAfter(target, costs, moved)?.minus(target.most));
    return overs.some((one) => one === undefined) ? null : { month, over: worst(overs as Decimal[]) };
  };

  /** What a limit holds after edits. An expected month is a sum, of which only the edited workloads are other summands. */
  const heldAfter = (target: Target, costs: ReadonlyMap<string, WorkloadCost>, moved: boolean): Decimal | null => {
    if (target.figure === "expected" && (!moved || target.scope === TOTAL)) {
      const edited = [...costs].filter(([key]) => target.members.has(key));
      return edited.reduce((sum: Decimal, [key, cost]) => sum.minus(monthOf(before.get(key))).plus(monthOf(cost)), target.held);
    }
    const exposure = { ...now, estimates: now.estimates.map((one) => costs.get(costKey(one)) ?? one) };
    return heldAt(target, head, exposure, distributions)?.amount ?? null;
  };

  const least = (move: Move): Decimal | null => {
    const cost = before.get(costKey({ file: move.file, name: move.workload }));
    return cost ? leastMonth(move, cost, now) : null;
  };

  const mayHold = (move: Move): boolean => {
    if (movesMembership(move.kind, move.path) && targets.some(({ scope }) => scope !== TOTAL)) return true;
    const key = costKey({ file: move.file, name: move.workload });
    const counted = targets.filter(({ members, figure }) => figure === "expected" && members.has(key));
    const month = counted.length > 0 ? least(move) : null;
    if (!month) return true;
    const noise = month.times(ROUNDING);
    return counted.every(({ held, most }) =>
      held
        .minus(monthOf(before.get(key)))
        .plus(month)
        .minus(noise)
        .lte(most),
    );
  };

  return { of, least, mayHold, over: worst(targets.map(({ held, most }) => held.minus(most))) };
}

/** The limit that counts every workload. */
const TOTAL = "total";

/** What a share of two months may be off by. */
const ROUNDING = 1e-9;

function monthOf(cost: WorkloadCost | undefined): Decimal {
  return (cost && monthlyDeliveryCost(cost)) ?? ZERO;
}

function worst(overs: readonly Decimal[]): Decimal {
  return overs.reduce((most, one) => (one.gt(most) ? one : most), overs[0] ?? ZERO);
}

function byWorkload(moves: readonly Move[]): Move[][] {
  const found = new Map<string, Move[]>();
  for (const move of moves) {
    const key = costKey({ file: move.file, name: move.workload });
    found.set(key, [...(found.get(key) ?? []), move]);
  }
  return [...found.values()];
}

/** Scopes go by provider, model and mode, so that another of those can be of other scopes. */
function movesMembership(kind: LeverKind, path: string): boolean {
  return kind === "model" || kind === "provider" || path === "provider" || path === "model" || path === "mode";
}

/** Another model or seller makes the same clip: mode, length, resolution and sound are what they were, whoever chose them. */
function isAlike(before: WorkloadCost | undefined, after: WorkloadCost, edits: readonly Move[]): boolean {
  const moved = edits.some(({ kind }) => kind === "model" || kind === "provider");
  if (!moved) return true;
  const said = new Set(edits.map(({ path }) => path.replace(/^output\./, "")));
  const same = (field: string): boolean => said.has(field) || before?.request?.fields.get(field) === after.request?.fields.get(field);
  return before?.mode === after.mode && ["duration", "resolution", "audio"].every(same);
}

function targetOf({ file, scope, limit, value, figure }: Reason, side: Gathered, now: Exposure, distributions: Distributions): Target | null {
  if (limit === null || value === null) return null;
  const at = { file, scope: scope ?? TOTAL, figure: figure ?? "expected" };
  const found = heldAt(at, side, now, distributions);
  return found && { ...at, held: found.amount, most: found.amount.minus(value.minus(limit)), members: found.members };
}

function heldAt(
  { file, scope, figure }: Pick<Target, "file" | "scope" | "figure">,
  side: Gathered,
  exposure: Exposure,
  distributions: Distributions,
): { amount: Decimal; members: ReadonlySet<string> } | null {
  const scopes = side.manifests.find((manifest) => manifest.file === file)?.settings.budget.scopes ?? {};
  const { estimates, unread } = setOf(file, side, exposure, Object.hasOwn(scopes, scope) ? scopes[scope]?.match : {});
  const held = deliveryCostOf(estimates, figure, distributions, unread);
  return held && { amount: held.amount, members: new Set(estimates.map(costKey)) };
}
