import { type Random, randomFrom } from "./random.ts";

/** The true parameters of a team and its provider, which no log states. Times in seconds, shares 0–1, money in dollars. */
export type Team = {
  /** Clips wanted on a mean day, the factor of each day of the week (mean 1), and the variance of a day's own factor. */
  perDay: number;
  week: readonly number[];
  scatter: number;
  /** 0.2: a fifth more each month of 30.4375 days. */
  growth: number;
  days: number;
  takes: number | { acceptance: number; max: number };
  /** Of each attempt; the rest succeeds. An error is free and retried, what is moderated is billed and is not. */
  errors: number;
  moderated: number;
  attempts: number;
  /** A lognormal. */
  latency: { median: number; sigma: number };
  /** The client's timeout, after which it submits again; Infinity if it waits forever. */
  timeout: number;
};

/** Of a job of 8 s at $0.10. */
export const JOB = 0.8;

const MONTH = 30.4375;
const DAY = 86_400;
/** 2026-03-02, a Monday. */
const START = 1_772_409_600;

type Kind = { takes: "plain" | "until-kept"; growth?: number; days?: number };

/** A team as one of thousands: from 2 to 60 clips a day over 4 to 17 weeks, with and without weekends, quiet and lively. */
export function teamOf(seed: number, { takes, growth = 0, days }: Kind): Team {
  const random = randomFrom(seed);
  const rhythm = random.pick([1, 1, 1, 1, 1, 1, 1], [1.3, 1.3, 1.3, 1.3, 1.3, 0.25, 0.25], [1.4, 1.4, 1.4, 1.4, 1.4, 0, 0]);
  return {
    perDay: Math.exp(random.between(Math.log(2), Math.log(60))),
    week: rhythm,
    scatter: random.pick(0, 0.1, 0.4),
    growth,
    days: days ?? Math.floor(random.between(28, 120)),
    takes: takes === "plain" ? random.pick(1, 2) : { acceptance: random.between(0.2, 0.7), max: random.pick(4, 8) },
    errors: random.between(0.01, 0.15),
    moderated: random.between(0.01, 0.08),
    attempts: random.pick(1, 2, 3),
    latency: { median: random.between(50, 120), sigma: random.between(0.3, 0.8) },
    timeout: random.pick(Number.POSITIVE_INFINITY, random.between(120, 300)),
  };
}

/** The team's manifest before calibration: its client settings, without rates, latency or volume. */
export function manifestOf({ takes, attempts, timeout }: Team): object {
  const patience = Number.isFinite(timeout) ? { timeout: `${timeout}s`, on_timeout: "resubmit" } : {};
  const clips = {
    provider: "acme-log",
    model: "acme-1",
    output: { duration: 8, resolution: "720p" },
    takes: typeof takes === "number" ? takes : { until_kept: { acceptance: "50%", max: takes.max } },
    client: { max_attempts: attempts, ...patience },
  };
  return { version: 1, prices: ["acme-log.yml"], workloads: { clips } };
}

export type Simulated = {
  records: Record<string, unknown>[];
  /** What the month after the log bills, and the clips that are wanted in it. */
  next: { billed: number; clips: number };
};

/** Plays the team's log and the month after it, clip by clip. */
export function simulate(team: Team, seed: number): Simulated {
  const random = randomFrom(seed);
  const records: Record<string, unknown>[] = [];
  const next = { billed: 0, clips: 0 };
  for (let day = 0; day < team.days + MONTH; day++) {
    const isLog = day < team.days;
    const part = Math.min(1, team.days + MONTH - day);
    const mean = part * team.perDay * (team.week[day % 7] as number) * (1 + team.growth) ** (day / MONTH) * random.gamma(team.scatter);
    const wanted = random.poisson(mean);
    const made: Record<string, unknown>[] = [];
    for (let clip = 0; clip < wanted; clip++) playClip(team, `r${day}-${clip}`, START + day * DAY + random.between(0, DAY), { random, made });
    if (isLog) records.push(...made);
    else {
      next.clips += wanted;
      next.billed += made.reduce((sum, { cost }) => sum + Number(cost), 0);
    }
  }
  return { records: records.sort((a, b) => Number(a["submitted_at"]) - Number(b["submitted_at"])), next };
}

type Play = { random: Random; made: Record<string, unknown>[] };

/** One clip: so many takes, or takes until one is kept. */
function playClip(team: Team, request_id: string, at: number, play: Play): void {
  const { takes } = team;
  const most = typeof takes === "number" ? takes : takes.max;
  let now = at;
  for (let take = 0; take < most; take++) {
    const ended = playTake(team, { request_id, take }, now, play);
    now = ended.at + 1;
    if (typeof takes === "number" || !ended.job) continue;
    const isKept = play.random.chance(takes.acceptance);
    ended.job["kept"] = isKept;
    if (isKept) return;
  }
}

/** One take: attempts until one delivers, fails for good, or all are used. @returns when, and the job that delivered */
function playTake(
  { errors, moderated, latency, timeout, attempts }: Team,
  names: object,
  at: number,
  { random, made }: Play,
): { at: number; job: Record<string, unknown> | null } {
  let now = at;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const ran = latency.median * Math.exp(latency.sigma * random.normal());
    const drawn = random.between(0, 1);
    const end = drawn < errors ? "provider_error" : drawn < errors + moderated ? "moderated" : "success";
    const cost = end === "provider_error" ? 0 : JOB;
    const job: Record<string, unknown> = {
      job_id: `j${made.length}-${now}`,
      ...names,
      attempt,
      submitted_at: now,
      cost,
      requested_seconds: 8,
      resolution: "720p",
    };
    made.push(job);
    const isLate = ran > timeout;
    now += Math.min(ran, timeout);
    // The provider finishes and bills the job; the client never sees the result.
    Object.assign(job, isLate ? { status: "unknown", gave_up_at: now } : { status: end, finished_at: now });
    if (isLate) continue;
    if (end === "success") return { at: now, job };
    if (end === "moderated") return { at: now, job: null };
  }
  return { at: now, job: null };
}
