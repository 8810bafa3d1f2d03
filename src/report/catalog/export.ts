import { stringify } from "csv-stringify/sync";
import type { InForce, LitellmExport, PriceLine } from "../../catalog/export.ts";
import type { NotPerSecond } from "../../catalog/per-second.ts";
import { round } from "../../money/round.ts";
import type { Condition, Matcher } from "../../prices/condition.ts";

/** Video models in the format of LiteLLM's `model_prices_and_context_window.json`, in the order of the price book, with USD for one second. */
export function litellmJson({ rows }: LitellmExport): string {
  const entries = rows.map(({ key, seller, model, price, rates }) => [
    key,
    {
      litellm_provider: seller,
      mode: "video_generation",
      ...Object.fromEntries(rates.map(({ resolution, usd }) => [`output_cost_per_second${resolution === null ? "" : `_${resolution}`}`, round(usd)])),
      ...(rates.some(({ resolution }) => resolution !== null) && { supported_resolutions: rates.map(({ resolution }) => resolution) }),
      source: price.source,
      ...(model.name !== undefined && { metadata: { notes: model.name } }),
    },
  ]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

/** One line for each price that LiteLLM's format cannot express, with the reason. */
export function notSaidText({ rows, notSaid }: LitellmExport): string {
  const lines = notSaid.map((one) => `  ${one.id}: ${REASONS[one.why]}${"value" in one ? ` (${one.value})` : ""}\n`);
  return `${rows.length} models exported; ${notSaid.length} have prices that the format cannot say:\n${lines.join("")}`;
}

const REASONS: Record<NotPerSecond["why"] | "seller", string> = {
  seller: "LiteLLM has no such provider",
  meter: "not billed by the second of output",
  condition: "depends on more than the resolution",
  steps: "has a minimum, a step or included units",
  total: "has a minimum or rounding of the total",
  "several-charges": "has several charges",
  "unknown-amount": "an amount of it is unknown",
  "unknown-credit": "what a credit costs in USD is unknown",
  "no-charge": "no charge applies to a resolution that it makes",
};

/** CSV with a row for each charge and factor of every price in force. Amounts are as published; conditions use the field names of a price file. */
export function pricesCsv(lines: readonly PriceLine[]): string {
  const rows = lines.map((line) => {
    const { provider, model, price } = line;
    const own = "charge" in line ? chargeCells(line.charge) : { kind: "factor", amount: line.factor.factor, when: conditionText(line.factor.when) };
    return {
      provider,
      model: model.id,
      modes: model.modes.join(" "),
      ...own,
      from: price.from,
      to: price.to,
      source: price.source,
      checked: price.checked,
      confidence: price.confidence,
    };
  });
  return stringify(rows, { header: true, columns: [...COLUMNS] });
}

const COLUMNS = [
  "provider",
  "model",
  "modes",
  "kind",
  "line",
  "meter",
  "of",
  "amount",
  "unit",
  "per",
  "when",
  "from",
  "to",
  "source",
  "checked",
  "confidence",
] as const;

function chargeCells({ extra, line, meter, of, amount, per, when }: Extract<PriceLine, { charge: unknown }>["charge"]): Record<string, string> {
  return {
    kind: extra ? "extra" : "charge",
    line,
    meter,
    of: of.join(" "),
    amount: amount === "unknown" ? "unknown" : amount.value,
    unit: amount === "unknown" ? "" : amount.unit,
    per,
    when: conditionText(when),
  };
}

/** A condition as text: `resolution = 1080p | 4k, duration > 5`. Empty if the line always applies. */
function conditionText(when: Condition): string {
  return Object.entries(when)
    .map(([field, matcher]) => `${field} ${matcherText(matcher)}`)
    .join(", ");
}

function matcherText(matcher: Matcher): string {
  if ("in" in matcher) return `= ${matcher.in.join(" | ")}`;
  const { min, above, max, below } = matcher;
  const bounds: readonly (readonly [string, number | undefined])[] = [
    [">=", min],
    [">", above],
    ["<=", max],
    ["<", below],
  ];
  return bounds.flatMap(([sign, value]) => (value === undefined ? [] : [`${sign} ${value}`])).join(" and ");
}

/** The complete prices in force as JSON, `video-budget/prices-export@1`. */
export function pricesJson(prices: readonly InForce[], date: string, snapshot: string): string {
  const listed = prices.map(({ provider, model: { prices: _, ...model }, price }) => ({ provider, ...model, price }));
  return `${JSON.stringify({ schema: "video-budget/prices-export@1", date, snapshot, prices: listed }, null, 2)}\n`;
}
