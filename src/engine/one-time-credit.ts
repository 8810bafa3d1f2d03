import type { AccountKeys } from "../manifest/schema.ts";
import type { NoRate } from "../money/convert.ts";
import { type Decimal, decimal, ZERO } from "../money/decimal.ts";
import type { Account } from "../prices/schema.ts";
import { creditValue } from "./credit.ts";
import { type Pricing, toReporting } from "./pricing.ts";

/**
 * One-time credit of an account in the reporting currency: a trial (the manifest's value before the book's)
 * and a balance already paid for. The manifest states both in the account's unit, credits if it has them.
 * Either is unknown if there is no rate for its unit.
 */
export function onceOnly(
  entry: Account | undefined,
  keys: AccountKeys | undefined,
  pricing: Pick<Pricing, "manifest" | "rates">,
): { trial: Decimal | NoRate; prepaid: Decimal | NoRate } {
  const credit = creditValue(entry, keys);
  const inCredits = entry?.credit !== undefined || (entry?.packs?.length ?? 0) > 0;
  const worth = (units: string | undefined, ofCredits: boolean): Decimal | NoRate =>
    units === undefined ? ZERO : toReporting(ofCredits && credit ? decimal(units).times(credit.usd) : decimal(units), "USD", pricing);
  return {
    trial: keys?.trial === undefined ? worth(entry?.trial?.amount, entry?.trial?.unit === "credit") : worth(keys.trial, inCredits),
    prepaid: worth(keys?.prepaid, inCredits),
  };
}
