import { Session } from "node:inspector";
import { setFlagsFromString } from "node:v8";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { scanned } from "./scan.ts";

/** Steps of the scanner while something runs: how often V8 ran each block of its sources. No clock is read. */
function stepsOf(run: () => void): number {
  const session = new Session();
  session.connect();
  let steps = 0;
  session.post("Profiler.enable");
  // Counts from here: what ran before is not in it.
  session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  run();
  session.post("Profiler.takePreciseCoverage", (error, taken) => {
    if (error) throw error;
    const own = taken.result.filter(({ url }) => url.includes("/src/scan/"));
    steps = own.flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges)).reduce((sum, { count }) => sum + count, 0);
  });
  session.post("Profiler.stopPreciseCoverage");
  session.post("Profiler.disable");
  session.disconnect();
  return steps;
}

/** Optimized code and code that was thrown away lose counts, so steps would differ from run to run. */
const UNCOUNTED = ["opt", "sparkplug", "flush-bytecode"];
/** A call, without which a file is only searched. */
const FAL = 'import { fal } from "@fal-ai/client";\nfal.subscribe("fal-ai/veo3", {});\n';
const PYTHON = 'from openai import OpenAI\nclient.videos.create(model="sora-2")\n';
const numbered = (count: number, line: (index: number) => string): string => Array.from({ length: count }, (_, index) => line(index)).join("\n");

/** Sources that slow down a simple scanner, by their number of repetitions. */
const HOSTILE: readonly [string, string, (count: number) => string][] = [
  ["one line of opening parentheses", "a.ts", (count) => `${FAL}${"(".repeat(count * 10)}`],
  ["parentheses closed by other brackets", "a.ts", (count) => `${FAL}${"(".repeat(count * 5)}${"]".repeat(count * 5)}`],
  ["quotes on one line", "a.py", (count) => `${PYTHON}${'"'.repeat(count * 10)}`],
  ["strings on one line", "a.py", (count) => `${PYTHON}${'"sora-2" '.repeat(count)}`],
  ["nested submits", "a.ts", (count) => `${FAL}${'fal.subscribe("fal-ai/veo3", '.repeat(count)}`],
  ["consecutive submits", "a.ts", (count) => `${FAL}${numbered(count, () => 'fal.subscribe("fal-ai/veo3", { input: { duration: 5 } });')}`],
  ["an endless sum", "a.ts", (count) => `${FAL}const model = ${"a + ".repeat(count)}fal.subscribe(model);`],
  ["pairs without a comma, of which at most 300 are read", "a.ts", (count) => `${FAL}fal.subscribe({ ${"a: ".repeat(count * 4)} })`],
  [
    "names that refer to each other",
    "a.ts",
    (count) => `${FAL}${numbered(count, (index) => `const a${index} = { x: a${index + 1}, y: a${index + 2}, z };`)}\nfal.subscribe(a0, a1);`,
  ],
  [
    "a call with a thousand names, each an object of names",
    "a.ts",
    (count) => `${FAL}${numbered(20, (index) => `const a${index} = { ${"a1 a2 ".repeat(count)} };`)}\n${"fal.subscribe(a1 a2 a3);".repeat(10)}`,
  ],
  ["URLs in constants", "a.ts", (count) => numbered(count, (index) => `const U${index} = "https://queue.fal.run/fal-ai/veo3"; fetch(U, { method: "POST" });`)],
  [
    "one constant in many calls",
    "a.ts",
    (count) => `${numbered(count, () => 'const U = "https://queue.fal.run/fal-ai/veo3";')}\n${"fetch(U, { method: 'POST' }); ".repeat(count)}`,
  ],
  ["many names of models", "a.ts", (count) => `${FAL}${numbered(count, (index) => `const m${index} = "https://queue.fal.run/fal-ai/veo${index}";`)}`],
  [
    "retries with a named limit",
    "a.py",
    (count) => `${PYTHON}${numbered(count, () => "for attempt in range(TRIES):\n  client.videos.create(model='sora-2')")}`,
  ],
  [
    "waits of unknown length",
    "a.py",
    (count) => `${PYTHON}client.videos.create(model="sora-2")\n${numbered(count, () => "while time.time() - start < LIMIT:\n  pass")}`,
  ],
  ["a comment of spaces", "a.ts", (count) => `${FAL}// video-budget: ignore x${" ".repeat(count * 10)}y\nfal.subscribe("fal-ai/veo3");`],
  ["calls of a library on one long line", "a.ts", (count) => `${FAL}${"fal.subscribe(x); for for ".repeat(count)}`],
];

describe("a file is scanned in a number of steps proportional to its length:", () => {
  const count = (file: string, text: string): number => stepsOf(() => void scanned({ [file]: text }));
  let without = 0;
  beforeAll(() => {
    for (const flag of UNCOUNTED) setFlagsFromString(`--no-${flag}`);
    // The first run builds what is built once; the second counts the fixed steps of a scan.
    count("a.ts", FAL);
    without = count("a.ts", FAL);
  });
  afterAll(() => {
    for (const flag of UNCOUNTED) setFlagsFromString(`--${flag}`);
  });

  test.each(HOSTILE)("%s", (_, file, source) => {
    const [few, many] = [100, 400].map((times) => Math.max(0, count(file, source(times)) - without)) as [number, number];
    // Four times the text: at most five times the steps, plus a constant.
    expect(many).toBeLessThan(few * 5 + 20_000);
  });
});

test("five megabytes of hostile code are not read, and the file is reported if it contains a word of a detector", () => {
  const { findings, left_out } = scanned({ "a.ts": `${FAL}fal.subscribe${"(".repeat(5_000_000)}`, "b.py": "(".repeat(5_000_000) });
  expect([findings, left_out]).toEqual([[], [{ why: "too-large", file: "a.ts", line: null, text: null }]]);
});

test("names are followed for a limited number of steps; then the file is reported and its other calls are kept", () => {
  const names = Array.from({ length: 200 }, (_, index) => `a${index}`).join(" ");
  const objects = numbered(200, (index) => `const a${index} = { ${names} };`);
  const { findings, left_out } = scanned({ "a.ts": `${FAL}${objects}\n${numbered(400, () => `fal.subscribe("fal-ai/veo3", ${names});`)}` });
  expect(findings.map(({ model }) => model)).toEqual(["fal-ai/veo3"]);
  expect(left_out).toContainEqual({ why: "tangled", file: "a.ts", line: null, text: null });
});
