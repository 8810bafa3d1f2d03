import { NO_ASSUMPTIONS } from "../engine/estimate.ts";
import type { Pricing } from "../engine/pricing.ts";
import { priceByJobs } from "../engine/tiers.ts";
import { brokenRules } from "../manifest/rules.ts";
import type { WorkloadKeys } from "../manifest/schema.ts";
import { type Decimal, decimal, ZERO } from "../money/decimal.ts";
import { round } from "../money/round.ts";
import { expectedByCharges, type WorkloadCost } from "../risk/workload-cost.ts";
import type { Distributions } from "../stats/distributions.ts";

/** One workload on both sides. */
export type ComparedWorkload = {
  change: "added" | "removed" | "changed" | "same";
  head: WorkloadCost | null;
  base: WorkloadCost | null;
  /** The edits of the change, each with its share of the difference. The shares add up to the difference. */
  changes: readonly Change[];
};

/** An edit, and what it adds to the monthly cost; null if unknown. `from` and `to` are null if the key is absent. */
export type Change = { path: string; from: unknown; to: unknown; monthly: Decimal | null };

/**
 * One side to compare. `hidden`: manifests whose workloads are unknown. A workload of such a manifest that only the other side lists
 * counts as changed, not as added or removed. `workloadPricing`: by file and name, the pricing of a single workload, if it differs from its manifest's.
 */
export type Side = {
  estimates: readonly WorkloadCost[];
  pricing: ReadonlyMap<string, Pricing>;
  hidden: ReadonlySet<string>;
  workloadPricing?: ReadonlyMap<string, Pricing>;
};

/** The files and currencies that differ between the sides although their content may be the same. */
export type Moved = {
  /** Base's path of a head file whose path changed. */
  renamed: ReadonlyMap<string, string>;
  /** The original currency of each file of base that was converted to head's currency. */
  currencies?: ReadonlyMap<string, string>;
};

/** More edits than this count as one cause, because the number of mixes doubles with each edit: 8 edits have 256. */
const MAX_EDITS = 8;

/**
 * Matches the workloads of two sides by file and name, in head's order; removed workloads come last. Without a
 * base, nothing counts as changed.
 */
export function compare(head: Side, base: Side | null, { renamed, currencies = new Map() }: Moved, distributions: Distributions): ComparedWorkload[] {
  if (!base) return head.estimates.map((estimate) => ({ change: "same", head: estimate, base: null, changes: [] }));
  const key = (file: string, name: string): string => `${file}\n${name}`;
  const before = new Map(base.estimates.map((estimate) => [key(estimate.file, estimate.name), estimate]));
  const compared = head.estimates.map((estimate): ComparedWorkload => {
    const at = key(renamed.get(estimate.file) ?? estimate.file, estimate.name);
    const match = before.get(at);
    before.delete(at);
    if (!match && base.hidden.has(renamed.get(estimate.file) ?? estimate.file))
      return { change: "changed", head: estimate, base: unread(estimate), changes: UNKNOWN };
    if (!match)
      return { change: "added", head: estimate, base: null, changes: [{ path: "workload", from: null, to: estimate.name, monthly: estimate.monthly }] };
    const now = { cost: estimate, pricing: head.workloadPricing?.get(`${estimate.file}\n${estimate.name}`) ?? head.pricing.get(estimate.file) };
    const changes = changesOf(now, { cost: match, pricing: base.pricing.get(match.file) }, distributions, currencies.get(match.file));
    return { change: changes.length > 0 ? "changed" : "same", head: estimate, base: match, changes };
  });
  const pathOf = new Map([...renamed].map(([now, old]) => [old, now]));
  const removed = [...before.values()].map((estimate): ComparedWorkload => {
    const file = pathOf.get(estimate.file) ?? estimate.file;
    if (head.hidden.has(file)) return { change: "changed", head: unread({ ...estimate, file }), base: estimate, changes: UNKNOWN };
    return {
      change: "removed",
      head: null,
      base: estimate,
      changes: [{ path: "workload", from: estimate.name, to: null, monthly: estimate.monthly?.neg() ?? null }],
    };
  });
  return [...compared, ...removed];
}

/** The edit of a workload that could be read on only one side: its effect is unknown. */
const UNKNOWN: readonly Change[] = [{ path: "workload", from: null, to: null, monthly: null }];

/** A workload that could not be read. */
function unread({ file, name }: Pick<WorkloadCost, "file" | "name">): WorkloadCost {
  return { file, name, keys: null, status: "invalid", list: null, monthly: null, risk: null, assumptions: NO_ASSUMPTIONS, problems: [] };
}

/** An edit that can be applied alone: of a key, or (`context`) of the manifest's pricing. */
type Edit = { path: string; from: unknown; to: unknown; apply: (keys: WorkloadKeys) => WorkloadKeys; context?: true };

/** A workload of one side, and the pricing that applies to it. */
type PricedSide = { cost: WorkloadCost; pricing: Pricing };
type MaybePricedSide = { cost: WorkloadCost; pricing: Pricing | undefined };

/** @param currency base's original currency, if it was converted to head's */
function changesOf(
  { cost: head, pricing: headPricing }: MaybePricedSide,
  { cost: base, pricing: basePricing }: MaybePricedSide,
  distributions: Distributions,
  currency: string | undefined,
): Change[] {
  const edits: Edit[] = head.keys && base.keys ? keyEdits(base.keys, head.keys) : [];
  if ((head.keys === null) !== (base.keys === null)) return [...UNKNOWN];
  const differing = headPricing && basePricing && currency === undefined ? contextCause(headPricing, basePricing) : undefined;
  // The number of jobs a month matters only for prices with monthly tiers.
  const isTiered = (keys: WorkloadKeys | null, pricing: Pricing | undefined): boolean =>
    keys !== null && pricing !== undefined && priceByJobs(keys, pricing) !== null;
  const context = differing === "volume-tier" && !isTiered(head.keys, headPricing) && !isTiered(head.keys, basePricing) ? undefined : differing;
  const keysAlone = head.keys && basePricing && context ? expectedByCharges(head.keys, `${head.file} ${head.name}`, basePricing, distributions) : null;
  const moved = context !== undefined && (keysAlone === null ? !same(head.monthly, base.monthly) : head.monthly !== null && !head.monthly.eq(keysAlone));
  if (context && moved) edits.push({ path: context, from: null, to: null, apply: (keys) => keys, context: true });
  // An amount in another currency counts as an edit, even if its value is the same.
  if (currency !== undefined && head.keys && headPricing) {
    edits.push({ path: "currency", from: currency, to: headPricing.manifest.settings.currency, apply: (keys) => keys, context: true });
  }
  if (edits.length === 0) return [];
  return attribute(edits, { cost: head, pricing: headPricing as Pricing }, { cost: base, pricing: basePricing as Pricing }, distributions);
}

function same(a: Decimal | null, b: Decimal | null): boolean {
  return a === null || b === null ? a === b : a.eq(b);
}

function difference(head: WorkloadCost, base: WorkloadCost): Decimal | null {
  return head.monthly && base.monthly && head.monthly.minus(base.monthly);
}

/** A cache of `causeBetween` by head's pricing. The cause is the same for all workloads of a file. */
const causes = new WeakMap<Pricing, { base: Pricing; cause: string | undefined }>();

function contextCause(head: Pricing, base: Pricing): string | undefined {
  const known = causes.get(head);
  if (known?.base === base) return known.cause;
  const cause = causeBetween(head, base);
  causes.set(head, { base, cause });
  return cause;
}

/** The first difference between the pricing of the sides: a setting, the price files, or the jobs a month. Undefined if there is none. */
function causeBetween(head: Pricing, base: Pricing): string | undefined {
  const settings = ["currency", "fx", "accounts"] as const;
  const changed = settings.find((name) => JSON.stringify(head.manifest.settings[name]) !== JSON.stringify(base.manifest.settings[name]));
  if (changed) return changed;
  if (head.book.snapshot !== base.book.snapshot) return "price-file";
  const jobs = (pricing: Pricing): string => JSON.stringify([[...pricing.monthlyJobs].sort(), [...(pricing.varyingJobs ?? [])].sort()]);
  return jobs(head) === jobs(base) ? undefined : "volume-tier";
}

/**
 * Divides the difference among its edits by the Shapley value (Shapley 1953). The share of an edit is what it adds on
 * average over all orders of making the edits. So no order is preferred, and the shares sum exactly to the difference.
 * Example: 100 clips of 5 s at $0.10 a second cost $50; 10 s at $0.20 cost $200. Each edit adds $50 if it is made
 * first and $100 if it is made second, so each share is $75.
 * If a mix of old and new values has no price, or is invalid (`per_day` removed, but `per_month` not yet added), all
 * edits count as one cause.
 */
function attribute(
  edits: readonly Edit[],
  { cost: head, pricing: headPricing }: PricedSide,
  { cost: base, pricing: basePricing }: PricedSide,
  distributions: Distributions,
): Change[] {
  const change = ({ path, from, to }: Edit, monthly: Decimal | null): Change => ({ path, from, to, monthly });
  const total = difference(head, base);
  const [only] = edits;
  if (edits.length === 1 && only) return [change(only, total)];
  const together = (): Change[] => [{ path: edits.map(({ path }) => path).join(" + "), from: null, to: null, monthly: total }];
  if (total === null) return edits.map((edit) => change(edit, null));
  if (edits.length > MAX_EDITS) return together();

  const size = 2 ** edits.length;
  const costs: Decimal[] = [];
  for (let mix = 0; mix < size; mix++) {
    const chosen = edits.filter((_, index) => mix & (1 << index));
    const keys = chosen.reduce((all, edit) => edit.apply(all), base.keys as WorkloadKeys);
    const cost =
      mix === 0
        ? base.monthly
        : mix === size - 1
          ? head.monthly
          : brokenRules(keys).length > 0
            ? null
            : expectedByCharges(keys, `${base.file} ${base.name}`, chosen.some(({ context }) => context) ? headPricing : basePricing, distributions);
    if (cost === null) return together();
    costs.push(cost);
  }
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  const shares = edits.map((_, index) => {
    let share = ZERO;
    for (let mix = 0; mix < size; mix++) {
      if (mix & (1 << index)) continue;
      const before = mix.toString(2).replaceAll("0", "").length;
      const added = (costs[mix | (1 << index)] as Decimal).minus(costs[mix] as Decimal);
      share = share.plus(added.times(factorial(before) * factorial(edits.length - before - 1)));
    }
    return share.div(decimal(factorial(edits.length)));
  });
  return edits
    .map((edit, index) => change(edit, shares[index] as Decimal))
    .filter(({ monthly, path }) => !(monthly && round(monthly) === 0 && UNPRICED.test(path)));
}

/** Keys that never change a price. An edit of such a key counts as a change only if there is no other edit. */
const UNPRICED = /^(notes$|keep$|tags\.|reliability\.evidence\.weeks)/;

function keyEdits(base: WorkloadKeys, head: WorkloadKeys): Edit[] {
  const [before, after] = [flatten(base, head), flatten(head, base)];
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  return paths
    .filter((path) => JSON.stringify(before.get(path)) !== JSON.stringify(after.get(path)))
    .map((path) => {
      const [from, to] = [before.get(path) ?? null, after.get(path) ?? null];
      return { path, from, to, apply: (keys) => withValue(keys, path, to ?? undefined) };
    });
}

/**
 * Flattens keys to the level at which people edit them: `output.duration`, `volume.per_month`, `takes`. Keys whose values are the same object
 * on the other side are left out: equal values mostly are, because they are parsed only once (`manifest/read-keys.ts`).
 */
function flatten(keys: WorkloadKeys, other: WorkloadKeys): Map<string, unknown> {
  const flat = new Map<string, unknown>();
  for (const [key, value] of Object.entries(keys)) {
    if (value === other[key as keyof WorkloadKeys]) continue;
    if (!NESTED.has(key)) flat.set(key, value);
    else for (const [inner, one] of Object.entries(value as object)) if (one !== undefined) flat.set(`${key}.${inner}`, one);
  }
  for (const [path, value] of flat) if (value === undefined) flat.delete(path);
  return flat;
}

const NESTED = new Set(["output", "input", "options", "volume", "client", "reliability", "tags"]);

function withValue(keys: WorkloadKeys, path: string, value: unknown): WorkloadKeys {
  const [section = "", inner] = path.split(/\.(.*)/s);
  const copy: Record<string, unknown> = { ...keys };
  copy[section] = inner === undefined ? value : { ...(copy[section] as object), [inner]: value };
  return copy as WorkloadKeys;
}
