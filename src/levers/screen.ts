import type { WorkloadLine } from "../budget/judge-input.ts";
import { setOf } from "../budget/members.ts";
import type { LeverEdit, LeverKind, Reason } from "../budget/reason.ts";
import type { Gathered } from "../gather.ts";
import { type Decimal, ZERO } from "../money/decimal.ts";
import type { Book } from "../prices/book.ts";
import type { Exposure } from "../risk/exposure.ts";
import type { FigureName, Figures } from "../risk/figures.ts";
import { heldMonthOf, heldOf } from "../risk/held.ts";
import type { WorkloadCost } from "../risk/workload-cost.ts";
import type { Distributions } from "../stats/distributions.ts";
import { editedWorkloads, withEdited } from "./edit.ts";
import { costKey, pricedAgain } from "./priced-again.ts";

/** What levers are looked for in: one judgement of a change. */
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

/** A limit that fails, and what may be held of it at most. */
type Target = { file: string; scope: string; figure: FigureName; most: Decimal };

/** What edits come to. `month`: what limits hold of the edited workloads, in all. */
export type Screened = { month: Decimal; holds: boolean };

/**
 * Asks of many edits whether they could be enough: only the workloads edited are priced again, with the whole model, and put into
 * the sums of the limits. What edits do to the prices of others (volume tiers) is left to the judgement of those that pass.
 * @returns a function of edits, which gives null where a model does not accept them, or has no price for them
 */
export function screenFor({ from: { head, now, distributions }, date }: JudgedChange, broken: readonly Reason[]): (edits: readonly Move[]) => Screened | null {
  const targets = broken.flatMap((reason) => targetOf(reason, head, now, distributions) ?? []);
  const known = new Map<string, Screened | null>();

  const screened = (edits: readonly Move[]): Screened | null => {
    const costs = pricedAgain(edits, { head, now, date, distributions });
    const edited = costs && editedWorkloads(head, edits);
    if (!edited) return null;
    const side = withEdited(head, edited);
    const before = now.estimates.filter((one) => costs.has(costKey(one)));
    if (!before.every((one) => isAlike(one, costs.get(costKey(one)), edits))) return null;
    const exposure = { ...now, estimates: now.estimates.map((one) => costs.get(costKey(one)) ?? one) };
    const month = [...costs.values()].reduce((sum: Decimal, cost) => sum.plus(heldMonthOf(cost) ?? ZERO), ZERO);
    return { month, holds: targets.every((target) => heldAt(target, side, exposure, distributions)?.lte(target.most) ?? false) };
  };

  return (edits) => {
    const key = JSON.stringify(edits.map(({ file, workload, path, to }) => [file, workload, path, to]));
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = screened(edits);
    known.set(key, made);
    return made;
  };
}

/** Another model or seller makes the same clip: mode, length, resolution and sound are what they were, whoever chose them. */
function isAlike(before: WorkloadCost, after: WorkloadCost | undefined, edits: readonly Move[]): boolean {
  const moved = edits.some(({ file, workload, kind }) => file === before.file && workload === before.name && (kind === "model" || kind === "provider"));
  if (!moved) return true;
  const said = new Set(edits.map(({ path }) => path.replace(/^output\./, "")));
  const same = (field: string): boolean => said.has(field) || before.request?.fields.get(field) === after?.request?.fields.get(field);
  return before.mode === after?.mode && ["duration", "resolution", "audio"].every(same);
}

function targetOf({ file, scope, limit, value, figure }: Reason, side: Gathered, now: Exposure, distributions: Distributions): Target | null {
  if (limit === null || value === null) return null;
  const target = { file, scope: scope ?? "total", figure: figure ?? "expected", most: limit };
  const held = heldAt(target, side, now, distributions);
  return held && { ...target, most: held.minus(value.minus(limit)) };
}

function heldAt({ file, scope, figure }: Target, side: Gathered, exposure: Exposure, distributions: Distributions): Decimal | null {
  const scopes = side.manifests.find((manifest) => manifest.file === file)?.settings.budget.scopes ?? {};
  const { estimates, unread } = setOf(file, side, exposure, Object.hasOwn(scopes, scope) ? scopes[scope]?.match : {});
  return heldOf(estimates, figure, distributions, unread)?.amount ?? null;
}
