import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Options, runAction, type Step } from "../server/action.ts";
import { BASE, INTRO, LOOP, manifest, PRICES, TEASER } from "../server/films.ts";
import { type Files, GitHub } from "../server/github.ts";

/** Which manifests a run is about: none, moved, removed, several, and paths that may not be read. */
let github: GitHub;
let branches = 0;

beforeAll(async () => {
  github = await GitHub.start();
});
afterAll(() => github.stop());

const PRICED = { "prices/acme.yml": PRICES };

/** A pull request from one set of files to another, and its run. */
async function change(base: Files, head: Files, options: Options = {}): Promise<Step & { pull: number }> {
  await github.push("main", base);
  const branch = `change-${branches++}`;
  await github.push(branch, head, [github.head("main")]);
  const pull = await github.openPull(branch);
  github.requests();
  return { ...(await runAction(github, await github.pullEvent(pull), options)), pull };
}

const changesOf = (step: Step): string[][] => step.report.workloads.map(({ file, name, change }) => [file, name, change]);

test("a repository without a manifest passes with a notice and no comment", async () => {
  const step = await change({ "README.md": "# Films\n" }, { "README.md": "# More films\n" });
  expect(step.code).toBe(0);
  expect(step.outputs["verdict"]).toBe("pass");
  expect(step.commands.map(({ name, message }) => [name, message])).toEqual([["notice", expect.stringContaining("there is no video-budget.yml")]]);
  expect(await github.comments(step.pull)).toEqual([]);
});

test("adopting the studio example passes, despite its limit on the increase", async () => {
  const studio = readFileSync("examples/studio/video-budget.yml", "utf8");
  expect(studio).toMatch(/max_increase/);
  const step = await change({ "README.md": "# Films\n" }, { "README.md": "# Films\n", "video-budget.yml": studio });
  expect([step.code, step.outputs["verdict"], step.report.reasons.map(({ code }) => code)]).toEqual([0, "pass", []]);
});

test.each([
  ["warn", 0, "warn"],
  ["fail", 1, "fail"],
])("if-no-manifest: %s", async (ifNoManifest, code, verdict) => {
  const step = await change({ "README.md": "# Films\n" }, { "README.md": "# More films\n" }, { inputs: { "if-no-manifest": ifNoManifest } });
  expect([step.code, step.outputs["verdict"], step.report.verdict]).toEqual([code, verdict, verdict]);
  expect(step.report.reasons.map((reason) => reason.code)).toEqual(["no-manifest"]);
});

test("a new manifest is compared with its own budget and shown as new, not as +$550", async () => {
  const step = await change({ "README.md": "# Films\n" }, BASE);
  expect(step.code).toBe(0);
  expect(step.outputs).toMatchObject({ verdict: "pass", "monthly-expected": "550", "monthly-delta": "" });
  const [comment] = await github.comments(step.pull);
  expect(comment?.body).toContain("new");
  expect(comment?.body).not.toContain("+$550.00 ");
});

test("a removed manifest warns and lists its workloads", async () => {
  const step = await change(BASE, PRICED);
  expect(step.code).toBe(0);
  expect(step.outputs["verdict"]).toBe("warn");
  expect(step.report.reasons.map(({ code }) => code)).toEqual(["manifest-removed"]);
  expect(changesOf(step).map(([, name, change]) => [name, change])).toEqual([
    ["teaser", "removed"],
    ["intro", "removed"],
    ["loop", "removed"],
  ]);
  expect((await github.comments(step.pull))[0]?.body).toContain("video-budget.yml");
});

describe("a manifest that an earlier pull request removed", () => {
  // $400 of $1,000 then; now 3,000 × $0.50 = $1,500, of its own limit of $90,000.
  const old = { ...PRICED, "video-budget.yml": manifest({ teaser: TEASER }) };
  const dear = { ...PRICED, "video-budget.yml": manifest({ teaser: TEASER.replace("800", "3000") }).replace("1000", "90000") };
  const gone = { "README.md": "# No films\n" };

  test.each([
    [1, [1, "fail", ["budget-exceeded", "controls-changed"], ["manifest-returned"]]],
    [89, [1, "fail", ["budget-exceeded", "controls-changed"], ["manifest-returned"]]],
    [91, [0, "pass", [], []]],
  ])("and comes back after %d days", async (daysAgo, expected) => {
    await github.push("main", old);
    github.daysAgo = daysAgo;
    const step = await change(gone, dear);
    github.daysAgo = 1;
    expect([step.code, step.outputs["verdict"], step.report.reasons.map(({ code }) => code), step.report.problems.map(({ code }) => code)]).toEqual(expected);
    expect(github.requests().filter((request) => request === "GET /commits")).toHaveLength(1);
  });

  test("and comes back unchanged passes, with a warning", async () => {
    await github.push("main", old);
    const step = await change(gone, old);
    expect([step.code, step.outputs["verdict"], step.outputs["monthly-delta"]]).toEqual([0, "pass", "0"]);
    expect(step.report.problems.map(({ code, severity }) => [code, severity])).toEqual([["manifest-returned", "warning"]]);
  });

  test("counts as new, with a warning, if its history cannot be read", async () => {
    await github.push("main", old);
    github.proxy.faults.push({ path: /\/commits$/, times: 9, status: 403, body: { message: "Resource not accessible by integration" } });
    const step = await change(gone, dear);
    github.proxy.faults.splice(0);
    expect([step.code, step.report.problems.map(({ code, severity }) => [code, severity])]).toEqual([0, [["history-unread", "warning"]]]);
  });

  test("is not looked for if the manifest is not new", async () => {
    await change(old, dear);
    expect(github.requests().filter((request) => request === "GET /commits")).toEqual([]);
  });
});

test("a default manifest under another default name is the same manifest, even if it is also edited", async () => {
  const moved = manifest({ teaser: TEASER, other: INTRO }).replace("1000", "2000").replace("prices/", "../prices/");
  const step = await change(BASE, { ...PRICED, ".github/video-budget.yml": moved });
  expect(changesOf(step)).toEqual([
    [".github/video-budget.yml", "teaser", "same"],
    [".github/video-budget.yml", "other", "added"],
    ["video-budget.yml", "intro", "removed"],
    ["video-budget.yml", "loop", "removed"],
  ]);
});

test("a pull request cannot put another manifest before base's", async () => {
  const base = { ...PRICED, ".github/video-budget.yml": manifest({ teaser: TEASER }).replace("prices/", "../prices/") };
  const empty = manifest({ tiny: "output: { duration: 5s }, volume: { per_month: 1 }" });
  const step = await change(base, { ...base, ".github/video-budget.yml": base[".github/video-budget.yml"].replace("800", "3000"), "video-budget.yml": empty });
  // 3,000 × $0.50 = $1,500 of $1,000.
  expect(step.outputs).toMatchObject({ verdict: "fail", "monthly-expected": "1500", "monthly-delta": "1100" });
});

test("a moved manifest keeps its workloads; unchanged contents need no further request", async () => {
  const step = await change(
    { ...PRICED, "a/video-budget.yml": inFolder({ teaser: TEASER }) },
    { ...PRICED, "b/video-budget.yml": inFolder({ teaser: TEASER }) },
    { inputs: { manifest: "*/video-budget.yml" } },
  );
  expect(changesOf(step)).toEqual([["b/video-budget.yml", "teaser", "same"]]);
  expect(step.outputs["monthly-delta"]).toBe("0");
  expect(github.requests().filter((request) => request.includes("/files"))).toEqual([]);
});

test("a moved and edited manifest keeps its workloads", async () => {
  const before = inFolder({ teaser: TEASER, intro: INTRO, loop: LOOP });
  const after = before.replace("per_month: 100", "per_month: 300"); // the intro: 200 × $0.50 = $100 more
  const step = await change(
    { ...PRICED, "a/video-budget.yml": before },
    { ...PRICED, "b/video-budget.yml": after },
    { inputs: { manifest: "*/video-budget.yml" } },
  );
  expect(changesOf(step).map(([, name, change]) => [name, change])).toEqual([
    ["teaser", "same"],
    ["intro", "changed"],
    ["loop", "same"],
  ]);
  expect(step.outputs["monthly-delta"]).toBe("100");
});

function inFolder(workloads: Record<string, string>): string {
  return manifest(workloads).replace("prices/", "../prices/");
}

test("an unchanged file is fetched once for both sides", async () => {
  await change(BASE, { ...BASE, "README.md": "# Changed\n" });
  const kinds = github.requests().map((request) => request.replace(/\/[0-9a-f]{40}$/, ""));
  expect(kinds).toEqual([
    expect.stringMatching(/^GET \/pulls\/\d+$/),
    "GET /git/ref/heads%2Fmain",
    "GET /git/commits",
    "GET /git/trees",
    "GET /git/trees",
    "GET /git/blobs",
    "GET /git/blobs",
  ]);
});

test("manifests and price files are found in the working directory, and reported paths start at the repository's root", async () => {
  const base = { "apps/web/video-budget.yml": manifest({ teaser: TEASER }), "apps/web/prices/acme.yml": PRICES };
  const step = await change(
    base,
    { ...base, "apps/web/video-budget.yml": manifest({ teaser: TEASER, intro: INTRO }) },
    { inputs: { "working-directory": "./apps/web/" } },
  );
  expect(changesOf(step)).toEqual([
    ["apps/web/video-budget.yml", "teaser", "same"],
    ["apps/web/video-budget.yml", "intro", "added"],
  ]);
});

test("the workflow's price files override the built-in book", async () => {
  const bare = manifest({ teaser: TEASER }).replace("prices: [prices/acme.yml]\n", "");
  const base = { ...PRICED, "video-budget.yml": bare };
  const step = await change(base, base, { inputs: { prices: "prices/acme.yml" } });
  expect(step.outputs).toMatchObject({ verdict: "pass", "monthly-expected": "400" });
});

test("a named manifest that is missing beside an existing one is a problem, not fewer workloads", async () => {
  const step = await change(BASE, { ...BASE, "README.md": "# Changed\n" }, { inputs: { manifest: "video-budget.yml\nlost/video-budget.yml" } });
  expect([step.code, step.outputs["verdict"]]).toEqual([1, "invalid"]);
  expect(step.report.problems.map(({ code, file }) => [code, file])).toEqual([["file-missing", "lost/video-budget.yml"]]);
  expect(step.report.total.complete).toBe(false);
});

test("a named manifest that neither side has is a problem, not a repository without a manifest", async () => {
  const step = await change(PRICED, { ...PRICED, "README.md": "# Changed\n" }, { inputs: { manifest: "video-bugdet.yml" } });
  expect([step.code, step.outputs["verdict"]]).toEqual([1, "invalid"]);
  expect(step.report.problems.map(({ code, file }) => [code, file])).toEqual([["file-missing", "video-bugdet.yml"]]);
});

test("two manifests joined by a comma stop the run with a one-line error", async () => {
  const step = await change(BASE, BASE, { inputs: { manifest: "video-budget.yml, other.yml" } });
  const message = 'Input manifest has "video-budget.yml, other.yml", which is no file of the repository: write one path a line, with no comma.';
  expect([step.code, step.commands]).toEqual([1, [{ name: "error", properties: {}, message }]]);
});

test.each([
  ["a path above the repository", { manifest: "../../etc/passwd" }, BASE, "outside-repository"],
  ["an absolute path", { manifest: "/etc/passwd" }, BASE, "outside-repository"],
  ["a symbolic link", {}, { "video-budget.yml": "-> /etc/passwd" }, "outside-repository"],
  ["a submodule", { manifest: "films/video-budget.yml" }, { films: "submodule" }, "outside-repository"],
  [
    "a price file above the repository",
    {},
    { "video-budget.yml": manifest({ teaser: TEASER }).replace("prices/acme.yml", "../../etc/passwd") },
    "outside-repository",
  ],
  [
    "an include that is a symbolic link",
    {},
    { ...BASE, "video-budget.yml": manifest({ teaser: TEASER }, "include: [other.yml]\n"), "other.yml": "-> /etc/passwd" },
    "outside-repository",
  ],
])("%s is refused", async (_, inputs, files, code) => {
  const step = await change(BASE, files, { inputs });
  expect([step.code, step.outputs["verdict"]]).toEqual([1, "invalid"]);
  expect(step.report.problems.map((problem) => problem.code)).toContain(code);
});

test("a price file of the workflow above the repository stops the run with a one-line error", async () => {
  const step = await change(BASE, BASE, { inputs: { prices: "../../etc/passwd" } });
  expect(step.code).toBe(1);
  expect(step.commands).toEqual([{ name: "error", properties: {}, message: 'Input prices names "../../etc/passwd", which lies outside of the repository.' }]);
});

test("a manifest larger than 1 MB is read completely", async () => {
  const comment = `# ${"x".repeat(100)}\n`.repeat(12_000);
  const step = await change(BASE, { ...BASE, "video-budget.yml": comment + manifest({ teaser: TEASER, intro: INTRO, loop: LOOP, trailer: INTRO }) });
  expect(step.outputs["monthly-expected"]).toBe("600");
});

test("a manifest larger than 5 MiB is refused without being read", async () => {
  const step = await change(BASE, { ...BASE, "video-budget.yml": `# ${"x".repeat(100)}\n`.repeat(52_000) });
  expect([step.code, step.outputs["verdict"]]).toEqual([1, "invalid"]);
  expect(step.report.problems.map(({ code }) => code)).toEqual(["file-too-large"]);
  // Base's manifest and its price file only.
  expect(github.requests().filter((request) => request.startsWith("GET /git/blobs"))).toHaveLength(2);
});

describe("a symbolic link", () => {
  const linked = { ...PRICED, "video-budget.yml": "-> conf/video-budget.yml" };
  const conf = (per_month: number): string => manifest({ teaser: TEASER.replace("800", String(per_month)) });

  test("is followed inside the repository, on both sides, as in a checkout", async () => {
    const step = await change({ ...linked, "conf/video-budget.yml": conf(800) }, { ...linked, "conf/video-budget.yml": conf(3000) });
    // 3,000 × $0.50 = $1,500 of $1,000.
    expect(step.outputs).toMatchObject({ verdict: "fail", "monthly-expected": "1500", "monthly-delta": "1100" });
    expect(changesOf(step)).toEqual([["video-budget.yml", "teaser", "changed"]]);
  });

  test("that replaces a manifest keeps base's limits", async () => {
    const step = await change({ ...PRICED, "video-budget.yml": conf(800) }, { ...linked, "conf/video-budget.yml": conf(3000).replace("1000", "9000") });
    expect(step.outputs).toMatchObject({ verdict: "fail", "monthly-expected": "1500", "monthly-delta": "1100" });
  });

  test("to a folder is followed for includes and price files", async () => {
    const included = {
      "real/vb.yml": "version: 1\nprices: [../prices/acme.yml]\nworkloads: { clip: { provider: acme, model: acme-1, volume: { per_month: 100 } } }\n",
    };
    const base = { ...PRICED, ...included, alias: "-> real", "video-budget.yml": manifest({ teaser: TEASER }, "include: [alias/vb.yml]\n") };
    const step = await change(base, { ...base, "README.md": "# Changed\n" });
    expect(step.outputs).toMatchObject({ verdict: "pass", "monthly-expected": "450" });
  });

  test.each([
    ["out of the repository", "-> ../elsewhere/video-budget.yml", "outside-repository"],
    ["to itself", "-> video-budget.yml", "file-missing"],
    ["to a password file", "-> /etc/passwd", "outside-repository"],
  ])("%s is refused, and not called a new manifest", async (_, link, code) => {
    const step = await change(BASE, { ...PRICED, "video-budget.yml": link });
    expect([step.code, step.report.problems.map(({ code }) => code)]).toEqual([1, [code]]);
  });

  test("that a pattern matches and that leads out of the repository is refused", async () => {
    const base = { ...BASE, "video-budget.yml": manifest({ teaser: TEASER }, "include: [services/*.yml]\n") };
    const step = await change(base, { ...base, "services/a.yml": "-> ../../secret.yml" });
    expect([step.code, step.report.problems.map(({ code }) => code)]).toEqual([1, ["outside-repository"]]);
  });
});

describe("many manifests", () => {
  const many = (count: number, per_month: number): Files =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `services/s${index}/video-budget.yml`,
        `version: 1\nprices: [../../prices/acme.yml]\nworkloads: { clip: { provider: acme, model: acme-1, volume: { per_month: ${per_month + index} } } }\n`,
      ]),
    );

  test("are fetched with one request", async () => {
    // 60 manifests of 1 to 60 clips at $0.50: $915, and with one clip more each $945.
    const step = await change(
      { ...PRICED, ...many(60, 1) },
      { ...PRICED, ...many(60, 2) },
      { inputs: { manifest: "services/*/video-budget.yml", comment: "never" } },
    );
    expect(step.outputs).toMatchObject({ "monthly-expected": "945", "monthly-delta": "30" });
    expect(github.requests().map((request) => request.replace(/[/][0-9a-f]{40}$/, ""))).toEqual([
      expect.stringMatching(/^GET \/pulls\/\d+$/),
      "GET /git/ref/heads%2Fmain",
      "GET /git/commits",
      "GET /git/trees",
      "GET /git/trees",
      // Head's manifests, the price file, and base's only manifest that head does not have: the one with a single clip.
      "POST /graphql",
      "GET /git/blobs",
      "GET /git/blobs",
    ]);
  });

  test("are fetched one by one if that request fails or returns wrong contents", async () => {
    const change60 = (base: number, head: number): Promise<Step> =>
      change({ ...PRICED, ...many(6, base) }, { ...PRICED, ...many(6, head) }, { inputs: { manifest: "services/*/video-budget.yml", comment: "never" } });
    github.proxy.faults.push(
      { path: /graphql$/, status: 502 },
      { path: /graphql$/, rewrite: () => ({ data: { repository: { b0: { text: "version: 1\nworkloads: {}\n" } } } }) },
    );
    const step = await change60(10, 20);
    // 20 to 25 clips: 135 × $0.50.
    expect(step.outputs).toMatchObject({ "monthly-expected": "67.5", "monthly-delta": "30" });
    expect(github.requests().filter((request) => request.startsWith("GET /git/blobs"))).toHaveLength(13);
  });

  test("more than 200 are a problem with their number, and none is fetched", async () => {
    const files = { ...PRICED, ...many(300, 1) };
    const step = await change(files, { ...files, "README.md": "# Changed\n" }, { inputs: { manifest: "services/*/video-budget.yml", comment: "never" } });
    expect([step.code, step.outputs["verdict"]]).toEqual([1, "invalid"]);
    expect(step.report.problems).toEqual([expect.objectContaining({ code: "too-many-files", message: expect.stringContaining("`300`") })]);
    expect(step.report.total).toMatchObject({ complete: false, head: null });
    expect(github.requests().length).toBeLessThanOrEqual(5);
  });
});

test("a manifest with a control character in its path matches its pattern and is a problem; no output contains the character", async () => {
  const name = "services/a\nb\u001b[31m/video-budget.yml";
  const step = await change(BASE, { ...BASE, [name]: inFolder({ teaser: TEASER }) }, { inputs: { manifest: "video-budget.yml\nservices/*/video-budget.yml" } });
  expect([step.code, step.outputs["verdict"]]).toEqual([1, "invalid"]);
  expect(step.report.problems.map(({ code }) => code)).toContain("unprintable-path");
  const [comment] = await github.comments(step.pull);
  for (const text of [step.stdout, step.summary, comment?.body ?? ""]) {
    expect(text).toContain("a\\nb\\u{1b}");
    expect(text.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  }
  for (const { properties } of step.commands) expect(properties["file"] ?? "").not.toMatch(/\p{Cc}/u);
});

test.each<[string, Files, string, string]>([
  ["a folder", { "video-budget.yml/README.md": "# Moved\n" }, "warn", "manifest-removed"],
  ["a submodule", { "video-budget.yml": "submodule" }, "invalid", "outside-repository"],
])("a manifest that is replaced with %s does not pass", async (_, now, verdict, code) => {
  const step = await change(BASE, { ...PRICED, ...now });
  expect(step.outputs["verdict"]).toBe(verdict);
  expect([...step.report.reasons, ...step.report.problems].map((one) => one.code)).toContain(code);
});
