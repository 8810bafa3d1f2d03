import { describe, expect, test } from "vitest";
import { gather } from "../../src/gather.ts";
import { LOCK_NAME, lockText } from "../../src/lock/lock-file.ts";
import { lockOf } from "../../src/lock/lock-of.ts";
import type { Book } from "../../src/prices/book.ts";
import type { Review } from "../../src/review/result.ts";
import { exposureOf } from "../../src/risk/exposure.ts";
import { distributionsFor } from "../../src/risk/needs-distributions.ts";
import { gate } from "../control/gate.ts";
import { ACME, bookOfFiles, readerOf, reviewFiles } from "../in-memory.ts";

/** acme-1 without sound costs $0.10 a second; in the new book it costs `second` from 2026-11-10 on. */
const priced = (second: number): Book =>
  bookOfFiles({
    ...ACME,
    models: ACME.models.map((model) =>
      model.id !== "acme-1"
        ? model
        : {
            ...model,
            prices: [
              {
                from: "2026-11-10",
                source: "https://acme.example/new",
                checked: "2026-11-10",
                confidence: "provider",
                charges: [{ meter: "second", usd: second }],
              },
              { ...model.prices[0], to: "2026-11-10", charges: [{ meter: "second", usd: 0.1 }] },
            ],
          },
    ),
  });

/** 100 clips of 5 s at $0.10 a second: $50 a month, $0.50 a job. */
const clip = (more: object = {}): object => ({
  provider: "acme",
  model: "acme-1",
  output: { duration: 5, resolution: "720p", audio: false },
  volume: { per_month: 100 },
  ...more,
});
const manifest = (workloads: object, more: object = {}): object => ({ version: 1, budget: { monthly: 70 }, ...more, workloads });

async function lockedAt(date: string, files: Readonly<Record<string, string | object>>, book: Book): Promise<string> {
  const head = await gather(readerOf(files), ["video-budget.yml"], book.snapshot);
  return lockText(lockOf(exposureOf(head, book, { date, after: 0 }, await distributionsFor(head)), book, date, (file) => file));
}

/** The gate, where base was locked before 2026-11-10 and the pull request runs after it. */
async function judged(base: object, head: object, second: number, lockHead?: string | null): Promise<Review> {
  const book = priced(second);
  const lock = await lockedAt("2026-11-01", { "video-budget.yml": base }, book);
  const own = lockHead === undefined ? lock : lockHead;
  return gate({ "video-budget.yml": base, [LOCK_NAME]: lock }, { "video-budget.yml": head, ...(own !== null && { [LOCK_NAME]: own }) }, { book });
}

const said = ({ verdict, reasons, total }: Review): unknown[] => [
  verdict,
  reasons.map(({ code, level }) => `${code} ${level}`),
  total.repricing?.toNumber() ?? null,
];

test("a lock has the price of each workload, in a stable order", async () => {
  const files = { "video-budget.yml": manifest({ b: clip(), a: clip({ model: "acme-secret", output: {} }) }) };
  expect(JSON.parse(await lockedAt("2026-11-22", files, priced(0.12)))).toEqual({
    schema: "video-budget/lock@1",
    date: "2026-11-22",
    snapshot: "sha256:test",
    workloads: {
      "video-budget.yml": {
        a: { id: "acme/acme-secret", from: null, source: "", job_price: null, asked: { provider: "acme", model: "acme-secret", currency: "USD" } },
        b: {
          id: "acme/acme-1",
          from: "2026-11-10",
          source: "https://acme.example/new",
          job_price: 0.6,
          asked: { provider: "acme", model: "acme-1", currency: "USD", output: { duration: 5, resolution: "720p", audio: false } },
        },
      },
    },
  });
});

describe("price changes since the lock", () => {
  const one = manifest({ a: clip() });

  test("are separate from the change's edits", async () => {
    // a: $0.50 → $0.60 a job, +$10 a month, and no edit. b is new at 50 clips × $0.60 = $30.
    const result = await judged(
      manifest({ a: clip() }, { budget: { monthly: 1000 } }),
      manifest({ a: clip(), b: clip({ volume: { per_month: 50 } }) }, { budget: { monthly: 1000 } }),
      0.12,
    );
    expect(said(result)).toEqual(["warn", ["repricing warn"], 10]);
    expect(result.workloads.map(({ change, repriced }) => [change, repriced?.was.toNumber() ?? null, repriced?.now?.toNumber() ?? null])).toEqual([
      ["same", 0.5, 0.6],
      ["added", null, null],
    ]);
    expect(result.total.base?.expected.toNumber()).toBe(60);
  });

  test.each([
    ["note", "pass"],
    ["warn", "warn"],
    ["fail", "fail"],
  ])("affect the verdict as base's policy says: %s", async (repricing, verdict) => {
    const base = manifest({ a: clip() }, { budget: {}, policy: { repricing } });
    expect((await judged(base, base, 0.12)).verdict).toBe(verdict);
    // A change that relaxes the policy is still judged by base's.
    const freed = manifest({ a: clip() }, { budget: {}, policy: { repricing: "note" } });
    expect((await judged(base, freed, 0.12)).verdict).toBe(verdict);
  });

  test("count toward every limit: $50 was within $70, $80 is not", async () => {
    expect(said(await judged(one, one, 0.16))).toEqual(["fail", ["budget-exceeded fail", "repricing warn"], 30]);
  });

  test("do not matter for a limit that base exceeded at the lock's prices", async () => {
    const broken = manifest({ a: clip() }, { budget: { monthly: 40 } });
    expect(said(await judged(broken, broken, 0.16))).toEqual(["warn", ["pre-existing warn", "repricing warn"], 30]);
  });

  test("do not count toward the limit on the increase", async () => {
    const base = manifest({ a: clip() }, { budget: { max_increase: { amount: 1 } } });
    expect(said(await judged(base, base, 0.16))).toEqual(["warn", ["repricing warn"], 30]);
  });

  test("include prices that fell", async () => {
    expect(said(await judged(one, one, 0.08))).toEqual(["warn", ["repricing warn"], -10]);
  });

  test("are not mentioned if there are none", async () => {
    expect(said(await judged(one, one, 0.1))).toEqual(["pass", [], 0]);
  });

  test("include failures and retries at both prices", async () => {
    // A job fails one time in five, is billed and retried once: 1.2 jobs a clip. So the monthly cost was $60 and is now $72.
    const risky = clip({ reliability: { outcomes: { provider_error: "20%" }, billed: { provider_error: true } }, client: { max_attempts: 2 } });
    const all = manifest({ a: risky }, { budget: { monthly: 1000 } });
    const result = await judged(all, all, 0.12);
    expect(result.total.repricing?.round(6).toNumber()).toBe(12);
  });
});

describe("the lock", () => {
  const one = manifest({ a: clip() }, { budget: { monthly: 1000 } });

  test.each([
    ["removed", null],
    ["replaced", "now"],
  ] as const)("%s by the change: base's lock applies, and the report names the edit", async (_, own) => {
    const now = own === null ? null : await lockedAt("2026-11-22", { "video-budget.yml": one }, priced(0.12));
    const result = await judged(one, one, 0.12, now);
    expect(said(result)).toEqual(["warn", ["repricing warn", "controls-changed pass"], 10]);
    expect(result.controls?.changed).toEqual([{ file: LOCK_NAME, what: "lock", workloads: [] }]);
  });

  test("that cannot be read is invalid for the change that broke it", async () => {
    const result = await judged(one, one, 0.12, "{}");
    expect(result.verdict).toBe("invalid");
    expect(result.problems.map(({ code, severity, file }) => [code, severity, file])).toEqual([["lock-unreadable", "error", LOCK_NAME]]);
  });

  test("that cannot be read is a warning at its line for other changes", async () => {
    const broken = Buffer.from('{\n  "schema": "video-budget/lock@1",\n  "date": 7\n}');
    const result = await reviewFiles(
      { "video-budget.yml": one },
      { base: { "video-budget.yml": one }, lock: { file: LOCK_NAME, applied: broken, head: broken } },
    );
    expect(result.problems.map(({ code, severity, line, column }) => [code, severity, line, column])).toEqual([["lock-unreadable", "warning", 3, 11]]);
    expect([result.verdict, result.total.repricing]).toEqual(["pass", null]);
  });

  test("of a missing workload is reported, and a workload edited since is not compared", async () => {
    const lock = Buffer.from(await lockedAt("2026-11-01", { "video-budget.yml": manifest({ a: clip(), gone: clip() }) }, priced(0.12)));
    const edited = manifest({ a: clip({ output: { duration: 10, resolution: "720p", audio: false } }) }, { budget: { monthly: 1000 } });
    const result = await reviewFiles({ "video-budget.yml": edited }, { book: priced(0.12), lock: { file: LOCK_NAME, applied: lock, head: lock } });
    expect(result.problems.map(({ code, args }) => [code, args["workloads"]])).toEqual([
      ["lock-unknown-workload", ["video-budget.yml: gone"]],
      ["lock-outdated", ["a"]],
    ]);
    expect(said(result)).toEqual(["pass", [], 0]);
  });

  test("compares prices only, not the number of clips", async () => {
    const lock = Buffer.from(await lockedAt("2026-11-01", { "video-budget.yml": manifest({ a: clip() }) }, priced(0.12)));
    const more = manifest({ a: clip({ volume: { per_month: 200 }, takes: 2 }) }, { budget: { monthly: 1000 } });
    const result = await reviewFiles({ "video-budget.yml": more }, { book: priced(0.12), lock: { file: LOCK_NAME, applied: lock, head: lock } });
    // 400 jobs × $0.10.
    expect(said(result)).toEqual(["warn", ["repricing warn"], 40]);
  });

  test("of a price that no longer exists makes the price change unknown, never 0", async () => {
    const retired = bookOfFiles({
      ...ACME,
      models: ACME.models.map((model) => (model.id === "acme-1" ? { ...model, status: { retires: "2026-11-10" } } : model)),
    });
    const lock = Buffer.from(await lockedAt("2026-11-01", { "video-budget.yml": one }, retired));
    const files = { "video-budget.yml": one };
    const result = await reviewFiles(files, { base: files, book: retired, lock: { file: LOCK_NAME, applied: lock, head: lock } });
    expect([result.total.repricing, result.workloads[0]?.repriced?.now, result.workloads[0]?.repriced?.was.toNumber()]).toEqual([null, null, 0.5]);
  });

  test("is not needed: without one nothing changes", async () => {
    const result = await reviewFiles({ "video-budget.yml": one }, { base: { "video-budget.yml": one }, book: priced(0.12) });
    expect([result.repricing, result.total.repricing, result.reasons]).toEqual([null, null, []]);
  });
});
