import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { exitCode } from "../budget/verdict.ts";
import { diskReader } from "../files/disk.ts";
import { type Reader, relativeTo } from "../gather.ts";
import { parseManifest } from "../manifest/parse.ts";
import type { Settings } from "../manifest/schema.ts";
import { isGlob } from "../notation/glob.ts";
import { inert } from "../report/layout/escape.ts";
import type { Listed } from "../rollup/entry.ts";
import type { GroupKey } from "../rollup/groups.ts";
import { type RollUp, type RollUpInput, rollUp } from "../rollup/rollup.ts";
import { loadDistributions } from "../stats/distributions.ts";
import { locateAll } from "../yaml/locate.ts";
import { type Options, type Terminal, UsageError, write } from "./terminal.ts";

export type RollUpOptions = Options & { manifest?: string; groupBy: GroupKey[] };

/**
 * `video-budget rollup`: combines the reports of many repositories and compares the sum with the budget of one file.
 * @param named JSON reports; a manifest among them counts as `--manifest`
 * @returns the same exit codes as `check`. @throws UsageError, I/O errors
 */
export async function rollUpReports(named: readonly string[], options: RollUpOptions, terminal: Terminal): Promise<number> {
  const { cwd } = terminal;
  const isManifest = (path: string): boolean => /\.ya?ml$/i.test(path);
  const manifests = [...new Set([...(options.manifest === undefined ? [] : [options.manifest]), ...named.filter(isManifest)])];
  if (manifests.length > 1)
    throw new UsageError(`One file has the limits of a roll-up, and ${manifests.length} are named: ${manifests.map((path) => inert(path)).join(", ")}.`);
  const reader = diskReader(cwd, [cwd]);
  const [file] = manifests;
  const limits = file === undefined ? null : await limitsOf(file, cwd);
  const given = await Promise.all(named.filter((path) => !isManifest(path)).map((path) => expand(path, reader)));
  const included = limits && file !== undefined ? await includedBy(file, limits.manifest.settings.include_reports, reader) : [];
  const listed = [...given.flat().map((report) => ({ repository: report, report, owner: null })), ...included];
  if (listed.length === 0)
    throw new UsageError("No report is named. Name JSON reports, or a manifest with include_reports: video-budget rollup reports/*.json --manifest rollup.yml");
  // A report that is both given and listed counts once, as listed, because the list has its repository and owner.
  const once = new Map(listed.map((one) => [resolve(cwd, one.report), one]));
  const read = [...once.values()].map((one): Listed => ({ ...one, text: textOf(resolve(cwd, one.report)) }));
  const input: RollUpInput = { listed: read, limits, groupBy: options.groupBy.length > 0 ? options.groupBy : null, distributions: await loadDistributions() };
  const rolled = rollUp(input);
  await write(await render(rolled, options, terminal), options, terminal);
  return exitCode(rolled.verdict);
}

/** The file with the limits. It needs no workloads of its own, because the reports have them. */
async function limitsOf(file: string, cwd: string): Promise<NonNullable<RollUpInput["limits"]>> {
  const manifest = parseManifest(file, readFileSync(resolve(cwd, file)));
  if (manifest.workloads.length > 0 || manifest.settings.include.length > 0) {
    throw new UsageError(
      `${inert(file)} declares workloads or includes manifests, which rollup does not price: keep them in a manifest of their own, and list its report under include_reports.`,
    );
  }
  const problems = manifest.problems.filter(({ code }) => code !== "no-workloads");
  return { manifest, problems: locateAll(problems, new Map([[file, manifest.yaml]])) };
}

/** Reports that a manifest lists, by paths relative to it. A pattern that matches nothing counts as a missing report. */
async function includedBy(file: string, entries: Settings["include_reports"], reader: Reader): Promise<Omit<Listed, "text">[]> {
  const lists = await Promise.all(
    entries.map(async (entry) => {
      const { report, repository = null, owner = null } = typeof entry === "string" ? { report: entry } : entry;
      const found = await expand(relativeTo(file, report), reader);
      return found.map((path) => ({ report: path, repository: repository ?? path, owner }));
    }),
  );
  return lists.flat();
}

async function expand(path: string, reader: Reader): Promise<string[]> {
  if (!isGlob(path)) return [path];
  const found = await reader.glob([path]);
  return found.length > 0 ? found : [path];
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR") return null;
    throw error;
  }
}

async function render(rolled: RollUp, { format }: Options, { width, color }: Terminal): Promise<string> {
  if (format === "json") return (await import("../report/rollup/json.ts")).rollUpJson(rolled);
  if (format === "markdown") return (await import("../report/rollup/markdown.ts")).rollUpMarkdown(rolled);
  return (await import("../report/rollup/text.ts")).rollUpText(rolled, { width, color });
}
