import { creditValue, type Pack } from "../../engine/credit.ts";
import { onceOnly } from "../../engine/one-time-credit.ts";
import { type Pricing, toReporting } from "../../engine/pricing.ts";
import { isNoRate } from "../../money/convert.ts";
import { type Decimal, decimal, ZERO } from "../../money/decimal.ts";
import type { Problem } from "../../problem.ts";
import type { WorkloadCost } from "../workload-cost.ts";
import type { AccountLine } from "./ledger.ts";

/** Expiring credit is reported from this share of what is bought. */
const MUCH = 0.1;

/** Packs and plans of which at least a tenth expires unused in a steady month. Each is a note. */
export function expiryProblems(pricing: Pricing, lines: readonly AccountLine[]): Problem[] {
  const { manifest, book } = pricing;
  const { file, settings } = manifest;
  return lines.flatMap(({ provider, usage, bundle_remainder, beyond_plan }): Problem[] => {
    const entry = book.provider(provider)?.account;
    const keys = settings.accounts[provider];
    const pack = creditValue(entry, keys)?.pack;
    const unused = bundle_remainder?.minus(beyond_plan ?? ZERO);
    if (!pack || !unused?.gt(0) || !(pack.monthly || pack.expires)) return [];
    // Use beyond a plan that has a price of its own is no part of the plan.
    const plan = pack.monthly && typeof pack.beyond === "object" ? toReporting(pack.price, "USD", pricing) : null;
    const share = unused.div(plan && !isNoRate(plan) ? plan : usage.plus(unused)).toNumber();
    if (share < MUCH) return [];
    const smaller = smallerThan(pack, entry?.packs ?? []);
    const args = {
      ...{ pack: pack.name, size: pack.size.toNumber(), price: pack.price.toNumber(), share, monthly: unused.toNumber() },
      ...{ currency: settings.currency, expires: pack.monthly ? null : (pack.expires ?? null), smaller },
    };
    const at = keys?.plan !== undefined ? ["plan"] : keys?.pack !== undefined ? ["pack"] : [];
    return [{ code: "credit-expires", severity: "note", file, path: keys ? ["accounts", provider, ...at] : ["workloads"], args }];
  });
}

/** The name of the next smaller pack (or plan, for a plan); null if there is none. */
function smallerThan(pack: Pack, packs: readonly { name: string; size: string; every?: string | undefined; once?: boolean | undefined }[]): string | null {
  const below = packs.filter(({ size, every, once }) => !once && (every === "month") === pack.monthly && decimal(size).lt(pack.size));
  return below.sort((a, b) => decimal(b.size).cmp(a.size))[0]?.name ?? null;
}

/** Balances and trials of the manifest that do not cover one job of some workload. Each is a note that names the workloads. */
export function balanceProblems(pricing: Pricing, estimates: readonly WorkloadCost[]): Problem[] {
  const { manifest, book } = pricing;
  return Object.entries(manifest.settings.accounts).flatMap(([provider, keys]): Problem[] => {
    const once = onceOnly(book.provider(provider)?.account, keys, pricing);
    return (["trial", "prepaid"] as const).flatMap((what): Problem[] => {
      const balance: Decimal | null = keys[what] === undefined || isNoRate(once[what]) ? null : once[what];
      if (!balance?.gt(0)) return [];
      const short = estimates.filter(({ keys: own, job }) => own?.provider === provider && job?.amount.gt(balance));
      if (short.length === 0) return [];
      const mostExpensive = short.reduce((most: Decimal, { job }) => (job?.amount.gt(most) ? job.amount : most), ZERO);
      const args = {
        ...{ what, balance: String(keys[what]), worth: balance.toNumber(), job: mostExpensive.toNumber() },
        ...{ currency: manifest.settings.currency, workloads: short.map(({ name }) => name) },
      };
      return [{ code: "balance-below-a-job", severity: "note", file: manifest.file, path: ["accounts", provider, what], args }];
    });
  });
}
