import { type Gathered, gather, type Reader, type Ruling, relativeTo } from "../gather.ts";
import type { DeclaredWorkload, ManifestFile } from "../manifest/parse.ts";
import type { Settings, WorkloadKeys } from "../manifest/schema.ts";
import type { Book } from "../prices/book.ts";
import { changedControls, hasMoved, reachedByBase } from "./changed.ts";
import { type Control, same, withClaims } from "./control.ts";
import { renamedWorkloads, renamingControls, withNewNames, workloadKey } from "./renamed-workloads.ts";

/** Head as it would be with base's controls. */
export type UnderBase = {
  /** Head's workloads with base's settings, price files, contract prices, tags and `billed`. */
  side: Gathered;
  /** Head's own prices that differ from base's. The more expensive of the two counts (`rival-prices.ts`). */
  rivals: Rivals;
  changed: readonly Control[];
  /** Base's path of each file of `side` that has another path at base. */
  renamed: ReadonlyMap<string, string>;
};

type PriceFiles = { providers: Gathered["shared"]; snapshot: string };

/** Prices of head that differ from base's and are therefore not in `side`. */
export type Rivals = {
  /** Price files, by manifest. */
  prices: Gathered["prices"];
  /** Contract prices by `workloadKey`; undefined if head has none any more. */
  contracts: ReadonlyMap<string, WorkloadKeys["price"]>;
  /** Accounts of new manifests that count toward a limit of base. */
  accounts: ReadonlyMap<string, Settings["accounts"]>;
};

export type UnderBaseInput = {
  /** Head's files. */
  reader: Reader;
  /** Manifests of head that base's rules would read (`findManifests`). */
  roots: readonly string[];
  book: Book;
  prices: readonly string[];
  head: Gathered;
  base: Gathered;
  renamed: ReadonlyMap<string, string>;
  /** The price lock if the change edits it: base's applies, like every control. */
  editedLock?: string | null;
};

/**
 * Head as it would be if the change had edited no control, so that a change cannot loosen its own limits. Head's workloads get the settings,
 * price files, contract prices, tags and `billed` that base has for them, and count toward the limits that count them at base.
 * If head raises its limit from $100 to $1000 and its monthly cost from $75 to $150, the result is $150 against the limit of $100.
 * It reads files of head only if base's settings name files that head's own do not, such as a manifest that is no longer included.
 * @returns null if the change edits no control
 * @throws the errors of the reader
 */
export async function gatherUnderBase(input: UnderBaseInput): Promise<UnderBase | null> {
  const { reader, roots, book, prices, head, base, renamed, editedLock = null } = input;
  const lock = editedLock === null ? [] : [{ file: editedLock, what: "lock", workloads: [] } as const];
  const edited = changedControls(head, base, renamed);
  const read = new Set(head.manifests.map(({ file }) => renamed.get(file) ?? file));
  const unread = base.manifests.filter(({ file }) => !read.has(file));
  if (
    edited.length === 0 &&
    lock.length === 0 &&
    unread.length === 0 &&
    !hasMoved(head, base, renamed) &&
    renamedWorkloads(head, base, renamed, book).size === 0
  )
    return null;

  const pathOf = new Map([...renamed].map(([now, before]) => [before, now]));
  const ruled = (file: string): Ruling | undefined => {
    const before = base.manifests.find((other) => other.file === (renamed.get(file) ?? file));
    if (!before) return undefined;
    const included = (base.includes.get(before.file) ?? []).map((other) => pathOf.get(other) ?? other);
    return { settings: before.settings, include: [...included, ...before.settings.include.map((written) => relativeTo(before.file, written))] };
  };
  const side = await gather(reader, roots, book.snapshot, { prices, ruled });
  const cut = side.manifests.filter(({ file }) => unread.some((other) => other.file === (renamed.get(file) ?? file)));
  const known = new Set(side.manifests.map(({ file }) => file));
  const everything = { ...side, manifests: [...side.manifests, ...head.manifests.filter(({ file }) => !known.has(file))] };
  const pairs = new Map(renamedWorkloads(everything, base, renamed, book));
  const match: Match = { base, renamed, pairs };
  const { restored, moved, from } = bringBack(everything, side, match);
  const changed: Control[] = [
    ...edited,
    ...lock,
    ...cut.map(({ file }): Control => ({ file, what: "path", workloads: [] })),
    ...[...moved].map(([file, workloads]): Control => ({ file, what: "moved", workloads })),
    ...renamingControls(restored, base, pairs),
  ];
  if (changed.length === 0) return null;
  return { ...underBase(restored, match, (file) => restored.prices.get(file) ?? head.prices.get(from.get(file) ?? "")), changed, renamed };
}

/** How head corresponds to base. `renamed`: base's path of a file. `pairs`: the workload of base for each renamed workload, by `workloadKey`. */
type Match = { base: Gathered; renamed: ReadonlyMap<string, string>; pairs: Map<string, DeclaredWorkload> };

/** The result of `bringBack`. */
type Back = {
  restored: Gathered;
  /** The names of workloads that were moved back, by the manifest to which they were moved. */
  moved: Map<string, string[]>;
  /** For each restored manifest, a manifest that its workloads had moved to. */
  from: Map<string, string>;
};

/**
 * Moves workloads back to the manifest where base's limits count them, if a change moved them to another one. A workload has moved
 * if base's manifest no longer has its name and another one newly has it. A removed manifest is restored at base's
 * path if some of its workloads are now elsewhere, or if manifests that it included still exist.
 * @param everything the side, and what head reads by its own rules, to which workloads may have moved
 * @param match the workloads that are moved back are added to its `pairs`
 */
function bringBack(everything: Gathered, side: Gathered, { base, renamed, pairs }: Match): Back {
  const counterpart = (file: string): string => renamed.get(file) ?? file;
  const names = new Map(base.manifests.map(({ file, workloads }) => [file, new Set(workloads.map(({ name }) => name))]));
  const here = new Set(side.manifests.map(({ file }) => file));
  const everywhere = everything.manifests;
  const isNew = ({ file, name }: DeclaredWorkload): boolean => !names.get(counterpart(file))?.has(name);
  const added = new Map(everywhere.flatMap(({ workloads }) => workloads.filter(isNew).map((one) => [one.name, one] as const)));
  const elsewhere = new Map<DeclaredWorkload, DeclaredWorkload[]>();
  for (const one of everywhere.flatMap(({ workloads }) => workloads)) {
    const old = pairs.get(workloadKey(one));
    if (old && counterpart(one.file) !== old.file) elsewhere.set(old, [...(elsewhere.get(old) ?? []), one]);
  }
  const pathOf = new Map(side.manifests.map(({ file }) => [counterpart(file), file]));

  const manifests = new Map(side.manifests.map((manifest) => [manifest.file, manifest]));
  const includes = new Map(side.includes);
  const taken = new Set<DeclaredWorkload>();
  const moved = new Map<string, string[]>();
  const from = new Map<string, string>();
  for (const lost of base.manifests) {
    const now = manifests.get(pathOf.get(lost.file) ?? "");
    const kept = new Set(now?.workloads.map(({ name }) => name));
    const found = lost.workloads
      .flatMap((old) => (kept.has(old.name) ? [] : (added.get(old.name) ?? elsewhere.get(old) ?? [])))
      .filter((one) => !taken.has(one) && !kept.has(one.name));
    const included = (base.includes.get(lost.file) ?? []).flatMap((other) => pathOf.get(other) ?? []);
    if (found.length === 0 && (now || included.length === 0)) continue;
    const file = now?.file ?? lost.file;
    for (const one of found) taken.add(one);
    const back = found.map((one) => ({ ...one, file }));
    for (const one of found) {
      const old = pairs.get(workloadKey(one));
      if (old) pairs.set(workloadKey({ file, name: one.name }), old);
    }
    manifests.set(file, { ...(now ?? { ...lost, workloads: [], problems: [] }), workloads: [...(now?.workloads ?? []), ...back] });
    moved.set(
      file,
      found.map(({ name }) => name),
    );
    if (now) continue;
    pathOf.set(lost.file, file);
    includes.set(file, included);
    if (found[0]) from.set(file, found[0].file);
  }
  // A manifest of base that included a restored manifest includes it again.
  for (const { file } of base.manifests) {
    const path = pathOf.get(file);
    const again = (base.includes.get(file) ?? []).filter((other) => moved.has(other) && !here.has(other));
    if (path !== undefined && again.length > 0) includes.set(path, [...new Set([...(includes.get(path) ?? []), ...again])]);
  }
  const restored = [...manifests.values()].map((manifest) => ({ ...manifest, workloads: manifest.workloads.filter((one) => !taken.has(one)) }));
  return { restored: { ...side, manifests: restored, includes }, moved, from };
}

/** Applies base's price files, contract prices, tags and `billed` to head's workloads. Head's own prices are kept as rivals. */
function underBase(side: Gathered, { base, renamed, pairs }: Match, pricesOf: (file: string) => PriceFiles | undefined): Pick<UnderBase, "side" | "rivals"> {
  const counted = reachedByBase(side, base, renamed);
  const prices = new Map(side.prices);
  const rivals = {
    prices: new Map<string, PriceFiles>(),
    contracts: new Map<string, WorkloadKeys["price"]>(),
    accounts: new Map<string, Settings["accounts"]>(),
  };
  const manifests = side.manifests.map((manifest): ManifestFile => {
    const { file, settings } = manifest;
    const before = base.manifests.find((other) => other.file === (renamed.get(file) ?? file));
    if (!before && !counted.has(file)) return manifest;
    const theirs = before ? base.prices.get(before.file) : { providers: base.shared, snapshot: base.snapshot ?? "" };
    const own = pricesOf(file);
    if (theirs && theirs.providers.length > 0) prices.set(file, theirs);
    else prices.delete(file);
    if (own?.snapshot !== theirs?.snapshot) rivals.prices.set(file, own ?? { providers: [], snapshot: "" });
    if (!before) rivals.accounts.set(file, settings.accounts);
    const declared = new Map(before?.workloads.map((one) => [one.name, one]));
    const workloads = manifest.workloads.map((one): DeclaredWorkload => {
      const old = declared.get(one.name) ?? pairs.get(workloadKey(one));
      if (!one.keys || (old && !old.keys)) return one;
      const keys = ruledKeys(one.keys, old?.keys ?? null);
      if (!same(keys.price, one.keys.price)) rivals.contracts.set(workloadKey(one), one.keys.price);
      return { ...one, keys };
    });
    return { ...manifest, settings: before ? withNewNames(settings, pairs) : freed(settings, base), workloads };
  });
  return { side: { ...side, manifests, prices }, rivals };
}

/**
 * A workload's keys at head with base's contract price, `billed`, tags, code and keep. A contract price is for one model, so base's does
 * not apply if head changed the provider or the model.
 */
function ruledKeys(own: WorkloadKeys, old: WorkloadKeys | null): WorkloadKeys {
  const { price: _, code, keep, ...keys } = withClaims(own, old);
  const where = old ? old.code : code;
  const kept = old ? old.keep : keep;
  const price = old && old.provider === own.provider && old.model === own.model ? old.price : undefined;
  return { ...keys, ...(price && { price }), ...(where && { code: where }), ...(kept && { keep: kept }), tags: old ? old.tags : own.tags };
}

/**
 * The settings of a new manifest without those that lower its cost and that base has not approved: discounts, other jobs of a volume
 * tier, its own packs, and exchange rates that differ from base's.
 */
function freed(settings: Settings, base: Gathered): Settings {
  const accounts = Object.entries(settings.accounts).map(([slug, { discount: _, other_jobs: __, pack, ...rest }]) => [
    slug,
    { ...rest, ...(typeof pack === "string" && { pack }) },
  ]);
  return {
    ...settings,
    accounts: Object.fromEntries(accounts) as Settings["accounts"],
    fx: Object.assign({ ...settings.fx }, ...base.manifests.map(({ settings: { fx } }) => fx)) as Settings["fx"],
  };
}
