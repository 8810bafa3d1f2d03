import { type Gathered, relativeTo } from "../gather.ts";
import type { Problem } from "../problem.ts";
import type { Exposure } from "../risk/exposure.ts";
import type { Distributions } from "../stats/distributions.ts";
import type { YamlFile } from "../yaml/read.ts";
import { type LockedPrice, readLock } from "./lock-file.ts";
import { lockKey, type Repricing, repricingOf } from "./repricing.ts";

/**
 * The locks of a review, as bytes; null if that side has none. `applied`: the lock that applies: base's, or the only one if nothing
 * is compared. `head`: the change's own. `fileOf`: the manifest for a path in the lock. By default, the path is relative to the
 * lock's folder.
 */
export type LockFiles = { file: string; applied: Uint8Array | null; head: Uint8Array | null; fileOf?: (path: string) => string };

/** The price changes since a lock, and the problems of the lock. `yaml`: to find the line of a problem. */
export type AppliedLock = { repricing: Repricing | null; problems: readonly Problem[]; yaml: YamlFile | null };

/** Whether a change edits, adds or removes the lock. */
export function isEdited({ applied, head }: LockFiles): boolean {
  if (applied === null || head === null) return applied !== head;
  return applied.length !== head.length || applied.some((byte, index) => byte !== head[index]);
}

/**
 * Price changes since the lock that applies. An unreadable lock is an error for the change that broke it, and
 * a warning for every other change: its prices are then unknown.
 * @param side base, or head if nothing is compared
 * @param renamed base's path of each renamed file of head, which the lock may know by its new path
 */
export function sinceLock(locks: LockFiles, side: Exposure, renamed: ReadonlyMap<string, string>, distributions: Distributions): AppliedLock {
  const { file, applied, head } = locks;
  const edited = isEdited(locks);
  const own = edited && head ? readLock(file, head) : null;
  const broken: Problem[] = own && "wrong" in own ? [{ code: "lock-unreadable", severity: "error", file, ...own.wrong }] : [];
  if (!applied) return { repricing: null, problems: broken, yaml: own?.yaml ?? null };
  const read = readLock(file, applied);
  if ("wrong" in read) {
    const problems: Problem[] = broken.length > 0 ? broken : [{ code: "lock-unreadable", severity: "warning", file, ...read.wrong }];
    return { repricing: null, problems, yaml: own?.yaml ?? read.yaml };
  }
  const { fileOf = (path: string): string => relativeTo(file, path) } = locks;
  const prices = new Map<string, LockedPrice>();
  const known = new Set(side.pricing.keys());
  for (const [path, workloads] of Object.entries(read.lock.workloads)) {
    const named = fileOf(path);
    const manifest = known.has(named) ? named : (renamed.get(named) ?? named);
    for (const [name, price] of Object.entries(workloads)) prices.set(lockKey({ file: manifest, name }), price);
  }
  const repricing = repricingOf(file, { ...read.lock, prices }, side, distributions);
  return { repricing, problems: [...repricing.problems, ...broken], yaml: own?.yaml ?? read.yaml };
}

/** The files of a side and the lock, so that problems of the lock have a line. */
export function withLock(side: Gathered, file: string, yaml: YamlFile | null): Gathered["files"] {
  return yaml ? new Map([...side.files, [file, yaml]]) : side.files;
}
