import { describe, expect, test } from "vitest";
import type { Job } from "../../../src/joblog/records/job.ts";
import { jobReader, type Raw } from "../../../src/joblog/records/read-job.ts";
import { jobStatusOf } from "../../../src/joblog/records/status.ts";
import { dateOfDay } from "../../../src/notation/date.ts";
import { dayOf, momentOf } from "../../../src/notation/time.ts";

const read = jobReader();
const job = (raw: object): Job => {
  const found = read({ job_id: "j", status: "success", ...raw } as Raw);
  if ("flaw" in found) throw new Error(found.flaw);
  return { ...found };
};
const flaw = (raw: object): unknown => {
  const found = read(raw as Raw);
  return "flaw" in found ? [found.flaw, found.field] : "none";
};

test.each([
  ["succeeded", "success"],
  ["COMPLETED", "success"],
  ["providerError", "provider_error"],
  ["FAILED", "provider_error"],
  ["moderation_blocked", "moderated"],
  ["Content Policy Violation", "moderated"],
  ["bad-request", "invalid"],
  ["timedOut", "timed_out"],
  ["expired", "timed_out"],
  ["canceled", "cancelled"],
  ["IN_PROGRESS", "pending"],
  ["THROTTLED", "pending"],
  ["banana", undefined],
])("%s is %s", (word, status) => expect(jobStatusOf(word)).toBe(status));

// The times were calculated with `date -u -d … +%s`.
test.each([
  [1_762_000_000, 1_762_000_000],
  [1_762_000_000_250, 1_762_000_000.25],
  ["1762000000", 1_762_000_000],
  ["2025-11-01T12:26:40Z", 1_762_000_000],
  ["2025-11-01 12:26:40.500", 1_762_000_000.5],
  ["2025-11-01T13:26:40+01:00", 1_762_000_000],
  ["2025-11-01T06:56:40-0530", 1_762_000_000],
  ["2024-02-29", 1_709_164_800],
  ["1970-01-01", 0],
  ["1969-12-31T23:59:59Z", -1],
  ["2000-03-01T00:00:00Z", 951_868_800],
  ["yesterday", Number.NaN],
  ["2025-13-01", Number.NaN],
  ["", Number.NaN],
])("the time %s is read", (written, seconds) => expect(momentOf(written)).toBe(seconds));

test.each([0, 11_016, 20_393, -1, 19_782])("day %i is that of the calendar", (day) => {
  expect(dateOfDay(day)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
  expect(dayOf(momentOf(dateOfDay(day)))).toBe(day);
});

describe("a record", () => {
  test("can have numbers as text, as a CSV has", () => {
    const { requested_seconds, cost, kept, resolution, finished_at } = job({
      requested_seconds: "5.2",
      cost: "0.60",
      kept: "yes",
      resolution: 1080,
      finished_at: "",
    });
    expect([requested_seconds, cost, kept, resolution, finished_at]).toEqual([5.2, 0.6, 1, "1080p", Number.NaN]);
  });

  test("takes nothing from the record before it", () => {
    job({ request_id: "r", cost: 3, kept: true, seed: 7 });
    const { request_id, cost, kept, seed } = job({});
    expect([request_id, cost, kept, seed]).toEqual(["", Number.NaN, Number.NaN, ""]);
  });

  test.each([
    [{}, ["missing", "job_id"]],
    [{ job_id: "", status: "success" }, ["missing", "job_id"]],
    [{ job_id: "j" }, ["missing", "status"]],
    [{ job_id: "j", status: "banana" }, ["unknown-status", "status"]],
    [{ job_id: "j", status: 3 }, ["unknown-status", "status"]],
    [{ job_id: {}, status: "success" }, ["not-text", "job_id"]],
    [{ job_id: "j", status: "success", cost: "free" }, ["not-a-number", "cost"]],
    [{ job_id: "j", status: "success", cost: " " }, ["not-a-number", "cost"]],
    [{ job_id: "j", status: "success", cost: -1 }, ["negative", "cost"]],
    [{ job_id: "j", status: "success", cost: [1] }, ["not-a-number", "cost"]],
    [{ job_id: "j", status: "success", submitted_at: "noon" }, ["not-a-time", "submitted_at"]],
    [{ job_id: "j", status: "success", submitted_at: true }, ["not-a-time", "submitted_at"]],
    [{ job_id: "j", status: "success", submitted_at: 100, finished_at: 50 }, ["ends-first", "finished_at"]],
  ])("%j is %j", (raw, expected) => expect(flaw(raw)).toEqual(expected));

  test("can end up to a second before it starts, because clocks differ", () =>
    expect(flaw({ job_id: "j", status: "success", submitted_at: 100, finished_at: 99.5 })).toBe("none"));
});
