/**
 * Which run wrote a comment, and of which head of the pull request: the first line of the comment, hidden.
 * `run` is the id of the run, which rises over all workflows; `number` counts the runs of one workflow alone.
 * `head` is null in a comment of a version that did not write it.
 */
export type Marker = { tag: string; run: number; number: number; attempt: number; head: string | null };

/** Ids of runs are counted over a whole server: github.com had 20 thousand millions of them in 2026, and some ten millions more each day. */
const AHEAD = 1e9;

/** GitHub starts a run again at most 50 times. */
const ATTEMPTS = 1000;

/** The line that marks a comment as ours. A tag is encoded, so that it can neither end the comment nor look like another tag. */
export function markerLine({ tag, run, number, attempt, head }: Marker): string {
  return `<!-- video-budget:${encodeURIComponent(tag)} run=${run} attempt=${attempt} number=${number}${head === null ? "" : ` head=${head}`} -->`;
}

const LINE = /^<!-- video-budget:(\S+) run=(\d+) attempt=(\d+)(?: number=(\d+))?(?: head=([0-9a-f]{40,64}))? -->(?:\r?\n|$)/;

/** The marker of a comment's first line; null if it has none, or one that is quoted further down. A number that no run can have is 0. */
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
 * Whether a marker is of a later run. A marker with a number far beyond any run that could have
 * started in the meantime was forged and does not count: it would stop every later run from writing.
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
 * Chooses which of several comments with one tag stays, after two runs wrote at once: a comment of this head before
 * others, then the latest run's, then the oldest comment. Runs of one head choose the same, so that two
 * runs that clean up at once agree.
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
