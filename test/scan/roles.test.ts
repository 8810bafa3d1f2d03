import { describe, expect, test } from "vitest";
import type { Role } from "../../src/scan/finding.ts";
import { lines, scanned } from "./scan.ts";

/** The role of the one id in a line of code; null where it is no finding. */
function role(file: string, code: string): Role | null {
  return scanned({ [file]: code }).findings[0]?.places[0]?.role ?? null;
}

describe("what a string is to the code around it", () => {
  test.each<[string, string, Role | null]>([
    ["a.py", 'model = "veo-3.1-generate-preview"', "constant"],
    ["a.py", 'def f(prompt, model: str = "veo-3.1-generate-preview"):\n  pass', "default"],
    ["a.py", 'model = os.getenv("VIDEO_MODEL", "veo-3.1-generate-preview")', "env-default"],
    ["a.py", 'model = name or "veo-3.1-generate-preview"', "default"],
    ["a.py", 'model = settings.get("model", "veo-3.1-generate-preview")', "default"],
    ["a.py", 'if model == "veo-3.1-generate-preview":\n  pass', "comparison"],
    ["a.py", 'if model in ("veo-3.1-generate-preview", "x"):\n  pass', "comparison"],
    ["a.py", 'ALLOWED_MODELS = ("veo-3.1-generate-preview",)', "ui-list"],
    ["a.py", 'PRICES = {"veo-3.1-generate-preview": 0.4}', "price-table"],
    ["a.py", 'MODELS = ["veo-3.1-generate-preview"]', "map"],
    ["a.py", 'print("veo-3.1-generate-preview")', "message"],
    ["a.py", '# "veo-3.1-generate-preview"', null],
    ["a.py", 'payload = {"model": "veo-3.1-generate-preview"}', "body"],
    ["a.ts", 'type Model = "veo-3.1-generate-preview" | "other";', "type"],
    ["a.ts", 'interface Ask { model: "veo-3.1-generate-preview"; }', "type"],
    ["a.ts", 'const m = process.env.VIDEO_MODEL ?? "veo-3.1-generate-preview";', "env-default"],
    ["a.ts", 'const models = { fast: "veo-3.1-fast-generate-preview" };', "map"],
    ["a.ts", 'if (models.includes("veo-3.1-generate-preview")) go();', "comparison"],
    ["a.ts", "// veo-3.1-generate-preview", null],
    ["a.go", 'const model = "veo-3.1-generate-preview"', "constant"],
    ["a.rb", 'model = "veo-3.1-generate-preview" # the best', "constant"],
    ["a.php", "<?php $model = 'veo-3.1-generate-preview';", "constant"],
    ["a.php", "<?php return ['video' => env('MODEL', 'veo-3.1-generate-preview')];", "env-default"],
    ["A.java", 'String model = "veo-3.1-generate-preview";', "constant"],
    ["a.kt", 'val model = "veo-3.1-generate-preview"', "constant"],
    ["A.cs", 'var model = "veo-3.1-generate-preview";', "constant"],
    ["a.rs", 'let model = "veo-3.1-generate-preview";', "constant"],
    ["a.dart", "final model = 'veo-3.1-generate-preview';", "constant"],
    [".env", "VIDEO_MODEL=veo-3.1-generate-preview", "env-default"],
    ["a.html", '<option value="veo-3.1-generate-preview">', "ui-list"],
    ["locales/en.json", '{ "fast": "veo-3.1-generate-preview" }', "message"],
  ])("%s: %s", (file, code, expected) => {
    expect(role(file, code)).toBe(expected);
  });
});

describe("ids", () => {
  test.each(["text-gray-400", "font: Sora", "const wan = network;", "kling"])("are not in %s", (text) => {
    expect(lines(scanned({ "a.ts": `const x = "${text}";` }))).toEqual([]);
  });

  test("of a seller of everything count where they say video", () => {
    const code = (id: string): string => `import { fal } from "@fal-ai/client";\nawait fal.subscribe("${id}", { input: {} });`;
    expect(lines(scanned({ "a.ts": code("fal-ai/flux/dev") }))).toEqual([]);
    expect(lines(scanned({ "a.ts": code("fal-ai/veo3/fast") }))).toEqual(["fal fal-ai/veo3/fast call a.ts:2"]);
  });

  test("that name another in a map are the team's own", () => {
    const code = 'const MODELS = { "veo3-fast": { endpoint: "fal-ai/veo3/fast" } };\nconst chosen = pick("veo3-fast");';
    expect(lines(scanned({ "a.ts": code }))).toEqual(["fal fal-ai/veo3/fast constant a.ts:1"]);
  });

  test("of several sellers without a host name all of them", () => {
    const { findings } = scanned({ "a.ts": 'const model = "sora-2";' });
    expect(findings).toMatchObject([{ provider: "unknown", providers: expect.arrayContaining(["openai", "azure"]) }]);
  });
});

describe("paths", () => {
  test.each([
    ["src/a.test.ts", "test"],
    ["tests/a.py", "test"],
    ["README.md", "doc"],
  ])("%s is counted as %s, each place", (file, why) => {
    const { findings, left_out } = scanned({ [file]: 'model = "veo-3.1-generate-preview"' });
    expect(findings).toEqual([]);
    expect(left_out).toEqual([{ why, file, line: 1, text: "veo-3.1-generate-preview" }]);
  });

  test.each([
    ["node_modules/a/b.js", "vendored"],
    ["dist/a.js", "generated"],
    ["yarn.lock", "lock"],
    ["data.csv", "data"],
  ])("%s is not read: %s", (file, why) => {
    expect(scanned({ [file]: "veo-3.1-generate-preview" }).left_out).toEqual([{ why, file, line: null, text: null }]);
  });

  test("a comment takes a place out, with its reason", () => {
    const { findings, ignored } = scanned({ "a.py": '# video-budget: ignore only a demo\nmodel = "veo-3.1-generate-preview"' });
    expect(findings).toEqual([]);
    expect(ignored).toEqual([{ file: "a.py", line: 2, text: "veo-3.1-generate-preview", reason: "only a demo" }]);
  });

  test("settings leave out paths and ids, and name the team's own calls", () => {
    const files = { "legacy/a.py": 'model = "veo-3.1-generate-preview"', "b.ts": 'renderClip("sora-2");' };
    expect(lines(scanned(files, { ignore: ["legacy/**"], calls: ["renderClip("] }))).toEqual(["unknown sora-2 call b.ts:1"]);
    expect(lines(scanned(files, { ignore: ["legacy/**"], models: ["sora-2"] }))).toEqual([]);
  });

  test("the nearest manifest upward owns a file", () => {
    const { findings } = scanned({ "a/x.py": 'model = "sora-2"', "y.py": 'model = "sora-2"' }, { manifests: ["video-budget.yml", "a/video-budget.yml"] });
    expect(findings.map(({ manifest }) => manifest)).toEqual(["a/video-budget.yml", "video-budget.yml"]);
  });
});
