import { relativeTo } from "../gather.ts";
import type { DeclaredWorkload } from "../manifest/parse.ts";
import { globOf } from "../notation/glob.ts";
import type { Book } from "../prices/book.ts";
import { findModel } from "../prices/find.ts";
import type { CodeFinding } from "../scan/finding.ts";

/** The path that a manifest's relative paths start from. A manifest in `.github/` counts as one in the folder above: `.github/video-budget.yml` becomes `video-budget.yml`. */
export function placeOfManifest(file: string): string {
  return file.replace(/(^|\/)\.github\/([^/]*)$/, "$1$2");
}

/** Whether a workload's `code` contains a file; null if the workload has no `code`. */
export function isInCode({ file, keys }: DeclaredWorkload, path: string): boolean | null {
  if (!keys?.code) return null;
  return globsOf(keys.code, placeOfManifest(file)).matches(path);
}

const globs = new WeakMap<readonly string[], ReturnType<typeof globOf>>();

function globsOf(patterns: readonly string[], from: string): ReturnType<typeof globOf> {
  const known = globs.get(patterns) ?? globOf(patterns.map((pattern) => relativeTo(from, pattern)));
  globs.set(patterns, known);
  return known;
}

/** Whether a finding may belong to a workload's provider. */
export function isOfProvider({ provider, providers }: CodeFinding, { keys }: DeclaredWorkload): boolean {
  return keys !== null && (provider === keys.provider || providers.includes(keys.provider));
}

/** Whether a finding may belong to a workload's provider and has the same model, under any of its names. */
export function isSameModel(finding: CodeFinding, workload: DeclaredWorkload, book: Book): boolean {
  const { keys } = workload;
  if (!keys || finding.model === null || !isOfProvider(finding, workload)) return false;
  return idOf(keys.provider, finding.model, book) === idOf(keys.provider, keys.model, book);
}

/** Whether a workload declares the same model at another provider: the ids are equal without endings such as `-preview` or `-001`. */
export function isElsewhere(finding: CodeFinding, workload: DeclaredWorkload, book: Book): boolean {
  const { keys } = workload;
  if (!keys || finding.model === null || isOfProvider(finding, workload)) return false;
  const here = new Set(finding.providers.flatMap((slug) => namesOf(slug, finding.model ?? "", book)));
  return namesOf(keys.provider, keys.model, book).some((name) => here.has(name));
}

function idOf(provider: string, name: string, book: Book): string {
  const seller = book.provider(provider);
  return ((seller && findModel(seller, name)?.id) ?? name).toLowerCase();
}

/** The names of a model at a provider, without the ending that tells a preview from a release: `veo-3.1-generate-preview` and `veo-3.1-generate-001` give the same name. */
function namesOf(provider: string, name: string, book: Book): string[] {
  const seller = book.provider(provider);
  const model = seller && findModel(seller, name);
  return [name, ...(model ? [model.id, ...model.aliases] : [])].map((one) => one.toLowerCase().replace(/-(preview|exp|latest|\d{3})$/, ""));
}
