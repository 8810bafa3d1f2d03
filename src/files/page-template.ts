import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What a page is made of, as the build writes it beside the bundles: dist/page/template.html, and the price book's text. */
export type PageParts = { template: string; prices: string };

/** @param folder where the running bundle is @throws the error of node:fs where they are not there */
export function loadPageParts(folder: string): PageParts {
  const text = (...path: string[]): string => readFileSync(join(folder, "..", ...path), "utf8");
  return { template: text("page", "template.html"), prices: text("prices.json") };
}
