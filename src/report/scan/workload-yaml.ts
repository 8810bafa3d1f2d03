import type { MatchedFinding } from "../../declared/result.ts";
import { type DraftWorkload, draftWorkload } from "../../declared/workload-of.ts";
import { flowText } from "../../yaml/tree.ts";
import { inert } from "../layout/escape.ts";

/** The lines to paste under `workloads:`, its volume left to be said: what is not said is an error, never a guess. */
export function workloadYaml({ name, keys }: DraftWorkload): string[] {
  const lines = Object.entries(keys).map(([key, value]) => `    ${key}: ${inert(flowText(value), 400)}`);
  return [`  ${name}:`, ...lines, "    volume: { per_month: CLIPS } # replace CLIPS with your number of clips per month"];
}

/** Drafts of undeclared findings, each for the manifest that owns its code, else for `fallback`; one whose model code does not say has none. */
export function draftsOf(undeclared: readonly MatchedFinding[], fallback: string, taken: Iterable<string> = []): DraftWorkload[] {
  const names = new Set(taken);
  return undeclared.flatMap(({ finding, undeclared: places }) => {
    const draft = draftWorkload(finding, places, finding.manifest ?? fallback, names);
    if (!draft) return [];
    names.add(draft.name);
    return [draft];
  });
}
