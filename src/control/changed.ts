import { type Gathered, reach } from "../gather.ts";
import type { DeclaredWorkload, ManifestFile } from "../manifest/parse.ts";
import { CLAIM_NAMES, type Control, claims, type RateClaim, SETTINGS, same } from "./control.ts";

/**
 * The controls in which head differs from base, manifest by manifest: a limit raised from $100 to $1000 is `budget`, a contract
 * price given to workload `a` is `price` of `a`.
 * A new manifest has no edited controls, unless a manifest of base includes it. Its workloads then count toward a limit
 * of base, and its price files, contract prices, accounts, exchange rates and `billed` could lower that sum, so they are listed.
 * @param renamed base's path of a head file whose path changed
 */
export function changedControls(head: Gathered, base: Gathered, renamed: ReadonlyMap<string, string>): Control[] {
  const within = reachedByBase(head, base, renamed);
  return head.manifests.flatMap((manifest) => {
    const { file } = manifest;
    const before = base.manifests.find((other) => other.file === (renamed.get(file) ?? file));
    if (before) return edited(manifest, before, head.prices.get(file)?.snapshot, base.prices.get(before.file)?.snapshot);
    return within.has(file) ? brought(manifest, head.prices.has(file)) : [];
  });
}

/** Head's manifests that count toward the limits of a manifest that base has, too. */
export function reachedByBase(head: Gathered, base: Gathered, renamed: ReadonlyMap<string, string>): Set<string> {
  const known = new Set(base.manifests.map(({ file }) => file));
  const old = head.manifests.filter(({ file }) => known.has(renamed.get(file) ?? file));
  return new Set(old.flatMap(({ file }) => [...reach(head.includes, file)]));
}

/** Whether some workload left its manifest while another manifest got a new one with the same name, so that it may have moved. */
export function hasMoved(head: Gathered, base: Gathered, renamed: ReadonlyMap<string, string>): boolean {
  const names = ({ manifests }: Gathered, pathOf: (file: string) => string): Map<string, Set<string>> =>
    new Map(manifests.map(({ file, workloads }) => [pathOf(file), new Set(workloads.map(({ name }) => name))]));
  const now = names(head, (file) => renamed.get(file) ?? file);
  const before = names(base, (file) => file);
  const added = new Set([...now].flatMap(([file, some]) => [...some].filter((name) => !before.get(file)?.has(name))));
  return added.size > 0 && [...before].some(([file, some]) => [...some].some((name) => added.has(name) && !now.get(file)?.has(name)));
}

/** The controls that differ between the two versions of one manifest. */
function edited(head: ManifestFile, base: ManifestFile, prices: string | undefined, basePrices: string | undefined): Control[] {
  const { file } = head;
  const control = (what: Control["what"], workloads: readonly string[] = []): Control => ({ file, what, workloads });
  const settings = SETTINGS.filter((key) => !same(head.settings[key], base.settings[key])).map((key) => control(key));
  const before = new Map(base.workloads.map((one) => [one.name, one]));
  const ofWorkloads = (["price", ...CLAIM_NAMES, "tags", "code", "keep"] as const).flatMap((what) => {
    const names = head.workloads.filter((one) => differs(what, one, before.get(one.name))).map(({ name }) => name);
    return names.length > 0 ? [control(what, names)] : [];
  });
  return [
    ...(base.file === file ? [] : [control("path")]),
    ...settings,
    ...(prices === basePrices || settings.some(({ what }) => what === "prices") ? [] : [control("price-files")]),
    ...ofWorkloads,
  ];
}

/**
 * Whether a workload's control differs from base's. A new workload may choose its tags and its `code` freely. Its contract price and `billed`
 * count as edited, because only the change states them. A contract price also counts as edited if the provider or model changes.
 */
function differs(what: "price" | RateClaim | "tags" | "code" | "keep", { keys }: DeclaredWorkload, base: DeclaredWorkload | undefined): boolean {
  if (!keys || (base && !base.keys)) return false;
  const before = base?.keys;
  if (what === "tags") return before !== undefined && before !== null && !sameTags(keys.tags, before.tags);
  if (what === "code" || what === "keep") return before !== undefined && before !== null && !same(keys[what], before[what]);
  if (what !== "price") return claims(what, keys, before);
  return !same(keys.price, before?.price) || (keys.price !== undefined && before != null && (keys.provider !== before.provider || keys.model !== before.model));
}

function sameTags(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  return same(Object.entries(one).sort(), Object.entries(other).sort());
}

/** The controls of a new manifest that a manifest of base includes. */
function brought({ file, settings, workloads }: ManifestFile, prices: boolean): Control[] {
  const named = (what: "price" | RateClaim): Control[] => {
    const names = workloads.filter((one) => differs(what, one, undefined)).map(({ name }) => name);
    return names.length > 0 ? [{ file, what, workloads: names }] : [];
  };
  const setting = (what: "prices" | "accounts" | "fx", present: boolean): Control[] => (present ? [{ file, what, workloads: [] }] : []);
  return [
    ...setting("fx", Object.keys(settings.fx).length > 0),
    ...setting("accounts", Object.keys(settings.accounts).length > 0),
    ...setting("prices", prices && settings.prices.length > 0),
    ...named("price"),
    ...CLAIM_NAMES.flatMap(named),
  ];
}
