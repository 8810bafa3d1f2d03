import { describe, expect, test } from "vitest";
import { commentMode } from "../../src/action/comment-mode.ts";
import { reviewFiles, reviewOne } from "../in-memory.ts";

/** 5 seconds of acme-1 without sound cost 5 × $0.10 = $0.50, so a clip is half a dollar. */
const clips = (per_month: number) => ({ provider: "acme", model: "acme-1", output: { duration: 5, audio: false }, volume: { per_month } });
const manifest = (workloads: object, monthly = 1000) => ({ version: 1, budget: { monthly }, workloads });
const BASE = manifest({ a: clips(1000) }); // $500

const SAME = manifest({ a: clips(1000) });
const GROWN = manifest({ a: clips(1200) }); // $100 more
const SHRUNK = manifest({ a: clips(800) }); // $100 less
const OVER = manifest({ a: clips(3000) }); // $1,500 of $1,000
const UNPRICED = manifest({ a: clips(1000), b: { provider: "acme", model: "acme-secret", volume: { per_month: 1 } } });
const MOVED = manifest({ b: clips(1000) });

describe.each([
  ["always", { SAME: "create", GROWN: "create", OVER: "create" }],
  ["on-change", { SAME: "update", GROWN: "create", OVER: "create" }],
  ["on-failure", { SAME: "update", GROWN: "update", OVER: "create" }],
  ["never", { SAME: null, GROWN: null, OVER: null }],
] as const)("comment: %s", (comment, table) => {
  test.each([
    ["nothing changed", SAME, table.SAME],
    ["a change within budget", GROWN, table.GROWN],
    ["a change over budget", OVER, table.OVER],
    ["a workload without a price", UNPRICED, table.OVER],
  ])("%s", async (_, head, expected) => {
    expect(commentMode({ comment, commentThreshold: "0" }, await reviewOne(head, BASE))).toBe(expected);
  });
});

describe("comment-threshold", () => {
  test.each([
    ["$100 more, of $100", GROWN, "100", "create"],
    ["$100 more, of $100.000001", GROWN, "100.000001", "update"],
    ["$100 less, of $100", SHRUNK, "100", "create"],
    ["$100 less, of $101", SHRUNK, "101", "update"],
    ["a workload renamed, which costs the same", MOVED, "1", "update"],
    ["over budget", OVER, "100000", "create"],
    ["an unknown change", UNPRICED, "100000", "create"],
  ])("%s: %s", async (_, head, commentThreshold, expected) => {
    expect(commentMode({ comment: "on-change", commentThreshold }, await reviewOne(head, BASE))).toBe(expected);
  });
});

test("a limit that is already exceeded on the base branch does not count as a failure", async () => {
  const broken = manifest({ a: clips(3000) });
  expect(commentMode({ comment: "on-change", commentThreshold: "0" }, await reviewOne(broken, broken))).toBe("update");
});

test("prices that changed since the lock create a comment, even if no workload changed", async () => {
  const lock = (job_price: number): Buffer => {
    const asked = { currency: "USD", model: "acme-1", output: { audio: false, duration: 5 }, provider: "acme" };
    const workloads = { "video-budget.yml": { a: { id: "acme/acme-1", from: null, source: "s", job_price, asked } } };
    return Buffer.from(JSON.stringify({ schema: "video-budget/lock@1", date: "2026-11-01", snapshot: "sha256:old", workloads }));
  };
  const mode = async (job_price: number, commentThreshold: string): Promise<string | null> => {
    const bytes = lock(job_price);
    const files = { "video-budget.yml": BASE };
    const result = await reviewFiles(files, { base: files, lock: { file: "video-budget.lock", ruling: bytes, head: bytes } });
    return commentMode({ comment: "on-change", commentThreshold }, result);
  };
  // 1,000 jobs went from $0.40 to $0.50: $100 a month.
  expect([await mode(0.4, "0"), await mode(0.4, "100"), await mode(0.4, "101"), await mode(0.5, "0")]).toEqual(["create", "create", "update", "update"]);
});
