import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lines, scanned } from "./scan.ts";

const SORA = `from openai import OpenAI
client = OpenAI()
SIZE = "1280x720"

@retry(stop=stop_after_attempt(3))
def make(prompt, seconds=8):
    video = client.videos.create(model="sora-2", prompt=prompt, seconds=str(seconds), size=SIZE)
    while not video.done:
        time.sleep(10)
        video = client.videos.retrieve(video.id)
`;

describe("a call", () => {
  const [finding] = scanned({ "sora.py": SORA }).findings;

  test("says what it sends: a constant is literal, a parameter has a default", () => {
    expect(finding?.parameters).toMatchObject({
      duration: { value: 8, from: "default" },
      resolution: { value: "1280x720", from: "literal", line: 3 },
      audio: { value: null, from: "not-sent" },
    });
  });

  test("says which code is around it", () => {
    expect(finding?.hints).toEqual({
      max_attempts: 3,
      notes: [
        { kind: "retried-submit", file: "sora.py", line: 5, value: 3 },
        { kind: "endless-poll", file: "sora.py", line: 8, value: null },
      ],
    });
  });

  describe("with a short timeout", () => {
    const hintsOf = (file: string, wait: string): object | undefined => {
      const submit = file.endsWith(".py")
        ? 'from openai import OpenAI\nvideo = client.videos.create(model="sora-2")\n'
        : 'import OpenAI from "openai";\nconst video = await client.videos.create({ model: "sora-2" });\n';
      return scanned({ [file]: submit + wait }).findings[0]?.hints;
    };
    const short = (file: string, seconds: number, line: number): object => ({
      give_up_after: seconds,
      notes: [{ kind: "short-timeout", file, line, value: seconds }],
    });
    test.each<[string, string, number, number]>([
      ["a.py", "for _ in range(30):\n    time.sleep(10)\n    poll()", 300, 3],
      ["a.py", "start = time.time()\nwhile time.time() - start < 120:\n    time.sleep(5)", 120, 4],
      ["a.py", "MAX_WAIT = 2 * 60\nwhile time.monotonic() - start < MAX_WAIT:\n    time.sleep(5)", 120, 4],
      ["a.py", "await asyncio.wait_for(done, timeout=90)", 90, 3],
      ["a.ts", "const TIMEOUT = 3 * 60 * 1000;\nwhile (Date.now() - start < TIMEOUT) {\n  await sleep(5000);\n}", 180, 4],
      ["a.ts", "for (let i = 0; i < 24; i++) {\n  await new Promise((r) => setTimeout(r, 5_000));\n  if ((await ask()).done) break;\n}", 120, 3],
      ["a.ts", "await task.waitForTaskOutput({ timeout: 60_000 });", 60, 3],
    ])("is reported at the line of the timeout: %s: %s", (file, wait, seconds, line) => expect(hintsOf(file, wait)).toEqual(short(file, seconds, line)));

    test("is not reported because of a loop that submits", () => {
      expect(hintsOf("a.py", "for scene in range(5):\n    if done: break\n    make(client.videos.create(prompt=p))\n    time.sleep(2)")).not.toHaveProperty(
        "give_up_after",
      );
    });

    test("is not reported for a wait of ten minutes or without a number", () => {
      expect(hintsOf("a.py", "for _ in range(60):\n    time.sleep(10)\n    poll()")).toEqual({ give_up_after: 600, notes: [] });
      expect(hintsOf("a.py", "while time.time() - start < settings.wait:\n    time.sleep(10)")).toEqual({ notes: [] });
    });
  });

  test("with a model from the environment is reported", () => {
    const { findings } = scanned({
      "a.ts": 'import RunwayML from "@runwayml/sdk";\nawait client.imageToVideo.create({ model: process.env.VIDEO_MODEL, duration: 5 });',
    });
    expect(findings).toMatchObject([{ provider: "runway", model: null, dynamic: "env VIDEO_MODEL", confidence: "call" }]);
  });

  test("with an unknown model has it as it is written", () => {
    expect(lines(scanned({ "a.py": 'from openai import OpenAI\nclient.videos.create(model="sora-9-future")' }))).toEqual(["openai sora-9-future call a.py:2"]);
  });

  test("that asks for a job's status does not count", () => {
    const code = 'r = requests.post(f"https://api.klingai.com/v1/videos/text2video/{task}", headers=headers)';
    expect(lines(scanned({ "a.py": code }))).toEqual([]);
  });

  test("in a notebook has the line in the notebook", () => {
    const cell = [
      "{",
      ' "cells": [',
      "  {",
      '   "cell_type": "code",',
      '   "source": [',
      '    "import replicate\\n",',
      '    "replicate.run(\\"kwaivgi/kling-v2.6\\", input={})\\n"',
      "   ]",
      "  }",
      " ]",
      "}",
    ];
    expect(lines(scanned({ "a.ipynb": cell.join("\n") }))).toEqual(["replicate kwaivgi/kling-v2.6 call a.ipynb:7"]);
  });

  test("that is made in several ways keeps each value with its place; the first is the value", () => {
    const call = (seconds: number): string => `from openai import OpenAI\nclient.videos.create(model="sora-2", seconds="${seconds}", size="1280x720")\n`;
    const [found] = scanned({ "a.py": call(4), "b.py": call(8), "c.py": call(8) }).findings;
    expect(found?.parameters.duration).toEqual({
      value: 4,
      from: "literal",
      file: "a.py",
      line: 2,
      values: [
        { value: 4, file: "a.py", line: 2 },
        { value: 8, file: "b.py", line: 2 },
        { value: 8, file: "c.py", line: 2 },
      ],
    });
    expect(scanned({ "a.py": call(4) }).findings[0]?.parameters.duration).toEqual({ value: 4, from: "literal", file: "a.py", line: 2 });
  });

  describe("a call of Seedance with flags in its prompt", () => {
    const parametersOf = (text: string): object | undefined => {
      const code = [
        "from volcenginesdkarkruntime import Ark",
        "def make(prompt, seconds=10):",
        `  text = ${text}`,
        '  client.content_generation.tasks.create(model="doubao-seedance-1-0-pro-250528", content=[{"type": "text", "text": text}])',
      ];
      return scanned({ "a.py": code.join("\n") }).findings[0]?.parameters;
    };
    test.each<[string, object]>([
      [
        'f"{prompt} --dur 5 --rs 1080p --rt 16:9"',
        { duration: { value: 5, from: "literal", line: 3 }, resolution: { value: "1080p", from: "literal" }, aspect_ratio: { value: "16:9", from: "literal" } },
      ],
      [
        'prompt + " --duration 8 --resolution 720p --ratio 9:16"',
        { duration: { value: 8, from: "literal" }, resolution: { value: "720p" }, aspect_ratio: { value: "9:16" } },
      ],
      ['f"{prompt} --dur {seconds}"', { duration: { value: 10, from: "default" }, resolution: { value: null, from: "not-sent" } }],
      ['prompt + " --dur " + str(seconds)', { duration: { value: null, from: "dynamic" } }],
      ['f"{prompt} --camerafixed false"', { duration: { value: null, from: "not-sent" } }],
    ])("reads the flags: %s", (text, expected) => expect(parametersOf(text)).toMatchObject(expected));

    test("prefers the request's values to the prompt's", () => {
      const code =
        'from volcenginesdkarkruntime import Ark\nclient.content_generation.tasks.create(model="doubao-seedance-1-0-pro-250528", duration=12, content=[{"type": "text", "text": "a cat --dur 5"}])';
      expect(scanned({ "a.py": code }).findings[0]?.parameters.duration).toMatchObject({ value: 12, from: "literal" });
    });
  });

  test("has the same fingerprint on another line", () => {
    expect(scanned({ "sora.py": `\n\n${SORA}` }).findings[0]?.fingerprint).toBe(finding?.fingerprint);
  });
});

describe("arbitrary bytes", () => {
  const words = fc.constantFrom(
    "veo-3.1",
    '"',
    "'",
    "`",
    "${",
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    "\n",
    "=",
    ":",
    "model",
    "fal.subscribe(",
    "//",
    "/*",
    "#",
    "=>",
    "while",
    "sora-2",
    "?",
    ",",
    "https://queue.fal.run/",
    "\\",
    "<",
    ">",
  );
  const file = fc.constantFrom("a.ts", "a.py", "a.go", "a.php", "a.yml", "a.json", ".env", "a.ipynb", "a.rb", "a.sh", "a.html", "a.rs");

  test("are read without an error", () => {
    fc.assert(
      fc.property(file, fc.array(words, { maxLength: 60 }), (path, parts) => scanned({ [path]: parts.join(" ") }).files === 1),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(file, fc.uint8Array({ maxLength: 300 }), (path, bytes) => scanned({ [path]: bytes }).files === 1),
      { numRuns: 200 },
    );
  });
});

describe("a library of two providers", () => {
  const CALL = `from google import genai
client = genai.Client()
operation = client.models.generate_videos(
    model="MODEL",
    prompt=prompt,
)
`;

  test("belongs to the provider that sells the id", () => {
    // prices/vertex.yml sells veo-3.1-generate-001, prices/google.yml does not; both list the preview, and the library is google's.
    expect(lines(scanned({ "a.py": CALL.replace("MODEL", "veo-3.1-generate-001") }))).toEqual(["vertex veo-3.1-generate-001 call a.py:4"]);
    expect(lines(scanned({ "a.py": CALL.replace("MODEL", "veo-3.1-generate-preview") }))).toEqual(["google veo-3.1-generate-preview call a.py:4"]);
  });

  test("has one place for a call over several lines, at the line of its model", () => {
    const { findings } = scanned({ "a.py": CALL.replace("MODEL", "veo-3.1-generate-001") });
    expect(findings.map(({ places }) => places)).toEqual([[{ file: "a.py", line: 4, role: "call" }]]);
  });
});
