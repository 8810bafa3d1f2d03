import type { Volume } from "../../manifest/schema.ts";
import { FAILURES } from "../../notation/failure.ts";
import type { Tree } from "../../notation/tree.ts";
import { blockLines } from "../../yaml/tree.ts";
import type { Observed } from "../measure/observed.ts";
import { isOtherVolume } from "../measure/volume.ts";
import type { Calibration, Edit } from "./calibration.ts";

/** From so many times or marks on they say more than what was declared. */
const LEAST_TIMES = 10;
const LEAST_MARKS = 20;

type Measured = Omit<Calibration, "edits" | "cannotTell">;

/**
 * What a log changes in a workload: the counts behind its failure rates (of those that were seen or that the manifest
 * speaks of), how long jobs take, the acceptance where takes are made until one is kept, and the volume where it
 * is another one. What failures bill is left as documented: a log can only contradict it.
 */
export function editsOf({ workload: { keys, declared }, n, outcomes, latency, acceptance, volume, attempts }: Measured, seen: Observed): Edit[] {
  const { reliability, takes } = keys;
  const edits: Edit[] = [];
  for (const failure of FAILURES) {
    const { k } = outcomes[failure];
    const isDeclared = reliability.outcomes[failure] !== undefined;
    if (k === 0 && !isDeclared && reliability.evidence?.[failure] === undefined) continue;
    if (isDeclared) edits.push({ path: ["reliability", "outcomes", failure], value: percentage(k / n) });
    edits.push({ path: ["reliability", "evidence", failure], value: { k, n } });
  }
  if (latency && latency.n - latency.censored >= LEAST_TIMES) {
    edits.push({ path: ["reliability", "latency"], value: { p50: `${digits(latency.p50, 4)}s`, p95: `${digits(latency.p95, 4)}s` } });
  }
  if (acceptance && acceptance.n >= LEAST_MARKS && acceptance.k > 0 && typeof takes === "object") {
    edits.push({ path: ["takes", "until_kept", "acceptance"], value: percentage(acceptance.k / acceptance.n) });
  }
  if (declared !== null && declared > 0 && volume.perMonth !== null && isOtherVolume(seen, declared * (attempts ?? 1))) {
    edits.push(...scaled(keys.volume, volume.perMonth / (attempts ?? 1) / declared));
  }
  return edits;
}

/** The declared volume, its shape kept, at the pace of the log. */
function scaled(volume: Volume, by: number): Edit[] {
  const unit = (["per_day", "per_week", "per_month"] as const).find((key) => volume[key] !== undefined);
  if (unit === undefined) return [];
  const amount = volume[unit] as NonNullable<Volume["per_month"]>;
  const value =
    typeof amount === "number" ? digits(amount * by, 3) : Object.fromEntries(Object.entries(amount).map(([key, number]) => [key, digits(number * by, 3)]));
  return [{ path: ["volume", unit], value }];
}

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

/** The edits of one workload as YAML to paste into a manifest; "" where there are none. */
export function patchText(name: string, edits: readonly Edit[]): string {
  return edits.length === 0 ? "" : `${blockLines(treeOf(name, edits), 0).join("\n")}\n`;
}
