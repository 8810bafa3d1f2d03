import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The parts of a what-if page, which the build writes beside the bundles: `dist/page/template.html`, and the price book as text. */
export type PageParts = { template: string; prices: string };

/** @param folder the folder of the running bundle @throws an error of node:fs if a part is missing */
export function loadPageParts(folder: string): PageParts {
  const text = (...path: string[]): string => readFileSync(join(folder, "..", ...path), "utf8");
  return { template: text("page", "template.html"), prices: text("prices.json") };
}
