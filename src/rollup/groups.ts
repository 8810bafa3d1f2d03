import type { Part, RolledFigures } from "./figures.ts";
import type { ReportWorkload } from "./read-report.ts";

/** The key that workloads are grouped by: `owner`, `provider`, `model`, `mode`, `repository`, or a tag as `tag:team`. */
export type GroupKey = `tag:${string}` | (typeof GROUP_KEYS)[number];
export const GROUP_KEYS = ["owner", "provider", "model", "mode", "repository"] as const;

/** The workloads with the same value of a key; null for those without a value. */
export type RolledGroup = RolledFigures & { by: GroupKey; value: string | null };

/** The groups of every key, the most expensive first, and those without a value last. @param keys null for the default keys */
export function rollupGroups(whole: readonly Part[], keys: readonly GroupKey[] | null, figures: (parts: readonly Part[]) => RolledFigures): RolledGroup[] {
  return (keys ?? usualKeys(whole)).flatMap((by) => {
    const values = new Map<string | null, Part[]>();
    for (const { entry, workloads } of whole) {
      const own = new Map<string | null, ReportWorkload[]>();
      for (const one of workloads) {
        const value = valueFor(by, one, entry);
        own.set(value, [...(own.get(value) ?? []), one]);
      }
      for (const [value, members] of own) values.set(value, [...(values.get(value) ?? []), { entry, workloads: members }]);
    }
    return [...values]
      .map(([value, parts]): RolledGroup => ({ by, value, ...figures(parts) }))
      .sort((a, b) => Number(a.value === null) - Number(b.value === null) || compare(b, a) || ((a.value ?? "") < (b.value ?? "") ? -1 : 1));
  });
}

function compare({ figures: a }: RolledGroup, { figures: b }: RolledGroup): number {
  return a && b ? a.expected.cmp(b.expected) : Number(a !== null) - Number(b !== null);
}

/** The default keys: owner if any is named, provider, and every tag that a workload has. */
function usualKeys(whole: readonly Part[]): GroupKey[] {
  const tags = new Set(whole.flatMap(({ workloads }) => workloads.flatMap((one) => Object.keys(one.tags))));
  const owned = whole.some(({ entry, workloads }) => workloads.some((one) => valueFor("owner", one, entry) !== null));
  return [
    ...(owned ? (["owner"] as const) : []),
    "provider",
    ...[...tags]
      .filter((tag) => tag !== "owner")
      .sort()
      .map((tag) => `tag:${tag}` as const),
  ];
}

/** The value of a workload. Its owner is its tag `owner`, or else the owner of its repository. */
function valueFor(by: GroupKey, one: ReportWorkload, { owner, repository }: Part["entry"]): string | null {
  if (by === "owner") return one.tags["owner"] ?? owner;
  if (by === "repository") return repository;
  if (by === "provider" || by === "model" || by === "mode") return one[by];
  return one.tags[by.slice("tag:".length)] ?? null;
}
