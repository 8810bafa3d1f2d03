import { contentsOf, type Reader, relativeTo } from "../gather.ts";
import { isGlob } from "../notation/glob.ts";
import { InputError } from "./inputs.ts";

/** The manifests of a run, on both sides. */
export type Roots = {
  head: readonly string[];
  base: readonly string[];
  /** Base's path of a head manifest that was found under another name. */
  renamed: ReadonlyMap<string, string>;
  /** The manifests of head by base's rules, for a change that adds a manifest whose default name takes precedence over base's. */
  underBase: { head: readonly string[]; renamed: ReadonlyMap<string, string> };
};

/** `named`: paths and globs from the workflow. `usual`: the default names, if it names none. `folder`: the folder that they are relative to; "" for the root. */
export type Wanted = { named: readonly string[]; usual: readonly string[]; folder: string };

/**
 * Finds the manifests of both sides. If the workflow names none, head's manifest is the first default name that exists. If base uses another
 * default name, the manifest counts as moved. But as long as head still has base's name, that file is the manifest under base's rules, so
 * that a pull request cannot put another manifest in front of it. A manifest that head lost is still found on base. A path from the workflow
 * that neither side has is kept, so that it is reported.
 * @param tip the tip of the base branch, if it is a different commit from base
 * @throws InputError if such a missing path is really several paths joined by a comma
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

/** The path of an input, relative to the root of the repository. */
export function inFolder(folder: string, path: string): string {
  return relativeTo(folder === "" ? "" : `${folder}/`, path);
}

async function existing(written: readonly string[], side: Reader): Promise<string[]> {
  const literal = await present(written, side);
  const globs = written.filter((path) => isGlob(path) && !literal.includes(path));
  const matched = globs.length > 0 ? await side.glob(globs) : [];
  return [...new Set([...literal, ...matched])];
}

/** The paths that exist on a side. A path that must not be read (outside of the repository) counts as existing, so that it is rejected and not ignored. */
export async function present(paths: readonly string[], side: Reader): Promise<string[]> {
  const found = await Promise.all(paths.map(async (path) => !side.contains(path) || (await contentsOf(side, path)) !== null));
  return paths.filter((_, index) => found[index]);
}
