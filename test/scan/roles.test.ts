import { describe, expect, test } from "vitest";
import type { Role } from "../../src/scan/finding.ts";
import { lines, scanned } from "./scan.ts";

/** The role of the one id in a line of code; null if there is no finding. */
function role(file: string, code: string): Role | null {
  return scanned({ [file]: code }).findings[0]?.places[0]?.role ?? null;
}

describe("the role of a string in the code around it", () => {
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
    ["a.py", 'log_generation(user, model="veo-3.1-generate-preview")', "message"],
    ["a.py", 'def generate_video(self, prompt, model: str = "veo-3.1-generate-preview"):\n  pass', "default"],
    ["a.ts", 'const MODEL_PREFIX = "veo-3.1-generate-preview";', "comparison"],
    ["a.ts", 'import { client } from "kling-video-o1";', "key"],
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
  test.each(["text-gray-400", "font: Sora", "const wan = network;", "kling"])("are not found in %s", (text) => {
    expect(lines(scanned({ "a.ts": `const x = "${text}";` }))).toEqual([]);
  });

  test("of a seller of many media count if they contain a video family", () => {
    const code = (id: string): string => `import { fal } from "@fal-ai/client";\nawait fal.subscribe("${id}", { input: {} });`;
    expect(lines(scanned({ "a.ts": code("fal-ai/flux/dev") }))).toEqual([]);
    expect(lines(scanned({ "a.ts": code("fal-ai/veo3/fast") }))).toEqual(["fal fal-ai/veo3/fast call a.ts:2"]);
  });

  test("that are keys of a map to another id are names of the team", () => {
    const code = 'const MODELS = { "veo3-fast": { endpoint: "fal-ai/veo3/fast" } };\nconst chosen = pick("veo3-fast");';
    expect(lines(scanned({ "a.ts": code }))).toEqual(["fal fal-ai/veo3/fast constant a.ts:1"]);
  });

  test("of several sellers without a host name have all sellers", () => {
    const { findings } = scanned({ "a.ts": 'const model = "sora-2";' });
    expect(findings).toMatchObject([{ provider: "unknown", providers: expect.arrayContaining(["openai", "azure"]) }]);
  });
});

describe("a known id at an unknown host has an unknown provider, whoever sells it", () => {
  test.each<[string, string, string]>([
    [
      "in the body of the call",
      "a.ts",
      'await fetch("https://gateway.example.com/v1/generate", { method: "POST", body: JSON.stringify({ model: "fal-ai/veo3/fast" }) });',
    ],
    [
      "in an object that a call sends",
      "a.py",
      'payload = {"model": "fal-ai/veo3/fast"}\nr = requests.post("https://gateway.example.com/v1/jobs", json=payload)',
    ],
    ["with the URL in a constant", "a.py", 'URL = "https://gateway.example.com/v1/jobs"\nr = requests.post(URL, json={"model": "fal-ai/veo3/fast"})'],
  ])("%s", (_, file, code) => {
    expect(scanned({ [file]: code }).findings).toMatchObject([{ provider: "unknown", providers: ["fal"], model: "fal-ai/veo3/fast", confidence: "call" }]);
  });

  test("through a library with another host", () => {
    const code = (set: string): string => `from openai import OpenAI\nclient = OpenAI(${set})\nclient.videos.create(model="sora-2", prompt=p)\n`;
    const providerOf = (set: string): string | undefined => scanned({ "a.py": code(set) }).findings[0]?.provider;
    expect(providerOf('base_url="https://gateway.example.com/v1"')).toBe("unknown");
    expect(providerOf('base_url=os.getenv("BASE", "https://gateway.example.com/v1")')).toBe("unknown");
    expect(providerOf('base_url="https://api.openai.com/v1"')).toBe("openai");
    expect(providerOf("api_key=key")).toBe("openai");
  });

  test.each([
    ["a known host", 'await fetch("https://queue.fal.run/fal-ai/veo3/fast", { method: "POST", body: "{}" });'],
    ["a relative path", 'await fetch("/api/generate", { method: "POST", body: JSON.stringify({ model: "fal-ai/veo3/fast" }) });'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how code writes it
    ["a host from a variable", 'await fetch(`${process.env.GATEWAY}/v1`, { method: "POST", body: JSON.stringify({ model: "fal-ai/veo3/fast" }) });'],
  ])("but not at %s", (_, code) => {
    expect(scanned({ "a.ts": code }).findings).toMatchObject([{ provider: "fal" }]);
  });
});

describe("paths of the scan", () => {
  test.each([
    ["src/a.test.ts", "test"],
    ["tests/a.py", "test"],
    ["README.md", "doc"],
  ])("%s counts as %s, with each place", (file, why) => {
    const { findings, left_out } = scanned({ [file]: 'model = "veo-3.1-generate-preview"' });
    expect(findings).toEqual([]);
    expect(left_out).toEqual([{ why, file, line: 1, text: "veo-3.1-generate-preview" }]);
  });

  test.each([
    ["node_modules/a/b.js", "vendored"],
    ["dist/a.js", "generated"],
    ["yarn.lock", "lock"],
    ["data.csv", "data"],
  ])("%s is not read because it is %s", (file, why) => {
    expect(scanned({ [file]: "veo-3.1-generate-preview" }).left_out).toEqual([{ why, file, line: null, text: null }]);
  });

  test("a comment excludes a place and states its reason", () => {
    const { findings, ignored } = scanned({ "a.py": '# video-budget: ignore only a demo\nmodel = "veo-3.1-generate-preview"' });
    expect(findings).toEqual([]);
    expect(ignored).toEqual([{ file: "a.py", line: 2, text: "veo-3.1-generate-preview", reason: "only a demo" }]);
  });

  test("settings exclude paths and ids, and name the team's own calls", () => {
    const files = { "legacy/a.py": 'model = "veo-3.1-generate-preview"', "b.ts": 'renderClip("sora-2");' };
    expect(lines(scanned(files, { ignore: ["legacy/**"], calls: ["renderClip("] }))).toEqual(["unknown sora-2 call b.ts:1"]);
    expect(lines(scanned(files, { ignore: ["legacy/**"], models: ["sora-2"] }))).toEqual([]);
  });

  test("the nearest manifest above a file owns it", () => {
    const { findings } = scanned({ "a/x.py": 'model = "sora-2"', "y.py": 'model = "sora-2"' }, { manifests: ["video-budget.yml", "a/video-budget.yml"] });
    expect(findings.map(({ manifest }) => manifest)).toEqual(["a/video-budget.yml", "video-budget.yml"]);
  });
});

describe("names that a team invented are not ids, even if they look like one", () => {
  test.each([
    "kling_o1_images",
    "kling3.settings.duration",
    "Kling3Service",
    "veo3_image_to_video",
    "sora2_video",
    "hailuo_02_standard_image_to_video",
    "seedanceProService",
    "kling-v2.mp4",
  ])("%s", (name) => {
    expect(lines(scanned({ "a.ts": `const a = "${name}"; const host = "https://queue.fal.run";` }))).toEqual([]);
  });

  test("a maker's name with a number is an id as the value of a model, and a word elsewhere", () => {
    const host = 'const host = "https://api.dev.runwayml.com/v1/image_to_video";';
    expect(lines(scanned({ "a.ts": `${host}\nconst body = { model: "veo3" };` }))).toEqual(["runway veo3 call a.ts:2"]);
    expect(lines(scanned({ "a.ts": `${host}\nconst tool = "veo3";` }))).toEqual([]);
  });

  test("the first part of an id, used to ask for a job's status, is not a model", () => {
    const code = 'URL = "https://queue.fal.run/fal-ai/kling-video/v2.1/pro/image-to-video"\nSTATUS_BASE = "https://queue.fal.run/fal-ai/kling-video"';
    expect(lines(scanned({ "a.rb": code }))).toEqual(["fal fal-ai/kling-video/v2.1/pro/image-to-video call a.rb:1"]);
  });

  test("a file's own function named like a library's is not a submit", () => {
    expect(lines(scanned({ "a.py": "from google import genai\ndef generate_videos(scenes):\n  return scenes\ngenerate_videos([])" }))).toEqual([]);
  });
});
