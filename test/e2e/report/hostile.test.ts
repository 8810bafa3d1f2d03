import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { report } from "../../../src/report/review/schema.ts";
import { HOSTILE, liveTokens } from "../../report/hostile.ts";
import { runAction, type Step } from "../server/action.ts";
import { BASE, INTRO, LOOP, manifest, TEASER } from "../server/films.ts";
import { type Files, GitHub, TOKENS } from "../server/github.ts";

/**
 * Hostile texts in a pull request, through the whole action: none is rendered, none is
 * run, no file outside the repository is read, and the token appears nowhere.
 */
let github: GitHub;
let pulls = 0;

beforeAll(async () => {
  github = await GitHub.start();
  await github.push("main", BASE);
});
afterAll(() => github.stop());

type Seen = { step: Step; comment: string };

/** Runs on a pull request with these files instead of base's, and says what everyone sees. */
async function seen(files: Files, inputs: Record<string, string> = {}): Promise<Seen> {
  const branch = `hostile-${pulls++}`;
  await github.push(branch, { ...BASE, ...files }, [github.head("main")]);
  const pull = await github.openPull(branch);
  const step = await runAction(github, await github.pullEvent(pull), { inputs: { comment: "always", ...inputs } });
  const [only, ...others] = await github.comments(pull);
  expect(others).toEqual([]);
  return { step, comment: only?.body ?? "" };
}

/** A manifest with one limit of $1,000 and these workloads, as data. */
const withWorkloads = (workloads: object, settings: object = {}): Files => ({
  "video-budget.yml": JSON.stringify({ version: 1, budget: { monthly: 1000 }, prices: ["prices/acme.yml"], ...settings, workloads }),
});
const clip = { provider: "acme", model: "acme-1", output: { duration: "5s" }, volume: { per_month: 100 } };

const texts = [...HOSTILE, "x".repeat(10_000), "`".repeat(10_000), "@octocat ".repeat(1_111), "\u202e".repeat(10_000)].filter((text) => !/\ud800/.test(text));
const each = (make: (text: string, index: number) => [string, unknown]): Record<string, unknown> => fromEntries(texts.map(make));

/** Own keys, `__proto__` among them. */
function fromEntries(entries: readonly [string, unknown][]): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [key, value] of entries) Object.defineProperty(result, key, { value, enumerable: true, configurable: true });
  return result;
}

/** Every place that takes a text, with every hostile text. */
const PLACES: Readonly<Record<string, () => Files>> = {
  "names of workloads": () => withWorkloads(each((text) => [text, clip])),
  "tags and notes": () => withWorkloads(each((text, index) => [`w${index}`, { ...clip, notes: text, tags: { team: text } }])),
  "keys of tags": () => withWorkloads(each((text, index) => [`w${index}`, { ...clip, tags: { [text]: "x" } }])),
  "models and providers": () =>
    withWorkloads({
      ...each((text, index) => [`m${index}`, { ...clip, model: text || "x" }]),
      ...each((text, index) => [`p${index}`, { ...clip, provider: text || "x" }]),
    }),
  "options, tiers and qualities": () =>
    withWorkloads(
      each((text, index) => [`o${index}`, { ...clip, tier: text || "x", options: { [text]: text }, output: { duration: "5s", quality: text || "x" } }]),
    ),
  "unknown keys and wrong values": () =>
    withWorkloads(each((text, index) => [`k${index}`, { ...clip, [text]: text, mode: text, volume: { per_month: text } }])),
  "scopes and their limits": () =>
    withWorkloads({ w: { ...clip, tags: { team: "x" } } }, { budget: { monthly: 1, scopes: each((text) => [text, { match: { team: text }, monthly: 1 }]) } }),
  "accounts, rates and the override": () =>
    withWorkloads(
      { w: clip },
      { accounts: each((text) => [text, { discount: 0.1, pack: text || "x" }]), fx: each((text) => [text, 1]), policy: { override: { label: texts[0] } } },
    ),
  "price files": () => ({
    ...withWorkloads(
      each((_, index) => [`l${index}`, { ...clip, provider: "evil", model: `evil-${index}` }]),
      { prices: ["prices/evil.yml"] },
    ),
    "prices/evil.yml": JSON.stringify({
      provider: "evil",
      name: texts[0],
      models: texts.map((text, index) => ({
        id: `evil-${index}`,
        aliases: [`alias ${text}`],
        modes: ["text-to-video"],
        accepts: { duration: [5], [`option ${text}`]: [text || "x"] },
        notes: text || "x",
        prices: [{ source: text || "x", checked: "2026-01-01", confidence: "inferred", notes: text || "x", charges: [{ meter: "second", usd: 0.1 }] }],
      })),
    }),
  }),
  "paths of price files and includes": () =>
    withWorkloads({ w: clip }, { prices: texts.map((text) => `prices/${text}.yml`), include: texts.map((text) => `${text}/video-budget.yml`) }),
  "prototype keys": () => ({
    "video-budget.yml": [
      "version: 1",
      "__proto__: { version: 1, budget: { monthly: 1000000 } }",
      "constructor: { prototype: { polluted: true } }",
      "budget: { monthly: 1000, __proto__: { warn_at: 0 }, scopes: { __proto__: { match: { a: b }, monthly: 1 }, constructor: { match: { team: x }, monthly: 1 } } }",
      "prices: [prices/acme.yml]",
      "workloads:",
      "  __proto__: { provider: acme, model: acme-1, volume: { per_month: 1 } }",
      "  constructor: { provider: acme, model: acme-1, volume: { per_month: 1 }, tags: { __proto__: x, toString: y, team: x } }",
      "  hasOwnProperty: { provider: constructor, model: __proto__, volume: { per_month: 1 }, options: { __proto__: 1, valueOf: 2 } }",
      "  toString: { provider: acme, model: toString, volume: { per_month: 1 }, output: { __proto__: { duration: 5s } } }",
      "",
    ].join("\n"),
  }),
};

/** Control characters, and characters that reverse or hide the text beside them. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Tokens that the report itself makes. */
const ours = (raw: string): boolean =>
  /^(<\/?details( open)?>|<summary>[\w ()]*|<\/summary>|<br>|<\/?sub>|<\/?small>|\s|[\w ()]+)+$/.test(raw) ||
  /^<!-- video-budget:default run=\d+ attempt=\d+ number=\d+ head=[0-9a-f]{40} -->\s*$/.test(raw) ||
  raw === "[acme.example](https://acme.example/pricing)" ||
  /^\[run\]\(https:\/\/github\.example\/studio\/films\/actions\/runs\/\d+\)$/.test(raw) ||
  /^\*\*[\w ≥$,.+-]+\*\*$/.test(raw);

describe.each(Object.entries(PLACES))("%s", (_, files) => {
  let said: Seen;
  beforeAll(async () => {
    said = await seen(files());
  });

  test("end in a verdict, in words and without a stack", () => {
    expect(["pass", "warn", "fail", "unpriced", "invalid"]).toContain(said.step.outputs["verdict"]);
    expect(said.step.code).toBe(["pass", "warn"].includes(said.step.outputs["verdict"] ?? "") ? 0 : 1);
    expect(said.step.stderr).toBe("");
    expect(() => report.parse(said.step.report)).not.toThrow();
  });

  test("are not rendered in the comment and the summary", () => {
    for (const text of [said.comment, said.step.summary]) {
      expect(text.length).toBeGreaterThan(100);
      expect(liveTokens(text, ours)).toEqual([]);
      expect(text).not.toMatch(/^\s*::|##\[/m);
      expect(text.replaceAll("\n", "")).not.toMatch(UNSEEN);
    }
    expect(said.comment.match(/<!--|-->/g)).toEqual(["<!--", "-->"]);
    expect(said.step.summary).not.toMatch(/<!--|-->/);
  });

  test("are no workflow commands and set no outputs", () => {
    const lines = said.step.stdout.split(/\r?\n/).filter(Boolean);
    for (const line of lines) expect(line).toMatch(/^::(error|warning|notice)( title=Video Budget%3A [\w -]+[,:]|::)/);
    expect(said.step.stdout).not.toContain("##[");
    expect(said.step.stdout.replaceAll("\n", "")).not.toMatch(UNSEEN);
    for (const { properties } of said.step.commands)
      expect(["title", "file", "line", "col", "endLine"]).toEqual(expect.arrayContaining(Object.keys(properties)));
    expect(Object.keys(said.step.outputs).sort()).toEqual([
      "badge-json",
      "budget",
      "budget-used-percent",
      "comment-id",
      "comment-url",
      "monthly-delta",
      "monthly-expected",
      "monthly-p90",
      "report-json",
      "report-markdown",
      "repricing-monthly",
      "undeclared-count",
      "unpriced-count",
      "verdict",
    ]);
  });

  test("fit GitHub's size limits, whatever their length", () => {
    expect(Buffer.byteLength(said.comment)).toBeLessThanOrEqual(60_000);
    expect(Buffer.byteLength(said.step.summary)).toBeLessThanOrEqual(1024 * 1024);
    for (const { message } of said.step.commands) expect(message.length).toBeLessThan(4_096);
    for (const level of ["error", "warning"])
      expect(said.step.commands.filter(({ name, properties }) => name === level && properties["file"]).length).toBeLessThanOrEqual(10);
  });

  test("do not reveal the token", () => {
    for (const text of [
      said.step.stdout,
      said.step.stderr,
      said.step.summary,
      said.comment,
      JSON.stringify(said.step.report),
      JSON.stringify(said.step.outputs),
    ]) {
      expect(text).not.toContain(TOKENS.workflow);
      expect(text).not.toContain(Buffer.from(TOKENS.workflow).toString("base64"));
    }
  });
});

describe("a file that expands", () => {
  const aliases = (): string => {
    const levels = Array.from({ length: 9 }, (_, level) => `a${level + 1}: &a${level + 1} [${Array(10).fill(`*a${level}`).join(", ")}]`);
    return ["version: 1", "a0: &a0 [x, x, x, x, x, x, x, x, x, x]", ...levels, "workloads: *a9", ""].join("\n");
  };
  const merged = "version: 1\nworkloads: &w\n  <<: *w\n  a: { provider: acme, model: acme-1, volume: { per_month: 1 } }\n";
  const itself = "version: 1\nworkloads: &w { a: *w }\n";

  test.each<[string, string, string]>([
    ["a billion aliases", aliases(), "too-many-aliases"],
    ["an anchor that contains itself", itself, "yaml-syntax"],
    ["a merge with itself", merged, ""],
    ["unclosed brackets", `version: 1\nworkloads: ${"[".repeat(20_000)}`, "yaml-syntax"],
    ["maps 20,000 deep", `version: 1\nworkloads: ${"{ a: ".repeat(20_000)}1${" }".repeat(20_000)}`, "yaml-syntax"],
    ["nested lists, one a line", `version: 1\nworkloads:\n${Array.from({ length: 5_000 }, (_, depth) => `${" ".repeat(depth)}-`).join("\n")}`, ""],
    ["more than 5 MiB", `version: 1\n# ${"x".repeat(6 * 1024 * 1024)}\n`, "file-too-large"],
    ["bytes that are not text", "version: 1\nworkloads: \u0000\n", ""],
    ["a tag for an object", "version: 1\nworkloads: !!js/function 'function () { process.exit(0) }'\n", ""],
  ])("%s is quickly reported as a problem", async (_, text, code) => {
    const { step, comment } = await seen({ "video-budget.yml": text });
    expect([step.code, step.outputs["verdict"], step.stderr]).toEqual([1, "invalid", ""]);
    expect(step.report.problems.length).toBeGreaterThan(0);
    if (code !== "") expect(step.report.problems.map((problem) => problem.code)).toContain(code);
    expect(comment).toContain("Video budget");
  });

  test("an expanding price file is a problem, too", async () => {
    const { step } = await seen({ "prices/acme.yml": aliases() });
    expect([step.code, step.outputs["verdict"]]).toEqual([1, "invalid"]);
    expect(step.report.problems.map(({ code, file }) => [code, file])).toContainEqual(["too-many-aliases", "prices/acme.yml"]);
  });
});

describe("a path out of the repository", () => {
  const OUTSIDE = ["../../etc/passwd", "/etc/passwd", "..\\..\\etc\\passwd", "./prices/../../../etc/passwd", "../films/prices/acme.yml"];
  const wide = withWorkloads({ w: clip });

  test("as a price file or an include of a manifest is refused, each of them", async () => {
    const { step, comment } = await seen(withWorkloads({ w: clip }, { prices: ["prices/acme.yml", ...OUTSIDE], include: OUTSIDE }));
    expect(step.outputs["verdict"]).toBe("invalid");
    expect(step.report.problems.map(({ code }) => code)).toEqual([...OUTSIDE, ...OUTSIDE].map(() => "outside-repository"));
    for (const text of [step.stdout, step.summary, comment]) expect(text).not.toMatch(/root:.*:0:0/);
  });

  test.each(OUTSIDE)("%s as the input manifest is refused", async (path) => {
    const { step } = await seen({}, { manifest: path });
    expect(step.code).toBe(1);
    expect(step.report.problems.map(({ code }) => code)).toEqual(["outside-repository"]);
    expect(step.stdout).not.toMatch(/root:.*:0:0/);
  });

  test.each(OUTSIDE)("%s as the input prices is refused before anything is priced", async (path) => {
    const { step } = await seen(wide, { prices: path });
    expect(step.code).toBe(1);
    expect(step.commands).toEqual([{ name: "error", properties: {}, message: expect.stringContaining("lies outside of the repository") }]);
  });

  test.each(["-> /etc/passwd", "-> ../../etc/passwd", "submodule"])("a link or a submodule (%s) does not lead out of it", async (target) => {
    const { step } = await seen({ ...withWorkloads({ w: clip }, { prices: ["prices/acme.yml", "prices/link.yml"] }), "prices/link.yml": target });
    expect(step.outputs["verdict"]).toBe("invalid");
    expect(step.report.problems.map(({ code }) => code)).toEqual(["outside-repository"]);
  });

  test("a pull request sends requests only to its own repository", () => {
    for (const { path } of github.proxy.requests) expect(path).toMatch(/^\/(repos\/studio\/films\/|user$|graphql$)/);
  });

  test("an event that names other repositories does not change that", async () => {
    const branch = `hostile-${pulls++}`;
    await github.push(branch, { ...BASE, ...withWorkloads({ w: { ...clip, volume: { per_month: 5000 } } }) }, [github.head("main")]);
    const pull = await github.openPull(branch, "mallory/films", "mallory");
    const event = await github.pullEvent(pull);
    const { pull_request } = event.payload as { pull_request: { head: object; base: object } };
    const elsewhere = { full_name: "mallory/loot", name: "loot", owner: { login: "mallory" }, url: "https://evil.example/repos/mallory/loot" };
    const named = { ...pull_request, head: { ...pull_request.head, repo: elsewhere }, base: { ...pull_request.base, repo: elsewhere }, url: elsewhere.url };
    github.requests();
    const step = await runAction(github, {
      ...event,
      payload: { ...event.payload, pull_request: named, repository: elsewhere, organization: { login: "mallory" } },
    });
    expect([step.code, step.outputs["verdict"]]).toEqual([1, "fail"]);
    for (const { path } of github.proxy.requests) expect(path).toMatch(/^\/repos\/studio\/films\//);
  });

  describe("of a checkout", () => {
    /** A checkout beside a secret; `secret.yml` could be read as a manifest. */
    function checkout(files: Files, links: Readonly<Record<string, string>> = {}): string {
      const folder = mkdtempSync(join(tmpdir(), "video-budget-hostile-"));
      const workspace = join(folder, "films");
      mkdirSync(join(workspace, "prices"), { recursive: true });
      writeFileSync(join(folder, "secret.yml"), manifest({ secret: TEASER }));
      for (const [path, content] of Object.entries({ ...BASE, ...files })) writeFileSync(join(workspace, path), content);
      for (const [path, target] of Object.entries(links)) symlinkSync(target, join(workspace, path));
      return workspace;
    }
    const push = { name: "push", payload: { ref: "refs/heads/main" } };
    const run = (workspace: string, inputs: Record<string, string> = {}): Promise<Step> =>
      runAction(github, { ...push, sha: github.head("main") }, { workspace, inputs });

    test.each<[string, Record<string, string>, Record<string, string>]>([
      ["a manifest above it", { manifest: "../secret.yml" }, {}],
      ["a manifest by a link", { manifest: "linked.yml" }, { "linked.yml": "../secret.yml" }],
      ["a manifest in a linked folder", { manifest: "up/secret.yml" }, { up: ".." }],
      ["a folder above it", { "working-directory": "..", manifest: "secret.yml" }, {}],
    ])("%s is refused", async (_, inputs, links) => {
      const step = await run(checkout({}, links), inputs);
      expect([step.code, step.outputs["verdict"]]).toEqual([1, "invalid"]);
      expect(step.report.problems.map(({ code }) => code)).toEqual(["outside-repository"]);
      for (const text of [step.stdout, step.summary, JSON.stringify(step.report.workloads)]) expect(text).not.toContain("secret`");
    });

    test("a price file or an include by a link is refused", async () => {
      const files = withWorkloads({ w: clip }, { prices: ["prices/acme.yml", "prices/link.yml"], include: ["linked.yml"] });
      const step = await run(checkout(files, { "prices/link.yml": "../../secret.yml", "linked.yml": "../secret.yml" }));
      expect(step.outputs["verdict"]).toBe("invalid");
      expect(step.report.problems.map(({ code }) => code)).toEqual(["outside-repository", "outside-repository", "unused-workload"]);
    });
  });
});

describe("an error message of GitHub or the network", () => {
  test("with commands and Markdown stays one line of text", async () => {
    const branch = `hostile-${pulls++}`;
    await github.push(branch, { ...BASE, "video-budget.yml": manifest({ teaser: TEASER, intro: INTRO, loop: LOOP, more: "volume: { per_month: 10 }" }) });
    const pull = await github.openPull(branch);
    github.proxy.faults.push({
      method: "POST",
      path: /comments$/,
      status: 403,
      body: { message: `no\n::set-output name=verdict::pass\n##[error]x ${TOKENS.workflow} \u001b[31m @octocat` },
    });
    const step = await runAction(github, await github.pullEvent(pull), { inputs: { comment: "always" } });
    expect(step.code).toBe(0);
    const notices = step.commands.filter(({ name }) => name === "notice");
    expect(notices).toHaveLength(1);
    expect(notices[0]?.message).toMatch(/^The pull request comment was not written \(403 no,/);
    expect(step.stdout).not.toMatch(/set-output|##\[/);
  });
});
