import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Detectors } from "../scan/detect/detector.ts";

/** Loads the built-in detectors: the JSON that `scripts/generate.ts` writes beside the price book. @param folder the folder of the running bundle @throws an error of node:fs */
export function loadDetectors(folder: string): Detectors {
  return JSON.parse(readFileSync(join(folder, "..", "detectors.json"), "utf8")) as Detectors;
}
