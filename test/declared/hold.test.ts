import { describe, expect, test } from "vitest";
import { readDetectors } from "../../scripts/read-detectors.ts";
import { codeReview } from "../../src/declared/code-review.ts";
import { scanSettings } from "../../src/declared/policy.ts";
import type { CodeReview } from "../../src/declared/result.ts";
import { gather } from "../../src/gather.ts";
import type { SourceFile } from "../../src/scan/finding.ts";
import { scanFiles } from "../../src/scan/scan.ts";
import { readerOf } from "../in-memory.ts";
import { builtInBook } from "../run/built-in.ts";

const book = builtInBook();
const detectors = readDetectors();
const KLING = "fal-ai/kling-video/v2.6/pro/text-to-video";
const VEO = "fal-ai/veo3/fast";
type Texts = Readonly<Record<string, string | object>>;

/** A call of fal's client in a file of TypeScript. */
const call = (model: string, input = 'prompt: "a"'): string =>
  `import { fal } from "@fal-ai/client";\nexport const make = () =>\n  fal.subscribe("${model}", { input: { ${input} } });\n`;
const workload = (model: string, more: object = {}): object => ({ provider: "fal", model, volume: { per_month: 10 }, ...more });
const manifest = (workloads: object, settings: object = {}): object => ({ version: 1, ...settings, workloads });
const isManifest = (path: string): boolean => path.endsWith("video-budget.yml");

/** All code if there is no base, otherwise what head adds to it. */
async function reviewed(head: Texts, base: Texts | null = null, more: readonly SourceFile[] = []): Promise<CodeReview> {
  const sideOf = (files: Texts) => gather(readerOf(files), Object.keys(files).filter(isManifest), book.snapshot);
  const side = await sideOf(head);
  const baseSide = base && (await sideOf(base));
  const options = scanSettings(side, baseSide, new Map());
  const scanned = (files: Texts) =>
    scanFiles(
      [...Object.entries(files).flatMap(([path, content]) => (typeof content === "string" ? [{ path, content }] : [])), ...more],
      detectors,
      book,
      options,
    );
  const market = { date: "2026-11-22", rates: new Map() };
  return codeReview({ head: scanned(head), base: base && scanned(base), side, baseSide, renamed: new Map(), book, market, unread: [] });
}

const undeclared = ({ undeclared: all }: CodeReview): string[] =>
  all.map(({ finding, undeclared: [place] }) => `${finding.provider}/${finding.model} ${place?.file}:${place?.line}`);
const said = ({ problems }: CodeReview): string[] => problems.map(({ code, severity, file, line }) => `${code} ${severity} ${file}:${line}`);

describe("calls that a workload declares", () => {
  test("are those of its provider and model anywhere under its manifest", async () => {
    const result = await reviewed({ "video-budget.yml": manifest({ a: workload(KLING) }), "src/a.ts": call(KLING), "src/b.ts": call(VEO) });
    expect(undeclared(result)).toEqual([`fal/${VEO} src/b.ts:3`]);
    expect(said(result)).toEqual(["undeclared-call warning src/b.ts:3"]);
    expect(result.reasons.map(({ code, level, file, args }) => [code, level, file, args])).toEqual([
      ["undeclared-call", "warn", "video-budget.yml", { calls: [`fal/${VEO}`] }],
    ]);
  });

  test("are compared with the nearest manifest above their file", async () => {
    const files = {
      "video-budget.yml": manifest({ a: workload(KLING) }),
      "services/x/video-budget.yml": manifest({ b: workload(VEO) }),
      "services/x/src/a.ts": call(KLING),
    };
    expect(undeclared(await reviewed(files))).toEqual([`fal/${KLING} services/x/src/a.ts:3`]);
  });

  test("include those of included manifests", async () => {
    const files = {
      "video-budget.yml": manifest({}, { include: ["budgets/b.video-budget.yml"] }),
      "budgets/b.video-budget.yml": manifest({ b: workload(VEO) }),
      "src/a.ts": call(VEO),
    };
    expect(undeclared(await reviewed(files))).toEqual([]);
  });

  test("are looked for in all manifests if no manifest is above the file", async () => {
    const files = { "config/video-budget.yml": manifest({ a: workload(KLING) }), "src/a.ts": call(KLING), "src/b.ts": call(VEO) };
    expect(undeclared(await reviewed(files))).toEqual([`fal/${VEO} src/b.ts:3`]);
  });

  test("are only those under `code`, relative to the manifest, if it is set", async () => {
    const files = {
      "app/video-budget.yml": manifest({ a: workload(KLING, { code: "teasers/**" }) }),
      "app/teasers/a.ts": call(KLING),
      "app/b.ts": call(KLING),
    };
    expect(undeclared(await reviewed(files))).toEqual([`fal/${KLING} app/b.ts:3`]);
  });

  test("can be anywhere in the repository if the manifest is in .github", async () => {
    const files = { ".github/video-budget.yml": manifest({ a: workload(KLING, { code: ["src/**"] }) }), "src/a.ts": call(KLING) };
    expect(undeclared(await reviewed(files))).toEqual([]);
  });

  test("can have a model chosen at run time if `code` names their file", async () => {
    const code =
      'import { fal } from "@fal-ai/client";\nexport const video = () => fal.subscribe(process.env.VIDEO_MODEL, { input: { prompt: "a video" } });\n';
    const open = await reviewed({ "video-budget.yml": manifest({ a: workload(KLING) }), "src/a.ts": code, "src/k.ts": call(KLING) });
    expect(undeclared(open)).toEqual(["fal/null src/a.ts:2"]);
    const told = await reviewed({
      "video-budget.yml": manifest({ a: workload(KLING), d: workload(VEO, { code: "src/a.ts" }) }),
      "src/a.ts": code,
      "src/k.ts": call(KLING),
    });
    expect(undeclared(told)).toEqual([]);
  });

  test("have the same provider; the same model at another provider is reported as a near miss", async () => {
    const code = 'from google import genai\nclient = genai.Client()\nclient.models.generate_videos(model="veo-3.1-fast-generate-preview", prompt="a")\n';
    const declared = { provider: "vertex", model: "veo-3.1-fast-generate-001", volume: { per_month: 1 } };
    const result = await reviewed({ "video-budget.yml": manifest({ teaser: declared }), "a.py": code });
    expect(undeclared(result)).toEqual(["google/veo-3.1-fast-generate-preview a.py:3"]);
    expect(result.problems[0]?.args).toMatchObject({ near: "teaser", elsewhere: "vertex", provider: "google" });
  });
});

test("models named in manifests, price files and saved reports are not calls; naming a code file as a price file is an error", async () => {
  const report = `{\n  "schema": "video-budget/report@1",\n  "workloads": [{ "model": "${VEO}" }]\n}\n`;
  const prices = `provider: acme\nname: Acme\nmodels: []\nnotes: ${VEO}\n`;
  const files = {
    "video-budget.yml": manifest({ a: workload(KLING) }, { prices: ["acme.yml"] }),
    "src/a.ts": call(KLING),
    "report.json": report,
    "acme.yml": prices,
  };
  expect(undeclared(await reviewed(files))).toEqual([]);
  const hiding = { "video-budget.yml": manifest({ a: workload(KLING) }, { prices: ["src/b.ts"] }), "src/a.ts": call(KLING), "src/b.ts": call(VEO) };
  const side = await gather(readerOf(hiding), ["video-budget.yml"], book.snapshot);
  expect(side.problems.filter(({ severity }) => severity === "error").length).toBeGreaterThan(0);
});

describe("files that the scan does not read", () => {
  const large = (text: string): string => text + "// ".padEnd(80, "x").concat("\n").repeat(20_000);
  test.each([
    ["is too large and names a call", large(call(VEO)), ["scan-incomplete warning video-budget.yml:1"]],
    ["cannot be opened", null, ["scan-incomplete warning video-budget.yml:1"]],
    ["is large and has no word of a detector", large("export const a = 1;\n"), []],
    ["is large and generated", large(`// Code generated by protoc. DO NOT EDIT.\n${call(VEO)}`), []],
  ])("are reported only if they could hold a call: one that %s", async (_, content, expected) => {
    const files = { "video-budget.yml": manifest({ a: workload(KLING, { code: "src/a.ts" }) }), "src/a.ts": call(KLING) };
    const result = await reviewed(files, null, [{ path: "src/b.ts", content }]);
    expect(said(result)).toEqual(expected);
    expect(result.reasons.map(({ code, level }) => [code, level])).toEqual(expected.length === 0 ? [] : [["scan-incomplete", "warn"]]);
  });
});

describe("drift between code and a workload", () => {
  test.each([
    ['prompt: "a", duration: "10"', { duration: 5 }, ["parameter-drift note src/a.ts:3"]],
    ['prompt: "a", duration: "5"', { duration: 5 }, []],
    ['prompt: "a", duration: seconds', { duration: 5 }, []],
    ['prompt: "a", duration: "10"', {}, []],
    ['prompt: "a", generate_audio: true', { audio: false }, ["parameter-drift note src/a.ts:3"]],
  ])("is compared for code { %s } and a workload %j", async (input, output, expected) => {
    const files = { "video-budget.yml": manifest({ a: workload(KLING, { output }) }), "src/a.ts": call(KLING, input) };
    expect(said(await reviewed(files))).toEqual(expected);
  });

  test.each([
    ["note", "note", []],
    ["warn", "warning", [["parameter-drift", "warn", { workloads: ["a"] }]]],
    ["fail", "error", [["parameter-drift", "fail", { workloads: ["a"] }]]],
    ["off", null, []],
  ])("affects the verdict as policy.drift: %s says", async (drift, severity, reasons) => {
    const settings = { policy: { drift } };
    const files = { "video-budget.yml": manifest({ a: workload(KLING, { output: { duration: 5 } }) }, settings), "src/a.ts": call(KLING, 'duration: "10"') };
    const result = await reviewed(files);
    expect(said(result)).toEqual(severity === null ? [] : [`parameter-drift ${severity} src/a.ts:3`]);
    expect(result.reasons.map(({ code, level, args }) => [code, level, args])).toEqual(reasons);
  });

  test("is reported at each literal value that the workload does not have", async () => {
    const files = {
      "video-budget.yml": manifest({ a: workload(KLING, { output: { duration: 5 } }) }),
      "src/a.ts": call(KLING, 'duration: "5"'),
      "src/b.ts": call(KLING, 'duration: "10"'),
      "src/c.ts": call(KLING, 'duration: "10"'),
    };
    const result = await reviewed(files);
    expect(said(result)).toEqual(["parameter-drift note src/b.ts:3"]);
    expect(result.problems[0]?.args).toMatchObject({ key: "duration", code: 10, declared: 5 });
  });

  test("is judged by the `code` of each of two workloads with the same model", async () => {
    const workloads = {
      a: workload(KLING, { output: { duration: 5 }, code: "src/a/**" }),
      b: workload(KLING, { output: { duration: 10 }, code: "src/b/**" }),
    };
    const files = (inA: string): Texts => ({
      "video-budget.yml": manifest(workloads),
      "src/a/x.ts": call(KLING, `duration: "${inA}"`),
      "src/b/x.ts": call(KLING, 'duration: "10"'),
    });
    expect(said(await reviewed(files("5")))).toEqual([]);
    expect(said(await reviewed(files("10")))).toEqual(["parameter-drift note src/a/x.ts:3"]);
  });

  test("is absent if one of two workloads with the same model agrees", async () => {
    const workloads = { a: workload(KLING, { output: { duration: 5 } }), b: workload(KLING, { output: { duration: 10 } }) };
    expect(said(await reviewed({ "video-budget.yml": manifest(workloads), "src/a.ts": call(KLING, 'duration: "10"') }))).toEqual([]);
  });

  test("includes another model in a workload's code that no longer calls its own", async () => {
    const workloads = manifest({ a: workload(KLING, { code: "src/**" }) }, { policy: { drift: "fail" } });
    const swapped = await reviewed({ "video-budget.yml": workloads, "src/a.ts": call(VEO) });
    expect([undeclared(swapped), said(swapped)]).toEqual([[], ["model-drift error src/a.ts:3"]]);
    expect(swapped.reasons.map(({ code, level }) => [code, level])).toEqual([["model-drift", "fail"]]);
    const another = await reviewed({ "video-budget.yml": workloads, "src/a.ts": call(KLING), "src/b.ts": call(VEO) });
    expect(undeclared(another)).toEqual([`fal/${VEO} src/b.ts:3`]);
  });
});

test("a workload that no code calls is noted", async () => {
  const files = { "video-budget.yml": manifest({ a: workload(KLING), b: workload(VEO) }), "src/a.ts": call(KLING) };
  expect((await reviewed(files)).problems.map(({ code, severity, path }) => [code, severity, path])).toEqual([["unused-workload", "note", ["workloads", "b"]]]);
});

describe("findings that head adds to base", () => {
  const files = { "video-budget.yml": manifest({ a: workload(KLING) }), "src/a.ts": call(KLING) };

  test("do not include existing calls when a repository adopts the tool", async () => {
    expect(said(await reviewed({ ...files, "src/b.ts": call(VEO) }, { "src/a.ts": call(KLING), "src/b.ts": call(VEO) }))).toEqual([]);
  });

  test("do not include another place of a model that base calls undeclared, but include another model", async () => {
    const base = { ...files, "src/b.ts": call(VEO) };
    expect(undeclared(await reviewed({ ...base, "src/c.ts": call(VEO) }, base))).toEqual([]);
    expect(undeclared(await reviewed({ ...base, "src/c.ts": call("fal-ai/veo3.1") }, base))).toEqual(["fal/fal-ai/veo3.1 src/c.ts:3"]);
  });

  test("call a replaced model drift, and a model beside it undeclared", async () => {
    const base = { "video-budget.yml": manifest({ a: workload(KLING, { code: "src/**" }) }), "src/a.ts": call(KLING) };
    expect(said(await reviewed({ ...base, "src/a.ts": call(VEO) }, base))).toEqual(["model-drift note src/a.ts:3"]);
    expect(said(await reviewed({ ...base, "src/b.ts": call(VEO) }, base))).toEqual(["undeclared-call warning src/b.ts:3"]);
  });

  test("call a replaced model drift even if base had another undeclared call beside it", async () => {
    const base = { "video-budget.yml": manifest({ a: workload(KLING, { code: "src/**" }) }), "src/a.ts": call(KLING), "src/old.ts": call(VEO) };
    expect(said(await reviewed({ ...base, "src/a.ts": call("fal-ai/veo3.1") }, base))).toEqual(["model-drift note src/a.ts:3"]);
  });

  test("list calls that a comment excludes", async () => {
    const code = call(VEO).replace("  fal.subscribe", "  // video-budget: ignore a demo\n  fal.subscribe");
    const result = await reviewed({ ...files, "src/b.ts": code }, files);
    expect([undeclared(result), result.ignored.map(({ file, line, reason }) => [file, line, reason])]).toEqual([[], [["src/b.ts", 4, "a demo"]]]);
  });

  test("fail under `undeclared: fail` and are absent under `off`", async () => {
    const under = (policy: object) => {
      const base = { ...files, "video-budget.yml": manifest({ a: workload(KLING) }, { policy }) };
      return reviewed({ ...base, "src/b.ts": call(VEO) }, base);
    };
    const failing = await under({ undeclared: "fail" });
    expect([said(failing), failing.reasons.map(({ level }) => level)]).toEqual([["undeclared-call error src/b.ts:3"], ["fail"]]);
    expect(said(await under({ undeclared: "off" }))).toEqual([]);
  });

  test("a new manifest does not exempt the code under it from base's policy or settings", async () => {
    const base = { ...files, "video-budget.yml": manifest({ a: workload(KLING) }, { policy: { undeclared: "fail" } }) };
    const free = manifest({}, { policy: { undeclared: "off" }, scan: { ignore: ["**"], models: [VEO] } });
    const result = await reviewed({ ...base, "src/video-budget.yml": free, "src/b.ts": call(VEO) }, base);
    expect(said(result)).toEqual(["undeclared-call error src/b.ts:3"]);
  });
});
