import { clipsWanted, DAYS_A_MONTH, P10_TO_P90, volumeIn } from "../../engine/volume.ts";
import { FAILURES } from "../../notation/failure.ts";
import type { Tree } from "../../notation/tree.ts";
import { blockLines } from "../../yaml/tree.ts";
import type { Observed } from "../measure/observed.ts";
import { type Covered, clipPace, jobPace } from "../measure/volume.ts";
import type { Calibration, Edit } from "./calibration.ts";

/** At least this many measurements of latency, and this many clips marked as kept or not, replace the declared value. */
const LEAST_TIMES = 10;
const LEAST_MARKS = 20;

type Measured = Omit<Calibration, "edits" | "cannotTell">;

/** Parts of a workload that a log can change. */
export const PATCH_PARTS = ["reliability", "latency", "volume", "takes"] as const;
export type PatchPart = (typeof PATCH_PARTS)[number];

/** The parts of a patch. `volume`: whether it may replace a planned volume, which is a plan and not a measurement. */
export type PatchOptions = { only: ReadonlySet<PatchPart>; volume: boolean };

/** Takes per clip are patched if they differ from the declared number by at least this share. */
const LEAST_TAKES = 0.005;

/** P95 must be above P50. If all times are equal, it is set to this multiple of P50. */
const LEAST_SPREAD = 1.01;

/**
 * The edits that a log makes to a workload: the counts behind its failure rates (of failures in the log or in the manifest), the latency, the
 * takes of a clip (with `until_kept`, their acceptance), and the volume if none is planned or if requested. Whether failures are billed stays
 * as documented, because a log can only contradict that.
 */
export function editsOf(measured: Measured, seen: Observed, covered: Covered | null, { only, volume }: PatchOptions): Edit[] {
  const { workload, latency, acceptance } = measured;
  const { takes } = workload.keys;
  const edits: Edit[] = only.has("reliability") ? ratesOf(measured) : [];
  if (only.has("latency") && latency && latency.n - latency.censored >= LEAST_TIMES) {
    const p50 = digits(latency.p50, 4);
    edits.push({ path: ["reliability", "latency"], value: { p50: `${p50}s`, p95: `${digits(Math.max(latency.p95, p50 * LEAST_SPREAD), 4)}s` } });
  }
  if (only.has("takes") && acceptance && acceptance.n >= LEAST_MARKS && acceptance.k > 0 && typeof takes === "object")
    edits.push({ path: ["takes", "until_kept", "acceptance"], value: percentage(acceptance.k / acceptance.n) });
  const perClip = seen.requests > 0 && seen.named === seen.jobs ? seen.takes / seen.requests : Number.NaN;
  if (only.has("takes") && typeof takes === "number" && Math.abs(perClip - takes) > LEAST_TAKES * takes)
    edits.push({ path: ["takes"], value: digits(perClip, 3) });
  if (only.has("volume") && (volume || workload.declared === null)) edits.push(...volumeEdits(measured, seen, covered));
  return edits;
}

function ratesOf({ workload: { keys }, outcomes }: Measured): Edit[] {
  const { reliability } = keys;
  const edits: Edit[] = [];
  for (const failure of FAILURES) {
    const { k, n } = outcomes[failure];
    const isDeclared = reliability.outcomes[failure] !== undefined;
    if (n === 0 || (k === 0 && !isDeclared && reliability.evidence?.[failure] === undefined)) continue;
    if (isDeclared) edits.push({ path: ["reliability", "outcomes", failure], value: percentage(k / n) });
    edits.push({ path: ["reliability", "evidence", failure], value: { k, n } });
  }
  return edits;
}

/**
 * The clips wanted in the month after the log, as P10 and P90, or as one number if all weeks of the log are equal. If not every job names its request, the
 * clips are the jobs divided by the manifest's jobs per clip.
 */
function volumeEdits({ workload: { keys, declared, pricing } }: Measured, seen: Observed, covered: Covered | null): Edit[] {
  const clips = clipPace(seen, covered);
  const pace = clips ?? jobPace(seen, covered);
  if (!pace.next) return [];
  const unit = (["per_day", "per_week", "per_month"] as const).find((key) => keys.volume[key] !== undefined) ?? "per_month";
  const jobsOfClip = clips || !declared ? 1 : declared / clipsWanted(volumeIn(keys.volume, pricing().month));
  const mean = pace.next.mean / jobsOfClip / MONTH_OF[unit];
  const { sigma } = pace.next;
  const at = (z: number): number => digits(mean * Math.exp(z * sigma - sigma ** 2 / 2), 3);
  const [p10, p90] = [at(-P10_TO_P90 / 2), at(P10_TO_P90 / 2)];
  const edits: Edit[] = [{ path: ["volume", unit], value: p10 < p90 ? { p10, p90 } : digits(mean, 3) }];
  if (pace.growth !== null) edits.push({ path: ["volume", "growth"], value: percentage(pace.growth) });
  return edits;
}

/** How many of each period a month has. */
const MONTH_OF = { per_day: DAYS_A_MONTH, per_week: DAYS_A_MONTH / 7, per_month: 1 } as const;

function percentage(share: number): string {
  return `${digits(share * 100, 3)}%`;
}

function digits(value: number, significant: number): number {
  return Number(value.toPrecision(significant));
}

/** The edits of a workload as one tree. */
export function treeOf(name: string, edits: readonly Edit[]): Tree {
  const own: Tree = {};
  for (const { path, value } of edits) {
    let at = own;
    for (const key of path.slice(0, -1)) {
      at[key] ??= {};
      at = at[key] as Tree;
    }
    at[path.at(-1) as string] = value;
  }
  return { workloads: { [name]: own } };
}

/** The edits of one workload as YAML to paste into a manifest; "" if there are none. */
export function patchText(name: string, edits: readonly Edit[]): string {
  return edits.length === 0 ? "" : `${blockLines(treeOf(name, edits), 0).join("\n")}\n`;
}
