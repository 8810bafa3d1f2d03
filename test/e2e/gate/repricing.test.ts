import { afterAll, beforeAll, expect, test } from "vitest";
import { runAction } from "../server/action.ts";
import { BASE } from "../server/films.ts";
import { type Event, GitHub, TOKENS } from "../server/github.ts";

/** A lock from when a second of acme-1 cost `second` USD: today it is $0.10, and a job of 5 seconds $0.50. */
function lock(second: number): string {
  const locked = {
    id: "acme/acme-1",
    from: "2020-01-01",
    source: "https://acme.example/pricing",
    job_price: 5 * second,
    asked: { currency: "USD", model: "acme-1", output: { duration: 5 }, provider: "acme" },
  };
  const workloads = { "video-budget.yml": { intro: locked, loop: locked, teaser: locked } };
  return `${JSON.stringify({ schema: "video-budget/lock@1", date: "2026-10-01", snapshot: "sha256:old", workloads }, null, 2)}\n`;
}

/** 1,100 jobs a month went from $0.40 to $0.50: +$110. */
const LOCKED = { ...BASE, "video-budget.lock": lock(0.08) };
const PIN = { ".github/workflows/video-budget.yml": "uses: studio/video-budget@v1.1.0\n" };

let github: GitHub;

beforeAll(async () => {
  github = await GitHub.start();
  await github.push("main", LOCKED);
});
afterAll(() => github.stop());

function event(name: string): Event {
  return { name, payload: { ref: "refs/heads/main" }, sha: github.head("main") };
}

type Issue = { number: number; title: string; body: string; state: string; pull_request?: object };

async function issues(): Promise<Issue[]> {
  const { data } = await github.api("GET", "/repos/studio/films/issues?state=all&per_page=100");
  return (data as Issue[]).filter(({ pull_request }) => !pull_request);
}

test("a pull request that only raises the pin shows each workload's old and new price and monthly cost", async () => {
  await github.push("pin", { ...LOCKED, ...PIN });
  const pull = await github.openPull("pin");
  const step = await runAction(github, await github.pullEvent(pull));
  expect(step.outputs).toMatchObject({ verdict: "warn", "monthly-expected": "550", "monthly-delta": "0", "repricing-monthly": "110" });
  const [comment] = await github.comments(pull);
  expect(comment?.body).toContain("| `teaser` | `acme/acme-1` | $0.40 → $0.50 | +$80.00 |");
  expect(comment?.body).toContain("| `loop` | `acme/acme-1` | $0.40 → $0.50 | +$20.00 |");
  expect(comment?.body).toContain("| **All of them** |  |  | **+$110.00** |");
  expect(step.code).toBe(0);
});

test("base's lock applies if a pull request edits it, and the report names the edit", async () => {
  await github.push("relock", { ...LOCKED, "video-budget.lock": lock(0.1) });
  const step = await runAction(github, await github.pullEvent(await github.openPull("relock")));
  expect([step.outputs["verdict"], step.outputs["repricing-monthly"], step.report.reasons.map(({ code }) => code)]).toEqual([
    "warn",
    "110",
    ["repricing", "controls-changed"],
  ]);
});

test("a lock that cannot be read is invalid for the pull request that broke it", async () => {
  await github.push("broken", { ...LOCKED, "video-budget.lock": "{" });
  const step = await runAction(github, await github.pullEvent(await github.openPull("broken")));
  expect([step.code, step.outputs["verdict"], step.report.problems.map(({ code, file, line }) => `${code} ${file}:${line}`)]).toEqual([
    1,
    "invalid",
    ["lock-unreadable video-budget.lock:1"],
  ]);
});

test("the input lock reads another path", async () => {
  await github.push("other", { ...BASE, "ops/prices.lock": lock(0.08).replace('"video-budget.yml"', '"../video-budget.yml"') });
  const step = await runAction(github, { ...event("push"), sha: github.head("other") }, { inputs: { lock: "ops/prices.lock" } });
  expect(step.outputs).toMatchObject({ verdict: "warn", "repricing-monthly": "110" });
});

test("a scheduled run keeps one issue: it opens and updates it, and closes it when no price differs", async () => {
  const scheduled = (asked: string): ReturnType<typeof runAction> =>
    runAction(github, event("schedule"), { inputs: { "repricing-issue": asked }, token: TOKENS.workflow });
  await scheduled("false");
  expect(await issues()).toEqual([]);
  await scheduled("true");
  await scheduled("true");
  const [open, ...more] = await issues();
  expect([open?.state, open?.title, more]).toEqual(["open", "Video Budget: prices changed since the lock, +$110.00 a month", []]);
  expect(open?.body).toContain("$0.40 → $0.50");

  await github.push("main", { ...LOCKED, "video-budget.lock": lock(0.09) });
  await scheduled("true");
  const updated = await issues();
  expect(updated.map(({ number, state, title }) => [number, state, title])).toEqual([
    [open?.number, "open", "Video Budget: prices changed since the lock, +$55.00 a month"],
  ]);

  await github.push("main", { ...LOCKED, "video-budget.lock": lock(0.1) });
  const step = await scheduled("true");
  expect(step.outputs).toMatchObject({ verdict: "pass", "repricing-monthly": "0" });
  expect((await issues()).map(({ state }) => state)).toEqual(["closed"]);
});

test("without a lock, a notice says so and the issue is left alone", async () => {
  await github.push("main", BASE);
  const step = await runAction(github, event("schedule"), { inputs: { "repricing-issue": "true", scan: "off" } });
  expect(step.code).toBe(0);
  expect(step.commands.map(({ message }) => message)).toEqual([expect.stringContaining("there is no readable price lock")]);
});
