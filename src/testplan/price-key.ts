import type { Request } from "../engine/request.ts";
import type { Tariff } from "../engine/tariff.ts";

/**
 * Identifies the price of a request: model, mode, resolution, sound, the charges and factors that it meets
 * with their rounding rules, and what the account makes of them. Jobs of one key prove one price.
 * @returns null if the request has no price
 */
export function priceKey(request: Request, tariff: Tariff): string | null {
  const rules = tariff.rules(request);
  if ("no" in rules) return null;
  const { fields } = request;
  const { currency, credit, discount } = tariff.money;
  return JSON.stringify([
    tariff.id,
    fields.get("mode") ?? null,
    fields.get("resolution") ?? null,
    fields.get("audio") ?? null,
    rules.charges,
    rules.factors,
    tariff.price.total ?? null,
    currency,
    credit?.usd.toFixed() ?? null,
    discount,
  ]);
}
