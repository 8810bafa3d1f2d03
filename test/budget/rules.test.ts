import { describe, expect, test } from "vitest";
import { holdIncrease, holdLimit } from "../../src/budget/rules.ts";
import { exitCode, verdictOf } from "../../src/budget/verdict.ts";
import { decimal } from "../../src/money/decimal.ts";

const money = (value: number | null) => (value === null ? null : decimal(value));

describe("a limit", () => {
  // limit 1000, warned about from 80% on
  test.each([
    { head: 500, base: null, complete: true, probability_over: null, if_volume_as_planned: false, verdict: "pass", reason: undefined, why: "half of it" },
    {
      head: 799.99,
      base: null,
      complete: true,
      probability_over: null,
      if_volume_as_planned: false,
      verdict: "pass",
      reason: undefined,
      why: "just below 80%",
    },
    {
      head: 800,
      base: null,
      complete: true,
      probability_over: null,
      if_volume_as_planned: false,
      verdict: "warn",
      reason: "budget-near",
      why: "80% itself warns",
    },
    { head: 1000, base: null, complete: true, verdict: "warn", reason: "budget-near", why: "exactly at the limit" },
    { head: 1000.01, base: null, complete: true, verdict: "fail", reason: "budget-exceeded", why: "a cent over" },
    { head: 1200, base: 900, complete: true, verdict: "fail", reason: "budget-exceeded", why: "this change exceeds the limit" },
    { head: 1200, base: 1200, complete: true, verdict: "warn", reason: "pre-existing", why: "already over on the base branch, unchanged" },
    { head: 1100, base: 1200, complete: true, verdict: "warn", reason: "pre-existing", why: "already over on the base branch, this change lowers it" },
    { head: 1200.01, base: 1200, complete: true, verdict: "fail", reason: "budget-exceeded", why: "already over on the base branch, this change raises it" },
    { head: 500, base: null, baseLimit: null, complete: false, verdict: "unpriced", reason: undefined, why: "unpriced workloads could exceed the limit" },
    { head: null, base: null, baseLimit: null, complete: false, verdict: "unpriced", reason: undefined, why: "nothing has a price" },
    {
      head: 1200,
      base: null,
      baseLimit: null,
      complete: false,
      verdict: "fail",
      reason: "budget-exceeded",
      why: "the priced workloads alone exceed the limit",
    },
  ])("$head of 1000, base $base: $verdict ($why)", ({ head, base, complete, verdict, reason }) => {
    const check = holdLimit(
      {
        file: "m.yml",
        scope: "total",
        limit: decimal(1000),
        figure: "expected",
        head: money(head),
        base: money(base),
        baseLimit: base === null ? null : decimal(1000),
        complete,
        probability_over: null,
        if_volume_as_planned: false,
        undelivered: null,
        unread: false,
      },
      0.8,
      "fail",
    );
    expect([check.line.verdict, check.reasons[0]?.code]).toEqual([verdict, reason]);
    expect(check.line.pre_existing).toBe(reason === "pre-existing");
  });

  test("an unpriced workload only warns if the policy says so", () => {
    const check = holdLimit(
      {
        file: "m.yml",
        scope: "total",
        limit: decimal(1000),
        figure: "expected",
        head: decimal(1),
        base: null,
        baseLimit: null,
        complete: false,
        probability_over: null,
        if_volume_as_planned: false,
        undelivered: null,
        unread: false,
      },
      0.8,
      "warn",
    );
    expect(check.line.verdict).toBe("warn");
  });

  test("any cost exceeds a limit of 0, and its share is unknown", () => {
    const none = {
      file: "m.yml",
      scope: "total",
      limit: decimal(0),
      figure: "expected",
      base: null,
      baseLimit: null,
      complete: true,
      probability_over: null,
      if_volume_as_planned: false,
      undelivered: null,
      unread: false,
    } as const;
    expect(holdLimit({ ...none, head: decimal("0.01") }, 0.8, "fail").line).toMatchObject({ verdict: "fail", used: null });
    expect(holdLimit({ ...none, head: decimal(0) }, 0.8, "fail").line.verdict).toBe("pass");
  });
});

describe("a limit on the increase", () => {
  const rule = { amount: "500", share: 0.25, ignore_below: "50" };
  test.each([
    { head: 1500, base: 1000, fails: true, why: "500 is allowed, but 50% is above 25%" },
    { head: 1250, base: 1000, fails: false, why: "25% itself is allowed" },
    { head: 1251, base: 1000, fails: true, why: "251 is above 25%" },
    { head: 5501, base: 5000, fails: true, why: "10% is allowed, but 501 is above 500" },
    { head: 149, base: 100, fails: false, why: "49% counts only from an increase of 50 on" },
    { head: 150, base: 100, fails: true, why: "50 is no longer below 50" },
    { head: 900, base: 1000, fails: false, why: "a decrease" },
    { head: 400, base: null, fails: false, why: "a new manifest: only the amount applies" },
    { head: 501, base: null, fails: true, why: "a new manifest above the amount" },
    { head: 60, base: 0, fails: false, why: "an increase from $0 has no share" },
    { head: 501, base: 0, fails: true, why: "from $0 and above the amount" },
    { head: null, base: 1000, fails: false, why: "an unpriced workload has no known increase" },
  ])("$base → $head: $why", ({ head, base, fails }) => {
    const reasons = holdIncrease(
      { file: "m.yml", figure: "expected", head: money(head), base: money(base), complete: true, isBaseKnown: true },
      rule,
      "increase-exceeded",
    );
    expect(reasons.map(({ level }) => level)).toEqual(fails ? ["fail"] : []);
  });
});

test("the verdict is the worst of the reasons and sets the exit code", () => {
  const cases = [
    [[], "pass", 0],
    [["warn"], "warn", 0],
    [["warn", "unpriced"], "unpriced", 2],
    [["unpriced", "fail"], "fail", 1],
    [["fail", "invalid"], "invalid", 2],
  ] as const;
  for (const [levels, verdict, code] of cases) {
    expect(verdictOf(levels.map((level) => ({ level })))).toBe(verdict);
    expect(exitCode(verdict)).toBe(code);
  }
});
