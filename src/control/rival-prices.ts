import { creditValue } from "../engine/credit.ts";
import { estimateManifest } from "../engine/estimate.ts";
import { pricingOf } from "../engine/pricing.ts";
import type { Gathered, RivalPrices } from "../gather.ts";
import type { ManifestFile } from "../manifest/parse.ts";
import type { Decimal } from "../money/decimal.ts";
import type { Book, Model, Provider } from "../prices/book.ts";
import { findModel } from "../prices/find.ts";
import { overlay } from "../prices/overlay.ts";
import { workloadCosts } from "../risk/workload-cost.ts";
import type { Distributions } from "../stats/distributions.ts";
import { workloadKey } from "./renamed-workloads.ts";
import type { UnderBase } from "./under-base.ts";

type Files = { providers: readonly Provider[]; snapshot: string };

/**
 * If a change brings its own prices, decides for each workload which prices count: its monthly cost is computed with
 * base's prices and with the change's, and the higher one counts. The same holds for each contract price and for the account of a
 * new manifest. If only one of the two gives a price, that one counts.
 *
 * Base has $0.15 a second. A price file of the change with $0.01 does not count before it is merged; one with $0.30 counts at once.
 * @returns head under base's controls, with the price files, contract prices and accounts that count
 */
export function withRivalPrices({ side, rivals }: UnderBase, book: Book, date: string, distributions: Distributions): Gathered {
  const prices = new Map(side.prices);
  const higherPrices = new Map<string, RivalPrices[]>();
  const manifests = side.manifests.map((manifest) => {
    const { file } = manifest;
    const monthsOf = (one: ManifestFile, on: Book): Months => months(one, on, date, distributions);
    const theirs = prices.get(file);
    const own = rivals.prices.get(file);
    const { counted, single } = own ? competing(manifest, { theirs, own }, book, monthsOf) : { counted: theirs, single: null };
    if (counted) prices.set(file, counted);
    const on = counted ? overlay(book, counted.providers, counted.snapshot) : book;
    const contracted = withContracts(manifest, rivals, on, monthsOf);
    const account = withAccounts(contracted, rivals, on, monthsOf);
    const singles = [
      ...(single ? [{ ...single, accounts: account.manifest.settings.accounts }] : []),
      ...(account.single ? [{ ...account.single, prices: counted }] : []),
    ];
    if (singles.length > 0) higherPrices.set(file, singles);
    return account.manifest;
  });
  return { ...side, manifests, prices, ...(higherPrices.size > 0 && { higherPrices }) };
}

/** The expected monthly cost of each workload by name; null if unknown. */
type Months = ReadonlyMap<string, Decimal | null>;
type MonthsOf = (manifest: ManifestFile, book: Book) => Months;

function months(manifest: ManifestFile, book: Book, date: string, distributions: Distributions): Months {
  const pricing = pricingOf(manifest, book, date);
  return new Map(workloadCosts(estimateManifest(pricing), pricing, distributions).map(({ name, monthly }) => [name, monthly]));
}

type Competed = { counted: Files | undefined; single: Omit<RivalPrices, "accounts"> | null };

/**
 * Base's price files, with those models from the change's price files that are more expensive or that base has no price for. If a price is
 * more expensive for some workloads of a model and cheaper for others, it counts only for the former.
 * @param files base's price files of the manifest, and the change's own
 */
function competing(manifest: ManifestFile, { theirs, own }: { theirs: Files | undefined; own: Files }, book: Book, monthsOf: MonthsOf): Competed {
  const before = theirs ? overlay(book, theirs.providers, theirs.snapshot) : book;
  const after = overlay(book, own.providers, own.snapshot);
  const [old, fresh] = [monthsOf(manifest, before), monthsOf(manifest, after)];
  const chosen = new Map<string, Set<Model>>();
  const mixed = new Map<string, Set<Model>>();
  const some = new Set<string>();
  for (const [slug, model] of modelsOf(manifest)) {
    const names = manifest.workloads.filter(({ keys }) => keys?.provider === slug && keys.model === model).map(({ name }) => name);
    const brought = after.provider(slug);
    const found = brought && findModel(brought, model);
    const higher = names.filter((name) => isHigher(name, old, fresh));
    if (!found || higher.length === 0) continue;
    const into = names.some((name) => isHigher(name, fresh, old)) ? mixed : chosen;
    into.set(slug, new Set([...(into.get(slug) ?? []), found]));
    if (into === mixed) for (const name of higher) some.add(name);
  }
  const over = (files: Files | undefined, picked: ReadonlyMap<string, ReadonlySet<Model>>): Files | undefined => {
    if (picked.size === 0) return files;
    const providers = [...picked].map(([slug, models]) => onlyModels([...models], after.provider(slug) as Provider, before.provider(slug), manifest));
    return { providers: [...(files?.providers ?? []), ...providers], snapshot: own.snapshot };
  };
  const counted = over(theirs, chosen);
  return { counted, single: some.size > 0 ? { names: some, prices: over(counted, mixed) } : null };
}

/** Provider and model of every workload, each pair once. */
function modelsOf({ workloads }: ManifestFile): [string, string][] {
  const pairs = workloads.flatMap(({ keys }): [string, string][] => (keys ? [[keys.provider, keys.model]] : []));
  return [...new Map(pairs.map((pair) => [pair.join("\n"), pair])).values()];
}

/** Whether the second price of a workload counts: it is higher, or the first has none. */
function isHigher(name: string, old: Months, fresh: Months): boolean {
  const [before, after] = [old.get(name), fresh.get(name)];
  return after != null && (before == null || after.gt(before));
}

/** Adds models of a price file to base's models of the provider, and its account only if base has no value for a credit. */
function onlyModels(models: readonly Model[], brought: Provider, known: Provider | undefined, { settings }: ManifestFile): Provider {
  if (!known) return { ...brought, models };
  const valued = creditValue(known.account, settings.accounts[known.provider]) !== undefined;
  const account = valued ? known.account : brought.account;
  return { ...known, models, ...(account && { account }) };
}

/** Chooses between a contract price that base lacks and base's price: its own contract price or the price book. */
function withContracts(manifest: ManifestFile, { contracts }: UnderBase["rivals"], book: Book, monthsOf: MonthsOf): ManifestFile {
  if (!manifest.workloads.some((one) => contracts.has(workloadKey(one)))) return manifest;
  const rival = manifest.workloads.map((one) => {
    if (!one.keys || !contracts.has(workloadKey(one))) return one;
    const { price: _, ...keys } = one.keys;
    const price = contracts.get(workloadKey(one));
    return { ...one, keys: { ...keys, ...(price && { price }) } };
  });
  const [old, fresh] = [monthsOf(manifest, book), monthsOf({ ...manifest, workloads: rival }, book)];
  return { ...manifest, workloads: manifest.workloads.map((one, index) => (isHigher(one.name, old, fresh) ? (rival[index] ?? one) : one)) };
}

/**
 * The account of a new manifest counts without its discounts (`freed` in `under-base.ts` removes them). The exception are workloads whose
 * monthly cost is higher with the full account, or known only with it.
 */
function withAccounts(
  manifest: ManifestFile,
  { accounts }: UnderBase["rivals"],
  book: Book,
  monthsOf: MonthsOf,
): { manifest: ManifestFile; single: Omit<RivalPrices, "prices"> | null } {
  const own = accounts.get(manifest.file);
  if (!own || Object.keys(own).length === 0) return { manifest, single: null };
  const rival = { ...manifest, settings: { ...manifest.settings, accounts: own } };
  const [old, fresh] = [monthsOf(manifest, book), monthsOf(rival, book)];
  const names = manifest.workloads.map(({ name }) => name);
  const higher = names.filter((name) => isHigher(name, old, fresh));
  if (higher.length === 0) return { manifest, single: null };
  const isMixed = names.some((name) => isHigher(name, fresh, old));
  return isMixed ? { manifest, single: { names: new Set(higher), accounts: own } } : { manifest: rival, single: null };
}
