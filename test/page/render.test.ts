import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { Page } from "../../src/page/app/page.tsx";
import { openSession } from "../../src/page/session.ts";
import { ACME, bookOfFiles } from "../in-memory.ts";
import { planOf } from "./plan.ts";

const BAD = '<img src=x onerror="alert(1)">';
const book = bookOfFiles(ACME, {
  provider: "evil",
  name: BAD,
  models: [{ ...ACME.models[0], id: BAD, aliases: [], prices: [{ ...(ACME.models[0]?.prices?.[0] as object), source: "javascript:alert(1)" }] }],
});

async function page(): Promise<string> {
  const file = `${BAD}.yml`;
  const manifest = {
    version: 1,
    budget: { monthly: 100, scopes: { [BAD]: { monthly: 1, match: { provider: "acme" } } } },
    workloads: {
      clips: { provider: "acme", model: "acme-1", output: { duration: "5s" }, volume: { per_month: { low: 10, likely: 20, high: 60 } }, tags: { team: BAD } },
      unknown: { provider: "acme", model: BAD, volume: { per_month: 1 } },
    },
  };
  const session = await openSession(await planOf({ [file]: JSON.stringify(manifest) }, [file]), { date: "2026-11-28" }, book);
  return renderToString(h(Page, { book, date: "2026-11-28", plan: { session, written: await session.reviewOf(new Map()) } }));
}

test("texts of manifests and price files stay text, and only web addresses are links", async () => {
  const html = await page();
  expect(html).toContain("&lt;img src=x");
  expect(html).not.toContain("<img");
  expect(html).not.toMatch(/href="javascript/);
});

test("every control has a name, every table a caption, and no id is used twice", async () => {
  const html = await page();
  const labelled = new Set([...html.matchAll(/<label for="([^"]+)"/g)].map(([, id]) => id));
  const inLabels = new Set(
    [...html.matchAll(/<label>.*?<\/label>/gs)].flatMap(([label]) => [...label.matchAll(/<(?:input|select)[^>]*>/g)].map(([tag]) => tag)),
  );
  const controls = [...html.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)].map(([tag]) => tag);
  const nameless = controls.filter((tag) => !/aria-label=/.test(tag) && !labelled.has(/ id="([^"]+)"/.exec(tag)?.[1] ?? "") && !inLabels.has(tag));
  expect(controls.length).toBeGreaterThan(8);
  expect(nameless).toEqual([]);
  expect(html.match(/<table/g)?.length).toBe(html.match(/<caption/g)?.length);
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids).toEqual([...new Set(ids)]);
  expect(html).toContain('role="status"');
});

test("a workload without a price is shown as unpriced", async () => {
  expect(await page()).toMatch(/unknown.*?no price/s);
});
