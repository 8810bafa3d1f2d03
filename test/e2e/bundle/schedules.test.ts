import { appendFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { runBundle } from "../server/action.ts";
import { BASE, INTRO, LOOP, manifest, TEASER } from "../server/films.ts";
import { GitHub } from "../server/github.ts";
import type { Fault } from "../server/proxy.ts";

/** How many schedules: a few with every test run, 1,000 with `npm run soak`. */
const COUNT = Number(process.env["SCHEDULES"] ?? "3");
const SEED = Number(process.env["SEED"] ?? "20261122");
const LOG = process.env["SCHEDULES_LOG"];

const READING = [/\/pulls\/\d+$/, /\/git\/ref\//, /\/git\/commits\//, /\/git\/trees\//, /\/git\/blobs\//];
const COMMENTING = [/\/issues\/\d+\/comments$/, /\/issues\/comments\/\d+$/];
const PLACES = [...READING, ...COMMENTING];
const limit = (seconds: number): Partial<Fault> => ({
  status: 403,
  body: { message: "You have exceeded a secondary rate limit" },
  headers: { "retry-after": String(seconds) },
});

/** Faults that a retry overcomes. */
const PASSING: Partial<Fault>[] = [
  { reset: "before" },
  { reset: "after" },
  { reset: "body" },
  { status: 500 },
  { status: 502 },
  { status: 503 },
  limit(1),
  { delay: 300 },
];
/** Faults that are final, and faults that last longer than all retries. */
const LASTING: Partial<Fault>[] = [
  { status: 403, body: { message: "Resource not accessible by integration" } },
  { status: 403, body: { message: "Unable to create comment because issue is locked." } },
  { status: 422, body: { message: "Validation Failed" } },
  limit(3600),
  { reset: "before", times: 99 },
  { status: 503, times: 99 },
  { reset: "after", times: 4 },
];

type Planned = Fault & { lasts: boolean };
const arbitraryFault = fc
  .tuple(fc.constantFrom(...PLACES), fc.nat({ max: 2 }), fc.oneof({ weight: 4, arbitrary: passing() }, { weight: 1, arbitrary: lasting() }))
  .map(([path, after, what]): Planned => ({ times: 1, ...what, path, after }));

function passing(): fc.Arbitrary<Partial<Planned> & { lasts: boolean }> {
  return fc.constantFrom(...PASSING).map((fault) => ({ ...fault, lasts: false }));
}

function lasting(): fc.Arbitrary<Partial<Planned> & { lasts: boolean }> {
  return fc.constantFrom(...LASTING).map((fault) => ({ ...fault, lasts: true }));
}

/** Three runs of one pull request: over budget, fixed, and over budget again; the third without any fault. */
const schedules = fc.sample(fc.tuple(fc.array(arbitraryFault, { maxLength: 3 }), fc.array(arbitraryFault, { maxLength: 3 })), { seed: SEED, numRuns: COUNT });

/** Clips of a trailer at $1.00 each, the exit state, and the total with the $550 of base. */
const PUSHES = [
  { clips: 700, code: 1, total: "$1,250.00" },
  { clips: 100, code: 0, total: "$650.00" },
  { clips: 800, code: 1, total: "$1,350.00" },
];

test.concurrent("a request without an answer within 30 seconds is sent again", async () => {
  const github = await GitHub.start();
  await github.push("main", BASE);
  await github.push("slow", { ...BASE, "README.md": "# Slow\n" });
  const pull = await github.openPull("slow");
  github.proxy.faults.push({ path: /\/git\/trees\//, delay: 32_000 });
  const step = await runBundle(github, await github.pullEvent(pull));
  expect([step.code, step.outputs["verdict"], step.stderr]).toEqual([0, "pass", ""]);
  expect(step.took).toBeGreaterThan(30_000);
  await github.stop();
});

// Most of the time passes in waiting for the next try, so several run at once, each with a server of its own.
test.concurrent.each(schedules.map((faults, index) => [index, faults] as const))(
  "schedule %i: one correct comment or a reported refusal, and always the correct exit state",
  async (index, faults) => {
    const github = await GitHub.start();
    await github.push("main", BASE);
    const branch = "schedule";
    const push = async (clips: number): Promise<void> => {
      const trailer = `output: { duration: 10s }, volume: { per_month: ${clips} }`;
      await github.push(branch, { ...BASE, "video-budget.yml": manifest({ teaser: TEASER, intro: INTRO, loop: LOOP, trailer }) }, [github.head("main")]);
    };
    await push(1);
    const pull = await github.openPull(branch);
    for (const [at, { clips, code, total }] of PUSHES.entries()) {
      await push(clips);
      const planned = faults[at] ?? [];
      const armed = planned.map((one) => ({ ...one }));
      github.proxy.faults.splice(0, Number.POSITIVE_INFINITY, ...armed);
      github.requests();
      const step = await runBundle(github, await github.pullEvent(pull), { run: { number: at + 1 } });
      const requests = github.requests().length;
      github.proxy.faults.splice(0);

      const struck = armed.filter((fault, which) => (fault.times ?? 0) < (planned[which]?.times ?? 1));
      const mayRefuse = (places: readonly RegExp[]): boolean => struck.some(({ path, lasts }) => lasts && places.includes(path));
      const comments = await github.comments(pull);
      const notices = step.commands.filter(({ name }) => name === "notice").map(({ message }) => message);
      const outcome = step.outputs["verdict"] === undefined ? "unread" : notices.length > 0 ? "refused" : "right";
      if (LOG) appendFileSync(LOG, `${JSON.stringify({ index, at, struck: struck.length, outcome, took: Math.round(step.took), requests })}\n`);

      // A bug would end in a stack or in a message of its own.
      expect(step.stderr).toBe("");
      if (outcome === "unread") {
        // The monthly cost is unknown, so the step fails and reports no figure.
        expect([step.code, mayRefuse(READING)]).toEqual([1, true]);
        expect(step.commands).toEqual([{ name: "error", properties: {}, message: expect.stringMatching(/^GitHub's API could not be read/) }]);
        continue;
      }
      expect(step.code).toBe(code);
      expect(step.report.total.head?.expected).toBe(clips + 550);
      if (outcome === "refused") {
        expect(mayRefuse(COMMENTING)).toBe(true);
        expect(notices).toEqual([expect.stringMatching(/^The pull request comment was not written/)]);
        expect(step.outputs["comment-id"]).toBe("");
        continue;
      }
      const [only, ...others] = comments;
      // The next run that can write folds the duplicates of a refused run.
      expect(others).toEqual([]);
      expect(only?.body).toContain(total);
      expect(step.outputs["comment-id"]).toBe(String(only?.id));
    }
    await github.stop();
  },
  180_000,
);
