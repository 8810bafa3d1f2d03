import { type Links, manifestOfWorkloads } from "../../manifest/first.ts";
import type { Decimal } from "../../money/decimal.ts";
import { inert } from "../../report/layout/escape.ts";
import { draftsOf } from "../../report/scan/workload-yaml.ts";
import { readCodeOfFolder } from "../code-of-folder.ts";
import { volumesOf } from "../scan-write.ts";
import { type Terminal, UsageError } from "../terminal.ts";
import { budgetOf } from "./init-answers.ts";
import { type AskQuestion, withTerminal } from "./init-questions.ts";
import type { InitOptions } from "./options.ts";

/** The input for a first manifest from code. `monthOf` gives the monthly cost of a manifest's text; null if unknown. */
export type FromCode = { links: Links; manifest: string; monthOf: (text: string) => Promise<Decimal | null> };

/**
 * The text of a first manifest from code: a workload for each call and constant that makes video, with literals as values. Volumes and the
 * budget come from flags or answers; with `--yes`, the suggested budget is used. A model that the code chooses at run time is reported and
 * left out.
 * @throws UsageError if no call is found
 */
export async function manifestFromCode(options: InitOptions, from: FromCode, terminal: Terminal): Promise<string> {
  if (options.yes) return textFromCode(options, from, terminal, null);
  return withTerminal(terminal.process, (ask) => textFromCode(options, from, terminal, ask));
}

async function textFromCode(options: InitOptions, { links, manifest, monthOf }: FromCode, terminal: Terminal, ask: AskQuestion | null): Promise<string> {
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
    { ...(options.perMonth !== undefined && { perMonth: options.perMonth }), ask },
  );
  const workloads = Object.fromEntries(drafts.map(({ name, keys }) => [name, { ...keys, volume: { per_month: volumes.get(name) } }]));
  const text = (monthly: string | null): string => manifestOfWorkloads(workloads, { monthly, prices: options.prices }, links);
  if (options.budget !== undefined || (!ask && !options.yes)) return text(options.budget ?? null);
  return text(await budgetOf(await monthOf(text(null)), ask));
}
