import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runAction } from "./action.ts";
import { BASE, INTRO, LOOP, manifest, TEASER } from "./films.ts";
import { GitHub } from "./github.ts";
import type { Fault } from "./proxy.ts";

/** How many schedules: a few with every test run, more with `SCHEDULES=1000`. */
const COUNT = Number(process.env["SCHEDULES"] ?? "8");
const SEED = Number(process.env["SEED"] ?? "20261122");

let github: GitHub;

beforeAll(async () => {
  github = await GitHub.start();
  await github.push("main", BASE);
});
afterAll(() => github.stop());

const PLACES = [/\/git\/commits\//, /\/git\/trees\//, /\/git\/blobs\//, /\/issues\/\d+\/comments$/, /\/issues\/comments\/\d+$/];

/** Faults that pass: each strikes once, somewhere in the run. */
const fault = fc
  .record({
    place: fc.nat({ max: PLACES.length - 1 }),
    after: fc.nat({ max: 2 }),
    what: fc.constantFrom("before" as const, "after" as const, "body" as const, 500, 502, 503),
  })
  .map(
    ({ place, after, what }): Fault => ({ path: PLACES[place] ?? /./, after, times: 1, ...(typeof what === "number" ? { status: what } : { reset: what }) }),
  );

/** Two runs of one pull request, each with its faults: over budget first, then fixed. */
const schedules = fc.sample(fc.tuple(fc.array(fault, { maxLength: 3 }), fc.array(fault, { maxLength: 3 })), { seed: SEED, numRuns: COUNT });

/** Clips of a trailer at $1.00 each, the exit state, and the total with the $550 of base. */
const PUSHES = [
  { clips: 700, code: 1, total: "$1,250.00" },
  { clips: 100, code: 0, total: "$650.00" },
];

test.each(schedules.map((faults, index) => [index, faults] as const))(
  "schedule %i ends in exactly one right comment and the right exit states",
  async (index, faults) => {
    // The server answers 5,000 requests to one token, as GitHub does in an hour.
    if (index % 200 === 199) {
      await github.stop();
      github = await GitHub.start();
      await github.push("main", BASE);
    }
    const branch = `schedule-${index}`;
    const push = async (clips: number): Promise<void> => {
      const trailer = `output: { duration: 10s }, volume: { per_month: ${clips} }`;
      await github.push(branch, { ...BASE, "video-budget.yml": manifest({ teaser: TEASER, intro: INTRO, loop: LOOP, trailer }) }, [github.head("main")]);
    };
    await push(1);
    const pull = await github.openPull(branch);
    for (const [at, { clips, code, total }] of PUSHES.entries()) {
      await push(clips);
      github.proxy.faults.splice(0, Number.POSITIVE_INFINITY, ...(faults[at] ?? []).map((one) => ({ ...one })));
      const step = await runAction(github, await github.pullEvent(pull), { run: { number: at + 1 } });
      expect([step.code, step.stderr]).toEqual([code, ""]);
      expect(step.commands.filter(({ name }) => name === "notice")).toEqual([]);
      const [only, ...others] = await github.comments(pull);
      expect(others).toEqual([]);
      expect(only?.body).toContain(total);
      expect(step.outputs["comment-id"]).toBe(String(only?.id));
    }
  },
  180_000,
);
