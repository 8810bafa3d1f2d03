import type { Request } from "../engine/request.ts";
import type { Tariff } from "../engine/tariff.ts";

/**
 * Identifies the price of a request: model, mode, resolution, sound, the matching charges and factors with their rounding rules, and the
 * account's currency, credit value and discount. All jobs with the same key prove the same price.
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
