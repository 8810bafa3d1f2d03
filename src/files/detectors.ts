import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Detectors } from "../scan/detect/detector.ts";

/** The built-in detectors: the JSON that `scripts/generate.ts` writes beside the price book. @param folder where the running bundle is. @throws the error of node:fs */
export function loadDetectors(folder: string): Detectors {
  return JSON.parse(readFileSync(join(folder, "..", "detectors.json"), "utf8")) as Detectors;
}
