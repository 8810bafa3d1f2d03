import { type Client, httpStatusOf } from "./client.ts";
import type { Pull } from "./context.ts";

/** The label, and who may add it. */
type Rule = { label: string; min_role: "write" | "maintain" | "admin"; by_author: boolean };

/**
 * The current state of an override's label on GitHub. `on`: the commit that was the head when the label was added; null if that is not
 * certain. `head`: the pull request's current head.
 */
export type Given =
  | { state: "absent" }
  | { state: "refused"; by: string | null; why: "role" | "author" | "unknown"; role: string | null }
  | { state: "given"; by: string; at: string; on: string | null; head: string };

/** What the run knows without a request: its event, or that it runs in the merge queue. */
export type Seen = Pick<Pull, "headSha" | "event"> | "queued";

const ROLES = ["write", "maintain", "admin"] as const;

/**
 * Looks up an override: the current label, who added it last, and that person's role. Only fields that GitHub sets are trusted in the event, and
 * no date of a commit, because its author can choose it. All requests only read.
 * @throws errors of the API
 */
export async function readOverride(client: Client, number: number, rule: Rule, seen: Seen): Promise<Given> {
  const { octokit, owner, repo } = client;
  const { data: pull } = await octokit.rest.pulls.get({ owner, repo, pull_number: number });
  if (!pull.labels.some(({ name }) => alike(name, rule.label))) return { state: "absent" };

  const events = (await octokit.paginate(octokit.rest.issues.listEvents, { owner, repo, issue_number: number, per_page: 100 })) as Event[];
  const added = events.filter(({ event, label }) => event === "labeled" && label?.name !== undefined && alike(label.name, rule.label));
  const last = added.sort((a, b) => timeOf(a) - timeOf(b)).at(-1);
  if (!last?.actor) return { state: "refused", by: null, why: "unknown", role: null };
  const { login, id } = last.actor;
  if (!rule.by_author && (id === pull.user?.id || alike(login, pull.user?.login ?? ""))) return { state: "refused", by: login, why: "author", role: null };
  const role = await roleOf(client, login);
  if (role === null) return { state: "refused", by: login, why: "unknown", role };
  if (rankOf(role.name) < ROLES.indexOf(rule.min_role)) return { state: "refused", by: login, why: "role", role: role.shown };

  const at = last.created_at;
  const head = pull.head.sha;
  const on = (await headAt(client, pull.head, at)) ?? (wasOnHead(events, { last, label: rule.label }, head, seen) ? head : byQueue(events, last, head, seen));
  return { state: "given", by: login, at, on, head };
}

type Event = { event: string; created_at: string; label?: { name?: string }; actor: { login: string; id: number } | null };

function timeOf({ created_at }: Pick<Event, "created_at">): number {
  return Date.parse(created_at);
}

/** GitHub ignores case in labels and logins. */
function alike(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/**
 * The role of a person. For a custom role of an organization, the role that it is based on counts.
 * @returns null if GitHub does not say
 */
async function roleOf({ octokit, owner, repo }: Client, username: string): Promise<{ name: string; shown: string } | null> {
  try {
    const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({ owner, repo, username });
    const { role_name: shown = data.permission, permission, user } = data;
    const known = rankOf(shown) >= 0 || ["read", "triage", "none"].includes(shown);
    // `permission` is "write" for the role maintain too.
    const built = permission === "write" && user?.permissions?.maintain ? "maintain" : permission;
    return { name: known ? shown : built, shown };
  } catch (error) {
    if ([403, 404].includes(httpStatusOf(error) ?? 0)) return null;
    throw error;
  }
}

function rankOf(role: string): number {
  return ROLES.indexOf(role as (typeof ROLES)[number]);
}

/**
 * Whether the label was added while the head was the current one, judged by the run's own event. It is used if the record of pushes cannot be
 * read. There are two cases:
 * 1. The event is older than the label and already had this head. A push since then could lead back to this head only by a forced push, which
 *    GitHub lists.
 * 2. The event is this labeling itself, and the head's repository had no push in the same second or later.
 * Times are whole seconds. A label in the same second as a push does not count, because their order is unknown.
 */
function wasOnHead(events: readonly Event[], { last, label }: { last: Event; label: string }, head: string, seen: Seen): boolean {
  if (seen === "queued" || seen.headSha !== head || seen.event.at === null) return false;
  const [from, given] = [Date.parse(seen.event.at), timeOf(last)];
  if (Number.isNaN(from) || Number.isNaN(given)) return false;
  const isForced = (since: number): boolean => events.some((one) => one.event === "head_ref_force_pushed" && timeOf(one) >= since);
  if (given > from) return !isForced(from);
  const { labelled, pushedAt } = seen.event;
  // A deleted repository (`pushedAt` null) can get no push.
  return labelled !== null && alike(labelled, label) && (pushedAt === null || Date.parse(pushedAt) < given) && !isForced(given);
}

/**
 * In the merge queue, the head at the time of the label. A pull request enters the queue only if its checks passed on its last commit, and a push
 * removes it. If the record of pushes cannot be read, the pull request's own check of the label is therefore trusted.
 */
function byQueue(events: readonly Event[], last: Event, head: string, seen: Seen): string | null {
  const forced = events.some(({ event, created_at }) => event === "head_ref_force_pushed" && timeOf({ created_at }) >= timeOf(last));
  return seen === "queued" && !forced ? head : null;
}

/**
 * The head of a branch before a time, from the repository's record of pushes, which nobody can edit. A fork's record is not requested, because all
 * requests are for the repository of the run.
 * @returns null if the record cannot be read (a fork, an old GHES) or does not reach back far enough
 */
async function headAt(
  { octokit, owner, repo: name }: Client,
  { ref, repo }: { ref: string; repo: { full_name: string } | null },
  time: string,
): Promise<string | null> {
  if (!repo || !alike(repo.full_name, `${owner}/${name}`)) return null;
  try {
    const { data } = await octokit.rest.repos.listActivities({ owner, repo: name, ref: `refs/heads/${ref}`, per_page: 100 });
    const before = data
      .filter(({ timestamp, activity_type: type }) => type !== "branch_deletion" && Date.parse(timestamp) < Date.parse(time))
      .sort((a, b) => Date.parse(b.timestamp) - Date.parse(a.timestamp));
    return before[0]?.after ?? null;
  } catch (error) {
    if ([403, 404].includes(httpStatusOf(error) ?? 0)) return null;
    throw error;
  }
}
