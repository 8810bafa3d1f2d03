import type { MatchedFinding } from "../../declared/result.ts";
import { type DraftWorkload, draftWorkload } from "../../declared/workload-of.ts";
import { flowText } from "../../yaml/tree.ts";
import { inert } from "../layout/escape.ts";

/** The lines to paste under `workloads:`. The volume is a placeholder, so that a workload without a real volume is an error and not a guess. */
export function workloadYaml({ name, keys }: DraftWorkload): string[] {
  const lines = Object.entries(keys).map(([key, value]) => `    ${key}: ${inert(flowText(value), 400)}`);
  return [`  ${name}:`, ...lines, "    volume: { per_month: CLIPS } # replace CLIPS with your number of clips per month"];
}

/** Drafts workloads for undeclared findings, each for the manifest that owns its code, or else for `fallback`. A finding without a known model has no draft. */
export function draftsOf(undeclared: readonly MatchedFinding[], fallback: string, taken: Iterable<string> = []): DraftWorkload[] {
  const names = new Set(taken);
  return undeclared.flatMap(({ finding, undeclared: places }) => {
    const draft = draftWorkload(finding, places, finding.manifest ?? fallback, names);
    if (!draft) return [];
    names.add(draft.name);
    return [draft];
  });
}
