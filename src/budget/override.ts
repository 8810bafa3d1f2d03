import type { Gathered } from "../gather.ts";
import { reach } from "../gather.ts";
import type { Settings } from "../manifest/schema.ts";
import type { Reason } from "./reason.ts";

/** What base's policy requires of an override: a label, and the role of whoever adds it. */
export type OverrideRule = NonNullable<Settings["policy"]["override"]>;

/**
 * Whether a failing change is overridden. `at`: when the label was added, in GitHub's format. `role`:
 * the role that the person who added it has in the repository.
 */
export type Override = { rule: OverrideRule } & (
  | { state: "absent" }
  | { state: "granted"; by: string; at: string; commit: string }
  | { state: "refused"; by: string | null; why: "role" | "author" | "commit" | "dearer" | "unknown"; role: string | null }
);

/**
 * The overrides that base's policies require for the failing reasons; all are needed. A reason belongs to its
 * manifest and to the manifests of base that include it.
 * @returns null if something fails that no policy allows to override
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
