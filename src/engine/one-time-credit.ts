import type { AccountKeys } from "../manifest/schema.ts";
import { type Decimal, decimal, ZERO } from "../money/decimal.ts";
import type { Account } from "../prices/schema.ts";
import { creditValue } from "./credit.ts";

/**
 * What an account has only once, in the reporting currency: a trial, the manifest's word before the book's,
 * and a balance already paid for. The manifest says both in the account's unit: credits where it has them.
 * @param toReport USD in the reporting currency
 */
export function onceOnly(entry: Account | undefined, keys: AccountKeys | undefined, toReport: (usd: Decimal) => Decimal): { trial: Decimal; prepaid: Decimal } {
  const credit = creditValue(entry, keys);
  const inCredits = entry?.credit !== undefined || (entry?.packs?.length ?? 0) > 0;
  const worth = (units: string | undefined, ofCredits: boolean): Decimal =>
    units === undefined ? ZERO : toReport(ofCredits && credit ? decimal(units).times(credit.usd) : decimal(units));
  return {
    trial: keys?.trial === undefined ? worth(entry?.trial?.amount, entry?.trial?.unit === "credit") : worth(keys.trial, inCredits),
    prepaid: worth(keys?.prepaid, inCredits),
  };
}
