import { type Client, httpStatusOf, isMissing } from "./client.ts";
import { isAfter, type Marker, markerLine, readMarker, survivor } from "./marker.ts";

export type Comment = { id: number; url: string; author: string; isTrusted: boolean; body: string };

/** The result of publishing a comment. `newer`: a later run writes or has written it. `absent`: there is none, and none was wanted. */
export type Published = { id: number; url: string } | "newer" | "absent";

/** The comment to publish. `text`: the part below its marker. `isFirst`: the pull request had no comment at all when the run began. */
export type WantedComment = { pull: number; marker: Marker; text: string; create: boolean; isFirst: boolean };

/**
 * Keeps one comment per tag on a pull request: finds it by marker and author, updates it in place,
 * creates it if `create` allows, and deletes duplicates. A run for the current head of the pull request
 * overwrites a run for any other head; of two runs for one head the later wins. Both are checked again
 * just before writing. Our own comment under another token is deleted or, if this
 * token may not delete it, linked.
 * @param isLive asks whether the pull request still has the run's head; null if GitHub does not say
 * @throws errors of the API; what a refused comment means is up to the caller
 */
export async function publishComment(client: Client, wanted: WantedComment, isLive: () => Promise<boolean | null>): Promise<Published> {
  const { pull, marker, text, create, isFirst } = wanted;
  const { own, others } = isFirst ? { own: [], others: [] } : await ourComments(client, pull, marker.tag);
  const known = survivor(own, marker);
  const current = known && (await reread(client, known.id));
  if (known && current) {
    if (await isOvertaken(current.body, marker, isLive)) return "newer";
    const left = await remove(client, others);
    const updated = await update(client, known.id, bodyOf(marker, text, left));
    await remove(
      client,
      own.filter(({ id }) => id !== known.id),
    );
    if (updated) return updated;
  }
  if (!create && others.length === 0) return "absent";
  if ((await isLive()) === false) return "newer";
  const mine = await created(client, pull, marker, bodyOf(marker, text, []));
  const kept = await folded(client, wanted, mine, isLive);
  if (kept === "newer") return kept;
  const left = await remove(client, others);
  if (left.length > 0) await update(client, mine.id, bodyOf(marker, text, left));
  return kept;
}

/**
 * Whether another run should write the comment. For a comment of this head: if its run is later. For one of another head: if
 * its run is later and the pull request no longer has this head. A later run alone proves nothing, because a branch can be reset.
 */
async function isOvertaken(body: string, marker: Marker, isLive: () => Promise<boolean | null>): Promise<boolean> {
  const last = readMarker(body);
  if (!last || !isAfter(last, marker)) return false;
  return last.head === marker.head || (await isLive()) !== true;
}

/**
 * Removes duplicates after creating a comment. Another run may have created one at the same time. Whichever run lists last sees
 * both, and all runs keep the same one: that of the pull request's current head.
 */
async function folded(client: Client, { pull, marker }: WantedComment, mine: Comment, isLive: () => Promise<boolean | null>): Promise<Published> {
  const all = await commentsOf(client, pull, marker.tag);
  const rivals = all.filter(({ id, author }) => author === mine.author && id !== mine.id);
  const isRaced = rivals.some(({ body }) => readMarker(body)?.head !== marker.head);
  if (isRaced && (await isLive()) === false) {
    await remove(client, [mine]);
    return "newer";
  }
  const kept = survivor([mine, ...rivals], marker) ?? mine;
  await remove(
    client,
    [mine, ...rivals].filter(({ id }) => id !== kept.id),
  );
  // An equal comment is of this run: its first attempt succeeded, but the answer was lost.
  const last = readMarker(kept.body);
  return last && isAfter(last, marker) ? "newer" : { id: kept.id, url: kept.url };
}

/** The comment's body, with links to older reports that cannot be deleted. */
function bodyOf(marker: Marker, text: string, left: readonly Comment[]): string {
  const links = left.map(({ id, url }) => (/^https?:\/\/[^\s()<>]+$/.test(url) ? `[comment ${id}](${url})` : `comment ${id}`));
  const pointer = `\n<sub>An older report, which this token may not delete, is still there: ${links.join(", ")}. It is out of date; this one is current.</sub>\n`;
  return `${markerLine(marker)}\n${text}${left.length === 0 ? "" : pointer}`;
}

/**
 * Finds a comment that was just written. If all answers were lost, it may still exist, even
 * several times, so it is searched for before the write counts as failed.
 */
async function created(client: Client, pull: number, marker: Marker, body: string): Promise<Comment> {
  const { octokit, owner, repo } = client;
  try {
    const { data } = await octokit.rest.issues.createComment({ owner, repo, issue_number: pull, body });
    return { id: data.id, url: data.html_url, author: data.user?.login ?? "", isTrusted: true, body };
  } catch (error) {
    const status = httpStatusOf(error);
    if (status !== null && status < 500) throw error;
    const written = (await ourComments(client, pull, marker.tag)).own.find((one) => one.body.split(/\r?\n/, 1)[0] === markerLine(marker));
    if (!written) throw error;
    return written;
  }
}

/**
 * Comments with the tag: those that the token's owner wrote, and those of another token of ours, by an app or by somebody of the
 * repository. A marker in anybody else's comment is forged. Without comments, the token's login is not requested.
 */
async function ourComments(client: Client, pull: number, tag: string): Promise<{ own: Comment[]; others: Comment[] }> {
  const marked = await commentsOf(client, pull, tag);
  if (marked.length === 0) return { own: [], others: [] };
  const me = await whoAmI(client, new Set(marked.map((comment) => comment.author)));
  return { own: marked.filter(({ author }) => author === me), others: marked.filter(({ author, isTrusted }) => author !== me && isTrusted) };
}

async function commentsOf({ octokit, owner, repo }: Client, pull: number, tag: string): Promise<Comment[]> {
  const comments = await octokit.paginate(octokit.rest.issues.listComments, { owner, repo, issue_number: pull, per_page: 100 });
  return comments
    .map(({ id, html_url: url, user, author_association: role, body }): Comment => {
      const author = user?.login ?? "";
      // Brackets cannot be in a user's login, so this is an installed app.
      return { id, url, author, isTrusted: author.endsWith("[bot]") || OF_THE_REPOSITORY.has(role), body: body ?? "" };
    })
    .filter(({ body }) => readMarker(body)?.tag === tag);
}

const OF_THE_REPOSITORY: ReadonlySet<string> = new Set(["OWNER", "MEMBER", "COLLABORATOR"]);

/** The login of comments that are written with a workflow's token. */
const WORKFLOW_AUTHOR = "github-actions[bot]";

/**
 * The login of the token's owner. An app's token may not request it through REST, but may through GraphQL. That request is unnecessary if all
 * comments are by the app of workflows.
 */
export async function whoAmI({ octokit, ofApp }: Client, authors: ReadonlySet<string>): Promise<string> {
  const user = ofApp ? null : await unlessRefused(octokit.rest.users.getAuthenticated());
  if (user) return user.data.login;
  if ([...authors].every((author) => author === WORKFLOW_AUTHOR)) return WORKFLOW_AUTHOR;
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
    // It was deleted in the meantime, so it is created again.
    if (isMissing(error)) return null;
    throw error;
  }
}

async function reread({ octokit, owner, repo }: Client, id: number): Promise<{ body: string } | null> {
  try {
    return { body: (await octokit.rest.issues.getComment({ owner, repo, comment_id: id })).data.body ?? "" };
  } catch (error) {
    // It was deleted in the meantime, so it is created again.
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Deletes comments. One that cannot be deleted now is found again by the next run. @returns the comments that are left */
async function remove({ octokit, owner, repo }: Client, comments: readonly Comment[]): Promise<Comment[]> {
  const left: Comment[] = [];
  for (const comment of comments) {
    try {
      await octokit.rest.issues.deleteComment({ owner, repo, comment_id: comment.id });
    } catch (error) {
      if (!(error instanceof Error && "status" in error)) throw error;
      if (!isMissing(error)) left.push(comment);
    }
  }
  return left;
}
