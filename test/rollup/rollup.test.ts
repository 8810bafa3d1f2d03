import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { rollUpReport } from "../../src/report/rollup/schema.ts";
import { bookFolder, runWith } from "../cli/in-process.ts";
import { ACME } from "../in-memory.ts";

/** Four repositories, each with its manifest; `acme-1` without sound is 5 s × $0.10 = $0.50 a clip. */
const book = bookFolder(ACME);
const folder = mkdtempSync(join(tmpdir(), "video-budget-rollup-"));
const workload = (name: string, volume: string, more = ""): string =>
  `  ${name}: { provider: acme, model: acme-1, output: { duration: 5s, resolution: 720p, audio: false }, volume: ${volume}${more} }\n`;
const manifest = (...workloads: string[]): string => `version: 1\nworkloads:\n${workloads.join("")}`;
const MANIFESTS: Readonly<Record<string, string>> = {
  ads: manifest(workload("a", "{ per_month: { p10: 800, p90: 1600 } }", ", tags: { team: growth, owner: mia }")),
  films: manifest(workload("b", "{ per_month: { low: 500, likely: 1000, high: 4000 } }", ", tags: { team: growth }"), workload("c", "{ per_month: 100 }")),
  shop: manifest(workload("d", "{ per_month: { p10: 300, p90: 1500 } }", ", tags: { team: store }")),
  news: manifest(
    workload("e", "{ per_month: { p10: 500, p90: 900 }, driver: users }"),
    workload("f", "{ per_month: { p10: 500, p90: 900 }, driver: users }", ", tags: { team: store }"),
    workload("g", "{ per_month: { p10: 500, p90: 900 }, driver: users }", ", tags: { team: store }"),
  ),
};
const names = Object.keys(MANIFESTS);
const run = (...args: string[]) => runWith(book, folder, [...args, "--date", "2026-11-20"]);
const json = async (...args: string[]) => {
  const ran = await run("rollup", ...args, "--format", "json");
  const value = JSON.parse(ran.stdout || `{ "none": ${JSON.stringify(ran.stderr)} }`);
  return { code: ran.code, report: rollUpReport.parse(value) };
};
const write = (path: string, text: string): string => {
  writeFileSync(join(folder, path), text);
  return path;
};

beforeAll(async () => {
  mkdirSync(join(folder, "reports"));
  for (const [name, text] of Object.entries(MANIFESTS)) {
    write(`${name}.yml`, text);
    write(`reports/${name}.json`, (await run("check", `${name}.yml`, "--format", "json")).stdout);
  }
});

describe("many reports", () => {
  test("sum to the report over all of their manifests", async () => {
    const all = JSON.parse((await run("check", ...names.map((name) => `${name}.yml`), "--format", "json")).stdout);
    const { report, code } = await json("reports/*.json");
    const [one, together] = [all.total.head, report.total.figures];
    expect(code).toBe(0);
    // Means are exact: each report rounds to 6 decimals, so four of them are off by at most 2e-6.
    expect(Math.abs((together?.expected ?? 0) - one.expected)).toBeLessThan(2e-6);
    expect(Math.abs((together?.list ?? 0) - one.list)).toBeLessThan(2e-6);
    expect(Math.abs((together?.cash ?? 0) - one.cash)).toBeLessThan(2e-6);
    expect(together?.sd).toBeCloseTo(one.sd, 3);
    for (const quantile of ["p50", "p90", "p95"] as const) expect(Math.abs((together?.[quantile] ?? 0) / one[quantile] - 1), quantile).toBeLessThan(0.01);
    expect(report.total.quantiles).toBe("approximate");
  });

  test("with one uncertain report have its quantiles, shifted by the rest", async () => {
    write("reports/certain.txt", (await run("check", write("certain.yml", manifest(workload("z", "{ per_month: 100 }"))), "--format", "json")).stdout);
    const { report } = await json("reports/ads.json", "reports/certain.txt");
    const { head } = JSON.parse((await run("check", "ads.yml", "--format", "json")).stdout).total;
    // 100 clips × $0.50 = $50 are certain.
    expect(report.total.figures?.p90).toBeCloseTo(head.p90 + 50, 5);
    expect(report.total.figures?.sd).toBeCloseTo(head.sd, 5);
  });

  test("count once for each file, however often it is named", async () => {
    const { report } = await json(
      "reports/ads.json",
      "reports/../reports/ads.json",
      "--manifest",
      write("twice.yml", "version: 1\ninclude_reports: [reports/ads.json]\n"),
    );
    expect(report.repositories).toHaveLength(1);
  });
});

describe("groups of a roll-up", () => {
  test("by tag have the workloads of all repositories, and those without the tag are a group", async () => {
    const { report } = await json("reports/*.json", "--group-by", "tag:team");
    const found = new Map(report.groups.map(({ value, workloads, figures }) => [value, { workloads, expected: figures?.expected }]));
    // b: (500 + 4 × 1000 + 4000) / 6 = 1416.67 clips × $0.50.
    const ads = JSON.parse((await run("check", "ads.yml", "--format", "json")).stdout).total.head.expected;
    expect(found.get("growth")?.expected).toBeCloseTo(ads + (8500 / 6) * 0.5, 5);
    expect(found.get("growth")?.workloads).toBe(2);
    expect(found.get("store")?.workloads).toBe(3);
    expect(found.get(null)?.workloads).toBe(2);
    expect(report.groups.reduce((sum, { figures }) => sum + (figures?.expected ?? 0), 0)).toBeCloseTo(report.total.figures?.expected ?? 0, 4);
  });

  test("with some of the workloads that share a driver have the largest possible spread", async () => {
    const { report } = await json("reports/news.json", "--group-by", "tag:team");
    const one = JSON.parse((await run("check", "news.yml", "--format", "json")).stdout).workloads[0].figures;
    const store = report.groups.find(({ value }) => value === "store");
    expect(store?.quantiles).toBe("upper");
    // f and g are alike and rise together: twice the spread of one.
    expect(store?.figures?.sd).toBeCloseTo(2 * one.sd, 4);
  });

  test("by owner use the workload's tag, otherwise the owner of its repository", async () => {
    const list =
      "version: 1\ninclude_reports:\n  - { repository: acme/ads, report: reports/ads.json, owner: tom }\n  - { repository: acme/shop, report: reports/shop.json, owner: tom }\n";
    const { report } = await json("--manifest", write("owners.yml", list), "--group-by", "owner");
    expect(report.groups.map(({ value, workloads }) => [value, workloads]).sort()).toEqual([
      ["mia", 1],
      ["tom", 1],
    ]);
  });
});

describe("limits of a roll-up", () => {
  const limits = (budget: string, reports = "[reports/*.json]"): string => write("limits.yml", `version: 1\nbudget: ${budget}\ninclude_reports: ${reports}\n`);

  test("apply to the sum, and scopes to the matching workloads", async () => {
    const { report, code } = await json("--manifest", limits("{ monthly: 10000, scopes: { store: { match: { tags: { team: store } }, monthly: 100 } } }"));
    expect(report.budgets.map(({ scope, verdict }) => [scope, verdict])).toEqual([
      ["total", "pass"],
      ["store", "fail"],
    ]);
    expect([report.verdict, code]).toEqual(["fail", 1]);
    expect(report.reasons[0]?.code).toBe("budget-exceeded");
  });

  test("at a quantile have a probability of being exceeded: at the P90 itself one in ten", async () => {
    const { report: free } = await json("reports/*.json");
    const { report } = await json("--manifest", limits(`{ monthly: ${free.total.figures?.p90}, figure: p90 }`));
    expect(report.budgets[0]?.probability_over).toBeCloseTo(0.1, 4);
  });
});

describe("unknown costs are never 0 and never pass", () => {
  const ONE = "{ repository: acme/ads, report: reports/ads.json }";

  test("a repository without a report is missing, and every limit has a lower bound", async () => {
    const file = write(
      "gone.yml",
      `version: 1\nbudget: { monthly: 100000 }\ninclude_reports: [${ONE}, { repository: acme/gone, report: reports/gone.json }]\n`,
    );
    const { report, code } = await json("--manifest", file);
    expect([report.verdict, code, report.total.complete]).toEqual(["invalid", 2, false]);
    expect(report.repositories[1]).toMatchObject({ repository: "acme/gone", state: "missing", figures: null, workloads: null });
    expect(report.budgets[0]).toMatchObject({ complete: false, used: null, verdict: "invalid", probability_over: null });
    const { stdout } = await run("rollup", "--manifest", file);
    expect(stdout).toContain("at least $");
    expect(stdout).toContain("`acme/gone` has no report");
  });

  test("a roll-up without any report has no total", async () => {
    const { report } = await json("reports/none-*.json");
    expect(report.total.figures).toBeNull();
    expect(report.repositories[0]?.state).toBe("missing");
  });

  test.each([
    ["half a report", '{ "schema": "video-budget/report@1" }', "`verdict`"],
    ["another schema", '{ "schema": "video-budget/reconcile@1" }', "`schema`"],
    ["no JSON", "version: 1", "report@1"],
  ])("%s is unreadable and is named", async (_, text, says) => {
    const path = write("reports/broken.txt", text);
    const { report } = await json("reports/ads.json", path);
    expect(report.verdict).toBe("invalid");
    expect(report.notices.find(({ code }) => code === "report-unreadable")?.message).toContain(says);
  });

  test("another currency is converted at the file's rates, and is not added without one", async () => {
    const euros = (
      await run(
        "check",
        write("euros.yml", `version: 1\ncurrency: EUR\nfx: { EUR: 1.25 }\n${manifest(workload("z", "{ per_month: 100 }")).slice(11)}`),
        "--format",
        "json",
      )
    ).stdout;
    write("reports/euros.txt", euros);
    // 100 × $0.50 = $50 = EUR 40, at 1.20 that is $48.
    const { report } = await json("reports/euros.txt", "--manifest", write("fx.yml", "version: 1\nfx: { EUR: 1.2 }\n"));
    expect(report.total.figures?.expected).toBe(48);
    const { report: without } = await json("reports/euros.txt", "--manifest", write("no-fx.yml", "version: 1\n"));
    expect([without.verdict, without.total.figures, without.repositories[0]?.state]).toEqual(["invalid", null, "no-exchange-rate"]);
  });

  test("reports of different months or price books are reported", async () => {
    write(
      "reports/late.txt",
      (await runWith(book, folder, ["check", "shop.yml", "--format", "json", "--date", "2026-12-02"])).stdout.replace(
        /"snapshot": "[^"]*"/,
        '"snapshot": "sha256:other"',
      ),
    );
    const { report } = await json("reports/ads.json", "reports/late.txt");
    expect(report.notices.map(({ code, level }) => [code, level])).toEqual([
      ["dates-differ", "warn"],
      ["books-differ", "pass"],
    ]);
    expect(report.dates).toEqual({ oldest: "2026-11-20", newest: "2026-12-02" });
  });

  test("a workload without a price makes its repository a lower bound", async () => {
    write(
      "reports/secret.txt",
      (
        await run(
          "check",
          write("secret.yml", "version: 1\nworkloads:\n  s: { provider: acme, model: acme-secret, volume: { per_month: 1 } }\n"),
          "--format",
          "json",
        )
      ).stdout,
    );
    const { report } = await json("reports/secret.txt", "reports/ads.json");
    expect([report.verdict, report.total.complete]).toEqual(["unpriced", false]);
    expect(report.repositories[0]?.figures).toBeNull();
  });
});

describe("wrong usage", () => {
  test.each([
    [["rollup"], "No report is named"],
    [["rollup", "a.yml", "b.yml"], "One file has the limits"],
    [["rollup", "ads.yml"], "declares workloads"],
    [["rollup", "reports/ads.json", "--group-by", "team"], "tag:team"],
  ])("%j exits 2 with a message", async (args, says) => {
    const { code, stderr } = await run(...args);
    expect([code, stderr]).toEqual([2, expect.stringContaining(says)]);
  });
});

test("names of repositories and tags stay text in Markdown and in a terminal", async () => {
  const list = "version: 1\ninclude_reports:\n  - { repository: '<img src=x>|**a**\\n::error::', report: reports/shop.json, owner: '@all' }\n";
  const file = write("hostile.yml", list);
  const { stdout } = await run("rollup", "--manifest", file, "--format", "markdown");
  expect(stdout).not.toMatch(/::error::|^<img|[^`]<img/);
  expect(stdout).toContain("`@all`");
  expect(stdout).toContain("All repositories");
});
