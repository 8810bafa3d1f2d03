import { createHash } from "node:crypto";
import type { Model, Provider } from "../src/prices/book.ts";
import { usualJobs } from "../src/prices/normalise.ts";
import type { WrittenModel, WrittenProvider } from "../src/prices/written-book.ts";

/** The text that `src/files/book.ts` reads, with one entry per line so that diffs are readable, and the hash that identifies its prices. */
export function writeBook(providers: readonly Provider[]): { snapshot: string; json: string } {
  const lines = providers.flatMap(({ models, ...provider }) => {
    const usual = JSON.stringify(usualJobs(provider.jobs));
    const written: WrittenProvider = { ...provider, names: models.map(({ id, aliases }) => [id, ...aliases]) };
    const line = ({ jobs, ...model }: Model): string => {
      const written: WrittenModel = JSON.stringify(jobs) === usual ? model : { ...model, jobs };
      return JSON.stringify(written);
    };
    return [JSON.stringify(written), ...models.map(line)];
  });
  const snapshot = `sha256:${createHash("sha256").update(lines.join("\n")).digest("hex")}`;
  const head = { snapshot, models: Object.fromEntries(providers.map(({ provider, models }) => [provider, models.length])) };
  return { snapshot, json: ascii(`[${[JSON.stringify(head), ...lines].join(",\n")}\n]\n`) };
}

/** JSON with all characters outside of ASCII escaped, because pure ASCII is read and parsed in half the time. */
function ascii(json: string): string {
  return json.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
