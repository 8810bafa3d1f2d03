import type { Gathered } from "../gather.ts";
import { reach } from "../gather.ts";
import type { Settings } from "../manifest/schema.ts";
import type { Reason } from "./reason.ts";

/** What base's policy asks of an override: a label, and who may add it. */
export type OverrideRule = NonNullable<Settings["policy"]["override"]>;

/**
 * Whether a failing change is let through. `at`: when the label was added, as GitHub writes times; `role`:
 * what whoever added it has in the repository.
 */
export type Override = { rule: OverrideRule } & (
  | { state: "absent" }
  | { state: "granted"; by: string; at: string; commit: string }
  | { state: "refused"; by: string | null; why: "role" | "author" | "commit" | "dearer" | "unknown"; role: string | null }
);

/**
 * The overrides that base's policies allow for what fails; all of them must be given. A reason counts as the
 * business of its manifest, and of those of base that include it.
 * @returns null if something fails that nobody may let through
 */
export function overrideRules(reasons: readonly Reason[], head: Gathered, base: Gathered, renamed: ReadonlyMap<string, string>): OverrideRule[] | null {
  const files = new Set(reasons.filter(({ level }) => level !== "pass" && level !== "warn").map(({ file }) => file));
  const pathOf = (file: string): string => renamed.get(file) ?? file;
  const rules = [...files].map((file) => {
    const own = base.manifests.find((manifest) => manifest.file === pathOf(file));
    const over = base.manifests.filter(
      (manifest) =>
        reach(base.includes, manifest.file).has(pathOf(file)) ||
        head.manifests.some((one) => pathOf(one.file) === manifest.file && reach(head.includes, one.file).has(file)),
    );
    return [own, ...over].find((manifest) => manifest?.settings.policy.override)?.settings.policy.override;
  });
  if (rules.length === 0 || rules.includes(undefined)) return null;
  return [...new Map(rules.flatMap((rule) => (rule ? [[JSON.stringify(rule), rule] as const] : []))).values()];
}
