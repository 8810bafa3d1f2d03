import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { type Detectors, detectorFile, familiesFile } from "../src/scan/detect/detector.ts";

/** Reads every detector and the families. @throws Error that names the file and what is wrong in it */
export function readDetectors(): Detectors {
  const names = readdirSync("detectors").filter((name) => name.endsWith(".yml") && name !== "families.yml");
  const read = <T>(name: string, schema: { parse: (value: unknown) => T }): T => {
    try {
      return schema.parse(parse(readFileSync(`detectors/${name}`, "utf8")));
    } catch (error) {
      throw new Error(`detectors/${name}: ${error instanceof Error ? error.message : error}`);
    }
  };
  return { providers: names.sort().map((name) => read(name, detectorFile)), families: read("families.yml", familiesFile) };
}

/** The text that `src/files/detectors.ts` reads, with one line per provider and without the parts that only tests and people need. */
export function writtenDetectors(): string {
  const { providers, families } = readDetectors();
  const rows = providers.map(({ examples: _, sources: __, ...detector }) => JSON.stringify({ ...detector, sources: [], examples: [] }));
  return `{"providers":[\n${rows.join(",\n")}\n],\n"families":${JSON.stringify(families)}}\n`;
}
