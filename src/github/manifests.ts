import { contentsOf, type Reader, relativeTo } from "../gather.ts";
import { isGlob } from "../notation/glob.ts";
import { InputError } from "./inputs.ts";

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
 * is still found on base; a path that the workflow names and that no side has is kept, to be reported.
 * @param tip the tip of the base branch, where that is another commit than base
 * @throws InputError if such a path is several, joined by a comma
 */
export async function findManifests({ named, usual, folder }: Wanted, head: Reader, base: Reader | null, tip: Reader | null = null): Promise<Roots> {
  const from = (path: string): string => inFolder(folder, path);
  if (named.length > 0) {
    const written = named.map(from);
    const before = base ? await existing(written, base) : [];
    const now = await existing(written, head);
    const known = new Set([...now, ...(now.length > 0 ? [] : before), ...(tip && now.length === 0 ? await present(written, tip) : [])]);
    const lost = written.filter((path) => !known.has(path) && !isGlob(path));
    const joined = lost.find((path) => path.includes(","));
    if (joined !== undefined)
      throw new InputError(`Input manifest has ${JSON.stringify(joined)}, which is no file of the repository: write one path a line, with no comma.`);
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
export async function present(paths: readonly string[], side: Reader): Promise<string[]> {
  const found = await Promise.all(paths.map(async (path) => !side.contains(path) || (await contentsOf(side, path)) !== null));
  return paths.filter((_, index) => found[index]);
}
