import type { History, Push } from "./history.ts";
import { blobOf, patchOf } from "./patch.ts";

/** The repository of the tests, as paths of the API have it. */
export const REPO = "/repos/studio/films";

/** As GitHub tells a role: the base role in `permission`, where maintain is write, and whatever an organization calls it. */
export type Role = { permission: string; role_name: string; permissions?: Record<string, boolean> };

/** A pull request: its branch, in `origin`, goes to `base`. `merge`: its test merge, null if there is none. */
export type Pull = { number: number; branch: string; origin: string; base: string; author: string; labels: Set<string>; merge: string | null };

export type IssueEvent = { number: number; event: string; label?: { name: string }; actor: { login: string; id: number }; created_at: string };

/** What the answers below are made of. */
export type Known = {
  history: History;
  pulls: ReadonlyMap<number, Pull>;
  events: readonly IssueEvent[];
  /** The role of each login; other logins are not collaborators. */
  roles: Readonly<Record<string, Role>>;
  /** As a private fork, or an old GHES. */
  keepsNoActivity: boolean;
};

type Answered = { status: number; body: unknown };

const MISSING: Answered = { status: 404, body: { message: "Not Found" } };

/** Who pushed and labeled when, and what role they have: the server keeps none of it, or answers 404. */
export function aboutOverrides(path: string, url: URL, known: Known): Answered | undefined {
  const [, repository = "", part, key = ""] = /^\/repos\/([^/]+\/[^/]+)\/(activity|collaborators\/([^/]+)\/permission)$/.exec(path) ?? [];
  if (part === "activity") return activityOf(repository, (url.searchParams.get("ref") ?? "").replace("refs/heads/", ""), known);
  if (part !== undefined) return roleOf(key, known);
  const [, number, what] = new RegExp(`^${REPO}/(?:pulls/(\\d+)|issues/(\\d+)/events)$`).exec(path) ?? [];
  if (number !== undefined) return pullOf(Number(number), known);
  const isFirst = Number(url.searchParams.get("page") ?? "1") === 1;
  return what === undefined ? undefined : { status: 200, body: isFirst ? eventsOf(Number(what), known) : [] };
}

function activityOf(repository: string, branch: string, { history, pulls, keepsNoActivity }: Known): Answered {
  if (keepsNoActivity || ![...pulls.values()].some((pull) => pull.branch === branch && pull.origin === repository)) return MISSING;
  const pushes = history.pushes.filter((push) => push.branch === branch).reverse();
  const typeOf = ({ before, forced }: Push): string => (/^0+$/.test(before) ? "branch_creation" : forced ? "force_push" : "push");
  return {
    status: 200,
    body: pushes.map((push) => ({ before: push.before, after: push.after, ref: `refs/heads/${branch}`, timestamp: push.at, activity_type: typeOf(push) })),
  };
}

function roleOf(login: string, { roles }: Known): Answered {
  const role = roles[login];
  if (!role) return MISSING;
  const { permission, role_name, permissions = {} } = role;
  return { status: 200, body: { permission, role_name, user: { login, permissions } } };
}

function pullOf(number: number, { history, pulls }: Known): Answered {
  const { branch: ref = "", origin, base = "main", author = "", labels = new Set(), merge = null }: Partial<Pull> = pulls.get(number) ?? {};
  const head = { ref, sha: history.head(ref), repo: { full_name: origin } };
  const body = { number, user: userOf(author), labels: [...labels].map((name) => ({ name })), head, base: { ref: base, sha: history.head(base) } };
  return { status: 200, body: { ...body, merge_commit_sha: merge } };
}

function eventsOf(number: number, { history, pulls, events }: Known): object[] {
  const forced = history.pushes.filter((push) => push.forced && push.branch === pulls.get(number)?.branch);
  return [
    ...events.filter((event) => event.number === number),
    ...forced.map(({ at }) => ({ event: "head_ref_force_pushed", created_at: at, actor: userOf("author") })),
  ].sort((a, b) => a.created_at.localeCompare(b.created_at));
}

/** The server knows no forks, and heads only as they were when the pull request was opened. @param from `OWNER:BRANCH` */
export function openPulls(from: string, { history, pulls }: Known): object[] {
  return [...pulls.values()]
    .filter(({ branch, origin }) => from === `${origin.split("/")[0]}:${branch}`)
    .map(({ number, branch: ref, origin, base, merge }) => ({
      number,
      head: { ref, sha: history.head(ref), repo: { full_name: origin } },
      base: { ref: base, sha: history.head(base) },
      merge_commit_sha: merge,
    }));
}

/** The server lists made-up files. A file that is gone and one that is new are one moved file where most of their lines are alike. */
export function changedFiles(number: number, { history, pulls }: Known): object[] {
  const { branch = "", base = "main" }: Partial<Pull> = pulls.get(number) ?? {};
  const head = history.head(branch);
  const [now, before] = [history.files(head), history.files(history.mergeBase(history.head(base), head))];
  const gone = Object.keys(before).filter((path) => !(path in now));
  return Object.keys(now)
    .filter((path) => now[path] !== before[path])
    .map((filename) => {
      const previous = filename in before ? undefined : gone.find((path) => alike(before[path] ?? "", now[filename] ?? "") >= 0.5);
      const text = now[filename] ?? "";
      const what = { sha: blobOf(text), patch: patchOf(before[previous ?? filename] ?? "", text) };
      return {
        filename,
        ...what,
        status: previous ? "renamed" : filename in before ? "modified" : "added",
        ...(previous ? { previous_filename: previous } : {}),
      };
    });
}

/** A file of a pull request, as its head has it and as it was where its branch left the other. */
export function versionsOf(number: number, path: string, { history, pulls }: Known): { before: string; now: string } {
  const { branch = "", base = "main" }: Partial<Pull> = pulls.get(number) ?? {};
  const head = history.head(branch);
  return { before: history.files(history.mergeBase(history.head(base), head))[path] ?? "", now: history.files(head)[path] ?? "" };
}

/** The last commit that changed a file, along first parents. @param date when it is said to have been made */
export function lastChange(query: URLSearchParams, history: History, date: Date): object[] {
  const path = query.get("path") ?? "";
  for (let sha = query.get("sha") ?? ""; sha !== ""; ) {
    const [parent = ""] = history.parents(sha);
    if (history.files(sha)[path] !== history.files(parent)[path])
      return [{ sha, commit: { committer: { date: date.toISOString() } }, parents: parent === "" ? [] : [{ sha: parent }] }];
    sha = parent;
  }
  return [];
}

/** Logins are told apart by their letters; ids are made of them. */
export function userOf(login: string): { login: string; id: number } {
  return { login, id: [...login].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 1_000_003 };
}

/** The share of lines that two texts have in common. */
function alike(one: string, other: string): number {
  const [a, b] = [one.split("\n"), other.split("\n")];
  return a.filter((line) => b.includes(line)).length / Math.max(a.length, b.length);
}
