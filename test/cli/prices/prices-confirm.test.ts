import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ACME } from "../../in-memory.ts";
import { bookFolder, runWith, videoBudget } from "../in-process.ts";
import { folderOf } from "../run.ts";

const BOOK = bookFolder(ACME);
const DAY = ["--date", "2026-11-22"];
const confirm = (cwd: string, args: readonly string[], typed?: string) => runWith(BOOK, cwd, ["prices", "confirm", ...args, ...DAY], { typed });
const read = (cwd: string, file = "prices/acme.yml"): string => readFileSync(join(cwd, file), "utf8");

/** 100 clips of 5 s: with sound 5 × $0.15 = $0.75, and 5 × 10 credits × $0.01 = $0.50 a clip. */
const manifest = (prices: string) => `version: 1
${prices}workloads:
  clip: { provider: acme, model: acme-1, volume: { per_month: 100 } }
  credits: { provider: acme, model: acme-credits, volume: { per_month: 100 } }
`;

async function check(cwd: string, date = "2026-11-22") {
  const ran = await runWith(BOOK, cwd, ["check", "--format", "json", "--date", date]);
  const report = JSON.parse(ran.stdout);
  const workloads = report.workloads.map(({ name, job_price, price }: { name: string; job_price: number; price: { checked: string } }) => [
    name,
    job_price,
    price.checked,
  ]);
  return { workloads, total: report.total.head.expected, snapshot: report.prices.snapshot, problems: report.problems };
}

describe("the list that prices confirm prints", () => {
  test("has every address and numbered figure; without answers or flags, nothing is written", async () => {
    const cwd = folderOf({});
    const ran = await confirm(cwd, ["acme/acme"]);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toBe(`acme/acme-1: compare with the page

  https://acme.example/pricing
  last checked 2026-11-01, 21 days before 2026-11-22, confidence provider

  1  $0.10 per second
  2  $0.15 per second, when audio is true
  3  × 2, when resolution is 1080p

Worth a look too; this command does not record it
  A credit costs $0.01
  Pack 1: 1,000 credits for $12, $0.012 each
  Trial: 100 credits for $0.50, $0.005 each (sold once)
  Trial: 200 credits
`);
    expect(ran.stderr).toContain("--same, or --set NUMBER=AMOUNT");
    expect(readdirSync(cwd)).toEqual([]);
  });

  test("is JSON alone on standard output, with the same numbers", async () => {
    const { stdout } = await confirm(folderOf({}), ["acme/acme-1", "--format", "json"]);
    const { schema, price, written } = JSON.parse(stdout);
    expect([schema, written, price.figures.map(({ number }: { number: number }) => number)]).toEqual(["video-budget/prices-confirm@1", null, [1, 2, 3]]);
  });

  test("includes failure policies and where they were read", async () => {
    const jobs = { billed: { moderated: { value: "yes", source: "https://acme.example/moderation", checked: "2026-03-01" } } };
    const ran = await runWith(bookFolder({ ...ACME, jobs }), folderOf({}), ["prices", "confirm", "acme/acme-1", ...DAY]);
    expect(ran.stdout).toContain("Moderated: billed in full (https://acme.example/moderation, checked 2026-03-01)");
  });
});

describe("--same", () => {
  test("writes a price file that changes only the checked day: models, credits and totals stay", async () => {
    const cwd = folderOf({ "video-budget.yml": manifest("") });
    const before = await check(cwd);
    expect([before.total, before.workloads]).toEqual([
      125,
      [
        ["clip", 0.75, "2026-11-01"],
        ["credits", 0.5, "2026-01-01"],
      ],
    ]);

    const ran = await confirm(cwd, ["acme/acme-1", "--same"]);
    expect([ran.code, ran.stderr]).toEqual([
      0,
      "Written to prices/acme.yml: acme/acme-1, checked on 2026-11-22, unchanged.\nFor a manifest in this folder:\n\nprices: [prices/acme.yml]\n",
    ]);
    expect(readdirSync(join(cwd, "prices"))).toEqual(["acme.yml"]);

    const named = folderOf({ "video-budget.yml": manifest("prices: [prices/acme.yml]\n"), "prices/acme.yml": read(cwd) });
    const after = await check(named);
    expect([after.total, after.workloads]).toEqual([
      125,
      [
        ["clip", 0.75, "2026-11-22"],
        ["credits", 0.5, "2026-01-01"],
      ],
    ]);
    expect(after.problems.filter(({ severity }: { severity: string }) => severity === "error")).toEqual([]);
    expect(after.snapshot).not.toBe(before.snapshot);
  });

  test("adds a second model to the file and keeps every other byte", async () => {
    const cwd = folderOf({});
    await confirm(cwd, ["acme/acme-1", "--same"]);
    const first = read(cwd);
    await confirm(cwd, ["acme/acme-credits", "--same"]);
    const [head, tail] = [first.slice(0, first.indexOf("  - id:")), first.slice(first.indexOf("  - id:"))];
    expect(read(cwd).startsWith(head)).toBe(true);
    expect(read(cwd).endsWith(tail)).toBe(true);
    expect(read(cwd)).toContain("id: acme-credits");
  });

  test("keeps a third party's price marked as such until the provider's page was read", async () => {
    const cwd = folderOf({});
    const quoted = await confirm(cwd, ["acme/acme-credits", "--same"]);
    expect(quoted.stderr).toContain("Its confidence stays third-party");
    expect(read(cwd)).toContain("confidence: third-party");
    const own = await confirm(cwd, ["acme/acme-credits", "--same", "--source", "https://acme.example/own?a=1&b=2"]);
    expect(own.stderr).not.toContain("confidence");
    expect(read(cwd)).toContain('source: "https://acme.example/own?a=1&b=2"');
    expect(read(cwd)).toContain("confidence: provider");
  });
});

describe("--set", () => {
  test("closes the old price on that day and begins a new one", async () => {
    const cwd = folderOf({ "video-budget.yml": manifest("prices: [prices/acme.yml]\n") });
    const ran = await confirm(cwd, ["acme/acme-1", "--set", "2=0.20", "--set", "3=2.0"]);
    expect(ran.stderr).toContain("the old price ends on 2026-11-22 and a new one begins");
    // 5 s × $0.20 = $1.00 from that day on, and $0.75 the day before: 100 clips, and $50 of credits.
    expect([(await check(cwd)).total, (await check(cwd, "2026-11-21")).total]).toEqual([150, 125]);
    expect((await check(cwd)).workloads[0]).toEqual(["clip", 1, "2026-11-22"]);
    expect((await check(cwd, "2026-11-21")).workloads[0]).toEqual(["clip", 0.75, "2026-11-01"]);
  });

  test("changes a factor; on the same day again, it corrects the new entry", async () => {
    const cwd = folderOf({
      "video-budget.yml": manifest("prices: [prices/acme.yml]\ndefaults: { output: { resolution: 1080p } }\n").replace("  credits:", "  #"),
    });
    await confirm(cwd, ["acme/acme-1", "--set", "3=4"]);
    expect((await check(cwd)).workloads[0]?.[1]).toBe(3);
    const ran = await confirm(cwd, ["acme/acme-1", "--set", "3=3"]);
    expect(ran.stderr).toContain("the price that began on 2026-11-22 is corrected");
    // 5 s × $0.15 × 3, and × 2 the day before.
    expect([(await check(cwd)).workloads[0]?.[1], (await check(cwd, "2026-11-21")).workloads[0]?.[1]]).toEqual([2.25, 1.5]);
  });

  test("ignores a difference in notation", async () => {
    const cwd = folderOf({});
    const ran = await confirm(cwd, ["acme/acme-1", "--set", "1=0.100"]);
    expect(ran.stderr).toContain("checked on 2026-11-22, unchanged");
    expect(read(cwd)).not.toContain("to:");
  });
});

describe("a person at a terminal", () => {
  test("is asked once if everything is the same", async () => {
    const cwd = folderOf({});
    const ran = await confirm(cwd, ["acme/acme-1"], "s\n\n");
    expect(ran.stderr).toContain("Does the page say the same?");
    expect(ran.stderr).toContain("checked on 2026-11-22, unchanged");
  });

  test("is asked for each amount that differs, again after invalid input, and for the address", async () => {
    const cwd = folderOf({});
    const ran = await confirm(cwd, ["acme/acme-1"], "what\nd\n\nabout 0.2\n0.2\n\nhttps://acme.example/new\n");
    expect(ran.stderr).toContain("Answer s, d or k.");
    expect(ran.stderr).toContain("A decimal in the same unit");
    expect(read(cwd)).toContain("from: 2026-11-22\n        source: https://acme.example/new");
    expect(read(cwd)).toContain("{ meter: second, when: { audio: true }, usd: 0.2 }");
    expect(read(cwd)).toContain("{ meter: second, usd: 0.1 }");
  });

  test.each([
    ["skips", "k\n"],
    ["leaves before the last question", "d\n0.3\n"],
    ["says that other parts differ, too", "d\n\n\n\n\n"],
  ])("who %s causes no write", async (_, typed) => {
    const cwd = folderOf({});
    const ran = await confirm(cwd, ["acme/acme-1"], typed);
    expect([ran.code, existsSync(join(cwd, "prices"))]).toEqual([0, false]);
    expect(ran.stderr).toContain("Nothing was written.");
  });
});

describe("prices confirm refuses and writes nothing for", () => {
  const own = "provider: acme\nname: Acme\nmodels: []\n";
  test.each([
    ["a figure that does not exist", ["acme/acme-1", "--set", "4=1"], "there are 3 figures"],
    ["no amount", ["acme/acme-1", "--set", "1=-1"], "the number of a figure and its amount"],
    ["two answers at once", ["acme/acme-1", "--same", "--set", "1=1"], "give one of them"],
    ["an address alone", ["acme/acme-1", "--source", "https://x"], "--same, or --set"],
    ["a model without a price", ["acme/acme-secret", "--same"], "has no price on 2026-11-22"],
    ["an unknown model", ["acme/acme-9", "--same"], "Did you mean acme-1?"],
    ["a file that is not a price file", ["acme/acme-1", "--same", "--output", "notes.txt"], "notes.txt is there and is not a price file"],
    ["another provider's file", ["acme/acme-1", "--same", "--output", "other.yml"], "the price file of other, not of acme"],
  ])("%s", async (_, args, said) => {
    const files = { "notes.txt": "keep me", "other.yml": own.replace("acme", "other") };
    const cwd = folderOf(files);
    const ran = await confirm(cwd, args);
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining(said)]);
    expect(readdirSync(cwd).sort()).toEqual(Object.keys(files).sort());
    expect(read(cwd, "notes.txt")).toBe("keep me");
  });

  test("a day before the price was last checked", async () => {
    const ran = await runWith(BOOK, folderOf({}), ["prices", "confirm", "acme/acme-1", "--same", "--date", "2026-10-31"]);
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining("already checked on 2026-11-01")]);
  });

  test("a price that two models share through an anchor", async () => {
    const shared = `${own.replace("[]", "")}  - { id: a, modes: [text-to-video], prices: &p [{ source: x, checked: 2026-01-01, confidence: provider, charges: [{ meter: clip, usd: 1 }] }] }
  - { id: b, modes: [text-to-video], prices: *p }
`;
    const cwd = folderOf({ "prices/acme.yml": shared });
    const ran = await confirm(cwd, ["acme/a", "--set", "1=2"]);
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining("other models share parts of it")]);
    expect(read(cwd)).toBe(shared);
  });
});

test("the price file's own price is confirmed, not the book's", async () => {
  const negotiated = `# Ours until 2027.
provider: acme
name: Acme
models:
  - id: acme-1 # by contract
    modes: [text-to-video]
    prices:
      # Signed in June.
      - source: contract 7
        checked: 2026-06-01
        confidence: provider
        charges: [{ meter: clip, usd: 0.30 }]
`;
  const cwd = folderOf({ "prices/acme.yml": negotiated });
  const ran = await confirm(cwd, ["acme/acme-1", "--same"]);
  expect(ran.stdout).toContain("1  $0.30 per clip");
  expect(read(cwd)).toBe(negotiated.replace("checked: 2026-06-01", "checked: 2026-11-22"));
});

test("confirming the built-in book with the built command line leaves a manifest's figures as they are", async () => {
  const own = (prices: string): string => `version: 1
${prices}workloads:
  clip: { provider: runway, model: gen4_turbo, output: { duration: 5s }, volume: { per_month: 100 } }
  other: { provider: runway, model: gen4.5, output: { duration: 5s }, volume: { per_month: 10 } }
`;
  const cwd = folderOf({ "before.yml": own(""), "after.yml": own("prices: [prices/runway.yml]\n") });
  const ran = await videoBudget(["prices", "confirm", "runway/gen4_turbo", "--same", ...DAY], { cwd });
  expect([ran.code, ran.stdout]).toEqual([0, expect.stringContaining("5 credits per second")]);
  const workloads = async (file: string) => {
    const { stdout } = await videoBudget(["check", file, "--format", "json", ...DAY], { cwd });
    return JSON.parse(stdout).workloads as { job_price: number; status: string; price: { checked: string } }[];
  };
  const [before, after] = [await workloads("before.yml"), await workloads("after.yml")];
  // 5 s × 5 credits × $0.01.
  expect([after[0]?.job_price, after[0]?.price.checked]).toEqual([0.25, "2026-11-22"]);
  expect(after.map(({ job_price, status }) => [job_price, status])).toEqual(before.map(({ job_price, status }) => [job_price, status]));
  expect(after[1]?.price.checked).toBe(before[1]?.price.checked);
});
