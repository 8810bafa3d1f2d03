import type { AccountKeys } from "../manifest/schema.ts";
import type { NoRate } from "../money/convert.ts";
import { type Decimal, decimal, ZERO } from "../money/decimal.ts";
import type { Account } from "../prices/schema.ts";
import { creditValue } from "./credit.ts";
import { type Pricing, toReporting } from "./pricing.ts";

/**
 * One-time credit of an account in the reporting currency: a trial, and a balance already paid for. For the trial, the manifest's value takes
 * precedence over the price book's. The manifest states both in credits if the account has credits, otherwise in USD. Either is unknown if
 * there is no exchange rate.
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
