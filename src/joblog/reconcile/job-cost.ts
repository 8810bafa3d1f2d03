import type { JobPrice } from "../../engine/price.ts";
import type { Pricing } from "../../engine/pricing.ts";
import { tariffOf } from "../../engine/tariff.ts";
import type { WorkloadKeys } from "../../manifest/schema.ts";
import { dateOfDay } from "../../notation/date.ts";
import { modeFollowsInput } from "../../notation/mode.ts";
import { normaliseResolution, sizeOf } from "../../notation/resolution.ts";
import { getOrInsert } from "../memory/get-or-insert.ts";
import type { PlannedWorkload } from "../plan.ts";

/** The price of one request if it succeeds, in the reporting currency. */
export type JobCost = {
  amount: number;
  bound: JobPrice["bound"];
  /** Requested and billed output seconds; NaN if the price does not count seconds. */
  seconds: number;
  billedSeconds: number;
  /** The requested resolution, or the provider's default; "" if the model has none. */
  resolution: string;
  /** The price of one unit of the first charge (a second, a clip, a token), before factors. */
  unit: number;
  /** The billed tokens; NaN if the price does not count tokens. */
  tokens: number;
  /** Clips that one job makes. */
  count: number;
};

/** Prices the requests of a log; each distinct request is priced once. `day`: days since 1970. Null if the price book has no price. */
export type CostOf = (workload: PlannedWorkload, day: number, seconds: number, resolution: string) => JobCost | null;

/**
 * Prices the request of a record: its workload's request with the record's own length and resolution. The price is that of the record's day,
 * or of the day of the run if there is none. Whether the model accepts the request does not matter, because the job was made.
 */
export function costs(): CostOf {
  type OfDay = Map<string, Map<number, JobCost | null>>;
  const known: Map<number, OfDay>[] = [];
  const newMap = <K, V>(): Map<K, V> => new Map();
  // A log is mostly sorted, so the next job usually has the same workload and day.
  let last: { index: number; day: number; ofDay: OfDay } | null = null;
  return (workload, day, seconds, resolution) => {
    if (last === null || last.index !== workload.index || last.day !== day) {
      const ofWorkload = known[workload.index] ?? newMap();
      known[workload.index] = ofWorkload;
      last = { index: workload.index, day, ofDay: getOrInsert(ofWorkload, day, newMap<string, Map<number, JobCost | null>>) };
    }
    const bySeconds = getOrInsert(last.ofDay, resolution, newMap<number, JobCost | null>);
    const cost = bySeconds.get(seconds);
    if (cost !== undefined) return cost;
    const priced = costOf(workload, day, seconds, resolution);
    bySeconds.set(seconds, priced);
    return priced;
  };
}

function costOf(workload: PlannedWorkload, day: number, seconds: number, resolution: string): JobCost | null {
  const keys = asked(workload.keys, seconds, resolution);
  return (Number.isFinite(day) ? costAt(keys, seconds, workload.pricing(dateOfDay(day))) : null) ?? costAt(keys, seconds, workload.pricing());
}

function costAt(keys: WorkloadKeys, seconds: number, pricing: Pricing): JobCost | null {
  const tariff = tariffOf(keys, pricing);
  if (!tariff) return null;
  const mode = keys.mode ?? tariff.model.modes[0];
  const request = tariff.ask(mode && modeFollowsInput(mode) ? { ...keys, input: sent(keys.input, seconds) } : keys);
  const job = tariff.bill(request);
  if ("no" in job) return null;
  const line = job.terms.find((term) => term.kind === "line" && term.quantity.gt(0));
  const counted = job.terms.find((term) => term.kind === "line" && term.meter === "second" && term.of.length === 1 && term.of[0] === "output");
  const count = Number(request.fields.get("count") ?? 1);
  return {
    amount: job.amount.toNumber(),
    bound: job.bound,
    seconds: Number(request.fields.get("duration") ?? Number.NaN),
    billedSeconds: counted?.kind === "line" ? counted.quantity.div(count).toNumber() : Number.NaN,
    resolution: String(request.fields.get("resolution") ?? ""),
    unit: line?.kind === "line" ? line.amount.div(line.quantity).toNumber() : job.amount.toNumber(),
    tokens: line?.kind === "line" && line.meter === "token" ? line.quantity.toNumber() : Number.NaN,
    count,
  };
}

/** A workload's keys with a record's length and resolution in them. */
function asked(keys: WorkloadKeys, seconds: number, resolution: string): WorkloadKeys {
  if (Number.isNaN(seconds) && resolution === "") return keys;
  const { frames, segments, ...output } = keys.output;
  const byLength = Number.isNaN(seconds) ? { ...(frames !== undefined && { frames }), ...(segments !== undefined && { segments }) } : { duration: seconds };
  return { ...keys, output: { ...output, ...byLength, ...(resolution !== "" && { resolution: spelt(resolution) }) } };
}

/** The input for a clip that is as long as its input: the record's length applies to the input, too. Several files keep their proportions. */
function sent({ video, audio, ...rest }: WorkloadKeys["input"], seconds: number): WorkloadKeys["input"] {
  const scaled = (files: readonly number[]): number[] => {
    const sum = files.reduce((total, file) => total + file, 0);
    return Number.isNaN(seconds) || sum === 0 ? [...files] : files.map((file) => Number(((file / sum) * seconds).toPrecision(12)));
  };
  return { ...rest, ...(video && { video: scaled(video) }), ...(audio && { audio: scaled(audio) }) };
}

/** The resolution as the price book compares it; `1080` becomes `1080p`. */
function spelt(resolution: string): string {
  return /^\d{3,4}$/.test(resolution) ? `${resolution}p` : normaliseResolution(resolution);
}

/** Whether two names mean the same resolution: `1080P`, `1080` and `1920x1080`, or `4k` and `2160p`. */
export function isSameResolution(one: string, other: string): boolean {
  return one === other || classOf(one) === classOf(other);
}

function classOf(resolution: string): string {
  const name = spelt(resolution);
  const size = sizeOf(name);
  if (size) return `${Math.min(...size)}p`;
  return name === "4k" ? "2160p" : name === "2k" ? "1440p" : name;
}
