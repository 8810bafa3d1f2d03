import type { Hint } from "../finding.ts";
import { bodyOf } from "./hints.ts";

/** After how many seconds a client stops waiting for a job, and the line in which that is written. */
export type GiveUp = { seconds: number; line: number };

const COUNTED = /\b(for|while|loop|times)\b/i;
const ROUNDS = /range\(\s*(\d{1,4})\s*\)|<=?\s*(\d{1,4})\b/;
const PAUSE = /\b(?:time|asyncio)\.sleep\(\s*(\d{1,3})\s*\)|setTimeout\(\s*\w+\s*,\s*(\d[\d_]{2,6})\s*\)|\b(?:sleep|delay)\(\s*(\d[\d_]{2,6})\s*\)/;
/** A loop with a deadline: `while time.time() - start < 120` (seconds), `while (Date.now() - start < TIMEOUT)` (milliseconds). */
const DEADLINE = /\bwhile\b.*(?:(time\.time\(\)|monotonic\(\))|(Date\.now\(\)|performance\.now\(\))).*<=?\s*(?:\w+\.)*([A-Za-z_]\w*|\d[\d_]*)/;
/** A wait with a timeout: `asyncio.wait_for(job, timeout=120)` (seconds), `waitForTaskOutput({ timeout: 120_000 })` (milliseconds). */
const WAIT = /\bwait_for\w*\(.*\btimeout\s*=\s*(\d{1,5})\b|\bwaitFor\w+\(.*\btimeout\s*:\s*(\d[\d_]{3,8})\b/;

/** At most this many deadlines are looked up in a file. */
const MOST_DEADLINES = 20;

/** When a file gives up on a job, from the first line that waits for one with a known limit; null if there is no such line. */
export function giveUpOf(lines: readonly string[]): GiveUp | null {
  let deadlines = 0;
  for (const [index, text] of lines.entries()) {
    if (text.length > 300) continue;
    const ends = DEADLINE.test(text) && deadlines++ < MOST_DEADLINES;
    const seconds = waitOf(text) ?? (ends ? deadlineOf(text, lines) : null) ?? roundsOf(text, index, lines);
    if (seconds !== null && seconds > 0) return { seconds, line: index + 1 };
  }
  return null;
}

function waitOf(text: string): number | null {
  const [, seconds, milliseconds] = WAIT.exec(text) ?? [];
  if (seconds !== undefined) return Number(seconds);
  return milliseconds === undefined ? null : numberOf(milliseconds) / 1000;
}

/** The seconds of a loop with a deadline. If the deadline is a name, its number is looked up in the file. */
function deadlineOf(text: string, lines: readonly string[]): number | null {
  const [, seconds, , limit = ""] = DEADLINE.exec(text) ?? [];
  if (limit === "") return null;
  const given = new RegExp(`\\b${limit}\\b\\s*(?::\\s*\\w+\\s*)?=\\s*(\\d[\\d_]*)(?:\\s*\\*\\s*(\\d[\\d_]*))?(?:\\s*\\*\\s*(\\d[\\d_]*))?\\s*(?:[;,)#:/]|$)`);
  const factors = /^\d/.test(limit)
    ? [limit]
    : lines.reduce((found: RegExpExecArray | null, line) => found ?? (line.length > 300 ? null : given.exec(line)), null)?.slice(1);
  if (!factors) return null;
  const value = factors.filter((one) => one !== undefined).reduce((product, one) => product * numberOf(one), 1);
  return seconds === undefined ? value / 1000 : value;
}

const ASKS = /(\b|_)(status|state|done|poll\w*|operation|completed|succeeded|finished|retrieve|ready)(\b|_(?!code))/i;
const SUBMITS = /\.post\(|POST|create\(|submit\w*\(|generate\w*\(/;

/**
 * The seconds of a counted loop that polls a job: 60 rounds of 10 s are 600 s. A loop that submits jobs does not
 * count, because it retries or makes several clips.
 */
function roundsOf(text: string, index: number, lines: readonly string[]): number | null {
  const rounds = COUNTED.test(text) ? ROUNDS.exec(text) : null;
  if (!rounds) return null;
  const body = bodyOf(lines, index);
  const pause = body.map((line) => PAUSE.exec(line)).find((one) => one !== null);
  if (!pause || !body.some((line) => ASKS.test(line)) || body.some((line) => SUBMITS.test(line))) return null;
  return Number(rounds[1] ?? rounds[2]) * (pause[1] ? Number(pause[1]) : numberOf(pause[2] ?? pause[3] ?? "0") / 1000);
}

function numberOf(written: string): number {
  return Number(written.replaceAll("_", ""));
}

/** Seconds. Jobs of Veo take up to 6 minutes at peak hours: https://ai.google.dev/gemini-api/docs/veo, "Limitations". */
const SHORT = 360;

/** The hint for a client that gives up sooner than a normal job may take. */
export function shortTimeout(giveUp: GiveUp | null, file: string): Hint | null {
  return giveUp && giveUp.seconds < SHORT ? { kind: "short-timeout", file, line: giveUp.line, value: giveUp.seconds } : null;
}
