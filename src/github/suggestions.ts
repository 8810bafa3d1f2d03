import { type Client, isMissing } from "./client.ts";
import { whoAmI } from "./comment.ts";
import type { Pull } from "./context.ts";

/** A suggestion at a line of the pull request's file. `blob`: the Git hash of the contents to which the line number refers. */
export type Suggestion = { path: string; line: number; blob: string; body: string };

/** One of our review comments. `line` is null if its line is no longer in the diff. */
export type OwnSuggestion = { id: number; path: string; line: number | null; body: string; isAnswered: boolean };

/** The edits that leave one comment for each suggestion and none that no longer applies. */
export type SuggestionPlan = { create: Suggestion[]; update: { id: number; body: string }[]; remove: number[] };

/** The hidden first line of a suggestion, which identifies it by the tag. */
function markerOf(tag: string): string {
  return `<!-- video-budget-suggestion:${encodeURIComponent(tag)} -->`;
}

const GONE = "This suggestion no longer applies: the report of the pull request has the current edits.\n";

/**
 * Keeps the suggestions of one tag at the lines of a pull request: creates each once, updates it in place, and removes it when it no longer applies.
 * One that somebody answered stays, with a note. Only lines that the pull request adds can have a suggestion. There is no request if there is
 * nothing to suggest and the pull request has no review comment.
 * @throws errors of the API; the caller decides what a refused comment means
 */
export async function keepSuggestions(client: Client, { number, headSha, live }: Pull, tag: string, wanted: readonly Suggestion[]): Promise<void> {
  const some = live?.reviewComments ?? 0;
  if (!live || live.isFork || (wanted.length === 0 && some === 0)) return;
  const own = some === 0 ? [] : await ownSuggestions(client, number, tag);
  const placed = wanted.length === 0 ? [] : await inDiff(client, number, wanted);
  const { create, update, remove } = suggestionPlan(own, placed, tag);
  const { octokit, owner, repo } = client;
  for (const id of remove) await unlessMissing(octokit.rest.pulls.deleteReviewComment({ owner, repo, comment_id: id }));
  for (const { id, body } of update) await unlessMissing(octokit.rest.pulls.updateReviewComment({ owner, repo, comment_id: id, body }));
  for (const { path, line, body } of create)
    await octokit.rest.pulls.createReviewComment({ owner, repo, pull_number: number, commit_id: headSha, path, line, side: "RIGHT", body });
}

/** Plans the edits of our suggestions. If two runs at the same time left several on one line, the first stays. */
export function suggestionPlan(own: readonly OwnSuggestion[], wanted: readonly Suggestion[], tag: string): SuggestionPlan {
  const plan: SuggestionPlan = { create: [], update: [], remove: [] };
  const kept = new Set<number>();
  for (const one of wanted) {
    const body = `${markerOf(tag)}\n${one.body}`;
    const known = own.find(({ id, path, line }) => path === one.path && line === one.line && !kept.has(id));
    if (!known) plan.create.push({ ...one, body });
    else {
      kept.add(known.id);
      if (!isSame(known.body, body)) plan.update.push({ id: known.id, body });
    }
  }
  const gone = `${markerOf(tag)}\n${GONE}`;
  for (const { id, body, isAnswered } of own) {
    if (kept.has(id)) continue;
    if (!isAnswered) plan.remove.push(id);
    else if (!isSame(body, gone)) plan.update.push({ id, body: gone });
  }
  return plan;
}

/** Whether two bodies are equal. GitHub removes trailing spaces and may change line ends, so both are ignored. */
function isSame(one: string, other: string): boolean {
  const plain = (text: string): string => text.replaceAll("\r\n", "\n").trimEnd();
  return plain(one) === plain(other);
}

/** The lines that a patch from GitHub adds, by their numbers in the new file. */
export function addedLines(patch: string): Set<number> {
  const added = new Set<number>();
  let line = 0;
  for (const text of patch.split("\n")) {
    const start = /^@@ -\d+(?:,\d+)? \+(\d+)/.exec(text)?.[1];
    if (start !== undefined) line = Number(start);
    else if (text.startsWith("+")) added.add(line++);
    else if (text.startsWith(" ")) line++;
  }
  return added;
}

/** The suggestions whose line the pull request adds in the same contents. The contents that were read may differ, because they are of a test merge with the base branch. */
async function inDiff({ octokit, owner, repo }: Client, pull: number, wanted: readonly Suggestion[]): Promise<Suggestion[]> {
  const files = await octokit.paginate(octokit.rest.pulls.listFiles, { owner, repo, pull_number: pull, per_page: 100 });
  const added = new Map(files.map(({ filename, sha, patch }) => [`${filename}\n${sha}`, addedLines(patch ?? "")]));
  return wanted.filter(({ path, blob, line }) => added.get(`${path}\n${blob}`)?.has(line));
}

/** Comments with the tag that the token's owner wrote. A marker in a comment of anybody else is forged. */
async function ownSuggestions(client: Client, pull: number, tag: string): Promise<OwnSuggestion[]> {
  const { octokit, owner, repo } = client;
  const all = await octokit.paginate(octokit.rest.pulls.listReviewComments, { owner, repo, pull_number: pull, per_page: 100 });
  const marked = all.filter(({ body }) => body.split(/\r?\n/, 1)[0] === markerOf(tag));
  if (marked.length === 0) return [];
  const me = await whoAmI(client, new Set(marked.map(({ user }) => user?.login ?? "")));
  const answered = new Set(all.map(({ in_reply_to_id: to }) => to));
  return marked
    .filter(({ user }) => user?.login === me)
    .map(({ id, path, line, body }) => ({ id, path, line: line ?? null, body, isAnswered: answered.has(id) }));
}

async function unlessMissing(asked: Promise<unknown>): Promise<void> {
  try {
    await asked;
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}
