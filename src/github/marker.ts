/**
 * The hidden first line of a comment. It tells which run wrote the comment, for which head of the pull request. `run` is the id of the run, which
 * increases over all workflows; `number` counts the runs of one workflow. `head` is null in a comment of an old version that did not
 * write it.
 */
export type Marker = { tag: string; run: number; number: number; attempt: number; head: string | null };

/** How far ahead the id of a later run can be. Ids count all runs of a server: github.com had about 20 billion in 2026, and about 10 million more each day. */
const AHEAD = 1e9;

/** More attempts than a run can have. GitHub allows at most 50 re-runs. */
const ATTEMPTS = 1000;

/** The line that marks a comment as ours. The tag is encoded, so that it can neither end the HTML comment nor look like another tag. */
export function markerLine({ tag, run, number, attempt, head }: Marker): string {
  return `<!-- video-budget:${encodeURIComponent(tag)} run=${run} attempt=${attempt} number=${number}${head === null ? "" : ` head=${head}`} -->`;
}

const LINE = /^<!-- video-budget:(\S+) run=(\d+) attempt=(\d+)(?: number=(\d+))?(?: head=([0-9a-f]{40,64}))? -->(?:\r?\n|$)/;

/** The marker in a comment's first line; null if there is none. A marker further down, for example in a quote, does not count. An impossible number is read as 0. */
export function readMarker(body: string): Marker | null {
  const [, tag, run = "", attempt = "", number = "0", head = null] = LINE.exec(body) ?? [];
  if (tag === undefined) return null;
  const counted = (digits: string): number => (Number.isSafeInteger(Number(digits)) ? Number(digits) : 0);
  try {
    return { tag: decodeURIComponent(tag), run: counted(run), number: counted(number), attempt: counted(attempt), head };
  } catch {
    return null;
  }
}

/**
 * Whether a marker belongs to a later run. A number far beyond any run that could have started in the meantime is forged and does not count,
 * because it would stop every later run from writing.
 */
export function isAfter(one: Marker, mine: Marker): boolean {
  const isPossible = one.run <= 2 * mine.run + AHEAD && one.number <= 2 * mine.number + AHEAD && one.attempt <= ATTEMPTS;
  return isPossible && order(one, mine) > 0;
}

/** Runs are ordered by id, then by attempt. The run number is not used, because it counts only one workflow. */
function order(one: Marker, other: Marker): number {
  return one.run - other.run || one.number - other.number || one.attempt - other.attempt;
}

/**
 * Chooses which of several comments with the same tag stays, after two runs wrote at the same time. A comment for this head comes first, then
 * that of the latest run, then the oldest comment. All runs of one head choose the same comment, so two runs that clean up at the same time
 * agree.
 */
export function survivor<T extends { id: number; body: string }>(comments: readonly T[], mine: Marker): T | undefined {
  const none: Marker = { tag: mine.tag, run: 0, number: 0, attempt: 0, head: null };
  const rated = comments.map((comment) => {
    const marker = readMarker(comment.body) ?? none;
    return { comment, isOfHead: marker.head === mine.head, marker: order(marker, mine) > 0 && !isAfter(marker, mine) ? none : marker };
  });
  rated.sort((a, b) => Number(b.isOfHead) - Number(a.isOfHead) || order(b.marker, a.marker) || a.comment.id - b.comment.id);
  return rated[0]?.comment;
}
