import type { FileFacts } from "./file/facts.ts";
import { isPackageList } from "./paths/path-kind.ts";

/** The weight of each provider's evidence in a file, in its package and in the whole repository, in this order. */
export type EvidenceAround = (file: string) => readonly ReadonlyMap<string, number>[];

/** Sums the evidence by package and repository. A package is a folder with a list of its libraries: `backend/requirements.txt` makes `backend` one. */
export function evidenceAround(facts: readonly FileFacts[]): EvidenceAround {
  const packages = new Map<string, Map<string, number>>();
  for (const { path } of facts) if (isPackageList(path)) packages.set(folderOf(path), new Map());
  const whole = new Map<string, number>();
  const byFile = new Map<string, ReadonlyMap<string, number>>();
  for (const { path, evidence } of facts) {
    byFile.set(path, evidence);
    add(evidence, whole);
    const inside = packageOf(path, packages);
    if (inside) add(evidence, inside);
  }
  return (file) => [byFile.get(file) ?? new Map(), packageOf(file, packages) ?? new Map(), whole];
}

function add(evidence: ReadonlyMap<string, number>, to: Map<string, number>): void {
  for (const [provider, worth] of evidence) to.set(provider, (to.get(provider) ?? 0) + worth);
}

function packageOf<T>(path: string, packages: ReadonlyMap<string, T>): T | undefined {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const found = packages.get(folder);
    if (found || folder === "") return found;
  }
}

export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}
