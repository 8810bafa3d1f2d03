import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { marked, type Token } from "marked";
import { describe, expect, test } from "vitest";
import { PAGES } from "./pages.ts";

/** Every link and picture of the documentation that stays in the repository leads somewhere: file, heading and all. */
const all = [...PAGES, "docs/prices.md"];

/** A page's links, and its headings in order. Each page is read once: hundreds of links lead to a few pages. */
const read = new Map<string, { links: string[]; headings: string[] }>();

function partsOf(page: string): { links: string[]; headings: string[] } {
  const known = read.get(page);
  if (known) return known;
  const parts = { links: [] as string[], headings: [] as string[] };
  marked.walkTokens(marked.lexer(readFileSync(page, "utf8"), { gfm: true }), (token: Token) => {
    if (token.type === "link" || token.type === "image") parts.links.push(token.href);
    if (token.type === "heading") parts.headings.push(token.text);
  });
  read.set(page, parts);
  return parts;
}

const linksOf = (page: string): string[] => partsOf(page).links.filter((href) => !/^[a-z]+:/.test(href));

/** Anchors as GitHub makes them of headings: small letters, no punctuation, dashes for spaces, a number where one repeats. */
function anchorsOf(page: string): Set<string> {
  const anchors = new Set<string>();
  for (const heading of partsOf(page).headings) {
    const text = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[`*]/g, "");
    const anchor = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replaceAll(" ", "-");
    let unique = anchor;
    for (let again = 1; anchors.has(unique); again++) unique = `${anchor}-${again}`;
    anchors.add(unique);
  }
  return anchors;
}

describe.each(all)("%s", (page) => {
  test("has no broken link", () => {
    const broken = linksOf(page).filter((href) => {
      const [path = "", anchor] = href.split("#");
      const target = path === "" ? page : normalize(join(dirname(page), decodeURI(path)));
      if (!existsSync(target)) return true;
      return anchor !== undefined && statSync(target).isFile() && !anchorsOf(target).has(anchor);
    });
    expect(broken).toEqual([]);
  });
});

test("the index of the docs lists every page, and the cookbook's index its own", () => {
  const listed = (index: string): string[] => linksOf(index).map((href) => normalize(join(dirname(index), href.split("#")[0] as string)));
  const pages = all.filter((page) => page.startsWith("docs/") && page !== "docs/README.md");
  expect(pages.filter((page) => !listed("docs/README.md").includes(page) && !listed("docs/cookbook/README.md").includes(page))).toEqual([]);
});

test("every docs page can be reached from the README", () => {
  const seen = new Set<string>();
  const visit = (page: string): void => {
    if (seen.has(page) || !page.endsWith(".md") || !existsSync(page)) return;
    seen.add(page);
    for (const href of linksOf(page)) visit(normalize(join(dirname(page), (href.split("#")[0] as string) || ".")));
  };
  visit("README.md");
  expect(all.filter((page) => page.startsWith("docs/") && !seen.has(page))).toEqual([]);
});
