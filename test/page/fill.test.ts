import { expect, test } from "vitest";
import { DATA_SLOT, fillPage, PRICES_SLOT } from "../../src/page/fill.ts";

const TEMPLATE = `<script type="application/json" id="data">${DATA_SLOT}</script><script type="application/json" id="prices">${PRICES_SLOT}</script>`;
const HOSTILE = "# </script><script>alert(1)</script><!-- <script> {{prices}} $& $1 \u2028 é";

/** What a browser reads in an element: up to the first end tag of a script. */
function read(html: string, id: string): unknown {
  const [, rest = ""] = html.split(`id="${id}">`);
  return JSON.parse(rest.slice(0, rest.search(/<\/script/i)));
}

test("data in the page stays text and is read back unchanged", () => {
  const recording = { files: { [HOSTILE]: HOSTILE }, globs: {}, links: {}, outside: [] };
  const data = { date: "2026-11-28", plan: { roots: [HOSTILE], prices: [], recording } };
  const html = fillPage(TEMPLATE, data, JSON.stringify([{ name: HOSTILE }]));
  expect(html.match(/<\/?script/g)).toHaveLength(4);
  expect(html).not.toContain("<!--");
  expect(read(html, "data")).toEqual(data);
  expect(read(html, "prices")).toEqual([{ name: HOSTILE }]);
});

test.each([
  ["no place for data", PRICES_SLOT],
  ["two", `${DATA_SLOT}${DATA_SLOT}${PRICES_SLOT}`],
  ["the wrong order", `${PRICES_SLOT}${DATA_SLOT}`],
])("a template with %s is refused", (_, template) => {
  expect(() => fillPage(template, { date: "2026-11-28", plan: null }, "[]")).toThrow("once each, in this order");
});
