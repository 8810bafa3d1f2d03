import type { Gathered } from "../gather.ts";
import type { DeclaredWorkload } from "../manifest/parse.ts";
import type { Settings, WorkloadKeys } from "../manifest/schema.ts";
import type { Book } from "../prices/book.ts";
import { findModel } from "../prices/find.ts";
import { overlay } from "../prices/overlay.ts";
import { type Control, same } from "./control.ts";

export function workloadKey({ file, name }: Pick<DeclaredWorkload, "file" | "name">): string {
  return `${file}\n${name}`;
}

/** For each renamed workload of head (by `workloadKey`), the workload of base that it was. */
export type RenamedWorkloads = ReadonlyMap<string, DeclaredWorkload>;

/**
 * If a workload is gone and one with the same provider, model and mode is new, it counts as renamed, because
 * base's scopes match by its name and tags. Workloads that are equal except for name and tags are paired first, the others in order. If
 * there are more new workloads than gone ones, the rest count as parts of one workload that was split.
 * If `c` with 100 clips becomes `d` and `e` with 60 each, both count as `c`.
 */
export function renamedWorkloads(head: Gathered, base: Gathered, renamed: ReadonlyMap<string, string>, book: Book): RenamedWorkloads {
  const now = all(head);
  const before = new Map(all(base).map((one) => [workloadKey(one), one]));
  const kept = new Set(now.map(({ file, name }) => workloadKey({ file: renamed.get(file) ?? file, name })));
  const left = [...before].filter(([key]) => !kept.has(key)).map(([, one]) => one);
  const came = now.filter(({ file, name }) => !before.has(workloadKey({ file: renamed.get(file) ?? file, name })));
  // A workload of the same name in another file was moved, which is handled elsewhere.
  const moved = new Set(left.map(({ name }) => name).filter((name) => came.some((one) => one.name === name)));
  const isLeftOver = ({ name, keys }: DeclaredWorkload): boolean => keys !== null && !moved.has(name);
  const groups = new Map<string, { gone: DeclaredWorkload[]; fresh: DeclaredWorkload[] }>();
  const [kindBefore, kindNow] = [kindOn(base, book), kindOn(head, book)];
  for (const one of left.filter(isLeftOver)) groupOf(groups, kindBefore(one)).gone.push(one);
  for (const one of came.filter(isLeftOver)) groupOf(groups, kindNow(one)).fresh.push(one);
  return new Map([...groups.values()].flatMap((group) => paired(group)));
}

function all({ manifests }: Gathered): DeclaredWorkload[] {
  return manifests.flatMap(({ workloads }) => workloads);
}

function groupOf<T>(groups: Map<string, { gone: T[]; fresh: T[] }>, kind: string): { gone: T[]; fresh: T[] } {
  const group = groups.get(kind) ?? { gone: [], fresh: [] };
  groups.set(kind, group);
  return group;
}

type KindOf = (workload: DeclaredWorkload) => string;

/** Identifies a workload's provider, model and mode. All names of a model give the same result. */
function kindOn(side: Gathered, book: Book): KindOf {
  const books = new Map([...side.prices].map(([file, { providers, snapshot }]) => [file, overlay(book, providers, snapshot)]));
  return ({ file, keys }) => {
    const { provider, model, mode } = keys as WorkloadKeys;
    const known = (books.get(file) ?? book).provider(provider);
    const found = known && findModel(known, model);
    return JSON.stringify([provider, found?.id ?? model, mode ?? found?.modes[0] ?? null]);
  };
}

function paired({ gone, fresh }: { gone: DeclaredWorkload[]; fresh: DeclaredWorkload[] }): [string, DeclaredWorkload][] {
  const bare = ({ keys }: DeclaredWorkload): string => JSON.stringify({ ...keys, tags: null, notes: null });
  const waiting = new Map<string, DeclaredWorkload[]>();
  // Reversed, so that `pop` takes equal workloads in their order.
  for (const old of [...gone].reverse()) {
    const key = bare(old);
    const known = waiting.get(key);
    if (known) known.push(old);
    else waiting.set(key, [old]);
  }
  const found = new Set<DeclaredWorkload>();
  const retagged: DeclaredWorkload[] = [];
  const pairs: [string, DeclaredWorkload][] = [];
  const others: DeclaredWorkload[] = [];
  for (const one of fresh) {
    const old = waiting.get(bare(one))?.pop();
    if (!old) {
      others.push(one);
      continue;
    }
    pairs.push([workloadKey(one), old]);
    found.add(old);
    if (!same(sorted(one.keys?.tags), sorted(old.keys?.tags))) retagged.push(old);
  }
  const rest = gone.filter((old) => !found.has(old));
  const open = rest.length > 0 ? rest : retagged;
  for (const [index, one] of others.entries()) {
    const old = open[Math.min(index, open.length - 1)];
    if (old) pairs.push([workloadKey(one), old]);
  }
  return pairs;
}

/** The renames that could remove a workload from base's scopes: its tags differ, or a scope matches its old name. */
export function renamingControls(head: Gathered, base: Gathered, pairs: RenamedWorkloads): Control[] {
  const named = new Set(base.manifests.flatMap(({ settings }) => Object.values(settings.budget.scopes).flatMap(({ match }) => match.workload ?? [])));
  const controls = head.manifests.map(({ file, workloads }): Control => {
    const found = workloads.filter((one) => {
      const old = pairs.get(workloadKey(one));
      return old && (named.has(old.name) || !same(sorted(one.keys?.tags), sorted(old.keys?.tags)));
    });
    return { file, what: "renamed", workloads: found.map(({ name }) => name) };
  });
  return controls.filter(({ workloads }) => workloads.length > 0);
}

function sorted(tags: Readonly<Record<string, string>> = {}): unknown {
  return Object.entries(tags).sort();
}

/** Base's settings, with the new names of renamed workloads added to the scopes that match their old names. */
export function withNewNames(settings: Settings, pairs: RenamedWorkloads): Settings {
  if (pairs.size === 0) return settings;
  const names = [...pairs].map(([key, { name }]) => ({ old: name, now: key.slice(key.indexOf("\n") + 1) }));
  const scopes = Object.entries(settings.budget.scopes).map(([scope, { match, ...rest }]) => {
    const { workload } = match;
    const more = workload ? names.filter(({ old }) => workload.includes(old)).map(({ now }) => now) : [];
    return [scope, { ...rest, match: more.length > 0 ? { ...match, workload: [...(workload ?? []), ...more] } : match }];
  });
  return { ...settings, budget: { ...settings.budget, scopes: Object.fromEntries(scopes) as Settings["budget"]["scopes"] } };
}
