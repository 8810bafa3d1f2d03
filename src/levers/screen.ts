import type { WorkloadLine } from "../budget/judge-input.ts";
import { setOf } from "../budget/members.ts";
import type { LeverEdit, LeverKind, Reason } from "../budget/reason.ts";
import type { Gathered } from "../gather.ts";
import { type Decimal, ZERO } from "../money/decimal.ts";
import { moreThan } from "../money/more-than.ts";
import { asShown } from "../money/round.ts";
import type { Book } from "../prices/book.ts";
import { deliveryCostOf, monthlyDeliveryCost } from "../risk/delivery-cost.ts";
import type { Exposure } from "../risk/exposure.ts";
import type { FigureName, Figures } from "../risk/figures.ts";
import type { WorkloadCost } from "../risk/workload-cost.ts";
import type { Distributions } from "../stats/distributions.ts";
import { leastMonth } from "./least-month.ts";
import { costKey, pricedAgain } from "./priced-again.ts";

/** One judgment of a change, in which levers are looked for. */
export type JudgedChange = {
  verdict: Reason["level"];
  reasons: readonly Reason[];
  date: string;
  total: { head: Figures | null };
  workloads: readonly WorkloadLine[];
  from: { head: Gathered; now: Exposure; book: Book; distributions: Distributions };
};

/** An edit. Its kind says what it gives up. */
export type Move = LeverEdit & { kind: LeverKind };

/** An exceeded limit: the most that it allows, and the amount now, in the reporting currency. `members`: the workloads that it counts, by `costKey`. */
type Target = { file: string; scope: string; figure: FigureName; most: Decimal; current: Decimal; members: ReadonlySet<string> };

/**
 * The effect of edits, in the reporting currency a month. `month`: what the edited workloads cost together, as limits count it. `over`: by
 * how much the worst limit is still exceeded; 0 or less if none is.
 */
export type Screened = { month: Decimal; over: Decimal };

/** A quick test of edits against the exceeded limits, before they are judged by the whole pipeline. Amounts in the reporting currency, a month. */
export type Screen = {
  /** The effect of edits; null if a model does not accept them, or has no price for them. */
  of: (moves: readonly Move[]) => Screened | null;
  /** The least monthly cost of an edit's workload, by charges alone (`leastMonth`); null if no bound is known. */
  least: (move: Move) => Decimal | null;
  /** Whether one edit could be enough. False is certain; true is only possible. */
  mayHold: (move: Move) => boolean;
  /** By how much the worst limit is exceeded without edits. */
  over: Decimal;
};

/**
 * A quick test of many edits: could they be enough? Only the edited workloads are priced again, with the whole risk model, and replaced
 * in the sums of the limits. The effect on the prices of other workloads (volume tiers) is left to the full judgment of edits that pass.
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
    const overs = targets.map((target) => {
      const after = amountAfter(target, costs, moved);
      return after && overOf(after, target);
    });
    return overs.some((one) => one === null) ? null : { month, over: worst(overs as Decimal[]) };
  };

  /** The amount of a limit after edits. An expected cost is a sum, so only the terms of the edited workloads change. */
  const amountAfter = (target: Target, costs: ReadonlyMap<string, WorkloadCost>, moved: boolean): Decimal | null => {
    if (target.figure === "expected" && (!moved || target.scope === TOTAL)) {
      const edited = [...costs].filter(([key]) => target.members.has(key));
      return edited.reduce((sum: Decimal, [key, cost]) => sum.minus(monthOf(before.get(key))).plus(monthOf(cost)), target.current);
    }
    const exposure = { ...now, estimates: now.estimates.map((one) => costs.get(costKey(one)) ?? one) };
    return amountAt(target, head, exposure, distributions)?.amount ?? null;
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
    return counted.every(
      ({ current, most }) =>
        !moreThan(
          current
            .minus(monthOf(before.get(key)))
            .plus(month)
            .minus(noise),
          most,
        ),
    );
  };

  return { of, least, mayHold, over: worst(targets.map((target) => overOf(target.current, target))) };
}

/** The limit that counts every workload. */
const TOTAL = "total";

/** The rounding error of a monthly cost, as a share of it. */
const ROUNDING = 1e-9;

/** By how much an amount exceeds a limit, by the amounts that are compared (`moreThan`). */
function overOf(amount: Decimal, { most }: Target): Decimal {
  return asShown(amount).minus(asShown(most));
}

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

/** Whether an edit can move a workload to other scopes: scopes match by provider, model and mode. */
function movesMembership(kind: LeverKind, path: string): boolean {
  return kind === "model" || kind === "provider" || path === "provider" || path === "model" || path === "mode";
}

/** Whether another model or provider makes the same clip: mode, duration, resolution and sound are as before, unless the edits change them. */
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
  const found = amountAt(at, side, now, distributions);
  return found && { ...at, current: found.amount, most: found.amount.minus(value.minus(limit)), members: found.members };
}

function amountAt(
  { file, scope, figure }: Pick<Target, "file" | "scope" | "figure">,
  side: Gathered,
  exposure: Exposure,
  distributions: Distributions,
): { amount: Decimal; members: ReadonlySet<string> } | null {
  const scopes = side.manifests.find((manifest) => manifest.file === file)?.settings.budget.scopes ?? {};
  const { estimates, unread } = setOf(file, side, exposure, Object.hasOwn(scopes, scope) ? scopes[scope]?.match : {});
  const cost = deliveryCostOf(estimates, figure, distributions, unread);
  return cost && { amount: cost.amount, members: new Set(estimates.map(costKey)) };
}
