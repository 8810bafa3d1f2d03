import { createEmulator } from "emulate";
import { aboutOverrides, changedFiles, type IssueEvent, type Known, lastChange, openPulls, type Pull, REPO, type Role, userOf, versionsOf } from "./answers.ts";
import { type Files, History } from "./history.ts";
import { type Gap, type GitHubProxy, startProxy } from "./proxy.ts";
import { ask } from "./request.ts";
import { type ReviewComment, ReviewComments } from "./review-comments.ts";

export type { Files } from "./history.ts";

/** The tokens of the test server. */
export const TOKENS = { owner: "ghp_owner", workflow: "ghs_workflow", readOnly: "ghs_readonly", app: "ghs_app", someone: "ghp_someone" } as const;

/** Whom each token writes as. */
const LOGINS: Readonly<Record<string, string>> = {
  [TOKENS.owner]: "studio",
  [TOKENS.workflow]: "github-actions[bot]",
  [TOKENS.readOnly]: "github-actions[bot]",
  [TOKENS.app]: "cost-gate[bot]",
  [TOKENS.someone]: "mallory",
};

export type Comment = { id: number; body: string; user: { login: string } };

/** An event, as the runner would hand it over. */
export type Event = { name: string; payload: object; sha: string };

type Answer = { status: number; data: unknown };

/**
 * A repository on a stateful GitHub API server that is not ours (emulate), with what a test does to it.
 * What that server lacks of GitHub is filled in by the proxy: heads of pull requests that follow their
 * branch, files of a pull request with renames, and who may ask and write what.
 */
export class GitHub {
  readonly proxy: GitHubProxy;
  readonly #stop: () => Promise<void>;
  readonly #history = new History();
  readonly #pulls = new Map<number, Pull>();
  readonly #events: IssueEvent[] = [];
  readonly #reviewComments = new ReviewComments();
  #now = Date.parse("2026-11-22T08:00:00Z");
  /** The role of each login; other logins are not collaborators. */
  roles: Record<string, Role> = {};
  /** As a private fork, or an old GHES. */
  keepsNoActivity = false;
  /** How old every commit is said to be. */
  daysAgo = 1;
  /** Whether a pull request says how many comments it has. */
  tellsComments = true;

  constructor(proxy: GitHubProxy, stop: () => Promise<void>) {
    this.proxy = proxy;
    this.#stop = stop;
    proxy.gap = this.#gap;
  }

  static async start(): Promise<GitHub> {
    const tokens = Object.fromEntries(Object.entries(LOGINS).map(([token, login]) => [token, { login, scopes: ["repo", "user"] }]));
    const users = [...new Set(Object.values(LOGINS))].map((login) => ({ login }));
    const [proxy, server] = await Promise.all([
      startProxy(),
      createEmulator({ service: "github", port: 0, seed: { tokens, github: { users, repos: [{ owner: "studio", name: "films", auto_init: true }] } } }),
    ]);
    proxy.target = server.url;
    const github = new GitHub(proxy, async () => {
      await proxy.close();
      await server.close();
    });
    await github.#adopt("main");
    return github;
  }

  /** @throws if the action asked for anything that GitHub's description of its API does not allow */
  async stop(): Promise<void> {
    await this.#stop();
    if (this.proxy.violations.length > 0) throw new Error(`not as GitHub describes it:\n${[...new Set(this.proxy.violations)].join("\n")}`);
  }

  /** Bypasses the proxy, so that the request is neither counted nor faulty. */
  async api(method: string, path: string, body?: object, token: string = TOKENS.owner): Promise<Answer> {
    const { status, text } = await ask(`${this.proxy.target}${path}`, {
      method,
      headers: { authorization: `token ${token}` },
      body: body && JSON.stringify(body),
    });
    return { status, data: text === "" ? null : (JSON.parse(text) as unknown) };
  }

  /** Puts a commit with exactly these files on a branch; a new branch starts at `main`. @returns its SHA */
  async push(branch: string, files: Files, parents: readonly string[] = [this.head(this.#history.has(branch) ? branch : "main")]): Promise<string> {
    const sha = await this.#commit(files, parents);
    await this.point(branch, sha);
    return sha;
  }

  /** Pushes a commit that is there already: back to an earlier one, for instance. */
  async point(branch: string, sha: string): Promise<void> {
    const exists = this.#history.has(branch);
    this.#history.push(branch, sha, this.#tick());
    const ref = { sha, force: true };
    await (exists
      ? this.#done("PATCH", `${REPO}/git/refs/heads/${branch}`, ref)
      : this.#done("POST", `${REPO}/git/refs`, { ref: `refs/heads/${branch}`, sha }));
  }

  head(branch: string): string {
    return this.#history.head(branch);
  }

  /** @param from the repository that the branch is said to be in: a fork, for one; @param author who opened it; @param base the branch it goes to */
  async openPull(branch: string, from = "studio/films", author = "author", base = "main"): Promise<number> {
    const { number } = (await this.#done("POST", `${REPO}/pulls`, { title: branch, head: branch, base })) as { number: number };
    this.#pulls.set(number, { number, branch, origin: from, base, author, labels: new Set(), merge: null });
    return number;
  }

  /** Changes the branch that a pull request goes to. GitHub makes its new test merge only later. */
  retarget(number: number, base: string): void {
    this.#pull(number).base = base;
  }

  /** Somebody labels the pull request, a minute after whatever happened last. @param at another time, in whole seconds */
  label(number: number, name: string, by: string, at: string = this.#tick()): void {
    this.#pull(number).labels.add(name);
    this.#events.push({ number, event: "labeled", label: { name }, actor: userOf(by), created_at: at });
  }

  /** When a branch was pushed to last. */
  pushedAt(branch: string): string {
    return this.#history.pushes.findLast((push) => push.branch === branch)?.at ?? "";
  }

  unlabel(number: number, name: string, by: string): void {
    this.#pull(number).labels.delete(name);
    this.#events.push({ number, event: "unlabeled", label: { name }, actor: userOf(by), created_at: this.#tick() });
  }

  /** The merge_group event of a pull request alone in the queue. */
  async groupEvent(number: number): Promise<Event> {
    const { sha, base } = await this.pullEvent(number);
    const head_ref = `refs/heads/gh-readonly-queue/main/pr-${number}-${base}`;
    return {
      name: "merge_group",
      payload: { action: "checks_requested", merge_group: { head_sha: sha, base_sha: base, head_ref, base_ref: "refs/heads/main" } },
      sha,
    };
  }

  /** The workflow_run event that follows a run for the pull request's head of now. Of a fork, GitHub names no pull request in it. */
  async runEvent(number: number): Promise<Event> {
    const { head } = await this.pullEvent(number);
    const { branch, origin } = this.#pull(number);
    const run = { event: "pull_request", head_sha: head, head_branch: branch, head_repository: { full_name: origin } };
    return {
      name: "workflow_run",
      payload: { action: "completed", workflow_run: { ...run, conclusion: "failure", pull_requests: [] } },
      sha: this.head("main"),
    };
  }

  /** The pull_request event that GitHub would send now, with its test merge; with a conflict, without one. */
  async pullEvent(number: number, { name = "pull_request", conflict = false, labelled = "" } = {}): Promise<Event & { head: string; base: string }> {
    const known = this.#pull(number);
    const head = this.head(known.branch);
    const pushed = this.#history.pushes.findLast((push) => push.branch === known.branch)?.at;
    const updated_at = labelled === "" ? pushed : this.#events.findLast((event) => event.number === number && event.label?.name === labelled)?.created_at;
    const ref = known.base;
    const base = this.head(ref);
    const merge = conflict ? null : await this.#commit(this.#history.merged(base, head), [base, head]);
    known.merge = merge;
    const pull = (await this.#done("GET", `${REPO}/pulls/${number}`)) as { head: object; base: object };
    const payload = {
      ...(labelled === "" ? { action: "synchronize" } : { action: "labeled", label: { name: labelled } }),
      number,
      pull_request: {
        ...pull,
        updated_at,
        head: { ...pull.head, sha: head, repo: { pushed_at: this.#history.pushes.at(-1)?.at } },
        base: { ...pull.base, ref, sha: base },
        merge_commit_sha: merge,
      },
    };
    return { name, payload, sha: name === "pull_request_target" ? base : (merge ?? head), head, base };
  }

  async comments(number: number): Promise<Comment[]> {
    return (await this.#done("GET", `${REPO}/issues/${number}/comments?per_page=100`)) as Comment[];
  }

  async comment(number: number, body: string, token: string): Promise<Comment> {
    return (await this.#done("POST", `${REPO}/issues/${number}/comments`, { body }, token)) as Comment;
  }

  /** Comments at lines of a pull request. */
  reviewComments(number: number): readonly ReviewComment[] {
    return this.#reviewComments.of(number);
  }

  /** Somebody answers a comment at a line, or writes one as it is. */
  reviewComment(comment: Omit<ReviewComment, "id">): ReviewComment {
    return this.#reviewComments.add(comment);
  }

  /** Requests since the last call, as `METHOD path`, without the repository. */
  requests(): string[] {
    return this.proxy.requests.splice(0).map(({ method, path }) => `${method} ${path.replace(REPO, "")}`);
  }

  async #done(method: string, path: string, body?: object, token?: string): Promise<unknown> {
    const { status, data } = await this.api(method, path, body, token);
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(data)}`);
    return data;
  }

  async #adopt(branch: string): Promise<void> {
    const { object } = (await this.#done("GET", `${REPO}/git/ref/heads/${branch}`)) as { object: { sha: string } };
    this.#history.add(object.sha, {}, []);
    this.#history.set(branch, object.sha);
  }

  async #commit(files: Files, parents: readonly string[]): Promise<string> {
    const tree = Object.entries(files).map(([path, content]) => {
      if (content === "submodule") return { path, mode: "160000", type: "commit", sha: "1".repeat(40) };
      const target = /^-> (.*)$/.exec(content)?.[1];
      return target === undefined ? { path, mode: "100644", type: "blob", content } : { path, mode: "120000", type: "blob", content: target };
    });
    const made = (await this.#done("POST", `${REPO}/git/trees`, { tree })) as { sha: string };
    const message = `commit ${this.#history.size}`;
    const { sha } = (await this.#done("POST", `${REPO}/git/commits`, { message, tree: made.sha, parents })) as { sha: string };
    this.#history.add(sha, files, parents);
    return sha;
  }

  #pull(number: number): Pull {
    const pull = this.#pulls.get(number);
    if (!pull) throw new Error(`no pull request ${number}`);
    return pull;
  }

  get #known(): Known {
    return { history: this.#history, pulls: this.#pulls, events: this.#events, roles: this.roles, keepsNoActivity: this.keepsNoActivity };
  }

  /** A minute later: every push and every label has a time of its own. */
  #tick(): string {
    this.#now += 60_000;
    return new Date(this.#now).toISOString().replace(".000Z", "Z");
  }

  #gap: Gap = async ({ method, path, token, url, body }) => {
    const refused = { status: 403, body: { message: "Resource not accessible by integration", documentation_url: "https://docs.github.com/rest" } };
    if (path === "/user" && token.startsWith("ghs_")) return refused;
    if (path === "/graphql")
      return { status: 200, body: { data: { viewer: { login: LOGINS[token] }, repository: await this.#texts((body as { query: string }).query) } } };
    if (method !== "GET" && token === TOKENS.readOnly) return refused;
    if (method === "GET" && path === `${REPO}/pulls`) return { status: 200, body: openPulls(url.searchParams.get("head") ?? "", this.#known) };
    if (/\/pulls\/(?:\d+\/comments|comments\/\d+)$/.test(path)) {
      const asked = { method, path, body, login: LOGINS[token] ?? "", page: Number(url.searchParams.get("page") ?? "1") };
      return this.#reviewComments.answer(asked, (number, file) => versionsOf(number, file, this.#known));
    }
    const overriding = method === "GET" ? aboutOverrides(path, url, this.#known) : undefined;
    if (method === "GET" && path === `${REPO}/commits`) {
      return { status: 200, body: lastChange(url.searchParams, this.#history, new Date(Date.now() - this.daysAgo * 86_400_000)) };
    }
    const pull = new RegExp(`^${REPO}/pulls/(\\d+)$`).exec(path)?.[1];
    if (overriding && pull !== undefined) {
      const comments = this.tellsComments ? { comments: (await this.comments(Number(pull))).length } : {};
      return { ...overriding, body: { ...(overriding.body as object), ...comments, review_comments: this.reviewComments(Number(pull)).length } };
    }
    if (overriding) return overriding;
    const [, number, part] = /\/pulls\/(\d+)(\/files)?$/.exec(path) ?? [];
    if (method !== "GET" || number === undefined || part === undefined) return undefined;
    const page = Number(url.searchParams.get("page") ?? "1");
    return { status: 200, body: page > 1 ? [] : changedFiles(Number(number), this.#known) };
  };

  /** What a query asks of contents by their names; the server has no GraphQL. */
  async #texts(query: string): Promise<object> {
    const wanted = [...query.matchAll(/(b\d+): object\(oid: "([0-9a-f]+)"\)/g)];
    const found = await Promise.all(
      wanted.map(async ([, name = "", oid]) => {
        const { data } = await this.api("GET", `${REPO}/git/blobs/${oid}`);
        const { content, encoding } = data as { content: string; encoding: string };
        return [name, { text: Buffer.from(content, encoding === "base64" ? "base64" : "utf8").toString("utf8"), isTruncated: false }] as const;
      }),
    );
    return Object.fromEntries(found);
  }
}
