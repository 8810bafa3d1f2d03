import { readdirSync, readFileSync, writeFileSync } from "node:fs";

/**
 * Writes the licenses of every package in the bundles, according to the lists of bundled modules (`lib/*.stats.json`, from scripts/build.sh and
 * scripts/page.ts). ncc's own list of licenses covers only one part of a bundle. The lock file lists what is installed, which is more.
 */
type Bundled = { name?: string; nameForCondition?: string | null; modules?: readonly Bundled[] };

/** The folder of a module's package: `node_modules/a/node_modules/b` for `./node_modules/a/node_modules/b/lib/c.js`. */
const PACKAGE = /node_modules\/.*(?<=node_modules\/)(?:@[^/]+\/)?[^/]+(?=\/)/;

function foldersOf({ name = "", nameForCondition, modules = [] }: Bundled): string[] {
  return [...((nameForCondition ?? name).match(PACKAGE) ?? []), ...modules.flatMap(foldersOf)];
}

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, { version?: string; license?: string }> };

function licenceOf(folder: string): string {
  const { version, license } = packages[folder] ?? {};
  if (license === undefined && !readdirSync(folder).some((one) => /^licen[cs]e/i.test(one))) throw new Error(`${folder} says no licence: may it be bundled?`);
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  const text = file === undefined ? "" : `\n\n${readFileSync(`${folder}/${file}`, "utf8").trim()}`;
  return `${folder.replace(/^.*node_modules\//, "")} ${version ?? ""}\n${license ?? ""}${text}`;
}

const folders = new Set(
  ["cli", "action", "page"].flatMap((bundle) => {
    const found = foldersOf(JSON.parse(readFileSync(`lib/${bundle}.stats.json`, "utf8")) as Bundled);
    if (found.length === 0) throw new Error(`lib/${bundle}.stats.json names no package: its bundle has some, and their licences must be beside it`);
    return found;
  }),
);
const parts = [...folders].sort().map(licenceOf);
writeFileSync("dist/licenses.txt", `${parts.join(`\n\n${"-".repeat(80)}\n\n`)}\n`);
