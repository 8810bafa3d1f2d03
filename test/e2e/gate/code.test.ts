import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runAction, type Step } from "../server/action.ts";
import { BASE, manifest, PRICES, TEASER } from "../server/films.ts";
import { GitHub } from "../server/github.ts";

const KLING = "fal-ai/kling-video/v2.6/pro/text-to-video";
const VEO = "fal-ai/veo3.1/fast";
const call = (model: string): string =>
  `import { fal } from "@fal-ai/client";\nexport const make = () =>\n  fal.subscribe("${model}", { input: { prompt: "a", duration: "10" } });\n`;
const PACKAGE = '{ "dependencies": { "@fal-ai/client": "1.0.0" } }\n';
/** Main has one undeclared call, from before the tool was adopted. */
const FILMS = { ...BASE, "package.json": PACKAGE, "src/old.ts": call(VEO), "src/plain.ts": "export const one = 1;\n" };
const failing = (settings: string): string => manifest({ teaser: TEASER }, settings);

let github: GitHub;

beforeAll(async () => {
  github = await GitHub.start();
  await github.push("main", FILMS);
});
afterAll(() => github.stop());

/** Runs the gate on a branch with these files, and counts what it asked for. */
async function judged(
  branch: string,
  files: Record<string, string>,
  inputs: Record<string, string> = {},
): Promise<{ step: Step; requests: string[]; pull: number }> {
  await github.push(branch, files);
  const pull = await github.openPull(branch);
  const event = await github.pullEvent(pull);
  github.requests();
  return { step: await runAction(github, event, { inputs: { comment: "never", ...inputs } }), requests: github.requests(), pull };
}

function checkout(files: Record<string, string>): string {
  const workspace = mkdtempSync(join(tmpdir(), "video-budget-code-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), text);
  }
  return workspace;
}

const codes = ({ report }: Step): string[] => report.problems.map(({ code, severity, file, line }) => `${code} ${severity} ${file}:${line}`);

test("an undeclared call that a pull request adds is reported at its line, with its price and the lines to paste", async () => {
  const { step, pull } = await judged("adds", { ...FILMS, "src/new.ts": call(KLING) }, { comment: "on-change" });
  expect([step.code, step.outputs["verdict"], step.outputs["undeclared-count"], step.outputs["monthly-delta"]]).toEqual([0, "warn", "1", "0"]);
  expect(codes(step)).toEqual(["undeclared-call warning src/new.ts:3"]);
  const [comment] = await github.comments(pull);
  expect(comment?.body).toContain("**Calls that no workload declares**");
  // 10 s at $0.14 a second with sound, the provider's default.
  expect(comment?.body).toContain(`| $1.40 | \`fal/${KLING}\`<br>\`src/new.ts:3\` |`);
  const pasted = [
    "```yaml",
    "  kling-v2.6-pro:",
    "    provider: fal",
    `    model: ${KLING}`,
    "    output: { duration: 10s }",
    "    code: src/new.ts",
    "    volume: { per_month: CLIPS }",
  ];
  expect(comment?.body).toContain(pasted.join("\n"));
});

test("a model that base already calls is silent, even under another name", async () => {
  const { "src/old.ts": _, ...others } = FILMS;
  const { step } = await judged("moves", { ...others, "src/moved.ts": `${call(VEO)}// moved\n` });
  expect([step.outputs["verdict"], step.outputs["undeclared-count"]]).toEqual(["pass", "0"]);
});

test("a model that base calls in an unchanged file is silent; one that base calls nowhere is not", async () => {
  const again = await judged("again", { ...FILMS, "src/new.ts": call(VEO) });
  expect([again.step.outputs["verdict"], again.step.outputs["undeclared-count"], codes(again.step)]).toEqual(["pass", "0", []]);
  const both = await judged("both", { ...FILMS, "src/new.ts": call(VEO), "src/more.ts": call(KLING) });
  expect(codes(both.step)).toEqual(["undeclared-call warning src/more.ts:3"]);
});

test("a model is not new if the pull request only moves its call to another file", async () => {
  const { step } = await judged("carried", { ...FILMS, "src/old.ts": "export const gone = true;\n", "src/new.ts": call(VEO) });
  expect([step.outputs["verdict"], step.outputs["undeclared-count"], codes(step)]).toEqual(["pass", "0", []]);
});

test("a workload with a call in an unchanged file is not replaced by another model beside it", async () => {
  const clip = `  clip: { provider: fal, model: ${KLING}, volume: { per_month: 1 }, code: "src/**" }\n`;
  const base = { ...FILMS, "video-budget.yml": `${manifest({ teaser: TEASER })}${clip}`, "src/a.ts": call(KLING), "src/b.ts": `${call(KLING)}// b\n` };
  await github.push("main", base);
  const { step } = await judged("beside", { ...base, "src/b.ts": call("fal-ai/veo3.1") });
  const ofCode = (one: Step): string[] => codes(one).filter((code) => !code.startsWith("stale-price"));
  expect(ofCode(step)).toEqual(["undeclared-call warning src/b.ts:3"]);
  const swapped = await judged("swapped", { ...base, "src/a.ts": call("fal-ai/veo3.1"), "src/b.ts": "export const b = 1;\n" });
  expect(ofCode(swapped.step)).toEqual(["model-drift note src/a.ts:3"]);
  await github.push("main", FILMS);
});

test("files of base that the checkout has are read without a request, whatever its commit", async () => {
  const plain = await judged("asked", { ...FILMS, "src/new.ts": call(VEO) });
  const workspace = checkout({ ...FILMS, "src/plain.ts": "// of another commit\n" });
  await github.push("local", { ...FILMS, "src/new.ts": call(VEO) });
  const event = await github.pullEvent(await github.openPull("local"));
  github.requests();
  const step = await runAction(github, event, { inputs: { comment: "never" }, workspace });
  expect([step.outputs["undeclared-count"], github.requests().length]).toEqual(["0", plain.requests.length - 1]);
});

test("the scan requests only what it needs: nothing without code changes, both sides of changed calls, other code for new models", async () => {
  const without = await judged("docs-off", { ...FILMS, "docs/a.md": call(KLING) }, { scan: "off" });
  const docs = await judged("docs", { ...FILMS, "docs/a.md": call(KLING) });
  const plain = await judged("plain", { ...FILMS, "src/plain.ts": "export const one = 2;\n" });
  const known = await judged("known", { ...FILMS, "src/old.ts": `${call(VEO)}// known\n` });
  const adds = await judged("counted", { ...FILMS, "src/new.ts": call(KLING) });
  const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`src/many/${index}.ts`, `${call(KLING)}// ${index}\n`]));
  const most = await judged("many", { ...FILMS, ...many });
  const usual = without.requests.length;
  expect([docs, plain, known, adds, most].map(({ requests }) => requests.length - usual)).toEqual([0, 1, 3, 3, 3]);
  expect([without, docs, plain, known, adds, most].map(({ step }) => step.outputs["undeclared-count"])).toEqual(["", "0", "0", "0", "1", "1"]);
});

test("base's policy applies: a pull request can neither turn it off nor exclude the call from the scan", async () => {
  await github.push("main", { ...FILMS, "video-budget.yml": failing("policy: { undeclared: fail }\n") });
  const { step } = await judged("frees", {
    ...FILMS,
    "video-budget.yml": failing('policy: { undeclared: "off" }\nscan: { ignore: ["src/**"] }\n'),
    "src/new.ts": call(KLING),
  });
  expect([step.code, step.outputs["verdict"]]).toEqual([1, "fail"]);
  expect(codes(step)).toContain("undeclared-call error src/new.ts:3");
  expect(step.commands.filter(({ name }) => name === "error").map(({ properties }) => properties["file"])).toContain("src/new.ts");
  await github.push("main", FILMS);
});

test("a comment excludes a call, and the report shows it", async () => {
  const ignored = call(KLING).replace("  fal.subscribe", "  // video-budget: ignore a demo\n  fal.subscribe");
  const { step, pull } = await judged("ignores", { ...FILMS, "src/new.ts": ignored }, { comment: "on-change" });
  expect([step.outputs["verdict"], step.outputs["undeclared-count"]]).toEqual(["pass", "0"]);
  const [comment] = await github.comments(pull);
  expect(comment?.body).toContain(`- \`src/new.ts:4\` \`${KLING}\`: \`a demo\``);
});

test("the merge queue reads the same files; with more than 300 files it reports what it did not read", async () => {
  const many = Object.fromEntries(Array.from({ length: 301 }, (_, index) => [`src/many/${String(index).padStart(3, "0")}.ts`, `export const n = ${index};\n`]));
  await github.push("queue", { ...FILMS, "src/a.ts": call(KLING), ...many });
  const step = await runAction(github, await github.groupEvent(await github.openPull("queue")));
  expect([step.outputs["verdict"], step.outputs["undeclared-count"]]).toEqual(["warn", "1"]);
  expect(codes(step)).toEqual(["undeclared-call warning src/a.ts:3", "scan-incomplete warning video-budget.yml:1"]);
  expect(step.report.reasons.map(({ code }) => code)).toEqual(["undeclared-call", "scan-incomplete"]);
});

test("a push scans the whole checkout", async () => {
  const workspace = checkout({ ...FILMS, "prices/acme.yml": PRICES, "src/new.ts": call(KLING) });
  const step = await runAction(github, { name: "push", payload: { ref: "refs/heads/main" }, sha: github.head("main") }, { workspace });
  expect([step.code, step.outputs["verdict"], step.outputs["undeclared-count"]]).toEqual([0, "warn", "2"]);
  expect(codes(step).filter((one) => one.startsWith("undeclared-call"))).toEqual([
    "undeclared-call warning src/new.ts:3",
    "undeclared-call warning src/old.ts:3",
  ]);
});

test("a push without a checkout scans no code: a notice says what to do, and the count is empty", async () => {
  const event = { name: "push", payload: { ref: "refs/heads/main" }, sha: github.head("main") };
  const notices = ({ commands }: Step): string[] => commands.filter(({ name }) => name === "notice").map(({ message }) => message);
  const step = await runAction(github, event);
  expect([step.code, step.outputs["undeclared-count"]]).toEqual([0, ""]);
  expect(notices(step)).toEqual([expect.stringMatching(/^Code was not read, .* is not known\. .* actions\/checkout .*scan: off/)]);
  expect(notices(await runAction(github, event, { inputs: { scan: "off" } }))).toEqual([]);
});

test.each([
  ["model-drift", call("fal-ai/veo3.1")],
  ["parameter-drift", call(KLING).replace('"10"', '"5"')],
])("%s fails by base's policy, although the pull request turns it into a note", async (reason, changed) => {
  const films = (level: string): string =>
    `${failing(`policy: { drift: ${level} }\n`)}  clip: { provider: fal, model: ${KLING}, output: { duration: 10s }, volume: { per_month: 1 }, code: "src/clip/**" }\n`;
  const base = { ...FILMS, "video-budget.yml": films("fail"), "src/clip/a.ts": call(KLING) };
  await github.push("main", base);
  const { step } = await judged(reason, { ...base, "video-budget.yml": films("note"), "src/clip/a.ts": changed });
  expect([step.code, step.outputs["verdict"]]).toEqual([1, "fail"]);
  expect(step.report.reasons.map(({ code }) => code)).toContain(reason);
  await github.push("main", FILMS);
});
