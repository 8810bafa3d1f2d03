const TOP = new Set(["mode", "tier", "region", "runtime"]);
const OUTPUT = new Set(["duration", "frames", "segments", "resolution", "audio", "aspect_ratio", "fps", "quality", "count"]);

/** Where in a workload a field of a price file is written. */
export function manifestPath(field: string): string[] {
  if (field === "input.megapixels") return ["input", "resolution"];
  if (field.startsWith("input.")) return field.split(".");
  if (field === "megapixels") return ["output", "resolution"];
  if (TOP.has(field)) return [field];
  return OUTPUT.has(field) ? ["output", field] : ["options", field];
}
