import type { Parameters } from "./file/facts.ts";
import { type LiteralValue, PARAMETERS, type Parameter } from "./finding.ts";

/** At most this many values of a parameter are kept. */
const MOST_VALUES = 50;

/** Merges the parameters of several places. The first literal wins, then the first default, then `dynamic`, then `not-sent`. Several literals are all kept in `values`. */
export function mergedParameters(all: readonly Parameters[]): Parameters {
  const found: Parameters = {};
  for (const name of PARAMETERS) {
    const said = all.flatMap((one) => one[name] ?? []);
    const best = (["literal", "default", "dynamic", "not-sent"] as const).map((from) => said.find((one) => one.from === from)).find((one) => one !== undefined);
    if (!best) continue;
    const values = literalsOf(said);
    found[name] = values.length > 1 ? { ...best, values } : best;
  }
  return found;
}

/** Each literal once per file, at its first line. */
function literalsOf(said: readonly Parameter[]): LiteralValue[] {
  const byValue = new Map<string, LiteralValue>();
  for (const { value, from, file, line } of said) {
    if (from !== "literal" || value === null || file === null || line === null) continue;
    const key = JSON.stringify([file, value]);
    if (!byValue.has(key) && byValue.size < MOST_VALUES) byValue.set(key, { value, file, line });
  }
  return [...byValue.values()];
}

/** The literal values of a parameter with their places; empty if the parameter has another origin. */
export function literalValues({ value, from, file, line, values }: Parameter): readonly LiteralValue[] {
  if (values) return values;
  return from === "literal" && value !== null && file !== null && line !== null ? [{ value, file, line }] : [];
}
