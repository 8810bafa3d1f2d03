import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { MatchedFinding } from "../declared/result.ts";
import { parseManifest } from "../manifest/parse.ts";
import { inert } from "../report/layout/escape.ts";
import { draftsOf } from "../report/scan/workload-yaml.ts";
import { sentence } from "../report/words/messages.ts";
import { setKeys } from "../yaml/set-keys.ts";
import { clipsOf } from "./arguments.ts";
import type { CodeOfFolder, ScanCommandOptions } from "./code-of-folder.ts";
import { type AskQuestion, withTerminal } from "./init/init-questions.ts";
import { replace, type Terminal, UsageError } from "./terminal.ts";

/**
 * `scan --write`: adds a workload for each call that no workload declares to the manifest that owns it, and leaves every other
 * byte of the file as it is. Each volume is `--per-month` or an answer; without one, nothing is written.
 * @returns 0. @throws UsageError if there is no manifest, no volume, or the file cannot be edited
 */
export async function addWorkloads(scanned: CodeOfFolder, options: Pick<ScanCommandOptions, "perMonth">, terminal: Terminal): Promise<number> {
  return withTerminal(terminal.process, (ask) => added(scanned, { ...options, ask }, terminal));
}

type Volumes = { perMonth?: number; ask: AskQuestion | null };

async function added({ code, side }: CodeOfFolder, from: Volumes, terminal: Terminal): Promise<number> {
  const { process, cwd } = terminal;
  const [first] = side.manifests;
  if (!first) throw new UsageError("There is no manifest to add workloads to: video-budget init --from-code writes one.");
  const files = new Map<string, MatchedFinding[]>();
  for (const one of code.undeclared) {
    const file = one.finding.manifest ?? first.file;
    files.set(file, [...(files.get(file) ?? []), one]);
  }
  const edits: { file: string; text: string; names: string[] }[] = [];
  for (const [file, undeclared] of files) {
    const manifest = side.manifests.find((one) => one.file === file);
    const drafts = draftsOf(
      undeclared,
      file,
      manifest?.workloads.map(({ name }) => name),
    );
    if (drafts.length === 0) continue;
    const volumes = await volumesOf(
      drafts.map(({ name }) => name),
      from,
    );
    const workloads = Object.fromEntries(drafts.map(({ name, keys }) => [name, { ...keys, volume: { per_month: volumes.get(name) } }]));
    const edited = setKeys(await readFile(resolve(cwd, file), "utf8"), [{ workloads }]);
    if ("stuck" in edited)
      throw new UsageError(
        `${file} was not edited: ${edited.stuck.join(".") || "the file"} is written in a way that only a person can add to. Nothing was written.`,
      );
    const broken = parseManifest(file, new TextEncoder().encode(edited.text)).problems.find(
      ({ severity, path }) => severity === "error" && path[0] === "workloads" && volumes.has(String(path[1])),
    );
    if (broken) throw new UsageError(`${file} was not edited: ${sentence(broken)} Nothing was written.`);
    edits.push({ file, text: edited.text, names: drafts.map(({ name }) => name) });
  }
  for (const { file, text, names } of edits) {
    await replace(resolve(cwd, file), text, process.pid);
    process.stderr.write(`Added ${names.map((name) => inert(name)).join(", ")} to ${inert(file)}\n`);
  }
  const open = code.undeclared.filter(({ finding }) => finding.model === null);
  for (const { finding, undeclared } of open)
    process.stderr.write(
      `Not added: ${inert(finding.provider)} at ${inert(undeclared[0]?.file ?? "")}:${undeclared[0]?.line}, because the code does not say its model\n`,
    );
  if (edits.length === 0) process.stderr.write("Every call is already declared.\n");
  return 0;
}

/** Clips a month of each workload: from the flag, otherwise from answers. @throws UsageError if there is neither */
export async function volumesOf(names: readonly string[], { perMonth, ask }: Volumes): Promise<ReadonlyMap<string, number>> {
  if (perMonth !== undefined) return new Map(names.map((name) => [name, perMonth]));
  if (!ask)
    throw new UsageError(
      `The code does not say how many clips a month each model generates (${names.map((name) => inert(name)).join(", ")}). Add --per-month for the same number each, or run this at a terminal, which asks for each. Nothing was written.`,
    );
  const volumes = new Map<string, number>();
  for (const name of names) volumes.set(name, await ask(`How many clips a month does ${inert(name)} need`, clips));
  return volumes;
}

function clips(answer: string): number {
  try {
    return clipsOf(answer);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
