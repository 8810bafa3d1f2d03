import type { Parameters } from "./file/facts.ts";
import { type LiteralValue, PARAMETERS, type Parameter } from "./finding.ts";

/** So many values of a parameter are kept. */
const MOST_VALUES = 50;

/** Of what several places say the first literal, else the first default, else that it is decided at run time, else nothing; with all literals where they are several. */
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

/** Each value once for each file, at the first line that has it. */
function literalsOf(said: readonly Parameter[]): LiteralValue[] {
  const byValue = new Map<string, LiteralValue>();
  for (const { value, from, file, line } of said) {
    if (from !== "literal" || value === null || file === null || line === null) continue;
    const key = JSON.stringify([file, value]);
    if (!byValue.has(key) && byValue.size < MOST_VALUES) byValue.set(key, { value, file, line });
  }
  return [...byValue.values()];
}

/** The values that code writes out for a parameter, with where each stands; none if it is decided elsewhere. */
export function literalValues({ value, from, file, line, values }: Parameter): readonly LiteralValue[] {
  if (values) return values;
  return from === "literal" && value !== null && file !== null && line !== null ? [{ value, file, line }] : [];
}
