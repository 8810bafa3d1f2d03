import type { CodeFinding, Ignored } from "../scan/finding.ts";
import type { Drift, MatchedFinding } from "./result.ts";

/** Calls that a change adds, by manifest, provider and model. Undeclared calls that base has too are not reported, so that the tool can be adopted at any time. */
export function addedUndeclared(head: readonly MatchedFinding[], base: readonly MatchedFinding[]): MatchedFinding[] {
  const old = base.filter(({ undeclared }) => undeclared.length > 0);
  return head.filter(({ finding, undeclared }) => undeclared.length > 0 && !old.some((one) => isSame(one.finding, finding)));
}

/** Whether two findings are the same call. The provider may be known on one side only, so one possible provider in common is enough. */
function isSame(one: CodeFinding, other: CodeFinding): boolean {
  if (one.manifest !== other.manifest || one.dynamic !== other.dynamic || one.model?.toLowerCase() !== other.model?.toLowerCase()) return false;
  return one.provider === other.provider || one.providers.some((slug) => other.providers.includes(slug));
}

/**
 * Drifts that base does not have. Two are the same if workload, key and values are equal. If base has a call that no workload of
 * base declares, it existed beside the workload's own call, so it did not replace that.
 */
export function addedDrifts(head: readonly MatchedFinding[], base: readonly MatchedFinding[]): Drift[] {
  const known = new Set(base.flatMap(({ drifts }) => drifts.map(nameOf)));
  const old = base.filter(({ undeclared }) => undeclared.length > 0);
  return head.flatMap(({ finding, drifts }) => {
    const stood = old.some((one) => isSame(one.finding, finding));
    return drifts.filter((drift) => !known.has(nameOf(drift)) && !(stood && drift.what === "model"));
  });
}

function nameOf({ what, workload, code, declared }: Drift): string {
  return JSON.stringify([what, workload.name, code, declared]);
}

/** Ignore comments that base does not have in that file. */
export function addedIgnores(head: readonly Ignored[], base: readonly Ignored[]): Ignored[] {
  const left = base.map(({ file, text }) => `${file}\n${text}`);
  return head.filter(({ file, text }) => {
    const at = left.indexOf(`${file}\n${text}`);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
