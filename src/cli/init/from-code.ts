import { type Links, manifestOfWorkloads } from "../../manifest/first.ts";
import { inert } from "../../report/layout/escape.ts";
import { draftsOf } from "../../report/scan/workload-yaml.ts";
import { readCodeOfFolder } from "../code-of-folder.ts";
import { volumesOf } from "../scan-write.ts";
import { type Terminal, UsageError } from "../terminal.ts";
import type { InitOptions } from "./options.ts";

/**
 * The text of a first manifest from code: a workload for each call and constant that makes video, with literals as values. Volumes are
 * `--per-month` or asked for. What code decides at run time is named and left out. @throws UsageError where no call is found
 */
export async function manifestFromCode(options: InitOptions, links: Links, manifest: string, terminal: Terminal): Promise<string> {
  const { code } = await readCodeOfFolder([], { ...options, fx: {}, ignore: [], manifest: [] }, terminal);
  const found = code.held.map((one) => ({ ...one, undeclared: one.finding.places }));
  const drafts = draftsOf(found, manifest);
  for (const { finding } of found.filter((one) => one.finding.model === null)) {
    const [place] = finding.places;
    terminal.process.stderr.write(
      `Left out: ${inert(finding.provider)} at ${inert(place?.file ?? "")}:${place?.line}, because the code does not say its model\n`,
    );
  }
  if (drafts.length === 0) throw new UsageError("No video-generation call with a known model was found in this folder. Nothing was written.");
  const volumes = await volumesOf(
    drafts.map(({ name }) => name),
    options.perMonth,
    terminal,
  );
  const workloads = Object.fromEntries(drafts.map(({ name, keys }) => [name, { ...keys, volume: { per_month: volumes.get(name) } }]));
  return manifestOfWorkloads(workloads, { monthly: options.budget ?? null, prices: options.prices }, links);
}
