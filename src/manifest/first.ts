import type { Tree } from "../notation/tree.ts";
import { blockLines, flowText } from "../yaml/tree.ts";

/** The content of a first manifest: one workload and one limit. Amounts and durations are texts, as the user typed them. */
export type First = {
  workload: string;
  provider: string;
  model: string;
  mode: string;
  output: { duration?: string; resolution?: string };
  /** What is sent with a job; empty if the mode takes no input. */
  input: { images?: number; video?: string; audio?: string };
  perMonth: number;
  takes: number;
  /** The monthly limit; null for none. */
  monthly: string | null;
  /** Price files, relative to the manifest. */
  prices: readonly string[];
};

/** The path of the workflow, from the root of the repository. */
export const WORKFLOW_PATH = ".github/workflows/video-budget.yml";

/** The addresses in a first manifest: the schema that editors read, and the page that describes every key (null if there is none). */
export type Links = { schema: string; page: string | null };

/** The text of a first `video-budget.yml`, with the line by which editors find the schema. */
export function firstManifest({ workload, provider, model, mode, output, input, perMonth, takes, monthly, prices }: First, links: Links): string {
  const inputs = [
    ...(input.images === undefined ? [] : [`images: ${input.images}`]),
    ...(input.video === undefined ? [] : [`video: ${input.video}`]),
    ...(input.audio === undefined ? [] : [`audio: ${input.audio}`]),
  ];
  const outputs = [
    ...(output.duration === undefined ? [] : [`duration: ${output.duration}`]),
    ...(output.resolution === undefined ? [] : [`resolution: ${flowText(output.resolution)}`]),
  ];
  return [
    ...opening({ monthly, prices }, links),
    `  ${flowText(workload)}:`,
    `    provider: ${flowText(provider)}`,
    `    model: ${flowText(model)}`,
    `    mode: ${flowText(mode)}`,
    ...(outputs.length === 0 ? [] : [`    output: { ${outputs.join(", ")} }`]),
    ...(inputs.length === 0 ? [] : [`    input: { ${inputs.join(", ")} }`]),
    `    volume: { per_month: ${perMonth} } # clips wanted`,
    `    takes: ${takes} # generated per clip wanted`,
    "",
  ].join("\n");
}

/** The text of a first manifest of several workloads, by name, as trees of their keys. */
export function manifestOfWorkloads(workloads: Readonly<Record<string, Tree>>, settings: Pick<First, "monthly" | "prices">, links: Links): string {
  const lines = Object.entries(workloads).flatMap(([name, keys]) => [`  ${flowText(name)}:`, ...blockLines(keys, 4)]);
  return [...opening(settings, links), ...lines, ""].join("\n");
}

/** The lines above the workloads. */
function opening({ monthly, prices }: Pick<First, "monthly" | "prices">, { schema, page }: Links): string[] {
  return [
    `# yaml-language-server: $schema=${schema}`,
    ...(page === null ? [] : [`# Every key: ${page}`]),
    "version: 1",
    ...(monthly === null ? [] : [`budget: { monthly: ${monthly} }`]),
    ...(prices.length === 0 ? [] : [`prices: [${prices.map(flowText).join(", ")}]`]),
    "workloads:",
  ];
}

/**
 * The text of the workflow. A required check must always report, so the workflow has no path filter. It also runs in the merge queue,
 * and when a pull request gets another base branch (`edited`).
 * @param action owner/repository@ref @param manifest its path; null if the action finds it at a default path
 */
export function firstWorkflow(action: string, manifest: string | null): string {
  return [
    "name: Video budget",
    "on:",
    "  pull_request:",
    "    types: [opened, synchronize, reopened, edited, ready_for_review]",
    "  merge_group:",
    "permissions:",
    "  contents: read",
    "  pull-requests: write",
    "concurrency:",
    `  group: video-budget-\${{ github.event.pull_request.number || github.ref }}`,
    "  cancel-in-progress: true",
    "jobs:",
    "  budget:",
    "    runs-on: ubuntu-latest",
    "    steps:",
    `      - uses: ${action} # pin the commit SHA in production`,
    ...(manifest === null ? [] : ["        with:", `          manifest: ${flowText(manifest)}`]),
    "",
  ].join("\n");
}
