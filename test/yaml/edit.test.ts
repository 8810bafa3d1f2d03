import { expect, test } from "vitest";
import { parse } from "yaml";
import { setKeys } from "../../src/yaml/set-keys.ts";
import { blockLines, flowText } from "../../src/yaml/tree.ts";

const TREE = { workloads: { a: { reliability: { evidence: { moderated: { k: 1, n: 20 } }, latency: { p50: "60s", p95: "90s" } } } } };

const HEAD = "# first\nworkloads:\n";
test.each([
  [
    "in a block without them",
    `${HEAD}  a:   # it\n    model: m  # last\n  b: 1\n`,
    `${HEAD}  a:   # it\n    model: m  # last\n    reliability:\n      evidence:\n        moderated: { k: 1, n: 20 }\n      latency: { p50: 60s, p95: 90s }\n  b: 1\n`,
  ],
  [
    "in a flow map",
    `${HEAD}  a: {model: m}\n`,
    `${HEAD}  a: {model: m, reliability: { evidence: { moderated: { k: 1, n: 20 } }, latency: { p50: 60s, p95: 90s } }}\n`,
  ],
  ["in an empty map", `${HEAD}  a: {}\n`, `${HEAD}  a: { reliability: { evidence: { moderated: { k: 1, n: 20 } }, latency: { p50: 60s, p95: 90s } } }\n`],
  [
    "if a key has no value",
    `${HEAD}  a:\n    reliability:\n    model: m\n`,
    `${HEAD}  a:\n    reliability: { evidence: { moderated: { k: 1, n: 20 } }, latency: { p50: 60s, p95: 90s } }\n    model: m\n`,
  ],
  [
    "over old values, between comments",
    `${HEAD}  a:\n    reliability:\n      latency: { p50: '1m', p95: 3m } # old\n      # of last week\n      evidence:\n        moderated: { k: 0, n: 9 } # few\n`,
    `${HEAD}  a:\n    reliability:\n      latency: { p50: 60s, p95: 90s } # old\n      # of last week\n      evidence:\n        moderated: { k: 1, n: 20 } # few\n`,
  ],
  [
    "at the end of a text without a line break",
    `${HEAD}  a:\n    reliability:\n      outcomes: { moderated: 1% }`,
    `${HEAD}  a:\n    reliability:\n      outcomes: { moderated: 1% }\n      evidence:\n        moderated: { k: 1, n: 20 }\n      latency: { p50: 60s, p95: 90s }`,
  ],
  [
    "in two maps that end at one place",
    `${HEAD}  a:\n    reliability:\n      evidence:\n        invalid: { k: 0, n: 9 }\n`,
    `${HEAD}  a:\n    reliability:\n      evidence:\n        invalid: { k: 0, n: 9 }\n        moderated: { k: 1, n: 20 }\n      latency: { p50: 60s, p95: 90s }\n`,
  ],
])("keys are set %s", (_, before, after) => {
  expect(setKeys(before, [TREE])).toEqual({ text: after });
  expect(parse(after)).toMatchObject(TREE);
  expect(setKeys(after, [TREE])).toEqual({ text: after });
});

test.each([
  ["an alias", "workloads:\n  b: &b { model: m }\n  a: *b\n", ["workloads", "a"]],
  ["a number where a map should be", "workloads:\n  a: { reliability: 5 }\n", ["workloads", "a", "reliability"]],
])("%s is left to a person", (_, text, stuck) => expect(setKeys(text, [TREE])).toEqual({ stuck }));

test.each([
  ["a list", { code: ["src/a.ts", "src/b.ts"] }, "code: [src/a.ts, src/b.ts]"],
  ["a list of one", { code: ["src/**"] }, "code: [src/**]"],
  ["an empty list", { code: [] }, "code: []"],
  ["a list in a map", { scan: { ignore: ["a", "b"] } }, "scan: { ignore: [a, b] }"],
  ["maps in a list", { rows: [{ k: 1, n: 20 }] }, "rows: [{ k: 1, n: 20 }]"],
  ["strings with separators in a list", { code: ["a, b", "c]", "d: e"] }, 'code: ["a, b", "c]", "d: e"]'],
  ["strings with separators in a map", { output: { resolution: "a, b", note: "c}" } }, 'output: { resolution: "a, b", note: "c}" }'],
  ["a key that needs quotes", { "a: b": 1, "#c": { d: { e: 1 } } }, '"a: b": 1\n"#c":\n  d: { e: 1 }'],
])("%s is written on one line and read back", (_, tree, text) => {
  expect(blockLines(tree, 0).join("\n")).toBe(text);
  expect(parse(text)).toEqual(tree);
  expect(parse(flowText(tree))).toEqual(tree);
});
