import { expect, test } from "vitest";
import { followLinks } from "../../src/notation/links.ts";

/** As a POSIX system resolves them, by hand; null is out of the root or round in a circle. */
test.each<[string, Record<string, string>, string | null]>([
  ["video-budget.yml", {}, "video-budget.yml"],
  ["video-budget.yml", { "video-budget.yml": "conf/video-budget.yml" }, "conf/video-budget.yml"],
  ["a/vb.yml", { "a/vb.yml": "../conf/vb.yml" }, "conf/vb.yml"],
  ["a/vb.yml", { "a/vb.yml": "../../conf/vb.yml" }, null],
  ["vb.yml", { "vb.yml": "/etc/passwd" }, null],
  ["a/b/vb.yml", { "a/b": "../shared" }, "shared/vb.yml"],
  ["one.yml", { "one.yml": "two.yml", "two.yml": "three.yml" }, "three.yml"],
  ["one.yml", { "one.yml": "two.yml", "two.yml": "one.yml" }, null],
  ["one.yml", { "one.yml": "one.yml" }, null],
  ["l/vb.yml", { l: "l/l" }, null],
  // Where the link leads comes before its parent: deep/er/.. is deep.
  ["vb.yml", { "vb.yml": "l/../vb.yml", l: "deep/er" }, "deep/vb.yml"],
  ["vb.yml", { "vb.yml": "./conf//vb.yml" }, "conf/vb.yml"],
  ["out/vb.yml", { out: "..", vb: "x" }, null],
  ["../vb.yml", {}, null],
  ["/vb.yml", {}, null],
])("%s with the links %o leads to %s", async (path, links, expected) => {
  expect(await followLinks(path, async (at) => (Object.hasOwn(links, at) ? (links[at] ?? null) : null))).toBe(expected);
});
