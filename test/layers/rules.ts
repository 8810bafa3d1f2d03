import { posix } from "node:path";
import { exportsOf, type Import, importsOf, lineAt, type Sources, withoutComments } from "./source.ts";
import { ENTRIES, IMPURE, LAYERS, type Layer, MOST_FILES, RIDDLES } from "./table.ts";

/** The layer of a file of src: the file's own line of the table, or its folder's. Null for a file that the table does not know. */
export function layerOf(file: string): string | null {
  const path = file.replace(/^src\//, "");
  const folder = path.includes("/") ? (path.split("/")[0] ?? "") : path.replace(/\.ts$/, "");
  return path in LAYERS ? path : folder in LAYERS ? folder : null;
}

function allImports(sources: Sources): Import[] {
  return [...sources].flatMap(([file, text]) => importsOf(file, text));
}

/** Imports that the table does not allow, each with its place and what would be allowed. */
export function layerFaults(sources: Sources): string[] {
  const homeless = [...sources.keys()].filter((file) => layerOf(file) === null).map((file) => `${file}: no line of test/layers/table.ts is about it`);
  const forbidden = allImports(sources).flatMap((one) => {
    const from = layerOf(one.file);
    if (from === null || isAllowed(one, from, LAYERS[from] as Layer)) return [];
    return [`${one.file}:${one.line}: imports ${one.name}; ${from} may import ${allowedOf(LAYERS[from] as Layer)} (test/layers/table.ts)`];
  });
  return [...homeless, ...forbidden];
}

function isAllowed({ name, target }: Import, from: string, { imports, libraries = [], node = [] }: Layer): boolean {
  if (name.startsWith("node:")) return node === "any" || node.includes(name);
  if (target === null)
    return libraries.includes(
      name
        .split("/")
        .slice(0, name.startsWith("@") ? 2 : 1)
        .join("/"),
    );
  const to = layerOf(target);
  return to !== null && (folderOf(to) === folderOf(from) || imports.includes(to) || imports.includes(folderOf(to)));
}

/** The folder of a layer: `files` of `files/book.ts`. */
function folderOf(layer: string): string {
  return layer.split("/")[0] ?? layer;
}

function allowedOf({ imports, libraries = [], node = [] }: Layer): string {
  return [...imports, ...libraries, ...(node === "any" ? ["node:*"] : node)].join(", ") || "nothing";
}

/** Circles of imports, types included: each once, from its first file in the order of names. */
export function circles(sources: Sources): string[] {
  const targets = new Map([...sources].map(([file, text]) => [file, importsOf(file, text).flatMap(({ target }) => target ?? [])]));
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): void => {
    const again = trail.indexOf(file);
    if (again >= 0) found.push([...trail.slice(again), file].join(" → "));
    if (again >= 0 || done.has(file)) return;
    for (const target of targets.get(file) ?? []) visit(target, [...trail, file]);
    done.add(file);
  };
  for (const file of [...sources.keys()].sort()) visit(file, []);
  return found;
}

/** Members that Biome's list of globals cannot name, because the rest of the global is allowed. */
export function impurities(sources: Sources): string[] {
  return [...sources].flatMap(([file, text]) => {
    if (IMPURE.includes(folderOf(layerOf(file) ?? ""))) return [];
    const code = withoutComments(text);
    return [...code.matchAll(/\bMath\.random\b|\bDate\.now\b|\bnew Date\(\)/g)].map(
      (match) =>
        `${file}:${lineAt(code, match.index)}: ${match[0]}; a pure folder gives the same for the same input: take a seed (src/stats/draws.ts), or the day`,
    );
  });
}

/** Folders with too many direct files; files in subfolders do not count. */
export function crowded(files: Iterable<string>): string[] {
  const counts = new Map<string, number>();
  for (const file of files) counts.set(posix.dirname(file), (counts.get(posix.dirname(file)) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > MOST_FILES).map(([folder, count]) => `${folder}: ${count} files; at most ${MOST_FILES}, then subfolders`);
}

/** Names that two files declare and export: a name has one meaning, so that a reader who knows it here knows it there. */
export function homonyms(sources: Sources): string[] {
  const places = new Map<string, Map<string, number>>();
  for (const [file, text] of sources) {
    for (const { name, line } of exportsOf(text)) {
      const where = places.get(name) ?? new Map<string, number>();
      if (!where.has(file)) where.set(file, line);
      places.set(name, where);
    }
  }
  return [...places].filter(([, where]) => where.size > 1).map(([name, where]) => `${name}: ${[...where].map((place) => place.join(":")).join(", ")}`);
}

/** Files and exported names with a word that says nothing to a stranger. Words are told apart by capitals and hyphens: `isHeld` has `held`, and `shapeless` has none. */
export function riddles(sources: Sources): string[] {
  const wordsOf = (name: string): string[] =>
    name
      .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
      .toLowerCase()
      .split(/[^a-z0-9]+/);
  const isRiddle = (name: string): boolean => wordsOf(name).some((word) => RIDDLES.includes(word.replace(/s$/, "")));
  return [...sources].flatMap(([file, text]) => [
    ...(isRiddle(file) ? [`${file}: its name says nothing to a stranger`] : []),
    ...exportsOf(text)
      .filter(({ name }) => isRiddle(name))
      .map(({ name, line }) => `${file}:${line}: ${name} says nothing to a stranger`),
  ]);
}

/**
 * Functions and values that src exports and no code names again: for example a section that no report lists, a rule that no judge calls, a
 * command that is not declared. Functions that only tests call are unused, too.
 */
export function unused(sources: Sources): string[] {
  const named = new Map<string, number>();
  for (const text of sources.values()) {
    for (const [word] of withoutComments(text).matchAll(/\w+/g)) named.set(word, (named.get(word) ?? 0) + 1);
  }
  const product = [...sources].filter(([file]) => file.startsWith("src/"));
  return product.flatMap(([file, text]) =>
    exportsOf(text)
      .filter(({ name, kind }) => kind === "value" && named.get(name) === 1)
      .map(({ name, line }) => `${file}:${line}: nothing uses ${name}`),
  );
}

/** Files of src that nothing imports, although no bundle starts with them. Files that only tests import are unused, too. */
export function orphans(sources: Sources): string[] {
  const imported = new Set(allImports(sources).flatMap(({ target }) => target ?? []));
  return [...sources.keys()]
    .filter((file) => file.startsWith("src/") && !file.endsWith(".d.ts") && !ENTRIES.includes(file) && !imported.has(file))
    .map((file) => `${file}: nothing imports it`);
}
