import { type ManifestFile, parseManifest } from "./manifest/parse.ts";
import type { Settings } from "./manifest/schema.ts";
import { isGlob } from "./notation/glob.ts";
import { LinkError } from "./notation/link-target.ts";
import type { Provider } from "./prices/book.ts";
import type { Problem } from "./problem.ts";
import type { YamlFile } from "./yaml/read.ts";

/**
 * Reads files from a folder, a git ref, or a repository through GitHub's API. Paths are relative to one
 * root and have forward slashes. A missing file is null; any other failure throws.
 */
export type Reader = {
  /** The bytes of a file, or null if there is none. @param path a path that `follow` returned */
  read(path: string): Promise<Uint8Array | null>;
  /** Follows the symbolic links of a path. A path without links stays as it is. @throws LinkError if they lead outside or in a circle */
  follow(path: string): Promise<string>;
  /** Files that match any of the patterns (`notation/glob.ts`), sorted. */
  glob(patterns: readonly string[]): Promise<string[]>;
  /** Whether a path that a manifest names may be read at all, whatever links are on it. */
  contains(path: string): boolean;
};

/** One side of a comparison: each manifest once, the manifests that it includes, and the price files that it names. */
export type Gathered = {
  /** The manifests that were asked for. One outside the repository is here and in `problems`, but not in `manifests`. */
  roots: readonly string[];
  manifests: readonly ManifestFile[];
  includes: ReadonlyMap<string, readonly string[]>;
  /** By manifest, the price files that override the built-in price book, in order. Absent if there are none. */
  prices: ReadonlyMap<string, { providers: readonly Provider[]; snapshot: string }>;
  /** By manifest, prices that count only for some workloads, because they are higher (`control/rival-prices.ts`). Absent if there are none. */
  higherPrices?: ReadonlyMap<string, readonly RivalPrices[]>;
  /** The price files that the workflow or the command line names. They apply to every manifest. */
  shared: readonly Provider[];
  /** Identifies all price files of this side. Absent if there is only the built-in book. */
  snapshot?: string;
  /** Every file that was read, to find the line of a problem. */
  files: ReadonlyMap<string, YamlFile>;
  problems: readonly Problem[];
};

/** The accounts and price files that count for the workloads in `names`, instead of those of their manifest. */
export type RivalPrices = {
  names: ReadonlySet<string>;
  accounts: Settings["accounts"];
  prices: { providers: readonly Provider[]; snapshot: string } | undefined;
};

/** Settings that replace a manifest's own, except its list of price files. `include`: further manifests that it then includes. */
export type ImposedSettings = { settings: Settings; include: readonly string[] };

/** Inputs that apply to manifests but are not written in them. */
export type FromOutside = {
  /** Further price files for every manifest, from the command line or the workflow. */
  prices?: readonly string[];
  /** The settings that replace those of a manifest, by its path. Undefined if it keeps its own. */
  imposed?: (file: string) => ImposedSettings | undefined;
};

/**
 * Reads manifests, the manifests that they include, and the price files that they name. It is the only step before
 * `review` that reads files. A missing or unreadable file is a problem; it never silently means fewer workloads.
 * @param builtIn the snapshot of the built-in book. The snapshot of a book with price files is a hash of it and the files
 */
export async function gather(
  reader: Reader,
  roots: readonly string[],
  builtIn: string,
  { prices = [], imposed = () => undefined }: FromOutside = {},
): Promise<Gathered> {
  const manifests = new Map<string, ManifestFile>();
  const includes = new Map<string, string[]>();
  const files = new Map<string, YamlFile>();
  const problems: Problem[] = [];

  const named = namesOf(reader);
  const refused = [...new Set(roots)].filter((root) => !reader.contains(root));
  problems.push(...refused.map((root) => outside(root, [], root)));
  const first = await named(roots.filter((root) => reader.contains(root)));
  let level = first;
  while (level.length > 0) {
    const read = await Promise.all(level.map(async (file) => ({ file, bytes: await contentsOf(reader, file) })));
    const next: string[] = [];
    for (const { file, bytes } of read) {
      if (bytes instanceof LinkError) {
        problems.push(refusedLink(bytes, file, [], file));
        continue;
      }
      if (!bytes) {
        problems.push(missing(file, [], file));
        continue;
      }
      if (CONTROL.test(file)) problems.push({ code: "unprintable-path", severity: "error", file, path: [], args: { value: file } });
      const manifest = parseManifest(file, bytes);
      const replacement = imposed(file);
      manifests.set(file, replacement ? { ...manifest, settings: { ...replacement.settings, prices: manifest.settings.prices } } : manifest);
      files.set(file, manifest.yaml);
      problems.push(...manifest.problems);
      const also = replacement ? await existing(reader, replacement.include) : [];
      const found = await named([...(await included(reader, manifest, problems)), ...also.filter((other) => other !== file)]);
      includes.set(file, found);
      next.push(...found);
    }
    level = [...new Set(next)].filter((file) => !manifests.has(file));
  }
  problems.push(...cycles(manifests, includes));
  const priced = await gatherPrices(reader, { manifests: [...manifests.values()], extra: prices }, builtIn, { files, problems });
  return { roots: [...refused, ...first], manifests: [...manifests.values()], includes, ...priced, files, problems };
}

function outside(file: string, path: Problem["path"], value: string): Problem {
  return { code: "outside-repository", severity: "error", file, path, args: { value } };
}

/** A control character in a path, such as a line break or an escape. A report cannot show such a name. */
const CONTROL = /\p{Cc}/u;

/** A link that leads outside the repository is refused, as such a path would be. A circle of links counts as a missing file. */
function refusedLink({ link, target, why }: LinkError, file: string, path: Problem["path"], value: string): Problem {
  return why === "outside" ? { ...outside(file, path, value), args: { value, link, target } } : missing(file, path, value, { link, target });
}

/** A file that is not there: the manifest itself, or one that the manifest `by` names at `path`. */
function missing(file: string, path: Problem["path"], value: string, link: Problem["args"] = {}): Problem {
  return { code: "file-missing", severity: "error", file, path, args: { file: value, ...(path.length > 0 && { by: file }), ...link } };
}

/** The contents of the file that a path leads to, or null if there is none. A LinkError says why a link was not followed. */
export async function contentsOf(reader: Reader, path: string): Promise<Uint8Array | null | LinkError> {
  return reader
    .follow(path)
    .then((followed) => reader.read(followed))
    .catch(asLinkError);
}

function asLinkError(error: unknown): LinkError {
  if (error instanceof LinkError) return error;
  throw error;
}

/**
 * Removes paths that lead to the same file through links, so that no workload counts twice.
 * The file's own path is kept if it is among the paths, otherwise the first path that leads to it.
 */
function namesOf(reader: Reader): (paths: readonly string[]) => Promise<string[]> {
  const names = new Map<string, string>();
  return async (paths) => {
    const led = await Promise.all(paths.map(async (path) => ({ path, to: await reader.follow(path).catch((error) => asLinkError(error) && path) })));
    for (const { path, to } of led) if (path === to && !names.has(to)) names.set(to, path);
    for (const { path, to } of led) if (!names.has(to)) names.set(to, path);
    return [...new Set(led.map(({ to }) => names.get(to) as string))];
  };
}

async function included(reader: Reader, { file, settings }: ManifestFile, problems: Problem[]): Promise<string[]> {
  const found = await Promise.all(
    settings.include.map(async (written, index) => {
      const pattern = relativeTo(file, written);
      const path = ["include", index];
      if (!reader.contains(pattern)) return void problems.push(outside(file, path, written));
      const matches = isGlob(written) ? (await reader.glob([pattern])).filter((match) => match !== file) : [pattern];
      if (matches.length === 0) problems.push({ code: "include-matches-nothing", severity: "warning", file, path, args: { value: written } });
      return matches;
    }),
  );
  return [...new Set(found.flatMap((matches) => matches ?? []))];
}

/** The files that exist among these paths and patterns. Both are relative to the root. */
async function existing(reader: Reader, wanted: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    wanted
      .filter((path) => reader.contains(path))
      .map(async (path) => (isGlob(path) ? reader.glob([path]) : (await contentsOf(reader, path)) === null ? [] : [path])),
  );
  return found.flat();
}

function cycles(manifests: ReadonlyMap<string, ManifestFile>, includes: ReadonlyMap<string, readonly string[]>): Problem[] {
  return [...manifests.keys()].flatMap((file): Problem[] => {
    const back = (includes.get(file) ?? []).find((other) => other === file || reach(includes, other).has(file));
    return back === undefined ? [] : [{ code: "include-cycle", severity: "error", file, path: ["include"], args: { value: back } }];
  });
}

/** A manifest and everything it includes, directly or not; each once. */
export function reach(includes: ReadonlyMap<string, readonly string[]>, file: string): Set<string> {
  const reached = new Set([file]);
  for (const one of reached) for (const other of includes.get(one) ?? []) reached.add(other);
  return reached;
}

/** Reads the price files that manifests name, and the `extra` ones. Adds each file to `files` and each problem to `problems`. */
async function gatherPrices(
  reader: Reader,
  { manifests, extra }: { manifests: readonly ManifestFile[]; extra: readonly string[] },
  builtIn: string,
  { files, problems }: { files: Map<string, YamlFile>; problems: Problem[] },
): Promise<Pick<Gathered, "prices" | "shared" | "snapshot">> {
  const wanted = manifests.map(({ file, settings }) => ({
    file,
    named: settings.prices.map((written, index) => ({ written, path: relativeTo(file, written), index })),
  }));
  const allowed = wanted.map(({ file, named }) => ({ file, named: named.filter(({ path }) => reader.contains(path)) }));
  for (const { file, named } of wanted) {
    for (const { written, path, index } of named) if (!reader.contains(path)) problems.push(outside(file, ["prices", index], written));
  }
  const paths = [...new Set([...allowed.flatMap(({ named }) => named.map(({ path }) => path)), ...extra])];
  if (paths.length === 0) return { prices: new Map(), shared: [] };

  // Loaded on demand: the schema of price files is large, and most manifests name none.
  const [{ readPrices }, { readYaml }] = await Promise.all([
    import(/* webpackMode: "eager" */ "./prices/read.ts"),
    import(/* webpackMode: "eager" */ "./yaml/read.ts"),
  ]);
  const contents = await Promise.all(paths.map(async (path) => [path, await contentsOf(reader, path)] as const));
  const refused = new Map(contents.flatMap(([path, found]) => (found instanceof LinkError ? [[path, found] as const] : [])));
  const bytesOf = new Map(contents.map(([path, found]) => [path, found instanceof LinkError ? null : found]));
  const providers = new Map<string, Provider>();
  for (const [path, bytes] of bytesOf) {
    if (!bytes) continue;
    const yaml = readYaml(path, bytes);
    const { provider, problems: found } = readPrices(yaml);
    files.set(path, yaml);
    problems.push(...found);
    if (provider) providers.set(path, provider);
  }
  const lost = (file: string, at: Problem["path"], path: string): Problem[] => {
    const link = refused.get(path);
    return link ? [refusedLink(link, file, at, path)] : bytesOf.get(path) ? [] : [missing(file, at, path)];
  };
  problems.push(...extra.flatMap((path) => lost(path, [], path)));
  for (const { file, named } of allowed) problems.push(...named.flatMap(({ path, index }) => lost(file, ["prices", index], path)));
  const snapshotOf = (some: readonly string[]): Promise<string> =>
    hashOf([new TextEncoder().encode(builtIn), ...some.map((path) => bytesOf.get(path) ?? new Uint8Array())]);
  const prices = allowed.map(({ file, named }) => [file, [...named.map(({ path }) => path), ...extra]] as const).filter(([, own]) => own.length > 0);
  return {
    prices: new Map(
      await Promise.all(
        prices.map(async ([file, own]) => [file, { providers: own.flatMap((path) => providers.get(path) ?? []), snapshot: await snapshotOf(own) }] as const),
      ),
    ),
    shared: extra.flatMap((path) => providers.get(path) ?? []),
    snapshot: await snapshotOf(paths),
  };
}

/** The SHA-256 of the parts joined together. Web Crypto is in browsers and in Node. */
async function hashOf(parts: readonly Uint8Array[]): Promise<string> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  // biome-ignore lint/style/noRestrictedGlobals: a digest is the same for the same bytes
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `sha256:${[...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** The path from the root for a path that a file names: `../p.yml` in `a/b/m.yml` is `a/p.yml`. It may lead outside the root with `..`. */
export function relativeTo(file: string, written: string): string {
  if (written.startsWith("/")) return written;
  const parts = [...file.split("/").slice(0, -1), ...written.replaceAll("\\", "/").split("/")];
  const resolved: string[] = file.startsWith("/") ? [""] : [];
  for (const part of parts) {
    if (part === "" || part === ".") continue;
    if (part === ".." && resolved.length > 0 && resolved.at(-1) !== "..") resolved.pop();
    else resolved.push(part);
  }
  return resolved.join("/");
}
