/** A log with known faults for the manifest beside the log of 42 jobs: 0.1 a second, whole seconds, at least 4, × 1.5 at 1080p. */
export type FaultyLog = { records: Record<string, unknown>[]; faults: Set<string>; duplicates: Map<string, string> };

/** A small generator of random numbers in [0, 1) (mulberry32): the same seed, the same log. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const START = 1_790_000_000;
const TIMEOUT = 180;

/**
 * Jobs of two takes a request, one every 20 seconds on average; of every thousand, about 60 with one of the planted faults,
 * and many that only look like one: rounded lengths, containers that are a little longer, costs rounded to a cent,
 * retries after a failure, takes side by side, and failures that are billed as their policy says.
 */
export function faultyLog(seed: number, count: number): FaultyLog {
  const random = randomOf(seed);
  const pick = <T>(...values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const log: FaultyLog = { records: [], faults: new Set(), duplicates: new Map() };
  let now = START;
  for (let i = 0; log.records.length < count; i++) {
    now += 40 * random();
    const asked = pick(4, 5, 5.2, 8, 2.5);
    const isHigh = random() < 0.3;
    const rounded = Math.max(4, Math.ceil(asked));
    const price = Math.round(rounded * (isHigh ? 15 : 10)) / 100;
    const status = pick(...Array<string>(16).fill("success"), "provider_error", "moderated", "invalid");
    const ran = status === "invalid" ? 0 : Math.exp(4.3 + 0.5 * (random() + random() + random() - 1.5) * 2);
    const resolution = isHigh ? "1080p" : "720p";
    const job = (id: string, more: object = {}): Record<string, unknown> => ({
      job_id: id,
      request_id: `r${i >> 1}`,
      take: i & 1,
      prompt_hash: `h${i >> 1}`,
      seed: i,
      submitted_at: now,
      finished_at: now + ran,
      status,
      requested_seconds: asked,
      billed_seconds: status === "success" ? pick(rounded, asked, rounded, rounded + 0.04) : 0,
      resolution,
      billed_resolution: isHigh ? pick<string | number>("1080p", "1920x1080", "1080P") : pick<string | number>("720p", "1280x720", 720),
      cost: status === "success" || status === "moderated" ? price : 0,
      ...more,
    });
    const id = `j${i}`;
    const planted = random();
    const plant = (kind: string, more: object): void => {
      log.faults.add(`${kind} ${id}`);
      log.records.push(job(id, more));
    };
    if (status === "success" && planted < 0.01) plant("DURATION", { billed_seconds: rounded + 2, cost: Math.round((rounded + 2) * (isHigh ? 15 : 10)) / 100 });
    else if (status === "success" && planted < 0.02 && !isHigh) plant("RESOLUTION", { billed_resolution: "1080p", cost: Math.round(rounded * 15) / 100 });
    else if (status === "success" && planted < 0.03) plant("UNIT_PRICE", { cost: Math.round(price * pick(80, 102, 110, 150)) / 100 });
    else if (status === "provider_error" && planted < 0.2) plant("FAILED_JOB_BILLED", { cost: price });
    else if (status === "moderated" && planted < 0.2) plant("FAILED_JOB_CREDITED", { cost: 0 });
    else if (planted > 0.995) plant("OUT_OF_PLAN", { model: "acme-9" });
    else log.records.push(job(id));

    // Other events of a job: an in-flight duplicate, or a correct retry.
    const next = random();
    if (status === "success" && ran > 40 && next < 0.01) {
      const key = { idempotency_key: `k${i}` };
      Object.assign(log.records.at(-1) as object, key);
      log.records.push(job(`${id}b`, { ...key, submitted_at: now + 30, finished_at: now + 90 }));
      log.duplicates.set(`${id}b`, "certain");
      unplant(log, id, price, rounded);
    } else if (status === "success" && ran > TIMEOUT + 5 && next < 0.5) {
      log.records.push(job(`${id}b`, { submitted_at: now + TIMEOUT + 1, finished_at: now + TIMEOUT + 70 }));
      log.duplicates.set(`${id}b`, "likely");
      unplant(log, id, price, rounded);
    } else if (status === "provider_error" && next < 0.7) {
      log.records.push(job(`${id}r`, { submitted_at: now + ran + 1, finished_at: now + ran + 60, status: "success", billed_seconds: rounded, cost: price }));
    } else if (next < 0.05) log.records.push(job(`${id}t`, { seed: -i, take: 7 }));
  }
  log.records.sort((a, b) => Number(a["submitted_at"]) - Number(b["submitted_at"]));
  return log;
}

/** A duplicate job has no other fault. */
function unplant(log: FaultyLog, id: string, cost: number, billed_seconds: number): void {
  const job = log.records.find((one) => one["job_id"] === id) as Record<string, unknown>;
  for (const fault of [...log.faults]) if (fault.endsWith(` ${id}`)) log.faults.delete(fault);
  delete job["model"];
  Object.assign(job, { cost, billed_seconds, billed_resolution: job["resolution"] });
}
