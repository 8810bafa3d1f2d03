import { expect, test } from "vitest";
import { inFull } from "../../src/report/words/messages.ts";
import { reviewOne } from "../in-memory.ts";

/** One workload of the small book, as lines of a file; `keys` are in it. */
const one = (keys: string): string => `version: 1\nworkloads:\n  clip: { ${keys}, volume: { per_month: 10 } }\n`;
const acme = (keys: string): string => one(`provider: acme, model: acme-1, ${keys}`);
const top = (keys: string): string => `version: 1\n${keys}\nworkloads:\n  clip: { provider: acme, model: acme-1, volume: { per_month: 10 } }\n`;
const volume = (text: string): string => `version: 1\nworkloads:\n  clip: { provider: acme, model: acme-1, volume: ${text} }\n`;

/** A mistake of a new user, the only problem that is reported, and texts that its message contains. */
test.each<[string, string, readonly string[]]>([
  [top("").replace("version: 1", "version: '1'"), "wrong-value 1:10", ["`version` is `'1'`; it must be `1`.", "Write `version: 1`."]],
  [volume("{ per_month: '10' }"), "wrong-value 3:63", ["is `'10'`", "Write `per_month: 10`."]],
  [volume("{ per_month: 5k }"), "wrong-value 3:63", ["Write `per_month: 5000`."]],
  [volume("10"), "wrong-value 3:50", ["Write `volume: { per_month: 10 }`."]],
  [acme("output: { audio: 'true' }"), "wrong-value 3:59", ["is `'true'`", "Write `audio: true`."]],
  [acme("output: { audio: yes }"), "wrong-value 3:59", ["Write `audio: true`."]],
  [acme("output: { resolution: 1080 }"), "wrong-value 3:64", ["Write `resolution: 1080p`."]],
  [acme("output: { duration: 8 sec }"), "wrong-value 3:62", ["Write `duration: 8s`."]],
  [acme("input: { images: [a.png, b.png] }"), "wrong-value 3:51", ["is a list", "Write `images: 2`."]],
  [acme("price: 0.5"), "wrong-value 3:49", ["Write `price: { usd: 0.5, per: clip }`."]],
  [acme("mode: t2v"), "wrong-value 3:48", ["Did you mean `text-to-video`?"]],
  [acme("mode: image2video"), "wrong-value 3:48", ["Did you mean `image-to-video`?"]],
  [acme("client: { completion: poll }"), "wrong-value 3:64", ["Write `completion: { poll: { interval: 10s } }`."]],
  [acme("reliability: { outcomes: { provider_error: 3 } }"), "wrong-value 3:85", ["Write `provider_error: 3%`."]],
  [acme("reliability: { latency: { p50: 1e9s, p95: 10s } }"), "wrong-value 3:73", ["a number of seconds, or `8s`, `2m`, `1h`"]],
  [top("budget: 500"), "wrong-value 2:9", ["Write `budget: { monthly: 500 }`."]],
  [top("budget: { monthly: $500 }"), "wrong-value 2:20", ["Write `monthly: 500`."]],
  [top('budget: { monthly: "1,500" }'), "wrong-value 2:20", ["Write `monthly: 1500`."]],
  [top("budget: { monthly: 100, warn_at: 80 }"), "wrong-value 2:34", ["Write `warn_at: 80%`."]],
  [top("currency: usd"), "wrong-value 2:11", ["Write `currency: USD`."]],
  [one("provider: acme, modle: acme-1"), "unknown-key 3:27", ["Did you mean `model`?"]],
  [acme("duration: 5s"), "unknown-key 3:42", ["It belongs in `output`: `output: { duration: 5s }`."]],
  [acme("resolution: 720p"), "unknown-key 3:42", ["It belongs in `output`"]],
  [acme("output: { takes: 2 }"), "unknown-key 3:52", ["It belongs one level up, next to `output`."]],
  [top("").replace("workloads", "workload"), "unknown-key 3:1", ["Did you mean `workloads`?"]],
  [one("provider: acne, model: acme-1"), "unknown-provider 3:21", ["Did you mean `acme`?", "sold by `acme`"]],
  ["version: 1\nworkloads:\n\tclip:\n\t  provider: acme\n\t  model: acme-1\n", "yaml-syntax 3:1", ["the indentation contains a tab"]],
  ["version: 1\nworkloads:\n  clip:\n    provider: acme\n     model: acme-1\n", "yaml-syntax 5:6", ["the indentation of this line"]],
  ["version: 1\nworkloads:\n  clip:\n    provider: acme\n   model: acme-1\n", "yaml-syntax 5:1", ["the indentation of this line"]],
  ["version: 1\nworkloads:\n  clip:\n    provider:acme\n    model: acme-1\n", "yaml-syntax 4:5", ["a colon needs a space"]],
  ["version: 1\nworkloads:\n  clip: { provider: acme\n", "yaml-syntax 4:1", ["is not closed"]],
  ["version: 1\nworkloads:\nclip:\n  provider: acme\n  model: acme-1\n", "not-indented 3:1", ["`clip` is at the same level as `workloads`"]],
  ["version: 1\nworkloads:\n  clip:\n  provider: acme\n  model: acme-1\n", "not-indented 4:3", ["`provider` is at the same level as `clip`"]],
  [top("").replace("workloads:", "workloads: {}\nworkloads:"), "duplicate-key 4:1", ["defined twice"]],
])("%j is one problem with its fix", async (text, place, says) => {
  const { problems, verdict } = await reviewOne(text);
  const found = problems.filter(({ severity }) => severity !== "note");
  expect(found.map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual([place]);
  const words = found.map(inFull).join(" ");
  for (const part of says) expect(words).toContain(part);
  expect(words).not.toMatch(/\\d|\(\?:|\/\^/);
  expect(verdict).toBe("invalid");
});

test.each([
  ["{ tags: { team: grwoth } }", "`tags: { team: growth }`"],
  ["{ tags: { tema: growth } }", "`tags: { team: growth }`"],
  ["{ provider: acne }", "`provider: acme`"],
])("a scope %s that matches nothing names the nearest value", async (match, meant) => {
  const text = `version: 1\nbudget: { scopes: { g: { match: ${match}, monthly: 10 } } }\n${acme("tags: { team: growth }").slice(11)}`;
  const { problems } = await reviewOne(text);
  expect(problems.filter(({ code }) => code === "scope-matches-nothing").map(inFull)).toEqual([expect.stringContaining(meant)]);
});
