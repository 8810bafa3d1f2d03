import type { CodeFinding, Ignored } from "../scan/finding.ts";
import type { Drift, HeldFinding } from "./result.ts";

/** What a change adds to base, by manifest, provider and model: what base calls undeclared too is silent, so that adopting the tool is. */
export function addedUndeclared(head: readonly HeldFinding[], base: readonly HeldFinding[]): HeldFinding[] {
  const old = base.filter(({ undeclared }) => undeclared.length > 0);
  return head.filter(({ finding, undeclared }) => undeclared.length > 0 && !old.some((one) => isSame(one.finding, finding)));
}

/** One finding on two sides. Whose an id is may be known on one side alone: a provider that both may be of is enough. */
function isSame(one: CodeFinding, other: CodeFinding): boolean {
  if (one.manifest !== other.manifest || one.dynamic !== other.dynamic || one.model?.toLowerCase() !== other.model?.toLowerCase()) return false;
  return one.provider === other.provider || one.providers.some((slug) => other.providers.includes(slug));
}

/**
 * Drifts that base does not have: of the same workload, in the same key, with the same values. A call that base has and no workload of
 * base declares was beside the workload's own before that was gone: it took no one's place.
 */
export function addedDrifts(head: readonly HeldFinding[], base: readonly HeldFinding[]): Drift[] {
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

/** Comments that take a finding out, which base does not have in that file. */
export function addedIgnores(head: readonly Ignored[], base: readonly Ignored[]): Ignored[] {
  const left = base.map(({ file, text }) => `${file}\n${text}`);
  return head.filter(({ file, text }) => {
    const at = left.indexOf(`${file}\n${text}`);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
