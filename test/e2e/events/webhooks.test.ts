import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Client } from "../../../src/github/client.ts";
import { type RunContext, readContext } from "../../../src/github/context.ts";
import { sidesOf } from "../../../src/github/sides.ts";

/** Payloads as GitHub, and five versions of its Enterprise Server, send them: https://github.com/octokit/webhooks */
type Payload = {
  action?: string;
  pull_request?: { number: number; head: { sha: string }; base: { sha: string }; merge_commit_sha?: string | null };
  merge_group?: { head_sha: string; base_sha: string };
  workflow_run?: { event: string; head_sha: string; head_branch: string; head_repository: { full_name: string } };
};
type Example = { server: string; event: string; index: number; payload: Payload };

const folder = dirname(createRequire(import.meta.url).resolve("@octokit/webhooks-examples/package.json"));
const examples = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "node_modules")
  .flatMap(({ name: server }): Example[] => {
    const events = JSON.parse(readFileSync(join(folder, server, "index.json"), "utf8")) as { name: string; examples: Payload[] }[];
    return events.flatMap(({ name: event, examples: payloads }) => payloads.map((payload, index) => ({ server, event, index, payload })));
  });

const RUN_SHA = "c".repeat(40);
const temporary = mkdtempSync(join(tmpdir(), "video-budget-webhooks-"));

function contextOf({ event, payload }: Pick<Example, "event" | "payload">): Promise<RunContext> {
  const path = join(temporary, "event.json");
  writeFileSync(path, JSON.stringify(payload));
  return readContext({
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: path,
    GITHUB_REPOSITORY: "octo-org/octo-repo",
    GITHUB_SHA: RUN_SHA,
    GITHUB_RUN_ID: "1",
    GITHUB_RUN_NUMBER: "1",
  });
}

/** GitHub, as far as sides need it: commits with their parents, one merge base, and one tip of every branch. */
function githubWith(parents: Readonly<Record<string, string[]>>): Client {
  const getCommit = async ({ commit_sha }: { commit_sha: string }): Promise<object> => ({
    data: { parents: (parents[commit_sha] ?? []).map((sha) => ({ sha })) },
  });
  const compareCommitsWithBasehead = async (): Promise<object> => ({ data: { merge_base_commit: { sha: MERGE_BASE } } });
  const getRef = async (): Promise<object> => ({ data: { object: { sha: TIP } } });
  return {
    octokit: { rest: { git: { getCommit, getRef }, repos: { compareCommitsWithBasehead } } },
    owner: "octo-org",
    repo: "octo-repo",
    ofApp: true,
  } as unknown as Client;
}
const MERGE_BASE = "d".repeat(40);
const TIP = "e".repeat(40);

const of = (event: string): [string, Example][] =>
  examples.filter((one) => one.event === event).map((one) => [`${one.server} ${one.event} ${one.payload.action ?? ""} ${one.index}`, one]);

test("the recorded payloads cover all events and actions", () => {
  const actions = new Set(examples.filter(({ event }) => event === "pull_request").map(({ payload }) => payload.action));
  for (const action of ["opened", "synchronize", "labeled", "unlabeled", "reopened", "ready_for_review", "converted_to_draft", "closed"])
    expect(actions).toContain(action);
  for (const event of ["merge_group", "push", "workflow_dispatch", "workflow_run"]) expect(of(event).length).toBeGreaterThan(0);
});

test.each(examples.map((one): [string, Example] => [`${one.server} ${one.event} ${one.payload.action ?? ""} ${one.index}`, one]))(
  "the payload %s is understood",
  async (_, example) => {
    const { pull, group, follows } = await contextOf(example);
    expect([pull?.number, pull?.headSha]).toEqual([example.payload.pull_request?.number, example.payload.pull_request?.head?.sha]);
    expect(group?.headSha).toBe(example.payload.merge_group?.head_sha);
    // None of the examples follows a run for a pull request; deployments carry a run that they do not follow.
    expect(follows).toBeNull();
  },
);

describe.each(of("pull_request"))("with the payload %s", (_, { payload }) => {
  const { head, base, merge_commit_sha: merge } = payload.pull_request as NonNullable<Payload["pull_request"]>;

  test("pull_request compares the run's test merge with its first parent", async () => {
    const context = await contextOf({ event: "pull_request", payload });
    expect(await sidesOf(githubWith({ [RUN_SHA]: [TIP, head.sha] }), context)).toEqual({ head: RUN_SHA, base: TIP });
  });

  test("pull_request_target compares the payload's test merge, if there is one", async () => {
    const context = await contextOf({ event: "pull_request_target", payload });
    const sides = await sidesOf(githubWith({ [RUN_SHA]: [TIP], ...(merge ? { [merge]: [TIP, head.sha] } : {}) }), context);
    expect(sides).toEqual(merge ? { head: merge, base: TIP } : { head: head.sha, base: MERGE_BASE, tip: TIP });
  });

  test("a pull request without a test merge of its head compares the head with the merge base", async () => {
    for (const event of ["pull_request", "pull_request_target"]) {
      const context = await contextOf({ event, payload });
      const stale = { [RUN_SHA]: [TIP, base.sha], ...(merge ? { [merge]: [TIP, base.sha] } : {}) };
      expect(await sidesOf(githubWith(stale), context)).toEqual({ head: head.sha, base: MERGE_BASE, tip: TIP });
    }
  });
});

test.each(of("merge_group"))("%s compares the commits of the group", async (_, { payload }) => {
  const context = await contextOf({ event: "merge_group", payload });
  expect(await sidesOf(githubWith({}), context)).toEqual({ head: payload.merge_group?.head_sha, base: payload.merge_group?.base_sha });
});

test.each([...of("push"), ...of("workflow_dispatch"), ["schedule", { event: "schedule", payload: { schedule: "0 6 * * 1" } as Payload }] as const])(
  "%s reads the commit of the run and compares it with nothing",
  async (_, { event, payload }) => {
    const context = await contextOf({ event, payload });
    expect([context.pull, context.group, await sidesOf(githubWith({}), context)]).toEqual([null, null, { head: RUN_SHA, base: null }]);
  },
);

test.each(of("workflow_run"))("%s follows the head of a pull request's run, and nothing after any other run", async (_, { payload }) => {
  const run = payload.workflow_run as NonNullable<Payload["workflow_run"]>;
  for (const event of ["pull_request", "pull_request_target"]) {
    const { follows } = await contextOf({ event: "workflow_run", payload: { ...payload, workflow_run: { ...run, event } } });
    expect(follows).toEqual({ headSha: run.head_sha, headBranch: run.head_branch, headRepository: run.head_repository.full_name });
  }
  expect((await contextOf({ event: "workflow_run", payload })).follows).toBeNull();
});
