import type { Hint } from "../finding.ts";

/**
 * Finds out from the indentation what surrounds a call: the lines above it with less indentation enclose it. This works in
 * every language whose code people indent. Line numbers start at 1.
 */

/** The lines that begin a loop, a wrapper or a function around a call, nearest first, and the decorators of the function. */
function around(lines: readonly string[], line: number): { text: string; line: number }[] {
  const found: { text: string; line: number }[] = [];
  let least = indentOf(lines[line - 1] ?? "");
  for (let at = line - 2; at >= 0 && line - at < 400 && found.length < 12; at--) {
    const text = lines[at] ?? "";
    if (text.trim() === "" || /^\s*[)}\]]/.test(text)) continue;
    const indent = indentOf(text);
    if (indent >= least) continue;
    least = indent;
    found.push({ text, line: at + 1 });
    if (/^\s*(async\s+)?def\s|^\s*((export|public|private|protected|static|async)\s+)*(function|func|fn|fun)\b/.test(text)) {
      for (let above = at - 1; above >= 0 && /^\s*[@)\w]/.test(lines[above] ?? "") && at - above < 8; above--) {
        if (/^\s*@/.test(lines[above] ?? "")) found.push({ text: lines.slice(above, at).join(" "), line: above + 1 });
      }
      break;
    }
    if (indent === 0) break;
  }
  return found;
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

const DECORATOR = /@(retry|backoff|tenacity|Retryable|with_retries|retrying)\b/;
const WRAPPER = /\b(retry|pRetry|withRetry|retryAsync|with_retry|asyncRetry|retryWithBackoff|backOff|withRetries|retry_call)\s*(<[^>]*>)?\(/;
const LOOP = /\b(for|while|loop|times)\b.*(attempt|retr|tries|\btry\b)/i;
const NUMBER_OF =
  /(?:stop_after_attempt\(|max_tries\s*=\s*|attempts?\s*[:=]\s*|retries\s*[:=]\s*|maxAttempts\s*[:=]\s*|max_attempts\s*[:=]\s*|numOfAttempts\s*:\s*|tries\s*=\s*|range\(\s*(?:0|1)?,?\s*|<=?\s*|\b)(\d{1,3}|[A-Z][A-Z_]{2,}|max\w+)\b/;

/** The retry around a submit, if there is one: a decorator, a loop over attempts, or a function that calls it again. */
export function retryAround(lines: readonly string[], line: number, file: string): Hint | null {
  for (const { text, line: at } of around(lines, line)) {
    const is = DECORATOR.test(text) || WRAPPER.test(text) || LOOP.test(text);
    if (!is) continue;
    return { kind: "retried-submit", file, line: at, value: attemptsOf(text, lines, at) };
  }
  return null;
}

/** The most attempts to send a job, including the first; null if the code does not have the number. */
function attemptsOf(text: string, lines: readonly string[], line: number): number | null {
  const following = WRAPPER.test(text) ? lines.slice(line - 1, line + 30).join(" ") : text;
  const more = /\bretries\s*[:=]\s*(\d{1,3})/.exec(following)?.[1];
  if (more && WRAPPER.test(text)) return Number(more) + 1;
  const written =
    NUMBER_OF.exec(text.replace(/^\s*\w+\s+\w+\s*=\s*[01]\s*;/, ""))?.[1] ??
    /\b(?:attempts|maxAttempts|numOfAttempts|tries)\s*[:=]\s*(\d{1,3})/.exec(following)?.[1];
  if (written === undefined) return null;
  if (/^\d+$/.test(written)) return Number(written) > 0 ? Number(written) : null;
  const given = lines.map((one) => new RegExp(`\\b${written}\\b\\s*(?::\\s*\\w+\\s*)?=\\s*(\\d{1,3})\\b`).exec(one)?.[1]).find((value) => value !== undefined);
  return given ? Number(given) : null;
}

/** The retries that a file sets for the client of a library: `maxRetries: 5`, `max_retries=0`. */
export function clientRetries(lines: readonly string[], file: string): Hint | null {
  for (const [index, text] of lines.entries()) {
    if (text.length > 300) continue;
    const value = /\b(?:maxRetries|max_retries)\s*[:=]\s*(\d{1,3})\b/.exec(text)?.[1];
    if (value !== undefined) return { kind: "client-retries", file, line: index + 1, value: Number(value) };
  }
  return null;
}

const ENDLESS = /\bwhile\b\s*\(?\s*(True|true|1|!|not\b|.*(done|status|state|complete|finish|pending|processing|queued|running|succe))/;
const SLEEPS = /\b(sleep|setTimeout|delay|wait|Delay|asyncio\.sleep|time\.sleep)\b/;
const ENDS = /timeout|deadline|attempt|max_|max[A-Z]|elapsed|time\.time|Date\.now|monotonic|retries|tries|count|limit|performance\.now|\bpolls?\b\s*[<>]/i;
const BODY = 25;
/** At most this many loops of a file are reported. */
const MOST_POLLS = 50;

/** Loops that wait for a job without a limit of their own: they end only when the job ends. */
export function endlessPolls(lines: readonly string[], file: string): Hint[] {
  const found: Hint[] = [];
  for (const [index, text] of lines.entries()) {
    if (text.length > 300 || !ENDLESS.test(text) || ENDS.test(text)) continue;
    const body = bodyOf(lines, index);
    if (body.some((line) => SLEEPS.test(line)) && !body.some((line) => ENDS.test(line)))
      found.push({ kind: "endless-poll", file, line: index + 1, value: null });
    if (found.length === MOST_POLLS) break;
  }
  return found;
}

/** The lines below a line that are indented more than it. */
export function bodyOf(lines: readonly string[], index: number): string[] {
  const indent = indentOf(lines[index] ?? "");
  const body: string[] = [];
  for (let at = index + 1; at < lines.length && body.length < BODY; at++) {
    const text = lines[at] ?? "";
    if (text.trim() !== "" && indentOf(text) <= indent) break;
    body.push(text.slice(0, 300));
  }
  return body;
}
