import { expect, test } from "vitest";
import type { Override } from "../../../src/budget/override.ts";
import { toJson } from "../../../src/report/review/json.ts";
import { toMarkdown, toSummary } from "../../../src/report/review/markdown.ts";
import { report } from "../../../src/report/review/schema.ts";
import { toText } from "../../../src/report/review/text.ts";
import type { Review } from "../../../src/review/result.ts";
import { gateOne } from "../../control/gate.ts";
import { HOSTILE, liveTokens } from "../hostile.ts";

const clip = { provider: "acme", model: "acme-1", output: { duration: 5, resolution: "720p", audio: true } };
const clips = (per_month: number, more: object = {}): object => ({ ...clip, volume: { per_month }, ...more });

/** 200 clips cost $150. Base's limit is $100, the change's own $120, and the change removes a tag. */
const raised = (): Promise<Review> =>
  gateOne(
    { version: 1, budget: { monthly: 100 }, workloads: { c: clips(100, { tags: { team: "growth" } }) } },
    { version: 1, budget: { monthly: 120 }, workloads: { c: clips(200) } },
  );
const rule = { label: "video-budget-approved", min_role: "maintain", by_author: false } as const;

test("a change judged under two settings prints the golden comment and text", async () => {
  const review = { ...(await raised()), override: { rule, state: "absent" } as const };
  await expect(toMarkdown(review, {})).toMatchFileSnapshot("golden/controls.md");
  await expect(toText(review, { width: 100, color: false, verbose: false })).toMatchFileSnapshot("golden/controls-100.txt");
});

test("the JSON report has both judgments among its reasons, in the usual shape", async () => {
  const read = report.parse(JSON.parse(toJson(await raised())));
  expect(read.reasons.map(({ code, limit, value }) => [code, limit, value])).toEqual([
    ["budget-exceeded", 120, 150],
    ["budget-exceeded", 100, 150],
    ["controls-changed", null, 150],
  ]);
  expect(read.verdict).toBe("fail");
});

test("the summary has the comment's section on the controls", async () => {
  const review = await raised();
  const part = (text: string): string | undefined => /\*\*Budget settings changed\*\*[\s\S]*?(?=\n\n[^-])/.exec(text)?.[0];
  expect(part(toSummary(review, {}))).toBe(part(toMarkdown(review, {})));
  expect(part(toSummary(review, {}))).toContain("(`budget` and `tags of c`)");
});

test.each<[string, Override, string]>([
  ["role", { rule, state: "refused", by: "rita", why: "role", role: "write" }, "`rita` added it and has the role `write`."],
  ["author", { rule, state: "refused", by: "ann", why: "author", role: null }, "`ann`, the author, added it."],
  ["commit", { rule, state: "refused", by: "olga", why: "commit", role: null }, "GitHub does not show that this commit existed by then."],
  ["dearer", { rule, state: "refused", by: "olga", why: "dearer", role: null }, "this one costs more or breaks more."],
  ["unknown", { rule, state: "refused", by: null, why: "unknown", role: null }, "GitHub does not say who added it"],
])("a label that does not count says why (%s) and what to do", async (_, override, words) => {
  const text = toMarkdown({ ...(await raised()), override }, {});
  expect(text).toContain(words);
  expect(text).toContain("removes the label and adds it again; if that starts no run, re-run this one.");
});

test("logins, labels and workloads stay text", async () => {
  const saying = async (text: string): Promise<string> => {
    const override = { rule: { ...rule, label: text }, state: "refused", by: text, why: "role", role: text } as const;
    const controls = { stands: "own", limits: [], changed: [{ file: text, what: "tags", workloads: [text] }] } as const;
    return toMarkdown({ ...(await raised()), override, controls }, {});
  };
  const ours = liveTokens(await saying("harmless"));
  for (const text of HOSTILE) expect(liveTokens(await saying(text))).toEqual(ours);
});
