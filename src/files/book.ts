import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Book, Provider } from "../prices/book.ts";

/**
 * The built-in price book: the JSON that `scripts/generate.ts` writes beside the two bundles, so that
 * start-up parses no YAML of ours. Between the line of the snapshot and the last it has one line per
 * provider, and a line is parsed when its provider is first asked for: a run needs few of them. All of
 * it is ASCII.
 * @param folder where the running bundle is; the JSON is one folder up
 * @throws the error of node:fs where the JSON is not there
 */
export function loadBook(folder: string): Book {
  const [head = "", ...lines] = readFileSync(join(folder, "..", "prices.json"), "latin1").split("\n");
  const { snapshot } = JSON.parse(`${head}}}`) as { snapshot: string };
  const written = new Map<string, string>();
  for (const line of lines) {
    const end = line.indexOf('":');
    if (line.startsWith('"') && end > 0) written.set(line.slice(1, end), line.slice(end + 2, line.endsWith(",") ? -1 : undefined));
  }
  const parsed = new Map<string, Provider>();
  return {
    snapshot,
    slugs: [...written.keys()],
    provider(slug) {
      const json = written.get(slug);
      if (json !== undefined && !parsed.has(slug)) parsed.set(slug, JSON.parse(json) as Provider);
      return parsed.get(slug);
    },
  };
}
