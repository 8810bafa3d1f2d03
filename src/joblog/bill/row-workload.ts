import { namesOf, type Plan, type PlannedWorkload } from "../plan.ts";
import type { Billed } from "./billing.ts";

/** Words of an id that a bill may leave out: API versions, and words that many video models have. */
const GENERIC = new Set(["generate", "generation", "preview", "video", "exp", "latest", "001", "002", "v1", "v2", "text", "image", "to", "t2v", "i2v", "ai"]);

/**
 * The workload whose model a bill row is for. The row must contain the model's id or an alias, or else the words of one: `Veo 3.1 Fast Video
 * Generation` is `veo-3.1-fast-generate-001`. The longest match wins.
 */
export function workloadOfRow({ workloads }: Plan, { about }: Pick<Billed, "about">): PlannedWorkload | undefined {
  const text = about.toLowerCase();
  if (text === "") return undefined;
  const exact = longest(workloads, (name) => (text === name ? 2 * name.length : text.includes(name) ? name.length : 0));
  if (exact) return exact;
  const words = new Set(wordsOf(text));
  const squashed = text.replace(/[^a-z0-9]/g, "");
  return longest(workloads, (name) => {
    const own = wordsOf(name.replace(/^(?:[a-z0-9-]+\/|[a-z]+\.)|:\d+$/g, "")).filter((word) => !GENERIC.has(word));
    const isNamed = own.some((word) => /[a-z]{3}/.test(word)) && (own.every((word) => words.has(word)) || squashed.includes(own.join("")));
    return isNamed ? own.join("").length : 0;
  });
}

function longest(workloads: readonly PlannedWorkload[], score: (name: string) => number): PlannedWorkload | undefined {
  let [best, most]: [PlannedWorkload | undefined, number] = [undefined, 0];
  for (const workload of workloads) {
    const own = Math.max(...namesOf(workload).map((name) => score(name.toLowerCase())));
    if (own > most) [best, most] = [workload, own];
  }
  return best;
}

function wordsOf(text: string): string[] {
  return text.split(/[^a-z0-9.]+|(?<=[a-z])(?=v\d)/).filter((word) => word !== "" && word !== ".");
}
