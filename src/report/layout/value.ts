/** A value of a manifest in its YAML form: `{ low: 40, likely: 80, high: 200 }`. An absent or empty value is `nothing`. */
export function inYaml(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return `[${value.map(inYaml).join(", ")}]`;
  if (typeof value !== "object") return String(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return entries.length === 0 ? "nothing" : `{ ${entries.map(([key, inner]) => `${key}: ${inYaml(inner)}`).join(", ")} }`;
}
