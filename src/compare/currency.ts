import type { Gathered } from "../gather.ts";
import type { ManifestFile } from "../manifest/parse.ts";
import type { BudgetKeys } from "../manifest/schema.ts";
import { convert, type Rates, rates } from "../money/convert.ts";
import { decimal } from "../money/decimal.ts";
import type { Problem } from "../problem.ts";
import type { Exposure } from "../risk/exposure.ts";

/** Base in head's currency. `from`: the original currency of each converted file of base. `problems`: files without an exchange rate. */
export type InHeadCurrency = { base: Gathered; from: ReadonlyMap<string, string>; problems: readonly Problem[] };

/**
 * Prices base's manifests in head's currency with head's rates, and converts their limits: $80 at base is
 * JPY 12,307.69 if head has `fx: { JPY: 0.0065 }`. Without a rate, the manifest cannot be compared.
 * @param renamed base's path of a head file whose path changed
 */
export function inHeadCurrency(base: Gathered, head: Gathered, renamed: ReadonlyMap<string, string>): InHeadCurrency {
  const from = new Map<string, string>();
  const problems: Problem[] = [];
  const manifests = base.manifests.map((manifest): ManifestFile => {
    const now = head.manifests.find(({ file }) => (renamed.get(file) ?? file) === manifest.file) ?? head.manifests[0];
    const { currency, fx, budget } = manifest.settings;
    // The currency of an unreadable manifest of head is unknown.
    if (!now || now.yaml.value === undefined || now.settings.currency === currency) return manifest;
    const to = now.settings.currency;
    const known = rates(now.settings.fx);
    from.set(manifest.file, currency);
    const missing = [currency, to].find((one) => "noRate" in convert(decimal(1), one, "USD", known));
    if (missing !== undefined) {
      const args = { what: "base", currency: missing, from: currency, to };
      problems.push({ code: "no-exchange-rate", severity: "error", file: now.file, path: ["currency"], args });
    }
    return {
      ...manifest,
      settings: {
        ...manifest.settings,
        currency: to,
        fx: { ...fx, ...now.settings.fx },
        budget: missing === undefined ? limitsIn(budget, currency, to, known) : budget,
      },
    };
  });
  return { base: from.size === 0 ? base : { ...base, manifests }, from, problems };
}

function limitsIn(budget: BudgetKeys, from: string, to: string, known: Rates): BudgetKeys {
  const converted = (amount: string): string => {
    const found = convert(decimal(amount), from, to, known);
    return "noRate" in found ? amount : found.toFixed();
  };
  const scopes = Object.entries(budget.scopes).map(([name, { match, monthly }]) => [name, { match, monthly: converted(monthly) }]);
  return { ...budget, ...(budget.monthly !== undefined && { monthly: converted(budget.monthly) }), scopes: Object.fromEntries(scopes) };
}

/** A side whose cost is unknown in the other side's currency, so that it cannot be compared. */
export function withoutRate(side: Exposure): Exposure {
  const estimates = side.estimates.map((one) => ({ ...one, status: "unpriced" as const, monthly: null, list: null, risk: null }));
  return { ...side, estimates, complete: false, total: null };
}
