import { type Reader, relativeTo } from "../gather.ts";
import { isGlob } from "../notation/glob.ts";

/** Which manifests a run is about, on both sides. */
export type Roots = {
  head: readonly string[];
  base: readonly string[];
  /** Base's path of a head manifest that was found under another name. */
  renamed: ReadonlyMap<string, string>;
  /** The same for head as base's rules read it, where a change puts another manifest in front of base's. */
  underBase: { head: readonly string[]; renamed: ReadonlyMap<string, string> };
};

/** Paths and globs that the workflow names; the usual names, for where it names none; the folder they begin in, "" for the root. */
export type Wanted = { named: readonly string[]; usual: readonly string[]; folder: string };

/**
 * Finds the manifests of both sides. Where none is named, head's first of the usual names is its manifest,
 * and where base has another, the same one moved. But the name that base uses is the manifest under base's
 * rules while head has it: a pull request cannot put another one in front of it. A manifest that head lost
 * is still found on base.
 */
export async function findManifests({ named, usual, folder }: Wanted, head: Reader, base: Reader | null): Promise<Roots> {
  const from = (path: string): string => inFolder(folder, path);
  if (named.length > 0) {
    const written = named.map(from);
    const before = base ? await existing(written, base) : [];
    const now = await existing(written, head);
    // A path that head lacks is reported as missing, unless no manifest is there at all.
    const lost = now.length > 0 ? written.filter((path) => !now.includes(path) && !isGlob(path)) : [];
    const all = [...new Set([...now, ...lost])];
    return { head: all, base: before, renamed: new Map(), underBase: { head: all, renamed: new Map() } };
  }
  const names = usual.map(from);
  const [before] = base ? await present(names, base) : [];
  const candidates = await present(names, head);
  const [now] = candidates;
  const ruling = before !== undefined && candidates.includes(before) ? before : now;
  const sideOf = (path: string | undefined): Roots["underBase"] => ({
    head: path === undefined ? [] : [path],
    renamed: new Map(path !== undefined && before !== undefined && path !== before ? [[path, before]] : []),
  });
  return { ...sideOf(now), base: before === undefined ? [] : [before], underBase: sideOf(ruling) };
}

/** A path of an input, from the root of the repository. */
export function inFolder(folder: string, path: string): string {
  return relativeTo(folder === "" ? "" : `${folder}/`, path);
}

async function existing(written: readonly string[], side: Reader): Promise<string[]> {
  const literal = await present(written, side);
  const globs = written.filter((path) => isGlob(path) && !literal.includes(path));
  const matched = globs.length > 0 ? await side.glob(globs) : [];
  return [...new Set([...literal, ...matched])];
}

/** A path that may not be read (a link, a folder above) counts as there, so that it is refused and not overlooked. */
async function present(paths: readonly string[], side: Reader): Promise<string[]> {
  const found = await Promise.all(paths.map(async (path) => !side.contains(path) || (await side.read(path)) !== null));
  return paths.filter((_, index) => found[index]);
}
