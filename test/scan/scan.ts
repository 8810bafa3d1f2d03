import { readDetectors } from "../../scripts/read-detectors.ts";
import type { ScanOptions, ScanResult } from "../../src/scan/finding.ts";
import { scanFiles } from "../../src/scan/scan.ts";
import { builtInBook } from "../run/built-in.ts";

const detectors = readDetectors();
const book = builtInBook();

/** Scans files given by name, with the built-in detectors and prices. */
export function scanned(files: Readonly<Record<string, string | Uint8Array>>, options: ScanOptions = {}): ScanResult {
  return scanFiles(
    Object.entries(files).map(([path, content]) => ({ path, content })),
    detectors,
    book,
    options,
  );
}

/** Findings as short lines: `provider model confidence file:line`. */
export function lines({ findings }: ScanResult): string[] {
  return findings.map(({ provider, model, confidence, places: [place] }) => `${provider} ${model} ${confidence} ${place?.file}:${place?.line}`);
}
