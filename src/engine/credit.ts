import type { AccountKeys } from "../manifest/schema.ts";
import { type Decimal, decimal } from "../money/decimal.ts";
import type { Account } from "../prices/schema.ts";

/** The value of one credit in USD, and its origin. */
export type CreditValue = {
  usd: Decimal;
  /** The pack or plan that the value comes from; absent if the price book states the value itself. */
  pack?: Pack;
  /** True if the manifest names no pack, so that the most expensive one was assumed. */
  assumed: boolean;
};

/** A pack or plan of credits. `price`: USD for `size` units. `expires`: days until unused units expire. `beyond`: for a plan, USD for each unit above its size. */
export type Pack = {
  name: string;
  size: Decimal;
  price: Decimal;
  monthly: boolean;
  expires?: number;
  concurrency?: number;
  beyond?: Decimal | "none" | "unknown";
};

/**
 * The value of a credit: that of the manifest's pack or plan, otherwise the price book's, otherwise that of the most expensive pack as an
 * assumption. A trial pack is never assumed, because it is the cheapest and is sold only once.
 * @returns undefined if there is none of these, so that a price in credits is unknown
 */
export function creditValue(book: Account | undefined, keys: AccountKeys | undefined): CreditValue | undefined {
  if (!book) return workOut(book, keys);
  const known = worked.get(book) ?? new Map<AccountKeys | undefined, CreditValue | undefined>();
  worked.set(book, known);
  if (!known.has(keys)) {
    if (known.size >= MOST_KEPT) known.clear();
    known.set(keys, workOut(book, keys));
  }
  return known.get(keys);
}

/** Values by the account in the book and in the manifest, because every workload of a provider needs the same. */
const worked = new WeakMap<Account, Map<AccountKeys | undefined, CreditValue | undefined>>();

/** At most this many accounts of manifests are cached for one account of the price book. */
const MOST_KEPT = 100;

function workOut(book: Account | undefined, keys: AccountKeys | undefined): CreditValue | undefined {
  const named = namedPack(book, keys);
  if (named) return { usd: named.price.div(named.size), pack: named, assumed: false };
  if (book?.credit?.usd !== undefined) return { usd: decimal(book.credit.usd).div(book.credit.per ?? 1), assumed: false };
  const packs = (book?.packs ?? []).filter((pack) => !pack.once).map(packOf);
  const dearest = packs.sort((a, b) => b.price.div(b.size).cmp(a.price.div(a.size)))[0];
  return dearest && { usd: dearest.price.div(dearest.size), pack: dearest, assumed: true };
}

function namedPack(book: Account | undefined, keys: AccountKeys | undefined): Pack | undefined {
  if (keys?.pack !== undefined && typeof keys.pack === "object") {
    return { name: "pack", size: decimal(keys.pack.size), price: decimal(keys.pack.price), monthly: false };
  }
  const name = keys?.pack ?? keys?.plan;
  const found = book?.packs?.find((pack) => pack.name.toLowerCase() === name?.toLowerCase());
  return found && packOf(found);
}

function packOf({ name, size, price, every, expires, concurrency, beyond }: NonNullable<Account["packs"]>[number]): Pack {
  return {
    name,
    size: decimal(size),
    price: decimal(price),
    monthly: every === "month",
    ...(expires !== undefined && { expires: Number.parseInt(expires, 10) }),
    ...(concurrency && { concurrency }),
    ...(beyond !== undefined && { beyond: beyond === "none" || beyond === "unknown" ? beyond : decimal(beyond) }),
  };
}
