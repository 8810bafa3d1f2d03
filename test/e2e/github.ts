import { createEmulator } from "emulate";
import { type Gap, type GitHubProxy, startProxy } from "./proxy.ts";

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

export type Files = Readonly<Record<string, string>>;
export type Comment = { id: number; body: string; user: { login: string } };

/** An event, as the runner would hand it over. */
export type Event = { name: string; payload: object; sha: string };

type Commit = { files: Files; parents: readonly string[] };
type Push = { branch: string; before: string; after: string; at: string; forced: boolean };
type IssueEvent = { number: number; event: string; label?: { name: string }; actor: { login: string; id: number }; created_at: string };
/** As GitHub tells a role: the base role in `permission`, where maintain is write, and whatever an organisation calls it. */
type Role = { permission: string; role_name: string; permissions?: Record<string, boolean> };
type Answer = { status: number; data: unknown };

const REPO = "/repos/studio/films";

/**
 * A repository on a stateful GitHub API server that is not ours (emulate), with what a test does to it.
 * What that server lacks of GitHub is filled in by the proxy: heads of pull requests that follow their
 * branch, files of a pull request with renames, and who may ask and write what.
 */
export class GitHub {
  readonly proxy: GitHubProxy;
  readonly #stop: () => Promise<void>;
  readonly #commits = new Map<string, Commit>();
  readonly #branches = new Map<string, string>();
  readonly #pulls = new Map<number, string>();
  readonly #bases = new Map<number, string>();
  readonly #authors = new Map<number, string>();
  readonly #pushes: Push[] = [];
  readonly #labels = new Map<number, Set<string>>();
  readonly #events: IssueEvent[] = [];
  #now = Date.parse("2026-11-22T08:00:00Z");
  /** What role whom has; whoever is not named is no collaborator. */
  roles: Record<string, Role> = {};
  /** As a private fork, or an old GHES. */
  keepsNoActivity = false;
  /** How old every commit is said to be. */
  daysAgo = 1;
  /** Whether a pull request says how many comments it has. */
  tellsComments = true;
  readonly #origins = new Map<number, string>();
  readonly #merges = new Map<number, string | null>();

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

  /** Past the proxy, so that it neither counts nor fails. */
  async api(method: string, path: string, body?: object, token: string = TOKENS.owner): Promise<Answer> {
    const answer = await fetch(`${this.proxy.target}${path}`, {
      method,
      headers: { authorization: `token ${token}`, "content-type": "application/json" },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    return { status: answer.status, data: text === "" ? null : (JSON.parse(text) as unknown) };
  }

  /**
   * Puts a commit with exactly these files on a branch; a new branch starts at `main`. A value of
   * `-> TARGET` is a symbolic link, one of `submodule` a submodule.
   * @returns its SHA
   */
  async push(branch: string, files: Files, parents: readonly string[] = [this.head(this.#branches.has(branch) ? branch : "main")]): Promise<string> {
    const sha = await this.#commit(files, parents);
    await this.point(branch, sha);
    return sha;
  }

  /** Pushes a commit that is there already: back to an earlier one, for instance. */
  async point(branch: string, sha: string): Promise<void> {
    const exists = this.#branches.has(branch);
    const before = this.#branches.get(branch) ?? null;
    const forced = before !== null && !this.#isBefore(before, sha);
    this.#pushes.push({ branch, before: before ?? "0".repeat(40), after: sha, at: this.#tick(), forced });
    const ref = { sha, force: true };
    await (exists
      ? this.#done("PATCH", `${REPO}/git/refs/heads/${branch}`, ref)
      : this.#done("POST", `${REPO}/git/refs`, { ref: `refs/heads/${branch}`, sha }));
    this.#branches.set(branch, sha);
  }

  head(branch: string): string {
    const sha = this.#branches.get(branch);
    if (sha === undefined) throw new Error(`no branch ${branch}`);
    return sha;
  }

  /** @param from the repository that the branch is said to be in: a fork, for one; @param author who opened it; @param base the branch it goes to */
  async openPull(branch: string, from = "studio/films", author = "author", base = "main"): Promise<number> {
    const { number } = (await this.#done("POST", `${REPO}/pulls`, { title: branch, head: branch, base })) as { number: number };
    this.#bases.set(number, base);
    this.#authors.set(number, author);
    this.#pulls.set(number, branch);
    this.#origins.set(number, from);
    return number;
  }

  /** Changes the branch that a pull request goes to. GitHub makes its new test merge only later. */
  retarget(number: number, base: string): void {
    this.#bases.set(number, base);
  }

  /** Somebody labels the pull request, a minute after whatever happened last. @param at another time, in whole seconds */
  label(number: number, name: string, by: string, at: string = this.#tick()): void {
    this.#labels.set(number, new Set([...(this.#labels.get(number) ?? []), name]));
    this.#events.push({ number, event: "labeled", label: { name }, actor: userOf(by), created_at: at });
  }

  /** When a branch was pushed to last. */
  pushedAt(branch: string): string {
    return this.#pushes.findLast((push) => push.branch === branch)?.at ?? "";
  }

  unlabel(number: number, name: string, by: string): void {
    this.#labels.get(number)?.delete(name);
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
    const run = { event: "pull_request", head_sha: head, head_branch: this.#pulls.get(number), head_repository: { full_name: this.#origins.get(number) } };
    return {
      name: "workflow_run",
      payload: { action: "completed", workflow_run: { ...run, conclusion: "failure", pull_requests: [] } },
      sha: this.head("main"),
    };
  }

  /** The pull_request event that GitHub would send now, with its test merge; without one, as of a conflict. */
  async pullEvent(number: number, { name = "pull_request", conflict = false, labelled = "" } = {}): Promise<Event & { head: string; base: string }> {
    const branch = this.#pulls.get(number) ?? "";
    const head = this.head(branch);
    const pushed = this.#pushes.findLast((push) => push.branch === branch)?.at;
    const updated_at = labelled === "" ? pushed : this.#events.findLast((event) => event.number === number && event.label?.name === labelled)?.created_at;
    const ref = this.#baseOf(number);
    const base = this.head(ref);
    const merge = conflict ? null : await this.#testMerge(base, head);
    this.#merges.set(number, merge);
    const pull = (await this.#done("GET", `${REPO}/pulls/${number}`)) as { head: object; base: object };
    const payload = {
      ...(labelled === "" ? { action: "synchronize" } : { action: "labeled", label: { name: labelled } }),
      number,
      pull_request: {
        ...pull,
        updated_at,
        head: { ...pull.head, sha: head, repo: { pushed_at: this.#pushes.at(-1)?.at } },
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
    this.#branches.set(branch, object.sha);
    this.#commits.set(object.sha, { files: {}, parents: [] });
  }

  async #commit(files: Files, parents: readonly string[]): Promise<string> {
    const tree = Object.entries(files).map(([path, content]) => {
      if (content === "submodule") return { path, mode: "160000", type: "commit", sha: "1".repeat(40) };
      const target = /^-> (.*)$/.exec(content)?.[1];
      return target === undefined ? { path, mode: "100644", type: "blob", content } : { path, mode: "120000", type: "blob", content: target };
    });
    const made = (await this.#done("POST", `${REPO}/git/trees`, { tree })) as { sha: string };
    const message = `commit ${this.#commits.size}`;
    const { sha } = (await this.#done("POST", `${REPO}/git/commits`, { message, tree: made.sha, parents })) as { sha: string };
    this.#commits.set(sha, { files, parents });
    return sha;
  }

  /** As git merges without a conflict: what head changed since both were one, on top of base. */
  async #testMerge(base: string, head: string): Promise<string> {
    const [ours, theirs, common] = [this.#files(base), this.#files(head), this.#files(this.#mergeBase(base, head))];
    const merged: Record<string, string> = {};
    for (const path of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
      const content = theirs[path] === common[path] ? ours[path] : theirs[path];
      if (content !== undefined) merged[path] = content;
    }
    return this.#commit(merged, [base, head]);
  }

  #baseOf(number: number): string {
    return this.#bases.get(number) ?? "main";
  }

  #files(sha: string): Files {
    return this.#commits.get(sha)?.files ?? {};
  }

  /** A minute later: every push and every label has a time of its own. */
  #tick(): string {
    this.#now += 60_000;
    return new Date(this.#now).toISOString().replace(".000Z", "Z");
  }

  #isBefore(old: string, sha: string): boolean {
    return sha === old || (this.#commits.get(sha)?.parents ?? []).some((parent) => this.#isBefore(old, parent));
  }

  #mergeBase(base: string, head: string): string {
    const before = (sha: string): string[] => [sha, ...(this.#commits.get(sha)?.parents ?? []).flatMap(before)];
    const known = new Set(before(base));
    return before(head).find((sha) => known.has(sha)) ?? base;
  }

  #gap: Gap = async ({ method, path, token, url, body }) => {
    const refused = { status: 403, body: { message: "Resource not accessible by integration", documentation_url: "https://docs.github.com/rest" } };
    if (path === "/user" && token.startsWith("ghs_")) return refused;
    if (path === "/graphql")
      return { status: 200, body: { data: { viewer: { login: LOGINS[token] }, repository: await this.#texts((body as { query: string }).query) } } };
    if (method !== "GET" && token === TOKENS.readOnly) return refused;
    if (method === "GET" && path === `${REPO}/pulls`) return { status: 200, body: this.#openPulls(url.searchParams.get("head") ?? "") };
    const overriding = method === "GET" ? this.#aboutOverrides(path, url) : undefined;
    if (method === "GET" && path === `${REPO}/commits`) return { status: 200, body: this.#history(url.searchParams) };
    const pull = new RegExp(`^${REPO}/pulls/(\\d+)$`).exec(path)?.[1];
    if (overriding && pull !== undefined && this.tellsComments)
      return { ...overriding, body: { ...(overriding.body as object), comments: (await this.comments(Number(pull))).length } };
    if (overriding) return overriding;
    const [, number, part] = /\/pulls\/(\d+)(\/files)?$/.exec(path) ?? [];
    if (method !== "GET" || number === undefined || part === undefined) return undefined;
    const page = Number(url.searchParams.get("page") ?? "1");
    return { status: 200, body: page > 1 ? [] : this.#changedFiles(Number(number)) };
  };

  /** The last commit that changed a file, along first parents. */
  #history(query: URLSearchParams): object[] {
    const path = query.get("path") ?? "";
    for (let sha = query.get("sha") ?? ""; sha !== ""; ) {
      const [parent = ""] = this.#commits.get(sha)?.parents ?? [];
      const date = new Date(Date.now() - this.daysAgo * 86_400_000).toISOString();
      if (this.#files(sha)[path] !== this.#files(parent)[path])
        return [{ sha, commit: { committer: { date } }, parents: parent === "" ? [] : [{ sha: parent }] }];
      sha = parent;
    }
    return [];
  }

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

  /** Who pushed and labelled when, and what role they have: the server keeps none of it, or answers 404. */
  #aboutOverrides(path: string, url: URL): { status: number; body: unknown } | undefined {
    const missing = { status: 404, body: { message: "Not Found" } };
    const first = Number(url.searchParams.get("page") ?? "1") === 1;
    const [, repository, part, key = ""] = /^\/repos\/([^/]+\/[^/]+)\/(activity|collaborators\/([^/]+)\/permission)$/.exec(path) ?? [];
    if (part === "activity") {
      const branch = (url.searchParams.get("ref") ?? "").replace("refs/heads/", "");
      if (this.keepsNoActivity || ![...this.#pulls].some(([number, ref]) => ref === branch && this.#origins.get(number) === repository)) return missing;
      const pushes = this.#pushes.filter((push) => push.branch === branch).reverse();
      const types = ({ before, forced }: Push): string => (/^0+$/.test(before) ? "branch_creation" : forced ? "force_push" : "push");
      return {
        status: 200,
        body: pushes.map((push) => ({ before: push.before, after: push.after, ref: `refs/heads/${branch}`, timestamp: push.at, activity_type: types(push) })),
      };
    }
    if (part !== undefined) {
      const role = this.roles[key];
      return role
        ? { status: 200, body: { permission: role.permission, role_name: role.role_name, user: { login: key, permissions: role.permissions ?? {} } } }
        : missing;
    }
    const [, number, what] = new RegExp(`^${REPO}/(?:pulls/(\\d+)|issues/(\\d+)/events)$`).exec(path) ?? [];
    if (number !== undefined) {
      const ref = this.#pulls.get(Number(number)) ?? "";
      const head = { ref, sha: this.head(ref), repo: { full_name: this.#origins.get(Number(number)) } };
      const labels = [...(this.#labels.get(Number(number)) ?? [])].map((name) => ({ name }));
      const base = { ref: this.#baseOf(Number(number)), sha: this.head(this.#baseOf(Number(number))) };
      const merge_commit_sha = this.#merges.get(Number(number)) ?? null;
      return { status: 200, body: { number: Number(number), user: userOf(this.#authors.get(Number(number)) ?? ""), labels, head, base, merge_commit_sha } };
    }
    if (what !== undefined) {
      const forced = this.#pushes.filter((push) => push.forced && push.branch === this.#pulls.get(Number(what)));
      const events = [
        ...this.#events.filter((event) => event.number === Number(what)),
        ...forced.map(({ at }) => ({ event: "head_ref_force_pushed", created_at: at, actor: userOf("author") })),
      ];
      return { status: 200, body: first ? events.sort((a, b) => a.created_at.localeCompare(b.created_at)) : [] };
    }
    return undefined;
  }

  /** The server knows no forks, and heads only as they were when the pull request was opened. */
  #openPulls(from: string): object[] {
    return [...this.#pulls].flatMap(([number, ref]) => {
      const repository = this.#origins.get(number) ?? "";
      if (from !== `${repository.split("/")[0]}:${ref}`) return [];
      const head = { ref, sha: this.head(ref), repo: { full_name: repository } };
      const base = this.#baseOf(number);
      return [{ number, head, base: { ref: base, sha: this.head(base) }, merge_commit_sha: this.#merges.get(number) ?? null }];
    });
  }

  /** The server lists made-up files. A file that is gone and one that is new are one moved file where most of their lines are alike. */
  #changedFiles(number: number): object[] {
    const head = this.head(this.#pulls.get(number) ?? "");
    const [now, before] = [this.#files(head), this.#files(this.#mergeBase(this.head(this.#baseOf(number)), head))];
    const gone = Object.keys(before).filter((path) => !(path in now));
    return Object.keys(now)
      .filter((path) => now[path] !== before[path])
      .map((filename) => {
        const previous = filename in before ? undefined : gone.find((path) => alike(before[path] ?? "", now[filename] ?? "") >= 0.5);
        return { filename, status: previous ? "renamed" : filename in before ? "modified" : "added", ...(previous ? { previous_filename: previous } : {}) };
      });
  }
}

/** Logins are told apart by their letters; ids are made of them. */
function userOf(login: string): { login: string; id: number } {
  return { login, id: [...login].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 1_000_003 };
}

/** The share of lines that two texts have in common. */
function alike(one: string, other: string): number {
  const [a, b] = [one.split("\n"), other.split("\n")];
  return a.filter((line) => b.includes(line)).length / Math.max(a.length, b.length);
}
