import { type Client, httpStatusOf, isMissing } from "./client.ts";

/** Which run wrote a comment: the first line of it, hidden. */
export type Marker = { tag: string; run: number; attempt: number };

export type Comment = { id: number; url: string; author: string; body: string };

/** What became of a comment. `newer`: a later run has written it; `absent`: there is none, and none was wanted. */
export type Published = { id: number; url: string } | "newer" | "absent";

/** The line that marks a comment as ours. A tag is encoded, so that it can neither end the comment nor look like another tag. */
export function markerLine({ tag, run, attempt }: Marker): string {
  return `<!-- video-budget:${encodeURIComponent(tag)} run=${run} attempt=${attempt} -->`;
}

/** The marker of a comment's first line; null where it has none, or one that is quoted further down. */
export function readMarker(body: string): Marker | null {
  const [, tag, run, attempt] = /^<!-- video-budget:(\S+) run=(\d{1,15}) attempt=(\d{1,15}) -->(?:\r?\n|$)/.exec(body) ?? [];
  if (tag === undefined) return null;
  try {
    return { tag: decodeURIComponent(tag), run: Number(run), attempt: Number(attempt) };
  } catch {
    return null;
  }
}

/** Whether `one` was written by a later run, or a later attempt of the same run, than `other`. */
export function isNewer(one: Pick<Marker, "run" | "attempt">, other: Pick<Marker, "run" | "attempt">): boolean {
  return one.run === other.run ? one.attempt > other.attempt : one.run > other.run;
}

/**
 * Of several comments with one tag, which a race left behind, the one that stays: the newest run's, and
 * of that the oldest comment. Every run chooses alike, so that two that tidy up at once agree.
 */
export function survivor<T extends Comment>(comments: readonly T[]): T | undefined {
  const runOf = (comment: Comment): Pick<Marker, "run" | "attempt"> => readMarker(comment.body) ?? { run: 0, attempt: 0 };
  return comments.reduce<T | undefined>((best, one) => {
    if (!best || isNewer(runOf(one), runOf(best))) return one;
    return isNewer(runOf(best), runOf(one)) || best.id < one.id ? best : one;
  }, undefined);
}

/**
 * Keeps one comment per tag on a pull request: finds it by marker and author, updates it in place,
 * creates it where `create` allows, and folds duplicates into one. A run never writes over a later one;
 * that is looked at again just before writing.
 * @param text the comment below its marker
 * @throws the errors of the API; what a refused comment means is up to the caller
 */
export async function publishComment(client: Client, pull: number, marker: Marker, { text, create }: { text: string; create: boolean }): Promise<Published> {
  const body = `${markerLine(marker)}\n${text}`;
  const found = await ownComments(client, pull, marker.tag);
  const known = survivor(found);
  const current = known && (await reread(client, known.id));
  if (known && current) {
    const last = readMarker(current.body);
    if (last && isNewer(last, marker)) return "newer";
    const updated = await update(client, known.id, body);
    await remove(
      client,
      found.filter(({ id }) => id !== known.id),
    );
    if (updated) return updated;
  }
  if (!create) return "absent";
  const mine = await created(client, pull, marker, body);
  // Another run may have created one since: whichever lists last sees both, and all keep the same one.
  const all = await commentsOf(client, pull, marker.tag);
  const rivals = all.filter(({ id, author }) => author === mine.author && id !== mine.id);
  const kept = survivor([mine, ...rivals]) ?? mine;
  await remove(
    client,
    [mine, ...rivals].filter(({ id }) => id !== kept.id),
  );
  // An equal one is of this run: a first try whose answer was lost.
  const last = readMarker(kept.body);
  return last && isNewer(last, marker) ? "newer" : { id: kept.id, url: kept.url };
}

/**
 * A comment that was just written. One whose answers are all lost may be there all the same, more than
 * once for the tries: it is looked for before the failure counts.
 */
async function created(client: Client, pull: number, marker: Marker, body: string): Promise<Comment> {
  const { octokit, owner, repo } = client;
  try {
    const { data } = await octokit.rest.issues.createComment({ owner, repo, issue_number: pull, body });
    return { id: data.id, url: data.html_url, author: data.user?.login ?? "", body };
  } catch (error) {
    const status = httpStatusOf(error);
    if (status !== null && status < 500) throw error;
    const written = (await ownComments(client, pull, marker.tag)).find((one) => one.body.split(/\r?\n/, 1)[0] === markerLine(marker));
    if (!written) throw error;
    return written;
  }
}

/** Comments with the tag that the token's owner wrote. Nobody is asked who that is where there are none. */
async function ownComments(client: Client, pull: number, tag: string): Promise<Comment[]> {
  const marked = await commentsOf(client, pull, tag);
  if (marked.length === 0) return [];
  const author = await whoAmI(client, new Set(marked.map((comment) => comment.author)));
  return marked.filter((comment) => comment.author === author);
}

async function commentsOf({ octokit, owner, repo }: Client, pull: number, tag: string): Promise<Comment[]> {
  const comments = await octokit.paginate(octokit.rest.issues.listComments, { owner, repo, issue_number: pull, per_page: 100 });
  return comments
    .map(({ id, html_url: url, user, body }): Comment => ({ id, url, author: user?.login ?? "", body: body ?? "" }))
    .filter(({ body }) => readMarker(body)?.tag === tag);
}

/** Whom the token of a workflow writes as. */
const WORKFLOW_AUTHOR = "github-actions[bot]";

/**
 * The login that the token writes as. The token of an app may not ask REST; GraphQL tells it, which is
 * only needed where none of the comments is by the app of workflows.
 */
export async function whoAmI({ octokit, ofApp }: Client, authors: ReadonlySet<string>): Promise<string> {
  const user = ofApp ? null : await unlessRefused(octokit.rest.users.getAuthenticated());
  if (user) return user.data.login;
  if (authors.has(WORKFLOW_AUTHOR)) return WORKFLOW_AUTHOR;
  const answer = await unlessRefused(octokit.graphql<{ viewer: { login: string } }>("{ viewer { login } }"));
  return answer?.viewer.login ?? WORKFLOW_AUTHOR;
}

async function unlessRefused<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    const status = httpStatusOf(error);
    if (status === 401 || status === 403 || status === 404) return null;
    throw error;
  }
}

async function update({ octokit, owner, repo }: Client, id: number, body: string): Promise<{ id: number; url: string } | null> {
  try {
    const { data } = await octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body });
    return { id: data.id, url: data.html_url };
  } catch (error) {
    // Deleted in this moment: it is written anew.
    if (isMissing(error)) return null;
    throw error;
  }
}

async function reread({ octokit, owner, repo }: Client, id: number): Promise<{ body: string } | null> {
  try {
    return { body: (await octokit.rest.issues.getComment({ owner, repo, comment_id: id })).data.body ?? "" };
  } catch (error) {
    // Deleted since: it is written anew.
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Tidying only: what cannot be removed now is found again by the next run. */
async function remove({ octokit, owner, repo }: Client, comments: readonly Comment[]): Promise<void> {
  for (const { id } of comments) {
    try {
      await octokit.rest.issues.deleteComment({ owner, repo, comment_id: id });
    } catch (error) {
      if (!(error instanceof Error && "status" in error)) throw error;
    }
  }
}
