import { type Gathered, relativeTo } from "../gather.ts";
import type { Settings } from "../manifest/schema.ts";
import { isGlob } from "../notation/glob.ts";
import { folderOf } from "../scan/evidence-around.ts";
import type { ScanOptions } from "../scan/finding.ts";
import { placeOfManifest } from "./same-model.ts";

type Policy = Settings["policy"];
const UNDECLARED = ["fail", "warn", "off"] as const satisfies readonly Policy["undeclared"][];
const DRIFT = ["fail", "warn", "note", "off"] as const satisfies readonly Policy["drift"][];

/** The policies that apply to the code that one manifest owns. */
export type CodePolicy = Pick<Policy, "undeclared" | "drift">;

/**
 * The policy of code by the manifest that owns it. A new manifest does not exempt the code under it: if the policy of base's
 * nearest manifest above is stricter, it applies. Code that no manifest owns gets the strictest of all policies.
 * @param side the manifests with the settings that apply
 * @param base the manifests to compare with; null if there is no base
 */
export function codePolicy(side: Gathered, base: Gathered | null, renamed: ReadonlyMap<string, string>): (manifest: string | null) => CodePolicy {
  const own = new Map(side.manifests.map(({ file, settings }) => [file, settings.policy]));
  const old = new Map(base?.manifests.map(({ file, settings }) => [file, settings.policy]));
  return (manifest) => {
    if (manifest === null) return strictest([...own.values(), ...old.values()]);
    const above = old.has(renamed.get(manifest) ?? manifest) ? undefined : nearestAbove(placeOfManifest(manifest), old);
    return strictest([own.get(manifest), above].filter((one) => one !== undefined));
  };
}

function strictest(some: readonly Policy[]): CodePolicy {
  return {
    undeclared: UNDECLARED.find((level) => some.some(({ undeclared }) => undeclared === level)) ?? "warn",
    drift: DRIFT.find((level) => some.some(({ drift }) => drift === level)) ?? "note",
  };
}

function nearestAbove(file: string, policies: ReadonlyMap<string, Policy>): Policy | undefined {
  const byFolder = new Map([...policies].map(([path, policy]) => [folderOf(placeOfManifest(path)), policy]));
  for (let folder = folderOf(file); ; folder = folderOf(folder)) {
    const found = byFolder.get(folder);
    if (found || folder === "") return found;
  }
}

/**
 * The scan settings of all manifests for the scanner: `ignore` relative to the root; `models` and `calls` of all manifests.
 * Settings of a new manifest are left out if base has manifests, so that they exempt no code. Manifests and price files are ignored: they name
 * models but call none. Naming a code file as a price file hides nothing, because it is an error there.
 */
export function scanSettings(side: Gathered, base: Gathered | null, renamed: ReadonlyMap<string, string>): ScanOptions {
  const old = new Set(base?.manifests.map(({ file }) => file));
  const ruling = side.manifests.filter(({ file }) => old.size === 0 || old.has(renamed.get(file) ?? file));
  return {
    manifests: side.manifests.map(({ file }) => file),
    ignore: [
      ...ruling.flatMap(({ file, settings }) => settings.scan.ignore.map((pattern) => relativeTo(placeOfManifest(file), pattern))),
      ...named(side, base),
    ],
    models: ruling.flatMap(({ settings }) => settings.scan.models),
    calls: ruling.flatMap(({ settings }) => settings.scan.calls),
  };
}

/** The manifests and price files of both sides. One whose name is a pattern is left to the scanner. */
function named(...sides: readonly (Gathered | null)[]): string[] {
  return [...new Set(sides.flatMap((side) => [...(side?.files.keys() ?? [])]))].filter((path) => !isGlob(path));
}
