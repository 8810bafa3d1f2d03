import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { runAction, type Step } from "../server/action.ts";
import { BASE, INTRO, LOOP, manifest, TEASER } from "../server/films.ts";
import { type Comment, GitHub } from "../server/github.ts";

/** What a run says beside its comment: the summary, annotations and a check run. Every test has a pull request of its own. */
let github: GitHub;
let pull: number;
let branch: string;

beforeAll(async () => {
  github = await GitHub.start();
  await github.push("main", BASE);
});
afterAll(() => github.stop());
beforeEach(async () => {
  branch = `change-${pull ?? 0}`;
  await push();
  pull = await github.openPull(branch);
});

/** The branch with this many dollars of a trailer: 10 seconds cost $1.00. */
async function push(dollars = 0): Promise<void> {
  const trailer = dollars > 0 ? { trailer: `output: { duration: 10s }, volume: { per_month: ${dollars} }` } : {};
  await github.push(
    branch,
    { ...BASE, "README.md": `# ${dollars}\n`, "video-budget.yml": manifest({ teaser: TEASER, intro: INTRO, loop: LOOP, ...trailer }) },
    [github.head("main")],
  );
}

async function run(inputs: Record<string, string> = {}): Promise<Step> {
  return runAction(github, await github.pullEvent(pull), { run: { number: 1 }, inputs });
}

const comments = (): Promise<Comment[]> => github.comments(pull);

test("summary and annotations can be switched off", async () => {
  await push(700);
  const step = await run({ summary: "false", annotations: "false" });
  expect(step.summary).toBe("");
  expect(step.commands.filter(({ properties }) => properties["file"] !== undefined)).toEqual([]);
  expect(step.code).toBe(1);
});

test("check-run: true writes a check run with the annotations", async () => {
  await push(700);
  const event = await github.pullEvent(pull);
  await run({ "check-run": "true" });
  const { data } = await github.api("GET", `/repos/studio/films/commits/${event.head}/check-runs`);
  const [check] = (data as { check_runs: { name: string; conclusion: string; output: { title: string; annotations_count: number } }[] }).check_runs;
  expect(check).toMatchObject({ name: "Video Budget", conclusion: "failure", output: { title: "over budget", annotations_count: 1 } });
});

test.each([
  [700, "failure", "false"],
  [700, "neutral", "true"],
  [100, "success", "true"],
])("a check run with $%d more concludes %s with warn-only %s", async (dollars, conclusion, warnOnly) => {
  await push(dollars);
  const { head } = await github.pullEvent(pull);
  await run({ "check-run": "true", "warn-only": warnOnly, "comment-tag": "films" });
  const { data } = await github.api("GET", `/repos/studio/films/commits/${head}/check-runs`);
  const runs = (data as { check_runs: { name: string; conclusion: string }[] }).check_runs;
  expect(runs.map((check) => [check.name, check.conclusion])).toEqual([["Video Budget (films)", conclusion]]);
});

test("a check run has every annotation, 50 a request; the step has ten of each level and a notice of the rest", async () => {
  // 120 workloads of a model that nobody knows: one error each, on lines of their own.
  const unknown = Array.from({ length: 120 }, (_, index) => [`w${index}`, "volume: { per_month: 1 }"]);
  const text = manifest(Object.fromEntries(unknown)).replaceAll("acme-1", "acne-1");
  await github.push(branch, { ...BASE, "video-budget.yml": text }, [github.head("main")]);
  github.requests();
  const step = await run({ "check-run": "true" });
  const sent = github.proxy.requests.filter(({ path }) => path.includes("/check-runs"));
  type Output = { output: { annotations: { start_line: number; annotation_level: string }[]; summary: string } };
  const batches = sent.map(({ body }) => (body as Output).output);
  expect(sent.map(({ method }) => method)).toEqual(["POST", "PATCH", "PATCH"]);
  expect(batches.map(({ annotations }) => annotations.length)).toEqual([50, 50, 20]);
  // version, budget, prices, workloads: the first is on line 5.
  expect(batches.flatMap(({ annotations }) => annotations.map(({ start_line }) => start_line))).toEqual(Array.from({ length: 120 }, (_, index) => index + 5));
  for (const { summary } of batches) expect(summary.length).toBeLessThanOrEqual(65_535);
  expect(step.commands.filter(({ name, properties }) => name === "error" && properties["file"] !== undefined)).toHaveLength(10);
  expect(step.commands.filter(({ name }) => name === "notice").map(({ message }) => message)).toEqual([expect.stringMatching(/^110 more annotations/)]);
});

test("a report of a thousand workloads fits into comment and summary: it is cut at a row, with a count and a pointer to the rest", async () => {
  const many = Array.from({ length: 1_000 }, (_, index) => [`workload-with-a-long-name-${index}`, "output: { duration: 5s }, volume: { per_month: 1 }"]);
  await github.push(branch, { ...BASE, "video-budget.yml": manifest(Object.fromEntries(many)) }, [github.head("main")]);
  const step = await run();
  const [only] = await comments();
  const body = only?.body ?? "";
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(60_000);
  expect(Buffer.byteLength(step.summary)).toBeLessThanOrEqual(1024 * 1024);
  expect(body).toMatch(/and [\d,]+ workloads more/);
  expect(body).toContain("the job summary and the JSON report have them");
  for (const line of body.split("\n").filter((one) => one.startsWith("|"))) expect(line).toMatch(/\|$/);
  expect(step.report.workloads.filter(({ change }) => change === "added")).toHaveLength(1_000);
});
